//! One person is added, changed, removed.

use schakel::domain::{Pill, Said, UserId};

use super::{ONLY_MEMBERS, Stage};

#[tokio::test]
async fn a_new_member_is_said_back_with_how_to_undo_it() {
    let mut stage = Stage::team().await;
    stage
        .does(
            "anna",
            "!team lid @dirk zorg",
            &["@dirk:console is nu lid van het team: zorg.", "!team weg @dirk:console"],
        )
        .await;
    stage.does("anna", "!team weg @dirk", &["geen lid meer", "!team lid @dirk:console zorg"]).await;
}

#[tokio::test]
async fn people_of_the_police_are_told_what_not_to_type() {
    let mut stage = Stage::team().await;
    stage.does("anna", "!team lid @dirk politie", &["geen politiegegevens (Wpg)"]).await;
    let moved = stage.ask("anna", "!team lid @dirk zorg").await;
    assert!(!moved[0].text().contains("Wpg"), "{}", moved[0].text());
}

#[tokio::test]
async fn an_organisation_a_role_and_a_mandate_change_each_alone() {
    let mut stage = Stage::team().await;
    let moved = ["is nu: gemeente, met mandaat. Dat was: politie, met mandaat.", "!team lid @bram:console politie."];
    stage.does("anna", "!team lid @bram gemeente", &moved).await;
    let coordinator = ["is nu: gemeente, coördinator, met mandaat", "!team lid @bram:console geen coordinator."];
    stage.does("anna", "!team lid @bram coördinator", &coordinator).await;
    stage
        .does("bram", "!team lid @bram geen mandaat", &["is nu: gemeente, coördinator.", "@bram:console mandaat."])
        .await;
    stage.does("bram", "!team mandaat @carla", &["@carla:console is nu: jongerenwerk, met mandaat"]).await;
    stage
        .does("bram", "!team lid @carla mandaat", &["Dat was al zo: @carla:console is jongerenwerk, met mandaat."])
        .await;
}

#[tokio::test]
async fn an_organisation_that_is_left_out_is_asked() {
    let mut stage = Stage::team().await;
    stage.does("anna", "!team lid @dirk mandaat", &["Voor welke organisatie komt @dirk:console in het team?"]).await;
    stage.does("anna", "!5", &["@dirk:console is nu lid van het team: zorg, met mandaat"]).await;
}

#[tokio::test]
async fn what_is_typed_wrong_gets_one_sentence_and_changes_nothing() {
    let mut stage = Stage::team().await;
    for (text, answer) in [
        ("!team lid", "Wie bedoel je? Typ een @ en kies de naam, of typ het hele adres, zoals @anna:console."),
        ("!team lid dirk zorg", "Wie bedoel je?"),
        ("!team lid @wim zorg", "“@wim” is geen heel adres."),
        ("!team lid @dirk brandweer", "“brandweer” is geen organisatie die ik ken. Kies uit: politie, jongerenwerk"),
        ("!team lid @dirk @bram zorg", "Dat gaat met één persoon tegelijk."),
        ("!team lid @schakel zorg", "Ik ben een bot"),
        ("!team weg @dirk", "@dirk:console is geen lid van team Jeugd West."),
        ("!team weg", "Wie bedoel je?"),
        ("!team dans", "“dans” ken ik niet bij !team. Dit kan wel:"),
    ] {
        stage.does("anna", text, &[answer]).await;
    }
    stage.does("dirk", "!team", &[ONLY_MEMBERS]).await;
}

#[tokio::test]
async fn somebody_of_a_server_that_is_not_allowed_is_refused() {
    let mut stage = Stage::with(|me| me.allowed_servers = Some(vec!["console".to_owned()])).await;
    stage.does("anna", "!team maak Jeugd West gemeente", &["is er"]).await;
    let refused = ["@x:elders.nl kan geen lid worden: mensen van elders.nl", "Wel van: console."];
    stage.does("anna", "!team lid @x:elders.nl politie", &refused).await;
}

#[tokio::test]
async fn only_a_coordinator_keeps_the_team() {
    let mut stage = Stage::team().await;
    for text in [
        "!team lid @dirk zorg",
        "!team weg @carla",
        "!team leden",
        "!team kamer los",
        "!team groep X",
        "!team bel 1 zorg x",
    ] {
        stage.does("bram", text, &["Dat kan alleen een coördinator van het team: @anna:console."]).await;
        stage.does("dirk", text, &[ONLY_MEMBERS]).await;
    }
}

#[tokio::test]
async fn the_last_coordinator_stays_one() {
    let mut stage = Stage::team().await;
    let refused = ["Dat is de enige coördinator", "!team lid @naam:server coordinator"];
    stage.does("anna", "!team weg @anna", &refused).await;
    stage.does("anna", "!team lid @anna geen coordinator", &refused).await;
    stage.does("anna", "!team lid @bram coordinator", &["is nu: politie, coördinator"]).await;
    stage.does("anna", "!team weg @anna", &["@anna:console is geen lid meer"]).await;
    stage.does("bram", "!team lid @bram lid", &refused).await;
}

#[tokio::test]
async fn whoever_is_removed_is_no_member_from_then_on_and_stays_in_the_room() {
    let mut stage = Stage::team().await;
    stage
        .does("anna", "!team weg @bram", &["Dat haalt @bram:console niet uit de kamers", "laat ik in een kamer"])
        .await;
    stage.does("bram", "!team afwezig tot morgen", &[ONLY_MEMBERS]).await;
    stage.does("anna", "!team", &["Ik heb je uitgenodigd voor een gesprek met mij alleen"]).await;
}

#[tokio::test]
async fn a_pill_stands_for_the_whole_address() {
    let mut stage = Stage::team().await;
    let dirk = UserId::new("@dirk:console");
    let said = Said {
        text: "!team lid Dirk de Boer straatcoaches".to_owned(),
        mentions: Some(vec![dirk.clone()]),
        pills: vec![Pill { person: dirk, shown: "Dirk de Boer".to_owned() }],
        ..Said::default()
    };
    let shown = stage.world.say_all("anna", "keten", said).await.expect("said");
    assert!(shown[1].text().starts_with("@dirk:console is nu lid van het team: straatcoaches."), "{shown:#?}");
}

#[tokio::test]
async fn an_edited_command_changes_nothing() {
    let mut stage = Stage::team().await;
    let shown = stage.world.say("anna", "keten", "!team lid @dirk zorg").await.expect("said");
    let edited =
        stage.world.edit("anna", shown[0].number, "!team lid @dirk politie coordinator").await.expect("edited");
    assert!(edited[1].text().contains("wat er staat blijft zo"), "{edited:#?}");
    stage.does("anna", "!team lid @dirk zorg", &["Dat was al zo: @dirk:console is zorg."]).await;
}

#[tokio::test]
async fn a_coordinator_chooses_the_language_of_the_teams_room() {
    let mut stage = Stage::team().await;
    stage.does("anna", "!team lid @bram coordinator", &["coördinator"]).await;
    stage.does("carla", "!taal en", &["De taal van deze kamer kiest @anna:console, @bram:console."]).await;
    stage.does("bram", "!taal en", &["in this room"]).await;
}
