//! The hours that a plan can mean by a time or a part of the day, and those that are taken where none was said.

use chrono::NaiveTime;

use crate::text::when::clock::{Clock, Time};
use crate::text::when::part::{Part, first_after, moments_of_day};
use crate::text::when::phrase::Phrase;
use crate::text::when::reading::PLANNED;

/// Nine in the morning.
pub(super) const MORNING: NaiveTime = NaiveTime::from_hms_opt(9, 0, 0).expect("nine is an hour");

/// Nobody means nine in the morning by a night; these are offered, in minutes of the day in whose evening it begins.
pub(super) const OF_NIGHT: &[i64] = &[22 * 60, 24 * 60, 27 * 60];

/// The same in minutes of the day on which it ends.
pub(super) const OF_LAST_NIGHT: &[i64] = &[-2 * 60, 0, 3 * 60];

/// Hours of work, in which a time on a working day lies that could also be in the evening.
const WORKED: std::ops::Range<i64> = 7 * 60..19 * 60;

/// The times of one day that can be meant: one of these lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hours {
    pub minutes: Vec<Vec<i64>>,
    /// Nobody said it.
    pub assumed: bool,
    /// A span was said, and its start is taken.
    pub start: bool,
}

/// The hour for a part of the day.
pub(super) fn of_part(part: Option<Part>) -> i64 {
    match part {
        None | Some(Part::Morning) => 9 * 60,
        Some(Part::Afternoon) => 13 * 60,
        Some(Part::Evening) => 19 * 60,
        Some(Part::Night | Part::LongNight) => 22 * 60,
    }
}

/// What a phrase says of the hour.
pub(super) fn of_phrase(phrase: &Phrase, working: bool) -> Hours {
    let Some(time) = &phrase.time else {
        let minutes = match phrase.part {
            Some(Part::Night | Part::LongNight) => OF_NIGHT.iter().map(|minute| vec![*minute]).collect(),
            part => vec![vec![of_part(part)]],
        };
        return Hours { minutes, assumed: true, start: false };
    };
    let minutes = of_time(time, phrase.part, working).into_iter().map(|minute| vec![minute]).collect();
    Hours { minutes, assumed: false, start: matches!(time, Time::Between(..)) }
}

/// The minutes that one time can mean. On a dial those are meant in which people plan, where there are any.
pub(super) fn of_time(time: &Time, part: Option<Part>, working: bool) -> Vec<i64> {
    let (Time::At(clock) | Time::Between(clock, _)) = time;
    if let Some(part) = part {
        return part.moments(clock);
    }
    let mut minutes = match clock {
        // Midnight is at either end of the day; of each day it is one.
        Clock::Exact(minutes) => minutes.iter().take(1).copied().collect(),
        _ => moments_of_day(clock),
    };
    if matches!(clock, Clock::Spoken(_)) {
        let planned = if working && is_exact_to_the_minute(clock) { WORKED } else { PLANNED };
        if minutes.iter().any(|minute| planned.contains(minute)) {
            minutes.retain(|minute| planned.contains(minute));
        }
    }
    minutes
}

/// Whether it was written with its minutes, `8:45`, as a clock of 24 hours shows it.
fn is_exact_to_the_minute(clock: &Clock) -> bool {
    matches!(clock, Clock::Spoken(minutes) if minutes.len() == 1 && minutes[0] % 60 != 0)
}

/// The first and last minute of a span, where there is but one.
pub(super) fn span(phrase: &Phrase) -> Option<(i64, i64)> {
    let Some(Time::Between(_, last)) = &phrase.time else { return None };
    let first = *of_time(phrase.time.as_ref()?, phrase.part, false).first()?;
    let last = first_after(last, first)?;
    (last < 24 * 60).then_some((first, last))
}
