//! `!status`: the version, since when it runs, and what waits to go out, and whether the master key is to be
//! rotated.

use super::ask::{Ask, Reply};
use crate::store::StoreError;
use crate::text::{Answer, Line};

/// Waiting longer than this is worth a word.
const SLOW_MS: i64 = 60_000;

/// A rotation of the master key is due so long after an erasure, in milliseconds: 30 days. Until then whoever has the key and
/// an old copy of the database can still read what was erased.
const ROTATION_DUE_MS: i64 = 30 * 24 * 3_600_000;

pub(super) async fn answer(ask: &Ask<'_>) -> Result<Reply, StoreError> {
    let now_ms = ask.now.timestamp_millis();
    let (waiting, oldest) = ask.store.backlog(ask.health.account).await?;
    let minutes = (now_ms - ask.health.started_ms).max(0) / 60_000;
    let since = match minutes {
        0..60 => ask.text("for-minutes", &[("count", minutes.into())]),
        60..2880 => ask.text("for-hours", &[("count", (minutes / 60).into())]),
        _ => ask.text("for-days", &[("count", (minutes / 1440).into())]),
    };
    let slow = oldest.is_some_and(|oldest| now_ms - oldest > SLOW_MS);
    let outbox = if slow { "status-behind" } else { "status-well" };
    let entries = ask.library.matrix.entries().len();
    let keys = ask.store.key_age().await?;
    let due_ms = keys.erased_since_ms.map(|erased| erased + ROTATION_DUE_MS);
    let rotation = match due_ms.and_then(chrono::DateTime::from_timestamp_millis) {
        Some(due) if due <= ask.now => Some(ask.text("status-rotation-overdue", &[])),
        Some(due) => Some(ask.text("status-rotation-due", &[("day", ask.day(due.date_naive()).into())])),
        None if keys.rotating => Some(ask.text("status-rotation-unfinished", &[])),
        None => None,
    };
    Ok(Answer::default()
        .lines([
            Line::new(
                ask.text("status-version", &[("version", env!("CARGO_PKG_VERSION").into()), ("since", since.into())]),
            ),
            Line::new(ask.text(outbox, &[("waiting", waiting.into())])),
            Line::new(ask.text("status-matrix", &[("entries", entries.into())])),
        ])
        .lines(rotation.map(Line::new))
        .into())
}
