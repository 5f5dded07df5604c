//! Twenty people report at once while the process is killed, at every named place and at random: every answer is there once, and
//! every question was asked once.

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::join_all;
use tokio::runtime::Handle;

use super::super::{home, server, unique};
use super::{Alone, SEEN, SHORT, ask};
use crate::support::bot::{Home, Running};
use crate::support::person::{Person, Seen};

/// So many report at once, besides the one who falls silent.
const PEOPLE: usize = 20;

/// The places on the way of a message, and the visit at which the process is killed there.
const PLACES: [&str; 7] = [
    "after-token:3",
    "after-inbox:4",
    "before-commit:9",
    "after-commit:6",
    "before-send:11",
    "after-send:7",
    "after-mark:8",
];
/// The places on the way of what falls due. The nudge of the one who fell silent is due from the first on, and done at the last.
const DUE_PLACES: [&str; 3] = ["due", "before-fulfil", "after-fulfil"];

/// Kills at random moments besides.
const RANDOM_KILLS: u64 = 6;

/// What the person of this number saw.
fn seen_by(index: usize) -> String {
    format!("de {index:02}e keer een {SEEN}")
}

/// The messages of the bot in the room of somebody who reports, in order: what each of them holds.
fn expected() -> Vec<&'static str> {
    let asked = SHORT.iter().map(|(_, expected)| *expected);
    ["Hoeveel tijd heb je?"].into_iter().chain(asked).chain(["is verstuurd"]).collect()
}

/// Reports from beginning to end; the signal's number.
async fn reports(alone: &mut Alone<'_>, index: usize) -> String {
    let seen = seen_by(index);
    alone.say("signaal", "Hoeveel tijd heb je?").await;
    for (text, expected) in SHORT {
        alone.say(if text == SEEN { &seen } else { text }, expected).await;
    }
    alone.sends().await
}

/// Kills it at every place, then at random; the one that runs at the end.
fn kill_again_and_again(home: &Home) -> Running {
    for place in PLACES {
        killed_at(home, place);
    }
    let due = "UPDATE due SET at_ms = 1 WHERE kind = 'dialogue_nudge' AND subject IN
               (SELECT dialogue_id FROM dialogue WHERE person LIKE '@silent%')";
    assert_eq!(Handle::current().block_on(home.change_database(due)), 1, "somebody fell silent");
    for place in DUE_PLACES {
        killed_at(home, place);
    }
    // Moments spread over a start and the work after it, the same in every run.
    for round in 0..RANDOM_KILLS {
        let running = home.start();
        std::thread::sleep(Duration::from_millis(300 + round * 733 % 1900));
        running.kill();
    }
    home.started()
}

fn killed_at(home: &Home, place: &str) {
    assert_eq!(home.start_with_failpoint(place).wait_end(), None, "killed at {place}");
    let name = place.split(':').next().unwrap();
    assert!(home.log().contains(&format!("failpoint {name} reached")), "{}", home.log());
}

async fn plain_person(name: String) -> Person {
    server().register(&name, "secret", false).unwrap();
    Person::log_in_with(&server().url(), &name, false).await
}

/// A home whose bot has a team of all these people, and each of them greeted in a room for two that they made.
async fn in_a_team<'p>(home: &Home, anna: &'p Person, people: &'p [Person]) -> Vec<Alone<'p>> {
    let bot = home.started();
    let room = anna.room_with(&home.account).await;
    ask(anna, &room, &format!("!team maak Jeugd {} politie", anna.id().localpart()), "ketenkamer").await;
    ask(anna, &room, "!team groep De Haven", "De Haven").await;
    for person in people {
        ask(anna, &room, &format!("!team lid {} jongerenwerk", person.id()), "jongerenwerk").await;
    }
    let alone = join_all(people.iter().map(|person| Alone::made(person, &home.account))).await;
    assert_eq!(bot.terminate().0, Some(0));
    alone.into_iter().map(|alone| Alone { patience: Duration::from_mins(4), ..alone }).collect()
}

// The killer waits for processes while the people talk.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_again_and_again_during_twenty_reports_every_answer_is_kept_once_and_every_question_asked_once() {
    let anna = plain_person(unique("anna")).await;
    let silent = plain_person(unique("silent")).await;
    let people = join_all((0..PEOPLE).map(|_| plain_person(unique("carla")))).await;
    let home = Arc::new(home().bot(&format!("admins = [\"{}\"]", anna.id())));
    let people: Vec<Person> = people.into_iter().chain([silent]).collect();
    let mut alone = in_a_team(&home, &anna, &people).await;
    let mut of_silent = alone.pop().unwrap();

    let bot = home.started();
    of_silent.say("signaal", "Hoeveel tijd heb je?").await;
    bot.kill();
    let killing = {
        let home = Arc::clone(&home);
        tokio::task::spawn_blocking(move || kill_again_and_again(&home))
    };
    let reporting = join_all(alone.iter_mut().enumerate().map(|(index, alone)| reports(alone, index))).await;
    let bot = killing.await.unwrap();

    // Once, by the server's own word.
    let expected = expected();
    for alone in &alone {
        let history = alone.person.history(&alone.room).await;
        let by_bot = history.iter().filter(|seen| seen.sender == *home.account && seen.kind == "m.room.message");
        let said: Vec<&str> = by_bot.map(Seen::body).skip(1).collect();
        assert_eq!(said.len(), expected.len(), "{said:#?}");
        for (said, expected) in said.iter().zip(&expected) {
            assert!(said.contains(expected), "“{expected}” is not in: {said}");
        }
    }
    let mut numbers = reporting.clone();
    numbers.sort();
    numbers.dedup();
    assert_eq!(numbers.len(), PEOPLE, "each has a number of its own");
    assert_eq!(home.number("SELECT COUNT(*) FROM signal").await, Some(PEOPLE.try_into().unwrap()), "none is doubled");
    for (index, (alone, number)) in alone.iter_mut().zip(&reporting).enumerate() {
        let shown = alone.say(&format!("signaal {number}"), number).await.body().to_owned();
        let own = format!("Wat je zag: {}", seen_by(index));
        for answer in [
            own.as_str(),
            "Direct gevaar: nee",
            "Soort signaal: sfeer of trend",
            "Waar online: openbaar platform",
            "Hoe je het weet: anoniem",
            "Zekerheid: gerucht",
            "Bereik: wijk",
            "Groep: De Haven",
            "Concreet genoemd: niets van dit alles",
            "Wie contact heeft: niemand",
            "Wat je verwacht: meedenken",
        ] {
            assert!(shown.contains(answer), "“{answer}” is not in: {shown}");
        }
    }

    // What fell due was said once, and its person goes on.
    of_silent.hear("We waren nog bezig").await;
    of_silent.say("kort", "Is er nu direct gevaar").await;
    of_silent.say("stop", "Ik heb niets bewaard").await;
    assert_eq!(home.number("SELECT COUNT(*) FROM dialogue").await, Some(0));
    assert_eq!(bot.terminate().0, Some(0));
}
