//! What is known of a room at this moment. The transports know; commands ask before they show anything guarded.

use std::collections::HashMap;
use std::fmt::Debug;
use std::future::Future;
use std::pin::Pin;

use tokio::sync::Mutex;

use crate::domain::{Incoming, RoomFacts, RoomId, UserId};

/// What the server says of a room; nothing when it does not answer now.
pub type Facts<'a> = Pin<Box<dyn Future<Output = Option<RoomFacts>> + Send + 'a>>;

/// The name of the payload of a message.
pub type Payload<'a> = Pin<Box<dyn Future<Output = Option<String>> + Send + 'a>>;

/// People among those asked about.
pub type People<'a> = Pin<Box<dyn Future<Output = Vec<UserId>> + Send + 'a>>;

/// The rooms that the bot is in, as they are now.
pub trait Rooms: Debug + Send + Sync {
    /// Asks the server about this room, never a memory of what it once said.
    fn facts<'a>(&'a self, room: &'a RoomId) -> Facts<'a>;

    /// Asks the server for this encrypted message once more, and names the payload that carried it: the same name for the
    /// same payload, whatever event it comes in. Nothing when the server does not give it, or gives another message.
    fn payload<'a>(&'a self, incoming: &'a Incoming) -> Payload<'a>;

    /// Those among these people who cannot read what the bot says, as far as is known: where keys go only to devices that
    /// their owner has signed, those who have signed none. Nobody where there is no encryption.
    fn cannot_read<'a>(&'a self, _people: &'a [UserId]) -> People<'a> {
        Box::pin(async { Vec::new() })
    }
}

/// The rooms as they were when each was first asked about: for one command, or one look at much that is due at once. Whoever sends
/// looks again.
#[derive(Debug)]
pub(crate) struct Remembered<'r> {
    rooms: &'r dyn Rooms,
    facts: Mutex<HashMap<RoomId, Option<RoomFacts>>>,
}

impl<'r> Remembered<'r> {
    /// Nothing is remembered yet.
    pub(crate) fn new(rooms: &'r dyn Rooms) -> Self {
        Self { rooms, facts: Mutex::default() }
    }
}

impl Rooms for Remembered<'_> {
    fn facts<'a>(&'a self, room: &'a RoomId) -> Facts<'a> {
        Box::pin(async move {
            let mut facts = self.facts.lock().await;
            if let Some(known) = facts.get(room) {
                return known.clone();
            }
            let asked = self.rooms.facts(room).await;
            facts.insert(room.clone(), asked.clone());
            asked
        })
    }

    fn payload<'a>(&'a self, incoming: &'a Incoming) -> Payload<'a> {
        self.rooms.payload(incoming)
    }

    fn cannot_read<'a>(&'a self, people: &'a [UserId]) -> People<'a> {
        self.rooms.cannot_read(people)
    }
}
