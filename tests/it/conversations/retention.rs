//! Records come to their end: said a week before, held back with a reason, gone with what showed them; and what people erase themselves.
//! It is Tuesday 24 November 2026, 08:00 in Amsterdam.

use chrono::TimeDelta;
use schakel::console::Seen;
use schakel::domain::Label;

use super::incidents::number_of;
use super::signals::told;
use super::{Stage, assert_holds, only};

const S: &str = "S-2026-bcdf";

/// So long until the end of a signal that nobody took is said: the Friday before the last week begins on a Monday, at the latest.
const SAID: TimeDelta = TimeDelta::days(83);

#[tokio::test]
async fn the_end_is_said_a_week_before_and_then_it_is_gone_with_what_showed_it() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::AmberStrict, |_| {}).await;
    let shown = stage.ask_in("direct", "dirk", &format!("signaal {S}")).await;
    let showing = shown.iter().find(|one| one.text().contains("bij de brug")).expect("he sees it").number;
    assert_eq!(stage.heard_after(TimeDelta::days(70)).await, []);
    let heard = stage.heard_after(SAID - TimeDelta::days(70) + TimeDelta::hours(2)).await;
    // Nobody follows it up: the author hears it; the coordinator hears the number and how it is held back.
    assert_eq!(heard.len(), 2, "{heard:#?}");
    assert_holds(
        told(&heard, "carla"),
        &[S, "22 februari 2027", "90 dagen", &format!("signaal {S}"), "Vraag je coördinator"],
    );
    let coordinator = told(&heard, "anna");
    assert_holds(coordinator, &[S, "22 februari 2027", &format!("signaal {S} bewaar")]);
    assert!(!coordinator.contains("brug"), "{coordinator}");
    assert_eq!(stage.heard_after(TimeDelta::days(5)).await, [], "said once");
    stage.pass(TimeDelta::days(3));
    let after = stage.world.settle().await.expect("what is due is done");
    let gone: Vec<usize> = after.iter().filter(|one| one.what == Seen::Redacted).map(|one| one.number).collect();
    assert!(gone.contains(&showing), "{after:#?}");
    assert!(after.iter().all(|one| one.what == Seen::Redacted), "nothing is said: {after:#?}");
    for person in ["carla", "dirk", "anna"] {
        assert_holds(&stage.alone(person, &format!("signaal {S}")).await, &["Ik ken geen signaal"]);
    }
    assert_holds(only(&stage.ask_in("direct", "anna", "team logboek").await), &[&format!("wiste {S}")]);
}

#[tokio::test]
async fn a_coordinator_holds_back_what_they_may_not_see_once_they_have_heard_its_number() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::AmberStrict, |_| {}).await;
    // Before that it is as if there were none.
    let unknown = stage.alone("anna", "signaal S-2026-zzzz bewaar er loopt een onderzoek").await;
    let hidden = stage.alone("anna", &format!("signaal {S} bewaar er loopt een onderzoek")).await;
    assert_eq!(hidden.replace(S, ""), unknown.replace("S-2026-zzzz", ""));
    stage.heard_after(SAID + TimeDelta::hours(2)).await;
    assert_holds(&stage.alone("anna", &format!("signaal {S} bewaar")).await, &["Zeg er ook bij waarom"]);
    let held = stage.alone("anna", &format!("signaal {S} bewaar er loopt een onderzoek")).await;
    assert_holds(&held, &[S, "blijft bewaard tot en met 23 mei 2027", "logboek"]);
    assert!(!held.contains("brug"), "{held}");
    assert_eq!(stage.heard_after(TimeDelta::days(10)).await, [], "it does not go");
    let seen = stage.alone("dirk", &format!("signaal {S}")).await;
    assert_holds(&seen, &["Langer bewaard", "23 mei 2027", "er loopt een onderzoek"]);
    assert_holds(only(&stage.ask_in("direct", "anna", "team logboek").await), &[&format!("bewaart {S} langer")]);
    // And before the new end it is said anew.
    let heard = stage.heard_after(TimeDelta::days(84)).await;
    assert_holds(told(&heard, "carla"), &[S, "wordt op"]);
}

#[tokio::test]
async fn only_a_coordinator_holds_back_and_a_name_in_the_reason_is_looked_at() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::Green, |_| {}).await;
    assert_holds(&stage.alone("bram", &format!("signaal {S} bewaar omdat")).await, &["Alleen een coördinator"]);
    let doubt = stage.alone("anna", &format!("signaal {S} bewaar bel 06 12345678 hierover")).await;
    assert_holds(&doubt, &["persoonsgegevens"]);
    let held = stage.alone("anna", "1").await;
    assert_holds(&held, &["blijft bewaard tot en met"]);
}

#[tokio::test]
async fn what_goes_on_is_not_said_to_end() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::Green, |_| {}).await;
    stage.pass(TimeDelta::days(80));
    stage.alone("bram", &format!("signaal {S} pak")).await;
    assert_eq!(stage.heard_after(TimeDelta::days(30)).await, []);
    let heard = stage.heard_after(TimeDelta::days(327) + TimeDelta::hours(3)).await;
    assert_holds(told(&heard, "bram"), &[S, "365 dagen"]);
}

#[tokio::test]
async fn an_incident_ends_with_its_timeline_in_english_too() {
    let mut stage = Stage::chain().await;
    let incident = stage.incident("politie").await;
    stage.alone("carla", "taal en").await;
    stage.alone("carla", &format!("incident {incident} freeze there is an inquiry")).await;
    let heard = stage.heard_after(TimeDelta::days(358) + TimeDelta::hours(3)).await;
    let carla = told(&heard, "carla");
    assert_holds(carla, &[&incident, "is erased on", "365 days", "an inquiry runs", "Ask your coordinator"]);
    stage.heard_after(TimeDelta::days(8)).await;
    assert_holds(&stage.alone("carla", &format!("incident {incident}")).await, &["no incident"]);
}

#[tokio::test]
async fn a_weekend_and_a_bot_that_was_away_leave_everybody_their_week() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::AmberStrict, |_| {}).await;
    // It comes back on a Saturday, long after the end.
    let heard = stage.heard_after(TimeDelta::days(123)).await;
    assert_eq!(heard, [], "nobody works");
    let heard = stage.heard_after(TimeDelta::days(3)).await;
    assert_eq!(heard.len(), 2, "{heard:#?}");
    stage.heard_after(TimeDelta::days(6)).await;
    assert_holds(&stage.alone("dirk", &format!("signaal {S}")).await, &["bij de brug"]);
    stage.heard_after(TimeDelta::days(2)).await;
    assert_holds(&stage.alone("dirk", &format!("signaal {S}")).await, &["Ik ken geen signaal"]);
}

#[tokio::test]
async fn somebody_erases_what_they_wrote_themselves() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::Green, |_| {}).await;
    let incident = stage.incident("politie").await;
    let remind = stage.alone("carla", "herinner morgen 10u bellen met de ouders").await;
    let reminder = remind[remind.find("R-2026-").expect("a number")..][..11].to_owned();
    assert_holds(&stage.alone("carla", "wis").await, &["wis S-2026-k7qd"]);
    assert_holds(&stage.alone("bram", &format!("wis {S}")).await, &["alleen de melder"]);
    assert_holds(&stage.alone("carla", &format!("wis {S}")).await, &["Weet je zeker"]);
    let shown = stage.ask_in("direct", "carla", "ja").await;
    let report = shown.iter().find(|one| one.text().contains("is ingetrokken.")).expect("what is gone");
    assert_holds(report.text(), &["Dit is weg", "Dit kan ik niet weghalen", "na 7 dagen", "30 dagen"]);
    assert_holds(&stage.alone("carla", &format!("wis {incident}")).await, &["Zeker weten?"]);
    let shown = stage.ask_in("direct", "carla", "1").await;
    assert!(shown.iter().any(|one| one.text().contains(&incident) && one.text().contains("Dit is weg")), "{shown:#?}");
    assert_eq!(number_of(&shown, "I"), incident);
    assert_holds(&stage.alone("bram", &format!("wis {reminder}")).await, &["ken ik niet, of hij is niet voor jou"]);
    let shown = stage.ask_in("direct", "carla", &format!("delete {reminder}")).await;
    assert!(shown.iter().any(|one| one.text().contains("is gewist")), "{shown:#?}");
    assert_eq!(stage.heard_after(TimeDelta::days(3)).await, []);
    assert_holds(&stage.alone("carla", "wis AF-2026-bcdf").await, &["afspraak AF-2026-bcdf stop"]);
    assert_holds(&stage.alone("carla", "wis A-2026-bcdf").await, &["hoort bij een incident"]);
}
