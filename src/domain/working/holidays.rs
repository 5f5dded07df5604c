//! Days on which nobody works: the Dutch public holidays, computed, and those that whoever runs the bot has set besides, such as
//! the school holidays of the region.
//!
//! Which days are public holidays follows the Algemene termijnenwet, article 3 (wetten.overheid.nl, BWBR0002448): New Year's Day,
//! Easter Monday, the King's birthday as it is celebrated, 5 May, Ascension Day, Whit Monday, both days of Christmas. Good Friday is
//! put on a level with them there for terms, but most people work; it counts only where it is set.

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

use crate::domain::team::coded;

coded! {
    /// A public holiday of the Netherlands.
    Holiday {
        /// 1 January.
        NewYear = "new_year",
        /// The Friday before Easter.
        GoodFriday = "good_friday",
        /// Easter Sunday and Monday.
        Easter = "easter",
        /// 27 April; the day before when that is a Sunday.
        KingsDay = "kings_day",
        /// 5 May.
        LiberationDay = "liberation_day",
        /// The Thursday 39 days after Easter.
        Ascension = "ascension",
        /// Whit Sunday and Monday, 49 and 50 days after Easter.
        Whitsun = "whitsun",
        /// 25 and 26 December.
        Christmas = "christmas",
    }
}

impl Holiday {
    /// True when it is celebrated on this day.
    pub fn falls_on(self, day: NaiveDate) -> bool {
        let date = |month, of_month| day.month() == month && day.day() == of_month;
        let after_easter = |days: &[i64]| days_after_easter(day).is_some_and(|after| days.contains(&after));
        match self {
            Self::NewYear => date(1, 1),
            Self::GoodFriday => after_easter(&[-2]),
            Self::Easter => after_easter(&[0, 1]),
            Self::KingsDay => {
                (date(4, 27) && day.weekday() != Weekday::Sun) || (date(4, 26) && day.weekday() == Weekday::Sat)
            }
            Self::LiberationDay => date(5, 5),
            Self::Ascension => after_easter(&[39]),
            Self::Whitsun => after_easter(&[49, 50]),
            Self::Christmas => date(12, 25) || date(12, 26),
        }
    }
}

/// How many days after Easter Sunday of its year a day lies; negative before it.
fn days_after_easter(day: NaiveDate) -> Option<i64> {
    let easter = computus::gregorian(day.year()).ok()?;
    let easter = NaiveDate::from_ymd_opt(easter.year, easter.month, easter.day)?;
    Some((day - easter).num_days())
}

/// Days on which nobody works.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Holidays {
    /// Public holidays that count.
    pub public: Vec<Holiday>,
    /// Days that are free besides, from the first to the last of each span.
    pub free: Vec<(NaiveDate, NaiveDate)>,
}

impl Holidays {
    /// The public holidays of the law.
    pub fn statutory() -> Self {
        let counts = |holiday: &Holiday| *holiday != Holiday::GoodFriday;
        Self { public: Holiday::ALL.iter().copied().filter(counts).collect(), free: vec![] }
    }

    /// True when nobody works on this day.
    pub fn hold(&self, day: NaiveDate) -> bool {
        self.public.iter().any(|holiday| holiday.falls_on(day))
            || self.free.iter().any(|(first, last)| (*first..=*last).contains(&day))
    }

    /// Takes one more: `nl` for the public holidays of the law, the code of one of them, a day as `2026-12-24`, or a span of days as
    /// `2026-12-19/2027-01-03`. False when it is none of these.
    pub fn add(&mut self, written: &str) -> bool {
        if written == "nl" {
            self.public.extend(Self::statutory().public);
            return true;
        }
        if let Some(holiday) = Holiday::from_code(written) {
            self.public.push(holiday);
            return true;
        }
        let (first, last) = written.split_once('/').unwrap_or((written, written));
        let (Ok(first), Ok(last)) = (first.trim().parse::<NaiveDate>(), last.trim().parse::<NaiveDate>()) else {
            return false;
        };
        let fits = first <= last && last <= first.checked_add_days(Days::new(366)).unwrap_or(NaiveDate::MAX);
        if fits {
            self.free.push((first, last));
        }
        fits
    }
}
