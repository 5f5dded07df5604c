//! Back, over, changed, taken back.

use super::*;

#[tokio::test]
async fn the_words_that_steer_work_and_what_they_steer_stays() {
    let mut stage = Stage::reporting().await;
    stage.carla_hears("waarom", &["Vraag 1"]).await;
    stage.carla_hears("overslaan", &["heb ik echt nodig", "Vraag 1"]).await;
    stage.carla_hears("nee", &["✓ Direct gevaar: nee", "Vraag 2"]).await;
    stage.carla_hears("terug", &["Vraag 1", "Nu staat er: nee", "verder"]).await;
    stage.carla_hears("verder", &["Vraag 2"]).await;
    stage.carla_hears("overzicht", &["Direct gevaar: nee", "Vraag 2"]).await;
    stage.carla_hears("stop", &["Gestopt", "niets bewaard"]).await;
    stage.carla_hears("verder", &["ken ik niet"]).await;
}

#[tokio::test]
async fn a_changed_message_changes_its_answer() {
    let mut stage = Stage::reporting().await;
    let said = stage.world.say("carla", "direct", "nee").await.expect("said")[0].number;
    let shown = stage.world.edit("carla", said, "ja").await.expect("changed");
    assert!(
        shown.iter().any(|shown| shown.text().contains("Direct gevaar** is nu: ja")
            || shown.text().contains("Direct gevaar is nu: ja")),
        "{shown:#?}"
    );
}

#[tokio::test]
async fn a_message_taken_back_reopens_its_question() {
    let mut stage = Stage::reporting().await;
    let said = stage.world.say("carla", "direct", "nee").await.expect("said")[0].number;
    let shown = stage.world.redact("carla", said).await.expect("taken back");
    assert!(shown.iter().any(|shown| shown.text().contains("geldt niet meer")), "{shown:#?}");
    stage.carla_hears("ja", &["Vraag 2"]).await;
}

#[tokio::test]
async fn after_sending_a_changed_message_changes_nothing_and_the_bot_says_so() {
    let mut stage = Stage::before_a_report().await;
    stage.carla("signaal").await;
    let mut seen = 0;
    for said in SHORT {
        let shown = stage.world.say("carla", "direct", said).await.expect("said");
        if said.starts_with("Twee groepen") {
            seen = shown[0].number;
        }
    }
    let shown = stage.world.edit("carla", seen, "Iets heel anders").await.expect("changed");
    assert!(shown.iter().any(|shown| shown.text().contains("verandert nu niets meer")), "{shown:#?}");
}

#[tokio::test]
async fn somebody_with_an_open_report_chooses_what_becomes_of_it() {
    let mut stage = Stage::reporting().await;
    stage.carla("nee").await;
    stage.carla_hears("!signaal", &["nog bezig", "verder", "opnieuw"]).await;
    let shown = stage.carla("verder").await;
    assert!(shown.iter().any(|shown| shown.text().contains("Vraag 2")), "{shown:#?}");
    stage.carla("!signaal").await;
    stage.carla_hears("opnieuw", &["Bel 112", "1. kort"]).await;
}
