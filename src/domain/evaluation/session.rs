//! The session in which the partners evaluate together: where it is held, who leads it, which question is open.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::domain::team::coded;
use crate::domain::{EventId, RoomId, UserId};

coded! {
    /// How far a session has come.
    SessionState {
        /// A question is open.
        Running = "running",
        /// It rests, for a break or a day.
        Paused = "paused",
        /// All was asked.
        Ended = "ended",
    }
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// The room.
    pub room: RoomId,
    /// The thread in which it is held, if it is held in one.
    pub thread: Option<EventId>,
    /// Who leads it.
    pub facilitator: UserId,
    /// How far it has come.
    pub state: SessionState,
    /// The open question, counted from 0.
    pub at: usize,
    /// Questions that were put off until the end.
    pub parked: BTreeSet<usize>,
    /// When it began, in milliseconds since 1970.
    pub began_ms: i64,
    /// When it ended.
    pub ended_ms: Option<i64>,
}
