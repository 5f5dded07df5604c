//! Fills gaps: walks back through a room from now to the last event in the inbox (or to the bot's own join, in a direct
//! room to the invitation before it) and puts what is missing into the inbox, oldest first.

use std::sync::Arc;
use std::time::Duration;

use matrix_sdk::deserialized_responses::TimelineEvent;
use matrix_sdk::ruma::api::Direction;
use matrix_sdk::ruma::api::client::message::get_message_events::v3::Request;
use matrix_sdk::ruma::{RoomId as MatrixRoomId, UInt};
use matrix_sdk::{Room, RoomState};
use serde_json::Value;

use super::error::{Outlook, outlook};
use super::{Link, identities, sync};
use crate::bot::Lanes;
use crate::clock;
use crate::domain::{EventId, RoomId};
use crate::store::{ROWS_LAST_MS, Receipt, StoreError};

const PAGE: u32 = 100;
/// So many pages are walked at most: 20,000 events of one room.
const MOST_PAGES: usize = 200;

/// Fills the gap of one room. True when it must be looked at again.
pub(super) async fn fill(link: &Arc<Link>, handling: &Lanes, id: &RoomId) -> bool {
    match try_fill(link, handling, id).await {
        Ok(again) => again,
        Err(Trouble::Passes(after)) => {
            tracing::warn!(room = id.as_str(), "a gap cannot be filled yet; trying again");
            link.sleep(after.unwrap_or(Duration::from_secs(2))).await;
            true
        }
        Err(Trouble::Ends(reason)) => {
            tracing::warn!(room = id.as_str(), reason, "a gap can not be filled; going on without it");
            let closed = close(link, id).await;
            closed.is_err() && !link.stopping()
        }
    }
}

enum Trouble {
    Passes(Option<Duration>),
    Ends(String),
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        if error.may_pass() { Self::Passes(None) } else { Self::Ends(error.to_string()) }
    }
}

impl From<matrix_sdk::Error> for Trouble {
    fn from(error: matrix_sdk::Error) -> Self {
        match outlook(&error) {
            Outlook::Passes(after) => Self::Passes(after),
            // The sync finds out by itself and ends everything; until then nothing is decided about this room.
            Outlook::LoggedOut(_) => Self::Passes(None),
            Outlook::Never => Self::Ends("the homeserver refuses".to_owned()),
        }
    }
}

async fn try_fill(link: &Arc<Link>, handling: &Lanes, id: &RoomId) -> Result<bool, Trouble> {
    let row = link.store.room(id).await?;
    if !row.as_ref().is_some_and(|row| row.gap) {
        return Ok(false);
    }
    let mark = row.and_then(|row| row.mark);
    let room = match known(link, id) {
        Some(room) if room.state() == RoomState::Joined => room,
        // Its past is fetched once the bot is in.
        Some(room) if room.state() == RoomState::Invited => return Ok(false),
        _ => return Err(Trouble::Ends("not in the room any more".to_owned())),
    };
    let before = link.intake.lock().await.news(id);
    let place = sync::place(link, &room, id).await?;
    let missing = walk(link, &room, mark.as_ref(), place.direct).await?;
    let now_ms = clock::now().timestamp_millis();
    let mut receipt = sync::events(link, &room, id, place, &missing, now_ms).await;
    identities::look_at_senders(link, handling, &Receipt { sync_mark: None, rooms: vec![receipt.clone()] }).await?;
    let mut intake = link.intake.lock().await;
    let overtaken = intake.news(id) != before;
    receipt.gap = Some(overtaken);
    let receipt = Receipt { sync_mark: None, rooms: vec![receipt] };
    let changed = link.store.receive(&link.account, &receipt, now_ms).await?;
    link.look_for_keys(&receipt);
    if !overtaken {
        link.count_unreadable(&receipt);
        intake.filled(id);
    }
    drop(intake);
    for room in &changed {
        handling.wake(room);
    }
    Ok(overtaken)
}

/// Gives a gap up: the room cannot be read any more.
async fn close(link: &Link, id: &RoomId) -> Result<(), StoreError> {
    let mut intake = link.intake.lock().await;
    let room =
        crate::store::RoomReceipt { room: id.clone(), encrypted: false, gap: Some(false), mark: None, events: vec![] };
    link.store.receive(&link.account, &Receipt { sync_mark: None, rooms: vec![room] }, 0).await?;
    intake.forget(id);
    Ok(())
}

fn known(link: &Link, id: &RoomId) -> Option<Room> {
    let id = <&MatrixRoomId>::try_from(id.as_str()).ok()?;
    link.client.get_room(id)
}

/// The events after the mark, oldest first.
async fn walk(link: &Link, room: &Room, mark: Option<&EventId>, direct: bool) -> Result<Vec<TimelineEvent>, Trouble> {
    let (me, since_ms) = (link.account.as_str(), link.since_ms);
    let mut from = None;
    let mut found: Vec<TimelineEvent> = Vec::new();
    'pages: for _ in 0..MOST_PAGES {
        let mut request = Request::new(room.room_id().to_owned(), Direction::Backward);
        request.from.clone_from(&from);
        request.limit = UInt::from(PAGE);
        let page = link.client.send(request).await.map_err(matrix_sdk::Error::from)?;
        let events = page.chunk.into_iter().map(matrix_sdk::ruma::serde::Raw::cast);
        let events: Vec<TimelineEvent> = events.map(TimelineEvent::from_plaintext).collect();
        let ids: Vec<EventId> =
            events.iter().filter_map(TimelineEvent::event_id).map(|event| EventId::new(event.as_str())).collect();
        let entered = link.store.entered(&ids).await?;
        for event in events {
            let Some(event_id) = event.event_id().map(|event| EventId::new(event.as_str())) else { continue };
            if mark == Some(&event_id) || entered.contains(&event_id) || too_old(&event, since_ms) {
                break 'pages;
            }
            match own_membership(&event, me) {
                Some(Own::Join) if !direct => {
                    found.push(event);
                    break 'pages;
                }
                // What was said to a direct room since the invitation is for the bot.
                Some(Own::Invite) => break 'pages,
                _ => found.push(event),
            }
        }
        from = page.end;
        if from.is_none() {
            break;
        }
    }
    found.reverse();
    let mut events = Vec::with_capacity(found.len());
    for event in found {
        events.push(decrypted(room, event).await?);
    }
    Ok(events)
}

/// Older than the inbox remembers: it could have been in it. Or from before the account's time here, which is nobody's to
/// handle; to the moment that is judged by the bot.
fn too_old(event: &TimelineEvent, since_ms: i64) -> bool {
    const MARGIN_MS: i64 = 24 * 3_600_000;
    const SLACK_MS: i64 = 60_000;
    let json: Value = serde_json::from_str(event.raw().json().get()).unwrap_or_default();
    let most = (ROWS_LAST_MS - MARGIN_MS).min(clock::now().timestamp_millis() - since_ms + SLACK_MS);
    json["unsigned"]["age"].as_i64().is_some_and(|age| age > most)
}

enum Own {
    Join,
    Invite,
}

/// Whether this is the bot's own coming in or invitation, by the server's word.
fn own_membership(event: &TimelineEvent, me: &str) -> Option<Own> {
    let json: Value = serde_json::from_str(event.raw().json().get()).ok()?;
    if json["type"] != "m.room.member" || json["state_key"].as_str() != Some(me) {
        return None;
    }
    match json["content"]["membership"].as_str()? {
        "join" if json["unsigned"]["prev_content"]["membership"].as_str() != Some("join") => Some(Own::Join),
        "invite" => Some(Own::Invite),
        _ => None,
    }
}

/// The event decrypted, or with the reason why it cannot be.
async fn decrypted(room: &Room, event: TimelineEvent) -> Result<TimelineEvent, Trouble> {
    let is_encrypted = |json: &Value| json["type"] == "m.room.encrypted" && json.get("state_key").is_none();
    let json: Value = serde_json::from_str(event.raw().json().get()).unwrap_or_default();
    if !is_encrypted(&json) || json["content"].as_object().is_none_or(serde_json::Map::is_empty) {
        return Ok(event);
    }
    // What cannot be read comes with its reason; an error is the SDK's own store, and passes.
    room.decrypt_event(event.raw().cast_ref_unchecked(), None).await.map_err(|_| Trouble::Passes(None))
}
