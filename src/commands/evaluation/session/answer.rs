//! What people answer: in reply to a question, also an earlier one, or with the command. Each answer is its author's: a changed message
//! puts it in other words, one that is taken away takes it back. Others read the organisation and the role.

use super::question::{DIFFERENTLY, NUMBERS, QUESTION, SAFE};
use super::{Place, form};
use crate::commands::case::Case;
use crate::commands::evaluation::actions;
use crate::commands::evaluation::words::Sub;
use crate::commands::{Ask, Desk, Library, Reply};
use crate::domain::evaluation::{Contribution, SessionState, Stage};
use crate::domain::incident::{IncidentChange, IncidentStep, NewContribution};
use crate::domain::{
    Audience, Change, Deed, EventId, Language, Outgoing, Question, QuestionKind, SaidOf, Say, Turn, UserId,
};
use crate::store::{SaidInEvaluation, StoreError, new_id};
use crate::text::Answer;

/// What stands before the name of what is put in other words; nobody types it.
const AGAIN: &str = "#herzien:";
/// What stands before the message that first said it, once somebody was asked about it; nobody types it.
const FIRST: &str = "#bericht:";
/// Longest answer, in characters, where the form says nothing else.
const LONGEST: usize = 900;

/// Answers a question: the one replied to, or the open one.
pub(in crate::commands::evaluation) async fn say(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    if let Some((id, text)) = token(words, AGAIN) {
        return again(ask, case, id, text).await;
    }
    let (first, words) = token(words, FIRST).map_or((None, words), |(event, words)| (Some(event), words));
    let Some(session) = &case.incident.evaluation.session else {
        let start = ask.evaluation_line(&case.incident.number, Sub::Start.id());
        let text = case.words(ask, "evaluation-session-none", &[("command", start.into())]);
        return case.says(ask, text).await;
    };
    let form = form(ask, case);
    let (meant, text) = token(words, QUESTION).map_or((None, words), |(id, text)| (Some(id), text));
    let at = match meant {
        Some(id) => form.questions.iter().position(|question| question.id == id),
        None if session.state == SessionState::Ended => None,
        None => Some(session.at),
    };
    let Some((at, question)) = at.and_then(|at| Some((at, form.questions.get(at)?))) else {
        let text = case.words(ask, "evaluation-session-over", &[]);
        return case.says(ask, text).await;
    };
    if question.id == DIFFERENTLY
        && let Some((sub, rest)) = ask.definition.subcommand_after_number(text)
        && sub.id == Sub::Action.id()
        && !rest.is_empty()
    {
        return actions::add(ask, case, rest).await;
    }
    if let Some(reply) = unfit(ask, case, question, text).await? {
        return Ok(reply);
    }
    // Asked about what looks like personal data, somebody chooses by another message: the words stand in this one.
    let event = first.map_or_else(|| ask.event.clone(), EventId::new);
    let sub = ask.definition.subcommand_shown(Sub::Say.id(), Language::Dutch);
    let line = format!("{} {sub} {FIRST}{event} {QUESTION}{} {text}", case.incident.number, question.id);
    let asked = Ask { words: &line, ..*ask };
    let remark = match case.remark(&asked, text, ("evaluation-session-say-how", most(question))).await? {
        Ok(remark) => remark,
        Err(reply) => return Ok(*reply),
    };
    let member = &case.member;
    let mut steps = Vec::new();
    if question.id == SAFE {
        // A number is said once: the newest counts.
        steps.extend(mine(case, &question.id).map(|id| IncidentStep::Unsaid { id }));
    }
    steps.push(IncidentStep::Contributed(Box::new(NewContribution {
        id: new_id(),
        stage: Stage::Session,
        question: question.id.clone(),
        person: member.person.clone(),
        organisation: member.organisation,
        text: remark.text.trim().to_owned(),
        released: true,
        said_in: Some((ask.room.clone(), event.clone())),
    })));
    let mut changes = vec![case.change(steps)];
    let said = vec![SaidOf { room: ask.room.clone(), event }];
    changes.push(Change::SaidOf { record: case.incident.record(), said });
    changes.extend(remark.changes);
    let args = [("who", ask.organisation(member.organisation).into()), ("at", (at + 1).into())];
    let key = if at == session.at { "evaluation-session-noted" } else { "evaluation-session-noted-for" };
    let text = ask.text(key, &args);
    case.say(ask, |_| Reply { changes, ..Answer::say(text).into() }).await
}

/// What somebody said is put in other words.
async fn again(ask: &Ask<'_>, case: &Case, id: &str, text: &str) -> Result<Reply, StoreError> {
    let theirs = |one: &Contribution| one.id == id && one.person == case.member.person && one.stage == Stage::Session;
    // Anybody can send a change of a message: it counts as its author's only.
    let Some(question) = contributions(case, theirs).map(|one| one.question.clone()).next() else {
        return Ok(Reply::default());
    };
    let form = form(ask, case);
    let known = form.question(&question);
    if let Some(known) = known
        && let Some(reply) = unfit(ask, case, known, text).await?
    {
        return Ok(reply);
    }
    let remark = match case.remark(ask, text, ("evaluation-session-say-how", known.map_or(LONGEST, most))).await? {
        Ok(remark) => remark,
        Err(reply) => return Ok(*reply),
    };
    let step = IncidentStep::Reworded { id: id.to_owned(), text: remark.text.trim().to_owned() };
    let mut changes = vec![case.change(vec![step])];
    changes.extend(remark.changes);
    let who = ask.organisation(case.member.organisation);
    let text = ask.text("evaluation-session-reworded", &[("who", who.into())]);
    case.say(ask, |_| Reply { changes, ..Answer::say(text).into() }).await
}

/// What to say when these words are no answer to this question.
async fn unfit(ask: &Ask<'_>, case: &Case, question: &Question, text: &str) -> Result<Option<Reply>, StoreError> {
    if question.id != SAFE {
        return Ok(None);
    }
    let digits: String = text.trim_start().chars().take_while(char::is_ascii_digit).collect();
    if digits.parse().is_ok_and(|number: u8| NUMBERS.contains(&number)) {
        return Ok(None);
    }
    let text = ask
        .text("evaluation-session-number", &[("least", (*NUMBERS.start()).into()), ("most", (*NUMBERS.end()).into())]);
    case.says(ask, text).await.map(Some)
}

fn most(question: &Question) -> usize {
    match question.kind {
        QuestionKind::Text { most, .. } => most,
        _ => LONGEST,
    }
}

/// What the asker has said in the session about a question.
fn mine(case: &Case, question: &str) -> impl Iterator<Item = String> {
    let theirs = |one: &Contribution| {
        one.stage == Stage::Session && one.question == question && one.person == case.member.person
    };
    contributions(case, theirs).map(|one| one.id.clone()).collect::<Vec<_>>().into_iter()
}

/// The contributions of this kind that the asker sees.
fn contributions(case: &Case, which: impl Fn(&Contribution) -> bool) -> impl Iterator<Item = &Contribution> {
    let alone = Audience::person(case.member.clone().into());
    let view = case.incident.content.for_audience(&alone, &case.rules);
    let all = view.into_iter().flat_map(|view| view.content().contributions.iter());
    all.filter_map(move |one| Some(one.for_audience(&alone, &case.rules)?.content())).filter(move |one| which(one))
}

/// What stands behind a token at the beginning, and the words after it.
fn token<'w>(words: &'w str, before: &str) -> Option<(&'w str, &'w str)> {
    let rest = words.trim_start().strip_prefix(before)?;
    Some(rest.split_once(char::is_whitespace).map_or((rest, ""), |(first, rest)| (first, rest.trim_start())))
}

/// The command that puts in other words what a message said. `typed` is what it says now, when it stands for itself and is no
/// other command.
pub(crate) fn reworded(library: &Library, said: &SaidInEvaluation, typed: &str) -> Option<String> {
    let definition = library.catalogue.definition("evaluation")?;
    if said.stage != Stage::Session {
        return None;
    }
    let (first, rest) = typed.trim().split_once(char::is_whitespace).unwrap_or((typed.trim(), ""));
    let text = if definition.words.all().any(|word| word.eq_ignore_ascii_case(first)) {
        let asked = definition.asked(rest);
        asked.subcommand.filter(|sub| sub.id == Sub::Say.id())?;
        asked.rest
    } else {
        typed.trim()
    };
    let word = definition.words.shown(Language::Dutch);
    let sub = definition.subcommand_shown(Sub::Say.id(), Language::Dutch);
    Some(format!("{word} {} {sub} {AGAIN}{} {text}", said.number, said.id))
}

/// The message that said something in an evaluation was taken away, by its author: what it said is taken back. Nothing when it said
/// nothing there.
pub(crate) async fn unsaid(
    desk: &Desk<'_>,
    (room, event): Place<'_>,
    by: &UserId,
    language: Language,
) -> Result<Option<Turn>, StoreError> {
    let Some(said) = desk.store.said_in_evaluation(room, event).await? else { return Ok(None) };
    if said.person != *by || matches!(said.stage, Stage::NotNeeded | Stage::Anonymous) {
        return Ok(None);
    }
    let Some(incident) = desk.store.incident(&said.team, &said.number).await? else { return Ok(None) };
    let steps = vec![IncidentStep::Unsaid { id: said.id }];
    let change = IncidentChange { team: said.team, number: said.number, seen: incident.version, steps };
    let message = desk.words(language, "evaluation-session-unsaid");
    let deed = Deed::Say(Say { message, ..Say::default() });
    let out = vec![Outgoing { room: room.clone(), deed }];
    Ok(Some(Turn { changes: vec![Change::Incident(change)], out }))
}
