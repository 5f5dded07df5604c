//! Finding agreements again: the map, a search, a number.

use super::*;

#[tokio::test]
async fn the_map_tells_what_holds_what_waits_and_that_there_are_suggestions() {
    let mut stage = Stage::partners().await;
    stage.agrees("vrij").await;
    let waiting = stage.proposes("dirk", "eerst jongerenwerk, politie: wie contact heeft, belt").await;
    let text = stage.hears("dirk", "!afspraak").await;
    assert_holds(
        &text,
        &[
            "1. delen – 1 van kracht",
            "2. eerst aan zet – 0 van kracht, 1 voorgesteld",
            "Wacht op bevestiging (1):",
            &format!("{waiting} Eerst aan zet: jongerenwerk. Daarna: politie. Wacht op: jongerenwerk, politie"),
            "suggesties tellen voor niets",
            "geen wettelijke grondslag",
        ],
    );
    let list = stage.hears("dirk", "!1").await;
    assert_holds(&list, &["politie → jongerenwerk: mag vrij", "Suggestie: "]);
    assert!(items(&list)[0].contains("AF-2026-"), "the team's own come first: {list}");
}

#[tokio::test]
async fn a_search_finds_the_teams_own_before_suggestions() {
    let mut stage = Stage::partners().await;
    let number = stage.proposes("dirk", "terugkoppeling politie: de melder hoort binnen drie dagen iets").await;
    let text = stage.hears("bram", "!afspraak wanneer hoort de melder iets").await;
    assert!(items(&text)[0].contains(&format!("{number} (voorgesteld)")), "{text}");
    assert_holds(&text, &["Suggestie: Terugkoppeling binnen vijf werkdagen"]);
    assert_holds(&stage.hears("bram", "!1").await, &[&format!("{number} – voorgesteld"), "binnen drie dagen"]);
}

#[tokio::test]
async fn one_hit_opens_it() {
    let mut stage = Stage::partners().await;
    let number = stage.proposes("dirk", "signaal politie: zwembad nooit alleen").await;
    assert_holds(
        &stage.hears("dirk", "!afspraak zwembad").await,
        &[&format!("{number} – voorgesteld"), "nooit alleen"],
    );
}

#[tokio::test]
async fn what_is_found_nowhere_is_told() {
    let mut stage = Stage::partners().await;
    assert_holds(&stage.hears("dirk", "!afspraak quantumfysica").await, &["“quantumfysica”", "vind ik geen afspraak"]);
}

#[tokio::test]
async fn a_kind_can_be_chosen_and_paged() {
    let mut stage = Stage::partners().await;
    for index in 1..=6 {
        stage.proposes("dirk", &format!("terugkoppeling politie: regel {index}")).await;
    }
    let text = stage.hears("dirk", "!afspraak soort:terugkoppeling").await;
    assert_holds(&text, &["(1 t/m 5 van 10)", "!meer"]);
    assert!(!text.contains("Suggestie"), "{text}");
    let text = stage.hears("dirk", "!meer").await;
    assert_holds(&text, &["(6 t/m 10 van 10)"]);
    assert_eq!(items(&text).iter().filter(|item| item.contains("Suggestie")).count(), 4, "{text}");
    assert_holds(&stage.hears("dirk", "!2").await, &["Dit is een suggestie. Ze telt voor niets"]);
}

#[tokio::test]
async fn a_suggestion_says_that_it_is_one_and_how_to_take_it() {
    let mut stage = Stage::new().await;
    let text = stage.hears("anna", "!afspraak delen-jongerenwerk-politie").await;
    assert_holds(
        &text,
        &[
            "Suggestie: Jongerenwerk deelt met politie: eerst vragen",
            "Dit is een suggestie",
            "Het recht hierin is nagekeken op 23 november 2026",
            "geen wettelijke grondslag",
            "Sociaal Werk Nederland",
            "!afspraak nieuw uit delen-jongerenwerk-politie",
        ],
    );
}

#[tokio::test]
async fn who_is_in_no_team_finds_suggestions_only() {
    let mut stage = Stage::partners().await;
    stage.agrees("vrij").await;
    stage.world.enter("eva", "keten").await.expect("the room");
    let text = stage.hears("eva", "!afspraak").await;
    assert_holds(&text, &["Suggesties voor afspraken", "laat ik alleen aan zijn leden zien"]);
    assert!(!text.contains("van kracht"), "{text}");
    let text = stage.hears("eva", "!afspraak delen").await;
    assert!(text.contains("Suggestie") && !text.contains("AF-"), "{text}");
}

#[tokio::test]
async fn a_number_that_is_not_there_and_one_of_another_team_read_the_same() {
    let mut stage = Stage::partners().await;
    let number = stage.agrees("vrij").await;
    stage.world.enter("eva", "oost").await.expect("the room");
    stage.world.enter("anna", "oost").await.expect("the room");
    stage.ask_in("oost", "anna", "!team maak Jeugd Oost gemeente").await;
    stage.ask_in("oost", "anna", "!team lid @eva politie mandaat").await;
    let other = stage.hears_in("oost", "eva", &format!("!afspraak {number}")).await;
    let none = stage.hears_in("oost", "eva", "!afspraak AF-2026-bbbb").await;
    assert_eq!(other.replace(&number, "#"), none.replace("AF-2026-bbbb", "#"));
    assert_holds(&other, &["In dit team ken ik geen afspraak"]);
    let stop = stage.hears_in("oost", "eva", &format!("!afspraak {number} stop")).await;
    assert_eq!(stop, other);
    let slip = stage.hears_in("oost", "eva", "!afspraak AF-2026-aaaa bevestig").await;
    assert_holds(&slip, &["In dit team ken ik geen afspraak"]);
    let text = stage.hears_in("oost", "eva", "!afspraak").await;
    assert_holds(&text, &["1. delen – 0 van kracht"]);
}

#[tokio::test]
async fn something_else_with_a_number_is_told_what_can_be_done() {
    let mut stage = Stage::partners().await;
    let number = stage.agrees("vrij").await;
    assert_holds(
        &stage.hears("dirk", &format!("!afspraak {number} dansen")).await,
        &["“dansen”", "bevestig", "herzien"],
    );
}

#[tokio::test]
async fn a_reaction_opens_one_of_a_list() {
    let mut stage = Stage::partners().await;
    stage.agrees("vrij").await;
    let list = stage.ask("dirk", "!afspraak soort:delen").await;
    let opened = stage.world.react("bram", list[0].number, "1\u{fe0f}\u{20e3}").await.expect("reacted");
    assert_holds(only(&opened[1..]), &["– geldt", "mag vrij"]);
}

#[tokio::test]
async fn a_lookup_follows_its_edit_and_an_edit_changes_no_agreement() {
    let mut stage = Stage::partners().await;
    let number = stage.proposes("dirk", "signaal politie: vier ogen").await;
    let shown = stage.world.say("bram", "keten", "!afspraak zwembad").await.expect("said");
    let edited = stage.world.edit("bram", shown[0].number, &format!("!afspraak {number}")).await.expect("edited");
    assert_eq!(edited[1].number, shown[1].number);
    assert_holds(edited[1].text(), &["vier ogen"]);
    let edited = stage.world.edit("bram", shown[0].number, &format!("!afspraak {number} bevestig")).await;
    assert_holds(edited.expect("edited")[1].text(), &["wat er staat blijft zo"]);
    assert_holds(&stage.hears("dirk", &format!("!afspraak {number}")).await, &["voorgesteld, geldt nog niet"]);
}
