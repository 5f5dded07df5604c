//! A person with a real Matrix client: encrypted, cross-signed unless told otherwise, in memory.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use matrix_sdk::config::{RequestConfig, SyncSettings};
use matrix_sdk::deserialized_responses::{TimelineEvent, TimelineEventKind};
use matrix_sdk::encryption::CrossSigningResetAuthType;
use matrix_sdk::media::{MediaFormat, MediaRequestParameters};
use matrix_sdk::ruma::api::client::filter::FilterDefinition;
use matrix_sdk::ruma::api::client::room::create_room::v3::{Request as CreateRoom, RoomPreset};
use matrix_sdk::ruma::api::client::sync::sync_events::v3::Filter;
use matrix_sdk::ruma::api::client::uiaa::{AuthData, MatrixUserIdentifier, Password, UserIdentifier};
use matrix_sdk::ruma::events::AnyInitialStateEvent;
use matrix_sdk::ruma::events::reaction::ReactionEventContent;
use matrix_sdk::ruma::events::relation::Annotation;
use matrix_sdk::ruma::events::room::MediaSource;
use matrix_sdk::ruma::serde::Raw;
use matrix_sdk::ruma::{OwnedEventId, OwnedRoomId, OwnedUserId, RoomId, TransactionId};
use matrix_sdk::{Client, Room, RoomState};
use serde_json::{Value, json};
use tokio::sync::Notify;
use tokio::task::JoinHandle;

use super::bot::PATIENCE;

/// What a person sees of an event.
#[derive(Debug, Clone)]
pub struct Seen {
    pub room: OwnedRoomId,
    pub event: OwnedEventId,
    pub sender: OwnedUserId,
    pub kind: String,
    pub content: Value,
    pub encrypted: bool,
}

impl Seen {
    pub fn body(&self) -> &str {
        self.content["body"].as_str().unwrap_or_default()
    }

    /// The message that this one is an answer to.
    pub fn reply_to(&self) -> Option<&str> {
        self.content["m.relates_to"]["m.in_reply_to"]["event_id"].as_str()
    }

    /// The message that this one changes.
    pub fn replaces(&self) -> Option<&str> {
        let relation = &self.content["m.relates_to"];
        (relation["rel_type"] == "m.replace").then(|| relation["event_id"].as_str()).flatten()
    }
}

/// A person, logged in and listening.
pub struct Person {
    pub client: Client,
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
    /// Logs in with the password `secret`, signs the device and listens.
    pub async fn log_in(homeserver: &str, name: &str) -> Self {
        Self::log_in_with(homeserver, name, true).await
    }

    /// Logs in with the password `secret`, with a device that its owner signs or does not sign.
    pub async fn log_in_with(homeserver: &str, name: &str, signed: bool) -> Self {
        let client = Client::builder()
            .homeserver_url(homeserver)
            .request_config(RequestConfig::new().timeout(Duration::from_secs(30)))
            .build()
            .await
            .expect("a client can be built");
        client.matrix_auth().login_username(name, "secret").send().await.expect("the login succeeds");
        client.sync_once(SyncSettings::new().timeout(Duration::ZERO)).await.expect("a first sync");
        if signed {
            let _ = client.encryption().bootstrap_cross_signing_if_needed(None).await;
        }
        let (seen, news) = (Arc::default(), Arc::new(Notify::new()));
        let listening = tokio::spawn(listen(client.clone(), Arc::clone(&seen), Arc::clone(&news)));
        Self { client, seen, news, listening }
    }

    /// Sets the encryption up anew, as an app does for who has lost everything: another identity, which signs this device.
    pub async fn reset_identity(&self) {
        let reset = self.client.encryption().reset_cross_signing().await.expect("the server can be asked");
        let Some(reset) = reset else { return };
        let name = MatrixUserIdentifier::new(self.id().localpart().to_owned());
        let mut password = Password::new(UserIdentifier::Matrix(name), "secret".to_owned());
        if let CrossSigningResetAuthType::Uiaa(info) = reset.auth_type() {
            password.session.clone_from(&info.session);
        }
        reset.auth(Some(AuthData::Password(password))).await.expect("the identity is another");
    }

    pub fn id(&self) -> OwnedUserId {
        self.client.user_id().expect("logged in").to_owned()
    }

    /// Makes a room with these people invited, encrypted or not.
    pub async fn make_room(&self, invited: &[&str], direct: bool, encrypted: bool) -> OwnedRoomId {
        let mut request = CreateRoom::new();
        request.preset = Some(RoomPreset::PrivateChat);
        request.is_direct = direct;
        request.invite = invited.iter().map(|id| OwnedUserId::try_from(*id).expect("a full id")).collect();
        let mut state = vec![json!({
            "type": "m.room.history_visibility", "state_key": "", "content": { "history_visibility": "joined" }
        })];
        if direct {
            state[0]["content"]["history_visibility"] = "invited".into();
        }
        if encrypted {
            state.push(json!({
                "type": "m.room.encryption", "state_key": "", "content": { "algorithm": "m.megolm.v1.aes-sha2" }
            }));
        }
        request.initial_state = state
            .iter()
            .map(|event| Raw::<AnyInitialStateEvent>::from_json_string(event.to_string()).expect("an event"))
            .collect();
        let room = self.client.create_room(request).await.expect("a room can be made");
        let id = room.room_id().to_owned();
        self.wait("the new room in the sync", |_| {
            let room = self.client.get_room(&id)?;
            (room.is_synced() && room.encryption_state().is_encrypted() == encrypted).then_some(())
        })
        .await;
        id
    }

    /// Makes a room and waits until the bot is in it and has introduced itself.
    pub async fn room_with(&self, bot: &str) -> OwnedRoomId {
        let room = self.make_room(&[bot], false, true).await;
        self.wait_introduction(&room, bot).await;
        room
    }

    pub async fn wait_introduction(&self, room: &RoomId, bot: &str) {
        self.wait("the bot's introduction", |seen| {
            seen.iter()
                .find(|seen| seen.room == *room && seen.sender == bot && seen.kind == "m.room.message")
                .map(|_| ())
        })
        .await;
    }

    pub fn room(&self, id: &RoomId) -> Room {
        self.client.get_room(id).expect("the person is in the room")
    }

    pub async fn join(&self, id: &RoomId) {
        self.wait("the invitation", |_| {
            self.client.get_room(id).filter(|room| room.state() != RoomState::Left).map(|_| ())
        })
        .await;
        self.client.join_room_by_id(id).await.expect("joined");
        // Where the sync is quicker than the answer to the request, the SDK says afterwards that it knows the room in part only, until
        // something else happens there. That one's own coming in was seen says that it knows it.
        let me = self.id();
        let came = |seen: &Seen| seen.room == *id && seen.kind == "m.room.member" && seen.sender == me;
        self.wait("the joined room", |seen| {
            let room = self.client.get_room(id).filter(|room| room.state() == RoomState::Joined)?;
            (room.is_synced() || seen.iter().any(came)).then_some(())
        })
        .await;
    }

    pub async fn say(&self, room: &RoomId, text: &str) -> OwnedEventId {
        self.send(room, json!({ "msgtype": "m.text", "body": text, "m.mentions": {} })).await
    }

    pub async fn say_in_thread(&self, room: &RoomId, root: &OwnedEventId, text: &str) -> OwnedEventId {
        let relation = json!({
            "rel_type": "m.thread", "event_id": root, "is_falling_back": true, "m.in_reply_to": { "event_id": root }
        });
        self.send(room, json!({ "msgtype": "m.text", "body": text, "m.mentions": {}, "m.relates_to": relation })).await
    }

    pub async fn reply(&self, room: &RoomId, to: &OwnedEventId, text: &str) -> OwnedEventId {
        let relation = json!({ "m.in_reply_to": { "event_id": to } });
        self.send(room, json!({ "msgtype": "m.text", "body": text, "m.mentions": {}, "m.relates_to": relation })).await
    }

    pub async fn edit(&self, room: &RoomId, message: &OwnedEventId, text: &str) -> OwnedEventId {
        let content = json!({
            "msgtype": "m.text", "body": format!("* {text}"), "m.mentions": {},
            "m.new_content": { "msgtype": "m.text", "body": text, "m.mentions": {} },
            "m.relates_to": { "rel_type": "m.replace", "event_id": message },
        });
        self.send(room, content).await
    }

    pub async fn send(&self, room: &RoomId, content: Value) -> OwnedEventId {
        let room = self.room(room);
        let transaction = TransactionId::new();
        // A server that was just restarted has dropped the connection; clients try again with the same id.
        for _ in 0..20 {
            match room.send_raw("m.room.message", content.clone()).with_transaction_id(&transaction).await {
                Ok(sent) => return sent.response.event_id,
                Err(_) => self.next_sync().await,
            }
        }
        panic!("it could not be sent");
    }

    pub async fn react(&self, room: &RoomId, to: &OwnedEventId, key: &str) -> OwnedEventId {
        let content = ReactionEventContent::new(Annotation::new(to.clone(), key.to_owned()));
        self.room(room).send(content).await.expect("it can be sent").response.event_id
    }

    pub async fn redact(&self, room: &RoomId, event: &OwnedEventId) {
        self.room(room).redact(event, None, None).await.expect("it can be redacted");
    }

    /// What is in the file that a message shows, decrypted when it is encrypted.
    pub async fn download(&self, content: &Value) -> Vec<u8> {
        let source: MediaSource = serde_json::from_value(content.clone()).expect("it says where the file is");
        let request = MediaRequestParameters { source, format: MediaFormat::File };
        self.client.media().get_media_content(&request, false).await.expect("the file is there")
    }

    /// Waits until the server has answered the next time.
    pub async fn next_sync(&self) {
        let _ = tokio::time::timeout(Duration::from_secs(25), self.news.notified()).await;
    }

    /// Everything seen so far.
    pub fn seen(&self) -> Vec<Seen> {
        self.seen.lock().expect("sound").clone()
    }

    /// Waits until `look` finds what it looks for in what was seen.
    pub async fn wait<T>(&self, what: &str, look: impl Fn(&[Seen]) -> Option<T>) -> T {
        self.wait_for(what, PATIENCE, look).await
    }

    pub async fn wait_for<T>(&self, what: &str, patience: Duration, look: impl Fn(&[Seen]) -> Option<T>) -> T {
        let waiting = async {
            loop {
                let news = self.news.notified();
                if let Some(found) = look(&self.seen.lock().expect("sound")) {
                    return found;
                }
                news.await;
            }
        };
        match tokio::time::timeout(patience, waiting).await {
            Ok(found) => found,
            Err(_) => {
                let seen: Vec<String> =
                    self.seen().iter().map(|seen| format!("{} {} {}", seen.sender, seen.kind, seen.body())).collect();
                panic!("never came: {what}. Seen:\n{}", seen.join("\n"));
            }
        }
    }

    /// The first answer of somebody to this message, in a shared room.
    pub async fn answer_to(&self, message: &OwnedEventId) -> Seen {
        self.wait("an answer", |seen| {
            seen.iter().find(|seen| seen.reply_to() == Some(message.as_str()) && seen.replaces().is_none()).cloned()
        })
        .await
    }

    /// How many answers each of these messages has, by the server's own word: the whole history is read.
    pub async fn answers_in_history(
        &self,
        room: &RoomId,
        messages: &[OwnedEventId],
    ) -> BTreeMap<OwnedEventId, Vec<Seen>> {
        let history = self.history(room).await;
        let answers = |message: &OwnedEventId| {
            history.iter().filter(|seen| seen.reply_to() == Some(message.as_str())).cloned().collect()
        };
        messages.iter().map(|message| (message.clone(), answers(message))).collect()
    }

    /// All messages of the room, oldest first, decrypted.
    pub async fn history(&self, room: &RoomId) -> Vec<Seen> {
        let room = self.room(room);
        let mut from: Option<String> = None;
        let mut history = Vec::new();
        loop {
            let mut options = matrix_sdk::room::MessagesOptions::backward();
            options.from = from;
            options.limit = 100_u32.into();
            let page = room.messages(options).await.expect("history can be read");
            history.extend(page.chunk.iter().filter_map(|event| look(room.room_id(), event)));
            from = page.end;
            if from.is_none() {
                history.reverse();
                return history;
            }
        }
    }
}

async fn listen(client: Client, seen: Arc<Mutex<Vec<Seen>>>, news: Arc<Notify>) {
    let mut updates = client.subscribe_to_all_room_updates();
    // More of a room than comes between two answers: nothing of it may be left out.
    let mut filter = FilterDefinition::empty();
    filter.room.timeline.limit = Some(500_u32.into());
    let settings = SyncSettings::new().timeout(Duration::from_secs(20)).filter(Filter::FilterDefinition(filter));
    loop {
        let synced = client.sync_once(settings.clone()).await;
        while let Ok(update) = updates.try_recv() {
            let mut seen = seen.lock().expect("sound");
            for (room, joined) in &update.joined {
                for event in &joined.timeline.events {
                    let Some(event) = look(room, event) else { continue };
                    if !seen.iter().any(|known: &Seen| known.event == event.event) {
                        seen.push(event);
                    }
                }
            }
        }
        news.notify_waiters();
        if synced.is_err() {
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }
}

fn look(room: &RoomId, event: &TimelineEvent) -> Option<Seen> {
    let json: Value = serde_json::from_str(event.raw().json().get()).ok()?;
    Some(Seen {
        room: room.to_owned(),
        event: event.event_id()?,
        sender: event.sender()?,
        kind: json["type"].as_str()?.to_owned(),
        content: json["content"].clone(),
        encrypted: !matches!(event.kind, TimelineEventKind::PlainText { .. }),
    })
}
