//! A recurrence made of what was said: the rule, its first time, its end. What can be more than one rule is asked; the rules
//! themselves are RFC 5545's.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike as _};
use chrono_tz::Tz;

use super::bound::Until;
use super::ends::{ends, first_day};
use super::once::Meant;
use super::repeat::{Days, Repeat, Unit};
use super::said::Said;
use super::ways::{Run, Way, ways};
use super::{Assumed, NoPlan, Plan, hours};
use crate::domain::schedule::{End, Every, Line, Rule, RuleFault, Schedule, on_the_clock};
use crate::text::when::clock::Time;
use crate::text::when::part::Part;
use crate::text::when::reading::FURTHEST;

/// The most readings that are worth asking about.
const ASKED: usize = 4;

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
    let lines = way.at(minutes)?;
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
    let ends = ends(way.run, said, first.date(), now)?;
    let mut found = Vec::new();
    for end in ends {
        let end = all_together(end, &lines, first, zone)?;
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

/// So many times are those of all lines together.
fn all_together(end: End, lines: &[Line], first: NaiveDateTime, zone: Tz) -> Result<End, NoPlan> {
    let (End::Times(times @ 1..=MOST_TOGETHER), 2..) = (end, lines.len()) else { return Ok(end) };
    let endless = made(first, zone, lines.to_vec())?;
    let before = first.and_utc() - TimeDelta::days(2);
    let last = endless.after(before).take(times as usize).last();
    last.map(|last| End::Wall(last.wall)).ok_or(NoPlan::NeverHappens)
}

/// More times than this are counted line by line.
const MOST_TOGETHER: u32 = 100;

/// Whether two schedules that differ in their end give the same.
fn same_times(one: &Schedule, other: &Schedule, now: DateTime<Tz>) -> bool {
    let last = |schedule: &Schedule| {
        let rule = schedule.rule().map(|rule| rule.lines().to_vec()).unwrap_or_default();
        rule.into_iter().map(|line| line.end).next()
    };
    let (Some(End::Wall(one_end)), Some(End::Wall(other_end))) = (last(one), last(other)) else { return one == other };
    let (early, late) = if one_end <= other_end { (one_end, other) } else { (other_end, one) };
    let zone = one.zone();
    let from = on_the_clock(early, zone).unwrap_or_else(|nearest| nearest).max(now.to_utc());
    late.next_after(from).is_none()
}

fn made(start: NaiveDateTime, zone: Tz, lines: Vec<Line>) -> Result<Schedule, NoPlan> {
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
