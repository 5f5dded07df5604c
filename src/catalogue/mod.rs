//! The catalogue: what lies in `commands/`, built into the binary and overridden file by file from a folder of the team.
//! It reads definitions and texts and tells every problem; what a command does lies in `crate::commands`.

mod definition;
mod files;
mod subcommand;

use std::path::Path;

pub use definition::{Definition, Example, Filter, FilterOption, Kind, RoomKind, Who, Words};
pub use files::{File, Files};
pub use subcommand::{Asked, Numbered, Subcommand};

use crate::document::Problems;
use crate::domain::Language;
use crate::text::Texts;

/// Definitions, texts and the files that commands read their own data from.
#[derive(Debug)]
pub struct Catalogue {
    /// The commands, in the order in which help shows them.
    pub definitions: Vec<Definition>,
    /// All texts.
    pub texts: Texts,
    /// All files, for the data that commands own.
    pub files: Files,
}

impl Catalogue {
    /// Loads the built-in files with the overrides of `folder`, and notes every problem.
    pub fn load(folder: Option<&Path>, problems: &Problems) -> Self {
        let files = Files::load(folder, problems);
        let definitions = definition::load(&files, problems);
        let languages = [("nl.ftl", Language::Dutch), ("en.ftl", Language::English)];
        let texts = files.all().filter_map(|(path, file)| {
            let (_, language) = languages.iter().find(|(name, _)| path.rsplit('/').next() == Some(name))?;
            Some((file.shown.as_str(), *language, file.text.as_ref()))
        });
        let texts = Texts::load(texts, problems);
        for definition in &definitions {
            for kind in ["summary", "more"] {
                let key = format!("{}-{kind}", definition.id);
                if !texts.has(&key) {
                    problems.add(&format!("commands/{}/nl.ftl", definition.id), 0, &key, "is missing: help shows it");
                }
            }
        }
        Self { definitions, texts, files }
    }

    /// The command with this id.
    pub fn definition(&self, id: &str) -> Option<&Definition> {
        self.definitions.iter().find(|definition| definition.id == id)
    }
}
