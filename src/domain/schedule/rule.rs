//! A rule by which something comes again: one or more lines of RFC 5545. Here is what a rule promises; whether one can be
//! kept is looked at in `check`.

use std::fmt;

use chrono::{NaiveDateTime, TimeZone as _};
use chrono_tz::Tz;
use thiserror::Error;

use super::{End, Line, check, counting};

/// The lines; what any of them gives counts, once. As text one line each, which reads back as the same rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    pub(super) lines: Vec<Line>,
}

/// Why there is no such rule.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RuleFault {
    /// Something that no rule has, or not there: what was written.
    #[error("no part of a rule: {0}")]
    Unreadable(String),
    /// A part that rules may have and that is not understood here.
    #[error("not understood in a rule: {0}")]
    Unsupported(String),
    /// More than once an hour.
    #[error("more than once an hour")]
    TooOften,
    /// No day fits, or none within years.
    #[error("it never happens")]
    NeverHappens,
    /// It ends before it happens for the first time.
    #[error("it ends before it begins")]
    EndsBeforeItBegins,
    /// So many times that they are not counted: an end is to be named as a day.
    #[error("more times than are counted")]
    TooMany,
}

impl Rule {
    /// A rule of these lines, of which there must be one.
    pub fn new(lines: Vec<Line>) -> Result<Self, RuleFault> {
        if lines.is_empty() {
            return Err(RuleFault::Unreadable(String::new()));
        }
        let rule = Self { lines: lines.into_iter().map(check::sorted).collect() };
        check::parts(&rule.lines)?;
        Ok(rule)
    }

    /// Its lines; at least one.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The same with nothing left open: what a line does not say is that of `start`, and its end is a time on the wall.
    pub(super) fn settled(mut self, start: NaiveDateTime, zone: Tz) -> Result<Self, RuleFault> {
        for line in &mut self.lines {
            check::fill(line, start);
            check::eased(line)?;
            match line.end {
                End::Day(day) => line.end = End::Wall(day.and_hms_opt(23, 59, 0).expect("each day has this minute")),
                End::Moment(moment) => line.end = End::Wall(zone.from_utc_datetime(&moment).naive_local()),
                End::Never | End::Times(_) | End::Wall(_) => {}
            }
        }
        check::pace(&self.lines)?;
        let mut ended = true;
        for line in &self.lines {
            let first = check::first_day(line, start.date())?;
            ended &= matches!(line.end, End::Wall(until) if until < start || until.date() < first);
        }
        if ended {
            return Err(RuleFault::EndsBeforeItBegins);
        }
        for line in &mut self.lines {
            if let End::Times(times) = line.end {
                line.end = End::Wall(counting::last_of(line, times, start)?);
            }
        }
        Ok(self)
    }
}

/// The canonical text.
impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, line) in self.lines.iter().enumerate() {
            if at > 0 {
                f.write_str("\n")?;
            }
            line.fmt(f)?;
        }
        Ok(())
    }
}
