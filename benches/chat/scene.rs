//! Who and what there is: one homeserver, the bot and the peer in a room of each kind, people with real clients.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use matrix_sdk::ruma::{OwnedRoomId, RoomId};
use xtask::homeserver::{Homeserver, Options};

use crate::peer::Peer;
use crate::support::bot::{Home, Running};
use crate::support::person::{Person, Seen};

/// Everything but the bot in many rooms. Dropped from first to last, so the homeserver outlives those who use it.
pub(crate) struct Scene {
    bot: Option<Running>,
    home: Home,
    pub(crate) peer: Peer,
    pub(crate) anna: Person,
    bram: Person,
    /// Rooms of anna and bram.
    pub(crate) floor_encrypted: OwnedRoomId,
    pub(crate) floor_plain: OwnedRoomId,
    /// Rooms of anna and the bot.
    pub(crate) encrypted: OwnedRoomId,
    pub(crate) plain: OwnedRoomId,
    /// Rooms of anna and the peer.
    pub(crate) peer_encrypted: OwnedRoomId,
    pub(crate) peer_plain: OwnedRoomId,
    program: Option<PathBuf>,
    homeserver: Homeserver,
}

/// How long one way took.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Way {
    /// Until the homeserver had what was sent.
    pub(crate) accepted: Duration,
    /// Until what was waited for had arrived.
    pub(crate) whole: Duration,
}

/// Between two measured ways, so that the end of one (receipts, marks in the database) is not counted with the next.
const PAUSE: Duration = Duration::from_millis(50);

impl Scene {
    /// Starts all, with this program as the bot, or the one that this is built with; and puts bot and peer into one encrypted room each; the plain ones come with [`Scene::add_plain_rooms`].
    pub(crate) async fn set_up(program: Option<PathBuf>) -> Self {
        let homeserver = Homeserver::start(&Options::default()).expect("a homeserver starts");
        let home = home(&homeserver, "schakel", program.as_deref());
        let bot = home.started();
        let peer = Peer::start(&homeserver);
        let (anna, bram) = (person(&homeserver, "anna").await, person(&homeserver, "bram").await);
        let encrypted = anna.room_with(&home.account).await;
        let peer_encrypted = room_with_newcomer(&anna, &peer.account, true).await;
        let floor_encrypted = anna.make_room(&[bram.id().as_str()], false, true).await;
        let floor_plain = anna.make_room(&[bram.id().as_str()], false, false).await;
        for room in [&floor_encrypted, &floor_plain] {
            bram.join(room).await;
            arrival(&anna, room, bram.id().as_str()).await;
        }
        // Not there yet: see `add_plain_rooms`.
        let (plain, peer_plain) = (floor_plain.clone(), floor_plain.clone());
        Self {
            bot: Some(bot),
            home,
            peer,
            anna,
            bram,
            floor_encrypted,
            floor_plain,
            encrypted,
            plain,
            peer_encrypted,
            peer_plain,
            program,
            homeserver,
        }
    }

    /// Puts bot and peer into a plain room each. Their memory is measured before that, with one room.
    pub(crate) async fn add_plain_rooms(&mut self) {
        self.plain = self.anna.make_room(&[&self.home.account], false, false).await;
        self.anna.wait_introduction(&self.plain, &self.home.account).await;
        self.peer_plain = room_with_newcomer(&self.anna, &self.peer.account, false).await;
    }

    pub(crate) fn bot(&self) -> &Running {
        self.bot.as_ref().expect("it runs")
    }

    pub(crate) fn stop_bot(&mut self) {
        let (code, _) = self.bot.take().expect("it runs").terminate();
        assert_eq!(code, Some(0), "the bot stops cleanly");
    }

    /// Starts the bot again, without waiting for it.
    pub(crate) fn start_bot(&mut self) {
        self.bot = Some(self.home.start());
    }

    /// An account and a home for one more bot.
    pub(crate) fn home(&self, name: &str) -> Home {
        home(&self.homeserver, name, self.program.as_deref())
    }

    /// One more person.
    pub(crate) async fn person(&self, name: &str) -> Person {
        person(&self.homeserver, name).await
    }

    /// Anna says something, bram receives it.
    pub(crate) async fn delivery(&self, room: &RoomId) -> Way {
        tokio::time::sleep(PAUSE).await;
        let from = Cell::new(known(&self.bram).await);
        let start = Instant::now();
        // Bram may have it before anna hears that the server has it.
        let saying = async {
            self.anna.say(room, "wie kan er straks even langs?").await;
            start.elapsed()
        };
        let receiving = async {
            let words = |seen: &Seen| seen.room == *room && seen.kind == "m.room.message";
            self.bram.wait("anna's words", |seen| new(seen, &from, words)).await;
            start.elapsed()
        };
        let (accepted, whole) = tokio::join!(saying, receiving);
        Way { accepted, whole }
    }

    /// Anna asks, and gets her answer.
    pub(crate) async fn exchange(&self, room: &RoomId, question: &str) -> Way {
        tokio::time::sleep(PAUSE).await;
        exchange(&self.anna, room, question).await
    }
}

/// A person asks, and gets an answer.
pub(crate) async fn exchange(person: &Person, room: &RoomId, question: &str) -> Way {
    let from = Cell::new(known(person).await);
    let start = Instant::now();
    let asked = person.say(room, question).await;
    let accepted = start.elapsed();
    let encrypted = person.room(room).encryption_state().is_encrypted();
    let answer = |seen: &Seen| {
        seen.encrypted == encrypted && seen.kind == "m.room.message" && seen.reply_to() == Some(asked.as_str())
    };
    person.wait("an answer", |seen| new(seen, &from, answer)).await;
    Way { accepted, whole: start.elapsed() }
}

/// How much the person has seen so far.
async fn known(person: &Person) -> usize {
    person.wait("what is there", |seen| Some(seen.len())).await
}

/// Looks only at what has come since the last look: a long memory must not slow the measuring down.
fn new(seen: &[Seen], from: &Cell<usize>, wanted: impl Fn(&Seen) -> bool) -> Option<()> {
    let start = from.replace(seen.len());
    seen[start..].iter().any(wanted).then_some(())
}

fn home(homeserver: &Homeserver, name: &str, program: Option<&Path>) -> Home {
    homeserver.register(name, "secret", false).expect("registered");
    let home = Home::new(&homeserver.url(), &homeserver.user_id(name));
    match program {
        Some(program) => home.program(program),
        None => home,
    }
}

async fn person(homeserver: &Homeserver, name: &str) -> Person {
    homeserver.register(name, "secret", false).expect("registered");
    Person::log_in(&homeserver.url(), name).await
}

async fn room_with_newcomer(person: &Person, other: &str, encrypted: bool) -> OwnedRoomId {
    let room = person.make_room(&[other], false, encrypted).await;
    arrival(person, &room, other).await;
    room
}

async fn arrival(person: &Person, room: &RoomId, other: &str) {
    person
        .wait("the other's coming", |seen| {
            let came = |seen: &&Seen| {
                seen.room == *room
                    && seen.sender == other
                    && seen.kind == "m.room.member"
                    && seen.content["membership"] == "join"
            };
            seen.iter().find(came).map(|_| ())
        })
        .await;
}
