//! The timeline: lines with their moment in words, corrections, signals for those who see them, interventions with their effect.

use schakel::domain::Label;

use super::*;

#[tokio::test]
async fn a_line_begins_with_its_moment_and_without_one_it_is_now() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("alle partners").await;
    let shown =
        stage.ask("bram", &format!("!incident {number} log gisteren 22:15 Wij waren erbij met twee collega's")).await;
    assert_holds(only(&shown), &["regel 2", "22:15", "Wij waren erbij"]);
    let shown = stage.ask("bram", &format!("!incident {number} log Het is nu rustig")).await;
    assert_holds(only(&shown), &["regel 3", "Het is nu rustig"]);
    let text = stage.alone("dirk", &format!("incident {number} tijdlijn")).await;
    let order: Vec<usize> = ["Wij waren erbij", "Twee groepen", "Het is nu rustig"]
        .iter()
        .map(|part| text.find(part).expect(part))
        .collect();
    assert!(order.is_sorted(), "{text}");
    assert_holds(&text, &["politie: Wij waren erbij"]);
}

#[tokio::test]
async fn a_mistake_is_put_right_by_another_line() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("alle partners").await;
    let text = stage.alone("carla", &format!("incident {number} verbeter 1 Het was bij de bushalte")).await;
    assert_holds(&text, &["regel 2", "verbetert regel 1: Het was bij de bushalte"]);
    assert_holds(&stage.alone("carla", &format!("incident {number} verbeter 9 x")).await, &["Zet er het nummer"]);
}

#[tokio::test]
async fn a_signal_in_the_timeline_is_for_those_who_see_the_signal() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::Red, |_| {}).await;
    let number = stage.incident_with("gebeurd", "alle partners", "S-2026-bcdf en S-2026-zzzz").await;
    assert_holds(&stage.alone("carla", &format!("incident {number}")).await, &["signaal S-2026-bcdf"]);
    let bram = stage.alone("bram", &format!("incident {number} tijdlijn")).await;
    assert!(!bram.contains("S-2026"), "{bram}");
    assert_holds(
        &stage.alone("bram", &format!("incident {number} signaal S-2026-bcdf")).await,
        &["Ik ken geen signaal"],
    );
    // In the room nobody sees it, because not everybody may.
    let shown = stage.ask("carla", &format!("!incident {number}")).await;
    assert!(!only(&shown).contains("S-2026"), "{shown:#?}");
}

#[tokio::test]
async fn an_intervention_is_found_by_words_and_asked_what_it_did() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("alle partners").await;
    let text = stage.alone("carla", &format!("incident {number} interventie huisbezoek hielp")).await;
    assert_holds(&text, &["huisbezoek", "hielp"]);
    let asked = stage.alone("carla", &format!("incident {number} interventie huisbezoek")).await;
    assert_holds(&asked, &["wat deed het?", "geen effect"]);
    assert_holds(&stage.alone("carla", "3").await, &["maakte het erger"]);
    assert_holds(&stage.alone("carla", &format!("incident {number} interventie qqqq")).await, &["vind ik niet"]);
}

#[tokio::test]
async fn an_intervention_can_have_been_earlier() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("alle partners").await;
    let text = stage.alone("carla", &format!("incident {number} interventie gisteren 22:45 huisbezoek")).await;
    assert_holds(&text, &["wat deed het?"]);
    assert_holds(&stage.alone("carla", "1").await, &["maandag 23 november 2026, 22:45", "hielp"]);
    let text = stage.alone("carla", &format!("incident {number} interventie gisteren half elf huisbezoek hielp")).await;
    assert_holds(&text, &["meer dan één moment", "10:30", "22:30"]);
    assert_holds(&stage.alone("carla", "2").await, &["22:30", "hielp"]);
}

#[tokio::test]
async fn words_about_an_incident_do_not_stay_where_others_read_them() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("politie").await;
    for line in [format!("!incident {number} log Zij vochten"), "!incident I-2026-zzzz log Zij vochten".to_owned()] {
        let shown = stage.ask("carla", &line).await;
        let private = shown.iter().find(|one| one.room.as_str().contains("direct")).expect("it is said in private");
        assert_holds(private.text(), &["neem ik alleen aan waar iedereen"]);
    }
    let text = stage.alone("carla", &format!("incident {number} tijdlijn")).await;
    assert!(!text.contains("Zij vochten"), "{text}");
}

#[tokio::test]
async fn a_phone_number_is_not_logged_without_a_second_look() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("alle partners").await;
    let text = stage.alone("carla", &format!("incident {number} log Zijn nummer is 06 12345678")).await;
    assert!(!text.contains("12345678"), "{text}");
    assert_holds(&text, &["persoonsgegevens"]);
}
