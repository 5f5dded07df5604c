//! A person of the tour: a real client, encrypted, on a device that its owner has signed. Unlike the people of the tests it
//! fails with a sentence and not with a panic.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use matrix_sdk::config::SyncSettings;
use matrix_sdk::deserialized_responses::{TimelineEvent, TimelineEventKind};
use matrix_sdk::ruma::api::client::filter::FilterDefinition;
use matrix_sdk::ruma::api::client::room::create_room::v3::{Request as CreateRoom, RoomPreset};
use matrix_sdk::ruma::api::client::sync::sync_events::v3::Filter;
use matrix_sdk::ruma::events::AnyInitialStateEvent;
use matrix_sdk::ruma::serde::Raw;
use matrix_sdk::ruma::{OwnedEventId, OwnedRoomId, OwnedUserId, RoomId, UserId};
use matrix_sdk::{Client, Room};
use serde_json::{Value, json};
use tokio::sync::Notify;
use tokio::task::JoinHandle;

/// More events of a room than come between two answers of the server: nothing of it is left out.
const TIMELINE: u32 = 500;

/// Why the tour cannot go on, in one sentence.
#[derive(Debug)]
pub(crate) struct Stopped(pub(crate) String);

impl fmt::Display for Stopped {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Stopped {}

/// An event as a person's client shows it.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub(crate) event: OwnedEventId,
    room: OwnedRoomId,
    sender: OwnedUserId,
    kind: String,
    content: Value,
    encrypted: bool,
}

impl Seen {
    /// The text; of a changed message the new one.
    pub(crate) fn text(&self) -> &str {
        let new = &self.content["m.new_content"]["body"];
        new.as_str().or_else(|| self.content["body"].as_str()).unwrap_or_default()
    }

    /// Whether this is a message by `sender` in `room`, encrypted and not the change of another.
    pub(crate) fn is_said(&self, sender: &UserId, room: &RoomId) -> bool {
        self.is_message(sender) && self.room == *room && self.replaces().is_none()
    }

    /// Whether this is the changed form of `message`.
    pub(crate) fn changes(&self, sender: &UserId, message: &OwnedEventId) -> bool {
        self.is_message(sender) && self.replaces() == Some(message.as_str())
    }

    /// Whether this takes `message` away.
    pub(crate) fn removes(&self, sender: &UserId, message: &OwnedEventId) -> bool {
        self.kind == "m.room.redaction" && self.sender == *sender && self.content["redacts"] == message.as_str()
    }

    pub(crate) fn answers(&self, message: &OwnedEventId) -> bool {
        self.content["m.relates_to"]["m.in_reply_to"]["event_id"] == message.as_str()
    }

    pub(crate) fn in_thread_of(&self, root: &OwnedEventId) -> bool {
        let relation = &self.content["m.relates_to"];
        relation["rel_type"] == "m.thread" && relation["event_id"] == root.as_str()
    }

    /// What came unencrypted, or could not be decrypted, is none.
    fn is_message(&self, sender: &UserId) -> bool {
        self.kind == "m.room.message" && self.encrypted && self.sender == *sender
    }

    fn replaces(&self) -> Option<&str> {
        let relation = &self.content["m.relates_to"];
        (relation["rel_type"] == "m.replace").then(|| relation["event_id"].as_str()).flatten()
    }
}

/// Somebody who is logged in and listens.
pub(crate) struct Person {
    /// As in the room's list of members.
    pub(crate) name: String,
    /// The whole address.
    pub(crate) id: OwnedUserId,
    client: Client,
    seen: Arc<Mutex<Vec<Seen>>>,
    news: Arc<Notify>,
    listening: JoinHandle<()>,
}

impl Drop for Person {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

impl Person {
    /// Logs in on a new device, signs that device, and listens from now on.
    pub(crate) async fn log_in(homeserver: &str, user: &str, password: &str) -> Result<Self, Stopped> {
        let client = Client::builder().homeserver_url(homeserver).build().await;
        let client = client.map_err(|error| stopped(&format!("{homeserver} is no homeserver"), &error))?;
        let login = client.matrix_auth().login_username(user, password);
        let login = login.initial_device_display_name("tour").send().await;
        login.map_err(|error| stopped(&format!("{user} could not log in"), &error))?;
        let first = client.sync_once(SyncSettings::new().timeout(Duration::ZERO)).await;
        first.map_err(|error| stopped(&format!("{user} got no first answer of the homeserver"), &error))?;
        let signed = client.encryption().bootstrap_cross_signing_if_needed(None).await;
        signed.map_err(|error| stopped(&format!("{user} could not sign the new device"), &error))?;
        let name = client.account().get_display_name().await.ok().flatten().unwrap_or_else(|| user.to_owned());
        let (seen, news) = (Arc::default(), Arc::new(Notify::new()));
        let listening = tokio::spawn(listen(client.clone(), Arc::clone(&seen), Arc::clone(&news)));
        let id = client.user_id().ok_or_else(|| Stopped(format!("{user} is not logged in")))?.to_owned();
        Ok(Self { name, id, client, seen, news, listening })
    }

    pub(crate) async fn say(&self, room: &RoomId, text: &str) -> Result<OwnedEventId, Stopped> {
        self.send(room, message(text)).await
    }

    pub(crate) async fn say_in_thread(
        &self,
        room: &RoomId,
        root: &OwnedEventId,
        text: &str,
    ) -> Result<OwnedEventId, Stopped> {
        let mut content = message(text);
        content["m.relates_to"] = json!({
            "rel_type": "m.thread", "event_id": root, "is_falling_back": true, "m.in_reply_to": { "event_id": root }
        });
        self.send(room, content).await
    }

    pub(crate) async fn edit(&self, room: &RoomId, old: &OwnedEventId, text: &str) -> Result<(), Stopped> {
        let mut content = message(&format!("* {text}"));
        content["m.new_content"] = message(text);
        content["m.relates_to"] = json!({ "rel_type": "m.replace", "event_id": old });
        self.send(room, content).await.map(drop)
    }

    pub(crate) async fn redact(&self, room: &RoomId, event: &OwnedEventId) -> Result<(), Stopped> {
        let redacted = self.room(room)?.redact(event, None, None).await;
        redacted.map(drop).map_err(|error| stopped(&format!("{} could not take a message back", self.name), &error))
    }

    /// Makes an encrypted room for two.
    pub(crate) async fn direct_room(&self, other: &UserId) -> Result<OwnedRoomId, Stopped> {
        let mut request = CreateRoom::new();
        request.preset = Some(RoomPreset::PrivateChat);
        request.is_direct = true;
        request.invite = vec![other.to_owned()];
        let encryption = json!({
            "type": "m.room.encryption", "state_key": "", "content": { "algorithm": "m.megolm.v1.aes-sha2" }
        });
        let encryption = Raw::<AnyInitialStateEvent>::from_json_string(encryption.to_string()).expect("an event");
        request.initial_state = vec![encryption];
        let made = self.client.create_room(request).await;
        let made = made.map_err(|error| stopped(&format!("{} could not make a direct room", self.name), &error))?;
        let room = made.room_id().to_owned();
        Ok(room)
    }

    /// Waits for the first event that `is_it` knows as the awaited one.
    pub(crate) async fn first(&self, is_it: impl Fn(&Seen) -> bool) -> Seen {
        self.wait(|seen| seen.iter().find(|seen| is_it(seen)).cloned()).await
    }

    /// The same, of those that came after `event`.
    pub(crate) async fn next_after(&self, event: &OwnedEventId, is_it: impl Fn(&Seen) -> bool) -> Seen {
        self.wait(|seen| seen.iter().skip_while(|seen| seen.event != *event).find(|seen| is_it(seen)).cloned()).await
    }

    async fn wait(&self, look: impl Fn(&[Seen]) -> Option<Seen>) -> Seen {
        loop {
            // Asked for before the look, so that nothing that comes in between is missed.
            let news = self.news.notified();
            let found = look(&self.seen.lock().unwrap_or_else(PoisonError::into_inner));
            if let Some(found) = found {
                return found;
            }
            news.await;
        }
    }

    async fn send(&self, room: &RoomId, content: Value) -> Result<OwnedEventId, Stopped> {
        let sent = self.room(room)?.send_raw("m.room.message", content).await;
        let sent = sent.map_err(|error| stopped(&format!("{} could not send a message", self.name), &error))?;
        Ok(sent.response.event_id)
    }

    fn room(&self, room: &RoomId) -> Result<Room, Stopped> {
        self.client.get_room(room).ok_or_else(|| Stopped(format!("{} is not in the room {room}", self.name)))
    }
}

fn stopped(what: &str, error: &dyn std::error::Error) -> Stopped {
    Stopped(format!("{what}: {error}"))
}

fn message(text: &str) -> Value {
    json!({ "msgtype": "m.text", "body": text, "m.mentions": {} })
}

async fn listen(client: Client, seen: Arc<Mutex<Vec<Seen>>>, news: Arc<Notify>) {
    let mut updates = client.subscribe_to_all_room_updates();
    let mut filter = FilterDefinition::empty();
    filter.room.timeline.limit = Some(TIMELINE.into());
    let settings = SyncSettings::new().timeout(Duration::from_secs(20)).filter(Filter::FilterDefinition(filter));
    loop {
        let synced = client.sync_once(settings.clone()).await;
        while let Ok(update) = updates.try_recv() {
            let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
            for (room, joined) in &update.joined {
                seen.extend(joined.timeline.events.iter().filter_map(|event| look(room, event)));
            }
        }
        news.notify_waiters();
        if synced.is_err() {
            // Only between two tries of a server that does not answer.
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }
}

fn look(room: &RoomId, event: &TimelineEvent) -> Option<Seen> {
    let json: Value = serde_json::from_str(event.raw().json().get()).ok()?;
    Some(Seen {
        event: event.event_id()?,
        room: room.to_owned(),
        sender: event.sender()?,
        kind: json["type"].as_str()?.to_owned(),
        content: json["content"].clone(),
        encrypted: matches!(event.kind, TimelineEventKind::Decrypted(_)),
    })
}
