//! Counting on the calendar with the `rrule` crate, by the time on the wall. The crate begins at a day and looks at each
//! year, month, week or day in turn; it is made to begin near where something is asked, so that old schedules cost no more.

use chrono::{DateTime, Datelike as _, Days, Month, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike as _};
use rrule::{Frequency, NWeekday, RRule, RRuleSet};

use super::{End, Every, Line, Rule, RuleFault};

/// More times than this are not counted, nor further away than this many years: fewer where each day must be looked at.
const MOST_TIMES: u32 = 500;
const MOST_YEARS: i32 = 25;
const MOST_YEARS_OF_DAYS: i32 = 10;

/// Years in which schedules are reckoned with.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1970..=9_000;

/// The minute that has begun.
pub(super) fn to_minute(wall: NaiveDateTime) -> NaiveDateTime {
    wall.date().and_time(NaiveTime::from_hms_opt(wall.hour(), wall.minute(), 0).unwrap_or_default())
}

/// The times on the wall from `first` on that are not before `near`, in order. The rule must be settled.
pub(super) fn walls(
    rule: &Rule,
    first: NaiveDateTime,
    near: NaiveDateTime,
) -> impl Iterator<Item = NaiveDateTime> + use<> {
    let from = first.max(near);
    let counted =
        |line: &Line| Some(set(line, begin(line, first, from)?)?.into_iter().map(|at| at.naive_utc()).peekable());
    let mut sets: Vec<_> = rule.lines.iter().filter_map(counted).collect();
    std::iter::from_fn(move || {
        let next = sets.iter_mut().filter_map(|set| set.peek().copied()).min()?;
        for set in &mut sets {
            while set.next_if_eq(&next).is_some() {}
        }
        Some(next)
    })
    .skip_while(move |wall| *wall < from)
    .take_while(|wall| YEARS.contains(&wall.year()))
}

/// The last of so many times.
pub(super) fn last_of(line: &Line, times: u32, start: NaiveDateTime) -> Result<NaiveDateTime, RuleFault> {
    if times > MOST_TIMES {
        return Err(RuleFault::TooMany);
    }
    let endless = Rule { lines: vec![Line { end: End::Never, ..line.clone() }] };
    let years = if matches!(line.every, Every::Day | Every::Hour) { MOST_YEARS_OF_DAYS } else { MOST_YEARS };
    let near = walls(&endless, start, start).take_while(|wall| wall.year() <= start.year() + years);
    let mut last = near.take(times as usize).enumerate();
    last.nth(times as usize - 1).map(|(_, wall)| wall).ok_or(RuleFault::TooMany)
}

/// Where the crate begins: at the start of the last year, month, week, day or hour not after `from` in which the line counts.
fn begin(line: &Line, first: NaiveDateTime, from: NaiveDateTime) -> Option<NaiveDateTime> {
    if !YEARS.contains(&first.year()) || !YEARS.contains(&from.year()) {
        return None;
    }
    let interval = i64::from(line.interval);
    let down = |distance: i64| distance - distance.rem_euclid(interval);
    let (day, from_day) = (first.date(), from.date());
    let begin = match line.every {
        Every::Year => {
            let years = down(i64::from(from.year() - first.year()));
            NaiveDate::from_ymd_opt(first.year() + i32::try_from(years).ok()?, 1, 1)?
        }
        Every::Month => {
            let month = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
            let begin = month(day) + down(month(from_day) - month(day));
            let year = i32::try_from(begin.div_euclid(12)).ok()?;
            NaiveDate::from_ymd_opt(year, u32::try_from(begin.rem_euclid(12)).ok()? + 1, 1)?
        }
        Every::Week => {
            let monday = week_of(day, line)?;
            let weeks = down((week_of(from_day, line)? - monday).num_days() / 7);
            monday.checked_add_days(Days::new(u64::try_from(weeks * 7).ok()?))?
        }
        Every::Day => day.checked_add_days(Days::new(u64::try_from(down((from_day - day).num_days())).ok()?))?,
        Every::Hour => {
            let hour = day.and_hms_opt(first.hour(), 0, 0)?;
            return hour.checked_add_signed(TimeDelta::hours(down((from - hour).num_hours())));
        }
    };
    Some(begin.and_time(NaiveTime::MIN))
}

/// The first day of the week of a day.
pub(super) fn week_of(day: NaiveDate, line: &Line) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(u64::from(day.weekday().days_since(line.week_start))))
}

/// What the crate counts for a line.
fn set(line: &Line, begin: NaiveDateTime) -> Option<RRuleSet> {
    let utc = |wall: NaiveDateTime| -> DateTime<rrule::Tz> { wall.and_utc().with_timezone(&rrule::Tz::UTC) };
    let frequency = match line.every {
        Every::Year => Frequency::Yearly,
        Every::Month => Frequency::Monthly,
        Every::Week => Frequency::Weekly,
        Every::Day => Frequency::Daily,
        Every::Hour => Frequency::Hourly,
    };
    let months: Vec<Month> = line.months.iter().filter_map(|month| Month::try_from(*month).ok()).collect();
    let weekdays = line.weekdays.iter().map(|(which, weekday)| NWeekday::new(which.map(i16::from), *weekday));
    let mut rule = RRule::new(frequency)
        .interval(line.interval)
        .week_start(line.week_start)
        .by_set_pos(line.positions.iter().copied().map(i32::from).collect())
        .by_month(&months)
        .by_month_day(line.month_days.clone())
        .by_year_day(line.year_days.clone())
        .by_weekday(weekdays.collect())
        .by_hour(line.hours.clone())
        .by_minute(line.minute.into_iter().collect())
        .by_second(vec![0]);
    match line.end {
        End::Wall(until) if until < begin => return None,
        End::Wall(until) => rule = rule.until(utc(until)),
        _ => {}
    }
    rule.build(utc(begin)).ok()
}
