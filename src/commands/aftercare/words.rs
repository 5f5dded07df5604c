//! What can be done with aftercare, and what it is called. The words stand in `commands/aftercare/command.toml`.

use crate::catalogue::Definition;
use crate::commands::parts::{Parts, named};
use crate::commands::{Ask, Desk, Library};
use crate::domain::{Choice, Language};
use crate::search::fold;

named! {
    /// What can be done with aftercare.
    pub(super) enum Sub {
        Begin = "begin",
        Stop = "stop",
        Answer = "answer",
        Words = "words",
    }
}

named! {
    /// What can be answered to a check-in.
    pub(super) enum Number {
        Well = "well",
        Talk = "talk",
        Later = "later",
    }
}

pub(in crate::commands) const PARTS: Parts =
    Parts { subcommands: Sub::IDS, options: &[(Sub::Answer.id(), Number::IDS)] };

/// What somebody should know before they begin.
pub(super) const TO_KNOW: [&str; 6] = [
    "aftercare-know-number",
    "aftercare-know-nobody",
    "aftercare-know-away",
    "aftercare-know-servers",
    "aftercare-know-screen",
    "aftercare-know-stop",
];

/// The command as it is typed in a direct room.
pub(super) fn alone<'a>(ask: &Ask<'a>) -> &'a str {
    ask.definition.words.shown(ask.language)
}

/// The word of a subcommand.
pub(super) fn word<'a>(ask: &Ask<'a>, sub: Sub) -> &'a str {
    ask.definition.subcommand_shown(sub.id(), ask.language)
}

/// The line that a choice stands for.
pub(super) fn chosen(definition: &Definition, sub: Sub, number: Option<Number>) -> String {
    let word = definition.words.shown(Language::Dutch);
    let option = number.map_or("", |number| definition.option_shown(sub.id(), number.id(), Language::Dutch));
    format!("{word} {} {option}", definition.subcommand_shown(sub.id(), Language::Dutch)).trim_end().to_owned()
}

/// A subcommand that can be chosen by its word alone.
pub(super) fn choice(definition: &Definition, sub: Sub) -> Choice {
    let words: Vec<String> =
        definition.subcommand_called(sub.id()).map_or(vec![], |it| it.words.all().map(str::to_owned).collect());
    let key = definition.subcommand_shown(sub.id(), Language::Dutch).to_owned();
    // A reaction is never encrypted.
    Choice { key, words, emoji: None, command: chosen(definition, sub, None) }
}

/// The line that stops aftercare, when somebody said nothing but the word for it.
pub(crate) fn stopping(library: &Library, words: &str) -> Option<String> {
    let definition = library.catalogue.definition("aftercare")?;
    let stop = definition.subcommand_called(Sub::Stop.id())?;
    let said = stop.words.all().any(|word| fold(word) == fold(words.trim()));
    said.then(|| chosen(definition, Sub::Stop, None))
}

/// The line, the same for everybody, that says where aftercare is to be had.
pub(in crate::commands) fn offer(desk: &Desk<'_>, language: Language) -> String {
    let word = desk.library.catalogue.definition("aftercare").map_or("", |it| it.words.shown(language));
    desk.text(language, "aftercare-offer", &[("command", word.into())])
}
