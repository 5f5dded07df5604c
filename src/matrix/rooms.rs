//! What the server says of a room at this moment: its whole state in one answer, read as raw JSON. The SDK's own list of members
//! is never asked, for it is as old as the last sync, and filling it anew would throw the room's key away.

use std::time::Duration;

use matrix_sdk::ruma::api::client::state::get_state_events::v3::Request;
use matrix_sdk::ruma::{RoomId as MatrixRoomId, UserId as MatrixUserId};
use matrix_sdk::{Client, HttpError};
use serde_json::Value;

use super::payload;
use crate::bot::{Facts, Payload, People, Rooms};
use crate::domain::{HistoryVisibility, Incoming, JoinRule, RoomFacts, RoomId, UserId};

/// The state event by which the bot finds a direct room that it made; it names the person.
pub(super) const DIRECT: &str = "org.schakel.direct";
/// A server that takes longer has not answered.
const PATIENCE: Duration = Duration::from_secs(10);

/// The rooms of the bot's account, as the server has them.
#[derive(Debug)]
pub(super) struct ServerRooms {
    pub client: Client,
    /// Keys go only to devices that their owner has signed.
    pub require_signed_devices: bool,
}

impl Rooms for ServerRooms {
    fn facts<'a>(&'a self, room: &'a RoomId) -> Facts<'a> {
        Box::pin(async { state(&self.client, room).await.ok().map(|state| state.facts) })
    }

    fn payload<'a>(&'a self, incoming: &'a Incoming) -> Payload<'a> {
        Box::pin(payload::named(&self.client, incoming))
    }

    fn cannot_read<'a>(&'a self, people: &'a [UserId]) -> People<'a> {
        Box::pin(async {
            let mut unable = Vec::new();
            for person in people.iter().filter(|_| self.require_signed_devices) {
                if has_signed_none(&self.client, person).await {
                    unable.push(person.clone());
                }
            }
            unable
        })
    }
}

/// True when devices of this person are known and none of them is signed by its owner.
async fn has_signed_none(client: &Client, person: &UserId) -> bool {
    let Ok(id) = <&MatrixUserId>::try_from(person.as_str()) else { return false };
    let Ok(devices) = client.encryption().get_user_devices(id).await else { return false };
    let mut known = devices.devices().peekable();
    known.peek().is_some() && !known.any(|device| device.is_cross_signed_by_owner())
}

/// A room's state as far as the bot cares.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct State {
    pub facts: RoomFacts,
    /// Those of the people who are in, not only invited.
    pub joined: Vec<UserId>,
    /// Who made the room.
    pub creator: Option<UserId>,
    /// For whom it was made as a direct room, and who says so.
    pub made_for: Option<(UserId, UserId)>,
}

/// Why the server did not say.
#[derive(Debug)]
pub(super) enum Unknown {
    /// It took too long, or the name is no room's.
    NoAnswer,
    /// It answered something else.
    Refused(Box<HttpError>),
}

/// Asks the server for a room's state.
pub(super) async fn state(client: &Client, room: &RoomId) -> Result<State, Unknown> {
    let id = <&MatrixRoomId>::try_from(room.as_str()).map_err(|_| Unknown::NoAnswer)?;
    let request = Request::new(id.to_owned());
    let answer = tokio::time::timeout(PATIENCE, async { client.send(request).await }).await;
    let answer = answer.map_err(|_| Unknown::NoAnswer)?.map_err(|error| Unknown::Refused(Box::new(error)))?;
    Ok(read(answer.room_state.iter().map(|event| event.json().get())))
}

/// Reads the events of a state. A person whose event cannot be read makes the whole list unknown.
fn read<'e>(events: impl Iterator<Item = &'e str>) -> State {
    let mut state = State::default();
    let mut people = Some(Vec::new());
    for event in events {
        let Ok(json) = serde_json::from_str::<Value>(event) else {
            people = None;
            continue;
        };
        let content = &json["content"];
        let named = json["state_key"].as_str();
        match (json["type"].as_str(), named) {
            (Some("m.room.member"), Some(person)) => match content["membership"].as_str() {
                Some(now @ ("join" | "invite")) => {
                    let person = UserId::new(person);
                    if now == "join" {
                        state.joined.push(person.clone());
                    }
                    people = people.map(|mut people| {
                        people.push(person);
                        people
                    });
                }
                Some("leave" | "ban" | "knock") => {}
                _ => people = None,
            },
            (Some("m.room.encryption"), Some("")) => {
                state.facts.encrypted = content["algorithm"].as_str() == Some("m.megolm.v1.aes-sha2");
            }
            (Some("m.room.join_rules"), Some("")) => {
                state.facts.join_rule = content["join_rule"].as_str().map(|rule| match rule {
                    "invite" => JoinRule::Invite,
                    "public" => JoinRule::Public,
                    _ => JoinRule::Other,
                });
            }
            (Some("m.room.history_visibility"), Some("")) => {
                state.facts.history = content["history_visibility"].as_str().and_then(|from| match from {
                    "joined" => Some(HistoryVisibility::Joined),
                    "invited" => Some(HistoryVisibility::Invited),
                    "shared" => Some(HistoryVisibility::Shared),
                    "world_readable" => Some(HistoryVisibility::WorldReadable),
                    _ => None,
                });
            }
            (Some("m.room.create"), Some("")) => state.creator = json["sender"].as_str().map(UserId::new),
            (Some(DIRECT), Some("")) => {
                let person = content["person"].as_str().map(UserId::new);
                state.made_for = person.zip(json["sender"].as_str().map(UserId::new));
            }
            (None, _) => people = None,
            _ => {}
        }
    }
    // A room in which nobody is cannot be one that the bot is in: the answer held no members.
    state.facts.people = people.filter(|people| !people.is_empty());
    state
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn member(name: &str, membership: &str) -> Value {
        let id = format!("@{name}:example.org");
        json!({ "type": "m.room.member", "state_key": id, "sender": id, "content": { "membership": membership } })
    }

    fn set(kind: &str, content: &Value) -> Value {
        json!({ "type": kind, "state_key": "", "sender": "@anna:example.org", "content": content })
    }

    fn room() -> Vec<Value> {
        vec![
            set("m.room.create", &json!({ "room_version": "12" })),
            set("m.room.encryption", &json!({ "algorithm": "m.megolm.v1.aes-sha2" })),
            set("m.room.join_rules", &json!({ "join_rule": "invite" })),
            set("m.room.history_visibility", &json!({ "history_visibility": "joined" })),
            member("anna", "join"),
            member("bot", "join"),
            member("bram", "invite"),
            member("chris", "leave"),
            member("dina", "ban"),
        ]
    }

    fn of(events: &[Value]) -> State {
        let texts: Vec<String> = events.iter().map(Value::to_string).collect();
        read(texts.iter().map(String::as_str))
    }

    fn named(names: &[&str]) -> Vec<UserId> {
        names.iter().map(|name| UserId::new(format!("@{name}:example.org"))).collect()
    }

    /// The room's facts when one of its events is another, or is not there.
    fn but(kind: &str, event: Option<&Value>) -> RoomFacts {
        let mut events = room();
        events.retain(|event| event["type"] != kind);
        events.extend(event.cloned());
        of(&events).facts
    }

    #[test]
    fn joined_and_invited_people_are_there_and_others_are_not() {
        let state = of(&room());
        assert_eq!(state.facts.people, Some(named(&["anna", "bot", "bram"])));
        assert_eq!(state.joined, named(&["anna", "bot"]));
        assert_eq!(state.facts.place_faults(), []);
        assert_eq!((state.creator, state.made_for), (Some(named(&["anna"]).remove(0)), None));
    }

    #[test]
    fn what_is_not_there_is_not_known() {
        assert!(!but("m.room.encryption", None).encrypted);
        assert_eq!(but("m.room.join_rules", None).join_rule, None);
        assert_eq!(but("m.room.history_visibility", None).history, None);
        assert_eq!(but("m.room.member", None).people, None);
    }

    #[test]
    fn what_is_strange_is_never_taken_for_good() {
        let emptied = set("m.room.encryption", &json!({}));
        assert!(!but("m.room.encryption", Some(&emptied)).encrypted, "a redacted event encrypts nothing");
        let other = set("m.room.encryption", &json!({ "algorithm": "rot13" }));
        assert!(!but("m.room.encryption", Some(&other)).encrypted);
        for rule in ["knock", "restricted", "knock_restricted", "private"] {
            let rule = set("m.room.join_rules", &json!({ "join_rule": rule }));
            assert_eq!(but("m.room.join_rules", Some(&rule)).join_rule, Some(JoinRule::Other));
        }
        let history = set("m.room.history_visibility", &json!({ "history_visibility": 7 }));
        assert_eq!(but("m.room.history_visibility", Some(&history)).history, None);
        // State under another key is not the room's.
        let mut keyed = set("m.room.encryption", &json!({ "algorithm": "m.megolm.v1.aes-sha2" }));
        keyed["state_key"] = "x".into();
        assert!(!but("m.room.encryption", Some(&keyed)).encrypted);
    }

    #[test]
    fn a_member_who_cannot_be_read_makes_the_list_unknown() {
        let strange = [
            json!({ "type": "m.room.member", "state_key": "@eve:example.org", "content": { "membership": "lurk" } }),
            json!({ "type": "m.room.member", "state_key": "@eve:example.org", "content": {} }),
            json!({ "state_key": "@eve:example.org", "content": { "membership": "join" } }),
        ];
        for event in strange {
            let mut events = room();
            events.push(event);
            assert_eq!(of(&events).facts.people, None);
        }
        assert_eq!(read(room().iter().map(|_| "{")).facts.people, None);
    }

    #[test]
    fn the_person_of_a_direct_room_is_named_by_its_maker() {
        let mut events = room();
        events.push(set(DIRECT, &json!({ "person": "@bram:example.org" })));
        assert_eq!(
            of(&events).made_for,
            named(&["bram", "anna"]).try_into().ok().map(|[person, by]: [_; 2]| (person, by))
        );
    }
}
