//! The parts of a command, `[[subcommands]]` in its declaration: the words after a command that say what is to be done, and
//! finding which is meant. What a part does is its module's business.

use std::collections::BTreeMap;

use super::definition::{Definition, FilterOption, Kind, Words, options, words};
use crate::document::Table;
use crate::domain::{Language, RecordKind, RecordNumber};
use crate::search::fold;
use crate::text::{Choosable, Picked, pick};

/// One thing that a command does when its word is typed.
#[derive(Debug, Clone)]
pub struct Subcommand {
    /// What code calls it. It is understood like a word.
    pub id: String,
    /// What people read and type; a word may be several, such as `bel klopt`.
    pub words: Words,
    /// Its words stand after the number of a record and not directly after the command's word.
    pub after_number: bool,
    /// What becomes of the answer when the message is edited.
    pub kind: Kind,
    /// Words with a meaning of their own that may follow it.
    pub options: Vec<FilterOption>,
}

impl Subcommand {
    /// The option with this id.
    pub fn option(&self, id: &str) -> Option<&FilterOption> {
        self.options.iter().find(|option| option.id == id)
    }
}

impl Choosable for Subcommand {
    fn words(&self) -> impl Iterator<Item = &str> {
        self.words.all().chain([self.id.as_str()])
    }
}

/// What stands first when a record can be named by its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Numbered {
    /// No number.
    No,
    /// The record of this number.
    By(RecordNumber),
    /// What begins as a number and is one that no record can have: a slip, and no search.
    Slip,
}

/// What the words after a command ask for.
#[derive(Debug, Clone)]
pub struct Asked<'d, 'w> {
    /// The record that stands first.
    pub number: Numbered,
    /// What is to be done; nothing when no subcommand's word stands where it should.
    pub subcommand: Option<&'d Subcommand>,
    /// The words after that, and after the number: all of them when nothing was found.
    pub rest: &'w str,
    /// What becomes of the answer when the message is edited.
    pub kind: Kind,
}

impl Definition {
    /// Takes the words after the command apart: `<subcommand> …` or, when it works on numbered records, `<number>
    /// [<subcommand>] …`.
    pub fn asked<'w>(&self, words: &'w str) -> Asked<'_, 'w> {
        let words = words.trim();
        let (first, after) = split(words);
        let first = bare(first);
        let number = match (self.numbers, RecordNumber::parse(first)) {
            (Some(kind), Some(number)) if number.kind() == kind => Numbered::By(number),
            (Some(kind), _) if kind.is_meant_by(first) => Numbered::Slip,
            _ => Numbered::No,
        };
        if number == Numbered::No {
            let found = self.subcommand(words);
            let kind = found.map_or(self.kind, |(subcommand, _)| subcommand.kind);
            let (subcommand, rest) = found.map_or((None, words), |(subcommand, rest)| (Some(subcommand), rest));
            return Asked { number, subcommand, rest, kind };
        }
        let found = self.subcommand_after_number(after);
        let kind = match found {
            Some((subcommand, _)) => subcommand.kind,
            None if after.is_empty() => Kind::Lookup,
            // Somebody wants something done with the record: an edit of that must not do it either.
            None => Kind::Change,
        };
        let (subcommand, rest) = found.map_or((None, after), |(subcommand, rest)| (Some(subcommand), rest));
        Asked { number, subcommand, rest, kind }
    }

    /// The subcommand with which these words begin, and what follows it. Unfinished words and slips are forgiven, unless the
    /// command looks up whatever else is typed: a search must not become a change by a slip.
    pub fn subcommand<'w>(&self, words: &'w str) -> Option<(&Subcommand, &'w str)> {
        self.found(words, false, self.kind == Kind::Change)
    }

    /// These words as something that is looked up, although a subcommand's word may stand first: nobody who asks a question in words
    /// of their own calls a subcommand.
    pub fn searched(&self, words: &str) -> String {
        let (first, rest) = split(words);
        match self.subcommand(words) {
            Some(_) => format!("\"{first}\" {rest}").trim_end().to_owned(),
            None => words.to_owned(),
        }
    }

    /// The same for the words after a number, where nothing but a subcommand can be meant.
    pub fn subcommand_after_number<'w>(&self, words: &'w str) -> Option<(&Subcommand, &'w str)> {
        self.found(words, true, true)
    }

    /// The word by which people call this subcommand; its id when it is not declared.
    pub fn subcommand_shown<'a>(&'a self, id: &'a str, language: Language) -> &'a str {
        self.subcommand_called(id).map_or(id, |subcommand| subcommand.words.shown(language))
    }

    /// The word by which people call this option of a subcommand; its id when it is not declared.
    pub fn option_shown<'a>(&'a self, subcommand: &str, option: &'a str, language: Language) -> &'a str {
        let found = self.subcommand_called(subcommand).and_then(|subcommand| subcommand.option(option));
        found.map_or(option, |option| option.words.shown(language))
    }

    /// The words that may follow this subcommand.
    pub fn options(&self, subcommand: &str) -> &[FilterOption] {
        self.subcommand_called(subcommand).map_or(&[], |subcommand| &subcommand.options)
    }

    /// The subcommand with this id.
    pub fn subcommand_called(&self, id: &str) -> Option<&Subcommand> {
        self.subcommands.iter().find(|subcommand| subcommand.id == id)
    }

    fn found<'w>(&self, words: &'w str, after_number: bool, forgiving: bool) -> Option<(&Subcommand, &'w str)> {
        let here: Vec<&Subcommand> = self.subcommands.iter().filter(|one| one.after_number == after_number).collect();
        let whole = here.iter().flat_map(|one| {
            one.words().filter_map(|word| Some((word.split_whitespace().count(), *one, after(word, words)?)))
        });
        if let Some((_, subcommand, rest)) = whole.max_by_key(|(length, ..)| *length) {
            return Some((subcommand, rest));
        }
        let (first, rest) = split(words);
        match pick(bare(first), &here) {
            Picked::One(subcommand) if forgiving && !first.is_empty() => Some((subcommand, rest)),
            _ => None,
        }
    }
}

/// What follows this word, which may be several, when the line begins with it.
fn after<'w>(word: &str, line: &'w str) -> Option<&'w str> {
    let mut rest = line;
    for part in word.split_whitespace() {
        let (first, after) = split(rest);
        if fold(bare(first)) != fold(part) {
            return None;
        }
        rest = after;
    }
    (!word.trim().is_empty()).then_some(rest)
}

/// The first word and the rest.
fn split(words: &str) -> (&str, &str) {
    let words = words.trim();
    words.split_once(char::is_whitespace).map_or((words, ""), |(first, rest)| (first, rest.trim_start()))
}

/// A word without the signs that a hurried person puts behind it.
fn bare(word: &str) -> &str {
    word.trim_end_matches([':', ',', '.', '!'])
}

/// The kind of record whose numbers may stand before a subcommand.
pub(super) fn numbers(top: &Table<'_>) -> Option<RecordKind> {
    top.know("numbers");
    let kinds = [
        ("agreement", RecordKind::Agreement),
        ("signal", RecordKind::Signal),
        ("incident", RecordKind::Incident),
        ("action", RecordKind::Action),
        ("reminder", RecordKind::Reminder),
    ];
    if top.has("numbers") { top.one_of("numbers", &kinds) } else { None }
}

/// Reads the subcommands of a command of this kind, and checks that each word stands for one of them only.
pub(super) fn subcommands(top: &Table<'_>, kind: Kind) -> Vec<Subcommand> {
    let mut taken = Taken::default();
    let tables = top.tables("subcommands").into_iter();
    tables
        .map(|table| {
            table.know("kind");
            let subcommand = Subcommand {
                id: table.text("id"),
                words: words(&table),
                after_number: table.flag("after_number", false),
                kind: if table.has("kind") { Kind::read(&table) } else { kind },
                options: options(&table),
            };
            taken.check(&table, &subcommand.id, &subcommand.words);
            if subcommand.after_number && !top.has("numbers") {
                table.problem("after_number", "needs `numbers` at the top of the file: the kind of record");
            }
            let mut taken = Taken::default();
            for (option, table) in subcommand.options.iter().zip(table.tables("options")) {
                taken.check(&table, &option.id, &option.words);
            }
            table.finish();
            subcommand
        })
        .collect()
}

/// What each word stands for; a word may stand for one thing only, or nobody knows which is meant.
#[derive(Default)]
struct Taken(BTreeMap<String, String>);

impl Taken {
    fn check(&mut self, table: &Table<'_>, id: &str, words: &Words) {
        if self.0.values().any(|owner| owner == id) {
            table.problem("id", format!("`{id}` is there already: take another id, or put the words together"));
            return;
        }
        for (key, word) in words.all().map(|word| ("words", word)).chain([("id", id)]) {
            let folded = fold(word).split_whitespace().collect::<Vec<_>>().join(" ");
            if folded.is_empty() {
                table.problem(key, "holds an empty word: take it out");
                continue;
            }
            let owner = self.0.entry(folded).or_insert_with(|| id.to_owned());
            if owner != id {
                table.problem(key, format!("`{word}` stands for {owner} already: take another word"));
            }
        }
    }
}

#[cfg(test)]
mod tests;
