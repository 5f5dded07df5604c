//! The bot's own identity: cross-signing, key backup and recovery, made on the first run and never replaced in silence.

use std::path::Path;
use std::time::Duration;

use matrix_sdk::Client;
use matrix_sdk::encryption::recovery::{RecoveryError, RecoveryState};
use matrix_sdk::ruma::api::client::uiaa::{AuthData, Password, UserIdentifier};

use super::error::{Outlook, outlook};
use super::{MatrixError, files};
use crate::config::{Credential, Matrix};

/// Makes or recovers the identity, so that the bot's own device is signed. May be repeated. Needs a sync before.
pub(super) async fn ensure(client: &Client, settings: &Matrix) -> Result<(), Problem> {
    let encryption = client.encryption();
    encryption.wait_for_e2ee_initialization_tasks().await;
    let me = client.user_id().ok_or_else(|| Problem::Ends(MatrixError::Sdk("not logged in".into())))?.to_owned();
    let complete = encryption.cross_signing_status().await.is_some_and(|status| status.is_complete());
    if !complete {
        let identity = encryption.request_user_identity(&me).await.map_err(judge)?;
        if identity.is_some() {
            recover(client, &settings.recovery_key_file).await?;
        } else {
            bootstrap(client, settings).await?;
        }
    }
    keep_recovery_key(client, &settings.recovery_key_file).await
}

/// True when the bot's own device is signed by its identity.
pub(super) async fn is_signed(client: &Client) -> bool {
    matches!(client.encryption().get_own_device().await, Ok(Some(device)) if device.is_cross_signed_by_owner())
}

/// Why the identity is not there.
#[derive(Debug)]
pub(super) enum Problem {
    /// Try again.
    Passes(Option<Duration>),
    /// It cannot be mended here.
    Ends(MatrixError),
}

#[expect(clippy::needless_pass_by_value, reason = "it is given to `map_err`")]
fn judge(error: matrix_sdk::Error) -> Problem {
    match outlook(&error) {
        Outlook::Passes(after) => Problem::Passes(after),
        Outlook::LoggedOut(soft) => Problem::Ends(MatrixError::LoggedOut { soft }),
        Outlook::Never => Problem::Ends(MatrixError::NotSigned(error.to_string())),
    }
}

async fn bootstrap(client: &Client, settings: &Matrix) -> Result<(), Problem> {
    let encryption = client.encryption();
    let Err(error) = encryption.bootstrap_cross_signing_if_needed(None).await else { return Ok(()) };
    let Some(info) = error.as_uiaa_response() else { return Err(judge(error)) };
    let Credential::Password(path) = &settings.credential else { return Err(judge(error)) };
    let password = std::fs::read_to_string(path)
        .map_err(|source| Problem::Ends(MatrixError::File { path: path.clone(), source }))?;
    let user = UserIdentifier::Matrix(matrix_sdk::ruma::api::client::uiaa::MatrixUserIdentifier::new(
        settings.user.as_str().to_owned(),
    ));
    let mut auth = Password::new(user, password.trim_end_matches(['\n', '\r']).to_owned());
    auth.session.clone_from(&info.session);
    encryption.bootstrap_cross_signing_if_needed(Some(AuthData::Password(auth))).await.map_err(judge)
}

async fn recover(client: &Client, path: &Path) -> Result<(), Problem> {
    let key = match std::fs::read_to_string(path) {
        Ok(key) => key.trim().to_owned(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(Problem::Ends(MatrixError::RecoveryKeyMissing(path.to_path_buf())));
        }
        Err(source) => return Err(Problem::Ends(MatrixError::File { path: path.to_path_buf(), source })),
    };
    client.encryption().recovery().recover(&key).await.map_err(|error| match error {
        RecoveryError::Sdk(error) => judge(error),
        _ => Problem::Ends(MatrixError::RecoveryKeyWrong(path.to_path_buf())),
    })?;
    tracing::info!("the identity has been recovered with the recovery key");
    Ok(())
}

/// Turns on recovery with key backup and writes the recovery key once, readable for its owner alone.
async fn keep_recovery_key(client: &Client, path: &Path) -> Result<(), Problem> {
    let recovery = client.encryption().recovery();
    match recovery.state() {
        RecoveryState::Enabled => {
            if !path.exists() {
                tracing::warn!(
                    "the recovery key is not in recovery_key_file; without it this account cannot move to a new machine"
                );
            }
            return Ok(());
        }
        RecoveryState::Incomplete => return recover(client, path).await,
        // The SDK asked while the homeserver was away, and does not ask again by itself. Recovering anew also turns the
        // key backup on, which it gave up as well.
        RecoveryState::Unknown if client.encryption().secret_storage().is_enabled().await.map_err(judge)? => {
            if path.exists() {
                return recover(client, path).await;
            }
            tracing::warn!("the recovery key is not in recovery_key_file: the key backup rests until the next start");
            return Ok(());
        }
        RecoveryState::Disabled | RecoveryState::Unknown => {}
    }
    if path.exists() {
        return Err(Problem::Ends(MatrixError::RecoveryKeyWrong(path.to_path_buf())));
    }
    let key = recovery.enable().await.map_err(|error| match error {
        RecoveryError::Sdk(error) => judge(error),
        other => Problem::Ends(MatrixError::NotSigned(other.to_string())),
    })?;
    files::replace(path, format!("{key}\n").as_bytes()).map_err(Problem::Ends)?;
    tracing::info!("the recovery key has been written to recovery_key_file: keep a copy of it elsewhere");
    Ok(())
}
