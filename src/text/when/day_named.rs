//! The day that a text names: `gisteren`, `afgelopen zaterdag`, `za 21 nov`, `21-11-2026`, `the day before yesterday`. Which
//! dates that can be is decided in `dates`.

use chrono::Weekday;

use super::clock::Read;
use super::number::{digits, is_digits};
use super::part::Part;
use crate::text::calendar::{ORDINALS, month, weekday};

/// A day as it was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    /// So many days after today.
    Offset(i64),
    /// So many months after today.
    Months(u32),
    /// A weekday.
    Weekday(Weekday, Which),
    /// A date; the weekday that stands beside it must be its own.
    Date { weekday: Option<Weekday>, day: u32, month: Option<u32>, year: Option<i32> },
    /// The whole week, so many weeks after this one.
    Week(i64),
    /// Saturday and Sunday, of the nearest weekend or strictly one before or after today.
    Weekend { strictly: bool },
    /// `vannacht`.
    ThisNight,
}

/// Which of all days of that name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// `zaterdag`.
    Plain,
    /// The nearest, today too: a night has one pair of days.
    Nearest,
    /// `afgelopen`: the last one before today.
    Latest,
    /// `komende`: the first one after today.
    Coming,
    /// `vorige`, `last`: to some the latest, to others the one of the week before.
    Last,
    /// `volgende`, `next`, likewise.
    Next,
    /// The one of the week that is so many weeks away.
    InWeek(i64),
}

/// A day with the part of it that its name holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Named {
    pub day: Day,
    pub part: Option<Part>,
    /// A night with both its days named: it is beyond doubt which is meant.
    pub settled: bool,
}

impl From<Day> for Named {
    fn from(day: Day) -> Self {
        Self { day, part: None, settled: false }
    }
}

impl Named {
    fn with(day: Day, part: Part) -> Self {
        Self { day, part: Some(part), settled: false }
    }
}

/// The day at the beginning of the words.
pub(super) fn named(words: &[&str]) -> Read<Named> {
    match words {
        ["van" | "deze" | "this" | "afgelopen", "nacht" | "night", ..] => {
            Some((Named::with(Day::ThisNight, Part::Night), 2))
        }
        ["van" | "deze" | "this", word, ..] if part_word(word).is_some() || *word == "morgen" => {
            Some((Named::with(Day::Offset(0), part_word(word).unwrap_or(Part::Morning)), 2))
        }
        ["last", "night", ..] => Some((Named::with(Day::Offset(-1), Part::LongNight), 2)),
        ["tonight", ..] => Some((Named::with(Day::Offset(0), Part::Evening), 1)),
        ["the" | "de" | "op" | "on" | "in" | "het", rest @ ..] if !rest.is_empty() => {
            named(rest).map(|(found, taken)| (found, taken + 1))
        }
        ["day", "before", "yesterday", ..] => Some((Day::Offset(-2).into(), 3)),
        ["day", "after", "tomorrow", ..] => Some((Day::Offset(2).into(), 3)),
        _ => relative(words).or_else(|| of_the_week(words)).or_else(|| date(words, None)).map(|(d, n)| (d.into(), n)),
    }
}

fn relative(words: &[&str]) -> Read<Day> {
    let offset = match *words.first()? {
        "vandaag" | "today" => 0,
        "gisteren" | "gister" | "yesterday" => -1,
        "eergisteren" | "eergister" => -2,
        "morgen" | "tomorrow" => 1,
        "overmorgen" => 2,
        _ => return None,
    };
    Some((Day::Offset(offset), 1))
}

fn of_the_week(words: &[&str]) -> Read<Day> {
    let in_week = |word: &str, weeks: i64| weekday(word).map(|weekday| Day::Weekday(weekday, Which::InWeek(weeks)));
    match words {
        ["vorige" | "last", "week", day, ..] if weekday(day).is_some() => Some((in_week(day, -1)?, 3)),
        ["volgende" | "next", "week", day, ..] if weekday(day).is_some() => Some((in_week(day, 1)?, 3)),
        ["vorige" | "last", "week", "op" | "on", day, ..] if weekday(day).is_some() => Some((in_week(day, -1)?, 4)),
        ["volgende" | "next", "week", "op" | "on", day, ..] if weekday(day).is_some() => Some((in_week(day, 1)?, 4)),
        ["vorige" | "last", "week", ..] => Some((Day::Week(-1), 2)),
        ["volgende" | "next", "week", ..] => Some((Day::Week(1), 2)),
        ["afgelopen" | "vorig" | "last" | "komend" | "volgend" | "next" | "coming", "weekend", ..] => {
            Some((Day::Weekend { strictly: true }, 2))
        }
        ["dit" | "this", "weekend", ..] => Some((Day::Weekend { strictly: false }, 2)),
        ["weekend", ..] => Some((Day::Weekend { strictly: false }, 1)),
        [which, day, ..] if weekday(day).is_some() => {
            let which = match *which {
                "afgelopen" | "voorbije" => Which::Latest,
                "vorige" | "last" => Which::Last,
                "komende" | "aanstaande" | "as" | "coming" => Which::Coming,
                "volgende" | "next" => Which::Next,
                "deze" | "this" => Which::InWeek(0),
                _ => return None,
            };
            // "afgelopen zaterdag 21 november": the date says it.
            match date(&words[2..], weekday(day)) {
                Some((found, taken)) => Some((found, taken + 2)),
                None => Some((Day::Weekday(weekday(day)?, which), 2)),
            }
        }
        [day, rest @ ..] => {
            let weekday = weekday(day)?;
            let article = usize::from(matches!(rest.first(), Some(&("de" | "the"))));
            if let Some((found, taken)) = date(&rest[article..], Some(weekday)) {
                return Some((found, taken + article + 1));
            }
            match rest {
                ["vorige" | "last", "week", ..] => Some((Day::Weekday(weekday, Which::InWeek(-1)), 3)),
                ["volgende" | "next", "week", ..] => Some((Day::Weekday(weekday, Which::InWeek(1)), 3)),
                ["jl", ..] => Some((Day::Weekday(weekday, Which::Latest), 2)),
                ["as", ..] => Some((Day::Weekday(weekday, Which::Coming), 2)),
                _ => Some((Day::Weekday(weekday, Which::Plain), 1)),
            }
        }
        [] => None,
    }
}

/// `21 november 2026`, `november 21st`, `21-11`, `21.11.2026`, `2026-11-21`, `de 21e`.
fn date(words: &[&str], weekday: Option<Weekday>) -> Read<Day> {
    let of = |day: u32, month: Option<u32>, year: Option<i32>| Day::Date { weekday, day, month, year };
    match words {
        [year, "-" | "/", month, "-" | "/", day, after @ ..] if digits(year, 4).is_some() => {
            // "2026-11-21T22:15".
            let sign = usize::from(matches!(after, ["t", _, ":", ..]));
            Some((of(number_of(day)?, Some(number_of(month)?), year_of(year)), 5 + sign))
        }
        [day, sign @ ("-" | "/" | "."), month, same, year, ..]
            if sign == same && is_digits(month) && year_of(year).is_some() =>
        {
            Some((of(number_of(day)?, Some(number_of(month)?), year_of(year)), 5))
        }
        [day, "-" | "/", name, "-" | "/", year, ..] if year_of(year).is_some() => {
            Some((of(number_of(day)?, Some(month(name)?), year_of(year)), 5))
        }
        [day, "-" | "/", name, ..] if month(name).is_some() => Some((of(number_of(day)?, month(name), None), 3)),
        [day, "-" | "/", month, after @ ..] if is_digits(month) && !goes_on(after) => {
            Some((of(number_of(day)?, Some(number_of(month)?), None), 3))
        }
        [name, day, after @ ..] if month(name).is_some() && number_of(day).is_some() && !goes_on(after) => {
            let ordinal = usize::from(is_ordinal(after));
            let year = after.get(ordinal).and_then(|word| long_year(word));
            Some((of(number_of(day)?, month(name), year), 2 + ordinal + usize::from(year.is_some())))
        }
        [day, rest @ ..] if number_of(day).is_some() => {
            let ordinal = usize::from(is_ordinal(rest));
            let of_month = usize::from(matches!(rest.get(ordinal), Some(&("of" | "van"))));
            let rest = &rest[ordinal..];
            match rest.get(of_month).and_then(|name| month(name)) {
                Some(found) => {
                    let year = rest.get(of_month + 1).and_then(|word| long_year(word));
                    let taken = 2 + ordinal + of_month + usize::from(year.is_some());
                    Some((of(number_of(day)?, Some(found), year), taken))
                }
                None if ordinal == 1 => Some((of(number_of(day)?, None, None), 2)),
                None => None,
            }
        }
        _ => None,
    }
}

/// A day and month with a point between them, which may also be a time.
pub(super) fn dotted(words: &[&str]) -> Read<Day> {
    match words {
        [day, ".", month, ..] => {
            let (day, month) = (number_of(day)?, number_of(month)?);
            (1..=12).contains(&month).then_some((Day::Date { weekday: None, day, month: Some(month), year: None }, 3))
        }
        _ => None,
    }
}

fn goes_on(after: &[&str]) -> bool {
    matches!(after.first(), Some(&(":" | "." | "/" | "-" | "uur" | "u" | "h" | "am" | "pm")))
}

fn is_ordinal(words: &[&str]) -> bool {
    words.first().is_some_and(|word| ORDINALS.contains(word))
}

/// A number of one or two digits.
fn number_of(word: &str) -> Option<u32> {
    digits(word, 1).or_else(|| digits(word, 2))
}

/// A year of four digits, or of two as people write it behind a day and a month.
fn year_of(word: &str) -> Option<i32> {
    let year = digits(word, 4).or_else(|| digits(word, 2).map(|year| 2000 + year))?;
    i32::try_from(year).ok()
}

fn long_year(word: &str) -> Option<i32> {
    digits(word, 4).and_then(|year| i32::try_from(year).ok())
}

/// A night that is named by more than its day: `nacht van vrijdag op zaterdag`, `nacht van 20 op 21 november`, which belong
/// to the second day; `the night before last`.
pub(super) fn night(words: &[&str]) -> Read<Named> {
    let led = words.iter().take_while(|word| matches!(**word, "in" | "de" | "the" | "during" | "tijdens")).count();
    if let ["night", "before", "last", ..] = &words[led..] {
        return Some((Named::with(Day::Offset(-2), Part::LongNight), led + 3));
    }
    let ["nacht" | "night", "van" | "from" | "of", first, rest @ ..] = &words[led..] else { return None };
    // "van zaterdag 21 op zondag 22 november": the second date says it.
    let dated = usize::from(weekday(first).is_some() && rest.first().is_some_and(|word| is_digits(word)));
    let number = if dated == 1 { rest.first() } else { Some(first) };
    let ["op" | "to" | "on" | "tot", second @ ..] = rest.get(dated..)? else { return None };
    let taken_before = led + 4 + dated;
    let night = |day: Day| Named { day, part: Some(Part::Night), settled: true };
    if let (Some(one), Some(other)) = (weekday(first), second.first().and_then(|word| weekday(word))) {
        if one.succ() != other {
            return None;
        }
        return match date(&second[1..], Some(other)) {
            Some((day, taken)) if dated == 0 || follows(number?, day) => Some((night(day), taken_before + 1 + taken)),
            None if dated == 0 => Some((night(Day::Weekday(other, Which::Nearest)), taken_before + 1)),
            _ => None,
        };
    }
    let (day, taken) = date(second, None)?;
    (dated == 0 && follows(first, day)).then_some((night(day), taken_before + taken))
}

/// Whether a date is the day after one of this number in the same month.
fn follows(number: &str, date: Day) -> bool {
    matches!(date, Day::Date { day, .. } if number_of(number).is_some_and(|number| number + 1 == day))
}

/// The part of a day that one word names.
pub(super) fn part_word(word: &str) -> Option<Part> {
    Some(match word {
        "ochtend" | "ochtends" | "morgens" | "voormiddag" | "morning" => Part::Morning,
        "middag" | "middags" | "namiddag" | "namiddags" | "afternoon" => Part::Afternoon,
        "avond" | "avonds" | "evening" => Part::Evening,
        "nacht" | "nachts" => Part::Night,
        "night" => Part::LongNight,
        _ => return None,
    })
}

/// A part of a day, with the little words before it.
pub(super) fn part(words: &[&str], after_day: bool) -> Read<Part> {
    let led = words.iter().take_while(|word| matches!(**word, "s" | "in" | "de" | "the" | "at" | "op" | "on")).count();
    let word = words.get(led)?;
    let found = if *word == "morgen" && (after_day || led > 0) { Some(Part::Morning) } else { part_word(word) };
    Some((found?, led + 1))
}
