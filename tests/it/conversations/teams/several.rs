//! Several teams, and people in several of them.

use super::{Stage, assert_holds};

impl Stage {
    /// Besides Jeugd West there is Jeugd Zuid, with its chain room `zuid`: anna and bram are in both, dirk keeps it.
    async fn two_teams() -> Self {
        let mut stage = Self::team().await;
        stage.does_in("zuid", "anna", "!team maak Jeugd Zuid gemeente", &["is er"]).await;
        stage.does_in("zuid", "anna", "!team lid @dirk zorg coordinator", &["is nu lid"]).await;
        stage.does_in("zuid", "anna", "!team lid @bram politie", &["is nu lid"]).await;
        stage
    }
}

#[tokio::test]
async fn in_a_room_of_a_team_it_is_about_that_team() {
    let mut stage = Stage::two_teams().await;
    stage.does("bram", "!team afwezig tot morgen", &["In team Jeugd West"]).await;
    stage.does_in("zuid", "bram", "!team afwezig tot morgen", &["In team Jeugd Zuid"]).await;
    stage.does("bram", "!team wissel", &["In deze kamer gaat het altijd over team Jeugd West."]).await;
}

#[tokio::test]
async fn elsewhere_the_team_is_asked_once_and_remembered_there() {
    let mut stage = Stage::two_teams().await;
    let asked = ["Je zit in meer teams. Voor welk team is dit?", "1. Jeugd West\n2. Jeugd Zuid", "1 tot en met 2"];
    stage.does_in("direct", "bram", "team afwezig tot morgen", &asked).await;
    stage.does_in("direct", "bram", "2", &["In team Jeugd Zuid sta je als afwezig"]).await;
    stage.does_in("direct", "bram", "team afwezig nee", &["In team Jeugd Zuid"]).await;
    stage.does_in("los", "bram", "!team afwezig nee", &["Voor welk team is dit?"]).await;
    stage.does_in("los", "bram", "!jeugd west", &["In team Jeugd West"]).await;
    stage.does_in("direct", "bram", "team afwezig nee", &["In team Jeugd Zuid"]).await;
}

#[tokio::test]
async fn the_remembered_team_is_changed_by_number_or_name() {
    let mut stage = Stage::two_teams().await;
    stage.does_in("direct", "bram", "team wissel jeugd zuid", &["vanaf nu over team Jeugd Zuid"]).await;
    stage.does_in("direct", "bram", "team wissel", &["Over welk team gaat het hier?", "1. Jeugd West"]).await;
    stage.does_in("direct", "bram", "1", &["vanaf nu over team Jeugd West"]).await;
    stage.does_in("direct", "bram", "team", &["Team Jeugd West"]).await;
    stage.does_in("direct", "carla", "team wissel", &["Je zit in één team: Jeugd West."]).await;
}

#[tokio::test]
async fn a_pill_is_not_lost_while_the_team_is_asked() {
    let mut stage = Stage::two_teams().await;
    stage.world.enter("eva", "los").await.expect("the room");
    stage.does_in("los", "anna", "!team lid @eva school", &["Voor welk team is dit?"]).await;
    stage.does_in("los", "anna", "!2", &["@eva:console is nu lid van het team: school."]).await;
    stage.does_in("direct", "eva", "team", &["Team Jeugd Zuid"]).await;
}

#[tokio::test]
async fn whoever_leaves_the_remembered_team_means_the_other() {
    let mut stage = Stage::two_teams().await;
    stage.does_in("direct", "bram", "team wissel jeugd zuid", &["Jeugd Zuid"]).await;
    stage.does_in("zuid", "dirk", "!team weg @bram", &["geen lid meer"]).await;
    stage.does_in("direct", "bram", "team", &["Team Jeugd West"]).await;
}

#[tokio::test]
async fn a_coordinator_keeps_their_own_team_only() {
    let mut stage = Stage::two_teams().await;
    stage.does("dirk", "!team lid @eva:console zorg", &["Dat is voor leden van het team van deze kamer"]).await;
    stage.does("dirk", "!team groep Kanaalgroep", &["Dat is voor leden van het team van deze kamer"]).await;
    stage.does_in("direct", "dirk", "team lid @carla:console zorg", &["@carla:console is nu lid"]).await;
    let west = stage.ask_in("direct", "anna", "team wissel jeugd west").await;
    assert_holds(west[0].text(), &["Jeugd West"]);
    stage.does_in("direct", "anna", "team", &["- jongerenwerk: @carla:console"]).await;
}

#[tokio::test]
async fn a_room_shows_only_its_own_team() {
    let mut stage = Stage::two_teams().await;
    stage.world.enter("bram", "direct").await.expect("the room");
    let shown = stage.ask_in("los", "bram", "!team wissel jeugd zuid").await;
    assert_holds(shown[0].text(), &["Jeugd Zuid"]);
    let shown = stage.ask_in("los", "bram", "!team").await;
    let in_room: Vec<&str> =
        shown.iter().filter(|shown| shown.room.as_str().contains("los")).map(schakel::console::Shown::text).collect();
    assert_eq!(in_room, ["Ik antwoord je privé."]);
}
