//! What the console knows besides the bot's own memory: who is there, which rooms, and which number belongs to which
//! message. Texts are not kept, so the file beside a database holds nothing that was said.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::domain::{EventId, RoomId, UserId};

/// The server that there is not.
const SERVER: &str = "console";
/// What people type for their own room with the bot.
pub(super) const DIRECT: &str = "direct";
const LONGEST_NAME: usize = 30;

/// People, rooms and messages.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Book {
    /// Who is there, in the order of coming.
    pub people: Vec<UserId>,
    /// Rooms in which the bot is.
    pub rooms: Vec<Room>,
    /// Every message by its number, counted from 1.
    pub messages: Vec<Entry>,
    /// The reactions that are there.
    pub reactions: Vec<Reaction>,
    /// Who went on last.
    pub person: Option<UserId>,
    /// Where.
    pub room: Option<RoomId>,
}

/// A room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Room {
    /// Its id.
    pub id: RoomId,
    /// What people call it.
    pub name: String,
    /// The one person in it besides the bot.
    pub direct_of: Option<UserId>,
    /// Who has been in it.
    #[serde(default)]
    pub people: Vec<UserId>,
}

/// A message, without what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    /// Its event.
    pub event: EventId,
    /// Where it stands.
    pub room: RoomId,
    /// Who said it.
    pub by: UserId,
    /// The first message of its thread.
    pub thread: Option<EventId>,
    /// It has been taken back.
    pub gone: bool,
}

/// A reaction under a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Reaction {
    /// Its event.
    pub event: EventId,
    /// The message.
    pub to: EventId,
    /// Who reacted.
    pub by: UserId,
    /// The emoji.
    pub key: String,
}

/// The account of somebody with this name.
pub(super) fn person(name: &str) -> UserId {
    UserId::new(format!("@{}:{SERVER}", name.to_lowercase()))
}

/// The name without what surrounds it, when it can be a name here.
pub(super) fn name(typed: &str) -> Option<String> {
    let name = typed.trim().trim_start_matches(['@', '#']).to_lowercase();
    let fits = name.chars().all(|character| character.is_alphanumeric() || matches!(character, '-' | '.' | '_'));
    (fits && !name.is_empty() && name.chars().count() <= LONGEST_NAME).then_some(name)
}

impl Room {
    /// The room that this person calls so.
    pub(super) fn called(name: &str, by: &UserId) -> Self {
        if name == DIRECT {
            let id = RoomId::new(format!("!{DIRECT}.{}:{SERVER}", by.localpart()));
            Self { id, name: name.to_owned(), direct_of: Some(by.clone()), people: vec![] }
        } else {
            // The dot cannot begin a shared room's id, so that no name makes one somebody's direct room.
            let id = RoomId::new(format!("!room.{name}:{SERVER}"));
            Self { id, name: name.to_owned(), direct_of: None, people: vec![] }
        }
    }
}

impl Book {
    /// Reads the book of an earlier session; a new one when there is none.
    pub(super) fn read(path: &Path) -> std::io::Result<Self> {
        match std::fs::read(path) {
            Ok(bytes) => Ok(serde_json::from_slice(&bytes)?),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(error),
        }
    }

    /// Writes it, whole or not at all, readable for its owner alone.
    pub(super) fn write(&self, path: &Path) -> std::io::Result<()> {
        let mut new = path.as_os_str().to_owned();
        new.push(".new");
        let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&new)?;
        file.write_all(&serde_json::to_vec(self)?)?;
        std::fs::rename(&new, path)
    }

    /// The message with this number.
    pub(super) fn entry(&self, number: usize) -> Option<&Entry> {
        self.messages.get(number.checked_sub(1)?)
    }

    /// The number of a message.
    pub(super) fn number(&self, event: &EventId) -> Option<usize> {
        self.messages.iter().position(|entry| entry.event == *event).map(|index| index + 1)
    }

    /// The room with this id.
    pub(super) fn room(&self, id: &RoomId) -> Option<&Room> {
        self.rooms.iter().find(|room| room.id == *id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_what_can_be_typed_without_spaces() {
        assert_eq!(name(" @Anna "), Some("anna".to_owned()));
        assert_eq!(name("keten-west"), Some("keten-west".to_owned()));
        for bad in ["", "@", "anna bram", "a:b", &"a".repeat(31)] {
            assert_eq!(name(bad), None, "{bad}");
        }
    }

    #[test]
    fn no_shared_room_is_somebodys_direct_room() {
        let anna = person("anna");
        assert_ne!(Room::called("direct.anna", &anna).id, Room::called(DIRECT, &anna).id);
    }

    #[test]
    fn everybody_has_their_own_direct_room() {
        assert_ne!(Room::called(DIRECT, &person("anna")).id, Room::called(DIRECT, &person("bram")).id);
    }
}
