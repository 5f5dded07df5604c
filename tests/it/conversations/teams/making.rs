//! A team comes to be.

use super::Stage;

#[tokio::test]
async fn an_administrator_makes_a_team_of_the_room() {
    let mut stage = Stage::people().await;
    let made = ["Team Jeugd West is er", "ketenkamer", "coördinator, voor: gemeente", "!team leden"];
    stage.does("anna", "!team maak Jeugd West gemeente", &made).await;
    stage.does("anna", "!team kamer", &["de ketenkamer", "team Jeugd West"]).await;
}

#[tokio::test]
async fn the_organisation_is_asked_when_it_is_not_given_and_chosen_by_number() {
    let mut stage = Stage::people().await;
    let asked =
        ["Voor welke organisatie zit jij in het team Jeugd Zuid?", "1. politie", "4. gemeente", "!1 tot en met !8"];
    stage.does("anna", "!team maak Jeugd Zuid", &asked).await;
    stage.does("anna", "!4", &["Team Jeugd Zuid is er", "voor: gemeente"]).await;
}

#[tokio::test]
async fn a_name_in_quotes_may_end_in_the_word_of_an_organisation() {
    let mut stage = Stage::people().await;
    stage.does("anna", "!team maak “Jeugd en Zorg” pol", &["Team Jeugd en Zorg is er", "voor: politie"]).await;
}

#[tokio::test]
async fn an_english_bot_makes_a_team_in_english() {
    let mut stage = Stage::people().await;
    stage.ask("anna", "!taal en").await;
    stage.does("anna", "!team create Youth West youth work", &["Team Youth West is there", "for: youth work"]).await;
    stage.does("anna", "!team member @bram police", &["@bram:console is a member", "!team remove @bram:console"]).await;
    stage.does("anna", "!team", &["I have invited you"]).await;
}

#[tokio::test]
async fn only_an_administrator_makes_a_team() {
    let mut stage = Stage::people().await;
    stage.does("bram", "!team maak Jeugd West politie", &["Dat kan alleen de beheerder van de bot."]).await;
}

#[tokio::test]
async fn a_name_that_will_not_do_is_told() {
    let mut stage = Stage::people().await;
    stage.does("anna", "!team maak", &["Hoe heet het team?", "!team maak Jeugd West gemeente"]).await;
    let long = format!("!team maak {} gemeente", "a".repeat(61));
    stage.does("anna", &long, &["te lang: 61 tekens", "hoogstens 60"]).await;
}

#[tokio::test]
async fn a_name_belongs_to_one_team_however_it_is_written() {
    let mut stage = Stage::team().await;
    stage.does_in("zuid", "anna", "!team maak jeugd  WEST gemeente", &["Er is al een team dat jeugd WEST heet"]).await;
    stage.does_in("zuid", "anna", "!team maak Jeugd Zuid gemeente", &["Team Jeugd Zuid is er"]).await;
}

#[tokio::test]
async fn a_room_belongs_to_one_team() {
    let mut stage = Stage::team().await;
    stage.does("anna", "!team maak Jeugd Zuid gemeente", &["Deze kamer hoort al bij een team"]).await;
}

#[tokio::test]
async fn a_team_is_not_made_in_a_direct_or_a_plain_room() {
    let mut stage = Stage::people().await;
    stage.does_in("direct", "anna", "team maak Jeugd West gemeente", &["in de kamer waar het om gaat"]).await;
    stage.world.change_room("anna", "open", |room| room.encrypted = false);
    stage
        .does_in("open", "anna", "!team maak Jeugd West gemeente", &["niet versleuteld", "Zet de versleuteling aan"])
        .await;
}

#[tokio::test]
async fn before_there_is_a_team_everybody_hears_whom_to_ask() {
    let mut stage = Stage::people().await;
    let ask = "Vraag de coördinator van je team of, als die er niet is, de beheerder van de bot";
    for text in ["!team", "!team lid @bram politie", "!team leden", "!team afwezig tot morgen", "!team bevestig @bram"]
    {
        stage.does("dirk", text, &[ask]).await;
    }
}

#[tokio::test]
async fn help_shows_the_team_to_members_and_administrators_only() {
    let mut stage = Stage::team().await;
    for (person, shown) in [("anna", true), ("bram", true), ("dirk", false)] {
        let help = stage.ask(person, "!hulp").await;
        assert_eq!(help[0].text().contains("!team"), shown, "{person}: {}", help[0].text());
    }
}
