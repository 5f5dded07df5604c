//! Bank accounts (ISO 13616): a country, two check digits and the account, with remainder 1 modulo 97. Written in one piece or
//! in groups.

use super::Kind;
use super::around::{at, before};
use super::claims::Claims;

/// The longest account that the standard allows, in signs.
const LONGEST: usize = 34;
/// The length of an account with its country and check digits, per country (SWIFT, IBAN registry).
const LENGTHS: [(&[u8; 2], usize); 88] = [
    (b"AD", 24),
    (b"AE", 23),
    (b"AL", 28),
    (b"AT", 20),
    (b"AZ", 28),
    (b"BA", 20),
    (b"BE", 16),
    (b"BG", 22),
    (b"BH", 22),
    (b"BI", 27),
    (b"BR", 29),
    (b"BY", 28),
    (b"CH", 21),
    (b"CR", 22),
    (b"CY", 28),
    (b"CZ", 24),
    (b"DE", 22),
    (b"DJ", 27),
    (b"DK", 18),
    (b"DO", 28),
    (b"EE", 20),
    (b"EG", 29),
    (b"ES", 24),
    (b"FI", 18),
    (b"FK", 18),
    (b"FO", 18),
    (b"FR", 27),
    (b"GB", 22),
    (b"GE", 22),
    (b"GI", 23),
    (b"GL", 18),
    (b"GR", 27),
    (b"GT", 28),
    (b"HN", 28),
    (b"HR", 21),
    (b"HU", 28),
    (b"IE", 22),
    (b"IL", 23),
    (b"IQ", 23),
    (b"IS", 26),
    (b"IT", 27),
    (b"JO", 30),
    (b"KW", 30),
    (b"KZ", 20),
    (b"LB", 28),
    (b"LC", 32),
    (b"LI", 21),
    (b"LT", 20),
    (b"LU", 20),
    (b"LV", 21),
    (b"LY", 25),
    (b"MC", 27),
    (b"MD", 24),
    (b"ME", 22),
    (b"MK", 19),
    (b"MN", 20),
    (b"MR", 27),
    (b"MT", 31),
    (b"MU", 30),
    (b"NI", 28),
    (b"NL", 18),
    (b"NO", 15),
    (b"OM", 23),
    (b"PK", 24),
    (b"PL", 28),
    (b"PS", 29),
    (b"PT", 25),
    (b"QA", 29),
    (b"RO", 24),
    (b"RS", 22),
    (b"RU", 33),
    (b"SA", 24),
    (b"SC", 31),
    (b"SD", 18),
    (b"SE", 24),
    (b"SI", 19),
    (b"SK", 24),
    (b"SM", 27),
    (b"SO", 23),
    (b"ST", 25),
    (b"SV", 28),
    (b"TL", 23),
    (b"TN", 24),
    (b"TR", 26),
    (b"UA", 29),
    (b"VA", 22),
    (b"VG", 24),
    (b"XK", 20),
];

pub(super) fn find(text: &str, claims: &mut Claims) {
    let mut start = 0;
    while start + 4 <= text.len() && !claims.is_full() {
        match from(text, start) {
            Some(end) => {
                claims.claim(Kind::Iban, start..end);
                start = end;
            }
            None => start += 1,
        }
    }
}

/// The end of the account that begins here.
fn from(text: &str, start: usize) -> Option<usize> {
    if before(text, start).is_ascii_alphanumeric() || !at(text, start).is_ascii_alphabetic() {
        return None;
    }
    let check = start + if at(text, start + 2).is_ascii_digit() { 2 } else { 3 };
    if !at(text, check).is_ascii_digit() {
        return None;
    }
    let country = [at(text, start), at(text, start + 1)].map(|byte| byte.to_ascii_uppercase());
    let (_, length) = LENGTHS[LENGTHS.binary_search_by_key(&country, |(known, _)| **known).ok()?];
    let (signs, end) = signs(text, start, length)?;
    let checked = signs[2..4].iter().all(u8::is_ascii_digit) && remainder(&signs[..length]) == 1;
    (checked && !at(text, end).is_ascii_alphanumeric()).then_some(end)
}

/// So many letters and digits, with at most one sign between two of them, and where they end.
fn signs(text: &str, start: usize, length: usize) -> Option<([u8; LONGEST], usize)> {
    let mut signs = [0; LONGEST];
    let mut found = 0;
    let mut place = start;
    while found < length {
        let byte = at(text, place);
        if byte.is_ascii_alphanumeric() {
            signs[found] = byte.to_ascii_uppercase();
            found += 1;
        } else if !matches!(byte, b' ' | b'-' | b'.') || !at(text, place + 1).is_ascii_alphanumeric() {
            return None;
        }
        place += 1;
    }
    Some((signs, place))
}

/// The remainder modulo 97, with the first four signs put last and letters counted from ten.
fn remainder(signs: &[u8]) -> u32 {
    signs[4..].iter().chain(&signs[..4]).fold(0, |remainder, sign| match sign {
        b'0'..=b'9' => (remainder * 10 + u32::from(sign - b'0')) % 97,
        letter => (remainder * 100 + u32::from(letter - b'A') + 10) % 97,
    })
}
