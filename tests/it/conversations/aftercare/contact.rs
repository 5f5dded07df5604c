//! Who keeps contact with the young people after an incident, and is reminded of it.

use super::*;

/// When this person heard something, and how it begins.
fn heard_by<'h>(heard: &'h [Heard], person: &str) -> Vec<(&'h str, &'h str)> {
    let room = format!("direct.{person}");
    let mine = in_room(heard, &room).into_iter().filter(|one| one.text.contains("jongeren"));
    mine.map(|one| (one.at.as_str(), one.text.as_str())).collect()
}

#[tokio::test]
async fn somebody_is_named_told_shown_and_reminded_three_times() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("alle partners").await;
    let shown = stage.ask_in("direct", "carla", &format!("incident {number} contact @dirk")).await;
    let (said, _) = there(&shown, "carla");
    assert_holds(only_text(&said), &["dirk houdt contact met de jongeren", &number, "drie maanden"]);
    let (told, _) = there(&shown, "dirk");
    assert_holds(only_text(&told), &["Jij houdt contact met de jongeren", "log", "contact @naam", "contact niet"]);
    let text = stage.alone("bram", &format!("incident {number}")).await;
    assert_holds(&text, &["dirk houdt contact met de jongeren, sinds 24 november 2026"]);
    let heard = stage.days(100).await;
    let mine = heard_by(&heard, "dirk");
    let expected = [("01-12 11", "Een week na"), ("05-01 11", "Zes weken na"), ("23-02 11", "Drie maanden na")];
    assert_eq!(mine.len(), expected.len(), "{mine:#?}");
    for ((at, text), (on, part)) in mine.iter().zip(expected) {
        assert_eq!(*at, on, "{text}");
        assert_holds(text, &[part, &number, "zonder namen"]);
    }
    for person in ["anna", "bram", "carla", "eva"] {
        assert_eq!(heard_by(&heard, person), [], "{person}");
    }
}

#[tokio::test]
async fn only_who_keeps_it_names_somebody_and_only_somebody_who_sees_it() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("politie").await;
    let line = format!("incident {number} contact");
    assert_holds(&stage.alone("bram", &format!("{line} @bram")).await, &["Dat kan alleen wie"]);
    for typed in ["@eva", "@frits", "zomaar iemand"] {
        assert_holds(&stage.alone("carla", &format!("{line} {typed}")).await, &["kan geen contact houden", "mag zien"]);
    }
    assert_holds(&stage.alone("carla", &line).await, &["Wie houdt na", "@naam:server"]);
    assert_holds(&stage.alone("carla", &format!("{line} niet")).await, &["Dat is al zo"]);
    assert_holds(&stage.alone("carla", &format!("{line} @carla")).await, &["carla houdt contact"]);
    assert_holds(&stage.alone("carla", &format!("{line} niet")).await, &["houdt niemand meer contact"]);
    assert_eq!(heard_by(&stage.days(100).await, "carla"), []);
}

#[tokio::test]
async fn when_that_person_has_left_who_leads_it_hears_so() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("alle partners").await;
    stage.ask_in("direct", "carla", &format!("incident {number} contact @dirk")).await;
    stage.ask("anna", "!team weg @dirk").await;
    let heard = stage.days(9).await;
    assert_eq!(heard_by(&heard, "dirk"), []);
    let carla = heard_by(&heard, "carla");
    assert_eq!(carla.len(), 1, "{carla:#?}");
    assert_holds(carla[0].1, &["houdt niemand meer contact", "Wie neemt het over?"]);
    stage.ask("anna", "!team weg @carla").await;
    let heard = stage.days(40).await;
    let anna = heard_by(&heard, "anna");
    assert_eq!(anna.len(), 1, "{anna:#?}");
    assert_holds(anna[0].1, &[&number, "houdt niemand meer contact"]);
}

#[tokio::test]
async fn while_it_is_frozen_nobody_is_reminded_and_afterwards_once() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("alle partners").await;
    stage.ask_in("direct", "carla", &format!("incident {number} contact @dirk")).await;
    stage.alone("carla", &format!("incident {number} bevries Er loopt een onderzoek")).await;
    assert_eq!(heard_by(&stage.days(50).await, "dirk"), []);
    stage.alone("carla", &format!("incident {number} ontdooi")).await;
    let heard = stage.days(5).await;
    let dirk = heard_by(&heard, "dirk");
    assert_eq!(dirk.len(), 1, "{dirk:#?}");
    assert_holds(dirk[0].1, &["Zes weken na"]);
}

#[tokio::test]
async fn in_english_it_is_named_and_ended() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("alle partners").await;
    stage.alone("carla", "language en").await;
    let text = stage.alone("carla", &format!("incident {number} contact @carla")).await;
    assert_holds(&text, &["carla keeps contact with the young people"]);
    let text = stage.alone("carla", &format!("incident {number} contact not")).await;
    assert_holds(&text, &["nobody keeps contact"]);
}
