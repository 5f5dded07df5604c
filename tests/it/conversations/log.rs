//! `!team logboek`: what coordinators see of what was done in their team, and who else sees nothing of it.

use super::{Stage, assert_holds, only};

/// A team that Anna keeps, with Bram of the police as a member; both have a direct room.
async fn team() -> Stage {
    let mut stage = Stage::with(|me| me.commands_per_minute = 0).await;
    for person in ["anna", "bram"] {
        stage.world.enter(person, "keten").await.expect("the room");
        stage.world.enter(person, "direct").await.expect("the room");
    }
    only(&stage.ask("anna", "!team maak Noord gemeente").await);
    let id = "@bram:console";
    assert_holds(only(&stage.ask("anna", &format!("!team lid {id} politie mandaat")).await), &["is nu lid"]);
    stage
}

#[tokio::test]
async fn a_coordinator_sees_who_did_what_newest_first_and_that_looking_is_noted() {
    let mut stage = team().await;
    only(&stage.ask("anna", "!team groep Kanaalgroep").await);
    let (anna, bram) = ("@anna:console", "@bram:console");
    let shown = stage.ask_in("direct", "anna", "team logboek").await;
    let log = only(&shown).to_owned();
    assert_holds(
        &log,
        &[
            "Logboek van team Noord",
            &format!("24 november 2026, 08:00: {anna} veranderde de lijst met groepen"),
            &format!("{anna} maakte of veranderde een lid: {bram} (politie, met mandaat)"),
            &format!("{anna} maakte van een kamer de ketenkamer"),
            &format!("{anna} maakte het team"),
        ],
    );
    let place = |text: &str| log.find(text).expect("it is there");
    assert!(place("groepen") < place("een lid:") && place("een lid:") < place("maakte het team"), "{log}");
    assert!(!log.contains("Kanaalgroep"), "the log holds no names of groups: {log}");
    let again = stage.ask_in("direct", "anna", "team logboek").await;
    assert_holds(only(&again), &[&format!("{anna} keek in het logboek")]);
}

#[tokio::test]
async fn in_a_shared_room_it_is_answered_in_private() {
    let mut stage = team().await;
    let shown = stage.ask("anna", "!team logboek").await;
    let (there, private): (Vec<_>, Vec<_>) = shown.iter().partition(|shown| !shown.text().contains("Logboek van team"));
    assert_eq!((there.len(), private.len()), (1, 1), "{shown:#?}");
    assert_ne!(there[0].room, private[0].room);
}

#[tokio::test]
async fn older_entries_come_page_by_page() {
    let mut stage = team().await;
    for alias in ["een", "twee", "drie"] {
        only(&stage.ask("anna", &format!("!team groep {alias}")).await);
    }
    let shown = stage.ask_in("direct", "anna", "team logboek 3").await;
    assert_eq!(only(&shown).matches("lijst met groepen").count(), 3);
    assert_holds(only(&shown), &["Ouder? Typ meer."]);
    let shown = stage.ask_in("direct", "anna", "meer").await;
    assert_holds(only(&shown), &["een lid:", "de ketenkamer"]);
    assert!(!only(&shown).contains("groepen"), "{shown:#?}");
}

#[tokio::test]
async fn who_keeps_no_team_sees_nothing_of_it() {
    let mut stage = team().await;
    let shown = stage.ask_in("direct", "bram", "team logboek").await;
    assert!(!only(&shown).contains("Logboek van"), "{shown:#?}");
    stage.world.enter("dirk", "direct").await.expect("the room");
    let shown = stage.ask_in("direct", "dirk", "team logboek").await;
    assert!(!only(&shown).contains("Logboek van"), "{shown:#?}");
}

#[tokio::test]
async fn what_is_no_number_is_told_with_an_example() {
    let mut stage = team().await;
    let shown = stage.ask_in("direct", "anna", "team logboek alles").await;
    assert_holds(only(&shown), &["“alles” begrijp ik niet", "team logboek 20"]);
}
