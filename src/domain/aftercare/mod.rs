//! Aftercare for professionals: when somebody who wished it is asked how they are, and what changes with it. Of what happened nothing
//! stands here, and of what they answer neither. The moments are those that the project's study of the field proposes (section 7,
//! November 2026, after common practice). How it is asked lies in `commands/aftercare`, how it is kept in the store.

#[cfg(test)]
mod tests;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::schedule::day_begins;
use super::team::coded;
use super::{UserId, WorkingTime};

/// What was asked and answered is taken back within so much time, in milliseconds: an hour.
pub const FORGOTTEN_AFTER_MS: i64 = 3_600_000;

/// A question to which nobody answers is taken back after so much time, in milliseconds: a day.
pub const UNANSWERED_AFTER_MS: i64 = 24 * FORGOTTEN_AFTER_MS;

coded! {
    /// A moment at which somebody is asked, in order.
    CheckIn {
        /// A few hours after they wished it.
        FirstDay = "first_day",
        /// After 24 to 72 hours.
        Days = "days",
        /// After a week.
        Week = "week",
        /// After four to six weeks.
        Weeks = "weeks",
        /// After three months, for the last time.
        Months = "months",
    }
}

impl CheckIn {
    /// Hours after the beginning: not before, when it is best, and when it should be over.
    const fn hours(self) -> (i64, i64, i64) {
        match self {
            Self::FirstDay => (4, 4, 24),
            Self::Days => (24, 48, 72),
            Self::Week => (6 * 24, 7 * 24, 10 * 24),
            Self::Weeks => (28 * 24, 35 * 24, 42 * 24),
            Self::Months => (84 * 24, 91 * 24, 98 * 24),
        }
    }

    /// The one after it.
    fn next(self) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| *one > self)
    }
}

/// That somebody takes part, and how far it has come. The store seals it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Who.
    pub person: UserId,
    /// Since when, in milliseconds since 1970.
    pub began_ms: i64,
    /// What they are asked next; nothing after the last question, as long as that has not been taken back.
    pub next: Option<CheckIn>,
}

/// What is owed of a plan now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owed {
    /// Nothing, and nothing is to come.
    Nothing,
    /// Nothing before this moment.
    Later(DateTime<Utc>),
    /// This question. What was missed before it is not asked any more.
    Ask(CheckIn, Option<(CheckIn, DateTime<Utc>)>),
}

impl Plan {
    /// Somebody takes part from this moment on.
    pub fn begun(person: UserId, began_ms: i64) -> Self {
        Self { person, began_ms, next: Some(CheckIn::FirstDay) }
    }

    /// When this question is asked: undisturbed, and within its time if that can be.
    pub fn moment(&self, question: CheckIn, working: &WorkingTime, zone: Tz) -> DateTime<Utc> {
        let began = DateTime::from_timestamp_millis(self.began_ms).unwrap_or_default();
        let after = |hours| began + TimeDelta::hours(hours);
        let (from, best, until) = question.hours();
        let at = working.undisturbed(after(best), zone);
        if at > after(until) { working.undisturbed(after(from), zone) } else { at }
    }

    /// What is owed now. Nobody is disturbed; what was missed is joined into the latest; two questions are never of one day.
    pub fn owed(&self, now: DateTime<Utc>, working: &WorkingTime, zone: Tz) -> Owed {
        let Some(next) = self.next else { return Owed::Nothing };
        let at = self.moment(next, working, zone).max(working.undisturbed(now, zone));
        if at > now {
            return Owed::Later(at);
        }
        let mut due =
            CheckIn::ALL.iter().copied().filter(|one| *one >= next && self.moment(*one, working, zone) <= now);
        let question = due.next_back().unwrap_or(next);
        let after = question.next().map(|after| {
            let at = self.moment(after, working, zone).max(working.undisturbed(tomorrow(now, zone), zone));
            (after, at)
        });
        Owed::Ask(question, after)
    }
}

/// When the next day begins there.
fn tomorrow(now: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
    let today = now.with_timezone(&zone).date_naive();
    day_begins(today.succ_opt().unwrap_or(today), zone)
}

/// Something changes in aftercare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AftercareChange {
    /// The bot's account.
    pub account: UserId,
    /// The plan's name inside the bot; of what is forgotten also that of a part of the talk about it, or of a talk without a plan.
    pub id: String,
    /// What happens.
    pub step: AftercareStep,
}

/// One step of aftercare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AftercareStep {
    /// Somebody takes part.
    Begun(Plan),
    /// It has come so far.
    Went {
        /// The plan as it was read, sealed. When it is another by now, the turn is not written but made anew.
        seen: Vec<u8>,
        /// How far.
        plan: Plan,
    },
    /// What was said is taken back, and nothing points to it any more.
    Forgotten {
        /// The rows of the outbox that say it; when there are others by now, the turn is made anew.
        rows: Vec<i64>,
    },
    /// They take part no more: the plan, all that was said of it and what falls due for it are gone.
    Ended {
        /// The plan as it was read, sealed.
        seen: Vec<u8>,
        /// The rows of the outbox that say something of it.
        rows: Vec<i64>,
    },
}

/// The record's name inside the bot, of a plan or of a part of the talk about it.
pub fn aftercare_record(id: &str) -> String {
    format!("aftercare/{id}")
}
