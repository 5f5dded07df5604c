//! How long ago, or after how long: `een kwartier geleden`, `anderhalf uur geleden`, `an hour and a half ago`, `over 20
//! minuten`, `3 days ago`.

use super::clock::{Read, leading};
use super::day_named::Day;
use super::number::{is_digits, number};
use crate::text::calendar::is_one;

/// A distance from now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shift {
    /// To the minute; negative is ago.
    Minutes(i64),
    /// To a day.
    Day(Day),
}

enum Amount {
    Minutes(i64),
    Days(i64),
    Months(u32),
}

/// A distance from now at the beginning of the words.
pub(super) fn shift(words: &[&str]) -> Read<Shift> {
    let led = leading(words);
    let rest = &words[led..];
    if let ["over" | "in", ahead @ ..] = rest {
        let led_again = leading(ahead);
        let (amount, taken) = amount(&ahead[led_again..])?;
        let shift = match amount {
            Amount::Minutes(minutes) => Shift::Minutes(minutes),
            Amount::Days(days) => Shift::Day(Day::Offset(days)),
            Amount::Months(months) => Shift::Day(Day::Months(months)),
        };
        return Some((shift, led + 1 + led_again + taken));
    }
    let (amount, taken) = amount(rest)?;
    let ["geleden" | "terug" | "ago", ..] = rest.get(taken..)? else { return None };
    let shift = match amount {
        Amount::Minutes(minutes) => Shift::Minutes(-minutes),
        Amount::Days(days) => Shift::Day(Day::Offset(-days)),
        // Nobody means the very day.
        Amount::Months(_) => return None,
    };
    Some((shift, led + taken + 1))
}

/// `2 uur`, `anderhalf uur`, `2 uur en 10 minuten`, `an hour and a half`.
fn amount(words: &[&str]) -> Read<Amount> {
    let (first, mut taken) = term(words)?;
    let Amount::Minutes(mut minutes) = first else { return Some((first, taken)) };
    let rest = &words[taken..];
    match rest {
        ["and", "a", "half", ..] if minutes % 60 == 0 => (minutes, taken) = (minutes + 30, taken + 3),
        ["en", "een", "kwartier", ..] => (minutes, taken) = (minutes + 15, taken + 3),
        // "over 1 uur 15".
        [more] if minutes % 60 == 0 && is_digits(more) && number(more).is_some_and(|more| (1..60).contains(&more)) => {
            (minutes, taken) = (minutes + i64::from(number(more)?), taken + 1);
        }
        _ => {
            let joined = usize::from(matches!(rest.first(), Some(&("en" | "and"))));
            if let Some((Amount::Minutes(more), used)) = term(&rest[joined..])
                && minutes % 60 == 0
                && more < 60
            {
                (minutes, taken) = (minutes + more, taken + joined + used);
            }
        }
    }
    Some((Amount::Minutes(minutes), taken))
}

/// A count and its unit.
fn term(words: &[&str]) -> Read<Amount> {
    match words {
        ["half", "an" | "a", "hour", ..] => return Some((Amount::Minutes(30), 3)),
        ["a" | "een", "half" | "halve" | "halfuur", ..] => {
            return term(&words[1..]).map(|(amount, taken)| (amount, taken + 1));
        }
        ["halfuur" | "halfuurtje", ..] => return Some((Amount::Minutes(30), 1)),
        ["a", "quarter", "of", "an", "hour", ..] => return Some((Amount::Minutes(15), 5)),
        ["three", "quarters", "of", "an", "hour", ..] => return Some((Amount::Minutes(45), 5)),
        ["quarter", "of", "an", "hour", ..] => return Some((Amount::Minutes(15), 4)),
        // "uurtje geleden", "kwartiertje geleden".
        [unit @ ("uurtje" | "kwartier" | "kwartiertje"), ..] => return of_unit(2, unit).map(|amount| (amount, 1)),
        _ => {}
    }
    let (halves, counted) = halves(words)?;
    let unit = words.get(counted)?;
    Some((of_unit(halves, unit)?, counted + 1))
}

/// A count, in halves.
fn halves(words: &[&str]) -> Read<i64> {
    let whole = |word: &str| if is_one(word) { Some(1) } else { number(word).map(i64::from) };
    match words {
        ["half" | "halve", ..] => Some((1, 1)),
        ["anderhalf" | "anderhalve", ..] => Some((3, 1)),
        [count, "en" | "and", "een" | "a", "half" | "halve", ..] => Some((whole(count)? * 2 + 1, 4)),
        [count, ".", "5", ..] => Some((whole(count)? * 2 + 1, 3)),
        [count, ..] => Some((whole(count)? * 2, 1)),
        [] => None,
    }
}

fn of_unit(halves: i64, unit: &str) -> Option<Amount> {
    let whole = |amount: i64| (halves % 2 == 0).then_some(halves / 2 * amount);
    Some(match unit {
        "min" | "mins" | "minuut" | "minuten" | "minuutje" | "minuutjes" | "minute" | "minutes" | "m" => {
            Amount::Minutes(whole(1)?)
        }
        "kwartier" | "kwartiertje" => Amount::Minutes(whole(15)?),
        "uur" | "uren" | "uurtje" | "uurtjes" | "u" | "hour" | "hours" | "hr" | "hrs" | "h" => {
            Amount::Minutes(halves * 30)
        }
        "dag" | "dagen" | "day" | "days" => Amount::Days(whole(1)?),
        "week" | "weken" | "weeks" => Amount::Days(whole(7)?),
        "maand" | "maanden" | "month" | "months" => Amount::Months(u32::try_from(whole(1)?).ok()?),
        "jaar" | "year" | "years" => Amount::Months(u32::try_from(halves * 6).ok()?),
        _ => return None,
    })
}
