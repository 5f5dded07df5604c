//! Actions on a phone screen: those that are open, one of them, and the line by which others show one.

use super::words::{Sub, asked};
use super::{Ask, Reply, Task};
use crate::catalogue::RoomKind;
use crate::domain::incident::{Action, ActionOwner, ActionStatus};
use crate::domain::{Audience, Choice, Gathering, Language, Member, RoomFacts, RoomFault, SharingRules};
use crate::store::{Actions, StoreError};
use crate::text::{Answer, Line};

/// Actions in one list.
const MOST: usize = 9;

/// Whose an action is, in the language of the answer.
pub(in crate::commands) fn owner(ask: &Ask<'_>, owner: &ActionOwner) -> String {
    match owner {
        ActionOwner::Person(person) => person.localpart().to_owned(),
        ActionOwner::Organisation(organisation) => ask.organisation(*organisation),
    }
}

/// An action in one line, for these eyes; nothing when it is not for them.
pub(in crate::commands) fn line(
    ask: &Ask<'_>,
    action: &Action,
    audience: &Audience,
    rules: &SharingRules,
) -> Option<Line> {
    let view = action.content.for_audience(audience, rules)?;
    let what = view.field(|content| &content.what)?;
    let args = [
        ("action", action.number.as_str().into()),
        ("owner", owner(ask, &action.owner).into()),
        ("day", ask.day(action.due_on).into()),
        ("what", what.as_str().into()),
    ];
    let key = match action.status {
        ActionStatus::Open if action.due_on < ask.today() => "action-line-late",
        ActionStatus::Open => "action-line",
        ActionStatus::Done => "action-line-done",
        ActionStatus::Dropped => "action-line-dropped",
    };
    Some(Line::new(ask.text(key, &args)))
}

/// Those that are open and that everybody who reads the answer may see, the soonest first.
pub(super) async fn list(ask: &Ask<'_>, member: &Member) -> Result<Reply, StoreError> {
    let members = ask.store.members(&member.team).await?;
    let rules = ask.store.sharing_rules(&member.team).await?;
    let open = Actions { status: Some(ActionStatus::Open), ..Actions::default() };
    let actions = ask.store.actions(&member.team, &open).await?;
    let decide = |facts: &RoomFacts| match ask.team {
        Some(room) if room.team == member.team => {
            Gathering { team: &room.team, facts, members: &members, bot: ask.health.account }.for_team_content()
        }
        _ => Err(vec![RoomFault::OtherTeam]),
    };
    ask.guarded(member.clone().into(), decide, |ask, audience| {
        let (mut lines, mut choices) = (Vec::new(), Vec::new());
        let mut more = false;
        for action in &actions {
            let Some(line) = line(ask, action, audience, &rules) else { continue };
            if lines.len() == MOST {
                more = true;
                break;
            }
            lines.push(line);
            choices.push(Choice {
                key: lines.len().to_string(),
                words: vec![action.number.to_string()],
                emoji: None,
                command: format!("{} {}", ask.definition.words.shown(Language::Dutch), action.number),
            });
        }
        if lines.is_empty() {
            return ask.say("action-none", &[]);
        }
        let foot = [("prefix", ask.before_number().into()), ("last", lines.len().into())];
        let mut answer = Answer::say(ask.text("action-list", &[])).numbered(lines);
        if more {
            answer = answer.paragraph(ask.text("action-more-open", &[("most", MOST.into())]));
        }
        let answer = answer.paragraph(ask.text("list-open", &foot));
        Reply { answer, choices, ..Reply::default() }
    })
    .await
}

/// One of them.
pub(super) async fn show(ask: &Ask<'_>, task: &Task) -> Result<Reply, StoreError> {
    let changes = vec![task.case.read(ask)];
    let action = &task.action;
    task.case
        .view(ask, |ask, seen| {
            let view = action.content.for_audience(seen.audience, &task.case.rules);
            let what = view.as_ref().and_then(|view| view.field(|content| &content.what)).map_or("", String::as_str);
            let mut lines = vec![
                Line::new(task.words(ask, "action-title", &[("status", ask.text(status(action), &[]).into())])),
                Line::new(task.words(ask, "action-whose", &[])),
                Line::new(task.words(ask, "action-day", &[("day", ask.day(action.due_on).into())])),
            ];
            if let Some(person) = &action.offered_to {
                lines.push(Line::new(task.words(ask, "action-offered", &[("person", person.localpart().into())])));
            }
            let mut answer = Answer::default().lines(lines).paragraph(what.to_owned());
            let dropped = view.as_ref().and_then(|view| view.part_if(|content| content.dropped.as_ref()));
            if let Some(reason) = dropped.and_then(|reason| reason.open()) {
                answer = answer.paragraph(task.words(ask, "action-because", &[("reason", reason.as_str().into())]));
            }
            // What one can do tells who one is: that is not for a room.
            if ask.kind == RoomKind::Direct && action.status == ActionStatus::Open {
                answer = answer.lines(deeds(ask, task));
            }
            Reply { answer, changes, ..Reply::default() }
        })
        .await
}

/// The asker wants something done that cannot be.
pub(super) async fn not_known(ask: &Ask<'_>, task: &Task, words: &str) -> Result<Reply, StoreError> {
    let word: String = words.split_whitespace().next().unwrap_or_default().chars().take(40).collect();
    let command = format!("{} {}", ask.typed(ask.definition), task.action.number);
    let text = task.words(ask, "action-deeds", &[("word", word.into()), ("command", command.into())]);
    task.says(ask, text, vec![]).await
}

fn status(action: &Action) -> &'static str {
    match action.status {
        ActionStatus::Open => "action-status-open",
        ActionStatus::Done => "action-status-done",
        ActionStatus::Dropped => "action-status-dropped",
    }
}

fn deeds(ask: &Ask<'_>, task: &Task) -> Vec<Line> {
    let offered = task.action.offered_to.as_ref() == Some(&task.case.member.person);
    let can = [
        (Sub::Accept, "action-how-accept", offered),
        (Sub::Refuse, "action-how-refuse", offered),
        (Sub::Done, "action-how-done", task.may_change()),
        (Sub::Later, "action-how-later", task.may_change()),
        (Sub::Drop, "action-how-drop", task.may_change()),
        (Sub::HandOver, "action-how-hand-over", task.may_change()),
    ];
    can.into_iter()
        .filter(|(.., may)| *may)
        .map(|(sub, key, _)| {
            let command = asked(ask, &task.action.number, sub);
            Line::new(ask.text(key, &[("command", command.into())]))
        })
        .collect()
}
