//! A month of a year, `2026-11`: all that is kept of when an intervention was used.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Month {
    year: i32,
    month: u32,
}

/// What is no month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("it is no month: a month is written 2026-11")]
pub struct MonthError;

impl Month {
    /// The month of this day.
    pub fn of(day: NaiveDate) -> Self {
        Self { year: day.year(), month: day.month() }
    }

    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month, 1).expect("it was made of a day")
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for Month {
    type Err = MonthError;

    fn from_str(written: &str) -> Result<Self, MonthError> {
        let day = NaiveDate::parse_from_str(&format!("{written}-01"), "%Y-%m-%d").map_err(|_| MonthError)?;
        let month = Self::of(day);
        if month.to_string() == written { Ok(month) } else { Err(MonthError) }
    }
}

impl TryFrom<String> for Month {
    type Error = MonthError;

    fn try_from(written: String) -> Result<Self, MonthError> {
        written.parse()
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}
