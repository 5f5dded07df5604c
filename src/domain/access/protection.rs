//! What is known of a record that decides who sees it, and who may change that.

use std::collections::BTreeSet;

use super::{Depth, Sight, Viewer};
use crate::domain::{Label, OrganisationKind, TeamId, UserId};

/// Everything about a record that decides who sees it. It stands in clear in the database; none of it is content, but the
/// author's id is for those only to whom a [`View`](super::View) names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protection {
    /// The team that it belongs to.
    pub team: TeamId,
    /// Its label.
    pub label: Label,
    /// Who wrote it.
    pub author: UserId,
    /// For which organisation they wrote it; it stays so when the author changes to another.
    pub author_organisation: OrganisationKind,
    /// Who follows it up.
    pub owner: Option<UserId>,
    /// The people whom the author named.
    pub named: BTreeSet<UserId>,
    /// The sharing list.
    pub shared_with: BTreeSet<OrganisationKind>,
    /// The author allows that others than their own organisation see their name.
    pub author_named: bool,
}

impl Protection {
    /// The sight of somebody who sees so far.
    pub(super) fn sight_at(&self, depth: Depth) -> Sight {
        Sight { depth, author_named: depth == Depth::Own || self.author_named }
    }

    /// Whether this person may change who sees the record, as an active member of its team.
    ///
    /// Only the author widens. An owner who is not the author may ask, and the author's silence is no. Both may narrow.
    pub fn allows(&self, step: Step, viewer: &Viewer) -> bool {
        let Some(member) = viewer.member_of(&self.team).filter(|member| member.is_active()) else { return false };
        let is_author = member.person == self.author;
        let is_owner = self.owner.as_ref() == Some(&member.person);
        match step {
            Step::Widen => is_author,
            Step::AskToWiden => is_owner && !is_author,
            Step::Narrow => is_author || is_owner,
        }
    }
}

/// A change of who sees a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// Let more be seen: a wider label, one more organisation or person, a field or the author's name released.
    Widen,
    /// Ask the author to widen.
    AskToWiden,
    /// Let less be seen.
    Narrow,
}

/// What content is guarded by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Guard {
    /// It belongs to the whole team: lists of members, whom to phone, agreements. Every active member sees all of it.
    Team(TeamId),
    /// It is a record.
    Record(Protection),
}

impl Guard {
    /// The team that it belongs to.
    pub fn team(&self) -> &TeamId {
        match self {
            Self::Team(team) => team,
            Self::Record(record) => &record.team,
        }
    }
}

impl From<Protection> for Guard {
    fn from(record: Protection) -> Self {
        Self::Record(record)
    }
}
