//! First names with a last name or its initial: `Mohammed el Idrissi`, `Sanne de Vries`, `Jayden B.` A first name alone, a
//! nickname and the name of a group are no findings.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::Kind;
use super::around::{at, before, is_one_of, word_after};
use super::claims::Claims;
use super::reading::Reading;

/// First names as the rules read a text: plain ASCII in lower case.
static FIRST_NAMES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let lines = include_str!("names.txt").lines();
    lines.filter(|line| !line.starts_with('#')).map(|name| Reading::of(name).text().to_ascii_lowercase()).collect()
});
const LONGEST_FIRST_NAME: usize = 14;

/// What stands between a first name and a last name (tussenvoegsels), and the Arabic and Turkish ones.
const BETWEEN: [&str; 32] = [
    "van", "de", "der", "den", "het", "'t", "t", "ten", "ter", "te", "op", "in", "v", "v.d", "vd", "vande", "da",
    "dos", "di", "la", "le", "el", "al", "ait", "ould", "ben", "bin", "ibn", "bou", "abu", "abou", "von",
];
/// Those that make a last name of a word without a capital.
const CLEAR_BETWEEN: [&str; 9] = ["el", "al", "ait", "ben", "bin", "ibn", "bou", "abu", "vd"];
const MOST_BETWEEN: usize = 3;

/// Words with a capital that follow a first name and are no last name.
const NO_LAST_NAMES: [&str; 54] = [
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "politie",
    "police",
    "gemeente",
    "jongerenwerk",
    "wijkagent",
    "school",
    "snapchat",
    "snap",
    "insta",
    "instagram",
    "tiktok",
    "telegram",
    "whatsapp",
    "discord",
    "youtube",
    "twitter",
    "facebook",
    "heijn",
    "linders",
    "noord",
    "zuid",
    "oost",
    "west",
    "centrum",
    "straat",
    "plein",
    "park",
    "college",
    "lyceum",
    "arena",
    "stadion",
    "om",
    "me",
    "boa",
    "halt",
    "ggz",
    "i",
    "ik",
    "express",
    "action",
];
/// Ends of a last name that make it a street or a school: `Jan van Galenstraat`.
const STREETS: [&str; 19] = [
    "straat",
    "laan",
    "plein",
    "weg",
    "kade",
    "park",
    "school",
    "college",
    "brug",
    "gracht",
    "singel",
    "haven",
    "markt",
    "dreef",
    "wijk",
    "buurt",
    "tunnel",
    "toren",
    "plantsoen",
];
/// Words behind a last name that make it a place: `Johan Cruijff Arena`.
const PLACES: [&str; 22] = [
    "school",
    "college",
    "lyceum",
    "gymnasium",
    "mavo",
    "vmbo",
    "arena",
    "stadion",
    "stadium",
    "park",
    "plein",
    "straat",
    "laan",
    "brug",
    "huis",
    "hal",
    "kerk",
    "moskee",
    "museum",
    "toren",
    "boulevard",
    "centrum",
];

pub(super) fn find(text: &str, claims: &mut Claims) {
    let words = words(text);
    let mut next = 0;
    while next < words.len() && !claims.is_full() {
        let last = last_name(text, &words, next);
        if let Some(last) = last {
            let end = words[last].end;
            let dot = usize::from(words[last].len() == 1 && at(text, end) == b'.');
            claims.claim(Kind::Name, words[next].start..end + dot);
        }
        next = last.unwrap_or(next) + 1;
    }
}

/// The word that ends the name that begins with word `first`.
fn last_name(text: &str, words: &[Range<usize>], first: usize) -> Option<usize> {
    let name = &text[words[first].clone()];
    if name.len() > LONGEST_FIRST_NAME || !FIRST_NAMES.contains(&name.to_ascii_lowercase()) {
        return None;
    }
    let mut last = first + 1;
    let mut clear = false;
    loop {
        let word = text.get(words.get(last)?.clone())?;
        if !follows(text, words, last) {
            return None;
        }
        if last - first > MOST_BETWEEN || !is_one_of(word, &BETWEEN) {
            break;
        }
        clear |= is_one_of(word, &CLEAR_BETWEEN);
        last += 1;
    }
    let (word, end) = (&text[words[last].clone()], words[last].end);
    let proper = |word: &str| word.starts_with(|char: char| char.is_ascii_uppercase());
    let joined = word.split_once('-').is_some_and(|(before, _)| is_one_of(before, &CLEAR_BETWEEN));
    let is_last = match word.len() {
        1 => {
            proper(word)
                && proper(name)
                && last == first + 1
                && !is_one_of(word, &NO_LAST_NAMES)
                && !at(text, end).is_ascii_alphanumeric()
                && !matches!(at(text, end), b'-' | b'\'')
        }
        2 => proper(word) && proper(name) && !is_one_of(word, &NO_LAST_NAMES),
        _ => (proper(name) && proper(word)) || clear || joined,
    };
    (is_last && !is_place(text, word, end) && !is_one_of(word, &NO_LAST_NAMES)).then_some(last)
}

/// Whether only a space stands before this word, or the dot of `v.d.`.
fn follows(text: &str, words: &[Range<usize>], nth: usize) -> bool {
    matches!(&text[words[nth - 1].end..words[nth].start], " " | "." | ". " | "  ")
        && (before(text, words[nth].start) == b' ' || words[nth - 1].len() <= 2)
        && (!text[words[nth - 1].end..words[nth].start].starts_with('.') || words[nth - 1].len() <= 2)
}

fn is_place(text: &str, word: &str, end: usize) -> bool {
    let lower = word.to_ascii_lowercase();
    STREETS.iter().any(|street| lower.len() > street.len() && lower.ends_with(street))
        || is_one_of(word_after(text, end), &PLACES)
}

/// The words of a text: letters, with apostrophes and dashes among them.
fn words(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut words = Vec::new();
    let mut start = None;
    for at in 0..=bytes.len() {
        let byte = bytes.get(at).copied().unwrap_or(b' ');
        let letter = byte.is_ascii_alphabetic()
            || (matches!(byte, b'\'' | b'-') && bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic));
        match start {
            None if letter => start = Some(at),
            Some(begin) if !letter => {
                words.push(begin..at);
                start = None;
            }
            _ => {}
        }
    }
    words
}
