//! What the bot suggests as the level, and why: a table of situations. It decides nothing, and is sure of nothing.

use super::*;
use crate::domain::Language;

fn suggested(given: &[(&str, Value)]) -> (&'static str, Vec<&'static str>) {
    let level = form("signal").question("level").expect("it is there");
    let (option, rules) = level.suggestion(&answers(given)).expect("something is suggested");
    (option, rules.into_iter().map(|rule| rule.because.shown(Language::Dutch)).collect())
}

fn level(given: &[(&str, Value)]) -> &'static str {
    suggested(given).0
}

const HIGH: &str = "3";
const RAISED: &str = "2";
const LOW: &str = "1";
const INFORMATION: &str = "0";

#[test]
fn mood_alone_is_information_however_far_it_goes() {
    let mood = [("kind", options(&["mood"])), ("concrete", options(&["none"])), ("reach", option("city"))];
    assert_eq!(level(&mood), INFORMATION);
}

#[test]
fn one_sign_is_low() {
    assert_eq!(level(&[("kind", options(&["provocation"])), ("reach", option("few"))]), LOW);
    assert_eq!(level(&[("kind", options(&["threat"])), ("concrete", options(&["none"]))]), LOW);
    assert_eq!(level(&[("kind", options(&["other"])), ("change", option("gradual"))]), LOW);
}

#[test]
fn two_signs_are_raised() {
    let provocation = ("kind", options(&["provocation"]));
    for second in [
        ("reach", option("city")),
        ("reach", option("area")),
        ("change", option("sudden")),
        ("reputation", option("two")),
        ("dynamics", options(&["revenge"])),
        ("concrete", options(&["travel"])),
        ("concrete", options(&["place"])),
        ("testing", option("serious")),
    ] {
        assert_eq!(level(&[provocation.clone(), second.clone()]), RAISED, "{second:?}");
    }
    assert_eq!(level(&[("kind", options(&["mood"])), ("change", option("sudden")), ("reach", option("city"))]), RAISED);
}

#[test]
fn what_weakens_a_sign_makes_none() {
    let provocation = ("kind", options(&["provocation"]));
    for no_sign in [
        ("reach", option("group")),
        ("change", option("unknown")),
        ("reputation", option("one")),
        ("dynamics", options(&["unknown"])),
        ("concrete", options(&["none"])),
        ("testing", option("testing")),
    ] {
        assert_eq!(level(&[provocation.clone(), no_sign.clone()]), LOW, "{no_sign:?}");
    }
}

#[test]
fn a_plan_with_a_place_time_or_target_is_high() {
    for concrete in ["place", "time", "target"] {
        for kind in ["call", "threat", "fight", "riot"] {
            assert_eq!(
                level(&[("kind", options(&[kind])), ("concrete", options(&[concrete]))]),
                HIGH,
                "{kind} {concrete}"
            );
        }
    }
}

#[test]
fn a_weapon_danger_now_and_a_group_on_its_way_are_high() {
    let mood = ("kind", options(&["mood"]));
    assert_eq!(level(&[("kind", options(&["weapon"]))]), HIGH);
    assert_eq!(level(&[mood.clone(), ("concrete", options(&["weapon"]))]), HIGH);
    assert_eq!(level(&[mood.clone(), ("danger", option("yes"))]), HIGH);
    let group = ("group", Value::Group("Plein".to_owned()));
    assert_eq!(level(&[mood.clone(), ("concrete", options(&["travel"])), group]), HIGH);
    assert_eq!(level(&[mood, ("concrete", options(&["travel"]))]), LOW);
}

#[test]
fn each_reason_for_the_suggested_level_is_told_and_no_other() {
    let (option, reasons) = suggested(&[
        ("danger", option("yes")),
        ("kind", options(&["weapon", "provocation"])),
        ("reach", option("city")),
        ("change", option("sudden")),
    ]);
    assert_eq!(option, HIGH);
    assert_eq!(reasons, ["Je zei dat er nu direct gevaar is.", "Er wordt een wapen genoemd of getoond."]);
}

#[test]
fn how_sure_it_is_changes_nothing() {
    for certainty in ["fact", "likely", "rumour"] {
        let given = [("kind", options(&["weapon"])), ("certainty", option(certainty))];
        assert_eq!(level(&given), HIGH, "{certainty}");
    }
}

#[test]
fn it_is_a_suggestion_and_no_answer() {
    assert!(!answers(&[("kind", options(&["weapon"])), ("danger", option("yes"))]).contains_key("level"));
}
