//! The intervention matrix: its entries as they stand in `commands/intervention/entries/`, and the search in them.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::catalogue::{Catalogue, Definition, File};
use crate::commands::ask::Query;
use crate::commands::sources::{Source, Sources};
use crate::document::{Problems, Source as Document, Table};
use crate::domain::Language;
use crate::search::{Document as Indexed, Field, Index, Synonyms, Weight, fold};

const FOLDER: &str = "intervention/entries";
const SYNONYMS: &str = "intervention/synonyms.toml";

/// Whether something may be done, as far as was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Legal {
    Allowed,
    Conditional,
    NotAllowed,
    Uncertain,
}

impl Legal {
    const ALL: [(&'static str, Self); 4] = [
        ("allowed", Self::Allowed),
        ("conditional", Self::Conditional),
        ("not_allowed", Self::NotAllowed),
        ("uncertain", Self::Uncertain),
    ];

    pub(crate) fn id(self) -> &'static str {
        Self::ALL.iter().find(|(_, legal)| *legal == self).expect("all are listed").0
    }
}

/// What a team knows of an entry that is new: it comes from practice.
pub(super) const PRACTICE: &str = "practice";

/// What is known of an intervention's effect. The words are those of the research, not a ranking.
const EVIDENCE: [&str; 6] = ["mentioned_in_research", PRACTICE, "evidence_based", "mixed", "contra", "unverified"];

/// The texts of an entry that may rest on no source.
const PARTS: [&str; 5] = ["what", "fits", "not_when", "decides", "limits"];

/// One entry of the matrix.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// Its name in commands and records: the name of its file.
    pub slug: String,
    pub phase: String,
    pub timing: Vec<String>,
    pub channel: String,
    pub lead: Vec<String>,
    pub helps: Vec<String>,
    pub legal: Legal,
    pub advised_against: bool,
    /// Day of the legal check; nothing when nobody has looked.
    pub checked: Option<NaiveDate>,
    pub evidence: Vec<String>,
    /// Which of its texts rest on no source, by key.
    pub unverified: Vec<String>,
    pub sources: Vec<Source>,
    /// What makes it a team's own.
    pub own: Option<Own>,
    pub(super) dutch: Texts,
    pub(super) english: Texts,
}

/// What makes an entry a team's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Own {
    /// The name of its record inside the bot.
    pub id: String,
    /// Counted from 1.
    pub version: u32,
    /// When it was accepted, in milliseconds since 1970.
    pub since_ms: i64,
    /// It stands in the place of one that is built in.
    pub changes: bool,
}

/// The texts of an entry in one language.
#[derive(Debug, Clone, Default)]
pub(crate) struct Texts {
    pub name: String,
    pub what: String,
    pub fits: String,
    pub not_when: String,
    pub decides: String,
    pub limits: String,
    /// Why it is not allowed or advised against.
    pub warning: Option<String>,
    /// What people type when they look for it.
    pub(super) words: Vec<String>,
}

impl Entry {
    /// Its texts in this language.
    pub(crate) fn texts(&self, language: Language) -> &Texts {
        match language {
            Language::Dutch => &self.dutch,
            Language::English => &self.english,
        }
    }

    /// True when it fits all filters of a question.
    fn fits(&self, query: &Query) -> bool {
        query.filters.iter().all(|(filter, wanted)| match filter.as_str() {
            "phase" => self.phase == *wanted,
            "timing" => self.timing.contains(wanted),
            "channel" => self.channel == *wanted,
            "actor" => self.lead.contains(wanted) || self.helps.contains(wanted),
            "status" => self.legal.id() == wanted,
            _ => true,
        })
    }
}

/// What a search brought.
#[derive(Debug, Default)]
pub(crate) struct Found<'m> {
    /// The entries that fit, best first.
    pub entries: Vec<&'m Entry>,
    /// When none fits: the nearest.
    pub nearest: Vec<&'m Entry>,
}

/// All entries, searchable.
#[derive(Debug)]
pub(crate) struct Matrix {
    entries: Vec<Arc<Entry>>,
    index: Index,
    synonyms: Arc<Synonyms>,
}

impl Matrix {
    pub(crate) fn load(catalogue: &Catalogue, sources: &Sources, problems: &Problems) -> Self {
        let mut entries = Vec::new();
        if let Some(definition) = catalogue.definition("intervention") {
            for (name, file) in catalogue.files.in_folder(FOLDER) {
                match name.strip_suffix(".toml") {
                    Some(slug) if is_slug(slug) => {
                        entries.push(Arc::new(entry(slug, file, definition, sources, problems)));
                    }
                    _ => problems.add(&file.shown, 0, "", "must be named <slug>.toml, with a-z, 0-9 and - only"),
                }
            }
        }
        let synonyms = match catalogue.files.get(SYNONYMS) {
            Some(file) => Synonyms::parse(&file.text).unwrap_or_else(|found| {
                for problem in found {
                    problems.add(&file.shown, problem.line, "", problem.message);
                }
                Synonyms::default()
            }),
            None => Synonyms::default(),
        };
        Self::of(entries, Arc::new(synonyms), catalogue.definition("intervention"))
    }

    fn of(entries: Vec<Arc<Entry>>, synonyms: Arc<Synonyms>, definition: Option<&Definition>) -> Self {
        let index = Index::new(entries.iter().map(|entry| Indexed { fields: fields(entry, definition) }), &synonyms);
        Self { entries, index, synonyms }
    }

    /// This matrix with others put in the place of entries of the same slug, or added.
    pub(super) fn with(&self, others: Vec<Entry>, definition: Option<&Definition>) -> Self {
        let mut entries = self.entries.clone();
        for other in others.into_iter().map(Arc::new) {
            match entries.binary_search_by(|entry| entry.slug.cmp(&other.slug)) {
                Ok(at) => entries[at] = other,
                Err(at) => entries.insert(at, other),
            }
        }
        Self::of(entries, Arc::clone(&self.synonyms), definition)
    }

    /// All entries, in the order of the alphabet of their slugs.
    pub(crate) fn entries(&self) -> &[Arc<Entry>] {
        &self.entries
    }

    /// The slugs of what is shown for these words: the entry so named first, then what fits, or else the nearest.
    pub(crate) fn slugs(&self, words: &str) -> Vec<&str> {
        let found = self.find(&Query { text: words.to_owned(), ..Query::default() });
        let shown = found.entries.iter().chain(&found.nearest).map(|entry| entry.slug.as_str());
        let named = self.named(words).map(|entry| entry.slug.as_str());
        named.into_iter().chain(shown.filter(|slug| Some(*slug) != named)).collect()
    }

    /// True when a search for these words finds something.
    pub(crate) fn knows(&self, words: &str) -> bool {
        self.named(words).is_some() || !self.index.search(words, |_| true).found.is_empty()
    }

    /// The entry with this slug or name.
    pub(crate) fn named(&self, typed: &str) -> Option<&Entry> {
        let typed = fold(typed.trim());
        let slug = typed.replace(' ', "-");
        let named = |entry: &&Arc<Entry>| {
            entry.slug == slug || Language::ALL.into_iter().any(|language| fold(&entry.texts(language).name) == typed)
        };
        self.entries.iter().find(named).map(Arc::as_ref)
    }

    /// The entries that fit a question, best first; without words all that fit its filters.
    pub(crate) fn find(&self, query: &Query) -> Found<'_> {
        if query.text.is_empty() {
            return Found {
                entries: self.entries.iter().map(Arc::as_ref).filter(|entry| entry.fits(query)).collect(),
                nearest: Vec::new(),
            };
        }
        let hits = self.index.search(&query.text, |document| self.entries[document].fits(query));
        let entries = |documents: &[usize]| documents.iter().map(|document| self.entries[*document].as_ref()).collect();
        Found { entries: entries(&hits.found), nearest: entries(&hits.nearest) }
    }
}

/// Whether an entry can be called so.
pub(super) fn is_slug(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// What can be found of an entry, by how much it says about it. Who leads it and its phase count a little: people name them.
fn fields<'e>(entry: &'e Entry, definition: Option<&'e Definition>) -> Vec<Field<'e>> {
    let mut fields = vec![Field { text: &entry.slug, weight: Weight::Name, language: Language::Dutch }];
    for language in Language::ALL {
        let texts = entry.texts(language);
        fields.push(Field { text: &texts.name, weight: Weight::Name, language });
        fields.extend(texts.words.iter().map(|text| Field { text, weight: Weight::Words, language }));
        for text in [&texts.what, &texts.fits] {
            fields.push(Field { text, weight: Weight::Body, language });
        }
        for text in [&texts.limits, &texts.decides] {
            fields.push(Field { text, weight: Weight::Aside, language });
        }
        let filters = definition.into_iter().flat_map(|definition| &definition.filters);
        for option in filters.flat_map(|filter| &filter.options) {
            if option.id == entry.phase || entry.lead.contains(&option.id) {
                fields.push(Field { text: option.words.shown(language), weight: Weight::Aside, language });
            }
        }
    }
    fields
}

fn entry(slug: &str, file: &File, definition: &Definition, sources: &Sources, problems: &Problems) -> Entry {
    Document { file: &file.shown, text: &file.text, problems }.read(|top| {
        let one = |key: &str| options(&top, definition, key, key, &[top.text(key)]).pop().unwrap_or_default();
        let many = |key: &str, filter: &str| options(&top, definition, key, filter, &top.texts(key));
        let entry = Entry {
            slug: slug.to_owned(),
            phase: one("phase"),
            timing: many("timing", "timing"),
            channel: one("channel"),
            lead: many("lead", "actor"),
            helps: many("helps", "actor"),
            legal: top.one_of("legal", &Legal::ALL).unwrap_or(Legal::Uncertain),
            advised_against: top.flag("advised_against", false),
            checked: Some(top.day("checked")),
            evidence: words_of(&top, "evidence", &EVIDENCE),
            unverified: words_of(&top, "unverified", &PARTS),
            sources: sources.named_by(&top),
            own: None,
            dutch: texts(&top, Language::Dutch),
            english: texts(&top, Language::English),
        };
        if entry.lead.is_empty() {
            top.problem("lead", "needs at least one actor");
        }
        if entry.evidence.is_empty() {
            top.problem("evidence", format!("needs at least one of {}", EVIDENCE.join(", ")));
        }
        if top.texts("sources").is_empty() && !entry.evidence.iter().any(|evidence| evidence == "unverified") {
            top.problem("sources", "names none: then `evidence` must hold \"unverified\"");
        }
        if entry.legal == Legal::NotAllowed || entry.advised_against {
            for (language, texts) in [("nl", &entry.dutch), ("en", &entry.english)] {
                if texts.warning.is_none() {
                    top.problem(language, "needs a `warning`: why is it not allowed or advised against?");
                }
            }
        }
        top.finish();
        entry
    })
}

/// The values of a key, each of which must be an option of a filter.
pub(super) fn options(
    top: &Table<'_>,
    definition: &Definition,
    key: &str,
    filter: &str,
    values: &[String],
) -> Vec<String> {
    let Some(filter) = definition.filters.iter().find(|candidate| candidate.id == filter) else {
        top.problem(key, format!("the declaration of the command lacks the filter `{filter}`"));
        return Vec::new();
    };
    for value in values.iter().filter(|value| !value.is_empty() && filter.option(value).is_none()) {
        let known: Vec<&str> = filter.options.iter().map(|option| option.id.as_str()).collect();
        top.problem(key, format!("`{value}` is not known: choose from {}", known.join(", ")));
    }
    values.to_vec()
}

fn words_of(top: &Table<'_>, key: &str, known: &[&'static str]) -> Vec<String> {
    let words: Vec<(&str, &str)> = known.iter().map(|word| (*word, *word)).collect();
    top.some_of(key, &words).into_iter().map(str::to_owned).collect()
}

fn texts(top: &Table<'_>, language: Language) -> Texts {
    let Some(table) = top.table(language.code()) else { return Texts::default() };
    let text = |key: &str| table.text(key).trim().to_owned();
    let texts = Texts {
        name: text("name"),
        what: text("what"),
        fits: text("fits"),
        not_when: text("not_when"),
        decides: text("decides"),
        limits: text("limits"),
        warning: table.optional_text("warning"),
        words: table.some_texts("words"),
    };
    table.finish();
    texts
}
