//! Phone numbers: Dutch ones by their plan (ten digits, the first a nought), foreign ones by `+` or `00`, and any number of
//! some length behind a word such as *tel*. Public numbers are none: 112, 0800, 0900, 14 0xx.

use super::Kind;
use super::around::{before, has_before, is_bounded};
use super::claims::Claims;
use super::digits::{Group, SEVERAL, is_day, number, only};

/// Words before a number that make it a phone number.
const WORDS: [&str; 23] = [
    "tel",
    "telnr",
    "telefoon",
    "telefoonnummer",
    "telefoonnr",
    "mobiel",
    "mobiele",
    "mob",
    "gsm",
    "bel",
    "belt",
    "bellen",
    "app",
    "appen",
    "whatsapp",
    "phone",
    "mobile",
    "cell",
    "call",
    "called",
    "text",
    "reach",
    "bereikbaar",
];
/// How far before a number such a word counts, in bytes.
const REACH: usize = 20;
/// Digits of a number in the Dutch plan, and those of one abroad with its country (ITU-T E.164: at most fifteen).
const NATIONAL: usize = 10;
const ABROAD: std::ops::RangeInclusive<usize> = 8..=15;

pub(super) fn find(text: &str, groups: &[Group], claims: &mut Claims) {
    let mut next = 0;
    while next < groups.len() && !claims.is_full() {
        let last =
            abroad(text, groups, next).or_else(|| national(text, groups, next)).or_else(|| named(text, groups, next));
        if let Some(last) = last {
            let start = with_sign(text, groups[next].start);
            claims.claim(Kind::Phone, start..groups[last].end);
        }
        next = last.map_or(next, |last| last) + 1;
    }
}

/// A number with its country before it: the last group of it.
fn abroad(text: &str, groups: &[Group], first: usize) -> Option<usize> {
    let group = groups[first];
    let digits = group.digits(text);
    let plus = matches!(before(text, with_sign(text, group.start) + 1), b'+');
    let (skip, nought) = match digits.as_bytes() {
        [b'1'..=b'9', ..] if plus => (0, true),
        [b'0', b'0', b'1'..=b'9', ..] if !before(text, group.start).is_ascii_alphabetic() => (2, true),
        [b'0', b'0'] if matches!(groups.get(first + 1), Some(next) if next.joint == Some(b' ')) => (2, true),
        // Without the sign only a Dutch mobile number is clear enough.
        [b'3', b'1', ..] if !before(text, group.start).is_ascii_alphanumeric() => (0, false),
        _ => return None,
    };
    let ends = || number(groups, first, *ABROAD.end() + skip + 1).filter(|(last, _)| is_end(text, groups[*last].end));
    let dutch = ends().find(|(last, total)| {
        let digits = only(&text[group.start..groups[*last].end]);
        match digits[skip..].strip_prefix("31") {
            Some(rest) if nought => {
                (*total == skip + 11 && !rest.starts_with('0')) || (*total == skip + 12 && rest.starts_with('0'))
            }
            Some(rest) => rest.starts_with('6') && *total == 11,
            None => false,
        }
    });
    let any = || {
        ends()
            .filter(|(_, total)| nought && total.checked_sub(skip).is_some_and(|total| ABROAD.contains(&total)))
            .last()
    };
    dutch.or_else(any).map(|(last, _)| last)
}

/// A number of the Dutch plan: the last group of it.
fn national(text: &str, groups: &[Group], first: usize) -> Option<usize> {
    let group = groups[first];
    let digits = group.digits(text);
    let begins = match digits.as_bytes() {
        [b'0'] => is_spelt_out(groups, first),
        [b'0', b'6'] | [b'0', b'1'..=b'9', _, ..] => true,
        _ => false,
    };
    if !begins || is_public(digits) || before(text, group.start).is_ascii_alphanumeric() {
        return None;
    }
    let (last, total) = number(groups, first, NATIONAL).last()?;
    let dated = first + 2 <= last && is_dated(text, &groups[first..=first + 2]);
    (total == NATIONAL && !dated && is_end(text, groups[last].end)).then_some(last)
}

/// A number behind a word that says what it is: the last group of it.
fn named(text: &str, groups: &[Group], first: usize) -> Option<usize> {
    let group = groups[first];
    if group.joint.is_some() || is_public(group.digits(text)) {
        return None;
    }
    let (last, total) = number(groups, first, 12).last()?;
    let piece = &text[group.start..groups[last].end];
    let fits = total >= 7 && is_bounded(text, group.start, groups[last].end) && !is_day(&only(piece)[..total.min(8)]);
    (fits && has_before(text, group.start, REACH, &WORDS)).then_some(last)
}

/// `06-11-2026 14.30` is a moment.
fn is_dated(text: &str, three: &[Group]) -> bool {
    let joints = three[1].joint == three[2].joint && three[1].joint != Some(SEVERAL);
    joints && three[2].len() == 4 && is_day(&only(&text[three[0].start..three[2].end]))
}

/// Every digit stands alone: `0 6 1 2 3 4 5 6 7 8`.
fn is_spelt_out(groups: &[Group], first: usize) -> bool {
    groups.get(first..first + NATIONAL).is_some_and(|all| all.iter().all(|group| group.len() == 1))
}

fn is_public(digits: &str) -> bool {
    ["0800", "0900", "0906", "0909"].iter().any(|public| digits.starts_with(public))
}

fn is_end(text: &str, end: usize) -> bool {
    is_bounded(text, 0, end)
}

/// Where a number begins when its `+` and its bracket are counted in.
fn with_sign(text: &str, start: usize) -> usize {
    let mut start = start;
    for _ in 0..2 {
        match before(text, start) {
            b'(' | b'+' => start -= 1,
            b' ' if start >= 2 && before(text, start - 1) == b'+' => start -= 2,
            _ => break,
        }
    }
    start
}
