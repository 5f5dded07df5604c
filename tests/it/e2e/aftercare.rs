//! Aftercare on the real homeserver: a question comes once although the process is killed, and an hour after the answer nothing of all
//! that was said about it can be read, by the server's own word and in the files.

use std::time::{Duration, Instant};

use matrix_sdk::ruma::api::client::room::get_room_event::v3::Request as GetEvent;
use matrix_sdk::ruma::{EventId, RoomId};
use schakel::clock;
use serde_json::Value;

use super::dialogue::alone_in_a_team;
use super::sealed::files_with;
use super::{home, person};
use crate::support::bot::{Home, PATIENCE, Running};
use crate::support::person::{Person, Seen};

/// Words where a number is enough. Nobody else says them.
const PLANTED: &str = "zwanenburgsluis blijft door mijn hoofd gaan";
const HOUR_MS: i64 = 3_600_000;

fn start(home: &Home, failpoint: Option<&str>) -> Running {
    let file = home.path("ahead");
    let mut environment = vec![("SCHAKEL_DUE_AHEAD", file.to_str().expect("a path"))];
    environment.extend(failpoint.map(|failpoint| ("SCHAKEL_FAILPOINT", failpoint)));
    home.start_with(&environment)
}

/// What the bot said in the room for two, and holds this; waits until it is there.
async fn hears(person: &Person, home: &Home, text: &str) -> Seen {
    let found =
        |seen: &[Seen]| seen.iter().rfind(|one| one.sender == *home.account && one.body().contains(text)).cloned();
    person.wait_for(text, Duration::from_mins(2), found).await
}

/// The server has nothing of this message any more but that it was there.
async fn is_gone(person: &Person, room: &RoomId, event: &EventId) -> bool {
    let raw = person.client.send(GetEvent::new(room.to_owned(), event.to_owned())).await.expect("the server answers");
    let event: Value = serde_json::from_str(raw.event.json().get()).expect("it is JSON");
    event["content"].as_object().is_some_and(serde_json::Map::is_empty)
}

/// Waits until a count in the tables is this.
async fn counts(home: &Home, sql: &'static str, wanted: i64) {
    let begun = Instant::now();
    // Nothing tells that a row has gone; it is looked at until it has.
    while home.number(sql).await != Some(wanted) {
        assert!(begun.elapsed() < PATIENCE, "not {wanted}: {sql}\n{}", home.log());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

const FORGOTTEN: &str = "SELECT (SELECT COUNT(*) FROM due WHERE kind = 'check_in_forgotten')
                              + (SELECT COUNT(*) FROM outbox WHERE shows LIKE 'aftercare/%' OR state = 'pending')
                              + (SELECT COUNT(*) FROM said_of WHERE record LIKE 'aftercare/%')";
const PLANS: &str = "SELECT (SELECT COUNT(*) FROM aftercare) + (SELECT COUNT(*) FROM due WHERE kind = 'check_in')
                          + (SELECT COUNT(*) FROM record_key WHERE record LIKE 'aftercare/%')";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_hour_after_the_answer_nothing_of_it_can_be_read_anywhere() {
    let anna = person("anna").await;
    let contacts = "[[bot.contacts]]\nname = \"Collegiale opvang\"\nphone = \"010-1234567\"\nchecked = 2026-11-01";
    let home = home().bot(&format!("admins = [\"{}\"]\n{contacts}", anna.id()));
    let mut bot = start(&home, None);
    bot.wait_ready();
    let mut alone = alone_in_a_team(&anna, &home).await;
    let room = alone.say("stop", "").await.room;

    // Opting in.
    let asked = anna.say(&room, "nazorg").await;
    let explained = hears(&anna, &home, "Wil je dit?").await;
    let yes = anna.say(&room, "ja").await;
    let begun = hears(&anna, &home, "Je doet mee").await;
    assert!(explained.encrypted && begun.encrypted);
    assert_eq!(bot.terminate().0, Some(0));

    // The first question: decided, and killed before it goes out.
    let next_ms = home.number("SELECT MIN(at_ms) FROM due WHERE kind = 'check_in'").await.expect("it falls due");
    let ahead_ms = next_ms - clock::now().timestamp_millis() + 1;
    std::fs::write(home.path("ahead"), ahead_ms.to_string()).expect("it is written");
    assert_eq!(start(&home, Some("after-fulfil")).wait_end(), None, "killed");
    let mut bot = start(&home, None);
    bot.wait_ready();
    let question = hears(&anna, &home, "Typ 1, 2 of 3").await;
    assert_eq!(question.content["m.mentions"]["user_ids"][0], anna.id().as_str());
    counts(&home, "SELECT COUNT(*) FROM outbox WHERE state = 'pending'", 0).await;
    for event in [&asked, &explained.event, &yes, &begun.event] {
        assert!(is_gone(&anna, &room, event).await, "the talk about it goes within the hour: {event}");
    }

    // It is now again, for the hour counts from the answer. Words first, then a number.
    std::fs::write(home.path("ahead"), "0").expect("it is written");
    let planted = anna.say(&room, PLANTED).await;
    let enough = hears(&anna, &home, "Een cijfer is genoeg").await;
    let number = anna.say(&room, "2").await;
    let heard = hears(&anna, &home, "Goed dat je het zegt").await;
    assert!(heard.body().contains("Collegiale opvang: 010-1234567"), "{}", heard.body());
    counts(&home, "SELECT COUNT(*) FROM outbox WHERE state = 'pending'", 0).await;
    for event in [&planted, &number, &question.event] {
        assert!(is_gone(&anna, &room, event).await, "question and answer go at once: {event}");
    }
    assert!(!is_gone(&anna, &room, &heard.event).await, "there is an hour to read it");

    let mut ahead_ms = HOUR_MS + 60_000;
    std::fs::write(home.path("ahead"), ahead_ms.to_string()).expect("it is written");
    counts(&home, FORGOTTEN, 0).await;
    for event in [&enough.event, &heard.event] {
        assert!(is_gone(&anna, &room, event).await, "{event}");
    }
    let questions = anna.history(&room).await.iter().filter(|seen| seen.body().contains("Typ 1, 2 of 3")).count();
    assert_eq!(questions, 0, "there is no second one");
    assert_eq!(home.number(PLANS).await, Some(3), "only the plan, its key and when the next one comes");

    // And out.
    let stop = anna.say(&room, "stop").await;
    let stopped = hears(&anna, &home, "Je doet niet meer mee").await;
    assert_eq!(home.number(PLANS).await, Some(0));
    ahead_ms += HOUR_MS + 60_000;
    std::fs::write(home.path("ahead"), ahead_ms.to_string()).expect("it is written");
    counts(&home, FORGOTTEN, 0).await;
    assert!(is_gone(&anna, &room, &stop).await && is_gone(&anna, &room, &stopped.event).await);
    assert_eq!(bot.terminate().0, Some(0));
    for words in [PLANTED, "Goed dat je het zegt", "Typ 1, 2 of 3"] {
        assert_eq!(files_with(home.folder.path(), words), Vec::<String>::new(), "{words}");
    }
}
