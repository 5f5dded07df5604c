//! The chat without a server: people, rooms and messages around the one real bot. Everything goes through inbox, bot and
//! outbox as it does with a server, so what is seen here is what those transactions do.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::book::{self, Book, Entry, Room};
use super::rooms::Rooms;
use crate::bot::{self, Bot, Identity};
use crate::commands::Library;
use crate::domain::{
    Deed, EventId, File, Incoming, Membership, Message, Outgoing, Pill, Place, RoomFacts, RoomId, Said, Trust, UserId,
    What,
};
use crate::store::{
    Arrival, Arrived, Claim, PRIVATE_WAITS_MS, Pending, Receipt, RoomReceipt, Standing, Store, StoreError,
};

/// The key file beside an SQLite file.
fn key_file(url: &str) -> std::path::PathBuf {
    std::path::Path::new(url.strip_prefix("sqlite:").unwrap_or(url)).with_extension("key")
}

/// The device on which nothing was ever sent.
const DEVICE: &str = "CONSOLE";

/// One thing that becomes visible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The number of the message that it is, or is about.
    pub number: usize,
    /// Who did it.
    pub by: UserId,
    /// Where.
    pub room: RoomId,
    /// What is seen.
    pub what: Seen,
}

impl Shown {
    /// The text that a reader sees; nothing for what is gone.
    pub fn text(&self) -> &str {
        match &self.what {
            Seen::Said { text, .. } | Seen::Edited { text } => text,
            Seen::Reacted { key } | Seen::Unreacted { key } => key,
            Seen::Redacted => "",
        }
    }
}

/// What is seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// A new message.
    Said {
        /// Its plain text.
        text: String,
        /// The file that goes with it.
        file: Option<Box<File>>,
        /// The number of the first message of its thread.
        thread: Option<usize>,
        /// The number of the message that it replies to.
        reply_to: Option<usize>,
    },
    /// A message reads differently now.
    Edited {
        /// Its plain text from now on.
        text: String,
    },
    /// A message is gone.
    Redacted,
    /// There is a reaction under a message.
    Reacted {
        /// The emoji.
        key: String,
    },
    /// It is gone.
    Unreacted {
        /// The emoji.
        key: String,
    },
}

/// Why something cannot be done with a message. A person's mistake, not a failure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// There is no message with this number.
    NoMessage,
    /// It stands in another room.
    Elsewhere(RoomId),
    /// It is somebody else's.
    NotYours,
    /// It has been taken back.
    Gone,
}

/// People, rooms and messages around a bot.
#[derive(Debug)]
pub struct World {
    pub(super) bot: Bot,
    pub(super) me: Identity,
    pub(super) book: Book,
    rooms: Arc<Rooms>,
    /// What is to go out waits.
    held: bool,
    /// Rooms in which the bot may take back what others say.
    powers: HashSet<RoomId>,
    store: Arc<Store>,
    now: DateTime<Utc>,
    late_ms: i64,
    events: usize,
}

impl World {
    /// A world over the database of this address, at this moment. What the database still holds to be handled or sent
    /// waits for [`Self::settle`].
    pub async fn open(
        url: &str,
        library: impl Into<Arc<Library>>,
        me: Identity,
        now: DateTime<Utc>,
    ) -> Result<Self, StoreError> {
        Self::with_book(url, library, me, now, Book::default()).await
    }

    pub(super) async fn with_book(
        url: &str,
        library: impl Into<Arc<Library>>,
        mut me: Identity,
        now: DateTime<Utc>,
        book: Book,
    ) -> Result<Self, StoreError> {
        let store = Arc::new(Store::open(url, &key_file(url)).await?);
        me.started_ms = now.timestamp_millis();
        me.first_login_ms = store.enter(&me.account, DEVICE, me.started_ms).await?;
        let rooms = Arc::new(Rooms::default());
        for room in &book.rooms {
            rooms.let_in(&room.id, &me.account);
            room.people.iter().for_each(|person| rooms.let_in(&room.id, person));
        }
        let bot = Bot::new(Arc::clone(&store), library, Arc::clone(&rooms) as Arc<dyn bot::Rooms>, me.clone());
        let (held, powers) = (false, HashSet::new());
        Ok(Self { bot, me, book, rooms, held, powers, store, now, late_ms: 0, events: 0 })
    }

    /// Claims the bot's account for this process.
    pub(super) async fn claim(&self) -> Result<Claim, StoreError> {
        self.store.claim(&self.me.account).await
    }

    /// It is now this moment.
    pub fn at(&mut self, now: DateTime<Utc>) {
        self.now = now;
    }

    /// From now on events are so old when the bot gets them, in milliseconds.
    pub fn arriving_late(&mut self, late_ms: i64) {
        self.late_ms = late_ms;
    }

    /// Something is otherwise with a room from now on: who is there or invited, who may come in, who can read. The bot gets no
    /// event of it; it asks.
    pub fn change_room(&mut self, person: &str, room: &str, change: impl FnOnce(&mut RoomFacts)) {
        self.rooms.change(&Room::called(room, &book::person(person)).id, change);
    }

    /// From now on what the bot decides to say waits, or goes out with the next [`Self::settle`].
    pub fn hold(&mut self, held: bool) {
        self.held = held;
    }

    /// The bot may take back what others say in this room from now on.
    pub fn let_bot_redact(&mut self, person: &str, room: &str) {
        self.powers.insert(Room::called(room, &book::person(person)).id);
    }

    /// Ends all use of the database.
    pub async fn close(&self) {
        self.store.close().await;
    }

    /// Brings a person into a room; makes it, with the bot in it, when it is new.
    pub async fn enter(&mut self, person: &str, room: &str) -> Result<Vec<Shown>, StoreError> {
        let person = book::person(person);
        if person != self.me.account && !self.book.people.contains(&person) {
            self.book.people.push(person.clone());
        }
        let room = Room::called(room, &person);
        let id = room.id.clone();
        let account = self.me.account.clone();
        let known = self.book.rooms.iter().position(|known| known.id == id);
        let place = known.unwrap_or(self.book.rooms.len());
        if known.is_none() {
            self.book.rooms.push(room);
        }
        let room = &mut self.book.rooms[place];
        if !room.people.contains(&person) {
            room.people.push(person.clone());
            self.rooms.let_in(&id, &account);
            self.rooms.let_in(&id, &person);
        }
        if known.is_some() {
            return Ok(Vec::new());
        }
        if room.direct_of.is_some() {
            self.store.keep_direct_room(&account, &person, &id, false, self.now.timestamp_millis()).await?;
        }
        let joined = What::Membership { person: account.clone(), now: Membership::Joined };
        self.happen(&id, &account, joined).await?;
        self.settle().await
    }

    /// Somebody is in a room no more: by their own doing, or put out by somebody.
    pub async fn leave(&mut self, person: &str, room: &str, by: &str) -> Result<Vec<Shown>, StoreError> {
        let (person, by) = (book::person(person), book::person(by));
        let id = Room::called(room, &person).id;
        if let Some(room) = self.book.rooms.iter_mut().find(|room| room.id == id) {
            room.people.retain(|one| *one != person);
        }
        self.rooms.change(&id, |facts| facts.people.get_or_insert_default().retain(|one| *one != person));
        self.happen(&id, &by, What::Membership { person, now: Membership::Gone }).await?;
        self.settle().await
    }

    /// Somebody says something in a room, at its end.
    pub async fn say(&mut self, person: &str, room: &str, text: &str) -> Result<Vec<Shown>, StoreError> {
        let said = self.said(text);
        self.say_all(person, room, said).await
    }

    /// Somebody says something in the thread of a message.
    pub async fn say_in_thread(&mut self, person: &str, number: usize, text: &str) -> Result<Vec<Shown>, StoreError> {
        let Some((room, first)) = self.root(number) else { return Ok(Vec::new()) };
        let said = Said { thread: Some(first), ..self.said(text) };
        self.say_all(person, &room, said).await
    }

    /// Somebody replies to a message. Clients mention whom it is by, and stay in its thread.
    pub async fn reply(&mut self, person: &str, number: usize, text: &str) -> Result<Vec<Shown>, StoreError> {
        let Some(entry) = self.book.entry(number).cloned() else { return Ok(Vec::new()) };
        let mut said = Said { thread: entry.thread, reply_to: Some(entry.event), ..self.said(text) };
        said.mentions.get_or_insert_default().push(entry.by);
        let room = self.book.room(&entry.room).map(|room| room.name.clone()).unwrap_or_default();
        self.say_all(person, &room, said).await
    }

    /// Somebody says something just as it stands here; what they said is the first thing shown.
    pub async fn say_all(&mut self, person: &str, room: &str, said: Said) -> Result<Vec<Shown>, StoreError> {
        let mut shown = self.enter(person, room).await?;
        let person = book::person(person);
        let room = Room::called(room, &person).id;
        let seen = Seen::Said {
            text: said.text.clone(),
            file: None,
            thread: said.thread.as_ref().and_then(|event| self.book.number(event)),
            reply_to: said.reply_to.as_ref().and_then(|event| self.book.number(event)),
        };
        let thread = said.thread.clone();
        let event = self.happen(&room, &person, What::Message(said)).await?;
        let number = self.note(event, &room, &person, thread);
        shown.push(Shown { number, by: person, room, what: seen });
        shown.extend(self.settle().await?);
        Ok(shown)
    }

    /// Somebody changes their message.
    pub async fn edit(&mut self, person: &str, number: usize, text: &str) -> Result<Vec<Shown>, StoreError> {
        let Some(of) = self.book.entry(number).cloned() else { return Ok(Vec::new()) };
        // As with a server: a changed message does not say again in which thread it stands.
        let what = What::Edit { of: of.event.clone(), said: self.said(text) };
        self.about(person, number, &of, what, Seen::Edited { text: text.to_owned() }).await
    }

    /// Somebody reacts to a message, or takes the same reaction away.
    pub async fn react(&mut self, person: &str, number: usize, key: &str) -> Result<Vec<Shown>, StoreError> {
        let Some(to) = self.book.entry(number).cloned() else { return Ok(Vec::new()) };
        let by = book::person(person);
        let key = key.to_owned();
        let same = |one: &book::Reaction| one.by == by && one.to == to.event && one.key == key;
        if let Some(there) = self.book.reactions.iter().position(same) {
            let of = self.book.reactions.swap_remove(there).event;
            return self.about(person, number, &to, What::Redaction { of }, Seen::Unreacted { key }).await;
        }
        let event = self.happen(&to.room, &by, What::Reaction { to: to.event.clone(), key: key.clone() }).await?;
        let mut shown = vec![Shown { number, by: by.clone(), room: to.room, what: Seen::Reacted { key: key.clone() } }];
        self.book.reactions.push(book::Reaction { event, to: to.event, by, key });
        shown.extend(self.settle().await?);
        Ok(shown)
    }

    /// Somebody takes their message back.
    pub async fn redact(&mut self, person: &str, number: usize) -> Result<Vec<Shown>, StoreError> {
        let Some(of) = self.book.entry(number).cloned() else { return Ok(Vec::new()) };
        self.book.messages[number - 1].gone = true;
        let what = What::Redaction { of: of.event.clone() };
        self.about(person, number, &of, what, Seen::Redacted).await
    }

    /// Whether this person can do something with a message in the room they are in; `own` when it must be their own. A
    /// server and its clients would refuse the rest.
    pub(super) fn may(&self, person: &UserId, room: &RoomId, number: usize, own: bool) -> Result<(), Refused> {
        let entry = self.book.entry(number).ok_or(Refused::NoMessage)?;
        if entry.room != *room {
            return Err(Refused::Elsewhere(entry.room.clone()));
        }
        if entry.gone {
            return Err(Refused::Gone);
        }
        if own && entry.by != *person { Err(Refused::NotYours) } else { Ok(()) }
    }

    /// The room of a message and the first message of its thread, which it may be itself.
    fn root(&self, number: usize) -> Option<(String, EventId)> {
        let entry = self.book.entry(number)?;
        let room = self.book.room(&entry.room)?.name.clone();
        Some((room, entry.thread.clone().unwrap_or_else(|| entry.event.clone())))
    }

    /// The number of the first message of a message's thread.
    pub(super) fn root_number(&self, number: usize) -> usize {
        self.root(number).and_then(|(_, first)| self.book.number(&first)).unwrap_or(number)
    }

    /// Words as a client sends them: `@name` of somebody who is there is a mention.
    fn said(&self, text: &str) -> Said {
        let known = self.book.people.iter().chain([&self.me.account]);
        let mut mentions = Vec::new();
        let mut pills = Vec::new();
        for word in text.split_whitespace().filter(|word| word.starts_with('@')) {
            let shown = word.trim_end_matches([':', ',', '.', '?', '!']);
            let name = shown[1..].to_lowercase();
            if let Some(person) = known.clone().find(|person| person.localpart() == name) {
                mentions.push(person.clone());
                pills.push(Pill { person: person.clone(), shown: shown.to_owned() });
            }
        }
        Said { text: text.to_owned(), mentions: Some(mentions), pills, ..Said::default() }
    }

    async fn about(
        &mut self,
        person: &str,
        number: usize,
        entry: &Entry,
        what: What,
        seen: Seen,
    ) -> Result<Vec<Shown>, StoreError> {
        let by = book::person(person);
        self.happen(&entry.room, &by, what).await?;
        let mut shown = vec![Shown { number, by, room: entry.room.clone(), what: seen }];
        shown.extend(self.settle().await?);
        Ok(shown)
    }

    /// Puts an event in the bot's inbox, as a transport does.
    async fn happen(&mut self, room: &RoomId, sender: &UserId, what: What) -> Result<EventId, StoreError> {
        let event = self.new_event();
        let now_ms = self.now.timestamp_millis();
        let direct = self.book.room(room).is_some_and(|room| room.direct_of.is_some());
        let encrypted = self.rooms.now(room).is_none_or(|facts| facts.encrypted);
        let incoming = Incoming {
            event: event.clone(),
            room: room.clone(),
            place: Place { direct, encrypted },
            sender: sender.clone(),
            trust: Trust::Signed,
            age_ms: self.late_ms,
            received_ms: now_ms,
            what,
        };
        let arrived = Arrived { event: event.clone(), arrival: Arrival::Readable(incoming) };
        let receipt =
            RoomReceipt { room: room.clone(), encrypted, gap: None, mark: Some(event.clone()), events: vec![arrived] };
        self.store.receive(&self.me.account, &Receipt { sync_mark: None, rooms: vec![receipt] }, now_ms).await?;
        Ok(event)
    }

    /// Has the bot look, as it does once an hour, whether it must ask for something of its own accord; shows what it says.
    pub async fn look_again(&mut self) -> Result<Vec<Shown>, StoreError> {
        self.bot.ask_for_reviews(self.now).await?;
        self.settle().await
    }

    /// Has the bot do all there is to do, and shows what it says.
    pub async fn settle(&mut self) -> Result<Vec<Shown>, StoreError> {
        for room in self.store.rooms_with_work(&self.me.account).await? {
            while Box::pin(self.bot.handle_next(&room, self.now)).await?.is_some() {}
        }
        Box::pin(self.bot.fall_due(self.now, |_| {})).await?;
        self.answer_in_private().await?;
        if self.held {
            return Ok(Vec::new());
        }
        let mut shown = Vec::new();
        for room in self.store.rooms_to_send(&self.me.account).await? {
            while let Some(row) = self.store.next_pending(&room).await? {
                shown.extend(self.deliver(row).await?);
            }
        }
        Ok(shown)
    }

    /// What waits to be said in private is said to those who have a direct room; others are as good as invited.
    async fn answer_in_private(&self) -> Result<(), StoreError> {
        let (account, now_ms) = (&self.me.account, self.now.timestamp_millis());
        for person in self.store.private_people(account).await? {
            self.store.drop_private(account, &person, now_ms - PRIVATE_WAITS_MS).await?;
            for direct in self.store.direct_rooms(account, &person).await? {
                let facts = self.rooms.now(&direct.room);
                if facts.is_some_and(|facts| facts.direct_faults(&person, account).is_empty()) {
                    self.store.say_in_private(account, &person, &direct.room, now_ms).await?;
                }
            }
        }
        Ok(())
    }

    async fn deliver(&mut self, row: Pending) -> Result<Option<Shown>, StoreError> {
        let Outgoing { room, deed } = row.outgoing.clone();
        if let Some(reach) = deed.reach() {
            let members = self.store.members_of(&reach.teams).await?;
            if !reach.holds(&self.rooms.now(&room).unwrap_or_default(), &self.me.account, &members) {
                let instead = deed.instead().expect("what has a reach has other words");
                return self.store.replace(&row, &instead).await.map(|()| None);
            }
        }
        let account = self.me.account.clone();
        let event = self.new_event();
        let (number, what) = match deed {
            Deed::Say(say) => {
                let number = self.note(event.clone(), &room, &account, say.thread.clone());
                let numbered = |event: Option<EventId>| event.and_then(|event| self.book.number(&event));
                let (thread, reply_to) = (numbered(say.thread), numbered(say.reply_to));
                let Message { plain: text, .. } = say.message;
                (number, Seen::Said { text, file: say.file, thread, reply_to })
            }
            Deed::Edit { row: target, message, .. } => match self.number_of(target).await? {
                Some(number) => (number, Seen::Edited { text: message.plain }),
                None => return self.store.give_up(row.seq).await.map(|()| None),
            },
            Deed::Redact { row: target } => match self.number_of(target).await? {
                Some(number) => {
                    self.book.messages[number - 1].gone = true;
                    (number, Seen::Redacted)
                }
                None => return self.store.give_up(row.seq).await.map(|()| None),
            },
            Deed::RedactTheirs { event: theirs, otherwise } => match self.book.number(&theirs) {
                Some(number) if self.powers.contains(&room) => {
                    self.book.messages[number - 1].gone = true;
                    (number, Seen::Redacted)
                }
                _ => {
                    return match otherwise {
                        Some(say) => self.store.replace(&row, &Deed::Say(*say)).await.map(|()| None),
                        None => self.store.give_up(row.seq).await.map(|()| None),
                    };
                }
            },
        };
        self.store.sent(row.seq, &event).await?;
        Ok(Some(Shown { number, by: account, room, what }))
    }

    /// The number under which a row of the outbox was shown.
    async fn number_of(&self, row: i64) -> Result<Option<usize>, StoreError> {
        Ok(match self.store.standing(row).await? {
            Standing::Sent(event) => self.book.number(&event),
            Standing::Pending | Standing::Ended => None,
        })
    }

    fn note(&mut self, event: EventId, room: &RoomId, by: &UserId, thread: Option<EventId>) -> usize {
        self.book.messages.push(Entry { event, room: room.clone(), by: by.clone(), thread, gone: false });
        self.book.messages.len()
    }

    /// An id that no earlier session on the same database has given.
    fn new_event(&mut self) -> EventId {
        self.events += 1;
        EventId::new(format!("${}.{}:console", self.me.started_ms, self.events))
    }
}
