//! Asks for an organisation, when that is all that is missing: a number is quicker to type on a phone than its name.

use super::here::Stop;
use super::words::Sub;
use crate::commands::{Ask, Reply};
use crate::domain::{Choice, OrganisationKind};
use crate::text::{Answer, Line};

/// Ends with this question; each choice is the subcommand with `rest` and an organisation after it.
pub(super) fn which_organisation<T>(ask: &Ask<'_>, question: String, sub: Sub, rest: &str) -> Result<T, Stop> {
    let command = super::words::choice(ask, sub, rest);
    let choice = |(index, kind): (usize, &OrganisationKind)| Choice {
        key: (index + 1).to_string(),
        words: ask.library.organisations.words(*kind).map(str::to_owned).collect(),
        emoji: None,
        command: format!("{command} {}", kind.code()),
    };
    let choices = OrganisationKind::ALL.iter().enumerate().map(choice).collect();
    let foot = [("prefix", ask.before_number().into()), ("last", OrganisationKind::ALL.len().into())];
    let answer = Answer::say(question)
        .numbered(OrganisationKind::ALL.iter().map(|kind| Line::new(ask.organisation(*kind))))
        .paragraph(ask.text("team-choose", &foot));
    Err(Reply { answer, choices, ..Reply::default() }.into())
}
