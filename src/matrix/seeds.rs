//! Seeds: the reactions that the bot puts under a list, to be ticked. A convenience with the lowest right of way: sown after
//! the message, planted when nothing else goes out, and dropped at the first sign of haste. Lost at a restart, without harm.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use matrix_sdk::ruma::events::reaction::ReactionEventContent;
use matrix_sdk::ruma::events::relation::Annotation;
use matrix_sdk::ruma::{OwnedEventId, RoomId as MatrixRoomId};
use tokio::sync::Notify;

use super::Link;
use crate::bot::Lanes;
use crate::domain::{Choice, EventId, RoomId};

/// Reactions under one message at most.
const MOST: usize = 6;
/// A list must have stood for so long, so that somebody in haste is not held up by emoji.
const REST: Duration = Duration::from_millis(1500);
/// After the server has asked for patience, none are planted for so long.
const HOLD: Duration = Duration::from_hours(1);

#[derive(Debug, Default)]
pub(super) struct Seeds {
    state: Mutex<State>,
    news: Notify,
}

#[derive(Debug, Default)]
struct State {
    waiting: VecDeque<Seed>,
    held_until: Option<Instant>,
}

#[derive(Debug)]
struct Seed {
    room: RoomId,
    event: EventId,
    keys: Vec<String>,
    sown: Instant,
}

impl Seeds {
    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A message with choices has gone out. What still waits for an earlier message of this room has been overtaken.
    pub(super) fn sow(&self, room: &RoomId, event: &EventId, choices: &[Choice]) {
        let keys: Vec<String> = choices.iter().filter_map(|choice| choice.emoji.clone()).take(MOST).collect();
        let mut state = self.lock();
        state.waiting.retain(|seed| seed.room != *room);
        if !keys.is_empty() && state.held_until.is_none_or(|until| until < Instant::now()) {
            let seed = Seed { room: room.clone(), event: event.clone(), keys, sown: Instant::now() };
            state.waiting.push_back(seed);
            self.news.notify_one();
        }
    }

    /// The server asks for patience: messages come first.
    pub(super) fn hold(&self) {
        let mut state = self.lock();
        state.waiting.clear();
        state.held_until = Some(Instant::now() + HOLD);
    }

    fn ripe(&self) -> Result<Seed, Option<Duration>> {
        let mut state = self.lock();
        match state.waiting.front() {
            None => Err(None),
            Some(seed) => match REST.checked_sub(seed.sown.elapsed()) {
                Some(rest) if !rest.is_zero() => Err(Some(rest)),
                _ => state.waiting.pop_front().ok_or(None),
            },
        }
    }
}

/// Plants seeds until it is dropped.
pub(super) async fn plant(link: Arc<Link>, sending: Lanes) {
    loop {
        match link.seeds.ripe() {
            Ok(seed) => plant_one(&link, &sending, seed).await,
            Err(None) => link.seeds.news.notified().await,
            Err(Some(rest)) => tokio::time::sleep(rest).await,
        }
    }
}

async fn plant_one(link: &Link, sending: &Lanes, seed: Seed) {
    let Some(room) = <&MatrixRoomId>::try_from(seed.room.as_str()).ok().and_then(|id| link.client.get_room(id)) else {
        return;
    };
    let Ok(event) = OwnedEventId::try_from(seed.event.as_str()) else { return };
    for key in seed.keys {
        if sending.running() > 0 {
            return;
        }
        let content = ReactionEventContent::new(Annotation::new(event.clone(), key));
        if room.send(content).await.is_err() {
            link.seeds.hold();
            return;
        }
    }
}
