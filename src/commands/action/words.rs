//! What can be done with an action. The words for it stand in `commands/action/command.toml`.

use crate::catalogue::RoomKind;
use crate::commands::parts::{Parts, named};
use crate::commands::{Ask, Desk};
use crate::domain::{AND_WORDS, Choice, Language, RecordNumber};

named! {
    /// What can be done with an action.
    pub(super) enum Sub {
        Done = "done",
        Drop = "drop",
        Later = "later",
        HandOver = "hand_over",
        Accept = "accept",
        Refuse = "refuse",
    }
}

pub(in crate::commands) const PARTS: Parts = Parts { subcommands: Sub::IDS, options: &[] };

/// A command about an action as it is typed in such a room.
pub(super) fn typed(
    desk: &Desk<'_>,
    (language, kind): (Language, RoomKind),
    number: &RecordNumber,
    sub: Sub,
) -> String {
    let word = desk.library.catalogue.definition("action").map_or("", |it| it.subcommand_shown(sub.id(), language));
    format!("{} {word}", desk.command(language, kind, "action", number.as_str()))
}

/// The same where it was asked.
pub(super) fn asked(ask: &Ask<'_>, number: &RecordNumber, sub: Sub) -> String {
    typed(&Desk::of(ask), (ask.language, ask.kind), number, sub)
}

/// What can be done with it in reply; those that need more take what is said after their word.
pub(super) fn choices(desk: &Desk<'_>, number: &RecordNumber, subs: &[(Sub, bool)]) -> Vec<Choice> {
    let Some(definition) = desk.library.catalogue.definition("action") else { return vec![] };
    let choice = |(sub, more): &(Sub, bool)| Choice {
        key: if *more { AND_WORDS } else { definition.subcommand_shown(sub.id(), Language::Dutch) }.to_owned(),
        words: definition.subcommand_called(sub.id()).map_or(vec![], |it| it.words.all().map(str::to_owned).collect()),
        // What an action is about stands in a record: a reaction, which is never encrypted, changes nothing of it.
        emoji: None,
        command: typed(desk, (Language::Dutch, RoomKind::Direct), number, *sub),
    };
    subs.iter().map(choice).collect()
}
