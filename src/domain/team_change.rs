//! What changes in a team, as values that follow from an event and that the store writes with it.

use chrono::NaiveDate;

use super::evaluation::Terms;
use super::{OrganisationKind, Role, RoomId, RoomPurpose, TeamId, UserId};

/// A change of one team: all of its steps or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamChange {
    /// The team.
    pub team: TeamId,
    /// The version of the team on which this was decided. When it is another by now the turn is not written but made anew.
    /// `None` for what happens whatever else has changed, such as somebody's leaving.
    pub seen: Option<i64>,
    /// What changes, in order.
    pub steps: Vec<TeamStep>,
}

/// One step of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TeamStep {
    /// The team comes to be. The first step of a new team; its first member and room follow.
    Made {
        /// What people call it; no other team has this name.
        name: String,
    },
    /// Somebody is from now on what stands here, whether or not they were a member before.
    Member {
        /// Who.
        person: UserId,
        /// For which organisation.
        organisation: OrganisationKind,
        /// What they may do.
        role: Role,
        /// They may speak for their organisation.
        mandate: bool,
    },
    /// Somebody is no member any more.
    Gone {
        /// Who.
        person: UserId,
    },
    /// A room belongs to the team. A team has one chain room: an earlier one becomes loose.
    RoomBound {
        /// Which.
        room: RoomId,
        /// What it is for.
        purpose: RoomPurpose,
    },
    /// A room belongs to the team no more.
    RoomLoose {
        /// Which.
        room: RoomId,
    },
    /// The alias of a youth group.
    Group {
        /// The alias, as it is shown.
        alias: String,
    },
    /// An alias is forgotten.
    GroupGone {
        /// The alias, however it is written.
        alias: String,
    },
    /// Somebody to phone.
    Phone {
        /// The name of the entry inside the bot.
        id: String,
        /// The level of a signal from which on they are phoned, 0 to 3.
        level: u8,
        /// Whose they are.
        organisation: OrganisationKind,
        /// Who, when and at which number, as the coordinator wrote it.
        words: String,
        /// The day on which somebody must look whether it still holds.
        review_on: NaiveDate,
    },
    /// An entry of the phone list is forgotten.
    PhoneGone {
        /// The name of the entry inside the bot.
        id: String,
    },
    /// Somebody is away, or there again.
    Absent {
        /// Who.
        person: UserId,
        /// The first day on which they are there again; `None` when they are there.
        until: Option<NaiveDate>,
    },
    /// Dialogues are answered with reactions too, or not any more.
    Ticks {
        /// Whether.
        on: bool,
    },
    /// Days begin and times are said in this zone in the team's rooms.
    TimeZone {
        /// Which.
        zone: chrono_tz::Tz,
    },
    /// The path of its evaluations has these days from now on.
    PathTerms {
        /// Which; nothing: the usual ones.
        terms: Option<Terms>,
    },
    /// In this room, which belongs to no team, somebody means this team.
    Chosen {
        /// Where.
        room: RoomId,
        /// Who.
        person: UserId,
    },
}
