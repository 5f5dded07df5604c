//! The words of the calendar: names of weekdays and months as people type them, numbers of days, and a day shown in full.
//! What they mean together is decided by `day` and `when`.

use chrono::{Datelike as _, NaiveDate, Weekday};

use super::Texts;
use crate::domain::Language;

const WEEKDAYS: [(Weekday, &[&str]); 7] = [
    (Weekday::Mon, &["maandag", "ma", "maa", "monday", "mon"]),
    (Weekday::Tue, &["dinsdag", "di", "din", "dins", "tuesday", "tue", "tues"]),
    (Weekday::Wed, &["woensdag", "wo", "woe", "woens", "wednesday", "wed", "weds"]),
    (Weekday::Thu, &["donderdag", "do", "don", "dond", "thursday", "thu", "thur", "thurs"]),
    (Weekday::Fri, &["vrijdag", "vr", "friday", "fri"]),
    (Weekday::Sat, &["zaterdag", "za", "zat", "saturday", "sat"]),
    (Weekday::Sun, &["zondag", "zo", "sunday", "sun"]),
];

const MONTHS: [&[&str]; 12] = [
    &["januari", "january", "jan"],
    &["februari", "february", "feb", "febr"],
    &["maart", "march", "mrt", "mar"],
    &["april", "apr"],
    &["mei", "may"],
    &["juni", "june", "jun"],
    &["juli", "july", "jul"],
    &["augustus", "august", "aug"],
    &["september", "sep", "sept"],
    &["oktober", "october", "okt", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

/// Words for one of something.
const ONES: [&str; 6] = ["een", "1", "a", "an", "one", "n"];

/// What stands behind the number of a day: `3rd`, `3e`.
pub(super) const ORDINALS: [&str; 7] = ["st", "nd", "rd", "th", "ste", "de", "e"];

/// The weekday of this name, in folded letters.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    if !may_be_name(word) {
        return None;
    }
    WEEKDAYS.iter().find(|(_, names)| names.contains(&word)).map(|(weekday, _)| *weekday)
}

/// The number of the month of this name, in folded letters.
pub(super) fn month(word: &str) -> Option<u32> {
    if !may_be_name(word) {
        return None;
    }
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&word)).map(|(number, _)| number)
}

/// Names have at least two letters. Most words of a moment are numbers and signs: they need not be looked for.
fn may_be_name(word: &str) -> bool {
    word.len() > 1 && word.starts_with(|char: char| char.is_ascii_lowercase())
}

/// Whether a folded word means one of something.
pub(super) fn is_one(word: &str) -> bool {
    ONES.contains(&word)
}

/// All names, for what may be a slip of one.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    WEEKDAYS.iter().flat_map(|(_, names)| names.iter().copied()).chain(MONTHS.into_iter().flatten().copied())
}

/// A day in words: `21 november 2026`.
pub fn day_in_words(day: NaiveDate, language: Language, texts: &Texts) -> String {
    let month = texts.get(language, &format!("month-{}", day.month()), &[]);
    let args = [("day", day.day().into()), ("month", month.into()), ("year", day.year().to_string().into())];
    texts.get(language, "day", &args)
}
