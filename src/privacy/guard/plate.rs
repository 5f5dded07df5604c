//! Dutch licence plates in the forms that the RDW gives out (sidecodes 1 to 14): with dashes, without them in capitals where the
//! form is clear, and in any way behind a word such as *kenteken*.

use std::sync::LazyLock;

use regex::Regex;

use super::Kind;
use super::around::{is_one_of, stands_alone};
use super::claims::Claims;

/// The sidecodes, in their order: letters and figures.
const FORMS: [&str; 14] = [
    "LL-DD-DD", "DD-DD-LL", "DD-LL-DD", "LL-DD-LL", "LL-LL-DD", "DD-LL-LL", "DD-LLL-D", "D-LLL-DD", "LL-DDD-L",
    "L-DDD-LL", "LLL-DD-L", "L-DD-LLL", "D-LL-DDD", "DDD-LL-D",
];
/// Those that without dashes look like nothing else: not like `1234AB`, `AB1234`, `ABCD12` or `12ABCD`.
const CLEAR: std::ops::Range<usize> = 6..14;
static DASHED: LazyLock<Regex> = LazyLock::new(|| forms(&FORMS, "[A-Za-z]", "-", r"\b"));
static BARE: LazyLock<Regex> = LazyLock::new(|| {
    let clear = [&FORMS[CLEAR], &["DD-LL-DD", "LL-DD-LL"]].concat();
    forms(&clear, "[A-Z]", "-?", r"\b")
});
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    let before = r"\b(?:kenteken(?:nummer|plaat|plaatje)?|plaat(?:je)?|nummerbord|nummerplaat|(?:licen[cs]e |number )?plate|number ?plate|registration)[[:punct:]\x20]{1,3}(?:(?:is|was|met|van de auto|nummer|number|of the car|the)[[:punct:]\x20]{1,3}){0,2}";
    forms(&FORMS, "[A-Za-z]", r"[\x20.-]?", &format!("(?i:{before})"))
});

/// What stands between two numbers and is no plate: `12-en-13`, `8-tot-12`. In capitals they can be on one.
const WORDS: [&str; 13] = ["en", "of", "to", "tot", "or", "and", "in", "op", "om", "uur", "man", "tm", "th"];
/// `5-MEI-26` is a day, `24UUR7` and `4VWO12` are no plates either.
const CAPITALS: [&str; 24] = [
    "jan", "feb", "mrt", "mar", "apr", "mei", "may", "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dec", "uur",
    "min", "per", "man", "vwo", "mbo", "hbo", "vmb", "hav",
];

fn forms(forms: &[&str], letter: &str, dash: &str, before: &str) -> Regex {
    let form = |form: &&str| {
        form.chars()
            .map(|char| match char {
                'L' => letter,
                'D' => "[0-9]",
                _ => dash,
            })
            .collect::<String>()
    };
    let all: Vec<String> = forms.iter().map(form).collect();
    Regex::new(&format!(r"(?-u){before}(?:{})\b", all.join("|"))).expect("a valid pattern")
}

pub(super) fn find(text: &str, claims: &mut Claims) {
    for pattern in [&NAMED, &DASHED, &BARE] {
        for found in pattern.find_iter(text) {
            if claims.is_full() {
                return;
            }
            let start = plate_start(found.as_str()) + found.start();
            if stands_alone(text, start, found.end()) && !has_word(&text[start..found.end()]) {
                claims.claim(Kind::LicencePlate, start..found.end());
            }
        }
    }
}

/// Where the plate begins in a piece that ends in one: at the sixth letter or figure from the end.
fn plate_start(piece: &str) -> usize {
    piece.char_indices().rev().filter(|(_, char)| char.is_ascii_alphanumeric()).nth(5).map_or(0, |(start, _)| start)
}

fn has_word(plate: &str) -> bool {
    let letters = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    plate
        .split(|char: char| !char.is_ascii_alphabetic())
        .filter(letters)
        .any(|part| WORDS.contains(&part) || is_one_of(part, &CAPITALS))
}
