//! What waits for a coordinator: the list, and one proposal in full, as coordinators and members of the team read it.

use super::matrix::Matrix;
use super::show::named_in;
use super::words::{Sub, Which};
use super::{in_team, own};
use crate::commands::ask::{Ask, Reply};
use crate::commands::standing::with_team;
use crate::domain::practice::Proposal;
use crate::domain::{Choice, Language, Member, Role, TeamId, practice_record};
use crate::store::StoreError;
use crate::text::{Answer, Line};

/// So many are listed.
const LISTED: usize = 9;

/// The active coordinators of a team.
pub(super) fn coordinators(members: &[Member]) -> impl Iterator<Item = &Member> {
    members.iter().filter(|member| member.role == Role::Coordinator && member.is_active())
}

pub(super) async fn answer(ask: &Ask<'_>, member: &Member, words: &str) -> Result<Reply, StoreError> {
    let waiting = ask.store.proposals(&member.team).await?;
    match Which::of(words) {
        Some(which) => match picked(&waiting, &which) {
            Some(proposal) => one(ask, member, proposal).await,
            None => none(ask, member, &which, &waiting).await,
        },
        None => in_team(ask, member, |ask| list(ask, &waiting)).await,
    }
}

/// The proposal that is meant; without a number the newest for that entry.
pub(super) fn picked<'p>(waiting: &'p [Proposal], which: &Which<'_>) -> Option<&'p Proposal> {
    let fits = |one: &&Proposal| one.slug == which.slug && which.number.is_none_or(|number| number == one.number);
    waiting.iter().filter(fits).max_by_key(|one| one.number)
}

/// One proposal in full; coordinators can decide with a number.
pub(super) async fn one(ask: &Ask<'_>, member: &Member, proposal: &Proposal) -> Result<Reply, StoreError> {
    let own = own::matrix_of(ask.library, ask.store, &member.team).await?;
    let matrix: &Matrix = own.as_deref().unwrap_or(&ask.library.matrix);
    let record = practice_record(&member.team, &proposal.id).into_boxed_str();
    let reply = in_team(ask, member, |ask| {
        let (answer, choices) = about(ask, ask.language, proposal, matrix, &member.team);
        let choices = if member.role == Role::Coordinator { choices } else { vec![] };
        Reply { answer, choices, ..Reply::default() }
    })
    .await?;
    Ok(Reply { shows: Some(record), ..reply })
}

/// There is no such proposal: what waits.
pub(super) async fn none(
    ask: &Ask<'_>,
    member: &Member,
    which: &Which<'_>,
    waiting: &[Proposal],
) -> Result<Reply, StoreError> {
    in_team(ask, member, |ask| {
        let typed: String = which.slug.chars().take(40).collect();
        let there = list(ask, waiting);
        let answer = Answer::say(ask.text("intervention-no-proposal", &[("typed", typed.into())]));
        Reply { answer: answer.then(there.answer), choices: there.choices, ..Reply::default() }
    })
    .await
}

fn list(ask: &Ask<'_>, waiting: &[Proposal]) -> Reply {
    if waiting.is_empty() {
        let command = ask.typed_sub(Sub::Propose, "");
        return ask.say("intervention-proposals-none", &[("command", command.into())]);
    }
    let shown = &waiting[..waiting.len().min(LISTED)];
    let lines = shown.iter().map(|proposal| Line::new(title(ask, ask.language, proposal)));
    let word = ask.definition.words.shown(Language::Dutch);
    let sub = ask.definition.subcommand_shown(Sub::Proposals.id(), Language::Dutch);
    let choice = |(index, proposal): (usize, &Proposal)| Choice {
        key: (index + 1).to_string(),
        words: vec![proposal.slug.clone()],
        emoji: Some(format!("{}\u{fe0f}\u{20e3}", index + 1)),
        command: format!("{word} {sub} {} {}", proposal.slug, proposal.number),
    };
    let foot = [("last", shown.len().into()), ("prefix", ask.before_number().into())];
    let answer = Answer::say(ask.text("intervention-proposals", &[("all", waiting.len().into())]))
        .numbered(lines)
        .paragraph(ask.text("list-open", &foot));
    Reply { answer, choices: shown.iter().enumerate().map(choice).collect(), ..Reply::default() }
}

fn title(ask: &Ask<'_>, language: Language, proposal: &Proposal) -> String {
    let texts = &ask.library.catalogue.texts;
    let name = proposal.entry.texts(language).map_or("", |texts| texts.name.as_str());
    let by = match (&proposal.by, proposal.organisation) {
        (Some(by), Some(organisation)) => {
            let organisation = ask.library.organisations.name(organisation, language);
            format!("{} ({organisation})", by.as_str())
        }
        (Some(by), None) => by.as_str().to_owned(),
        (None, _) => texts.get(language, "intervention-by-operator", &[]),
    };
    let args = [
        ("name", name.into()),
        ("slug", proposal.slug.as_str().into()),
        ("number", proposal.number.to_string().into()),
        ("by", by.into()),
    ];
    texts.get(language, "intervention-proposal-item", &args)
}

/// A proposal in full, for a coordinator: what it says, whether it changes something, and the words to decide with.
pub(super) fn about(
    ask: &Ask<'_>,
    language: Language,
    proposal: &Proposal,
    matrix: &Matrix,
    team: &TeamId,
) -> (Answer, Vec<Choice>) {
    let say = |key: &str, args: crate::text::Args<'_>| ask.library.catalogue.texts.get(language, key, args);
    let entry = &proposal.entry;
    let base = matrix.entries().iter().find(|entry| entry.slug == proposal.slug);
    let kind = if base.is_some() { "intervention-proposal-changes" } else { "intervention-proposal-new" };
    let mut answer = Answer::default().lines([Line::new(title(ask, language, proposal)), Line::new(say(kind, &[]))]);
    let named = |filter: &str, ids: &[String]| named_in(ask.definition, language, filter, ids);
    let head = [
        named("phase", std::slice::from_ref(&entry.phase)),
        named("timing", &entry.timing),
        named("channel", std::slice::from_ref(&entry.channel)),
    ];
    let lead = say("intervention-lead", &[("who", named("actor", &entry.lead).into())]);
    answer = answer.lines([Line::new(head.join(" · ")), Line::new(lead)]);
    if let Some(texts) = entry.texts(language) {
        let parts = [
            ("intervention-fits", &texts.fits),
            ("intervention-not-when", &texts.not_when),
            ("intervention-decides", &texts.decides),
            ("intervention-limits", &texts.limits),
        ];
        let parts = parts.into_iter().filter(|(_, text)| !text.is_empty());
        let words = texts.words.join(", ");
        let found = (!words.is_empty()).then(|| Line::new(say("intervention-found-by", &[("words", words.into())])));
        answer = answer
            .paragraph(texts.what.as_str())
            .lines(parts.map(|(key, text)| Line::new(say(key, &[("text", text.as_str().into())]))).chain(found));
    }
    let word = |language: Language| ask.definition.words.shown(language).to_owned();
    let sub = |sub: Sub, language| ask.definition.subcommand_shown(sub.id(), language).to_owned();
    let (slug, number) = (&proposal.slug, proposal.number);
    let typed = |one: Sub| format!("{} {} {slug} {number}", word(language), sub(one, language));
    let args = [("accept", typed(Sub::Accept).into()), ("refuse", typed(Sub::Refuse).into())];
    let choice = |key: &str, one: Sub| Choice {
        key: key.to_owned(),
        words: vec![sub(one, Language::Dutch), sub(one, Language::English)],
        emoji: None,
        command: with_team(&format!("{} {} {slug} {number}", word(Language::Dutch), sub(one, Language::Dutch)), team),
    };
    let choices = vec![choice("1", Sub::Accept), choice("2", Sub::Refuse)];
    (answer.paragraph(say("intervention-proposal-how", &args)), choices)
}
