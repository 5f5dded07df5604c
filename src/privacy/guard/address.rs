//! Homes: a Dutch postcode with a house number beside it. A street without a number, or a postcode alone, is a place.

use std::sync::LazyLock;

use regex::Regex;

use super::Kind;
use super::around::{COUNTED, at, before, is_one_of, word_after};
use super::claims::Claims;

/// `1234 AB 12-3`, `1234AB, nummer 12`.
static NUMBER_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?xi-u)\b(?:[1-9][0-9]{3}\x20?[a-z]{2})
        (?:[\x20,;:()/\#-]{0,3}(?:en\x20)?(?:huisnummer|huisnr|house\x20number|nummer|nr|no|number|op|te)\b[.:\x20]{0,2} | [\x20,;:()/\#-]{0,3})
        (?:[1-9][0-9]{0,4}(?:\x20?-?\x20?(?:[0-9]{1,4}|[a-z]{1,2}|bis|hs|i{1,3}|iv))?)\b",
    )
    .expect("a valid pattern")
});

/// `Dorpsstraat 12a, 1234 AB`.
static NUMBER_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?xi-u)\b(?:[a-z][a-z.'-]{2,40})\x20[1-9][0-9]{0,4}(?:\x20?-?(?:[0-9]{1,4}|[a-z]{1,2}|bis|hs))?
        [\x20,(;-]{1,3}(?:te\x20|in\x20)?(?:[1-9][0-9]{3}\x20?[a-z]{2})\b",
    )
    .expect("a valid pattern")
});

/// Short words and units that stand behind a number of four digits more often than a postcode ends in them.
const SHORT_WORDS: [&str; 48] = [
    "en", "of", "in", "op", "om", "is", "ze", "we", "te", "er", "na", "nu", "me", "al", "er", "ik", "je", "to", "at",
    "or", "by", "he", "my", "an", "as", "on", "so", "up", "us", "it", "km", "cm", "mm", "kg", "ml", "kb", "mb", "gb",
    "kw", "cc", "am", "pm", "eu", "jr", "cl", "nm", "zo", "tm",
];

pub(super) fn find(text: &str, claims: &mut Claims) {
    for found in NUMBER_BEFORE.find_iter(text) {
        if claims.is_full() {
            return;
        }
        let apart = at(text, found.end() - 3) == b' ';
        if is_code(&text[found.end() - if apart { 7 } else { 6 }..found.end()]) {
            claims.claim(Kind::Address, found.range());
        }
    }
    for found in NUMBER_AFTER.find_iter(text) {
        if claims.is_full() {
            return;
        }
        let piece = found.as_str();
        let code = if at(piece, 4) == b' ' { 7 } else { 6 };
        let number = piece[code..]
            .find(|char: char| char.is_ascii_digit())
            .map_or(found.end(), |digit| found.start() + code + digit);
        let continues =
            matches!(at(text, found.end()), b':' | b'.' | b'-' | b',') && at(text, found.end() + 1).is_ascii_digit();
        let amount = before(text, found.start()) == b'$' || is_count(text, number..found.end());
        if is_code(&piece[..code]) && !continues && !amount {
            claims.claim(Kind::Address, found.range());
        }
    }
}

/// `2026 en` is no postcode, `2026EN` is one.
fn is_code(code: &str) -> bool {
    let letters = &code[code.len() - 2..];
    let apart = code.as_bytes()[4] == b' ';
    let year = code.starts_with("19") || code.starts_with("20");
    let capitals = letters.bytes().all(|byte| byte.is_ascii_uppercase());
    let unit =
        matches!(letters, "km" | "cm" | "mm" | "kg" | "ml" | "kb" | "mb" | "gb" | "kw" | "cc" | "am" | "pm" | "nm");
    let word = is_one_of(letters, &SHORT_WORDS);
    !unit && !(word && apart && (year || !capitals))
}

/// `1234 AB, 20 jongeren`: what follows the number is counted by it.
fn is_count(text: &str, number: std::ops::Range<usize>) -> bool {
    let plain = text[number.clone()].bytes().all(|byte| byte.is_ascii_digit());
    let shortened = text[number.clone()].trim_start_matches(|char: char| char.is_ascii_digit()).trim();
    (plain && is_one_of(word_after(text, number.end), &COUNTED)) || is_one_of(shortened, &["u", "x"])
}
