//! A thousand reminders fall due while the process is killed, at every named place of their way and at random: each is said once,
//! by the server's own word.

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::join_all;
use matrix_sdk::ruma::OwnedRoomId;
use schakel::clock;
use schakel::domain::RoomId;

use super::super::{home, person};
use super::{Planned, ask, everybody, id, said};
use crate::support::bot::{Home, Running};
use crate::support::person::Person;
use crate::support::planned::Plans;

const ROOMS: usize = 10;
const OF_A_ROOM: usize = 100;

/// The places on the way of what falls due, and the visit at which the process is killed there. A hundred are done at once.
const PLACES: [&str; 6] =
    ["due:150", "before-fulfil:2", "after-fulfil:2", "before-send:40", "after-send:30", "after-mark:20"];
/// Kills at random moments besides.
const RANDOM_KILLS: u64 = 8;
/// Not all are due from the first on: over so long they become due.
const SPREAD_MS: usize = 40_000;

fn text(index: usize) -> String {
    format!("klus nummer {index:04}.")
}

/// Rooms with a team each, and a hundred reminders in each of them.
async fn planned(home: &Home, anna: &Person) -> Vec<OwnedRoomId> {
    let bot = home.started();
    let rooms = join_all((0..ROOMS).map(|_| anna.room_with(&home.account))).await;
    assert_eq!(bot.terminate().0, Some(0));
    let plans = Plans::open(home).await;
    let (author, now) = (id(anna), clock::now());
    for (index, room) in rooms.iter().enumerate() {
        let chain = RoomId::new(room.as_str());
        plans.team(&format!("Jeugd {index}"), &chain, &author).await;
        let planned = (index * OF_A_ROOM..(index + 1) * OF_A_ROOM).map(|index| {
            // Six of ten have been due for a while.
            let after = (index % OF_A_ROOM * SPREAD_MS / OF_A_ROOM).saturating_sub(SPREAD_MS * 6 / 10);
            let due_ms = now.timestamp_millis() + i64::try_from(after).unwrap();
            Planned::at(&text(index), everybody(room), &author, now).due_at(due_ms)
        });
        plans.plan(&chain, planned.collect()).await;
    }
    plans.close().await;
    rooms
}

/// Kills it at every place, then at random; the one that runs at the end.
fn kill_again_and_again(home: &Home) -> Running {
    for place in PLACES {
        assert_eq!(home.start_with_failpoint(place).wait_end(), None, "killed at {place}");
        let name = place.split(':').next().unwrap();
        assert!(home.log().contains(&format!("failpoint {name} reached")), "{}", home.log());
    }
    // Moments spread over a start and the work after it, the same in every run.
    for round in 0..RANDOM_KILLS {
        let running = home.start();
        std::thread::sleep(Duration::from_millis(400 + round * 733 % 2600));
        running.kill();
    }
    home.started()
}

// The killer waits for processes while anna's client listens.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_again_and_again_while_a_thousand_fall_due_each_is_said_exactly_once() {
    let anna = person("anna").await;
    let home = Arc::new(home());
    let rooms = planned(&home, &anna).await;
    let began = std::time::Instant::now();
    let killing = {
        let home = Arc::clone(&home);
        tokio::task::spawn_blocking(move || kill_again_and_again(&home))
    };
    let bot = killing.await.unwrap();
    eprintln!("killed for {:?}", began.elapsed());
    // Until nothing is due and nothing waits.
    let open = "SELECT (SELECT COUNT(*) FROM due WHERE kind = 'reminder') + (SELECT COUNT(*) FROM outbox WHERE state = 'pending')";
    while home.number(open).await != Some(0) {
        assert!(began.elapsed() < Duration::from_mins(10), "never at rest: {:?} wait", home.number(open).await);
        let _ = tokio::time::timeout(Duration::from_secs(1), anna.next_sync()).await;
    }
    eprintln!("all out after {:?}", began.elapsed());
    let mut wrong = Vec::new();
    for (index, room) in rooms.iter().enumerate() {
        // What is asked now is answered after all of them.
        ask(&anna, room, "!status").await;
        let said = said(&anna, &home, room).await;
        assert!(said.iter().all(|said| said.encrypted && said.kind == "m.room.message"), "all of it can be read");
        for index in index * OF_A_ROOM..(index + 1) * OF_A_ROOM {
            let times = super::count(&said, &text(index));
            if times != 1 {
                wrong.push((index, times));
            }
        }
    }
    assert!(wrong.is_empty(), "not exactly once, each with how often: {wrong:?}");
    assert_eq!(home.number("SELECT COUNT(*) FROM outbox WHERE state = 'failed'").await, Some(0));
    assert_eq!(bot.terminate().0, Some(0));
    eprintln!("counted after {:?}", began.elapsed());
}
