//! The text search: documents in Dutch and English go in, ranked numbers come out. It knows stems, compound words,
//! synonyms and typing errors, and it understands whole questions in both languages.
//!
//! It is pure: no clock, no files, no waiting. What a document is, and what is said about the hits, is decided above.

mod compound;
mod fold;
mod index;
mod query;
mod rank;
mod sayings;
mod stem;
mod stop_words;
mod suggest;
mod synonyms;
#[cfg(test)]
mod tests;
mod typo;
mod vocabulary;

pub use fold::fold;
pub use index::Index;
pub use suggest::nearest_words;
pub use synonyms::{Problem, Synonyms};

use crate::domain::Language;

/// Something to be found. Its place in the sequence given to [`Index::new`] is its number.
#[derive(Debug, Clone)]
pub struct Document<'a> {
    /// Its texts, in both languages.
    pub fields: Vec<Field<'a>>,
}

/// One text of a document.
#[derive(Debug, Clone, Copy)]
pub struct Field<'a> {
    /// The text as people read it.
    pub text: &'a str,
    /// How much a word in it counts.
    pub weight: Weight,
    /// The language it is written in.
    pub language: Language,
}

/// How much a word in a field counts, heaviest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    /// What the document is called; a query that says exactly this finds it first.
    Name,
    /// A word or phrase that people search it by; give each phrase as a field of its own.
    Words,
    /// Running text that says what it is.
    Body,
    /// Text that mentions things without being about them: limits, exceptions.
    Aside,
}

impl Weight {
    const ALL: [Self; 4] = [Self::Name, Self::Words, Self::Body, Self::Aside];
}

/// What a search found, as numbers of documents, best first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hits {
    /// Documents that answer the query.
    pub found: Vec<usize>,
    /// When nothing really answers it: the least bad, at most three.
    pub nearest: Vec<usize>,
}
