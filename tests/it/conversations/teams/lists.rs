//! Groups, the phone list, absence.

use chrono::TimeDelta;

use super::Stage;

#[tokio::test]
async fn the_alias_of_a_group_is_kept_once() {
    let mut stage = Stage::team().await;
    stage
        .does(
            "anna",
            "!team groep Kanaalgroep",
            &["Groep Kanaalgroep staat in de lijst", "!team groep weg Kanaalgroep"],
        )
        .await;
    stage.does("anna", "!team groep KANAALGROEP", &["Kanaalgroep staat al in de lijst."]).await;
    stage.does_in("direct", "bram", "team", &["Groepen: Kanaalgroep"]).await;
    stage.does("anna", "!team groep weg kanaalgroep", &["is uit de lijst", "!team groep kanaalgroep"]).await;
    stage.does("anna", "!team groep weg kanaalgroep", &["“kanaalgroep” staat niet in de lijst."]).await;
    stage.does("anna", "!team groep", &["Geen namen van personen."]).await;
    stage.does("anna", &format!("!team groep {}", "a".repeat(41)), &["te lang: 41 tekens"]).await;
}

#[tokio::test]
async fn the_phone_list_says_when_to_look_again_and_marks_what_was_forgotten() {
    let mut stage = Stage::team().await;
    let added = ["nummer 1: vanaf niveau 2, politie: wijkagent Zuid, 0900-8844.", "24 mei 2027", "!team bel weg 1"];
    stage.does("anna", "!team bel 2 politie wijkagent Zuid, 0900-8844", &added).await;
    stage.does("anna", "!team bel 3 youth work Eva 06-1", &["nummer 1: vanaf niveau 3, jongerenwerk: Eva 06-1."]).await;
    let list = [
        "1. vanaf niveau 3, jongerenwerk",
        "2. vanaf niveau 2, politie: wijkagent Zuid, 0900-8844 (nakijken voor 24 mei 2027)",
    ];
    stage.does_in("direct", "carla", "team", &list).await;
    stage.pass(TimeDelta::days(200));
    stage.does_in("direct", "carla", "team", &["niet nagekeken sinds 24 mei 2027: vraag na of het nog klopt"]).await;
    stage.does("anna", "!team bel klopt 2", &["Nagekeken: vanaf niveau 2, politie", "12 december 2027"]).await;
    stage.does("anna", "!team bel weg 2", &["Uit de bellijst", "!team bel 2 politie wijkagent Zuid, 0900-8844."]).await;
}

#[tokio::test]
async fn what_is_typed_wrong_for_the_phone_list_is_told() {
    let mut stage = Stage::team().await;
    for text in ["!team bel", "!team bel 4 politie x", "!team bel politie x", "!team bel 2 politie"] {
        stage.does("anna", text, &["een niveau van 0 tot en met 3", "!team bel 2 politie"]).await;
    }
    stage.does("anna", "!team bel 2 brandweer x", &["“brandweer” is geen organisatie"]).await;
    stage.does("anna", "!team bel weg 3", &["Dat nummer staat niet in de bellijst: er staan 0 regels in."]).await;
    stage.does("anna", &format!("!team bel 2 politie {}", "a".repeat(201)), &["te lang: 201 tekens"]).await;
}

#[tokio::test]
async fn a_member_says_that_they_are_away_and_back() {
    let mut stage = Stage::team().await;
    stage.does("bram", "!team afwezig tot vrijdag", &["afwezig tot 27 november 2026", "!team afwezig nee"]).await;
    stage.does_in("direct", "anna", "team", &["@bram:console (met mandaat, afwezig tot 27 november 2026)"]).await;
    stage.pass(TimeDelta::days(3));
    let shown = stage.ask_in("direct", "anna", "team").await;
    assert!(!shown[0].text().contains("afwezig"), "the day itself they are there: {}", shown[0].text());
    stage.does("bram", "!team afwezig over 2 weken", &["afwezig tot 11 december 2026"]).await;
    stage.does("bram", "!team afwezig nee", &["sta je niet meer als afwezig"]).await;
}

#[tokio::test]
async fn a_day_that_will_not_do_is_explained() {
    let mut stage = Stage::team().await;
    for (text, answer) in [
        ("!team afwezig", "Tot wanneer ben je afwezig?"),
        ("!team afwezig tot ooit", "“ooit” is geen dag die ik begrijp. Typ bijvoorbeeld"),
        ("!team afwezig tot 31 april", "“31 april” staat niet in de kalender."),
        ("!team afwezig tot 3-1-2026", "3 januari 2026 is al geweest."),
        ("!team afwezig tot vandaag", "Dat is vandaag"),
        ("!team afwezig tot 2040-01-01", "1 januari 2040 is meer dan vijf jaar weg."),
    ] {
        stage.does("bram", text, &[answer]).await;
    }
}
