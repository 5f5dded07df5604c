//! The path of an evaluation: it is planned, steps of it are done or not needed, it waits while the incident is frozen; and it falls
//! due. What is owed when is the domain's to say, how it is said [`asking`](super::asking)'s.
//!
//! A near miss takes the same path with fewer questions and without the hot debrief, unless somebody asks for it (`plan debrief`).
//! Once thawed, an evaluation that was frozen goes on with fresh days from that day; what was done stays done, and of a hot debrief
//! nobody is reminded any more.

use chrono::NaiveDate;

use super::around::{Around, step_key, zone_of};
use super::asking;
use crate::commands::case::{Case, refused};
use crate::commands::{Ask, Desk, Reply};
use crate::domain::evaluation::{Evaluation, Path, PathStep, Stage, Taken};
use crate::domain::incident::{
    IncidentChange, IncidentRefusal, IncidentStatus, IncidentStep, Nature, NewContribution, incident_of_record,
};
use crate::domain::{Change, Due, LONGEST_REMARK, SaidOf, Turn};
use crate::store::{StoreError, new_id};
use crate::text::{Answer, Line, Picked, pick};

/// What follows when something of a path is due.
pub(crate) async fn fall_due(desk: &Desk<'_>, due: &Due) -> Result<Turn, StoreError> {
    let Some((team, number)) = incident_of_record(&due.subject) else { return Ok(Turn::nothing()) };
    let Some(incident) = desk.store.incident(&team, &number).await? else { return Ok(Turn::nothing()) };
    if incident.frozen || incident.evaluation.path.is_none() {
        return Ok(Turn::nothing());
    }
    let members = desk.store.members(&team).await?;
    let rules = desk.store.sharing_rules(&team).await?;
    let zone = zone_of(desk, &team).await?;
    let around = Around { incident: &incident, members: &members, rules: &rules, zone };
    let owed = incident.evaluation.owed(desk.now, desk.working, zone);
    let mut after = owed.after;
    let mut turn = Turn::nothing();
    for told in owed.told {
        let said = asking::say(desk, &around, &mut after, told).await?;
        turn.changes.extend(said.changes);
        turn.out.extend(said.out);
    }
    turn.changes.push(around.due(desk, &after));
    if after != incident.evaluation {
        let steps = vec![IncidentStep::Evaluated(Box::new(after))];
        turn.changes.push(Change::Incident(IncidentChange { team, number, seen: incident.version, steps }));
    }
    Ok(turn)
}

/// An evaluation with its path planned from this day on, and when something of it is due.
async fn planned(
    ask: &Ask<'_>,
    case: &Case,
    (day_zero, debrief): (NaiveDate, bool),
) -> Result<(Evaluation, Change), StoreError> {
    let (desk, around) = (Desk::of(ask), Around::of(ask, case).await?);
    let before = &case.incident.evaluation;
    let path = match &before.path {
        Some(path) => path.anew(day_zero, before.gathered, ask.health.working),
        None => {
            let terms = ask.store.path_terms(&case.incident.team).await?.unwrap_or_default();
            let path = Path::planned(day_zero, terms, vec![], ask.health.working);
            if debrief { path } else { path.without_debrief() }
        }
    };
    let mut path = Path { planned_ms: ask.now.timestamp_millis(), ..path };
    path.joined(&around.seers());
    let poll = before.poll.clone().filter(|poll| poll.settled_ms.is_some_and(|at| at > ask.now.timestamp_millis()));
    let after = Evaluation { path: Some(path), poll, ..before.clone() };
    let due = around.due(&desk, &after);
    Ok((after, due))
}

/// What is said of a path that is planned.
fn told(ask: &Ask<'_>, case: &Case, after: &Evaluation) -> Answer {
    let number = case.incident.number.as_str();
    let mut answer = Answer::say(ask.text("evaluation-planned", &[("number", number.into())]));
    if let Some(path) = &after.path {
        answer = answer.list(super::show::steps(ask, path));
    }
    let command = ask.evaluation_line(&case.incident.number, "skip");
    answer.paragraph(ask.text("evaluation-planned-how", &[("command", command.into())]))
}

/// The path of an incident that is closed now: the step and what else changes, and what is said of it. Nothing when it is planned
/// already, or frozen.
pub(in crate::commands) async fn at_closing(
    ask: &Ask<'_>,
    case: &Case,
) -> Result<Option<(IncidentStep, Change, Answer)>, StoreError> {
    if case.incident.frozen || case.incident.evaluation.path.is_some() {
        return Ok(None);
    }
    let today = today(ask, case).await?;
    let (after, due) = planned(ask, case, (today, case.incident.nature == Nature::Incident)).await?;
    let told = told(ask, case, &after);
    Ok(Some((IncidentStep::Evaluated(Box::new(after)), due, told)))
}

/// While it is frozen nothing falls due.
pub(in crate::commands) async fn at_freezing(ask: &Ask<'_>, case: &Case) -> Result<Change, StoreError> {
    Ok(Around::of(ask, case).await?.due_never())
}

/// It goes on: what was not done gets fresh days from today. Nothing when nothing was planned and the incident is not over.
pub(in crate::commands) async fn at_thawing(
    ask: &Ask<'_>,
    case: &Case,
) -> Result<Option<(IncidentStep, Change)>, StoreError> {
    if case.incident.evaluation.path.is_none() && case.incident.status == IncidentStatus::Open {
        return Ok(None);
    }
    let today = today(ask, case).await?;
    let (after, _) = planned(ask, case, (today, false)).await?;
    // It is frozen as it was read.
    let around = Around::of(ask, case).await?;
    let next = after.next_ms(ask.now, ask.health.working, around.zone);
    let Change::Due(due) = around.due_never() else { return Ok(None) };
    Ok(Some((IncidentStep::Evaluated(Box::new(after)), Change::Due(crate::domain::DueChange { at_ms: next, ..due }))))
}

async fn today(ask: &Ask<'_>, case: &Case) -> Result<NaiveDate, StoreError> {
    let zone = zone_of(&Desk::of(ask), &case.incident.team).await?;
    Ok(ask.now.with_timezone(&zone).date_naive())
}

/// `plan`, `plan maandag`, `plan debrief`.
pub(super) async fn plan(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    if !case.incident.is_kept_by(&case.member) {
        return refused(ask, case, IncidentRefusal::NoPart).await;
    }
    let (first, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    let debrief = step_of(ask, "done", first) == Some(PathStep::Debrief);
    let typed = if debrief { rest.trim() } else { words.trim() };
    if case.incident.evaluation.path.is_some() && typed.is_empty() {
        return super::show::show(ask, case).await;
    }
    let day_zero = match typed {
        "" => today(ask, case).await?,
        typed => match ask.day_of(typed) {
            Ok(day) => day,
            Err(text) => return case.says(ask, text).await,
        },
    };
    let light = case.incident.nature == Nature::NearMiss;
    let (after, due) = planned(ask, case, (day_zero, debrief || !light)).await?;
    let answer = told(ask, case, &after);
    let changes = vec![case.change(vec![IncidentStep::Evaluated(Box::new(after))]), due];
    case.say(ask, |_| Reply { changes, ..answer.into() }).await
}

/// The step of this name.
fn step_of(ask: &Ask<'_>, sub: &str, typed: &str) -> Option<PathStep> {
    let typed = typed.trim_matches(|sign: char| sign.is_whitespace() || ",.:;".contains(sign));
    match pick(typed, ask.definition.options(sub)) {
        Picked::One(option) if !typed.is_empty() => PathStep::from_code(&option.id),
        _ => None,
    }
}

/// What is said when no step was named.
async fn which_step(ask: &Ask<'_>, case: &Case, sub: &str, key: &str) -> Result<Reply, StoreError> {
    let command = ask.evaluation_line(&case.incident.number, sub);
    let text = case.words(ask, key, &[("command", command.into())]);
    case.says(ask, text).await
}

/// `gedaan debrief`.
pub(super) async fn done(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let Some(step) = step_of(ask, "done", words) else {
        return which_step(ask, case, "done", "evaluation-done-how").await;
    };
    // Anybody who was there can say that they talked; what closes a step for others is for those who keep the incident.
    if step != PathStep::Debrief && !case.incident.is_kept_by(&case.member) {
        return refused(ask, case, IncidentRefusal::NoPart).await;
    }
    ended(ask, case, step, "evaluation-step-done", |after| after.ended(step, ask.now.timestamp_millis()), vec![]).await
}

/// `niet nodig sessie, omdat het een misverstand was`.
pub(super) async fn skip(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let (first, reason) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    let Some(step) = step_of(ask, "skip", first) else {
        return which_step(ask, case, "skip", "evaluation-skip-how").await;
    };
    if !case.incident.is_kept_by(&case.member) {
        return refused(ask, case, IncidentRefusal::NoPart).await;
    }
    let remark = match case.remark(ask, reason.trim(), ("evaluation-skip-how", LONGEST_REMARK)).await? {
        Ok(remark) => remark,
        Err(reply) => return Ok(*reply),
    };
    let mut reason = remark.text.trim_start_matches([',', ':', '-', ' ']);
    for lead in ["omdat ", "want ", "because "] {
        reason = reason.strip_prefix(lead).unwrap_or(reason);
    }
    if reason.trim().is_empty() {
        return which_step(ask, case, "skip", "evaluation-skip-how").await;
    }
    let new = NewContribution {
        id: new_id(),
        stage: Stage::NotNeeded,
        question: step.code().to_owned(),
        person: case.member.person.clone(),
        organisation: case.member.organisation,
        text: reason.trim().to_owned(),
        released: true,
        said_in: Some((ask.room.clone(), ask.event.clone())),
    };
    let why = Why { step: IncidentStep::Contributed(Box::new(new)), changes: remark.changes };
    ended(ask, case, step, "evaluation-step-skipped", |after| after.skipped(step), vec![why]).await
}

/// Why a step is not needed, as it is kept.
struct Why {
    step: IncidentStep,
    changes: Vec<Change>,
}

/// A step ends.
async fn ended(
    ask: &Ask<'_>,
    case: &Case,
    step: PathStep,
    key: &str,
    change: impl FnOnce(&mut Evaluation),
    why: Vec<Why>,
) -> Result<Reply, StoreError> {
    let mut after = case.incident.evaluation.clone();
    let taken = after.path.as_ref().and_then(|path| path.step(step));
    let key = match taken {
        None if step == PathStep::Debrief => "evaluation-step-none",
        None => "evaluation-not-planned",
        Some(taken) if taken.is_ended() => "incident-already-so",
        Some(_) => key,
    };
    let text = {
        let command = ask.evaluation_line(&case.incident.number, "plan");
        case.words(ask, key, &[("step", ask.text(step_key(step), &[]).into()), ("command", command.into())])
    };
    if taken.is_none_or(Taken::is_ended) {
        return case.says(ask, text).await;
    }
    change(&mut after);
    let due = Around::of(ask, case).await?.due(&Desk::of(ask), &after);
    let mut steps = vec![IncidentStep::Evaluated(Box::new(after))];
    let mut changes = vec![due];
    for why in why {
        steps.push(why.step);
        changes.extend(why.changes);
        // The message holds what went into the record: it is taken back when that is erased.
        let said = vec![SaidOf { room: ask.room.clone(), event: ask.event.clone() }];
        changes.push(Change::SaidOf { record: case.incident.record(), said });
    }
    changes.push(case.change(steps));
    case.say(ask, |_| Reply { changes, ..Answer::default().lines([Line::new(text)]).into() }).await
}
