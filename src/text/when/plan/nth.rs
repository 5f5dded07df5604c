//! Which day of a month, quarter or year: `eerste maandag van de maand`, `15e van elke maand`, `laatste werkdag`.

use chrono::Weekday;

use super::NoPlan;
use super::repeat::{Days, Doubt, Repeat, Unit, is_every, unit};
use super::weekdays::list;
use crate::text::calendar::{ORDINALS, month, weekday};
use crate::text::when::clock::Read;
use crate::text::when::number::{is_digits, number};

/// First, second and so on; from the end where negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ordinal(pub i8);

/// `eerste`, `1e`, `second`, `laatste`.
pub(super) fn ordinal(words: &[&str]) -> Read<Ordinal> {
    let which = match words {
        ["op", "een", "na", "laatste", ..] => return Some((Ordinal(-2), 4)),
        ["een", "na", "laatste", ..] | ["second", "to", "last", ..] => return Some((Ordinal(-2), 3)),
        ["second" | "next", "last", ..] => return Some((Ordinal(-2), 2)),
        [day, suffix, ..] if is_digits(day) && ORDINALS.contains(suffix) => {
            let day = i8::try_from(number(day)?).ok().filter(|day| (1..=31).contains(day))?;
            return Some((Ordinal(day), 2));
        }
        [word, ..] => match *word {
            "eerste" | "first" => 1,
            "tweede" | "second" => 2,
            "derde" | "third" => 3,
            "vierde" | "fourth" => 4,
            "vijfde" | "fifth" => 5,
            "zesde" | "sixth" => 6,
            "tiende" | "tenth" => 10,
            "vijftiende" | "fifteenth" => 15,
            "twintigste" | "twentieth" => 20,
            "laatste" | "last" => -1,
            "voorlaatste" => -2,
            _ => return None,
        },
        [] => return None,
    };
    Some((Ordinal(which), 1))
}

/// What the ordinals count.
enum Counted {
    Weekdays(Vec<Weekday>),
    Working,
    Day,
    /// Nothing was named: `de 15e`.
    Bare,
}

/// The first, second and so on of something. Behind `elke` the month need not be named. An interval of nought says that it is a
/// recurrence only beside a word that says so.
pub(super) fn nth(words: &[&str], after_every: bool) -> Read<Repeat> {
    // "eind van elke maand", "the end of every month".
    if let ["eind" | "einde" | "end", "van" | "of", every, month, ..] = words
        && is_every(every)
        && unit(month) == Some(Unit::Month)
    {
        return Some((Repeat::of(Unit::Month, 1, Days::OfMonth(vec![-1])), 4));
    }
    let (which, mut at) = list(words, |words| {
        let article = usize::from(matches!(words, ["de" | "the", ..]));
        ordinal(&words[article..]).map(|(Ordinal(which), taken)| (which, taken + article))
    })?;
    let counted = counted(&words[at..], &mut at);
    let (period, every, taken) = period(&words[at..]);
    let of_month = if period.is_none() { of_named_month(&words[at..]) } else { None };
    at += of_month.map_or(taken, |(_, taken)| taken);
    let of_year = of_month.map(|(month, _)| month);
    let unit = if of_year.is_some() { Unit::Year } else { period.unwrap_or(Unit::Month) };
    let named = period.is_some() || of_year.is_some();
    let repeats = after_every || every;
    let small = which.iter().all(|which| (-2..=5).contains(which));
    let (days, doubt) = match counted {
        Counted::Weekdays(days) if small => {
            let each = match which.as_slice() {
                [which @ 2..=4] if after_every && !named => {
                    Some(Doubt::EachSoManyWeeks(u16::from(which.unsigned_abs())))
                }
                _ => None,
            };
            (Days::Nth(which, days), each)
        }
        Counted::Working if which.iter().all(|which| (-10..=20).contains(which)) => (Days::NthWorking(which), None),
        Counted::Day if named || which == [-1] => (Days::OfMonth(which), None),
        // "elke eerste van de maand"; "elke laatste" alone says nothing.
        Counted::Bare
            if (period.is_some() || after_every && of_year.is_none()) && which.iter().all(|which| *which > 0) =>
        {
            (Days::OfMonth(which), None)
        }
        Counted::Bare if !named && !after_every && which.iter().all(|which| *which > 0) && which.len() > 1 => {
            (Days::OfMonth(which), None)
        }
        Counted::Bare | Counted::Day | Counted::Weekdays(_) | Counted::Working => return None,
    };
    if unit == Unit::Week {
        return None;
    }
    let doubt = match (repeats, named, of_year) {
        (false, _, Some(_)) => Some(Doubt::OnlyOnce),
        (false, true, None) => Some(Doubt::Once),
        _ => doubt,
    };
    let interval = u16::from(repeats || named);
    let fault = matches!(unit, Unit::Day | Unit::Hour).then(|| NoPlan::RuleUnknown(words[..at].join(" ")));
    Some((Repeat { month: of_year, doubt, fault, ..Repeat::of(unit, interval, days) }, at))
}

fn counted(words: &[&str], at: &mut usize) -> Counted {
    let (counted, taken) = match words {
        ["werkdag" | "weekday" | "workday", ..] => (Counted::Working, 1),
        ["working" | "business", "day", ..] => (Counted::Working, 2),
        ["dag" | "day", ..] => (Counted::Day, 1),
        _ => match list(words, |words| weekday(words.first()?).map(|day| (day, 1))) {
            Some((days, taken)) => (Counted::Weekdays(days), taken),
            None => (Counted::Bare, 0),
        },
    };
    *at += taken;
    counted
}

/// `van de maand`, `of every month`, `van het kwartaal`, `per maand`; and whether it says that it comes again.
fn period(words: &[&str]) -> (Option<Unit>, bool, usize) {
    let led = match words {
        ["van" | "of" | "in" | "per", "de" | "the" | "het" | "a", ..] => 2,
        ["van" | "of" | "in", every, ..] if is_every(every) => 2,
        ["per", ..] => 1,
        _ => return (None, false, 0),
    };
    match words.get(led).and_then(|word| unit(word)) {
        Some(unit) => (Some(unit), words[..led].iter().any(|word| is_every(word) || *word == "per"), led + 1),
        None => (None, false, 0),
    }
}

/// `van januari`, `in December`.
fn of_named_month(words: &[&str]) -> Read<u8> {
    let ["van" | "of" | "in", name, ..] = words else { return None };
    month(name).and_then(|month| u8::try_from(month).ok()).map(|month| (month, 2))
}
