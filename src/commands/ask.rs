//! What a command is asked and what it replies, with the conveniences that every module needs: saying a text, reading
//! filters, offering choices.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::{Library, Rooms, Standing};
use crate::catalogue::{Definition, Filter, FilterOption, RoomKind};
use crate::domain::retention::RetentionTerms;
use crate::domain::{
    Change, Choice, Contact, EventId, File, Language, Outgoing, PrivacyNotice, Reach, RoomId, UserId, WorkingTime,
};
use crate::store::{Store, TeamRoom};
use crate::text::{Answer, Args, NoDay, Picked, day, day_in_words, pick};

/// One question to one command.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// The command.
    pub definition: &'a Definition,
    /// What was typed after its word.
    pub words: &'a str,
    /// Who asks.
    pub sender: &'a UserId,
    /// Where.
    pub room: &'a RoomId,
    /// The first message of the thread in which it was asked.
    pub thread: Option<&'a EventId>,
    /// The message that asks; the one that was changed or reacted to, when it is not a new one.
    pub event: &'a EventId,
    /// What kind of room that is.
    pub kind: RoomKind,
    /// The team that the room belongs to.
    pub team: Option<&'a TeamRoom>,
    /// Who the sender is here.
    pub standing: &'a Standing,
    /// The language to answer in.
    pub language: Language,
    /// Now.
    pub now: DateTime<Utc>,
    /// What commands know.
    pub library: &'a Library,
    /// What the bot remembers.
    pub store: &'a Store,
    /// The rooms that the bot is in, as they are now.
    pub rooms: &'a dyn Rooms,
    /// How the bot is.
    pub health: Health<'a>,
}

/// What the bot can say about itself.
#[derive(Debug, Clone, Copy)]
pub struct Health<'a> {
    /// The account it works with.
    pub account: &'a UserId,
    /// What stands before a command in a shared room.
    pub prefix: &'a str,
    /// The language of people who chose none, where no room says otherwise.
    pub language: Language,
    /// People who may do what belongs to no team.
    pub admins: &'a [UserId],
    /// Servers whose users may be members of a team; `None` for any.
    pub allowed_servers: Option<&'a [String]>,
    /// The zone of the asker in a direct room, of the room's team elsewhere: in it days begin and times are said.
    pub time_zone: chrono_tz::Tz,
    /// When people work.
    pub working: &'a WorkingTime,
    /// So many uses of an intervention make a number that may be said.
    pub least_uses: u32,
    /// How long what it holds is kept.
    pub retention: &'a RetentionTerms,
    /// What people are told of who runs it and what becomes of what they write.
    pub notice: &'a PrivacyNotice,
    /// Whom professionals can phone after something hard.
    pub contacts: &'a [Contact],
    /// Since when it runs, in milliseconds since 1970.
    pub started_ms: i64,
}

/// What a command replies.
#[derive(Debug, Clone, Default)]
pub struct Reply {
    /// The words.
    pub answer: Answer,
    /// The files that go with them, the first with the last of the words, each other in a message of its own.
    pub files: Vec<File>,
    /// What can be chosen from them.
    pub choices: Vec<Choice>,
    /// What changes.
    pub changes: Vec<Change>,
    /// What the bot does in the chat besides, before it says the words.
    pub out: Vec<Outgoing>,
    /// For whom the words are.
    pub to: To,
    /// The record that the words show, by its whole name: they are taken back when it is erased.
    pub shows: Option<Box<str>>,
}

/// For whom a reply is. Whoever has guarded content asks [`Ask::guarded`] for it.
#[derive(Debug, Clone, Default)]
pub enum To {
    /// Whoever reads where it was asked: there is nothing guarded in it.
    #[default]
    All,
    /// These people, where it was asked.
    These(Box<Reach>),
    /// The asker alone, in their direct room.
    Private {
        /// What is said where it was asked.
        notice: Answer,
        /// The asker.
        reach: Box<Reach>,
    },
}

impl From<Answer> for Reply {
    fn from(answer: Answer) -> Self {
        Self { answer, ..Self::default() }
    }
}

/// The words of a question taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Query {
    /// What is left when the filters are taken out.
    pub text: String,
    /// Option ids by filter id.
    pub filters: BTreeMap<String, String>,
    /// Which page of the list, counted from 0.
    pub page: usize,
}

/// A value that its filter does not have.
#[derive(Debug)]
pub(super) struct WrongValue<'d> {
    filter: &'d Filter,
    value: String,
    /// It may be any of the options; else it is none of them.
    several: bool,
    options: Vec<&'d FilterOption>,
}

impl Query {
    /// Takes these words apart, and tells which values their filters do not have.
    pub(super) fn of<'d>(definition: &'d Definition, words: &str) -> (Self, Vec<WrongValue<'d>>) {
        let mut query = Self::default();
        let mut text: Vec<String> = Vec::new();
        let mut wrong = Vec::new();
        let tokens = tokens(words);
        let mut tokens = tokens.iter();
        while let Some(token) = tokens.next() {
            if let Some(page) = token.strip_prefix(PAGE).and_then(|digits| digits.parse::<usize>().ok()) {
                query.page = page.saturating_sub(1).min(1000);
                continue;
            }
            let Some((name, value)) = token.split_once(':') else {
                text.push(token.clone());
                continue;
            };
            let Picked::One(filter) = pick(name, &definition.filters) else {
                text.push(token.replace(':', " "));
                continue;
            };
            let value = match value {
                "" => tokens.next().cloned().unwrap_or_default(),
                value => value.to_owned(),
            };
            let (several, options) = match pick(&value, &filter.options) {
                Picked::One(option) => {
                    query.filters.insert(filter.id.clone(), option.id.clone());
                    continue;
                }
                Picked::Several(options) => (true, options),
                Picked::None(_) => (false, filter.options.iter().collect()),
            };
            wrong.push(WrongValue { filter, value, several, options });
        }
        query.text = text.join(" ");
        (query, wrong)
    }
}

/// The word that carries a page number inside a choice; nobody needs to type it.
const PAGE: &str = "#";

impl<'a> Ask<'a> {
    /// A text in the language of the answer.
    pub(crate) fn text(&self, key: &str, args: Args<'_>) -> String {
        self.library.catalogue.texts.get(self.language, key, args)
    }

    /// A text as a whole reply.
    pub(crate) fn say(&self, key: &str, args: Args<'_>) -> Reply {
        Answer::say(self.text(key, args)).into()
    }

    /// A file of this name and media type with the words that tell what is in it; words instead when it is larger than a file
    /// can be.
    pub fn with_file(&self, answer: Answer, named: (&str, &str), bytes: Vec<u8>) -> Reply {
        self.and_file(answer.into(), named, bytes, None)
    }

    /// This reply with one more file, of this name and media type; so many pixels wide and high when it is a picture.
    pub(crate) fn and_file(
        &self,
        mut reply: Reply,
        (name, media_type): (&str, &str),
        bytes: Vec<u8>,
        pixels: Option<(u32, u32)>,
    ) -> Reply {
        let otherwise = self.words("file-not-there", &[("name", name.into())]);
        match (File::new(name, media_type, bytes, otherwise), pixels) {
            (Some(file), Some((width, height))) => reply.files.push(file.with_pixels(width, height)),
            (Some(file), None) => reply.files.push(file),
            (None, _) => {
                tracing::error!(media_type, "a command made a file that is larger than a file can be");
                let line = self.text("file-not-there", &[("name", name.into())]);
                reply.answer = reply.answer.paragraph(line);
            }
        }
        reply
    }

    /// The command's own word, with what stands before it in this room.
    pub(crate) fn typed(&self, definition: &Definition) -> String {
        let prefix = if self.kind == RoomKind::Direct { "" } else { self.health.prefix };
        format!("{prefix}{}", definition.words.shown(self.language))
    }

    /// What stands before a bare number or word that chooses from a list here: nothing in a direct room.
    pub(crate) fn before_number(&self) -> &'a str {
        if self.kind == RoomKind::Direct { "" } else { self.health.prefix }
    }

    /// The day that it is for people here.
    pub(crate) fn today(&self) -> NaiveDate {
        self.now.with_timezone(&self.health.time_zone).date_naive()
    }

    /// A day in words.
    pub(crate) fn day(&self, day: NaiveDate) -> String {
        day_in_words(day, self.language, &self.library.catalogue.texts)
    }

    /// The day that somebody typed, or what to say when it is none.
    pub(crate) fn day_of(&self, typed: &str) -> Result<NaiveDate, String> {
        day(typed, self.today()).map_err(|why| self.no_day(typed, why))
    }

    /// What to say about something typed that is no day that can be meant.
    pub(crate) fn no_day(&self, typed: &str, why: NoDay) -> String {
        let typed: String = typed.trim().chars().take(40).collect();
        match why {
            NoDay::Unknown => self.text("day-unknown", &[("typed", typed.into())]),
            NoDay::NotInCalendar => self.text("day-not-in-calendar", &[("typed", typed.into())]),
            NoDay::Past(day) => self.text("day-past", &[("day", self.day(day).into())]),
            NoDay::TooFar(day) => self.text("day-too-far", &[("day", self.day(day).into())]),
        }
    }

    /// Takes filters and page out of the words. A filter that is not understood is answered at once.
    pub(crate) fn query(&self) -> Result<Query, Reply> {
        let (query, wrong) = Query::of(self.definition, self.words);
        if wrong.is_empty() {
            return Ok(query);
        }
        let problems = wrong.iter().fold(Answer::default(), |answer, wrong| answer.paragraph(self.wrong_value(wrong)));
        Err(problems.into())
    }

    fn wrong_value(&self, wrong: &WrongValue<'_>) -> String {
        let key = if wrong.several { "filter-several" } else { "filter-unknown" };
        let shown = wrong.options.iter().map(|option| option.words.shown(self.language));
        let shown = shown.collect::<Vec<_>>().join(", ");
        let filter = wrong.filter.words.shown(self.language);
        let value: String = wrong.value.chars().take(40).collect();
        self.text(key, &[("filter", filter.into()), ("value", value.into()), ("options", shown.into())])
    }

    /// The choices under a list: one number per entry, and a word for the next page.
    pub(crate) fn choices<'c>(
        &self,
        entries: impl IntoIterator<Item = (&'c str, &'c str)>,
        next: Option<&Query>,
    ) -> Vec<Choice> {
        let word = self.definition.words.shown(Language::Dutch);
        let mut choices: Vec<Choice> = entries
            .into_iter()
            .enumerate()
            .map(|(index, (slug, name))| Choice {
                key: (index + 1).to_string(),
                words: vec![slug.to_owned(), name.to_owned()],
                emoji: Some(format!("{}\u{fe0f}\u{20e3}", index + 1)),
                command: format!("{word} {slug}"),
            })
            .collect();
        if let Some(next) = next {
            let filters =
                next.filters.iter().map(|(id, value)| format!(" {id}:\"{value}\"")).collect::<Vec<_>>().concat();
            choices.push(Choice {
                key: "meer".to_owned(),
                words: vec!["more".to_owned(), "volgende".to_owned(), "next".to_owned()],
                emoji: Some("➡\u{fe0f}".to_owned()),
                command: format!("{word} {}{filters} {PAGE}{}", next.text, next.page + 2),
            });
        }
        choices
    }
}

/// Splits words at white space; what stands in quotes of any kind stays together.
pub(super) fn tokens(words: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut token = String::new();
    let mut quoted = false;
    for character in words.chars() {
        match character {
            '"' | '“' | '”' | '„' | '«' | '»' => quoted = !quoted,
            space if space.is_whitespace() && !quoted => {
                if !token.is_empty() {
                    tokens.push(std::mem::take(&mut token));
                }
            }
            other => token.push(other),
        }
    }
    if !token.is_empty() {
        tokens.push(token);
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_of_any_keyboard_keep_words_together() {
        assert_eq!(
            tokens(r#"wie:"eigen organisatie" „ruzie filmpje” x"#),
            ["wie:eigen organisatie", "ruzie filmpje", "x"]
        );
    }

    #[test]
    fn a_quote_that_is_never_closed_loses_nothing() {
        assert_eq!(tokens("ruzie \"filmpje drill"), ["ruzie", "filmpje drill"]);
    }
}
