//! A whole text taken apart: at most one distance or day, one part of the day and one time, in any order. A word that is
//! left over makes it no moment at all.

use super::ago::{Shift, shift};
use super::clock::{self, Clock, Time, bare, time};
use super::day_named::{self, Day, Which, named, night, part};
use super::number::{is_digits, is_english};
use super::part::Part;
use crate::text::calendar::weekday;

/// What was understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Phrase {
    pub now: bool,
    /// A distance from now in minutes.
    pub minutes: Option<i64>,
    pub day: Option<Day>,
    /// See [`day_named::Named::settled`].
    pub settled: bool,
    pub part: Option<Part>,
    pub time: Option<Time>,
    /// Another way to read the whole.
    pub or: Option<Box<Phrase>>,
}

/// Words that say that something was just now.
const NOW: [&[&str]; 16] = [
    &["nu"],
    &["net"],
    &["zo", "net"],
    &["zonet"],
    &["zojuist"],
    &["daarnet"],
    &["nu", "net"],
    &["nu", "meteen"],
    &["op", "dit", "moment"],
    &["now"],
    &["just", "now"],
    &["right", "now"],
    &["just"],
    &["at", "the", "moment"],
    &["at", "this", "moment"],
    &["a", "moment", "ago"],
];

/// Stands where something was taken out: what was apart must not be read as one.
pub(super) const BREAK: &str = "|";

/// The whole text, or nothing.
pub(super) fn phrase(words: &[&str]) -> Option<Phrase> {
    phrase_with(words, |found| found.part.is_some())
}

/// The whole text, or nothing. A number alone is an hour where the rest allows it.
pub(super) fn phrase_with(words: &[&str], may_be_hour: impl Fn(&Phrase) -> bool) -> Option<Phrase> {
    if NOW.contains(&words) {
        return Some(Phrase { now: true, ..Phrase::default() });
    }
    let english = words.iter().any(|word| is_english_word(word));
    let mut found = Phrase::default();
    let mut number: Option<Clock> = None;
    let mut dotted: Option<(Option<Clock>, Option<Day>)> = None;
    let mut early_or_late = false;
    let mut after_day = false;
    let mut at = 0;
    while at < words.len() {
        let rest = &words[at..];
        if rest[0] == BREAK {
            at += 1;
            continue;
        }
        let was_day = std::mem::take(&mut after_day);
        if let Some((shift, taken)) = shift(rest) {
            match shift {
                Shift::Minutes(minutes) => once(&mut found.minutes, minutes)?,
                Shift::Day(day) => once(&mut found.day, day)?,
            }
            at += taken;
        } else if let Some((night, taken)) = night(rest) {
            once(&mut found.day, night.day)?;
            night.part.map_or(Some(()), |part| same(&mut found.part, part))?;
            found.settled = night.settled;
            at += taken;
        } else if let Some((part, taken)) = part(rest, was_day) {
            same(&mut found.part, part)?;
            at += taken;
            // "de avond van 21 november".
            if matches!(words.get(at), Some(&("van" | "of"))) && named(&words[at + 1..]).is_some() {
                at += 1;
            }
        } else if let Some((time, taken)) = time(rest, english) {
            once(&mut found.time, time)?;
            at += taken;
        } else if let Some((day, taken)) = named(rest) {
            join(&mut found.day, day.day)?;
            day.part.map_or(Some(()), |part| same(&mut found.part, part))?;
            after_day = true;
            at += taken;
            // "21 november jl."
            at += usize::from(matches!((day.day, words.get(at)), (Day::Date { .. }, Some(&("jl" | "jongstleden")))));
        } else if matches!(rest, [_, ".", _, ..]) {
            let (clock, day) = (clock::dotted(rest), day_named::dotted(rest));
            if clock.is_none() && day.is_none() {
                return None;
            }
            once(&mut dotted, (clock.map(|(clock, _)| clock), day.map(|(day, _)| day)))?;
            at += 3;
        } else if let Some((clock, taken)) = bare(rest)
            && rest[0] != "een"
        {
            once(&mut number, clock)?;
            at += taken;
        } else if matches!(rest[0], "vroeg" | "laat" | "early" | "late") {
            early_or_late = true;
            at += 1;
        } else {
            return None;
        }
    }
    if let Some((clock, day)) = dotted {
        found = with_dotted(&found, clock, day)?;
    }
    if let Some(clock) = number {
        // "gisteravond 11" is a time; a number beside anything else can be much.
        may_be_hour(&found).then_some(())?;
        once(&mut found.time, Time::At(clock))?;
    }
    if early_or_late {
        found.part?;
    }
    if english {
        // In English `9:30` is as often in the evening.
        found.time = found.time.map(|time| time.as_said());
    }
    let says_something = found.day.is_some() || found.time.is_some();
    let alone = found.day.is_none() && found.time.is_none() && found.part.is_none();
    match found.minutes {
        Some(_) => alone.then_some(found),
        None => says_something.then_some(found),
    }
}

fn once<T>(slot: &mut Option<T>, value: T) -> Option<()> {
    slot.replace(value).is_none().then_some(())
}

/// A weekday and a date may stand apart: `zaterdagavond 21 november`.
fn join(slot: &mut Option<Day>, value: Day) -> Option<()> {
    let joined = match (*slot, value) {
        (Some(Day::Weekday(weekday, which)), Day::Date { weekday: None, day, month, year })
        | (Some(Day::Date { weekday: None, day, month, year }), Day::Weekday(weekday, which))
            if matches!(which, Which::Plain | Which::Latest) =>
        {
            Day::Date { weekday: Some(weekday), day, month, year }
        }
        (None, named) => named,
        _ => return None,
    };
    *slot = Some(joined);
    Some(())
}

/// A part of the day may be said twice, when it is the same.
fn same(slot: &mut Option<Part>, value: Part) -> Option<()> {
    match (*slot, value) {
        // "last night in the evening", "tonight at 10 at night".
        (Some(Part::LongNight), Part::Evening | Part::Night) | (Some(Part::Evening), Part::LongNight) => Some(()),
        (Some(before), now) if before != now => None,
        _ => {
            *slot = Some(value);
            Some(())
        }
    }
}

/// `21.11` is a day beside a time, a time beside a day, and alone whatever it can be.
fn with_dotted(found: &Phrase, clock: Option<Clock>, day: Option<Day>) -> Option<Phrase> {
    let timed = |clock| Phrase { time: Some(Time::At(clock)), ..found.clone() };
    let dated = |day| Phrase { day: Some(day), ..found.clone() };
    match (found.time.is_some(), found.day.is_some()) {
        (true, true) => None,
        (true, false) => Some(dated(day?)),
        (false, true) => Some(timed(clock?)),
        (false, false) => match (clock, day) {
            (Some(clock), Some(day)) => Some(Phrase { or: Some(Box::new(dated(day))), ..timed(clock) }),
            (Some(clock), None) => Some(timed(clock)),
            (None, day) => Some(dated(day?)),
        },
    }
}

fn is_english_word(word: &str) -> bool {
    const WORDS: [&str; 21] = [
        "yesterday",
        "today",
        "tonight",
        "tomorrow",
        "last",
        "next",
        "at",
        "on",
        "night",
        "morning",
        "afternoon",
        "evening",
        "this",
        "the",
        "past",
        "to",
        "quarter",
        "oclock",
        "between",
        "around",
        "from",
    ];
    // Most words are numbers and signs.
    word.len() > 1
        && !is_digits(word)
        && (WORDS.contains(&word) || is_english(word) || (word.ends_with("day") && weekday(word).is_some()))
}
