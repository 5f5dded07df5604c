//! The session in which four organisations evaluate an incident, what they agree in it and what becomes of that. It is Tuesday
//! 24 November 2026, 08:00 in Amsterdam.

mod actions;
mod leading;
mod lessons;
mod questions;
mod whole;

use schakel::console::{Seen, Shown};

use super::incidents::number_of;
use super::{Stage, assert_holds, only};

/// What was said in the shared room.
fn in_room(shown: &[Shown]) -> Vec<&Shown> {
    shown.iter().filter(|one| one.room.as_str().contains("keten") && !one.text().is_empty()).collect()
}

/// What this person heard in private.
fn in_private<'s>(shown: &'s [Shown], person: &str) -> Vec<&'s str> {
    let room = format!("!direct.{person}:console");
    shown.iter().filter(|one| one.room.as_str() == room).map(Shown::text).collect()
}

/// The message that asks a question; people reply to its number.
#[track_caller]
fn question(shown: &[Shown]) -> &Shown {
    let asks = |one: &&Shown| one.text().contains("Antwoord op dit bericht") || one.text().contains("Reply to this");
    shown.iter().rfind(asks).unwrap_or_else(|| panic!("no question in {shown:#?}"))
}

impl Stage {
    /// carla has opened an incident for all partners, and anna begins its session in the shared room; its number, and the message of
    /// the first question.
    pub(super) async fn session(&mut self) -> (String, usize) {
        let number = self.incident("alle partners").await;
        let shown = self.ask("anna", &format!("!evaluatie {number} start")).await;
        (number, question(&shown).number)
    }

    async fn reply(&mut self, person: &str, to: usize, text: &str) -> Vec<Shown> {
        let shown = self.world.reply(person, to, text).await.expect("said");
        shown[1..].to_vec()
    }

    /// The bot stops and comes back on the same database.
    async fn restart(&mut self) {
        self.world.close().await;
        let url = format!("sqlite:{}", self.folder.path().join("bot.db").display());
        let mut me = schakel::console::identity(None);
        me.commands_per_minute = 0;
        let library = std::sync::Arc::clone(&super::LIBRARY);
        let world = schakel::console::World::open(&url, library, me, self.now).await.expect("a database");
        self.world = world;
        for person in ["anna", "bram", "carla", "dirk", "eva"] {
            self.world.enter(person, "keten").await.expect("the room");
            self.world.enter(person, "direct").await.expect("the room");
        }
    }
}

fn taken_away(shown: &[Shown], number: usize) -> bool {
    shown.iter().any(|one| one.number == number && matches!(one.what, Seen::Redacted))
}
