//! Messages whose key comes late: decrypted and handled when it does, given up when it does not. Where signed devices are
//! required, also messages of a device that is not known yet: the homeserver is asked for it, and they are judged when it is
//! known, or as of an unknown device when their time is up.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt as _;
use matrix_sdk::Room;
use matrix_sdk::deserialized_responses::{DecryptedRoomEvent, TimelineEvent, TimelineEventKind};
use matrix_sdk::ruma::serde::Raw;
use matrix_sdk::ruma::{OwnedUserId, RoomId as MatrixRoomId};

use super::inbound::{self, Reading};
use super::{Link, devices, identities, sync};
use crate::bot::Lanes;
use crate::clock;
use crate::domain::{RoomId, UnreadableBecause};
use crate::store::{Arrival, StoreError, Waiting};

/// How often messages are looked at whose time may be up.
const LOOK: Duration = Duration::from_secs(5);
/// How often the homeserver is asked for the devices of somebody whose message waits for one, in milliseconds.
const ASK_AGAIN_MS: i64 = 20_000;

/// Watches for keys until it is dropped.
pub(super) async fn watch(link: Arc<Link>, handling: Lanes) {
    let mut look = tokio::time::interval(LOOK);
    let mut looks = Looks::default();
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
            let result = retry(&link, &handling, &which, &mut looks).await;
            if let Err(error) = result {
                tracing::warn!(%error, "messages that wait for a key could not be looked at");
            }
        }
    }
}

/// What earlier looks leave for later ones.
#[derive(Default)]
struct Looks {
    /// The last row that was looked at as new.
    newest: i64,
    /// When the homeserver was last asked for somebody's devices, in milliseconds since 1970.
    asked: HashMap<OwnedUserId, i64>,
}

impl Looks {
    /// Asks for the device that this message waits for, unless that was done a moment ago.
    async fn ask(&mut self, link: &Link, waiting: &Waiting, now_ms: i64) {
        self.asked.retain(|_, asked| now_ms - *asked < ASK_AGAIN_MS);
        if let Some(sender) = sender_of(&waiting.raw)
            && !self.asked.contains_key(&sender)
        {
            self.asked.insert(sender.clone(), now_ms);
            devices::ask_about(link, &sender).await;
        }
    }
}

/// Which messages are looked at.
enum Which {
    /// Those that need one of these keys.
    Of(Vec<String>),
    /// Those that were laid up since the last look of this kind.
    New,
    /// Those whose time is up, and those that wait for a device.
    Overdue,
    /// All of them.
    All,
}

async fn retry(link: &Link, handling: &Lanes, which: &Which, looks: &mut Looks) -> Result<(), StoreError> {
    let now_ms = clock::now().timestamp_millis();
    for (seq, id, waiting) in link.store.waiting(&link.account).await? {
        let for_device = inbound::waits_for_device(&waiting.raw);
        let wanted = match which {
            Which::New => seq > looks.newest,
            Which::Of(sessions) => sessions.contains(&waiting.session),
            Which::Overdue => waiting.until_ms <= now_ms || for_device,
            Which::All => true,
        };
        if !wanted {
            continue;
        }
        if for_device {
            looks.ask(link, &waiting, now_ms).await;
        }
        if open(link, handling, seq, &id, &waiting, now_ms).await? {
            handling.wake(&id);
        }
        // Only this way looks at all of them in order; another may leave earlier ones out.
        if matches!(which, Which::New) {
            looks.newest = seq;
        }
    }
    Ok(())
}

/// Tries one message again. True when it can be handled now, read or given up.
async fn open(
    link: &Link,
    handling: &Lanes,
    seq: i64,
    id: &RoomId,
    waiting: &Waiting,
    now_ms: i64,
) -> Result<bool, StoreError> {
    let room = <&MatrixRoomId>::try_from(id.as_str()).ok().and_then(|id| link.client.get_room(id));
    let mut why = UnreadableBecause::KeyMissing;
    let mut place = crate::domain::Place { direct: false, encrypted: true };
    let in_time = waiting.until_ms > now_ms;
    let waits_for_device = link.require_signed_devices && in_time;
    if let Some(room) = &room {
        place = sync::place(link, room, id).await?;
        match opened(room, waiting).await {
            None => {}
            Some(event) => {
                if let TimelineEventKind::UnableToDecrypt { utd_info, .. } = &event.kind {
                    why = inbound::why_unreadable(&utd_info.reason).unwrap_or(why);
                } else {
                    let (event, device_known) = devices::known_now(room, &event).await;
                    let at = Reading { room: id, place, now_ms, device_known, waits_for_device };
                    match inbound::read(&event, at).map(|read| read.arrival) {
                        Some(Arrival::Readable(incoming)) => {
                            let sender = BTreeSet::from([incoming.sender.clone()]);
                            identities::look(link, handling, sender).await?;
                            link.store.resolve(seq, &incoming).await?;
                            return Ok(true);
                        }
                        // Its sender's device is not known yet.
                        Some(Arrival::Waiting(_)) => return Ok(false),
                        // Readable now, and nothing for the bot.
                        None => {
                            link.store.finish(seq, &crate::domain::Turn::nothing(), now_ms).await?;
                            return Ok(false);
                        }
                    }
                }
            }
        }
    }
    if why == UnreadableBecause::KeyMissing && in_time {
        return Ok(false);
    }
    let at = Reading { room: id, place, now_ms, device_known: false, waits_for_device };
    match inbound::given_up(&waiting.raw, at, why) {
        Some(incoming) => {
            link.store.resolve(seq, &incoming).await?;
            link.pulse.gave_up_reading();
        }
        None => {
            link.store.finish(seq, &crate::domain::Turn::nothing(), now_ms).await?;
        }
    }
    Ok(true)
}

/// The message decrypted, or with the reason why it cannot be. One that was decrypted before is only judged anew.
async fn opened(room: &Room, waiting: &Waiting) -> Option<TimelineEvent> {
    if !inbound::waits_for_device(&waiting.raw) {
        let raw = Raw::from_json_string(waiting.raw.clone()).ok()?;
        return room.decrypt_event(&raw, None).await.ok();
    }
    let event = Raw::from_json_string(waiting.raw.clone()).ok()?;
    let sender = sender_of(&waiting.raw)?;
    let encryption_info = room.get_encryption_info(&waiting.session, &sender).await?;
    let event = DecryptedRoomEvent { event, encryption_info, unsigned_encryption_info: None };
    Some(TimelineEvent::from_decrypted(event, None))
}

/// Who sent a waiting message, by its stored form; the room key has vouched for it when it was decrypted.
fn sender_of(raw: &str) -> Option<OwnedUserId> {
    let json: serde_json::Value = serde_json::from_str(raw).ok()?;
    OwnedUserId::try_from(json["sender"].as_str()?).ok()
}
