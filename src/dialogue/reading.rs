//! What somebody's words mean as the answer to one question. Nothing is guessed: what fits nowhere is a [`Misfit`], and what can
//! mean several things is asked about.

use crate::domain::{FormOption, Language, Question, QuestionKind, UserId, Value};
use crate::search::{fold, nearest_words};
use crate::text::{Choosable, NoDay, NoWhen, Picked, Toward, When, day, pick, when};

use super::Context;

/// More options than this are asked in words.
pub(super) const MOST_NUMBERED: usize = 9;
/// So many of what was searched are shown.
const MOST_FOUND: usize = 5;

/// What came of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// It is this.
    Value(Value),
    /// It may be one of these, by id.
    Found(Vec<String>),
    /// It can mean each of these.
    Readings(Vec<Value>),
    /// It does not fit.
    Misfit(Misfit),
}

/// Why an answer does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misfit {
    /// There is nothing in it.
    Empty,
    /// It is none of the options.
    NoOption {
        /// What was typed.
        typed: String,
    },
    /// It can mean several options.
    Several {
        /// Their ids.
        options: Vec<String>,
    },
    /// Only one can be chosen.
    OnlyOne,
    /// This option is chosen alone or not at all.
    Alone {
        /// Its id.
        option: String,
    },
    /// The text is too short.
    TooShort {
        /// The fewest characters.
        least: usize,
    },
    /// The text is too long.
    TooLong {
        /// How long it is, in characters.
        length: usize,
        /// The most.
        most: usize,
    },
    /// It is no moment that can be meant.
    NoMoment(NoWhen),
    /// It is no day that can be meant.
    NoDay(NoDay),
    /// Nothing like it is known.
    NotFound {
        /// What was typed.
        typed: String,
    },
}

impl Choosable for FormOption {
    fn words(&self) -> impl Iterator<Item = &str> {
        FormOption::words(self)
    }
}

/// Something that is found by a word of its own.
struct Named(String);

impl Choosable for Named {
    fn words(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.0.as_str())
    }
}

/// Reads an answer to this question.
pub fn read(question: &Question, said: &str, context: &Context<'_>) -> Reading {
    let said = said.trim();
    if said.is_empty() {
        return Reading::Misfit(Misfit::Empty);
    }
    match &question.kind {
        QuestionKind::Choice { options } => match chosen(said, options) {
            Ok(ids) if ids.len() == 1 => Reading::Value(Value::Choice(ids[0].clone())),
            Ok(_) => Reading::Misfit(Misfit::OnlyOne),
            Err(misfit) => Reading::Misfit(misfit),
        },
        QuestionKind::Choices { options } => match chosen(said, options) {
            Ok(ids) => match options.iter().find(|option| option.alone && ids.len() > 1 && ids.contains(&option.id)) {
                Some(option) => Reading::Misfit(Misfit::Alone { option: option.id.clone() }),
                None => Reading::Value(Value::Choices(ids)),
            },
            Err(misfit) => Reading::Misfit(misfit),
        },
        QuestionKind::Text { least, most } => {
            let length = said.chars().count();
            if length < *least {
                Reading::Misfit(Misfit::TooShort { least: *least })
            } else if length > *most {
                Reading::Misfit(Misfit::TooLong { length, most: *most })
            } else {
                Reading::Value(Value::Text(said.to_owned()))
            }
        }
        QuestionKind::Moment => match when(said, context.now, Toward::Past) {
            Ok(found) => Reading::Value(moment(&found)),
            Err(NoWhen::Unsure(readings)) => Reading::Readings(readings.iter().map(moment).collect()),
            Err(why) => Reading::Misfit(Misfit::NoMoment(why)),
        },
        QuestionKind::Day { .. } => match day(said, context.now.date_naive()) {
            Ok(day) => Reading::Value(Value::Day(day)),
            Err(why) => Reading::Misfit(Misfit::NoDay(why)),
        },
        QuestionKind::Group => match found(said, context.groups) {
            Ok(alias) => Reading::Value(Value::Group(alias)),
            Err(reading) => reading,
        },
        QuestionKind::Interventions => interventions(said, context),
        QuestionKind::People => people(said, context.people),
    }
}

fn moment(when: &When) -> Value {
    let until_ms = when.until.map(|until| until.timestamp_millis());
    Value::Moment { from_ms: when.from.timestamp_millis(), until_ms }
}

/// The options that are meant, in the order of the form: numbers, or words with commas or *and* between them.
fn chosen(said: &str, options: &[FormOption]) -> Result<Vec<String>, Misfit> {
    // A single option first: its words may hold a comma or an "and".
    let mut picked = match one(said, options) {
        Ok(option) => vec![option],
        Err(Misfit::NoOption { typed }) => {
            let parts = parts(said);
            if parts.len() < 2 {
                return Err(Misfit::NoOption { typed });
            }
            parts.iter().map(|part| one(part, options)).collect::<Result<Vec<_>, _>>()?
        }
        Err(misfit) => return Err(misfit),
    };
    picked.sort_unstable();
    picked.dedup();
    Ok(picked.into_iter().map(|index| options[index].id.clone()).collect())
}

/// The place of the option that one number or word means.
fn one(said: &str, options: &[FormOption]) -> Result<usize, Misfit> {
    let no_option = || Misfit::NoOption { typed: said.chars().take(40).collect() };
    let digits = said.trim().trim_end_matches(['.', ')', '\u{fe0f}', '\u{20e3}']);
    if !digits.is_empty() && digits.chars().all(|sign| sign.is_ascii_digit()) {
        let number: usize = digits.parse().map_err(|_| no_option())?;
        return if (1..=options.len()).contains(&number) { Ok(number - 1) } else { Err(no_option()) };
    }
    let bare: Vec<Bare> = options.iter().map(Bare::of).collect();
    match pick(&without_signs(said), &bare) {
        Picked::One(option) => options.iter().position(|one| one.id == option.id).ok_or_else(no_option),
        Picked::Several(several) => {
            Err(Misfit::Several { options: several.iter().map(|one| one.id.clone()).collect() })
        }
        Picked::None(_) => within(said, &bare).ok_or_else(no_option),
    }
}

/// An option with its words as people type them: without commas.
struct Bare {
    id: String,
    words: Vec<String>,
}

impl Bare {
    fn of(option: &FormOption) -> Self {
        Self { id: option.id.clone(), words: option.words().map(without_signs).collect() }
    }
}

impl Choosable for Bare {
    fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }
}

fn without_signs(text: &str) -> String {
    text.replace([',', '.', '!', '?'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The only option in which some word begins like this, as *plots* in *ja, plotseling*.
fn within(said: &str, options: &[Bare]) -> Option<usize> {
    let typed = fold(&without_signs(said));
    if typed.chars().count() < 4 || typed.contains(' ') {
        return None;
    }
    let begins =
        |option: &Bare| option.words.iter().any(|words| fold(words).split(' ').any(|word| word.starts_with(&typed)));
    let mut found = options.iter().enumerate().filter(|(_, option)| begins(option)).map(|(index, _)| index);
    found.next().filter(|_| found.next().is_none())
}

/// Several answers in one message: with commas, signs or *and* between them, or as bare numbers.
fn parts(said: &str) -> Vec<String> {
    let between = |sign: char| matches!(sign, ',' | ';' | '+' | '&' | '/' | '\n');
    let mut parts: Vec<String> = Vec::new();
    for piece in said.split(between) {
        let words: Vec<&str> = piece.split_whitespace().collect();
        if words.iter().all(|word| word.chars().all(|sign| sign.is_ascii_digit() || sign == '.')) {
            parts.extend(words.iter().map(|word| (*word).to_owned()));
            continue;
        }
        for part in words.split(|word| matches!(fold(word).as_str(), "en" | "and")) {
            parts.push(part.join(" "));
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// The one of these names that was typed; else those that it may be.
fn found(said: &str, names: &[String]) -> Result<String, Reading> {
    if names.len() <= MOST_NUMBERED
        && let Ok(number) = said.parse::<usize>()
        && let Some(name) = number.checked_sub(1).and_then(|index| names.get(index))
    {
        return Ok(name.clone());
    }
    let named: Vec<Named> = names.iter().map(|name| Named(name.clone())).collect();
    match pick(said, &named) {
        Picked::One(name) => Ok(name.0.clone()),
        Picked::Several(several) => {
            Err(Reading::Found(several.into_iter().take(MOST_FOUND).map(|name| name.0.clone()).collect()))
        }
        Picked::None(_) => {
            let typed = fold(said);
            let within = |name: &&String| typed.chars().count() >= 3 && fold(name).contains(&typed);
            let mut like: Vec<String> = names.iter().filter(within).cloned().collect();
            if let [only] = like.as_slice() {
                return Ok(only.clone());
            }
            if like.is_empty() {
                let near = nearest_words(&typed, names.iter().map(String::as_str));
                like = near.into_iter().map(str::to_owned).collect();
            }
            like.truncate(MOST_FOUND);
            Err(if like.is_empty() {
                Reading::Misfit(Misfit::NotFound { typed: said.chars().take(40).collect() })
            } else {
                Reading::Found(like)
            })
        }
    }
}

fn interventions(said: &str, context: &Context<'_>) -> Reading {
    let mut found = context.interventions.find(said);
    // A slug typed whole needs no choosing.
    let typed = fold(said);
    if let Some(slug) = found.iter().find(|slug| **slug == typed || name_is(context, slug, &typed)) {
        return Reading::Value(Value::Interventions(vec![slug.clone()]));
    }
    found.truncate(MOST_FOUND);
    if found.is_empty() {
        return Reading::Misfit(Misfit::NotFound { typed: said.chars().take(40).collect() });
    }
    Reading::Found(found)
}

fn name_is(context: &Context<'_>, slug: &str, typed: &str) -> bool {
    Language::ALL
        .into_iter()
        .any(|language| context.interventions.name(slug, language).is_some_and(|name| fold(&name) == typed))
}

fn people(said: &str, people: &[UserId]) -> Reading {
    let names: Vec<String> = people.iter().map(|person| person.as_str().to_owned()).collect();
    let person = |word: &str| {
        let word = word.trim();
        let local = word.trim_start_matches('@');
        let found = people.iter().find(|person| person.as_str() == word || fold(person.localpart()) == fold(local));
        found.cloned()
    };
    let mut named = Vec::new();
    for part in parts(said) {
        match person(&part) {
            Some(person) => named.push(person),
            None => {
                return match found(&part, &names) {
                    Ok(id) => Reading::Value(Value::People(vec![UserId::new(id)])),
                    Err(reading) => reading,
                };
            }
        }
    }
    named.sort();
    named.dedup();
    if named.is_empty() { Reading::Misfit(Misfit::Empty) } else { Reading::Value(Value::People(named)) }
}
