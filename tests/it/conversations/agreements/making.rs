//! From a proposal to what holds, and to its end.

use schakel::domain::Language;

use super::*;

#[tokio::test]
async fn a_proposal_says_what_was_understood_and_who_must_confirm() {
    let mut stage = Stage::partners().await;
    let text = stage.hears("dirk", "!afspraak nieuw delen van politie naar jongerenwerk: eerst vragen, per keer").await;
    assert_holds(
        &text,
        &[
            "Voorstel AF-2026-",
            "geldt nog niet",
            "Delen: politie → jongerenwerk: eerst vragen aan de melder",
            "per keer",
            "Opnieuw bekijken op 24 mei 2027",
            "politie – mandaat heeft: bram",
            "jongerenwerk – mandaat heeft: carla",
            "bevestig",
            "Een reactie telt niet",
            "Een afspraak is geen wettelijke grondslag.",
        ],
    );
}

#[tokio::test]
async fn it_holds_when_every_organisation_has_confirmed() {
    let mut stage = Stage::partners().await;
    let number = stage.proposes("dirk", "delen politie jongerenwerk vrij").await;
    let text = stage.hears("bram", &format!("!afspraak {number} bevestig")).await;
    assert_holds(&text, &["politie bevestigt", "geldt nog niet", "jongerenwerk – mandaat heeft: carla"]);
    assert_holds(&stage.hears("bram", &format!("!afspraak {number} bevestig")).await, &["al bevestigd"]);
    let text = stage.hears("carla", &format!("!afspraak {number} bevestig")).await;
    assert_holds(
        &text,
        &[&format!("{number} geldt vanaf nu"), "Delen: politie → jongerenwerk: mag vrij", "24 mei 2027"],
    );
    let text = stage.hears("dirk", &format!("!afspraak {number}")).await;
    assert_holds(
        &text,
        &[
            &format!("{number} – geldt"),
            "Wie eraan vastzit: politie, jongerenwerk.",
            "Bevestigd door: politie (lid, 24 november 2026); jongerenwerk (lid, 24 november 2026).",
            "Versie 1, geldt sinds 24 november 2026",
        ],
    );
    assert!(!text.contains("bram"), "no names of who confirmed: {text}");
}

#[tokio::test]
async fn who_may_not_confirm_hears_who_can() {
    let mut stage = Stage::partners().await;
    let number = stage.proposes("dirk", "delen politie jongerenwerk vrij").await;
    let confirm = format!("!afspraak {number} bevestig");
    assert_holds(&stage.hears("dirk", &confirm).await, &["mandaat van jongerenwerk nodig", "carla"]);
    assert_holds(&stage.hears("anna", &confirm).await, &["gaat over politie, jongerenwerk", "gemeente"]);
    let number = stage.proposes("dirk", "signaal gemeente: vier ogen").await;
    let text = stage.hears("anna", &format!("!afspraak {number} bevestig")).await;
    assert_holds(&text, &["nog niemand", "!team lid @naam:server mandaat"]);
    stage.ask("anna", "!team lid @anna mandaat").await;
    let text = stage.hears("anna", &format!("!afspraak {number} bevestig")).await;
    assert_holds(&text, &["geldt vanaf nu"]);
}

#[tokio::test]
async fn a_change_waits_and_is_confirmed_by_its_version() {
    let mut stage = Stage::partners().await;
    let number = stage.agrees("vrij").await;
    let text = stage.hears("dirk", &format!("!afspraak {number} wijzig niet: alleen bellen")).await;
    assert_holds(&text, &["voorstel voor versie 2", "politie → jongerenwerk: niet", "alleen bellen", "bevestig 2"]);
    let text = stage.hears("dirk", &format!("!afspraak {number}")).await;
    assert_holds(&text, &["– geldt", "mag vrij", "Voorgesteld: versie 2", "niet"]);
    let text = stage.hears("bram", &format!("!afspraak {number} bevestig")).await;
    assert_holds(&text, &["Er is een eerdere versie", "bevestig 2", "alleen bellen"]);
    stage.hears("bram", &format!("!afspraak {number} bevestig 2")).await;
    let text = stage.hears("carla", &format!("!afspraak {number} bevestig 2")).await;
    assert_holds(&text, &["geldt vanaf nu", "niet"]);
    let text = stage.hears("dirk", &format!("!afspraak {number}")).await;
    assert_holds(&text, &["Versie 2", "alleen bellen"]);
    assert!(!text.contains("mag vrij"), "{text}");
}

#[tokio::test]
async fn what_changes_nothing_is_told() {
    let mut stage = Stage::partners().await;
    let number = stage.agrees("vrij").await;
    for words in ["wijzig", "wijzig vrij", "wijzig mag vrij"] {
        let text = stage.hears("dirk", &format!("!afspraak {number} {words}")).await;
        assert_holds(&text, &["Zo staat het er al"]);
    }
}

#[tokio::test]
async fn a_bound_organisation_stops_it_alone() {
    let mut stage = Stage::partners().await;
    let number = stage.agrees("vrij").await;
    assert_holds(&stage.hears("dirk", &format!("!afspraak {number} stop")).await, &["mandaat", "carla"]);
    let text = stage.hears("carla", &format!("!afspraak {number} stop")).await;
    assert_holds(&text, &["is gestopt", "politie → jongerenwerk", "vraag het per keer aan de melder"]);
    assert_holds(&stage.hears("dirk", &format!("!afspraak {number}")).await, &["gestopt op 24 november 2026"]);
    assert_holds(&stage.hears("bram", &format!("!afspraak {number} bevestig")).await, &["al gestopt"]);
    assert_holds(&stage.hears("bram", &format!("!afspraak {number} wijzig vrij")).await, &["al gestopt"]);
}

#[tokio::test]
async fn what_forbids_is_stopped_by_the_giver_only() {
    let mut stage = Stage::partners().await;
    let number = stage.agrees("niet").await;
    let text = stage.hears("carla", &format!("!afspraak {number} stop")).await;
    assert_holds(&text, &["meer gedeeld", "alleen politie", "wijzig"]);
    assert_holds(&stage.hears("bram", &format!("!afspraak {number} stop")).await, &["is gestopt"]);
}

#[tokio::test]
async fn who_proposed_it_takes_it_back() {
    let mut stage = Stage::partners().await;
    let number = stage.proposes("dirk", "signaal politie: vier ogen").await;
    assert_holds(&stage.hears("dirk", &format!("!afspraak {number} stop")).await, &["is ingetrokken"]);
    let number = stage.agrees("vrij").await;
    stage.hears("dirk", &format!("!afspraak {number} wijzig niet")).await;
    let text = stage.hears("dirk", &format!("!afspraak {number} stop")).await;
    assert_holds(&text, &["versie 2", "ingetrokken", "blijft gelden"]);
    let text = stage.hears("dirk", &format!("!afspraak {number} wijzig niet")).await;
    assert_holds(&text, &["versie 3"]);
}

#[tokio::test]
async fn the_day_to_look_again_can_be_chosen_and_moved() {
    let mut stage = Stage::partners().await;
    let text = stage.hears("dirk", "!afspraak nieuw signaal politie: vier ogen, herzien 1 maart 2027").await;
    assert_holds(&text, &["vier ogen\n", "Opnieuw bekijken op 1 maart 2027"]);
    let number = number_in(&text);
    stage.hears("bram", &format!("!afspraak {number} bevestig")).await;
    let text = stage.hears("dirk", &format!("!afspraak {number} herzien 1 juni 2027")).await;
    assert_holds(&text, &["versie 2", "1 juni 2027", "vier ogen"]);
    let text = stage.hears("bram", &format!("!afspraak {number} bevestig 2")).await;
    assert_holds(&text, &["geldt vanaf nu", "1 juni 2027"]);
    let text = stage.hears("dirk", &format!("!afspraak {number} herzien")).await;
    assert_holds(&text, &["versie 3", "24 november 2027"]);
}

#[tokio::test]
async fn each_slip_gets_one_sentence_with_an_example_and_changes_nothing() {
    let mut stage = Stage::partners().await;
    let long = format!("nieuw signaal politie: {}", "a".repeat(601));
    for (words, parts) in [
        ("nieuw", ["Wat spreek je af?", "!afspraak nieuw terugkoppeling jongerenwerk, politie:"]),
        ("nieuw huisregels", ["Wat spreek je af?", "!afspraak nieuw uit signaal-vier-ogen"]),
        ("nieuw delen politie", ["Noem wie deelt en met wie", "nieuw delen van politie naar jongerenwerk"]),
        ("nieuw delen politie brandweer vrij", ["“brandweer” is geen organisatie", "politie, jongerenwerk"]),
        ("nieuw delen politie politie vrij", ["Binnen één organisatie", "delen van politie naar jongerenwerk"]),
        (
            "nieuw delen politie jongerenwerk soms",
            ["`vrij`, `eerst vragen` of `niet`", "bijvoorbeeld"]
                .map(|part| if part.starts_with('`') { "vrij, eerst vragen of niet" } else { part }),
        ),
        ("nieuw eerst jongerenwerk belt", ["dubbele punt", "nieuw eerst jongerenwerk, politie:"]),
        ("nieuw signaal politie:", ["achter de dubbele punt", "nieuw signaal jongerenwerk, politie:"]),
        ("nieuw delen politie jongerenwerk vrij herzien 1 mei 2020", ["1 mei 2020", "al geweest"]),
        ("nieuw delen politie jongerenwerk vrij herzien 31 april", ["31 april", "kalender"]),
        ("nieuw delen school jongerenwerk vrij", ["Van school zit er niemand", "!team lid"]),
        ("nieuw uit bestaat-niet", ["“bestaat-niet”", "!afspraak"]),
        (long.as_str(), ["601 tekens", "600"]),
    ] {
        assert_holds(&stage.hears("dirk", &format!("!afspraak {words}")).await, &parts);
    }
    let text = stage.hears("dirk", "!afspraak").await;
    assert!(!text.contains("AF-"), "nothing was made: {text}");
}

#[tokio::test]
async fn a_suggestion_becomes_a_proposal_for_those_in_the_team() {
    let mut stage = Stage::partners().await;
    let text = stage.hears("dirk", "!afspraak nieuw uit signaal-vier-ogen").await;
    assert_holds(
        &text,
        &["Voorstel AF-2026-", "Na een signaal: jongerenwerk, politie, gemeente", "Een tweede collega"],
    );
    let text = stage.hears("dirk", "!afspraak nieuw uit delen-zorg-politie").await;
    assert_holds(&text, &["Van zorg zit er niemand"]);
    let text = stage.hears("dirk", "!afspraak nieuw uit delen-zorg-politie jongerenwerk politie").await;
    assert_holds(&text, &["jongerenwerk → politie: niet"]);
    let number = number_in(&text);
    let text = stage.hears("dirk", &format!("!afspraak {number}")).await;
    assert_holds(&text, &["suggestie delen-zorg-politie", "Het recht hierin is nagekeken op 23 november 2026."]);
}

#[tokio::test]
async fn everybody_means_every_organisation_of_the_team() {
    let mut stage = Stage::partners().await;
    let text = stage.hears("dirk", "!afspraak nieuw terugkoppeling iedereen: binnen vijf werkdagen").await;
    assert_holds(&text, &["Terugkoppeling: politie, jongerenwerk, gemeente", "binnen vijf werkdagen"]);
}

#[tokio::test]
async fn a_reaction_confirms_nothing() {
    let mut stage = Stage::partners().await;
    let shown = stage.ask("dirk", "!afspraak nieuw signaal politie: vier ogen").await;
    let number = number_in(only(&shown));
    for key in ["👍", "✅", "1\u{fe0f}\u{20e3}"] {
        assert_eq!(stage.world.react("bram", shown[0].number, key).await.expect("reacted")[1..], []);
    }
    assert_holds(&stage.hears("dirk", &format!("!afspraak {number}")).await, &["voorgesteld, geldt nog niet"]);
}

#[tokio::test]
async fn it_is_all_there_in_english() {
    let mut stage = Stage::partners().await;
    stage.hears_in("direct", "dirk", "taal en").await;
    let text = stage.hears("dirk", "!agreement new sharing from police to youth work: ask first").await;
    assert_holds(
        &text,
        &["Proposal AF-2026-", "Sharing: police → youth work: ask the reporter first", "confirm", "no legal basis"],
    );
    let number = number_in(&text);
    stage.hears("bram", &format!("!afspraak {number} bevestig")).await;
    stage.hears("carla", &format!("!agreement {number} confirm")).await;
    let text = stage.hears("dirk", &format!("!agreement {number}")).await;
    assert_holds(&text, &["in force", "Confirmed by: police (member, 24 November 2026)"]);
    let text = stage.hears("dirk", "!agreement new first youth work calls").await;
    assert_holds(&text, &["colon", "!agreement new first youth work, police:"]);
    assert_eq!(Language::ALL.len(), 2);
}
