//! An incident: what happened, or was just prevented, with its timeline, until the partners have evaluated it together. Here stand
//! what it is, how it is read back behind its guard, and who may do what with it. How it is evaluated lies in
//! [`evaluation`](super::evaluation), how it is asked for in the dialogue, how it is kept in the store.

mod action;
mod asking;
mod change;
mod contact;
mod rules;
#[cfg(test)]
mod tests;

pub use action::{
    Action, ActionChange, ActionContent, ActionOwner, ActionStatus, ActionStep, NewAction, action_of_record,
    action_record,
};
pub use asking::{Asking, MOST_ASKED_AFTER};
pub use change::{IncidentChange, IncidentStep, NewContribution, NewIncident, NewLine};
pub use contact::{ContactMoment, ContactOwner};
pub use rules::IncidentRefusal;

use super::evaluation::{Contribution, Evaluation};
use super::practice::Effect;
use super::team::coded;
use super::{Answered, Field, Form, Guarded, OrganisationKind, Protection, RecordNumber, TeamId, UserId};
use serde::{Deserialize, Serialize};

/// Longest line of a timeline, in characters.
pub const LONGEST_LINE: usize = 600;

/// Most lines in a timeline: what is longer is nobody's overview.
pub const MOST_LINES: usize = 400;

/// The questions of the incident's form of which other parts of the bot know more than that they are asked.
pub mod question {
    /// What it was; one of its options is the code of a near miss.
    pub const NATURE: &str = "nature";
    /// What happened, in words.
    pub const WHAT: &str = "what";
    /// When.
    pub const WHEN: &str = "when";
    /// Where, in general.
    pub const WHERE: &str = "where";
    /// The alias of the group.
    pub const GROUP: &str = "group";
    /// The numbers of signals that belong to it.
    pub const SIGNALS: &str = "signals";
}

coded! {
    /// What it was.
    Nature {
        /// It happened.
        Incident = "incident",
        /// It was prevented: a near miss.
        NearMiss = "near_miss",
    }
}

coded! {
    /// How far an incident has come.
    IncidentStatus {
        /// It goes on, or nobody has said that it is over.
        Open = "open",
        /// It is over; the evaluation may go on.
        Closed = "closed",
        /// Taken back, kept for its whole term, or erased: it is in no answer any more, and a bare row is left.
        Gone = "gone",
    }
}

/// The record's name inside the bot: keys, what shows it, and what falls due are found by it.
pub fn incident_record(team: &TeamId, number: &RecordNumber) -> String {
    format!("incident/{team}/{number}")
}

/// The team and number in such a name.
pub fn incident_of_record(record: &str) -> Option<(TeamId, RecordNumber)> {
    let (team, number) = record.strip_prefix("incident/")?.rsplit_once('/')?;
    Some((TeamId::new(team), RecordNumber::parse(number)?))
}

/// An incident as it was read back. What stands outside `content` decides who may do what, and what falls due when; nothing of it
/// is told to somebody to whom `content` has not opened.
#[derive(Debug)]
pub struct Incident {
    /// The team.
    pub team: TeamId,
    /// Its number.
    pub number: RecordNumber,
    /// Counts its changes.
    pub version: i64,
    /// How far it has come; never gone: such a one is not read back.
    pub status: IncidentStatus,
    /// What it was.
    pub nature: Nature,
    /// The bot's account that does what falls due for it.
    pub account: UserId,
    /// Who sees it.
    pub protection: Protection,
    /// Nothing is asked and nothing falls due: a criminal or disciplinary inquiry runs.
    pub frozen: bool,
    /// How far its evaluation has come. It holds no words about what happened.
    pub evaluation: Evaluation,
    /// Who keeps contact with the young people, if somebody was named for it.
    pub contact: Option<ContactOwner>,
    /// What it says.
    pub content: Guarded<IncidentContent>,
}

impl Incident {
    /// The record's name inside the bot.
    pub fn record(&self) -> String {
        incident_record(&self.team, &self.number)
    }
}

/// What an incident says. What stands here open may be known by everybody who sees the record at all.
#[derive(Debug)]
pub struct IncidentContent {
    /// Its number.
    pub number: RecordNumber,
    /// What it was.
    pub nature: Nature,
    /// How far it has come.
    pub status: IncidentStatus,
    /// When it was opened, in milliseconds since 1970.
    pub made_ms: i64,
    /// The form with which it was opened.
    pub form: Form,
    /// The answers, in the order of the form.
    pub answers: Vec<Answered>,
    /// The timeline, in the order in which it was written.
    pub lines: Vec<TimelineLine>,
    /// Why nothing is asked any more, as long as that is so.
    pub frozen: Option<Field<String>>,
    /// Why it was closed, and when (milliseconds since 1970).
    pub closing: Option<(Field<String>, i64)>,
    /// What people said in its evaluation. What they said beforehand, on their own, is for themselves until they have released it
    /// and the time for it is over.
    pub contributions: Vec<Guarded<Contribution>>,
}

impl IncidentContent {
    /// The timeline in the order in which things happened; what was written first goes first where that is the same.
    pub fn in_order(&self) -> Vec<&TimelineLine> {
        let mut lines: Vec<&TimelineLine> = self.lines.iter().collect();
        lines.sort_by_key(|line| (line.from_ms, line.line));
        lines
    }
}

/// One line of a timeline. Nothing in it is changed: a mistake is put right by another line.
#[derive(Debug)]
pub struct TimelineLine {
    /// Its place in the order of writing, from 1; people call it by that.
    pub line: u32,
    /// When it happened, in milliseconds since 1970: from when on.
    pub from_ms: i64,
    /// Until when; nothing for a moment.
    pub until_ms: Option<i64>,
    /// When it was written.
    pub made_ms: i64,
    /// For which organisation.
    pub organisation: OrganisationKind,
    /// What happened.
    pub happened: Field<Happened>,
}

/// What a line of a timeline tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum Happened {
    /// Something, in somebody's own words.
    Said {
        /// The words.
        text: String,
    },
    /// A signal belongs to it. The line is for those only who see that signal.
    Signal {
        /// Which.
        number: String,
    },
    /// Something was done about it.
    Intervention {
        /// The slug of the matrix.
        slug: String,
        /// What it did.
        effect: Effect,
    },
    /// An earlier line was not right.
    Correction {
        /// Which.
        of: u32,
        /// How it was.
        text: String,
    },
}
