//! From what was understood to the moments that it can mean, and from those to one moment, a question or a refusal.

use chrono::{DateTime, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;

use super::clock::{Clock, Time};
use super::dates::{Dates, SMALL_HOURS, dates, moved};
use super::day_named::Day;
use super::part::{Part, first_after, moments_of_day};
use super::phrase::Phrase;
use super::{NoWhen, Toward, When};
use crate::domain::schedule::on_the_clock;

/// The furthest moment that is believed.
pub(super) const FURTHEST: Months = Months::new(60);

/// A time on the dial so near to now is the one that is meant.
pub(super) const NEAR: TimeDelta = TimeDelta::hours(3);

/// A time without a day that lies so little on the wrong side of now is a slip rather than a day away.
const LEEWAY: TimeDelta = TimeDelta::hours(1);

/// What happened before this minute of the day is written with a nought, `03:30`; `3:30` is as often in the afternoon.
const EARLY: i64 = 6 * 60;

/// Clocks differ a little: what lies this much ahead has still happened.
const SLACK: TimeDelta = TimeDelta::minutes(1);

/// Hours in which people plan something when they do not name the part of the day.
pub(super) const PLANNED: std::ops::Range<i64> = 6 * 60..21 * 60;

/// The most readings that are worth asking about.
const ASKED: usize = 4;

const DAY: i64 = 24 * 60;

/// One thing that a text can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Reading {
    when: When,
    /// The day it was reckoned from.
    day: NaiveDate,
    /// The minute of that day at which it begins.
    minute: i64,
    /// Its bounds were not typed: of a day or a part of it, what lies on the asked side of now is meant.
    loose: bool,
    /// The clock skips its beginning; `when` begins at the nearest time that there is.
    skipped: bool,
}

/// Where and whither it is looked.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen {
    pub now: DateTime<Tz>,
    pub toward: Toward,
}

impl Seen {
    /// What a phrase means.
    pub(super) fn meaning(self, phrase: &Phrase) -> Result<When, NoWhen> {
        let Some(other) = &phrase.or else { return self.meaning_of_one(phrase) };
        let (one, other) = (self.meaning_of_one(phrase), self.meaning_of_one(other));
        match (one, other) {
            (Ok(one), Ok(other)) => Err(self.unsure(vec![one, other])),
            (Ok(found), Err(_)) | (Err(_), Ok(found)) => Err(self.unsure(vec![found])),
            (Err(why), Err(_)) => Err(why),
        }
    }

    fn meaning_of_one(self, phrase: &Phrase) -> Result<When, NoWhen> {
        let minute = self.this_minute();
        if phrase.now {
            return Ok(When { from: minute, until: None });
        }
        if let Some(minutes) = phrase.minutes {
            let from = minute.checked_add_signed(TimeDelta::minutes(minutes)).ok_or(NoWhen::Unknown)?;
            return self.checked(When { from, until: None });
        }
        let early = |time: &Time| matches!(time, Time::At(Clock::Written(minute)) if *minute < EARLY);
        match (phrase.day, &phrase.time) {
            (day, Some(time)) if self.toward == Toward::Past && phrase.part.is_none() && early(time) => {
                let said = Phrase { day: None, time: Some(time.as_said()), ..phrase.clone() };
                day.map_or_else(|| self.on_no_day(&said), |day| self.on_day(day, &said))
            }
            (Some(day), _) => self.on_day(day, phrase),
            (None, _) => self.on_no_day(phrase),
        }
    }

    /// A day was named.
    fn on_day(self, day: Day, phrase: &Phrase) -> Result<When, NoWhen> {
        let Dates { literal, sleepless, doubt, length } =
            dates(day, self.now, self.toward).ok_or(NoWhen::NotInCalendar)?;
        let mut readings = Vec::new();
        for date in literal {
            readings.extend(self.of_named_day(date, length, day, phrase));
        }
        // Who has not slept yet speaks of hours in which they were awake, and of no night.
        if !matches!(phrase.part, Some(Part::Night)) {
            for date in sleepless {
                let found = self.of_named_day(date, length, day, phrase);
                readings.extend(found.into_iter().filter(|it| it.loose || it.minute >= i64::from(SMALL_HOURS) * 60));
            }
        }
        let found = self.on_this_side(&readings)?;
        if doubt {
            return Err(self.unsure(found.iter().map(|it| it.when).collect()));
        }
        if let Some(near) = found.iter().find(|it| self.distance(it) <= NEAR)
            && day == Day::Offset(0)
            && phrase.part.is_none()
            && phrase.time.as_ref().is_some_and(is_on_dial)
        {
            return self.one(near);
        }
        self.one_of(&found, phrase)
    }

    /// All readings on one date.
    fn of_named_day(self, date: NaiveDate, length: i64, day: Day, phrase: &Phrase) -> Vec<Reading> {
        if length > 1 && (phrase.part.is_some() || phrase.time.is_some()) {
            return Vec::new();
        }
        let next = moved(date, 1);
        match (phrase.part, &phrase.time) {
            (None, None) => self.reading(date, 0, Some(length * DAY), true).into_iter().collect(),
            (Some(Part::Night), time) if day != Day::ThisNight && !phrase.settled => {
                // The night of a Friday is the one that it begins with, or the one that begins in its evening.
                let mut found = self.in_part(date, Part::Night, time.as_ref());
                found.retain(|it| it.minute >= 0);
                found.extend(next.into_iter().flat_map(|next| self.in_part(next, Part::Night, time.as_ref())));
                found
            }
            // Late in the evening `vannacht` may be what has just begun.
            (Some(Part::Night), None) if date > self.now.date_naive() && self.toward == Toward::Past => {
                self.reading(date, -2 * 60, Some(Part::Night.span().1), true).into_iter().collect()
            }
            (Some(part), time) => {
                let mut found = self.in_part(date, part, time.as_ref());
                if part == Part::LongNight && matches!(day, Day::Weekday(..) | Day::Date { .. }) && time.is_some() {
                    let early = found.iter().filter(|it| it.minute > DAY);
                    let early: Vec<_> = early.filter_map(|it| self.earlier(it)).collect();
                    found.extend(early);
                }
                found
            }
            (None, Some(time)) => self.in_day(date, time),
        }
    }

    /// The same a day earlier.
    fn earlier(self, late: &Reading) -> Option<Reading> {
        let length = late.when.until.map(|until| (until - late.when.from).num_minutes());
        self.reading(late.day, late.minute - DAY, length.map(|length| late.minute - DAY + length), false)
    }

    fn in_part(self, date: NaiveDate, part: Part, time: Option<&Time>) -> Vec<Reading> {
        match time {
            None => {
                let (from, until) = part.span();
                self.reading(date, from, Some(until), true).into_iter().collect()
            }
            Some(Time::At(clock)) => {
                let moments = part.moments(clock).into_iter();
                moments.filter_map(|minute| self.reading(date, minute, None, false)).collect()
            }
            Some(Time::Between(first, last)) => self.spans(date, &part.moments(first), last),
        }
    }

    fn in_day(self, date: NaiveDate, time: &Time) -> Vec<Reading> {
        match time {
            Time::At(clock) => {
                let moments = moments_of_day(clock).into_iter();
                moments.filter_map(|minute| self.reading(date, minute, None, false)).collect()
            }
            Time::Between(first, last) => self.spans(date, &moments_of_day(first), last),
        }
    }

    fn spans(self, date: NaiveDate, starts: &[i64], last: &Clock) -> Vec<Reading> {
        let with_end = starts.iter().filter_map(|start| Some((*start, first_after(last, *start)?)));
        with_end.filter_map(|(start, end)| self.reading(date, start, Some(end), false)).collect()
    }

    /// No day was named: the nearest such time, where that is beyond doubt.
    fn on_no_day(self, phrase: &Phrase) -> Result<When, NoWhen> {
        let Some(time) = &phrase.time else { return Err(NoWhen::Unknown) };
        let readings = self.on_any_day(phrase.part, time);
        let found = self.nearest_first(self.on_this_side(&readings)?);
        let nearest = *found.first().ok_or(NoWhen::Unknown)?;
        if is_double(time) {
            return Err(self.unsure(found.iter().take(2).map(|it| it.when).collect()));
        }
        if is_on_dial(time) && phrase.part.is_none() {
            return self.nearest_on_dial(nearest, &found, phrase);
        }
        let other_side = readings.iter().filter(|it| !found.contains(it)).min_by_key(|it| self.distance(it));
        if let Some(slip) = other_side
            && self.distance(slip) <= LEEWAY
            && self.distance(&nearest) > LEEWAY
        {
            return Err(self.refused(slip.when));
        }
        // "8:30", typed at nine in the evening.
        if phrase.part.is_none()
            && let Ok(said) = self.on_this_side(&self.on_any_day(None, &time.as_said()))
            && let Some(nearer) = self.nearest_first(said).first()
            && (self.distance(nearer) <= NEAR || self.day_of(nearer.when.from) == self.now.date_naive())
            && nearer.when != nearest.when
        {
            return Err(self.unsure(vec![nearer.when, nearest.when]));
        }
        self.one(&nearest)
    }

    /// Twice a day it is this time: the one that is near, or the only one of today, or it is asked.
    fn nearest_on_dial(self, nearest: Reading, found: &[Reading], phrase: &Phrase) -> Result<When, NoWhen> {
        if self.distance(&nearest) <= NEAR {
            return self.one(&nearest);
        }
        let today = self.now.date_naive();
        let mut of_today = found.iter().filter(|it| self.day_of(it.when.from) == today);
        match (of_today.next(), of_today.next()) {
            (Some(only), None) => self.one(only),
            _ => self.one_of(&found[..found.len().min(2)], phrase),
        }
    }

    /// A time on the days around now.
    fn on_any_day(self, part: Option<Part>, time: &Time) -> Vec<Reading> {
        let today = self.now.date_naive();
        let days = (-2..=2).filter_map(|days| moved(today, days));
        let mut readings: Vec<Reading> = days
            .flat_map(|date| match part {
                Some(part) => self.in_part(date, part, Some(time)),
                None => self.in_day(date, time),
            })
            .collect();
        readings.sort_unstable_by_key(|it| it.when);
        readings.dedup_by_key(|it| it.when);
        readings
    }

    fn nearest_first(self, mut readings: Vec<Reading>) -> Vec<Reading> {
        readings.sort_unstable_by_key(|it| self.distance(it));
        readings
    }

    /// The one reading, the one at which people plan, or a question.
    fn one_of(self, found: &[Reading], phrase: &Phrase) -> Result<When, NoWhen> {
        if let [only] = found {
            return self.one(only);
        }
        let mut found = found.to_vec();
        let planned = |it: &Reading| PLANNED.contains(&it.minute);
        if self.toward == Toward::Future
            && phrase.part.is_none()
            && phrase.time.as_ref().is_some_and(is_on_dial)
            && found.iter().any(planned)
        {
            found.retain(planned);
        }
        if let [only] = found.as_slice() {
            return self.one(only);
        }
        Err(self.unsure(found.iter().map(|it| it.when).collect()))
    }

    fn one(self, reading: &Reading) -> Result<When, NoWhen> {
        let when = self.checked(reading.when)?;
        if reading.skipped { Err(NoWhen::NotOnTheClock(when)) } else { Ok(when) }
    }

    /// What a span of minutes of a day is; a moment when it has no end.
    fn reading(self, day: NaiveDate, minute: i64, until: Option<i64>, loose: bool) -> Option<Reading> {
        let zone = self.now.timezone();
        let wall = |minute: i64| -> Option<NaiveDateTime> {
            day.and_time(NaiveTime::MIN).checked_add_signed(TimeDelta::minutes(minute))
        };
        let from = on_the_clock(wall(minute)?, zone);
        let until = match until {
            Some(until) => Some(on_the_clock(wall(until)?, zone).unwrap_or_else(|nearest| nearest)),
            None => None,
        };
        let skipped = from.is_err() && !loose;
        let from = from.unwrap_or_else(|nearest| nearest);
        Some(Reading { when: When { from, until }, day, minute, loose, skipped })
    }

    /// The readings that lie on the asked side of now, cut off there; the nearest of the others is the refusal.
    fn on_this_side(self, readings: &[Reading]) -> Result<Vec<Reading>, NoWhen> {
        let mut found: Vec<Reading> = readings.iter().filter_map(|it| self.cut(it)).collect();
        found.sort_unstable_by_key(|it| it.when);
        found.dedup_by_key(|it| it.when);
        if !found.is_empty() {
            return Ok(found);
        }
        let nearest = readings.iter().min_by_key(|it| self.distance(it)).ok_or(NoWhen::Unknown)?;
        Err(self.refused(nearest.when))
    }

    fn cut(self, reading: &Reading) -> Option<Reading> {
        let (now, minute) = (self.now.with_timezone(&Utc), self.this_minute());
        let When { from, until } = reading.when;
        let when = match (self.toward, until) {
            (Toward::Past, None) => (from <= now + SLACK).then_some(reading.when),
            (Toward::Past, Some(until)) if reading.loose => {
                // Up to the end of this minute.
                let end = if minute == now { now } else { minute + SLACK };
                (from < now).then_some(When { from, until: Some(until.min(end)) })
            }
            (Toward::Past, Some(until)) => (until <= now + SLACK).then_some(reading.when),
            (Toward::Future, Some(until)) if reading.loose => {
                (until > now).then_some(When { from: from.max(minute), until: Some(until) })
            }
            (Toward::Future, _) => (from >= minute).then_some(reading.when),
        };
        when.map(|when| Reading { when, ..*reading })
    }

    fn refused(self, when: When) -> NoWhen {
        if self.is_too_far(when) {
            return NoWhen::TooFar(when);
        }
        if self.toward == Toward::Past { NoWhen::Ahead(when) } else { NoWhen::Past(when) }
    }

    fn checked(self, when: When) -> Result<When, NoWhen> {
        let (now, minute) = (self.now.with_timezone(&Utc), self.this_minute());
        let on_this_side = match self.toward {
            Toward::Past => when.from <= now + SLACK,
            Toward::Future => when.from >= minute,
        };
        if !on_this_side {
            return Err(self.refused(when));
        }
        if self.is_too_far(when) { Err(NoWhen::TooFar(when)) } else { Ok(when) }
    }

    fn is_too_far(self, when: When) -> bool {
        let now = self.now.with_timezone(&Utc);
        let bounds = (now.checked_sub_months(FURTHEST), now.checked_add_months(FURTHEST));
        bounds.0.is_some_and(|first| when.from < first) || bounds.1.is_some_and(|last| when.from > last)
    }

    fn unsure(self, mut readings: Vec<When>) -> NoWhen {
        readings.sort_unstable();
        readings.dedup();
        if let Some(far) = readings.iter().find(|when| self.is_too_far(**when)) {
            return NoWhen::TooFar(*far);
        }
        if self.toward == Toward::Past && readings.len() > ASKED {
            readings.drain(..readings.len() - ASKED);
        }
        readings.truncate(ASKED);
        NoWhen::Unsure(readings)
    }

    /// How far the beginning lies from now; a span that is going on is at hand.
    fn distance(self, reading: &Reading) -> TimeDelta {
        let (When { from, until }, now) = (reading.when, self.now.with_timezone(&Utc));
        if from <= now && until.is_some_and(|until| until > now) { TimeDelta::zero() } else { (from - now).abs() }
    }

    fn day_of(self, moment: DateTime<Utc>) -> NaiveDate {
        moment.with_timezone(&self.now.timezone()).date_naive()
    }

    /// The minute that has begun.
    fn this_minute(self) -> DateTime<Utc> {
        let now = self.now.with_timezone(&Utc);
        DateTime::from_timestamp(now.timestamp().div_euclid(60) * 60, 0).unwrap_or(now)
    }
}

pub(super) fn is_on_dial(time: &Time) -> bool {
    let (Time::At(clock) | Time::Between(clock, _)) = time;
    matches!(clock, Clock::Spoken(_))
}

/// Whether English and Dutch mean different times by it.
fn is_double(time: &Time) -> bool {
    let double = |clock: &Clock| matches!(clock, Clock::Spoken(minutes) if minutes.len() > 1);
    match time {
        Time::At(clock) => double(clock),
        Time::Between(first, last) => double(first) || double(last),
    }
}
