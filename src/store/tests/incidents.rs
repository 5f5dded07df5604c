//! Claims about incidents, what is said in their evaluation, and the actions after it: kept whole and sealed, filtered before they are
//! opened, changed one at a time, gone when taken back.

use chrono::NaiveDate;

use super::signals::{alone, answers, carla, form, protection, team};
use super::*;
use crate::domain::evaluation::{Evaluation, Stage};
use crate::domain::incident::{
    ActionChange, ActionOwner, ActionStatus, ActionStep, Happened, Incident, IncidentChange, IncidentStatus,
    IncidentStep, Nature, NewAction, NewContribution, NewIncident, NewLine, incident_record,
};
use crate::domain::practice::Effect;
use crate::domain::{Label, OrganisationKind, RecordKind, RecordNumber, SharingRules};
use crate::store::{Actions, Incidents, SaidInEvaluation};
use OrganisationKind::{Municipality, Police, YouthWork};

claims!(
    an_incident_is_read_back_with_its_timeline,
    what_was_decided_on_an_earlier_state_is_refused,
    a_place_in_the_timeline_is_given_once,
    a_list_is_filtered_before_anything_is_opened,
    who_sees_it_changes_step_by_step,
    what_is_said_beforehand_is_its_authors_until_they_release_it_and_the_time_is_over,
    what_a_message_said_is_found_by_it,
    frozen_and_closed_it_says_why,
    how_far_the_evaluation_has_come_is_kept,
    an_action_goes_from_hand_to_hand_until_it_ends,
    what_was_taken_back_is_in_no_answer_and_its_actions_neither,
    no_text_can_be_read_in_the_tables,
    numbers_of_incidents_and_actions_are_given_once,
);

fn number() -> RecordNumber {
    RecordNumber::new(RecordKind::Incident, 2026, 1)
}

fn action() -> RecordNumber {
    RecordNumber::new(RecordKind::Action, 2026, 1)
}

/// Anna of youth work opened it, and shares it with the police.
fn new() -> NewIncident {
    let mut guard = protection(Label::Amber);
    guard.shared_with = [Police].into();
    NewIncident {
        account: me(),
        nature: Nature::Incident,
        form: form(),
        answers: answers("zonnebloem", "zonnebloem"),
        protection: guard,
        group: Some("De Kade".to_owned()),
    }
}

fn line(place: u32, from_ms: i64, happened: Happened) -> IncidentStep {
    let (by, organisation) = (anna(), YouthWork);
    IncidentStep::Logged(Box::new(NewLine { line: place, by, organisation, from_ms, until_ms: None, happened }))
}

fn said(text: &str) -> Happened {
    Happened::Said { text: text.to_owned() }
}

pub(super) fn contribution(id: &str, stage: Stage, person: UserId) -> IncidentStep {
    IncidentStep::Contributed(Box::new(NewContribution {
        id: id.to_owned(),
        stage,
        question: "effect".to_owned(),
        person,
        organisation: Police,
        text: "zonnebloem".to_owned(),
        released: false,
        said_in: Some((room("chain"), event(id))),
    }))
}

impl Backend {
    async fn try_incident(&self, seen: i64, steps: Vec<IncidentStep>) -> Result<(), StoreError> {
        let change = IncidentChange { team: team(), number: number(), seen, steps };
        self.changed(vec![Change::Incident(change)], NOW_MS + 1).await
    }

    async fn with_incident(&self) {
        self.with_signals().await;
        let steps = vec![IncidentStep::Made(Box::new(new())), line(1, NOW_MS, said("zonnebloem"))];
        self.try_incident(0, steps).await.expect("it is opened");
    }

    async fn incident(&self) -> Incident {
        self.store.incident(&team(), &number()).await.expect("it is read").expect("it is there")
    }

    /// The next change of it, whatever came before.
    pub(super) async fn it_goes(&self, steps: Vec<IncidentStep>) {
        let seen = self.incident().await.version;
        self.try_incident(seen, steps).await.expect("it is changed");
    }

    pub(super) async fn action_goes(&self, step: ActionStep) {
        let there = self.store.action(&team(), &action()).await.expect("it is read");
        let seen = there.map_or(0, |action| action.version);
        let change = ActionChange { team: team(), number: action(), seen, step };
        self.changed(vec![Change::Action(change)], NOW_MS + 1).await.expect("it is changed");
    }

    pub(super) async fn with_action(&self) {
        self.with_incident().await;
        let new = NewAction {
            account: me(),
            incident: number(),
            what: "zonnebloem".to_owned(),
            owner: ActionOwner::Person(bilal()),
            due_on: NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day"),
        };
        self.action_goes(ActionStep::Made(Box::new(new))).await;
    }
}

/// What of the contributions this person sees.
fn contributions(incident: &Incident, person: UserId, organisation: OrganisationKind) -> Vec<String> {
    let (audience, rules) = (alone(person, organisation), SharingRules::default());
    let Some(view) = incident.content.for_audience(&audience, &rules) else { return Vec::new() };
    let all = view.content().contributions.iter().filter_map(|one| one.for_audience(&audience, &rules));
    all.filter_map(|one| one.field(|one| &one.text).map(|_| one.content().id.clone())).collect()
}

async fn an_incident_is_read_back_with_its_timeline(on: Backend) {
    on.with_incident().await;
    on.it_goes(vec![line(
        2,
        NOW_MS - 500,
        Happened::Intervention { slug: "huisbezoek".into(), effect: Effect::Helped },
    )])
    .await;
    let incident = on.incident().await;
    assert_eq!((incident.version, incident.status, incident.frozen), (2, IncidentStatus::Open, false));
    assert_eq!(incident.protection, new().protection);
    let (audience, rules) = (alone(bilal(), Police), SharingRules::default());
    let view = incident.content.for_audience(&audience, &rules).expect("the police see it");
    let order: Vec<u32> = view.content().in_order().iter().map(|line| line.line).collect();
    assert_eq!(order, [2, 1]);
    let told: Vec<_> =
        view.parts(|content| &content.lines).filter_map(|line| line.field(|line| &line.happened)).collect();
    assert_eq!(told[0], &said("zonnebloem"));
    assert!(incident.content.for_audience(&alone(carla(), Municipality), &rules).is_none());
}

async fn what_was_decided_on_an_earlier_state_is_refused(on: Backend) {
    on.with_incident().await;
    let again = on.try_incident(0, vec![IncidentStep::Made(Box::new(new()))]).await;
    assert!(matches!(again, Err(StoreError::Overtaken)), "{again:?}");
    on.it_goes(vec![line(2, NOW_MS, said("nog iets"))]).await;
    let late = on.try_incident(1, vec![line(3, NOW_MS, said("te laat"))]).await;
    assert!(matches!(late, Err(StoreError::Overtaken)), "{late:?}");
}

async fn a_place_in_the_timeline_is_given_once(on: Backend) {
    on.with_incident().await;
    let taken = on.try_incident(1, vec![line(1, NOW_MS, said("over een ander heen"))]).await;
    assert!(matches!(taken, Err(StoreError::Overtaken)), "{taken:?}");
    assert_eq!(on.incident().await.version, 1, "nothing of it was written");
}

async fn a_list_is_filtered_before_anything_is_opened(on: Backend) {
    on.with_incident().await;
    let open = Incidents { status: Some(IncidentStatus::Open), ..Incidents::default() };
    let found = on.store.incident_guards(&team(), &open).await.expect("they are read");
    assert_eq!(found.into_iter().map(|(number, _)| number).collect::<Vec<_>>(), [number()]);
    let near = Incidents { nature: Some(Nature::NearMiss), ..Incidents::default() };
    assert!(on.store.incident_guards(&team(), &near).await.expect("they are read").is_empty());
}

async fn who_sees_it_changes_step_by_step(on: Backend) {
    on.with_incident().await;
    on.it_goes(vec![
        IncidentStep::Shared { with: Municipality },
        IncidentStep::Unshared { with: Police },
        IncidentStep::Named { person: bilal() },
        IncidentStep::Taken { by: carla() },
        IncidentStep::Labelled { label: Label::Green, widens: true },
    ])
    .await;
    let guard = on.incident().await.protection;
    assert_eq!((guard.label, guard.owner), (Label::Green, Some(carla())));
    assert_eq!((guard.shared_with, guard.named), ([Municipality].into(), [bilal()].into()));
    on.it_goes(vec![IncidentStep::Unnamed { person: bilal() }]).await;
    assert!(on.incident().await.protection.named.is_empty());
}

async fn what_is_said_beforehand_is_its_authors_until_they_release_it_and_the_time_is_over(on: Backend) {
    on.with_incident().await;
    on.it_goes(vec![contribution("c1", Stage::Before, bilal()), contribution("c2", Stage::Session, bilal())]).await;
    let both = ["c1".to_owned(), "c2".to_owned()];
    assert_eq!(contributions(&on.incident().await, bilal(), Police), both);
    assert_eq!(contributions(&on.incident().await, anna(), YouthWork), ["c2"], "who opened it neither");
    on.it_goes(vec![IncidentStep::Released { person: bilal(), yes: true }]).await;
    assert_eq!(contributions(&on.incident().await, anna(), YouthWork), ["c2"], "the time is not over");
    let gathered = Evaluation { gathered: true, ..Evaluation::default() };
    on.it_goes(vec![IncidentStep::Evaluated(Box::new(gathered))]).await;
    assert_eq!(contributions(&on.incident().await, anna(), YouthWork), both);
    on.it_goes(vec![IncidentStep::Released { person: bilal(), yes: false }]).await;
    assert_eq!(contributions(&on.incident().await, anna(), YouthWork), ["c2"], "released no more");
}

async fn what_a_message_said_is_found_by_it(on: Backend) {
    on.with_incident().await;
    on.it_goes(vec![contribution("c1", Stage::Session, bilal())]).await;
    let found = on.store.said_in_evaluation(&room("chain"), &event("c1")).await.expect("it is read");
    let stage = Stage::Session;
    let whole = SaidInEvaluation { team: team(), number: number(), id: "c1".into(), stage, person: bilal() };
    assert_eq!(found, Some(whole));
    on.it_goes(vec![IncidentStep::Reworded { id: "c1".into(), text: "anders".into() }]).await;
    let (incident, audience, rules) = (on.incident().await, alone(bilal(), Police), SharingRules::default());
    let view = incident.content.for_audience(&audience, &rules).expect("the police see it");
    let one = view.content().contributions[0].for_audience(&audience, &rules).expect("it is theirs");
    assert_eq!(one.field(|one| &one.text).map(String::as_str), Some("anders"));
    on.it_goes(vec![IncidentStep::Unsaid { id: "c1".into() }]).await;
    assert_eq!(on.store.said_in_evaluation(&room("chain"), &event("c1")).await.expect("it is read"), None);
}

async fn frozen_and_closed_it_says_why(on: Backend) {
    on.with_incident().await;
    let steps = vec![
        IncidentStep::Closed { reason: "het liep af".into() },
        IncidentStep::Frozen { reason: "een onderzoek".into() },
    ];
    on.it_goes(steps).await;
    let (incident, audience, rules) = (on.incident().await, alone(bilal(), Police), SharingRules::default());
    assert!(incident.frozen);
    let view = incident.content.for_audience(&audience, &rules).expect("the police see it");
    let why = view.part_if(|content| content.frozen.as_ref()).and_then(|why| why.open().cloned());
    let closing =
        view.part_if(|content| content.closing.as_ref().map(|(why, _)| why)).and_then(|why| why.open().cloned());
    assert_eq!((why.as_deref(), closing.as_deref()), (Some("een onderzoek"), Some("het liep af")));
    on.it_goes(vec![IncidentStep::Thawed]).await;
    assert!(!on.incident().await.frozen);
}

async fn how_far_the_evaluation_has_come_is_kept(on: Backend) {
    on.with_incident().await;
    assert_eq!(on.incident().await.evaluation, Evaluation::default());
    let come = Evaluation { gathered: true, ..Evaluation::default() };
    on.it_goes(vec![IncidentStep::Evaluated(Box::new(come.clone()))]).await;
    assert_eq!(on.incident().await.evaluation, come);
}

async fn an_action_goes_from_hand_to_hand_until_it_ends(on: Backend) {
    on.with_action().await;
    on.action_goes(ActionStep::Asked).await;
    on.action_goes(ActionStep::Offered { to: carla() }).await;
    let one = on.store.action(&team(), &action()).await.expect("it is read").expect("it is there");
    assert_eq!((one.asked, one.offered_to, one.owner), (1, Some(carla()), ActionOwner::Person(bilal())));
    on.action_goes(ActionStep::HandedOver { to: ActionOwner::Organisation(Police) }).await;
    let open = Actions { status: Some(ActionStatus::Open), incident: Some(number()) };
    let found = on.store.actions(&team(), &open).await.expect("they are read");
    assert_eq!((found.len(), &found[0].owner, &found[0].offered_to), (1, &ActionOwner::Organisation(Police), &None));
    on.action_goes(ActionStep::Dropped { reason: "zonnebloem".into() }).await;
    assert!(on.store.actions(&team(), &open).await.expect("they are read").is_empty());
    let one = on.store.action(&team(), &action()).await.expect("it is read").expect("it is there");
    let (audience, rules) = (alone(bilal(), Police), SharingRules::default());
    let view = one.content.for_audience(&audience, &rules).expect("the police see it");
    let why = view.part_if(|content| content.dropped.as_ref()).and_then(|why| why.open().cloned());
    assert_eq!((one.status, why.as_deref()), (ActionStatus::Dropped, Some("zonnebloem")));
    assert!(one.content.for_audience(&alone(carla(), Municipality), &rules).is_none());
}

async fn what_was_taken_back_is_in_no_answer_and_its_actions_neither(on: Backend) {
    on.with_action().await;
    let change = IncidentChange { team: team(), number: number(), seen: 1, steps: vec![IncidentStep::Withdrawn] };
    let erased = Change::Erased { record: incident_record(&team(), &number()) };
    on.changed(vec![Change::Incident(change), erased], NOW_MS + 5).await.expect("it is taken back");
    assert!(on.store.incident(&team(), &number()).await.expect("it is read").is_none());
    assert!(on.store.action(&team(), &action()).await.expect("it is read").is_none());
    let all = Incidents::default();
    assert!(on.store.incident_guards(&team(), &all).await.expect("they are read").is_empty());
}

async fn no_text_can_be_read_in_the_tables(on: Backend) {
    on.with_action().await;
    on.it_goes(vec![
        contribution("c1", Stage::Before, bilal()),
        IncidentStep::Closed { reason: "zonnebloem".into() },
        IncidentStep::Frozen { reason: "zonnebloem".into() },
    ])
    .await;
    on.action_goes(ActionStep::Dropped { reason: "zonnebloem".into() }).await;
    for sql in [
        "SELECT sheet FROM incident",
        "SELECT evaluation FROM incident",
        "SELECT closing FROM incident",
        "SELECT frozen FROM incident",
        "SELECT group_hash FROM incident",
        "SELECT happened FROM incident_line",
        "SELECT text FROM contribution",
        "SELECT what FROM action",
        "SELECT dropped FROM action",
    ] {
        let stored = on.bytes(sql).await.remove(0).expect("it is there");
        for word in ["zonnebloem", "Kade", "kade", "gathered"] {
            assert!(!stored.windows(word.len()).any(|window| window == word.as_bytes()), "{word} in {sql}");
        }
    }
    // A text put elsewhere does not open there.
    on.run("UPDATE incident SET closing = frozen").await;
    let moved = on.store.incident(&team(), &number()).await;
    assert!(matches!(moved, Err(StoreError::Sealed { table: "incident", .. })), "{moved:?}");
}

async fn numbers_of_incidents_and_actions_are_given_once(on: Backend) {
    on.with_action().await;
    for (kind, free) in [(RecordKind::Incident, 2), (RecordKind::Action, 2)] {
        let mut bits = [1, 2].into_iter();
        let found = on.store.free_number(kind, &team(), 2026, || bits.next().expect("two are enough")).await;
        assert_eq!(found.expect("it is found"), RecordNumber::new(kind, 2026, free));
    }
}
