//! What the server said of a room a moment ago, for the next guarded message of the same room: whoever says a hundred things there
//! need not ask a hundred times. A look counts for a second from the moment of asking, no longer.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::domain::{RoomFacts, RoomId};

/// So long a look counts. Between asking and the server's taking the message lies about as much in a burst anyway.
const LASTS: Duration = Duration::from_secs(1);

#[derive(Debug, Default)]
pub(super) struct Looks {
    rooms: Mutex<HashMap<RoomId, (Instant, RoomFacts)>>,
}

impl Looks {
    /// The room as it was a moment before `now`; nothing when nobody has looked since.
    pub(super) fn at(&self, room: &RoomId, now: Instant) -> Option<RoomFacts> {
        let rooms = self.rooms.lock().unwrap_or_else(PoisonError::into_inner);
        rooms.get(room).filter(|(asked, _)| counts(*asked, now)).map(|(_, facts)| facts.clone())
    }

    /// The server was asked at this moment, and this is what it said.
    pub(super) fn keep(&self, room: &RoomId, asked: Instant, facts: RoomFacts) {
        let mut rooms = self.rooms.lock().unwrap_or_else(PoisonError::into_inner);
        rooms.retain(|_, (earlier, _)| counts(*earlier, asked));
        rooms.insert(room.clone(), (asked, facts));
    }

    /// The next message looks anew.
    pub(super) fn forget(&self, room: &RoomId) {
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner).remove(room);
    }
}

fn counts(asked: Instant, now: Instant) -> bool {
    now.saturating_duration_since(asked) < LASTS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_counts_for_a_second_and_for_its_room_alone() {
        let (looks, asked) = (Looks::default(), Instant::now());
        let (room, facts) = (RoomId::new("!chain:example.org"), RoomFacts { encrypted: true, ..RoomFacts::default() });
        looks.keep(&room, asked, facts.clone());
        assert_eq!(looks.at(&room, asked + LASTS / 2), Some(facts.clone()));
        assert_eq!(looks.at(&RoomId::new("!other:example.org"), asked), None);
        assert_eq!(looks.at(&room, asked + LASTS), None);
        looks.keep(&room, asked, facts);
        looks.forget(&room);
        assert_eq!(looks.at(&room, asked), None);
    }
}
