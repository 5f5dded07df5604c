//! A reminder: something that is said at a planned moment to those it is for, by the clock on the wall of whoever asked. What it
//! says, for whom, and in what manner stands here; how far it has come and what follows next is its [`Course`].

mod change;
mod course;
#[cfg(test)]
mod tests;

pub use change::{NewReminder, ReminderChange, ReminderStep};
pub use course::{Course, MOST_ASKED, Owed, Post, Timing};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::team::coded;
use super::{EventId, Member, RecordNumber, Role, RoomId, RoomPurpose, Schedule, TeamId, UserId, WorkingTime};

/// A reminder of a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// The team.
    pub team: TeamId,
    /// Its number.
    pub number: RecordNumber,
    /// Counts its changes.
    pub version: i64,
    /// Who made it.
    pub author: UserId,
    /// For whom it is.
    pub to: Addressee,
    /// What is said.
    pub what: Reminded,
    /// The moments for which it is planned.
    pub schedule: Schedule,
    /// In what manner.
    pub manner: Manner,
    /// How far it has come.
    pub course: Course,
    /// The message that asked for it, and the room in which that stands.
    pub asked_in: (RoomId, EventId),
    /// When it was made, in milliseconds since 1970.
    pub made_ms: i64,
}

/// For whom a reminder is, and with that where it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Addressee {
    /// Whoever made it, in their direct room.
    Author,
    /// These people, in this room of the team. Never empty.
    People(RoomId, Vec<UserId>),
    /// Everybody in this room of the team.
    Room(RoomId),
}

impl Addressee {
    /// The room in which it is said; nothing when that is the author's direct room.
    pub fn room(&self) -> Option<&RoomId> {
        match self {
            Self::Author => None,
            Self::People(room, _) | Self::Room(room) => Some(room),
        }
    }
}

/// What a reminder says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reminded {
    /// These words.
    Text(String),
    /// What lies open in the team, counted when it is said.
    Overview,
}

/// In what manner it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Manner {
    /// Never at a quiet hour or on a day on which nobody works: then at the beginning of the next working day.
    pub in_working_time: bool,
    /// It passes over days on which nobody works: `elke werkdag`.
    pub on_working_days: bool,
    /// It is asked again until somebody says that it is done.
    pub until_confirmed: bool,
}

coded! {
    /// How far a reminder has come.
    ReminderStatus {
        /// It will be said, for the first time or again.
        Planned = "planned",
        /// It has been said for the last time, and nobody has said that it is done.
        Said = "said",
        /// It is done.
        Done = "done",
        /// Somebody stopped it.
        Stopped = "stopped",
    }
}

/// What a member may do with a reminder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rights {
    /// Read what it says.
    pub see: bool,
    /// Say that it is done, or that it should come later.
    pub tick: bool,
    /// Stop it.
    pub stop: bool,
}

impl Reminder {
    /// The record of this reminder.
    pub fn record(&self) -> String {
        reminder_record(&self.team, &self.number)
    }

    /// On what its moments depend, where people work so and the only one whom it is for is away until and with this day.
    pub fn timing<'t>(&'t self, working: &'t WorkingTime, away: Option<NaiveDate>) -> Timing<'t> {
        Timing { schedule: &self.schedule, manner: self.manner, working, away }
    }

    /// What a member of its team may do with it. `purpose` is what the room of it is for, if it still is one of the team's.
    ///
    /// Whoever made it, and whom it names, may do everything. What is for a room is seen by all who can be there, and anybody
    /// of them may say that it is done; a coordinator may stop any, also one of which they see the number only.
    pub fn rights(&self, member: &Member, purpose: Option<RoomPurpose>) -> Rights {
        let nothing = Rights { see: false, tick: false, stop: false };
        if member.team != self.team || !member.is_active() {
            return nothing;
        }
        let belongs = purpose.is_some_and(|purpose| match purpose {
            RoomPurpose::Chain => true,
            RoomPurpose::Organisation(organisation) => organisation == member.organisation,
        });
        let mine = self.author == member.person;
        let (see, named) = match &self.to {
            Addressee::Author => (mine, mine),
            Addressee::People(_, people) => (mine || belongs, people.contains(&member.person) && belongs),
            Addressee::Room(_) => (mine || belongs, false),
        };
        let in_room = matches!(self.to, Addressee::Room(_)) && belongs;
        let coordinator = member.role == Role::Coordinator;
        Rights { see, tick: mine || named || in_room, stop: mine || named || coordinator }
    }
}

/// The record of a reminder, whose key seals what it says.
pub fn reminder_record(team: &TeamId, number: &RecordNumber) -> String {
    format!("reminder/{team}/{number}")
}

/// The team and number that the name of a reminder's record holds; nothing when it is another record's.
pub fn reminder_of_record(record: &str) -> Option<(TeamId, RecordNumber)> {
    let (team, number) = record.strip_prefix("reminder/")?.split_once('/')?;
    Some((TeamId::new(team), RecordNumber::parse(number)?))
}
