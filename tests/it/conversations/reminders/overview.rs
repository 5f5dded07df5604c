//! The weekly overview: what lies open, in the chain room, as far as everybody there may see it.

use schakel::domain::Label;

use super::*;

impl Stage {
    /// The overview comes on Mondays at nine; this is the Monday after.
    async fn first_overview(&mut self) -> Vec<(String, String)> {
        self.heard_after(TimeDelta::days(6) + TimeDelta::hours(1) + TimeDelta::minutes(5)).await
    }
}

#[tokio::test]
async fn a_coordinator_chooses_when_and_nobody_else() {
    let mut stage = Stage::chain().await;
    assert_holds(only(&stage.ask("bram", "!herinneringen overzicht").await), &["Er is geen weekoverzicht"]);
    assert_holds(only(&stage.ask("bram", "!herinneringen overzicht maandag 9u").await), &["alleen een coördinator"]);
    let set = stage.ask("anna", "!herinneringen overzicht maandag 9u").await;
    assert_holds(only(&set), &["elke maandag om 09:00", "De eerste keer: maandag 30 november 2026, 09:00"]);
    let moved = stage.ask("anna", "!herinneringen overzicht elke vrijdag 16:00").await;
    assert_holds(only(&moved), &["vrijdag 27 november 2026, 16:00"]);
    assert_holds(only(&stage.ask("bram", "!herinneringen").await), &["Eén herinnering", "Weekoverzicht"]);
    assert_holds(
        only(&stage.ask("anna", "!herinneringen overzicht zomaar").await),
        &["begrijp ik niet als vast moment"],
    );
    assert_holds(only(&stage.ask("anna", "!herinneringen overzicht uit").await), &["komt niet meer"]);
    assert_holds(only(&stage.ask("bram", "!herinneringen").await), &["Er staat niets gepland"]);
}

#[tokio::test]
async fn what_lies_open_is_counted_by_how_far_it_has_come_as_far_as_all_may_see() {
    let mut stage = Stage::chain().await;
    stage.ask("anna", "!herinneringen overzicht maandag 9u").await;
    stage.signal_called("S-2026-bcdf", Label::Green, |_| {}).await;
    stage.signal_called("S-2026-bcdg", Label::AmberStrict, |_| {}).await;
    let heard = stage.first_overview().await;
    let text = only_in(&heard, "keten");
    assert_holds(text, &["nieuwe signalen: minder dan 5", "door niemand opgepakt: minder dan 5"]);
    assert_holds(text, &["terugkoppeling deze week: minder dan 5"]);
    for not in ["S-2026", "carla", "in duiding", "opgepakte"] {
        assert!(!text.contains(not), "{not}: {text}");
    }
}

#[tokio::test]
async fn nothing_open_is_nothing_said_and_the_next_week_it_looks_again() {
    let mut stage = Stage::chain().await;
    stage.ask("anna", "!herinneringen overzicht maandag 9u").await;
    // One that not everybody there may see is no reason to speak.
    stage.signal_called("S-2026-bcdg", Label::AmberStrict, |_| {}).await;
    assert_eq!(stage.first_overview().await, []);
    stage.signal_called("S-2026-bcdf", Label::Green, |_| {}).await;
    let heard = stage.heard_after(TimeDelta::days(7)).await;
    assert_holds(only_in(&heard, "keten"), &["nieuwe signalen"]);
}

#[tokio::test]
async fn with_a_stranger_there_nothing_is_counted() {
    let mut stage = Stage::chain().await;
    stage.ask("anna", "!herinneringen overzicht maandag 9u").await;
    stage.signal_called("S-2026-bcdf", Label::Green, |_| {}).await;
    stage.world.enter("frits", "keten").await.expect("the room");
    let heard = stage.first_overview().await;
    let text = only_in(&heard, "keten");
    assert!(!text.contains("signalen"), "{text}");
    assert_holds(text, &["geen lid van het team"]);
}
