//! Reading a rule from text, as calendars write it. Only the writing is looked at here, and that each number is in its range.

use std::str::FromStr;

use chrono::{NaiveDate, NaiveDateTime, Weekday};

use super::line::WEEKDAYS;
use super::{End, Every, Line, Rule, RuleFault};

/// More lines have no use.
const MOST_LINES: usize = 8;

/// A longer line is none that a calendar writes.
const LONGEST_LINE: usize = 1_000;

impl FromStr for Rule {
    type Err = RuleFault;

    /// Reads lines as `RRULE:FREQ=WEEKLY;BYDAY=TU`, with or without `RRULE:`, in capitals or not.
    fn from_str(text: &str) -> Result<Self, RuleFault> {
        let lines: Vec<&str> = text.split_whitespace().collect();
        if lines.is_empty() || lines.len() > MOST_LINES {
            return Err(RuleFault::Unreadable(short(text)));
        }
        Self::new(lines.into_iter().map(line).collect::<Result<_, _>>()?)
    }
}

fn line(text: &str) -> Result<Line, RuleFault> {
    if text.len() > LONGEST_LINE || !text.is_ascii() {
        return Err(RuleFault::Unreadable(short(text)));
    }
    let text = text.to_ascii_uppercase();
    let parts = text.strip_prefix("RRULE:").unwrap_or(&text);
    let mut seen: Vec<&str> = Vec::new();
    let mut found = Line::new(Every::Year);
    for part in parts.trim_end_matches(';').split(';') {
        let unreadable = || RuleFault::Unreadable(short(part));
        let (name, value) = part.split_once('=').ok_or_else(unreadable)?;
        // A part that stands there twice means nobody knows which.
        if seen.contains(&name) || ((name == "COUNT" || name == "UNTIL") && found.end != End::Never) {
            return Err(unreadable());
        }
        seen.push(name);
        set(&mut found, name, value, part)?.ok_or_else(unreadable)?;
    }
    if seen.contains(&"FREQ") { Ok(found) } else { Err(RuleFault::Unreadable(short(&text))) }
}

/// Sets what one part says; nothing when its value is none.
fn set(line: &mut Line, name: &str, value: &str, part: &str) -> Result<Option<()>, RuleFault> {
    let done = match name {
        "FREQ" => match value {
            "MINUTELY" | "SECONDLY" => return Err(RuleFault::TooOften),
            _ => named(&Every::CODES, value).map(|every| line.every = every),
        },
        "INTERVAL" => number(value, 1, 9_999).map(|interval: u16| line.interval = interval),
        "COUNT" => number(value, 1, u32::MAX).map(|times| line.end = End::Times(times)),
        "UNTIL" => end(value).map(|end| line.end = end),
        "WKST" => named(&WEEKDAYS, value).map(|weekday| line.week_start = weekday),
        "BYMONTH" => numbers(value, 1, 12).map(|months| line.months = months),
        "BYYEARDAY" => numbers(value, -366, 366).map(|days| line.year_days = days),
        "BYMONTHDAY" => numbers(value, -31, 31).map(|days| line.month_days = days),
        "BYHOUR" => numbers(value, 0, 23).map(|hours| line.hours = hours),
        "BYMINUTE" => match numbers::<u8>(value, 0, 59).as_deref() {
            Some([minute, more @ ..]) => {
                if more.iter().any(|other| other != minute) {
                    return Err(RuleFault::TooOften);
                }
                line.minute = Some(*minute);
                Some(())
            }
            _ => None,
        },
        "BYSECOND" if value == "0" => Some(()),
        "BYSETPOS" => numbers(value, -366, 366).map(|positions| line.positions = positions),
        "BYDAY" => value.split(',').map(weekday).collect::<Option<_>>().map(|weekdays| line.weekdays = weekdays),
        "BYSECOND" | "BYWEEKNO" | "BYEASTER" | "RSCALE" | "SKIP" => {
            return Err(RuleFault::Unsupported(short(part)));
        }
        _ => None,
    };
    Ok(done)
}

fn named<T: Copy>(codes: &[(T, &str)], value: &str) -> Option<T> {
    codes.iter().find(|(_, code)| *code == value).map(|(named, _)| *named)
}

/// A number within bounds. Nought counts only where it is a bound.
fn number<T: FromStr + PartialOrd + Default + Copy>(value: &str, least: T, most: T) -> Option<T> {
    let number: T = value.strip_prefix('+').unwrap_or(value).parse().ok()?;
    let nought = number == T::default() && least != T::default();
    (number >= least && number <= most && !nought).then_some(number)
}

fn numbers<T: FromStr + PartialOrd + Default + Copy>(value: &str, least: T, most: T) -> Option<Vec<T>> {
    value.split(',').map(|value| number(value, least, most)).collect()
}

/// `TU`, `1MO`, `-1FR`.
fn weekday(value: &str) -> Option<(Option<i8>, Weekday)> {
    let at = value.len().checked_sub(2)?;
    let (which, code) = value.split_at_checked(at)?;
    let weekday = named(&WEEKDAYS, code)?;
    if which.is_empty() {
        return Some((None, weekday));
    }
    Some((Some(number(which, -53, 53)?), weekday))
}

fn end(value: &str) -> Option<End> {
    if let Ok(day) = NaiveDate::parse_from_str(value, "%Y%m%d") {
        return Some(End::Day(day));
    }
    let (wall, utc) = value.strip_suffix('Z').map_or((value, false), |wall| (wall, true));
    let moment = NaiveDateTime::parse_from_str(wall, "%Y%m%dT%H%M%S").ok()?;
    Some(if utc { End::Moment(moment) } else { End::Wall(moment) })
}

/// So much of a text as is shown in a fault.
fn short(text: &str) -> String {
    text.chars().take(40).collect()
}
