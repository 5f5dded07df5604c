//! A report from its first question to what colleagues see, as people walk through it.

mod asides;
mod rests;
mod rooms;
mod sharing;
mod steering;
mod whole;

use chrono::TimeDelta;
use schakel::console::{Seen, Shown};

use super::{Stage, assert_holds, only};

/// All that the short path asks, answered.
const SHORT: [&str; 16] = [
    "kort",
    "nee",
    "uitdaging",
    "Twee groepen dagen elkaar uit bij de brug",
    "gisteravond half elf",
    "openbare groep",
    "zelf gezien",
    "waarschijnlijk",
    "wijk",
    "haven",
    "geen",
    "een collega",
    "laag",
    "politie",
    "meedenken",
    "verstuur",
];

impl Stage {
    /// carla (youth work) has a direct room, and the team knows a group.
    async fn before_a_report() -> Self {
        let mut stage = Self::team().await;
        stage.world.enter("carla", "direct").await.expect("the room");
        stage.ask("anna", "!team groep De Haven").await;
        stage
    }

    /// carla has begun a report in her direct room, on the full path.
    async fn reporting() -> Self {
        let mut stage = Self::before_a_report().await;
        stage.carla("signaal").await;
        stage.carla("volledig").await;
        stage
    }

    /// carla says something in her direct room; what the bot says then.
    async fn carla(&mut self, text: &str) -> Vec<Shown> {
        self.ask_in("direct", "carla", text).await
    }

    /// The same; the only answer holds these words.
    async fn carla_hears(&mut self, text: &str, parts: &[&str]) {
        let shown = self.carla(text).await;
        assert_eq!(shown.len(), 1, "{text}\n{shown:#?}");
        assert_holds(only(&shown), parts);
    }

    /// What carla hears when time has passed and nobody says anything.
    async fn hears_after(&mut self, time: TimeDelta) -> Vec<Shown> {
        self.pass(time);
        self.world.settle().await.expect("what is due is done")
    }
}

/// The number of the signal that was sent.
fn number(shown: &[Shown]) -> String {
    let said =
        shown.iter().find_map(|shown| shown.text().find("S-2026-").map(|at| shown.text()[at..at + 11].to_owned()));
    said.unwrap_or_else(|| panic!("no number in {shown:#?}"))
}
