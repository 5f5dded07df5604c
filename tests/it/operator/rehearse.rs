//! `schakel rehearse`, and what `check` says of reminders: a morning is played on the database first.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Europe::Amsterdam;
use schakel::clock;
use schakel::commands::Library;
use schakel::console::{self, World};

use super::Home;
use crate::e2e::{database_server, new_database};

/// What these people said just now in a team of two; nothing is due yet.
async fn played(home: &Home, lines: &[(&str, &str, &str)]) -> DateTime<Utc> {
    let settings = std::fs::read_to_string(home.path("bot.toml")).unwrap();
    std::fs::write(home.path("bot.toml"), settings.replace("@schakel:example.org", "@schakel:console")).unwrap();
    let (now, url) = (clock::now(), format!("sqlite:{}", home.path("schakel.db").display()));
    let library = Arc::new(Library::load(None).unwrap());
    let mut me = console::identity(None);
    me.commands_per_minute = 0;
    let mut world = World::open(&url, library, me, now - TimeDelta::hours(2)).await.unwrap();
    world.at(now);
    for person in ["anna", "bram"] {
        world.enter(person, "keten").await.unwrap();
        world.enter(person, "direct").await.unwrap();
    }
    let team =
        [("anna", "keten", "!team maak Jeugd West gemeente"), ("anna", "keten", "!team lid @bram politie mandaat")];
    for (person, room, line) in team.iter().chain(lines) {
        let shown = world.say(person, room, line).await.unwrap();
        assert!(shown.len() > 1, "no answer to {line}: {shown:#?}");
    }
    now
}

/// A time of the day that comes in three hours.
fn soon() -> String {
    (clock::now() + TimeDelta::hours(3)).with_timezone(&Amsterdam).format("%H:%M").to_string()
}

/// Asks for a reminder at that time, every day.
fn daily(time: &str) -> String {
    format!("!herinner ons elke dag {time} dagstart in de kantine")
}

/// The lines that hold this.
fn lines<'o>(out: &'o str, part: &str) -> Vec<&'o str> {
    out.lines().filter(|line| line.contains(part)).collect()
}

#[tokio::test]
async fn what_is_to_come_is_printed_without_words_and_names() {
    let (home, time) = (Home::new(), soon());
    let now = played(
        &home,
        &[
            ("bram", "keten", &daily(&time)),
            ("bram", "direct", "herinner over 3 dagen bellen met school"),
            ("bram", "keten", "!afspraak nieuw eerst gemeente, politie: wie contact heeft, belt eerst"),
        ],
    )
    .await;
    let said = home.schakel(&["rehearse"]);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{said:?}");
    let found = lines(&said.out, "Jeugd West, chain room");
    assert!((30..=32).contains(&found.len()), "once a day: {said:?}");
    assert!(found.iter().all(|line| line.contains("  a reminder") && line.contains("  R-2")), "{said:?}");
    let begins = format!("  {time} CE");
    assert!(found.iter().all(|line| line.starts_with(&begins)), "in the zone of the settings: {said:?}");
    let alone = lines(&said.out, "Jeugd West, in private");
    assert_eq!(alone.len(), 1, "{said:?}");
    let day = (now + TimeDelta::days(3)).with_timezone(&Amsterdam).format("%A %-d %B %Y").to_string();
    assert!(said.out.contains(&format!("\n{day}\n")), "{day} is not in {said:?}");
    for hidden in ["kantine", "school", "bram", "anna", "@"] {
        assert!(!said.out.contains(hidden), "{hidden} is in {said:?}");
    }
    let week = home.schakel(&["rehearse", "--days", "7"]);
    assert!((6..=8).contains(&lines(&week.out, "chain room").len()), "{week:?}");
    assert_eq!(home.schakel(&["rehearse", "--days", "0"]).code, Some(2));
}

#[tokio::test]
async fn what_should_have_been_said_stands_on_top_once() {
    let home = Home::new();
    played(&home, &[("bram", "keten", &daily(&soon()))]).await;
    home.run_sql("UPDATE reminder SET first_wall = '2026-01-01T10:00', zone = 'Europe/Amsterdam', last_ms = NULL, next_ms = 1767258000000").await;
    home.run_sql("UPDATE due SET at_ms = 1767258000000 WHERE kind = 'reminder'").await;
    let said = home.schakel(&["rehearse", "--days", "2"]);
    assert_eq!(said.code, Some(0), "{said:?}");
    let (_, rest) = said.out.split_once("\n\noverdue, said as soon as the bot runs\n").expect("something is overdue");
    let (overdue, _) = rest.split_once("\n\n").expect("and something is to come");
    assert_eq!(overdue.lines().count(), 1, "{said:?}");
    assert!(overdue.starts_with("  2026-01-01 ") && overdue.contains(" CET  a reminder  R-"), "{said:?}");
    let check = home.schakel(&["check", "--offline"]);
    assert!(check.out.contains("\nreminders: 1 planned, 1 of them overdue by more than an hour"), "{check:?}");
}

#[tokio::test]
async fn rehearsing_changes_nothing() {
    let home = Home::new();
    played(&home, &[("bram", "keten", &daily(&soon()))]).await;
    // Whatever the first opening still writes into the file is in it from here on.
    home.store().await.close().await;
    let before = std::fs::read(home.path("schakel.db")).unwrap();
    assert_eq!(home.schakel(&["rehearse"]).code, Some(0));
    let check = home.schakel(&["check", "--offline"]);
    assert!(check.out.contains("\nreminders: 1 planned, none overdue\n"), "{check:?}");
    assert!(before == std::fs::read(home.path("schakel.db")).unwrap(), "not a byte of the database has changed");
}

#[tokio::test]
async fn without_a_database_that_fits_it_says_so() {
    let home = Home::new();
    let said = home.schakel(&["rehearse"]);
    assert_eq!(said.code, Some(1));
    assert!(said.err.contains("schakel.db is not there"), "{said:?}");
    assert!(!home.path("schakel.db").exists());
    home.store().await.close().await;
    let said = home.schakel(&["rehearse"]);
    assert_eq!((said.code, said.out.ends_with("\n\nnothing\n")), (Some(0), true), "{said:?}");
    home.run_sql("DELETE FROM _sqlx_migrations WHERE version = (SELECT MAX(version) FROM _sqlx_migrations)").await;
    let said = home.schakel(&["rehearse"]);
    assert_eq!(said.code, Some(1));
    assert!(said.err.contains("its tables are of an earlier version"), "{said:?}");
}

#[tokio::test]
async fn on_postgresql_it_prints_the_same() {
    let home = Home::new();
    played(&home, &[("bram", "keten", &daily(&soon())), ("bram", "direct", "herinner over 3 dagen bellen met school")])
        .await;
    let before = home.schakel(&["rehearse"]);
    let url = new_database(database_server());
    assert_eq!(home.schakel(&["migrate", "--to", &url]).code, Some(0));
    let settings = std::fs::read_to_string(home.path("bot.toml")).unwrap();
    std::fs::write(home.path("bot.toml"), format!("{settings}\n[database]\nurl = \"{url}\"\n")).unwrap();
    std::fs::remove_file(home.path("schakel.db")).unwrap();
    let after = home.schakel(&["rehearse"]);
    assert_eq!((after.code, after.err.as_str()), (Some(0), ""), "{after:?}");
    // The first line says until when, to the minute.
    let rest = |out: &str| out.split_once('\n').expect("lines").1.to_owned();
    assert_eq!(rest(&after.out), rest(&before.out));
    assert!(lines(&after.out, "a reminder").len() > 30, "{after:?}");
    let check = home.schakel(&["check", "--offline"]);
    assert!(check.out.contains("\nreminders: 2 planned, none overdue\n"), "{check:?}");
}
