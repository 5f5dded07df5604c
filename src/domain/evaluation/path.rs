//! The path of an evaluation: which steps there are, when each begins and by when it should be done, who takes part. The days are
//! those that the project's study of the field proposes (section 6, November 2026, after practice elsewhere): the hot debrief on
//! the same day, what everybody thinks on their own from day 3 to 7, the session from day 7 to 14, asked after at day 21 and for the
//! last time at day 28.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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
}

impl Path {
    /// The path from this day on.
    pub fn planned(day_zero: NaiveDate, terms: Terms, participants: Vec<Participant>, working: &WorkingTime) -> Self {
        let day = |days: u32, of_work: bool| after(day_zero, days, of_work, working);
        let taken = |terms: PathTerms| Taken {
            from: day(terms.from, terms.working),
            until: day(terms.until, terms.working),
            asked: 0,
            done_ms: None,
            not_needed: false,
        };
        let steps = BTreeMap::from([
            (PathStep::Debrief, taken(terms.debrief)),
            (PathStep::Before, taken(terms.before)),
            (PathStep::Session, taken(terms.session)),
        ]);
        Self { day_zero, terms, steps, participants }
    }

    /// How far a step has come.
    pub fn step(&self, step: PathStep) -> Option<&Taken> {
        self.steps.get(&step)
    }
}

/// The day so many days, or working days, after this one.
fn after(day: NaiveDate, days: u32, of_work: bool, working: &WorkingTime) -> NaiveDate {
    if of_work {
        return working.working_day_after(day, days);
    }
    day.checked_add_days(chrono::Days::new(u64::from(days))).unwrap_or(day)
}
