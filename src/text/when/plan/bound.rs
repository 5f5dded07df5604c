//! Where a recurrence begins and ends: `vanaf 1 januari`, `tot en met vrijdag`, `5 keer`, `for 3 weeks`.

use super::repeat::{Unit, unit};
use super::stretch::{Stretch, named_month, stretch};
use crate::text::calendar::is_one;
use crate::text::when::clock::Read;
use crate::text::when::day_named::{Day, named};
use crate::text::when::number::{digits, number};

/// A day or a stretch of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Until {
    Day(Day),
    Stretch(Stretch),
    Year(i32),
    Now,
}

/// One bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    From(Until),
    /// The day counts where it is included, and may where it is not.
    To {
        day: Until,
        included: bool,
    },
    Times(u32),
    /// So many days, weeks, months or years from its beginning.
    Lasting(u32, Unit),
}

/// A bound at the beginning of the words.
pub(super) fn bound(words: &[&str]) -> Read<Bound> {
    from(words).or_else(|| to(words)).or_else(|| lasting(words)).or_else(|| times(words))
}

/// Whether a word begins a bound, understood or not.
pub(super) fn introduces(word: &str) -> bool {
    const WORDS: [&str; 11] =
        ["tot", "tm", "until", "till", "til", "through", "vanaf", "starting", "beginnend", "startend", "gedurende"];
    WORDS.contains(&word)
}

fn from(words: &[&str]) -> Read<Bound> {
    let led = match words {
        ["met", "ingang", "van", ..] | ["te", "beginnen", "op" | "met" | "vanaf", ..] => 3,
        ["startend" | "beginnend" | "ingaande", "op" | "vanaf" | "met", ..]
        | ["starting" | "beginning", "on" | "from", ..]
        | ["as", "of" | "from", ..]
        | ["te", "beginnen", ..]
        | ["mi", "v", ..] => 2,
        ["vanaf" | "startend" | "beginnend" | "ingaande" | "starting" | "beginning" | "from" | "per" | "van", ..] => 1,
        _ => return None,
    };
    if matches!(words.get(led), Some(&("nu" | "now"))) {
        return Some((Bound::From(Until::Now), led + 1));
    }
    let (day, taken) = day(&words[led..])?;
    // "van 1 december tot 24 december"; alone `van` says nothing.
    let ends = !matches!(words[0], "van" | "from") || to(&words[led + taken..]).is_some();
    ends.then_some((Bound::From(day), led + taken))
}

fn to(words: &[&str]) -> Read<Bound> {
    let (led, included) = match words {
        ["tot", "en", "met", ..] => (3, true),
        ["tot", "aan", ..] => (2, false),
        ["tm" | "through", ..] => (1, true),
        ["tot" | "until" | "till" | "til", ..] => (1, false),
        _ => return None,
    };
    let (day, taken) = day(&words[led..])?;
    let included = included || matches!(day, Until::Stretch(Stretch::EndOf(..) | Stretch::EndOfMonth(_)));
    Some((Bound::To { day, included }, led + taken))
}

fn day(words: &[&str]) -> Read<Until> {
    if let Some((found, taken)) = stretch(words)
        && !matches!(found, Stretch::EndOfPart(_))
    {
        return Some((Until::Stretch(found), taken));
    }
    if let Some((found, taken)) = named(words)
        && found.part.is_none()
    {
        return Some((Until::Day(found.day), taken));
    }
    if let Some((found, taken)) = named_month(words) {
        return Some((Until::Stretch(found), taken));
    }
    let year = digits(words.first()?, 4).and_then(|year| i32::try_from(year).ok())?;
    (2020..2100).contains(&year).then_some((Until::Year(year), 1))
}

/// `3 weken lang`, `gedurende 3 weken`, `de komende 2 weken`, `for the next month`.
fn lasting(words: &[&str]) -> Read<Bound> {
    let led = match words {
        ["for", "the", "next" | "coming", ..] | ["voor", "de", "komende", ..] => 3,
        ["de", "komende" | "eerstkomende", ..] | ["the", "next" | "coming", ..] => 2,
        ["gedurende" | "for" | "voor" | "komende", ..] => 1,
        _ => 0,
    };
    let (count, counted) = match words.get(led..)? {
        [count, word, ..] if unit(word).is_some() => (if is_one(count) { 1 } else { number(count)? }, 2),
        [word, ..] if led > 1 && unit(word).is_some() => (1, 1),
        _ => return None,
    };
    let unit = unit(words.get(led + counted - 1)?).filter(|unit| *unit != Unit::Hour)?;
    let long = usize::from(matches!(words.get(led + counted), Some(&("lang" | "long"))));
    if (led == 0 && long == 0) || count == 0 {
        return None;
    }
    Some((Bound::Lasting(count, unit), led + counted + long))
}

fn times(words: &[&str]) -> Read<Bound> {
    let (times, taken) = match words {
        ["twice" | "tweemaal", ..] => (2, 1),
        [count, "keer" | "x" | "maal" | "times", ..] => (number(count)?, 2),
        _ => return None,
    };
    if times == 0 || matches!(words.get(taken), Some(&("per" | "a" | "an" | "in" | "each"))) {
        return None;
    }
    Some((Bound::Times(times), taken))
}
