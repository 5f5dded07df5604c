//! What the bot puts on paper: a report as Markdown and as PDF, a timeline as pictures, numbers as one. Plain values go in, bytes
//! come out.
//!
//! The types here know nothing of incidents, rooms or people. Whoever fills them looks at who may read it, and brings every word
//! in the language of the reader; what becomes of the bytes is theirs too. Texts of people are data for the typesetter, never
//! markup: see `press`.
//!
//! Typesetting is work for the processor, from tenths of a second to seconds: call it where it may block
//! (`tokio::task::spawn_blocking`), never in a turn.

mod chart;
mod markdown;
mod picture;
mod press;
mod timeline;

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::domain::Language;

pub use chart::{Amount, Bar, Chart, Panel, Piece, Tone};
pub use picture::Drawn;
pub use timeline::{Mark, Moment, Picture, Timeline};

/// What stands at the top of a paper, and on each of its pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Head {
    /// The language of the words, for hyphens and for those who have it read aloud.
    pub language: Language,
    /// The title.
    pub title: String,
    /// How people are named in it, such as `Pseudoniem: …`. On each page; empty when there is nothing to say.
    pub note: String,
    /// Who may see it, such as `TLP:AMBER`. On each page.
    pub label: String,
    /// Its date, in words. On each page.
    pub date: String,
    /// What stands before the number of a page, such as `blz.`.
    pub page: String,
    /// When it was made, for the properties of the file. The same paper of the same moment is the same to the byte.
    #[serde(skip)]
    pub made: Option<DateTime<Utc>>,
}

/// A report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Paper {
    /// What stands on each page.
    pub head: Head,
    /// What it says, in order.
    pub sections: Vec<Section>,
}

/// A part of a report under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// What stands under it.
    pub blocks: Vec<Block>,
}

/// A piece of text in a report. Line breaks in its texts stay; an empty line begins a new paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A text.
    Text(String),
    /// A list of texts.
    Items(Vec<String>),
    /// What somebody said.
    Quote {
        /// Who, in a few words: an organisation and a role.
        who: String,
        /// What.
        text: String,
    },
    /// A question or another small heading within a section.
    Heading(String),
    /// A course of events, with the moments in their order.
    Timeline(Vec<Moment>),
}

/// Why there is no paper.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// The typesetter gave up: a bug in a template, or a text that it cannot take.
    #[error("the typesetter gave up: {0}")]
    Typesetting(String),
    /// The picture could not be written as PNG.
    #[error("no PNG")]
    Png(#[from] png::EncodingError),
}

impl Paper {
    /// The report as Markdown. Whatever people wrote is shown as they wrote it, and never read as markup.
    pub fn markdown(&self) -> String {
        markdown::written(self)
    }

    /// The report as PDF: A4, tagged for those who have it read aloud, with note, label, date and number on each page. The size
    /// is not bounded; about 100 kB and 2 kB for each page.
    pub fn pdf(&self) -> Result<Vec<u8>, PaperError> {
        press::pdf(&press::set("paper.typ", self)?, self.head.made)
    }
}

/// A text as it can be shown: ends of lines are `\n`, and a control character is visible.
fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => shown.push('\n'),
            '\t' => shown.push_str("    "),
            // They turn around what comes after them, up to the end of the paragraph.
            '\u{202a}'..='\u{202e}' => {}
            character if character.is_control() => shown.push(char::REPLACEMENT_CHARACTER),
            character => shown.push(character),
        }
    }
    shown
}

#[cfg(test)]
mod tests;
