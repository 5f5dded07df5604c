//! Reads a TOML document so that every problem is told at once, with file, line, key and the mend.
//!
//! Settings and definitions both go through here. A value that is missing or wrong is noted and replaced by an empty one,
//! so reading goes on to the next problem; whoever started the reading looks at [`Problems`] before it uses the result.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// One thing that is wrong in a file, in words for the person who wrote the file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, as that person knows it.
    pub file: String,
    /// The line, counted from 1; 0 when it is about the file as a whole.
    pub line: usize,
    /// The key, dotted from the top; empty when there is none.
    pub key: String,
    /// What is wrong and how to mend it.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if !self.key.is_empty() {
            write!(f, ": {}", self.key)?;
        }
        write!(f, ": {}", self.message)
    }
}

/// All that was found wrong so far.
#[derive(Debug, Default)]
pub struct Problems(RefCell<BTreeSet<Problem>>);

impl Problems {
    /// Notes one.
    pub fn add(&self, file: &str, line: usize, key: &str, message: impl Into<String>) {
        self.0.borrow_mut().insert(Problem {
            file: file.to_owned(),
            line,
            key: key.to_owned(),
            message: message.into(),
        });
    }

    /// True when nothing was found wrong.
    pub fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// All of them, by file and line.
    pub fn into_sorted(self) -> Vec<Problem> {
        self.0.into_inner().into_iter().collect()
    }
}

/// A file being read: its name for messages, its text, and where problems go.
#[derive(Debug, Clone, Copy)]
pub struct Source<'d> {
    /// The name to show.
    pub file: &'d str,
    /// Its whole text.
    pub text: &'d str,
    /// Where problems are noted.
    pub problems: &'d Problems,
}

impl Source<'_> {
    /// Parses the text and hands its top table to `read`; syntax errors are all noted, with what could be read handed over.
    pub fn read<T>(self, read: impl FnOnce(Table<'_>) -> T) -> T {
        let (document, errors) = DeTable::parse_recoverable(self.text);
        for error in errors {
            let line = error.span().map_or(0, |span| self.line(&span));
            self.problems.add(self.file, line, "", error.message().trim().to_owned());
        }
        let top = Table {
            source: self,
            path: String::new(),
            line: 0,
            entries: document.get_ref(),
            asked: RefCell::default(),
        };
        read(top)
    }

    fn line(&self, span: &Range<usize>) -> usize {
        let end = span.start.min(self.text.len());
        self.text.as_bytes()[..end].iter().filter(|byte| **byte == b'\n').count() + 1
    }
}

/// A table of the document. Every key that is asked for is known; the others are problems at [`Table::finish`].
#[derive(Debug)]
pub struct Table<'t> {
    source: Source<'t>,
    path: String,
    line: usize,
    entries: &'t DeTable<'t>,
    asked: RefCell<BTreeSet<String>>,
}

impl<'t> Table<'t> {
    fn dotted(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    fn get(&self, key: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.asked.borrow_mut().insert(key.to_owned());
        self.entries.get(key)
    }

    fn wrong(&self, key: &str, value: &Spanned<DeValue<'_>>, expected: &str) {
        self.problem_at(self.source.line(&value.span()), key, format!("{expected} is expected here"));
    }

    fn problem_at(&self, line: usize, key: &str, message: impl Into<String>) {
        self.source.problems.add(self.source.file, line, &self.dotted(key), message);
    }

    /// Notes a problem with this key of the table: what is wrong and the mend.
    pub fn problem(&self, key: &str, message: impl Into<String>) {
        let line = self.entries.get(key).map_or(self.line, |value| self.source.line(&value.span()));
        self.problem_at(line, key, message);
    }

    /// True when the key stands in the file.
    pub fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// True when the key holds a text.
    pub fn is_text(&self, key: &str) -> bool {
        self.entries.get(key).is_some_and(|value| value.get_ref().is_str())
    }

    /// Takes note of a key without reading it: it is no unknown key.
    pub fn know(&self, key: &str) {
        self.asked.borrow_mut().insert(key.to_owned());
    }

    /// The keys of this table, in the order of the alphabet; for tables whose keys are names.
    pub fn keys(&self) -> Vec<String> {
        self.entries.keys().map(|key| key.get_ref().to_string()).collect()
    }

    /// A text that must be there and not be empty.
    pub fn text(&self, key: &str) -> String {
        let text = self.optional_text(key);
        match &text {
            None if !self.has(key) => self.problem(key, "is missing"),
            Some(text) if text.trim().is_empty() => self.problem(key, "is empty"),
            _ => {}
        }
        text.unwrap_or_default()
    }

    /// A text that may be left out.
    pub fn optional_text(&self, key: &str) -> Option<String> {
        let value = self.get(key)?;
        match value.get_ref() {
            DeValue::String(text) => Some(text.to_string()),
            _ => {
                self.wrong(key, value, "a text in quotes");
                None
            }
        }
    }

    /// A list of texts; empty when it is left out.
    pub fn texts(&self, key: &str) -> Vec<String> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong(key, value, "a list of texts, [\"…\", \"…\"],");
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items {
            match item.get_ref().as_str() {
                Some(text) => texts.push(text.to_owned()),
                None => self.wrong(key, item, "a text in quotes"),
            }
        }
        texts
    }

    /// A list of texts with at least one in it.
    pub fn some_texts(&self, key: &str) -> Vec<String> {
        let texts = self.texts(key);
        if texts.is_empty() {
            self.problem(key, "needs at least one entry");
        }
        texts
    }

    /// `true` or `false`; `default` when it is left out.
    pub fn flag(&self, key: &str, default: bool) -> bool {
        let Some(value) = self.get(key) else { return default };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong(key, value, "true or false");
            default
        })
    }

    /// A whole number within `range`; `default` when it is left out.
    pub fn number(&self, key: &str, default: i64, range: Range<i64>) -> i64 {
        let Some(value) = self.get(key) else { return default };
        let number = value
            .get_ref()
            .as_integer()
            .and_then(|digits| i64::from_str_radix(&digits.as_str().replace('_', ""), digits.radix()).ok());
        match number {
            Some(number) if range.contains(&number) => number,
            _ => {
                self.wrong(key, value, &format!("a whole number from {} to {}", range.start, range.end - 1));
                default
            }
        }
    }

    /// A day, written `2026-11-24`.
    pub fn day(&self, key: &str) -> NaiveDate {
        let day = self.get(key).and_then(|value| {
            let day = match value.get_ref() {
                DeValue::Datetime(moment) if moment.time.is_none() => moment
                    .date
                    .and_then(|date| NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())),
                _ => None,
            };
            if day.is_none() {
                self.wrong(key, value, "a day such as 2026-11-24, without quotes,");
            }
            day
        });
        if !self.has(key) {
            self.problem(key, "is missing: give the day, such as 2026-11-24");
        }
        day.unwrap_or_default()
    }

    /// One of the given words.
    pub fn one_of<T: Copy>(&self, key: &str, words: &[(&str, T)]) -> Option<T> {
        let Some(word) = self.optional_text(key) else {
            if !self.has(key) {
                self.problem(key, format!("is missing: choose from {}", list(words)));
            }
            return None;
        };
        self.word(key, &word, words)
    }

    /// A list in which each is one of the given words.
    pub fn some_of<T: Copy>(&self, key: &str, words: &[(&str, T)]) -> Vec<T> {
        self.texts(key).iter().filter_map(|word| self.word(key, word, words)).collect()
    }

    fn word<T: Copy>(&self, key: &str, word: &str, words: &[(&str, T)]) -> Option<T> {
        let found = words.iter().find(|(known, _)| *known == word).map(|(_, value)| *value);
        if found.is_none() {
            self.problem(key, format!("`{word}` is not known: choose from {}", list(words)));
        }
        found
    }

    /// A table that must be there.
    pub fn table(&self, key: &str) -> Option<Table<'t>> {
        let table = self.optional_table(key);
        if table.is_none() && !self.has(key) {
            self.problem(key, format!("is missing: add [{}]", self.dotted(key)));
        }
        table
    }

    /// A table that may be left out.
    pub fn optional_table(&self, key: &str) -> Option<Table<'t>> {
        let value = self.get(key)?;
        let table = self.as_table(self.dotted(key), value);
        if table.is_none() {
            self.wrong(key, value, "a table");
        }
        table
    }

    /// A list of tables; empty when it is left out.
    pub fn tables(&self, key: &str) -> Vec<Table<'t>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong(key, value, &format!("a list of tables, [[{}]],", self.dotted(key)));
            return Vec::new();
        };
        let mut tables = Vec::new();
        for (index, item) in items.iter().enumerate() {
            match self.as_table(format!("{}[{}]", self.dotted(key), index + 1), item) {
                Some(table) => tables.push(table),
                None => self.wrong(key, item, "a table"),
            }
        }
        tables
    }

    fn as_table(&self, path: String, value: &'t Spanned<DeValue<'t>>) -> Option<Table<'t>> {
        let entries = value.get_ref().as_table()?;
        let line = self.source.line(&value.span());
        Some(Table { source: self.source, path, line, entries, asked: RefCell::default() })
    }

    /// Ends the reading of this table: every key that nobody asked for is a problem, with the nearest known key.
    pub fn finish(self) {
        let asked = self.asked.borrow();
        for (key, _) in self.entries {
            let name = key.get_ref().as_ref();
            if asked.contains(name) {
                continue;
            }
            let line = self.source.line(&key.span());
            let nearest = asked
                .iter()
                .map(|known| (strsim::damerau_levenshtein(known, name), known))
                .min()
                .filter(|(distance, _)| *distance <= 3);
            let message = match nearest {
                Some((_, known)) => format!("is not a known key: did you mean `{known}`?"),
                None if asked.is_empty() => "is not a known key: take it out".to_owned(),
                None => {
                    let known: Vec<&str> = asked.iter().map(String::as_str).collect();
                    format!("is not a known key: take it out, or use one of {}", known.join(", "))
                }
            };
            self.problem_at(line, name, message);
        }
    }
}

fn list<T>(words: &[(&str, T)]) -> String {
    words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems_of(text: &str, read: impl FnOnce(Table<'_>)) -> Vec<String> {
        let problems = Problems::default();
        Source { file: "bot.toml", text, problems: &problems }.read(read);
        problems.into_sorted().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn all_problems_are_told_at_once_with_their_lines() {
        let found = problems_of("name = 3\n\n[deep]\nwhen = \"x\"\nlanguge = \"nl\"\n", |top| {
            top.text("name");
            let deep = top.table("deep").expect("it is there");
            deep.day("when");
            deep.optional_text("language");
            deep.finish();
            top.text("other");
            top.finish();
        });
        assert_eq!(
            found,
            [
                "bot.toml: other: is missing",
                "bot.toml:1: name: a text in quotes is expected here",
                "bot.toml:4: deep.when: a day such as 2026-11-24, without quotes, is expected here",
                "bot.toml:5: deep.languge: is not a known key: did you mean `language`?",
            ]
        );
    }

    #[test]
    fn a_fault_of_syntax_is_told_with_its_line() {
        let found = problems_of("a = 1\nb = \n", |top| {
            top.number("a", 0, 0..10);
            top.optional_text("b");
            top.finish();
        });
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("bot.toml:2"), "{found:?}");
    }

    #[test]
    fn a_number_outside_its_range_is_told_with_the_range() {
        let found = problems_of("n = 12", |top| {
            assert_eq!(top.number("n", 5, 0..10), 5);
        });
        assert_eq!(found, ["bot.toml:1: n: a whole number from 0 to 9 is expected here"]);
    }
}
