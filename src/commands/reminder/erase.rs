//! Whoever made a reminder erases what it says. What can be done with one otherwise lies beside.

use super::{Numbered, StoreError, unknown};
use crate::commands::taking_back::taken_back;
use crate::commands::{Ask, Desk, Reply};
use crate::domain::{Change, ReminderChange, ReminderStep, RoomFacts, RoomFault};

/// Erases the reminder of this number; it is not said any more.
pub(in crate::commands) async fn erase(ask: &Ask<'_>) -> Result<Reply, StoreError> {
    let member = ask.standing.member().expect("the declaration asks for a member");
    let asked = ask.definition.asked(ask.words);
    let found = match &asked.number {
        Numbered::By(number) => ask.store.reminder(&member.team, number).await?,
        Numbered::No | Numbered::Slip => None,
    };
    let Some(reminder) = found else { return unknown(ask, member).await };
    if reminder.author != member.person {
        let purpose = super::purpose(ask.store, &reminder).await?;
        let rights = reminder.rights(member, purpose);
        if !rights.see && !rights.tick && !rights.stop {
            return unknown(ask, member).await;
        }
        return Ok(ask.say("erase-reminder-not-yours", &[("number", reminder.number.as_str().into())]));
    }
    let record = reminder.record();
    let mut taken = taken_back(&Desk::of(ask), &record).await?;
    let erased = ReminderChange {
        account: ask.health.account.clone(),
        team: reminder.team.clone(),
        number: reminder.number.clone(),
        seen: reminder.version,
        step: ReminderStep::Erased,
        next_ms: None,
    };
    let mut changes = vec![Change::Reminder(erased), Change::Erased { record }];
    changes.append(&mut taken.changes);
    let nowhere = |_: &RoomFacts| Err(vec![RoomFault::OtherTeam]);
    ask.guarded(member.clone().into(), nowhere, |ask, _| {
        let head = ask.text("erase-reminder", &[("number", reminder.number.as_str().into())]);
        let answer = taken.told(ask, head, ask.text("erase-reminder-content", &[]));
        Reply { answer, changes, out: taken.out, ..Reply::default() }
    })
    .await
}
