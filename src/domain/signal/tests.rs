//! The rules of signals: who may do what, whatever the words are.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::*;
use crate::domain::{Label, Member, Role, Sharing, SharingRules};
use OrganisationKind::{Municipality, Police, School, YouthWork};

fn person(name: &str) -> UserId {
    UserId::new(format!("@{name}:example.org"))
}

fn member(name: &str, organisation: OrganisationKind) -> Member {
    let team = TeamId::new("west");
    Member { team, person: person(name), organisation, role: Role::Member, mandate: false, stopped: false }
}

fn members() -> Vec<Member> {
    vec![
        member("anna", YouthWork),
        member("otto", Police),
        member("piet", Municipality),
        Member { stopped: true, ..member("stan", School) },
    ]
}

/// Anna's signal, followed up by this person.
fn signal(label: Label, owner: Option<&str>) -> Signal {
    let protection = Protection {
        team: TeamId::new("west"),
        label,
        author: person("anna"),
        author_organisation: YouthWork,
        owner: owner.map(person),
        named: BTreeSet::new(),
        shared_with: BTreeSet::new(),
        author_named: false,
    };
    let number = RecordNumber::parse("S-2026-bcdf").expect("a number");
    let status = if owner.is_some() { SignalStatus::Taken } else { SignalStatus::New };
    let content = SignalContent {
        number: number.clone(),
        level: 1,
        status,
        owner: protection.owner.clone(),
        made_ms: 0,
        feedback_on: NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day"),
        form: Form { id: "signal".into(), version: 1, questions: vec![], widen: None, name: None },
        answers: vec![],
        interpretations: vec![],
        feedback: vec![],
        closing: None,
    };
    Signal {
        team: TeamId::new("west"),
        number,
        version: 1,
        status,
        interpreters: vec![],
        group: None,
        content: Guarded::new(content, protection.clone()),
        protection,
    }
}

fn wishes() -> [Wish; 3] {
    [Wish::Share(Municipality), Wish::Name(person("piet")), Wish::Label(Label::Green)]
}

#[test]
fn a_record_reads_back_as_its_team_and_number() {
    let one = signal(Label::Red, None);
    assert_eq!(one.record(), "signal/west/S-2026-bcdf");
    assert_eq!(signal_of_record(&one.record()), Some((one.team, one.number)));
    assert_eq!(signal_of_record("agreement/west/AF-2026-bcdf"), None);
    assert_eq!(signal_of_record("signal/west"), None);
}

#[test]
fn one_takes_it_and_the_next_does_not_unless_the_first_is_gone() {
    let members = members();
    let piet = member("piet", Municipality);
    assert_eq!(signal(Label::Green, None).take(&piet, &members), Ok(SignalStep::Taken { by: person("piet") }));
    assert_eq!(signal(Label::Green, Some("otto")).take(&piet, &members), Err(SignalRefusal::Owned));
    assert_eq!(signal(Label::Green, Some("piet")).take(&piet, &members), Err(SignalRefusal::Owned));
    for gone in ["stan", "weg"] {
        assert!(signal(Label::Green, Some(gone)).take(&piet, &members).is_ok(), "{gone}");
    }
}

#[test]
fn the_author_looks_with_their_own_eyes_only_once() {
    let mut one = signal(Label::Green, None);
    assert_eq!(one.may_interpret(&member("anna", YouthWork)), Err(SignalRefusal::OwnSignal));
    assert_eq!(one.may_interpret(&member("otto", Police)), Ok(()));
    one.interpreters.push(person("otto"));
    assert_eq!(one.may_interpret(&member("otto", Police)), Err(SignalRefusal::InterpretedBefore));
}

#[test]
fn what_is_closed_is_not_worked_on_but_the_reporter_may_still_hear_something_and_take_it_back() {
    let one = Signal { status: SignalStatus::Closed, ..signal(Label::Green, Some("otto")) };
    let (anna, otto) = (member("anna", YouthWork), member("otto", Police));
    assert_eq!(one.take(&member("piet", Municipality), &members()), Err(SignalRefusal::Closed));
    assert_eq!(one.may_interpret(&member("piet", Municipality)), Err(SignalRefusal::Closed));
    assert_eq!(one.may_close(&otto), Err(SignalRefusal::Closed));
    assert_eq!(one.may_feed_back(&otto), Ok(()));
    assert_eq!(one.may_withdraw(&anna), Ok(()));
    assert_eq!(one.may_withdraw(&otto), Err(SignalRefusal::NotAuthor));
}

#[test]
fn nobody_feeds_back_to_themselves_or_without_following_it_up() {
    let anna = member("anna", YouthWork);
    assert_eq!(signal(Label::Red, Some("anna")).may_feed_back(&anna), Err(SignalRefusal::OwnSignal));
    assert_eq!(signal(Label::Red, None).may_feed_back(&anna), Err(SignalRefusal::NotOwner));
}

#[test]
fn the_author_widens_the_owner_asks_and_others_do_neither() {
    let (members, rules) = (members(), SharingRules::default());
    let one = signal(Label::AmberStrict, Some("otto"));
    for wish in wishes() {
        let by = |who: &Member| one.widen(who, &wish, &members, &rules);
        assert!(matches!(by(&member("anna", YouthWork)), Ok(Widening::Now(_))), "{wish:?}");
        assert_eq!(by(&member("otto", Police)), Ok(Widening::Ask), "{wish:?}");
        assert_eq!(by(&member("bas", YouthWork)), Err(SignalRefusal::NoPart), "{wish:?}");
    }
}

#[test]
fn sharing_makes_the_label_amber_where_it_was_narrower_and_never_narrower() {
    let (members, rules, anna) = (members(), SharingRules::default(), member("anna", YouthWork));
    let steps = |label| match signal(label, None).widen(&anna, &Wish::Share(Police), &members, &rules) {
        Ok(Widening::Now(steps)) => steps,
        other => panic!("{other:?}"),
    };
    let shared = SignalStep::Shared { with: Police };
    let amber = SignalStep::Labelled { label: Label::Amber, widens: true };
    assert_eq!(steps(Label::Red), [shared.clone(), amber.clone()]);
    assert_eq!(steps(Label::AmberStrict), [shared.clone(), amber]);
    assert_eq!(steps(Label::Amber), std::slice::from_ref(&shared));
    assert_eq!(steps(Label::White), [shared]);
}

#[test]
fn an_agreement_that_says_not_stops_everybody_and_one_that_says_free_spares_a_question_only() {
    let members = members();
    let (anna, otto) = (member("anna", YouthWork), member("otto", Police));
    let rules = |sharing| SharingRules::new([(YouthWork, Municipality, sharing)]);
    let (share, name) = (Wish::Share(Municipality), Wish::Name(person("piet")));
    for wish in [&share, &name] {
        let not = signal(Label::Amber, Some("otto"));
        assert_eq!(not.widen(&anna, wish, &members, &rules(Sharing::Not)), Err(SignalRefusal::Agreed));
        assert_eq!(not.widen(&otto, wish, &members, &rules(Sharing::Not)), Err(SignalRefusal::Agreed));
    }
    let free = rules(Sharing::Free);
    let by_otto = |label, wish| signal(label, Some("otto")).widen(&otto, wish, &members, &free);
    assert!(matches!(by_otto(Label::Amber, &share), Ok(Widening::Told(_))));
    assert_eq!(by_otto(Label::AmberStrict, &share), Ok(Widening::Ask), "she kept it within her organisation");
    assert_eq!(by_otto(Label::Amber, &name), Ok(Widening::Ask));
    assert_eq!(by_otto(Label::Amber, &Wish::Label(Label::Green)), Ok(Widening::Ask));
}

#[test]
fn author_and_owner_narrow_and_nobody_else() {
    let mut one = signal(Label::Green, Some("otto"));
    one.protection.shared_with.insert(Municipality);
    one.protection.named.insert(person("piet"));
    let wishes = [Wish::Share(Municipality), Wish::Name(person("piet")), Wish::Label(Label::Red)];
    for wish in wishes {
        assert!(one.narrow(&member("anna", YouthWork), &wish).is_ok(), "{wish:?}");
        assert!(one.narrow(&member("otto", Police), &wish).is_ok(), "{wish:?}");
        assert_eq!(one.narrow(&member("piet", Municipality), &wish), Err(SignalRefusal::NoPart), "{wish:?}");
    }
    assert_eq!(
        one.narrow(&member("anna", YouthWork), &Wish::Label(Label::White)),
        Err(SignalRefusal::AlreadySo),
        "that would widen"
    );
}

#[test]
fn a_wish_reads_back_from_what_is_kept() {
    for wish in wishes() {
        let (kind, about) = wish.coded();
        assert_eq!(Wish::from_code(kind, about), Some(wish.clone()), "{wish:?}");
    }
    assert_eq!(Wish::from_code(WishCode::Label, "paars"), None);
}
