//! What is said when the time has come: once, where it belongs, to whom it is for.

use super::*;

#[tokio::test]
async fn it_is_said_once_at_its_moment() {
    let mut stage = Stage::chain().await;
    let (number, _) = stage.reminder("bram", "!herinner ons over 20 minuten bellen").await;
    assert_eq!(stage.after_minutes(19).await, []);
    let shown = stage.after_minutes(1).await;
    assert_holds(only(&shown), &["bellen", &number, "gevraagd door bram", "klaar"]);
    assert!(!only(&shown).contains("Te laat"));
    assert_eq!(stage.after_minutes(60 * 24 * 7).await, []);
}

#[tokio::test]
async fn one_for_oneself_is_said_alone() {
    let mut stage = Stage::chain().await;
    stage.ask("bram", "!herinner mij over 20 minuten bellen").await;
    let heard = stage.heard_after(TimeDelta::minutes(20)).await;
    assert_holds(only_in(&heard, "bram"), &["bellen"]);
}

#[tokio::test]
async fn what_fell_due_while_the_bot_was_away_comes_late_and_together() {
    let mut stage = Stage::chain().await;
    stage.reminder("bram", "!herinner ons vandaag 10:00 bellen").await;
    stage.reminder("bram", "!herinner ons elke dag 11:00 dagstart").await;
    let shown = stage.after_minutes(3 * 24 * 60).await;
    let texts: Vec<&str> = shown.iter().map(Shown::text).collect();
    assert_eq!(texts.len(), 2, "{texts:#?}");
    assert_holds(texts[0], &["bellen", "Te laat: dit was voor dinsdag 24 november 2026, 10:00."]);
    assert_holds(texts[1], &["dagstart", "Te laat", "donderdag 26 november 2026, 11:00", "2 keer"]);
    let heard = stage.heard_after(TimeDelta::hours(4)).await;
    assert_holds(only_in(&heard, "keten"), &["dagstart"]);
}

#[tokio::test]
async fn a_stranger_in_the_room_reads_no_words() {
    let mut stage = Stage::chain().await;
    let (number, _) = stage.reminder("bram", "!herinner ons over 20 minuten bellen").await;
    stage.world.enter("frits", "keten").await.expect("the room");
    let heard = stage.heard_after(TimeDelta::minutes(20)).await;
    let text = only_in(&heard, "keten");
    assert!(!text.contains("bellen"), "{text}");
    assert_holds(text, &[&number, "geen lid van het team"]);
    assert_holds(&stage.alone("bram", &format!("herinnering {number}")).await, &["bellen"]);
}

#[tokio::test]
async fn what_must_be_confirmed_is_asked_five_times_and_then_the_coordinator_hears() {
    let mut stage = Stage::chain().await;
    let (number, _) =
        stage.reminder("bram", "!herinner @carla:console vandaag 10:00 terugkoppelen met bevestiging").await;
    let mut asked = 0;
    let last = loop {
        let shown = stage.after_minutes(30).await;
        let Some(first) = shown.first() else { continue };
        if first.room.as_str().contains("anna") {
            break first.text().to_owned();
        }
        assert_holds(first.text(), &["terugkoppelen", &number]);
        asked += 1;
        assert!(asked <= 5, "{shown:#?}");
    };
    assert_eq!(asked, 5);
    assert_holds(&last, &[&number, "5 keer", "carla"]);
    assert!(!last.contains("terugkoppelen"), "a coordinator has no right to what it says: {last}");
    assert_eq!(stage.after_minutes(60 * 48).await, []);
}

#[tokio::test]
async fn confirmed_it_is_asked_no_more() {
    let mut stage = Stage::chain().await;
    let (number, _) =
        stage.reminder("bram", "!herinner @carla:console vandaag 10:00 terugkoppelen met bevestiging").await;
    stage.after_minutes(3 * 60).await;
    let shown = stage.ask("carla", &format!("!herinnering {number} klaar")).await;
    assert_holds(only(&shown), &["is klaar, zegt carla"]);
    assert_eq!(stage.after_minutes(60 * 48).await, []);
}

#[tokio::test]
async fn in_working_time_nobody_is_disturbed_on_a_saturday() {
    let mut stage = Stage::chain().await;
    let shown = stage.ask("bram", "!herinner ons zaterdag 28 november 12:00 bellen in werktijd").await;
    assert_holds(only(&shown), &["Dan werkt niemand", "maandag 30 november 2026, 09:00"]);
    assert_eq!(stage.heard_after(TimeDelta::days(5)).await, [], "Sunday");
    let heard = stage.heard_after(TimeDelta::days(1) + TimeDelta::hours(2)).await;
    assert_holds(only_in(&heard, "keten"), &["bellen"]);
}

#[tokio::test]
async fn a_person_who_is_away_is_reminded_when_they_are_back() {
    let mut stage = Stage::chain().await;
    stage.ask("carla", "!team afwezig 1 december").await;
    stage.ask("bram", "!herinner @carla:console woensdag 25 november 10:00 bellen in werktijd").await;
    assert_eq!(stage.heard_after(TimeDelta::days(6)).await, []);
    let heard = stage.heard_after(TimeDelta::days(1) + TimeDelta::hours(2)).await;
    assert_holds(only_in(&heard, "keten"), &["bellen"]);
}

#[tokio::test]
async fn a_room_that_is_loose_gets_no_reminder_and_its_author_hears_so() {
    let mut stage = Stage::chain().await;
    stage.world.enter("bram", "politie").await.expect("the room");
    stage.world.enter("anna", "politie").await.expect("the room");
    stage.world.say("anna", "politie", "!team kamer politie").await.expect("said");
    stage.world.leave("anna", "politie", "anna").await.expect("left");
    stage.world.say("bram", "politie", "!herinner ons over 20 minuten bellen").await.expect("said");
    stage.world.enter("anna", "politie").await.expect("the room");
    stage.world.say("anna", "politie", "!team kamer los").await.expect("said");
    let heard = stage.heard_after(TimeDelta::minutes(30)).await;
    let text = only_in(&heard, "bram");
    assert_holds(text, &["hoort niet meer bij het team"]);
    assert_eq!(stage.heard_after(TimeDelta::days(2)).await, []);
}
