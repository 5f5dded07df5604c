//! Which days a recurrence can mean, as lines of a rule: every way to read it that is worth asking about.

use chrono::{DateTime, Datelike as _, NaiveDate, Weekday};
use chrono_tz::Tz;

use super::again::again;
use super::repeat::{Days, Doubt, Repeat, Unit, WORKING_WEEK};
use super::said::Said;
use super::{NoPlan, Planned, nearest};
use crate::domain::schedule::{Every, Line};
use crate::text::when::dates::moved;

/// One way to read a recurrence: how it counts before its interval, its lines without hours.
#[derive(Debug, Clone)]
pub(super) struct Way {
    pub line: Line,
    /// Only these months begin a quarter or half year; they say where counting begins.
    pub anchors: Vec<u8>,
    /// At most so many times, by the way that it was read.
    pub run: Run,
    /// Nobody said the day.
    pub assumed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Run {
    Endless,
    Once,
    /// Until this day of the week has been.
    Through(Weekday),
    /// So many times.
    Times(u32),
}

impl Way {
    /// Its lines at these minutes of the day: one for each minute of the hour. What lies after midnight belongs to the day after.
    pub(super) fn at(&self, minutes: &[i64]) -> Result<Vec<Line>, NoPlan> {
        const DAY: i64 = 24 * 60;
        let mut lines: Vec<Line> = Vec::new();
        for minute in minutes {
            let days = minute.div_euclid(DAY);
            let of_day = minute.rem_euclid(DAY);
            let mut line = self.line.clone();
            if days != 0 {
                let plain_week = line.every == Every::Week && line.weekdays.iter().all(|(which, _)| which.is_none());
                let any_day = matches!(line.every, Every::Day | Every::Hour);
                if !(plain_week || any_day) {
                    return Err(NoPlan::RuleUnknown(String::new()));
                }
                for (_, day) in &mut line.weekdays {
                    *day = if days > 0 { day.succ() } else { day.pred() };
                }
            }
            let (hour, minute) = (u8::try_from(of_day / 60).unwrap_or(0), u8::try_from(of_day % 60).unwrap_or(0));
            if line.every == Every::Hour && minutes.len() > 1 {
                (line.every, line.interval) = (Every::Day, 1);
            }
            if line.every != Every::Hour {
                line.hours = vec![hour];
            }
            line.minute = Some(minute);
            match lines.iter_mut().find(|other| other.minute == line.minute && other.weekdays == line.weekdays) {
                Some(other) => other.hours.extend(line.hours),
                None => lines.push(line),
            }
        }
        Ok(lines)
    }
}

/// Every way to read which days are meant.
pub(super) fn ways(repeat: &Repeat, start: Option<NaiveDate>, now: DateTime<Tz>) -> Result<Vec<Way>, Vec<NoPlan>> {
    let today = now.date_naive();
    let (every, units): (_, u8) = match repeat.unit {
        Unit::Hour => (Every::Hour, 1),
        Unit::Day => (Every::Day, 1),
        Unit::Week => (Every::Week, 1),
        Unit::Month => (Every::Month, 1),
        Unit::Quarter => (Every::Month, 3),
        Unit::HalfYear => (Every::Month, 6),
        Unit::Year => (Every::Year, 1),
    };
    let interval = repeat.interval.checked_mul(units.into()).ok_or_else(|| vec![NoPlan::NeverHappens])?;
    let line = Line { interval, ..Line::new(every) };
    let way = |line: Line| Way { line, anchors: Vec::new(), run: Run::Endless, assumed: false };
    let of_week = |days: &[Weekday]| Line { weekdays: days.iter().map(|day| (None, *day)).collect(), ..line.clone() };
    let anchored = |line: Line, from_end: bool| {
        let begins = |month: &u8| (*month - 1) % units == if from_end { units - 1 } else { 0 };
        let anchors = if units == 1 { Vec::new() } else { (1..=12).filter(begins).collect() };
        // "eerste maandag van het jaar".
        let months = match (every, from_end) {
            _ if repeat.month.is_some() => repeat.month.into_iter().collect(),
            (Every::Year, false) => vec![1],
            (Every::Year, true) => vec![12],
            _ => Vec::new(),
        };
        Way { anchors, ..way(Line { months, ..line }) }
    };
    Ok(match &repeat.days {
        Days::Open => open(repeat.unit, &line, start, today)
            .into_iter()
            .map(|(line, assumed)| Way { assumed, ..if units > 1 { anchored(line, false) } else { way(line) } })
            .collect(),
        Days::Week(days) => {
            let mut found = vec![way(of_week(days))];
            let run = match (repeat.doubt, days.last()) {
                (Some(Doubt::ThisRun), Some(last)) => Some(Run::Through(*last)),
                (Some(Doubt::EachOnce), _) => u32::try_from(days.len()).ok().map(Run::Times),
                _ => None,
            };
            found.extend(run.map(|run| Way { run, ..found[0].clone() }));
            found
        }
        Days::Weekend => [&[Weekday::Sat][..], &[Weekday::Sun], &[Weekday::Sat, Weekday::Sun]]
            .into_iter()
            .map(|days| way(of_week(days)))
            .collect(),
        Days::OfMonth(days) => {
            let from_end = days.iter().any(|day| *day < 0);
            of_month(days, &line)
                .into_iter()
                .map(|line| anchored(line, from_end))
                .map(|found| with_once(found, repeat))
                .collect::<Vec<_>>()
                .concat()
        }
        Days::Nth(which, days) => {
            let weekdays = which.iter().flat_map(|which| days.iter().map(move |day| (Some(*which), *day))).collect();
            let from_end = which.iter().any(|which| *which < 0);
            let mut found = with_once(anchored(Line { weekdays, ..line.clone() }, from_end), repeat);
            if let Some(Doubt::EachSoManyWeeks(weeks)) = repeat.doubt {
                found.push(way(Line { interval: weeks, every: Every::Week, ..of_week(days) }));
            }
            found
        }
        Days::NthWorking(which) => {
            let positions = which.iter().map(|which| i16::from(*which)).collect();
            let from_end = which.iter().any(|which| *which < 0);
            with_once(anchored(Line { positions, ..of_week(&WORKING_WEEK) }, from_end), repeat)
        }
        Days::Date { month, day } => {
            let dated = |month: u8, day: i8| way(Line { months: vec![month], month_days: vec![day], ..line.clone() });
            // A leap day is there once in four years.
            if (*month, *day) == (2, 29) {
                return Ok(vec![dated(2, -1), dated(3, 1), dated(2, 29)]);
            }
            let last =
                nearest::last_of_month(2028, (*month).into()).and_then(|last| i8::try_from(last).ok()).unwrap_or(28);
            if *day > last {
                let mended = Repeat { days: Days::Date { month: *month, day: last }, ..repeat.clone() };
                let offered = again(&Said::default(), &mended, now).unwrap_or_default();
                return Err(vec![NoPlan::NotInCalendar(offered.into_iter().next().map(Planned::from))]);
            }
            vec![dated(*month, *day)]
        }
    })
}

fn with_once(found: Way, repeat: &Repeat) -> Vec<Way> {
    match repeat.doubt {
        Some(Doubt::Once) => vec![found.clone(), Way { run: Run::Once, ..found }],
        Some(Doubt::OnlyOnce) => vec![Way { run: Run::Once, ..found }],
        _ => vec![found],
    }
}

/// Which days are meant where none was said: those of today and the first, or the day on which it begins.
fn open(unit: Unit, line: &Line, start: Option<NaiveDate>, today: NaiveDate) -> Vec<(Line, bool)> {
    let of_week = |day: Weekday| (Line { weekdays: vec![(None, day)], ..line.clone() }, false);
    let of_month = |day: i8| (Line { month_days: vec![day], ..line.clone() }, false);
    let of_year = |day: NaiveDate| {
        let month_days = vec![i8::try_from(day.day()).unwrap_or(1)];
        (Line { months: vec![u8::try_from(day.month()).unwrap_or(1)], month_days, ..line.clone() }, false)
    };
    let day_of = |day: NaiveDate| i8::try_from(day.day()).unwrap_or(1);
    match (unit, start) {
        (Unit::Hour | Unit::Day, _) => vec![(line.clone(), false)],
        (Unit::Week, Some(start)) => vec![of_week(start.weekday())],
        (Unit::Week, None) if today.weekday() == Weekday::Mon => vec![of_week(Weekday::Mon), of_week(Weekday::Fri)],
        (Unit::Week, None) => vec![of_week(today.weekday()), of_week(Weekday::Mon)],
        (Unit::Month, Some(start)) if start.day() <= 28 => vec![of_month(day_of(start))],
        (Unit::Month, None) if (2..=28).contains(&today.day()) => vec![of_month(day_of(today)), of_month(1)],
        (Unit::Month, _) => vec![of_month(1), of_month(-1)],
        (Unit::Quarter | Unit::HalfYear, _) => vec![(of_month(1).0, true)],
        (Unit::Year, Some(start)) => vec![of_year(start)],
        (Unit::Year, None) => {
            let new_year = NaiveDate::from_ymd_opt(today.year(), 1, 1).unwrap_or(today);
            let days = if today.ordinal() == 1 {
                vec![new_year, moved(new_year, 30).unwrap_or(today)]
            } else {
                vec![today, new_year]
            };
            days.into_iter().map(of_year).collect()
        }
    }
}

/// Days of the month. Some months lack the last ones: then the last day is meant, or only months that have it.
fn of_month(days: &[i8], line: &Line) -> Vec<Line> {
    let of = |days: Vec<i8>| Line { month_days: days, ..line.clone() };
    match days {
        [day @ 29..=30] => {
            let or_last = Line { positions: vec![-1], ..of((28..=*day).collect()) };
            vec![or_last, of(vec![*day])]
        }
        _ if days.iter().any(|day| *day > 28) => {
            let last = days.iter().map(|day| if *day > 28 { -1 } else { *day }).collect();
            vec![of(last), of(days.to_vec())]
        }
        _ => vec![of(days.to_vec())],
    }
}
