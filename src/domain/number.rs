//! The numbers of records, `S-2026-k7qd`: a letter for the kind, the year, and four random signs. Consecutive numbers would
//! tell that hidden records exist; signs without vowels make no words.

use std::fmt;

/// The signs of a number: no vowels, and none that look alike when read aloud or written by hand.
const SIGNS: &[u8; 26] = b"bcdfghjkmnpqrstvwxz2345678";

/// A kind of record that has a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RecordKind {
    /// An agreement of the chain (afspraak), `AF-`.
    Agreement,
    /// A signal, `S-`.
    Signal,
    /// An incident, `I-`.
    Incident,
    /// An action, `A-`.
    Action,
    /// A reminder (herinnering), `R-`.
    Reminder,
}

impl RecordKind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Agreement, Self::Signal, Self::Incident, Self::Action, Self::Reminder];

    /// The letters before the year.
    pub fn letters(self) -> &'static str {
        match self {
            Self::Agreement => "AF",
            Self::Signal => "S",
            Self::Incident => "I",
            Self::Action => "A",
            Self::Reminder => "R",
        }
    }

    /// True for `AF-2026-…` however it goes on: somebody who types that means a number, though a slip may be in it.
    pub fn is_meant_by(self, typed: &str) -> bool {
        let mut parts = typed.split('-');
        let letters = parts.next().is_some_and(|letters| letters.eq_ignore_ascii_case(self.letters()));
        letters && parts.next().is_some_and(|year| !year.is_empty() && year.bytes().all(|digit| digit.is_ascii_digit()))
    }
}

/// The number of a record, unique in its team.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordNumber {
    kind: RecordKind,
    text: String,
}

impl RecordNumber {
    /// A number of this kind and year from 32 random bits.
    pub fn new(kind: RecordKind, year: i32, random: u32) -> Self {
        let mut rest = random;
        let signs: String = (0..4)
            .map(|_| {
                let sign = SIGNS[rest as usize % SIGNS.len()];
                rest /= 26;
                char::from(sign)
            })
            .collect();
        Self { kind, text: format!("{}-{year:04}-{signs}", kind.letters()) }
    }

    /// The number that somebody typed, in capitals or not; nothing when it is none.
    pub fn parse(typed: &str) -> Option<Self> {
        let mut parts = typed.trim().split('-');
        let (letters, year, signs) = (parts.next()?, parts.next()?, parts.next()?);
        let kind = RecordKind::ALL.into_iter().find(|kind| kind.letters().eq_ignore_ascii_case(letters))?;
        let signs = signs.to_ascii_lowercase();
        let is_year = year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit());
        let fits = signs.len() == 4 && signs.bytes().all(|sign| SIGNS.contains(&sign));
        (parts.next().is_none() && is_year && fits)
            .then(|| Self { kind, text: format!("{}-{year}-{signs}", kind.letters()) })
    }

    /// What it numbers.
    pub fn kind(&self) -> RecordKind {
        self.kind
    }

    /// The number as it is shown and stored.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for RecordNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn capitals_make_no_difference() {
        let number = RecordNumber::parse("s-2026-K7QD").expect("a number");
        assert_eq!((number.as_str(), number.kind()), ("S-2026-k7qd", RecordKind::Signal));
    }

    #[test]
    fn what_is_no_number_is_none() {
        for typed in
            ["", "S", "S-2026", "S-26-k7qd", "S-2026-kaqd", "S-2026-k7q", "X-2026-k7qd", "S-2026-k7qd-2", "S-2026-é7q"]
        {
            assert_eq!(RecordNumber::parse(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn a_number_reads_back_as_itself(random: u32, year in 2026..2100) {
            for kind in RecordKind::ALL {
                let number = RecordNumber::new(kind, year, random);
                prop_assert_eq!(RecordNumber::parse(number.as_str()), Some(number.clone()));
            }
        }

        #[test]
        fn anything_typed_breaks_nothing(typed: String) {
            let _ = RecordNumber::parse(&typed);
        }
    }
}
