//! The end of a record on the real homeserver: said a week before, and then gone from the room and from the files, also over a crash;
//! and what the operator erases while the bot runs.

use std::time::Duration;

use chrono::{Days, TimeZone as _};
use chrono_tz::Europe::Amsterdam;
use schakel::clock;
use schakel::domain::WorkingTime;

use super::dialogue::{SEEN, SHORT, alone_in_a_team, gone, left, number_in};
use super::sealed::files_with;
use super::{home, person};
use crate::support::bot::Home;
use crate::support::person::{Person, Seen};

/// Moves the clock for what falls due to ten o'clock on the first working day so many days from now.
fn ahead(home: &Home, days: u64) {
    let now = clock::now();
    let day = now.with_timezone(&Amsterdam).date_naive().checked_add_days(Days::new(days)).expect("a day");
    let day = WorkingTime::standard().working_day_from(day);
    let then = Amsterdam.from_local_datetime(&day.and_hms_opt(10, 0, 0).expect("a time")).earliest().expect("it comes");
    let ahead_ms = then.timestamp_millis() - now.timestamp_millis();
    std::fs::write(home.path("ahead"), ahead_ms.to_string()).expect("it is written");
}

/// The environment in which the clock for what falls due can be moved.
fn clock_of(home: &Home) -> String {
    home.path("ahead").to_str().expect("a path").to_owned()
}

async fn hears(person: &Person, home: &Home, text: &str) -> Seen {
    let found =
        |seen: &[Seen]| seen.iter().rfind(|seen| seen.sender == *home.account && seen.body().contains(text)).cloned();
    person.wait_for(text, Duration::from_mins(2), found).await
}

/// Sends a report that nobody else sees; its number.
async fn reported(alone: &mut super::dialogue::Alone<'_>) -> String {
    for (text, expected) in SHORT {
        if text == "haven" {
            alone.say("sla over", expected).await;
        } else {
            alone.say(text, expected).await;
        }
    }
    alone.say("verstuur", "nu kan niemand anders dit zien").await;
    number_in(alone.say("zo laten", "is verstuurd").await.body())
}

#[tokio::test]
async fn a_report_ends_a_week_after_that_was_said_and_lies_in_no_room_and_no_file() {
    let anna = person("anna").await;
    let home = home().bot(&format!("admins = [\"{}\"]", anna.id())).database("sqlite:schakel.db");
    let file = clock_of(&home);
    let clock = ("SCHAKEL_DUE_AHEAD", file.as_str());
    let mut bot = home.start_with(&[clock]);
    bot.wait_ready();
    let mut alone = alone_in_a_team(&anna, &home).await;
    let number = reported(&mut alone).await;
    alone.say(&format!("signaal {number}"), SEEN).await;
    assert!(left(&anna, &alone.room, SEEN).await.len() >= 3, "the answer, the summary, what was shown");
    let checked = home.operate(&["check", "--offline"], None);
    assert!(checked.1.contains("retention: no record ends within 30 days"), "{}", checked.1);

    ahead(&home, 84);
    let said = hears(&anna, &home, "wordt op").await;
    assert!(said.body().contains(&number) && said.body().contains("bewaar"), "{}", said.body());
    assert!(!left(&anna, &alone.room, SEEN).await.is_empty(), "it is still there");
    // Killed right after the end was written, before anything was taken back.
    assert_eq!(bot.terminate().0, Some(0));
    ahead(&home, 100);
    let bot = home.start_with(&[clock, ("SCHAKEL_FAILPOINT", "after-fulfil")]);
    assert_eq!(bot.wait_end(), None, "killed at after-fulfil");
    let mut bot = home.start_with(&[clock]);
    bot.wait_ready();
    gone(&anna, &alone.room, SEEN).await;
    assert_eq!(files_with(home.folder.path(), SEEN), Vec::<String>::new());
    assert_eq!(home.number("SELECT COUNT(*) FROM signal WHERE gone_how = 'expired' AND author = ''").await, Some(1));
    assert_eq!(home.number("SELECT COUNT(*) FROM said_of").await, Some(0));
    assert_eq!(bot.terminate().0, Some(0));
}

#[tokio::test]
async fn what_the_operator_erases_is_taken_back_by_the_bot_that_runs() {
    let anna = person("anna").await;
    let home = home().bot(&format!("admins = [\"{}\"]", anna.id()));
    let file = clock_of(&home);
    let mut bot = home.start_with(&[("SCHAKEL_DUE_AHEAD", file.as_str())]);
    bot.wait_ready();
    let mut alone = alone_in_a_team(&anna, &home).await;
    let number = reported(&mut alone).await;
    let (code, said) = home.operate(&["erase", &format!("signal/{number}")], None);
    assert_eq!(code, Some(0), "{said}");
    for part in ["erased: its texts open nowhere", "messages of the bot, and", "7 days", "30 days", "Rotate it"] {
        assert!(said.contains(part), "“{part}” is not in: {said}");
    }
    gone(&anna, &alone.room, SEEN).await;
    alone.say(&format!("signaal {number}"), "Ik ken geen signaal").await;
    assert_eq!(bot.terminate().0, Some(0));
}
