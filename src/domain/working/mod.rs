//! When people of the chain work, as whoever runs the bot has set it: on which days, in which hours, which days are holidays, and
//! when it is quiet. What the bot says of its own accord about what lies open keeps to it; a reminder only if it says so.

mod holidays;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use chrono::{DateTime, Datelike as _, NaiveDate, NaiveTime, TimeZone as _, Utc, Weekday};
use chrono_tz::Tz;

pub use holidays::{Holiday, Holidays};

/// A span of every day, from one time of the clock up to another. It may go over midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// When it begins.
    pub from: NaiveTime,
    /// When it has ended; the same as `from`: it is empty.
    pub until: NaiveTime,
}

impl Hours {
    /// From the beginning of one hour to that of another; hours are 0 to 23.
    pub const fn of(from: u32, until: u32) -> Option<Self> {
        match (NaiveTime::from_hms_opt(from, 0, 0), NaiveTime::from_hms_opt(until, 0, 0)) {
            (Some(from), Some(until)) => Some(Self { from, until }),
            _ => None,
        }
    }

    /// True at this time of the clock.
    pub fn hold(self, time: NaiveTime) -> bool {
        if self.from <= self.until {
            (self.from..self.until).contains(&time)
        } else {
            time >= self.from || time < self.until
        }
    }
}

/// When people work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingTime {
    /// The days of the week.
    pub days: Vec<Weekday>,
    /// The hours of such a day.
    pub hours: Hours,
    /// When nobody wants to be disturbed.
    pub quiet: Hours,
    /// Days on which nobody works.
    pub holidays: Holidays,
}

impl Default for WorkingTime {
    fn default() -> Self {
        let hours = |from, until| Hours::of(from, until).expect("these are hours");
        Self {
            days: vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri],
            hours: hours(9, 17),
            quiet: hours(21, 8),
            holidays: Holidays::statutory(),
        }
    }
}

impl WorkingTime {
    /// What holds where nothing is set.
    pub fn standard() -> &'static Self {
        static STANDARD: LazyLock<WorkingTime> = LazyLock::new(WorkingTime::default);
        &STANDARD
    }
}

/// So many days are looked at for a working one; without any among them it is given up. A year has no longer holidays.
const LOOKED_AT: usize = 400;

impl WorkingTime {
    /// True when people work on this day.
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        self.days.contains(&day.weekday()) && !self.holidays.hold(day)
    }

    /// This day, or the next one on which people work.
    pub fn working_day_from(&self, day: NaiveDate) -> NaiveDate {
        day.iter_days().take(LOOKED_AT).find(|day| self.is_working_day(*day)).unwrap_or(day)
    }

    /// The day so many working days after this one.
    pub fn working_day_after(&self, day: NaiveDate, days: u32) -> NaiveDate {
        (0..days).fold(day, |day, _| self.working_day_from(day.succ_opt().unwrap_or(NaiveDate::MAX)))
    }

    /// The beginning of this day's work, or of the next working day's when it is none.
    pub fn morning(&self, day: NaiveDate, zone: Tz) -> DateTime<Utc> {
        let local = self.working_day_from(day).and_time(self.hours.from);
        // An hour at which people begin to work is there once on each day in every zone that people work in.
        zone.from_local_datetime(&local).earliest().map_or_else(|| local.and_utc(), |moment| moment.with_timezone(&Utc))
    }

    /// The morning after so many whole working days. What comes in before work begins has that day whole.
    pub fn morning_after(&self, now: DateTime<Utc>, days: u32, zone: Tz) -> DateTime<Utc> {
        let next = |day: NaiveDate| self.morning(day.succ_opt().unwrap_or(NaiveDate::MAX), zone);
        let day = |moment: DateTime<Utc>| moment.with_timezone(&zone).date_naive();
        let today = self.morning(day(now), zone);
        let first = if today < now { next(day(now)) } else { today };
        (0..days).fold(first, |morning, _| next(day(morning)))
    }

    /// This moment, when it is on a working day and not quiet; otherwise the next moment at which work begins.
    pub fn undisturbed(&self, at: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
        let local = at.with_timezone(&zone);
        if self.is_working_day(local.date_naive()) && !self.quiet.hold(local.time()) {
            return at;
        }
        self.next_morning(at, zone)
    }

    /// This moment, when people are at work; otherwise the next moment at which work begins.
    pub fn at_work(&self, at: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
        let local = at.with_timezone(&zone);
        if self.is_working_day(local.date_naive()) && self.hours.hold(local.time()) {
            return at;
        }
        self.next_morning(at, zone)
    }

    fn next_morning(&self, at: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
        let day = at.with_timezone(&zone).date_naive();
        let today = self.morning(day, zone);
        if today > at { today } else { self.morning(day.succ_opt().unwrap_or(NaiveDate::MAX), zone) }
    }
}
