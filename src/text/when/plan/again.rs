//! A recurrence made of what was said: the rule, its first time, its end. What can be more than one rule is asked; the rules
//! themselves are RFC 5545's.

use chrono::{DateTime, Datelike as _, Days as Span, Months, NaiveDate, NaiveTime, TimeDelta, Timelike as _, Weekday};
use chrono_tz::Tz;

use super::bound::Until;
use super::once::Meant;
use super::repeat::{Days, Doubt, Repeat, Unit, WORKING_WEEK};
use super::said::Said;
use super::{Assumed, NoPlan, Plan, Planned, hours, nearest};
use crate::domain::schedule::{End, Every, Line, Rule, RuleFault, Schedule};
use crate::text::when::Toward;
use crate::text::when::clock::Time;
use crate::text::when::dates::{dates, moved};
use crate::text::when::day_named::Day;
use crate::text::when::part::Part;
use crate::text::when::reading::FURTHEST;

/// The most readings that are worth asking about.
const ASKED: usize = 4;

/// One way to read a recurrence: how it counts before its interval, its lines without hours.
#[derive(Debug, Clone)]
struct Way {
    line: Line,
    /// Only these months begin a quarter or half year; they say where counting begins.
    anchors: Vec<u8>,
    /// At most so many times, by the way that it was read.
    run: Run,
    assumed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Run {
    Endless,
    Once,
    /// Until this day of the week has been.
    Through(Weekday),
}

/// What a recurrence means.
pub(super) fn again(said: &Said, repeat: &Repeat, now: DateTime<Tz>) -> Meant {
    if let Some(fault) = &repeat.fault {
        return Err(vec![fault.clone()]);
    }
    let start = match said.from {
        None | Some(Until::Now) => None,
        Some(from) => Some(first_day(from, now)?),
    };
    let ways = ways(repeat, start, now)?;
    let hours = hours_of(said, repeat)?;
    let mut plans = Vec::new();
    let mut faults = Vec::new();
    for way in &ways {
        for minutes in &hours.minutes {
            match plans_of(way, minutes, said, start, now) {
                Ok(found) => {
                    for schedule in found {
                        let mut assumed = Vec::new();
                        if hours.assumed {
                            assumed.push(Assumed::Time);
                        }
                        if way.assumed {
                            assumed.push(Assumed::Day);
                        }
                        let begins_anywhere = repeat.interval > 1 && start.is_none();
                        if hours.start || begins_anywhere {
                            assumed.push(Assumed::Start);
                        }
                        let plan = Plan { schedule, working_days: repeat.working || of_working_days(repeat), assumed };
                        if !plans.contains(&plan) {
                            plans.push(plan);
                        }
                    }
                }
                Err(fault) if !faults.contains(&fault) => faults.push(fault),
                Err(_) => {}
            }
        }
    }
    plans.truncate(ASKED);
    if plans.is_empty() { Err(faults) } else { Ok(plans) }
}

/// The first working day of a month is none that is a public holiday; a last one would be moved the wrong way.
fn of_working_days(repeat: &Repeat) -> bool {
    matches!(&repeat.days, Days::NthWorking(which) if which.iter().all(|which| *which > 0))
}

/// Every way to read which days are meant.
fn ways(repeat: &Repeat, start: Option<NaiveDate>, now: DateTime<Tz>) -> Result<Vec<Way>, Vec<NoPlan>> {
    let today = now.date_naive();
    let (every, units) = match repeat.unit {
        Unit::Hour => (Every::Hour, 1),
        Unit::Day => (Every::Day, 1),
        Unit::Week => (Every::Week, 1),
        Unit::Month => (Every::Month, 1),
        Unit::Quarter => (Every::Month, 3),
        Unit::HalfYear => (Every::Month, 6),
        Unit::Year => (Every::Year, 1),
    };
    let interval = repeat.interval.checked_mul(units).ok_or_else(|| vec![NoPlan::NeverHappens])?;
    let line = Line { interval, ..Line::new(every) };
    let way = |line: Line| Way { line, anchors: Vec::new(), run: Run::Endless, assumed: false };
    let of_week = |days: &[Weekday]| Line { weekdays: days.iter().map(|day| (None, *day)).collect(), ..line.clone() };
    let anchored = |line: Line, from_end: bool| {
        let last = units as u8;
        let anchors = if units == 1 {
            Vec::new()
        } else {
            (0..12 / last).map(|at| at * last + if from_end { last } else { 1 }).collect()
        };
        // "eerste maandag van het jaar".
        let months = match (every, from_end) {
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
            if repeat.doubt == Some(Doubt::ThisRun)
                && let Some(last) = days.last()
            {
                found.push(Way { run: Run::Through(*last), ..found[0].clone() });
            }
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
            let last = nearest::last_of_month(2028, (*month).into()).unwrap_or_default();
            if u32::from(day.unsigned_abs()) > last {
                let mended = Said {
                    repeat: Some(Repeat { days: Days::Date { month: *month, day: last as i8 }, ..repeat.clone() }),
                    ..Said::default()
                };
                let offered = mended.repeat.as_ref().and_then(|repeat| again(&mended, repeat, now).ok());
                return Err(vec![NoPlan::NotInCalendar(
                    offered.and_then(|plans| plans.into_iter().next()).map(Planned::from),
                )]);
            }
            vec![dated(*month, *day)]
        }
    })
}

fn with_once(found: Way, repeat: &Repeat) -> Vec<Way> {
    if repeat.doubt == Some(Doubt::Once) { vec![found.clone(), Way { run: Run::Once, ..found }] } else { vec![found] }
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

/// The times of the day.
fn hours_of(said: &Said, repeat: &Repeat) -> Result<hours::Hours, Vec<NoPlan>> {
    let unknown = || vec![NoPlan::RuleUnknown(String::new())];
    let phrase = &said.phrase;
    if repeat.unit == Unit::Hour {
        let all_day = vec![vec![0]];
        return match &phrase.time {
            None if phrase.part.is_none() => Ok(hours::Hours { minutes: all_day, assumed: true, start: false }),
            Some(Time::Between(..)) => {
                let (first, last) = hours::span(phrase).ok_or_else(unknown)?;
                let step = usize::from(repeat.interval) * 60;
                Ok(hours::Hours { minutes: vec![(first..=last).step_by(step).collect()], assumed: false, start: false })
            }
            _ => Err(unknown()),
        };
    }
    let mut found = hours::of_phrase(phrase, repeat.working);
    // The night of a Friday begins with it or in its evening.
    if phrase.part == Some(Part::Night) && repeat.unit != Unit::Day && !found.assumed {
        let later = found.minutes.iter().map(|minutes| minutes.iter().map(|minute| minute + 24 * 60).collect());
        found.minutes = found.minutes.iter().cloned().chain(later).collect();
    }
    for time in &said.more {
        let more = hours::of_time(time, None, repeat.working);
        found.minutes = found
            .minutes
            .iter()
            .flat_map(|minutes| more.iter().map(move |minute| [minutes.as_slice(), &[*minute]].concat()))
            .collect();
    }
    if found.minutes.is_empty() || found.minutes.len() > ASKED {
        return Err(unknown());
    }
    Ok(found)
}

/// The schedules of one way to read it at these minutes: one, or two where its last day may count or not.
fn plans_of(
    way: &Way,
    minutes: &[i64],
    said: &Said,
    start: Option<NaiveDate>,
    now: DateTime<Tz>,
) -> Result<Vec<Schedule>, NoPlan> {
    let zone = now.timezone();
    let lines = lines_of(way, minutes)?;
    // Where counting begins: the first time without the interval.
    let nearest = |line: &Line| Line {
        interval: if line.every == Every::Hour { line.interval } else { 1 },
        months: if way.anchors.is_empty() { line.months.clone() } else { way.anchors.clone() },
        ..line.clone()
    };
    let begin = match start {
        Some(start) => start.and_time(NaiveTime::MIN),
        // Hours are counted from the next whole one.
        None if way.line.every == Every::Hour => {
            let hour = now.date_naive().and_hms_opt(now.hour(), 0, 0).ok_or(NoPlan::NeverHappens)?;
            hour.checked_add_signed(TimeDelta::hours(1)).ok_or(NoPlan::NeverHappens)?
        }
        None => now.naive_local(),
    };
    let first = if start.is_none() {
        let simple = made(begin, zone, lines.iter().map(nearest).collect())?;
        simple.next_after(now.to_utc()).ok_or(NoPlan::NeverHappens)?.wall
    } else {
        made(begin, zone, lines.iter().map(nearest).collect())?.first()
    };
    let ends = ends(way, said, first.date(), now)?;
    let mut found = Vec::new();
    for end in ends {
        let lines = lines.iter().map(|line| Line { end, ..line.clone() }).collect();
        let mut schedule = made(first, zone, lines)?;
        if schedule.next_after(now.to_utc()).is_none() {
            return Err(NoPlan::EndsBeforeItBegins);
        }
        if now.checked_add_months(FURTHEST).is_some_and(|furthest| schedule.first() > furthest.naive_local()) {
            return Err(NoPlan::TooFar);
        }
        // It began before now: what has been does not matter any more.
        if start.is_some()
            && let Some(next) = schedule.next_after(now.to_utc())
        {
            schedule = schedule.from(&next);
        }
        if way.run == Run::Once {
            schedule = Schedule::once(schedule.first(), zone);
        }
        if !found.iter().any(|other| same_times(other, &schedule, now)) {
            found.push(schedule);
        }
    }
    Ok(found)
}

/// Whether two schedules that differ in their end give the same.
fn same_times(one: &Schedule, other: &Schedule, now: DateTime<Tz>) -> bool {
    let last = |schedule: &Schedule| {
        let rule = schedule.rule().map(|rule| rule.lines().to_vec()).unwrap_or_default();
        rule.into_iter().map(|line| line.end).next()
    };
    let (Some(End::Wall(one_end)), Some(End::Wall(other_end))) = (last(one), last(other)) else { return one == other };
    let (early, late) = if one_end <= other_end { (one_end, other) } else { (other_end, one) };
    let zone = one.zone();
    let from = crate::domain::schedule::on_the_clock(early, zone).unwrap_or_else(|nearest| nearest).max(now.to_utc());
    late.next_after(from).is_none()
}

fn made(start: chrono::NaiveDateTime, zone: Tz, lines: Vec<Line>) -> Result<Schedule, NoPlan> {
    Rule::new(lines).and_then(|rule| Schedule::repeated(start, zone, rule)).map_err(fault)
}

/// What to say about a rule that cannot be.
pub(super) fn fault(fault: RuleFault) -> NoPlan {
    match fault {
        RuleFault::TooOften => NoPlan::TooOften,
        RuleFault::NeverHappens => NoPlan::NeverHappens,
        RuleFault::EndsBeforeItBegins => NoPlan::EndsBeforeItBegins,
        RuleFault::TooMany => NoPlan::TooMany,
        RuleFault::Unreadable(what) | RuleFault::Unsupported(what) => NoPlan::RuleUnknown(what),
    }
}

/// The lines with their hours: one for each minute of the hour. What lies after midnight belongs to the day after.
fn lines_of(way: &Way, minutes: &[i64]) -> Result<Vec<Line>, NoPlan> {
    const DAY: i64 = 24 * 60;
    let mut lines: Vec<Line> = Vec::new();
    for minute in minutes {
        let days = minute.div_euclid(DAY);
        let of_day = minute.rem_euclid(DAY);
        let mut line = way.line.clone();
        if days != 0 {
            let plain_week = line.every == Every::Week && line.weekdays.iter().all(|(which, _)| which.is_none());
            let any_day = matches!(line.every, Every::Day | Every::Hour);
            if !(plain_week || any_day) {
                return Err(NoPlan::RuleUnknown(String::new()));
            }
            if days > 0 {
                line.weekdays.iter_mut().for_each(|(_, day)| *day = day.succ());
            } else if days < 0 {
                line.weekdays.iter_mut().for_each(|(_, day)| *day = day.pred());
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

/// When it ends; two where the day that was named may count or not.
fn ends(way: &Way, said: &Said, first: NaiveDate, now: DateTime<Tz>) -> Result<Vec<End>, NoPlan> {
    if let Run::Through(last) = way.run {
        let days = u64::from(last.days_since(first.weekday()));
        return Ok(vec![End::Day(first.checked_add_days(Span::new(days)).unwrap_or(first))]);
    }
    if let Some(times) = said.times {
        return Ok(vec![End::Times(times)]);
    }
    if let Some((count, unit)) = said.lasting {
        let months =
            |each: u32| count.checked_mul(each).and_then(|months| first.checked_add_months(Months::new(months)));
        let days = |each: u64| first.checked_add_days(Span::new(u64::from(count) * each));
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
fn first_day(from: Until, now: DateTime<Tz>) -> Result<NaiveDate, Vec<NoPlan>> {
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
