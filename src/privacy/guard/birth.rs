//! Birth dates: a date beside a word such as *geboren*. A date alone is the date of something that happened.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::Kind;
use super::claims::Claims;
use super::digits::is_day;

static WORDS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i-u)\b(?:geboren|geboortedatum|geboortedag|geboorte|gebdatum|gebdat|geb\.? ?dat(?:um\b|\.|\b)|geb(?:\.|\b)|born\b|dob\b|d\.o\.b\.?|date of birth|birth ?date|birthday\b|bday\b)",
    )
    .expect("a valid pattern")
});

/// Days in figures and in words, Dutch and English.
static DATES: LazyLock<Regex> = LazyLock::new(|| {
    const MONTH: &str = "(?:januari|january|jan|februari|february|feb|maart|march|mrt|mar|april|apr|mei|may|juni|june|jun|juli|july|jul|augustus|august|aug|september|sept|sep|oktober|october|okt|oct|november|nov|december|dec)";
    Regex::new(&format!(
        r"(?xi-u)\b(?:
            [0-9]{{1,2}} \x20?[-/.\x20]\x20? [0-9]{{1,2}} \x20?[-/.\x20]\x20? '?(?:[0-9]{{4}}|[0-9]{{2}})
          | [0-9]{{4}} [-/.\x20] [0-9]{{1,2}} [-/.\x20] [0-9]{{1,2}}
          | [0-9]{{8}}
          | [0-9]{{1,2}} (?:e|de|ste|st|nd|rd|th)? (?:\x20of|\x20van)? [\x20-]? {MONTH} (?:/{MONTH})? \.? (?:,?[\x20-]'?(?:[0-9]{{4}}|[0-9]{{2}}))?
          | {MONTH} \.?\x20 [0-9]{{1,2}} (?:st|nd|rd|th)? (?:,?\x20'?[0-9]{{4}})?
        )\b"
    ))
    .expect("a valid pattern")
});

/// How far a date may stand from the word, in bytes: after it, after it without a year, and before it.
const AFTER: usize = 34;
const AFTER_WITHOUT_YEAR: usize = 12;
const BEFORE: usize = 22;

pub(super) fn find(text: &str, claims: &mut Claims) {
    if !WORDS.is_match(text) {
        return;
    }
    let is_date = |date: &regex::Match| date.len() != 8 || !is_digits(date.as_str()) || is_day(date.as_str());
    let dates: Vec<Range<usize>> = DATES.find_iter(text).filter(is_date).map(|date| date.range()).collect();
    for word in WORDS.find_iter(text).map(|word| word.range()) {
        if claims.is_full() || dates.is_empty() {
            return;
        }
        let next = dates.partition_point(|date| date.start < word.end);
        let after = dates.get(next).filter(|date| is_near(text, word.end, date.start, reach(text, date)));
        let before = || {
            next.checked_sub(1)
                .map(|last| &dates[last])
                .filter(|date| date.end <= word.start && is_near(text, date.end, word.start, BEFORE))
        };
        if let Some(date) = after.or_else(before) {
            claims.claim(Kind::BirthDate, date.clone());
        }
    }
}

fn reach(text: &str, date: &Range<usize>) -> usize {
    let figures = text[date.clone()].bytes().filter(u8::is_ascii_digit).count();
    if figures > 2 { AFTER } else { AFTER_WITHOUT_YEAR }
}

/// Whether two things stand together: not too far apart, and in one sentence.
fn is_near(text: &str, from: usize, to: usize, reach: usize) -> bool {
    to - from <= reach && !text[from..to].contains(['.', '!', '?', ';', '\n'])
}

fn is_digits(piece: &str) -> bool {
    piece.bytes().all(|byte| byte.is_ascii_digit())
}
