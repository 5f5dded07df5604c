use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::domain::{Member, Role};

fn month(written: &str) -> Month {
    written.parse().expect("a month")
}

fn experience(uses: &[(Effect, &str)]) -> Experience {
    uses.iter().fold(Experience::default(), |so_far, (effect, when)| so_far.with(*effect, month(when)))
}

#[test]
fn what_was_never_used_says_nothing() {
    assert_eq!(Experience::default().told(0), None);
}

#[test]
fn under_the_least_there_are_no_numbers_and_no_month() {
    let four = experience(&[(Effect::Helped, "2026-11"); 4]);
    assert_eq!(four.told(5), Some(Told::Seldom));
    let five = four.with(Effect::Worse, month("2026-09"));
    assert_eq!(five.told(5), Some(Told::Often { used: 5, helped: 4, worse: 1, last: month("2026-11") }));
    assert_eq!(five.told(6), Some(Told::Seldom));
}

#[test]
fn a_use_whose_effect_nobody_knows_counts_as_a_use_only() {
    let two = experience(&[(Effect::Unknown, "2026-01"), (Effect::NoEffect, "2026-02")]);
    assert_eq!((two.used, two.helped, two.worse), (2, 0, 0));
}

#[test]
fn a_month_reads_as_it_is_written_and_nothing_else_does() {
    let day = NaiveDate::from_ymd_opt(2026, 11, 29).expect("a day");
    assert_eq!(Month::of(day).to_string(), "2026-11");
    assert_eq!(month("2026-11").first_day(), day - chrono::Days::new(28));
    for wrong in ["2026-13", "2026-1", "11-2026", "2026-11-29", "", "nov"] {
        assert!(wrong.parse::<Month>().is_err(), "{wrong}");
    }
}

#[test]
fn a_text_that_is_missing_in_one_language_is_there_in_the_other() {
    let texts = |name: &str| EntryTexts { name: name.to_owned(), ..EntryTexts::default() };
    let dutch = TeamEntry { nl: Some(texts("Tosti")), ..TeamEntry::default() };
    let named = |entry: &TeamEntry, language| entry.texts(language).map(|texts| texts.name.clone());
    assert_eq!(named(&dutch, crate::domain::Language::English).as_deref(), Some("Tosti"));
    let both = TeamEntry { en: Some(texts("Toasty")), ..dutch };
    assert_eq!(named(&both, crate::domain::Language::English).as_deref(), Some("Toasty"));
}

fn member(name: &str, role: Role) -> Member {
    Member {
        team: TeamId::new("oost"),
        person: UserId::new(format!("@{name}:example.org")),
        organisation: OrganisationKind::YouthWork,
        role,
        mandate: false,
        stopped: false,
    }
}

fn proposal(by: &Member, basis: u32) -> Proposal {
    Proposal {
        id: "p1".to_owned(),
        slug: "tosti".to_owned(),
        number: 1,
        basis,
        entry: TeamEntry::default(),
        by: Some(by.person.clone()),
        organisation: Some(by.organisation),
        proposed_ms: 1,
    }
}

#[test]
fn a_coordinator_accepts_and_nobody_else() {
    let (anna, bilal) = (member("anna", Role::Member), member("bilal", Role::Coordinator));
    let all = [anna.clone(), bilal.clone()];
    let proposed = proposal(&anna, 0);
    assert_eq!(proposed.accept(&bilal, &all, 0), Ok(Accepting { version: 1 }));
    assert_eq!(proposed.accept(&anna, &all, 0), Err(PracticeRefusal::NotCoordinator));
    assert_eq!(proposed.refuse(&anna), Err(PracticeRefusal::NotCoordinator));
    let stopped = Member { stopped: true, ..bilal };
    assert_eq!(proposed.accept(&stopped, &all, 0), Err(PracticeRefusal::NotCoordinator));
}

#[test]
fn ones_own_proposal_is_for_another_coordinator_as_long_as_there_is_one() {
    let (bilal, chris) = (member("bilal", Role::Coordinator), member("chris", Role::Coordinator));
    let proposed = proposal(&bilal, 0);
    assert_eq!(proposed.accept(&bilal, &[bilal.clone(), chris.clone()], 0), Err(PracticeRefusal::Own));
    assert_eq!(proposed.accept(&chris, &[bilal.clone(), chris.clone()], 0), Ok(Accepting { version: 1 }));
    let stopped = Member { stopped: true, ..chris };
    assert_eq!(proposed.accept(&bilal, &[bilal.clone(), stopped], 0), Ok(Accepting { version: 1 }));
}

#[test]
fn what_was_decided_on_an_older_version_is_not_accepted() {
    let (anna, bilal) = (member("anna", Role::Member), member("bilal", Role::Coordinator));
    let all = [anna.clone(), bilal.clone()];
    assert_eq!(proposal(&anna, 1).accept(&bilal, &all, 2), Err(PracticeRefusal::Outdated(2)));
    assert_eq!(proposal(&anna, 2).accept(&bilal, &all, 2), Ok(Accepting { version: 3 }));
}

proptest! {
    #[test]
    fn effects_add_up_in_any_order(effects in prop::collection::vec(0_usize..4, 1..20), turn in 0_usize..20) {
        let mut uses: Vec<(Effect, &str)> = effects.iter().map(|at| (Effect::ALL[*at], "2026-11")).collect();
        let one = experience(&uses);
        let turn = turn % uses.len();
        uses.rotate_left(turn);
        prop_assert_eq!(experience(&uses), one);
        prop_assert!(one.helped + one.worse <= one.used);
    }
}
