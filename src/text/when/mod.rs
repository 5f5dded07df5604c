//! Moments as people type them, in either language: `gisteravond half elf`, `za 21 nov 22:15`, `last night`. The whole text
//! must be understood, and a wrong moment is worse than a question.

mod told;

pub use told::told;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// On which side of now a moment is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toward {
    /// Something that happened.
    Past,
    /// Something that is planned.
    Future,
}

/// A moment, or a span of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// The moment itself, or where the span begins.
    pub from: DateTime<Utc>,
    /// Where the span ends: a part of a day, a whole day or longer. `None` for a moment to the minute.
    pub until: Option<DateTime<Utc>>,
}

/// Why something is no moment that can be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoWhen {
    /// It is in none of the forms that are understood, or a word of it is not.
    Unknown,
    /// It can mean each of these, the earliest first: ask which. There is at least one.
    Unsure(Vec<When>),
    /// The calendar has no such day, as 31 April.
    NotInCalendar,
    /// The clock skipped this time when summer time began; the nearest that there was.
    NotOnTheClock(When),
    /// It has not happened yet, where the past is asked.
    Ahead(When),
    /// It has passed already, where the future is asked.
    Past(When),
    /// It is more than five years away: surely a slip.
    TooFar(When),
}

/// The moment that was typed, in the time zone of `now`.
pub fn when(typed: &str, now: DateTime<Tz>, toward: Toward) -> Result<When, NoWhen> {
    let (_, _, _) = (typed, now.with_timezone(&Utc), toward);
    Err(NoWhen::Unknown)
}
