//! From an event as Matrix has it to an [`Incoming`], or to one that waits for its key. Pure reading of JSON: whatever a
//! hostile member puts in is at worst no event of ours.
//!
//! The rules of belief: state and redactions count only when they came in plain, messages and edits of an encrypted room
//! only when they came encrypted. `sender`, id and age are taken from outside the encryption, all else from inside.

use matrix_sdk::deserialized_responses::{
    DeviceLinkProblem, TimelineEvent, TimelineEventKind, UnableToDecryptReason, VerificationLevel, VerificationState,
};
use serde_json::Value;

use crate::domain::{EventId, Incoming, Membership, Pill, Place, RoomId, Said, Trust, UnreadableBecause, UserId, What};
use crate::store::{Arrival, Arrived, Waiting};

/// How long a message waits for its key, or for its sender's device to become known.
pub(super) const WAIT_FOR_KEY_MS: i64 = 120_000;

/// Where and when an event is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading<'r> {
    pub room: &'r RoomId,
    pub place: Place,
    pub now_ms: i64,
    /// The homeserver has told of the device that sent it. Where it has not, an unsigned device is one that is not known yet.
    pub device_known: bool,
    /// The event waits until its sender's device is known, if it is not.
    pub waits_for_device: bool,
}

/// Reads one event; `None` when it is nothing for the bot.
pub(super) fn read(event: &TimelineEvent, at: Reading<'_>) -> Option<Arrived> {
    match &event.kind {
        TimelineEventKind::PlainText { event } => {
            let json: Value = serde_json::from_str(event.json().get()).ok()?;
            let what = plain(&json, at.place)?;
            arrived(&json, at, Trust::Plain, what)
        }
        TimelineEventKind::Decrypted(event) => {
            let json: Value = serde_json::from_str(event.event.json().get()).ok()?;
            let device = device(&event.encryption_info.verification_state, at.device_known)?;
            let what = encrypted(&json)?;
            match (device, event.encryption_info.session_id()) {
                (Device::NotYet, Some(session)) if at.waits_for_device => {
                    let until_ms = at.now_ms + WAIT_FOR_KEY_MS;
                    let raw = event.event.json().get().to_owned();
                    let arrival = Arrival::Waiting(Waiting { raw, session: session.to_owned(), until_ms });
                    Some(Arrived { event: EventId::new(json["event_id"].as_str()?), arrival })
                }
                (Device::NotYet, _) => arrived(&json, at, Trust::Unknown, what),
                (Device::Known(trust), _) => arrived(&json, at, trust, what),
            }
        }
        TimelineEventKind::UnableToDecrypt { event, utd_info } => {
            let raw = event.json().get();
            let json: Value = serde_json::from_str(raw).ok()?;
            let session = json["content"]["session_id"].as_str().unwrap_or_default().to_owned();
            match why_unreadable(&utd_info.reason) {
                None => {
                    let until_ms = at.now_ms + WAIT_FOR_KEY_MS;
                    let arrival = Arrival::Waiting(Waiting { raw: raw.to_owned(), session, until_ms });
                    Some(Arrived { event: EventId::new(json["event_id"].as_str()?), arrival })
                }
                Some(why) => arrived(&json, at, Trust::Unknown, What::Unreadable { why }),
            }
        }
    }
}

/// An event that never became readable.
pub(super) fn given_up(raw: &str, at: Reading<'_>, why: UnreadableBecause) -> Option<Incoming> {
    let json: Value = serde_json::from_str(raw).ok()?;
    match arrived(&json, at, Trust::Unknown, What::Unreadable { why })?.arrival {
        Arrival::Readable(incoming) => Some(incoming),
        Arrival::Waiting(_) => None,
    }
}

/// Why waiting will not help; `None` when the key may still come.
pub(super) fn why_unreadable(reason: &UnableToDecryptReason) -> Option<UnreadableBecause> {
    match reason {
        UnableToDecryptReason::MissingMegolmSession { withheld_code: None }
        | UnableToDecryptReason::UnknownMegolmMessageIndex
        | UnableToDecryptReason::SenderIdentityNotTrusted(_) => None,
        UnableToDecryptReason::MissingMegolmSession { withheld_code: Some(_) } => Some(UnreadableBecause::KeyWithheld),
        _ => Some(UnreadableBecause::Damaged),
    }
}

/// What is known of the device that sent an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Device {
    /// How far it can be believed.
    Known(Trust),
    /// The homeserver has not told of it yet.
    NotYet,
}

/// What is known of the sending device; `None` when the event pretends to be somebody else's.
fn device(state: &VerificationState, device_known: bool) -> Option<Device> {
    Some(match state {
        VerificationState::Verified | VerificationState::Unverified(VerificationLevel::UnverifiedIdentity) => {
            Device::Known(Trust::Signed)
        }
        VerificationState::Unverified(level) => match level {
            // A key that comes with its device's own word says so before the homeserver was asked who signed that device.
            VerificationLevel::UnsignedDevice if !device_known => Device::NotYet,
            VerificationLevel::UnsignedDevice | VerificationLevel::VerificationViolation => {
                Device::Known(Trust::Unsigned)
            }
            VerificationLevel::None(DeviceLinkProblem::MissingDevice) => Device::NotYet,
            // Anybody who can write to the backup could have made that key; waiting changes nothing.
            VerificationLevel::None(DeviceLinkProblem::InsecureSource) => Device::Known(Trust::Unknown),
            _ => return None,
        },
    })
}

/// True when a waiting event is decrypted already, and waits for its sender's device.
pub(super) fn waits_for_device(raw: &str) -> bool {
    serde_json::from_str::<Value>(raw).is_ok_and(|json| json["type"] != "m.room.encrypted")
}

fn arrived(json: &Value, at: Reading<'_>, trust: Trust, what: What) -> Option<Arrived> {
    let event = EventId::new(json["event_id"].as_str()?);
    let incoming = Incoming {
        event: event.clone(),
        room: at.room.clone(),
        place: at.place,
        sender: UserId::new(json["sender"].as_str()?),
        trust,
        age_ms: json["unsigned"]["age"].as_i64().unwrap_or(0).max(0),
        received_ms: at.now_ms,
        what,
    };
    Some(Arrived { event, arrival: Arrival::Readable(incoming) })
}

/// What a plain event is.
fn plain(json: &Value, place: Place) -> Option<What> {
    let content = &json["content"];
    match json["type"].as_str()? {
        "m.room.message" if !place.encrypted => message(content, content),
        "m.reaction" => reaction(content),
        "m.room.redaction" => {
            let of = content["redacts"].as_str().or_else(|| json["redacts"].as_str())?;
            Some(What::Redaction { of: EventId::new(of) })
        }
        "m.room.member" => {
            let now = match content["membership"].as_str()? {
                "join" => Membership::Joined,
                "invite" => Membership::Invited,
                "leave" | "ban" => Membership::Gone,
                // Knocking is not being away: a member may be added before they come in.
                _ => return None,
            };
            // A new name or picture is not a coming or going.
            let before = json["unsigned"]["prev_content"]["membership"].as_str();
            let same = before.is_some() && before == content["membership"].as_str();
            // Anybody may send something of this type that is no state.
            let person = UserId::new(json["state_key"].as_str()?);
            (!same).then_some(What::Membership { person, now })
        }
        _ => None,
    }
}

/// What an encrypted event is: only messages and their edits count.
fn encrypted(json: &Value) -> Option<What> {
    // A state key has no business in an encrypted event.
    if json["type"].as_str()? != "m.room.message" || json.get("state_key").is_some() {
        return None;
    }
    message(&json["content"], &json["content"])
}

fn reaction(content: &Value) -> Option<What> {
    let relation = &content["m.relates_to"];
    if relation["rel_type"].as_str()? != "m.annotation" {
        return None;
    }
    Some(What::Reaction { to: EventId::new(relation["event_id"].as_str()?), key: relation["key"].as_str()?.to_owned() })
}

fn message(content: &Value, around: &Value) -> Option<What> {
    let relation = &around["m.relates_to"];
    if relation["rel_type"].as_str() == Some("m.replace") {
        let new = &content["m.new_content"];
        let of = EventId::new(relation["event_id"].as_str()?);
        return Some(What::Edit { of, said: said(new, &Value::Null)? });
    }
    Some(What::Message(said(content, relation)?))
}

fn said(content: &Value, relation: &Value) -> Option<Said> {
    let attachment = match content["msgtype"].as_str()? {
        // Notices come from bots, and bots do not answer each other.
        "m.notice" => return None,
        "m.text" | "m.emote" => false,
        _ => true,
    };
    let threaded = relation["rel_type"].as_str() == Some("m.thread");
    let thread = threaded.then(|| relation["event_id"].as_str()).flatten().map(EventId::new);
    // Inside a thread the reply relation may be there only for clients that know no threads.
    let fallback = threaded && relation["is_falling_back"].as_bool() == Some(true);
    let reply_to = relation["m.in_reply_to"]["event_id"].as_str().filter(|_| !fallback).map(EventId::new);
    let body = content["body"].as_str()?;
    let text = if relation["m.in_reply_to"].is_object() { without_quote(body) } else { body };
    let mentions = content["m.mentions"].as_object().map(|mentions| {
        let people = mentions.get("user_ids").and_then(Value::as_array);
        people.into_iter().flatten().filter_map(Value::as_str).map(UserId::new).collect()
    });
    let pills = content["formatted_body"].as_str().map(pills).unwrap_or_default();
    Some(Said { text: text.to_owned(), mentions, pills, thread, reply_to, attachment })
}

/// The words after the quote that older clients put before a reply. What the person quoted by hand stays.
fn without_quote(body: &str) -> &str {
    if !["> <@", "> * <@"].iter().any(|start| body.starts_with(start)) {
        return body;
    }
    let mut rest = body;
    while let Some(quoted) = rest.strip_prefix('>') {
        rest = quoted.split_once('\n').map_or("", |(_, after)| after);
    }
    rest.trim_start_matches('\n')
}

/// The links to people in a formatted message.
fn pills(html: &str) -> Vec<Pill> {
    let mut pills = Vec::new();
    // What is quoted from somebody else's message mentions nobody now.
    let html = html.split_once("</mx-reply>").map_or(html, |(_, after)| after);
    for part in html.split("<a ").skip(1).take(20) {
        let Some((tag, after)) = part.split_once('>') else { continue };
        let Some((_, address)) = tag.split_once("https://matrix.to/#/") else { continue };
        let end = address.find(['"', '\'', '?', ' ']).unwrap_or(address.len());
        let person = unescaped(&address[..end]);
        let shown = after.split_once("</a>").map_or("", |(shown, _)| shown);
        if person.starts_with('@') {
            pills.push(Pill { person: UserId::new(person), shown: text_of(shown) });
        }
    }
    pills
}

/// HTML as the text that a reader sees: no tags, and the few names of signs that clients write.
fn text_of(html: &str) -> String {
    let mut text = String::new();
    for (index, part) in html.split('<').enumerate() {
        text.push_str(if index == 0 { part } else { part.split_once('>').map_or("", |(_, after)| after) });
    }
    for (name, sign) in
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")]
    {
        text = text.replace(name, sign);
    }
    text
}

/// An address with its `%40` and the like taken back; as it is where that makes no text.
fn unescaped(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).filter(|_| *first == b'%').and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| address.to_owned())
}

#[cfg(test)]
mod tests;
