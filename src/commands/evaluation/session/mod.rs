//! The session: a room of the team answers the questions together, one message each. Whoever begins it leads it. Everything that it is
//! at lies in the evaluation itself, so that it goes on after a break, a day or a restart where it was; nothing of it is said
//! where somebody reads along who may not see the incident.

mod answer;
mod lead;
mod question;

pub(super) use answer::say;
pub(crate) use answer::{reworded, unsaid};
pub(super) use lead::{back, end, lead, next, park, pause};

use crate::catalogue::RoomKind;
use crate::commands::case::Case;
use crate::commands::{Ask, Reply, action, incident};
use crate::domain::evaluation::{Evaluation, PathStep, Session, SessionState, Taken};
use crate::domain::incident::{Action, ActionStatus, IncidentStep, Nature};
use crate::domain::{
    Audience, Change, Choice, Deed, EventId, File, Form, Message, Outgoing, Reach, RoomFault, RoomId, Say, UserId,
};
use crate::paper::{Mark, Timeline};
use crate::store::{Actions, StoreError};
use crate::text::{Answer, Line};

/// Begins the session here, or goes on with it where it was.
pub(super) async fn start(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    if ask.kind == RoomKind::Direct {
        let text = case.words(ask, "evaluation-session-in-a-room", &[]);
        return case.says(ask, text).await;
    }
    let facts = ask.rooms.facts(ask.room).await.unwrap_or_default();
    if let Err(faults) = case.here(ask, &facts) {
        let text = case.words(ask, "evaluation-session-not-here", &[]);
        let reasons = reasons(ask, &faults);
        return case.say_alone(ask, |_| Answer::say(text).list(reasons).into()).await;
    }
    let evaluation = &case.incident.evaluation;
    if let Some(session) = evaluation.session.as_ref().filter(|session| session.state == SessionState::Running) {
        if session.room == *ask.room {
            return again(ask, case, session).await;
        }
        // One whose room the bot cannot look into any more is held nowhere.
        if ask.rooms.facts(&session.room).await.is_some() {
            let args = [
                ("who", session.facilitator.localpart().into()),
                ("pause", ask.evaluation_line(&case.incident.number, "pause").into()),
            ];
            let text = case.words(ask, "evaluation-session-elsewhere", &args);
            return case.says(ask, text).await;
        }
    }
    for (number, other) in ask.store.evaluations(&case.incident.team).await? {
        let held = other.session.is_some_and(|one| one.state == SessionState::Running && one.room == *ask.room);
        if held && number != case.incident.number {
            let text = case.words(ask, "evaluation-session-another-here", &[]);
            return case.says(ask, text).await;
        }
    }
    let (room, thread) = (ask.room.clone(), ask.thread.cloned());
    let leads = case.member.person.clone();
    let earlier = evaluation.session.as_ref();
    let session = earlier.map(|session| session.resumed(room.clone(), thread.clone(), leads.clone()));
    let new = session.is_none();
    let session = session.unwrap_or_else(|| Session::begun(room, thread, leads, ask.now.timestamp_millis()));
    let mut evaluation = Evaluation { session: Some(session.clone()), ..evaluation.clone() };
    // Where a time was given to answer beforehand, it is kept: a session that begins early steers nobody.
    let asked = evaluation.path.as_ref().and_then(|path| path.step(PathStep::Before));
    evaluation.gathered |= asked.is_none_or(Taken::is_ended);
    let changes = vec![case.change(vec![IncidentStep::Evaluated(Box::new(evaluation))])];
    let open = Actions { status: Some(ActionStatus::Open), ..Actions::default() };
    let actions = ask.store.actions(&case.incident.team, &open).await?;
    let agreed = agreed(ask, case).await?;
    let drawn = drawn(ask, case, &session).await?;
    case.view(ask, |ask, seen| {
        let opening = opening(ask, case, &session, (new, &actions), seen.audience);
        let mut reply = question::put(ask, case, &seen, &session, (&agreed, &drawn));
        reply.changes = changes;
        reply.out.splice(0..0, tell(ask, case, seen.audience, &opening, (None, vec![])));
        reply
    })
    .await
}

/// The open question once more.
async fn again(ask: &Ask<'_>, case: &Case, session: &Session) -> Result<Reply, StoreError> {
    let agreed = agreed(ask, case).await?;
    let drawn = drawn(ask, case, session).await?;
    case.view(ask, |ask, seen| question::put(ask, case, &seen, session, (&agreed, &drawn))).await
}

/// The timeline as pictures, when the open question is the one with which it is shown. Signals are not on them: what is drawn cannot be
/// looked at again when somebody else has come in.
async fn drawn(ask: &Ask<'_>, case: &Case, session: &Session) -> Result<Vec<File>, StoreError> {
    let open = form(ask, case).questions.get(session.at);
    if open.is_none_or(|question| question.id != question::HAPPENED) {
        return Ok(vec![]);
    }
    let mut moments = Vec::new();
    case.view(ask, |ask, seen| {
        moments = incident::moments(ask, case, &seen);
        Reply::default()
    })
    .await?;
    moments.retain(|moment| moment.mark != Mark::Square);
    let title = case.words(ask, "incident-timeline", &[]).replace("**", "");
    let head = incident::head(ask, case, title, String::new());
    Ok(incident::with_pictures(ask, Reply::default(), Timeline { head, moments }).await.files)
}

/// What is said before the first question, or when a session goes on.
fn opening(
    ask: &Ask<'_>,
    case: &Case,
    session: &Session,
    (new, actions): (bool, &[Action]),
    audience: &Audience,
) -> Answer {
    let number = &case.incident.number;
    let head = [("what", ask.nature(case.incident.nature).into())];
    let who = [("who", session.facilitator.localpart().into())];
    let line = |sub: &str| ask.evaluation_line(number, sub).into();
    let how = [("say", line("say"))];
    let leads = [
        ("next", word(ask, "next").into()),
        ("back", word(ask, "back").into()),
        ("park", word(ask, "park").into()),
        ("pause", word(ask, "pause").into()),
        ("end", word(ask, "end").into()),
        ("lead", line("lead")),
        ("prefix", ask.before_number().into()),
        ("who", session.facilitator.localpart().into()),
    ];
    let mut answer = Answer::say(case.words(
        ask,
        if new { "evaluation-session-begins" } else { "evaluation-session-goes-on" },
        &head,
    ));
    if new {
        answer = answer.paragraph(ask.text("evaluation-session-what", &[]));
    }
    // At the start of each: whoever came later has not heard it.
    answer = answer.paragraph(ask.text("evaluation-session-law", &[]));
    if new {
        answer = answer.paragraph(ask.text("evaluation-session-answer-how", &how));
    }
    answer = answer.paragraph(ask.text("evaluation-session-leads", &who));
    answer = answer.paragraph(ask.text("evaluation-session-lead-how", &leads));
    let earlier = actions.iter().filter(|one| one.incident != *number);
    let lines: Vec<Line> = earlier.filter_map(|one| action::line(ask, one, audience, &case.rules)).collect();
    if !lines.is_empty() {
        answer = answer.paragraph(ask.text("evaluation-session-open-actions", &[])).list(lines);
    }
    answer
}

/// Why an incident cannot be spoken about in a room; only for somebody who sees it.
fn reasons(ask: &Ask<'_>, faults: &[RoomFault]) -> Vec<Line> {
    let line = |fault: &RoomFault| {
        let (key, person) = match fault {
            RoomFault::NotEncrypted => ("evaluation-session-fault-plain", None),
            RoomFault::OpenToOthers => ("evaluation-session-fault-open", None),
            RoomFault::OpenHistory => ("evaluation-session-fault-history", None),
            RoomFault::OtherTeam => ("evaluation-session-fault-team", None),
            RoomFault::NoMember(person) => ("evaluation-session-fault-stranger", Some(person)),
            RoomFault::Stopped(person) => ("evaluation-session-fault-stopped", Some(person)),
            RoomFault::MayNotSee(person) => ("evaluation-session-fault-may-not", Some(person)),
            RoomFault::PeopleUnknown | RoomFault::Missing(_) | RoomFault::ThirdPerson(_) => {
                ("evaluation-session-fault-unknown", None)
            }
        };
        let person = person.map_or("", UserId::localpart);
        Line::new(ask.text(key, &[("person", person.into())]))
    };
    faults.iter().map(line).collect()
}

/// The form of the session: fewer questions about what was prevented.
fn form<'a>(ask: &Ask<'a>, case: &Case) -> &'a Form {
    let id = match case.incident.nature {
        Nature::Incident => "session",
        Nature::NearMiss => "session_light",
    };
    ask.library.dialogues.form(id).expect("the library has checked that it is there")
}

/// The actions that were agreed in this evaluation, what was dropped left out.
async fn agreed(ask: &Ask<'_>, case: &Case) -> Result<Vec<Action>, StoreError> {
    let which = Actions { incident: Some(case.incident.number.clone()), ..Actions::default() };
    let mut actions = ask.store.actions(&case.incident.team, &which).await?;
    actions.retain(|action| action.status != ActionStatus::Dropped);
    Ok(actions)
}

/// The word by which people call this subcommand here.
fn word<'a>(ask: &Ask<'a>, sub: &'a str) -> &'a str {
    ask.definition.subcommand_shown(sub, ask.language)
}

/// The evaluation goes on with this session.
fn changed(case: &Case, session: Session) -> Change {
    let evaluation = Evaluation { session: Some(session), ..case.incident.evaluation.clone() };
    case.change(vec![IncidentStep::Evaluated(Box::new(evaluation))])
}

/// Something said here of the bot's own accord, for those who read it, before the answer. `asked_by` is for whom bare words count.
fn tell(
    ask: &Ask<'_>,
    case: &Case,
    audience: &Audience,
    answer: &Answer,
    (asked_by, choices): (Option<&UserId>, Vec<Choice>),
) -> Vec<Outgoing> {
    // In private nothing is said besides the answer: it would stand in the room.
    if ask.kind == RoomKind::Direct {
        return vec![];
    }
    let reach = Reach::shared(audience, ask.words("room-changed", &[]));
    let messages = answer.messages();
    let last = messages.len().saturating_sub(1);
    let mut choices = Some(choices);
    let says = messages.into_iter().enumerate().map(|(index, message): (usize, Message)| Say {
        message,
        thread: ask.thread.cloned(),
        choices: if index == last { choices.take().unwrap_or_default() } else { vec![] },
        asked_by: asked_by.cloned(),
        reach: Some(reach.clone()),
        shows: Some(case.incident.record()),
        ..Say::default()
    });
    says.map(|say| Outgoing { room: ask.room.clone(), deed: Deed::Say(say) }).collect()
}

/// A message in a room.
type Place<'p> = (&'p RoomId, &'p EventId);
