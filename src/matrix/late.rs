//! Messages whose key comes late: decrypted and handled when it does, given up when it does not.

use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt as _;
use matrix_sdk::deserialized_responses::TimelineEventKind;
use matrix_sdk::ruma::RoomId as MatrixRoomId;
use matrix_sdk::ruma::serde::Raw;

use super::Link;
use super::inbound::{self, Reading};
use super::sync;
use crate::bot::Lanes;
use crate::clock;
use crate::domain::{RoomId, UnreadableBecause};
use crate::store::{Arrival, StoreError, Waiting};

/// How often messages are looked at whose time may be up.
const LOOK: Duration = Duration::from_secs(5);

/// Watches for keys until it is dropped.
pub(super) async fn watch(link: Arc<Link>, handling: Lanes) {
    let mut look = tokio::time::interval(LOOK);
    // The last row that was looked at as new.
    let mut newest = 0;
    loop {
        let Some(keys) = link.client.encryption().room_keys_received_stream().await else { return };
        let mut keys = std::pin::pin!(keys);
        loop {
            let which = tokio::select! {
                keys = keys.next() => match keys {
                    Some(Ok(keys)) => Which::Of(keys.into_iter().map(|key| key.session_id).collect()),
                    // Some were dropped on the way.
                    Some(Err(_)) => Which::All,
                    None => break,
                },
                () = link.waits.notified() => Which::New,
                _ = look.tick() => Which::Overdue,
            };
            let result = retry(&link, &handling, &which, &mut newest).await;
            if let Err(error) = result {
                tracing::warn!(%error, "messages that wait for a key could not be looked at");
            }
        }
    }
}

/// Which messages are looked at.
enum Which {
    /// Those that need one of these keys.
    Of(Vec<String>),
    /// Those that were laid up since the last look of this kind.
    New,
    /// Those whose time is up.
    Overdue,
    /// All of them.
    All,
}

async fn retry(link: &Link, handling: &Lanes, which: &Which, newest: &mut i64) -> Result<(), StoreError> {
    let now_ms = clock::now().timestamp_millis();
    for (seq, id, waiting) in link.store.waiting(&link.account).await? {
        let wanted = match which {
            Which::New => seq > *newest,
            Which::Of(sessions) => sessions.contains(&waiting.session),
            Which::Overdue => waiting.until_ms <= now_ms,
            Which::All => true,
        };
        if !wanted {
            continue;
        }
        if open(link, seq, &id, &waiting, now_ms).await? {
            handling.wake(&id);
        }
        // Only this way looks at all of them in order; another may leave earlier ones out.
        if matches!(which, Which::New) {
            *newest = seq;
        }
    }
    Ok(())
}

/// Tries one message again. True when it can be handled now, read or given up.
async fn open(link: &Link, seq: i64, id: &RoomId, waiting: &Waiting, now_ms: i64) -> Result<bool, StoreError> {
    let room = <&MatrixRoomId>::try_from(id.as_str()).ok().and_then(|id| link.client.get_room(id));
    let mut why = UnreadableBecause::KeyMissing;
    let mut place = crate::domain::Place { direct: false, encrypted: true };
    if let Some(room) = &room {
        place = sync::place(link, room, id).await?;
        if let Ok(raw) = Raw::from_json_string(waiting.raw.clone())
            && let Ok(event) = room.decrypt_event(&raw, None).await
        {
            match &event.kind {
                TimelineEventKind::UnableToDecrypt { utd_info, .. } => {
                    why = inbound::why_unreadable(&utd_info.reason).unwrap_or(why);
                }
                _ => {
                    let refreshed = super::gaps::refreshed(room, &event).await.unwrap_or(event);
                    match inbound::read(&refreshed, Reading { room: id, place, now_ms }).map(|read| read.arrival) {
                        Some(Arrival::Readable(incoming)) => link.store.resolve(seq, &incoming).await?,
                        // Readable now, and nothing for the bot.
                        _ => {
                            link.store.finish(seq, &crate::domain::Turn::nothing(), now_ms).await?;
                            return Ok(false);
                        }
                    }
                    return Ok(true);
                }
            }
        }
    }
    if why == UnreadableBecause::KeyMissing && waiting.until_ms > now_ms {
        return Ok(false);
    }
    match inbound::given_up(&waiting.raw, Reading { room: id, place, now_ms }, why) {
        Some(incoming) => link.store.resolve(seq, &incoming).await?,
        None => {
            link.store.finish(seq, &crate::domain::Turn::nothing(), now_ms).await?;
        }
    }
    Ok(true)
}
