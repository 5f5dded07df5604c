//! Where a recurrence begins and ends.

use chrono::{DateTime, Datelike as _, Days, Months, NaiveDate};
use chrono_tz::Tz;

use super::NoPlan;
use super::bound::Until;
use super::repeat::Unit;
use super::said::Said;
use super::ways::Run;
use crate::domain::schedule::End;
use crate::text::when::Toward;
use crate::text::when::dates::{dates, moved};
use crate::text::when::day_named::Day;
use crate::text::when::reading::FURTHEST;

/// When it ends; two where the day that was named may count or not.
pub(super) fn ends(run: Run, said: &Said, first: NaiveDate, now: DateTime<Tz>) -> Result<Vec<End>, NoPlan> {
    if let Run::Through(last) = run {
        let days = u64::from(last.days_since(first.weekday()));
        return Ok(vec![End::Day(first.checked_add_days(Days::new(days)).unwrap_or(first))]);
    }
    if let Run::Times(times) = run {
        return Ok(vec![End::Times(times)]);
    }
    if let Some(times) = said.times {
        return Ok(vec![End::Times(times)]);
    }
    if let Some((count, unit)) = said.lasting {
        let months =
            |each: u32| count.checked_mul(each).and_then(|months| first.checked_add_months(Months::new(months)));
        let days = |each: u64| first.checked_add_days(Days::new(u64::from(count) * each));
        let after = match unit {
            Unit::Hour | Unit::Day => days(1),
            Unit::Week => days(7),
            Unit::Month => months(1),
            Unit::Quarter => months(3),
            Unit::HalfYear => months(6),
            Unit::Year => months(12),
        };
        return after.and_then(|after| after.pred_opt()).map(|last| vec![End::Day(last)]).ok_or(NoPlan::TooFar);
    }
    let Some((until, included)) = said.to else { return Ok(vec![End::Never]) };
    let (from, last, is_stretch) = last_day(until, first, now).ok_or(NoPlan::NotInCalendar(None))?;
    let before = from.pred_opt().unwrap_or(from);
    Ok(match (included, is_stretch) {
        (true, _) => vec![End::Day(last)],
        (false, true) => vec![End::Day(before)],
        (false, false) if before < first => vec![End::Day(last)],
        (false, false) => vec![End::Day(last), End::Day(before)],
    })
}

/// The day on which it begins.
pub(super) fn first_day(from: Until, now: DateTime<Tz>) -> Result<NaiveDate, Vec<NoPlan>> {
    let today = now.date_naive();
    let found = match from {
        Until::Now => Some(today),
        Until::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1),
        Until::Stretch(stretch) => stretch.days(today).map(|(first, _)| first),
        Until::Day(day) => dates(day, now, Toward::Future).and_then(|dates| dates.literal.into_iter().next()),
    };
    let found = found.ok_or_else(|| vec![NoPlan::NotInCalendar(None)])?;
    let too_far = today.checked_add_months(FURTHEST).is_some_and(|furthest| found > furthest);
    if too_far { Err(vec![NoPlan::TooFar]) } else { Ok(found) }
}

/// The day with which it ends, or the stretch: its first and last day.
fn last_day(until: Until, first: NaiveDate, now: DateTime<Tz>) -> Option<(NaiveDate, NaiveDate, bool)> {
    let whole = |(first, last): (NaiveDate, NaiveDate)| (first, last, true);
    match until {
        Until::Now => Some((now.date_naive(), now.date_naive(), false)),
        Until::Year(year) => {
            Some(whole((NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?)))
        }
        Until::Stretch(stretch) => stretch.days(first).map(whole),
        // Without a year it is the next after it began.
        Until::Day(Day::Date { weekday: None, day, month: Some(month), year: None }) => {
            let years = (0..=8).filter_map(|years| NaiveDate::from_ymd_opt(first.year() + years, month, day));
            years.into_iter().find(|day| *day > first).map(|day| (day, day, false))
        }
        Until::Day(day) => {
            let found = dates(day, now, Toward::Future)?;
            let last = found.literal.iter().copied().find(|day| *day > first).or(found.literal.last().copied())?;
            Some((last, moved(last, found.length - 1)?, found.length > 1))
        }
    }
}
