//! How long records are kept, as it is done: once a day it is looked which signals and incidents come to their end; the end is said to
//! whoever follows the record up, and to the coordinators by its number; a coordinator can hold it back; and when the end has come
//! the record goes, with what shows it in the chat. When an end comes is the domain's to say (`domain::retention`).
//!
//! ```text
//! !signaal S-2026-k7qd bewaar de officier vraagt erom     a coordinator holds it back, for a reason
//! !incident I-2026-k7qd bewaar …                          the same
//! ```

mod announce;
mod end;
mod hold;

pub(super) use hold::{held_line, hold, hold_unseen};

use super::desk::Desk;
use super::taking_back::taken_back_silently;
use crate::domain::retention::{Owed, Record};
use crate::domain::schedule::on_the_clock;
use crate::domain::{Change, Due, DueChange, DueKind, Turn};
use crate::store::StoreError;

/// What follows from work about the end of records whose time has come.
pub(crate) async fn fall_due(desk: &Desk<'_>, due: &Due) -> Result<Turn, StoreError> {
    match due.kind {
        DueKind::Retention => look(desk).await,
        DueKind::TakeBack => {
            let taken = taken_back_silently(desk, &due.subject).await?;
            Ok(Turn { changes: taken.changes, out: taken.out })
        }
        _ => match Record::named(&due.subject) {
            Some(record) => owed(desk, &record).await,
            None => Ok(Turn::nothing()),
        },
    }
}

/// It is looked from now on, unless it is already.
pub(crate) async fn begun(desk: &Desk<'_>) -> Result<Option<Change>, StoreError> {
    let there = desk.store.falls_due(desk.account, DueKind::Retention, DAILY).await?;
    Ok((!there).then(|| looked_at(desk, desk.now_ms())))
}

/// The one subject of the daily look.
const DAILY: &str = "daily";

fn looked_at(desk: &Desk<'_>, at_ms: i64) -> Change {
    let (account, subject) = (desk.account.clone(), DAILY.to_owned());
    Change::Due(DueChange { account, kind: DueKind::Retention, subject, at_ms: Some(at_ms) })
}

/// Has every record looked at that something is owed of, and looks again tomorrow when work begins.
async fn look(desk: &Desk<'_>) -> Result<Turn, StoreError> {
    let teams = desk.store.teams_looked_after(desk.account).await?;
    let now_ms = desk.now_ms();
    let mut changes = Vec::new();
    for life in desk.store.lives(&teams).await? {
        // People hear of it when they work; what was announced ends at any hour.
        let at_ms = match life.owed(desk.now, desk.retention, desk.working, desk.time_zone) {
            Owed::Nothing => None,
            Owed::Announce(_) => Some(desk.working.at_work(desk.now, desk.time_zone).timestamp_millis()),
            Owed::End => Some(now_ms),
        };
        if at_ms.is_some() {
            let (account, subject) = (desk.account.clone(), life.record.name());
            changes.push(Change::Due(DueChange { account, kind: DueKind::RecordEnd, subject, at_ms }));
        }
    }
    changes.push(looked_at(desk, tomorrow_ms(desk)));
    Ok(Turn { changes, out: vec![] })
}

/// When work begins tomorrow, on a day on which people work or not.
fn tomorrow_ms(desk: &Desk<'_>) -> i64 {
    let today = desk.now.with_timezone(&desk.time_zone).date_naive();
    let local = today.succ_opt().unwrap_or(today).and_time(desk.working.hours.from);
    on_the_clock(local, desk.time_zone).unwrap_or_else(|after| after).timestamp_millis()
}

/// What is owed of one record now.
async fn owed(desk: &Desk<'_>, record: &Record) -> Result<Turn, StoreError> {
    let Some(life) = desk.store.life(record).await? else { return Ok(Turn::nothing()) };
    match life.owed(desk.now, desk.retention, desk.working, desk.time_zone) {
        Owed::Nothing => Ok(Turn::nothing()),
        Owed::Announce(end_ms) => announce::announced(desk, &life, end_ms).await,
        Owed::End => end::ended(desk, &life).await,
    }
}
