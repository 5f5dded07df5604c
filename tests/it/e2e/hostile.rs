//! Members who wish no good: they cannot stop the bot, mislead it, or make it miss another room's message.

use matrix_sdk::ruma::RoomId;
use serde_json::json;
use xtask::client::in_path;

use super::{home, person, server, unique};
use crate::support::person::Person;

/// Sends this as a plain event into an encrypted room, as a forger with the person's access token can.
fn forge_plain(person: &Person, room: &RoomId, kind: &str, content: &serde_json::Value) {
    let token = person.client.matrix_auth().session().unwrap().tokens.access_token;
    let path = format!("/_matrix/client/v3/rooms/{}/send/{kind}/forged", in_path(room.as_str()));
    let url = format!("{}{path}", server().url());
    let sent = ureq::put(&url).header("Authorization", &format!("Bearer {token}")).send_json(content);
    assert!(sent.unwrap().status().is_success());
}

#[tokio::test]
async fn a_plain_message_in_an_encrypted_room_is_ignored() {
    let home = home();
    let _bot = home.started();
    let anna = person("anna").await;
    let room = anna.room_with(&home.account).await;
    forge_plain(&anna, &room, "m.room.message", &json!({ "msgtype": "m.text", "body": "!hulp" }));
    let asked = anna.say(&room, "!status").await;
    anna.answer_to(&asked).await;
    // Answers of one room come in order: had the forged one been answered, it would be here already.
    let answers = anna.seen().iter().filter(|seen| seen.sender == *home.account && seen.reply_to().is_some()).count();
    assert_eq!(answers, 1);
}

#[tokio::test]
async fn encrypted_state_and_redactions_are_no_state_and_no_redactions() {
    let home = home();
    let _bot = home.started();
    let anna = person("anna").await;
    let room = anna.room_with(&home.account).await;
    let asked = anna.say(&room, "!status").await;
    let answer = anna.answer_to(&asked).await;
    let joined = anna.room(&room);
    let leave = json!({ "membership": "leave" });
    joined.send_raw("m.room.member", leave).await.unwrap();
    joined.send_raw("m.room.redaction", json!({ "redacts": asked })).await.unwrap();
    let again = anna.say(&room, "!status").await;
    anna.answer_to(&again).await;
    assert!(!anna.seen().iter().any(|seen| seen.kind == "m.room.redaction" && seen.sender == *home.account));
    assert!(anna.seen().iter().any(|seen| seen.event == answer.event));
}

#[tokio::test]
async fn one_member_can_not_edit_the_answer_of_another() {
    let home = home();
    let _bot = home.started();
    let (anna, bram) = (person("anna").await, person("bram").await);
    let room = anna.room_with(&home.account).await;
    anna.room(&room).invite_user_by_id(&bram.id()).await.unwrap();
    bram.join(&room).await;
    let asked = anna.say(&room, "!begrip convenant").await;
    let answer = bram.answer_to(&asked).await;
    bram.edit(&room, &asked, "!begrip drill").await;
    let own = bram.say(&room, "!status").await;
    bram.answer_to(&own).await;
    assert!(!bram.seen().iter().any(|seen| seen.replaces() == Some(answer.event.as_str())));
}

#[tokio::test]
async fn an_over_long_question_and_a_flood_get_one_line_each() {
    let home = home().bot("commands_per_minute = 3");
    let _bot = home.started();
    let anna = person("anna").await;
    let room = anna.room_with(&home.account).await;
    let asked = anna.say(&room, &format!("!interventie {}", "a".repeat(20_000))).await;
    assert!(anna.answer_to(&asked).await.body().starts_with("Dat is te lang voor mij"));
    for _ in 0..3 {
        let asked = anna.say(&room, "!status").await;
        anna.answer_to(&asked).await;
    }
    let fourth = anna.say(&room, "!status").await;
    assert!(anna.answer_to(&fourth).await.body().starts_with("Dat gaat me te snel"));
    let fifth = anna.say(&room, "!status").await;
    let bram = person("bram").await;
    anna.room(&room).invite_user_by_id(&bram.id()).await.unwrap();
    bram.join(&room).await;
    let other = bram.say(&room, "!status").await;
    bram.answer_to(&other).await;
    assert!(
        anna.answers_in_history(&room, std::slice::from_ref(&fifth)).await[&fifth].is_empty(),
        "told once is enough"
    );
}

/// The SDK fails on a payload without a type after it has stored its token, and gives nothing more of that answer to
/// handlers; a bot that relies on those misses what other rooms said.
#[tokio::test]
async fn a_malformed_encrypted_event_hides_no_other_rooms_message() {
    let environment = xtask::python::prepare(&|_| {}).unwrap();
    let home = home();
    let bot = home.started();
    let anna = person("anna").await;
    let room = anna.room_with(&home.account).await;
    let mallory = unique("mallory");
    server().register(&mallory, "secret", false).unwrap();
    let mut forger = std::process::Command::new(environment.python())
        .args(["-c", FORGER, &server().url(), &server().user_id(&mallory), &home.account])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = std::io::BufRead::lines(std::io::BufReader::new(forger.stdout.take().unwrap()));
    assert_eq!(lines.next().unwrap().unwrap(), "in the room");
    // Frozen, so that the forgery and the honest question come in one answer of the server.
    signal(bot.id(), "STOP");
    std::io::Write::write_all(forger.stdin.as_mut().unwrap(), b"go\n").unwrap();
    assert_eq!(lines.next().unwrap().unwrap(), "forged");
    let asked = anna.say(&room, "!status").await;
    signal(bot.id(), "CONT");
    anna.answer_to(&asked).await;
    let again = anna.say(&room, "!status").await;
    anna.answer_to(&again).await;
    assert!(forger.wait().unwrap().success());
    assert_eq!(bot.terminate().0, Some(0));
}

const FORGER: &str = include_str!("forger.py");

fn signal(process: u32, name: &str) {
    let done = std::process::Command::new("kill").args([&format!("-{name}"), &process.to_string()]).status();
    assert!(done.unwrap().success());
}
