//! What is known of a room at this moment. The transports know; commands ask before they show anything guarded.

use std::fmt::Debug;
use std::future::Future;
use std::pin::Pin;

use crate::domain::{RoomFacts, RoomId, UserId};

/// What the server says of a room; nothing when it does not answer now.
pub type Facts<'a> = Pin<Box<dyn Future<Output = Option<RoomFacts>> + Send + 'a>>;

/// People among those asked about.
pub type People<'a> = Pin<Box<dyn Future<Output = Vec<UserId>> + Send + 'a>>;

/// The rooms that the bot is in, as they are now.
pub trait Rooms: Debug + Send + Sync {
    /// Asks the server about this room, never a memory of what it once said.
    fn facts<'a>(&'a self, room: &'a RoomId) -> Facts<'a>;

    /// Those among these people who cannot read what the bot says, as far as is known: where keys go only to devices that
    /// their owner has signed, those who have signed none. Nobody where there is no encryption.
    fn cannot_read<'a>(&'a self, _people: &'a [UserId]) -> People<'a> {
        Box::pin(async { Vec::new() })
    }
}
