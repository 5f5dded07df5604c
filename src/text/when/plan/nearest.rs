//! What lies nearest to a moment that cannot be: offered, never taken.

use chrono::{DateTime, Datelike as _, Months, NaiveDate, Utc};
use chrono_tz::Tz;

use super::once::{self, of_phrase};
use super::{Plan, hours};
use crate::domain::schedule::{Schedule, on_the_clock};
use crate::text::when::dates::moved;
use crate::text::when::day_named::Day;
use crate::text::when::phrase::Phrase;

/// The same with a day that the calendar has: the last of its month, or day and month the other way round.
pub(super) fn in_calendar(phrase: &Phrase, now: DateTime<Tz>) -> Option<Plan> {
    let Some(Day::Date { weekday, day, month, year }) = phrase.day else { return None };
    let (day, month) = match (day, month) {
        (day @ 1..=12, Some(month @ 13..=31)) => (month, Some(day)),
        (day, Some(month @ 13..)) => (day, Some(month.min(12))),
        other => other,
    };
    let year_of_it = year.unwrap_or_else(|| now.year() + i32::from(month.is_some_and(|month| month < now.month())));
    let last = month.and_then(|month| last_of_month(year_of_it, month)).unwrap_or(28);
    let day = Day::Date { weekday, day: day.clamp(1, last), month, year };
    if phrase.day == Some(day) {
        return None;
    }
    of_phrase(&Phrase { day: Some(day), ..phrase.clone() }, now).ok()?.into_iter().next()
}

/// 29 February without its year, when the next February has none: nobody means one that is further away.
pub(super) fn is_missing_leap_day(day: Day, now: DateTime<Tz>) -> bool {
    let leap_day = matches!(day, Day::Date { day: 29, month: Some(2), year: None, .. });
    let year = now.year() + i32::from(now.month() > 2);
    leap_day && last_of_month(year, 2) == Some(28)
}

pub(super) fn last_of_month(year: i32, month: u32) -> Option<u32> {
    NaiveDate::from_ymd_opt(year, month, 1).map(|first| u32::from(first.num_days_in_month()))
}

/// The same time on the next day that is like the one that has passed.
pub(super) fn ahead(phrase: &Phrase, passed: DateTime<Utc>, now: DateTime<Tz>) -> Option<Plan> {
    if phrase.minutes.is_some() {
        return None;
    }
    let zone = now.timezone();
    let mut wall = passed.with_timezone(&zone).naive_local();
    // Of a time on the dial the one at which people plan, whichever was nearer.
    if phrase.time.is_some()
        && let Some([minute @ 0..1440]) = hours::of_phrase(phrase, false).minutes.first().map(Vec::as_slice)
    {
        wall = once::wall(wall.date(), *minute).unwrap_or(wall);
    }
    let today = now.date_naive();
    let days: Vec<NaiveDate> = match phrase.day {
        Some(Day::Date { month: Some(_), .. }) => {
            let from = (today.year() - wall.year()).max(0).unsigned_abs();
            (from..from + 9).filter_map(|years| wall.date().checked_add_months(Months::new(years * 12))).collect()
        }
        Some(Day::Weekday(..)) => {
            let since = u64::from(today.weekday().days_since(wall.weekday())).cast_signed();
            [-since, 7 - since].into_iter().filter_map(|days| moved(today, days)).collect()
        }
        _ => [0, 1].into_iter().filter_map(|days| moved(today, days)).collect(),
    };
    let walls = days.into_iter().map(|day| day.and_time(wall.time()));
    let next = walls.into_iter().find(|wall| on_the_clock(*wall, zone).is_ok_and(|at| at > now))?;
    Some(Plan { schedule: Schedule::once(next, zone), working_days: false, assumed: Vec::new() })
}
