//! A proposed entry, and who may say yes or no to it.

use super::TeamEntry;
use crate::domain::{Member, OrganisationKind, Role, UserId};

/// An entry that waits for a coordinator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Its name inside the bot.
    pub id: String,
    /// The entry that it changes, or its own new name.
    pub slug: String,
    /// Its number among all proposals for that entry, counted from 1.
    pub number: u32,
    /// The version of the team's own entry that it changes; 0 when the team had none.
    pub basis: u32,
    /// What it says.
    pub entry: TeamEntry,
    /// By whom; nobody for what an operator brought in.
    pub by: Option<UserId>,
    /// For which organisation they are in the team.
    pub organisation: Option<OrganisationKind>,
    /// When, in milliseconds since 1970.
    pub proposed_ms: i64,
}

/// Why a proposal cannot be decided like that. A person's mistake, or a colleague who was quicker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PracticeRefusal {
    /// Only coordinators decide.
    NotCoordinator,
    /// It is their own, and another coordinator can look at it.
    Own,
    /// Another version came since: this one.
    Outdated(u32),
}

/// What a yes does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accepting {
    /// The version that the entry has then.
    pub version: u32,
}

impl Proposal {
    /// What follows when this member accepts it, in a team of these members whose own entry has this version now, 0 for none.
    /// Two look at everything that the matrix gets, as far as there are two coordinators.
    pub fn accept(&self, member: &Member, members: &[Member], current: u32) -> Result<Accepting, PracticeRefusal> {
        if !keeps(member) {
            return Err(PracticeRefusal::NotCoordinator);
        }
        let another = members.iter().any(|other| keeps(other) && other.person != member.person);
        if self.by.as_ref() == Some(&member.person) && another {
            return Err(PracticeRefusal::Own);
        }
        if self.basis != current {
            return Err(PracticeRefusal::Outdated(current));
        }
        Ok(Accepting { version: current + 1 })
    }

    /// Whether this member may say no.
    pub fn refuse(&self, member: &Member) -> Result<(), PracticeRefusal> {
        if keeps(member) { Ok(()) } else { Err(PracticeRefusal::NotCoordinator) }
    }
}

fn keeps(member: &Member) -> bool {
    member.role == Role::Coordinator && member.is_active()
}
