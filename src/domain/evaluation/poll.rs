//! The search for a date of the session: a few proposals, and who can when.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::domain::{EventId, RoomId, UserId};

/// A moment that is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
    /// Who can then.
    pub who: BTreeSet<UserId>,
}

/// The search for a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Poll {
    /// The room in which it was asked.
    pub room: RoomId,
    /// What is proposed.
    pub proposals: Vec<Proposal>,
    /// Reactions that voted: taking one away takes that vote back.
    pub ticks: Vec<(EventId, usize)>,
    /// The date that was settled, in milliseconds since 1970.
    pub settled_ms: Option<i64>,
}
