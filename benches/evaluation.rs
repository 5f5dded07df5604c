//! How long a team of twenty waits when it opens the session of an evaluation: an incident with two hundred lines in its timeline, in an
//! encrypted room of twenty. Beside it, in the same run, the floor: a client with nothing to think about that answers in the same room.
//! One real Synapse on loopback with its limits lifted; times are those from sending to seeing the answer.
//!
//!     cargo bench --bench evaluation [-- ROUNDS]
//!
//! `cargo xtask prepare` makes what this needs. Nineteen of the twenty are there without a device that reads along: what sharing a new
//! key with their phones costs is not in it, for neither side.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a tool for the terminal")]

#[expect(dead_code, reason = "tests need more of it")]
#[path = "../tests/support/mod.rs"]
mod support;

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use matrix_sdk::ruma::{OwnedUserId, RoomId as MatrixRoomId};
use schakel::clock;
use schakel::domain::incident::{Happened, IncidentChange, IncidentStep, Nature, NewIncident, NewLine};
use schakel::domain::{
    Answers, Change, Form, KeptForm, Label, OrganisationKind, Protection, RecordKind, RecordNumber, Role, RoomId,
    RoomPurpose, TeamChange, TeamId, TeamStep, Turn, UserId,
};
use schakel::store::Store;
use serde_json::json;
use xtask::client::{Client, in_path};
use xtask::homeserver::{self, Homeserver};

use crate::support::bot::Home;
use crate::support::person::Person;

const PEOPLE: usize = 20;
const LINES: u32 = 200;

fn main() {
    let rounds = std::env::args().skip(1).find_map(|one| one.parse().ok()).unwrap_or(20);
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(measured(rounds));
}

async fn measured(rounds: usize) {
    eprintln!("· homeserver, a room of {PEOPLE}, a timeline of {LINES} lines");
    let server = Homeserver::start(&homeserver::Options::default()).expect("a homeserver starts");
    for name in ["anna", "bot", "floor"] {
        server.register(name, "secret", false).expect("registered");
    }
    let home = Home::new(&server.url(), &server.user_id("bot"));
    let bot = home.started();
    let (anna, floor) = (Person::log_in(&server.url(), "anna").await, Person::log_in(&server.url(), "floor").await);
    let room = anna.room_with(&home.account).await;
    anna.room(&room).invite_user_by_id(&floor.id()).await.expect("invited");
    floor.join(&room).await;
    let mut members = vec![anna.id().to_string(), floor.id().to_string()];
    for index in 0..PEOPLE - members.len() {
        let name = format!("person{index}");
        server.register(&name, "secret", false).expect("registered");
        let client = Client::login(&server.url(), &name, "secret").expect("logged in");
        let id = OwnedUserId::try_from(client.user_id()).expect("a full id");
        anna.room(&room).invite_user_by_id(&id).await.expect("invited");
        client.post(&format!("/_matrix/client/v3/join/{}", in_path(room.as_str())), &json!({})).expect("joined");
        members.push(id.to_string());
    }
    assert_eq!(bot.terminate().0, Some(0), "the bot stops cleanly");
    let number = written(&home, &room, &members).await;
    let bot = home.started();
    let echo = tokio::spawn(echo(floor, room.clone()));
    let (mut opening, mut asking, mut bare) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..=rounds {
        let begins = if round == 0 { "We evalueren samen" } else { "We gaan verder met" };
        let start = format!("!evaluatie {number} start");
        let [begun, asked] = asks(&anna, &room, &start, [begins, "Vraag 1 van 19"]).await;
        let [answered] = asks(&anna, &room, &format!("floor {round}"), [&format!("echo {round}")]).await;
        asks(&anna, &room, &format!("!evaluatie {number} pauze"), ["Pauze bij vraag"]).await;
        // The first one shares keys and warms up.
        if round > 0 {
            opening.push(begun);
            asking.push(asked);
            bare.push(answered);
        }
    }
    echo.abort();
    assert_eq!(bot.terminate().0, Some(0), "the bot stops cleanly");
    let (opening, asking, bare) = (median(opening), median(asking), median(bare));
    println!("opening a session, median of {rounds}: {} ms", opening.as_millis());
    println!("the floor, median of {rounds}:          {} ms", bare.as_millis());
    println!("above the floor:                    {} ms (goal 100)", opening.saturating_sub(bare).as_millis());
    println!("ratio:                              {:.2}", opening.as_secs_f64() / bare.as_secs_f64());
    println!("until its first question, a second message: {} ms", asking.as_millis());
}

/// From sending this until each of these is seen anew.
async fn asks<const N: usize>(person: &Person, room: &MatrixRoomId, text: &str, answers: [&str; N]) -> [Duration; N] {
    let count =
        |seen: &[support::person::Seen], answer: &str| seen.iter().filter(|one| one.body().contains(answer)).count();
    let before = answers.map(|answer| count(&person.seen(), answer));
    let begun = Instant::now();
    person.say(room, text).await;
    let mut took = [Duration::ZERO; N];
    for (index, answer) in answers.into_iter().enumerate() {
        let again = |seen: &[support::person::Seen]| (count(seen, answer) > before[index]).then_some(());
        person.wait_for(answer, Duration::from_mins(1), again).await;
        took[index] = begun.elapsed();
    }
    took
}

/// Answers each message that begins with `floor` at once.
async fn echo(person: Person, room: matrix_sdk::ruma::OwnedRoomId) {
    for round in 0.. {
        let asked = format!("floor {round}");
        person
            .wait_for(&asked, Duration::from_mins(10), |seen| {
                seen.iter().any(|seen| seen.body() == asked).then_some(())
            })
            .await;
        person.say(&room, &format!("echo {round}")).await;
    }
}

/// A team of these, and their incident with its timeline, in the database of a bot that is down.
async fn written(home: &Home, room: &MatrixRoomId, members: &[String]) -> RecordNumber {
    let store = Store::open(&home.database_url(), &home.path("schakel.key")).await.expect("the database opens");
    let team = TeamId::new("bench");
    let mut steps = vec![TeamStep::Made { name: "Bench".to_owned() }];
    for (index, member) in members.iter().enumerate() {
        let organisation = OrganisationKind::ALL[index % 4];
        let role = if index == 0 { Role::Coordinator } else { Role::Member };
        steps.push(TeamStep::Member { person: UserId::new(member.as_str()), organisation, role, mandate: false });
    }
    steps.push(TeamStep::RoomBound { room: RoomId::new(room.as_str()), purpose: RoomPurpose::Chain });
    let number = RecordNumber::new(RecordKind::Incident, 2026, 1);
    let author = UserId::new(members[0].as_str());
    let form = Form { id: "incident".into(), version: 1, questions: vec![], widen: None, name: None };
    let new = NewIncident {
        account: UserId::new(home.account.as_str()),
        nature: Nature::Incident,
        form: KeptForm { name: "bench".into(), json: serde_json::to_string(&form).expect("plain values") },
        answers: Answers::new(),
        protection: Protection {
            team: team.clone(),
            label: Label::Amber,
            author: author.clone(),
            author_organisation: OrganisationKind::ALL[0],
            owner: None,
            named: BTreeSet::new(),
            shared_with: OrganisationKind::ALL.iter().copied().collect(),
            author_named: false,
        },
        group: None,
    };
    let now_ms = clock::now().timestamp_millis();
    let mut all = vec![IncidentStep::Made(Box::new(new))];
    all.extend((1..=LINES).map(|line| {
        let text = format!("Regel {line}: wat er op dat moment op het plein te zien was, in een zin of twee.");
        IncidentStep::Logged(Box::new(NewLine {
            line,
            by: author.clone(),
            organisation: OrganisationKind::ALL[0],
            from_ms: now_ms - i64::from(LINES - line) * 60_000,
            until_ms: None,
            happened: Happened::Said { text },
        }))
    }));
    let incident = IncidentChange { team: team.clone(), number: number.clone(), seen: 0, steps: all };
    let changes = vec![Change::Team(TeamChange { team, seen: None, steps }), Change::Incident(incident)];
    store.decided(&Turn { changes, out: vec![] }, now_ms).await.expect("it is written");
    store.close().await;
    number
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
