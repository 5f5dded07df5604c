//! What a team learns about interventions: its own entries from the proposal to the lookup of a colleague, how often something was
//! used, the lessons under an entry, the file for another team.

mod learned;
mod proposals;
mod shared;

use schakel::console::Shown;

use super::{Stage, assert_holds, only};

/// All answers to the form of a new entry.
const TOSTI: [&str; 12] = [
    "Tosti-avond in de kelder",
    "relatieopbouw",
    "preventief",
    "fysiek",
    "jongerenwerk",
    "Je eet samen tosti's en praat over de week. Iedereen mag komen.",
    "Er is onrust en je kent de groep.",
    "sla over",
    "Het jongerenwerk.",
    "sla over",
    "tosti, kelder",
    "verstuur",
];

impl Stage {
    /// dirk (youth work) proposes a new entry in his direct room; what he hears last.
    async fn proposes_tosti(&mut self) -> String {
        self.ask_in("direct", "dirk", "interventie voorstel").await;
        let mut last = Vec::new();
        for answer in TOSTI {
            last = self.ask_in("direct", "dirk", answer).await;
        }
        let theirs: Vec<&Shown> = last.iter().filter(|shown| in_room(shown, "direct", "dirk")).collect();
        theirs.last().expect("he hears something").text().to_owned()
    }

    /// The same, and anna, who keeps the team, accepts it.
    async fn has_tosti(&mut self) {
        self.proposes_tosti().await;
        let text = self.told("anna", "interventie aanvaard tosti-avond-in-de-kelder 1").await;
        assert_holds(&text, &["is aanvaard", "versie 1"]);
    }

    /// Says something in one's own direct room; the first thing that is said there.
    async fn told(&mut self, person: &str, text: &str) -> String {
        let shown = self.ask_in("direct", person, text).await;
        let there: Vec<&Shown> = shown.iter().filter(|shown| in_room(shown, "direct", person)).collect();
        there.first().unwrap_or_else(|| panic!("{person}: {text}\n{shown:#?}")).text().to_owned()
    }
}

/// Whether something was said in this room; of a direct room, in that of this person.
fn in_room(shown: &Shown, room: &str, person: &str) -> bool {
    shown.room.as_str().contains(room) && (room != "direct" || shown.room.as_str().contains(person))
}
