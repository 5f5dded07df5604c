//! Two accounts on one database: each says its own reminders.

use chrono::TimeDelta;
use schakel::domain::RoomId;

use super::super::{database_server, home, new_database, person};
use super::{Planned, ask, count, everybody, id, post, said};
use crate::support::planned::Plans;

/// So many fall due for each.
const EACH: usize = 25;

#[tokio::test]
async fn two_accounts_on_one_database_say_each_their_own_reminders_and_none_twice() {
    let database = new_database(database_server());
    let (first, second) = (home().database(&database), home().database(&database));
    let first_bot = first.started();
    first.give_keys_to(&second);
    // The recovery key is of one account alone.
    std::fs::remove_file(second.path("recovery-key")).unwrap();
    let second_bot = second.started();
    let anna = person("anna").await;
    let rooms = [anna.room_with(&first.account).await, anna.room_with(&second.account).await];
    assert_eq!((first_bot.terminate().0, second_bot.terminate().0), (Some(0), Some(0)));
    for (index, (home, room)) in [&first, &second].into_iter().zip(&rooms).enumerate() {
        let plans = Plans::open(home).await;
        let chain = RoomId::new(room.as_str());
        plans.team(&format!("Jeugd {index}"), &chain, &id(&anna)).await;
        let planned =
            |number| Planned::ago(&format!("klus {number:02}"), everybody(room), &id(&anna), TimeDelta::zero());
        plans.plan(&chain, (0..EACH).map(planned).collect()).await;
        plans.close().await;
    }

    let (first_bot, second_bot) = (first.start(), second.start());
    for (home, room) in [&first, &second].into_iter().zip(&rooms) {
        for number in 0..EACH {
            post(&anna, home, room, &format!("klus {number:02}")).await;
        }
        // What is asked now is answered after all of them.
        ask(&anna, room, "!status").await;
        let said = said(&anna, home, room).await;
        for number in 0..EACH {
            assert_eq!(count(&said, &format!("klus {number:02}")), 1);
        }
    }
    assert_eq!((first_bot.terminate().0, second_bot.terminate().0), (Some(0), Some(0)));
}
