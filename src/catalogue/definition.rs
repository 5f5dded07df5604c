//! The declaration of a command, `commands/<id>/command.toml`: its words, where and by whom it may be used, its filters.

use std::collections::BTreeMap;

use super::Files;
use super::subcommand::{Subcommand, numbers, subcommands};
use crate::document::{Problems, Source, Table};
use crate::domain::{Language, RecordKind};
use crate::text::Choosable;

/// One command as it is declared.
#[derive(Debug, Clone)]
pub struct Definition {
    /// The name of its folder, of its module, and the beginning of the keys of its texts.
    pub id: String,
    /// The version of this declaration; a record keeps the one it was made with.
    pub version: i64,
    /// Its place in help; smaller comes first.
    pub order: i64,
    /// What people type for it.
    pub words: Words,
    /// Kinds of room in which it may be used.
    pub rooms: Vec<RoomKind>,
    /// Who may use it.
    pub who: Who,
    /// What becomes of the answer when the command is edited and no subcommand says otherwise.
    pub kind: Kind,
    /// The kind of record whose number may stand before a subcommand.
    pub numbers: Option<RecordKind>,
    /// What can be asked of it by a word of its own.
    pub subcommands: Vec<Subcommand>,
    /// What it can be narrowed by.
    pub filters: Vec<Filter>,
    /// What one might type after its word, which may be nothing; the first is shown by help.
    pub examples: Vec<Example>,
}

/// Words of both languages for one thing. Never empty; the first of each is shown, all are understood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// Dutch.
    pub dutch: Vec<String>,
    /// English.
    pub english: Vec<String>,
}

impl Words {
    /// The word that is shown to people.
    pub fn shown(&self, language: Language) -> &str {
        let words = match language {
            Language::Dutch => &self.dutch,
            Language::English => &self.english,
        };
        words.first().map_or("", String::as_str)
    }

    /// All of them, each once.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let english = self.english.iter().filter(|word| !self.dutch.contains(word));
        self.dutch.iter().chain(english).map(String::as_str)
    }
}

/// A kind of room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoomKind {
    /// All partners of a team.
    Chain,
    /// One organisation of a team.
    Organisation,
    /// One person and the bot.
    Direct,
    /// A room that belongs to no team.
    Unbound,
}

/// Who may use a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Everybody in the room.
    Anyone,
    /// Members of a team, and the people named in `[bot] admins`.
    Team,
    /// Members of a team.
    Member,
    /// Coordinators of a team.
    Coordinator,
    /// The people named in `[bot] admins`.
    Admin,
}

/// What a command does, which decides what an edit of it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It only answers: an edit changes the answer, a redaction takes it away.
    Lookup,
    /// It changes something: an edit changes nothing, and the bot says what stands.
    Change,
    /// It changes something of which the message is the source: an edit changes that again, a redaction takes it back.
    Revisable,
    /// It changes so little that a reaction may say it, although only the homeserver vouches for that.
    Tick,
}

impl Kind {
    pub(super) fn read(table: &Table<'_>) -> Self {
        let kinds =
            [("lookup", Self::Lookup), ("change", Self::Change), ("revisable", Self::Revisable), ("tick", Self::Tick)];
        table.one_of("kind", &kinds).unwrap_or(Self::Change)
    }
}

/// Something that a command can be narrowed by, `fase:nazorg`.
#[derive(Debug, Clone)]
pub struct Filter {
    /// What data and code call it.
    pub id: String,
    /// What people type before the colon.
    pub words: Words,
    /// What it can be.
    pub options: Vec<FilterOption>,
}

impl Filter {
    /// The option with this id.
    pub fn option(&self, id: &str) -> Option<&FilterOption> {
        self.options.iter().find(|option| option.id == id)
    }
}

/// One value of a filter, or one word that may follow a subcommand.
#[derive(Debug, Clone)]
pub struct FilterOption {
    /// What data and code call it.
    pub id: String,
    /// What people read and type.
    pub words: Words,
}

impl Choosable for FilterOption {
    fn words(&self) -> impl Iterator<Item = &str> {
        self.words.all().chain([self.id.as_str()])
    }
}

impl Choosable for Filter {
    fn words(&self) -> impl Iterator<Item = &str> {
        self.words.all().chain([self.id.as_str()])
    }
}

impl Choosable for Definition {
    fn words(&self) -> impl Iterator<Item = &str> {
        self.words.all()
    }
}

/// What one might type after the command's word.
#[derive(Debug, Clone, Default)]
pub struct Example {
    /// In Dutch.
    pub dutch: String,
    /// In English.
    pub english: String,
}

impl Example {
    /// The example in this language.
    pub fn shown(&self, language: Language) -> &str {
        match language {
            Language::Dutch => &self.dutch,
            Language::English => &self.english,
        }
    }
}

/// Reads all declarations and checks them against each other.
pub(super) fn load(files: &Files, problems: &Problems) -> Vec<Definition> {
    let mut definitions = Vec::new();
    for (path, file) in files.all() {
        let Some(id) = path.strip_suffix("/command.toml") else { continue };
        let source = Source { file: &file.shown, text: &file.text, problems };
        definitions.push(source.read(|top| definition(id, top)));
    }
    definitions.sort_by_key(|definition| definition.order);
    words_are_unique(&definitions, files, problems);
    definitions
}

pub(super) fn definition(id: &str, top: Table<'_>) -> Definition {
    let kind = Kind::read(&top);
    let definition = Definition {
        id: id.to_owned(),
        version: top.number("version", 1, 1..i64::MAX),
        order: top.number("order", 100, 0..1000),
        words: words(&top),
        rooms: top.some_of(
            "rooms",
            &[
                ("chain", RoomKind::Chain),
                ("organisation", RoomKind::Organisation),
                ("direct", RoomKind::Direct),
                ("unbound", RoomKind::Unbound),
            ],
        ),
        who: top
            .one_of(
                "who",
                &[
                    ("anyone", Who::Anyone),
                    ("team", Who::Team),
                    ("member", Who::Member),
                    ("coordinator", Who::Coordinator),
                    ("admin", Who::Admin),
                ],
            )
            .unwrap_or(Who::Admin),
        kind,
        numbers: numbers(&top),
        subcommands: subcommands(&top, kind),
        filters: top.tables("filters").into_iter().map(filter).collect(),
        examples: top
            .tables("examples")
            .into_iter()
            .map(|table| {
                let text = |key| table.optional_text(key).unwrap_or_default();
                let example = Example { dutch: text("nl"), english: text("en") };
                table.finish();
                example
            })
            .collect(),
    };
    if definition.rooms.is_empty() {
        top.problem("rooms", "needs at least one kind of room");
    }
    top.finish();
    definition
}

pub(super) fn words(table: &Table<'_>) -> Words {
    let Some(words) = table.table("words") else { return Words::default() };
    let both = Words { dutch: words.some_texts("nl"), english: words.some_texts("en") };
    words.finish();
    both
}

fn filter(table: Table<'_>) -> Filter {
    let filter = Filter { id: table.text("id"), words: words(&table), options: options(&table) };
    table.finish();
    filter
}

pub(super) fn options(table: &Table<'_>) -> Vec<FilterOption> {
    let tables = table.tables("options").into_iter();
    tables
        .map(|table| {
            let option = FilterOption { id: table.text("id"), words: words(&table) };
            table.finish();
            option
        })
        .collect()
}

/// A word may stand for one command only, or nobody knows which is meant.
fn words_are_unique(definitions: &[Definition], files: &Files, problems: &Problems) {
    let mut owners: BTreeMap<String, &str> = BTreeMap::new();
    for definition in definitions {
        for word in definition.words.all() {
            let owner = owners.entry(word.to_lowercase()).or_insert(&definition.id);
            if *owner != definition.id {
                let file = files.get(&format!("{}/command.toml", definition.id)).map_or("", |file| &file.shown);
                problems.add(
                    file,
                    0,
                    "words",
                    format!("`{word}` stands for the command {owner} already: take another word"),
                );
            }
        }
    }
}
