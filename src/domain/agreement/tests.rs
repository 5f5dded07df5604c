use OrganisationKind::{Care, Municipality, Police, School, YouthWork};
use proptest::prelude::*;

use super::*;

fn person(name: &str) -> UserId {
    UserId::new(format!("@{name}:example.org"))
}

/// A member who may speak for their organisation.
fn speaker(name: &str, organisation: OrganisationKind) -> Member {
    Member {
        team: TeamId::new("oost"),
        person: person(name),
        organisation,
        role: Role::Member,
        mandate: true,
        stopped: false,
    }
}

fn day(month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, month, 1).expect("a day")
}

fn sharing(rule: Sharing) -> Subject {
    Subject::Sharing { giver: Police, receiver: YouthWork, rule }
}

/// A version proposed by Anna of youth work and confirmed by these.
fn version(number: u32, subject: Subject, confirmed: &[OrganisationKind]) -> AgreementVersion {
    let terms = Terms { subject, text: "Eerst bellen.".to_owned(), review_on: day(6), suggestion: None };
    let all = terms.subject.binds().iter().all(|organisation| confirmed.contains(organisation));
    let made = |organisation: &OrganisationKind| Confirmation {
        organisation: *organisation,
        by: person("iemand"),
        role: Role::Member,
        at_ms: 2,
    };
    AgreementVersion {
        number,
        terms,
        proposed_by: person("anna"),
        proposed_for: YouthWork,
        proposed_ms: 1,
        confirmed: confirmed.iter().map(made).collect(),
        in_force_ms: all.then_some(3),
    }
}

fn agreement(in_force: Option<AgreementVersion>, proposed: Option<AgreementVersion>) -> Agreement {
    Agreement {
        team: TeamId::new("oost"),
        number: RecordNumber::parse("AF-2026-k7qd").expect("a number"),
        changes: 1,
        newest: 1,
        in_force,
        proposed,
        ended: None,
    }
}

fn proposal(confirmed: &[OrganisationKind]) -> Agreement {
    agreement(None, Some(version(1, sharing(Sharing::Free), confirmed)))
}

#[test]
fn sharing_binds_who_gives_and_who_receives() {
    assert_eq!(sharing(Sharing::Free).binds(), [Police, YouthWork]);
    assert_eq!(Subject::First(vec![School, Care]).binds(), [School, Care]);
}

#[test]
fn each_bound_organisation_confirms_once_and_the_last_puts_it_in_force() {
    let first = proposal(&[]).confirm(&speaker("bram", Police), None);
    assert_eq!(first, Ok(Confirming { version: 1, awaits: vec![YouthWork] }));
    let last = proposal(&[Police]).confirm(&speaker("anna", YouthWork), None);
    assert_eq!(last, Ok(Confirming { version: 1, awaits: vec![] }));
    assert_eq!(proposal(&[Police]).confirm(&speaker("bram", Police), None), Err(AgreementRefusal::Confirmed));
}

#[test]
fn only_the_mandate_of_a_bound_organisation_confirms() {
    let without = Member { mandate: false, ..speaker("bram", Police) };
    assert_eq!(proposal(&[]).confirm(&without, None), Err(AgreementRefusal::NoMandate));
    let coordinator = Member { role: Role::Coordinator, ..without };
    assert_eq!(
        proposal(&[]).confirm(&coordinator, None),
        Err(AgreementRefusal::NoMandate),
        "a coordinator has no more right"
    );
    let stopped = Member { stopped: true, ..speaker("bram", Police) };
    assert_eq!(proposal(&[]).confirm(&stopped, None), Err(AgreementRefusal::NoMandate));
    assert_eq!(proposal(&[]).confirm(&speaker("carla", Municipality), None), Err(AgreementRefusal::NotBound));
}

#[test]
fn a_later_version_is_confirmed_by_its_number_only() {
    let changed = agreement(None, Some(version(2, sharing(Sharing::Free), &[])));
    for typed in [None, Some(1), Some(3)] {
        assert_eq!(
            changed.confirm(&speaker("bram", Police), typed),
            Err(AgreementRefusal::WhichVersion(2)),
            "{typed:?}"
        );
    }
    assert!(changed.confirm(&speaker("bram", Police), Some(2)).is_ok());
}

#[test]
fn what_is_in_force_or_ended_is_not_confirmed_again() {
    let in_force = agreement(Some(version(1, sharing(Sharing::Free), &[Police, YouthWork])), None);
    assert_eq!(in_force.confirm(&speaker("bram", Police), None), Err(AgreementRefusal::NothingProposed));
    let ended = Agreement { ended: Some((AgreementEnd::Withdrawn, 5)), ..proposal(&[]) };
    assert_eq!(ended.confirm(&speaker("bram", Police), None), Err(AgreementRefusal::Ended));
}

#[test]
fn the_old_version_holds_until_the_new_one_is_confirmed() {
    let old = version(1, sharing(Sharing::Free), &[Police, YouthWork]);
    let changed = agreement(Some(old.clone()), Some(version(2, sharing(Sharing::Not), &[Police])));
    assert!(changed.is_in_force());
    assert_eq!(changed.current(), Some(&old));
}

#[test]
fn any_bound_organisation_ends_an_agreement_alone() {
    let in_force = agreement(Some(version(1, sharing(Sharing::Free), &[Police, YouthWork])), None);
    for member in [speaker("bram", Police), speaker("yara", YouthWork)] {
        assert_eq!(in_force.stop(&member, false), Ok(Stopping::All(AgreementEnd::Stopped)));
    }
    assert_eq!(in_force.stop(&speaker("carla", Municipality), false), Err(AgreementRefusal::NotBound));
    let without = Member { mandate: false, ..speaker("anna", YouthWork) };
    assert_eq!(in_force.stop(&without, false), Err(AgreementRefusal::NoMandate), "also not who proposed it");
    assert_eq!(in_force.stop(&speaker("bram", Police), true), Err(AgreementRefusal::NothingProposed));
}

#[test]
fn only_the_giver_ends_what_forbids_sharing() {
    let closed = agreement(Some(version(1, sharing(Sharing::Not), &[Police, YouthWork])), None);
    assert_eq!(closed.stop(&speaker("yara", YouthWork), false), Err(AgreementRefusal::Wider));
    assert_eq!(closed.stop(&speaker("bram", Police), false), Ok(Stopping::All(AgreementEnd::Stopped)));
}

#[test]
fn a_proposal_is_taken_back_by_who_made_it_or_by_a_mandate() {
    let without = Member { mandate: false, ..speaker("anna", YouthWork) };
    assert_eq!(proposal(&[]).stop(&without, false), Ok(Stopping::All(AgreementEnd::Withdrawn)));
    assert_eq!(proposal(&[]).stop(&speaker("bram", Police), false), Ok(Stopping::All(AgreementEnd::Withdrawn)));
    let other = Member { mandate: false, ..speaker("yara", YouthWork) };
    assert_eq!(proposal(&[]).stop(&other, false), Err(AgreementRefusal::NoMandate));
    let stopped = Member { stopped: true, ..without };
    assert_eq!(proposal(&[]).stop(&stopped, false), Err(AgreementRefusal::NoMandate));
}

#[test]
fn a_new_version_is_taken_back_without_ending_what_holds() {
    let old = version(1, sharing(Sharing::Free), &[Police, YouthWork]);
    let changed = agreement(Some(old), Some(version(2, sharing(Sharing::Not), &[])));
    let without = Member { mandate: false, ..speaker("anna", YouthWork) };
    assert_eq!(changed.stop(&without, false), Ok(Stopping::Proposal(2)));
    assert_eq!(changed.stop(&speaker("bram", Police), true), Ok(Stopping::Proposal(2)));
    assert_eq!(changed.stop(&speaker("bram", Police), false), Ok(Stopping::All(AgreementEnd::Stopped)));
}

#[test]
fn a_proposal_to_close_is_taken_back_by_the_receiver_too() {
    let closing = agreement(None, Some(version(1, sharing(Sharing::Not), &[])));
    assert_eq!(closing.stop(&speaker("yara", YouthWork), false), Ok(Stopping::All(AgreementEnd::Withdrawn)));
}

#[test]
fn it_asks_to_be_looked_at_from_its_day_on_while_it_holds() {
    let in_force = agreement(Some(version(1, sharing(Sharing::Free), &[Police, YouthWork])), None);
    assert_eq!([5, 6, 7].map(|month| in_force.is_due(day(month))), [false, true, true]);
    assert!(!proposal(&[]).is_due(day(7)), "a proposal asks for confirmation, not for a look");
    assert!(!Agreement { ended: Some((AgreementEnd::Stopped, 5)), ..in_force }.is_due(day(7)));
}

fn past(rule: Sharing, holds: bool) -> PastRule {
    PastRule { giver: Police, receiver: YouthWork, rule, holds }
}

#[test]
fn the_newest_rule_of_a_pair_counts() {
    let rules = rules_in_force([past(Sharing::Not, true), past(Sharing::Free, true)]);
    assert_eq!(rules.between(Police, YouthWork), Sharing::Free);
    assert_eq!(rules.between(YouthWork, Police), Sharing::AskReporter, "the other way round nothing is agreed");
}

#[test]
fn the_end_of_the_newest_rule_brings_no_older_one_back() {
    let rules = rules_in_force([past(Sharing::Free, true), past(Sharing::Not, false)]);
    assert_eq!(rules.between(Police, YouthWork), Sharing::AskReporter);
}

proptest! {
    #[test]
    fn a_version_waits_for_exactly_those_who_have_not_confirmed(
        bound in proptest::sample::subsequence(OrganisationKind::ALL, 1..=8),
        confirmed in proptest::sample::subsequence(OrganisationKind::ALL, 0..=8),
    ) {
        let version = version(1, Subject::Signal(bound.clone()), &confirmed);
        let awaits = version.awaits();
        for organisation in OrganisationKind::ALL {
            let expected = bound.contains(organisation) && !confirmed.contains(organisation);
            prop_assert_eq!(awaits.contains(organisation), expected);
        }
        prop_assert_eq!(awaits.is_empty(), version.in_force_ms.is_some());
    }
}
