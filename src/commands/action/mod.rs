//! `!actie`: what somebody does after an evaluation, until it is done, dropped with a reason, or taken over by somebody who said yes. When
//! it is asked after lies in [`asked`]. An action is seen by whoever sees its incident; one that somebody may not see is told
//! from one that there is not by nothing.

mod asked;
mod deeds;
mod handing_over;
mod show;
mod words;

pub(crate) use asked::fall_due;
pub(super) use asked::scheduled;
pub(super) use show::{line, owner};
pub(super) use words::PARTS;

use super::ask::{Ask, Reply};
use super::case::{self, Case};
use crate::catalogue::Numbered;
use crate::domain::incident::{Action, ActionChange, ActionOwner, ActionStep};
use crate::domain::{Audience, Change, Member, RecordNumber, RoomFacts, RoomFault};
use crate::store::StoreError;
use words::Sub;

/// An action that the asker sees, with its incident.
struct Task {
    action: Action,
    case: Case,
}

pub(super) async fn answer(ask: &Ask<'_>) -> Result<Reply, StoreError> {
    let asked = ask.definition.asked(ask.words);
    let sub = asked.subcommand.and_then(|sub| Sub::called(&sub.id));
    let member = ask.standing.member().expect("the declaration asks for a member");
    let number = match &asked.number {
        Numbered::No => return show::list(ask, member).await,
        Numbered::By(number) => Some(number),
        Numbered::Slip => None,
    };
    let rest = asked.rest;
    let task = find(ask, member, number).await?;
    // Before it is known whether there is such an action: words about one do not stay where others read them.
    if sub == Some(Sub::Drop) && !case::may_carry(ask, task.as_ref().map(|task| &task.case)).await {
        return case::elsewhere(ask, member).await;
    }
    let Some(task) = task else { return unknown(ask, member).await };
    match sub {
        None if rest.is_empty() => show::show(ask, &task).await,
        None => show::not_known(ask, &task, rest).await,
        // What is over or passed to somebody may be said also while nothing is asked.
        Some(Sub::Done) => deeds::done(ask, &task).await,
        Some(Sub::Drop) => deeds::drop(ask, &task, rest).await,
        Some(Sub::Later) => deeds::later(ask, &task, rest).await,
        Some(Sub::HandOver) => handing_over::offer(ask, &task, rest).await,
        Some(Sub::Accept) => handing_over::accept(ask, &task).await,
        Some(Sub::Refuse) => handing_over::refuse(ask, &task).await,
    }
}

/// The action of this number, if there is one and the asker sees it.
async fn find(ask: &Ask<'_>, member: &Member, number: Option<&RecordNumber>) -> Result<Option<Task>, StoreError> {
    let Some(number) = number else { return Ok(None) };
    let Some(action) = ask.store.action(&member.team, number).await? else { return Ok(None) };
    let case = case::find(ask, member, Some(&action.incident)).await?;
    Ok(case.map(|case| Task { action, case }))
}

/// There is no such action, or none that the asker may see.
async fn unknown(ask: &Ask<'_>, member: &Member) -> Result<Reply, StoreError> {
    let nowhere = |_: &RoomFacts| Err(vec![RoomFault::OtherTeam]);
    ask.guarded(member.clone().into(), nowhere, |ask, _| {
        let typed: String = ask.words.split_whitespace().next().unwrap_or_default().chars().take(20).collect();
        let args = [("typed", typed.into()), ("command", ask.typed(ask.definition).into())];
        ask.say("action-unknown", &args)
    })
    .await
}

impl Task {
    /// The action changes as it was read.
    fn change(&self, step: ActionStep) -> Change {
        let (team, number) = (self.action.team.clone(), self.action.number.clone());
        Change::Action(ActionChange { team, number, seen: self.action.version, step })
    }

    /// The asker is its owner, or of the organisation that is.
    fn is_mine(&self) -> bool {
        match &self.action.owner {
            ActionOwner::Person(person) => *person == self.case.member.person,
            ActionOwner::Organisation(organisation) => *organisation == self.case.member.organisation,
        }
    }

    /// The asker may say what becomes of it: its owner, and who keeps the incident.
    fn may_change(&self) -> bool {
        self.is_mine() || self.case.incident.is_kept_by(&self.case.member)
    }

    /// A text about it; its number and its owner are among the arguments.
    fn words(&self, ask: &Ask<'_>, key: &str, args: crate::text::Args<'_>) -> String {
        let mut all = vec![
            ("action", self.action.number.as_str().into()),
            ("owner", owner(ask, &self.action.owner).into()),
            ("incident", self.action.incident.as_str().into()),
        ];
        all.extend(args.iter().cloned());
        ask.text(key, &all)
    }

    /// Says this about it where everybody may see it, else in private.
    async fn says(&self, ask: &Ask<'_>, text: String, changes: Vec<Change>) -> Result<Reply, StoreError> {
        let answer = crate::text::Answer::say(text);
        self.case.say(ask, |_| Reply { changes, ..answer.into() }).await
    }

    /// This member sees it.
    fn is_seen_by(&self, member: &Member) -> bool {
        let audience = Audience::person(member.clone().into());
        member.is_active() && self.action.content.for_audience(&audience, &self.case.rules).is_some()
    }
}
