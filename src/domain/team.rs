//! The partners of one chain: teams, the kinds of organisation in them, what a member is, what a room is for. Plain words
//! of the field; who may see what lies in the access rule, how a team is kept in the store.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::UserId;

/// Gives a closed list of words a code each, the one that declarations and the database use.
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$case_doc:meta])* $case:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$case_doc])* $case),+
        }

        impl $name {
            /// All of them, in their order.
            pub const ALL: &'static [Self] = &[$(Self::$case),+];

            /// The word that declarations and the database use.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$case => $code),+
                }
            }

            /// The one with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}
pub(crate) use coded;

coded! {
    /// A kind of organisation. A member of a team belongs to exactly one.
    OrganisationKind {
        /// Police, such as the community police officer (wijkagent).
        Police = "police",
        /// Youth work.
        YouthWork = "youth_work",
        /// Street coaches.
        StreetCoaching = "street_coaching",
        /// The municipality, public order and safety among it.
        Municipality = "municipality",
        /// Youth care and other help.
        Care = "care",
        /// Schools.
        School = "school",
        /// The public prosecution service (OM).
        Prosecution = "prosecution",
        /// Any other partner.
        Other = "other",
    }
}

coded! {
    /// What a member may do in a team. A coordinator keeps the team; to content they have no extra right.
    Role {
        /// Takes part.
        Member = "member",
        /// Keeps the team: members, rooms, phone list.
        Coordinator = "coordinator",
    }
}

coded! {
    /// The traffic light of a record, the narrowest first. After the Traffic Light Protocol (ncsc.nl, traffic-light-protocol,
    /// seen 23 November 2026). A label says who may see, and is no legal basis for sharing.
    Label {
        /// Author, owner and people named.
        Red = "red",
        /// Also every member of the author's organisation.
        AmberStrict = "amber_strict",
        /// Also every member of the organisations on the sharing list.
        Amber = "amber",
        /// Every member of the team, released text only.
        Green = "green",
        /// Every member, also in any of the team's rooms.
        White = "white",
    }
}

/// What one of a team's rooms is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RoomPurpose {
    /// All partners.
    Chain,
    /// One organisation.
    Organisation(OrganisationKind),
}

/// The name of a team inside the bot; people know it by the name that they gave it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TeamId(String);

impl TeamId {
    /// Wraps a name that was made here or comes from the database.
    pub fn new(name: impl Into<String>) -> Self {
        Self(name.into())
    }

    /// The name as it is stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TeamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One person's place in one team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The team.
    pub team: TeamId,
    /// Who.
    pub person: UserId,
    /// For which organisation.
    pub organisation: OrganisationKind,
    /// What they may do.
    pub role: Role,
    /// They may speak for their organisation, as when an agreement is confirmed.
    pub mandate: bool,
    /// Their encryption identity is another than the one that was known, and no coordinator has confirmed the new one: until
    /// then they see nothing and do nothing as a member.
    pub stopped: bool,
}

impl Member {
    /// True when nothing stops this member now.
    pub fn is_active(&self) -> bool {
        !self.stopped
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_leads_back_to_its_word() {
        assert!(OrganisationKind::ALL.iter().all(|kind| OrganisationKind::from_code(kind.code()) == Some(*kind)));
        assert!(Label::ALL.iter().all(|label| Label::from_code(label.code()) == Some(*label)));
        assert!(Role::ALL.iter().all(|role| Role::from_code(role.code()) == Some(*role)));
        assert_eq!(Label::from_code("orange"), None);
    }

    #[test]
    fn labels_are_in_order_from_narrow_to_wide() {
        assert!(Label::ALL.is_sorted());
    }
}
