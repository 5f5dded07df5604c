//! The console's rooms as the bot asks about them: everybody who went in, behind the doors that a team's room should have.
//! A test changes one to see what the bot does then.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::bot::{self, Facts, Payload};
use crate::domain::{HistoryVisibility, Incoming, JoinRule, RoomFacts, RoomId, UserId};

/// What is so of each room.
#[derive(Debug, Default)]
pub(super) struct Rooms(Mutex<HashMap<RoomId, RoomFacts>>);

impl Rooms {
    /// This person is in the room from now on.
    pub(super) fn let_in(&self, room: &RoomId, person: &UserId) {
        let mut rooms = self.lock();
        let people = rooms.entry(room.clone()).or_insert_with(fit).people.get_or_insert_default();
        if !people.contains(person) {
            people.push(person.clone());
        }
    }

    /// Something is otherwise with the room from now on.
    pub(super) fn change(&self, room: &RoomId, change: impl FnOnce(&mut RoomFacts)) {
        change(self.lock().entry(room.clone()).or_insert_with(fit));
    }

    /// What is so of the room now; nothing when there is no such room.
    pub(super) fn now(&self, room: &RoomId) -> Option<RoomFacts> {
        self.lock().get(room).cloned()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<RoomId, RoomFacts>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl bot::Rooms for Rooms {
    fn facts<'a>(&'a self, room: &'a RoomId) -> Facts<'a> {
        Box::pin(async { self.now(room) })
    }

    fn payload<'a>(&'a self, incoming: &'a Incoming) -> Payload<'a> {
        // Nobody can say anything here in another's name.
        Box::pin(async { Some(incoming.event.as_str().to_owned()) })
    }
}

/// A room as a team's room should be, with nobody in it yet.
fn fit() -> RoomFacts {
    RoomFacts {
        encrypted: true,
        join_rule: Some(JoinRule::Invite),
        history: Some(HistoryVisibility::Joined),
        people: Some(vec![]),
    }
}
