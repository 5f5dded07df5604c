//! Citizen service numbers (burgerservicenummer, BSN): nine digits, or eight with the nought before them left out. The weighed
//! sum of the digits, with weights 9 to 2 and −1, is a multiple of eleven (Rijksdienst voor Identiteitsgegevens, Logisch
//! Ontwerp BSN).

use super::Kind;
use super::around::{COUNTED, at, before, has_before, is_bounded, is_one_of, word_after};
use super::claims::Claims;
use super::digits::{Group, SEVERAL, is_day, number, only};

/// Words before a number that make it a citizen service number, also when it is written in an odd way or with a slip.
const WORDS: [&str; 9] =
    ["bsn", "bsns", "bsnnummer", "bsnnr", "burgerservicenummer", "burgerservicenr", "sofinummer", "sofi", "sofinr"];
const REACH: usize = 24;

pub(super) fn find(text: &str, groups: &[Group], claims: &mut Claims) {
    let mut next = 0;
    while next < groups.len() && !claims.is_full() {
        let last = from(text, groups, next);
        if let Some(last) = last {
            claims.claim(Kind::CitizenNumber, groups[next].start..groups[last].end);
        }
        next = last.unwrap_or(next) + 1;
    }
}

/// The last group of the number that begins with group `first`.
fn from(text: &str, groups: &[Group], first: usize) -> Option<usize> {
    let start = groups[first].start;
    let (last, _) = number(groups, first, 9).filter(|(_, total)| *total >= 8).last()?;
    let end = groups[last].end;
    if !is_bounded(text, start, end) {
        return None;
    }
    // Behind a joint stands a number, and no word.
    let named = groups[first].joint.is_none() && has_before(text, start, REACH, &WORDS);
    let is_one = named
        || (is_plain(text, groups, first, last) && passes(&text[start..end]) && !is_something_else(text, start, end));
    is_one.then_some(last)
}

/// The eleven-test over the digits of a piece. Noughts only would pass, and are nobody's.
fn passes(piece: &str) -> bool {
    let digits = || piece.bytes().filter(u8::is_ascii_digit).map(|digit| i32::from(digit - b'0'));
    // From the end, so that the nought that was left out need not be there.
    let sum: i32 = digits().rev().zip([-1].into_iter().chain(2..=9)).map(|(digit, weight)| digit * weight).sum();
    sum % 11 == 0 && digits().any(|digit| digit != 0)
}

/// Whether it is grouped as people group such a number, and is no part of a longer row.
fn is_plain(text: &str, groups: &[Group], first: usize, last: usize) -> bool {
    let (before, after) = (groups[first].joint, groups.get(last + 1).and_then(|next| next.joint));
    let joins = |joint: Option<u8>| joint.is_some_and(|joint| joint != b' ' && joint != SEVERAL);
    let begin = groups[first].digits(text);
    if joins(before) || joins(after) || begin.starts_with("0800") || begin.starts_with("0900") {
        return false;
    }
    if first == last {
        return true;
    }
    let joint = groups[first + 1].joint;
    let even = joint != Some(SEVERAL) && groups[first + 1..=last].iter().all(|group| group.joint == joint);
    even && is_usual(&groups[first..=last])
}

/// How people group such a number, by how many digits stand together.
fn is_usual(groups: &[Group]) -> bool {
    match groups {
        [one, two] => matches!([one.len(), two.len()], [4, 5] | [5, 4]),
        [one, two, three] => {
            matches!([one.len(), two.len(), three.len()], [3, 3, 2 | 3] | [3, 2, 3 | 4] | [2, 3, 3] | [4, 2, 2 | 3])
        }
        [one, two, three, four] => [one.len(), two.len(), three.len(), four.len()] == [2, 2, 2, 3],
        _ => false,
    }
}

/// A day, or an amount of something.
fn is_something_else(text: &str, start: usize, end: usize) -> bool {
    let money =
        before(text, start) == b'$' || (before(text, start) == b' ' && start >= 2 && before(text, start - 1) == b'$');
    let fraction = matches!(at(text, end), b',' | b'.') && at(text, end + 1).is_ascii_digit();
    let part = matches!(before(text, start), b',' | b':') && start >= 2 && before(text, start - 1).is_ascii_digit();
    is_day(&only(&text[start..end])) || money || fraction || part || is_one_of(word_after(text, end), &COUNTED)
}

#[cfg(test)]
mod tests {
    use super::passes;

    #[test]
    fn the_weighed_sum_is_a_multiple_of_eleven() {
        assert!(passes("111222333") && passes("123456782"));
        assert!(!passes("123456789") && !passes("111222334"));
    }

    #[test]
    fn eight_digits_have_lost_their_nought() {
        assert_eq!(passes("22299993"), passes("022299993"));
    }

    #[test]
    fn noughts_are_nobody() {
        assert!(!passes("000000000"));
    }
}
