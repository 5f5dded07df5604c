//! An entry of the matrix that is a team's own: new, or in the place of one that is built in. What is known of its legal side is
//! not the team's to say: that stays with the entry that is built in, and for a new one nobody has looked.

use serde::{Deserialize, Serialize};

use crate::domain::Language;

/// What a team's entry says, by the keys of entry files. At least one language is there.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TeamEntry {
    /// The phase, as an option of the filter of that name.
    pub phase: String,
    /// When.
    pub timing: Vec<String>,
    /// Where.
    pub channel: String,
    /// Who leads.
    pub lead: Vec<String>,
    /// Who takes part.
    #[serde(default)]
    pub helps: Vec<String>,
    /// Its texts in Dutch.
    #[serde(default)]
    pub nl: Option<EntryTexts>,
    /// Its texts in English.
    #[serde(default)]
    pub en: Option<EntryTexts>,
}

/// The texts of an entry in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct EntryTexts {
    /// Its name.
    pub name: String,
    /// What it is.
    pub what: String,
    /// When it fits.
    pub fits: String,
    /// When it does not.
    pub not_when: String,
    /// Who decides.
    pub decides: String,
    /// Its limits.
    pub limits: String,
    /// What people type when they look for it.
    pub words: Vec<String>,
}

impl TeamEntry {
    /// Its texts in this language, or else in the other.
    pub fn texts(&self, language: Language) -> Option<&EntryTexts> {
        match language {
            Language::Dutch => self.nl.as_ref().or(self.en.as_ref()),
            Language::English => self.en.as_ref().or(self.nl.as_ref()),
        }
    }
}

/// An entry as a coordinator accepted it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnEntry {
    /// The name of its record inside the bot.
    pub id: String,
    /// Its name in commands.
    pub slug: String,
    /// Counted from 1 for each entry.
    pub version: u32,
    /// When it was accepted, in milliseconds since 1970.
    pub since_ms: i64,
    /// What it says.
    pub entry: TeamEntry,
}
