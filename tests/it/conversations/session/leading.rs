//! Who leads a session, how it moves on, and what it survives.

use chrono::TimeDelta;

use super::*;

#[tokio::test]
async fn only_who_leads_it_moves_it_on_and_others_hear_who_does() {
    let mut stage = Stage::chain().await;
    let (number, first) = stage.session().await;
    assert_holds(only(&stage.reply("bram", first, "volgende").await), &["anna leidt deze sessie", "leiding"]);
    assert_holds(only(&stage.ask("bram", &format!("!evaluatie {number} leiding")).await), &["anna leidt deze sessie"]);
    let shown = stage.reply("anna", first, "volgende").await;
    assert_holds(question(&shown).text(), &["Vraag 2 van 19"]);
}

#[tokio::test]
async fn the_lead_is_handed_over_and_the_bare_words_go_with_it() {
    let mut stage = Stage::chain().await;
    let (number, _) = stage.session().await;
    let shown = stage.ask("anna", &format!("!evaluatie {number} leiding @bram")).await;
    assert_holds(question(&shown).text(), &["bram leidt", "Vraag 1 van 19"]);
    let shown = stage.ask("bram", "!volgende").await;
    assert_holds(question(&shown).text(), &["Vraag 2 van 19"]);
    assert_holds(only(&stage.ask("anna", &format!("!evaluatie {number} volgende")).await), &["bram leidt"]);
    // A coordinator takes it back.
    let shown = stage.ask("anna", &format!("!evaluatie {number} leiding")).await;
    assert_holds(question(&shown).text(), &["anna leidt", "Vraag 2 van 19"]);
}

#[tokio::test]
async fn whoever_is_there_takes_over_when_nobody_leads_any_more() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("alle partners").await;
    stage.ask("bram", &format!("!evaluatie {number} start")).await;
    stage.world.leave("bram", "keten", "bram").await.expect("gone");
    let shown = stage.ask("dirk", &format!("!evaluatie {number} leiding")).await;
    assert_holds(question(&shown).text(), &["dirk leidt", "Vraag 1 van 19"]);
}

#[tokio::test]
async fn what_is_parked_comes_back_before_the_end() {
    let mut stage = Stage::chain().await;
    let number = stage.incident_with("tegengehouden", "alle partners", "sla over").await;
    stage.ask("anna", &format!("!evaluatie {number} start")).await;
    let shown = stage.ask("anna", "!parkeer").await;
    assert_holds(question(&shown).text(), &["Vraag 2 van 6"]);
    let mut shown = vec![];
    for _ in 0..5 {
        shown = stage.ask("anna", "!volgende").await;
    }
    assert_holds(question(&shown).text(), &["Vraag 1 van 6"]);
    assert_holds(in_room(&stage.ask("anna", "!volgende").await)[0].text(), &["is klaar"]);
}

#[tokio::test]
async fn after_a_day_and_a_restart_it_goes_on_where_it_was() {
    let mut stage = Stage::chain().await;
    let (number, first) = stage.session().await;
    stage.reply("bram", first, "Voor de pauze").await;
    stage.ask("anna", "!volgende").await;
    assert_holds(only(&stage.ask("anna", "!pauze").await), &["Pauze bij vraag 2"]);
    assert_holds(only(&stage.ask("anna", &format!("!evaluatie {number} volgende")).await), &["heeft pauze"]);
    stage.pass(TimeDelta::hours(26));
    stage.restart().await;
    let shown = stage.ask("eva", &format!("!evaluatie {number} verder")).await;
    assert_holds(in_room(&shown)[0].text(), &["We gaan verder", "door de wet", "eva leidt"]);
    assert_holds(question(&shown).text(), &["Vraag 2 van 19"]);
    let shown = stage.ask("eva", "!vorige").await;
    assert_holds(question(&shown).text(), &["politie: Voor de pauze"]);
}

#[tokio::test]
async fn a_question_that_is_open_when_the_bot_stops_is_answered_after_it() {
    let mut stage = Stage::chain().await;
    let (number, _) = stage.session().await;
    stage.restart().await;
    assert_eq!(
        only(&stage.ask("dirk", &format!("!evaluatie {number} antwoord Na de storing")).await),
        "✓ jongerenwerk"
    );
    let shown = stage.ask("anna", "!volgende").await;
    assert_holds(question(&shown).text(), &["Vraag 2 van 19"]);
}

#[tokio::test]
async fn somebody_who_may_not_see_it_comes_in_and_it_pauses_unseen() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("politie").await;
    for person in ["bram", "carla", "dirk"] {
        stage.world.enter(person, "overleg").await.expect("the room");
    }
    stage.world.enter("anna", "overleg").await.expect("the room");
    stage.ask_in("overleg", "anna", "!team kamer politie").await;
    stage.world.leave("anna", "overleg", "anna").await.expect("gone");
    let shown = stage.ask_in("overleg", "carla", &format!("!evaluatie {number} start")).await;
    let first = question(&shown).number;
    stage.world.enter("eva", "overleg").await.expect("the room");
    // An answer is not taken where she reads along, and taken away if the bot may.
    stage.world.let_bot_redact("bram", "overleg");
    let shown = stage.world.reply("bram", first, "Dit is niet voor haar").await.expect("said");
    assert!(taken_away(&shown, shown[0].number), "{shown:#?}");
    assert_holds(in_private(&shown, "bram")[0], &["neem ik alleen aan waar iedereen"]);
    let shown = stage.ask_in("overleg", "carla", "!volgende").await;
    assert!(shown.iter().all(|one| !one.text().contains("Vraag 2")), "{shown:#?}");
    assert_holds(in_private(&shown, "carla")[0], &["pauzeert", "eva is daar en mag dit incident niet zien"]);
    stage.world.leave("eva", "overleg", "carla").await.expect("gone");
    let shown = stage.ask_in("overleg", "carla", &format!("!evaluatie {number} verder")).await;
    assert_holds(question(&shown).text(), &["Vraag 1 van 19"]);
    assert!(!question(&shown).text().contains("niet voor haar"), "{shown:#?}");
}

#[tokio::test]
async fn where_not_everybody_may_see_it_it_does_not_begin_and_the_room_learns_nothing() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("politie").await;
    let shown = stage.ask("carla", &format!("!evaluatie {number} start")).await;
    assert_holds(in_private(&shown, "carla")[0], &["kan niet in die kamer", "eva is daar", "anna is daar"]);
    let not_his = stage.ask("eva", &format!("!evaluatie {number} start")).await;
    let none = stage.ask("eva", "!evaluatie I-2026-zzzz start").await;
    let texts =
        |shown: &[Shown]| shown.iter().map(|one| one.text().replace(&number, "I-2026-zzzz")).collect::<Vec<_>>();
    assert_eq!(texts(&not_his), texts(&none));
    for room in [in_room(&shown), in_room(&none)] {
        assert_eq!(room[0].text(), in_room(&not_his)[0].text(), "the room hears the same");
    }
    let text = stage.alone("carla", &format!("evaluatie {number} start")).await;
    assert_holds(&text, &["in een kamer van het team"]);
}

#[tokio::test]
async fn one_session_runs_in_a_room_and_one_room_holds_a_session() {
    let mut stage = Stage::chain().await;
    let (number, _) = stage.session().await;
    let other = stage.incident("alle partners").await;
    assert_holds(only(&stage.ask("bram", &format!("!evaluatie {other} start")).await), &["al een andere sessie"]);
    for person in ["anna", "bram", "carla", "dirk", "eva"] {
        stage.world.enter(person, "tweede").await.expect("the room");
    }
    stage.ask_in("tweede", "anna", "!team kamer keten").await;
    let shown = stage.ask_in("tweede", "bram", &format!("!evaluatie {number} start")).await;
    assert_holds(only(&shown), &["in een andere kamer", "anna leidt"]);
}

#[tokio::test]
async fn frozen_nothing_is_asked_and_what_was_said_can_still_be_taken_away() {
    let mut stage = Stage::chain().await;
    let (number, first) = stage.session().await;
    let said = stage.world.reply("bram", first, "Dit wil ik terug").await.expect("said")[0].number;
    stage.ask("carla", &format!("!incident {number} bevries Er loopt een onderzoek")).await;
    assert_holds(only(&stage.ask("anna", "!volgende").await), &["is bevroren"]);
    assert_holds(only(&stage.reply("eva", first, "Nog iets").await), &["is bevroren"]);
    let shown = stage.world.redact("bram", said).await.expect("taken away");
    assert_holds(shown.last().expect("an answer").text(), &["weggehaald"]);
    stage.ask("carla", &format!("!incident {number} ontdooi")).await;
    let shown = stage.ask("anna", "!volgende").await;
    assert_holds(question(&shown).text(), &["Vraag 2 van 19"]);
}
