//! Said in private: the room that is made for it, and that it is one.

use matrix_sdk::ruma::RoomId;
use matrix_sdk::ruma::api::client::state::get_state_events::v3::Request as GetState;
use serde_json::{Value, json};

use super::{decide, home, invitation, person, private, said, unique, wait_said};
use crate::e2e::server;
use crate::support::person::Person;

/// The state of a room by the server's word, as type and content.
async fn state(person: &Person, room: &RoomId) -> Vec<(String, Value)> {
    let answer = person.client.send(GetState::new(room.to_owned())).await.unwrap();
    let event = |json: &str| -> (String, Value) {
        let event: Value = serde_json::from_str(json).unwrap();
        (event["type"].as_str().unwrap().to_owned(), event["content"].clone())
    };
    answer.room_state.iter().map(|raw| event(raw.json().get())).collect()
}

#[tokio::test]
async fn what_is_private_is_said_in_a_room_for_two_that_is_used_again() {
    let home = home();
    let bot = home.started();
    let anna = person("anna").await;
    let shared = anna.room_with(&home.account).await;
    assert_eq!(bot.terminate().0, Some(0));
    decide(&home, &shared, vec![private(&home, &anna, "eerste"), private(&home, &anna, "tweede")], vec![]).await;
    let bot = home.started();
    let direct = invitation(&anna).await;
    anna.join(&direct).await;
    wait_said(&anna, &direct, "tweede").await;

    let state = state(&anna, &direct).await;
    let content = |kind: &str| state.iter().find(|(of, _)| of == kind).map(|(_, content)| content.clone()).unwrap();
    assert_eq!(content("m.room.encryption")["algorithm"], "m.megolm.v1.aes-sha2");
    assert_eq!(content("m.room.history_visibility")["history_visibility"], "joined");
    assert_eq!(content("m.room.join_rules")["join_rule"], "invite");
    assert_eq!(content("m.room.guest_access")["guest_access"], "forbidden");
    assert_eq!(content("org.schakel.direct"), json!({ "person": anna.id() }));
    let powers = content("m.room.power_levels");
    assert_eq!((&powers["invite"], &powers["kick"], &powers["state_default"]), (&100.into(), &100.into(), &100.into()));
    let name = unique("bram");
    server().register(&name, "secret", false).unwrap();
    let bram = matrix_sdk::ruma::OwnedUserId::try_from(server().user_id(&name)).unwrap();
    assert!(anna.room(&direct).invite_user_by_id(&bram).await.is_err(), "only the bot may invite");

    assert_eq!(bot.terminate().0, Some(0));
    decide(&home, &shared, vec![private(&home, &anna, "derde")], vec![]).await;
    let _bot = home.started();
    wait_said(&anna, &direct, "derde").await;
    assert!(anna.client.invited_rooms().is_empty(), "no other room");
    // In order, each once, and no greeting before anybody was there.
    assert_eq!(said(&anna, &home, &direct).await, ["eerste", "tweede", "derde"]);
    assert!(
        anna.seen()
            .iter()
            .filter(|seen| seen.room == direct && seen.sender == *home.account)
            .all(|seen| { seen.encrypted || seen.kind != "m.room.message" })
    );
    // And it is a direct room like any other.
    anna.say(&direct, "status").await;
    wait_said(&anna, &direct, "Schakel ").await;
}

#[tokio::test]
async fn in_the_room_that_a_person_made_for_two_it_is_said_there() {
    let home = home();
    let bot = home.started();
    let anna = person("anna").await;
    let direct = anna.make_room(&[&home.account], true, true).await;
    anna.wait_introduction(&direct, &home.account).await;
    assert_eq!(bot.terminate().0, Some(0));
    decide(&home, &direct, vec![private(&home, &anna, "onder ons")], vec![]).await;
    let _bot = home.started();
    wait_said(&anna, &direct, "onder ons").await;
    assert!(anna.client.invited_rooms().is_empty());
}

#[tokio::test]
async fn a_direct_room_with_a_third_person_is_left_for_a_new_one() {
    let home = home();
    let bot = home.started();
    let (anna, bram) = (person("anna").await, person("bram").await);
    let old = anna.make_room(&[&home.account], true, true).await;
    anna.wait_introduction(&old, &home.account).await;
    assert_eq!(bot.terminate().0, Some(0));
    anna.room(&old).invite_user_by_id(&bram.id()).await.unwrap();
    decide(&home, &old, vec![private(&home, &anna, "onder ons")], vec![]).await;
    let _bot = home.started();
    let direct = invitation(&anna).await;
    anna.join(&direct).await;
    wait_said(&anna, &direct, "onder ons").await;
    assert!(!said(&anna, &home, &old).await.contains(&"onder ons".to_owned()));
}

#[tokio::test]
async fn killed_after_making_the_room_there_is_one_room_and_one_answer() {
    let home = home();
    let bot = home.started();
    let anna = person("anna").await;
    let shared = anna.room_with(&home.account).await;
    assert_eq!(bot.terminate().0, Some(0));
    decide(&home, &shared, vec![private(&home, &anna, "onder ons")], vec![]).await;
    let doomed = home.start_with_failpoint("after-room");
    assert_eq!(doomed.wait_end(), None, "the process is killed, it does not end");
    assert!(home.log().contains("failpoint after-room reached"), "{}", home.log());
    let direct = invitation(&anna).await;
    let _bot = home.started();
    anna.join(&direct).await;
    wait_said(&anna, &direct, "onder ons").await;
    assert!(anna.client.invited_rooms().is_empty(), "no second room");
    assert_eq!(said(&anna, &home, &direct).await, ["onder ons"]);
}

#[tokio::test]
async fn who_declines_is_not_invited_again_until_they_ask_again() {
    let home = home();
    let bot = home.started();
    let anna = person("anna").await;
    let shared = anna.room_with(&home.account).await;
    assert_eq!(bot.terminate().0, Some(0));
    decide(&home, &shared, vec![private(&home, &anna, "eerste")], vec![]).await;
    let bot = home.started();
    let declined = invitation(&anna).await;
    anna.room(&declined).leave().await.unwrap();
    // Restarted, so that it looks again.
    assert_eq!(bot.terminate().0, Some(0));
    let bot = home.started();
    let asked = anna.say(&shared, "!status").await;
    anna.answer_to(&asked).await;
    assert!(anna.client.invited_rooms().is_empty(), "it does not insist");
    assert_eq!(bot.terminate().0, Some(0));
    decide(&home, &shared, vec![private(&home, &anna, "tweede")], vec![]).await;
    let _bot = home.started();
    let direct = invitation(&anna).await;
    assert_ne!(direct, declined);
    anna.join(&direct).await;
    wait_said(&anna, &direct, "tweede").await;
    assert_eq!(said(&anna, &home, &direct).await, ["eerste", "tweede"]);
}
