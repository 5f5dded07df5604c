//! What a chain learns about interventions: how often one was used and what became of it, the lessons that were confirmed, and
//! the entries of the matrix that are a team's own. Keeping them is the store's; showing them that of the command.
//!
//! A use is counted and nothing more: which intervention, with what effect, in which month. The count stays when the record is
//! erased in which it happened.

mod entry;
mod month;
mod proposal;

pub use entry::{EntryTexts, OwnEntry, TeamEntry};
pub use month::Month;
pub use proposal::{Accepting, PracticeRefusal, Proposal};

use super::team::coded;
use super::{OrganisationKind, TeamId, UserId};

/// Longest text of a lesson, in characters: three of them must fit a phone, under an entry.
pub const LONGEST_LESSON: usize = 300;

/// So many lessons are shown under an entry, the newest.
pub const LESSONS_SHOWN: usize = 3;

/// So many uses make a number that may be said, when nobody says otherwise.
pub const LEAST_USES: u32 = 5;

coded! {
    /// What became of an intervention, as those saw it who were there.
    Effect {
        /// It helped.
        Helped = "helped",
        /// Nothing changed.
        NoEffect = "no_effect",
        /// It made things worse.
        Worse = "worse",
        /// Nobody can say.
        Unknown = "unknown",
    }
}

/// How often a team has used an intervention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Experience {
    /// All uses.
    pub used: u32,
    /// Those that helped.
    pub helped: u32,
    /// Those that made things worse.
    pub worse: u32,
    /// The month of the last.
    pub last: Option<Month>,
}

/// What may be said of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// It was used, too seldom for numbers: those would point at what happened.
    Seldom,
    /// The numbers.
    Often {
        /// All uses.
        used: u32,
        /// Those that helped.
        helped: u32,
        /// Those that made things worse.
        worse: u32,
        /// The month of the last.
        last: Month,
    },
}

impl Experience {
    /// Counts one use more.
    #[must_use]
    pub fn with(self, effect: Effect, month: Month) -> Self {
        Self {
            used: self.used + 1,
            helped: self.helped + u32::from(effect == Effect::Helped),
            worse: self.worse + u32::from(effect == Effect::Worse),
            last: self.last.max(Some(month)),
        }
    }

    /// What may be said of it where so many uses make a number; nothing when it was never used.
    pub fn told(self, least: u32) -> Option<Told> {
        let last = self.last.filter(|_| self.used > 0)?;
        Some(if self.used < least {
            Told::Seldom
        } else {
            Told::Often { used: self.used, helped: self.helped, worse: self.worse, last }
        })
    }
}

/// A lesson as it stands under an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// Its name inside the bot.
    pub id: String,
    /// The entry.
    pub slug: String,
    /// What was learned, in the words that were confirmed.
    pub text: String,
    /// When.
    pub month: Month,
}

/// A change of what a team has learned: all of its steps or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeChange {
    /// The team.
    pub team: TeamId,
    /// What happens, in order.
    pub steps: Vec<PracticeStep>,
}

/// One step of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PracticeStep {
    /// An intervention was used. The same source counts once for an intervention, whatever it says the second time.
    Experienced {
        /// Which.
        slug: String,
        /// What became of it.
        effect: Effect,
        /// When.
        month: Month,
        /// Where it comes from: an id that says nothing to anybody, and no number of a record.
        source: String,
    },
    /// A lesson was confirmed. The same id again changes nothing.
    Lesson {
        /// Its name inside the bot. Its text is sealed under the key of [`practice_record`], and goes when that is erased.
        id: String,
        /// The entry.
        slug: String,
        /// What was learned.
        text: String,
        /// When.
        month: Month,
    },
    /// A member proposes an entry.
    Proposed {
        /// Its name inside the bot.
        id: String,
        /// The entry that it changes, or its own new name.
        slug: String,
        /// Its number among all proposals for that entry, counted from 1.
        number: u32,
        /// The version of the team's own entry that it changes; 0 when the team has none.
        basis: u32,
        /// What it says.
        entry: Box<TeamEntry>,
        /// By whom; nobody for what an operator brought in.
        by: Option<UserId>,
        /// For which organisation they are in the team.
        organisation: Option<OrganisationKind>,
    },
    /// A coordinator accepts it: from now on it is the team's entry.
    Accepted {
        /// Which.
        id: String,
        /// The entry.
        slug: String,
        /// Its version from now on.
        version: u32,
        /// By whom; nobody for what an operator brought in.
        by: Option<UserId>,
    },
    /// A coordinator refuses it.
    Refused {
        /// Which.
        id: String,
        /// By whom.
        by: UserId,
        /// Why, in their words.
        reason: String,
    },
    /// Whoever proposed it takes it back.
    Withdrawn {
        /// Which.
        id: String,
    },
}

/// The record of a lesson or of a proposed entry, by its whole name: its text is sealed with the key of that.
pub fn practice_record(team: &TeamId, id: &str) -> String {
    format!("practice/{team}/{id}")
}

/// What shows the lessons of an entry says so with this name: it is taken back when any of them is erased.
pub fn lessons_of(team: &TeamId, slug: &str) -> String {
    format!("practice-of/{team}/{slug}")
}

#[cfg(test)]
mod tests;
