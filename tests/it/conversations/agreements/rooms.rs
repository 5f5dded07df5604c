//! Where agreements are shown: only before members.

use super::*;

#[tokio::test]
async fn with_somebody_in_the_room_who_is_no_member_it_answers_in_private() {
    let mut stage = Stage::partners().await;
    let number = stage.agrees("vrij: zonnebloem").await;
    stage.world.enter("dirk", "direct").await.expect("the room");
    stage.world.enter("eva", "keten").await.expect("the room");
    for words in ["", "zonnebloem", &number, "AF-2026-bbbb", &format!("{number} wijzig niet")] {
        let shown = stage.ask("dirk", &format!("!afspraak {words}")).await;
        assert_eq!(shown.len(), 2, "{words}: {shown:#?}");
        let (here, private) = (&shown[0], &shown[1]);
        let (here, private) = if here.room.as_str().contains("keten") { (here, private) } else { (private, here) };
        assert_eq!(here.text(), "Ik antwoord je privé.", "{words}");
        assert!(private.room.as_str().contains("direct"), "{words}: {shown:#?}");
        assert!(!private.text().contains("!afspraak"), "no prefix there: {}", private.text());
    }
    // What is for everybody stays where it was asked.
    assert_holds(&stage.hears("dirk", "!afspraak signaal-vier-ogen").await, &["Dit is een suggestie"]);
}

#[tokio::test]
async fn in_a_direct_room_it_needs_no_prefix() {
    let mut stage = Stage::partners().await;
    let number = stage.agrees("vrij").await;
    stage.world.enter("dirk", "direct").await.expect("the room");
    let text = stage.hears_in("direct", "dirk", &format!("afspraak {number}")).await;
    assert_holds(&text, &["– geldt", "mag vrij"]);
    let text = stage.hears_in("direct", "dirk", "afspraak").await;
    assert_holds(&text, &["1. delen – 1 van kracht"]);
}

#[tokio::test]
async fn who_is_no_member_makes_nothing() {
    let mut stage = Stage::partners().await;
    stage.world.enter("eva", "keten").await.expect("the room");
    let text = stage.hears("eva", "!afspraak nieuw delen politie jongerenwerk vrij").await;
    assert_holds(&text, &["leden van het team", "@anna:console"]);
}

#[tokio::test]
async fn somebody_of_two_teams_is_asked_which_is_meant() {
    let mut stage = Stage::partners().await;
    stage.agrees("vrij").await;
    stage.world.enter("dirk", "oost").await.expect("the room");
    stage.world.enter("anna", "oost").await.expect("the room");
    stage.ask_in("oost", "anna", "!team maak Jeugd Oost gemeente").await;
    stage.ask_in("oost", "anna", "!team lid @dirk jongerenwerk mandaat").await;
    stage.world.enter("dirk", "direct").await.expect("the room");
    let text = stage.hears_in("direct", "dirk", "afspraak").await;
    assert_holds(&text, &["Voor welk team", "1. Jeugd Oost", "2. Jeugd West"]);
    assert_holds(&stage.hears_in("direct", "dirk", "2").await, &["1. delen – 1 van kracht"]);
    assert_holds(&stage.hears_in("oost", "dirk", "!afspraak").await, &["1. delen – 0 van kracht"]);
}

#[tokio::test]
async fn who_has_left_the_team_confirms_no_more() {
    let mut stage = Stage::partners().await;
    let number = stage.proposes("dirk", "delen politie jongerenwerk vrij").await;
    stage.ask("anna", "!team weg @bram").await;
    let text = stage.hears("bram", &format!("!afspraak {number} bevestig")).await;
    assert_holds(&text, &["leden van het team"]);
}

#[tokio::test]
async fn in_a_room_that_is_not_encrypted_only_suggestions_are_shown() {
    let mut stage = Stage::partners().await;
    stage.agrees("vrij").await;
    stage.world.enter("dirk", "direct").await.expect("the room");
    stage.world.change_room("dirk", "keten", |facts| facts.encrypted = false);
    assert_holds(&stage.hears("dirk", "!afspraak signaal-vier-ogen").await, &["Dit is een suggestie"]);
    let shown = stage.ask("dirk", "!afspraak").await;
    let here: Vec<&str> =
        shown.iter().filter(|one| one.room.as_str().contains("keten")).map(schakel::console::Shown::text).collect();
    assert_eq!(here, ["Ik antwoord je privé."]);
    let text = stage.hears("dirk", "!afspraak nieuw delen politie jongerenwerk vrij").await;
    assert_holds(&text, &["deze kamer is niet versleuteld"]);
}
