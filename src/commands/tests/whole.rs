//! The catalogue that is built in: whole, and fit for a phone.

use std::collections::BTreeMap;

use super::built_in;
use crate::catalogue::{Files, Words};
use crate::document::Problems;
use crate::domain::Language;
use crate::search::fold;

/// The files of a folder of the built-in catalogue, each as a table with its name.
fn documents(folder: &str) -> Vec<(String, toml::Table)> {
    let problems = Problems::default();
    let files = Files::load(None, &problems);
    assert!(problems.is_empty());
    let documents = files.in_folder(folder).map(|(name, file)| {
        let table = file.text.parse().unwrap_or_else(|error| panic!("{name}: {error}"));
        (name.trim_end_matches(".toml").to_owned(), table)
    });
    documents.collect()
}

fn entries() -> Vec<(String, toml::Table)> {
    documents("intervention/entries")
}

/// What is wrong with the texts of an entry, one line each; nothing is what is hoped for.
fn each_text(check: impl Fn(&toml::Table) -> Option<String>) -> Vec<String> {
    let mut wrong = Vec::new();
    for (slug, entry) in entries() {
        for language in Language::ALL {
            let texts = entry[language.code()].as_table().expect("it is a table");
            wrong.extend(check(texts).map(|problem| format!("{slug}, {}: {problem}", language.code())));
        }
    }
    wrong
}

fn text<'t>(texts: &'t toml::Table, key: &str) -> &'t str {
    texts[key].as_str().expect("it is a text").trim()
}

#[test]
fn the_built_in_catalogue_has_no_problems() {
    built_in();
}

#[test]
fn the_matrix_has_45_entries() {
    assert_eq!(entries().len(), 45);
    assert_eq!(built_in().matrix.entries().len(), 45);
}

#[test]
fn every_entry_fits_a_phone() {
    let wrong = each_text(|texts| {
        let parts = ["what", "fits", "not_when", "decides", "limits"];
        let length: usize = parts.iter().map(|key| text(texts, key).chars().count()).sum();
        (length > 900).then(|| format!("{length} characters"))
    });
    assert!(wrong.is_empty(), "longer than 900:\n{}", wrong.join("\n"));
}

#[test]
fn every_entry_says_what_it_is_in_two_to_five_sentences() {
    let wrong = each_text(|texts| {
        let count = sentences(text(texts, "what"));
        (!(2..=5).contains(&count)).then(|| format!("{count} sentences"))
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Sentences end with a mark before white space or the end; the dots of a date or an abbreviation within one do not.
fn sentences(text: &str) -> usize {
    let words: Vec<&str> = text.split_whitespace().collect();
    let ends = |index: usize| {
        let word = words[index].trim_end_matches(['"', '”', ')', '\'']);
        let next_begins = words.get(index + 1).is_none_or(|next| !next.starts_with(char::is_lowercase));
        word.ends_with(['.', '!', '?']) && next_begins
    };
    (0..words.len()).filter(|index| ends(*index)).count()
}

#[test]
fn the_glossary_has_at_least_60_terms() {
    let terms: usize =
        documents("term/terms").iter().map(|(_, table)| table["term"].as_array().map_or(0, Vec::len)).sum();
    assert!(terms >= 60, "{terms}");
}

#[test]
fn a_word_stands_for_one_command_only() {
    let library = built_in();
    let mut owners: BTreeMap<String, &str> = BTreeMap::new();
    for definition in &library.catalogue.definitions {
        for word in definition.words.all() {
            let owner = *owners.entry(fold(word)).or_insert(&definition.id);
            assert_eq!(owner, definition.id, "`{word}` stands for two commands");
        }
    }
}

/// Each word with the thing it stands for; a word that stands for two is told.
fn words_are_unique<'w>(things: impl Iterator<Item = (&'w str, &'w Words)>) {
    let mut owners: BTreeMap<String, &str> = BTreeMap::new();
    for (id, words) in things {
        for word in words.all().chain([id]) {
            let owner = *owners.entry(fold(word)).or_insert(id);
            assert_eq!(owner, id, "`{word}` stands for two things");
        }
    }
}

#[test]
fn a_word_stands_for_one_filter_and_one_option_only() {
    for definition in &built_in().catalogue.definitions {
        words_are_unique(definition.filters.iter().map(|filter| (filter.id.as_str(), &filter.words)));
        for filter in &definition.filters {
            words_are_unique(filter.options.iter().map(|option| (option.id.as_str(), &option.words)));
        }
    }
}

#[test]
fn no_word_of_a_command_looks_like_a_choice_from_a_list() {
    for definition in &built_in().catalogue.definitions {
        for word in definition.words.all() {
            assert!(word.parse::<i64>().is_err() && !["meer", "more", "volgende", "next"].contains(&word), "{word}");
            assert!(!word.contains(char::is_whitespace), "`{word}` could never be typed");
        }
    }
}
