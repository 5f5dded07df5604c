//! What the tabulator key offers: commands of both languages, filters and their options, slugs, slash commands, names.

use rustyline::completion::{Completer, Pair};
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::validate::Validator;
use rustyline::{Context, Helper};

use super::line;
use crate::catalogue::{Definition, Filter, Words};
use crate::commands::Library;
use crate::domain::Language;
use crate::search::fold;

/// Everything that can be offered.
#[derive(Debug)]
pub(super) struct Offers {
    prefix: String,
    definitions: Vec<Definition>,
    slugs: Vec<String>,
    /// Who is there.
    pub people: Vec<String>,
    /// Which rooms there are.
    pub rooms: Vec<String>,
    /// Nothing needs to stand before a command here.
    pub direct: bool,
}

impl Offers {
    /// What the library has to offer.
    pub(super) fn new(library: &Library, prefix: &str) -> Self {
        Self {
            prefix: prefix.to_owned(),
            definitions: library.catalogue.definitions.clone(),
            slugs: library.matrix.entries().iter().map(|entry| entry.slug.clone()).collect(),
            people: Vec::new(),
            rooms: Vec::new(),
            direct: false,
        }
    }

    /// Where the word under the cursor begins, and what could stand there.
    fn at(&self, before: &str) -> (usize, Vec<Pair>) {
        let start = token_start(before);
        let token = &before[start..];
        let first = before[..start].trim();
        if let Some(slash) = before.strip_prefix('/') {
            return match first {
                "" => (1, fitting(slash, line::WORDS.into_iter())),
                "/as" => (start, fitting(token, self.people.iter().map(String::as_str))),
                "/in" => (start, fitting(token, self.rooms.iter().map(String::as_str))),
                _ => (start, Vec::new()),
            };
        }
        if let Some(typed) = token.strip_prefix('@') {
            return (start + 1, fitting(typed, self.people.iter().map(String::as_str)));
        }
        let Some(words) = before.strip_prefix(&self.prefix).or_else(|| self.direct.then_some(before)) else {
            return (start, Vec::new());
        };
        let offset = before.len() - words.len();
        let Some((command, _)) = words.split_once(char::is_whitespace) else {
            return (offset, fitting(words, self.definitions.iter().flat_map(|definition| definition.words.all())));
        };
        let command = fold(command);
        let called = |definition: &&Definition| definition.words.all().any(|word| fold(word) == command);
        let Some(definition) = self.definitions.iter().find(called) else { return (start, Vec::new()) };
        if let Some((name, value)) = token.split_once(':') {
            let filter = definition.filters.iter().find(|filter| has(&filter.words, name));
            return (start + name.len() + 1, filter.map(|filter| options(filter, name, value)).unwrap_or_default());
        }
        let arguments = match definition.id.as_str() {
            "intervention" => fitting(token, self.slugs.iter().map(String::as_str)),
            "help" => fitting(token, self.definitions.iter().flat_map(|definition| definition.words.all())),
            "language" => fitting(token, Language::ALL.into_iter().map(Language::code)),
            _ => Vec::new(),
        };
        let filters =
            definition.filters.iter().flat_map(|filter| filter.words.all()).filter(|word| begins(word, token));
        let filters = filters.map(|word| pair(word, format!("{word}:")));
        (start, unique(filters.chain(arguments)))
    }
}

/// The options of a filter in the language in which its name was typed.
fn options(filter: &Filter, name: &str, value: &str) -> Vec<Pair> {
    let typed = value.trim_start_matches('"');
    let named = |words: &[String]| words.iter().any(|word| fold(word) == fold(name));
    let languages = [(Language::Dutch, named(&filter.words.dutch)), (Language::English, named(&filter.words.english))];
    let spoken = languages.into_iter().filter(|(_, named)| *named).map(|(language, _)| language);
    let words = spoken.flat_map(|language| filter.options.iter().map(move |option| option.words.shown(language)));
    let words = words.filter(|word| begins(word, typed));
    unique(words.map(|word| {
        let quoted = if word.contains(' ') { format!("\"{word}\" ") } else { format!("{word} ") };
        pair(word, quoted)
    }))
}

fn has(words: &Words, name: &str) -> bool {
    words.all().any(|word| fold(word) == fold(name))
}

fn begins(word: &str, typed: &str) -> bool {
    fold(word).starts_with(&fold(typed))
}

fn fitting<'w>(typed: &str, words: impl Iterator<Item = &'w str>) -> Vec<Pair> {
    unique(words.filter(|word| begins(word, typed)).map(|word| pair(word, format!("{word} "))))
}

fn pair(display: &str, replacement: String) -> Pair {
    Pair { display: display.to_owned(), replacement }
}

fn unique(pairs: impl Iterator<Item = Pair>) -> Vec<Pair> {
    let mut unique: Vec<Pair> = Vec::new();
    for pair in pairs {
        if !unique.iter().any(|other| other.replacement == pair.replacement) {
            unique.push(pair);
        }
    }
    unique
}

/// Where the last word begins; what stands in quotes is part of it.
fn token_start(before: &str) -> usize {
    let mut start = 0;
    let mut quoted = false;
    for (index, character) in before.char_indices() {
        match character {
            '"' => quoted = !quoted,
            space if space.is_whitespace() && !quoted => start = index + space.len_utf8(),
            _ => {}
        }
    }
    start
}

impl Completer for Offers {
    type Candidate = Pair;

    fn complete(&self, line: &str, at: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<Pair>)> {
        Ok(self.at(&line[..at]))
    }
}

impl Helper for Offers {}
impl Highlighter for Offers {}
impl Validator for Offers {}
impl Hinter for Offers {
    type Hint = String;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offers() -> Offers {
        let library = Library::load(None).expect("the built-in catalogue is sound");
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Offers { people: names(&["anna", "bram"]), rooms: names(&["keten", "direct"]), ..Offers::new(&library, "!") }
    }

    /// The line as it reads after each offer has been taken.
    fn lines(offers: &Offers, typed: &str) -> Vec<String> {
        let (start, pairs) = offers.at(typed);
        pairs.iter().map(|pair| format!("{}{}", &typed[..start], pair.replacement)).collect()
    }

    #[test]
    fn commands_of_both_languages_follow_the_prefix() {
        assert_eq!(lines(&offers(), "!interv"), ["!interventie ", "!intervention "]);
    }

    #[test]
    fn a_direct_room_needs_no_prefix() {
        assert_eq!(lines(&offers(), "begri"), [] as [&str; 0]);
        assert_eq!(lines(&Offers { direct: true, ..offers() }, "begri"), ["begrip ", "begrippen "]);
    }

    #[test]
    fn slugs_and_filters_follow_the_lookup() {
        assert_eq!(lines(&offers(), "!interventie huisb"), ["!interventie huisbezoek "]);
        assert_eq!(lines(&offers(), "!matrix ruzie fa"), ["!matrix ruzie fase:"]);
    }

    #[test]
    fn options_come_in_the_language_of_their_filter() {
        assert_eq!(lines(&offers(), "!interventie fase:n"), ["!interventie fase:nazorg "]);
        assert_eq!(lines(&offers(), "!intervention phase:after"), ["!intervention phase:aftercare "]);
    }

    #[test]
    fn an_option_of_two_words_is_quoted() {
        assert_eq!(lines(&offers(), "!interventie wie:eig"), ["!interventie wie:\"eigen organisatie\" "]);
        assert_eq!(lines(&offers(), "!interventie wie:\"eigen o"), ["!interventie wie:\"eigen organisatie\" "]);
    }

    #[test]
    fn slash_commands_and_names_are_offered() {
        assert_eq!(lines(&offers(), "/re"), ["/reply ", "/react ", "/redact "]);
        assert_eq!(lines(&offers(), "/as b"), ["/as bram "]);
        assert_eq!(lines(&offers(), "/in "), ["/in keten ", "/in direct "]);
    }
}
