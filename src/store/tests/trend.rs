//! Claims about what a trend is counted from: only of the days asked for, only of what one may see, and nothing of what is gone.

use chrono::NaiveDate;

use super::signals::{alone, answers, carla, form, protection, team};
use super::*;
use crate::domain::incident::{Happened, IncidentChange, IncidentStep, Nature, NewIncident, NewLine};
use crate::domain::practice::Effect;
use crate::domain::trend::Reported;
use crate::domain::{
    Audience, Form, Guard, Guarded, KeptForm, Label, NewSignal, OrganisationKind, RecordKind, RecordNumber, Scope,
    SharingRules, SignalChange, SignalStep, Value,
};
use OrganisationKind::{Municipality, Police, YouthWork};

claims!(
    what_is_counted_of_a_signal_is_read_behind_its_guard,
    only_signals_of_the_days_asked_for_are_read_and_none_that_is_gone,
    nothing_is_opened_of_what_one_may_not_see,
    the_first_feedback_is_when_the_reporter_heard_something,
    lines_of_timelines_are_read_behind_the_guard_of_their_incident,
);

const ALWAYS: (i64, i64) = (i64::MIN, i64::MAX);

fn number(random: u32) -> RecordNumber {
    RecordNumber::new(RecordKind::Signal, 2026, random)
}

/// The form of the signals' tests, with the two questions that are counted.
fn counted_form() -> KeptForm {
    let mut form: Form = serde_json::from_str(&form().json).expect("it is a form");
    let question = form.questions[0].clone();
    for id in ["platform", "done"] {
        form.questions.push(crate::domain::Question { id: id.into(), scope: Scope::Shared, ..question.clone() });
    }
    KeptForm { name: "signal-2".into(), json: serde_json::to_string(&form).expect("it is plain") }
}

fn new(label: Label) -> NewSignal {
    let mut answers = answers("een filmpje", "zonnebloem");
    answers.insert("platform".into(), Value::Choice("snapchat".into()));
    answers.insert("done".into(), Value::Interventions(vec!["huisbezoek".into()]));
    NewSignal {
        form: counted_form(),
        answers,
        protection: protection(label),
        level: 2,
        feedback_on: NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day"),
        group: None,
        released: [].into(),
    }
}

/// Level, platform, what was done; the last two as far as they are seen.
type Counted = (u8, Option<Option<String>>, Option<Vec<String>>);

/// What this audience sees of it.
fn seen(signal: &Guarded<Reported>, audience: &Audience) -> Option<Counted> {
    let view = signal.for_audience(audience, &SharingRules::default())?;
    let (platform, done) = (view.field(|one| &one.platform), view.field(|one| &one.done));
    Some((view.content().level, platform.cloned(), done.cloned()))
}

impl Backend {
    async fn sent(&self, random: u32, new: NewSignal, at_ms: i64) {
        self.signal_goes(random, 0, SignalStep::Made(Box::new(new)), at_ms).await;
    }

    async fn signal_goes(&self, random: u32, seen: i64, step: SignalStep, at_ms: i64) {
        let change = SignalChange { team: team(), number: number(random), seen, steps: vec![step] };
        self.changed(vec![Change::Signal(change)], at_ms).await.expect("it is changed");
    }

    async fn reported(&self, bounds: (i64, i64)) -> Vec<Guarded<Reported>> {
        self.store.reported(&team(), bounds, |_| true).await.expect("they are read")
    }
}

async fn what_is_counted_of_a_signal_is_read_behind_its_guard(at: Backend) {
    at.with_signals().await;
    at.sent(1, new(Label::Green), NOW_MS).await;
    let all = at.reported(ALWAYS).await;
    assert_eq!(all.len(), 1);
    let (platform, done) = (Some(Some("snapchat".to_owned())), Some(vec!["huisbezoek".to_owned()]));
    assert_eq!(seen(&all[0], &alone(carla(), YouthWork)), Some((2, platform, done)));
    assert_eq!(seen(&all[0], &alone(carla(), Police)), Some((2, None, None)), "green is what was released");
}

async fn only_signals_of_the_days_asked_for_are_read_and_none_that_is_gone(at: Backend) {
    at.with_signals().await;
    for (random, at_ms) in [(1, NOW_MS), (2, NOW_MS + 10), (3, NOW_MS + 20)] {
        at.sent(random, new(Label::Amber), at_ms).await;
    }
    let moments = |all: Vec<Guarded<Reported>>| {
        let audience = alone(anna(), YouthWork);
        let rules = SharingRules::default();
        let moment = |one: &Guarded<Reported>| one.for_audience(&audience, &rules).map(|view| view.content().made_ms);
        all.iter().filter_map(moment).map(|at_ms| at_ms - NOW_MS).collect::<Vec<_>>()
    };
    assert_eq!(moments(at.reported((NOW_MS, NOW_MS + 20)).await), [0, 10]);
    assert_eq!(moments(at.reported(ALWAYS).await), [0, 10, 20]);
    at.signal_goes(2, 1, SignalStep::Withdrawn, NOW_MS + 30).await;
    assert_eq!(moments(at.reported(ALWAYS).await), [0, 20]);
    assert!(at.store.reported(&crate::domain::TeamId::new("west"), ALWAYS, |_| true).await.expect("read").is_empty());
}

async fn nothing_is_opened_of_what_one_may_not_see(at: Backend) {
    at.with_signals().await;
    at.sent(1, new(Label::AmberStrict), NOW_MS).await;
    let mut amber = new(Label::Amber);
    amber.protection.shared_with = [Police].into();
    at.sent(2, amber, NOW_MS).await;
    let rules = SharingRules::default();
    for (organisation, count) in [(YouthWork, 2), (Police, 1), (Municipality, 0)] {
        let audience = alone(carla(), organisation);
        let may_see = |guard: &Guard| audience.sight_of(guard, &rules).is_some();
        let all = at.store.reported(&team(), ALWAYS, may_see).await.expect("they are read");
        assert_eq!(all.len(), count, "{organisation:?}");
    }
}

async fn the_first_feedback_is_when_the_reporter_heard_something(at: Backend) {
    at.with_signals().await;
    at.sent(1, new(Label::AmberStrict), NOW_MS).await;
    let audience = alone(carla(), YouthWork);
    let heard = |all: &[Guarded<Reported>]| {
        let view = all[0].for_audience(&audience, &SharingRules::default()).expect("she sees it");
        (view.content().heard_ms, view.content().waits_for_nobody)
    };
    assert_eq!(heard(&at.reported(ALWAYS).await), (None, false));
    at.signal_goes(1, 1, SignalStep::Taken { by: carla() }, NOW_MS + 1).await;
    for (id, version, at_ms) in [("one", 2, NOW_MS + 2), ("two", 3, NOW_MS + 3)] {
        let step = SignalStep::Feedback { id: id.into(), by: carla(), text: "zonnebloem".into() };
        at.signal_goes(1, version, step, at_ms).await;
    }
    assert_eq!(heard(&at.reported(ALWAYS).await), (Some(NOW_MS + 2), false));
    at.sent(2, new(Label::AmberStrict), NOW_MS - 1).await;
    at.signal_goes(2, 1, SignalStep::Taken { by: anna() }, NOW_MS).await;
    assert_eq!(heard(&at.reported(ALWAYS).await), (None, true), "who reported it follows it up");
}

async fn lines_of_timelines_are_read_behind_the_guard_of_their_incident(at: Backend) {
    at.with_signals().await;
    for (random, shared) in [(1, vec![Police]), (2, vec![])] {
        let mut guard = protection(Label::Amber);
        guard.shared_with = shared.into_iter().collect();
        let new = NewIncident {
            account: me(),
            nature: Nature::Incident,
            form: form(),
            answers: answers("zonnebloem", "zonnebloem"),
            protection: guard,
            group: None,
        };
        let line = |line, from_ms| {
            let happened = Happened::Intervention { slug: "huisbezoek".into(), effect: Effect::Helped };
            let (by, organisation) = (anna(), YouthWork);
            IncidentStep::Logged(Box::new(NewLine { line, by, organisation, from_ms, until_ms: None, happened }))
        };
        let number = RecordNumber::new(RecordKind::Incident, 2026, random);
        let steps = vec![IncidentStep::Made(Box::new(new)), line(1, NOW_MS), line(2, NOW_MS + 10)];
        let change = IncidentChange { team: team(), number, seen: 0, steps };
        at.changed(vec![Change::Incident(change)], NOW_MS + 20).await.expect("it is opened");
    }
    let rules = SharingRules::default();
    for (organisation, bounds, count) in
        [(YouthWork, ALWAYS, 4), (YouthWork, (NOW_MS, NOW_MS + 10), 2), (Police, ALWAYS, 2), (Municipality, ALWAYS, 0)]
    {
        let audience = alone(carla(), organisation);
        let may_see = |guard: &Guard| audience.sight_of(guard, &rules).is_some();
        let lines = at.store.timeline_lines(&team(), bounds, may_see).await.expect("they are read");
        assert_eq!(lines.len(), count, "{organisation:?}");
        for line in &lines {
            let view = line.for_audience(&audience, &rules).expect("it is seen");
            let happened = view.field(|line| &line.happened);
            assert!(matches!(happened, Some(Happened::Intervention { .. })), "{happened:?}");
        }
    }
    let number = RecordNumber::new(RecordKind::Incident, 2026, 1);
    let seen = at.store.incident(&team(), &number).await.expect("it is read").expect("it is there").version;
    let change = IncidentChange { team: team(), number, seen, steps: vec![IncidentStep::Withdrawn] };
    at.changed(vec![Change::Incident(change)], NOW_MS + 30).await.expect("it is taken back");
    assert_eq!(at.store.timeline_lines(&team(), ALWAYS, |_| true).await.expect("read").len(), 2);
}
