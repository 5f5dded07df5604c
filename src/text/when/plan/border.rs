//! Where the moment ends and the text begins, or the other way round. Looked for is a moment at the beginning, one at the end,
//! and one that is said in two halves around the text. Where a word can belong to either, it is asked.

use chrono::{DateTime, Datelike as _};
use chrono_tz::Tz;

use super::bound::bound;
use super::doubt::SHOWN;
use super::once::Meant;
use super::said::{Said, said};
use super::typed::{Piece, REACH, pieces};
use super::{NoPlan, Planned, again, left, once};
use crate::search::fold;
use crate::text::calendar::ORDINALS;
use crate::text::when::day_named::Day;
use crate::text::when::number::{is_digits, number};
use crate::text::when::phrase::BREAK;

/// A moment that takes the pieces from one to another.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub from: usize,
    pub to: usize,
    pub said: Said,
    /// Others that end or begin a piece earlier, or read it otherwise: a number stands between.
    pub others: Vec<Found>,
}

/// What was typed, and what is reckoned from.
pub(super) struct Typed<'a> {
    pub all: &'a str,
    pub pieces: Vec<Piece>,
    pub now: DateTime<Tz>,
}

/// A moment and the text around it.
pub(super) fn parted(typed: &str, now: DateTime<Tz>) -> Result<Planned, Vec<NoPlan>> {
    let whole = Typed { all: typed, pieces: pieces(typed), now };
    let front = whole.at_front();
    let back = whole.at_back(front.as_ref().map_or(0, |front| front.to));
    let readings = match (front, back) {
        (None, None) => return whole.in_the_middle(),
        (Some(front), None) => whole.around(&front),
        (None, Some(back)) if whole.is_of_text(back.from) => whole.of_text(&back),
        (None, Some(back)) => whole.around(&back),
        (Some(front), Some(back)) => whole.of_two(&front, &back),
    };
    whole.decided(readings)
}

impl Typed<'_> {
    pub(super) fn words(&self, from: usize, to: usize) -> Option<Vec<&str>> {
        let mut words = Vec::new();
        for piece in self.pieces.get(from..to)? {
            words.extend(piece.words.as_ref()?.iter().map(String::as_str));
        }
        Some(words)
    }

    /// A moment made of these pieces.
    pub(super) fn moment(&self, from: usize, to: usize, number_is_hour: bool) -> Option<Found> {
        let mut words = self.words(from, to)?;
        if number_is_hour && let Some(time) = &self.pieces[to - 1].time {
            words = self.words(from, to - 1)?;
            words.extend(time.iter().map(String::as_str));
        }
        let said = said(&words, number_is_hour)?;
        (!self.is_a_word(from, to)).then_some(Found { from, to, said, others: Vec::new() })
    }

    /// Short names of days are other words as well, and so are numbers in order; alone they are no moment: `do`, `ma`, `2e`.
    pub(super) fn is_a_word(&self, from: usize, to: usize) -> bool {
        const WORDS: [&str; 12] = ["ma", "do", "zo", "din", "don", "dond", "zat", "sat", "sun", "mon", "wed", "woe"];
        match self.words(from, to).as_deref() {
            Some([word]) => WORDS.contains(word),
            Some([number, suffix]) => is_digits(number) && ORDINALS.contains(suffix),
            _ => false,
        }
    }

    /// What may be a time beside a day, and may also belong to the text.
    fn may_be_time(&self, at: usize) -> bool {
        self.is_number(at) || self.pieces[at].time.is_some()
    }

    /// A number alone, which may also belong to the text. A year does not.
    pub(super) fn is_number(&self, at: usize) -> bool {
        match self.words(at, at + 1).as_deref() {
            Some([word]) => number(word).is_some() && !(is_digits(word) && word.len() > 2) && !is_article(word),
            _ => false,
        }
    }

    /// The longest moment at the beginning.
    fn at_front(&self) -> Option<Found> {
        let count = self.pieces.len();
        let known = self.pieces.iter().take(REACH).take_while(|piece| piece.words.is_some()).count();
        (1..=known).rev().find_map(|to| {
            let mut found = self.moment_or_time(0, to)?;
            let sure = self.is_year(&found) || (!found.said.has_time() && self.is_sure(&found));
            if to > 1 && to < count && self.may_be_time(to - 1) && !sure {
                found.others.extend(self.moment(0, to - 1, false));
            } else if to < count && found.said.times.is_some() {
                // "elke maandag 3 keer bellen": so often each time, or so often at all.
                let shorter = (1..to).rev().filter_map(|to| self.moment(0, to, false));
                found.others.extend(shorter.into_iter().find(|shorter| shorter.said.times.is_none()));
            }
            Some(found)
        })
    }

    /// The longest moment at the end, of the pieces that are not taken yet.
    fn at_back(&self, taken: usize) -> Option<Found> {
        let count = self.pieces.len();
        let known = self.pieces.iter().rev().take(REACH).take_while(|piece| piece.words.is_some()).count();
        let first = (count - known).max(taken).max(1);
        (first..count).filter(|from| self.begins_moment(*from)).find_map(|from| {
            let mut found = self.moment_or_time(from, count)?;
            if self.is_number(from) && from + 1 < count {
                found.others.extend(self.moment(from + 1, count, false));
            }
            Some(found)
        })
    }

    /// A moment whose last piece may be a time, though it is read otherwise: `vrijdag 10-12`, `3 december 1400`.
    fn moment_or_time(&self, from: usize, to: usize) -> Option<Found> {
        let read = self.moment(from, to, false);
        let time = if to > from + 1 && self.may_be_time(to - 1) { self.moment(from, to, true) } else { None };
        match (read, time) {
            (Some(read), Some(time)) if self.pieces[to - 1].time.is_some() && !self.is_sure(&read) => {
                let impossible = matches!(read.said.phrase.day, Some(Day::Date { month: Some(13..), .. }));
                let past = self.year_at_end(&read).is_some_and(|year| year < self.now.year());
                let others = if impossible || past { Vec::new() } else { vec![read] };
                Some(Found { others, ..time })
            }
            (read, time) => read.or(time),
        }
    }

    /// One moment, and what its text holds.
    fn around(&self, found: &Found) -> Vec<Result<Planned, Vec<NoPlan>>> {
        if !found.others.is_empty() {
            return std::iter::once(found).chain(&found.others).flat_map(|found| self.read(found)).collect();
        }
        if let Some(fault) = self.beyond_border(found).or_else(|| self.recurs_outside(found)) {
            return vec![Err(vec![fault])];
        }
        if let Some((said, from)) = self.bound_at_end(found) {
            return self.plans(&said, &self.between(found.to, from));
        }
        let mut readings = self.read(found);
        if let Some(without) = self.without_length(found) {
            readings.extend(self.read(&without));
        } else if let Some(other) = self.more_inside(found) {
            readings.extend(self.with_text_of(found, &other));
        }
        readings
    }

    /// A moment at either end.
    fn of_two(&self, front: &Found, back: &Found) -> Vec<Result<Planned, Vec<NoPlan>>> {
        if let Some(fault) = self.beyond_border(front) {
            return vec![Err(vec![fault])];
        }
        let of_text = self.is_of_text(back.from);
        let both = self.both(front, back);
        let doubtful = !(front.others.is_empty() && back.others.is_empty());
        let adjective = |found: &Found| found.said.repeat.as_ref().is_some_and(|repeat| repeat.is_adjective);
        if let Some(both) = &both
            && !front.said.has_time()
            && back.said.is_time()
            && !doubtful
            && !of_text
            && !adjective(front)
        {
            return self.joined(both, front, back);
        }
        // All of it is said at the beginning; what stands at the end belongs to the text.
        let says_more = both.is_some() || back.said.repeat.is_some();
        if front.said.has_time() && front.said.has_day() && !says_more && !doubtful {
            return self.around(front);
        }
        let mut readings = Vec::new();
        if let Some(both) = &both {
            readings.extend(self.joined(both, front, back));
        }
        for found in [front, back] {
            readings.extend(self.read(found));
            readings.extend(found.others.iter().flat_map(|other| self.read(other)));
        }
        readings
    }

    /// What two halves say together.
    fn both(&self, front: &Found, back: &Found) -> Option<Said> {
        let words = [self.words(front.from, front.to)?, vec![BREAK], self.words(back.from, back.to)?].concat();
        said(&words, false)
    }

    fn joined(&self, both: &Said, front: &Found, back: &Found) -> Vec<Result<Planned, Vec<NoPlan>>> {
        let text = self.between(front.to, back.from);
        self.plans(both, &text)
    }

    /// Every way to read one moment.
    fn read(&self, found: &Found) -> Vec<Result<Planned, Vec<NoPlan>>> {
        let text = self.around_of(found);
        self.plans(&found.said, &text)
    }

    pub(super) fn plans(&self, said: &Said, text: &str) -> Vec<Result<Planned, Vec<NoPlan>>> {
        match meaning(said, self.now) {
            Ok(plans) => plans.into_iter().map(|plan| Ok(Planned { plan, text: text.to_owned() })).collect(),
            Err(faults) => vec![Err(faults.into_iter().map(|fault| fault.about(text)).collect())],
        }
    }

    fn around_of(&self, found: &Found) -> String {
        if found.from == 0 {
            self.between(found.to, self.pieces.len())
        } else if found.to == self.pieces.len() {
            left::before(&self.all[..self.pieces[found.from].from])
        } else {
            let before = left::before(&self.all[..self.pieces[found.from].from]);
            format!("{before} {}", self.between(found.to, self.pieces.len())).trim().to_owned()
        }
    }

    /// The text from one piece to another.
    fn between(&self, from: usize, to: usize) -> String {
        let start = from.checked_sub(1).map_or(0, |last| self.pieces[last].to);
        let end = self.pieces.get(to).map_or(self.all.len(), |piece| piece.from);
        let text = left::after(&self.all[start..end]);
        if to < self.pieces.len() { left::before(&text) } else { text }
    }

    /// A recurrence at the beginning whose last day stands at the end, behind the text: `elke vrijdag 16u logboek tot 1 juni`.
    fn bound_at_end(&self, found: &Found) -> Option<(Said, usize)> {
        if found.from > 0 || found.said.repeat.is_none() {
            return None;
        }
        let (own, count) = (self.words(0, found.to)?, self.pieces.len());
        let known = self.pieces.iter().rev().take(REACH).take_while(|piece| piece.words.is_some()).count();
        ((count - known).max(found.to + 1)..count).find_map(|from| {
            let tail = self.words(from, count)?;
            let (_, taken) = bound(&tail)?;
            let whole = (taken == tail.len()).then(|| said(&[own.as_slice(), &tail].concat(), false)).flatten();
            whole.map(|said| (said, from))
        })
    }

    /// The same text, with what it holds of the moment counted.
    fn with_text_of(&self, found: &Found, both: &Said) -> Vec<Result<Planned, Vec<NoPlan>>> {
        let text = self.around_of(found);
        self.plans(both, &text)
    }

    /// No moment at either end; one in the middle may be meant, and is asked about.
    fn in_the_middle(&self) -> Result<Planned, Vec<NoPlan>> {
        let count = self.pieces.len();
        let longest = (1..count.min(REACH)).filter(|from| self.begins_moment(*from)).find_map(|from| {
            (from + 1..count.min(from + 8)).rev().find_map(|to| {
                let counts = self.is_number(from) && self.moment(from + 1, to, false).is_some();
                if counts { None } else { self.moment(from, to, false) }
            })
        });
        let Some(found) = longest else { return Err(vec![NoPlan::Nothing]) };
        if let Some(fault) = self.recurs_outside(&found) {
            return Err(vec![fault]);
        }
        if self.is_of_text(found.from) {
            return self.decided(self.of_text(&found));
        }
        let mut readings = self.read(&found);
        readings.extend(self.plans(&found.said, &left::before(self.all)));
        self.decided(readings)
    }

    pub(super) fn folded(&self, at: Option<usize>) -> Option<String> {
        let piece = self.pieces.get(at?)?;
        Some(fold(&self.all[piece.from..piece.to]))
    }

    /// One plan, a question, or what is wrong.
    fn decided(&self, readings: Vec<Result<Planned, Vec<NoPlan>>>) -> Result<Planned, Vec<NoPlan>> {
        let mut plans: Vec<Planned> = Vec::new();
        let mut faults: Vec<NoPlan> = Vec::new();
        for reading in readings {
            match reading {
                Ok(planned) if !plans.contains(&planned) => plans.push(planned),
                Ok(_) => {}
                Err(found) => {
                    for fault in found {
                        if !faults.contains(&fault) {
                            faults.push(fault);
                        }
                    }
                }
            }
        }
        for fault in &mut faults {
            if let NoPlan::RuleUnknown(what) = fault
                && what.is_empty()
            {
                *what = self.all.chars().take(SHOWN).collect();
            }
        }
        plans.truncate(4);
        match plans.len() {
            1 if faults.is_empty() => Ok(plans.remove(0)),
            // Where one way to read it cannot be, the other one is not sure for that.
            0 | 1 => Err(faults),
            _ => Err(vec![NoPlan::Unsure(plans)]),
        }
    }
}

fn is_article(word: &str) -> bool {
    matches!(word, "een" | "one")
}

/// What was said as plans.
pub(super) fn meaning(said: &Said, now: DateTime<Tz>) -> Meant {
    let mut faults: Vec<NoPlan> = said.no_such_times.iter().cloned().map(NoPlan::NoSuchTime).collect();
    let found = match &said.repeat {
        Some(repeat) => again::again(said, repeat, now),
        None => once::once(said, now),
    };
    match found {
        Ok(plans) if faults.is_empty() => Ok(plans),
        Ok(_) => Err(faults),
        Err(more) => {
            // The time that stands in the place of one that there is not says nothing of itself.
            let of_itself = |fault: &NoPlan| matches!(fault, NoPlan::Past(_) | NoPlan::NotOnTheClock(_));
            let keep = faults.is_empty();
            faults.extend(more.into_iter().filter(|fault| keep || !of_itself(fault)));
            Err(faults)
        }
    }
}
