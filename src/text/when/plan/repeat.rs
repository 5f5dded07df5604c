//! How often: `elke werkdag`, `om de week`, `every other Thursday`, `maandelijks`. Which of the days of a month is the matter
//! of `nth`; from there to a rule that of `made`.

use chrono::Weekday;

use super::NoPlan;
use super::nth::{Ordinal, nth, ordinal};
use super::weekdays::{date, dressed, part_name, plural, weekdays};
use crate::text::calendar::{is_one, weekday};
use crate::text::when::clock::Read;
use crate::text::when::number::number;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    HalfYear,
    Year,
}

/// Which days of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Days {
    /// Not said.
    Open,
    /// These days of the week.
    Week(Vec<Weekday>),
    /// Saturday, Sunday or both.
    Weekend,
    /// These days of the month, from its end where negative.
    OfMonth(Vec<i8>),
    /// The first, second and so on of a weekday.
    Nth(Vec<i8>, Vec<Weekday>),
    /// The first, second and so on working day.
    NthWorking(Vec<i8>),
    /// A day of the year.
    Date { month: u8, day: i8 },
}

/// What else it may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doubt {
    /// `elke tweede dinsdag`: also each so many weeks.
    EachSoManyWeeks(u16),
    /// `de eerste maandag van de maand`: also that one day.
    Once,
    /// `de eerste maandag van januari`: that one day.
    OnlyOnce,
    /// `ma t/m vr`: also those days and no others.
    ThisRun,
    /// `maandag en donderdag`: also each of them once.
    EachOnce,
}

/// How often it comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Repeat {
    pub unit: Unit,
    pub interval: u16,
    pub days: Days,
    /// Of each year only this month.
    pub month: Option<u8>,
    /// Monday to Friday, and no public holidays.
    pub working: bool,
    pub doubt: Option<Doubt>,
    /// An English word that is as often said of a thing: `daily report`.
    pub is_adjective: bool,
    /// The word for the part of the day that it held.
    pub part: Option<&'static str>,
    /// It is understood, and cannot be.
    pub fault: Option<NoPlan>,
}

pub(super) const WORKING_WEEK: [Weekday; 5] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];

impl Repeat {
    pub(super) fn of(unit: Unit, interval: u16, days: Days) -> Self {
        Self {
            unit,
            interval,
            days,
            month: None,
            working: false,
            doubt: None,
            is_adjective: false,
            part: None,
            fault: None,
        }
    }

    pub(super) fn working() -> Self {
        Self { working: true, ..Self::of(Unit::Week, 1, Days::Week(WORKING_WEEK.to_vec())) }
    }

    fn refused(fault: NoPlan) -> Self {
        Self { fault: Some(fault), ..Self::of(Unit::Day, 1, Days::Open) }
    }
}

/// A recurrence at the beginning of the words.
pub(super) fn repeat(words: &[&str]) -> Read<Repeat> {
    let led =
        words.iter().take(2).take_while(|word| matches!(**word, "op" | "on" | "in" | "de" | "the" | "het")).count();
    let rest = &words[led..];
    let (found, taken) = match rest {
        [every, rest @ ..] if is_every(every) => one_more(after_every(rest)?),
        ["om", "de" | "het", ..] => about(rest)?,
        _ => adverb(rest).or_else(|| counted(rest)).or_else(|| plural(rest)).or_else(|| unsaid(rest))?,
    };
    Some((found, taken + led))
}

fn one_more((found, taken): (Repeat, usize)) -> (Repeat, usize) {
    (found, taken + 1)
}

pub(super) fn is_every(word: &str) -> bool {
    matches!(word, "elke" | "elk" | "iedere" | "ieder" | "every" | "each")
}

/// The unit that a word names.
pub(super) fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "uur" | "uren" | "hour" | "hours" => Unit::Hour,
        "dag" | "dagen" | "day" | "days" => Unit::Day,
        "week" | "weken" | "weeks" => Unit::Week,
        "maand" | "maanden" | "mnd" | "month" | "months" => Unit::Month,
        "kwartaal" | "kwartalen" | "quarter" | "quarters" => Unit::Quarter,
        "halfjaar" => Unit::HalfYear,
        "jaar" | "jaren" | "year" | "years" => Unit::Year,
        _ => return None,
    })
}

/// A stretch of less than an hour.
fn is_short(word: &str) -> bool {
    const WORDS: [&str; 12] = [
        "minuut", "minuten", "min", "minute", "minutes", "seconde", "seconden", "seconds", "sec", "kwartier",
        "halfuur", "tel",
    ];
    WORDS.contains(&word)
}

fn is_working_day(words: &[&str]) -> Option<usize> {
    match words {
        ["werkdag" | "werkdagen" | "weekday" | "weekdays" | "workday" | "workdays" | "weekdag" | "weekdagen", ..] => {
            Some(1)
        }
        ["working" | "business", "day" | "days", ..] | ["doordeweekse", "dag" | "dagen", ..] => Some(2),
        ["doordeweeks", ..] => Some(1),
        ["door", "de", "week", ..] => Some(3),
        _ => None,
    }
}

/// What stands behind `elke`.
fn after_every(words: &[&str]) -> Read<Repeat> {
    if let Some((found, taken)) = short(words) {
        return Some((found, taken));
    }
    if let Some(taken) = is_working_day(words) {
        return Some((Repeat::working(), taken));
    }
    match words {
        ["half" | "halve", "jaar" | "year", ..] => {
            return with_days(Repeat::of(Unit::HalfYear, 1, Days::Open), 2, words);
        }
        ["weekend", ..] => return Some((Repeat::of(Unit::Week, 1, Days::Weekend), 1)),
        ["even" | "oneven" | "odd", "week" | "weken" | "weeks", ..] => {
            return Some((Repeat::refused(NoPlan::RuleUnknown(words[..2].join(" "))), 2));
        }
        ["andere" | "other", rest @ ..] => return every_so_many(2, rest).map(|(found, taken)| (found, taken + 1)),
        _ => {}
    }
    // "elke ochtend", "elke morgen".
    if let Some(part) = words.first().and_then(|word| part_name(word)) {
        return Some((Repeat { part: Some(part), ..Repeat::of(Unit::Day, 1, Days::Open) }, 1));
    }
    // "elke eerste maandag", "elke 2e week", "elke 15e", "every second Thursday".
    if let Some((Ordinal(which), taken)) = ordinal(words)
        && let Some((found, used)) = every_nth(which, &words[taken..])
    {
        return Some((found, taken + used));
    }
    // "elke 3 december", "every December 3rd".
    if let Some(((month, day), taken)) = date(words) {
        return Some((Repeat::of(Unit::Year, 1, Days::Date { month, day }), taken));
    }
    if let Some(found) = nth(words, true) {
        return Some(found);
    }
    match words {
        [word, ..] if unit(word).is_some() => every_so_many(1, words),
        // "elke 2 weken", "every three months"; a number alone says nothing.
        [count, rest @ ..] if number(count).is_some() => {
            let count = u16::try_from(number(count)?).ok().filter(|count| *count > 0)?;
            every_so_many(count, rest).map(one_more)
        }
        _ => weekdays(words).map(|(found, taken)| dressed(found, taken, words)),
    }
}

/// More often than once an hour.
fn short(words: &[&str]) -> Read<Repeat> {
    let counted = usize::from(words.first().is_some_and(|word| number(word).is_some()));
    let taken = match &words[counted..] {
        [word, ..] if is_short(word) => counted + 1,
        ["half", "uur" | "hour", ..] => counted + 2,
        ["quarter", "of", "an", "hour", ..] => counted + 4,
        ["paar" | "few", word, ..] if is_short(word) => counted + 2,
        _ => return None,
    };
    Some((Repeat::refused(NoPlan::TooOften), taken))
}

/// `week`, `weken op dinsdag`, `donderdag`: each so many of them.
fn every_so_many(count: u16, words: &[&str]) -> Read<Repeat> {
    if let [word, ..] = words
        && let Some(unit) = unit(word)
    {
        return with_days(Repeat::of(unit, count, Days::Open), 1, words);
    }
    if let Some(taken) = is_working_day(words) {
        let fault = NoPlan::RuleUnknown(words[..taken].join(" "));
        return Some(if count == 1 { (Repeat::working(), taken) } else { (Repeat::refused(fault), taken) });
    }
    let (days, taken) = weekdays(words)?;
    Some(dressed(Repeat { interval: count, ..days }, taken, words))
}

/// `eerste maandag van de maand`, `tweede week`, `15e`: after an ordinal.
fn every_nth(which: i8, words: &[&str]) -> Read<Repeat> {
    match words {
        [word, ..] if which > 1 && matches!(unit(word), Some(Unit::Week | Unit::Month | Unit::Year)) => {
            with_days(Repeat::of(unit(word)?, u16::try_from(which).ok()?, Days::Open), 1, words)
        }
        [word, rest @ ..] if which > 1 && unit(word) == Some(Unit::Day) && !of_follows(rest) => {
            Some((Repeat::of(Unit::Day, u16::try_from(which).ok()?, Days::Open), 1))
        }
        _ => None,
    }
}

fn of_follows(words: &[&str]) -> bool {
    matches!(words.first(), Some(&("van" | "of" | "in")))
}

/// The days that stand behind a unit: `week op maandag en donderdag`, `maand op de eerste maandag`.
fn with_days(found: Repeat, taken: usize, words: &[&str]) -> Read<Repeat> {
    let rest = words.get(taken..)?;
    let led = rest.iter().take(2).take_while(|word| matches!(**word, "op" | "on" | "de" | "the")).count();
    let named = &rest[led..];
    let used = |more: usize| taken + led + more;
    match found.unit {
        Unit::Week => {
            if let Some(working) = is_working_day(named)
                && found.interval == 1
            {
                return Some((Repeat::working(), used(working)));
            }
            if let Some((days, more)) = weekdays(named) {
                let found = Repeat { days: days.days, ..found };
                return Some(dressed(found, used(more), words));
            }
        }
        Unit::Month | Unit::Quarter | Unit::HalfYear => {
            if let Some((days, more)) = nth(named, false) {
                let days = days.days;
                return Some((Repeat { days, ..found }, used(more)));
            }
        }
        Unit::Year => {
            if let Some((days, more)) = nth(named, false)
                && days.month.is_some()
            {
                return Some((Repeat { days: days.days, month: days.month, ..found }, used(more)));
            }
        }
        Unit::Hour | Unit::Day => {}
    }
    Some((found, taken))
}

/// `om de dag`, `om de 2 weken`, `om de andere dinsdag`. `Om het uur` is every hour to all but the dictionary.
fn about(words: &[&str]) -> Read<Repeat> {
    let rest = words.get(2..)?;
    if let Some((found, taken)) = short(rest) {
        return Some((found, taken + 2));
    }
    let (found, taken) = match rest {
        ["andere", rest @ ..] => every_so_many(2, rest).map(one_more)?,
        ["uur", ..] => (Repeat::of(Unit::Hour, 1, Days::Open), 1),
        [word, ..] if unit(word).is_some() => every_so_many(2, rest)?,
        [count, rest @ ..] if number(count).is_some() => {
            let count = u16::try_from(number(count)?).ok().filter(|count| *count > 0)?;
            every_so_many(count, rest).map(one_more)?
        }
        [word, ..] if weekday(word).is_some() => every_so_many(2, rest)?,
        _ => return None,
    };
    Some((found, taken + 2))
}

fn adverb(words: &[&str]) -> Read<Repeat> {
    let word = words.first()?;
    let (unit, interval) = match *word {
        "dagelijks" | "daily" => (Unit::Day, 1),
        "wekelijks" | "weekly" => (Unit::Week, 1),
        "tweewekelijks" | "veertiendaags" | "fortnightly" => (Unit::Week, 2),
        "driewekelijks" => (Unit::Week, 3),
        "vierwekelijks" => (Unit::Week, 4),
        "maandelijks" | "monthly" => (Unit::Month, 1),
        "tweemaandelijks" => (Unit::Month, 2),
        "driemaandelijks" | "quarterly" => (Unit::Quarter, 1),
        "halfjaarlijks" => (Unit::HalfYear, 1),
        "jaarlijks" | "yearly" | "annually" => (Unit::Year, 1),
        "hourly" => (Unit::Hour, 1),
        "biweekly" | "bimonthly" => return Some((Repeat::refused(NoPlan::RuleUnknown((*word).to_owned())), 1)),
        _ => return None,
    };
    let is_adjective = word.ends_with("ly") && *word != "annually";
    with_days(Repeat { is_adjective, ..Repeat::of(unit, interval, Days::Open) }, 1, words)
}

/// `een keer per week`, `1x per maand`, `once a year`; twice a week leaves open which days.
fn counted(words: &[&str]) -> Read<Repeat> {
    let (times, taken) = match words {
        ["once" | "eenmaal", ..] => (1, 1),
        ["twice" | "tweemaal", ..] => (2, 1),
        [count, "keer" | "x" | "maal" | "times" | "time", ..] => (if is_one(count) { 1 } else { number(count)? }, 2),
        _ => return None,
    };
    let ["per" | "a" | "an" | "in" | "each" | "every", rest @ ..] = words.get(taken..)? else { return None };
    let article = usize::from(matches!(rest.first(), Some(&("de" | "the" | "het"))));
    let counts = number(rest.get(article)?).filter(|_| times == 1).and_then(|count| u16::try_from(count).ok());
    let at = taken + 1 + article + usize::from(counts.is_some());
    let unit = unit(words.get(at)?)?;
    if times != 1 {
        return Some((Repeat::refused(NoPlan::RuleUnknown(words[..=at].join(" "))), at + 1));
    }
    with_days(Repeat::of(unit, counts.unwrap_or(1), Days::Open), at + 1, words)
}

/// A recurrence that does not say so: `ma t/m vr`, `de eerste maandag van de maand`, `laatste dag van elke maand`.
fn unsaid(words: &[&str]) -> Read<Repeat> {
    if let Some(found) = nth(words, false)
        && found.0.interval > 0
    {
        return Some(found);
    }
    let (found, taken) = weekdays(words)?;
    let Days::Week(days) = &found.days else { return None };
    let doubt = Some(if taken < days.len() { Doubt::ThisRun } else { Doubt::EachOnce });
    (days.len() > 1).then(|| dressed(Repeat { doubt, ..found.clone() }, taken, words))
}
