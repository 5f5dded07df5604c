//! Entries that a team makes itself: proposed, decided, found; and nothing of it by a slip.

use super::*;

#[tokio::test]
async fn a_new_entry_goes_from_the_proposal_to_the_lookup_of_a_colleague() {
    let mut stage = Stage::chain().await;
    stage.ask_in("direct", "dirk", "interventie voorstel").await;
    let mut shown = Vec::new();
    for answer in TOSTI {
        shown = stage.ask_in("direct", "dirk", answer).await;
    }
    let to =
        |person: &str| shown.iter().filter(|one| in_room(one, "direct", person)).map(Shown::text).collect::<Vec<_>>();
    assert_holds(to("dirk").join("\n").as_str(), &["Je voorstel 1 voor tosti-avond-in-de-kelder", "@anna:console"]);
    let notice = to("anna").join("\n");
    assert_holds(
        &notice,
        &[
            "Tosti-avond in de kelder (tosti-avond-in-de-kelder), voorstel 1 van @dirk:console (jongerenwerk)",
            "Nieuw in de matrix van het team",
            "relatieopbouw · preventief · fysiek",
            "Past bij: Er is onrust",
            "interventie weiger tosti-avond-in-de-kelder 1",
        ],
    );
    assert!(!notice.contains("Niet als"), "what was passed over is not there: {notice}");
    assert_eq!(to("bram"), [""; 0], "only who decides hears of it");
    // Before it is accepted nobody finds it.
    assert!(!only(&stage.ask("bram", "!interventie tosti").await).contains("Tosti-avond"));

    let shown = stage.ask_in("direct", "anna", "1").await;
    let to =
        |person: &str| shown.iter().filter(|one| in_room(one, "direct", person)).map(Shown::text).collect::<Vec<_>>();
    assert_holds(to("anna")[0], &["is aanvaard", "versie 1"]);
    assert_holds(to("dirk")[0], &["Je voorstel 1", "is aanvaard"]);

    let found = stage.ask("bram", "!interventie tosti").await;
    assert_holds(
        only(&found),
        &[
            "Tosti-avond in de kelder (tosti-avond-in-de-kelder)",
            "Eigen van dit team, versie 1, 24 nov 2026",
            "Trekker: jongerenwerk",
            "Mag het: onzeker (niet nagekeken",
            "Bewijs: ervaring uit de praktijk",
        ],
    );
    assert_holds(&stage.told("bram", "interventie tosti-avond-in-de-kelder").await, &["versie 1"]);
    let text = only(&stage.ask("bram", "!interventie fase:relatieopbouw kelder jongerenwerk").await).to_owned();
    assert_holds(&text, &["Tosti-avond"]);
}

#[tokio::test]
async fn a_change_begins_with_what_stands_there_and_takes_its_place() {
    let mut stage = Stage::chain().await;
    let begun = stage.told("dirk", "interventie voorstel huisbezoek").await;
    assert_holds(
        &begun,
        &["“Huisbezoek” veranderen", "1. Naam: Huisbezoek", "5. Trekker: politie", "8. Niet als: Het is thuis"],
    );
    stage.told("dirk", "7").await;
    stage.told("dirk", "De ouders hebben erom gevraagd.").await;
    assert_holds(&stage.told("dirk", "verstuur").await, &["Je voorstel 1 voor huisbezoek"]);
    assert_holds(
        &stage.told("anna", "interventie voorstellen huisbezoek").await,
        &["Komt in plaats van", "erom gevraagd"],
    );
    assert_holds(&stage.told("anna", "interventie aanvaard huisbezoek").await, &["is aanvaard", "versie 1"]);
    let text = only(&stage.ask("bram", "!interventie huisbezoek").await).to_owned();
    assert_holds(
        &text,
        &[
            "Eigen van dit team, versie 1, 24 nov 2026. “Mag het”",
            "Past bij: De ouders hebben erom gevraagd.",
            "Doet mee: gemeente, hulpverlening",
            "Mag het: onder voorwaarden (nagekeken op",
            "Bronnen:",
        ],
    );
    // A search by what was always typed still finds it, and who is asked in English reads the Dutch text.
    assert_holds(only(&stage.ask("bram", "!interventie keukentafelgesprek").await), &["Huisbezoek"]);
    stage.told("eva", "taal en").await;
    assert_holds(&stage.told("eva", "intervention huisbezoek").await, &["This team's own, version 1", "erom gevraagd"]);
}

#[tokio::test]
async fn who_proposes_in_english_is_led_in_english() {
    let mut stage = Stage::chain().await;
    stage.told("eva", "language en").await;
    assert_holds(
        &stage.told("eva", "intervention propose huisbezoek").await,
        &["Changing “Home visit”", "1. Name: Home visit"],
    );
    stage.told("eva", "1").await;
    stage.told("eva", "Visit at the kitchen table").await;
    assert_holds(&stage.told("eva", "send").await, &["Your proposal 1 for huisbezoek is ready", "@anna:console"]);
    assert_holds(&stage.told("anna", "interventie aanvaard huisbezoek 1").await, &["is aanvaard"]);
    assert_holds(only(&stage.ask("bram", "!interventie huisbezoek").await), &["Visit at the kitchen table"]);
}

#[tokio::test]
async fn a_refusal_has_a_reason_that_the_proposer_hears() {
    let mut stage = Stage::chain().await;
    stage.proposes_tosti().await;
    let slug = "tosti-avond-in-de-kelder";
    assert_holds(&stage.told("anna", &format!("interventie weiger {slug}")).await, &["Typ er ook bij waarom"]);
    assert_holds(&stage.told("anna", "interventie weiger").await, &["welk voorstel je bedoelt"]);
    let shown = stage.ask_in("direct", "anna", &format!("interventie weiger {slug} 1 De kelder is dicht.")).await;
    let heard = shown.iter().find(|one| in_room(one, "direct", "dirk")).expect("dirk hears it");
    assert_holds(heard.text(), &["niet aanvaard", "De kelder is dicht."]);
    assert_holds(&stage.told("anna", "interventie voorstellen").await, &["Er wacht geen voorstel"]);
    assert!(!only(&stage.ask("bram", "!interventie tosti").await).contains("Tosti-avond"));
    // The next one has the next number, and cannot be accepted without it by who has not read it.
    stage.proposes_tosti().await;
    assert_holds(
        &stage.told("anna", &format!("interventie aanvaard {slug}")).await,
        &["voorstel 2", "Aanvaarden: typ 1"],
    );
    assert_holds(&stage.told("anna", "1").await, &["versie 1"]);
}

#[tokio::test]
async fn a_reason_that_names_somebody_is_asked_about() {
    let mut stage = Stage::chain().await;
    stage.proposes_tosti().await;
    let text = stage.told("anna", "interventie weiger tosti-avond-in-de-kelder 1 Bel 06-12345678 eerst").await;
    assert!(text.contains("persoonsgegevens") && !text.contains("12345678"), "{text}");
    assert_holds(&stage.told("anna", "interventie voorstellen").await, &["Eén voorstel wacht"]);
}

#[tokio::test]
async fn only_a_coordinator_decides_and_not_about_their_own() {
    let mut stage = Stage::chain().await;
    stage.proposes_tosti().await;
    let text = stage.told("bram", "interventie aanvaard tosti-avond-in-de-kelder 1").await;
    assert_holds(&text, &["coördinator", "@anna:console"]);
    stage.ask("anna", "!team lid @dirk jongerenwerk coördinator").await;
    let text = stage.told("dirk", "interventie aanvaard tosti-avond-in-de-kelder 1").await;
    assert_holds(&text, &["van jezelf"]);
    assert_holds(&stage.told("dirk", "interventie trek in tosti-avond-in-de-kelder").await, &["is ingetrokken"]);
    assert_holds(&stage.told("anna", "interventie voorstellen").await, &["Er wacht geen voorstel"]);
}

#[tokio::test]
async fn who_keeps_the_team_alone_may_accept_what_they_proposed() {
    let mut stage = Stage::chain().await;
    stage.told("anna", "interventie voorstel huisbezoek").await;
    stage.told("anna", "7").await;
    stage.told("anna", "De ouders vragen erom.").await;
    assert_holds(&stage.told("anna", "verstuur").await, &["Er is geen andere coördinator", "aanvaard huisbezoek 1"]);
    assert_holds(&stage.told("anna", "interventie aanvaard huisbezoek 1").await, &["versie 1"]);
}

#[tokio::test]
async fn of_two_changes_of_one_text_the_second_is_looked_at_anew() {
    let mut stage = Stage::chain().await;
    for person in ["dirk", "bram"] {
        stage.told(person, "interventie voorstel huisbezoek").await;
        stage.told(person, "7").await;
        stage.told(person, &format!("Dit schreef {person}.")).await;
        stage.told(person, "verstuur").await;
    }
    assert_holds(
        &stage.told("anna", "interventie voorstellen").await,
        &["2 voorstellen", "voorstel 1 van @dirk", "voorstel 2 van @bram"],
    );
    assert_holds(&stage.told("anna", "interventie aanvaard huisbezoek 2").await, &["versie 1"]);
    let text = stage.told("anna", "interventie aanvaard huisbezoek 1").await;
    assert_holds(&text, &["oudere tekst", "versie 1", "Er is niets veranderd"]);
    // Done again it begins with what holds now, and the old one of the same person is taken back.
    assert_holds(&stage.told("dirk", "interventie voorstel huisbezoek").await, &["Dit schreef bram."]);
    assert_holds(&stage.told("dirk", "verstuur").await, &["Je voorstel 3"]);
    assert_holds(&stage.told("anna", "interventie voorstellen").await, &["Eén voorstel"]);
    assert_holds(&stage.told("anna", "interventie aanvaard huisbezoek 3").await, &["versie 2"]);
    assert_holds(only(&stage.ask("bram", "!interventie huisbezoek").await), &["versie 2"]);
}

#[tokio::test]
async fn a_search_becomes_no_change_by_a_slip() {
    let mut stage = Stage::chain().await;
    stage.proposes_tosti().await;
    for words in [
        "aanvaar tosti-avond-in-de-kelder 1",
        "voorste huisbezoek",
        "weigerr tosti",
        "weigeraars op straat",
        "exporteren",
        "exp",
    ] {
        let shown = stage.ask_in("direct", "anna", &format!("interventie {words}")).await;
        let text = only(&shown);
        assert!(
            !text.contains("aanvaard:") && !text.contains("is aanvaard") && !text.contains("veranderen"),
            "{words}: {text}"
        );
    }
    assert_holds(&stage.told("anna", "interventie voorstellen").await, &["Eén voorstel wacht"]);
}

#[tokio::test]
async fn who_is_no_member_proposes_and_decides_nothing() {
    let mut stage = Stage::chain().await;
    stage.proposes_tosti().await;
    stage.world.enter("gast", "direct").await.expect("the room");
    for words in [
        "voorstel",
        "voorstellen",
        "aanvaard tosti-avond-in-de-kelder 1",
        "weiger tosti-avond-in-de-kelder 1 nee",
        "export",
    ] {
        let text = stage.told("gast", &format!("interventie {words}")).await;
        assert!(text.contains("leden van een team") || text.contains("lid"), "{words}: {text}");
    }
}

#[tokio::test]
async fn a_name_that_is_not_in_the_matrix_is_told_so() {
    let mut stage = Stage::chain().await;
    let text = stage.told("dirk", "interventie voorstel huisbezoekk").await;
    assert_holds(&text, &["staat niet in de matrix", "interventie voorstel"]);
}

#[tokio::test]
async fn a_question_in_ones_own_words_calls_no_subcommand_and_finds_what_is_the_teams() {
    let mut stage = Stage::chain().await;
    stage.has_tosti().await;
    stage.told("dirk", "interventie voorstel huisbezoek").await;
    stage.told("dirk", "verstuur").await;
    for words in ["weiger huisbezoek 1 want dat wil niemand", "aanvaard huisbezoek 1", "voorstel huisbezoek"] {
        let text = stage.told("anna", words).await;
        assert!(!text.contains("geweigerd") && !text.contains("is aanvaard") && !text.contains("veranderen"), "{text}");
        let text = stage.told("anna", "1").await;
        assert!(!text.contains("geweigerd") && !text.contains("is aanvaard") && !text.contains("veranderen"), "{text}");
    }
    assert_holds(&stage.told("anna", "interventie voorstellen").await, &["Eén voorstel wacht"]);
    // Words that only the team's own entry has.
    assert_holds(&stage.told("bram", "tosti").await, &["Tosti-avond in de kelder", "Eigen van dit team"]);
    stage.world.enter("gast", "direct").await.expect("the room");
    assert!(!stage.told("gast", "tosti").await.contains("Tosti-avond"));
}
