//! The one who looks: a person with their places in teams.

use crate::domain::{Member, TeamId, UserId};

/// A person who would see something. Without a place in the team that it belongs to they see nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewer {
    person: UserId,
    memberships: Vec<Member>,
}

impl Viewer {
    /// This person with their memberships as they are now. Memberships of others are left out.
    pub fn new(person: UserId, memberships: impl IntoIterator<Item = Member>) -> Self {
        let memberships = memberships.into_iter().filter(|member| member.person == person).collect();
        Self { person, memberships }
    }

    /// Who.
    pub fn person(&self) -> &UserId {
        &self.person
    }

    /// The teams in which they are an active member.
    pub fn teams(&self) -> impl Iterator<Item = &TeamId> {
        self.memberships.iter().filter(|member| member.is_active()).map(|member| &member.team)
    }

    /// Their place in this team, active or stopped.
    pub fn member_of(&self, team: &TeamId) -> Option<&Member> {
        self.memberships.iter().find(|member| member.team == *team)
    }
}

impl From<Member> for Viewer {
    fn from(member: Member) -> Self {
        Self { person: member.person.clone(), memberships: vec![member] }
    }
}
