//! `!wis`: somebody erases what they wrote themselves. What that means for a signal and an incident is theirs: this finds the way there.
//!
//! ```text
//! !wis S-2026-k7qd      the same as `!signaal S-2026-k7qd intrek`, which asks whether it is meant
//! !wis I-2026-k7qd      the same of an incident
//! !wis R-2026-k7qd      a reminder: what it says is erased, and it is not said any more
//! ```

use super::ask::{Ask, Reply};
use super::{incident, reminder, signal};
use crate::catalogue::Definition;
use crate::domain::{Language, RecordKind};
use crate::store::StoreError;

pub(super) async fn answer(ask: &Ask<'_>) -> Result<Reply, StoreError> {
    let typed = ask.words.split_whitespace().next().unwrap_or_default();
    match RecordKind::ALL.into_iter().find(|kind| kind.is_meant_by(typed)) {
        None => Ok(how(ask)),
        Some(RecordKind::Signal) => {
            let definition = definition(ask, "signal");
            let words = withdrawing(ask, definition);
            signal::answer(&Ask { definition, words: &words, ..*ask }).await
        }
        Some(RecordKind::Incident) => {
            let definition = definition(ask, "incident");
            let words = withdrawing(ask, definition);
            incident::answer(&Ask { definition, words: &words, ..*ask }).await
        }
        Some(RecordKind::Reminder) => reminder::erase(&Ask { definition: definition(ask, "reminder"), ..*ask }).await,
        Some(RecordKind::Agreement) => Ok(instead(ask, "erase-agreement", ("agreement", "stop"), typed)),
        Some(RecordKind::Action) => Ok(instead(ask, "erase-action", ("action", "drop"), typed)),
    }
}

fn definition<'a>(ask: &Ask<'a>, id: &str) -> &'a Definition {
    ask.library.catalogue.definition(id).expect("the library has checked that it is there")
}

/// The words with which that command takes it back.
fn withdrawing(ask: &Ask<'_>, definition: &Definition) -> String {
    let (number, rest) = ask.words.trim().split_once(char::is_whitespace).unwrap_or((ask.words.trim(), ""));
    format!("{number} {} {rest}", definition.subcommand_shown("withdraw", Language::Dutch))
}

fn how(ask: &Ask<'_>) -> Reply {
    let own = ask.library.catalogue.definition("mydata").map_or_else(String::new, |own| ask.typed(own));
    ask.say("erase-how", &[("command", ask.typed(ask.definition).into()), ("own", own.into())])
}

/// What can be done with what nobody erases alone.
fn instead(ask: &Ask<'_>, key: &str, (id, sub): (&str, &str), number: &str) -> Reply {
    let definition = definition(ask, id);
    let number: String = number.chars().take(20).collect();
    let command = format!("{} {number} {}", ask.typed(definition), definition.subcommand_shown(sub, ask.language));
    ask.say(key, &[("command", command.into())])
}
