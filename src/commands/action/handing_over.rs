//! An action goes to somebody else, who says yes to it first: it stays with its owner until they take it.

use super::asked::rescheduled;
use super::deeds::refused;
use super::words::{Sub, asked, choices};
use super::{Ask, Reply, Task, owner};
use crate::catalogue::RoomKind;
use crate::commands::Desk;
use crate::commands::incident::called;
use crate::domain::incident::{ActionOwner, ActionStatus, ActionStep};
use crate::domain::{Audience, Change, Member};
use crate::store::StoreError;
use crate::text::Answer;

/// Asks somebody to take it over.
pub(super) async fn offer(ask: &Ask<'_>, task: &Task, words: &str) -> Result<Reply, StoreError> {
    if let Some(reply) = refused(ask, task).await? {
        return Ok(reply);
    }
    let words = ["aan ", "to "].iter().find_map(|lead| words.trim().strip_prefix(lead)).unwrap_or(words);
    let to = called(&task.case, words).filter(|to| task.is_seen_by(to));
    let Some(to) = to else {
        let typed: String = words.trim().chars().take(40).collect();
        let command = asked(ask, &task.action.number, Sub::HandOver);
        let text = task.words(ask, "action-hand-over-unknown", &[("typed", typed.into()), ("command", command.into())]);
        return task.says(ask, text, vec![]).await;
    };
    if task.action.owner == ActionOwner::Person(to.person.clone()) {
        let text = task.words(ask, "action-theirs-already", &[]);
        return task.says(ask, text, vec![]).await;
    }
    if to.person == task.case.member.person {
        return taken(ask, task).await;
    }
    let mut changes = vec![task.change(ActionStep::Offered { to: to.person.clone() })];
    changes.extend(asks(ask, task, to).await?);
    let text = task.words(ask, "action-asked-over", &[("person", to.person.localpart().into())]);
    task.says(ask, text, changes).await
}

/// Whoever was asked takes it; somebody of the organisation that owns it makes it their own.
pub(super) async fn accept(ask: &Ask<'_>, task: &Task) -> Result<Reply, StoreError> {
    if task.action.status != ActionStatus::Open {
        let text = task.words(ask, "action-is-over", &[]);
        return task.says(ask, text, vec![]).await;
    }
    let me = &task.case.member;
    let of_mine = task.action.owner == ActionOwner::Organisation(me.organisation);
    if task.action.offered_to.as_ref() == Some(&me.person) || of_mine {
        return taken(ask, task).await;
    }
    not_asked(ask, task).await
}

/// Whoever was asked does not want it.
pub(super) async fn refuse(ask: &Ask<'_>, task: &Task) -> Result<Reply, StoreError> {
    if task.action.offered_to.as_ref() != Some(&task.case.member.person) {
        return not_asked(ask, task).await;
    }
    let mut changes = vec![task.change(ActionStep::Refused)];
    changes.extend(owner_hears(ask, task, "action-refused-by").await?);
    let text = task.words(ask, "action-refused", &[]);
    task.says(ask, text, changes).await
}

async fn taken(ask: &Ask<'_>, task: &Task) -> Result<Reply, StoreError> {
    let to = ActionOwner::Person(task.case.member.person.clone());
    let mut changes = vec![task.change(ActionStep::HandedOver { to })];
    changes.extend(rescheduled(ask, &task.action, Some((task.action.due_on, 0))).await?);
    changes.extend(owner_hears(ask, task, "action-taken-by").await?);
    let text = task.words(ask, "action-taken", &[("day", ask.day(task.action.due_on).into())]);
    task.says(ask, text, changes).await
}

async fn not_asked(ask: &Ask<'_>, task: &Task) -> Result<Reply, StoreError> {
    let text = task.words(ask, "action-not-asked", &[]);
    task.says(ask, text, vec![]).await
}

/// The question to whoever is to take it over, in private.
async fn asks(ask: &Ask<'_>, task: &Task, to: &Member) -> Result<Vec<Change>, StoreError> {
    let desk = Desk::of(ask);
    let language = desk.language_of(&to.person).await?;
    let audience = Audience::person(to.clone().into());
    let view = task.action.content.for_audience(&audience, &task.case.rules);
    let what = view.as_ref().and_then(|view| view.field(|content| &content.what)).map_or("", String::as_str);
    let line = |sub| super::words::typed(&desk, (language, RoomKind::Direct), &task.action.number, sub).into();
    let args = [
        ("who", task.case.member.person.localpart().into()),
        ("action", task.action.number.as_str().into()),
        ("incident", task.action.incident.as_str().into()),
        ("what", what.into()),
        ("day", desk.day(language, task.action.due_on).into()),
        ("accept", line(Sub::Accept)),
        ("refuse", line(Sub::Refuse)),
    ];
    let answer = Answer::say(desk.text(language, "action-asks-you", &args));
    let choices = choices(&desk, &task.action.number, &[(Sub::Accept, false), (Sub::Refuse, false)]);
    Ok(desk.tell(to, language, &answer, choices, Some(&task.case.incident.record())))
}

/// The owner hears what became of it, if they are a person and somebody else than the asker.
async fn owner_hears(ask: &Ask<'_>, task: &Task, key: &'static str) -> Result<Vec<Change>, StoreError> {
    let ActionOwner::Person(person) = &task.action.owner else { return Ok(vec![]) };
    let member = task.case.active(person).filter(|member| task.is_seen_by(member));
    let Some(member) = member.filter(|member| member.person != task.case.member.person) else { return Ok(vec![]) };
    let desk = Desk::of(ask);
    let language = desk.language_of(person).await?;
    let args = [
        ("who", task.case.member.person.localpart().into()),
        ("action", task.action.number.as_str().into()),
        ("owner", owner(ask, &task.action.owner).into()),
    ];
    let answer = Answer::say(desk.text(language, key, &args));
    Ok(desk.tell(member, language, &answer, vec![], Some(&task.case.incident.record())))
}
