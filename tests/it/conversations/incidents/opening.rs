//! An incident is opened, shared, frozen, closed and taken back; who of four organisations reads what.

use super::*;

#[tokio::test]
async fn an_incident_is_opened_in_private_and_the_room_hears_its_number_only() {
    let mut stage = Stage::chain().await;
    let shown = {
        for line in ["incident", "gebeurd", "Twee groepen vochten op het plein bij het station"] {
            stage.ask_in("direct", "carla", line).await;
        }
        for line in ["gisteravond half elf", "het stationsplein", "sla over", "sla over"] {
            stage.ask_in("direct", "carla", line).await;
        }
        let summary = stage.alone("carla", "alle partners").await;
        assert_holds(&summary, &["Klopt dit zo?", "Dit ziet wie, als je verstuurt:", "politie", "Label oranje"]);
        stage.ask_in("direct", "carla", "verstuur").await
    };
    let number = number_of(&shown, "I");
    let heard: Vec<(String, String)> =
        shown.iter().map(|one| (one.room.as_str().to_owned(), one.text().to_owned())).collect();
    assert_holds(told(&heard, "carla"), &["staat open", "regel 1 van de tijdlijn"]);
    let room: Vec<&Shown> = shown.iter().filter(|one| one.room.as_str().contains("keten")).collect();
    assert_eq!(room.len(), 1, "{shown:#?}");
    assert_holds(room[0].text(), &[&number, "incident"]);
    assert!(!room[0].text().contains("vochten"), "{}", room[0].text());
}

#[tokio::test]
async fn everybody_who_may_see_it_reads_it_and_nobody_else_learns_that_it_is_there() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("politie").await;
    let bram = stage.alone("bram", &format!("incident {number}")).await;
    assert_holds(&bram, &[&number, "loopt nog", "het stationsplein", "Twee groepen vochten", "jongerenwerk"]);
    let eva = stage.alone("eva", &format!("incident {number}")).await;
    let none = stage.alone("eva", "incident I-2026-zzzz").await;
    assert_eq!(eva.replace(&number, "I-2026-zzzz"), none);
    assert_holds(&none, &["Ik ken geen incident"]);
    assert_holds(&stage.alone("eva", "incident lijst").await, &["Er is geen incident"]);
    assert_holds(&stage.alone("bram", "incident lijst").await, &[&number]);
}

#[tokio::test]
async fn in_english_it_goes_the_same_way() {
    let mut stage = Stage::chain().await;
    stage.alone("carla", "language en").await;
    for line in ["incident", "we prevented it", "Two groups were on their way to the square", "last night"] {
        stage.ask_in("direct", "carla", line).await;
    }
    for line in ["the square", "skip", "skip", "police"] {
        stage.ask_in("direct", "carla", line).await;
    }
    let shown = stage.ask_in("direct", "carla", "send").await;
    let number = number_of(&shown, "I");
    let text = stage.alone("carla", &format!("incident {number}")).await;
    assert_holds(&text, &["prevented", "still going on", "Two groups were on their way", "Timeline"]);
}

#[tokio::test]
async fn who_opened_it_widens_and_narrows_and_others_do_not() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("eigen organisatie").await;
    assert_holds(&stage.alone("bram", &format!("incident {number}")).await, &["Ik ken geen incident"]);
    assert_holds(&stage.alone("dirk", &format!("incident {number} deel politie")).await, &["Dat kan alleen wie"]);
    assert_holds(&stage.alone("carla", &format!("incident {number} deel politie")).await, &["Gedaan"]);
    assert_holds(&stage.alone("bram", &format!("incident {number}")).await, &["Twee groepen"]);
    stage.alone("carla", &format!("incident {number} deel niet politie")).await;
    assert_holds(&stage.alone("bram", &format!("incident {number}")).await, &["Ik ken geen incident"]);
}

#[tokio::test]
async fn frozen_it_says_why_and_thawed_it_goes_on() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("alle partners").await;
    assert_holds(&stage.alone("bram", &format!("incident {number} bevries onderzoek")).await, &["Dat kan alleen wie"]);
    stage.alone("carla", &format!("incident {number} bevries Er loopt een strafrechtelijk onderzoek")).await;
    let asked = stage.alone("bram", &format!("evaluatie {number} plan")).await;
    assert_holds(&asked, &["is bevroren:", "strafrechtelijk onderzoek", "juristen"]);
    assert_holds(&stage.alone("anna", &format!("incident {number} ontdooi")).await, &["ontdooid"]);
}

#[tokio::test]
async fn taken_back_it_is_in_no_answer_any_more() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("alle partners").await;
    assert_holds(&stage.alone("carla", &format!("incident {number} intrek")).await, &["Zeker weten?"]);
    let shown = stage.ask_in("direct", "carla", "1").await;
    assert!(shown.iter().any(|one| one.text().contains("is ingetrokken")), "{shown:#?}");
    assert_holds(&stage.alone("bram", &format!("incident {number}")).await, &["Ik ken geen incident"]);
}
