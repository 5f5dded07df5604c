//! The session: login once, restore ever after. The device, its token and its keys live and die together, each device in a
//! folder of its own below `data_dir`.

use std::path::PathBuf;
use std::time::Duration;

use matrix_sdk::authentication::matrix::MatrixSession;
use matrix_sdk::config::RequestConfig;
use matrix_sdk::cross_process_lock::CrossProcessLockConfig;
use matrix_sdk::encryption::{BackupDownloadStrategy, EncryptionSettings};
use matrix_sdk::ruma::api::client::account::whoami;
use matrix_sdk::{Client, SqliteStoreConfig};
use matrix_sdk_base::crypto::{CollectStrategy, DecryptionSettings, TrustRequirement};
use serde_json::Value;

use super::MatrixError;
use super::error::{Outlook, http_outlook, outlook};
use super::files::{Saved, file_error, new_folder, read_saved, read_secret, save, saved_path, store_key};
use crate::config::{Credential, Matrix};

const DEVICE_NAME: &str = "Schakel";
const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);
const LONGEST_WAIT: Duration = Duration::from_mins(1);

/// A client that is logged in.
pub(super) struct Session {
    pub client: Client,
    pub account: String,
    pub device: String,
    pub display_name: String,
}

/// Restores the session, or logs in. Waits for as long as the homeserver is away.
pub(super) async fn open(settings: &Matrix) -> Result<Session, MatrixError> {
    let saved = read_saved(settings)?.filter(|saved| saved.homeserver == settings.homeserver);
    let client = match saved {
        Some(saved) if saved.session.meta.user_id == settings.user.as_str() => {
            if saved.expired {
                log_in_again(settings, saved).await?
            } else {
                restore(settings, saved).await?
            }
        }
        _ => match &settings.credential {
            Credential::Password(path) => log_in(settings, &read_secret(path)?).await?,
            Credential::AccessToken(path) => adopt(settings, &read_secret(path)?).await?,
        },
    };
    let account = client.user_id().map(ToString::to_string).unwrap_or_default();
    let device = client.device_id().map(ToString::to_string).unwrap_or_default();
    let display_name = match client.account().get_display_name().await {
        Ok(Some(name)) => name,
        // Not known now, or none set: people call it by its account then.
        Ok(None) | Err(_) => settings.user.localpart().to_owned(),
    };
    Ok(Session { client, account, device, display_name })
}

/// The server has ended the session: what is kept of it is laid aside so that the next [`open`] logs in.
pub(super) fn forget(settings: &Matrix, soft: bool) -> Result<(), MatrixError> {
    if matches!(settings.credential, Credential::AccessToken(_)) {
        return Err(MatrixError::LoggedOutForGood);
    }
    tracing::warn!(soft, "the homeserver has logged the bot out; logging in anew");
    if soft && let Some(mut saved) = read_saved(settings)? {
        saved.expired = true;
        return save(settings, &saved);
    }
    let path = saved_path(settings);
    std::fs::remove_file(&path).map_err(|source| file_error(&path, source))
}

async fn restore(settings: &Matrix, saved: Saved) -> Result<Client, MatrixError> {
    let client = build(settings, &saved.folder).await?;
    client.restore_session(saved.session.clone()).await.map_err(sdk)?;
    keep_tokens(settings, &client, &saved.folder)?;
    // With the server away this is found out later, by the sync.
    match client.whoami().await {
        Ok(answer) => same_device(&answer, &saved.session)?,
        Err(error) => {
            if let Outlook::LoggedOut(soft) = http_outlook(&error) {
                return Err(MatrixError::LoggedOut { soft });
            }
            tracing::warn!("the homeserver does not answer yet; waiting for it");
        }
    }
    Ok(client)
}

fn same_device(answer: &whoami::v3::Response, session: &MatrixSession) -> Result<(), MatrixError> {
    if answer.user_id != session.meta.user_id {
        return Err(MatrixError::OtherAccount {
            credential: "stored session",
            is: answer.user_id.to_string(),
            wanted: session.meta.user_id.to_string(),
        });
    }
    if answer.device_id.as_ref().is_some_and(|device| *device != session.meta.device_id) {
        return Err(MatrixError::ForeignDevice { device: session.meta.device_id.to_string() });
    }
    Ok(())
}

/// A login on a device that stands, with its keys: the way back after a token has expired.
async fn log_in_again(settings: &Matrix, saved: Saved) -> Result<Client, MatrixError> {
    let Credential::Password(path) = &settings.credential else { return Err(MatrixError::LoggedOutForGood) };
    let password = read_secret(path)?;
    patiently(|| async {
        let client = build(settings, &saved.folder).await?;
        let login = client.matrix_auth().login_username(settings.user.as_str(), &password);
        let device = saved.session.meta.device_id.as_str();
        login.device_id(device).request_refresh_token().send().await.map_err(|error| refused(settings, &error))?;
        finish_login(settings, client, &saved.folder)
    })
    .await
}

/// A first login: a new device in a new folder.
async fn log_in(settings: &Matrix, password: &str) -> Result<Client, MatrixError> {
    patiently(|| async {
        // Every try its own client and folder: a client takes a session once, a store one device.
        let folder = new_folder(settings)?;
        let client = build(settings, &folder).await?;
        let login = client.matrix_auth().login_username(settings.user.as_str(), password);
        let answer = login.initial_device_display_name(DEVICE_NAME).request_refresh_token().send().await;
        match answer {
            Ok(_) => finish_login(settings, client, &folder),
            Err(error) => {
                drop(client);
                let _ = std::fs::remove_dir_all(settings.data_dir.join(&folder));
                Err(refused(settings, &error))
            }
        }
    })
    .await
}

/// Takes over an access token that the operator made.
async fn adopt(settings: &Matrix, token: &str) -> Result<Client, MatrixError> {
    let answer = patiently(|| async { whoami_with(settings, token).await }).await?;
    let session = MatrixSession {
        meta: matrix_sdk::SessionMeta {
            user_id: answer.user_id.clone(),
            device_id: answer
                .device_id
                .clone()
                .ok_or_else(|| MatrixError::Sdk("the access token has no device".into()))?,
        },
        tokens: matrix_sdk::SessionTokens { access_token: token.to_owned(), refresh_token: None },
    };
    if session.meta.user_id != settings.user.as_str() {
        return Err(MatrixError::OtherAccount {
            credential: "access token",
            is: session.meta.user_id.to_string(),
            wanted: settings.user.to_string(),
        });
    }
    // A device that has keys on the server has the other half of them somewhere else: using it here breaks its encryption.
    if patiently(|| async { has_keys(settings, token, &session).await }).await? {
        return Err(MatrixError::ForeignDevice { device: session.meta.device_id.to_string() });
    }
    let folder = new_folder(settings)?;
    let client = build(settings, &folder).await?;
    client.restore_session(session).await.map_err(sdk)?;
    finish_login(settings, client, &folder)
}

/// True when the server holds encryption keys of this session's device.
async fn has_keys(settings: &Matrix, token: &str, session: &MatrixSession) -> Result<bool, MatrixError> {
    let (user, device) = (session.meta.user_id.as_str(), session.meta.device_id.as_str());
    let body = serde_json::json!({ "device_keys": { user: [device] } });
    let answer = asked(settings, token, "keys/query", Some(&body)).await?;
    Ok(answer["device_keys"][user].get(device).is_some())
}

async fn whoami_with(settings: &Matrix, token: &str) -> Result<whoami::v3::Response, MatrixError> {
    let answer = asked(settings, token, "account/whoami", None).await?;
    let no_homeserver = || MatrixError::NoHomeserver(settings.homeserver.clone());
    let user = answer["user_id"].as_str().and_then(|user| user.try_into().ok()).ok_or_else(no_homeserver)?;
    let mut response = whoami::v3::Response::new(user, false);
    response.device_id = answer["device_id"].as_str().map(Into::into);
    Ok(response)
}

/// A plain request with a token: the SDK cannot ask whose a token is before it has a session.
async fn asked(settings: &Matrix, token: &str, path: &str, body: Option<&Value>) -> Result<Value, MatrixError> {
    let url = format!("{}/_matrix/client/v3/{path}", settings.homeserver.trim_end_matches('/'));
    let http = matrix_sdk::reqwest::Client::builder().timeout(REQUEST_TIMEOUT).build().map_err(away)?;
    let request = match body {
        Some(body) => http.post(url).header("Content-Type", "application/json").body(body.to_string()),
        None => http.get(url),
    };
    let answer = request.bearer_auth(token).send().await.map_err(away)?;
    match answer.status().as_u16() {
        200 => {}
        401 | 403 => return Err(MatrixError::Refused { user: settings.user.to_string(), credential: "access token" }),
        404 => return Err(MatrixError::NoHomeserver(settings.homeserver.clone())),
        status => return Err(MatrixError::Sdk(format!("{PASSES}the homeserver answers {status}"))),
    }
    let text = answer.text().await.map_err(away)?;
    serde_json::from_str(&text).map_err(|_| MatrixError::NoHomeserver(settings.homeserver.clone()))
}

fn finish_login(settings: &Matrix, client: Client, folder: &str) -> Result<Client, MatrixError> {
    let session = client.matrix_auth().session().ok_or_else(|| MatrixError::Sdk("the login gave no session".into()))?;
    let saved = Saved { homeserver: settings.homeserver.clone(), folder: folder.to_owned(), expired: false, session };
    save(settings, &saved)?;
    keep_tokens(settings, &client, folder)?;
    Ok(client)
}

/// Writes refreshed tokens down before they are used.
fn keep_tokens(settings: &Matrix, client: &Client, folder: &str) -> Result<(), MatrixError> {
    let (settings, folder) = (settings.clone(), folder.to_owned());
    let reload = |client: Client| {
        let session = client.matrix_auth().session().ok_or("no session")?;
        Ok(session.tokens)
    };
    let store = move |client: Client| {
        let session = client.matrix_auth().session().ok_or("no session")?;
        let homeserver = settings.homeserver.clone();
        save(&settings, &Saved { homeserver, folder: folder.clone(), expired: false, session })?;
        Ok(())
    };
    client.set_session_callbacks(Box::new(reload), Box::new(store)).map_err(|error| MatrixError::Sdk(error.to_string()))
}

async fn build(settings: &Matrix, folder: &str) -> Result<Client, MatrixError> {
    let folder = settings.data_dir.join(folder);
    let key = store_key(settings)?;
    let strategy = if settings.require_signed_devices {
        CollectStrategy::IdentityBasedStrategy
    } else {
        CollectStrategy::AllDevices
    };
    Client::builder()
        .homeserver_url(&settings.homeserver)
        // Only the address in the settings counts, whatever a login answer says.
        .respect_login_well_known(false)
        .sqlite_store_with_config_and_cache_path(
            SqliteStoreConfig::new(&folder).key(Some(&key)).pool_max_size(2).cache_size(512_000),
            None::<PathBuf>,
        )
        .request_config(RequestConfig::new().disable_retry().timeout(REQUEST_TIMEOUT))
        // History is for those who were there.
        .with_enable_share_history_on_invite(false)
        .with_room_key_recipient_strategy(strategy)
        // Whom to believe is judged by the bot, after the sync has learned the sender's devices.
        .with_decryption_settings(DecryptionSettings { sender_device_trust_requirement: TrustRequirement::Untrusted })
        .with_encryption_settings(EncryptionSettings {
            auto_enable_cross_signing: false,
            auto_enable_backups: false,
            backup_download_strategy: BackupDownloadStrategy::AfterDecryptionFailure,
        })
        .cross_process_store_config(CrossProcessLockConfig::SingleProcess)
        .handle_refresh_tokens()
        .user_agent(concat!("schakel/", env!("CARGO_PKG_VERSION")))
        .build()
        .await
        .map_err(|error| MatrixError::Sdk(error.to_string()))
}

/// Marks an error of ours as one that passes.
const PASSES: &str = "for now: ";

fn away(_: matrix_sdk::reqwest::Error) -> MatrixError {
    MatrixError::Sdk(format!("{PASSES}the homeserver does not answer"))
}

/// Repeats until it succeeds, or fails in a way that does not pass.
async fn patiently<T, F>(mut attempt: impl FnMut() -> F) -> Result<T, MatrixError>
where
    F: Future<Output = Result<T, MatrixError>>,
{
    let mut wait = Duration::from_secs(1);
    loop {
        match attempt().await {
            Err(MatrixError::Sdk(message)) if message.starts_with(PASSES) => {
                tracing::warn!("{message}; trying again in {} s", wait.as_secs());
                tokio::time::sleep(wait).await;
                wait = (wait * 2).min(LONGEST_WAIT);
            }
            other => return other,
        }
    }
}

fn refused(settings: &Matrix, error: &matrix_sdk::Error) -> MatrixError {
    match outlook(error) {
        Outlook::Passes(_) => MatrixError::Sdk(format!("{PASSES}the homeserver does not let the bot in")),
        Outlook::LoggedOut(_) => MatrixError::Refused { user: settings.user.to_string(), credential: "password" },
        Outlook::Never => match error.client_api_error_kind() {
            Some(_) => MatrixError::Refused { user: settings.user.to_string(), credential: "password" },
            None => MatrixError::Sdk(error.to_string()),
        },
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it is given to `map_err`")]
fn sdk(error: matrix_sdk::Error) -> MatrixError {
    MatrixError::Sdk(error.to_string())
}

/// Looks at the homeserver and the credential without logging in anew.
pub(super) async fn check(settings: &Matrix) -> Vec<Result<String, String>> {
    let mut findings = Vec::new();
    let url = format!("{}/_matrix/client/versions", settings.homeserver.trim_end_matches('/'));
    let http = match matrix_sdk::reqwest::Client::builder().timeout(Duration::from_secs(10)).build() {
        Ok(http) => http,
        Err(error) => return vec![Err(format!("homeserver: {error}"))],
    };
    match http.get(url).send().await {
        Ok(answer) if answer.status().is_success() => findings.push(Ok("homeserver: it answers".to_owned())),
        Ok(answer) => findings.push(Err(format!(
            "homeserver: {} answers {}: check [matrix] homeserver",
            settings.homeserver,
            answer.status().as_u16()
        ))),
        Err(_) => {
            findings.push(Err(format!(
                "homeserver: {} does not answer: is it running, and is [matrix] homeserver right?",
                settings.homeserver
            )));
        }
    }
    let (name, path) = match &settings.credential {
        Credential::Password(path) => ("password_file", path),
        Credential::AccessToken(path) => ("access_token_file", path),
    };
    match read_secret(path) {
        Ok(secret) if secret.is_empty() => findings.push(Err(format!("login: {name} {} is empty", path.display()))),
        Ok(_) => findings.push(Ok(format!("login: {name} can be read"))),
        Err(error) => findings.push(Err(format!("login: {name}: {error}"))),
    }
    match read_saved(settings) {
        Ok(Some(saved)) => {
            let token = saved.session.tokens.access_token.clone();
            match whoami_with(settings, &token).await {
                Ok(answer) => findings.push(match same_device(&answer, &saved.session) {
                    Ok(()) => Ok(format!("login: the session of {} is good", answer.user_id)),
                    Err(error) => Err(format!("login: {error}")),
                }),
                Err(MatrixError::Refused { .. }) => {
                    findings.push(Err("login: the stored session has ended; the next start logs in anew".to_owned()));
                }
                Err(error) => findings.push(Err(format!("login: {error}"))),
            }
        }
        Ok(None) => findings.push(Ok("login: not logged in yet; the first start does it".to_owned())),
        Err(error) => findings.push(Err(format!("login: {error}"))),
    }
    findings
}
