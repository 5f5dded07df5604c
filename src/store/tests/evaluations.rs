//! Claims about evaluations: the days that a team has set for itself, and what votes for a date.

use std::collections::BTreeSet;

use super::*;
use crate::domain::evaluation::{Evaluation, Poll, Proposal, Terms};
use crate::domain::incident::{IncidentChange, IncidentStep, Nature, NewIncident};
use crate::domain::{
    KeptForm, Label, OrganisationKind, Protection, RecordKind, RecordNumber, TeamChange, TeamId, TeamStep,
};

claims!(a_team_has_its_own_days_until_it_takes_the_usual_ones, a_vote_is_found_by_what_said_it_as_long_as_it_stands);

fn team() -> TeamId {
    TeamId::new("oost")
}

fn number() -> RecordNumber {
    RecordNumber::new(RecordKind::Incident, 2026, 7)
}

fn of_team(step: TeamStep) -> Change {
    Change::Team(TeamChange { team: team(), seen: None, steps: vec![step] })
}

fn change(seen: i64, step: IncidentStep) -> Change {
    Change::Incident(IncidentChange { team: team(), number: number(), seen, steps: vec![step] })
}

async fn decide(on: &Backend, changes: Vec<Change>) {
    on.store.decided(&Turn { changes, out: vec![] }, NOW_MS).await.expect("it is written");
}

fn opened() -> IncidentStep {
    let protection = Protection {
        team: team(),
        label: Label::Amber,
        author: anna(),
        author_organisation: OrganisationKind::Police,
        owner: None,
        named: BTreeSet::new(),
        shared_with: BTreeSet::new(),
        author_named: false,
    };
    let json = r#"{"id":"incident","version":1,"widen":null,"name":null,"questions":[]}"#.to_owned();
    let form = KeptForm { name: "f".into(), json };
    let (nature, answers) = (Nature::Incident, [].into());
    IncidentStep::Made(Box::new(NewIncident { account: me(), nature, form, answers, protection, group: None }))
}

fn voted(events: &[&str]) -> IncidentStep {
    let poll = Poll {
        proposals: vec![Proposal { at_ms: NOW_MS, who: [anna()].into() }],
        ticks: events.iter().map(|name| (event(name), anna(), 0)).collect(),
        ..Poll::begun(None, &[], NOW_MS)
    };
    IncidentStep::Evaluated(Box::new(Evaluation { poll: Some(poll), ..Evaluation::default() }))
}

async fn a_team_has_its_own_days_until_it_takes_the_usual_ones(on: Backend) {
    decide(&on, vec![of_team(TeamStep::Made { name: "oost".into() })]).await;
    assert_eq!(on.store.path_terms(&team()).await.expect("they are read"), None);
    let terms = Terms { reminder: 30, last: 40, ..Terms::default() };
    decide(&on, vec![of_team(TeamStep::PathTerms { terms: Some(terms) })]).await;
    assert_eq!(on.store.path_terms(&team()).await.expect("they are read"), Some(terms));
    decide(&on, vec![of_team(TeamStep::PathTerms { terms: None })]).await;
    assert_eq!(on.store.path_terms(&team()).await.expect("they are read"), None);
}

async fn a_vote_is_found_by_what_said_it_as_long_as_it_stands(on: Backend) {
    decide(&on, vec![of_team(TeamStep::Made { name: "oost".into() })]).await;
    decide(&on, vec![change(0, opened())]).await;
    decide(&on, vec![change(1, voted(&["one", "two", "two"]))]).await;
    for name in ["one", "two"] {
        let found = on.store.voted_by(&event(name)).await.expect("it is read");
        assert_eq!(found, Some((team(), number())), "{name}");
    }
    decide(&on, vec![change(2, voted(&["two"]))]).await;
    assert_eq!(on.store.voted_by(&event("one")).await.expect("it is read"), None);
    assert!(on.store.voted_by(&event("two")).await.expect("it is read").is_some());
    decide(&on, vec![change(3, IncidentStep::Evaluated(Box::default()))]).await;
    assert_eq!(on.store.voted_by(&event("two")).await.expect("it is read"), None);
}
