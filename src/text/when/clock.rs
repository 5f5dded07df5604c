//! Times of the clock: `22:15`, `22u15`, `kwart over tien`, `vijf voor half elf`, `quarter to eleven`, `10 pm`, and spans
//! between two of them. Which half of the day is meant is decided by the part of the day beside it, elsewhere.

use super::number::{digits, is_digits, is_english, number};
use super::part::last_before;
use crate::text::calendar::{ORDINALS, month};

/// A time of the clock, in minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Clock {
    /// On a clock of 24 hours; midnight is the one at either end of the day.
    Exact(Vec<i64>),
    /// In digits with minutes and an hour up to 12: on a clock of 24 hours too, but a part of the day may say otherwise.
    Written(i64),
    /// As it is said, on a dial of twelve hours. More than one where English and Dutch mean different times.
    Spoken(Vec<i64>),
}

/// One time, or a span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Time {
    At(Clock),
    Between(Clock, Clock),
}

impl Time {
    /// The same on a dial of twelve hours.
    pub(super) fn as_said(&self) -> Self {
        let said = |clock: &Clock| match clock {
            Clock::Written(minute) => Clock::Spoken(vec![minute % (12 * 60)]),
            other => other.clone(),
        };
        match self {
            Self::At(clock) => Self::At(said(clock)),
            Self::Between(first, last) => Self::Between(said(first), said(last)),
        }
    }
}

/// Something read from the beginning of the words, and how many it took.
pub(super) type Read<T> = Option<(T, usize)>;

/// Words for "about"; a moment stays exact to the minute.
const ABOUT: [&str; 12] =
    ["rond", "rondom", "omstreeks", "tegen", "ongeveer", "circa", "ca", "plm", "around", "about", "roughly", "approx"];

/// How many words say no more than "about" or "at" before a time. `een uur of tien` is about ten.
pub(super) fn leading(words: &[&str]) -> usize {
    match words {
        ["een", "uur", "of", rest @ ..] => 3 + leading(rest),
        [word, rest @ ..]
            if ABOUT.contains(word) || matches!(*word, "om" | "at" | "approximately" | "exact" | "precies") =>
        {
            1 + leading(rest)
        }
        _ => 0,
    }
}

/// A time or a span of time, with what leads to it.
pub(super) fn time(words: &[&str], english: bool) -> Read<Time> {
    let led = leading(words);
    let rest = &words[led..];
    let (time, taken) = between(rest, english)
        .or_else(|| one(rest, english).map(|(clock, taken)| (Time::At(clock), taken)))
        .or_else(|| {
            if led > 0 {
                dotted(rest).or_else(|| bare(rest)).map(|(clock, taken)| (Time::At(clock), taken))
            } else {
                None
            }
        })?;
    Some((time, led + taken))
}

/// `tussen 22 en 23 uur`, `van 20:00 tot 22:00`, `between 8 and 9 pm`, `20-22 uur`.
fn between(words: &[&str], english: bool) -> Read<Time> {
    let (introduced, joins): (bool, &[&str]) = match words.first()? {
        &"tussen" | &"between" => (true, &["en", "and", "tot", "-"]),
        &"van" | &"from" => (true, &["tot", "to", "till", "until", "-"]),
        _ => (false, &["tot", "-"]),
    };
    let words_from = usize::from(introduced);
    let rest = words.get(words_from..)?;
    let led = leading(rest);
    let rest = &rest[led..];
    [bare(rest), one(rest, english), dotted(rest)].into_iter().flatten().find_map(|(first, taken)| {
        let after = rest.get(taken..)?;
        if !joins.contains(after.first()?) {
            return None;
        }
        let last = &after[1..];
        let led_again = leading(last);
        let last = &last[led_again..];
        let is_bare = taken == 1;
        let (end, used) = match one(last, english) {
            Some(found) => found,
            None if introduced => dotted(last).or_else(|| bare(last))?,
            None => dotted(last)?,
        };
        // "21-11 22:15" is a day and a time, and "20:00-22" is neither.
        if !introduced && is_bare && !matches!(last.get(used - 1), Some(&("uur" | "u" | "am" | "pm"))) {
            return None;
        }
        let halved = matches!(last.get(used - 1), Some(&("am" | "pm")));
        let first = match (&first, &end) {
            (Clock::Spoken(start), Clock::Exact(end)) if halved => {
                Clock::Exact(start.iter().map(|start| last_before(*start, end[0])).collect())
            }
            (Clock::Written(start), Clock::Exact(end)) if halved => Clock::Exact(vec![last_before(*start, end[0])]),
            _ => first,
        };
        Some((Time::Between(first, end), words_from + led + taken + 1 + led_again + used))
    })
}

/// An hour alone.
pub(super) fn bare(words: &[&str]) -> Read<Clock> {
    let hour = number(words.first()?)?;
    if matches!(words.get(1), Some(&(":" | "." | "/"))) || month(words.get(1).unwrap_or(&"")).is_some() {
        return None;
    }
    Some((hours(hour, 0)?, 1))
}

/// One time, as it is written or said.
fn one(words: &[&str], english: bool) -> Read<Clock> {
    let (clock, taken) = named(words).or_else(|| said(words, english)).or_else(|| written(words))?;
    let mut taken = taken;
    if matches!(words.get(taken), Some(&("uur" | "u" | "h" | "hrs" | "hours" | "oclock")))
        && !ends_in_unit(words, taken)
    {
        taken += 1;
    }
    match words.get(taken) {
        Some(&half @ ("am" | "pm")) => Some((halved(&clock, half == "pm")?, taken + 1)),
        _ => Some((clock, taken)),
    }
}

fn ends_in_unit(words: &[&str], taken: usize) -> bool {
    matches!(words.get(taken - 1), Some(&("uur" | "u" | "h" | "oclock")))
}

fn named(words: &[&str]) -> Read<Clock> {
    match words {
        ["noon" | "midday", ..] => Some((Clock::Exact(vec![12 * 60]), 1)),
        ["midnight" | "middernacht", ..] => Some((Clock::Exact(vec![0, 24 * 60]), 1)),
        _ => None,
    }
}

/// `22:15`, `22.15 uur`, `22u15`, `22u`, `tien uur`, `10 pm`, `10 o'clock`.
fn written(words: &[&str]) -> Read<Clock> {
    match words {
        [hour, ":", minute, ..] if is_digits(hour) => Some((digital(hour, digits(minute, 2)?)?, 3)),
        [hour, ".", minute, after, ..]
            if is_digits(hour) && matches!(*after, "uur" | "u" | "h" | "am" | "pm" | "hrs") =>
        {
            Some((digital(hour, digits(minute, 2)?)?, 3))
        }
        [hour, "u" | "h", minute, after @ ..] if is_digits(hour) && digits(minute, 2).is_some() && !is_day(after) => {
            Some((digital(hour, digits(minute, 2)?)?, 3))
        }
        [hour, "uur", minute, after @ ..]
            if number(minute).is_some_and(|minute| (1..60).contains(&minute)) && ends_there(after) =>
        {
            Some((hours(number(hour)?, number(minute)?)?, 3))
        }
        [hour, "uur" | "u" | "h" | "oclock" | "hrs", ..] => Some((hours(number(hour)?, 0)?, 2)),
        [hour, "am" | "pm", ..] => Some((hours(number(hour)?, 0)?, 1)),
        _ => None,
    }
}

/// A time with a point, which may also be a day: only who sees the whole text can tell.
pub(super) fn dotted(words: &[&str]) -> Read<Clock> {
    match words {
        [hour, ".", minute, ..] if is_digits(hour) => Some((digital(hour, digits(minute, 2)?)?, 3)),
        _ => None,
    }
}

/// Whether what follows makes the number before it the number of a day.
fn is_day(after: &[&str]) -> bool {
    after
        .first()
        .is_some_and(|word| matches!(*word, "-" | "/" | ".") || month(word).is_some() || ORDINALS.contains(word))
}

fn ends_there(after: &[&str]) -> bool {
    !is_day(after)
        && !matches!(after.first(), Some(&(":" | "uur" | "u" | "min" | "minuten" | "over" | "voor" | "past" | "to")))
}

/// `half elf`, `kwart over tien`, `vijf voor half elf`, `half past ten`, `ten to eleven`.
fn said(words: &[&str], english: bool) -> Read<Clock> {
    match words {
        ["half", "past", hour, ..] => Some((hours(number(hour)?, 30)?, 3)),
        ["half", hour, ..] => {
            let dutch = before(number(hour)?, 30)?;
            // "half ten" is 10:30 in London and what many a Dutchman writes for 09:30.
            match dutch {
                Clock::Spoken(mut minutes) if english || is_english(hour) => {
                    minutes.extend(minutes.clone().iter().map(|minute| (minute + 60) % (12 * 60)));
                    Some((Clock::Spoken(minutes), 2))
                }
                other => Some((other, 2)),
            }
        }
        ["a" | "een", rest @ ("kwart" | "quarter"), ..] => {
            let mut words = words[1..].to_vec();
            words[0] = rest;
            said(&words, english).map(|(clock, taken)| (clock, taken + 1))
        }
        ["kwart" | "quarter", "over" | "na" | "past" | "after", hour, ..] => Some((hours(number(hour)?, 15)?, 3)),
        ["kwart" | "quarter", "voor" | "to" | "before" | "till", hour, ..] => Some((before(number(hour)?, 15)?, 3)),
        [minutes, "min" | "minuten" | "minuut" | "minutes", rest @ ..] => {
            minutes_from(number(minutes)?, rest).map(|(clock, taken)| (clock, taken + 2))
        }
        ["twenty", five, rest @ ..] if number(five) == Some(5) => {
            minutes_from(25, rest).map(|(clock, taken)| (clock, taken + 2))
        }
        [minutes, rest @ ..] => minutes_from(number(minutes)?, rest).map(|(clock, taken)| (clock, taken + 1)),
        [] => None,
    }
}

fn minutes_from(minutes: u32, words: &[&str]) -> Read<Clock> {
    if !(1..30).contains(&minutes) {
        return None;
    }
    match words {
        ["over", "half", hour, ..] if minutes <= 15 => Some((shifted(&before(number(hour)?, 30)?, minutes.into())?, 3)),
        ["voor", "half", hour, ..] if minutes <= 15 => {
            Some((shifted(&before(number(hour)?, 30)?, -i64::from(minutes))?, 3))
        }
        ["over" | "na" | "past" | "after", hour, ..] => Some((hours(number(hour)?, minutes)?, 2)),
        ["voor" | "to" | "before" | "till", hour, ..] => Some((before(number(hour)?, minutes)?, 2)),
        _ => None,
    }
}

fn shifted(clock: &Clock, by: i64) -> Option<Clock> {
    match clock {
        Clock::Spoken(minutes) => {
            Some(Clock::Spoken(minutes.iter().map(|minute| (minute + by).rem_euclid(12 * 60)).collect()))
        }
        Clock::Exact(minutes) => Some(Clock::Exact(minutes.iter().map(|minute| minute + by).collect())),
        Clock::Written(_) => None,
    }
}

/// An hour and minutes as they are said.
fn hours(hour: u32, minute: u32) -> Option<Clock> {
    let minutes = i64::from(hour * 60 + minute);
    match hour {
        1..=12 => Some(Clock::Spoken(vec![minutes % (12 * 60)])),
        24 if minute > 0 => None,
        0 | 13..=24 => Some(Clock::Exact(vec![minutes])),
        _ => None,
    }
}

/// So many minutes before the hour.
fn before(hour: u32, minutes: u32) -> Option<Clock> {
    if hour == 0 { None } else { shifted(&hours(hour, 0)?, -i64::from(minutes)) }
}

/// Digits as a clock shows them.
fn digital(hour: &str, minute: u32) -> Option<Clock> {
    let shown = number(hour)?;
    let minutes = i64::from(shown) * 60 + i64::from(minute);
    if hour.len() > 2 || minute > 59 || minutes > 24 * 60 {
        return None;
    }
    let open = (1..=12).contains(&shown) && !hour.starts_with('0');
    Some(if open { Clock::Written(minutes) } else { Clock::Exact(vec![minutes]) })
}

/// A time with `am` or `pm` behind it.
fn halved(clock: &Clock, after_noon: bool) -> Option<Clock> {
    let half = if after_noon { 12 * 60 } else { 0 };
    match clock {
        Clock::Spoken(minutes) => Some(Clock::Exact(minutes.iter().map(|minute| minute + half).collect())),
        Clock::Written(minute) => Some(Clock::Exact(vec![minute % (12 * 60) + half])),
        Clock::Exact(minutes) => {
            let agrees = minutes.iter().all(|minute| (*minute >= 12 * 60) == after_noon);
            // "08:30 pm" has a nought for looks.
            let small = minutes.iter().all(|minute| (60..12 * 60).contains(minute));
            match (agrees, after_noon && small) {
                (true, _) => Some(clock.clone()),
                (false, true) => Some(Clock::Exact(minutes.iter().map(|minute| minute + half).collect())),
                (false, false) => None,
            }
        }
    }
}
