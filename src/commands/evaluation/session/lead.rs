//! Leading a session: the next question, the one before, one that is put off, a break, somebody else who leads, the end. Only who leads
//! it does that; others hear who does, and how somebody else can.

use std::collections::BTreeMap;

use super::{again, agreed, changed, form, question, reasons, tell};
use crate::commands::case::{Case, Seen};
use crate::commands::evaluation::words::Sub;
use crate::commands::incident::called;
use crate::commands::{Ask, Reply, action};
use crate::domain::evaluation::{Evaluation, Moved, PathStep, Session, SessionState, Stage};
use crate::domain::incident::{Action, IncidentStep};
use crate::domain::{Audience, Member, OrganisationKind, RoomFault};
use crate::store::StoreError;
use crate::text::{Answer, Line};

/// The next question; after the last one it is over.
pub(in crate::commands::evaluation) async fn next(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    let session = match led(ask, case, true).await? {
        Ok(session) => session,
        Err(reply) => return Ok(*reply),
    };
    match session.next(form(ask, case).questions.len()) {
        Moved::To(next) => moved(ask, case, next).await,
        Moved::Nowhere => over(ask, case, session).await,
    }
}

/// The question before this one.
pub(in crate::commands::evaluation) async fn back(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    let session = match led(ask, case, true).await? {
        Ok(session) => session,
        Err(reply) => return Ok(*reply),
    };
    match session.back() {
        Moved::To(before) => moved(ask, case, before).await,
        Moved::Nowhere => {
            let text = ask.text("evaluation-session-first", &[]);
            case.says(ask, text).await
        }
    }
}

/// The open question comes back before the end.
pub(in crate::commands::evaluation) async fn park(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    let session = match led(ask, case, true).await? {
        Ok(session) => session,
        Err(reply) => return Ok(*reply),
    };
    match session.park(form(ask, case).questions.len()) {
        Moved::To(next) => moved(ask, case, next).await,
        Moved::Nowhere => {
            let text = ask.text("evaluation-session-only-this", &[]);
            case.says(ask, text).await
        }
    }
}

/// A break, of a quarter of an hour or of a day.
pub(in crate::commands::evaluation) async fn pause(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    let session = match led(ask, case, false).await? {
        Ok(session) => session,
        Err(reply) => return Ok(*reply),
    };
    let start = ask.evaluation_line(&case.incident.number, Sub::Start.id());
    let args = [("at", (session.at + 1).into()), ("command", start.into())];
    let text = case.words(ask, "evaluation-session-paused", &args);
    let changes = vec![changed(case, session.paused())];
    case.say(ask, |_| Reply { changes, ..Answer::say(text).into() }).await
}

/// It is over.
pub(in crate::commands::evaluation) async fn end(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    match led(ask, case, false).await? {
        Ok(session) => over(ask, case, session).await,
        Err(reply) => Ok(*reply),
    }
}

/// Somebody else leads it: who is named, or the asker.
pub(in crate::commands::evaluation) async fn lead(
    ask: &Ask<'_>,
    case: &Case,
    words: &str,
) -> Result<Reply, StoreError> {
    let Some(session) = case.incident.evaluation.session.as_ref().filter(|it| it.state != SessionState::Ended) else {
        return none(ask, case).await;
    };
    let facts = ask.rooms.facts(&session.room).await.unwrap_or_default();
    let there = facts.people.as_deref().unwrap_or_default().contains(&session.facilitator);
    let there = there && case.active(&session.facilitator).is_some();
    if !session.may_hand_over(&case.member, there) {
        return not_leading(ask, case, session).await;
    }
    let to = if words.trim().is_empty() { Some(&case.member) } else { called(case, words) };
    let to = to.filter(|to| case.seers().iter().any(|one| one.person == to.person));
    let Some(to) = to else {
        let typed: String = words.chars().take(40).collect();
        let line = ask.evaluation_line(&case.incident.number, Sub::Lead.id());
        let args = [("typed", typed.into()), ("command", line.into())];
        let text = case.words(ask, "evaluation-session-lead-unknown", &args);
        return case.says(ask, text).await;
    };
    let session = session.led_by(to.person.clone());
    let changes = vec![changed(case, session.clone())];
    let text = ask.text("evaluation-session-leads", &[("who", to.person.localpart().into())]);
    if session.state != SessionState::Running || *ask.room != session.room {
        return case.say(ask, |_| Reply { changes, ..Answer::say(text).into() }).await;
    }
    let agreed = agreed(ask, case).await?;
    case.view(ask, |ask, seen| handed_over(ask, case, &seen, (&session, to), &agreed, text))
        .await
        .map(|reply| Reply { changes, ..reply })
}

/// The question once more, as if whoever leads it now had asked: their bare words count from now on.
fn handed_over(
    ask: &Ask<'_>,
    case: &Case,
    seen: &Seen<'_, '_>,
    (session, to): (&Session, &Member),
    agreed: &[Action],
    text: String,
) -> Reply {
    let put = question::put(ask, case, seen, session, (agreed, &[]));
    let answer = Answer::say(text).then(put.answer);
    if to.person == case.member.person {
        return Reply { answer, choices: put.choices, ..Reply::default() };
    }
    let out = tell(ask, case, seen.audience, &answer, (Some(&to.person), put.choices));
    if out.is_empty() { answer.into() } else { Reply { out, ..Reply::default() } }
}

/// The session, when the asker leads it and it runs; else what they hear. With `asks` the next question must be fit to be read here.
async fn led<'c>(ask: &Ask<'_>, case: &'c Case, asks: bool) -> Result<Result<&'c Session, Box<Reply>>, StoreError> {
    let running = case.incident.evaluation.session.as_ref().filter(|it| it.state == SessionState::Running);
    let Some(session) = running else { return Ok(Err(Box::new(none(ask, case).await?))) };
    if !session.is_led_by(&case.member) {
        return Ok(Err(Box::new(not_leading(ask, case, session).await?)));
    }
    if asks && *ask.room != session.room {
        let text = case.words(ask, "evaluation-session-other-room", &[]);
        return Ok(Err(Box::new(case.says(ask, text).await?)));
    }
    if asks {
        let facts = ask.rooms.facts(ask.room).await.unwrap_or_default();
        if let Err(faults) = case.here(ask, &facts) {
            return Ok(Err(Box::new(interrupted(ask, case, session, &faults).await?)));
        }
    }
    Ok(Ok(session))
}

/// Somebody reads along who may not: it pauses, and who leads it hears why in private.
async fn interrupted(ask: &Ask<'_>, case: &Case, session: &Session, faults: &[RoomFault]) -> Result<Reply, StoreError> {
    let start = ask.evaluation_line(&case.incident.number, Sub::Start.id());
    let text = case.words(ask, "evaluation-session-interrupted", &[("command", start.into())]);
    let reasons = reasons(ask, faults);
    let changes = vec![changed(case, session.paused())];
    case.say_alone(ask, |_| Reply { changes, ..Answer::say(text).list(reasons).into() }).await
}

/// No session runs.
async fn none(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    let start = ask.evaluation_line(&case.incident.number, Sub::Start.id());
    let key = match case.incident.evaluation.session.as_ref().map(|session| session.state) {
        Some(SessionState::Paused) => "evaluation-session-is-paused",
        Some(SessionState::Ended) => "evaluation-session-is-over",
        Some(SessionState::Running) | None => "evaluation-session-none",
    };
    let text = case.words(ask, key, &[("command", start.into())]);
    case.says(ask, text).await
}

/// Somebody else leads it.
async fn not_leading(ask: &Ask<'_>, case: &Case, session: &Session) -> Result<Reply, StoreError> {
    let line = ask.evaluation_line(&case.incident.number, Sub::Lead.id());
    let args = [("who", session.facilitator.localpart().into()), ("command", line.into())];
    let text = case.words(ask, "evaluation-session-not-leading", &args);
    case.says(ask, text).await
}

/// Another question is open.
async fn moved(ask: &Ask<'_>, case: &Case, session: Session) -> Result<Reply, StoreError> {
    let change = changed(case, session.clone());
    again(ask, case, &session).await.map(|mut reply| {
        reply.changes.push(change);
        reply
    })
}

/// All was asked: what came of it, and what follows.
async fn over(ask: &Ask<'_>, case: &Case, session: &Session) -> Result<Reply, StoreError> {
    let now_ms = ask.now.timestamp_millis();
    let session = session.ended(now_ms);
    let left = session.parked.len();
    let mut evaluation = Evaluation { session: Some(session), ..case.incident.evaluation.clone() };
    evaluation.ended(PathStep::Session, now_ms);
    // Without a path nobody was given a time to answer beforehand.
    evaluation.gathered = true;
    let changes = vec![case.change(vec![IncidentStep::Evaluated(Box::new(evaluation))])];
    let agreed = agreed(ask, case).await?;
    let reply = case.view(ask, |ask, seen| summary(ask, case, &seen, (&agreed, left)).into()).await?;
    Ok(Reply { changes, ..reply })
}

fn summary(ask: &Ask<'_>, case: &Case, seen: &Seen<'_, '_>, (agreed, left): (&[Action], usize)) -> Answer {
    let mut answer = Answer::say(case.words(ask, "evaluation-session-ended", &[]));
    let counts = counts(case, seen.audience).into_iter().map(|(organisation, count)| {
        let args = [("organisation", ask.organisation(organisation).into()), ("count", count.into())];
        Line::new(ask.text("evaluation-session-count", &args))
    });
    let counts: Vec<Line> = counts.collect();
    if !counts.is_empty() {
        answer = answer.paragraph(ask.text("evaluation-session-counts", &[])).list(counts);
    }
    if left > 0 {
        answer = answer.paragraph(ask.text("evaluation-session-left", &[("count", left.into())]));
    }
    let actions: Vec<Line> =
        agreed.iter().filter_map(|one| action::line(ask, one, seen.audience, &case.rules)).collect();
    let line = |sub: Sub| ask.evaluation_line(&case.incident.number, sub.id());
    answer = if actions.is_empty() {
        let how = [("command", line(Sub::Action).into())];
        answer.paragraph(ask.text("evaluation-session-no-actions", &how))
    } else {
        answer.paragraph(ask.text("evaluation-session-agreed", &[])).list(actions)
    };
    answer.paragraph(ask.text("evaluation-session-then", &[])).list([
        Line::new(ask.text("evaluation-session-then-lesson", &[("command", line(Sub::Lesson).into())])),
        Line::new(ask.text("evaluation-session-then-report", &[("command", line(Sub::Report).into())])),
        Line::new(ask.text("evaluation-session-then-start", &[("command", line(Sub::Start).into())])),
    ])
}

/// How much each organisation said.
fn counts(case: &Case, audience: &Audience) -> BTreeMap<OrganisationKind, usize> {
    let mut counts = BTreeMap::new();
    let view = case.incident.content.for_audience(audience, &case.rules);
    let all = view.iter().flat_map(|view| view.content().contributions.iter());
    let said = all.filter_map(|one| one.for_audience(audience, &case.rules));
    for one in said.filter(|one| one.content().stage == Stage::Session) {
        *counts.entry(one.content().organisation).or_default() += 1;
    }
    counts
}
