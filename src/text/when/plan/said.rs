//! The words of a moment taken apart: how often, from when, until when, and what is left as a day and a time. Whether that is
//! a moment is decided in `once` and `again`.

use super::bound::{Bound, Until, bound};
use super::repeat::{Days, Repeat, Unit, repeat};
use super::stretch::{Stretch, stretch};
use super::vocabulary::is_of_moment;
use crate::text::calendar::weekday;
use crate::text::when::clock::{Time, bare, time};
use crate::text::when::day_named::{Day, Which};
use crate::text::when::number::{digits, number};
use crate::text::when::phrase::{BREAK, Phrase, phrase_with};

/// What was understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub repeat: Option<Repeat>,
    pub stretch: Option<Stretch>,
    pub from: Option<Until>,
    pub to: Option<(Until, bool)>,
    pub times: Option<u32>,
    pub lasting: Option<(u32, Unit)>,
    /// Days and times.
    pub phrase: Phrase,
    /// More times of the same day.
    pub more: Vec<Time>,
    /// Times that no clock shows, as they were typed; another stands in their place.
    pub no_such_times: Vec<String>,
}

impl Said {
    /// Whether a time was said, or so many minutes.
    pub(super) fn has_time(&self) -> bool {
        let hourly = self.repeat.as_ref().is_some_and(|repeat| repeat.unit == Unit::Hour || repeat.fault.is_some());
        self.phrase.time.is_some()
            || self.phrase.minutes.is_some()
            || matches!(self.stretch, Some(Stretch::EndOfPart(_)))
            || hourly
    }

    /// Whether a day was said, or that it comes again.
    pub(super) fn has_day(&self) -> bool {
        self.repeat.is_some() || self.stretch.is_some() || self.phrase.day.is_some() || self.phrase.minutes.is_some()
    }

    /// Whether it is no more than a time.
    pub(super) fn is_time(&self) -> bool {
        !self.has_day() && self.phrase.time.is_some()
    }
}

/// More words than this say no moment.
const MOST_WORDS: usize = 36;

/// All of the words, or nothing. Where it may be an hour, a number alone is one.
pub(super) fn said(words: &[&str], number_is_hour: bool) -> Option<Said> {
    if words.len() > MOST_WORDS {
        return None;
    }
    let mut said = Said::default();
    let mut rest: Vec<&str> = Vec::new();
    let mut at = 0;
    while let Some(here) = words.get(at..).filter(|here| !here.is_empty()) {
        if said.repeat.is_none()
            && let Some((found, taken)) = repeat(here)
        {
            rest.push(BREAK);
            rest.extend(found.part);
            said.repeat = Some(found);
            at += taken;
        } else if let Some((found, taken)) = bound(here)
            && said.set(found)
        {
            rest.push(BREAK);
            at += taken;
        } else if said.stretch.is_none()
            && let Some((found, taken)) = stretch(here)
        {
            rest.push(BREAK);
            said.stretch = Some(found);
            at += taken;
        } else if here[0] == BREAK {
            rest.push(BREAK);
            at += 1;
        } else if let Some((typed, taken)) = no_such_time(here, rest.last().copied()) {
            said.no_such_times.push(typed);
            rest.extend(["09", ":", "00"]);
            at += taken;
        } else if let ["om" | "at", digits, ..] = here
            && let Some((hour, minute)) = hour_and_minute(digits)
        {
            rest.extend([hour, ":", minute]);
            at += 2;
        } else if let ["morgen", "vroeg", ..] = here {
            rest.extend(["morgen", "ochtend"]);
            at += 2;
        } else if let Some((day, taken)) = day_of_week(here) {
            rest.extend(day);
            at += taken;
        } else if is_of_moment(here[0]) {
            rest.push(here[0]);
            at += 1;
        } else {
            return None;
        }
    }
    let again = said.repeat.is_some();
    let bounded = said.from.is_some() || said.to.is_some() || said.times.is_some() || said.lasting.is_some();
    if (bounded && !again) || (again && said.stretch.is_some()) {
        return None;
    }
    let rest: Vec<&str> = {
        let from = rest.iter().position(|word| *word != BREAK).unwrap_or(rest.len());
        let to = rest.iter().rposition(|word| *word != BREAK).map_or(from, |last| last + 1);
        rest[from..to].to_vec()
    };
    if rest.is_empty() {
        return (again || said.stretch.is_some()).then_some(said);
    }
    let with_day = again || said.stretch.is_some();
    let hour = |found: &Phrase| found.part.is_some() || number_is_hour && (with_day || found.day.is_some());
    match phrase_with(&rest, hour).or_else(|| part_alone(&rest, with_day)) {
        Some(phrase) => said.phrase = phrase,
        None if again => (said.phrase, said.more) = several_times(&rest)?,
        None => return None,
    }
    said.goes_together().then_some(said)
}

impl Said {
    fn set(&mut self, bound: Bound) -> bool {
        fn once<T>(slot: &mut Option<T>, value: T) -> bool {
            let free = slot.is_none();
            slot.get_or_insert(value);
            free
        }
        match bound {
            Bound::From(day) => once(&mut self.from, day),
            Bound::To { day, included } => once(&mut self.to, (day, included)),
            Bound::Times(times) => once(&mut self.times, times),
            Bound::Lasting(count, unit) => once(&mut self.lasting, (count, unit)),
        }
    }

    /// Gives a day that was said to the recurrence; what does not go together is nothing.
    fn goes_together(&mut self) -> bool {
        if self.phrase.now {
            return false;
        }
        if self.stretch.is_some() {
            let whole_part = matches!(self.stretch, Some(Stretch::EndOfPart(_)));
            return self.phrase.minutes.is_none()
                && if whole_part { self.phrase.time.is_none() } else { self.phrase.day.is_none() };
        }
        let Some(repeat) = &mut self.repeat else { return true };
        if self.phrase.minutes.is_some() || self.phrase.or.is_some() {
            return false;
        }
        let Some(day) = self.phrase.day.take() else { return true };
        let byte = |number: u32| i8::try_from(number).ok();
        let days = match (repeat.unit, day) {
            (Unit::Week, Day::Weekday(weekday, Which::Plain | Which::Nearest)) => Some(Days::Week(vec![weekday])),
            (
                Unit::Month | Unit::Quarter | Unit::HalfYear,
                Day::Date { weekday: None, day, month: None, year: None },
            ) => byte(day).map(|day| Days::OfMonth(vec![day])),
            (Unit::Year, Day::Date { weekday: None, day, month: Some(month), year: None }) => {
                byte(day).zip(u8::try_from(month).ok()).map(|(day, month)| Days::Date { month, day })
            }
            _ => None,
        };
        match days {
            Some(days) if repeat.days == Days::Open => {
                repeat.days = days;
                true
            }
            _ => false,
        }
    }
}

/// A part of the day alone: `elke ochtend`.
fn part_alone(words: &[&str], with_day: bool) -> Option<Phrase> {
    let (part, taken) = crate::text::when::day_named::part(words, false)?;
    (with_day && taken == words.len()).then(|| Phrase { part: Some(part), ..Phrase::default() })
}

/// `8:00, 12:00 en 18:00`, `9, 12 en 15 uur`: more than one time of each day. Numbers alone are hours when the last one says so.
fn several_times(words: &[&str]) -> Option<(Phrase, Vec<Time>)> {
    if words.len() > 16 {
        return None;
    }
    (1..words.len()).find_map(|split| {
        let head = phrase_with(&words[..split], |_| true)?;
        head.time.as_ref()?;
        let mut more = Vec::new();
        let mut says_so = false;
        let mut at = split;
        while at < words.len() {
            at += usize::from(matches!(words[at], "en" | "and" | BREAK));
            let here = words.get(at..)?;
            let whole = time(here, false);
            says_so = whole.is_some();
            let (found, taken) = whole.or_else(|| bare(here).map(|(clock, taken)| (Time::At(clock), taken)))?;
            more.push(found);
            at += taken;
        }
        says_so.then_some((head, more))
    })
}

/// `1530`, behind `om`.
fn hour_and_minute(digits: &str) -> Option<(&str, &str)> {
    if digits.len() != 4 || number(digits)? > 2359 {
        return None;
    }
    let (hour, minute) = digits.split_at_checked(2)?;
    number(minute).filter(|minute| *minute < 60)?;
    Some((hour, minute))
}

/// `25:00`, `10:75`, `25 uur`: digits where a time stands, and none that a clock shows.
pub(super) fn no_such_time(words: &[&str], before: Option<&str>) -> Option<(String, usize)> {
    match words {
        [hour, sign @ (":" | "."), minute, after @ ..] if digits(minute, 2).is_some() => {
            let (hour, minute) = (number(hour).filter(|_| hour.len() <= 2)?, number(minute)?);
            let said = *sign == ":" || matches!(after.first(), Some(&("uur" | "u" | "h")));
            let typed = format!("{hour}{sign}{minute:02}");
            (said && (minute > 59 || hour * 60 + minute > 24 * 60)).then(|| {
                let unit = usize::from(matches!(after.first(), Some(&("uur" | "u" | "h"))));
                (typed, 3 + unit)
            })
        }
        // "morgen 10:5".
        [hour, ":", minute, after @ ..] if minute.len() == 1 && before.is_some() && number(minute).is_some() => {
            let short = hour.len() <= 2 && number(hour).is_some() && after.first() != Some(&":");
            short.then(|| (format!("{hour}:{minute}"), 3))
        }
        [hour, unit @ ("uur" | "u"), ..] if before == Some("om") => {
            let hour = digits(hour, 2)?;
            (hour > 24).then(|| (format!("{hour} {unit}"), 2))
        }
        _ => None,
    }
}

/// `deze week dinsdag`, `komende week op dinsdag`, in the words in which `when` knows them.
fn day_of_week<'a>(words: &[&'a str]) -> Option<(Vec<&'a str>, usize)> {
    let [which, "week", rest @ ..] = words else { return None };
    let led = usize::from(matches!(rest.first(), Some(&("op" | "on"))));
    let day = *rest.get(led).filter(|word| weekday(word).is_some())?;
    let words = match *which {
        "deze" | "this" => vec!["deze", day],
        "komende" | "coming" | "aanstaande" => vec!["volgende", "week", day],
        _ => return None,
    };
    Some((words, led + 3))
}
