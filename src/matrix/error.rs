//! What can end the transport, by what the operator can do about it; and which errors of the SDK pass by themselves.

use std::path::PathBuf;
use std::time::Duration;

use matrix_sdk::ruma::api::error::{ErrorKind, RetryAfter};
use matrix_sdk::{Error, HttpError, RefreshTokenError};
use matrix_sdk_base::crypto::OlmError;

use crate::store::StoreError;

/// Why the bot cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum MatrixError {
    /// A file of the bot cannot be read or written.
    #[error("{path}: {source}")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A second process works with the same account.
    #[error("{0} is in use by another schakel: stop that one first")]
    Locked(PathBuf),
    /// The server refused the credential.
    #[error("the homeserver refused the login of {user}: check the user and the {credential} in bot.toml")]
    Refused {
        /// Which account.
        user: String,
        /// Password or access token.
        credential: &'static str,
    },
    /// The credential is that of another account.
    #[error("the {credential} belongs to {is}, but bot.toml says {wanted}: correct one of the two")]
    OtherAccount {
        /// Password or access token.
        credential: &'static str,
        /// Whose it is.
        is: String,
        /// Whose it should be.
        wanted: String,
    },
    /// The address is not one of a homeserver.
    #[error("{0} is no homeserver: check [matrix] homeserver")]
    NoHomeserver(String),
    /// The token's device has keys elsewhere.
    #[error(
        "the access token is of the device {device}, whose encryption keys are not in data_dir: make a token for a new device"
    )]
    ForeignDevice {
        /// The device.
        device: String,
    },
    /// The account has an identity that this machine does not hold.
    #[error("the account has an encryption identity already: put its recovery key in {0} (recovery_key_file)")]
    RecoveryKeyMissing(PathBuf),
    /// The recovery key does not open the account's secrets.
    #[error("the recovery key in {0} does not fit this account: put the right one there")]
    RecoveryKeyWrong(PathBuf),
    /// The device could not be signed.
    #[error("the bot's own device could not be signed with its identity: {0}")]
    NotSigned(String),
    /// The server ended the session.
    #[error("the homeserver has logged the bot out")]
    LoggedOut {
        /// The device and its keys still stand.
        soft: bool,
    },
    /// The server ended the session, and there is no password to log in anew.
    #[error("the homeserver has logged the bot out: put a new access token in place, or use password_file")]
    LoggedOutForGood,
    /// The definitions have been changed and are wrong now.
    #[error("the definitions in commands_dir are wrong now: run `schakel check`")]
    Definitions,
    /// The database failed for good.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Anything else that the SDK says and that does not pass.
    #[error("matrix: {0}")]
    Sdk(String),
}

/// What to do about an error of the SDK.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Outlook {
    /// Try again, after this long when the server said so.
    Passes(Option<Duration>),
    /// The server has ended the session; true when the device still stands.
    LoggedOut(bool),
    /// It will never succeed.
    Never,
}

/// Judges an error of the SDK.
pub(super) fn outlook(error: &Error) -> Outlook {
    match error {
        Error::Http(error) => http_outlook(error),
        // Away for the moment: the local files are busy, or the network is.
        Error::Io(_) | Error::StateStore(_) | Error::CryptoStoreError(_) | Error::CrossProcessLockError(_) => {
            Outlook::Passes(None)
        }
        Error::OlmError(error) if matches!(**error, OlmError::Store(_)) => Outlook::Passes(None),
        _ => match error.client_api_error_kind() {
            Some(kind) => kind_outlook(kind, None),
            None => Outlook::Never,
        },
    }
}

/// Judges an error of a single request.
pub(super) fn http_outlook(error: &HttpError) -> Outlook {
    if let Some(kind) = error.client_api_error_kind() {
        let status = error.as_client_api_error().map(|error| error.status_code.as_u16());
        return kind_outlook(kind, status);
    }
    match error {
        HttpError::Reqwest(_) => Outlook::Passes(None),
        // The token has expired and cannot be renewed: the session is over, unless it was only the network.
        HttpError::RefreshToken(RefreshTokenError::MatrixAuth(error)) => match http_outlook(error) {
            Outlook::Never => Outlook::LoggedOut(false),
            other => other,
        },
        HttpError::RefreshToken(_) => Outlook::LoggedOut(false),
        HttpError::Cached(error) => http_outlook(error),
        _ => match error.as_client_api_error().map(|error| error.status_code.as_u16()) {
            Some(status) if status >= 500 || status == 429 || status == 408 => Outlook::Passes(None),
            Some(_) => Outlook::Never,
            // An answer that is no Matrix at all: a proxy's error page.
            None => Outlook::Passes(None),
        },
    }
}

fn kind_outlook(kind: &ErrorKind, status: Option<u16>) -> Outlook {
    match kind {
        ErrorKind::LimitExceeded(limit) => Outlook::Passes(match &limit.retry_after {
            Some(RetryAfter::Delay(delay)) => Some(*delay),
            _ => None,
        }),
        ErrorKind::UnknownToken(token) => Outlook::LoggedOut(token.soft_logout),
        ErrorKind::MissingToken => Outlook::LoggedOut(false),
        ErrorKind::Unknown if status.is_none_or(|status| status >= 500) => Outlook::Passes(None),
        _ if status.is_some_and(|status| status >= 500) => Outlook::Passes(None),
        _ => Outlook::Never,
    }
}
