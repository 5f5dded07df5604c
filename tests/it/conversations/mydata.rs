//! `!inzage`: what is held about somebody, for them alone; and `!team inzage`, which lets the operator search once.

use chrono::TimeDelta;
use schakel::console::{Seen, Shown};
use schakel::domain::{File, Label, OrganisationKind, UserId};

use super::signals::{KNOWN, S, SEEN};
use super::{Stage, assert_holds, only};

/// What a file says, as it is shown: without the signs that keep words of people from being markup.
fn words(file: &File) -> String {
    String::from_utf8(file.bytes().to_vec()).expect("it is text").replace('\\', "")
}

fn file_of(shown: &Shown) -> Option<&File> {
    match &shown.what {
        Seen::Said { file, .. } => file.as_deref(),
        _ => None,
    }
}

impl Stage {
    /// The file that this person gets when they ask in their direct room, and its name.
    async fn held(&mut self, person: &str) -> (String, String) {
        let shown = self.ask_in("direct", person, "inzage").await;
        assert_eq!(shown.len(), 1, "{shown:#?}");
        assert_eq!(shown[0].room.as_str(), format!("!direct.{person}:console"));
        let file = file_of(&shown[0]).unwrap_or_else(|| panic!("no file in {shown:#?}"));
        let text = words(file);
        (file.name().to_owned(), text)
    }
}

#[tokio::test]
async fn all_of_it_comes_as_a_file_in_ones_own_room() {
    let mut stage = Stage::chain().await;
    stage
        .signal(Label::Amber, |new| {
            new.protection.shared_with = [OrganisationKind::Police].into();
        })
        .await;
    let number = stage.incident("politie").await;
    stage.alone("bram", &format!("signaal {S} pak")).await;
    stage.alone("bram", &format!("signaal {S} terug we bellen morgen met school")).await;
    stage.alone("bram", &format!("incident {number} log gisteren 22:15 wij stonden bij de fontein")).await;
    stage.alone("bram", "herinner morgen 10u de sleutelbos ophalen").await;
    stage.alone("bram", "taal nl").await;
    stage.ask("bram", "!team afwezig tot vrijdag").await;
    stage.ask("bram", "!afspraak nieuw eerst gemeente, politie: wie contact heeft, belt eerst").await;
    let (name, text) = stage.held("bram").await;
    assert_eq!(name, "inzage-2026-11-24.md");
    assert_holds(
        &text,
        &[
            "# Inzage: @bram:console",
            "Taal die je koos: Nederlands",
            "Jeugd West: politie",
            "afwezig",
            "!direct.bram:console",
            &format!("## Melding {S} (Jeugd West)"),
            "dit is van jou om op te volgen",
            SEEN,
            "we bellen morgen met school",
            &format!("## Incident {number} (Jeugd West)"),
            "wij stonden bij de fontein",
            "de sleutelbos ophalen",
            "wie contact heeft, belt eerst",
            "jij stelde dit voor",
            &format!("jij veranderde {S}"),
            "maakte of veranderde een lid: @bram:console (politie",
        ],
    );
    // What the reporter keeps within their own organisation is not shown to the police, here either.
    assert!(!text.contains(KNOWN), "{text}");
    assert!(!text.contains("mydata-") && !text.contains("team-log-"), "a text is missing: {text}");
}

#[tokio::test]
async fn a_form_under_way_is_in_it_with_its_answers() {
    let mut stage = Stage::chain().await;
    for line in ["incident", "gebeurd", "Twee groepen vochten op het plein"] {
        stage.ask_in("direct", "carla", line).await;
    }
    let shown = stage.ask("carla", "!inzage").await;
    let file = shown.iter().find_map(file_of).unwrap_or_else(|| panic!("no file in {shown:#?}"));
    let text = words(file);
    assert_holds(&text, &["## Formulier waar je mee bezig bent", "Twee groepen vochten op het plein"]);
}

#[tokio::test]
async fn in_a_shared_room_only_that_it_was_answered_is_seen() {
    let mut stage = Stage::chain().await;
    let shown = stage.ask("bram", "!inzage").await;
    for one in &shown {
        if one.room.as_str().contains("keten") {
            assert!(file_of(one).is_none() && !one.text().contains("bewaar"), "{shown:#?}");
        }
    }
    let files: Vec<&Shown> = shown.iter().filter(|one| file_of(one).is_some()).collect();
    assert_eq!(files.len(), 1, "{shown:#?}");
    assert_eq!(files[0].room.as_str(), "!direct.bram:console");
}

#[tokio::test]
async fn who_has_no_part_in_something_gets_nothing_of_it() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::Green, |_| {}).await;
    let number = stage.incident("politie").await;
    let (_, text) = stage.held("eva").await;
    for hidden in [S, SEEN, KNOWN, number.as_str(), "bram", "carla"] {
        assert!(!text.contains(hidden), "“{hidden}” is in:\n{text}");
    }
}

#[tokio::test]
async fn who_left_the_team_gets_the_number_and_whom_to_ask() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::Amber, |_| {}).await;
    stage.ask("anna", "!team weg @carla:console").await;
    let (_, text) = stage.held("carla").await;
    assert_holds(&text, &[S, "jij schreef dit", "24 november 2026", "Vraag de beheerder van de bot naar de inhoud"]);
    for hidden in [SEEN, KNOWN] {
        assert!(!text.contains(hidden), "“{hidden}” is in:\n{text}");
    }
}

#[tokio::test]
async fn who_never_was_a_member_gets_it_too() {
    let mut stage = Stage::chain().await;
    stage.world.enter("frank", "direct").await.expect("the room");
    let (_, text) = stage.held("frank").await;
    assert_holds(&text, &["# Inzage: @frank:console", "Taal: je koos er geen", "## Eigen gesprekken"]);
    assert!(!text.contains("Jeugd West"), "{text}");
}

#[tokio::test]
async fn in_english_it_is_as_whole() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::Amber, |_| {}).await;
    stage.alone("carla", "taal en").await;
    let shown = stage.ask_in("direct", "carla", "mydata").await;
    assert_holds(only(&shown), &["This is all that I hold about you", "one file", "7 days"]);
    let file = file_of(&shown[0]).expect("a file");
    assert_eq!(file.name(), "mydata-2026-11-24.md");
    let text = words(file);
    assert_holds(&text, &["# All that is held about @carla:console", "you wrote this", SEEN, KNOWN]);
}

#[tokio::test]
async fn the_file_is_taken_away_after_a_week() {
    let mut stage = Stage::chain().await;
    let shown = stage.ask_in("direct", "bram", "inzage").await;
    let number = shown[0].number;
    stage.pass(TimeDelta::days(6));
    let shown = stage.world.settle().await.expect("it settles");
    assert!(shown.iter().all(|one| one.what != Seen::Redacted), "{shown:#?}");
    stage.pass(TimeDelta::hours(25));
    let shown = stage.world.settle().await.expect("it settles");
    let gone: Vec<usize> = shown.iter().filter(|one| one.what == Seen::Redacted).map(|one| one.number).collect();
    assert_eq!(gone, [number], "{shown:#?}");
}

#[tokio::test]
async fn that_somebody_asked_is_noted_and_not_for_their_coordinator() {
    let mut stage = Stage::chain().await;
    stage.held("bram").await;
    let log = stage.alone("anna", "team logboek 20").await;
    assert!(!log.contains("vroeg op"), "{log}");
    let (_, again) = stage.held("bram").await;
    assert_holds(&again, &["jij vroeg op wat ik over je bewaar"]);
    let acts = stage.store().await.acts_of_person(&UserId::new("@bram:console")).await.expect("the log is read");
    assert!(acts.iter().any(|row| row.action == "asked_for_own" && row.team.is_none()));
}

#[tokio::test]
async fn a_coordinator_lets_the_operator_search_once_and_it_is_noted() {
    let mut stage = Stage::chain().await;
    let told = stage.alone("anna", "team inzage").await;
    let code = told.split("De code is ").nth(1).and_then(|rest| rest.split('.').next()).expect("a code").to_owned();
    assert!(code.len() == 9 && told.contains("24 uur"), "{told}");
    assert_holds(&stage.alone("anna", "team logboek").await, &["liet de beheerder één keer zoeken in het team"]);
    let store = stage.store().await;
    let team = store.team_called("Jeugd West").await.expect("it is read").expect("it is there");
    let now_ms = stage.now.timestamp_millis();
    let spelled = code.to_uppercase().replace('-', " ");
    assert!(store.search_is_allowed(&team, &spelled, now_ms).await.expect("it is looked"));
    assert!(!store.search_is_allowed(&team, "bcdf-bcdf", now_ms).await.expect("it is looked"));
    assert!(!store.search_is_allowed(&team, &code, now_ms + 25 * 3_600_000).await.expect("it is looked"), "too late");
}

#[tokio::test]
async fn no_code_is_given_to_others_or_in_a_shared_room() {
    let mut stage = Stage::chain().await;
    for shown in [stage.alone("bram", "team inzage").await, only(&stage.ask("anna", "!team inzage").await).to_owned()] {
        assert!(!shown.contains("De code is"), "{shown}");
    }
    let kept = stage.store().await.traces(&UserId::new("@anna:console")).await.expect("it is looked");
    assert!(kept.iter().all(|trace| trace.part != schakel::store::Part::SearchAllowed), "{kept:?}");
}

#[tokio::test]
async fn who_stands_behind_a_changed_identity_gets_nothing_until_that_is_confirmed() {
    let mut stage = Stage::chain().await;
    let (store, bram) = (stage.store().await, UserId::new("@bram:console"));
    for key in ["before", "after"] {
        store.see_identity(&bram, Some(key), false, stage.now.timestamp_millis()).await.expect("it is seen");
    }
    let shown = stage.ask_in("direct", "bram", "inzage").await;
    assert!(shown.iter().all(|one| file_of(one).is_none()), "{shown:#?}");
    store.confirm_identity(&bram, "after").await.expect("it is confirmed");
    stage.held("bram").await;
}
