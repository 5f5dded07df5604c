//! Which dates a named day can be, seen from today and toward one side of it.

use chrono::{DateTime, Datelike as _, Days, Months, NaiveDate, Timelike as _, Weekday};
use chrono_tz::Tz;

use super::Toward;
use super::day_named::{Day, Which};

/// Before this hour many have not slept yet: for them it is still the day before, and the night goes with it.
pub(super) const SMALL_HOURS: u32 = 4;

/// From this hour a new night has begun.
const NIGHT_BEGINS: u32 = 22;

/// And from this one it is over.
const NIGHT_ENDS: u32 = 6;

/// A date without its year that lies so many days on the other side of today is a slip rather than a year away.
const SLIP: i64 = 31;

/// The dates that a day can be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Dates {
    /// Each of them, as the calendar has it.
    pub literal: Vec<NaiveDate>,
    /// What it can be for somebody who has not slept yet.
    pub sleepless: Vec<NaiveDate>,
    /// Two words contradict each other: it must be asked even where one date is left.
    pub doubt: bool,
    /// How many days it lasts.
    pub length: i64,
}

impl Dates {
    fn of(literal: Vec<NaiveDate>) -> Self {
        Self { literal, length: 1, ..Self::default() }
    }
}

/// The dates of a day; none when the calendar has no such day.
pub(super) fn dates(day: Day, now: DateTime<Tz>, toward: Toward) -> Option<Dates> {
    let today = now.date_naive();
    Some(match day {
        Day::Offset(offset) => {
            let sleepless = if now.hour() < SMALL_HOURS { vec![moved(today, offset - 1)?] } else { Vec::new() };
            Dates { sleepless, ..Dates::of(vec![moved(today, offset)?]) }
        }
        Day::Months(months) => Dates::of(vec![today.checked_add_months(Months::new(months))?]),
        Day::Weekday(weekday, which) => Dates::of(of_weekday(weekday, which, today, toward)),
        Day::Date { weekday, day, month, year } => of_date(weekday, day, month, year, today, toward)?,
        Day::Week(weeks) => {
            let monday = moved(today, weeks * 7 - i64::from(today.weekday().num_days_from_monday()))?;
            Dates { length: 7, ..Dates::of(vec![monday]) }
        }
        Day::Weekend { strictly } => Dates { length: 2, ..Dates::of(of_weekend(strictly, today, toward)) },
        Day::ThisNight => {
            let next = moved(today, 1)?;
            Dates::of(match toward {
                Toward::Past if now.hour() >= NIGHT_BEGINS => vec![today, next],
                Toward::Future if now.hour() >= NIGHT_ENDS => vec![next],
                _ => vec![today],
            })
        }
    })
}

/// So many days later.
pub(super) fn moved(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    let distance = Days::new(days.unsigned_abs());
    if days < 0 { day.checked_sub_days(distance) } else { day.checked_add_days(distance) }
}

/// How many days lie between the last such weekday and today; 0 when it is one.
fn since(weekday: Weekday, today: NaiveDate) -> i64 {
    i64::from((today.weekday().num_days_from_monday() + 7 - weekday.num_days_from_monday()) % 7)
}

fn of_weekday(weekday: Weekday, which: Which, today: NaiveDate, toward: Toward) -> Vec<NaiveDate> {
    let ago = since(weekday, today);
    let in_week = |weeks: i64| {
        let monday = -i64::from(today.weekday().num_days_from_monday());
        monday + weeks * 7 + i64::from(weekday.num_days_from_monday())
    };
    let latest = if ago == 0 { -7 } else { -ago };
    let coming = 7 - ago;
    let offsets = match (which, toward) {
        (Which::InWeek(weeks), _) => vec![in_week(weeks)],
        // Of this week it may be the one that has just been or the one before it; else it is the same one to everybody.
        (Which::Last, _) if latest == in_week(0) => vec![latest, latest - 7],
        (Which::Next, _) if coming == in_week(0) => vec![coming, coming + 7],
        (Which::Latest | Which::Last, _) => vec![latest],
        (Which::Coming | Which::Next, _) => vec![coming],
        // Today has its own word; its name may still be used for it.
        (Which::Plain, Toward::Past) if ago == 0 => vec![0, -7],
        (Which::Plain, Toward::Future) if ago == 0 => vec![0, 7],
        (Which::Plain | Which::Nearest, Toward::Past) => vec![-ago],
        (Which::Plain | Which::Nearest, Toward::Future) => vec![coming % 7],
    };
    offsets.into_iter().filter_map(|offset| moved(today, offset)).collect()
}

fn of_weekend(strictly: bool, today: NaiveDate, toward: Toward) -> Vec<NaiveDate> {
    let saturday = -since(Weekday::Sat, today);
    let within = saturday >= -1;
    let offsets = match (strictly, toward) {
        (false, Toward::Future) if within => vec![saturday],
        (_, Toward::Future) => vec![saturday + 7],
        (true, Toward::Past) if within => vec![saturday, saturday - 7],
        (_, Toward::Past) => vec![saturday],
    };
    offsets.into_iter().filter_map(|offset| moved(today, offset)).collect()
}

fn of_date(
    weekday: Option<Weekday>,
    day: u32,
    month: Option<u32>,
    year: Option<i32>,
    today: NaiveDate,
    toward: Toward,
) -> Option<Dates> {
    let found = match (month, year) {
        (Some(month), Some(year)) => NaiveDate::from_ymd_opt(year, month, day)?,
        (Some(month), None) => {
            let this = today.year();
            // Nobody leaves out the year of a 29 February that is further away.
            let of_years = |years: std::ops::RangeInclusive<i32>| {
                years.filter_map(move |years| NaiveDate::from_ymd_opt(this + years, month, day))
            };
            let before = of_years(-1..=0).filter(|day| *day <= today).max();
            let after = of_years(0..=1).filter(|day| *day >= today).min();
            let (wanted, other) = if toward == Toward::Past { (before, after) } else { (after, before) };
            match other {
                Some(slip) if (slip - today).num_days().abs() <= SLIP => slip,
                _ => wanted?,
            }
        }
        (None, _) => {
            // "de 21e": of this month or one beside it.
            let months = (0..=2).filter_map(|months| match toward {
                Toward::Past => today.checked_sub_months(Months::new(months)),
                Toward::Future => today.checked_add_months(Months::new(months)),
            });
            let within = |found: &NaiveDate| if toward == Toward::Past { *found <= today } else { *found >= today };
            months.into_iter().filter_map(|month| month.with_day(day)).find(within)?
        }
    };
    match weekday {
        Some(weekday) if found.weekday() != weekday => {
            let near = (-3..=3).filter_map(|days| moved(found, days)).find(|day| day.weekday() == weekday)?;
            Some(Dates { doubt: true, ..Dates::of(vec![found, near]) })
        }
        _ => Some(Dates::of(vec![found])),
    }
}
