//! Something else in the middle of a report.

use super::*;

#[tokio::test]
async fn a_command_in_between_is_answered_and_the_question_asked_again() {
    let mut stage = Stage::reporting().await;
    stage.carla("nee").await;
    for said in ["!begrip drill", "begrip drill"] {
        let shown = stage.carla(said).await;
        assert_eq!(shown.len(), 2, "{said}: {shown:#?}");
        assert_holds(shown[0].text(), &["Drill"]);
        assert_holds(shown[1].text(), &["Vraag 2"]);
    }
    // A number is an answer to the question.
    stage.carla_hears("1", &["✓ Soort signaal: oproep"]).await;
}

#[tokio::test]
async fn in_a_text_only_what_is_surely_a_command_is_one() {
    let mut stage = Stage::reporting().await;
    stage.carla("nee").await;
    stage.carla("oproep").await;
    let shown = stage.carla("begrip drill").await;
    assert_eq!(shown.len(), 3, "{shown:#?}");
    assert_holds(shown[1].text(), &["Was dit je antwoord?"]);
    let shown = stage.carla("hulp").await;
    assert_holds(shown.last().expect("it is asked again").text(), &["Vraag 3"]);
    stage.carla_hears("team blauw stond op de brug en riep naar de overkant", &["Vraag 4"]).await;
}

#[tokio::test]
async fn who_is_put_out_of_the_team_in_between_loses_what_was_not_sent() {
    let mut stage = Stage::reporting().await;
    stage.carla("nee").await;
    stage.ask("anna", "!team weg @carla").await;
    stage.carla_hears("1", &["geen lid meer"]).await;
    let shown = stage.carla("verder").await;
    assert!(shown.iter().all(|shown| !shown.text().contains("Vraag")), "{shown:#?}");
}
