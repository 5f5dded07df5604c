//! The sync loop. It never sleeps between good answers, writes each answer into the inbox before the next request, and
//! finds out when the SDK has lost one.

use std::collections::{HashMap, HashSet};
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use futures_util::FutureExt as _;
use matrix_sdk::RoomMemberships;
use matrix_sdk::config::SyncSettings;
use matrix_sdk::deserialized_responses::TimelineEvent;
use matrix_sdk::ruma::api::client::filter::FilterDefinition;
use matrix_sdk::ruma::api::client::sync::sync_events::v3::Filter;
use matrix_sdk::ruma::presence::PresenceState;
use matrix_sdk::store::StateStoreDataKey;
use matrix_sdk::sync::RoomUpdates;
use matrix_sdk::{Client, Room};
use tokio::sync::broadcast::{self, error::TryRecvError};

use super::error::{Outlook, outlook};
use super::inbound::{self, Reading};
use super::{Link, MatrixError, devices, former, identities, identity, invites};
use crate::bot::Lanes;
use crate::clock;
use crate::config::Config;
use crate::domain::{EventId, Membership, Place, RoomId, What};
use crate::store::{Arrival, Receipt, RoomReceipt, StoreError};

/// How long the server may hold a sync open when nothing happens.
const POLL: Duration = Duration::from_secs(30);
/// Events of one room in one sync; more than that is a gap, and filled.
const TIMELINE: u32 = 50;
/// An answer quicker than this that brings nothing is a server in a hurry for nothing.
const TOO_QUICK: Duration = Duration::from_millis(5);
/// How long the next poll lets answers go first, at most.
const ANSWERS_FIRST: Duration = Duration::from_millis(25);
const LONGEST_WAIT: Duration = Duration::from_mins(1);

/// What the writing of received events must know; see [`Link::intake`].
#[derive(Debug, Default)]
pub(super) struct Intake {
    /// Rooms of which the inbox knows, and whether they have a gap.
    rooms: HashMap<RoomId, bool>,
    /// How often each room with a gap has had news; a filling that was overtaken is not the last.
    news: HashMap<RoomId, u64>,
    /// The sync token up to which everything is in the inbox or behind a gap.
    mark: Option<String>,
}

impl Intake {
    pub(super) fn news(&self, room: &RoomId) -> u64 {
        self.news.get(room).copied().unwrap_or(0)
    }

    pub(super) fn forget(&mut self, room: &RoomId) {
        self.rooms.remove(room);
        self.news.remove(room);
    }

    pub(super) fn filled(&mut self, room: &RoomId) {
        self.rooms.insert(room.clone(), false);
        self.news.remove(room);
    }
}

/// What one call of the SDK brought, whether or not it succeeded.
struct Heard {
    updates: Vec<RoomUpdates>,
    /// Some of it was dropped on the way.
    lagged: bool,
}

pub(super) async fn run<R: FnOnce()>(
    link: &Arc<Link>,
    handling: &Lanes,
    filling: &Lanes,
    sending: &Lanes,
    config: &Config,
    ready: &mut Option<R>,
) -> Result<(), MatrixError> {
    let mut updates = link.client.subscribe_to_all_room_updates();
    let mut stop = link.stop.clone();
    let mut news = identities::News::listen(link).await;
    prepare(link, handling).await?;
    let mut serving = false;
    let mut looked_at_all = false;
    let mut gaps_taken_up = false;
    let mut wait = Duration::from_millis(500);
    loop {
        if link.stopping() {
            return Ok(());
        }
        // The first answer must come at once, news or not; so must the one that shows the own device signed.
        let timeout = if serving { POLL } else { Duration::ZERO };
        let began = Instant::now();
        let synced = tokio::select! {
            synced = AssertUnwindSafe(link.client.sync_once(settings(timeout))).catch_unwind() => synced,
            _ = stop.wait_for(|stop| *stop) => return Ok(()),
        };
        crate::failpoint!("after-token");
        let heard = drain(&mut updates);
        let brought = !heard.updates.iter().all(is_empty);
        // Who is another now must be known before anything is handled that came with it.
        if let Some(news) = &mut news {
            news.look(link, handling).await?;
        }
        if !looked_at_all && matches!(synced, Ok(Ok(_))) {
            looked_at_all = identities::look_at_all(link, handling).await?;
        }
        let answering = match receive(link, heard, handling, filling).await {
            Ok(answering) => answering,
            // The token in the database is the old one, so the next start looks back.
            Err(_) if link.stopping() => return Ok(()),
            Err(error) => return Err(error.into()),
        };
        crate::failpoint!("after-inbox");
        let answered = match &synced {
            Ok(Ok(_)) | Err(_) => true,
            Ok(Err(error)) => matches!(outlook(error), Outlook::Never),
        };
        if answered && !gaps_taken_up {
            gaps_taken_up = true;
            for room in link.persist("gaps", || link.store.gaps(&link.account)).await? {
                filling.wake(&room);
            }
        }
        if answering {
            // Answers first: a homeserver that works off one request at a time would begin with the next poll.
            let _ = tokio::time::timeout(ANSWERS_FIRST, link.sent.notified()).await;
        }
        match synced {
            Ok(Ok(_)) => {
                link.pulse.synced();
                wait = Duration::from_millis(500);
                if !serving {
                    if !settle(link, config).await? {
                        link.sleep(Duration::from_millis(200)).await;
                        continue;
                    }
                    serving = true;
                    link.serving.store(true, Ordering::SeqCst);
                    for room in link.persist("outbox", || link.store.rooms_to_send(&link.account)).await? {
                        sending.wake(&room);
                    }
                    invites::reconcile(link);
                    former::log_out(link, &config.matrix);
                    link.pulse.ready();
                    if let Some(ready) = ready.take() {
                        ready();
                    }
                } else if !brought && began.elapsed() < TOO_QUICK {
                    link.sleep(Duration::from_millis(100)).await;
                }
            }
            Ok(Err(error)) => match outlook(&error) {
                Outlook::LoggedOut(soft) => return Err(MatrixError::LoggedOut { soft }),
                Outlook::Passes(after) => {
                    let pause = after.unwrap_or(wait);
                    tracing::warn!(kind = kind(&error), "the sync failed; trying again in {} ms", pause.as_millis());
                    link.sleep(pause).await;
                    wait = (wait * 2).min(LONGEST_WAIT);
                }
                Outlook::Never => {
                    // One malformed event is enough for this. What the answer held has been received above.
                    tracing::warn!(kind = kind(&error), "the sync brought something that the SDK could not handle");
                    if !brought {
                        link.sleep(wait).await;
                        wait = (wait * 2).min(LONGEST_WAIT);
                    }
                }
            },
            Err(_) => {
                tracing::error!("the sync panicked; going on");
                link.sleep(wait).await;
                wait = (wait * 2).min(LONGEST_WAIT);
            }
        }
    }
}

/// The name of an error's kind; its text may hold what people wrote.
fn kind(error: &matrix_sdk::Error) -> String {
    let shown = format!("{error:?}");
    shown.split(|character: char| !character.is_alphanumeric()).next().unwrap_or_default().to_owned()
}

fn settings(timeout: Duration) -> SyncSettings {
    let mut filter = FilterDefinition::empty();
    filter.room.timeline.limit = Some(TIMELINE.into());
    // Members are not loaded lazily: Synapse then sends the bot's own membership anew whenever another room is active, and each
    // time says that its devices have changed, for which every send waits up to 5 s.
    filter.room.ephemeral = matrix_sdk::ruma::api::client::filter::RoomEventFilter::ignore_all();
    filter.presence = matrix_sdk::ruma::api::client::filter::Filter::ignore_all();
    SyncSettings::new().timeout(timeout).filter(Filter::FilterDefinition(filter)).set_presence(PresenceState::Offline)
}

/// Takes up what an earlier run left: the mark, events to handle. Gaps wait for the first answer of the server, which brings
/// the keys of what is in them; what is to be sent waits until the bot serves.
async fn prepare(link: &Arc<Link>, handling: &Lanes) -> Result<(), MatrixError> {
    let mark = link.persist("mark", || link.store.sync_mark(&link.account)).await?;
    let token = token(&link.client).await;
    if token.is_some() && token != mark {
        // The SDK took in an answer that never reached the inbox.
        doubt_all(link, token.clone()).await?;
    }
    let mut intake = link.intake.lock().await;
    intake.mark.clone_from(&token);
    // Without a token the SDK starts from nothing: every room comes anew, as one that the intake does not know.
    if token.is_some() {
        for room in link.client.joined_rooms() {
            let id = RoomId::new(room.room_id().as_str());
            if let Some(row) = link.persist("room", || link.store.room(&id)).await? {
                intake.rooms.insert(id, row.gap);
            }
        }
    }
    drop(intake);
    for room in link.persist("inbox", || link.store.rooms_with_work(&link.account)).await? {
        handling.wake(&room);
    }
    Ok(())
}

/// Makes the identity whole. True when the own device is signed.
async fn settle(link: &Link, config: &Config) -> Result<bool, MatrixError> {
    match identity::ensure(&link.client, &config.matrix).await {
        Ok(()) => Ok(identity::is_signed(&link.client).await),
        Err(identity::Problem::Passes(after)) => {
            let pause = after.unwrap_or(Duration::from_secs(2));
            tracing::warn!("the identity cannot be set up yet; trying again in {} s", pause.as_secs());
            link.sleep(pause).await;
            Ok(false)
        }
        Err(identity::Problem::Ends(error)) => Err(error),
    }
}

/// The SDK's own sync token.
async fn token(client: &Client) -> Option<String> {
    client.state_store().get_kv_data(StateStoreDataKey::SyncToken).await.ok().flatten()?.into_sync_token()
}

fn drain(updates: &mut broadcast::Receiver<RoomUpdates>) -> Heard {
    let mut heard = Heard { updates: Vec::new(), lagged: false };
    loop {
        match updates.try_recv() {
            Ok(update) => heard.updates.push(update),
            Err(TryRecvError::Lagged(_)) => heard.lagged = true,
            Err(TryRecvError::Empty | TryRecvError::Closed) => return heard,
        }
    }
}

fn is_empty(updates: &RoomUpdates) -> bool {
    updates.joined.is_empty() && updates.left.is_empty() && updates.invited.is_empty()
}

/// Writes what was heard into the inbox; waits for the database when it is away. True when something is to be handled.
async fn receive(link: &Arc<Link>, heard: Heard, handling: &Lanes, filling: &Lanes) -> Result<bool, StoreError> {
    let token = token(&link.client).await;
    let mut intake = link.intake.lock().await;
    // A new token without an update: the SDK failed between storing the one and giving out the other.
    let lost = heard.lagged || (heard.updates.is_empty() && token != intake.mark);
    let now_ms = clock::now().timestamp_millis();
    let mut receipt = Receipt { sync_mark: token.clone(), rooms: Vec::new() };
    let mut gaps = HashSet::new();
    for update in &heard.updates {
        for (id, joined) in &update.joined {
            let Some(room) = link.client.get_room(id) else { continue };
            let id = RoomId::new(id.as_str());
            let timeline = &joined.timeline;
            if timeline.events.is_empty() && !timeline.limited && intake.rooms.contains_key(&id) {
                continue;
            }
            let place = place(link, &room, &id).await?;
            let known = intake.rooms.get(&id).copied();
            if timeline.limited || known != Some(false) {
                // A room that is new here has a past since the invitation; it is fetched like any gap.
                *intake.news.entry(id.clone()).or_default() += 1;
                intake.rooms.insert(id.clone(), true);
                gaps.insert(id.clone());
                receipt.rooms.push(gap(id, place));
            } else {
                receipt.rooms.push(events(link, &room, &id, place, &timeline.events, now_ms).await);
            }
        }
        // Should the bot come (back) in, the room has a past again.
        for id in update.invited.keys().chain(update.left.keys()) {
            intake.forget(&RoomId::new(id.as_str()));
        }
        for id in update.left.keys().map(|id| RoomId::new(id.as_str())) {
            link.persist("left", || link.store.left(&link.account, &id)).await?;
        }
        for id in update.invited.keys() {
            invites::take(link, id);
        }
    }
    if lost {
        tracing::warn!("an answer of the homeserver was lost; looking through the rooms for what it held");
        for room in link.client.joined_rooms() {
            let id = RoomId::new(room.room_id().as_str());
            let place = place(link, &room, &id).await?;
            *intake.news.entry(id.clone()).or_default() += 1;
            intake.rooms.insert(id.clone(), true);
            gaps.insert(id.clone());
            receipt.rooms.push(gap(id, place));
        }
    }
    if receipt.rooms.is_empty() && token == intake.mark {
        return Ok(false);
    }
    identities::look_at_senders(link, handling, &receipt).await?;
    // Somebody may have come: what was seen of these rooms a moment ago counts no more.
    receipt.rooms.iter().for_each(|room| link.looks.forget(&room.room));
    let changed = link.persist("inbox", || link.store.receive(&link.account, &receipt, now_ms)).await?;
    link.look_for_keys(&receipt);
    link.count_unreadable(&receipt);
    intake.mark = token;
    drop(intake);
    for room in &changed {
        handling.wake(room);
    }
    for room in &gaps {
        filling.wake(room);
    }
    Ok(!changed.is_empty())
}

fn gap(room: RoomId, place: Place) -> RoomReceipt {
    RoomReceipt { room, encrypted: place.encrypted, gap: Some(true), mark: None, events: Vec::new() }
}

/// Reads the events of one room, oldest first.
pub(super) async fn events(
    link: &Link,
    room: &Room,
    id: &RoomId,
    place: Place,
    events: &[TimelineEvent],
    now_ms: i64,
) -> RoomReceipt {
    let mut arrived = Vec::new();
    for event in events {
        let (event, device_known) = devices::known_now(room, event).await;
        let waits_for_device = link.require_signed_devices;
        arrived.extend(inbound::read(&event, Reading { room: id, place, now_ms, device_known, waits_for_device }));
    }
    // That the bot is in a room that it made itself is no news: nobody is there yet to be greeted.
    let me = room.own_user_id();
    if room.creators().is_some_and(|creators| creators.iter().any(|creator| creator == me)) {
        arrived.retain(|event| !is_join_of(&event.arrival, me.as_str()));
    }
    let mark = events.iter().rev().find_map(TimelineEvent::event_id).map(|event| EventId::new(event.as_str()));
    RoomReceipt { room: id.clone(), encrypted: place.encrypted, gap: None, mark, events: arrived }
}

fn is_join_of(arrival: &Arrival, who: &str) -> bool {
    let Arrival::Readable(incoming) = arrival else { return false };
    matches!(&incoming.what, What::Membership { person, now: Membership::Joined } if person.as_str() == who)
}

/// Exactly two are joined or invited. Counted by the list: Synapse sends its own count only to those who load members lazily. While
/// the server cannot be asked, what is known counts.
async fn two_are_active(room: &Room) -> bool {
    match room.members(RoomMemberships::ACTIVE).await {
        Ok(people) => people.len() == 2,
        Err(_) => room.members_no_sync(RoomMemberships::ACTIVE).await.is_ok_and(|people| people.len() == 2),
    }
}

/// What is known of a room now. Once seen encrypted, a room stays so, whatever the server says later. A direct room is one
/// that was made as such and in which exactly two people are joined or invited; a team's room in which only one person
/// has arrived yet is none.
pub(super) async fn place(link: &Link, room: &Room, id: &RoomId) -> Result<Place, StoreError> {
    let row = link.persist("room", || link.store.room(id)).await?.unwrap_or_default();
    let made_direct = row.direct || room.is_direct().await.unwrap_or(false);
    Ok(Place {
        direct: made_direct && two_are_active(room).await,
        encrypted: row.encrypted || room.encryption_state().is_encrypted(),
    })
}

/// Marks every joined room as having a gap.
async fn doubt_all(link: &Link, token: Option<String>) -> Result<(), StoreError> {
    let rooms: Vec<(RoomId, bool)> = link
        .client
        .joined_rooms()
        .iter()
        .map(|room| (RoomId::new(room.room_id().as_str()), room.encryption_state().is_encrypted()))
        .collect();
    link.persist("gaps", || link.store.doubt(&link.account, &rooms, token.clone())).await
}
