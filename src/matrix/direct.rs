//! What is said in private: found or made the direct room of each person to whom something waits to be said, and, once they are
//! in it, the words moved into the outbox.
//!
//! Making a room has no transaction id. So the bot writes down that it is about to, and gives the room a state event that names
//! the person; what was cut off in between is found by that event, and no second room is made.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use futures_util::{StreamExt as _, stream};
use matrix_sdk::ruma::api::client::membership::joined_rooms::v3::Request as JoinedRooms;
use matrix_sdk::ruma::api::client::room::create_room::v3::{Request as CreateRoom, RoomPreset};
use matrix_sdk::ruma::serde::Raw;
use matrix_sdk::ruma::{OwnedUserId, RoomId as MatrixRoomId, UserId as MatrixUserId};
use matrix_sdk::{RoomMemberships, RoomState};
use serde_json::{Value, json};

use super::Link;
use super::error::{Outlook, outlook};
use super::rooms::{self, DIRECT, State, Unknown};
use crate::bot::{Bot, Lanes};
use crate::clock;
use crate::domain::{RoomId, UserId};
use crate::store::{DirectRoom, PRIVATE_WAITS_MS, StoreError};

/// People are looked after so many at a time.
const SIDE_BY_SIDE: usize = 8;
/// Without news it is looked whether something has waited too long.
const LOOK_EVERY: Duration = Duration::from_mins(1);
/// What did not work is tried again after this, unless the server says when.
const TRY_AGAIN: Duration = Duration::from_secs(2);
/// The SDK has yet to hear of a join that the server knows of.
const SYNC_COMES: Duration = Duration::from_millis(200);

/// Says what waits to be said in private, from the moment that the bot serves.
pub(super) async fn watch(link: Arc<Link>, bot: Arc<Bot>, sending: Lanes) {
    while !link.serving.load(Ordering::SeqCst) {
        link.sleep(Duration::from_millis(100)).await;
    }
    while !link.stopping() {
        let soonest = all(&link, &sending).await.unwrap_or(LOOK_EVERY);
        tokio::select! {
            () = bot.private_work() => {}
            () = link.sleep(soonest) => {}
        }
    }
}

/// Looks after everybody once; when to look again, if that should be soon.
async fn all(link: &Link, sending: &Lanes) -> Option<Duration> {
    let people = match link.store.private_people(&link.account).await {
        Ok(people) => people,
        Err(error) => {
            tracing::warn!(%error, "what waits to be said in private cannot be read; trying again");
            return Some(TRY_AGAIN);
        }
    };
    let looked = stream::iter(people).map(|person| async move {
        match look_after(link, sending, &person).await {
            Ok(again) => again,
            Err(Trouble::Passes(after)) => {
                tracing::warn!("something cannot be said in private yet; trying again");
                Some(after.unwrap_or(TRY_AGAIN))
            }
            Err(Trouble::Never(why)) => {
                tracing::warn!(why, "something can never be said in private and is given up");
                let given_up = link.store.drop_private(&link.account, &person, i64::MAX).await;
                given_up.is_err().then_some(TRY_AGAIN)
            }
        }
    });
    looked.buffer_unordered(SIDE_BY_SIDE).filter_map(std::future::ready).collect::<Vec<_>>().await.into_iter().min()
}

enum Trouble {
    Passes(Option<Duration>),
    Never(&'static str),
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        tracing::warn!(%error, "the database gives no direct rooms");
        Self::Passes(None)
    }
}

impl From<matrix_sdk::Error> for Trouble {
    fn from(error: matrix_sdk::Error) -> Self {
        match outlook(&error) {
            Outlook::Passes(after) => Self::Passes(after),
            // The sync finds out by itself and ends everything; the next login goes on.
            Outlook::LoggedOut(_) => Self::Passes(None),
            Outlook::Never => Self::Never("the homeserver refuses to make a direct room"),
        }
    }
}

/// Says what waits for this person, if there is a room for it; makes one if there is none. When to look again, if that should
/// be soon.
async fn look_after(link: &Link, sending: &Lanes, person: &UserId) -> Result<Option<Duration>, Trouble> {
    let now_ms = clock::now().timestamp_millis();
    let known = link.store.direct_rooms(&link.account, person).await?;
    let invited_ms = known.iter().filter(|direct| direct.own).map(|direct| direct.since_ms).max();
    if invited_ms.is_none_or(|invited_ms| invited_ms < now_ms - PRIVATE_WAITS_MS) {
        link.store.drop_private(&link.account, person, now_ms - PRIVATE_WAITS_MS).await?;
    }
    let Some(newest_ms) = link.store.private_since(&link.account, person).await? else { return Ok(None) };
    match fit(link, &known, person).await? {
        Fit::Joined(room) => {
            if !has_heard_of(link, &room, person).await? {
                return Ok(Some(SYNC_COMES));
            }
            link.store.say_in_private(&link.account, person, &room, now_ms).await?;
            sending.wake(&room);
            Ok(None)
        }
        Fit::Invited => Ok(None),
        // They have been invited since, and did not want to come or have left.
        Fit::None if invited_ms.is_some_and(|invited_ms| invited_ms >= newest_ms) => Ok(None),
        Fit::None => make(link, person).await.map(|()| Some(Duration::ZERO)),
    }
}

/// What there is of direct rooms with a person.
enum Fit {
    Joined(RoomId),
    Invited,
    None,
}

/// Looks for a room of these that is fit now, by the server's word: exactly these two, and encrypted.
async fn fit(link: &Link, known: &[DirectRoom], person: &UserId) -> Result<Fit, Trouble> {
    let mut found = Fit::None;
    for direct in known {
        let state = match rooms::state(&link.client, &direct.room).await {
            Ok(state) => state,
            Err(Unknown::NoAnswer) => return Err(Trouble::Passes(None)),
            Err(Unknown::Refused(error)) => match Trouble::from(matrix_sdk::Error::Http(error)) {
                // The bot is not in there any more.
                Trouble::Never(_) => continue,
                passes @ Trouble::Passes(_) => return Err(passes),
            },
        };
        if state.facts.direct_faults(person, &link.account).is_empty() && state.joined.contains(&link.account) {
            if state.joined.contains(person) {
                return Ok(Fit::Joined(direct.room.clone()));
            }
            found = Fit::Invited;
        }
    }
    Ok(found)
}

/// Whether the SDK too knows that the person is in the room; until then it would give them no key. Of a room that it just made
/// it knows nothing before the next sync, and takes the history for open.
async fn has_heard_of(link: &Link, id: &RoomId, person: &UserId) -> Result<bool, Trouble> {
    let room = <&MatrixRoomId>::try_from(id.as_str()).ok().and_then(|id| link.client.get_room(id));
    let Some(room) = room.filter(|room| room.state() == RoomState::Joined) else { return Ok(false) };
    if !room.is_synced() || room.history_visibility().is_none() {
        return Ok(false);
    }
    let members = room.members(RoomMemberships::JOIN).await?;
    Ok(members.iter().any(|member| member.user_id() == person.as_str()))
}

/// Makes a direct room with this person, or finds the one that was made before the bot was cut off.
async fn make(link: &Link, person: &UserId) -> Result<(), Trouble> {
    let their_id = <&MatrixUserId>::try_from(person.as_str()).map_err(|_| Trouble::Never("no person's id"))?;
    let room = match unfinished(link, person).await? {
        Some(room) => room,
        None => {
            link.store.making_direct_room(&link.account, person).await?;
            let room = link.client.create_room(request(their_id.to_owned())).await?;
            crate::failpoint!("after-room");
            tracing::info!("a direct room has been made");
            RoomId::new(room.room_id().as_str())
        }
    };
    let since_ms = clock::now().timestamp_millis();
    let (account, room) = (&link.account, &room);
    link.persist("direct room", || link.store.keep_direct_room(account, person, room, true, since_ms)).await?;
    Ok(())
}

/// The room of which it is not known whether it was made: looked for on the server, among all that the bot is in.
async fn unfinished(link: &Link, person: &UserId) -> Result<Option<RoomId>, Trouble> {
    if !link.store.is_making_direct_room(&link.account, person).await? {
        return Ok(None);
    }
    let finished = link.store.direct_rooms(&link.account, person).await?;
    let joined = link.client.send(JoinedRooms::new()).await.map_err(matrix_sdk::Error::from)?.joined_rooms;
    for id in joined {
        let made_by_others = link
            .client
            .get_room(&id)
            .and_then(|room| room.creators())
            .is_some_and(|creators| creators.iter().all(|creator| *creator != link.account.as_str()));
        let room = RoomId::new(id.as_str());
        if made_by_others || finished.iter().any(|direct| direct.room == room) {
            continue;
        }
        match rooms::state(&link.client, &room).await {
            Ok(state) if is_for(&state, person, &link.account) => return Ok(Some(room)),
            Ok(_) => {}
            Err(Unknown::NoAnswer) => return Err(Trouble::Passes(None)),
            Err(Unknown::Refused(error)) => {
                if let passes @ Trouble::Passes(_) = Trouble::from(matrix_sdk::Error::Http(error)) {
                    return Err(passes);
                }
            }
        }
    }
    Ok(None)
}

/// The bot made this room for this person; nobody else's word for it counts.
fn is_for(state: &State, person: &UserId, bot: &UserId) -> bool {
    state.creator.as_ref() == Some(bot)
        && state.made_for.as_ref().is_some_and(|(named, by)| named == person && by == bot)
}

/// A room that is encrypted before anything is said, that nobody comes into but by the bot's invitation, and whose history is
/// closed to who is not in it.
fn request(person: OwnedUserId) -> CreateRoom {
    let state = |kind: &str, content: Value| {
        let event = json!({ "type": kind, "state_key": "", "content": content });
        Raw::from_json_string(event.to_string()).expect("it is JSON")
    };
    let mut request = CreateRoom::new();
    request.preset = Some(RoomPreset::PrivateChat);
    request.is_direct = true;
    request.initial_state = vec![
        state("m.room.encryption", json!({ "algorithm": "m.megolm.v1.aes-sha2" })),
        state("m.room.history_visibility", json!({ "history_visibility": "joined" })),
        state("m.room.join_rules", json!({ "join_rule": "invite" })),
        state("m.room.guest_access", json!({ "guest_access": "forbidden" })),
        state(DIRECT, json!({ "person": person })),
    ];
    // In newer rooms the bot has all power as their creator, and may not stand in `users`.
    let powers = json!({ "invite": 100, "kick": 100, "ban": 100, "state_default": 100 });
    request.power_level_content_override = Some(Raw::from_json_string(powers.to_string()).expect("it is JSON"));
    request.invite = vec![person];
    request
}
