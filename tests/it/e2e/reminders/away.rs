//! What falls due while the bot is down, or while the homeserver is.

use chrono::TimeDelta;
use schakel::clock;
use schakel::domain::RoomId;

use super::super::{home_on, own_server, person_on};
use super::{Planned, Team, count, everybody, id, post, said};
use crate::support::bot::Home;
use crate::support::planned::Plans;

/// So many fall due once while the bot is down.
const ONCE: usize = 10;

/// The two reminder bots for Matrix that are best known post none of what fell due while they were down: 0 of 10.
#[tokio::test]
async fn started_after_three_days_all_that_fell_due_once_is_said_late_and_what_repeats_is_joined_into_one() {
    let team = Team::new().await;
    let (author, to) = (id(&team.anna), || everybody(&team.room));
    let hours = |hours: usize| TimeDelta::hours(i64::try_from(hours).unwrap());
    let mut planned: Vec<Planned> = (0..ONCE)
        .map(|index| Planned::ago(&format!("eenmalig {index}"), to(), &author, hours(72 - 7 * index)))
        .collect();
    // Five minutes more, so that no minute begins between planning and starting.
    let first = hours(72) + TimeDelta::minutes(5);
    planned.push(Planned::repeated("elke dag", to(), &author, first, "FREQ=DAILY"));
    planned.push(Planned::repeated("elke twee dagen", to(), &author, first, "FREQ=DAILY;INTERVAL=2"));
    team.plan(planned).await;

    let bot = team.home.started();
    for text in (0..ONCE).map(|index| format!("eenmalig {index}")).chain(["elke dag".into(), "elke twee dagen".into()])
    {
        let post = team.post(&team.bram, &text).await;
        assert!(post.body().contains("Te laat: dit was voor"), "{}", post.body());
        let missed = match text.as_str() {
            "elke dag" => Some("en ook 3 keer daarvoor"),
            "elke twee dagen" => Some("en ook één keer daarvoor"),
            _ => None,
        };
        assert_eq!(post.body().contains("daarvoor"), missed.is_some(), "{}", post.body());
        assert!(missed.is_none_or(|missed| post.body().contains(missed)), "{}", post.body());
    }
    assert_eq!(bot.terminate().0, Some(0));
    // Nothing comes a second time, also after another start.
    let bot = team.home.started();
    super::ask(&team.anna, &team.room, "!status").await;
    let said = said(&team.bram, &team.home, &team.room).await;
    assert_eq!(count(&said, "Te laat"), ONCE + 2);
    assert_eq!(bot.terminate().0, Some(0));
}

/// Has the planned moment of the only reminder be another, so long before now.
async fn planned_ago(home: &Home, ago: TimeDelta) {
    let wall = (clock::now() - ago).naive_utc().format("%Y-%m-%dT%H:%M").to_string();
    assert_eq!(home.change_database_to("UPDATE reminder SET first_wall = $1", &wall).await, 1);
}

#[tokio::test]
async fn what_falls_due_while_the_homeserver_is_away_is_said_once_and_says_that_it_is_late() {
    let server = own_server();
    let anna = person_on(&server, "anna").await;
    let home = home_on(&server);
    let bot = home.started();
    let room = anna.room_with(&home.account).await;
    assert_eq!(bot.terminate().0, Some(0));
    let plans = Plans::open(&home).await;
    let chain = RoomId::new(room.as_str());
    plans.team("Jeugd", &chain, &id(&anna)).await;
    plans.plan(&chain, vec![Planned::ago("haal de sleutel op", everybody(&room), &id(&anna), TimeDelta::zero())]).await;
    plans.close().await;
    // Something due that nobody can read stands before it, and keeps the bot looking every few seconds.
    let before = "INSERT INTO due (account, kind, subject, at_ms) SELECT account, 'unknown', subject, 1 FROM due WHERE kind = 'reminder'";
    assert_eq!(home.change_database(before).await, 1);

    let bot = home.started();
    bot.wait_log("what is due cannot be done now");
    server.stop().unwrap();
    planned_ago(&home, TimeDelta::zero()).await;
    assert_eq!(home.change_database("DELETE FROM due WHERE kind = 'unknown'").await, 1);
    bot.wait_log("what is due waits for it");
    assert_eq!(home.number("SELECT COUNT(*) FROM outbox WHERE state = 'pending'").await, Some(0));
    // Time passes.
    planned_ago(&home, TimeDelta::minutes(10)).await;
    server.start_again().unwrap();

    let seen = post(&anna, &home, &room, "haal de sleutel op").await;
    assert!(seen.body().contains("Te laat: dit was voor"), "{}", seen.body());
    super::ask(&anna, &room, "!status").await;
    assert_eq!(count(&said(&anna, &home, &room).await, "haal de sleutel op"), 1);
    assert_eq!(bot.terminate().0, Some(0));
}
