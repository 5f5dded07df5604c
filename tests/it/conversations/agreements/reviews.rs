//! The day to look again comes.

use chrono::TimeDelta;

use super::*;

#[tokio::test]
async fn past_its_day_it_still_holds_and_says_so() {
    let mut stage = Stage::partners().await;
    let number = stage.agrees("vrij").await;
    stage.pass(TimeDelta::days(200));
    let text = stage.hears("dirk", &format!("!afspraak {number}")).await;
    assert_holds(&text, &["– geldt", "dat moest op 24 mei 2027. De afspraak geldt nog", "herzien"]);
    let text = stage.hears("dirk", "!afspraak").await;
    assert_holds(&text, &["Opnieuw te bekijken (1)", &number, "sinds 24 mei 2027"]);
}

#[tokio::test]
async fn the_chain_room_is_asked_once_and_those_with_a_mandate_are_named() {
    let mut stage = Stage::partners().await;
    let number = stage.agrees("vrij: zonnebloem").await;
    assert_eq!(stage.world.look_again().await.expect("looked"), []);
    stage.pass(TimeDelta::days(200));
    let shown = stage.world.look_again().await.expect("looked");
    let text = only(&shown);
    assert_holds(text, &["Tijd om opnieuw te kijken", &number, "(delen), sinds 24 mei 2027", "bram, carla"]);
    assert!(shown[0].room.as_str().contains("keten"), "{shown:#?}");
    assert!(!text.contains("zonnebloem"), "no text of it: {text}");
    assert_eq!(stage.world.look_again().await.expect("looked"), []);
    // Who answers gets a new day, and it is quiet until then.
    stage.hears("carla", &format!("!afspraak {number} herzien")).await;
    stage.hears("bram", &format!("!afspraak {number} bevestig 2")).await;
    assert_holds(&stage.hears("carla", &format!("!afspraak {number} bevestig 2")).await, &["geldt vanaf nu"]);
    assert_eq!(stage.world.look_again().await.expect("looked"), []);
    stage.pass(TimeDelta::days(200));
    assert_holds(only(&stage.world.look_again().await.expect("looked")), &[&number]);
}

#[tokio::test]
async fn nothing_is_asked_in_a_room_that_belongs_to_no_team() {
    let mut stage = Stage::partners().await;
    stage.agrees("vrij").await;
    stage.ask("anna", "!team kamer los").await;
    stage.pass(TimeDelta::days(200));
    assert_eq!(stage.world.look_again().await.expect("looked"), []);
}
