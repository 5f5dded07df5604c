//! Whether a rule can be kept: that its parts go together, that it comes no more than once an hour, and that there are days
//! that fit. The `rrule` crate would look for a 30 February until the year 10,000, so that is known before it is asked.

use chrono::{Datelike as _, Days, Months, NaiveDate, NaiveDateTime, Timelike as _};

use super::counting::{YEARS, week_of};
use super::{End, Every, Line, RuleFault};

/// So many days are looked at for the next one that fits. The rarest that people name, 29 February, is eight years away at
/// most.
const LOOKED_AT: u32 = 9 * 366;

/// Numbers in order and once each: as text the same rule is always the same.
pub(super) fn sorted(mut line: Line) -> Line {
    fn once<T: Ord>(values: &mut Vec<T>) {
        values.sort_unstable();
        values.dedup();
    }
    once(&mut line.months);
    once(&mut line.year_days);
    once(&mut line.month_days);
    once(&mut line.hours);
    once(&mut line.positions);
    line.weekdays.sort_unstable_by_key(|(which, weekday)| (*which, weekday.num_days_from_monday()));
    line.weekdays.dedup();
    line
}

/// Whether the parts go together, as RFC 5545 has it.
pub(super) fn parts(lines: &[Line]) -> Result<(), RuleFault> {
    let unsupported = |what: &str| Err(RuleFault::Unsupported(what.to_owned()));
    for line in lines {
        let numbered = line.weekdays.iter().filter(|(which, _)| which.is_some()).count();
        if numbered > 0 && (numbered < line.weekdays.len() || !matches!(line.every, Every::Year | Every::Month)) {
            return unsupported("BYDAY");
        }
        if line.every == Every::Week && !line.month_days.is_empty() {
            return unsupported("BYMONTHDAY");
        }
        if !matches!(line.every, Every::Year | Every::Hour) && !line.year_days.is_empty() {
            return unsupported("BYYEARDAY");
        }
        if !line.positions.is_empty() && (line.every == Every::Hour || !(line.names_days() || line.hours.len() > 1)) {
            return unsupported("BYSETPOS");
        }
        if line.interval == 0 {
            return unsupported("INTERVAL");
        }
    }
    // A schedule goes on from any of its occurrences, whichever line gave it: all lines must count from there alike.
    let counts = |line: &Line| (line.every, line.interval, line.week_start);
    let alike = lines.windows(2).all(|pair| counts(&pair[0]) == counts(&pair[1]));
    if !alike && lines.iter().any(|line| line.interval > 1) {
        return unsupported("INTERVAL");
    }
    Ok(())
}

/// What a line leaves open is that of its start. Hours that divide the day are hours of each day.
pub(super) fn fill(line: &mut Line, start: NaiveDateTime) {
    let byte = |number: u32| u8::try_from(number).unwrap_or_default();
    line.minute.get_or_insert(byte(start.minute()));
    if line.every == Every::Hour {
        if line.interval.is_multiple_of(24) {
            (line.every, line.interval) = (Every::Day, line.interval / 24);
            let hour = byte(start.hour());
            line.hours = if line.hours.is_empty() || line.hours.contains(&hour) { vec![hour] } else { Vec::new() };
        } else if 24_u16.is_multiple_of(line.interval) {
            let interval = u32::from(line.interval);
            let turns = (0..24).filter(|hour| hour % interval == start.hour() % interval).map(byte);
            line.hours = turns.filter(|hour| line.hours.is_empty() || line.hours.contains(hour)).collect();
            (line.every, line.interval) = (Every::Day, 1);
        } else {
            return;
        }
        // No hour fits: marked by one that no day has.
        if line.hours.is_empty() {
            line.hours = vec![NO_HOUR];
        }
    }
    if line.hours.is_empty() {
        line.hours = vec![byte(start.hour())];
    }
    if line.names_days() {
        return;
    }
    match line.every {
        Every::Year => {
            if line.months.is_empty() {
                line.months = vec![byte(start.month())];
            }
            line.month_days = vec![i8::try_from(start.day()).unwrap_or(1)];
        }
        Every::Month => line.month_days = vec![i8::try_from(start.day()).unwrap_or(1)],
        Every::Week => line.weekdays = vec![(None, start.weekday())],
        Every::Day | Every::Hour => {}
    }
}

const NO_HOUR: u8 = 24;

/// So many times in one year, counted at once, take a moment to count.
const MANY: usize = 400;

/// So many numbers of positions have a use.
const MOST_POSITIONS: usize = 31;

/// The same days counted with less work. The `rrule` crate looks at a whole year, month, week or day at once: too much where
/// all of it is named, and day by day for nothing where hardly any is.
pub(super) fn eased(line: &mut Line) -> Result<(), RuleFault> {
    if line.positions.len() > MOST_POSITIONS {
        return Err(RuleFault::Unsupported("BYSETPOS".to_owned()));
    }
    let plain =
        line.interval == 1 && line.positions.is_empty() && line.weekdays.iter().all(|(which, _)| which.is_none());
    if plain && line.every == Every::Day {
        if !line.month_days.is_empty() || !(line.weekdays.is_empty() || line.months.is_empty()) {
            line.every = Every::Month;
        } else if !line.weekdays.is_empty() {
            line.every = Every::Week;
        }
    }
    if line.every == Every::Year && line.positions.is_empty() {
        let months = if line.months.is_empty() { 12 } else { line.months.len() };
        let days = match (line.year_days.len(), line.month_days.len(), line.weekdays.len()) {
            (0, 0, weekdays) => months * weekdays * 5,
            (0, month_days, _) => months * month_days,
            (year_days, ..) => year_days,
        };
        if days * line.hours.len() > MANY {
            if !plain || !line.year_days.is_empty() {
                return Err(RuleFault::Unsupported("FREQ=YEARLY".to_owned()));
            }
            line.every = Every::Month;
        }
    }
    Ok(())
}

/// Not more than once an hour, whichever lines meet. The lines must be filled.
pub(super) fn pace(lines: &[Line]) -> Result<(), RuleFault> {
    let mut minutes: Vec<u16> = Vec::new();
    for line in lines {
        let minute = u16::from(line.minute.unwrap_or_default());
        if line.every == Every::Hour {
            if !line.hours.is_empty() || !line.months.is_empty() || line.names_days() {
                return Err(RuleFault::Unsupported("FREQ=HOURLY".to_owned()));
            }
            minutes.extend((0..24).map(|hour| hour * 60 + minute));
        }
        minutes.extend(line.hours.iter().map(|hour| u16::from(*hour) * 60 + minute));
    }
    minutes.sort_unstable();
    minutes.dedup();
    let close = minutes.windows(2).any(|pair| pair[1] - pair[0] < 60);
    let around = matches!(minutes.as_slice(), [first, .., last] if first + 24 * 60 - last < 60);
    if close || around { Err(RuleFault::TooOften) } else { Ok(()) }
}

/// The first day from `start` on that fits a filled line. There must be another one within years as well, so that nobody
/// waits for a rule in vain.
pub(super) fn first_day(line: &Line, start: NaiveDate) -> Result<NaiveDate, RuleFault> {
    if !YEARS.contains(&start.year()) || line.hours.contains(&NO_HOUR) {
        return Err(RuleFault::NeverHappens);
    }
    let mut looked_at = 0;
    let mut found = None;
    let mut period = start_of(line, start).ok_or(RuleFault::NeverHappens)?;
    while looked_at < LOOKED_AT {
        let Some((next, after)) = next(line, period) else { break };
        let mut fitting = Vec::new();
        for (first, next) in parts_of(line, period, next) {
            fitting.extend(first.iter_days().take_while(|day| *day < next).filter(|day| fits(line, *day)));
        }
        looked_at += u32::try_from((next - period).num_days()).unwrap_or(LOOKED_AT);
        let times = fitting.len() * line.hours.len();
        let has = |position: &i16| usize::from(position.unsigned_abs()) <= times;
        if line.positions.is_empty() || line.positions.iter().any(has) {
            let of_period: Vec<_> = fitting.into_iter().filter(|day| *day >= start).collect();
            match (found, of_period.first()) {
                (None, Some(first)) if of_period.len() > 1 && line.positions.is_empty() => return Ok(*first),
                (None, Some(first)) => {
                    found = Some(*first);
                    looked_at = 0;
                }
                (Some(first), Some(_)) => return Ok(first),
                (_, None) => {}
            }
        }
        period = after;
    }
    match (found, line.end) {
        // What ends need not come again.
        (Some(first), End::Wall(_)) => Ok(first),
        _ => Err(RuleFault::NeverHappens),
    }
}

/// The start of the year, month, week or day.
fn start_of(line: &Line, day: NaiveDate) -> Option<NaiveDate> {
    match line.every {
        Every::Year => NaiveDate::from_ymd_opt(day.year(), 1, 1),
        Every::Month => day.with_day(1),
        Every::Week => week_of(day, line),
        Every::Day | Every::Hour => Some(day),
    }
}

/// The parts of a period that are looked at: of a year only the months that are named.
fn parts_of(line: &Line, period: NaiveDate, next: NaiveDate) -> Vec<(NaiveDate, NaiveDate)> {
    if line.every != Every::Year || line.months.is_empty() {
        return vec![(period, next)];
    }
    let month = |month: &u8| {
        let first = period.with_month((*month).into())?;
        Some((first, first.checked_add_months(Months::new(1))?))
    };
    line.months.iter().filter_map(month).collect()
}

/// Where a period ends, and where the next one begins that counts.
fn next(line: &Line, period: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let interval = u32::from(line.interval);
    let months = |months: u32| period.checked_add_months(Months::new(months));
    let days = |days: u32| period.checked_add_days(Days::new(days.into()));
    Some(match line.every {
        Every::Year => (months(12)?, months(12 * interval)?),
        Every::Month => (months(1)?, months(interval)?),
        Every::Week => (days(7)?, days(7 * interval)?),
        Every::Day => (days(1)?, days(interval)?),
        Every::Hour => (days(1)?, days(1)?),
    })
}

/// Whether a day fits the parts that name days.
fn fits(line: &Line, day: NaiveDate) -> bool {
    let number = |value: u32| i64::from(value);
    let (month, of_month, of_year) = (day.month(), number(day.day()), number(day.ordinal()));
    let month_length = number(u32::from(day.num_days_in_month()));
    let year_length = if day.leap_year() { 366 } else { 365 };
    let listed = |from_start: i64, length: i64, wanted: i64| wanted == from_start || wanted == from_start - length - 1;
    if !line.months.is_empty() && !line.months.iter().any(|wanted| u32::from(*wanted) == month) {
        return false;
    }
    if !line.month_days.is_empty() && !line.month_days.iter().any(|it| listed(of_month, month_length, (*it).into())) {
        return false;
    }
    if !line.year_days.is_empty() && !line.year_days.iter().any(|it| listed(of_year, year_length, (*it).into())) {
        return false;
    }
    let in_year = line.every == Every::Year && line.months.is_empty();
    let (at, length) = if in_year { (of_year, year_length) } else { (of_month, month_length) };
    let (from_start, from_end) = ((at - 1) / 7 + 1, -((length - at) / 7 + 1));
    let is =
        |which: &Option<i8>| which.is_none_or(|which| i64::from(which) == from_start || i64::from(which) == from_end);
    line.weekdays.is_empty() || line.weekdays.iter().any(|(which, weekday)| *weekday == day.weekday() && is(which))
}
