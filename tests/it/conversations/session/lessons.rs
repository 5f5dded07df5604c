//! A lesson comes home into what the team knows about interventions.

use super::*;

#[tokio::test]
async fn a_lesson_is_confirmed_by_somebody_else_and_stands_with_the_intervention() {
    let mut stage = Stage::chain().await;
    let (number, _) = stage.session().await;
    stage.ask("carla", &format!("!incident {number} interventie huisbezoek geen effect")).await;
    stage.ask("carla", &format!("!incident {number} interventie huisbezoek hielp")).await;
    let shown =
        stage.ask("carla", &format!("!evaluatie {number} les huisbezoek: Ga met z'n tweeën, en bel eerst")).await;
    assert_holds(only(&shown), &["Les bij", "bevestig"]);
    assert_holds(only(&stage.ask("carla", &format!("!evaluatie {number} bevestig")).await), &["alleen een ander"]);
    assert_holds(only(&stage.ask("bram", &format!("!evaluatie {number} bevestig")).await), &["Dat kan alleen wie"]);
    let shown = stage.ask("anna", &format!("!evaluatie {number} bevestig")).await;
    assert_holds(only(&shown), &["De les staat nu bij", "Ga met z'n tweeën", "één interventie", "geen nummer"]);
    let shown = stage.ask("eva", "!interventie huisbezoek").await;
    let text = only(&shown);
    assert_holds(text, &["Ga met z'n tweeën, en bel eerst", "enkele keren"]);
    assert!(!text.contains("I-2026"), "{text}");
    assert_holds(only(&stage.ask("anna", &format!("!evaluatie {number} bevestig")).await), &["Er wacht geen les"]);
}

#[tokio::test]
async fn of_several_one_is_chosen_and_uses_count_once() {
    let mut stage = Stage::chain().await;
    let (number, _) = stage.session().await;
    stage.ask("carla", &format!("!incident {number} interventie huisbezoek hielp")).await;
    for text in ["Bel eerst", "Ga niet alleen"] {
        stage.ask("carla", &format!("!evaluatie {number} les huisbezoek: {text}")).await;
        stage.pass(chrono::TimeDelta::seconds(9));
    }
    assert_holds(only(&stage.ask("anna", &format!("!evaluatie {number} bevestig")).await), &["Welke les", "Bel eerst"]);
    assert_holds(only(&stage.ask("anna", "!2").await), &["Ga niet alleen"]);
    assert_holds(only(&stage.ask("anna", &format!("!evaluatie {number} bevestig")).await), &["Bel eerst"]);
    let team = stage.store().await.team_of_room(&schakel::domain::RoomId::new("!room.keten:console")).await;
    let team = team.expect("it is read").expect("it has a team").team;
    let experience = stage.store().await.experience(&team, "huisbezoek").await.expect("it is read");
    assert_eq!((experience.used, experience.helped), (1, 1));
}

#[tokio::test]
async fn a_lesson_needs_an_intervention_and_words_without_personal_data() {
    let mut stage = Stage::chain().await;
    let (number, _) = stage.session().await;
    let ask = |words: &str| format!("evaluatie {number} les {words}");
    assert_holds(&stage.alone("carla", &ask("huisbezoek")).await, &["bij welke interventie"]);
    assert_holds(&stage.alone("carla", &ask("qqqq: Bel eerst")).await, &["vind ik niet in de matrix"]);
    assert_holds(&stage.alone("carla", &ask("huisbezoek: bel 06 12345678")).await, &["persoonsgegevens"]);
    assert_holds(&stage.alone("anna", &format!("evaluatie {number} bevestig")).await, &["Er wacht geen les"]);
    let said = stage.world.say("carla", "keten", &format!("!{}", ask("huisbezoek: Bel eerst"))).await.expect("said");
    stage.world.redact("carla", said[0].number).await.expect("taken away");
    assert_holds(&stage.alone("anna", &format!("evaluatie {number} bevestig")).await, &["Er wacht geen les"]);
}
