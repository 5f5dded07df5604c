//! What the bot says of its own accord from closing on: everything once, at its moment, to those who may know it.

use super::*;

/// When and where something was heard, and how it begins.
fn short(heard: &[Heard]) -> Vec<(&str, &str, String)> {
    heard.iter().map(|one| (one.at.as_str(), one.room.as_str(), one.text.chars().take(34).collect())).collect()
}

#[tokio::test]
async fn through_a_hundred_days_everything_comes_once_at_its_moment() {
    let mut stage = Stage::chain().await;
    let number = stage.closed("alle partners").await;
    let heard = stage.days(100).await;
    let room = in_room(&heard, "room.keten");
    let begins: Vec<(&str, &str)> = room.iter().map(|one| (one.at.as_str(), one.text.as_str())).collect();
    let expected = [
        ("24-11 11", "Praat vandaag even na"),
        ("25-11 11", "Is er al even nagepraat"),
        ("01-12 11", "Wanneer kijken jullie samen terug"),
        ("08-12 11", "Er is nog niet samen teruggekeken"),
        ("15-12 11", "Samen terugkijken op"),
    ];
    assert_eq!(begins.len(), expected.len(), "{:#?}", short(&heard));
    for ((at, text), (on, part)) in begins.iter().zip(expected) {
        assert_eq!(*at, on, "{text}");
        assert_holds(text, &[part, &number, "omdat"]);
    }
    for person in ["anna", "bram", "carla", "dirk", "eva"] {
        let direct = format!("direct.{person}");
        let asked: Vec<&str> = in_room(&heard, &direct)
            .iter()
            .filter(|one| one.text.contains("jouw kijk") || one.text.contains("Nog even"))
            .map(|one| one.at.as_str())
            .collect();
        assert_eq!(asked, ["27-11 11", "30-11 11", "01-12 11"], "{person}: {:#?}", short(&heard));
    }
    assert_holds(
        &in_room(&heard, "direct.bram")[0].text,
        &["omdat dag 3 tot 7", "1 december", "Beginnen: typ", "geef @naam"],
    );
    let leader = in_room(&heard, "direct.carla");
    assert_eq!(leader.len(), 4, "{:#?}", short(&heard));
    assert_holds(&leader[3].text, &["nog niemand zei wanneer het kan", "omdat jij het incident trekt"]);
    let coordinator = in_room(&heard, "direct.anna");
    assert_eq!((coordinator.len(), coordinator[3].at.as_str()), (4, "22-12 11"));
    assert_holds(&coordinator[3].text, &[&number, "te laat", "dag 28", "laatste keer"]);
    assert_holds(&room[3].text, &["Van politie, jongerenwerk, gemeente en school"]);
}

#[tokio::test]
async fn who_may_not_see_it_hears_nothing_and_neither_does_their_room() {
    let mut stage = Stage::chain().await;
    let number = stage.closed("politie").await;
    let heard = stage.days(60).await;
    assert!(
        in_room(&heard, "room.keten").is_empty() && in_room(&heard, "direct.eva").is_empty(),
        "{:#?}",
        short(&heard)
    );
    assert_holds(&in_room(&heard, "direct.carla")[0].text, &["Praat vandaag even na"]);
    assert_eq!(in_room(&heard, "direct.dirk").len(), 4, "{:#?}", short(&heard));
    // The coordinator is of another organisation: the number and what is overdue, no more.
    let anna = in_room(&heard, "direct.anna");
    assert_eq!(anna.len(), 1, "{:#?}", short(&heard));
    assert_holds(&anna[0].text, &[&number, "te laat"]);
    assert_holds(&stage.alone("eva", &format!("evaluatie {number}")).await, &["Ik ken geen incident"]);
    assert_holds(&stage.alone("eva", "evaluatie").await, &["Er loopt geen evaluatie"]);
}

#[tokio::test]
async fn frozen_nothing_is_said_and_thawed_the_days_are_fresh() {
    let mut stage = Stage::chain().await;
    let number = stage.closed("alle partners").await;
    stage.alone("carla", &format!("incident {number} bevries Er loopt een onderzoek")).await;
    assert_eq!(short(&stage.days(40).await), []);
    stage.alone("carla", &format!("incident {number} ontdooi")).await;
    let heard = stage.days(5).await;
    let direct = in_room(&heard, "direct.bram");
    assert_eq!(direct.len(), 1, "{:#?}", short(&heard));
    assert_holds(&direct[0].text, &["jouw kijk"]);
    assert!(in_room(&heard, "room.keten").is_empty(), "weeks later nobody is asked to talk it over hot");
}

#[tokio::test]
async fn what_is_closed_while_frozen_is_planned_when_it_thaws() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("alle partners").await;
    stage.alone("carla", &format!("incident {number} bevries Er loopt een onderzoek")).await;
    stage.alone("carla", &format!("incident {number} sluit Het is weer rustig")).await;
    assert_eq!(short(&stage.days(10).await), []);
    stage.alone("carla", &format!("incident {number} ontdooi")).await;
    assert_holds(
        &stage.alone("bram", &format!("evaluatie {number}")).await,
        &["vooraf ieder apart", "samen terugkijken"],
    );
}

#[tokio::test]
async fn a_step_that_is_done_or_not_needed_is_not_asked_after_again() {
    let mut stage = Stage::chain().await;
    let number = stage.closed("alle partners").await;
    let heard = stage.days(1).await;
    assert_eq!(in_room(&heard, "room.keten").len(), 1);
    let done = stage.world.reply("eva", heard[0].number, "gedaan").await.expect("said");
    assert_holds(only(&done[1..]), &["kort napraten is gedaan"]);
    assert_holds(
        &stage.alone("bram", &format!("evaluatie {number} niet nodig sessie, omdat het kan")).await,
        &["Dat kan alleen wie"],
    );
    assert_holds(
        &stage.alone("carla", &format!("evaluatie {number} niet nodig sessie")).await,
        &["Zet er de stap achter en waarom"],
    );
    let text =
        stage.alone("carla", &format!("evaluatie {number} niet nodig sessie, omdat het een misverstand was")).await;
    assert_holds(&text, &["samen terugkijken is niet nodig"]);
    let shown = stage.alone("bram", &format!("evaluatie {number}")).await;
    assert_holds(&shown, &["✓ gedaan op", "niet nodig", "jongerenwerk: het een misverstand was"]);
    let heard = stage.days(60).await;
    assert!(in_room(&heard, "room.keten").is_empty(), "{:#?}", short(&heard));
    assert_eq!(in_room(&heard, "direct.anna").len(), 3, "only what is asked beforehand");
}

#[tokio::test]
async fn after_a_time_away_what_was_missed_is_said_once() {
    let mut stage = Stage::chain().await;
    stage.closed("alle partners").await;
    stage.pass(TimeDelta::days(15));
    let shown = stage.world.settle().await.expect("what is due is done");
    let heard = stage.heard(&shown);
    assert_eq!(heard.len(), 0, "it is eight in the morning: {:#?}", short(&heard));
    let heard = stage.days(1).await;
    assert_eq!(heard.len(), 1, "{:#?}", short(&heard));
    assert_holds(&heard[0].text, &["Er is nog niet samen teruggekeken"]);
}

#[tokio::test]
async fn a_near_miss_goes_the_same_way_without_the_talk_at_the_end_of_the_day() {
    let mut stage = Stage::chain().await;
    let number = stage.incident_with("tegengehouden", "alle partners", "sla over").await;
    let text = stage.alone("carla", &format!("incident {number} sluit We waren er op tijd")).await;
    assert!(!text.contains("napraten"), "{text}");
    let heard = stage.days(4).await;
    assert!(in_room(&heard, "room.keten").is_empty(), "{:#?}", short(&heard));
    assert_holds(&in_room(&heard, "direct.bram")[0].text, &["drie korte vragen"]);
}

#[tokio::test]
async fn a_team_sets_its_own_days() {
    let mut stage = Stage::chain().await;
    assert_holds(only(&stage.ask("bram", "!evaluatie termijnen").await), &["dag 3 tot en met 7", "dag 21"]);
    assert_holds(
        only(&stage.ask("bram", "!evaluatie termijnen sessie 5 9").await),
        &["Dat kan alleen een coördinator"],
    );
    assert_holds(only(&stage.ask("anna", "!evaluatie termijnen sessie 9 5").await), &["Een coördinator zet ze zo"]);
    assert_holds(
        only(&stage.ask("anna", "!evaluatie termijnen vooraf 1 2 werkdagen").await),
        &["werkdag 1 tot en met 2"],
    );
    let number = stage.closed("alle partners").await;
    assert_holds(&stage.alone("bram", &format!("evaluatie {number}")).await, &["25 november", "26 november"]);
    assert_holds(only(&stage.ask("anna", "!evaluatie termijnen standaard").await), &["dag 3 tot en met 7"]);
}

#[tokio::test]
async fn in_english_it_says_the_same() {
    let mut stage = Stage::chain().await;
    let number = stage.closed("alle partners").await;
    stage.alone("bram", "language en").await;
    let heard = stage.days(4).await;
    assert_holds(
        &in_room(&heard, "direct.bram")[0].text,
        &[&number, "how do you see it?", "because day 3 to 7", "give @name"],
    );
    assert_holds(
        &stage.alone("bram", &format!("evaluation {number}")).await,
        &["everybody on their own first", "looking back together"],
    );
}

#[tokio::test]
async fn who_keeps_it_plans_it_from_another_day() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("alle partners").await;
    assert_holds(&stage.alone("bram", &format!("evaluatie {number}")).await, &["nog geen evaluatie gepland", "plan"]);
    assert_holds(&stage.alone("bram", &format!("evaluatie {number} plan")).await, &["Dat kan alleen wie"]);
    let text = stage.alone("carla", &format!("evaluatie {number} plan maandag")).await;
    assert_holds(&text, &["30 november", "van 3 december", "tot en met 7 december", "14 december"]);
    assert_holds(&stage.alone("bram", "evaluatie").await, &[&number, "kort napraten, tot en met"]);
    assert_holds(&stage.alone("carla", &format!("evaluatie {number} plan")).await, &["Evaluatie van"]);
    let heard = stage.days(5).await;
    assert_eq!(short(&heard), [], "nothing before its first day");
}

#[tokio::test]
async fn the_weekly_overview_counts_what_waits_afterwards() {
    let mut stage = Stage::chain().await;
    stage.closed("alle partners").await;
    stage.closed("politie").await;
    stage.ask("anna", "!herinneringen overzicht woensdag 12u").await;
    let heard = stage.days(2).await;
    let overview = heard.iter().find(|one| one.text.contains("Dit ligt open")).unwrap_or_else(|| panic!("{heard:#?}"));
    assert_holds(&overview.text, &["evaluaties die lopen: minder dan 5"]);
}

#[tokio::test]
async fn who_sees_it_no_more_is_asked_nothing_more_and_the_room_falls_silent() {
    let mut stage = Stage::chain().await;
    let number = stage.closed("alle partners").await;
    stage.days(1).await;
    stage.alone("carla", &format!("incident {number} deel niet school")).await;
    let heard = stage.days(25).await;
    assert!(in_room(&heard, "direct.eva").is_empty(), "{:#?}", short(&heard));
    assert!(in_room(&heard, "room.keten").is_empty(), "{:#?}", short(&heard));
    let leader: Vec<&str> = in_room(&heard, "direct.carla").iter().map(|one| one.text.as_str()).collect();
    assert_holds(&leader.join("\n"), &["Is er al even nagepraat", "Er is nog niet samen teruggekeken"]);
    assert!(!leader.join("\n").contains("school"), "{leader:#?}");
}
