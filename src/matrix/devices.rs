//! What is known now of the device that sent a message. The sync decrypts first and asks for devices afterwards, so what it
//! said of the sender may be overtaken by the time the message is read here.

use std::borrow::Cow;
use std::time::Duration;

use matrix_sdk::Room;
use matrix_sdk::deserialized_responses::{TimelineEvent, TimelineEventKind, VerificationLevel, VerificationState};
use matrix_sdk::ruma::UserId;

use super::Link;

/// How long the homeserver may take to ask another one; other messages wait for as long.
const PATIENCE: Duration = Duration::from_secs(10);

/// The event with what is known of its sender's device now, and whether the homeserver has told of that device.
pub(super) async fn known_now<'e>(room: &Room, event: &'e TimelineEvent) -> (Cow<'e, TimelineEvent>, bool) {
    let TimelineEventKind::Decrypted(decrypted) = &event.kind else { return (Cow::Borrowed(event), false) };
    if matches!(
        decrypted.encryption_info.verification_state,
        VerificationState::Verified | VerificationState::Unverified(VerificationLevel::UnverifiedIdentity)
    ) {
        // As good as it gets; there is nothing to learn.
        return (Cow::Borrowed(event), true);
    }
    let session = decrypted.encryption_info.session_id();
    let (Some(session), Some(sender)) = (session, event.sender()) else { return (Cow::Borrowed(event), false) };
    let Some(info) = room.get_encryption_info(session, &sender).await else { return (Cow::Borrowed(event), false) };
    let device_known = match &info.sender_device {
        Some(device) => matches!(room.client().encryption().get_device(&sender, device).await, Ok(Some(_))),
        None => false,
    };
    let mut event = event.clone();
    if let TimelineEventKind::Decrypted(decrypted) = &mut event.kind {
        decrypted.encryption_info = info;
    }
    (Cow::Owned(event), device_known)
}

/// Asks the homeserver who the devices of this person are; what it says is known when this returns.
pub(super) async fn ask_about(link: &Link, person: &UserId) {
    let encryption = link.client.encryption();
    let asked = tokio::time::timeout(PATIENCE, encryption.request_user_identity(person)).await;
    if !matches!(asked, Ok(Ok(_))) {
        tracing::info!("the devices of a sender cannot be asked for yet");
    }
}
