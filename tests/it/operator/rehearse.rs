//! `schakel rehearse`, and what `check` says of reminders: a morning is played on the database first.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use schakel::clock;
use schakel::commands::Library;
use schakel::console::{self, World};

use super::Home;

/// A minute of the clock ago, the bot came into the chain room and the team was made; nothing is due yet.
async fn played(home: &Home, lines: &[(&str, &str, &str)]) -> DateTime<Utc> {
    let settings = std::fs::read_to_string(home.path("bot.toml")).unwrap();
    std::fs::write(home.path("bot.toml"), settings.replace("@schakel:example.org", "@schakel:console")).unwrap();
    let (now, url) = (clock::now(), format!("sqlite:{}", home.path("schakel.db").display()));
    let library = Arc::new(Library::load(None).unwrap());
    let mut me = console::identity(None);
    me.commands_per_minute = 0;
    let mut world = World::open(&url, library, me, now - TimeDelta::hours(2)).await.unwrap();
    world.at(now - TimeDelta::hours(1));
    for person in ["anna", "bram"] {
        world.enter(person, "keten").await.unwrap();
        world.enter(person, "direct").await.unwrap();
    }
    let team = [
        ("anna", "keten", "!team maak Jeugd West gemeente"),
        ("anna", "keten", "!team lid @bram politie mandaat"),
    ];
    for (person, room, line) in team.iter().chain(lines) {
        let shown = world.say(person, room, line).await.unwrap();
        assert!(shown.len() > 1, "no answer to {line}: {shown:#?}");
    }
    now
}

/// The lines that hold this.
fn lines<'o>(out: &'o str, part: &str) -> Vec<&'o str> {
    out.lines().filter(|line| line.contains(part)).collect()
}

#[tokio::test]
async fn what_is_to_come_is_printed_without_words_and_names() {
    let home = Home::new();
    let now = played(
        &home,
        &[
            ("bram", "keten", "!herinner ons elke dag 10:00 dagstart in de kantine"),
            ("bram", "direct", "herinner over 3 dagen bellen met school"),
            ("bram", "keten", "!afspraak nieuw eerst gemeente, politie: wie contact heeft, belt eerst"),
        ],
    )
    .await;
    let said = home.schakel(&["rehearse"]);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{said:?}");
    let daily = lines(&said.out, "Jeugd West, chain room");
    assert!((30..=31).contains(&daily.len()), "{said:?}");
    assert!(daily.iter().all(|line| line.contains("  a reminder") && line.contains("  R-2")), "{said:?}");
    assert!(daily.iter().all(|line| line.starts_with("  10:00 CE")), "in the zone of the settings: {said:?}");
    let alone = lines(&said.out, "Jeugd West, in private");
    assert_eq!(alone.len(), 1, "{said:?}");
    let day = (now + TimeDelta::days(3)).with_timezone(&chrono_tz::Europe::Amsterdam).format("%A %-d %B %Y").to_string();
    assert!(said.out.contains(&format!("\n{day}\n")), "{day} is not in {said:?}");
    for hidden in ["kantine", "school", "bram", "anna", "@"] {
        assert!(!said.out.contains(hidden), "{hidden} is in {said:?}");
    }
    let week = home.schakel(&["rehearse", "--days", "7"]);
    assert!((6..=7).contains(&lines(&week.out, "chain room").len()), "{week:?}");
    assert_eq!(home.schakel(&["rehearse", "--days", "0"]).code, Some(2));
}

#[tokio::test]
async fn what_should_have_been_said_stands_on_top_once() {
    let home = Home::new();
    played(&home, &[("bram", "keten", "!herinner ons elke dag 10:00 dagstart")]).await;
    home.run_sql("UPDATE reminder SET first_wall = '2026-01-01T10:00', last_ms = NULL, next_ms = 1767258000000").await;
    home.run_sql("UPDATE due SET at_ms = 1767258000000 WHERE kind = 'reminder'").await;
    let said = home.schakel(&["rehearse", "--days", "2"]);
    assert_eq!(said.code, Some(0), "{said:?}");
    let (_, rest) = said.out.split_once("\n\noverdue, said as soon as the bot runs\n").expect("something is overdue");
    let (overdue, _) = rest.split_once("\n\n").expect("and something is to come");
    assert_eq!(overdue.lines().count(), 1, "{said:?}");
    assert!(overdue.starts_with("  2026-01-01 10:00 CET  a reminder"), "{said:?}");
    let check = home.schakel(&["check", "--offline"]);
    assert!(check.out.contains("\nreminders: 1 planned, 1 of them overdue by more than an hour"), "{check:?}");
}

#[tokio::test]
async fn rehearsing_changes_nothing() {
    let home = Home::new();
    played(&home, &[("bram", "keten", "!herinner ons elke dag 10:00 dagstart")]).await;
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
