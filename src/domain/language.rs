//! The two languages in which the bot speaks and understands.

use serde::{Deserialize, Serialize};

/// A language of answers. Questions are understood in both, whatever this says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Language {
    /// Plain Dutch, level B1: the canonical language.
    #[serde(rename = "nl")]
    Dutch,
    /// English, complete.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// Both, the canonical one first.
    pub const ALL: [Self; 2] = [Self::Dutch, Self::English];

    /// The two-letter code (ISO 639-1) that settings, files and the database use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
        }
    }

    /// The language with this two-letter code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }
}
