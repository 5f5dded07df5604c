//! Aftercare, as one person has it alone with the bot, through three months. It is Tuesday 24 November 2026, 08:00 in Amsterdam.

mod contact;

use chrono::{NaiveDate, TimeDelta};
use schakel::console::{Seen, Shown};
use schakel::domain::Contact;

use super::evaluations::{Heard, in_room};
use super::{Stage, assert_holds, only};

const NEUTRAL: &str = "Nazorg gaat alleen in een gesprek met mij alleen. Typ daar nazorg. Niemand ziet wie dat doet. Hier heb ik niets \
                       gedaan.";

/// The texts that came into somebody's direct room, and how many messages were taken away there.
fn there(shown: &[Shown], person: &str) -> (Vec<String>, usize) {
    let room = format!("!direct.{person}:console");
    let here = shown.iter().filter(|one| one.room.as_str() == room);
    let (said, gone): (Vec<&Shown>, Vec<&Shown>) = here.partition(|one| matches!(one.what, Seen::Said { .. }));
    (
        said.iter().map(|one| one.text().to_owned()).collect(),
        gone.iter().filter(|one| one.what == Seen::Redacted).count(),
    )
}

impl Stage {
    /// A chain in which the bot may take messages away in the direct rooms, with two numbers to call.
    async fn with_care() -> Self {
        let mut stage = Self::chain_with(|me| {
            let contact = |name: &str, hours: &str, day: (i32, u32, u32)| Contact {
                name: name.into(),
                phone: "010-1234567".into(),
                hours: hours.into(),
                checked: NaiveDate::from_ymd_opt(day.0, day.1, day.2).expect("a day"),
            };
            me.contacts = vec![
                contact("Collegiale opvang", "ma-vr 9-17 uur", (2026, 11, 1)),
                contact("Bedrijfsarts", "", (2026, 1, 15)),
            ];
        })
        .await;
        for person in ["anna", "bram", "carla", "dirk", "eva"] {
            stage.world.let_bot_redact(person, "direct");
        }
        stage
    }

    /// What the bot says alone with this person, and how many messages it takes away there.
    async fn care(&mut self, person: &str, text: &str) -> (String, usize) {
        let shown = self.ask_in("direct", person, text).await;
        let (said, gone) = there(&shown, person);
        assert_eq!(said.len(), 1, "{shown:#?}");
        (said[0].clone(), gone)
    }

    /// What follows when so much time has gone by.
    async fn later(&mut self, time: TimeDelta, person: &str) -> (Vec<String>, usize) {
        self.pass(time);
        let shown = self.world.settle().await.expect("what is due is done");
        there(&shown, person)
    }

    /// So many rows say anything of aftercare, in whatever table.
    async fn traces(&self) -> i64 {
        let url = format!("sqlite:{}", self.folder.path().join("bot.db").display());
        let pool = sqlx::SqlitePool::connect(&url).await.expect("the database opens");
        let all = sqlx::query_scalar(
            "SELECT (SELECT COUNT(*) FROM aftercare)
                  + (SELECT COUNT(*) FROM due WHERE kind LIKE 'check_in%')
                  + (SELECT COUNT(*) FROM record_key WHERE record LIKE 'aftercare/%')
                  + (SELECT COUNT(*) FROM outbox WHERE shows LIKE 'aftercare/%')
                  + (SELECT COUNT(*) FROM private_say WHERE shows LIKE 'aftercare/%')
                  + (SELECT COUNT(*) FROM said_of WHERE record LIKE 'aftercare/%')
                  + (SELECT COUNT(*) FROM audit WHERE record LIKE '%aftercare%')",
        );
        let all = all.fetch_one(&pool).await.expect("the statement runs");
        pool.close().await;
        all
    }

    /// Somebody takes part, and the talk about it has been taken away.
    async fn takes_part(&mut self, person: &str) {
        self.care(person, "nazorg").await;
        self.care(person, "ja").await;
        self.later(TimeDelta::minutes(61), person).await;
    }
}

#[tokio::test]
async fn what_happens_is_said_before_anything_does() {
    let mut stage = Stage::with_care().await;
    let (text, gone) = stage.care("bram", "nazorg").await;
    assert_holds(
        &text,
        &[
            "gevaar? Bel 112",
            "niet tussen 21:00 en 8:00",
            "je antwoord bewaar ik niet",
            "Er is geen lijst",
            "binnen een uur weg",
            "gaat na een dag weg",
            "7 dagen",
            "met één woord: stop",
            "Collegiale opvang: 010-1234567 (ma-vr 9-17 uur), nagekeken op 1 november 2026",
            "op 15 januari 2026 voor het laatst nagekeken. Het kan veranderd zijn",
            "Typ ja",
        ],
    );
    assert_eq!(gone, 0);
    let (text, _) = stage.care("bram", "ja").await;
    assert_holds(&text, &["Je doet mee", "24 november 2026, 12:00", "stop"]);
    // All of this talk goes: two messages of bram's and two of the bot's.
    assert_eq!(stage.later(TimeDelta::minutes(61), "bram").await, (vec![], 4));
    let (text, _) = stage.care("bram", "nazorg").await;
    assert_holds(&text, &["Je doet mee", "24 november 2026, 12:00", "Collegiale opvang"]);
}

#[tokio::test]
async fn five_questions_come_in_three_months_and_then_nothing_is_left() {
    let mut stage = Stage::with_care().await;
    stage.takes_part("bram").await;
    let heard = stage.days(100).await;
    let mine: Vec<&Heard> = in_room(&heard, "direct.bram");
    let said: Vec<(&str, &str)> = mine.iter().map(|one| (one.at.as_str(), one.text.as_str())).collect();
    let expected = [
        ("24-11 12", "Even kijken hoe het nu gaat"),
        ("26-11 09", "een paar dagen later"),
        ("01-12 09", "een week verder"),
        ("29-12 09", "Bel je bedrijfsarts of je huisarts"),
        ("23-02 09", "de laatste keer dat ik het vraag"),
    ];
    assert_eq!(said.len(), expected.len(), "{said:#?}");
    for ((at, text), (on, part)) in said.iter().zip(expected) {
        assert_eq!(*at, on, "{text}");
        assert_holds(text, &[part, "1. het gaat wel", "2. ik wil een collega spreken", "3. nu liever niet", "stop"]);
        assert!(!text.contains("I-2026") && !text.contains("incident"), "{text}");
    }
    assert_holds(said[2].1, &["Collegiale opvang"]);
    assert_holds(said[4].1, &["Hierna wis ik alles", "typ nazorg"]);
    assert_eq!(stage.traces().await, 0);
    assert!(heard.iter().all(|one| one.room == "direct.bram"), "nobody else hears anything: {heard:#?}");
}

#[tokio::test]
async fn a_number_gets_a_short_answer_and_all_of_it_goes() {
    for (typed, parts) in [
        ("1", vec!["Fijn om te horen"]),
        ("2", vec!["Bel 112", "Goed dat je het zegt", "Bel vandaag nog iemand", "Collegiale opvang"]),
        ("3", vec!["je hoeft niets", "Collegiale opvang"]),
        ("collega spreken", vec!["Goed dat je het zegt"]),
    ] {
        let mut stage = Stage::with_care().await;
        stage.takes_part("bram").await;
        let (said, _) = stage.later(TimeDelta::hours(3), "bram").await;
        assert_holds(only_text(&said), &["Even kijken hoe het nu gaat"]);
        let (text, gone) = stage.care("bram", typed).await;
        assert_holds(&text, &parts);
        assert_holds(&text, &["nergens bewaard", "binnen een uur weg"]);
        assert_eq!(gone, 2, "question and answer go at once");
        let (text, gone) = stage.care("bram", "1").await;
        assert_holds(&text, &["Een cijfer is genoeg"]);
        assert_eq!(gone, 1, "also when nothing is asked any more");
        assert_eq!(stage.later(TimeDelta::minutes(61), "bram").await, (vec![], 2), "and the answers within the hour");
        assert_eq!(stage.traces().await, 3, "the plan, its key and its next moment");
    }
}

fn only_text(said: &[String]) -> &str {
    assert_eq!(said.len(), 1, "{said:#?}");
    &said[0]
}

#[tokio::test]
async fn words_are_taken_away_and_the_question_stays() {
    let mut stage = Stage::with_care().await;
    stage.takes_part("bram").await;
    let (said, _) = stage.later(TimeDelta::hours(3), "bram").await;
    assert_eq!(said.len(), 1);
    for typed in ["Ik slaap slecht door dat filmpje", "huisbezoek", &"een lang verhaal ".repeat(100), "7"] {
        let (text, gone) = stage.care("bram", typed).await;
        assert_holds(&text, &["Een cijfer is genoeg: 1, 2 of 3", "niet bewaard", "Collegiale opvang", "Typ hulp"]);
        assert!(!text.contains("filmpje"));
        assert_eq!(gone, 1);
    }
    // What is a command stays one.
    assert_holds(&stage.alone("bram", "begrip drill").await, &["drill"]);
    let (text, gone) = stage.care("bram", "1").await;
    assert_holds(&text, &["Fijn om te horen"]);
    assert_eq!(gone, 2);
}

#[tokio::test]
async fn a_question_that_nobody_answers_goes_after_a_day() {
    let mut stage = Stage::with_care().await;
    stage.takes_part("bram").await;
    assert_eq!(stage.later(TimeDelta::hours(3), "bram").await.0.len(), 1);
    assert_eq!(stage.later(TimeDelta::hours(23), "bram").await, (vec![], 0));
    assert_eq!(stage.later(TimeDelta::hours(2), "bram").await, (vec![], 1));
    assert_eq!(stage.traces().await, 3);
}

#[tokio::test]
async fn one_word_stops_it_and_nothing_is_left() {
    for word in ["stop", "nazorg stop", "aftercare stop", "Stop"] {
        let mut stage = Stage::with_care().await;
        stage.takes_part("bram").await;
        let (said, _) = stage.later(TimeDelta::hours(3), "bram").await;
        assert_eq!(said.len(), 1);
        let (text, gone) = stage.care("bram", word).await;
        assert_holds(&text, &["Je doet niet meer mee", "Alles is gewist"]);
        assert_eq!(gone, 1, "the question goes at once");
        assert_eq!(stage.traces().await, 3, "only that this answer goes as well");
        assert_eq!(stage.later(TimeDelta::minutes(61), "bram").await, (vec![], 2));
        assert_eq!(stage.traces().await, 0);
        assert_eq!(in_room(&stage.days(100).await, "direct.bram").len(), 0);
        assert_holds(&stage.care("bram", "nazorg stop").await.0, &["Je doet niet mee"]);
    }
}

#[tokio::test]
async fn stop_works_long_after_anything_was_asked_and_is_nothing_to_who_takes_no_part() {
    let mut stage = Stage::with_care().await;
    stage.takes_part("bram").await;
    assert_holds(&stage.care("bram", "stop").await.0, &["Je doet niet meer mee"]);
    assert_holds(&stage.alone("carla", "stop").await, &["Dit past bij je vraag"]);
}

#[tokio::test]
async fn in_a_shared_room_everybody_gets_the_same_line_and_nothing_happens() {
    let mut stage = Stage::with_care().await;
    stage.takes_part("bram").await;
    let before = stage.traces().await;
    for person in ["bram", "carla", "anna", "frits"] {
        for typed in ["!nazorg", "!nazorg ja", "!nazorg stop", "!nazorg antwoord 2"] {
            assert_eq!(only(&stage.ask(person, typed).await), NEUTRAL, "{person}: {typed}");
        }
    }
    assert_eq!(stage.traces().await, before);
    assert_holds(&stage.care("bram", "nazorg").await.0, &["Je doet mee"]);
    assert_holds(&stage.care("carla", "nazorg").await.0, &["Wil je dit?"]);
}

#[tokio::test]
async fn two_people_side_by_side_know_nothing_of_each_other() {
    let mut stage = Stage::with_care().await;
    stage.takes_part("bram").await;
    stage.pass(TimeDelta::hours(1));
    stage.takes_part("carla").await;
    stage.pass(TimeDelta::hours(5));
    let shown = stage.world.settle().await.expect("what is due is done");
    assert_eq!((there(&shown, "bram").0.len(), there(&shown, "carla").0.len()), (1, 1));
    assert_eq!(shown.len(), 2, "{shown:#?}");
    assert_holds(&stage.care("bram", "1").await.0, &["Fijn"]);
    assert_holds(&stage.care("carla", "stop").await.0, &["Je doet niet meer mee"]);
    assert_holds(&stage.care("bram", "nazorg").await.0, &["Je doet mee"]);
    // Nobody finds it anywhere else.
    for line in ["team", "team log", "status", "incident lijst"] {
        let shown = stage.ask_in("direct", "anna", line).await;
        assert!(shown.iter().all(|one| !one.text().to_lowercase().contains("nazorg")), "{line}: {shown:#?}");
    }
}

#[tokio::test]
async fn after_a_time_away_one_question_comes_and_never_at_night() {
    let mut stage = Stage::with_care().await;
    stage.takes_part("bram").await;
    // Nine days and some hours later, at three at night.
    assert_eq!(stage.later(TimeDelta::days(9) + TimeDelta::hours(18), "bram").await, (vec![], 0));
    let (said, _) = stage.later(TimeDelta::hours(7), "bram").await;
    assert_holds(only_text(&said), &["een week verder"]);
    let rest = stage.days(100).await;
    assert_eq!(in_room(&rest, "direct.bram").len(), 2, "{rest:#?}");
}

#[tokio::test]
async fn who_answers_something_else_is_asked_later() {
    let mut stage = Stage::with_care().await;
    stage.takes_part("bram").await;
    stage.pass(TimeDelta::hours(2) + TimeDelta::minutes(50));
    stage.ask_in("direct", "bram", "incident").await;
    let (said, _) = stage.later(TimeDelta::minutes(15), "bram").await;
    assert_eq!(said.len(), 0, "{said:#?}");
    stage.ask_in("direct", "bram", "stop").await;
    let (said, _) = stage.later(TimeDelta::hours(1), "bram").await;
    assert_holds(only_text(&said), &["Even kijken hoe het nu gaat"]);
}

#[tokio::test]
async fn who_has_left_can_still_stop_and_is_not_asked_any_more() {
    let mut stage = Stage::with_care().await;
    stage.takes_part("bram").await;
    stage.takes_part("carla").await;
    stage.ask("anna", "!team weg @bram").await;
    stage.ask("anna", "!team weg @carla").await;
    assert_holds(&stage.care("bram", "nazorg stop").await.0, &["Je doet niet meer mee"]);
    let heard = stage.days(3).await;
    assert!(heard.is_empty(), "{heard:#?}");
    assert_eq!(stage.traces().await, 0, "the plan ended in silence");
    assert_holds(&stage.alone("carla", "nazorg").await, &["team"]);
}

#[tokio::test]
async fn without_numbers_it_says_whom_to_ask() {
    let mut stage = Stage::chain_with(|me| me.notice.run_by = "functioneel beheer, tel. 14010".into()).await;
    let shown = stage.ask_in("direct", "bram", "nazorg").await;
    assert_holds(only(&shown), &["Hier is geen nummer ingesteld", "functioneel beheer, tel. 14010"]);
}

#[tokio::test]
async fn where_the_bot_may_take_nothing_away_it_says_how_people_can() {
    let mut stage = Stage::chain().await;
    stage.ask_in("direct", "bram", "nazorg").await;
    stage.ask_in("direct", "bram", "ja").await;
    stage.pass(TimeDelta::hours(5));
    stage.world.settle().await.expect("what is due is done");
    let shown = stage.ask_in("direct", "bram", "1").await;
    let (said, _) = there(&shown, "bram");
    assert_holds(&said.join("\n"), &["Doe het zelf", "Fijn om te horen"]);
}

#[tokio::test]
async fn in_english_all_of_it_reads_the_same() {
    let mut stage = Stage::with_care().await;
    stage.alone("bram", "language en").await;
    assert_holds(&stage.care("bram", "aftercare").await.0, &["Call 112", "with one word: stop", "Type yes"]);
    assert_holds(&stage.care("bram", "yes").await.0, &["You take part"]);
    stage.later(TimeDelta::minutes(61), "bram").await;
    let (said, _) = stage.later(TimeDelta::hours(3), "bram").await;
    assert_holds(only_text(&said), &["how you are now", "1. I am all right", "Type 1, 2 or 3"]);
    assert_holds(&stage.care("bram", "2").await.0, &["Good that you say so", "Call somebody today"]);
    assert_holds(&stage.care("bram", "stop").await.0, &["You do not take part any more"]);
    assert_eq!(
        only(&stage.ask("bram", "!aftercare").await),
        "Aftercare works only in a chat with me alone. Type aftercare there. Nobody sees who does. I have done nothing here."
    );
}

#[tokio::test]
async fn after_an_incident_it_is_offered_to_everybody_alike() {
    let mut stage = Stage::with_care().await;
    let number = stage.incident("alle partners").await;
    let offer = "Iets heftigs meegemaakt? Typ nazorg in een gesprek met mij alleen";
    assert_holds(&stage.alone("carla", &format!("incident {number} sluit Het is weer rustig")).await, &[offer]);
    let heard = stage.days(1).await;
    assert_holds(&in_room(&heard, "room.keten")[0].text, &[offer, "is iedereen veilig thuis, wie belt wie?"]);
}
