//! What everybody says on their own: for nobody's eyes until it is released and its time is over.

use super::*;

const MINE: &str = "We wisten het van de buurtvader";

impl Stage {
    /// This person answers the questions beforehand; what they heard last.
    async fn answers(&mut self, person: &str, number: &str, release: &str) -> String {
        let opening = self.alone(person, &format!("evaluatie {number} vooraf")).await;
        assert_holds(
            &opening,
            &["Niemand ziet je antwoorden", "door de wet worden opgevraagd", "Wat hadden jullie vooraf"],
        );
        for line in [MINE, "sla over", "sla over", "sla over", "sla over", "sla over", "sla over", release] {
            self.ask_in("direct", person, line).await;
        }
        self.alone(person, "verstuur").await
    }
}

#[tokio::test]
async fn nobody_sees_an_answer_before_it_is_released_and_the_time_is_over() {
    let mut stage = Stage::chain().await;
    let number = stage.closed("alle partners").await;
    stage.days(4).await;
    assert_holds(&stage.answers("bram", &number, "ja").await, &["Dank je", "zien de anderen je antwoorden"]);
    let show = format!("evaluatie {number}");
    assert_holds(&stage.alone("bram", &show).await, &[MINE, "Vooraf klaar: politie"]);
    for person in ["anna", "carla", "eva"] {
        let text = stage.alone(person, &show).await;
        assert!(!text.contains(MINE), "{person}: {text}");
    }
    stage.days(6).await;
    assert_holds(&stage.alone("eva", &show).await, &["Vooraf gezegd", "Vooraf verwacht · politie: ", MINE]);
    let shown = stage.ask("carla", &format!("!{show}")).await;
    assert_holds(only(&shown), &[MINE]);
    stage.alone("bram", &format!("{show} vrijgeven niet")).await;
    assert!(!stage.alone("eva", &show).await.contains(MINE));
    assert_holds(&stage.alone("bram", &format!("{show} vrijgeven")).await, &["Vrijgegeven"]);
    assert_holds(&stage.alone("eva", &show).await, &[MINE]);
}

#[tokio::test]
async fn kept_back_an_answer_stays_with_its_author() {
    let mut stage = Stage::chain().await;
    let number = stage.closed("alle partners").await;
    stage.days(4).await;
    assert_holds(&stage.answers("bram", &number, "nee").await, &["Niemand ziet je antwoorden"]);
    stage.days(6).await;
    assert!(!stage.alone("anna", &format!("evaluatie {number}")).await.contains(MINE));
    assert_holds(&stage.alone("anna", &format!("evaluatie {number} vooraf")).await, &["is voorbij"]);
}

#[tokio::test]
async fn who_has_answered_or_has_nothing_to_add_is_not_asked_again() {
    let mut stage = Stage::chain().await;
    let number = stage.closed("alle partners").await;
    stage.days(4).await;
    stage.answers("bram", &number, "ja").await;
    assert_holds(&stage.alone("eva", "2").await, &["niets toe te voegen"]);
    let heard = stage.days(6).await;
    let asked = |person: &str| in_room(&heard, &format!("direct.{person}")).len();
    assert_eq!((asked("bram"), asked("eva"), asked("anna")), (0, 0, 2));
}

#[tokio::test]
async fn said_again_it_takes_the_place_of_what_was_said() {
    let mut stage = Stage::chain().await;
    let number = stage.closed("alle partners").await;
    stage.days(4).await;
    stage.answers("bram", &number, "ja").await;
    stage.alone("bram", &format!("evaluatie {number} vooraf")).await;
    for line in
        ["Iets heel anders", "sla over", "sla over", "sla over", "sla over", "sla over", "sla over", "ja", "verstuur"]
    {
        stage.ask_in("direct", "bram", line).await;
    }
    let text = stage.alone("bram", &format!("evaluatie {number}")).await;
    assert!(text.contains("Iets heel anders") && !text.contains(MINE), "{text}");
}

#[tokio::test]
async fn a_colleague_answers_instead_when_one_is_asked_in_the_reply() {
    let mut stage = Stage::chain().await;
    let number = stage.closed("alle partners").await;
    let heard = stage.days(4).await;
    let invited = in_room(&heard, "direct.carla")[0].number;
    stage.alone("dirk", "2").await;
    assert_holds(&stage.alone("carla", "geef @bram").await, &["collega van jongerenwerk"]);
    let shown = stage.world.reply("carla", invited, "geef @dirk").await.expect("said");
    assert!(shown.iter().any(|one| one.text().contains("Je collega krijgt de vragen")), "{shown:#?}");
    let heard = stage.days(6).await;
    assert!(in_room(&heard, "direct.carla").iter().all(|one| !one.text.contains("jouw kijk")), "{heard:#?}");
    assert_holds(&stage.alone("carla", &format!("evaluatie {number}")).await, &["Vooraf klaar: jongerenwerk"]);
}

#[tokio::test]
async fn the_colleague_who_is_asked_is_invited_at_once() {
    let mut stage = Stage::chain().await;
    let number = stage.closed("alle partners").await;
    stage.days(4).await;
    let shown = stage.ask_in("direct", "carla", "geef @dirk").await;
    let told = shown.iter().find(|one| one.room.as_str().contains("direct.dirk")).expect("dirk hears it");
    assert_holds(told.text(), &["carla vraagt jou", &number, "Beginnen: typ"]);
    stage.alone("dirk", "1").await;
}

#[tokio::test]
async fn frozen_while_somebody_answers_nothing_of_it_is_kept() {
    let mut stage = Stage::chain().await;
    let number = stage.closed("alle partners").await;
    stage.days(4).await;
    stage.alone("bram", "1").await;
    for line in [MINE, "sla over", "sla over", "sla over", "sla over", "sla over", "sla over", "ja"] {
        stage.ask_in("direct", "bram", line).await;
    }
    stage.alone("carla", &format!("incident {number} bevries Er loopt een onderzoek")).await;
    assert_holds(&stage.alone("bram", "verstuur").await, &["Ik heb niets bewaard"]);
    assert!(!stage.alone("bram", &format!("evaluatie {number}")).await.contains(MINE));
}
