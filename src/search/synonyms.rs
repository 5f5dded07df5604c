//! Words that mean the same to the people who search, Dutch and English mixed, as declared in a TOML file:
//!
//! ```toml
//! [[group]]
//! words = ["ruzie", "fittie", "beef", "trouble between groups"]
//!
//! [[group]]
//! near = true # not the same, but one hints at the other
//! words = ["burgemeester", "gemeente"]
//! ```

use serde::Deserialize;
use toml::Spanned;

use super::fold::words;
use super::stop_words::is_stop_word;

/// The declared groups.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Synonyms {
    pub(super) groups: Vec<Group>,
}

/// Words and phrases that mean the same, each as its folded words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) near: bool,
    pub(super) members: Vec<Vec<String>>,
}

/// A fault in the declaration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line where it stands, from 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    #[serde(default)]
    group: Vec<RawGroup>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGroup {
    words: Spanned<Vec<Spanned<String>>>,
    #[serde(default)]
    near: bool,
}

impl Synonyms {
    /// Reads a declaration, or says everything that is wrong with it.
    pub fn parse(text: &str) -> Result<Self, Vec<Problem>> {
        let raw: RawFile = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(1, |span| line_of(text, span.start));
            vec![Problem { line, message: error.message().to_owned() }]
        })?;
        let mut problems = Vec::new();
        let groups = raw.group.iter().map(|group| check(group, text, &mut problems)).collect();
        if problems.is_empty() { Ok(Self { groups }) } else { Err(problems) }
    }
}

fn check(raw: &RawGroup, text: &str, problems: &mut Vec<Problem>) -> Group {
    let mut members: Vec<Vec<String>> = Vec::new();
    for word in raw.words.get_ref() {
        let member = words(word.get_ref());
        let message = if member.is_empty() || matches!(member.as_slice(), [word] if is_stop_word(word)) {
            format!("\"{}\" means nothing to the search by itself", word.get_ref())
        } else if members.contains(&member) {
            format!("\"{}\" stands twice in this group", word.get_ref())
        } else {
            members.push(member);
            continue;
        };
        problems.push(Problem { line: line_of(text, word.span().start), message });
    }
    if raw.words.get_ref().len() < 2 {
        let line = line_of(text, raw.words.span().start);
        problems.push(Problem { line, message: "a group needs at least two words".to_owned() });
    }
    Group { near: raw.near, members }
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}
