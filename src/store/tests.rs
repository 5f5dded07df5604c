//! The contract of the store: every claim holds on `SQLite` and on `PostgreSQL`, both real. A file of claims names them
//! in [`claims`], which makes a test of each for each engine; one that is not named is dead code, which the lints refuse.

mod aftercare;
mod agreements;
mod audit;
mod backup;
mod claim;
mod copy;
mod counts;
mod dialogues;
mod direct_rooms;
mod engine;
mod evaluations;
mod held;
mod identities;
mod inbox;
mod incidents;
mod marks;
mod migrations;
mod opening;
mod outbox;
mod people;
mod practice;
mod pruning;
mod reminders;
mod retention;
mod seal;
mod searching;
mod signals;
mod taken;
mod teams;
mod trend;
mod writers;

use engine::Backend;

use super::{Arrival, Arrived, Receipt, RoomReceipt, Store, StoreError, Waiting};
use crate::domain::{
    Change, Choice, Deed, EventId, Incoming, Message, Outgoing, Place, RoomId, Said, Say, Trust, Turn, UserId, What,
};

/// Makes `mod sqlite` and `mod postgres` with a test of each named claim on an empty database of its own.
macro_rules! claims {
    ($($claim:ident),* $(,)?) => {
        mod sqlite {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $claim() {
                    super::$claim($crate::store::tests::engine::sqlite().await).await;
                }
            )*
        }
        mod postgres {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $claim() {
                    super::$claim($crate::store::tests::engine::postgres().await).await;
                }
            )*
        }
    };
}
use claims;

/// The moment at which everything here happens.
const NOW_MS: i64 = 1_790_000_000_000;

fn me() -> UserId {
    UserId::new("@schakel:example.org")
}

fn other_bot() -> UserId {
    UserId::new("@other:example.org")
}

fn anna() -> UserId {
    UserId::new("@anna:example.org")
}

fn bilal() -> UserId {
    UserId::new("@bilal:example.org")
}

fn room(name: &str) -> RoomId {
    RoomId::new(format!("!{name}:example.org"))
}

fn event(name: &str) -> EventId {
    EventId::new(format!("${name}"))
}

/// A message whose text is its own name.
fn message(in_room: &RoomId, name: &str) -> Incoming {
    Incoming {
        event: event(name),
        room: in_room.clone(),
        place: Place { direct: false, encrypted: true },
        sender: anna(),
        trust: Trust::Signed,
        age_ms: 40,
        received_ms: NOW_MS,
        what: What::Message(Said { text: name.to_owned(), ..Said::default() }),
    }
}

fn readable(in_room: &RoomId, name: &str) -> Arrived {
    Arrived { event: event(name), arrival: Arrival::Readable(message(in_room, name)) }
}

fn unread(name: &str, session: &str) -> Arrived {
    let raw = format!("{{\"event_id\":\"${name}\"}}");
    let waiting = Waiting { raw, session: session.to_owned(), until_ms: NOW_MS + 120_000 };
    Arrived { event: event(name), arrival: Arrival::Waiting(waiting) }
}

fn receipt_of(in_room: &RoomId, events: Vec<Arrived>) -> RoomReceipt {
    RoomReceipt { room: in_room.clone(), encrypted: false, gap: None, mark: None, events }
}

fn one_room(in_room: &RoomId, events: Vec<Arrived>) -> Receipt {
    Receipt { sync_mark: None, rooms: vec![receipt_of(in_room, events)] }
}

fn choice(key: &str) -> Choice {
    Choice { key: key.to_owned(), words: vec![], emoji: None, command: format!("interventie {key}") }
}

fn say(text: &str) -> Say {
    Say {
        message: Message { plain: text.to_owned(), html: format!("<p>{text}</p>") },
        file: None,
        thread: None,
        answers: None,
        reply_to: None,
        mentions: vec![],
        choices: vec![],
        asked_by: None,
        reach: None,
        shows: None,
    }
}

fn turn(in_room: &RoomId, deeds: impl IntoIterator<Item = Deed>) -> Turn {
    let out = deeds.into_iter().map(|deed| Outgoing { room: in_room.clone(), deed });
    Turn { out: out.collect(), changes: vec![] }
}

/// Things that most claims begin or end with.
impl Backend {
    /// A database in which the bot has this account and is in this room.
    async fn with_room(&self, in_room: &RoomId) {
        self.store.enter(&me(), "DEVICE", NOW_MS).await.expect("the account enters");
        self.receive(one_room(in_room, vec![])).await;
    }

    async fn receive(&self, receipt: Receipt) -> Vec<RoomId> {
        self.store.receive(&me(), &receipt, NOW_MS).await.expect("the receipt is written")
    }

    /// The texts of all messages of a room that are to be handled, in order; they are handled then.
    async fn handle_all(&self, in_room: &RoomId) -> Vec<String> {
        let mut texts = Vec::new();
        while let Some((seq, incoming)) = self.store.next_arrived(in_room).await.expect("the inbox is read") {
            assert!(self.store.finish(seq, &Turn::nothing(), NOW_MS).await.expect("the row ends"));
            let What::Message(said) = incoming.what else { panic!("only messages were put in") };
            texts.push(said.text);
        }
        texts
    }

    /// Handles one event in the room with these deeds; returns the rows that they became, in order.
    async fn do_in(&self, in_room: &RoomId, name: &str, deeds: impl IntoIterator<Item = Deed>) -> Vec<i64> {
        let before = self.numbers("SELECT seq FROM outbox ORDER BY seq").await;
        self.receive(one_room(in_room, vec![readable(in_room, name)])).await;
        let (seq, _) = self.store.next_arrived(in_room).await.expect("the inbox is read").expect("it is there");
        assert!(self.store.finish(seq, &turn(in_room, deeds), NOW_MS).await.expect("the row ends"));
        self.numbers("SELECT seq FROM outbox ORDER BY seq").await.split_off(before.len())
    }

    /// The numbers that a statement brings, straight from the tables.
    async fn numbers(&self, sql: &'static str) -> Vec<i64> {
        read!(self.store, |pool| sqlx::query_scalar(sql).fetch_all(pool).await.expect("the statement runs"))
    }

    /// The texts that a statement brings, straight from the tables.
    async fn texts(&self, sql: &'static str) -> Vec<Option<String>> {
        read!(self.store, |pool| sqlx::query_scalar(sql).fetch_all(pool).await.expect("the statement runs"))
    }

    /// The bytes that a statement brings, straight from the tables.
    async fn bytes(&self, sql: &'static str) -> Vec<Option<Vec<u8>>> {
        read!(self.store, |pool| sqlx::query_scalar(sql).fetch_all(pool).await.expect("the statement runs"))
    }

    /// Puts these bytes where the statement says, behind the store's back.
    async fn damage(&self, sql: &'static str, bytes: &[u8]) {
        let run = async {
            read!(self.store, |pool| sqlx::query(sql).bind(bytes).execute(pool).await.map(|_| ())?);
            Ok::<_, StoreError>(())
        };
        run.await.expect("the statement runs");
    }

    /// Changes the tables behind the store's back.
    async fn run(&self, sql: &'static str) {
        read!(self.store, |pool| sqlx::query(sql).execute(pool).await.map(|_| ()).expect("the statement runs"));
    }
}

impl Store {
    /// Erases a record for good: its key is overwritten, so that its texts open nowhere any more. False when there is no such
    /// record, or it was erased before. Copies in backups stay readable until the master key is rotated.
    pub(in crate::store) async fn erase_record(&self, record: &str, now_ms: i64) -> Result<bool, StoreError> {
        let rows = super::write!(self, |tx| super::rotation::erase!(tx, record, now_ms));
        self.scrub().await?;
        Ok(rows > 0)
    }
}
