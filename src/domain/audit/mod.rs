//! The audit log: who read, made, shared, changed or erased which record when, and nothing of what it says. Here is what an
//! entry holds, how the rows hang together ([`Row`], in `chain.rs`), how it is found out that somebody was at them
//! ([`Check`], in `check.rs` and `finding.rs`), and the daily marks ([`Mark`], in `mark.rs`). Keeping them is the store's.

mod acts;
mod chain;
mod check;
mod finding;
mod mark;

use std::fmt;

pub use acts::acts_of;
pub use chain::{Checkpoint, GENESIS, Hash, Head, Row};
pub use check::Check;
pub use finding::{Finding, Findings};
pub use mark::{Mark, MarkError};

use super::team::coded;
use super::{Label, OrganisationKind, PersonalData, Role, RoomPurpose, TeamId, UserId};

coded! {
    /// What somebody did. A closed list: there is no room for words about a record.
    Action {
        /// Saw its content.
        Read = "read",
        /// Made it.
        Made = "made",
        /// Let others see it who could not before.
        Shared = "shared",
        /// Took it from the eyes of some.
        Narrowed = "narrowed",
        /// Changed what it says.
        Changed = "changed",
        /// Said yes to it, such as to an agreement, for an organisation.
        Confirmed = "confirmed",
        /// Said no to it.
        Refused = "refused",
        /// Took it back, or closed it.
        Ended = "ended",
        /// Said that a text is no personal data although it looked like it, so that it was kept.
        Insisted = "insisted",
        /// Erased it for good.
        Erased = "erased",
        /// Held it back from its end, until another day.
        Held = "held",
        /// Asked for all that is held about them.
        AskedForOwn = "asked_for_own",
        /// Let the operator search the records of the team once.
        SearchAllowed = "search_allowed",
        /// Searched the records of a team because somebody asked what is held about them.
        Searched = "searched",
        /// Carried it out of the bot, such as in a report.
        Exported = "exported",
        /// Made somebody a member of a team, or another kind of member.
        MemberSet = "member_set",
        /// Somebody is no member any more.
        MemberRemoved = "member_removed",
        /// Gave a room to a team.
        RoomBound = "room_bound",
        /// Took a room from a team.
        RoomLoosed = "room_loosed",
        /// Another identity than the known one was seen: that person's access stopped.
        IdentityStopped = "identity_stopped",
        /// Confirmed that a changed identity is that person's.
        IdentityConfirmed = "identity_confirmed",
        /// Rotated the master key.
        KeysRotated = "keys_rotated",
        /// Made a backup.
        BackedUp = "backed_up",
        /// Put a backup back.
        Restored = "restored",
        /// Moved everything to another database.
        Migrated = "migrated",
        /// Looked into this log.
        LogRead = "log_read",
        /// Let go of rows that were kept long enough.
        LogPruned = "log_pruned",
    }
}

/// Who did it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Actor {
    /// A person in the chat.
    Person(UserId),
    /// Whoever runs the bot, from the command line. The machine's own log knows who that was.
    Operator,
    /// The bot itself, because of a rule such as a term that ended.
    Bot,
}

impl Actor {
    /// The word that the database keeps. No Matrix id is like one of the other two: they begin with `@`.
    pub fn code(&self) -> &str {
        match self {
            Self::Person(person) => person.as_str(),
            Self::Operator => "operator",
            Self::Bot => "bot",
        }
    }

    /// The one with this word.
    pub fn from_code(code: &str) -> Self {
        match code {
            "operator" => Self::Operator,
            "bot" => Self::Bot,
            person => Self::Person(UserId::new(person)),
        }
    }
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// One small thing more about an act: closed values, never words that somebody typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// With, to or for this organisation.
    Organisation(OrganisationKind),
    /// What somebody is in a team from now on.
    Membership {
        /// For which organisation.
        organisation: OrganisationKind,
        /// What they may do.
        role: Role,
        /// They may speak for their organisation.
        mandate: bool,
    },
    /// The label from now on.
    Label(Label),
    /// What a room is for.
    Room(RoomPurpose),
    /// How many.
    Count(u64),
    /// Which version.
    Version(u64),
    /// A group's alias came or went.
    Groups,
    /// The phone list.
    Phones,
    /// Whether somebody is away.
    Absence,
    /// The zone in which times are said.
    TimeZone,
    /// Whether dialogues are answered with reactions.
    Reactions,
    /// What it looked like.
    PersonalData(PersonalData),
    /// Until which day.
    Until(chrono::NaiveDate),
}

impl Detail {
    /// The one that is written like this; nothing when it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split(':');
        let (first, second, third, fourth) = (words.next()?, words.next(), words.next(), words.next());
        let detail = match (first, second, third, fourth) {
            ("organisation", Some(code), None, None) => Self::Organisation(OrganisationKind::from_code(code)?),
            ("member", Some(organisation), Some(role), mandate) => Self::Membership {
                organisation: OrganisationKind::from_code(organisation)?,
                role: Role::from_code(role)?,
                mandate: mandate.is_some(),
            },
            ("label", Some(code), None, None) => Self::Label(Label::from_code(code)?),
            ("room", Some("chain"), None, None) => Self::Room(RoomPurpose::Chain),
            ("room", Some(code), None, None) => {
                Self::Room(RoomPurpose::Organisation(OrganisationKind::from_code(code)?))
            }
            ("count", Some(count), None, None) => Self::Count(count.parse().ok()?),
            ("version", Some(version), None, None) => Self::Version(version.parse().ok()?),
            ("groups", None, None, None) => Self::Groups,
            ("phones", None, None, None) => Self::Phones,
            ("absence", None, None, None) => Self::Absence,
            ("time_zone", None, None, None) => Self::TimeZone,
            ("reactions", None, None, None) => Self::Reactions,
            ("until", Some(day), None, None) => Self::Until(day.parse().ok()?),
            ("personal_data", Some(code), None, None) => Self::PersonalData(PersonalData::from_code(code)?),
            _ => return None,
        };
        (detail.to_string() == text).then_some(detail)
    }
}

impl fmt::Display for Detail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Organisation(organisation) => write!(f, "organisation:{}", organisation.code()),
            Self::Membership { organisation, role, mandate } => {
                let mandate = if *mandate { ":mandate" } else { "" };
                write!(f, "member:{}:{}{mandate}", organisation.code(), role.code())
            }
            Self::Label(label) => write!(f, "label:{}", label.code()),
            Self::Room(RoomPurpose::Chain) => f.write_str("room:chain"),
            Self::Room(RoomPurpose::Organisation(organisation)) => write!(f, "room:{}", organisation.code()),
            Self::Count(count) => write!(f, "count:{count}"),
            Self::Version(version) => write!(f, "version:{version}"),
            Self::Groups => f.write_str("groups"),
            Self::Phones => f.write_str("phones"),
            Self::Absence => f.write_str("absence"),
            Self::TimeZone => f.write_str("time_zone"),
            Self::Reactions => f.write_str("reactions"),
            Self::PersonalData(kind) => write!(f, "personal_data:{}", kind.code()),
            Self::Until(day) => write!(f, "until:{day}"),
        }
    }
}

/// One act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
    /// Who.
    pub actor: Actor,
    /// What.
    pub action: Action,
    /// To which record, as `table/row`: `agreement/AF-2026-k7qd`. An id, never a name that people gave.
    pub record: String,
    /// Whose record it is; its coordinators see the entry.
    pub team: Option<TeamId>,
    /// One small thing more.
    pub detail: Option<Detail>,
}

impl Entry {
    /// An act on the record `table/row` that belongs to no team.
    pub fn new(at_ms: i64, actor: Actor, action: Action, table: &str, row: &str) -> Self {
        Self { at_ms, actor, action, record: format!("{table}/{row}"), team: None, detail: None }
    }

    /// The same act, of this team.
    #[must_use]
    pub fn of(self, team: &TeamId) -> Self {
        Self { team: Some(team.clone()), ..self }
    }

    /// The same act, with this detail.
    #[must_use]
    pub fn with(self, detail: Detail) -> Self {
        Self { detail: Some(detail), ..self }
    }
}

#[cfg(test)]
mod tests;
