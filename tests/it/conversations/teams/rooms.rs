//! What rooms are to a team, and what the team shows where.

use schakel::domain::{HistoryVisibility, JoinRule};

use super::{ONLY_MEMBERS, Stage, assert_holds};

#[tokio::test]
async fn a_chain_room_that_becomes_another_leaves_the_team_without_one_and_says_so() {
    let mut stage = Stage::team().await;
    let told = ["de kamer voor politie", "Het team heeft nu geen ketenkamer", "!team kamer keten"];
    stage.does("anna", "!team kamer organisatie politei", &told).await;
}

#[tokio::test]
async fn a_room_becomes_the_room_of_an_organisation_and_is_let_loose() {
    let mut stage = Stage::team().await;
    let bound = ["In team Jeugd West is deze kamer nu de kamer voor politie.", "!team kamer los"];
    stage.does_in("wijk", "anna", "!team kamer organisatie politie", &bound).await;
    stage.does_in("wijk", "anna", "!team kamer pol", &["Dat was al zo: deze kamer is de kamer voor politie."]).await;
    stage.does_in("wijk", "dirk", "!team", &[ONLY_MEMBERS]).await;
    stage
        .does_in(
            "wijk",
            "anna",
            "!team kamer los",
            &["hoort niet meer bij team Jeugd West", "!team kamer organisatie politie"],
        )
        .await;
}

#[tokio::test]
async fn a_team_has_one_chain_room() {
    let mut stage = Stage::team().await;
    let moved =
        ["nu de ketenkamer", "De vorige ketenkamer is nu een losse kamer.", "Wie vanaf nu uit deze kamer weggaat"];
    stage.does_in("nieuw", "anna", "!team kamer keten", &moved).await;
    stage.does("anna", "!team kamer", &["een losse kamer"]).await;
    stage.does_in("nieuw", "anna", "!team kamer los", &["Het team heeft nu geen ketenkamer"]).await;
}

#[tokio::test]
async fn what_is_typed_wrong_about_a_room_is_told() {
    let mut stage = Stage::team().await;
    for text in ["!team kamer", "!team kamer iets"] {
        stage.does("anna", text, &["Deze kamer is nu voor mij: de ketenkamer.", "!team kamer los"]).await;
    }
    stage.does("anna", "!team kamer organisatie", &["Welke organisatie? Kies uit: politie"]).await;
    stage.does("anna", "!team kamer organisatie brandweer", &["“brandweer” is geen organisatie"]).await;
    stage.does_in("direct", "anna", "team kamer keten", &["niet in een gesprek met mij alleen"]).await;
    stage.world.change_room("anna", "open", |room| room.encrypted = false);
    stage.does_in("open", "anna", "!team kamer politie", &["niet versleuteld"]).await;
}

#[tokio::test]
async fn a_room_belongs_to_one_team_at_most() {
    let mut stage = Stage::team().await;
    stage.does_in("zuid", "anna", "!team maak Jeugd Zuid gemeente", &["is er"]).await;
    stage.does_in("zuid", "anna", "!team lid @dirk zorg coordinator", &["@dirk:console is nu lid"]).await;
    stage.does("dirk", "!team kamer keten", &["een kamer hoort bij hoogstens één team"]).await;
    stage.does("dirk", "!team lid @dirk zorg", &[ONLY_MEMBERS]).await;
}

#[tokio::test]
async fn where_all_are_members_the_team_is_shown() {
    let mut stage = Stage::team().await;
    stage.does("anna", "!team lid @dirk zorg", &["is nu lid"]).await;
    stage.does_in("wijk", "anna", "!team kamer politie", &["de kamer voor politie"]).await;
    let whole = [
        "Team Jeugd West",
        "4 leden:",
        "- politie: @bram:console (met mandaat)",
        "- gemeente: @anna:console (coördinator)",
        "Deze kamer, de ketenkamer: hier laat ik zien",
        "de kamer voor politie (https://matrix.to/#/!room.wijk:console)",
        "- Zij werken niet voor politie: @anna:console.",
        "112",
    ];
    stage.does("bram", "!team", &whole).await;
    stage.does("bram", "!team overzicht", &["4 leden:"]).await;
}

#[tokio::test]
async fn where_somebody_is_no_member_it_is_shown_in_private_with_what_to_mend() {
    let mut stage = Stage::team().await;
    stage.world.enter("bram", "direct").await.expect("the room");
    stage.world.change_room("anna", "keten", |room| {
        room.join_rule = Some(JoinRule::Public);
        room.history = Some(HistoryVisibility::Shared);
    });
    let shown = stage.ask("bram", "!team").await;
    assert_eq!(shown.len(), 2, "{shown:#?}");
    let (room, private): (Vec<_>, Vec<_>) = shown.iter().partition(|shown| shown.room.as_str().contains("keten"));
    assert_eq!(room[0].text(), "Ik antwoord je privé.");
    let mends = [
        "de ketenkamer (https://matrix.to/#/!room.keten:console)",
        "niets van het team",
        "- Laat alleen mensen binnen die zijn uitgenodigd.",
        "- Zet “wie kan de geschiedenis lezen” op",
        "- Geen lid, wel in de kamer of uitgenodigd: @dirk:console. Typ daar !team leden",
    ];
    assert_holds(private[0].text(), &mends);
}

#[tokio::test]
async fn a_member_asks_for_the_team_in_their_direct_room() {
    let mut stage = Stage::team().await;
    stage.does_in("direct", "carla", "team", &["Team Jeugd West", "@anna:console (coördinator)"]).await;
    stage.does_in("direct", "dirk", "team", &["Dat is voor leden van een team."]).await;
}
