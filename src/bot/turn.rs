//! The turns: what follows from a message, an edit, a reaction, a redaction, a coming or going, an unreadable message.

use chrono::{DateTime, Utc};

use super::Bot;
use super::address::{Addressed, By, Called, addressed};
use super::pace::Pace;
use crate::catalogue::{Definition, Kind, RoomKind, Who};
use crate::commands::{self, Ask, Health, Reply};
use crate::domain::{
    Change, Choice, Deed, EventId, Incoming, Language, Membership, Outgoing, Place, RoomId, Said, Say, Turn,
    UnreadableBecause, UserId, What,
};
use crate::search::{fold, nearest_words};
use crate::store::{LIST_LASTS_MS, Spoken, StoreError};
use crate::text::{Answer, Choosable, Line, Picked, pick};

/// A lookup that is older is not answered: whoever asked has moved on.
const STALE_MS: i64 = 10 * 60_000;
/// Longest question, in characters.
const LONGEST_QUESTION: usize = 1000;
/// How often the same room is told that something could not be read.
const UNREADABLE_DIRECT_MS: i64 = 3_600_000;
const UNREADABLE_ROOM_MS: i64 = 24 * 3_600_000;
/// How often somebody with an unsigned device is told how to mend it.
const UNSIGNED_MS: i64 = 24 * 3_600_000;

/// Words that greet and ask nothing.
const GREETINGS: [&str; 12] = [
    "hoi",
    "hallo",
    "hey",
    "hi",
    "hello",
    "dag",
    "goedemorgen",
    "goedemiddag",
    "goedenavond",
    "start",
    "dank",
    "bedankt",
];

/// What a turn is about: where the answer goes and for whom.
struct Talk<'t> {
    room: &'t RoomId,
    sender: &'t UserId,
    kind: RoomKind,
    language: Language,
    thread: Option<EventId>,
    reply_to: Option<EventId>,
    /// The event whose edit or redaction changes the answer.
    answers: EventId,
    /// It is too old for a lookup to be answered.
    stale: bool,
    now: DateTime<Utc>,
}

impl Choosable for Choice {
    fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str).chain([self.key.as_str()])
    }
}

impl Bot {
    pub(super) async fn message(
        &self,
        incoming: &Incoming,
        said: &Said,
        now: DateTime<Utc>,
    ) -> Result<Turn, StoreError> {
        let replied = match &said.reply_to {
            Some(event) => self.store.spoken_as(&incoming.room, event).await?,
            None => None,
        };
        let Some(addressed) = self.addressed(incoming.place, said, replied.is_some()) else {
            return Ok(Turn::nothing());
        };
        let talk = self.talk(incoming, said, &incoming.event, now).await?;
        self.heard(&talk, &addressed, said.attachment, replied).await
    }

    pub(super) async fn edit(
        &self,
        incoming: &Incoming,
        of: &EventId,
        said: &Said,
        now: DateTime<Utc>,
    ) -> Result<Turn, StoreError> {
        let earlier = self.store.answers_to(&incoming.room, of).await?;
        // Only the one who asked changes the answer.
        if earlier.iter().any(|spoken| spoken.asked_by.as_ref().is_some_and(|asker| *asker != incoming.sender)) {
            return Ok(Turn::nothing());
        }
        let mut talk = self.talk(incoming, said, of, now).await?;
        // An edit does not say again in which thread its message stands; the answer knows.
        talk.thread = talk.thread.or_else(|| earlier.first().and_then(|spoken| spoken.thread.clone()));
        // An edit is a fresh wish, however old the message is.
        talk.stale = incoming.age_at(now.timestamp_millis()) > STALE_MS;
        let Some(addressed) = self.addressed(incoming.place, said, false) else {
            return Ok(Turn { out: earlier.iter().map(|spoken| redact(talk.room, spoken)).collect(), changes: vec![] });
        };
        if let Some(definition) = self.command_of(&addressed.words)
            && definition.kind == Kind::Change
        {
            let command = format!("{}{}", self.before(talk.kind), definition.words.shown(talk.language));
            let text = self.text(talk.language, "stands-as-it-is", &[("command", command.into())]);
            return Ok(Self::spoken(&talk, Reply::from(Answer::say(text))));
        }
        let turn = self.heard(&talk, &addressed, said.attachment, None).await?;
        if turn.out.is_empty() {
            // Asked too fast or too late: what stands, stands.
            return Ok(turn);
        }
        Ok(over(talk.room, turn, &earlier))
    }

    pub(super) async fn reaction(
        &self,
        incoming: &Incoming,
        to: &EventId,
        key: &str,
        now: DateTime<Utc>,
    ) -> Result<Turn, StoreError> {
        let open = self.store.spoken_as(&incoming.room, to).await?;
        let Some(spoken) = open.filter(|spoken| now.timestamp_millis() - spoken.created_ms < LIST_LASTS_MS) else {
            return Ok(Turn::nothing());
        };
        let key = bare(key);
        let Some(choice) =
            spoken.choices.iter().find(|choice| choice.emoji.as_deref().map(bare).as_deref() == Some(&key))
        else {
            return Ok(Turn::nothing());
        };
        let said = Said { thread: spoken.thread.clone(), ..Said::default() };
        let mut talk = self.talk(incoming, &said, &incoming.event, now).await?;
        talk.reply_to = talk.reply_to.map(|_| to.clone());
        self.command(&talk, &choice.command).await
    }

    pub(super) async fn redaction(&self, incoming: &Incoming, of: &EventId) -> Result<Turn, StoreError> {
        let earlier = self.store.answers_to(&incoming.room, of).await?;
        Ok(Turn { out: earlier.iter().map(|spoken| redact(&incoming.room, spoken)).collect(), changes: vec![] })
    }

    pub(super) async fn membership(
        &self,
        incoming: &Incoming,
        person: &UserId,
        membership: Membership,
    ) -> Result<Turn, StoreError> {
        if *person != self.me.account
            || membership != Membership::Joined
            || self.store.has_spoken(&incoming.room).await?
        {
            return Ok(Turn::nothing());
        }
        let language = self.room_language(&incoming.room).await?.unwrap_or(self.me.language);
        let kind = room_kind(incoming.place);
        let name = self.me.name.clone();
        let help = self.shown("help", kind, language);
        let answer = if incoming.place.direct {
            let examples = ["intervention", "term", "help"].iter().filter_map(|id| {
                let definition = self.library.catalogue.definition(id)?;
                let example =
                    definition.examples.first().filter(|_| *id != "help").map_or("", |example| example.shown(language));
                let command = self.shown(id, kind, language);
                let summary = self.text(language, &format!("{id}-summary"), &[]);
                Some(Line::new(format!("`{}` – {summary}", format!("{command} {example}").trim_end())))
            });
            Answer::say(self.text(language, "greeting", &[("name", name.into())])).list(examples)
        } else {
            let mut answer =
                Answer::say(self.text(language, "introduction", &[("name", name.into()), ("help", help.into())]))
                    .paragraph(self.text(language, "introduction-who-reads", &[]))
                    .paragraph(self.text(language, "introduction-keeps", &[]));
            if !self.me.contacts.is_empty() {
                let contacts = self.me.contacts.clone();
                answer = answer.paragraph(self.text(language, "introduction-run-by", &[("contacts", contacts.into())]));
            }
            answer
        };
        let answer = answer.paragraph(self.text(language, "not-an-alarm-line", &[]));
        Ok(Turn { out: Self::tell(&incoming.room, &answer), changes: vec![] })
    }

    pub(super) async fn unreadable(
        &self,
        incoming: &Incoming,
        why: UnreadableBecause,
        now_ms: i64,
    ) -> Result<Turn, StoreError> {
        let (every, key) = if incoming.place.direct {
            let key = match why {
                UnreadableBecause::KeyMissing => "unreadable-direct-key-missing",
                UnreadableBecause::KeyWithheld => "unreadable-direct-key-withheld",
                UnreadableBecause::Damaged => "unreadable-direct-damaged",
            };
            (UNREADABLE_DIRECT_MS, key)
        } else {
            (UNREADABLE_ROOM_MS, "unreadable-room")
        };
        if !self.paces.may_tell(&incoming.room, now_ms, every) {
            return Ok(Turn::nothing());
        }
        let language = self.room_language(&incoming.room).await?.unwrap_or(self.me.language);
        Ok(Turn { out: Self::tell(&incoming.room, &Answer::say(self.text(language, key, &[]))), changes: vec![] })
    }

    /// A message from a device that its owner has not signed, where that is asked for: how to mend it, once a day.
    pub(super) async fn not_believed(&self, incoming: &Incoming, now_ms: i64) -> Result<Turn, StoreError> {
        let What::Message(said) = &incoming.what else { return Ok(Turn::nothing()) };
        if self.addressed(incoming.place, said, false).is_none()
            || !self.paces.may_tell_person(&incoming.sender, now_ms, UNSIGNED_MS)
        {
            return Ok(Turn::nothing());
        }
        let language = self.language(&incoming.room, &incoming.sender).await?;
        let answer = Answer::say(self.text(language, "device-not-signed", &[]));
        Ok(Turn { out: Self::tell(&incoming.room, &answer), changes: vec![] })
    }

    /// What the room hears after a panic.
    pub(super) async fn apology(&self, incoming: &Incoming) -> Result<Turn, StoreError> {
        let language = self.language(&incoming.room, &incoming.sender).await?;
        Ok(Turn {
            out: Self::tell(&incoming.room, &Answer::say(self.text(language, "went-wrong", &[]))),
            changes: vec![],
        })
    }

    fn addressed<'s>(&self, place: Place, said: &'s Said, to_bot: bool) -> Option<Addressed<'s>> {
        let called = Called { account: &self.me.account, name: &self.me.name, prefix: &self.me.prefix };
        addressed(said, &called, place.direct, to_bot, |word| self.command_of(word).is_some())
    }

    async fn talk<'t>(
        &self,
        incoming: &'t Incoming,
        said: &Said,
        answers: &EventId,
        now: DateTime<Utc>,
    ) -> Result<Talk<'t>, StoreError> {
        Ok(Talk {
            room: &incoming.room,
            sender: &incoming.sender,
            kind: room_kind(incoming.place),
            language: self.language(&incoming.room, &incoming.sender).await?,
            thread: said.thread.clone(),
            reply_to: (!incoming.place.direct).then(|| answers.clone()),
            answers: answers.clone(),
            stale: incoming.age_at(now.timestamp_millis()) > STALE_MS,
            now,
        })
    }

    /// Words that are for the bot: a command, a choice from an open list, or something it does not know.
    async fn heard(
        &self,
        talk: &Talk<'_>,
        addressed: &Addressed<'_>,
        attachment: bool,
        replied: Option<Spoken>,
    ) -> Result<Turn, StoreError> {
        let words = addressed.words.trim();
        let words =
            if addressed.by == By::Prefix { words } else { words.strip_prefix(&self.me.prefix).unwrap_or(words) };
        if attachment {
            let direct = talk.kind == RoomKind::Direct;
            return Ok(if direct { self.simple(talk, "attachment", &[]) } else { Turn::nothing() });
        }
        let length = words.chars().count();
        if length > LONGEST_QUESTION {
            let args = [("length", length.into()), ("most", LONGEST_QUESTION.into())];
            return Ok(self.simple(talk, "too-long", &args));
        }
        if self.command_of(words).is_some() {
            return self.command(talk, words).await;
        }
        let open = match replied {
            Some(spoken) if !spoken.choices.is_empty() => Some(spoken),
            _ => self.store.last_choices(talk.room, talk.sender, talk.thread.as_ref()).await?,
        };
        let open = open.filter(|spoken| talk.now.timestamp_millis() - spoken.created_ms < LIST_LASTS_MS);
        if let Some(spoken) = open {
            if let Picked::One(choice) = pick(words, &spoken.choices) {
                return self.command(talk, &choice.command).await;
            }
            let numbers = spoken.choices.iter().filter(|choice| choice.key.parse::<usize>().is_ok()).count();
            if numbers > 0 && !words.is_empty() && words.chars().all(|character| character.is_ascii_digit()) {
                return Ok(self.simple(talk, "choose-number", &[("last", numbers.into())]));
            }
        }
        match addressed.by {
            // People answer each other by replying to what the bot said; that asks nothing of it.
            By::Reply => Ok(Turn::nothing()),
            By::Prefix => Ok(self.unknown(talk, words)),
            // Without a prefix people ask as they would ask a colleague: what is near no command is looked up.
            By::Mention | By::Direct => match self.question(talk, words) {
                Some(line) => self.command(talk, &line).await,
                None => Ok(self.unknown(talk, words)),
            },
        }
    }

    /// The lookup that these words ask for, when they are no greeting and no misspelt command.
    fn question(&self, talk: &Talk<'_>, words: &str) -> Option<String> {
        let first = words.split_whitespace().next()?;
        let misspelt =
            nearest_words(&fold(first), self.library.catalogue.definitions.iter().flat_map(Choosable::words));
        if is_greeting(words) || !misspelt.is_empty() {
            return None;
        }
        let id = self.library.answering(words)?;
        let definition = self.library.catalogue.definition(id)?;
        Some(format!("{} {words}", definition.words.shown(talk.language)))
    }

    /// A word that is no command: the nearest ones are offered, and a search when it may have been a question.
    fn unknown(&self, talk: &Talk<'_>, words: &str) -> Turn {
        let first = words.split_whitespace().next().unwrap_or_default();
        let help = self.shown("help", talk.kind, talk.language);
        if is_greeting(words) {
            return self.simple(talk, "hello", &[("help", help.into())]);
        }
        let rest = words[first.len()..].trim();
        let all = self.library.catalogue.definitions.iter().flat_map(Choosable::words);
        let near: Vec<String> = nearest_words(&fold(first), all)
            .into_iter()
            .map(|word| format!("{word} {rest}").trim_end().to_owned())
            .collect();
        let shown: String = first.chars().take(40).collect();
        let mut choices: Vec<Choice> = Vec::new();
        let mut answer = if near.is_empty() {
            Answer::say(self.text(talk.language, "unknown", &[("word", shown.into())]))
        } else {
            let before = self.before(talk.kind);
            let between = self.text(talk.language, "or", &[]);
            let commands: Vec<String> = near.iter().map(|command| format!("`{before}{command}`")).collect();
            let args = [("word", shown.into()), ("commands", commands.join(&between).into())];
            Answer::say(self.text(talk.language, "unknown-near", &args))
        };
        if near.is_empty() && !rest.is_empty() {
            let text: String = words.chars().take(80).collect();
            let word = self
                .library
                .catalogue
                .definition("intervention")
                .map_or("", |found| found.words.shown(Language::Dutch));
            choices.push(Choice {
                key: "1".to_owned(),
                words: vec![],
                emoji: None,
                command: format!("{word} {words}"),
            });
            let args = [("prefix", self.before(talk.kind).into()), ("text", text.into())];
            answer = answer.paragraph(self.text(talk.language, "unknown-search", &args));
        }
        if near.is_empty() {
            answer = answer.paragraph(self.text(talk.language, "unknown-help", &[("help", help.into())]));
        }
        Self::spoken(talk, Reply { answer, choices, changes: vec![] })
    }

    /// Runs a command line whose first word is known.
    async fn command(&self, talk: &Talk<'_>, line: &str) -> Result<Turn, StoreError> {
        let now_ms = talk.now.timestamp_millis();
        let Some(definition) = self.command_of(line) else {
            tracing::error!("a choice stands for no command");
            return Ok(Turn::nothing());
        };
        if talk.stale && definition.kind == Kind::Lookup {
            return self.was_away(talk, now_ms).await;
        }
        match self.paces.count(talk.sender, now_ms, self.me.commands_per_minute) {
            Pace::Fine => {}
            Pace::TooFast => {
                return Ok(self.simple(talk, "too-fast", &[("most", self.me.commands_per_minute.into())]));
            }
            Pace::Silent => return Ok(Turn::nothing()),
        }
        let command = self.shown(&definition.id, talk.kind, talk.language);
        if !definition.rooms.contains(&talk.kind) {
            return Ok(self.simple(talk, "not-here", &[("command", command.into())]));
        }
        match definition.who {
            Who::Anyone => {}
            Who::Admin if self.me.admins.contains(talk.sender) => {}
            Who::Admin => return Ok(self.simple(talk, "only-admins", &[])),
            Who::Member | Who::Coordinator => return Ok(self.simple(talk, "only-members", &[])),
        }
        let line = line.trim();
        let words = line.split_once(char::is_whitespace).map_or("", |(_, words)| words.trim());
        let ask = Ask {
            definition,
            words,
            sender: talk.sender,
            room: talk.room,
            kind: talk.kind,
            language: talk.language,
            now: talk.now,
            library: &self.library,
            store: &self.store,
            health: Health {
                account: &self.me.account,
                prefix: &self.me.prefix,
                admins: &self.me.admins,
                started_ms: self.me.started_ms,
            },
        };
        crate::failpoint!("in-command");
        let reply = commands::run(&ask).await?;
        Ok(Self::spoken(talk, reply))
    }

    /// One line for all lookups of a room that came too late.
    async fn was_away(&self, talk: &Talk<'_>, now_ms: i64) -> Result<Turn, StoreError> {
        let told = self.store.room(talk.room).await?.and_then(|room| room.away_told_ms);
        if told.is_some_and(|told| now_ms - told < STALE_MS) {
            return Ok(Turn::nothing());
        }
        let mut turn = self.simple(talk, "was-away", &[]);
        turn.changes.push(Change::AwayTold { room: talk.room.clone(), at_ms: now_ms });
        Ok(turn)
    }

    /// The command whose word stands first in this line.
    fn command_of(&self, line: &str) -> Option<&Definition> {
        let first = fold(line.split_whitespace().next()?);
        self.library
            .catalogue
            .definitions
            .iter()
            .find(|definition| definition.words.all().any(|word| fold(word) == first))
    }

    fn before(&self, kind: RoomKind) -> &str {
        if kind == RoomKind::Direct { "" } else { &self.me.prefix }
    }

    fn shown(&self, id: &str, kind: RoomKind, language: Language) -> String {
        let word = self.library.catalogue.definition(id).map_or(id, |definition| definition.words.shown(language));
        format!("{}{word}", self.before(kind))
    }

    fn text(&self, language: Language, key: &str, args: crate::text::Args<'_>) -> String {
        self.library.catalogue.texts.get(language, key, args)
    }

    fn simple(&self, talk: &Talk<'_>, key: &str, args: crate::text::Args<'_>) -> Turn {
        Self::spoken(talk, Reply::from(Answer::say(self.text(talk.language, key, args))))
    }

    /// An answer in the thread and to the message that it belongs to.
    fn spoken(talk: &Talk<'_>, reply: Reply) -> Turn {
        let messages = reply.answer.messages();
        let last = messages.len().saturating_sub(1);
        let mut choices = Some(reply.choices);
        let out = messages.into_iter().enumerate().map(|(index, message)| {
            let say = Say {
                message,
                thread: talk.thread.clone(),
                answers: Some(talk.answers.clone()),
                reply_to: if index == 0 { talk.reply_to.clone() } else { None },
                mentions: vec![],
                choices: if index == last { choices.take().unwrap_or_default() } else { vec![] },
                asked_by: Some(talk.sender.clone()),
            };
            Outgoing { room: talk.room.clone(), deed: Deed::Say(say) }
        });
        Turn { out: out.collect(), changes: reply.changes }
    }

    /// Something said to a room that answers nobody.
    fn tell(room: &RoomId, answer: &Answer) -> Vec<Outgoing> {
        let say = |message| Say {
            message,
            thread: None,
            answers: None,
            reply_to: None,
            mentions: vec![],
            choices: vec![],
            asked_by: None,
        };
        answer
            .messages()
            .into_iter()
            .map(|message| Outgoing { room: room.clone(), deed: Deed::Say(say(message)) })
            .collect()
    }
}

/// Nothing but a greeting or thanks.
fn is_greeting(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or_default();
    let first = first.trim_end_matches(|character: char| !character.is_alphanumeric());
    first.is_empty() || (GREETINGS.contains(&fold(first).as_str()) && words.split_whitespace().count() <= 3)
}

fn room_kind(place: Place) -> RoomKind {
    if place.direct { RoomKind::Direct } else { RoomKind::Unbound }
}

fn redact(room: &RoomId, spoken: &Spoken) -> Outgoing {
    Outgoing { room: room.clone(), deed: Deed::Redact { row: spoken.seq } }
}

/// Puts a new answer over an earlier one: message by message as edits, what is left over redacted or said.
fn over(room: &RoomId, mut turn: Turn, earlier: &[Spoken]) -> Turn {
    let mut earlier = earlier.iter();
    for outgoing in &mut turn.out {
        if let Deed::Say(say) = &outgoing.deed
            && let Some(spoken) = earlier.next()
        {
            let (message, choices) = (say.message.clone(), say.choices.clone());
            outgoing.deed = Deed::Edit { row: spoken.seq, message, choices };
        }
    }
    turn.out.extend(earlier.map(|spoken| redact(room, spoken)));
    turn
}

/// An emoji without its variation selectors, which clients put in or leave out as they like.
fn bare(key: &str) -> String {
    key.chars().filter(|character| !('\u{fe00}'..='\u{fe0f}').contains(character)).collect()
}
