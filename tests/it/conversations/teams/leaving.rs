//! Whoever is not in the chain room is not in the team.

use schakel::domain::UserId;

use super::{ONLY_MEMBERS, Stage, assert_holds, only};

#[tokio::test]
async fn leaving_the_chain_room_ends_the_membership_at_once() {
    let mut stage = Stage::team().await;
    let told = stage.world.leave("bram", "keten", "bram").await.expect("gone");
    let how =
        ["bram (@bram:console) is niet meer in deze kamer", "geen lid meer", "!team lid @bram:console politie mandaat"];
    assert_holds(only(&told), &how);
    stage.does_in("direct", "bram", "team", &["Dat is voor leden van een team."]).await;
    stage.does("bram", "!team", &[ONLY_MEMBERS]).await;
}

#[tokio::test]
async fn being_put_out_by_somebody_ends_it_too_also_by_a_bot_that_is_not_answered() {
    let mut stage = Stage::with(|me| {
        me.commands_per_minute = 0;
        me.ignore = vec![UserId::new("@wachter:console")];
    })
    .await;
    stage.does("anna", "!team maak Jeugd West gemeente", &["is er"]).await;
    stage.does("anna", "!team lid @bram:console politie", &["is nu lid"]).await;
    let told = stage.world.leave("bram", "keten", "wachter").await.expect("gone");
    assert_holds(only(&told), &["bram (@bram:console) is niet meer in deze kamer"]);
    stage.does_in("direct", "bram", "team", &["Dat is voor leden van een team."]).await;
}

#[tokio::test]
async fn declining_the_invitation_to_the_chain_room_ends_it() {
    let mut stage = Stage::team().await;
    // Added before they came in.
    stage.does("anna", "!team lid @fatima:console zorg", &["is nu lid"]).await;
    let told = stage.world.leave("fatima", "keten", "fatima").await.expect("declined");
    assert_holds(only(&told), &["fatima (@fatima:console) is niet meer in deze kamer"]);
    stage.does_in("direct", "fatima", "team", &["Dat is voor leden van een team."]).await;
}

#[tokio::test]
async fn leaving_another_room_ends_nothing() {
    let mut stage = Stage::team().await;
    stage.does_in("wijk", "anna", "!team kamer politie", &["de kamer voor politie"]).await;
    stage.world.enter("bram", "wijk").await.expect("the room");
    assert_eq!(stage.world.leave("bram", "wijk", "bram").await.expect("gone"), []);
    stage.does("bram", "!team afwezig nee", &["In team Jeugd West"]).await;
}

#[tokio::test]
async fn a_room_that_was_the_chain_room_ends_nothing_any_more() {
    let mut stage = Stage::team().await;
    stage.does_in("nieuw", "anna", "!team kamer keten", &["nu de ketenkamer"]).await;
    assert_eq!(stage.world.leave("bram", "keten", "bram").await.expect("gone"), []);
    stage.does_in("direct", "bram", "team", &["Team Jeugd West"]).await;
}

#[tokio::test]
async fn who_is_no_member_leaves_unnoticed_and_who_comes_in_is_none() {
    let mut stage = Stage::team().await;
    assert_eq!(stage.world.leave("dirk", "keten", "dirk").await.expect("gone"), []);
    stage.world.leave("bram", "keten", "bram").await.expect("gone");
    stage.world.enter("bram", "keten").await.expect("back");
    stage.does("bram", "!team", &[ONLY_MEMBERS]).await;
    stage.does("anna", "!team lid @bram politie", &["@bram:console is nu lid"]).await;
    stage.does("bram", "!team afwezig nee", &["In team Jeugd West"]).await;
}

#[tokio::test]
async fn when_the_last_coordinator_leaves_the_administrator_appoints_another() {
    let mut stage = Stage::team().await;
    stage.does("anna", "!team lid @bram coordinator", &["coördinator"]).await;
    stage.does("anna", "!team weg @anna", &["geen lid meer"]).await;
    stage.does("anna", "!team lid @carla zorg", &["Dat is voor leden", "@bram:console"]).await;
    let told = stage.world.leave("bram", "keten", "bram").await.expect("gone");
    let how = ["Het team heeft nu geen coördinator.", "!team lid @naam:server politie coordinator"];
    assert_holds(only(&told), &how);
    stage
        .does("carla", "!team leden", &["Dat kan alleen een coördinator van het team: de beheerder van de bot."])
        .await;
    stage.does("dirk", "!team", &["Vraag om je toe te voegen: de beheerder van de bot."]).await;
    stage.does("anna", "!team lid @carla coordinator", &["@carla:console is nu: jongerenwerk, coördinator"]).await;
    stage.does("anna", "!team lid @dirk zorg", &["Dat is voor leden", "@carla:console"]).await;
}
