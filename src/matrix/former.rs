//! The device that the account had before the database was put back from a backup. Once its successor serves it is logged
//! out: its keys lie on a machine that is lost or replaced, and people's clients should give it no more.

use std::sync::Arc;
use std::time::Duration;

use matrix_sdk::HttpError;
use matrix_sdk::ruma::OwnedDeviceId;
use matrix_sdk::ruma::api::client::uiaa::{AuthData, MatrixUserIdentifier, Password, UserIdentifier};

use super::Link;
use super::error::{Outlook, http_outlook};
use super::files::read_secret;
use crate::config::{Credential, Matrix};

const FIRST_WAIT: Duration = Duration::from_secs(2);
const LONGEST_WAIT: Duration = Duration::from_mins(15);

/// Logs the former device out, if there is one, beside everything else.
pub(super) fn log_out(link: &Arc<Link>, settings: &Matrix) {
    let (link, settings) = (Arc::clone(link), settings.clone());
    tokio::spawn(async move {
        let former = link.persist("former device", || link.store.former_device(&link.account)).await;
        let Ok(Some(device)) = former else { return };
        let mut wait = FIRST_WAIT;
        while device != link.device && !link.stopping() {
            match delete(&link, &settings, &device).await {
                Ok(()) => {
                    tracing::info!("the device of before the restore is logged out");
                    break;
                }
                Err(Outlook::Passes(after)) => {
                    link.sleep(after.unwrap_or(wait)).await;
                    wait = (wait * 2).min(LONGEST_WAIT);
                }
                Err(Outlook::LoggedOut(_)) => return,
                Err(Outlook::Never) => {
                    tracing::warn!(device, "the device of before the restore could not be logged out: do that by hand");
                    break;
                }
            }
        }
        if !link.stopping() {
            let _ = link.persist("former device", || link.store.former_device_gone(&link.account)).await;
        }
    });
}

async fn delete(link: &Link, settings: &Matrix, device: &str) -> Result<(), Outlook> {
    let devices = [OwnedDeviceId::from(device)];
    let Err(error) = link.client.delete_devices(&devices, None).await else { return Ok(()) };
    // The server wants to know that it is really the owner who asks.
    let auth = password(settings, &error).ok_or_else(|| http_outlook(&error))?;
    link.client.delete_devices(&devices, Some(auth)).await.map(|_| ()).map_err(|error| http_outlook(&error))
}

/// The proof that the server asks for; nothing when it asks for none, or there is no password.
fn password(settings: &Matrix, error: &HttpError) -> Option<AuthData> {
    let info = error.as_uiaa_response()?;
    let Credential::Password(path) = &settings.credential else { return None };
    let user = UserIdentifier::Matrix(MatrixUserIdentifier::new(settings.user.as_str().to_owned()));
    let mut auth = Password::new(user, read_secret(path).ok()?);
    auth.session.clone_from(&info.session);
    Some(AuthData::Password(auth))
}
