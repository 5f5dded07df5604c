//! Reports on the real homeserver: a chain of four organisations, people with encrypted clients, and each of them alone with the
//! bot.

mod crash;
mod limits;
mod messages;
mod ticks;
mod walks;
mod withdrawal;

use std::time::{Duration, Instant};

use matrix_sdk::ruma::{OwnedRoomId, OwnedUserId, RoomId};

use super::{home_on, person_on, server};
use crate::support::bot::{Home, PATIENCE, Running};
use crate::support::person::{Person, Seen};

/// The short path in Dutch, from the choice of the path to the summary: what is typed, and what the bot says then.
pub(super) const SHORT: [(&str, &str); 15] = [
    ("kort", "Is er nu direct gevaar"),
    ("nee", "Wat voor signaal"),
    ("sfeer", "Wat zag of hoorde je"),
    (SEEN, "Wanneer was dat"),
    ("gisteravond half elf", "Waar online"),
    ("openbaar", "Hoe weet je het"),
    ("anoniem", "Hoe zeker is het"),
    ("gerucht", "Hoe ver gaat het rond"),
    ("wijk", "Over welke groep"),
    ("haven", "Wat wordt er concreet genoemd"),
    ("niets", "Wie heeft al contact"),
    ("niemand", "Hoe ernstig"),
    ("informatie", "Met wie wil je dit delen"),
    ("politie", "Wat verwacht je"),
    ("meedenken", "Klopt dit zo?"),
];

/// What the reporter saw on the short path. Nobody else says these words.
pub(super) const SEEN: &str = "filmpje bij de zwanenburgsluis, met publiek";

/// A chain of four organisations in its room; nobody but the coordinator has spoken.
pub(super) struct Chain {
    pub(super) home: Home,
    pub(super) bot: Running,
    pub(super) room: OwnedRoomId,
    /// Municipality, coordinator.
    pub(super) anna: Person,
    /// Police.
    pub(super) bram: Person,
    /// Youth work.
    pub(super) carla: Person,
    /// Youth work too.
    pub(super) cees: Person,
    /// Care.
    pub(super) dirk: Person,
}

impl Chain {
    pub(super) async fn new() -> Self {
        let (server, name) = (server(), |name| person_on(server(), name));
        let logins = async { tokio::join!(name("anna"), name("bram"), name("carla"), name("cees"), name("dirk")) };
        let (anna, bram, carla, cees, dirk) = Box::pin(logins).await;
        let home = home_on(server).bot(&format!("admins = [\"{}\"]", anna.id()));
        let bot = home.started();
        let room = anna.room_with(&home.account).await;
        for colleague in [&bram, &carla, &cees, &dirk] {
            anna.room(&room).invite_user_by_id(&colleague.id()).await.unwrap();
            colleague.join(&room).await;
        }
        ask(&anna, &room, &format!("!team maak Jeugd {} gemeente", anna.id().localpart()), "ketenkamer").await;
        let others = [(&bram, "politie"), (&carla, "jongerenwerk"), (&cees, "jongerenwerk"), (&dirk, "zorg")];
        for (colleague, organisation) in others {
            ask(&anna, &room, &format!("!team lid {} {organisation}", colleague.id()), organisation).await;
        }
        ask(&anna, &room, "!team groep De Haven", "De Haven").await;
        Self { home, bot, room, anna, bram, carla, cees, dirk }
    }

    /// Begins a report in the chain room, and comes into the room to which the bot then invites. The path is asked there.
    async fn reporting<'p>(&self, person: &'p Person) -> Alone<'p> {
        ask(person, &self.room, "!signaal", "Ik heb je uitgenodigd").await;
        let mut alone = self.invited(person).await;
        alone.hear("Hoeveel tijd heb je?").await;
        alone
    }

    /// Accepts the bot's invitation to a room for two.
    async fn invited<'p>(&self, person: &'p Person) -> Alone<'p> {
        Self::invited_by(&self.home, person).await
    }

    /// The same, of the bot of this home.
    pub(super) async fn invited_by<'p>(home: &Home, person: &'p Person) -> Alone<'p> {
        let room = person
            .wait("the bot's invitation", |_| {
                person.client.invited_rooms().first().map(|room| room.room_id().to_owned())
            })
            .await;
        person.join(&room).await;
        Alone::new(person, &room, &home.account)
    }

    /// Asks for a signal in the chain room; what the bot shows in private.
    async fn reads_in_private(&self, person: &Person, number: &str) -> String {
        ask(person, &self.room, &format!("!signaal {number}"), "privé").await;
        self.invited(person).await.next().await.body().to_owned()
    }
}

/// Asks in a shared room; the bot's answer, which holds this.
pub(super) async fn ask(person: &Person, room: &RoomId, text: &str, expected: &str) -> String {
    let asked = person.say(room, text).await;
    let answer = person.answer_to(&asked).await.body().to_owned();
    assert!(answer.contains(expected), "{text}: {answer}");
    answer
}

/// Somebody alone with the bot. Every message of the bot is heard, in order, so that one too many is noticed at once.
pub(super) struct Alone<'p> {
    person: &'p Person,
    pub(super) room: OwnedRoomId,
    bot: OwnedUserId,
    heard: usize,
    patience: Duration,
}

impl<'p> Alone<'p> {
    fn new(person: &'p Person, room: &RoomId, bot: &str) -> Self {
        let bot = OwnedUserId::try_from(bot).expect("a full id");
        Self { person, room: room.to_owned(), bot, heard: 0, patience: PATIENCE }
    }

    /// A room that the person makes, in which the bot has greeted.
    pub(super) async fn made(person: &'p Person, bot: &str) -> Self {
        let room = person.make_room(&[bot], true, true).await;
        let mut alone = Self::new(person, &room, bot);
        alone.next().await;
        alone
    }

    /// The bot's next message.
    pub(super) async fn next(&mut self) -> Seen {
        let (room, bot, heard) = (self.room.clone(), self.bot.clone(), self.heard);
        let next = move |seen: &[Seen]| {
            let by_bot = |seen: &&Seen| seen.room == room && seen.sender == bot && is_message(seen);
            seen.iter().filter(by_bot).nth(heard).cloned()
        };
        let next = self.person.wait_for("the bot's next message", self.patience, next).await;
        assert!(next.encrypted && next.kind == "m.room.message", "it cannot be read: {next:?}");
        self.heard += 1;
        next
    }

    /// The bot's next message, which holds this.
    pub(super) async fn hear(&mut self, expected: &str) -> Seen {
        let next = self.next().await;
        assert!(next.body().contains(expected), "“{expected}” is not in: {}", next.body());
        next
    }

    pub(super) async fn say(&mut self, text: &str, expected: &str) -> Seen {
        self.person.say(&self.room, text).await;
        self.hear(expected).await
    }

    /// Types these and hears these.
    pub(super) async fn walk(&mut self, steps: &[(&str, &str)]) {
        for (text, expected) in steps {
            self.say(text, expected).await;
        }
    }

    /// Sends the report; its number.
    async fn sends(&mut self) -> String {
        number_in(self.say("verstuur", "is verstuurd").await.body())
    }
}

/// A message, or one that could not be read.
fn is_message(seen: &Seen) -> bool {
    matches!(seen.kind.as_str(), "m.room.message" | "m.room.encrypted")
}

/// The number of the signal that a text names.
pub(super) fn number_in(text: &str) -> String {
    let mut words = text.split(|sign: char| !sign.is_alphanumeric() && sign != '-');
    words.find(|word| word.starts_with("S-")).unwrap_or_else(|| panic!("no number in: {text}")).to_owned()
}

/// What can still be read in a room that holds the planted word, by the server's own word.
pub(super) async fn left(person: &Person, room: &RoomId, word: &str) -> Vec<Seen> {
    let history = person.history(room).await;
    history.into_iter().filter(|seen| seen.content.to_string().contains(word)).collect()
}

/// Waits until nothing of it can be read there.
pub(super) async fn gone(person: &Person, room: &RoomId, word: &str) {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let left = left(person, room, word).await;
        if left.is_empty() {
            return;
        }
        assert!(Instant::now() < deadline, "{word} can still be read in {room}: {left:#?}");
        person.next_sync().await;
    }
}

/// Somebody who makes a team of which they are the only member, and begins a report: the path is asked in the room for two.
pub(super) async fn alone_in_a_team<'p>(person: &'p Person, home: &Home) -> Alone<'p> {
    let room = person.room_with(&home.account).await;
    ask(person, &room, &format!("!team maak Jeugd {} jongerenwerk", person.id().localpart()), "ketenkamer").await;
    ask(person, &room, "!signaal", "Ik heb je uitgenodigd").await;
    let direct = person
        .wait("the bot's invitation", |_| person.client.invited_rooms().first().map(|room| room.room_id().to_owned()))
        .await;
    person.join(&direct).await;
    let mut alone = Alone::new(person, &direct, &home.account);
    alone.hear("Hoeveel tijd heb je?").await;
    alone
}
