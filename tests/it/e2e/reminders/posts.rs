//! What arrives when the moment has come, and whom it disturbs.

use chrono::TimeDelta;
use matrix_sdk::ruma::push::Action;
use serde_json::json;

use super::{Planned, Team, ask, everybody, id, only};
use crate::support::person::{Person, Seen};

/// What an app with the rules that everybody has by default does with a message.
#[derive(Debug, PartialEq, Eq)]
enum Push {
    /// It calls for this person: with a sound, and marked.
    Calls,
    /// It is told like any message of a room in which one has asked to hear everything.
    Tells,
    Silent,
}

/// By the rules that the server holds for this person, on the message as their own client has decrypted it.
async fn push(person: &Person, seen: &Seen) -> Push {
    let room = person.room(&seen.room);
    let event = room.event(&seen.event, None).await.expect("the event can be fetched");
    let actions = room.event_push_actions(event.raw()).await.expect("the rules are there").expect("the room is known");
    let notifies = actions.iter().any(Action::should_notify);
    let calls = actions.iter().any(Action::is_highlight) && actions.iter().any(|one| one.sound().is_some());
    match (notifies, calls) {
        (true, true) => Push::Calls,
        (true, false) => Push::Tells,
        (false, _) => Push::Silent,
    }
}

fn mentioned(seen: &Seen) -> Vec<&str> {
    let people = seen.content["m.mentions"]["user_ids"].as_array().expect("people are mentioned");
    let mut people: Vec<&str> = people.iter().filter_map(|person| person.as_str()).collect();
    people.sort_unstable();
    people
}

#[tokio::test]
async fn a_reminder_is_a_text_that_calls_those_for_whom_it_is_and_a_lookup_calls_nobody() {
    let team = Team::new().await;
    let author = id(&team.anna);
    let planned = vec![
        Planned::ago("de ploeg eet mee", everybody(&team.room), &author, TimeDelta::zero()),
        Planned::ago("bel de sporthal", only(&team.bram, &team.room), &author, TimeDelta::zero()),
    ];
    team.plan(planned).await;
    let bot = team.home.started();

    let for_all = team.post(&team.carla, "de ploeg eet mee").await;
    let mut all = [&team.anna, &team.bram, &team.carla].map(|person| person.id().to_string());
    all.sort();
    assert_eq!(mentioned(&for_all), all);
    let for_bram = team.post(&team.carla, "bel de sporthal").await;
    assert_eq!(mentioned(&for_bram), [team.bram.id().as_str()]);
    for post in [&for_all, &for_bram] {
        assert_eq!((post.kind.as_str(), post.encrypted), ("m.room.message", true));
        assert_eq!(post.content["msgtype"], "m.text");
        assert!(!post.body().contains("Te laat"), "{}", post.body());
    }
    let lookup = ask(&team.carla, &team.room, "!begrip convenant").await;
    assert_eq!(lookup.content["msgtype"], "m.notice");
    assert_eq!(lookup.content["m.mentions"], json!({}));

    for person in [&team.anna, &team.bram, &team.carla] {
        team.post(person, "bel de sporthal").await;
        assert_eq!(push(person, &for_all).await, Push::Calls);
        assert_eq!(push(person, &lookup).await, Push::Silent);
    }
    assert_eq!(push(&team.bram, &for_bram).await, Push::Calls);
    for other in [&team.anna, &team.carla] {
        // The rules tell of any text in a room; who has asked for mentions only hears nothing of it.
        assert_eq!(push(other, &for_bram).await, Push::Tells);
    }
    assert_eq!(bot.terminate().0, Some(0));
}
