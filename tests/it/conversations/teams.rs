//! Teams by chat: made, kept and left, with every wrong input answered in one sentence.

mod leaving;
mod lists;
mod making;
mod newcomers;
mod people;
mod rooms;
mod several;
mod showing;

use super::{Stage, assert_holds, only};

impl Stage {
    /// Everybody is in `keten`, and nothing more.
    async fn people() -> Self {
        let mut stage = Self::with(|me| me.commands_per_minute = 0).await;
        for person in ["anna", "bram", "carla", "dirk"] {
            stage.world.enter(person, "keten").await.expect("the room");
        }
        stage
    }

    /// Team Jeugd West with its chain room: anna (administrator and coordinator, municipality), bram (police, mandate) and
    /// carla (youth work). dirk is in the room and no member.
    pub(super) async fn team() -> Self {
        let mut stage = Self::people().await;
        stage.does("anna", "!team maak Jeugd West gemeente", &["Team Jeugd West is er"]).await;
        stage.does("anna", "!team lid @bram politie mandaat", &["@bram:console is nu lid"]).await;
        stage.does("anna", "!team lid @carla jongerenwerk", &["@carla:console is nu lid"]).await;
        stage
    }

    /// Says something in `keten`; the only answer holds these words.
    async fn does(&mut self, person: &str, text: &str, parts: &[&str]) {
        self.does_in("keten", person, text, parts).await;
    }

    pub(super) async fn does_in(&mut self, room: &str, person: &str, text: &str, parts: &[&str]) {
        let shown = self.ask_in(room, person, text).await;
        assert_eq!(shown.len(), 1, "{person}: {text}\n{shown:#?}");
        assert_holds(only(&shown), parts);
    }
}

/// What everybody but a member hears in a room of the team.
const ONLY_MEMBERS: &str = "Dat is voor leden van het team van deze kamer. Vraag om je toe te voegen: @anna:console.";
