//! Who may change who sees a record.

use OrganisationKind::{Municipality, Police, YouthWork};

use super::*;

/// Anna's record, followed up by Otto.
fn followed_up() -> Protection {
    Protection { owner: Some(user("otto")), named: [user("piet")].into(), ..by_anna(Label::White) }
}

/// Who of the author, the owner, somebody named, a colleague and a coordinator may do this.
fn who_may(step: Step, record: &Protection) -> Vec<&'static str> {
    let people = [
        ("anna", member("anna", YouthWork)),
        ("otto", member("otto", Municipality)),
        ("piet", member("piet", Police)),
        ("bas", member("bas", YouthWork)),
        ("cora", coordinator("cora", YouthWork)),
    ];
    people.into_iter().filter(|(_, member)| record.allows(step, &member.clone().into())).map(|(name, _)| name).collect()
}

#[test]
fn only_the_author_widens() {
    assert_eq!(who_may(Step::Widen, &followed_up()), ["anna"]);
}

#[test]
fn an_owner_who_is_not_the_author_may_ask_to_widen() {
    assert_eq!(who_may(Step::AskToWiden, &followed_up()), ["otto"]);
    let own = Protection { owner: Some(user("anna")), ..followed_up() };
    assert_eq!(who_may(Step::AskToWiden, &own), [""; 0]);
}

#[test]
fn author_and_owner_narrow() {
    assert_eq!(who_may(Step::Narrow, &followed_up()), ["anna", "otto"]);
    let unowned = Protection { owner: None, ..followed_up() };
    assert_eq!(who_may(Step::Narrow, &unowned), ["anna"]);
}

#[test]
fn who_has_left_or_is_stopped_changes_nothing() {
    let record = report(followed_up());
    for viewer in [
        Viewer::from(stopped("anna", YouthWork)),
        in_another_team("anna", YouthWork).into(),
        Viewer::new(user("anna"), []),
        // Somebody else's membership does not help.
        Viewer::new(user("anna"), [member("bas", YouthWork)]),
    ] {
        for step in [Step::Widen, Step::AskToWiden, Step::Narrow] {
            assert!(!record.allows(step, &viewer), "{step:?} by {viewer:?}");
        }
    }
}

#[test]
fn what_belongs_to_the_team_has_no_label_to_change() {
    let list = report(Guard::Team(team()));
    for step in [Step::Widen, Step::AskToWiden, Step::Narrow] {
        assert!(!list.allows(step, &coordinator("cora", YouthWork).into()));
    }
}
