//! Moments as people type them, in either language: `gisteravond half elf`, `za 21 nov 22:15`, `last night`, `een kwartier
//! geleden`. Now and its time zone are passed in, and so is the side of now on which to look.
//!
//! The whole text must be understood: a word that is left over makes it no moment. A wrong moment is worse than a question,
//! so where words mean two things both are given back to be asked about. These are the rules:
//!
//! - *A day was named.* What lies on the asked side of now remains; if that is more than one moment, it is asked. `gisteren
//!   half elf` is 10:30 or 22:30. Only of `vandaag` a time within three hours is taken. A time in digits with minutes
//!   (`10:15`, `10u15`) is on a clock of 24 hours, unless the part of the day or an English sentence says otherwise; `3:30`
//!   for `03:30` is asked.
//! - *No day was named.* The nearest such time, if it is beyond doubt: a time of 24 hours or with a part of the day; a time
//!   on the dial within three hours; or the only one of today. A time up to an hour on the wrong side of now is refused
//!   rather than moved by a day, and `8:30` at nine in the evening is asked.
//! - *Weekdays* are the nearest on the asked side. The name of today's own is today or a week away; `vorige` and `last` in
//!   the same week are asked. A weekday that is not that of its date is asked.
//! - *Dates* without a year are the nearest on the asked side, but one within a month on the wrong side is refused.
//! - *Nights.* `vannacht` is 00:00 to 06:00 of the night that is or was last; with a time it begins at 22:00. `vrijdagnacht`
//!   may be the one before or after that Friday. `last night` is from 18:00 to 06:00.
//! - *Before 04:00* `gisteren` may be the day before the one that has just ended, and `vandaag` that one.
//! - *The clock is moved.* A time that is there twice is the first; one that is skipped is refused with the nearest.
//! - *Spans.* A day or a part of it ends now, toward the past, and begins now, toward the future.

mod ago;
mod clock;
mod dates;
mod day_named;
mod number;
mod part;
mod phrase;
mod plan;
mod reading;
#[cfg(test)]
mod tests;
mod told;
mod words;

pub use plan::{Assumed, NoPlan, Plan, Planned, planned, told_plan};
pub use told::told;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use self::phrase::phrase;
use self::reading::Seen;
use self::words::words;

/// On which side of now a moment is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toward {
    /// Something that happened.
    Past,
    /// Something that is planned.
    Future,
}

/// A moment, or a span of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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

/// The moment that was typed, in the time zone of `now`. Any text ends at once: one of more than 120 characters is no moment.
pub fn when(typed: &str, now: DateTime<Tz>, toward: Toward) -> Result<When, NoWhen> {
    let words = words(typed).ok_or(NoWhen::Unknown)?;
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let phrase = phrase(&words).ok_or(NoWhen::Unknown)?;
    Seen { now, toward }.meaning(&phrase)
}
