//! Days by their names in a recurrence: `maandag en donderdag`, `ma t/m vr`, `op dinsdagen`, `maandagavond`, `3 december`.

use chrono::Weekday;

use super::repeat::{Days, Repeat, Unit};
use crate::text::calendar::{ORDINALS, month, weekday};
use crate::text::when::clock::Read;
use crate::text::when::day_named::part_word;
use crate::text::when::number::number;

/// `maandags`, `op maandagen en dinsdagen`, `weekdays`.
pub(super) fn plural(words: &[&str]) -> Read<Repeat> {
    match words {
        ["werkdagen" | "weekdays" | "workdays" | "doordeweeks" | "weekdagen", ..] => {
            return Some((Repeat::working(), 1));
        }
        ["working" | "business", "days", ..] => return Some((Repeat::working(), 2)),
        ["door", "de", "week", ..] => return Some((Repeat::working(), 3)),
        _ => {}
    }
    let led = usize::from(words.first() == Some(&"s"));
    let (days, taken) = list(&words[led..], |words| plural_weekday(words.first()?).map(|day| (day, 1)))?;
    Some((Repeat::of(Unit::Week, 1, Days::Week(days)), taken + led))
}

pub(super) fn plural_weekday(word: &str) -> Option<Weekday> {
    let single = word.strip_suffix("en").or_else(|| word.strip_suffix('s'))?;
    // "mons" and "dos" are nothing.
    if single.len() > 5 { weekday(single) } else { None }
}

/// Days of the week, one or more: `maandag en donderdag`, `ma, wo en vr`, `maandag t/m vrijdag`.
pub(super) fn weekdays(words: &[&str]) -> Read<Repeat> {
    let single = |words: &[&str]| -> Read<Weekday> { weekday(words.first()?).map(|day| (day, 1)) };
    let (first, _) = single(words)?;
    let joined = match &words[1..] {
        ["tm" | "through" | "-", ..] => Some(1),
        ["tot", "en", "met", ..] => Some(3),
        _ => None,
    };
    if let Some(joined) = joined
        && let Some((last, _)) = words.get(1 + joined..).and_then(single)
        && first != last
    {
        let mut days = vec![first];
        while days.last() != Some(&last) {
            days.push(days[days.len() - 1].succ());
        }
        return Some((Repeat::of(Unit::Week, 1, Days::Week(days)), joined + 2));
    }
    let (days, taken) = list(words, single)?;
    Some((Repeat::of(Unit::Week, 1, Days::Week(days)), taken))
}

/// The part of the day that is joined to the last weekday: `elke maandagavond`.
pub(super) fn dressed(found: Repeat, taken: usize, words: &[&str]) -> (Repeat, usize) {
    match words.get(taken).and_then(|word| part_name(word)) {
        Some(part) if matches!(found.days, Days::Week(_)) => (Repeat { part: Some(part), ..found }, taken + 1),
        _ => (found, taken),
    }
}

/// A word for a part of the day that means it in any place.
pub(super) fn part_name(word: &str) -> Option<&'static str> {
    Some(match word {
        "morgen" | "morgens" | "ochtend" | "ochtends" | "voormiddag" => "ochtend",
        "morning" | "mornings" => "morning",
        "middag" | "middags" | "namiddag" => "middag",
        "afternoon" | "afternoons" => "afternoon",
        "avond" | "avonds" => "avond",
        "evening" | "evenings" => "evening",
        "nacht" | "nachts" => "nacht",
        "night" | "nights" => "night",
        word if part_word(word).is_some() => "ochtend",
        _ => return None,
    })
}

/// One or more of something, side by side or with `en` between them.
pub(super) fn list<T: PartialEq>(words: &[&str], item: impl Fn(&[&str]) -> Read<T>) -> Read<Vec<T>> {
    let (first, mut taken) = item(words)?;
    let mut found = vec![first];
    while let Some(rest) = words.get(taken..) {
        let joined = usize::from(matches!(rest.first(), Some(&("en" | "and"))));
        let Some((next, used)) = rest.get(joined..).and_then(&item) else { break };
        if found.contains(&next) {
            break;
        }
        found.push(next);
        taken += joined + used;
    }
    Some((found, taken))
}

/// A day and a month.
pub(super) fn date(words: &[&str]) -> Read<(u8, i8)> {
    let day = |word: &str| number(word).and_then(|day| i8::try_from(day).ok()).filter(|day| (1..=31).contains(day));
    let suffix = |at: usize| usize::from(words.get(at).is_some_and(|word| ORDINALS.contains(word)));
    match words {
        [first, ..] if day(first).is_some() => {
            let at = 1 + suffix(1);
            let of = usize::from(matches!(words.get(at), Some(&("of" | "van"))));
            let month = month(words.get(at + of)?)?;
            Some(((u8::try_from(month).ok()?, day(first)?), at + of + 1))
        }
        [name, second, ..] if month(name).is_some() => {
            let month = u8::try_from(month(name)?).ok()?;
            Some(((month, day(second)?), 2 + suffix(2)))
        }
        _ => None,
    }
}
