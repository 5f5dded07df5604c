//! What becomes of a reminder: seen, done, later, stopped, changed with its message, by those who may.

use super::*;

#[tokio::test]
async fn the_list_shows_mine_alone_and_the_rooms_in_the_room() {
    let mut stage = Stage::chain().await;
    stage.reminder("bram", "!herinner ons vrijdag 14:00 overleg").await;
    stage.alone("bram", "herinner morgen 10u bellen").await;
    let room = stage.ask("carla", "!herinneringen").await;
    assert_holds(only(&room), &["Eén herinnering", "overleg"]);
    assert!(!only(&room).contains("bellen"));
    let alone = stage.alone("bram", "herinneringen").await;
    assert_holds(&alone, &["2 herinneringen", "bellen", "overleg"]);
    assert!(alone.find("bellen") < alone.find("overleg"), "the first one on top: {alone}");
    let other = stage.alone("carla", "herinneringen").await;
    assert!(other.contains("overleg") && !other.contains("bellen"), "{other}");
    assert_holds(only(&stage.ask("carla", "!1").await), &["Herinnering R-2026", "overleg", "Gevraagd door: bram"]);
}

#[tokio::test]
async fn one_that_is_not_mine_and_one_that_is_not_there_get_the_same_words() {
    let mut stage = Stage::chain().await;
    let mine = number(&stage.alone("bram", "herinner morgen 10u bellen").await);
    let hidden = stage.alone("carla", &format!("herinnering {mine}")).await;
    let unknown = stage.alone("carla", "herinnering R-2026-zzzz").await;
    assert_eq!(hidden.replace(&mine, ""), unknown.replace("R-2026-zzzz", ""));
}

#[tokio::test]
async fn who_made_it_whom_it_names_and_a_coordinator_can_stop_it_and_nobody_else() {
    for (person, may) in [("bram", true), ("carla", true), ("anna", true), ("dirk", false)] {
        let mut stage = Stage::chain().await;
        let (number, _) = stage.reminder("bram", "!herinner @carla:console over 20 minuten bellen").await;
        let shown = stage.ask(person, &format!("!herinnering {number} stop")).await;
        let after = stage.after_minutes(60).await;
        if may {
            assert_holds(only(&shown), &["is gestopt door", person]);
            assert_eq!(after, []);
        } else {
            assert_holds(only(&shown), &["Dat kan alleen"]);
            assert_eq!(after.len(), 1);
        }
    }
}

#[tokio::test]
async fn a_reaction_under_it_does_the_same_and_taking_it_away_puts_it_back() {
    let mut stage = Stage::chain().await;
    let (number, _) = stage.reminder("bram", "!herinner ons elke dag 10:00 dagstart met bevestiging").await;
    let shown = stage.after_minutes(120).await;
    let post = shown[0].number;
    let done = stage.world.react("carla", post, "✅").await.expect("reacted");
    assert_holds(done.last().expect("an answer").text(), &["is klaar, zegt carla"]);
    assert_eq!(stage.after_minutes(50).await, [], "it is not asked again");
    let back = stage.world.react("carla", post, "✅").await.expect("taken away");
    assert_holds(back.last().expect("an answer").text(), &[&number, "weer zoals daarvoor"]);
    let again = stage.after_minutes(10).await;
    assert_holds(only(&again), &["dagstart", "2e keer"]);
    let stranger = stage.world.react("dirk", post, "❌").await.expect("reacted");
    assert_holds(stranger.last().expect("an answer").text(), &["Dat kan alleen"]);
    let stopped = stage.world.react("bram", post, "❌").await.expect("reacted");
    assert_holds(stopped.last().expect("an answer").text(), &["is gestopt door bram"]);
    assert_eq!(stage.after_minutes(60 * 72).await, []);
}

#[tokio::test]
async fn a_tick_on_monday_finds_the_reminder_of_friday() {
    let mut stage = Stage::chain().await;
    stage.reminder("bram", "!herinner ons vrijdag 16:00 bellen").await;
    let shown = stage.heard_after(TimeDelta::days(4)).await;
    assert_eq!(shown.len(), 1);
    stage.pass(TimeDelta::days(3));
    let list = stage.ask("bram", "!herinneringen").await;
    assert_holds(only(&list), &["wacht op klaar"]);
    let number = number(only(&list));
    assert_holds(only(&stage.ask("carla", &format!("!herinnering {number} klaar")).await), &["is klaar"]);
    assert_holds(only(&stage.ask("bram", "!herinneringen").await), &["Er staat niets gepland"]);
}

#[tokio::test]
async fn later_takes_how_long_or_until_when() {
    for (typed, minutes) in
        [("later", 60), ("later 2 uur", 120), ("later over een half uur", 30), ("snooze 10:00", 100)]
    {
        let mut stage = Stage::chain().await;
        stage.reminder("bram", "!herinner ons over 20 minuten bellen").await;
        let post = stage.after_minutes(20).await[0].number;
        let shown = stage.world.reply("carla", post, typed).await.expect("said");
        assert_holds(shown.last().expect("an answer").text(), &["komt later", "De volgende keer"]);
        assert_eq!(stage.after_minutes(minutes - 1).await, [], "{typed}");
        let again = stage.after_minutes(1).await;
        assert_holds(only(&again), &["bellen"]);
        assert_eq!(stage.after_minutes(60 * 48).await, [], "{typed}");
    }
    let mut stage = Stage::chain().await;
    let (number, _) = stage.reminder("bram", "!herinner ons over 20 minuten bellen").await;
    let shown = stage.ask("bram", &format!("!herinnering {number} later ooit")).await;
    assert_holds(only(&shown), &["geen tijd die nog komt", "later 2 uur"]);
}

#[tokio::test]
async fn changing_the_message_changes_the_reminder() {
    let mut stage = Stage::chain().await;
    let (number, message) = stage.reminder("bram", "!herinner ons over 20 minuten bellen").await;
    let shown = stage.world.edit("bram", message, "!herinner ons over 40 minuten mailen").await.expect("changed");
    let answer = shown.last().expect("an answer").text();
    assert_holds(answer, &[&number, "is aangepast", "mailen"]);
    assert_eq!(stage.after_minutes(39).await, []);
    assert_holds(only(&stage.after_minutes(1).await), &["mailen", &number]);
    let late = stage.world.edit("bram", message, "!herinner ons morgen 10u schrijven").await.expect("changed");
    assert_holds(late.last().expect("an answer").text(), &["is al gezegd"]);
    assert_eq!(stage.after_minutes(60 * 48).await, []);
}

#[tokio::test]
async fn a_message_that_is_mended_makes_the_reminder_that_it_could_not_make() {
    let mut stage = Stage::chain().await;
    let shown = stage.world.say("bram", "keten", "!herinner ons gisteren 10u bellen").await.expect("said");
    let mended = stage.world.edit("bram", shown[0].number, "!herinner ons morgen 10u bellen").await.expect("changed");
    assert_holds(mended.last().expect("an answer").text(), &["staat, voor iedereen hier"]);
    let again = stage.world.edit("bram", shown[0].number, "!herinner ons morgen 11u bellen").await.expect("changed");
    assert_holds(again.last().expect("an answer").text(), &["is aangepast", "11:00"]);
    assert_holds(only(&stage.ask("bram", "!herinneringen").await), &["Eén herinnering"]);
}

#[tokio::test]
async fn taking_the_message_away_stops_it_and_erases_what_it_said() {
    let mut stage = Stage::chain().await;
    let (number, message) = stage.reminder("bram", "!herinner ons over 20 minuten bellen").await;
    let shown = stage.world.redact("bram", message).await.expect("taken away");
    let texts: Vec<&str> = shown.iter().map(Shown::text).collect();
    assert!(texts.iter().any(|text| text.contains("is gestopt, omdat het bericht ervoor is weggehaald")), "{texts:#?}");
    assert!(texts.iter().filter(|text| text.is_empty()).count() >= 2, "the message and what repeated it: {texts:#?}");
    assert_eq!(stage.after_minutes(60).await, []);
    assert_holds(&stage.alone("bram", &format!("herinnering {number}")).await, &["ken ik niet"]);
}

#[tokio::test]
async fn a_message_that_asks_for_none_any_more_stops_its_reminder() {
    for text in ["laat maar", "!begrip drill"] {
        let mut stage = Stage::chain().await;
        let (number, message) = stage.reminder("bram", "!herinner ons over 20 minuten bellen").await;
        let shown = stage.world.edit("bram", message, text).await.expect("changed");
        assert!(shown.iter().any(|one| one.text().contains(&format!("{number} is gestopt"))), "{shown:#?}");
        assert_eq!(stage.after_minutes(60).await, [], "{text}");
    }
}

#[tokio::test]
async fn done_before_its_time_is_done_and_what_comes_again_says_when() {
    let mut stage = Stage::chain().await;
    let (once, _) = stage.reminder("bram", "!herinner ons over 20 minuten bellen").await;
    assert_holds(only(&stage.ask("carla", &format!("!herinnering {once} klaar")).await), &["is klaar"]);
    let (again, _) = stage.reminder("bram", "!herinner ons elke dag 10:00 dagstart").await;
    let shown = stage.ask("carla", &format!("!herinnering {again} klaar")).await;
    assert_holds(only(&shown), &["wacht nergens op", "24 november 2026, 10:00"]);
    assert_holds(only(&stage.ask("bram", &format!("!herinnering {once} stop")).await), &["al klaar of gestopt"]);
    let word = stage.ask("bram", &format!("!herinnering {again} schuif op")).await;
    assert_holds(only(&word), &["kan niet met een herinnering"]);
}
