//! Killed at every named place, and at random: every command is answered once.

use std::collections::BTreeMap;
use std::time::Duration;

use matrix_sdk::ruma::{OwnedEventId, RoomId};

use super::{home, home_on, own_server, person, person_on};
use crate::support::person::{Person, Seen};

/// Waits until every message has an answer by the server's own history, and counts.
pub(super) async fn each_is_answered_once(
    person: &Person,
    room: &RoomId,
    asked: &[OwnedEventId],
) -> BTreeMap<OwnedEventId, Vec<Seen>> {
    let deadline = std::time::Instant::now() + 2 * crate::support::bot::PATIENCE;
    let mut answers = person.answers_in_history(room, asked).await;
    while answers.values().any(Vec::is_empty) && std::time::Instant::now() < deadline {
        let _ = tokio::time::timeout(Duration::from_secs(2), person.next_sync()).await;
        answers = person.answers_in_history(room, asked).await;
    }
    if answers.values().any(|answers| answers.len() != 1) {
        let missing: Vec<usize> =
            asked.iter().enumerate().filter(|(_, asked)| answers[*asked].len() != 1).map(|(index, _)| index).collect();
        eprintln!("without exactly one answer: {missing:?} of {}", asked.len());
    }
    for (message, answers) in &answers {
        assert_eq!(answers.len(), 1, "{message} has {} answers", answers.len());
    }
    answers
}

/// The same, and the answers came in the order of the messages.
pub(super) async fn each_is_answered_once_in_order(person: &Person, room: &RoomId, asked: &[OwnedEventId]) {
    each_is_answered_once(person, room, asked).await;
    let history = person.history(room).await;
    let order: Vec<&str> = history.iter().filter_map(Seen::reply_to).collect();
    let expected: Vec<&str> = asked.iter().map(|asked| asked.as_str()).collect();
    assert_eq!(order, expected);
}

async fn a_kill_at(failpoint: &str) {
    let home = home();
    let anna = person("anna").await;
    let first = home.started();
    let room = anna.room_with(&home.account).await;
    assert_eq!(first.terminate().0, Some(0));
    // Asked while it is down and handled right after the start, so that the failpoint is reached by this command.
    let asked = anna.say(&room, "!begrip convenant").await;
    let doomed = home.start_with_failpoint(failpoint);
    assert_eq!(doomed.wait_end(), None, "the process is killed, it does not end");
    assert!(
        home.log().contains(&format!("failpoint {} reached", failpoint.split(':').next().unwrap())),
        "{}",
        home.log()
    );
    let bot = home.started();
    each_is_answered_once(&anna, &room, &[asked]).await;
    // It is not only one answer until now: another exchange shows that nothing follows.
    let again = anna.say(&room, "!status").await;
    each_is_answered_once(&anna, &room, &[again]).await;
    assert_eq!(bot.terminate().0, Some(0));
}

#[tokio::test]
async fn killed_after_the_sdk_has_stored_its_token_the_command_is_answered_once() {
    a_kill_at("after-token").await;
}

#[tokio::test]
async fn killed_after_the_inbox_the_command_is_answered_once() {
    a_kill_at("after-inbox").await;
}

#[tokio::test]
async fn killed_before_the_commit_the_command_is_answered_once() {
    a_kill_at("before-commit").await;
}

#[tokio::test]
async fn killed_after_the_commit_the_command_is_answered_once() {
    a_kill_at("after-commit").await;
}

#[tokio::test]
async fn killed_before_sending_the_command_is_answered_once() {
    a_kill_at("before-send").await;
}

#[tokio::test]
async fn killed_between_sending_and_marking_the_command_is_answered_once() {
    a_kill_at("after-send").await;
}

#[tokio::test]
async fn killed_after_marking_the_command_is_answered_once() {
    a_kill_at("after-mark").await;
}

#[tokio::test]
async fn a_panic_in_a_command_is_an_apology_and_takes_nothing_else_down() {
    let home = home();
    home.started().terminate();
    let mut bot = home.start_with_failpoint("in-command:1:panic");
    bot.wait_ready();
    let anna = person("anna").await;
    let room = anna.room_with(&home.account).await;
    anna.say(&room, "!interventie geheime vraag").await;
    anna.wait("the apology", |seen| {
        seen.iter().find(|seen| seen.body().starts_with("Dat ging mis bij mij, sorry.")).map(|_| ())
    })
    .await;
    assert!(home.log().contains("handling an event panicked"), "{}", home.log());
    assert!(!home.log().contains("geheime"), "what was said is never logged");
    let asked = anna.say(&room, "!status").await;
    each_is_answered_once(&anna, &room, &[asked]).await;
    assert_eq!(bot.terminate().0, Some(0));
}

#[tokio::test]
async fn killed_at_random_moments_every_command_is_answered_once() {
    let home = home();
    let anna = person("anna").await;
    let mut bot = home.started();
    let room = anna.room_with(&home.account).await;
    let mut asked = Vec::new();
    // Moments spread over the whole way of a command, the same in every run.
    for round in 0..12_u64 {
        asked.push(anna.say(&room, "!begrip convenant").await);
        asked.push(anna.say(&room, "!status").await);
        tokio::time::sleep(Duration::from_millis(round * 37 % 400)).await;
        bot.kill();
        bot = home.started();
    }
    each_is_answered_once(&anna, &room, &asked).await;
    drop(bot);
}

#[tokio::test]
async fn sixty_commands_sent_while_it_is_down_are_answered_in_order() {
    sixty_while_down(None).await;
}

/// What the last answer of the server held is looked for at the start, while the keys of the commands are still on the way.
#[tokio::test]
async fn sixty_commands_sent_after_a_kill_that_lost_an_answer_are_answered_in_order() {
    sixty_while_down(Some("after-token")).await;
}

async fn sixty_while_down(killed_at: Option<&str>) {
    let home = home();
    let anna = person("anna").await;
    let bot = home.started();
    let room = anna.room_with(&home.account).await;
    assert_eq!(bot.terminate().0, Some(0));
    if let Some(failpoint) = killed_at {
        assert_eq!(home.start_with_failpoint(failpoint).wait_end(), None);
    }
    let mut asked = Vec::new();
    for _ in 0..60 {
        asked.push(anna.say(&room, "!status").await);
    }
    let _bot = home.started();
    each_is_answered_once_in_order(&anna, &room, &asked).await;
}

/// A row that may be out, whose transaction id the server has forgotten meanwhile, is looked for before it is sent again.
#[tokio::test]
async fn a_day_later_with_the_transaction_ids_forgotten_nothing_is_said_twice() {
    let server = own_server();
    let home = home_on(&server);
    let anna = person_on(&server, "anna").await;
    let bot = home.started();
    let room = anna.room_with(&home.account).await;
    assert_eq!(bot.terminate().0, Some(0));
    let asked = anna.say(&room, "!begrip convenant").await;
    let doomed = home.start_with_failpoint("after-send");
    assert_eq!(doomed.wait_end(), None);
    server.stop().unwrap();
    for table in ["event_txn_id_device_id", "event_txn_id"] {
        let _ = server.change_database(&format!("DELETE FROM {table}"));
    }
    let aged =
        home.change_database("UPDATE outbox SET created_ms = created_ms - 86400000 WHERE state = 'pending'").await;
    assert_eq!(aged, 1, "the answer is still pending");
    server.start_again().unwrap();
    let _bot = home.started();
    each_is_answered_once(&anna, &room, &[asked]).await;
    let again = anna.say(&room, "!status").await;
    each_is_answered_once(&anna, &room, &[again]).await;
    let said = anna.history(&room).await;
    let answers =
        said.iter().filter(|seen| seen.sender == *home.account && seen.body().starts_with("Convenant")).count();
    assert_eq!(answers, 1, "the answer was sent before the kill and must be found, not repeated");
}
