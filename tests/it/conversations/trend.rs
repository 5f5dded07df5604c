//! What a chain reads of its own weeks: numbers and one picture, as far as everybody sees them who reads the answer. It is Tuesday 24
//! November 2026, week 48.

use chrono::{NaiveDate, TimeDelta};
use schakel::console::{Seen, Shown};
use schakel::domain::{
    Change, File, Form, KeptForm, Label, NewSignal, OrganisationKind, RecordKind, RecordNumber, RoomId, SignalChange,
    SignalStep, Value,
};

use super::signals::by_carla;
use super::{LIBRARY, Stage, assert_holds, only};

const ALL: [OrganisationKind; 3] = [OrganisationKind::Police, OrganisationKind::Municipality, OrganisationKind::School];

/// The form with which people report.
fn form() -> &'static Form {
    LIBRARY.forms().iter().find(|form| form.id == "signal").expect("there is one")
}

fn with(new: &mut NewSignal, platform: &str, done: &[&str]) {
    new.form = KeptForm { name: "signal".into(), json: serde_json::to_string(form()).expect("plain values") };
    let done = done.iter().map(|slug| (*slug).to_owned()).collect::<Vec<_>>();
    new.answers.insert("platform".into(), Value::Choice(platform.to_owned()));
    if !done.is_empty() {
        new.answers.insert("done".into(), Value::Interventions(done));
    }
}

impl Stage {
    /// carla has sent a thousand signals for all partners.
    async fn thousand_signals(&mut self) {
        let team = self.store().await.team_of_room(&RoomId::new("!room.keten:console")).await;
        let team = team.expect("it is read").expect("it has a team").team;
        let made = |random: u32| {
            let mut new = by_carla(&team, Label::Amber);
            with(&mut new, "snapchat", &["huisbezoek"]);
            new.protection.shared_with = ALL.into();
            let number = RecordNumber::new(RecordKind::Signal, 2026, random * 431);
            let steps = vec![SignalStep::Made(Box::new(new))];
            Change::Signal(SignalChange { team: team.clone(), number, seen: 0, steps })
        };
        let changes = (0..1_000).map(made).collect();
        self.happens(changes).await;
    }

    /// carla sends so many signals with this label, for all partners where it is amber.
    async fn signals(&mut self, letter: char, many: usize, label: Label, change: impl Fn(&mut NewSignal)) {
        let letters = "bcdfghjkmnpqrstvwxz";
        for last in letters.chars().take(many) {
            self.signal_called(&format!("S-2026-{letter}b{letter}{last}"), label, |new| {
                with(new, "snapchat", &[]);
                new.protection.shared_with = ALL.into();
                change(new);
            })
            .await;
        }
    }
}

/// The text and the picture of the only answer here.
#[track_caller]
fn picture(shown: &[Shown]) -> (&str, &File) {
    assert_eq!(shown.len(), 1, "{shown:#?}");
    match &shown[0].what {
        Seen::Said { text, file: Some(file), .. } => (text, file),
        other => panic!("no file: {other:?}"),
    }
}

#[tokio::test]
async fn the_room_counts_what_everybody_there_sees_and_the_author_alone_counts_more() {
    let mut stage = Stage::chain().await;
    stage.signals('b', 7, Label::Amber, |_| {}).await;
    stage.signals('c', 6, Label::AmberStrict, |new| new.level = 3).await;
    let shown = stage.ask("carla", "!trend").await;
    let (text, file) = picture(&shown);
    assert_holds(
        text,
        &[
            "Trend van 7 september 2026 tot en met 24 november 2026",
            "iedereen hier",
            "Signalen per week (samen 7)",
            "week 37 (7 sep): 0;",
            "week 48 (23 nov): 7.",
            "hoog (rood): 0; verhoogd (oranje): 0; laag (groen): 7; informatie: 0",
            "nog niets gedaan: 7",
            "Platform: Snapchat: 7.",
            "nog niet, kan nog: 7",
            "De laatste week is nog niet om.",
        ],
    );
    assert_eq!((file.name(), file.media_type()), ("trend-2026-09-07.png", "image/png"));
    let (width, height) = file.pixels().expect("they are known");
    assert!(width == 1080 && (1_000..=4_800).contains(&height), "{height}");
    let alone = stage.alone("carla", "trend").await;
    assert_holds(&alone, &["jij mag zien", "samen 13", "hoog (rood): 6", "laag (groen): 7"]);
    let police = stage.alone("bram", "trend").await;
    assert_holds(&police, &["samen 7", "hoog (rood): 0"]);
    for text in [text, alone.as_str(), police.as_str()] {
        assert!(!text.contains("carla") && !text.contains("S-2026"), "{text}");
    }
}

#[tokio::test]
async fn weeks_go_by_and_a_period_shows_its_own_only() {
    let mut stage = Stage::chain().await;
    stage.signals('b', 5, Label::Amber, |_| {}).await;
    stage.pass(TimeDelta::weeks(1));
    stage.signals('c', 8, Label::Amber, |_| {}).await;
    stage.pass(TimeDelta::weeks(3));
    let shown = stage.ask("anna", "!trend 4 weken").await;
    let (text, _) = picture(&shown);
    assert_holds(text, &["week 49 (30 nov): 8; week 50 (7 dec): 0", "samen 8", "nog niet, dag is om: 8"]);
    assert!(!text.contains("week 48"), "{text}");
    let shown = stage.ask("anna", "!trend vorige maand").await;
    assert_holds(
        picture(&shown).0,
        &["1 november 2026", "30 november 2026", "week 48 (23 nov): 5; week 49 (30 nov): 0"],
    );
    assert!(!picture(&shown).0.contains("laatste week"), "it is over");
    let shown = stage.ask("anna", "!trend 2026").await;
    assert_holds(picture(&shown).0, &["Signalen per maand", "nov 2026: 5; dec 2026: 8", "jan 2026: 0"]);
    assert_holds(picture(&shown).0, &["De laatste maand is nog niet om."]);
}

#[tokio::test]
async fn in_english_it_says_the_same() {
    let mut stage = Stage::chain().await;
    stage.signals('b', 7, Label::Amber, |new| with(new, "tiktok", &["huisbezoek"])).await;
    stage.ask("anna", "!taal en").await;
    let shown = stage.ask("bram", "!trend since 1 november").await;
    assert_holds(
        picture(&shown).0,
        &[
            "Trend from 1 November 2026 to 24 November 2026",
            "Signals by week (7 together)",
            "week 44 (1 Nov): 0",
            "week 48 (23 Nov): 7.",
            "low (green): 7",
            "TikTok: 7",
            "not known yet 7",
            "not yet, still time: 7",
        ],
    );
    assert_holds(only(&stage.ask("bram", "!trend whatever").await), &["“whatever” is no period", "!trend 4 weeks"]);
}

#[tokio::test]
async fn a_few_signals_are_never_told_exactly() {
    let mut stage = Stage::chain().await;
    stage.signals('b', 2, Label::Amber, |_| {}).await;
    stage.signals('c', 1, Label::Amber, |new| new.level = 3).await;
    let shown = stage.ask("bram", "!trend").await;
    let (text, _) = picture(&shown);
    assert_holds(text, &["week 48 (23 nov): minder dan 5", "1 tot en met 4", "Niet getoond", "“Hoe ernstig”"]);
    assert!(!text.contains("hoog (rood)"), "two levels would tell that there are two signals: {text}");
    stage.signals('d', 17, Label::Amber, |_| {}).await;
    let shown = stage.ask("bram", "!trend").await;
    let (text, _) = picture(&shown);
    assert_holds(text, &["hoog (rood): minder dan 5", "laag (groen): 10 tot en met 19", "10–19"]);
}

#[tokio::test]
async fn what_is_not_for_all_of_them_counts_as_not_stated() {
    let mut stage = Stage::chain().await;
    stage.signals('b', 6, Label::Green, |new| new.protection.shared_with = [OrganisationKind::Police].into()).await;
    let room = stage.ask("bram", "!trend").await;
    assert_holds(picture(&room).0, &["samen 6", "Platform: niet genoemd: 6", "niet genoemd: 6"]);
    let police = stage.alone("bram", "trend").await;
    assert!(!police.contains("niet genoemd"), "green adds nothing to the list, and takes nothing: {police}");
}

#[tokio::test]
async fn what_was_tried_stands_with_what_it_did() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("alle partners").await;
    for _ in 0..5 {
        stage.alone("carla", &format!("incident {number} interventie huisbezoek hielp")).await;
    }
    stage.alone("carla", &format!("incident {number} interventie huisbezoek geen effect")).await;
    let hidden = stage.incident("mijn eigen organisatie").await;
    stage.alone("carla", &format!("incident {hidden} interventie huisbezoek maakte het erger")).await;
    let shown = stage.ask("bram", "!trend").await;
    let (text, _) = picture(&shown);
    assert_holds(
        text,
        &["Wat is ingezet", "Huisbezoek: hielp 5, geen effect minder dan 5", "Geen signalen in deze tijd."],
    );
    assert!(!text.contains("erger"), "the police do not see that incident: {text}");
    assert_holds(&stage.alone("carla", "trend").await, &["maakte het erger minder dan 5"]);
}

#[tokio::test]
async fn what_a_reporter_had_done_counts_in_its_phase_and_is_not_known_yet() {
    let mut stage = Stage::chain().await;
    stage.signals('b', 6, Label::Amber, |new| with(new, "snapchat", &["huisbezoek", "terugkoppeling"])).await;
    stage.signals('c', 5, Label::Amber, |_| {}).await;
    let shown = stage.ask("bram", "!trend").await;
    let (text, _) = picture(&shown);
    assert_holds(text, &["een signaal kan in meer fasen staan", "nog niets gedaan: 5", "nog niet bekend 6"]);
    assert_holds(text, &["“Nog niet bekend” telt ook mee wat een melder al had gedaan."]);
}

#[tokio::test]
async fn feedback_is_on_time_or_not() {
    let mut stage = Stage::chain().await;
    let early = NaiveDate::from_ymd_opt(2026, 11, 26).expect("a day");
    stage.signals('b', 5, Label::Amber, |new| new.feedback_on = early).await;
    stage.signals('c', 5, Label::Amber, |_| {}).await;
    for last in ["b", "c", "d", "f", "g"] {
        for (letter, to) in [("b", "bram"), ("c", "bram")] {
            stage.alone(to, &format!("signaal S-2026-{letter}b{letter}{last} pak")).await;
        }
    }
    stage.pass(TimeDelta::days(3));
    for letter in ["b", "c"] {
        for last in ["b", "c", "d", "f", "g"] {
            let line = format!("signaal S-2026-{letter}b{letter}{last} terug We spraken met de groep");
            stage.ask_in("direct", "bram", &line).await;
        }
    }
    let shown = stage.ask("eva", "!trend").await;
    assert_holds(picture(&shown).0, &["Terugkoppeling aan de melder: op tijd: 5; te laat: 5; nog niet, kan nog: 0"]);
}

#[tokio::test]
async fn what_cannot_be_shown_is_told_in_one_line() {
    let mut stage = Stage::chain().await;
    let none = stage.ask("bram", "!trend").await;
    assert_holds(only(&none), &["niets geteld dat iedereen hier mag zien", "7 september 2026"]);
    assert!(matches!(&none[0].what, Seen::Said { file: None, .. }), "{none:?}");
    stage.signals('b', 6, Label::AmberStrict, |_| {}).await;
    assert_holds(only(&stage.ask("carla", "!trend").await), &["niets geteld"]);
    assert_holds(only(&stage.ask("bram", "!trend gisterochtendvroeg").await), &["geen periode", "!trend vorige maand"]);
    assert_holds(only(&stage.ask("bram", "!trend 2024").await), &["twee jaar terug: tot 24 november 2024"]);
    assert_holds(&stage.alone("bram", "trend 2027").await, &["geen periode", "`trend 4 weken`".trim_matches('`')]);
}

#[tokio::test]
async fn what_was_taken_back_is_not_counted() {
    let mut stage = Stage::chain().await;
    stage.signals('b', 7, Label::Amber, |_| {}).await;
    assert_holds(&stage.alone("bram", "trend").await, &["samen 7"]);
    stage.ask_in("direct", "carla", "signaal S-2026-bbbb intrek ja").await;
    assert_holds(&stage.alone("bram", "trend").await, &["samen 6"]);
}

#[tokio::test]
async fn with_a_stranger_in_the_room_it_comes_in_private_and_who_is_no_member_gets_nothing() {
    let mut stage = Stage::chain().await;
    stage.signals('b', 7, Label::Amber, |_| {}).await;
    stage.world.enter("fred", "keten").await.expect("the room");
    let shown = stage.ask("bram", "!trend").await;
    for one in &shown {
        assert_eq!(one.text().contains("samen 7"), one.room.as_str().contains("direct.bram"), "{one:?}");
    }
    assert_eq!(shown.len(), 2, "{shown:#?}");
    let shown = stage.ask("fred", "!trend").await;
    assert!(!only(&shown).contains("week"), "{shown:#?}");
}

#[tokio::test]
async fn when_somebody_comes_in_before_it_is_said_other_words_go_out_without_the_picture() {
    let mut stage = Stage::chain().await;
    stage.signals('b', 7, Label::Amber, |_| {}).await;
    stage.world.hold(true);
    stage.ask("bram", "!trend").await;
    stage.world.hold(false);
    stage.world.enter("fred", "keten").await.expect("the room");
    let shown = stage.world.settle().await.expect("it goes out");
    assert!(!shown.is_empty(), "something is said");
    for one in &shown {
        assert!(!one.text().contains("Trend"), "{one:?}");
        assert!(!matches!(&one.what, Seen::Said { file: Some(_), .. }), "{one:?}");
    }
}

#[tokio::test]
async fn that_somebody_looked_stands_in_the_log_once() {
    let mut stage = Stage::chain().await;
    stage.signals('b', 7, Label::Amber, |_| {}).await;
    stage.ask("bram", "!trend 4 weken").await;
    let wanted = schakel::store::Wanted { record: Some("2026-11-02..2026-11-24"), ..schakel::store::Wanted::default() };
    let acts = stage.store().await.acts(wanted, 10).await.expect("they are read");
    let acts: Vec<(&str, &str)> = acts.iter().map(|row| (row.actor.as_str(), row.action.as_str())).collect();
    assert_eq!(acts, [("@bram:console", "read")]);
}

#[tokio::test]
async fn a_thousand_signals_are_counted_at_once() {
    let mut stage = Stage::chain().await;
    stage.thousand_signals().await;
    let begun = std::time::Instant::now();
    let shown = stage.ask("bram", "!trend").await;
    let took = begun.elapsed();
    assert_holds(picture(&shown).0, &["week 48 (23 nov): 1000"]);
    eprintln!("a trend of 1,000 signals, counted and drawn: {took:?}");
    assert!(took.as_secs() < 20, "{took:?}");
}
