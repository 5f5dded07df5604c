//! The people of the room, by number.

use super::Stage;

#[tokio::test]
async fn the_people_who_are_no_member_are_listed_and_added_by_number() {
    let mut stage = Stage::team().await;
    stage.world.enter("eva", "keten").await.expect("the room");
    let listed = [
        "nog geen lid van team Jeugd West",
        "1. @dirk:console\n2. @eva:console",
        "!team leden 1 politie, 2 jongerenwerk",
    ];
    stage.does("anna", "!team leden", &listed).await;
    let added =
        ["Nu lid van team Jeugd West:", "- @dirk:console: zorg, met mandaat", "- @eva:console: school", "!team weg"];
    stage.does("anna", "!team leden 1 zorg mandaat, 2 school", &added).await;
    stage.does("anna", "!team leden", &["niemand meer"]).await;
}

#[tokio::test]
async fn a_list_with_something_wrong_is_not_done_at_all() {
    let mut stage = Stage::team().await;
    stage.world.enter("eva", "keten").await.expect("the room");
    stage.ask("anna", "!team leden").await;
    let wrong = [
        "Er is nog niets veranderd",
        "- 2: “brandweer” is geen organisatie die ik ken.",
        "- 7: dat nummer staat niet in de lijst. Die loopt van 1 tot en met 2.",
        "- 1: dat nummer staat er twee keer.",
    ];
    stage.does("anna", "!team leden 1 zorg, 2 brandweer, 7 politie, 1 school", &wrong).await;
    stage.does("anna", "!team leden politie", &["“politie”: zet er een nummer uit de lijst voor."]).await;
    stage.does("dirk", "!team", &["Dat is voor leden"]).await;
    stage.does("anna", "!team leden 1 en 2 zorg", &["@dirk:console: zorg", "@eva:console: zorg"]).await;
}

#[tokio::test]
async fn a_number_is_the_one_that_was_shown_whoever_came_in_since() {
    let mut stage = Stage::team().await;
    stage.ask("anna", "!team leden").await;
    stage.world.enter("aad", "keten").await.expect("the room");
    stage.does("anna", "!team leden 1 zorg", &["@dirk:console: zorg"]).await;
}

#[tokio::test]
async fn without_a_list_it_is_shown_first() {
    let mut stage = Stage::team().await;
    stage.does("anna", "!team leden 1 zorg", &["1. @dirk:console"]).await;
    stage.does("anna", "!team leden 1 zorg", &["Nu lid van team"]).await;
}

#[tokio::test]
async fn one_of_the_list_is_opened_by_its_number_and_given_an_organisation_by_another() {
    let mut stage = Stage::team().await;
    stage.ask("anna", "!team leden").await;
    stage.does("anna", "!1", &["Voor welke organisatie komt @dirk:console"]).await;
    stage.does("anna", "!zorg", &["@dirk:console is nu lid van het team: zorg."]).await;
}

#[tokio::test]
async fn people_of_a_server_that_is_not_allowed_are_named_and_not_numbered() {
    let mut stage = Stage::with(|me| me.allowed_servers = Some(vec!["elders.nl".to_owned()])).await;
    stage.does("anna", "!team maak Jeugd West gemeente", &["is er"]).await;
    stage.world.enter("dirk", "keten").await.expect("the room");
    stage
        .does("anna", "!team leden", &["niemand meer", "niet toegelaten: @dirk:console. Wel toegelaten: elders.nl."])
        .await;
}

#[tokio::test]
async fn a_room_that_cannot_be_looked_at_is_told() {
    let mut stage = Stage::team().await;
    stage.world.change_room("anna", "keten", |room| room.people = None);
    stage.does("anna", "!team leden", &["Ik kan nu niet nagaan wie hier meeleest"]).await;
}
