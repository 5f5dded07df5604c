//! The days of a trend, taken together by week or by month.

use chrono::{Datelike as _, Days, Months, NaiveDate};
use chrono_tz::Tz;

use crate::domain::schedule::day_begins;

/// Days that follow one another, at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    from: NaiveDate,
    until: NaiveDate,
}

/// What the days are taken together by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Weeks from Monday on, as they are numbered everywhere in Europe.
    Week,
    /// Months.
    Month,
}

impl Period {
    /// More weeks than these are taken together by month: a phone shows no more lines at once.
    pub const MOST_WEEKS: usize = 16;

    /// From this day up to the other, which is not in it any more; nothing when no day is.
    pub fn new(from: NaiveDate, until: NaiveDate) -> Option<Self> {
        (from < until).then_some(Self { from, until })
    }

    /// The first day.
    pub fn first(self) -> NaiveDate {
        self.from
    }

    /// The last day.
    pub fn last(self) -> NaiveDate {
        self.until.pred_opt().unwrap_or(self.until)
    }

    /// By what the days are taken together.
    pub fn step(self) -> Step {
        if self.begins(Step::Week).len() > Self::MOST_WEEKS { Step::Month } else { Step::Week }
    }

    /// The weeks or months that it touches, by the day on which each begins: a Monday, or the first of a month. That of the first can
    /// lie before the period.
    pub fn slots(self) -> Vec<NaiveDate> {
        self.begins(self.step())
    }

    /// Where on that list this day belongs; nothing when it is not in the period.
    pub fn slot_of(self, day: NaiveDate) -> Option<usize> {
        let inside = self.from <= day && day < self.until;
        inside.then(|| self.slots().iter().rposition(|begins| *begins <= day)).flatten()
    }

    /// From which moment on it lasts in this zone, and until which, in milliseconds since 1970.
    pub fn bounds_ms(self, zone: Tz) -> (i64, i64) {
        (day_begins(self.from, zone).timestamp_millis(), day_begins(self.until, zone).timestamp_millis())
    }

    fn begins(self, step: Step) -> Vec<NaiveDate> {
        let first = match step {
            Step::Week => self.from - Days::new(self.from.weekday().num_days_from_monday().into()),
            Step::Month => self.from - Days::new(self.from.day0().into()),
        };
        let next = |day: &NaiveDate| match step {
            Step::Week => day.checked_add_days(Days::new(7)),
            Step::Month => day.checked_add_months(Months::new(1)),
        };
        std::iter::successors(Some(first), next).take_while(|day| *day < self.until).collect()
    }
}
