//! What events of clients, servers and hostile members are read as.

mod belief;
mod deeds;
mod edits;
mod hostile;
mod keys;
mod messages;
mod threads;

use std::collections::BTreeMap;
use std::sync::Arc;

use matrix_sdk::deserialized_responses::{
    AlgorithmInfo, DecryptedRoomEvent, EncryptionInfo, TimelineEvent, UnableToDecryptInfo, WithheldCode,
};
use matrix_sdk::ruma::OwnedUserId;
use matrix_sdk::ruma::serde::Raw;
use proptest::prelude::*;
use serde_json::json;

use super::*;

const NOW_MS: i64 = 1_790_000_000_000;
const IN_PLAIN: Place = Place { direct: false, encrypted: false };
const IN_ENCRYPTED: Place = Place { direct: false, encrypted: true };

/// Anna's event of this type.
fn event(kind: &str, content: Value) -> Value {
    let mut event = json!({
        "type": kind, "event_id": "$e", "sender": "@anna:example.org", "origin_server_ts": 5, "unsigned": { "age": 40 },
    });
    event["content"] = content;
    event
}

fn text(body: &str) -> Value {
    json!({ "msgtype": "m.text", "body": body })
}

/// `content` with this relation.
fn related(mut content: Value, relation: Value) -> Value {
    content["m.relates_to"] = relation;
    content
}

fn info(state: VerificationState) -> Arc<EncryptionInfo> {
    Arc::new(EncryptionInfo {
        sender: OwnedUserId::try_from("@anna:example.org").expect("it is a name"),
        sender_device: None,
        forwarder: None,
        algorithm_info: AlgorithmInfo::MegolmV1AesSha2 {
            curve25519_key: String::new(),
            sender_claimed_keys: BTreeMap::new(),
            session_id: Some("key".to_owned()),
        },
        verification_state: state,
    })
}

/// The device is known, and nothing waits for one.
fn reading(room: &RoomId, place: Place) -> Reading<'_> {
    Reading { room, place, now_ms: NOW_MS, device_known: true, waits_for_device: false }
}

fn read_at(event: &TimelineEvent, place: Place) -> Option<Arrived> {
    read(event, reading(&RoomId::new("!room:example.org"), place))
}

fn raw<T>(event: &Value) -> Raw<T> {
    Raw::from_json_string(event.to_string()).expect("it is JSON")
}

fn decrypted(event: &Value, state: VerificationState) -> TimelineEvent {
    let decrypted =
        DecryptedRoomEvent { event: raw(event), encryption_info: info(state), unsigned_encryption_info: None };
    TimelineEvent::from_decrypted(decrypted, None)
}

fn unable(event: &Value, reason: UnableToDecryptReason) -> TimelineEvent {
    TimelineEvent::from_utd(raw(event), UnableToDecryptInfo { session_id: Some("key".to_owned()), reason })
}

/// The event as it is put into the inbox, when it can be read.
fn incoming(event: &TimelineEvent, place: Place) -> Option<Incoming> {
    match read_at(event, place)?.arrival {
        Arrival::Readable(incoming) => Some(incoming),
        Arrival::Waiting(waiting) => panic!("it waits for {}", waiting.session),
    }
}

/// What a plain event in a room without encryption is.
fn plainly(event: &Value) -> Option<What> {
    incoming(&TimelineEvent::from_plaintext(raw(event)), IN_PLAIN).map(|incoming| incoming.what)
}

/// What a plain event in an encrypted room is.
fn plainly_among_encrypted(event: &Value) -> Option<What> {
    incoming(&TimelineEvent::from_plaintext(raw(event)), IN_ENCRYPTED).map(|incoming| incoming.what)
}

/// What an event is that a signed device has encrypted.
fn encryptedly(event: &Value) -> Option<What> {
    let signed = VerificationState::Unverified(VerificationLevel::UnverifiedIdentity);
    incoming(&decrypted(event, signed), IN_ENCRYPTED).map(|incoming| incoming.what)
}

/// What a plain message with this content says.
fn heard(content: Value) -> Option<Said> {
    match plainly(&event("m.room.message", content))? {
        What::Message(said) => Some(said),
        other => panic!("it is no message: {other:?}"),
    }
}

fn user(name: &str) -> UserId {
    UserId::new(format!("@{name}:example.org"))
}
