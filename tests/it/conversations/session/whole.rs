//! A whole session: once by four organisations over all questions, and once in English.

use chrono::TimeDelta;

use super::*;

#[tokio::test]
async fn four_organisations_go_through_all_nineteen_questions() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("alle partners").await;
    let mut shown = stage.ask("anna", &format!("!evaluatie {number} start")).await;
    for at in 1..=19 {
        let asked = question(&shown);
        assert_holds(asked.text(), &[&format!("Vraag {at} van 19.")]);
        let to = asked.number;
        for person in ["bram", "carla", "dirk", "eva"] {
            let answer = if at == 19 { format!("{}", 3 + at % 3) } else { format!("Antwoord van {at}") };
            let shown = stage.reply(person, to, &answer).await;
            assert!(only(&shown).starts_with("✓ "), "{shown:#?}");
            stage.pass(TimeDelta::seconds(20));
        }
        if at == 7 {
            stage.ask("anna", "!pauze").await;
            stage.pass(TimeDelta::hours(20));
            stage.restart().await;
            stage.ask("anna", &format!("!evaluatie {number} verder")).await;
        }
        shown = stage.ask("anna", "!volgende").await;
    }
    let summary = in_room(&shown)[0].text();
    assert_holds(summary, &["is klaar", "politie: 19", "jongerenwerk: 38", "school: 19", "les", "rapport"]);
    assert!(!summary.contains("gemeente:"), "anna has led and said nothing: {summary}");
}

#[tokio::test]
async fn in_english_it_goes_the_same_way() {
    let mut stage = Stage::chain().await;
    for person in ["anna", "bram", "carla"] {
        stage.alone(person, "language en").await;
    }
    let number = stage.incident("all partners").await;
    let shown = stage.ask("anna", &format!("!evaluation {number} start")).await;
    assert_holds(in_room(&shown)[0].text(), &["not about blame", "demanded by law", "anna leads", "!next", "!park"]);
    assert_holds(question(&shown).text(), &["Question 1 of 19.", "expect or agree beforehand"]);
    let first = question(&shown).number;
    assert_eq!(only(&stage.reply("bram", first, "That it would stay quiet").await), "✓ police");
    let shown = stage.ask("anna", "!next").await;
    assert_holds(question(&shown).text(), &["Question 2 of 19."]);
    let shown = stage.ask("anna", "!previous").await;
    assert_holds(question(&shown).text(), &["Said already", "police: That it would"]);
    let shown =
        stage.ask("anna", &format!("!evaluation {number} action @bram 15 December: Call the school first")).await;
    let action = number_of(&shown, "A");
    assert_holds(in_private(&shown, "bram")[0], &["for you", "by 15 December 2026"]);
    let shown = stage.ask("anna", "!end").await;
    assert_holds(in_room(&shown)[0].text(), &["is done", "police: 1", "Actions agreed", "Call the school first"]);
    assert_holds(&stage.alone("bram", &format!("action {action} give @carla")).await, &["I ask carla"]);
    assert_holds(&stage.alone("carla", &format!("action {action} accept")).await, &["is yours now"]);
    assert_holds(&stage.alone("carla", &format!("action {action} done")).await, &["is done"]);
}
