//! An action: what somebody does after an evaluation, by a day. It is chased until it is done, dropped with a reason, or handed over
//! to somebody who says yes.

use chrono::NaiveDate;

use crate::domain::team::coded;
use crate::domain::{Field, Guarded, OrganisationKind, RecordNumber, TeamId, UserId};

coded! {
    /// How far an action has come.
    ActionStatus {
        /// It is to be done.
        Open = "open",
        /// It is done.
        Done = "done",
        /// It is not done any more, for a reason.
        Dropped = "dropped",
    }
}

/// Whose an action is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActionOwner {
    /// A member's.
    Person(UserId),
    /// An organisation's: whoever of it sees the incident may do and end it.
    Organisation(OrganisationKind),
}

/// The record's name inside the bot.
pub fn action_record(team: &TeamId, number: &RecordNumber) -> String {
    format!("action/{team}/{number}")
}

/// The team and number in such a name.
pub fn action_of_record(record: &str) -> Option<(TeamId, RecordNumber)> {
    let (team, number) = record.strip_prefix("action/")?.rsplit_once('/')?;
    Some((TeamId::new(team), RecordNumber::parse(number)?))
}

/// An action as it was read back. Its words stand behind the guard of its incident.
#[derive(Debug)]
pub struct Action {
    /// The team.
    pub team: TeamId,
    /// Its number.
    pub number: RecordNumber,
    /// Counts its changes.
    pub version: i64,
    /// The incident after which it was agreed.
    pub incident: RecordNumber,
    /// How far it has come.
    pub status: ActionStatus,
    /// Whose it is.
    pub owner: ActionOwner,
    /// Whom the owner has asked to take it over, as long as they have not answered.
    pub offered_to: Option<UserId>,
    /// By when it should be done.
    pub due_on: NaiveDate,
    /// How often it has been asked after.
    pub asked: u32,
    /// When it was agreed, in milliseconds since 1970.
    pub made_ms: i64,
    /// When it was done or dropped.
    pub ended_ms: Option<i64>,
    /// What is to be done, and why it was dropped.
    pub content: Guarded<ActionContent>,
}

impl Action {
    /// The record's name inside the bot.
    pub fn record(&self) -> String {
        action_record(&self.team, &self.number)
    }
}

/// What an action says.
#[derive(Debug)]
pub struct ActionContent {
    /// What is to be done.
    pub what: Field<String>,
    /// Why it was dropped.
    pub dropped: Option<Field<String>>,
}

/// A change of one action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionChange {
    /// The team.
    pub team: TeamId,
    /// Its number.
    pub number: RecordNumber,
    /// The version on which this was decided, 0 when it is made.
    pub seen: i64,
    /// What happens.
    pub step: ActionStep,
}

/// One step of an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActionStep {
    /// It is agreed.
    Made(Box<NewAction>),
    /// It is to be done by another day.
    Moved {
        /// Which.
        due_on: NaiveDate,
    },
    /// It has been asked after once more.
    Asked,
    /// The owner asks somebody to take it over.
    Offered {
        /// Whom.
        to: UserId,
    },
    /// Whoever was asked does not want it.
    Refused,
    /// It is somebody else's from now on.
    HandedOver {
        /// Whose.
        to: ActionOwner,
    },
    /// It is done.
    Done,
    /// It is not done any more.
    Dropped {
        /// Why.
        reason: String,
    },
}

/// An action that is agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAction {
    /// The bot's account.
    pub account: UserId,
    /// The incident.
    pub incident: RecordNumber,
    /// What is to be done.
    pub what: String,
    /// Whose it is.
    pub owner: ActionOwner,
    /// By when.
    pub due_on: NaiveDate,
}
