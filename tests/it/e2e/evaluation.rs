//! An incident and its evaluation on the real homeserver, by people of four organisations, through a hundred days of the clock for
//! what falls due: the path from the hot debrief to the session, which is killed at every named place, the actions, the report, and
//! the lesson that comes home.

use std::time::{Duration, Instant};

use matrix_sdk::ruma::RoomId;
use schakel::clock;

use super::dialogue::{Alone, Chain, ask};
use crate::support::bot::{Home, PATIENCE, Running};
use crate::support::person::{Person, Seen};

/// What is said when an incident is opened, and what the bot says then.
const OPENING: [(&str, &str); 9] = [
    ("incident", "Wat wil je vastleggen?"),
    ("gebeurd", "Wat gebeurde er?"),
    ("Twee groepen vochten op het plein bij het water", "Wanneer was dat?"),
    ("gisteravond half elf", "Waar ongeveer?"),
    ("het stationsplein", "Om welke groep gaat het"),
    ("haven", "Horen er signalen bij?"),
    ("sla over", "Welke partners"),
    ("alle partners", "Dit ziet wie, als je verstuurt"),
    ("verstuur", "staat open"),
];

/// What bram says beforehand, and releases.
const BRAM_BEFORE: &str = "Dat ze het zouden uitpraten";

const BEFOREHAND: [(&str, &str); 10] = [
    ("1", "Wat hadden jullie vooraf verwacht"),
    (BRAM_BEFORE, "Wat gebeurde er, zoals jij"),
    ("sla over", "Welke signalen zijn niet"),
    ("sla over", "Wat had effect"),
    ("sla over", "Wie is er geraakt"),
    ("sla over", "Wat ging goed"),
    ("sla over", "Wat doen we volgende keer"),
    ("sla over", "Mogen de anderen"),
    ("ja", "Klopt dit zo?"),
    ("verstuur", "zien de anderen je antwoorden"),
];

/// The questions of the session.
const QUESTIONS: usize = 19;
const DAY_MS: i64 = 86_400_000;

/// The clock for what falls due, moved from hand to hand.
struct Clock {
    ahead_ms: i64,
}

impl Clock {
    fn start(home: &Home, failpoint: Option<&str>) -> Running {
        let file = home.path("ahead");
        let file = file.to_str().expect("a path");
        let mut environment = vec![("SCHAKEL_DUE_AHEAD", file)];
        environment.extend(failpoint.map(|failpoint| ("SCHAKEL_FAILPOINT", failpoint)));
        home.start_with(&environment)
    }

    /// When the evaluation or an action is looked at next.
    async fn next_ms(home: &Home) -> Option<i64> {
        home.number("SELECT MIN(at_ms) FROM due WHERE kind IN ('evaluation_step', 'action_asked')").await
    }

    /// Goes on to the next moment, and waits until what was due then is done and sent.
    async fn next(&mut self, home: &Home) {
        let next_ms = Self::next_ms(home).await.expect("something is to come");
        self.ahead_ms = self.ahead_ms.max(next_ms - clock::now().timestamp_millis() + 1);
        std::fs::write(home.path("ahead"), self.ahead_ms.to_string()).expect("it is written");
        let begun = Instant::now();
        // Nothing tells that a row of due work has gone; it is looked at until it has.
        while Self::next_ms(home).await.is_some_and(|at_ms| at_ms <= next_ms) || Self::waits(home).await {
            assert!(begun.elapsed() < PATIENCE, "what is due is not done:\n{}", home.log());
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// It is now, until the next moment.
    fn stands(home: &Home) {
        std::fs::write(home.path("ahead"), "0").expect("it is written");
    }

    async fn waits(home: &Home) -> bool {
        home.number("SELECT COUNT(*) FROM outbox WHERE state = 'pending'").await != Some(0)
    }
}

fn count(seen: &[Seen], text: &str) -> usize {
    seen.iter().filter(|seen| seen.body().contains(text)).count()
}

/// What the bot has said to this person anywhere, each event once.
fn heard(person: &Person, home: &Home) -> Vec<Seen> {
    let mut all: Vec<Seen> = person.seen().into_iter().filter(|seen| seen.sender == *home.account).collect();
    all.sort_by(|one, other| one.event.cmp(&other.event));
    all.dedup_by(|one, other| one.event == other.event);
    all
}

/// The bot has said this to this person somewhere.
fn shows(person: &Person, home: &Home, text: &str) -> bool {
    heard(person, home).iter().any(|seen| seen.body().contains(text))
}

async fn waits_for(person: &Person, home: &Home, text: &str) -> Seen {
    let found = |seen: &[Seen]| {
        let by_bot = |seen: &&Seen| seen.sender == *home.account;
        seen.iter().filter(by_bot).rfind(|seen| seen.body().contains(text)).cloned()
    };
    person.wait_for(text, Duration::from_mins(2), found).await
}

/// The number that begins so in a text.
fn number_in(text: &str, letters: &str) -> String {
    let at = text.find(&format!("{letters}-20")).unwrap_or_else(|| panic!("no number in: {text}"));
    text[at..at + letters.len() + 10].to_owned()
}

/// Answers to the first nine questions, at each of which the process is killed somewhere; none is lost and none is there twice.
const KILLED_AT: [&str; 6] =
    ["after-inbox", "before-commit", "after-commit", "before-send", "after-send", "after-mark"];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_incident_goes_from_the_first_hour_to_the_lesson_in_the_matrix() {
    let Chain { home, bot, room, anna, bram, carla, cees, dirk } = Chain::new().await;
    assert_eq!(bot.terminate().0, Some(0));
    let mut clock = Clock { ahead_ms: 0 };
    let mut running = Some(Clock::start(&home, None));
    running.as_mut().expect("it runs").wait_ready();
    let begun_ms = clock::now().timestamp_millis();

    // The incident.
    let mut of_carla = Alone::made(&carla, &home.account).await;
    of_carla.walk(&OPENING).await;
    let number = number_in(waits_for(&carla, &home, "regel 1 van de tijdlijn").await.body(), "I");
    let notice = waits_for(&bram, &home, &number).await;
    assert!(!notice.body().contains("vochten"), "{}", notice.body());
    ask(&bram, &room, &format!("!incident {number} log gisteren 22:15 Wij spraken beide groepen aan"), "regel 2").await;
    ask(&carla, &room, &format!("!incident {number} interventie huisbezoek hielp"), "regel 3").await;
    of_carla.say(&format!("incident {number} sluit Het is weer rustig"), "Zo kijken jullie terug").await;

    // The path, by the clock for what falls due.
    clock.next(&home).await;
    waits_for(&anna, &home, &format!("Praat vandaag even na over {number}")).await;
    ask(&anna, &room, &format!("!evaluatie {number} gedaan debrief"), "Genoteerd voor").await;
    clock.next(&home).await;
    let mut of_bram = Chain::invited_by(&home, &bram).await;
    of_bram.hear("wat is jouw kijk?").await;
    // Nobody is hurried while they answer.
    Clock::stands(&home);
    of_bram.walk(&BEFOREHAND).await;
    let mut of_dirk = Chain::invited_by(&home, &dirk).await;
    of_dirk.hear("wat is jouw kijk?").await;
    of_dirk.say("2", "niets toe te voegen").await;
    of_carla.hear("wat is jouw kijk?").await;
    clock.next(&home).await;
    of_carla.hear("Nog even over").await;
    clock.next(&home).await;
    of_carla.hear("Vandaag kan het nog").await;
    let poll = waits_for(&anna, &home, "Wanneer kijken jullie samen terug").await;
    assert!(!shows(&anna, &home, BRAM_BEFORE), "nobody sees what bram said");
    bram.react(&room, &poll.event, "1\u{fe0f}\u{20e3}").await;
    dirk.reply(&room, &poll.event, "kan 1 2").await;
    carla.reply(&room, &poll.event, "1").await;
    ask(&anna, &room, &format!("!evaluatie {number} kan 1"), "").await;
    let settled = waits_for(&cees, &home, "jullie kijken samen terug op").await;
    assert!(!settled.content["m.mentions"]["user_ids"].as_array().is_none_or(Vec::is_empty), "{settled:?}");
    // The time to answer is over; then the morning of the session.
    clock.next(&home).await;
    clock.next(&home).await;
    waits_for(&dirk, &home, "Vandaag: samen terugkijken op").await;

    // The session, killed in the middle of it.
    anna.say(&room, &format!("!evaluatie {number} start")).await;
    let answered = session(&home, &room, [&anna, &bram, &carla, &dirk], &number, &mut running).await;
    let stored = home.number("SELECT COUNT(*) FROM contribution WHERE stage = 'session'").await;
    assert_eq!(stored, Some(answered), "each answer is there once");
    assert!(shows(&anna, &home, BRAM_BEFORE), "released, and the time is over");

    // What follows: the lesson, the report, the action.
    ask(&carla, &room, &format!("!evaluatie {number} les huisbezoek: Samen gaan met twee organisaties werkt"), "")
        .await;
    ask(&anna, &room, &format!("!evaluatie {number} bevestig"), "").await;
    ask(&dirk, &room, "!interventie huisbezoek", "Ervaring in de keten: enkele keren").await;
    bram.say(&room, &format!("!evaluatie {number} rapport")).await;
    let pdf = bram
        .wait_for("the report", Duration::from_mins(2), |seen| {
            seen.iter().find(|one| one.content["info"]["mimetype"] == "application/pdf").cloned()
        })
        .await;
    assert!(pdf.encrypted && pdf.content["file"].is_object(), "it is encrypted: {pdf:?}");
    assert!(bram.download(&pdf.content).await.starts_with(b"%PDF-"));
    while Clock::next_ms(&home).await.is_some_and(|at_ms| at_ms <= begun_ms + 100 * DAY_MS) {
        clock.next(&home).await;
        let asked = heard(&bram, &home).iter().filter(|seen| seen.body().contains("samen lopen")).count();
        if asked == 1 && !heard(&bram, &home).iter().any(|seen| seen.body().contains("is klaar")) {
            let action = number_in(waits_for(&bram, &home, "samen lopen").await.body(), "A");
            ask(&bram, &room, &format!("!actie {action} klaar"), "klaar").await;
        }
    }
    // Each came once, and nothing of what was not needed.
    let all = heard(&cees, &home);
    for (text, times) in [
        ("Praat vandaag even na", 1),
        ("Is er al even nagepraat", 0),
        ("Wanneer kijken jullie samen terug", 1),
        ("jullie kijken samen terug op", 1),
        ("Vandaag: samen terugkijken op", 1),
        ("Er is nog niet samen teruggekeken", 0),
    ] {
        assert_eq!(count(&all, text), times, "{text}");
    }
    assert_eq!(Clock::next_ms(&home).await, None, "nothing is left to be asked");
    assert_eq!(running.expect("it runs").terminate().0, Some(0));
}

/// All nineteen questions, an answer to each, and the process killed at some of them; how many answers there are.
async fn session(
    home: &Home,
    room: &RoomId,
    [anna, bram, carla, dirk]: [&Person; 4],
    number: &str,
    running: &mut Option<Running>,
) -> i64 {
    for at in 1..=QUESTIONS {
        let question = waits_for(anna, home, &format!("Vraag {at} van {QUESTIONS}.")).await;
        let who = [bram, carla, dirk][at % 3];
        let place = KILLED_AT.get(at.wrapping_sub(2)).filter(|_| at < QUESTIONS);
        if let Some(place) = place {
            running.take().expect("it runs").kill();
            *running = Some(Clock::start(home, Some(place)));
        }
        let text = if at == QUESTIONS { "4".to_owned() } else { format!("Ons antwoord nummer {at}") };
        let said = who.reply(room, &question.event, &text).await;
        if place.is_some() {
            let ended = running.take().expect("it runs");
            ended.wait_log(&format!("failpoint {} reached", KILLED_AT[at - 2]));
            ended.wait_end();
            *running = Some(Clock::start(home, None));
        }
        let noted = who.answer_to(&said).await;
        assert!(noted.body().starts_with('✓'), "{}", noted.body());
        if at == QUESTIONS - 3 {
            let line = format!("!evaluatie {number} actie {} over 3 weken: Elke vrijdag samen lopen", bram.id());
            ask(anna, room, &line, "A-20").await;
        }
        anna.say(room, "!volgende").await;
    }
    waits_for(anna, home, "is klaar. Dank jullie wel.").await;
    i64::try_from(QUESTIONS).expect("a few")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_english_what_was_prevented_takes_the_same_path_with_fewer_questions() {
    let Chain { home, bot, room, anna, bram, carla, .. } = Chain::new().await;
    assert_eq!(bot.terminate().0, Some(0));
    let mut clock = Clock { ahead_ms: 0 };
    let mut running = Clock::start(&home, None);
    running.wait_ready();
    ask(&anna, &room, "!taal en", "English").await;
    let mut of_carla = Alone::made(&carla, &home.account).await;
    of_carla
        .walk(&[
            ("language en", "English"),
            ("incident", "What do you want to record?"),
            ("prevented", "What happened?"),
            ("Two groups were on their way to the square", "When was that?"),
            ("last night at half past ten", "Where, roughly?"),
            ("the square", "Which group is it about"),
            ("skip", "Do signals belong to it?"),
            ("skip", "Which partners"),
            ("all partners", "Who sees what, when you send it"),
            ("send", "is open"),
        ])
        .await;
    let number = number_in(waits_for(&carla, &home, "line 1 of the timeline").await.body(), "I");
    of_carla.say(&format!("incident {number} close It is quiet again"), "This is how you look back").await;
    clock.next(&home).await;
    let mut of_bram = Chain::invited_by(&home, &bram).await;
    // Bram has chosen no language.
    of_bram.hear("wat is jouw kijk?").await;
    anna.say(&room, &format!("!evaluation {number} start")).await;
    let question = waits_for(&anna, &home, "Question 1 of 6.").await;
    let said = bram.reply(&room, &question.event, "The street coach saw it in time").await;
    assert!(bram.answer_to(&said).await.body().starts_with('✓'));
    ask(&anna, &room, "!end", "is done. Thank you all").await;
    assert_eq!(running.terminate().0, Some(0));
}
