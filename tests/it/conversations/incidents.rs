//! Incidents and what is learnt of them, as people open, log and evaluate them. It is Tuesday 24 November 2026, 08:00 in Amsterdam.

mod opening;
mod report;
mod timeline;

use schakel::console::Shown;

use super::signals::told;
use super::{Stage, assert_holds, only};

/// The number that begins so in what was shown.
#[track_caller]
pub(super) fn number_of(shown: &[Shown], letters: &str) -> String {
    let begin = format!("{letters}-2026-");
    let found = shown.iter().find_map(|one| {
        let at = one.text().find(&begin)?;
        Some(one.text()[at..at + begin.len() + 4].to_owned())
    });
    found.unwrap_or_else(|| panic!("no number in {shown:#?}"))
}

impl Stage {
    /// carla (youth work) opens an incident in her direct room, for these partners; its number.
    pub(super) async fn incident(&mut self, partners: &str) -> String {
        self.incident_with("gebeurd", partners, "sla over").await
    }

    /// The same for what was prevented or happened, and with these signals.
    pub(super) async fn incident_with(&mut self, nature: &str, partners: &str, signals: &str) -> String {
        let mut shown = Vec::new();
        for line in [
            "incident",
            nature,
            "Twee groepen vochten op het plein bij het station",
            "gisteravond half elf",
            "het stationsplein",
            "sla over",
            signals,
            partners,
            "verstuur",
        ] {
            shown = self.ask_in("direct", "carla", line).await;
        }
        number_of(&shown, "I")
    }
}
