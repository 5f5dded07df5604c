//! Stretches of the calendar that plans name: `eind van de maand`, `volgend jaar`, `end of the week`; and which days they are.

use chrono::{Datelike as _, Months, NaiveDate};

use super::repeat::{Unit, unit};
use crate::text::calendar::{month, weekday};
use crate::text::when::clock::Read;
use crate::text::when::dates::moved;

/// A stretch, or one end of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stretch {
    /// The last day of a unit, so many units after this one.
    EndOf(Unit, u32),
    /// Its first day.
    StartOf(Unit, u32),
    /// The whole of it.
    Whole(Unit, u32),
    /// The next month of this number, or one end of it.
    Month(u32),
    EndOfMonth(u32),
    StartOfMonth(u32),
    /// The end of a part of the day, in minutes: each time it can be.
    EndOfPart(&'static [i64]),
}

/// A stretch at the beginning of the words.
pub(super) fn stretch(words: &[&str]) -> Read<Stretch> {
    let led = words
        .iter()
        .take(3)
        .take_while(|word| matches!(**word, "aan" | "het" | "de" | "at" | "by" | "the" | "op" | "on" | "in" | "tegen"))
        .count();
    let rest = &words[led..];
    let used = |found: Stretch, taken: usize| Some((found, led + taken));
    match rest {
        ["eind" | "einde" | "end", rest @ ..] => {
            if let Some((minutes, taken)) = part(rest) {
                return used(Stretch::EndOfPart(minutes), 1 + taken);
            }
            let (found, taken) = period(rest)?;
            let found = match found {
                Stretch::Whole(unit, ahead) => Stretch::EndOf(unit, ahead),
                Stretch::Month(month) => Stretch::EndOfMonth(month),
                _ => return None,
            };
            used(found, 1 + taken)
        }
        ["begin" | "start" | "beginning", rest @ ..] => {
            let (found, taken) = period(rest)?;
            let found = match found {
                // Of this one it has passed.
                Stretch::Whole(unit, ahead) => Stretch::StartOf(unit, ahead.max(1)),
                Stretch::Month(month) => Stretch::StartOfMonth(month),
                _ => return None,
            };
            used(found, 1 + taken)
        }
        ["volgende" | "volgend" | "komende" | "komend" | "next" | "deze" | "dit" | "this" | "aanstaande", word, ..]
            if unit(word).is_some_and(|unit| !matches!(unit, Unit::Hour | Unit::Day)) =>
        {
            let ahead = u32::from(!matches!(rest[0], "deze" | "dit" | "this"));
            // "volgende week dinsdag" is a day.
            let day = rest.iter().skip(2).take(2).any(|word| weekday(word).is_some());
            if day && unit(word) == Some(Unit::Week) { None } else { used(Stretch::Whole(unit(word)?, ahead), 2) }
        }
        _ => None,
    }
}

/// A month by its name alone, as an end of something.
pub(super) fn named_month(words: &[&str]) -> Read<Stretch> {
    let led = usize::from(matches!(words.first(), Some(&("in" | "de" | "the"))));
    month(words.get(led)?).map(|month| (Stretch::Month(month), led + 1))
}

/// `van de maand`, `of next month`, `deze week`, `december`.
fn period(words: &[&str]) -> Read<Stretch> {
    let led = words.iter().take(2).take_while(|word| matches!(**word, "van" | "of" | "de" | "the" | "het")).count();
    let rest = &words[led..];
    let (which, ahead) = match *rest.first()? {
        "volgende" | "volgend" | "next" | "komende" | "komend" => (1, 1),
        "deze" | "dit" | "this" => (1, 0),
        _ => (0, 0),
    };
    let word = rest.get(which)?;
    if let Some(unit) = unit(word)
        && !matches!(unit, Unit::Hour | Unit::Day)
    {
        return Some((Stretch::Whole(unit, ahead), led + which + 1));
    }
    (which == 0).then_some(())?;
    month(word).map(|month| (Stretch::Month(month), led + 1))
}

fn part(words: &[&str]) -> Read<&'static [i64]> {
    let led = words.iter().take(2).take_while(|word| matches!(**word, "van" | "of" | "de" | "the")).count();
    let minutes: &'static [i64] = match *words.get(led)? {
        "ochtend" | "morgen" | "morning" => &[11 * 60, 11 * 60 + 30, 12 * 60],
        "middag" | "afternoon" | "namiddag" => &[16 * 60, 17 * 60, 17 * 60 + 30],
        "dag" | "day" | "werkdag" | "workday" => &[16 * 60 + 30, 17 * 60, 17 * 60 + 30],
        "avond" | "evening" => &[21 * 60, 22 * 60, 23 * 60],
        _ => return None,
    };
    Some((minutes, led + 1))
}

impl Stretch {
    /// Its first and last day.
    pub(super) fn days(self, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        match self {
            Self::EndOf(unit, ahead) => whole(unit, ahead, today).map(|(_, last)| (last, last)),
            Self::StartOf(unit, ahead) => whole(unit, ahead, today).map(|(first, _)| (first, first)),
            Self::Whole(unit, ahead) => whole(unit, ahead, today),
            Self::Month(month) => next_month(month, today, true),
            Self::EndOfMonth(month) => next_month(month, today, true).map(|(_, last)| (last, last)),
            Self::StartOfMonth(month) => next_month(month, today, false).map(|(first, _)| (first, first)),
            Self::EndOfPart(_) => Some((today, today)),
        }
    }
}

fn whole(unit: Unit, ahead: u32, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let months = |first: NaiveDate, length: u32| {
        let first = first.checked_add_months(Months::new(length.checked_mul(ahead)?))?;
        Some((first, first.checked_add_months(Months::new(length))?.pred_opt()?))
    };
    let of_month = |month: u32| NaiveDate::from_ymd_opt(today.year(), month, 1);
    match unit {
        Unit::Week => {
            let monday = moved(today, i64::from(ahead) * 7 - i64::from(today.weekday().num_days_from_monday()))?;
            Some((monday, moved(monday, 6)?))
        }
        Unit::Month => months(of_month(today.month())?, 1),
        Unit::Quarter => months(of_month(today.month0() / 3 * 3 + 1)?, 3),
        Unit::HalfYear => months(of_month(today.month0() / 6 * 6 + 1)?, 6),
        Unit::Year => months(of_month(1)?, 12),
        Unit::Hour | Unit::Day => None,
    }
}

/// The next month of this number; the one that goes on counts where its end is meant.
fn next_month(month: u32, today: NaiveDate, going_on: bool) -> Option<(NaiveDate, NaiveDate)> {
    let from = if going_on { today.with_day(1)? } else { today };
    let first = (0..=1).filter_map(|years| NaiveDate::from_ymd_opt(today.year() + years, month, 1));
    let first = first.into_iter().find(|first| *first >= from)?;
    Some((first, first.checked_add_months(Months::new(1))?.pred_opt()?))
}
