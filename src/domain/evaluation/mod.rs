//! The shared evaluation of an incident: its path from the first hour to the lesson, what people say beforehand on their own, the
//! session that they hold together. Plain values and rules; [`Evaluation`] is kept with its incident and holds no words about
//! what happened: those are [`Contribution`]s, each behind its guard.

mod contribution;
mod course;
mod learnt;
mod path;
mod poll;
mod session;
#[cfg(test)]
mod tests;

pub use contribution::{Contribution, Stage, contribution_guard};
pub use course::{MOST_ASKED, Moment, Owed, Told};
pub use learnt::{Learnt, experienced};
pub use path::{Participant, Path, PathStep, PathTerms, Taken, Terms};
pub use poll::{Poll, Proposal, Settled, proposals};
pub use session::{Moved, Session, SessionState};

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::UserId;

/// How far the evaluation of an incident has come.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Evaluation {
    /// The planned steps; nothing before it is planned.
    pub path: Option<Path>,
    /// What was said beforehand may be shown, as far as its authors released it: the time for it is over.
    pub gathered: bool,
    /// The search for a date.
    pub poll: Option<Poll>,
    /// The session, once it has begun.
    pub session: Option<Session>,
    /// What of it has come home.
    pub learnt: Learnt,
}

impl Evaluation {
    /// Everybody who stands in it: who takes part or was excused, can at a date, voted, or leads the session.
    pub fn people(&self) -> BTreeSet<UserId> {
        let mut people = BTreeSet::new();
        if let Some(path) = &self.path {
            people.extend(path.participants.iter().map(|one| one.person.clone()));
            people.extend(path.excused.iter().cloned());
        }
        if let Some(poll) = &self.poll {
            people.extend(poll.proposals.iter().flat_map(|proposal| proposal.who.iter().cloned()));
            people.extend(poll.ticks.iter().map(|(_, person, _)| person.clone()));
        }
        people.extend(self.session.iter().map(|session| session.facilitator.clone()));
        people
    }
}
