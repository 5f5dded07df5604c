//! What falls due of aftercare: a question is asked, and what was said is taken back.

use chrono::{DateTime, TimeDelta, Utc};

use super::{question, talk};
use crate::commands::Desk;
use crate::domain::aftercare::{
    AftercareChange, AftercareStep, CheckIn, Owed, Plan, UNANSWERED_AFTER_MS, aftercare_record,
};
use crate::domain::{Change, Due, DueChange, DueKind, Member, Turn};
use crate::store::{StoreError, TakesPart};

/// Who is answering something else is not asked before this.
const IN_A_DIALOGUE: TimeDelta = TimeDelta::hours(1);
/// Whose access is stopped is not asked; it is looked again after this.
const STOPPED: TimeDelta = TimeDelta::days(1);

/// What follows from work of aftercare whose time has come.
pub(crate) async fn fall_due(desk: &Desk<'_>, due: &Due) -> Result<Turn, StoreError> {
    if due.kind == DueKind::CheckInForgotten { forget(desk, &due.subject).await } else { ask(desk, &due.subject).await }
}

/// What was said is taken back; after the last question the plan goes with it.
async fn forget(desk: &Desk<'_>, id: &str) -> Result<Turn, StoreError> {
    let over = desk.store.aftercare_called(id).await?.filter(|it| it.plan.next.is_none());
    let (change, out) = match over {
        Some(takes_part) => talk::ended(desk, &takes_part).await?,
        None => talk::forgotten(desk, id).await?,
    };
    Ok(Turn { changes: vec![change], out })
}

async fn ask(desk: &Desk<'_>, id: &str) -> Result<Turn, StoreError> {
    let Some(takes_part) = desk.store.aftercare_called(id).await? else { return Ok(Turn::nothing()) };
    let person = &takes_part.plan.person;
    let memberships = desk.store.memberships(person).await?;
    // Who has left all teams is not the bot's to ask any more.
    if memberships.is_empty() {
        let (change, out) = talk::ended(desk, &takes_part).await?;
        return Ok(Turn { changes: vec![change], out });
    }
    let Some(member) = memberships.iter().find(|one| one.is_active()) else {
        return Ok(later(desk, id, desk.now + STOPPED));
    };
    let dialogue = desk.store.dialogue_with(desk.account, person).await?;
    if dialogue.is_some_and(|dialogue| !dialogue.parked) {
        return Ok(later(desk, id, desk.now + IN_A_DIALOGUE));
    }
    let zone = desk.store.person_time_zone(person).await?.unwrap_or(desk.time_zone);
    match takes_part.plan.owed(desk.now, desk.working, zone) {
        Owed::Nothing => Ok(Turn::nothing()),
        Owed::Later(at) => Ok(later(desk, id, at)),
        Owed::Ask(question, after) => say(desk, &takes_part, member, question, after).await,
    }
}

fn later(desk: &Desk<'_>, id: &str, at: DateTime<Utc>) -> Turn {
    Turn { changes: vec![falls_due(desk, DueKind::CheckIn, id, at.timestamp_millis())], out: vec![] }
}

fn falls_due(desk: &Desk<'_>, kind: DueKind, id: &str, at_ms: i64) -> Change {
    Change::Due(DueChange { account: desk.account.clone(), kind, subject: id.to_owned(), at_ms: Some(at_ms) })
}

/// Asks, and takes back what was asked before and never answered.
async fn say(
    desk: &Desk<'_>,
    takes_part: &TakesPart,
    member: &Member,
    question: CheckIn,
    after: Option<(CheckIn, DateTime<Utc>)>,
) -> Result<Turn, StoreError> {
    let Some(definition) = desk.library.catalogue.definition("aftercare") else { return Ok(Turn::nothing()) };
    let id = &takes_part.id;
    let language = desk.language_of(&member.person).await?;
    let (forgotten, out) = talk::forgotten(desk, id).await?;
    let plan = Plan { next: after.map(|(next, _)| next), ..takes_part.plan.clone() };
    let went = AftercareStep::Went { seen: takes_part.seen.clone(), plan };
    let went = AftercareChange { account: desk.account.clone(), id: id.clone(), step: went };
    let (answer, choices) = question::asked(desk, definition, language, question);
    let mut changes = vec![forgotten, Change::Aftercare(went)];
    changes.extend(desk.tell(member, language, &answer, choices, Some(&aftercare_record(id))));
    changes.push(falls_due(desk, DueKind::CheckInForgotten, id, desk.now_ms() + UNANSWERED_AFTER_MS));
    changes.extend(after.map(|(_, at)| falls_due(desk, DueKind::CheckIn, id, at.timestamp_millis())));
    Ok(Turn { changes, out })
}
