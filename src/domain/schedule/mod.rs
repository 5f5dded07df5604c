//! When something comes, once or again and again. What is kept is the time on the wall, the zone and the rule; each next
//! moment is computed, so that a change of the clock or of the zone's law does not move it.
//!
//! The `rrule` crate counts on the calendar, by the time on the wall; from there to the moment is ours (see
//! [`on_the_clock`]). How words become a schedule is the matter of `text::when`; who waits for the moment is the bot's.

mod check;
mod counting;
mod line;
mod read;
mod rule;
#[cfg(test)]
mod tests;
mod zone;

pub use line::{End, Every, Line};
pub use rule::{Rule, RuleFault};
pub use zone::{day_begins, on_the_clock};

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Tz;

/// A moment, or a first moment and the rule by which it comes again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    first: NaiveDateTime,
    zone: Tz,
    rule: Option<Rule>,
}

/// One time that it comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    /// The time on the wall by the rule; on the night in which the clock skips it, the clock does not show it.
    pub wall: NaiveDateTime,
    /// The moment.
    pub at: DateTime<Utc>,
}

/// No zone is further from UTC, nor skips more at once.
const ANY_OFFSET: TimeDelta = TimeDelta::hours(50);

impl Schedule {
    /// Once, when the clock of this zone shows this. Seconds are cut off.
    pub fn once(wall: NaiveDateTime, zone: Tz) -> Self {
        Self { first: counting::to_minute(wall), zone, rule: None }
    }

    /// By a rule, at this time or the first time after it that the rule gives. What the rule leaves open (the hour, the
    /// weekday) is that of `start`, and a number of times becomes the last of them, so that the schedule can go on from any
    /// of its occurrences. Made of the parts of another schedule, it is the same.
    pub fn repeated(start: NaiveDateTime, zone: Tz, rule: Rule) -> Result<Self, RuleFault> {
        let start = counting::to_minute(start);
        let rule = rule.settled(start, zone)?;
        let first = counting::walls(&rule, start, start).next().ok_or(RuleFault::NeverHappens)?;
        Ok(Self { first, zone, rule: Some(rule) })
    }

    /// The first time on the wall.
    pub fn first(&self) -> NaiveDateTime {
        self.first
    }

    /// The zone of that wall.
    pub fn zone(&self) -> Tz {
        self.zone
    }

    /// The rule by which it comes again; without one it comes once.
    pub fn rule(&self) -> Option<&Rule> {
        self.rule.as_ref()
    }

    /// All that comes later than a moment, in order. It costs the same however long ago the first was.
    pub fn after(&self, after: DateTime<Utc>) -> impl Iterator<Item = Occurrence> + use<> {
        let near = (after - ANY_OFFSET).naive_utc();
        let once = self.rule.is_none().then_some(self.first);
        let again = self.rule.as_ref().map(|rule| counting::walls(rule, self.first, near));
        let zone = self.zone;
        let mut last = after;
        once.into_iter().chain(again.into_iter().flatten()).filter_map(move |wall| {
            let at = on_the_clock(wall, zone).unwrap_or_else(|nearest| nearest);
            // Two times on the wall can be one moment, where the clock skips the first.
            (at > last).then(|| {
                last = at;
                Occurrence { wall, at }
            })
        })
    }

    /// The next one later than a moment.
    pub fn next_after(&self, after: DateTime<Utc>) -> Option<Occurrence> {
        self.after(after).next()
    }

    /// The same from one of its occurrences on, which becomes the first.
    #[must_use]
    pub fn from(&self, occurrence: &Occurrence) -> Self {
        Self { first: occurrence.wall, ..self.clone() }
    }
}
