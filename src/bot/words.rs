//! What words mean that are for the bot: a command, a choice from an open list, a question, or something unknown; and how
//! the answer is put where it belongs.

use chrono::{DateTime, Utc};

use super::Bot;
use super::address::{Addressed, By, with_ids};
use super::pace::Pace;
use super::turn::settled;
use crate::catalogue::{Definition, Kind, RoomKind, Who};
use crate::commands::{self, Health, Reply, Standing, To, chosen};
use crate::domain::{
    AND_WORDS, ANY_WORDS, Change, Choice, Deed, EventId, File, LOOSE_WORDS, Language, Message, Outgoing, Private,
    Reach, RoomId, Said, Say, TeamChange, TeamStep, Turn, UserId,
};
use crate::search::{fold, nearest_words};
use crate::store::{LIST_LASTS_MS, REMINDED_LASTS_MS, Spoken, StoreError, TeamRoom};
use crate::text::{Answer, Choosable, Picked, pick};

/// Longest question, in characters.
const LONGEST_QUESTION: usize = 1000;

/// Words that greet and ask nothing.
const GREETINGS: [&str; 15] = [
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
    "thanks",
    "thank",
    "ok",
];

/// A lookup that is older is not answered: whoever asked has moved on.
pub(super) const STALE_MS: i64 = 10 * 60_000;

/// What a turn is about: where the answer goes and for whom.
#[derive(Clone)]
pub(super) struct Talk<'t> {
    /// The bot's own.
    pub(super) account: &'t UserId,
    pub(super) room: &'t RoomId,
    pub(super) sender: &'t UserId,
    pub(super) kind: RoomKind,
    /// The team that the room belongs to.
    pub(super) team: Option<TeamRoom>,
    pub(super) language: Language,
    /// In which days begin and times are said here.
    pub(super) zone: chrono_tz::Tz,
    pub(super) thread: Option<EventId>,
    pub(super) reply_to: Option<EventId>,
    /// The event whose edit or redaction changes the answer.
    pub(super) answers: EventId,
    /// It is too old for a lookup to be answered.
    pub(super) stale: bool,
    pub(super) now: DateTime<Utc>,
}

impl Choosable for Choice {
    fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str).chain([self.key.as_str()])
    }
}

impl Bot {
    /// Words that are for the bot: a command, a choice from an open list, or something it does not know.
    pub(super) async fn heard(
        &self,
        talk: &Talk<'_>,
        addressed: &Addressed<'_>,
        said: &Said,
        replied: Option<Spoken>,
    ) -> Result<Turn, StoreError> {
        let words = addressed.bare(&self.me.prefix);
        // Before anything is said about the words: they may be too long for a question, or no words at all.
        if let Some(line) = Box::pin(self.said_loosely(talk, addressed, (words, said), replied.as_ref())).await? {
            return self.command(talk, &line).await;
        }
        if said.attachment {
            let direct = talk.kind == RoomKind::Direct;
            return Ok(if direct { self.simple(talk, "attachment", &[]) } else { Turn::nothing() });
        }
        let length = words.chars().count();
        if length > LONGEST_QUESTION {
            let args = [("length", length.into()), ("most", LONGEST_QUESTION.into())];
            return Ok(self.simple(talk, "too-long", &args));
        }
        if let Some(line) = self.answered(talk, addressed, words, replied.as_ref()) {
            return self.command(talk, &line).await;
        }
        if let Some(definition) = self.command_of(words) {
            let lookup = self.kind_of(words) == Some(Kind::Lookup) && definition.who == Who::Anyone;
            let words = if lookup { words.into() } else { with_ids(words, &said.pills) };
            return self.command(talk, &words).await;
        }
        let open = match replied {
            Some(spoken) if !spoken.choices.is_empty() => Some(spoken),
            _ => self.store.last_choices(talk.room, talk.sender, talk.thread.as_ref()).await?,
        };
        let open = open.filter(|spoken| talk.now.timestamp_millis() - spoken.created_ms < self.lasts_ms(spoken));
        if let Some(spoken) = open {
            if let Picked::One(choice) = pick(words, &spoken.choices) {
                return self.command(talk, &choice.command).await;
            }
            // "later 2 uur", in answer to a reminder; "geef @anna", in answer to a question about an action.
            if let Some((first, rest)) = words.split_once(char::is_whitespace)
                && let Picked::One(choice) = pick(first, &spoken.choices)
                && (choice.key == AND_WORDS || self.kind_of(&choice.command) == Some(Kind::Tick))
            {
                let rest = with_ids(rest.trim(), &said.pills);
                return self.command(talk, &format!("{} {rest}", choice.command)).await;
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
            By::Mention | By::Direct => match Box::pin(self.question(talk, words)).await? {
                Some(line) => self.command(talk, &line).await,
                None => Ok(self.unknown(talk, words)),
            },
        }
    }

    /// The command for what is said in reply to a question that takes any words. Also words that are a command elsewhere are an answer
    /// there, unless they are typed as one.
    fn answered(
        &self,
        talk: &Talk<'_>,
        addressed: &Addressed<'_>,
        words: &str,
        replied: Option<&Spoken>,
    ) -> Option<String> {
        let spoken = replied.filter(|_| matches!(addressed.by, By::Reply | By::Direct) && !words.is_empty())?;
        let choice = spoken.choices.iter().find(|choice| choice.key == ANY_WORDS)?;
        if talk.now.timestamp_millis() - spoken.created_ms >= self.lasts_ms(spoken) {
            return None;
        }
        Some(match pick(words, &spoken.choices) {
            Picked::One(choice) => choice.command.clone(),
            Picked::Several(_) | Picked::None(_) => format!("{} {words}", choice.command),
        })
    }

    /// The command for what is no command, said in a direct room where the newest that can be chosen from takes whatever is said; and
    /// for the word with which somebody stops what only they know of.
    async fn said_loosely(
        &self,
        talk: &Talk<'_>,
        addressed: &Addressed<'_>,
        (words, said): (&str, &Said),
        replied: Option<&Spoken>,
    ) -> Result<Option<String>, StoreError> {
        let called = !said.attachment && (self.command_of(words).is_some() || is_thanks(words));
        if talk.kind != RoomKind::Direct || addressed.by == By::Prefix || called {
            return Ok(None);
        }
        let newest = match replied {
            Some(spoken) if !spoken.choices.is_empty() => Some(spoken.clone()),
            _ => self.store.last_choices(talk.room, talk.sender, talk.thread.as_ref()).await?,
        };
        let newest = newest.filter(|spoken| talk.now.timestamp_millis() - spoken.created_ms < self.lasts_ms(spoken));
        let choices = newest.map_or(vec![], |spoken| spoken.choices);
        if !said.attachment && matches!(pick(words, &choices), Picked::One(_)) {
            return Ok(None);
        }
        if let Some(choice) = choices.into_iter().find(|choice| choice.key == LOOSE_WORDS) {
            return Ok(Some(choice.command));
        }
        let Some(stops) = commands::stops_aftercare(&self.library, words).filter(|_| !said.attachment) else {
            return Ok(None);
        };
        Ok(self.store.aftercare_of(talk.account, talk.sender).await?.map(|_| stops))
    }

    /// How long something can be chosen from an answer, in milliseconds.
    pub(super) fn lasts_ms(&self, spoken: &Spoken) -> i64 {
        let ticks = |choice: &Choice| self.kind_of(&choice.command) == Some(Kind::Tick);
        let waits = |choice: &Choice| [ANY_WORDS, AND_WORDS].contains(&choice.key.as_str()) || ticks(choice);
        if spoken.choices.iter().any(waits) { REMINDED_LASTS_MS } else { LIST_LASTS_MS }
    }

    /// The lookup that these words ask for, when they are no greeting and no misspelt command.
    async fn question(&self, talk: &Talk<'_>, words: &str) -> Result<Option<String>, StoreError> {
        let Some(first) = words.split_whitespace().next() else { return Ok(None) };
        let misspelt =
            nearest_words(&fold(first), self.library.catalogue.definitions.iter().flat_map(Choosable::words));
        if is_greeting(words) || !misspelt.is_empty() {
            return Ok(None);
        }
        let id = match self.library.answering(words) {
            Some(id) => id,
            None => match self.standing(talk, None).await?.member() {
                Some(member) if commands::own_knows(&self.library, &self.store, &member.team, words).await? => {
                    "intervention"
                }
                _ => return Ok(None),
            },
        };
        let definition = self.library.catalogue.definition(id);
        Ok(definition
            .map(|definition| format!("{} {}", definition.words.shown(talk.language), definition.searched(words))))
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
            let command = self.library.catalogue.definition("intervention").map_or_else(String::new, |definition| {
                format!("{} {}", definition.words.shown(Language::Dutch), definition.searched(words))
            });
            choices.push(Choice { key: "1".to_owned(), words: vec![], emoji: None, command });
            let args = [("prefix", self.before(talk.kind).into()), ("text", text.into())];
            answer = answer.paragraph(self.text(talk.language, "unknown-search", &args));
        }
        if near.is_empty() {
            answer = answer.paragraph(self.text(talk.language, "unknown-help", &[("help", help.into())]));
        }
        Self::spoken(talk, Reply { answer, choices, ..Reply::default() })
    }

    /// Runs a command line whose first word is known.
    pub(super) async fn command(&self, talk: &Talk<'_>, line: &str) -> Result<Turn, StoreError> {
        let now_ms = talk.now.timestamp_millis();
        let Some(definition) = self.command_of(line) else {
            tracing::error!("a choice stands for no command");
            return Ok(Turn::nothing());
        };
        let looks_up = self.kind_of(line) == Some(Kind::Lookup);
        if talk.stale && looks_up {
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
        let line = line.trim();
        let words = line.split_once(char::is_whitespace).map_or("", |(_, words)| words.trim());
        let (words, chosen) = chosen(words);
        let standing = self.standing(talk, chosen.as_ref()).await?;
        // A command may ask several times about the room; what goes out is looked at again right before it does.
        let known = commands::Remembered::new(&*self.rooms);
        let ask = commands::Ask { rooms: &known, ..self.ask(talk, definition, words, &standing) };
        crate::failpoint!("in-command");
        let mut reply = match ask.barred(definition.who).await? {
            Some(barred) => barred,
            None => commands::run(&ask).await?,
        };
        if let (Some(team), Standing::Member(member)) = (chosen, &standing)
            && team == member.team
        {
            let step = TeamStep::Chosen { room: talk.room.clone(), person: talk.sender.clone() };
            reply.changes.push(Change::Team(TeamChange { team, seen: None, steps: vec![step] }));
        }
        let turn = Self::spoken(talk, reply);
        // A list keeps standing for its question; so does the answer to a message that can be changed.
        let stands = self.kind_of(line) == Some(Kind::Revisable);
        Ok(if looks_up || stands { turn } else { settled(turn) })
    }

    pub(super) fn health(&self, zone: chrono_tz::Tz) -> Health<'_> {
        Health {
            account: &self.me.account,
            prefix: &self.me.prefix,
            language: self.me.language,
            admins: &self.me.admins,
            allowed_servers: self.me.allowed_servers.as_deref(),
            time_zone: zone,
            working: &self.me.working,
            least_uses: self.me.least_uses,
            retention: &self.me.retention,
            notice: &self.me.notice,
            contacts: &self.me.contacts,
            started_ms: self.me.started_ms,
        }
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
    pub(super) fn command_of(&self, line: &str) -> Option<&Definition> {
        let first = fold(line.split_whitespace().next()?);
        self.library
            .catalogue
            .definitions
            .iter()
            .find(|definition| definition.words.all().any(|word| fold(word) == first))
    }

    /// What the command of this line does with the words after it.
    pub(super) fn kind_of(&self, line: &str) -> Option<Kind> {
        let definition = self.command_of(line)?;
        let words = line.trim().split_once(char::is_whitespace).map_or("", |(_, words)| words);
        Some(definition.asked(chosen(words.trim()).0).kind)
    }

    pub(super) fn before(&self, kind: RoomKind) -> &str {
        if kind == RoomKind::Direct { "" } else { &self.me.prefix }
    }

    pub(super) fn shown(&self, id: &str, kind: RoomKind, language: Language) -> String {
        let word = self.library.catalogue.definition(id).map_or(id, |definition| definition.words.shown(language));
        format!("{}{word}", self.before(kind))
    }

    pub(super) fn text(&self, language: Language, key: &str, args: crate::text::Args<'_>) -> String {
        self.library.catalogue.texts.get(language, key, args)
    }

    fn simple(&self, talk: &Talk<'_>, key: &str, args: crate::text::Args<'_>) -> Turn {
        Self::spoken(talk, Reply::from(Answer::say(self.text(talk.language, key, args))))
    }

    /// An answer where it belongs: in the thread and to the message that asked, or in private.
    pub(super) fn spoken(talk: &Talk<'_>, reply: Reply) -> Turn {
        let Reply { answer, files, choices, mut changes, out: mut deeds, to, shows } = reply;
        let answer = (&answer, files);
        let shows = shows.as_deref();
        let said = match to {
            To::All => Self::here(talk, answer, choices, None, shows),
            To::These(reach) => Self::here(talk, answer, choices, Some(&reach), shows),
            To::Private { notice, reach } => {
                // Thread and message are of this room; the private answer stands in another.
                let alone = Talk { thread: None, reply_to: None, ..talk.clone() };
                let (account, person) = (talk.account, talk.sender);
                changes.extend(Self::says(&alone, answer, choices, Some(&reach), shows).map(|say| {
                    let private = Private { account: account.clone(), person: person.clone(), say };
                    Change::Private(Box::new(private))
                }));
                Self::here(talk, (&notice, vec![]), vec![], None, None)
            }
        };
        deeds.extend(said);
        Turn { changes, out: deeds }
    }

    fn here(
        talk: &Talk<'_>,
        answer: (&Answer, Vec<File>),
        choices: Vec<Choice>,
        reach: Option<&Reach>,
        shows: Option<&str>,
    ) -> Vec<Outgoing> {
        let say = |say| Outgoing { room: talk.room.clone(), deed: Deed::Say(say) };
        Self::says(talk, answer, choices, reach, shows).map(say).collect()
    }

    /// The messages that carry an answer; its first file goes with the last of its words, each other one in a message of its own. The
    /// choices stand under the last.
    fn says(
        talk: &Talk<'_>,
        (answer, files): (&Answer, Vec<File>),
        choices: Vec<Choice>,
        reach: Option<&Reach>,
        shows: Option<&str>,
    ) -> impl Iterator<Item = Say> {
        let mut messages: Vec<(Message, Option<Box<File>>)> =
            answer.messages().into_iter().map(|message| (message, None)).collect();
        let mut files = files.into_iter().map(Box::new);
        if let Some((_, file)) = messages.last_mut() {
            *file = files.next();
        }
        messages.extend(files.map(|file| (Message::default(), Some(file))));
        let last = messages.len().saturating_sub(1);
        let mut choices = Some(choices);
        messages.into_iter().enumerate().map(move |(index, (message, file))| Say {
            message,
            file,
            thread: talk.thread.clone(),
            answers: Some(talk.answers.clone()),
            reply_to: if index == 0 { talk.reply_to.clone() } else { None },
            mentions: vec![],
            choices: if index == last { choices.take().unwrap_or_default() } else { vec![] },
            asked_by: Some(talk.sender.clone()),
            reach: reach.cloned(),
            shows: shows.map(str::to_owned),
        })
    }
}

/// A greeting or thanks in words.
fn is_thanks(words: &str) -> bool {
    words.contains(char::is_alphanumeric) && is_greeting(words)
}

/// Nothing but a greeting or thanks.
fn is_greeting(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or_default();
    let first = first.trim_end_matches(|character: char| !character.is_alphanumeric());
    first.is_empty() || (GREETINGS.contains(&fold(first).as_str()) && words.split_whitespace().count() <= 3)
}
