//! A moment that comes once. What `when` knows of moments holds here too; a day alone gets an hour, and what can be more than
//! one is asked.

use chrono::{DateTime, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike as _, Utc};
use chrono_tz::Tz;

use super::repeat::Unit;
use super::said::Said;
use super::stretch::Stretch;
use super::{Assumed, NoPlan, Plan, Planned, hours, nearest};
use crate::domain::schedule::{Schedule, on_the_clock};
use crate::text::when::dates::{Dates, dates, moved};
use crate::text::when::day_named::Day;
use crate::text::when::part::Part;
use crate::text::when::phrase::Phrase;
use crate::text::when::reading::{FURTHEST, NEAR, PLANNED, Seen, is_on_dial};
use crate::text::when::{NoWhen, Toward, When};

/// One plan, those between which is to be chosen, or what is wrong.
pub(super) type Meant = Result<Vec<Plan>, Vec<NoPlan>>;

/// What it means, without recurrence.
pub(super) fn once(said: &Said, now: DateTime<Tz>) -> Meant {
    if let Some(stretch) = said.stretch {
        return in_stretch(stretch, &said.phrase, now);
    }
    of_phrase(&said.phrase, now)
}

/// What a day and a time mean.
pub(super) fn of_phrase(phrase: &Phrase, now: DateTime<Tz>) -> Meant {
    if phrase.time.is_none() && phrase.minutes.is_none() {
        return phrase.day.map_or_else(|| Err(vec![NoPlan::Nothing]), |day| on_day(day, phrase, now));
    }
    if phrase.day.is_some_and(|day| nearest::is_missing_leap_day(day, now)) {
        return Err(vec![NoPlan::NotInCalendar(nearest::in_calendar(phrase, now).map(Planned::from))]);
    }
    let zone = now.timezone();
    let mut assumed = Vec::new();
    if phrase.day.is_none() && phrase.minutes.is_none() {
        assumed.push(Assumed::Day);
    }
    let plan = |when: &When| {
        let mut assumed = assumed.clone();
        let local = when.from.with_timezone(&zone).naive_local();
        let whole_day = when.until.is_some_and(|until| until - when.from > TimeDelta::hours(22));
        if when.until.is_some() {
            assumed.push(if whole_day { Assumed::Time } else { Assumed::Start });
        }
        let at = if whole_day { local.date().and_time(hours::MORNING) } else { local };
        Plan { schedule: exactly(when.from, at, zone), working_days: false, assumed }
    };
    match (Seen { now, toward: Toward::Future }).meaning(phrase) {
        Ok(when) => Ok([Some(when), half_a_day_later(phrase, when, now)].iter().flatten().map(plan).collect()),
        Err(NoWhen::Unsure(whens)) => Ok(likely(phrase, whens, now).iter().map(plan).collect()),
        Err(NoWhen::NotInCalendar) => {
            Err(vec![NoPlan::NotInCalendar(nearest::in_calendar(phrase, now).map(Planned::from))])
        }
        Err(NoWhen::NotOnTheClock(when)) => Err(vec![NoPlan::NotOnTheClock(plan(&when).into())]),
        Err(NoWhen::Past(when)) => Err(vec![NoPlan::Past(nearest::ahead(phrase, when.from, now).map(Planned::from))]),
        Err(NoWhen::TooFar(when)) if when.from < now => {
            Err(vec![NoPlan::Past(nearest::ahead(phrase, when.from, now).map(Planned::from))])
        }
        Err(NoWhen::TooFar(_)) => Err(vec![NoPlan::TooFar]),
        Err(NoWhen::Unknown | NoWhen::Ahead(_)) => Err(vec![NoPlan::Nothing]),
    }
}

/// A time on the dial that is far off may as well be the one of tomorrow morning: `om 7 uur opstaan`.
fn half_a_day_later(phrase: &Phrase, when: When, now: DateTime<Tz>) -> Option<When> {
    let alone = phrase.day.is_none() && phrase.part.is_none() && when.until.is_none();
    if !alone || !is_on_dial(phrase.time.as_ref()?) || when.from - now.to_utc() <= NEAR {
        return None;
    }
    let later = When { from: when.from + TimeDelta::hours(12), until: None };
    PLANNED.contains(&minute_of(later, now)).then_some(later)
}

/// Of many readings those at which people plan, where there are any.
fn likely(phrase: &Phrase, mut whens: Vec<When>, now: DateTime<Tz>) -> Vec<When> {
    let planned = |when: &When| PLANNED.contains(&minute_of(*when, now));
    let on_dial = phrase.time.as_ref().is_some_and(is_on_dial) && phrase.part.is_none() && phrase.day.is_some();
    if on_dial && whens.iter().any(planned) {
        whens.retain(planned);
    }
    whens
}

fn minute_of(when: When, now: DateTime<Tz>) -> i64 {
    i64::from(when.from.with_timezone(&now.timezone()).num_seconds_from_midnight() / 60)
}

/// The schedule of one moment. In the hour that the clock shows twice, the second is only told apart by a zone that does not
/// move.
fn exactly(at: DateTime<Utc>, wall: NaiveDateTime, zone: Tz) -> Schedule {
    let local = at.with_timezone(&zone).naive_local();
    if local != wall || on_the_clock(wall, zone) == Ok(at) {
        return Schedule::once(wall, zone);
    }
    let offset = local - at.naive_utc();
    let fixed = (offset.num_minutes() % 60 == 0).then(|| {
        let (hours, sign) = (offset.num_hours(), if offset > TimeDelta::zero() { '-' } else { '+' });
        // In these names the sign is the other way round.
        format!("Etc/GMT{sign}{}", hours.abs()).parse::<Tz>().ok()
    });
    match fixed.flatten() {
        Some(fixed) => Schedule::once(wall, fixed),
        None => Schedule::once(at.naive_utc(), Tz::UTC),
    }
}

/// A day, or a part of one, without a time.
fn on_day(day: Day, phrase: &Phrase, now: DateTime<Tz>) -> Meant {
    let found = if nearest::is_missing_leap_day(day, now) { None } else { dates(day, now, Toward::Future) };
    let Some(Dates { literal, sleepless, length, .. }) = found else {
        return Err(vec![NoPlan::NotInCalendar(nearest::in_calendar(phrase, now).map(Planned::from))]);
    };
    let mut days: Vec<NaiveDate> = literal.into_iter().chain(sleepless).collect();
    days.sort_unstable();
    if let (Some(first), 2..) = (days.first().copied(), length) {
        days = if length == 2 { vec![first, moved(first, 1).unwrap_or(first)] } else { in_week(first, now) };
    }
    let night = matches!(phrase.part, Some(Part::Night | Part::LongNight));
    let minutes = match phrase.part {
        // `dates` gives the day on which the night ends.
        Some(Part::Night) if day == Day::ThisNight => hours::OF_LAST_NIGHT,
        Some(Part::Night | Part::LongNight) => hours::OF_NIGHT,
        part => &[hours::of_part(part)],
    };
    let found = at_each(&days, minutes, now)?;
    if !found.is_empty() {
        return Ok(found);
    }
    let today = now.date_naive();
    let still = if days.contains(&today) && !night { later_today(phrase.part, now) } else { Vec::new() };
    match days.iter().max() {
        _ if still.len() > 1 => Ok(still),
        Some(day) => {
            let at = on_the_clock(day.and_time(hours::MORNING), now.timezone()).unwrap_or_else(|nearest| nearest);
            Err(vec![NoPlan::Past(nearest::ahead(phrase, at, now).map(Planned::from))])
        }
        None => Err(vec![NoPlan::Nothing]),
    }
}

/// A week without a day: its Monday, or today's day in it.
fn in_week(monday: NaiveDate, now: DateTime<Tz>) -> Vec<NaiveDate> {
    use chrono::Datelike as _;
    let same = i64::from(now.weekday().num_days_from_monday());
    let other = if same == 0 { 4 } else { same };
    [0, other].into_iter().filter_map(|days| moved(monday, days)).collect()
}

/// A stretch: its one day, or the days of it that people mean.
fn in_stretch(stretch: Stretch, phrase: &Phrase, now: DateTime<Tz>) -> Meant {
    let today = now.date_naive();
    let (first, last) = stretch.days(today).ok_or_else(|| vec![NoPlan::Nothing])?;
    if let Stretch::EndOfPart(minutes) = stretch {
        let days = match phrase.day {
            None => vec![today],
            Some(day) => dates(day, now, Toward::Future).map(|dates| dates.literal).unwrap_or_default(),
        };
        let mut found = at_each(&days, minutes, now)?;
        for plan in &mut found {
            plan.assumed.clear();
        }
        return if found.is_empty() { Err(vec![NoPlan::Past(None)]) } else { Ok(found) };
    }
    let days = match stretch {
        Stretch::EndOf(Unit::Week, _) => vec![moved(last, -2).unwrap_or(last), last],
        Stretch::Whole(_, 0) => {
            // What is left of it: tomorrow, its Friday when it is a week, its last day.
            let friday = (last - first).num_days() == 6;
            [moved(today, 1), if friday { moved(last, -2) } else { None }, Some(last)]
                .into_iter()
                .flatten()
                .filter(|day| *day <= last)
                .collect()
        }
        Stretch::Whole(Unit::Week, _) => in_week(first, now),
        Stretch::Whole(Unit::Month, _) => {
            use chrono::Datelike as _;
            vec![first, first.with_day(today.day()).unwrap_or(last)]
        }
        Stretch::Whole(Unit::Year, _) => vec![first, today.checked_add_months(Months::new(12)).unwrap_or(last)],
        Stretch::Whole(..) | Stretch::Month(_) => vec![first, last],
        _ => vec![first],
    };
    let options = hours::of_phrase(phrase, false);
    let minutes: Vec<i64> = options.minutes.iter().filter_map(|minutes| minutes.first().copied()).collect();
    let mut found = at_each(&days, &minutes, now)?;
    if !options.assumed {
        for plan in &mut found {
            plan.assumed.clear();
        }
    }
    found.truncate(4);
    if found.is_empty() { Err(vec![NoPlan::Past(None)]) } else { Ok(found) }
}

/// Each of these minutes on each of these days that is still ahead.
fn at_each(days: &[NaiveDate], minutes: &[i64], now: DateTime<Tz>) -> Meant {
    let zone = now.timezone();
    let walls = days.iter().flat_map(|day| minutes.iter().filter_map(|minute| wall(*day, *minute)));
    let mut plans = Vec::new();
    for wall in walls {
        let plan = Plan { schedule: Schedule::once(wall, zone), working_days: false, assumed: vec![Assumed::Time] };
        let at = match on_the_clock(wall, zone) {
            Ok(at) => at,
            Err(nearest) => nearest,
        };
        if now.checked_add_months(FURTHEST).is_some_and(|furthest| at > furthest) {
            return Err(vec![NoPlan::TooFar]);
        }
        if at > now && !plans.contains(&plan) {
            plans.push(plan);
        }
    }
    plans.sort_by_key(|plan| plan.schedule.first());
    Ok(plans)
}

/// The time on the wall so many minutes after a day began.
pub(super) fn wall(day: NaiveDate, minute: i64) -> Option<NaiveDateTime> {
    day.and_time(NaiveTime::MIN).checked_add_signed(TimeDelta::minutes(minute))
}

/// What is left of today, when the hour that would be taken has passed: the next whole hours, and tomorrow when there is
/// hardly any.
fn later_today(part: Option<Part>, now: DateTime<Tz>) -> Vec<Plan> {
    let (_, end) = part.map_or((0, 24 * 60), Part::span);
    let next = i64::from(now.hour() + 1) * 60;
    let today = now.date_naive();
    let offered = [next, next + 60, 13 * 60, 17 * 60, 19 * 60];
    let mut minutes: Vec<i64> = offered.into_iter().filter(|minute| *minute >= next && *minute < end).collect();
    minutes.sort_unstable();
    minutes.dedup();
    minutes.truncate(3);
    let mut plans = at_each(&[today], &minutes, now).unwrap_or_default();
    let tomorrow: Vec<_> = moved(today, 1).into_iter().collect();
    plans.extend(at_each(&tomorrow, &[hours::of_part(part)], now).unwrap_or_default());
    plans
}
