//! Reminders as people ask for them, read them and end them. It is Tuesday 24 November 2026, 08:00 in Amsterdam.

mod agenda;
mod asking;
mod living;
mod overview;
mod when_due;

use chrono::TimeDelta;
use schakel::console::Shown;

use super::{Stage, assert_holds, items, only};

/// The number in a text.
#[track_caller]
fn number(text: &str) -> String {
    let word =
        text.split(|sign: char| !(sign.is_alphanumeric() || sign == '-')).find(|word| word.starts_with("R-2026-"));
    word.unwrap_or_else(|| panic!("no number in:\n{text}")).to_owned()
}

/// The only thing that is said in this room, and nothing is said elsewhere.
#[track_caller]
fn only_in<'h>(heard: &'h [(String, String)], room: &str) -> &'h str {
    assert_eq!(heard.len(), 1, "{heard:#?}");
    assert!(heard[0].0.contains(room), "{heard:#?}");
    &heard[0].1
}

impl Stage {
    /// Asks for a reminder in the chain room; gives its number and the message that the person wrote.
    async fn reminder(&mut self, person: &str, text: &str) -> (String, usize) {
        let shown = self.world.say(person, "keten", text).await.expect("said");
        let answer = shown.get(1).unwrap_or_else(|| panic!("no answer: {shown:#?}"));
        (number(answer.text()), shown[0].number)
    }

    /// Minutes go by; gives what is shown.
    async fn after_minutes(&mut self, minutes: i64) -> Vec<Shown> {
        self.pass(TimeDelta::minutes(minutes));
        self.world.settle().await.expect("what is due is done")
    }
}
