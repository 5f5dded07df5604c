//! A rule given as calendars and crontabs write it: `RRULE:FREQ=WEEKLY;BYDAY=TU`, with or without its `DTSTART`, or five
//! fields of cron.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone as _, Utc};
use chrono_tz::Tz;

use super::again::fault;
use super::doubt::SHOWN;
use super::repeat::{Days, Repeat, Unit};
use super::said::Said;
use super::{Assumed, NoPlan, Plan, Planned, again, cron, hours, left};
use crate::domain::schedule::{End, Every, Line, Rule, Schedule, on_the_clock};
use crate::text::when::reading::FURTHEST;

/// A plan from a rule that stands there literally; nothing when none does.
pub(super) fn literal(typed: &str, now: DateTime<Tz>) -> Option<Result<Planned, Vec<NoPlan>>> {
    let words: Vec<(usize, &str)> = typed.split_whitespace().take(12).map(|word| (offset(typed, word), word)).collect();
    let fields: Vec<&str> = words.iter().take(5).map(|(_, word)| *word).collect();
    if cron::is_cron(&fields) {
        let end = words.get(4).map_or(typed.len(), |(at, word)| at + word.len());
        return Some(of_cron(&fields, &left::after(&typed[end..]), now));
    }
    if let Some((at, fields)) = last_five(typed)
        && cron::is_cron(&fields)
    {
        return Some(of_cron(&fields, &left::before(&typed[..at]), now));
    }
    is_part(words.first()?.1).then(|| {
        let parts: Vec<&(usize, &str)> = words.iter().take_while(|(_, word)| is_part(word)).collect();
        let end = parts.last().map_or(0, |(at, word)| at + word.len());
        let parts: Vec<&str> = parts.into_iter().map(|(_, word)| *word).collect();
        of_rule(&parts, &left::after(&typed[end..]), now)
    })
}

fn offset(whole: &str, part: &str) -> usize {
    part.as_ptr() as usize - whole.as_ptr() as usize
}

/// The last five words and where they begin.
fn last_five(typed: &str) -> Option<(usize, Vec<&str>)> {
    let mut fields: Vec<&str> = typed.split_whitespace().rev().take(5).collect();
    fields.reverse();
    let at = offset(typed, fields.first()?);
    (at > 0).then_some((at, fields))
}

fn is_part(word: &str) -> bool {
    let starts = |name: &str| word.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
    ["RRULE:", "FREQ=", "DTSTART:", "DTSTART;", "EXDATE", "RDATE", "EXRULE"].into_iter().any(starts)
}

fn of_cron(fields: &[&str], text: &str, now: DateTime<Tz>) -> Result<Planned, Vec<NoPlan>> {
    let lines = cron::lines(fields).map_err(|fault| vec![fault])?;
    let rule = Rule::new(lines).map_err(|found| vec![fault(found)])?;
    let schedule = from_now(rule, now.naive_local(), now.timezone(), now).map_err(|fault| vec![fault])?;
    let plan = Plan { schedule, working_days: false, assumed: Vec::new() };
    Ok(Planned { plan, text: text.to_owned() })
}

/// The schedule from its first time after now.
fn from_now(rule: Rule, start: NaiveDateTime, zone: Tz, now: DateTime<Tz>) -> Result<Schedule, NoPlan> {
    let schedule = Schedule::repeated(start, zone, rule).map_err(fault)?;
    let next = schedule.next_after(now.to_utc()).ok_or(NoPlan::Past(None))?;
    if is_too_far(next.at, now) { Err(NoPlan::TooFar) } else { Ok(schedule.from(&next)) }
}

fn is_too_far(at: DateTime<Utc>, now: DateTime<Tz>) -> bool {
    now.checked_add_months(FURTHEST).is_some_and(|furthest| at > furthest)
}

fn of_rule(parts: &[&str], text: &str, now: DateTime<Tz>) -> Result<Planned, Vec<NoPlan>> {
    let mut start = None;
    let mut rules = Vec::new();
    for part in parts {
        let upper = part.to_ascii_uppercase();
        if upper.starts_with("DTSTART") {
            start = Some(dtstart(part, now.timezone()).ok_or_else(|| vec![unknown(part)])?);
        } else if upper.starts_with("RRULE:") || upper.starts_with("FREQ=") {
            rules.push(*part);
        } else {
            return Err(vec![unknown(part)]);
        }
    }
    if rules.is_empty() {
        return match start {
            Some((wall, zone)) => at_once(wall, zone, text, now),
            None => Err(vec![NoPlan::Nothing]),
        };
    }
    let rule: Rule = rules.join("\n").parse().map_err(|found| vec![fault(found)])?;
    let planned = |schedule: Schedule, assumed: Vec<Assumed>| Planned {
        plan: Plan { schedule, working_days: false, assumed },
        text: text.to_owned(),
    };
    if let Some((wall, zone)) = start {
        return from_now(rule, wall, zone, now)
            .map(|schedule| planned(schedule, Vec::new()))
            .map_err(|found| vec![found]);
    }
    let mut assumed = Vec::new();
    let hourless = |line: &Line| line.hours.is_empty() && line.every != Every::Hour;
    if rule.lines().iter().any(hourless) {
        assumed.push(Assumed::Time);
    }
    if rule.lines().iter().any(|line| line.interval > 1) {
        assumed.push(Assumed::Start);
    }
    let lines: Vec<Line> = rule.lines().iter().map(|line| with_time(line.clone())).collect();
    let mut plans = Vec::new();
    for lines in with_days(lines, now)? {
        let nearest = lines.iter().map(|line| Line {
            interval: if line.every == Every::Hour { line.interval } else { 1 },
            end: End::Never,
            ..line.clone()
        });
        let made = |start: NaiveDateTime, lines: Vec<Line>| {
            Rule::new(lines)
                .and_then(|rule| Schedule::repeated(start, now.timezone(), rule))
                .map_err(|found| vec![fault(found)])
        };
        let begin = now.naive_local();
        let simple = made(begin, nearest.collect())?;
        let first = simple.next_after(now.to_utc()).ok_or_else(|| vec![NoPlan::NeverHappens])?;
        if is_too_far(first.at, now) {
            return Err(vec![NoPlan::TooFar]);
        }
        plans.push(planned(made(first.wall, lines)?, assumed.clone()));
    }
    match plans.len() {
        1 => Ok(plans.remove(0)),
        _ => Err(vec![NoPlan::Unsure(plans)]),
    }
}

fn unknown(part: &str) -> NoPlan {
    NoPlan::RuleUnknown(part.chars().take(SHOWN).collect())
}

/// A `DTSTART` without a rule.
fn at_once(wall: NaiveDateTime, zone: Tz, text: &str, now: DateTime<Tz>) -> Result<Planned, Vec<NoPlan>> {
    let plan = Plan { schedule: Schedule::once(wall, zone), working_days: false, assumed: Vec::new() };
    match on_the_clock(wall, zone) {
        Ok(at) if is_too_far(at, now) => Err(vec![NoPlan::TooFar]),
        Ok(at) if at > now => Ok(Planned { plan, text: text.to_owned() }),
        Ok(_) => Err(vec![NoPlan::Past(None)]),
        Err(_) => Err(vec![NoPlan::NotOnTheClock(Planned { plan, text: text.to_owned() })]),
    }
}

/// Nine in the morning, where nothing is said of the time.
fn with_time(mut line: Line) -> Line {
    use chrono::Timelike as _;
    if line.hours.is_empty() && line.every != Every::Hour {
        line.hours = vec![u8::try_from(hours::MORNING.hour()).unwrap_or(9)];
    }
    line.minute.get_or_insert(0);
    line
}

/// Lines that say on which days, and where one does not every way to say it.
fn with_days(lines: Vec<Line>, now: DateTime<Tz>) -> Result<Vec<Vec<Line>>, Vec<NoPlan>> {
    let [line] = lines.as_slice() else { return Ok(vec![lines]) };
    let names = !(line.weekdays.is_empty() && line.month_days.is_empty() && line.year_days.is_empty());
    let unit = match line.every {
        _ if names || !line.months.is_empty() => return Ok(vec![lines]),
        Every::Year => Unit::Year,
        Every::Month => Unit::Month,
        Every::Week => Unit::Week,
        Every::Day | Every::Hour => return Ok(vec![lines]),
    };
    let repeat = Repeat::of(unit, 1, Days::Open);
    let said = Said { repeat: Some(repeat.clone()), ..Said::default() };
    let plans = again::again(&said, &repeat, now)?;
    let days = plans.iter().filter_map(|plan| plan.schedule.rule()?.lines().first());
    Ok(days
        .map(|days| {
            vec![Line {
                months: days.months.clone(),
                month_days: days.month_days.clone(),
                weekdays: days.weekdays.clone(),
                ..line.clone()
            }]
        })
        .collect())
}

/// `DTSTART:20261201T090000`, with a `Z` or a zone.
fn dtstart(part: &str, own: Tz) -> Option<(NaiveDateTime, Tz)> {
    let (head, value) = part.split_once(':')?;
    let zone = match head.split_once(';') {
        None => own,
        Some((_, parameters)) => {
            let named =
                parameters.split(';').find_map(|it| it.strip_prefix("TZID=").or_else(|| it.strip_prefix("tzid=")));
            match named {
                Some(name) => name.parse().ok()?,
                None => own,
            }
        }
    };
    let value = value.to_ascii_uppercase();
    if let Ok(day) = NaiveDate::parse_from_str(&value, "%Y%m%d") {
        return Some((day.and_time(hours::MORNING), zone));
    }
    let (wall, utc) = value.strip_suffix('Z').map_or((value.as_str(), false), |wall| (wall, true));
    let wall = NaiveDateTime::parse_from_str(wall, "%Y%m%dT%H%M%S").ok()?;
    if utc {
        let at: DateTime<Utc> = Utc.from_utc_datetime(&wall);
        return Some((at.with_timezone(&zone).naive_local(), zone));
    }
    Some((wall, zone))
}
