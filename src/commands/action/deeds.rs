//! What becomes of an action: it is done, it is dropped for a reason, it is to be done by another day. Its owner says so, or whoever keeps
//! the incident.

use super::asked::rescheduled;
use super::words::{Sub, asked};
use super::{Ask, Reply, Task};
use crate::domain::LONGEST_REMARK;
use crate::domain::incident::{ActionStatus, ActionStep};
use crate::store::StoreError;

/// It is done.
pub(super) async fn done(ask: &Ask<'_>, task: &Task) -> Result<Reply, StoreError> {
    if let Some(reply) = refused(ask, task).await? {
        return Ok(reply);
    }
    let mut changes = vec![task.change(ActionStep::Done)];
    changes.extend(rescheduled(ask, &task.action, None).await?);
    let text = task.words(ask, "action-done", &[]);
    task.says(ask, text, changes).await
}

/// It is not done any more, and why.
pub(super) async fn drop(ask: &Ask<'_>, task: &Task, words: &str) -> Result<Reply, StoreError> {
    if let Some(reply) = refused(ask, task).await? {
        return Ok(reply);
    }
    let remark = match task.case.remark(ask, words, ("action-drop-how", LONGEST_REMARK)).await? {
        Ok(remark) => remark,
        Err(reply) => return Ok(*reply),
    };
    let mut changes = vec![task.change(ActionStep::Dropped { reason: remark.text.trim().to_owned() })];
    changes.extend(rescheduled(ask, &task.action, None).await?);
    // The message holds what went into the record: it is taken back when that is erased.
    let said = vec![crate::domain::SaidOf { room: ask.room.clone(), event: ask.event.clone() }];
    changes.push(crate::domain::Change::SaidOf { record: task.case.incident.record(), said });
    changes.extend(remark.changes);
    let text = task.words(ask, "action-dropped", &[]);
    task.says(ask, text, changes).await
}

/// It is to be done by another day.
pub(super) async fn later(ask: &Ask<'_>, task: &Task, words: &str) -> Result<Reply, StoreError> {
    if let Some(reply) = refused(ask, task).await? {
        return Ok(reply);
    }
    let words = words.trim().trim_end_matches(['.', '!']);
    let words =
        ["tot ", "naar ", "until ", "till ", "to "].iter().find_map(|lead| words.strip_prefix(lead)).unwrap_or(words);
    if words.is_empty() {
        let command = asked(ask, &task.action.number, Sub::Later);
        let text = task.words(ask, "action-later-how", &[("command", command.into())]);
        return task.says(ask, text, vec![]).await;
    }
    let due_on = match ask.day_of(words) {
        Ok(day) => day,
        Err(text) => return task.says(ask, text, vec![]).await,
    };
    let mut changes = vec![task.change(ActionStep::Moved { due_on })];
    changes.extend(rescheduled(ask, &task.action, Some((due_on, 0))).await?);
    let text = task.words(ask, "action-moved", &[("day", ask.day(due_on).into())]);
    task.says(ask, text, changes).await
}

/// What those hear who may not, or come too late.
pub(super) async fn refused(ask: &Ask<'_>, task: &Task) -> Result<Option<Reply>, StoreError> {
    let key = if task.action.status != ActionStatus::Open {
        "action-is-over"
    } else if !task.may_change() {
        "action-not-yours"
    } else {
        return Ok(None);
    };
    let text = task.words(ask, key, &[]);
    task.says(ask, text, vec![]).await.map(Some)
}
