//! What is planned, as a file for a calendar: for whom, which moments, and what is said with it.

use chrono::{DateTime, Utc};
use icalendar::{Calendar, CalendarDateTime, Component as _, DatePerhapsTime, Event};
use schakel::console::Seen;
use schakel::domain::File;

use super::*;

/// The file that goes with a message.
#[track_caller]
fn file(shown: &Shown) -> &File {
    let Seen::Said { file: Some(file), .. } = &shown.what else { panic!("no file: {shown:#?}") };
    file
}

/// The words of each event and its moment, in the order of the file.
#[track_caller]
fn events(file: &File) -> Vec<(String, DateTime<Utc>)> {
    calendar(file).events().map(|event| (event.get_summary().expect("words").to_owned(), start(event))).collect()
}

fn calendar(file: &File) -> Calendar {
    std::str::from_utf8(file.bytes()).expect("it is UTF-8").parse().expect("a calendar")
}

#[track_caller]
fn start(event: &Event) -> DateTime<Utc> {
    match event.get_start() {
        Some(DatePerhapsTime::DateTime(CalendarDateTime::Utc(moment))) => moment,
        other => panic!("not in UTC: {other:?}"),
    }
}

#[track_caller]
fn moment(text: &str) -> DateTime<Utc> {
    text.parse().expect("a moment")
}

#[tokio::test]
async fn a_room_gets_what_is_planned_for_it_in_a_file() {
    let mut stage = Stage::chain().await;
    let (number, _) = stage.reminder("bram", "!herinner ons vrijdag 14:30 overleg, met; alles\nen 😀").await;
    stage.reminder("bram", "!herinner @carla:console maandag 10:00 terugkoppelen").await;
    stage.alone("bram", "herinner morgen 10u bellen").await;
    let shown = stage.ask("carla", "!herinneringen agenda").await;
    let words = only(&shown);
    assert_holds(words, &["2 momenten", "tot en met 22 februari 2027", "alleen jij"]);
    assert!(!words.contains("overleg"), "the words are in the file: {words}");
    let file = file(&shown[0]);
    assert_eq!((file.name(), file.media_type()), ("agenda-jeugd-west.ics", "text/calendar"));
    let wanted = [
        ("overleg, met; alles\nen 😀".to_owned(), moment("2026-11-27T13:30:00Z")),
        ("terugkoppelen".to_owned(), moment("2026-11-30T09:00:00Z")),
    ];
    assert_eq!(events(file), wanted);
    let calendar = calendar(file);
    let about: Vec<&str> = calendar.events().map(|event| event.get_description().expect("about")).collect();
    assert_eq!(about[0], format!("Herinnering {number} (voor iedereen in de kamer)"));
    assert!(about[1].ends_with("(voor carla)"), "{about:?}");
}

#[tokio::test]
async fn alone_it_holds_mine_and_those_of_my_rooms_and_nobody_elses() {
    let mut stage = Stage::chain().await;
    stage.reminder("bram", "!herinner ons vrijdag 14:00 overleg").await;
    stage.alone("bram", "herinner morgen 10u bellen").await;
    for (person, wanted) in [("bram", vec!["bellen", "overleg"]), ("carla", vec!["overleg"])] {
        let shown = stage.ask_in("direct", person, "herinneringen agenda").await;
        let found = events(file(shown.last().expect("an answer")));
        assert_eq!(found.iter().map(|(words, _)| words.as_str()).collect::<Vec<_>>(), wanted, "{person}");
    }
}

#[tokio::test]
async fn where_a_stranger_is_it_goes_to_the_asker_alone() {
    let mut stage = Stage::chain().await;
    stage.reminder("bram", "!herinner ons vrijdag 14:00 overleg").await;
    stage.alone("bram", "herinner morgen 10u bellen").await;
    stage.world.enter("frits", "keten").await.expect("the room");
    let shown = stage.ask("bram", "!herinneringen agenda").await;
    let (there, alone): (Vec<&Shown>, Vec<&Shown>) = shown.iter().partition(|one| one.room.as_str().contains("keten"));
    assert_eq!((there.len(), alone.len()), (1, 1), "{shown:#?}");
    assert_eq!(there[0].text(), "Ik antwoord je privé.");
    assert!(matches!(there[0].what, Seen::Said { file: None, .. }), "{shown:#?}");
    assert!(alone[0].room.as_str().contains("bram"), "{shown:#?}");
    assert_eq!(events(file(alone[0])).len(), 1, "the room's");
}

#[tokio::test]
async fn a_stranger_gets_none() {
    let mut stage = Stage::chain().await;
    stage.reminder("bram", "!herinner ons vrijdag 14:00 overleg").await;
    let shown = stage.ask("frits", "!herinneringen agenda").await;
    assert_holds(only(&shown), &["voor leden van het team"]);
    assert!(matches!(shown[0].what, Seen::Said { file: None, .. }));
}

#[tokio::test]
async fn without_anything_planned_it_says_what_the_list_says() {
    let mut stage = Stage::chain().await;
    let list = stage.ask("bram", "!herinneringen").await;
    let agenda = stage.ask("bram", "!herinneringen agenda").await;
    assert_eq!(only(&agenda), only(&list));
    stage.reminder("bram", "!herinner ons 1 juni 2027 10:00 jubileum").await;
    let later = stage.ask("bram", "!herinneringen agenda").await;
    assert_holds(only(&later), &["De komende 90 dagen staat er niets gepland", "!herinneringen toont"]);
    assert!(matches!(later[0].what, Seen::Said { file: None, .. }));
}

#[tokio::test]
async fn each_moment_is_the_one_at_which_it_will_be_said() {
    let mut stage = Stage::chain().await;
    stage.reminder("bram", "!herinner ons elke werkdag 08:45 dagstart").await;
    stage.reminder("bram", "!herinner ons zaterdag 28 november 12:00 bellen in werktijd").await;
    let shown = stage.ask("bram", "!herinneringen agenda").await;
    let events = events(file(&shown[0]));
    let at = |text: &str| events.iter().filter(|(_, at)| *at == moment(text)).count();
    assert_eq!(at("2026-11-24T07:45:00Z"), 1);
    assert_eq!(at("2026-11-28T07:45:00Z"), 0, "a Saturday");
    assert_eq!(at("2026-12-24T07:45:00Z"), 1);
    assert_eq!(at("2026-12-25T07:45:00Z"), 0, "Christmas");
    assert_eq!(at("2026-11-28T11:00:00Z"), 0, "nobody works then");
    assert_eq!(at("2026-11-30T08:00:00Z"), 1, "it is said when work begins");
    assert_eq!(events.last().map(|(_, at)| *at), Some(moment("2027-02-22T07:45:00Z")), "the last day is whole");
    assert!(events.is_sorted_by_key(|(_, at)| *at));
}

#[tokio::test]
async fn after_the_clock_has_changed_it_is_the_same_time_on_the_wall() {
    let mut stage = Stage::chain().await;
    stage.pass(TimeDelta::days(90));
    stage.ask("bram", "!herinner ons elke maandag 10:00 overleg").await;
    let shown = stage.ask("bram", "!herinneringen agenda").await;
    let moments: Vec<DateTime<Utc>> = events(file(&shown[0])).into_iter().map(|(_, at)| at).collect();
    assert!(moments.contains(&moment("2027-03-22T09:00:00Z")), "{moments:?}");
    assert!(moments.contains(&moment("2027-03-29T08:00:00Z")), "{moments:?}");
}

#[tokio::test]
async fn asked_again_it_names_each_moment_as_before() {
    let mut stage = Stage::chain().await;
    let (_, message) = stage.reminder("bram", "!herinner ons elke vrijdag 14:00 overleg").await;
    let mut seen = Vec::new();
    for _ in 0..2 {
        let shown = stage.ask("bram", "!herinneringen agenda").await;
        let calendar = calendar(file(&shown[0]));
        let named = |event: &Event| (event.get_uid().expect("a name").to_owned(), start(event));
        let mut names: Vec<(String, DateTime<Utc>)> = calendar.events().map(named).collect();
        let sequence = calendar.events().next().and_then(Event::get_sequence).expect("a version");
        seen.push((names.clone(), sequence));
        names.dedup_by(|one, other| one.0 == other.0);
        assert_eq!(names.len(), 13, "each has a name of its own");
        stage.world.edit("bram", message, "!herinner ons elke vrijdag 14:00 mailen").await.expect("changed");
    }
    assert_eq!(seen[0].0, seen[1].0);
    assert!(seen[0].1 < seen[1].1, "a calendar takes the newer words: {} and {}", seen[0].1, seen[1].1);
}

#[tokio::test]
async fn what_does_not_fit_is_told() {
    let mut stage = Stage::chain().await;
    for hour in 9..15 {
        stage.reminder("bram", &format!("!herinner ons elke dag {hour}:00 ronde")).await;
    }
    let shown = stage.ask("bram", "!herinneringen agenda").await;
    assert_holds(only(&shown), &["500 momenten", "meer gepland dan in het bestand past", "februari 2027"]);
    let events = events(file(&shown[0]));
    assert_eq!(events.len(), 500);
    // Six a day from 24 November on: the first two of the 84th day are the last that fit.
    assert_eq!(events.last().map(|(_, at)| *at), Some(moment("2027-02-15T09:00:00Z")));
    assert_holds(only(&shown), &["tot en met 15 februari 2027"]);
}

#[tokio::test]
async fn that_it_was_taken_out_of_the_bot_stands_in_the_log() {
    let mut stage = Stage::chain().await;
    stage.ask("bram", "!herinneringen agenda").await;
    assert!(!stage.alone("anna", "team logboek").await.contains("uit de bot"), "nothing was taken out");
    stage.reminder("bram", "!herinner ons vrijdag 14:00 overleg").await;
    stage.ask("bram", "!herinneringen agenda").await;
    assert_holds(&stage.alone("anna", "team logboek").await, &["@bram:console haalde de herinneringen uit de bot"]);
}

#[tokio::test]
async fn it_speaks_english_too() {
    let mut stage = Stage::chain().await;
    stage.reminder("bram", "!herinner ons vrijdag 14:00 overleg").await;
    stage.alone("bram", "taal en").await;
    let shown = stage.ask_in("direct", "bram", "reminders calendar").await;
    let answer = shown.last().expect("an answer");
    assert_holds(answer.text(), &["One moment", "up to and including 22 February 2027", "in a file for your calendar"]);
    let calendar = calendar(file(answer));
    assert_eq!(calendar.property_value("X-WR-CALNAME"), Some("Reminders Jeugd West"));
    let about = calendar.events().next().and_then(Event::get_description).expect("about");
    assert_holds(about, &["Reminder R-2026-", "(for everybody in the room)"]);
}
