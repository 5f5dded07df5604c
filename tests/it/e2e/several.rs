//! More than one process: the same account only once, different accounts side by side on one database.

use sqlx::{Connection as _, PgConnection};

use super::crash::each_is_answered_once;
use super::{database_server, home, new_database, person};
use crate::support::bot::Home;
use crate::support::person::Person;

/// Who works on a database, as the server counts the locks of claims: the process and the two halves of its key.
const HOLDER: &str = "SELECT pid, classid::BIGINT, objid::BIGINT FROM pg_locks WHERE locktype = 'advisory' AND granted
     AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

fn already_works(home: &Home) -> String {
    format!("{} already works on this database in another process: stop that one first", home.account)
}

#[tokio::test]
async fn the_same_account_on_the_same_database_is_refused_also_from_another_folder() {
    let first = home();
    let bot = first.started();
    let second = first.elsewhere();
    assert_eq!(second.start().wait_end(), Some(1));
    assert!(second.log().contains(&already_works(&first)), "{}", second.log());
    // One that was killed gives its claim up with its life.
    bot.kill();
    let bot = second.started();
    assert_eq!(bot.terminate().0, Some(0));
}

#[tokio::test]
async fn an_account_that_another_process_has_taken_over_stops_at_once() {
    let home = home().database(&new_database(database_server()));
    let bot = home.started();
    let mut other = PgConnection::connect(&home.database_url()).await.unwrap();
    let (holder, high, low): (i32, i64, i64) = sqlx::query_as(HOLDER).fetch_one(&mut other).await.unwrap();
    // Whoever waits for the lock has it the moment that the bot's connection is cut.
    let taking = sqlx::query("SELECT pg_advisory_lock($1)").bind((high << 32) | low);
    let mut third = PgConnection::connect(&home.database_url()).await.unwrap();
    let cut = async {
        loop {
            let waiting: i64 =
                sqlx::query_scalar("SELECT COUNT(*) FROM pg_locks WHERE NOT granted AND objid::BIGINT = $1")
                    .bind(low)
                    .fetch_one(&mut third)
                    .await
                    .unwrap();
            if waiting > 0 {
                break;
            }
        }
        sqlx::query("SELECT pg_terminate_backend($1)").bind(holder).execute(&mut third).await.unwrap();
    };
    let (taken, ()) = tokio::join!(taking.execute(&mut other), cut);
    taken.unwrap();
    assert_eq!(bot.wait_end(), Some(1));
    assert!(home.log().contains(&already_works(&home)), "{}", home.log());
}

/// Asks three times in this room and finds one answer to each, by this bot.
async fn answers_alone(anna: &Person, room: &matrix_sdk::ruma::RoomId, bot: &Home) {
    let mut asked = Vec::new();
    for _ in 0..3 {
        asked.push(anna.say(room, "!begrip convenant").await);
    }
    for answers in each_is_answered_once(anna, room, &asked).await.values() {
        assert_eq!(answers[0].sender, *bot.account);
    }
}

#[tokio::test]
async fn two_accounts_share_a_database_and_each_answers_in_its_own_rooms() {
    let database = new_database(database_server());
    let (first, second) = (home().database(&database), home().database(&database));
    let first_bot = first.started();
    first.give_keys_to(&second);
    // The recovery key is of one account alone.
    std::fs::remove_file(second.path("recovery-key")).unwrap();
    let second_bot = second.started();
    let anna = person("anna").await;
    let shared = anna.room_with(&first.account).await;
    let of_first = anna.room_with(&first.account).await;
    let of_second = anna.room_with(&second.account).await;
    let account = matrix_sdk::ruma::OwnedUserId::try_from(second.account.as_str()).unwrap();
    anna.room(&shared).invite_user_by_id(&account).await.unwrap();
    anna.wait("the second bot in the shared room", |seen| {
        seen.iter()
            .find(|seen| seen.room == shared && seen.sender == account && seen.content["membership"] == "join")
            .map(|_| ())
    })
    .await;
    answers_alone(&anna, &shared, &first).await;
    answers_alone(&anna, &of_first, &first).await;
    answers_alone(&anna, &of_second, &second).await;
    first_bot.kill();
    answers_alone(&anna, &of_second, &second).await;
    let asked = [anna.say(&shared, "!status").await];
    answers_alone(&anna, &of_second, &second).await;
    assert!(anna.answers_in_history(&shared, &asked).await[&asked[0]].is_empty(), "it is not the second's room");
    let first_bot = first.started();
    each_is_answered_once(&anna, &shared, &asked).await;
    answers_alone(&anna, &of_first, &first).await;
    // A room that its bot has left is the other's.
    anna.room(&shared)
        .kick_user(&matrix_sdk::ruma::OwnedUserId::try_from(first.account.as_str()).unwrap(), None)
        .await
        .unwrap();
    answers_alone(&anna, &of_first, &first).await;
    answers_alone(&anna, &shared, &second).await;
    assert_eq!(first_bot.terminate().0, Some(0));
    assert_eq!(second_bot.terminate().0, Some(0));
}
