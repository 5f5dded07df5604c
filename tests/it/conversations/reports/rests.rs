//! What happens to a report when its author is silent.

use super::*;

fn texts(shown: &[Shown]) -> Vec<&str> {
    shown.iter().map(Shown::text).collect()
}

#[tokio::test]
async fn half_an_hour_of_silence_is_reminded_once() {
    let mut stage = Stage::reporting().await;
    stage.carla("nee").await;
    assert_eq!(texts(&stage.hears_after(TimeDelta::minutes(29)).await), [""; 0]);
    let shown = stage.hears_after(TimeDelta::minutes(2)).await;
    assert_holds(only(&shown), &["We waren nog bezig", "Vraag 2"]);
    assert_eq!(texts(&stage.hears_after(TimeDelta::hours(5)).await), [""; 0], "once");
}

#[tokio::test]
async fn after_a_day_it_rests_goes_on_at_a_word_and_is_erased_in_the_end() {
    let mut stage = Stage::reporting().await;
    stage.carla("nee").await;
    stage.hears_after(TimeDelta::hours(1)).await;
    assert_holds(only(&stage.hears_after(TimeDelta::hours(23)).await), &["rust nu", "7 dagen"]);
    // At rest it is in nobody's way.
    stage.carla_hears("begrip drill", &["Drill"]).await;
    let shown = stage.carla("verder").await;
    assert!(texts(&shown).iter().any(|text| text.contains("Vraag 2")), "{shown:#?}");
    stage.carla_hears("later", &["laten het rusten"]).await;
    assert_holds(only(&stage.hears_after(TimeDelta::days(6)).await), &["Morgen wis ik het"]);
    assert_holds(only(&stage.hears_after(TimeDelta::days(1)).await), &["gewist"]);
    stage.carla_hears("verder", &["ken ik niet"]).await;
}

#[tokio::test]
async fn what_fell_due_while_nobody_was_there_comes_once_and_in_order() {
    let mut stage = Stage::reporting().await;
    stage.carla("nee").await;
    let shown = stage.hears_after(TimeDelta::days(30)).await;
    let all = texts(&shown).join("\n");
    assert!(all.contains("rust nu") || all.contains("gewist"), "{all}");
    let again = stage.hears_after(TimeDelta::minutes(1)).await;
    assert_eq!(texts(&again), [""; 0]);
}

#[tokio::test]
async fn a_reminder_shows_nothing_to_somebody_who_came_in_before_it_went_out() {
    let mut stage = Stage::before_a_report().await;
    stage.carla("signaal").await;
    for said in &SHORT[..SHORT.len() - 1] {
        stage.carla(said).await;
    }
    stage.world.hold(true);
    assert_eq!(stage.hears_after(TimeDelta::minutes(31)).await, []);
    let dirk = schakel::domain::UserId::new("@dirk:console");
    stage.world.change_room("carla", "direct", |room| room.people.get_or_insert_default().push(dirk));
    stage.world.hold(false);
    let shown = stage.world.settle().await.expect("sent");
    assert_holds(only(&shown), &["Dit gesprek is net veranderd"]);
}
