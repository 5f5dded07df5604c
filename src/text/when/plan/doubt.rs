//! What makes a moment doubtful, though it was read: the words beside it, or another half of it in the text.

use chrono::{Datelike as _, Days};

use super::border::{Found, Typed, meaning};
use super::bound::{bound, introduces};
use super::repeat::{is_every, repeat, unit};
use super::said::{Said, no_such_time, said};
use super::stretch::stretch;
use super::typed::REACH;
use super::{NoPlan, Plan, Planned, left};
use crate::domain::schedule::{Schedule, on_the_clock};
use crate::text::calendar::month;
use crate::text::when::ago::shift;
use crate::text::when::clock::time;
use crate::text::when::day_named::{self, Day, named};
use crate::text::when::number::{digits, is_digits};
use crate::text::when::phrase::BREAK;

/// So much of what was not understood is shown.
pub(super) const SHOWN: usize = 60;

impl Typed<'_> {
    /// The year at the end of a date, near or far.
    pub(super) fn year_at_end(&self, found: &Found) -> Option<i32> {
        let before = self.words(found.to.checked_sub(2)?, found.to - 1)?;
        month(before.last()?)?;
        let piece = self.folded(found.to.checked_sub(1))?;
        digits(&piece, 4).and_then(|year| i32::try_from(year).ok())
    }

    /// A year that is near enough to be one, or is no time that people name; others are as well times, as 2030.
    pub(super) fn is_year(&self, found: &Found) -> bool {
        self.year_at_end(found).is_some_and(|year| (0..=3).contains(&(year - self.now.year())) || year % 5 != 0)
    }

    /// A near year, or a date with its own weekday beside it.
    pub(super) fn is_sure(&self, found: &Found) -> bool {
        let dated = matches!(found.said.phrase.day, Some(Day::Date { weekday: Some(_), .. }));
        self.is_year(found) || (dated && meaning(&found.said, self.now).is_ok_and(|plans| plans.len() == 1))
    }

    /// What follows a moment and would change it, were it understood: `of overmorgen`, `behalve vrijdag`, `tot de vakantie`.
    pub(super) fn beyond_border(&self, found: &Found) -> Option<NoPlan> {
        let next = self.words(found.to, found.to + 1)?;
        let word = *next.first()?;
        let again = found.said.repeat.is_some();
        let except = ["behalve", "except", "uitgezonderd", "excluding", "tijdens", "during"].contains(&word);
        let bound = introduces(word);
        let joins = ["of", "or", "en", "and"].contains(&word) && self.is_moment_like(found.to + 1);
        let in_month = ["in", "op", "on", "van", "from"].contains(&word) && again && self.is_moment_like(found.to + 1);
        // "van 1 tot 12 december" is no time of the day.
        let in_month = in_month || crate::text::calendar::month(word).is_some();
        let listed = self.lists_more(found.to);
        let stands = joins || listed || in_month || (again && (except || bound));
        stands.then(|| self.unknown(found.to))
    }

    /// Numbers in a row, which go on with those before them: `om 9, 12 en 15 ronde`.
    fn lists_more(&self, at: usize) -> bool {
        let comma = |at: usize| self.all[self.pieces[at].to..].starts_with(',');
        let joined =
            |at: usize| comma(at) || self.folded(Some(at + 1)).is_some_and(|word| word == "en" || word == "and");
        at > 0 && at < self.pieces.len() && comma(at - 1) && self.is_number(at) && joined(at)
    }

    /// That it comes again was said and not understood, or a day that is not known: `elke feestdag 10u`, `kerst 10u`.
    pub(super) fn recurs_outside(&self, found: &Found) -> Option<NoPlan> {
        if found.said.has_day() {
            return None;
        }
        let says_so = |at: &usize| self.folded(Some(*at)).is_some_and(|word| is_every(&word) || is_holiday(&word));
        let near = found.from.saturating_sub(REACH)..self.pieces.len().min(found.to + REACH);
        let outside = near.filter(|at| *at < found.from || *at >= found.to);
        outside.into_iter().find(says_so).map(|at| self.unknown(at))
    }

    fn unknown(&self, from: usize) -> NoPlan {
        let end = (from + 3).min(self.pieces.len());
        let words = &self.all[self.pieces[from].from..self.pieces[end - 1].to];
        NoPlan::RuleUnknown(words.chars().take(SHOWN).collect())
    }

    /// `vrijdag 3 uur lang vergaderen`: the time is as well how long it takes.
    pub(super) fn without_length(&self, found: &Found) -> Option<Found> {
        let next = self.words(found.to, found.to + 1)?;
        if found.from > 0 || !matches!(next.as_slice(), ["lang" | "long"]) {
            return None;
        }
        (1..found.to).rev().filter_map(|to| self.moment(0, to, false)).find(|shorter| !shorter.said.has_time())
    }

    /// Whether a day, a month or a time begins here.
    fn is_moment_like(&self, at: usize) -> bool {
        let end = (at + 4).min(self.pieces.len());
        (at + 1..=end).any(|to| {
            self.words(at, to).is_some_and(|words| {
                named(&words).is_some()
                    || time(&words, false).is_some()
                    || words.first().is_some_and(|word| month(word).is_some() || is_every(word))
            })
        })
    }

    /// Whether something of a moment begins here, however it goes on.
    pub(super) fn begins_moment(&self, at: usize) -> bool {
        let known = self.pieces[at..].iter().take(6).take_while(|piece| piece.words.is_some()).count();
        self.words(at, at + known).is_some_and(|words| begins(&words))
    }

    /// Half of a moment lies in the text: a time where only a day was said, a day where only a time was.
    pub(super) fn more_inside(&self, found: &Found) -> Option<Said> {
        let wants_time = !found.said.has_time();
        let wants_day = !found.said.has_day();
        if !wants_time && !wants_day {
            return None;
        }
        let own = self.words(found.from, found.to)?;
        let outside = (0..self.pieces.len()).filter(|at| *at < found.from || *at >= found.to);
        outside.into_iter().filter(|from| self.begins_moment(*from)).find_map(|from| {
            let last = if from < found.from { found.from } else { self.pieces.len() };
            (from + 1..=last.min(from + 5)).rev().find_map(|to| {
                if self.is_number(from) && to == from + 1 || self.is_a_word(from, to) {
                    return None;
                }
                let words = self.words(from, to)?;
                let half = said(&words, false)?;
                let fits = if wants_time { half.is_time() } else { half.has_day() && !half.has_time() };
                if !fits {
                    return None;
                }
                said(&[own.as_slice(), &[BREAK], &words].concat(), false)
            })
        })
    }

    /// Whether the word before a moment ties it to the text: `bellen over vrijdag`, `inleveren voor 1 december`.
    pub(super) fn is_of_text(&self, from: usize) -> bool {
        const WORDS: [&str; 18] = [
            "voor",
            "before",
            "by",
            "uiterlijk",
            "na",
            "after",
            "over",
            "about",
            "van",
            "of",
            "for",
            "sinds",
            "since",
            "vanaf",
            "from",
            "tot",
            "until",
            "till",
        ];
        self.folded(from.checked_sub(1)).is_some_and(|word| WORDS.contains(&word.as_str()))
    }

    /// A moment of which the text speaks. What is to be done before a day is done on it, or on the day before.
    pub(super) fn of_text(&self, found: &Found) -> Vec<Result<Planned, Vec<NoPlan>>> {
        let before = self.folded(found.from.checked_sub(1)).unwrap_or_default();
        // "2 dagen voor 1 december".
        let from_it = self.folded(found.from.checked_sub(2)).is_some_and(|word| unit(&word).is_some());
        let is_once = found.said.repeat.is_none() && found.said.has_day() && found.said.phrase.minutes.is_none();
        if !is_once || from_it || !matches!(before.as_str(), "voor" | "before" | "by" | "uiterlijk" | "for") {
            return vec![Err(vec![NoPlan::Nothing])];
        }
        let zone = self.now.timezone();
        let mut readings = Vec::new();
        for on_it in self.plans(&found.said, &left::before(self.all)) {
            if let Ok(on_it) = &on_it
                && let Some(day_before) = on_it.plan.schedule.first().checked_sub_days(Days::new(1))
                && on_the_clock(day_before, zone).is_ok_and(|at| at > self.now)
            {
                let plan = Plan { schedule: Schedule::once(day_before, zone), ..on_it.plan.clone() };
                readings.push(Ok(Planned { plan, ..on_it.clone() }));
            }
            readings.push(on_it);
        }
        if readings.len() == 1 { vec![Err(vec![NoPlan::Nothing])] } else { readings }
    }
}

fn begins(words: &[&str]) -> bool {
    let part = day_named::part(words, false).is_some();
    part || named(words).is_some()
        || time(words, false).is_some()
        || shift(words).is_some()
        || day_named::night(words).is_some()
        || repeat(words).is_some()
        || bound(words).is_some()
        || stretch(words).is_some()
        || no_such_time(words, None).is_some()
        || matches!(words, [number, ".", _, ..] if is_digits(number))
}

/// A holiday by its name. Which day it is, is not known here.
fn is_holiday(word: &str) -> bool {
    const STARTS: [&str; 11] = [
        "kerst",
        "paas",
        "pasen",
        "pinkster",
        "hemelvaart",
        "koningsdag",
        "oudjaar",
        "nieuwjaar",
        "bevrijdingsdag",
        "christmas",
        "easter",
    ];
    STARTS.iter().any(|start| word.starts_with(start))
}
