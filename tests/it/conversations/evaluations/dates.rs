//! A date that everybody can: proposed, voted for, settled, told that morning.

use super::*;

/// The message with the proposals.
fn poll(heard: &[Heard]) -> Heard {
    let found = heard.iter().find(|one| one.text.contains("Wanneer kijken jullie samen terug"));
    found.unwrap_or_else(|| panic!("no proposals: {heard:#?}")).clone()
}

#[tokio::test]
async fn three_dates_are_proposed_and_the_one_at_which_every_organisation_can_is_settled() {
    let mut stage = Stage::chain().await;
    let number = stage.closed("alle partners").await;
    let heard = stage.days(8).await;
    let poll = poll(&heard);
    assert_holds(&poll.text, &["omdat dag 7 tot 14", "vrijdag 4 december", "maandag 7 december", "dinsdag 8 december"]);
    let voted = stage.world.reply("bram", poll.number, "kan 1 2").await.expect("said");
    assert_holds(only(&voted[1..]), &["kan: politie"]);
    let reacted = stage.world.react("anna", poll.number, "2️⃣").await.expect("a reaction");
    assert!(
        reacted.iter().any(|one| matches!(&one.what, Seen::Said { .. }) && one.text().contains("gemeente")),
        "{reacted:#?}"
    );
    let voted = stage.world.reply("dirk", poll.number, "2").await.expect("said");
    assert_holds(only(&voted[1..]), &["politie", "jongerenwerk", "gemeente"]);
    let shown = stage.ask("eva", &format!("!evaluatie {number} kan 2")).await;
    let settled = shown.iter().find(|one| one.text().contains("jullie kijken samen terug op")).expect("it is settled");
    assert_holds(settled.text(), &["maandag 7 december", "14:00"]);
    assert_holds(&stage.alone("eva", &format!("evaluatie {number}")).await, &["maandag 7 december"]);
    let heard = stage.days(13).await;
    let room = in_room(&heard, "room.keten");
    let begins: Vec<&str> = room.iter().map(|one| one.at.as_str()).collect();
    assert_eq!(begins, ["07-12 11", "08-12 11"], "{heard:#?}");
    assert_holds(&room[0].text, &["Vandaag: samen terugkijken", "14:00", "start"]);
}

#[tokio::test]
async fn a_vote_goes_with_its_reaction() {
    let mut stage = Stage::chain().await;
    let number = stage.closed("alle partners").await;
    let heard = stage.days(8).await;
    let poll = poll(&heard);
    stage.world.react("bram", poll.number, "1️⃣").await.expect("a reaction");
    assert_holds(&stage.alone("bram", &format!("evaluatie {number}")).await, &["kan: politie"]);
    let shown = stage.world.react("bram", poll.number, "1️⃣").await.expect("taken away");
    assert!(shown.iter().any(|one| one.text().contains("Teruggenomen")), "{shown:#?}");
    assert!(!stage.alone("bram", &format!("evaluatie {number}")).await.contains("kan: politie"));
}

#[tokio::test]
async fn when_not_everybody_can_whoever_leads_says_yes_with_one_word() {
    let mut stage = Stage::chain().await;
    let number = stage.closed("alle partners").await;
    stage.days(8).await;
    stage.ask("bram", &format!("!evaluatie {number} kan 1")).await;
    let heard = stage.days(2).await;
    let asked = in_room(&heard, "direct.carla");
    assert_eq!(asked.len(), 1, "{heard:#?}");
    assert_holds(&asked[0].text, &["vrijdag 4 december", "Dan kan: politie", "jongerenwerk, gemeente en school"]);
    let shown = stage.ask_in("direct", "carla", "ja").await;
    assert!(
        shown.iter().any(|one| one.text().contains("jullie kijken samen terug op vrijdag 4 december")),
        "{shown:#?}"
    );
    assert_holds(&stage.alone("carla", &format!("evaluatie {number}")).await, &["vrijdag 4 december"]);
}

#[tokio::test]
async fn who_leads_sets_a_date_in_words() {
    let mut stage = Stage::chain().await;
    let number = stage.closed("alle partners").await;
    assert_holds(
        &stage.alone("bram", &format!("evaluatie {number} datum donderdag 14:00")).await,
        &["Dat kan alleen wie"],
    );
    assert_holds(&stage.alone("carla", &format!("evaluatie {number} datum ooit")).await, &["begrijp ik niet"]);
    let shown = stage.ask_in("direct", "carla", &format!("evaluatie {number} datum donderdag 3 december 14:00")).await;
    let room = shown.iter().find(|one| one.room.as_str().contains("keten")).expect("the room hears it");
    assert_holds(room.text(), &["donderdag 3 december", "14:00"]);
    let heard = stage.days(9).await;
    assert!(!heard.iter().any(|one| one.text.contains("Wanneer kijken jullie")), "{heard:#?}");
}

#[tokio::test]
async fn where_not_everybody_may_see_it_those_who_may_are_asked_in_private() {
    let mut stage = Stage::chain().await;
    stage.closed("politie").await;
    let heard = stage.days(8).await;
    let asked: Vec<&str> =
        heard.iter().filter(|one| one.text.contains("Wanneer kijken")).map(|one| one.room.as_str()).collect();
    assert_eq!(asked, ["direct.bram", "direct.carla", "direct.dirk"]);
    stage.alone("bram", "1").await;
    let shown = stage.ask_in("direct", "dirk", "kan 1").await;
    let told: Vec<&str> =
        shown.iter().filter(|one| one.text().contains("jullie kijken samen")).map(|one| one.room.as_str()).collect();
    assert_eq!(told.len(), 3, "{shown:#?}");
}
