//! The path of an evaluation: which steps there are, when each begins and by when it should be done, who takes part. The days are
//! those that the project's study of the field proposes (section 6, November 2026, after practice elsewhere): the hot debrief on
//! the same day, what everybody thinks on their own from day 3 to 7, the session from day 7 to 14, asked after at day 21 and for the
//! last time at day 28.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::course::Moment;
use crate::domain::team::coded;
use crate::domain::{OrganisationKind, UserId, WorkingTime};

coded! {
    /// A step of the path, in order.
    PathStep {
        /// The hot debrief of whoever was there. Of it only that it is done is kept.
        Debrief = "debrief",
        /// Everybody answers a few questions on their own.
        Before = "before",
        /// The shared session.
        Session = "session",
    }
}

/// Days after closing at which something of a step happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PathTerms {
    /// It begins.
    pub from: u32,
    /// It should be done by the end of this day.
    pub until: u32,
    /// The days are working days.
    pub working: bool,
}

/// The days of the whole path. A team can set its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// Of the hot debrief.
    pub debrief: PathTerms,
    /// Of what everybody says on their own.
    pub before: PathTerms,
    /// Of the session.
    pub session: PathTerms,
    /// The session is asked after, at this day.
    pub reminder: u32,
    /// The session is asked after for the last time, at this day; the coordinators hear it.
    pub last: u32,
}

impl Default for Terms {
    fn default() -> Self {
        Self {
            debrief: PathTerms { from: 0, until: 0, working: false },
            before: PathTerms { from: 3, until: 7, working: false },
            session: PathTerms { from: 7, until: 14, working: false },
            reminder: 21,
            last: 28,
        }
    }
}

/// How far a step has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// The day on which it begins.
    pub from: NaiveDate,
    /// The day by whose end it should be done.
    pub until: NaiveDate,
    /// How often it has been asked after.
    pub asked: u32,
    /// What of it has been said, or was passed over because its time was over.
    #[serde(default)]
    pub said: BTreeSet<Moment>,
    /// When it was done, in milliseconds since 1970.
    pub done_ms: Option<i64>,
    /// It is not needed. Why stands with what was said.
    pub not_needed: bool,
}

impl Taken {
    /// Nothing is asked about it any more.
    pub fn is_ended(&self) -> bool {
        self.done_ms.is_some() || self.not_needed
    }
}

/// Somebody who takes part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// Who.
    pub person: UserId,
    /// Of which organisation.
    pub organisation: OrganisationKind,
    /// They have answered beforehand, or said that they have nothing to add.
    pub answered: bool,
}

/// The path as it is planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Path {
    /// The day from which the days are counted.
    pub day_zero: NaiveDate,
    /// The days.
    pub terms: Terms,
    /// The steps.
    pub steps: BTreeMap<PathStep, Taken>,
    /// Who takes part.
    pub participants: Vec<Participant>,
    /// Who handed their part over: they are not asked again.
    #[serde(default)]
    pub excused: BTreeSet<UserId>,
    /// When it was planned, in milliseconds since 1970: nothing is said for a moment before it.
    #[serde(default)]
    pub planned_ms: i64,
}

impl Path {
    /// The path from this day on, with these steps. A day on which nobody works becomes the next working day, as terms of the law
    /// do.
    pub fn planned(day_zero: NaiveDate, terms: Terms, participants: Vec<Participant>, working: &WorkingTime) -> Self {
        let taken = |terms: PathTerms| Taken {
            from: after(day_zero, terms.from, terms.working, working),
            until: after(day_zero, terms.until, terms.working, working),
            asked: 0,
            said: BTreeSet::new(),
            done_ms: None,
            not_needed: false,
        };
        let steps = BTreeMap::from([
            (PathStep::Debrief, taken(terms.debrief)),
            (PathStep::Before, taken(terms.before)),
            (PathStep::Session, taken(terms.session)),
        ]);
        Self { day_zero, terms, steps, participants, excused: BTreeSet::new(), planned_ms: 0 }
    }

    /// The same without the hot debrief: of a near miss, and when the day it belongs to is long gone.
    #[must_use]
    pub fn without_debrief(mut self) -> Self {
        self.steps.remove(&PathStep::Debrief);
        self
    }

    /// The same, planned anew from another day: what was done or is not needed stays so, and so does who has answered; what goes on
    /// gets fresh days. A hot debrief that was not held by then is none any more. With `gathered` the time to answer beforehand is over,
    /// and does not begin again: what was shown by then would be hidden anew.
    #[must_use]
    pub fn anew(&self, day_zero: NaiveDate, gathered: bool, working: &WorkingTime) -> Self {
        let fresh = Self::planned(day_zero, self.terms, self.participants.clone(), working);
        let steps = self.steps.iter().filter_map(|(step, taken)| match (taken.is_ended(), step) {
            (true, _) => Some((*step, taken.clone())),
            (false, PathStep::Before) if gathered => Some((*step, taken.clone())),
            (false, PathStep::Debrief) => None,
            (false, _) => fresh.steps.get(step).map(|taken| (*step, taken.clone())),
        });
        Self { steps: steps.collect(), excused: self.excused.clone(), ..fresh }
    }

    /// How far a step has come.
    pub fn step(&self, step: PathStep) -> Option<&Taken> {
        self.steps.get(&step)
    }

    /// This person's part.
    pub fn participant(&self, person: &UserId) -> Option<&Participant> {
        self.participants.iter().find(|one| one.person == *person)
    }

    /// Who takes part from now on: those who see the incident now come in, those who see it no more go out.
    pub fn joined(&mut self, seers: &[(UserId, OrganisationKind)]) {
        self.participants.retain(|one| seers.iter().any(|(person, _)| *person == one.person));
        for (person, organisation) in seers {
            if self.participant(person).is_none() && !self.excused.contains(person) {
                let (person, organisation) = (person.clone(), *organisation);
                self.participants.push(Participant { person, organisation, answered: false });
            }
        }
    }

    /// The organisations that take part, each once, and whether somebody of theirs has answered beforehand.
    pub fn organisations(&self) -> BTreeMap<OrganisationKind, bool> {
        let mut all = BTreeMap::new();
        for one in &self.participants {
            *all.entry(one.organisation).or_default() |= one.answered;
        }
        all
    }

    /// The day at which the session is asked after, or with `last` for the last time.
    pub fn asked_after(&self, last: bool, working: &WorkingTime) -> NaiveDate {
        let days = if last { self.terms.last } else { self.terms.reminder };
        after(self.day_zero, days, self.terms.session.working, working)
    }
}

/// The day so many days, or working days, after this one; the next working day when nobody works then.
fn after(day: NaiveDate, days: u32, of_work: bool, working: &WorkingTime) -> NaiveDate {
    if of_work {
        return working.working_day_from(working.working_day_after(day, days));
    }
    working.working_day_from(day.checked_add_days(chrono::Days::new(u64::from(days))).unwrap_or(day))
}
