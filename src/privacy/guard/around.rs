//! What stands beside a place in the text that a rule looks at. All of it is bounded, so that no rule takes longer than the
//! text is long.

/// The sign before a place, a nought byte at the beginning.
pub(super) fn before(text: &str, at: usize) -> u8 {
    at.checked_sub(1).map_or(0, |at| text.as_bytes()[at])
}

/// The sign at a place, a nought byte at the end.
pub(super) fn at(text: &str, at: usize) -> u8 {
    text.as_bytes().get(at).copied().unwrap_or(0)
}

/// Whether a piece stands on its own: no letter, digit or joining dash with something behind it on either side.
pub(super) fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let joined_before = before(text, start) == b'-' && start >= 2 && at(text, start - 2).is_ascii_alphanumeric();
    let joined_after = at(text, end) == b'-' && at(text, end + 1).is_ascii_alphanumeric();
    !joined_before && !joined_after && is_bounded(text, start, end)
}

/// Whether a piece is no part of a longer word or number.
pub(super) fn is_bounded(text: &str, start: usize, end: usize) -> bool {
    !before(text, start).is_ascii_alphanumeric() && !at(text, end).is_ascii_alphanumeric()
}

/// Whether one of `words` stands among the last `reach` bytes before a place.
pub(super) fn has_before(text: &str, place: usize, reach: usize, words: &[&str]) -> bool {
    has(&text[place.saturating_sub(reach)..place], words)
}

/// The word right after a place, past spaces: `jongeren` in `20 jongeren`.
pub(super) fn word_after(text: &str, place: usize) -> &str {
    let rest = text[place..].trim_start_matches(' ');
    let end = rest.bytes().take(24).position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(rest.len().min(24));
    &rest[..end]
}

/// Whether a word is one of these, in capitals or not.
pub(super) fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}

fn has(piece: &str, words: &[&str]) -> bool {
    piece.split(|char: char| !char.is_ascii_alphabetic()).any(|word| is_one_of(word, words))
}

/// What is counted, so that a number before it is an amount: people, times, money, views.
pub(super) const COUNTED: [&str; 40] = [
    "jongeren",
    "jongens",
    "jongen",
    "meiden",
    "meisjes",
    "man",
    "mensen",
    "personen",
    "kinderen",
    "leerlingen",
    "kids",
    "people",
    "boys",
    "girls",
    "youths",
    "teenagers",
    "uur",
    "u",
    "minuten",
    "min",
    "dagen",
    "hours",
    "keer",
    "x",
    "times",
    "maal",
    "views",
    "weergaven",
    "kijkers",
    "likes",
    "volgers",
    "followers",
    "reacties",
    "leden",
    "members",
    "euro",
    "eur",
    "jaar",
    "years",
    "meldingen",
];
