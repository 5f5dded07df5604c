//! The daily marks: the newest number and hash of a day, kept where whoever changes the database does not come. One line
//! each, `2026-11-24T03:00:12Z 1234 9f86d0…`, in a file and in the log.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};

use super::Hash;

/// How far the log had come at some moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// When it was made, to the second.
    pub at: DateTime<Utc>,
    /// The number of the newest row then.
    pub count: i64,
    /// Its hash.
    pub hash: Hash,
}

/// A line that is no mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("it is no mark: a mark is a moment, a number and 64 hexadecimal digits")]
pub struct MarkError;

impl Mark {
    /// The day (UTC) for which it stands.
    pub fn day(&self) -> NaiveDate {
        self.at.date_naive()
    }

    /// Its hash in hexadecimal digits.
    pub fn hash_text(&self) -> String {
        self.hash.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.at.to_rfc3339_opts(SecondsFormat::Secs, true), self.count, self.hash_text())
    }
}

impl FromStr for Mark {
    type Err = MarkError;

    fn from_str(line: &str) -> Result<Self, MarkError> {
        let mut words = line.split_whitespace();
        let (Some(at), Some(count), Some(digits), None) = (words.next(), words.next(), words.next(), words.next())
        else {
            return Err(MarkError);
        };
        let at = DateTime::parse_from_rfc3339(at).map_err(|_| MarkError)?.to_utc();
        let count = count.parse().ok().filter(|count| *count > 0).ok_or(MarkError)?;
        let mut hash = [0; 32];
        if digits.len() != 2 * hash.len() || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(MarkError);
        }
        for (byte, pair) in hash.iter_mut().zip(digits.as_bytes().chunks(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_| MarkError)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| MarkError)?;
        }
        Ok(Self { at, count, hash })
    }
}
