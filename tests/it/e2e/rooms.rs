//! Guarded words: in private, in a room that changes before they go out, and what somebody should not have said in a room. What
//! the bot decides is put into its database while it is down, as a command would have decided it; all the rest is real.

mod decided;
mod files;
mod private;
mod reach;

use matrix_sdk::ruma::{OwnedRoomId, RoomId as MatrixRoomId};
use schakel::domain::{
    Change, Deed, EventId, Incoming, Message, Outgoing, Place, Private, Reach, RoomId, Said, Say, Trust, Turn, UserId,
    What,
};
use schakel::store::{Arrival, Arrived, Receipt, RoomReceipt, Store};

use super::{home, person, unique};
use crate::support::bot::Home;
use crate::support::person::Person;

/// What is said instead of guarded words.
const INSTEAD: &str = "Deze kamer is net veranderd.";

fn id(person: &Person) -> UserId {
    UserId::new(person.id().as_str())
}

fn message(text: &str) -> Message {
    Message { plain: text.to_owned(), html: format!("<p>{text}</p>") }
}

fn say(text: &str, reach: Option<Reach>) -> Say {
    Say {
        message: message(text),
        file: None,
        thread: None,
        answers: None,
        reply_to: None,
        mentions: vec![],
        choices: vec![],
        asked_by: None,
        reach,
        shows: None,
    }
}

/// Guarded words for these people, in a shared room or in the direct room of the only one.
fn guarded(text: &str, people: &[&Person], direct: bool) -> Say {
    let people = people.iter().map(|person| id(person)).collect();
    say(text, Some(Reach { people, teams: vec![], direct, instead: message(INSTEAD) }))
}

fn private(home: &Home, person: &Person, text: &str) -> Change {
    private_say(home, person, guarded(text, &[person], true))
}

fn private_say(home: &Home, person: &Person, say: Say) -> Change {
    let account = UserId::new(home.account.clone());
    Change::Private(Box::new(Private { account, person: id(person), say }))
}

/// Has the bot decide this about something in a room, while it is down. The number of the last row that it is to do.
async fn decide(home: &Home, room: &MatrixRoomId, changes: Vec<Change>, deeds: Vec<Deed>) -> i64 {
    let store = Store::open(&home.database_url(), &home.path("schakel.key")).await.expect("the database opens");
    let account = UserId::new(home.account.clone());
    let room = RoomId::new(room.as_str());
    let event = EventId::new(format!("${}", unique("asked")));
    let now_ms = schakel::clock::now().timestamp_millis();
    let incoming = Incoming {
        event: event.clone(),
        room: room.clone(),
        place: Place { direct: false, encrypted: true },
        sender: account.clone(),
        trust: Trust::Signed,
        age_ms: 0,
        received_ms: now_ms,
        what: What::Message(Said::default()),
    };
    let arrived = Arrived { event, arrival: Arrival::Readable(incoming) };
    let encrypted = store.room(&room).await.expect("the room is read").is_some_and(|row| row.encrypted);
    let receipt = RoomReceipt { room: room.clone(), encrypted, gap: None, mark: None, events: vec![arrived] };
    let receipt = Receipt { sync_mark: None, rooms: vec![receipt] };
    store.receive(&account, &receipt, now_ms).await.expect("it is received");
    let (seq, _) = store.next_arrived(&room).await.expect("the inbox is read").expect("it is there");
    let out = deeds.into_iter().map(|deed| Outgoing { room: room.clone(), deed }).collect();
    assert!(store.finish(seq, &Turn { changes, out }, now_ms).await.expect("it is decided"));
    store.close().await;
    home.number("SELECT MAX(seq) FROM outbox").await.unwrap_or_default()
}

/// The bot's invitation to a room, of which there is one.
async fn invitation(person: &Person) -> OwnedRoomId {
    person
        .wait("the bot's invitation", |_| {
            let rooms = person.client.invited_rooms();
            assert!(rooms.len() <= 1, "more than one invitation");
            rooms.first().map(|room| room.room_id().to_owned())
        })
        .await
}

/// What the bot said in a room, by the server's own word.
async fn said(person: &Person, home: &Home, room: &MatrixRoomId) -> Vec<String> {
    let history = person.history(room).await;
    let by_bot = history.iter().filter(|seen| seen.sender == *home.account && seen.kind == "m.room.message");
    by_bot.map(|seen| seen.body().to_owned()).collect()
}

async fn wait_said(person: &Person, room: &MatrixRoomId, text: &str) {
    person
        .wait(text, |seen| seen.iter().find(|seen| seen.room == *room && seen.body().starts_with(text)).map(|_| ()))
        .await;
}
