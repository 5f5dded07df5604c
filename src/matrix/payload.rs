//! Which payload carried an encrypted message: the room key and the place in its chain. The SDK decrypts the same payload
//! again whenever an event carries it, and says nothing of the place; so the event is fetched once more, and read again to
//! see that it is the message that is meant.

use std::time::Duration;

use matrix_sdk::Client;
use matrix_sdk::ruma::api::client::room::get_room_event::v3::Request;
use matrix_sdk::ruma::{EventId as MatrixEventId, RoomId as MatrixRoomId};
use matrix_sdk_base::crypto::vodozemac::megolm::MegolmMessage;
use serde_json::Value;

use super::error::{Outlook, http_outlook};
use super::inbound::{self, Reading};
use crate::domain::Incoming;
use crate::store::Arrival;

/// How long is waited before the server is asked again; as often as there are numbers here.
const PAUSES_MS: [u64; 5] = [200, 500, 1000, 3000, 5000];

/// The name of the payload of this message; nothing when the server does not give it, or gives another message.
pub(super) async fn named(client: &Client, incoming: &Incoming) -> Option<String> {
    let room = client.get_room(<&MatrixRoomId>::try_from(incoming.room.as_str()).ok()?)?;
    let event = <&MatrixEventId>::try_from(incoming.event.as_str()).ok()?;
    let mut pauses = PAUSES_MS.iter();
    let raw = loop {
        match client.send(Request::new(room.room_id().to_owned(), event.to_owned())).await {
            Ok(answer) => break answer.event,
            Err(error) => {
                let pause = pauses.next().filter(|_| matches!(http_outlook(&error), Outlook::Passes(_)))?;
                tokio::time::sleep(Duration::from_millis(*pause)).await;
            }
        }
    };
    let json: Value = serde_json::from_str(raw.json().get()).ok()?;
    let name = name(&json)?;
    // It could be the payload of something else that the sender has said.
    let event = room.decrypt_event(raw.cast_ref_unchecked(), None).await.ok()?;
    let (place, now_ms) = (incoming.place, incoming.received_ms);
    let at = Reading { room: &incoming.room, place, now_ms, device_known: true, waits_for_device: false };
    match inbound::read(&event, at)?.arrival {
        Arrival::Readable(read) if read.sender == incoming.sender && read.what == incoming.what => Some(name),
        Arrival::Readable(_) | Arrival::Waiting(_) => None,
    }
}

/// The name of the payload in an encrypted event that is no state.
fn name(json: &Value) -> Option<String> {
    if json["type"] != "m.room.encrypted" || json.get("state_key").is_some() {
        return None;
    }
    let message = MegolmMessage::from_base64(json["content"]["ciphertext"].as_str()?).ok()?;
    Some(format!("{} {}", json["content"]["session_id"].as_str()?, message.message_index()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// The shape of a Megolm message: version 3, place 5 in the chain, some ciphertext, then a tag and a signature of zeros.
    fn event() -> Value {
        let ciphertext = format!("AwgFEgQBAgME{}", "A".repeat(96));
        json!({ "type": "m.room.encrypted", "content": { "session_id": "key", "ciphertext": ciphertext } })
    }

    #[test]
    fn a_payload_is_named_by_its_key_and_place() {
        assert_eq!(name(&event()).as_deref(), Some("key 5"));
    }

    #[test]
    fn what_is_no_encrypted_message_has_no_payload() {
        let mut state = event();
        state["state_key"] = "".into();
        let mut redacted = event();
        redacted["content"] = json!({});
        let plain = json!({ "type": "m.room.message", "content": event()["content"] });
        for other in [state, redacted, plain, json!({})] {
            assert_eq!(name(&other), None, "{other}");
        }
    }
}
