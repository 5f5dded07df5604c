//! What follows from the answers: the label, who would see it, how much of it, and whether somebody else would at all.

use OrganisationKind::{Care, Municipality, Police, School, YouthWork};

use super::*;
use crate::domain::{Audience, Depth, Label, Sharing, WorkingTime};

fn label(with: &[&str]) -> Label {
    drafted(&[("with_whom", options(with))], &members(), &SharingRules::default()).protection.label
}

#[test]
fn the_label_follows_from_with_whom() {
    assert_eq!(label(&["nobody"]), Label::Red);
    assert_eq!(label(&["own_organisation"]), Label::AmberStrict);
    assert_eq!(label(&["police"]), Label::Amber);
    assert_eq!(label(&["own_organisation", "municipality"]), Label::Amber);
    assert_eq!(label(&["all_partners"]), Label::Amber);
    let open = drafted(&[], &members(), &SharingRules::default());
    assert_eq!(open.protection.label, Label::AmberStrict, "the default");
}

#[test]
fn a_label_that_was_set_stands() {
    for (set, label) in [("red", Label::Red), ("green", Label::Green)] {
        let given = [("with_whom", options(&["police"])), ("label", option(set))];
        assert_eq!(drafted(&given, &members(), &SharingRules::default()).protection.label, label);
    }
}

#[test]
fn all_partners_are_those_of_the_team_now_but_ones_own() {
    let all = drafted(&[("with_whom", options(&["all_partners"]))], &members(), &SharingRules::default());
    assert_eq!(all.protection.shared_with, [Police, Municipality].into());
    let own = drafted(&[("with_whom", options(&["youth_work"]))], &members(), &SharingRules::default());
    assert_eq!(own.protection.shared_with, [].into());
}

/// The questions that somebody of this organisation sees answered; nothing when they see no record.
fn seen_by(drafted: &Drafted, kind: OrganisationKind, rules: &SharingRules) -> Option<(Depth, Vec<String>)> {
    let record = drafted.guarded(form("signal"));
    let mine = record.for_audience(&Audience::person(members()[0].clone().into()), rules).expect("the author sees it");
    let view = mine.as_seen_by(kind, rules)?;
    let open = view.parts(Vec::as_slice).filter(|one| one.part(|one| &one.value).open().is_some());
    Some((view.depth(), open.map(|one| one.content().question.clone()).collect()))
}

fn given(more: &[(&'static str, Value)]) -> Vec<(&'static str, Value)> {
    let mut given = vec![
        ("kind", options(&["threat"])),
        ("seen", Value::Text("Twee groepen dagen elkaar uit.".to_owned())),
        ("how_known", option("youth")),
        ("contact", option("me")),
        ("youth_knows", option("no")),
        ("level", option("2")),
        ("expects", option("thinking")),
        ("with_whom", options(&["police"])),
    ];
    given.extend(more.iter().cloned());
    given
}

#[test]
fn each_organisation_sees_what_it_may() {
    let rules = SharingRules::default();
    let drafted = drafted(&given(&[]), &members(), &rules);
    let (depth, police) = seen_by(&drafted, Police, &rules).expect("shared with them");
    assert_eq!(depth, Depth::Shared);
    assert_eq!(police, ["kind", "seen", "level", "with_whom", "label", "expects", "feedback_by"]);
    let (_, own) = seen_by(&drafted, YouthWork, &rules).expect("their own");
    for id in ["how_known", "contact", "youth_knows"] {
        assert!(own.iter().any(|seen| seen == id), "{id}");
    }
    assert_eq!(seen_by(&drafted, Municipality, &rules), None);
}

#[test]
fn what_is_released_goes_to_those_who_see_the_record_and_no_further() {
    let rules = SharingRules::default();
    let released = drafted(&given(&[("release", options(&["contact"]))]), &members(), &rules);
    let (_, police) = seen_by(&released, Police, &rules).expect("shared with them");
    assert!(police.iter().any(|seen| seen == "contact") && !police.iter().any(|seen| seen == "how_known"));
    assert_eq!(seen_by(&released, Municipality, &rules), None);
}

#[test]
fn at_green_the_others_see_kind_level_and_what_is_asked() {
    let rules = SharingRules::default();
    let green = drafted(&given(&[("label", option("green"))]), &members(), &rules);
    let (depth, seen) = seen_by(&green, Municipality, &rules).expect("green is for the team");
    assert_eq!((depth, seen), (Depth::Released, vec!["kind".into(), "level".into(), "label".into(), "expects".into()]));
}

#[test]
fn the_authors_name_is_shown_to_others_only_when_they_say_so() {
    let rules = SharingRules::default();
    assert!(!drafted(&given(&[]), &members(), &rules).protection.author_named);
    assert!(drafted(&given(&[("author_named", option("yes"))]), &members(), &rules).protection.author_named);
}

fn seers(drafted: &Drafted, members: &[Member], rules: &SharingRules) -> Vec<String> {
    let seers = drafted.seers(Team { members, rules, working: WorkingTime::standard() });
    seers.into_iter().map(|member| member.person.localpart().to_owned()).collect()
}

#[test]
fn who_can_take_it_up_is_counted_by_the_access_rule() {
    let (members, rules) = (members(), SharingRules::default());
    for (with, who) in [
        (vec!["nobody"], vec![]),
        (vec!["own_organisation"], vec!["bram"]),
        (vec!["police"], vec!["bram", "chris"]),
        (vec!["all_partners"], vec!["bram", "chris", "dina"]),
        (vec!["school"], vec!["bram"]),
    ] {
        assert_eq!(
            seers(&drafted(&[("with_whom", options(&with))], &members, &rules), &members, &rules),
            who,
            "{with:?}"
        );
    }
}

#[test]
fn somebody_named_counts_and_somebody_stopped_does_not() {
    let rules = SharingRules::default();
    let mut members = members();
    let named = [("with_whom", options(&["nobody"])), ("named", Value::People(vec![user("dina"), user("anna")]))];
    let by_name = drafted(&named, &members, &rules);
    assert_eq!(by_name.protection.named, [user("dina")].into(), "nobody names themselves");
    assert_eq!(seers(&by_name, &members, &rules), ["dina"]);
    members[3].stopped = true;
    assert_eq!(seers(&drafted(&named, &members, &rules), &members, &rules), [""; 0]);
}

#[test]
fn somebody_alone_is_asked_once_and_at_the_highest_level_twice() {
    let (members, rules) = (members(), SharingRules::default());
    let alone = |with: &str, level: &str| {
        let given = [("with_whom", options(&[with])), ("level", option(level))];
        drafted(&given, &members, &rules).alone(Team {
            members: &members,
            rules: &rules,
            working: WorkingTime::standard(),
        })
    };
    assert_eq!(alone("nobody", "2"), 1);
    assert_eq!(alone("nobody", "3"), 2);
    assert_eq!(alone("own_organisation", "3"), 0);
    let one = &members[..1];
    let given = [("with_whom", options(&["police"])), ("level", option("3"))];
    assert_eq!(
        drafted(&given, one, &rules).alone(Team { members: one, rules: &rules, working: WorkingTime::standard() }),
        2,
        "nobody else is there"
    );
}

#[test]
fn an_agreement_keeps_an_organisation_and_its_people_off_and_is_told() {
    let members = members();
    let rules = SharingRules::new([(YouthWork, Police, Sharing::Not)]);
    let given = given(&[("named", Value::People(vec![user("chris"), user("dina")]))]);
    let drafted = drafted(&given, &members, &rules);
    assert_eq!(drafted.agreed_not, [Police].into());
    assert_eq!(drafted.protection.shared_with, [].into(), "it does not open when the agreement ends");
    assert_eq!(drafted.protection.named, [user("dina")].into());
    assert_eq!(seen_by(&drafted, Police, &rules), None);
}

#[test]
fn an_organisation_that_is_not_there_yet_may_come() {
    let given = [("with_whom", options(&["school", "care"]))];
    let drafted = drafted(&given, &members(), &SharingRules::default());
    assert_eq!(drafted.protection.shared_with, [Care, School].into());
}

#[test]
fn the_feedback_day_is_five_working_days_ahead_unless_another_was_named() {
    let today = now().date_naive();
    let day = |given: &[(&str, Value)]| drafted(given, &members(), &SharingRules::default()).feedback_on(today);
    assert_eq!(day(&[]).to_string(), "2026-12-01");
    assert_eq!(day(&[("feedback_by", Value::Day(today))]), today);
}
