//! Agreements by chat: proposed by members, confirmed by those with a mandate, changed, stopped, looked up.

mod lookups;
mod making;
mod reviews;
mod rooms;

use super::{Stage, assert_holds, items, only};

impl Stage {
    /// Team Jeugd West in `keten`: anna (coordinator, municipality), bram (police, mandate), carla (youth work, mandate) and
    /// dirk (youth work).
    async fn partners() -> Self {
        let mut stage = Self::with(|me| me.commands_per_minute = 0).await;
        for person in ["anna", "bram", "carla", "dirk"] {
            stage.world.enter(person, "keten").await.expect("the room");
        }
        for line in [
            "!team maak Jeugd West gemeente",
            "!team lid @bram politie mandaat",
            "!team lid @carla jongerenwerk mandaat",
            "!team lid @dirk jongerenwerk",
        ] {
            stage.ask("anna", line).await;
        }
        stage
    }

    /// Says something in `keten`; the text of the only answer.
    async fn hears(&mut self, person: &str, text: &str) -> String {
        self.hears_in("keten", person, text).await
    }

    async fn hears_in(&mut self, room: &str, person: &str, text: &str) -> String {
        let shown = self.ask_in(room, person, text).await;
        assert_eq!(shown.len(), 1, "{person}: {text}\n{shown:#?}");
        shown[0].text().to_owned()
    }

    /// Proposes something; the number of the proposal.
    async fn proposes(&mut self, person: &str, words: &str) -> String {
        let text = self.hears(person, &format!("!afspraak nieuw {words}")).await;
        number_in(&text)
    }

    /// A rule of sharing between police and youth work that both have confirmed.
    async fn agrees(&mut self, rule: &str) -> String {
        let number = self.proposes("dirk", &format!("delen van politie naar jongerenwerk: {rule}")).await;
        self.hears("bram", &format!("!afspraak {number} bevestig")).await;
        let text = self.hears("carla", &format!("!afspraak {number} bevestig")).await;
        assert_holds(&text, &["geldt vanaf nu"]);
        number
    }
}

/// The first number of an agreement in a text.
#[track_caller]
fn number_in(text: &str) -> String {
    let start = text.find("AF-").unwrap_or_else(|| panic!("no number in:\n{text}"));
    text[start..start + "AF-2026-k7qd".len()].to_owned()
}
