//! The same bot on a real PostgreSQL: the way of a command, a kill in the middle, the database gone for a while.

use matrix_sdk::ruma::{OwnedEventId, RoomId};

use super::crash::{each_is_answered_once, each_is_answered_once_in_order};
use super::{database_server, home, new_database, own_database_server, person};
use crate::support::person::Person;

#[tokio::test]
async fn a_command_is_answered_once_also_over_a_kill() {
    let home = home().database(&new_database(database_server()));
    let anna = person("anna").await;
    let first = home.started();
    let room = anna.room_with(&home.account).await;
    assert_eq!(first.terminate().0, Some(0));
    let asked = anna.say(&room, "!interventie ruzie filmpje").await;
    assert_eq!(home.start_with_failpoint("after-send").wait_end(), None);
    let bot = home.started();
    let answer = anna.answer_to(&asked).await;
    let opened = anna.say(&room, "!1").await;
    assert!(anna.answer_to(&opened).await.body().contains("Wie beslist:"));
    anna.edit(&room, &asked, "!begrip convenant").await;
    anna.wait("the changed answer", |seen| {
        seen.iter().find(|seen| seen.replaces() == Some(answer.event.as_str())).map(|_| ())
    })
    .await;
    assert_eq!(anna.answers_in_history(&room, std::slice::from_ref(&asked)).await[&asked].len(), 1);
    assert_eq!(bot.terminate().0, Some(0));
}

#[tokio::test]
async fn a_restart_of_the_database_loses_no_command() {
    let server = own_database_server();
    let home = home().database(&new_database(&server));
    let anna = person("anna").await;
    let bot = home.started();
    let room = anna.room_with(&home.account).await;
    server.kill().unwrap();
    let asked = anna.say(&room, "!status").await;
    anna.next_sync().await;
    server.start_again().unwrap();
    anna.answer_to(&asked).await;
    assert_eq!(anna.answers_in_history(&room, std::slice::from_ref(&asked)).await[&asked].len(), 1);
    assert_eq!(bot.terminate().0, Some(0));
}

#[tokio::test]
async fn thirty_messages_while_the_database_is_away_are_answered_once_and_in_order() {
    let server = own_database_server();
    let home = home().database(&new_database(&server));
    let anna = person("anna").await;
    let bot = home.started();
    let rooms = [anna.room_with(&home.account).await, anna.room_with(&home.account).await];
    server.stop().unwrap();
    let mut asked = [Vec::new(), Vec::new()];
    for number in 0..30 {
        asked[number % 2].push(anna.say(&rooms[number % 2], "!status").await);
    }
    bot.wait_log("the database is not there");
    server.start_again().unwrap();
    for (room, asked) in rooms.iter().zip(&asked) {
        each_is_answered_once_in_order(&anna, room, asked).await;
    }
    assert_eq!(bot.terminate().0, Some(0));
}

#[tokio::test]
async fn restarts_of_the_database_while_answers_go_out_double_none() {
    let server = own_database_server();
    let home = home().database(&new_database(&server));
    let anna = person("anna").await;
    let bot = home.started();
    let room = anna.room_with(&home.account).await;
    let mut asked: Vec<OwnedEventId> = Vec::new();
    for _ in 0..3 {
        for _ in 0..10 {
            asked.push(anna.say(&room, "!begrip convenant").await);
        }
        // In the middle of the answers, not before them.
        some_are_answered(&anna, &room, &asked[asked.len() - 10..]).await;
        server.kill().unwrap();
        server.start_again().unwrap();
    }
    each_is_answered_once_in_order(&anna, &room, &asked).await;
    assert_eq!(bot.terminate().0, Some(0));
}

async fn some_are_answered(anna: &Person, room: &RoomId, asked: &[OwnedEventId]) {
    anna.wait("an answer to one of these", |seen| {
        let answers = seen.iter().filter(|seen| seen.room == *room).filter_map(crate::support::person::Seen::reply_to);
        answers.into_iter().any(|answer| asked.iter().any(|asked| asked.as_str() == answer)).then_some(())
    })
    .await;
}

#[tokio::test]
async fn a_database_that_comes_up_after_the_bot_is_waited_for() {
    let server = own_database_server();
    let home = home().database(&new_database(&server));
    let anna = person("anna").await;
    server.stop().unwrap();
    let mut bot = home.start();
    bot.wait_log("waiting for the database");
    server.start_again().unwrap();
    bot.wait_ready();
    let room = anna.room_with(&home.account).await;
    let asked = anna.say(&room, "!status").await;
    each_is_answered_once(&anna, &room, &[asked]).await;
    assert_eq!(bot.terminate().0, Some(0));
}
