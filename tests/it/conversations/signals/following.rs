//! Somebody follows it up, a colleague looks too, it is closed.

use super::*;

#[tokio::test]
async fn who_takes_it_follows_it_up_and_the_reporter_hears_so() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::Green, |_| {}).await;
    let heard = stage.follows("bram", &format!("signaal {S} pak")).await;
    assert_holds(told(&heard, "bram"), &["Jij volgt S-2026-bcdf op", "1 december 2026", "signaal S-2026-bcdf terug"]);
    assert_holds(told(&heard, "carla"), &["is opgepakt door bram (politie)"]);
    assert_holds(&stage.alone("anna", &format!("signaal {S} pak")).await, &["bram volgt S-2026-bcdf al op"]);
    assert_holds(&stage.alone("bram", &format!("signaal {S} pak")).await, &["Jij volgt S-2026-bcdf al op"]);
    assert_holds(&stage.alone("eva", &format!("signaal {S}")).await, &["opgepakt", "Wie het opvolgt: bram"]);
}

#[tokio::test]
async fn an_owner_who_has_left_does_not_stand_in_the_way() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::Green, |new| new.protection.owner = Some(person("bram"))).await;
    stage.ask("anna", "!team weg @bram").await;
    assert_holds(&stage.alone("anna", &format!("signaal {S} pak")).await, &["Jij volgt S-2026-bcdf op"]);
}

#[tokio::test]
async fn the_author_does_not_interpret_a_colleague_does() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::AmberStrict, |_| {}).await;
    assert_holds(&stage.alone("carla", &format!("signaal {S} duid")).await, &["Dit doet een collega"]);
    let text = stage.alone("dirk", &format!("signaal {S} duid")).await;
    assert_holds(&text, &["Je kijkt mee naar S-2026-bcdf", SEEN]);
}

#[tokio::test]
async fn it_is_closed_with_a_reason_that_the_reporter_hears() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::Green, |new| new.protection.owner = Some(person("bram"))).await;
    assert_holds(&stage.alone("bram", &format!("signaal {S} sluit")).await, &["waarom het klaar is"]);
    let heard = stage.follows("bram", &format!("signaal {S} sluit De groep is uit elkaar")).await;
    assert_holds(told(&heard, "bram"), &["is gesloten"]);
    assert_holds(told(&heard, "carla"), &["gesloten door bram", "De groep is uit elkaar"]);
    assert_holds(&stage.alone("carla", &format!("signaal {S}")).await, &["gesloten", "De groep is uit elkaar"]);
    let text = stage.alone("eva", &format!("signaal {S}")).await;
    assert!(!text.contains("uit elkaar"), "she sees only what is released: {text}");
    assert_holds(&stage.alone("anna", &format!("signaal {S} pak")).await, &["al gesloten"]);
}

#[tokio::test]
async fn who_has_no_part_in_it_closes_nothing() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::Green, |_| {}).await;
    assert_holds(&stage.alone("eva", &format!("signaal {S} sluit zomaar")).await, &["Dat kan de melder, of wie"]);
}
