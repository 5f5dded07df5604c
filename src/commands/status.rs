//! `!status`: the version, since when it runs, and what waits to go out.

use super::ask::{Ask, Reply};
use crate::store::StoreError;
use crate::text::{Answer, Line};

/// Waiting longer than this is worth a word.
const SLOW_MS: i64 = 60_000;

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
    Ok(Answer::default()
        .lines([
            Line::new(
                ask.text("status-version", &[("version", env!("CARGO_PKG_VERSION").into()), ("since", since.into())]),
            ),
            Line::new(ask.text(outbox, &[("waiting", waiting.into())])),
            Line::new(ask.text("status-matrix", &[("entries", entries.into())])),
        ])
        .into())
}
