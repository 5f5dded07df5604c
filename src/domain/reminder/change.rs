//! What changes in a reminder, as values that follow from an event or from its time having come, and that the store writes with it.

use super::{Addressee, Course, Manner, Reminded};
use crate::domain::{EventId, RecordNumber, RoomId, Schedule, TeamId, UserId};

/// A change of one reminder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReminderChange {
    /// The bot's account.
    pub account: UserId,
    /// The team.
    pub team: TeamId,
    /// Its number.
    pub number: RecordNumber,
    /// The version of the reminder on which this was decided, 0 when it is made. When it is another by now, the turn is not written
    /// but made anew.
    pub seen: i64,
    /// What happens.
    pub step: ReminderStep,
    /// When it is due after that, in milliseconds since 1970; nothing: not any more.
    pub next_ms: Option<i64>,
}

/// What happens to a reminder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReminderStep {
    /// It is made, or made anew by a change of the message that asked for it.
    Made(Box<NewReminder>),
    /// It goes on.
    Went {
        /// How far it has come.
        course: Course,
        /// The reaction that says so, and how far it had come before: taking the reaction away puts it back.
        tick: Option<(EventId, Course)>,
    },
    /// What it says is erased with its record.
    Erased,
}

/// A reminder that is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReminder {
    /// Who makes it.
    pub author: UserId,
    /// For whom.
    pub to: Addressee,
    /// What is said.
    pub what: Reminded,
    /// When.
    pub schedule: Schedule,
    /// In what manner.
    pub manner: Manner,
    /// The message that asks for it, and the room in which that stands.
    pub asked_in: (RoomId, EventId),
}
