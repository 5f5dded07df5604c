//! One line of a rule: the parts of an RFC 5545 `RRULE` that are understood, and the line as text. Reading it back is the
//! matter of `read`.

use std::fmt;

use chrono::{NaiveDate, NaiveDateTime, Weekday};

/// How often it comes, before its other parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Every {
    /// `YEARLY`.
    Year,
    /// `MONTHLY`.
    Month,
    /// `WEEKLY`.
    Week,
    /// `DAILY`.
    Day,
    /// `HOURLY`.
    Hour,
}

/// When it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Not at all.
    Never,
    /// After so many times. A schedule holds the last of them instead.
    Times(u32),
    /// With this day.
    Day(NaiveDate),
    /// At this time on the wall, which still counts.
    Wall(NaiveDateTime),
    /// At this moment, in UTC. A schedule holds the time on its wall instead.
    Moment(NaiveDateTime),
}

/// One line of a rule. An empty list says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// `FREQ`.
    pub every: Every,
    /// `INTERVAL`: only each so many of them.
    pub interval: u16,
    /// `UNTIL` or `COUNT`.
    pub end: End,
    /// `WKST`: the day on which a week begins.
    pub week_start: Weekday,
    /// `BYMONTH`.
    pub months: Vec<u8>,
    /// `BYYEARDAY`, from 1 on, or from -1 back.
    pub year_days: Vec<i16>,
    /// `BYMONTHDAY`, from 1 on, or from -1 back.
    pub month_days: Vec<i8>,
    /// `BYDAY`: weekdays, or which of them in its month or year. Either all have a number or none.
    pub weekdays: Vec<(Option<i8>, Weekday)>,
    /// `BYHOUR`.
    pub hours: Vec<u8>,
    /// `BYMINUTE`; never more than one.
    pub minute: Option<u8>,
    /// `BYSETPOS`: which of all that the other parts give in one year, month, week or day.
    pub positions: Vec<i16>,
}

impl Line {
    /// A line that says no more than how often.
    pub fn new(every: Every) -> Self {
        Self {
            every,
            interval: 1,
            end: End::Never,
            week_start: Weekday::Mon,
            months: Vec::new(),
            year_days: Vec::new(),
            month_days: Vec::new(),
            weekdays: Vec::new(),
            hours: Vec::new(),
            minute: None,
            positions: Vec::new(),
        }
    }

    /// Whether the line says which days.
    pub(super) fn names_days(&self) -> bool {
        !(self.year_days.is_empty() && self.month_days.is_empty() && self.weekdays.is_empty())
    }
}

impl Every {
    pub(super) const CODES: [(Self, &str); 5] = [
        (Self::Year, "YEARLY"),
        (Self::Month, "MONTHLY"),
        (Self::Week, "WEEKLY"),
        (Self::Day, "DAILY"),
        (Self::Hour, "HOURLY"),
    ];
}

pub(super) const WEEKDAYS: [(Weekday, &str); 7] = [
    (Weekday::Mon, "MO"),
    (Weekday::Tue, "TU"),
    (Weekday::Wed, "WE"),
    (Weekday::Thu, "TH"),
    (Weekday::Fri, "FR"),
    (Weekday::Sat, "SA"),
    (Weekday::Sun, "SU"),
];

fn code<T: PartialEq>(codes: &[(T, &'static str)], of: &T) -> &'static str {
    codes.iter().find(|(value, _)| value == of).map_or("", |(_, code)| code)
}

/// The canonical text, without `RRULE:`.
impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FREQ={}", code(&Every::CODES, &self.every))?;
        match self.end {
            End::Never => {}
            End::Times(times) => write!(f, ";COUNT={times}")?,
            End::Day(day) => write!(f, ";UNTIL={}", day.format("%Y%m%d"))?,
            End::Wall(wall) => write!(f, ";UNTIL={}", wall.format("%Y%m%dT%H%M%S"))?,
            End::Moment(moment) => write!(f, ";UNTIL={}", moment.format("%Y%m%dT%H%M%SZ"))?,
        }
        if self.interval != 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        if self.week_start != Weekday::Mon {
            write!(f, ";WKST={}", code(&WEEKDAYS, &self.week_start))?;
        }
        list(f, "BYMONTH", &self.months)?;
        list(f, "BYYEARDAY", &self.year_days)?;
        list(f, "BYMONTHDAY", &self.month_days)?;
        let weekdays = self.weekdays.iter().map(|(number, weekday)| {
            let number = number.map(|number| number.to_string()).unwrap_or_default();
            format!("{number}{}", code(&WEEKDAYS, weekday))
        });
        list(f, "BYDAY", &weekdays.collect::<Vec<_>>())?;
        list(f, "BYHOUR", &self.hours)?;
        list(f, "BYMINUTE", self.minute.as_slice())?;
        list(f, "BYSETPOS", &self.positions)
    }
}

fn list<T: fmt::Display>(f: &mut fmt::Formatter<'_>, name: &str, values: &[T]) -> fmt::Result {
    let values: Vec<String> = values.iter().map(ToString::to_string).collect();
    if values.is_empty() { Ok(()) } else { write!(f, ";{name}={}", values.join(",")) }
}
