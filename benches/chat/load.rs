//! Many commands: at once, while nobody listens, and one after the other from many rooms.

use std::collections::{HashMap, HashSet};
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use futures_util::stream::{self, StreamExt as _};
use matrix_sdk::ruma::{OwnedEventId, OwnedRoomId, RoomId};

use crate::scene::exchange;
use crate::support::person::{Person, Seen};

/// Commands on the way at the same time in a burst.
const AT_ONCE: usize = 20;
/// Rooms made at the same time.
const MAKING: usize = 4;
/// What has not been answered after this time is counted as lost.
const LOST: Duration = Duration::from_secs(90);
/// A homeserver with two hundred new rooms takes its time.
const JOINING: Duration = Duration::from_mins(5);

/// What became of many commands in one room.
#[derive(Debug)]
pub(crate) struct Burst {
    pub(crate) asked: usize,
    /// Commands with exactly one answer.
    pub(crate) answered_once: usize,
    /// Commands with more than one.
    pub(crate) answered_twice: usize,
    /// Whether the answers stand in the room in the order of the commands.
    pub(crate) in_order: bool,
    /// From the beginning to the last answer.
    pub(crate) took: Duration,
}

/// Asks so often, many at a time.
pub(crate) async fn burst(person: &Person, room: &RoomId, question: &str, count: usize) -> Burst {
    let started = Instant::now();
    let asking = stream::iter(0..count).map(|_| person.say(room, question)).buffer_unordered(AT_ONCE);
    let asked: Vec<OwnedEventId> = asking.collect().await;
    outcome(person, room, asked, started).await
}

/// Waits for the answers, then reads the room's history for what really stands there.
pub(crate) async fn outcome(person: &Person, room: &RoomId, asked: Vec<OwnedEventId>, started: Instant) -> Burst {
    let all = person.wait_for("all answers", LOST * 2, |seen| {
        let answered: HashSet<&str> = seen.iter().filter_map(Seen::reply_to).collect();
        asked.iter().all(|asked| answered.contains(asked.as_str())).then_some(())
    });
    let _ = tokio::time::timeout(LOST, all).await;
    let took = started.elapsed();

    let history = person.history(room).await;
    let asked: HashSet<&str> = asked.iter().map(|asked| asked.as_str()).collect();
    let commands: Vec<&str> =
        history.iter().map(|seen| seen.event.as_str()).filter(|event| asked.contains(event)).collect();
    let answers: Vec<&str> = history.iter().filter_map(Seen::reply_to).filter(|event| asked.contains(event)).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for answer in &answers {
        *counts.entry(answer).or_default() += 1;
    }
    // Those that were lost do not count against the order of the others.
    let expected: Vec<&str> = commands.iter().copied().filter(|command| counts.contains_key(command)).collect();
    Burst {
        asked: asked.len(),
        answered_once: counts.values().filter(|count| **count == 1).count(),
        answered_twice: counts.values().filter(|count| **count > 1).count(),
        in_order: expected == answers,
        took,
    }
}

/// Makes encrypted rooms and waits until the bot has greeted them all.
pub(crate) async fn rooms(person: &Person, bot: &str, count: usize) -> Vec<OwnedRoomId> {
    let invited = [bot];
    let making = stream::iter(0..count).map(|_| person.make_room(&invited, false, true)).buffer_unordered(MAKING);
    let rooms: Vec<OwnedRoomId> = making.collect().await;
    person
        .wait_for("all greetings", JOINING, |seen| {
            let greetings = seen.iter().filter(|seen| seen.sender == bot && seen.kind == "m.room.message");
            let greeted: HashSet<&RoomId> = greetings.map(|seen| &*seen.room).collect();
            (greeted.len() == count).then_some(())
        })
        .await;
    rooms
}

/// In each of these rooms one command after the other, for so long; the answers per second, all together.
pub(crate) async fn sustained(person: &Person, rooms: &[OwnedRoomId], question: &str, duration: Duration) -> f64 {
    // The first exchange makes the room's keys.
    join_all(rooms.iter().map(|room| exchange(person, room, question))).await;
    let started = Instant::now();
    let counts = join_all(rooms.iter().map(|room| async move {
        let mut count = 0_u32;
        while started.elapsed() < duration {
            exchange(person, room, question).await;
            count += 1;
        }
        count
    }))
    .await;
    f64::from(counts.iter().sum::<u32>()) / started.elapsed().as_secs_f64()
}
