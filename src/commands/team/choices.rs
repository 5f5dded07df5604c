//! Asks for an organisation, when that is all that is missing: a number is quicker to type on a phone than its name.

use super::here::Stop;
use crate::commands::{Ask, Reply};
use crate::domain::{Choice, Language, OrganisationKind};
use crate::text::{Answer, Line};

/// The words with which a choice adds somebody and makes a team, as the subcommands know them in any language.
pub(super) const ADD: &str = "lid";
pub(super) const MAKE: &str = "maak";

/// Ends with this question; each choice is the command `rest` with an organisation after it.
pub(super) fn which_organisation<T>(ask: &Ask<'_>, question: String, rest: &str) -> Result<T, Stop> {
    let word = ask.definition.words.shown(Language::Dutch);
    let choice = |(index, kind): (usize, &OrganisationKind)| Choice {
        key: (index + 1).to_string(),
        words: ask.library.organisations.words(*kind).map(str::to_owned).collect(),
        emoji: None,
        command: format!("{word} {rest} {}", kind.code()),
    };
    let choices = OrganisationKind::ALL.iter().enumerate().map(choice).collect();
    let foot = [("prefix", ask.before_number().into()), ("last", OrganisationKind::ALL.len().into())];
    let answer = Answer::say(question)
        .numbered(OrganisationKind::ALL.iter().map(|kind| Line::new(ask.organisation(*kind))))
        .paragraph(ask.text("team-choose", &foot));
    Err(Reply { answer, choices, ..Reply::default() }.into())
}
