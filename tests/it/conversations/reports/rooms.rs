//! Where a report is made: wherever it is asked for, in private.

use schakel::domain::UserId;

use super::*;

#[tokio::test]
async fn asked_in_a_shared_room_it_goes_on_in_private() {
    let mut stage = Stage::before_a_report().await;
    let shown = stage.ask("carla", "!signaal").await;
    let (here, private): (Vec<&Shown>, Vec<&Shown>) =
        shown.iter().partition(|shown| !shown.room.as_str().starts_with("!direct."));
    assert_eq!(here.len(), 1, "{shown:#?}");
    assert_eq!(here[0].text(), "Ik vraag het je privé.");
    assert_holds(private[0].text(), &["1. kort"]);
}

#[tokio::test]
async fn who_has_no_direct_room_is_invited_and_reminded_once_after_an_hour() {
    let mut stage = Stage::team().await;
    assert_holds(only(&stage.ask("carla", "!signaal").await), &["Ik heb je uitgenodigd"]);
    let shown = stage.hears_after(TimeDelta::minutes(61)).await;
    assert_holds(only(&shown), &["carla", "wacht nog op je"]);
    assert_eq!(stage.hears_after(TimeDelta::hours(2)).await, []);
    let shown = stage.world.enter("carla", "direct").await.expect("she comes");
    assert!(shown.iter().any(|shown| shown.text().contains("1. kort")), "{shown:#?}");
}

#[tokio::test]
async fn with_a_third_person_there_it_pauses_and_says_why() {
    let mut stage = Stage::reporting().await;
    let dirk = UserId::new("@dirk:console");
    stage.world.change_room("carla", "direct", |room| room.people.get_or_insert_default().push(dirk.clone()));
    stage.carla_hears("nee", &["hier is nog iemand bij"]).await;
    stage.world.change_room("carla", "direct", |room| room.people.get_or_insert_default().retain(|one| *one != dirk));
    stage.carla_hears("nee", &["✓ Direct gevaar: nee", "Vraag 2"]).await;
}

#[tokio::test]
async fn only_members_can_report() {
    let mut stage = Stage::before_a_report().await;
    assert_holds(only(&stage.ask("dirk", "!signaal").await), &["leden van het team"]);
}

#[tokio::test]
async fn police_is_told_that_no_police_data_belongs_here() {
    let mut stage = Stage::before_a_report().await;
    stage.world.enter("bram", "direct").await.expect("the room");
    assert_holds(only(&stage.ask_in("direct", "bram", "signaal").await), &["Wpg"]);
}
