//! The sources that entries of the matrix and the glossary name: `commands/sources.toml`.

use std::collections::BTreeMap;

use crate::catalogue::Files;
use crate::document::{Problems, Source as Document, Table};
use crate::domain::Language;
use crate::text::Line;

const FILE: &str = "sources.toml";

/// One source: what it is and, where it is known, where it can be read.
#[derive(Debug, Clone)]
pub(crate) struct Source {
    dutch: String,
    english: String,
    link: Option<String>,
}

impl Source {
    /// The source as a line with its link.
    pub(crate) fn line(&self, language: Language) -> Line {
        let name = match language {
            Language::Dutch => &self.dutch,
            Language::English => &self.english,
        };
        match &self.link {
            Some(link) => Line::linked(name, link),
            None => Line::new(name),
        }
    }
}

/// All sources by their key.
#[derive(Debug, Default)]
pub(crate) struct Sources(BTreeMap<String, Source>);

impl Sources {
    pub(crate) fn load(files: &Files, problems: &Problems) -> Self {
        let Some(file) = files.get(FILE) else {
            problems.add(&format!("commands/{FILE}"), 0, "", "is missing");
            return Self::default();
        };
        Document { file: &file.shown, text: &file.text, problems }.read(|top| {
            let mut sources = BTreeMap::new();
            for key in top.keys() {
                if let Some(table) = top.table(&key) {
                    sources.insert(key, source(table));
                }
            }
            top.finish();
            Self(sources)
        })
    }

    /// The sources that a table names under `sources`; one that does not exist is a problem there.
    pub(crate) fn named_by(&self, table: &Table<'_>) -> Vec<Source> {
        let keys = table.texts("sources");
        keys.iter()
            .filter_map(|key| {
                let source = self.0.get(key);
                if source.is_none() {
                    table.problem("sources", format!("`{key}` does not stand in {FILE}: add it there"));
                }
                source.cloned()
            })
            .collect()
    }
}

fn source(table: Table<'_>) -> Source {
    let (dutch, english) = match table.table("name") {
        Some(name) => {
            let both = (name.text("nl"), name.text("en"));
            name.finish();
            both
        }
        None => Default::default(),
    };
    let link = table.optional_text("link");
    if link.as_ref().is_some_and(|link| !link.starts_with("https://")) {
        table.problem("link", "must begin with https://");
    }
    table.day("seen");
    table.finish();
    Source { dutch, english, link }
}
