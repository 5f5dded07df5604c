//! Claims about signals: kept whole and sealed, filtered before they are opened, changed one at a time, gone when taken back.

mod ending;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::*;
use crate::domain::{
    Answers, Audience, Both, Feedback, Form, KeptForm, Label, Member, NewInterpretation, NewSignal, OrganisationKind,
    Protection, Question, QuestionKind, RecordKind, RecordNumber, Role, Scope, SharingRules, Signal, SignalChange,
    SignalStatus, SignalStep, TeamChange, TeamId, TeamStep, Value, View, Viewer, Wish,
};
use crate::store::{SignalRequest, Signals};
use OrganisationKind::{Municipality, Police, YouthWork};

claims!(
    a_signal_is_read_back_as_far_as_each_may_see,
    what_the_author_released_is_seen_further,
    what_was_decided_on_an_earlier_state_is_refused,
    a_number_that_is_taken_is_not_given_again,
    a_list_holds_only_what_one_may_see_the_newest_first,
    a_list_is_narrowed_before_it_is_filtered,
    a_group_is_found_however_its_alias_is_written,
    who_sees_it_changes_step_by_step,
    two_views_stand_side_by_side,
    nobody_interprets_twice,
    what_the_reporter_heard_is_between_them_and_who_wrote_it,
    a_question_to_the_author_is_open_until_it_is_answered,
    the_coordinators_are_asked_about_a_group_once,
    no_text_can_be_read_in_the_tables,
);

pub(super) fn team() -> TeamId {
    TeamId::new("oost")
}

fn number(random: u32) -> RecordNumber {
    RecordNumber::new(RecordKind::Signal, 2026, random)
}

fn question(id: &str, scope: Scope) -> Question {
    Question {
        id: id.to_owned(),
        label: Both::default(),
        ask: Both::default(),
        why: Both::default(),
        kind: QuestionKind::Text { least: 1, most: 600 },
        scope,
        required: true,
        short: true,
        asked: true,
        only_if: vec![],
        suggest: vec![],
        derive: vec![],
        notes: vec![],
    }
}

pub(super) fn form() -> KeptForm {
    let questions = vec![question("seen", Scope::Shared), question("known", Scope::Own)];
    let form = Form { id: "signal".into(), version: 1, questions, widen: None, name: None };
    KeptForm { name: "signal-1".into(), json: serde_json::to_string(&form).expect("it is plain") }
}

pub(super) fn answers(seen: &str, known: &str) -> Answers {
    [("seen", seen), ("known", known)]
        .into_iter()
        .map(|(question, text)| (question.to_owned(), Value::Text(text.to_owned())))
        .collect()
}

/// Anna of youth work wrote it.
pub(super) fn protection(label: Label) -> Protection {
    Protection {
        team: team(),
        label,
        author: anna(),
        author_organisation: YouthWork,
        owner: None,
        named: BTreeSet::new(),
        shared_with: BTreeSet::new(),
        author_named: false,
    }
}

fn new(label: Label) -> NewSignal {
    NewSignal {
        form: form(),
        answers: answers("een filmpje", "zonnebloem"),
        protection: protection(label),
        level: 1,
        feedback_on: NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day"),
        group: Some("De Kade".to_owned()),
        released: BTreeSet::new(),
    }
}

fn member(person: UserId, organisation: OrganisationKind) -> Member {
    Member { team: team(), person, organisation, role: Role::Member, mandate: false, stopped: false }
}

pub(super) fn carla() -> UserId {
    UserId::new("@carla:example.org")
}

pub(super) fn alone(person: UserId, organisation: OrganisationKind) -> Audience {
    Audience::person(Viewer::from(member(person, organisation)))
}

/// The texts that this person sees of its answers; nothing when they do not see the signal.
fn seen(signal: &Signal, person: UserId, organisation: OrganisationKind) -> Option<Vec<String>> {
    let (audience, rules) = (alone(person, organisation), SharingRules::default());
    let view = signal.content.for_audience(&audience, &rules)?;
    let text = |answer: View<'_, crate::domain::Answered>| {
        answer.field(|answer| &answer.value).and_then(Value::text).map(str::to_owned)
    };
    Some(view.parts(|content| &content.answers).filter_map(text).collect())
}

impl Backend {
    pub(super) async fn with_signals(&self) {
        self.with_room(&room("chain")).await;
        let steps = vec![TeamStep::Made { name: "oost".into() }];
        let change = TeamChange { team: team(), seen: None, steps };
        self.changed(vec![Change::Team(change)], NOW_MS).await.expect("the team is made");
    }

    /// Handles one event that leads to these changes; nothing is left of it when they are refused.
    pub(super) async fn changed(&self, changes: Vec<Change>, at_ms: i64) -> Result<(), StoreError> {
        let name = format!("change-{}", self.numbers("SELECT COUNT(*) FROM inbox").await[0]);
        self.receive(one_room(&room("chain"), vec![readable(&room("chain"), &name)])).await;
        let (seq, _) = self.store.next_arrived(&room("chain")).await.expect("the inbox is read").expect("it is there");
        let made = self.store.finish(seq, &Turn { changes, out: vec![] }, at_ms).await;
        if made.is_err() {
            self.store.finish(seq, &Turn::nothing(), at_ms).await.expect("the row ends");
        }
        made.map(|_| ())
    }

    async fn try_steps(&self, random: u32, seen: i64, steps: Vec<SignalStep>, at_ms: i64) -> Result<(), StoreError> {
        let change = SignalChange { team: team(), number: number(random), seen, steps };
        self.changed(vec![Change::Signal(change)], at_ms).await
    }

    async fn made(&self, random: u32, new: NewSignal, at_ms: i64) {
        self.try_steps(random, 0, vec![SignalStep::Made(Box::new(new))], at_ms).await.expect("it is made");
    }

    /// The next change of a signal, whatever came before.
    async fn goes(&self, random: u32, step: SignalStep) {
        let seen = self.signal(random).await.version;
        self.try_steps(random, seen, vec![step], NOW_MS + 1).await.expect("it is changed");
    }

    async fn signal(&self, random: u32) -> Signal {
        self.store.signal(&team(), &number(random)).await.expect("it is read").expect("it is there")
    }

    /// The numbers that Bilal of the police sees.
    async fn in_list(&self, which: Signals) -> Vec<String> {
        let (audience, rules) = (alone(bilal(), Police), SharingRules::default());
        let may_see = |guard: &crate::domain::Guard| audience.sight_of(guard, &rules).is_some();
        let (page, all) = self.store.signals(&team(), &which, may_see, 0, 100).await.expect("the list is read");
        assert_eq!(page.len(), all);
        page.into_iter().map(|signal| signal.number.to_string()).collect()
    }
}

async fn a_signal_is_read_back_as_far_as_each_may_see(on: Backend) {
    on.with_signals().await;
    let mut new = new(Label::Amber);
    new.protection.shared_with = [Police].into();
    new.protection.named = [carla()].into();
    on.made(1, new.clone(), NOW_MS).await;
    let signal = on.signal(1).await;
    assert_eq!((signal.version, signal.status, &signal.protection), (1, SignalStatus::New, &new.protection));
    let all = Some(vec!["een filmpje".to_owned(), "zonnebloem".to_owned()]);
    let shared = Some(vec!["een filmpje".to_owned()]);
    assert_eq!(seen(&signal, anna(), YouthWork), all, "the author");
    assert_eq!(seen(&signal, UserId::new("@dirk:example.org"), YouthWork), all, "a colleague");
    assert_eq!(seen(&signal, bilal(), Police), shared, "of the list");
    assert_eq!(seen(&signal, carla(), Municipality), shared, "named");
    assert_eq!(seen(&signal, bilal(), Municipality), None);
}

async fn what_the_author_released_is_seen_further(on: Backend) {
    on.with_signals().await;
    on.made(1, NewSignal { released: ["seen".to_owned()].into(), ..new(Label::Green) }, NOW_MS).await;
    assert_eq!(seen(&on.signal(1).await, bilal(), Police), Some(vec!["een filmpje".to_owned()]));
    on.made(2, NewSignal { released: ["known".to_owned()].into(), ..new(Label::Green) }, NOW_MS).await;
    assert_eq!(seen(&on.signal(2).await, bilal(), Police), Some(vec![]), "own becomes shared, and no more");
}

async fn what_was_decided_on_an_earlier_state_is_refused(on: Backend) {
    on.with_signals().await;
    on.made(1, new(Label::Red), NOW_MS).await;
    let again = on.try_steps(1, 0, vec![SignalStep::Made(Box::new(new(Label::Red)))], NOW_MS).await;
    assert!(matches!(again, Err(StoreError::Overtaken)), "{again:?}");
    on.goes(1, SignalStep::Taken { by: bilal() }).await;
    let late = on.try_steps(1, 1, vec![SignalStep::Taken { by: carla() }], NOW_MS).await;
    assert!(matches!(late, Err(StoreError::Overtaken)), "{late:?}");
    let signal = on.signal(1).await;
    assert_eq!((signal.version, signal.status, signal.protection.owner), (2, SignalStatus::Taken, Some(bilal())));
}

async fn a_number_that_is_taken_is_not_given_again(on: Backend) {
    on.with_signals().await;
    on.made(7, new(Label::Red), NOW_MS).await;
    let mut bits = [7, 7, 8].into_iter();
    let free = on.store.free_number(RecordKind::Signal, &team(), 2026, || bits.next().expect("three are enough")).await;
    assert_eq!(free.expect("it is found"), number(8));
}

async fn a_list_holds_only_what_one_may_see_the_newest_first(on: Backend) {
    on.with_signals().await;
    on.made(1, new(Label::Green), NOW_MS).await;
    on.made(2, new(Label::AmberStrict), NOW_MS + 1).await;
    on.made(3, new(Label::White), NOW_MS + 2).await;
    assert_eq!(on.in_list(Signals::default()).await, [number(3).to_string(), number(1).to_string()]);
    let everything = |_: &crate::domain::Guard| true;
    let (page, all) = on.store.signals(&team(), &Signals::default(), everything, 1, 1).await.expect("a page");
    assert_eq!((page[0].number.clone(), all), (number(2), 3));
    let elsewhere =
        on.store.signals(&TeamId::new("west"), &Signals::default(), everything, 0, 9).await.expect("a page");
    assert_eq!(elsewhere.1, 0);
}

async fn a_list_is_narrowed_before_it_is_filtered(on: Backend) {
    on.with_signals().await;
    on.made(1, new(Label::Green), NOW_MS).await;
    on.made(2, NewSignal { level: 3, group: None, ..new(Label::Green) }, NOW_MS + 10).await;
    on.goes(2, SignalStep::Taken { by: bilal() }).await;
    let (one, two) = ([number(1).to_string()], [number(2).to_string()]);
    assert_eq!(on.in_list(Signals { status: Some(SignalStatus::New), ..Signals::default() }).await, one);
    assert_eq!(on.in_list(Signals { level: Some(3), ..Signals::default() }).await, two);
    assert_eq!(on.in_list(Signals { since_ms: Some(NOW_MS + 5), ..Signals::default() }).await, two);
    let group = Some(on.store.group_hash("de kade").await.expect("a hash"));
    assert_eq!(on.in_list(Signals { group, ..Signals::default() }).await, one);
}

async fn a_group_is_found_however_its_alias_is_written(on: Backend) {
    on.with_signals().await;
    on.made(1, new(Label::Green), NOW_MS).await;
    let hash = on.store.group_hash(" DE  kade ").await.expect("a hash");
    assert_eq!(on.signal(1).await.group, Some(hash));
}

async fn who_sees_it_changes_step_by_step(on: Backend) {
    on.with_signals().await;
    on.made(1, new(Label::AmberStrict), NOW_MS).await;
    on.goes(1, SignalStep::Shared { with: Police }).await;
    assert_eq!(seen(&on.signal(1).await, bilal(), Police), None, "the list counts for amber only");
    on.goes(1, SignalStep::Labelled { label: Label::Amber, widens: true }).await;
    assert!(seen(&on.signal(1).await, bilal(), Police).is_some());
    on.goes(1, SignalStep::Unshared { with: Police }).await;
    assert_eq!(seen(&on.signal(1).await, bilal(), Police), None);
    on.goes(1, SignalStep::Named { person: bilal() }).await;
    assert!(seen(&on.signal(1).await, bilal(), Police).is_some());
    on.goes(1, SignalStep::Unnamed { person: bilal() }).await;
    assert_eq!(seen(&on.signal(1).await, bilal(), Police), None);
}

fn interpreted(id: &str, by: UserId) -> SignalStep {
    let answers = answers("dat is stoere taal", "weet ik");
    SignalStep::Interpreted(Box::new(NewInterpretation {
        id: id.into(),
        by,
        organisation: Police,
        form: form(),
        answers,
    }))
}

async fn two_views_stand_side_by_side(on: Backend) {
    on.with_signals().await;
    on.made(
        1,
        NewSignal {
            protection: Protection { shared_with: [Police].into(), ..protection(Label::Amber) },
            ..new(Label::Amber)
        },
        NOW_MS,
    )
    .await;
    on.goes(1, interpreted("i1", bilal())).await;
    on.goes(1, interpreted("i2", carla())).await;
    let signal = on.signal(1).await;
    assert_eq!((signal.status, signal.interpreters.clone()), (SignalStatus::Interpreting, vec![bilal(), carla()]));
    let audience = alone(bilal(), Police);
    let view = signal.content.for_audience(&audience, &SharingRules::default()).expect("it is shared");
    let read: Vec<usize> = view
        .parts(|content| &content.interpretations)
        .map(|one| one.parts(|one| &one.answers).filter_map(|answer| answer.field(|answer| &answer.value)).count())
        .collect();
    assert_eq!(read, [2, 2], "also what would be for one's own organisation");
    on.goes(1, SignalStep::Taken { by: bilal() }).await;
    on.goes(1, interpreted("i3", UserId::new("@dirk:example.org"))).await;
    assert_eq!(on.signal(1).await.status, SignalStatus::Taken, "it stays taken");
}

async fn nobody_interprets_twice(on: Backend) {
    on.with_signals().await;
    on.made(1, new(Label::Green), NOW_MS).await;
    on.goes(1, interpreted("i1", bilal())).await;
    let twice = on.try_steps(1, 2, vec![interpreted("i2", bilal())], NOW_MS).await;
    assert!(matches!(twice, Err(StoreError::Overtaken)), "{twice:?}");
    assert_eq!(on.signal(1).await.version, 2, "nothing of it is left");
}

async fn what_the_reporter_heard_is_between_them_and_who_wrote_it(on: Backend) {
    on.with_signals().await;
    on.made(1, new(Label::White), NOW_MS).await;
    on.goes(1, SignalStep::Taken { by: bilal() }).await;
    on.goes(1, SignalStep::Feedback { id: "f1".into(), by: bilal(), text: "We zijn er geweest".into() }).await;
    let heard = async |person: UserId, organisation| {
        let signal = on.signal(1).await;
        let (audience, rules) = (alone(person, organisation), SharingRules::default());
        let view = signal.content.for_audience(&audience, &rules).expect("it is white");
        let feedback = view.content().feedback[0].for_audience(&audience, &rules);
        feedback.map(|feedback| feedback.content().clone())
    };
    let read = |read_ms| Feedback {
        id: "f1".into(),
        by: bilal(),
        text: "We zijn er geweest".into(),
        at_ms: NOW_MS + 1,
        read_ms,
    };
    assert_eq!(heard(anna(), YouthWork).await, Some(read(None)));
    on.goes(1, SignalStep::FeedbackRead { id: "f1".into() }).await;
    assert_eq!(heard(bilal(), Police).await, Some(read(Some(NOW_MS + 1))));
    assert_eq!(heard(UserId::new("@dirk:example.org"), YouthWork).await, None, "not a colleague of the reporter");
    assert_eq!(heard(carla(), Police).await, None);
}

async fn a_question_to_the_author_is_open_until_it_is_answered(on: Backend) {
    on.with_signals().await;
    on.made(1, new(Label::AmberStrict), NOW_MS).await;
    for (id, wish) in [("a", Wish::Share(Police)), ("b", Wish::Name(carla())), ("c", Wish::Label(Label::Green))] {
        on.goes(1, SignalStep::Requested { id: id.into(), by: bilal(), wish: wish.clone() }).await;
        let request = SignalRequest { id: id.into(), team: team(), number: number(1), by: bilal(), wish };
        assert_eq!(on.store.signal_request(id).await.expect("it is read"), Some(request));
    }
    on.goes(1, SignalStep::Answered { id: "b".into(), granted: false }).await;
    assert_eq!(on.store.signal_request("b").await.expect("it is read"), None);
    assert_eq!(on.store.signal_requests(&team(), &number(1)).await.expect("they are read"), ["a", "c"]);
}

async fn the_coordinators_are_asked_about_a_group_once(on: Backend) {
    on.with_signals().await;
    on.made(1, new(Label::Green), NOW_MS).await;
    let group = on.store.group_hash("de kade").await.expect("a hash");
    let prompt = |not_after_ms| vec![SignalStep::GroupPrompted { group: group.clone(), not_after_ms }];
    assert_eq!(on.store.group_prompted_ms(&team(), &group).await.expect("it is read"), None);
    on.try_steps(1, 1, prompt(NOW_MS - 7), NOW_MS).await.expect("the first time");
    let again = on.try_steps(1, 2, prompt(NOW_MS - 1), NOW_MS + 6).await;
    assert!(matches!(again, Err(StoreError::Overtaken)), "{again:?}");
    on.try_steps(1, 2, prompt(NOW_MS), NOW_MS + 7).await.expect("long enough after");
    assert_eq!(on.store.group_prompted_ms(&team(), &group).await.expect("it is read"), Some(NOW_MS + 7));
}

async fn no_text_can_be_read_in_the_tables(on: Backend) {
    on.with_signals().await;
    on.made(1, new(Label::Green), NOW_MS).await;
    on.goes(1, SignalStep::Taken { by: bilal() }).await;
    on.goes(1, SignalStep::Feedback { id: "f1".into(), by: bilal(), text: "zonnebloem".into() }).await;
    on.goes(1, interpreted("i1", carla())).await;
    on.goes(1, SignalStep::Closed { reason: "zonnebloem".into() }).await;
    for sql in [
        "SELECT sheet FROM signal",
        "SELECT closing FROM signal",
        "SELECT text FROM signal_feedback",
        "SELECT answers FROM signal_interpretation",
        "SELECT group_hash FROM signal",
    ] {
        let stored = on.bytes(sql).await.remove(0).expect("it is there");
        for word in ["zonnebloem", "filmpje", "stoere", "Kade", "kade"] {
            assert!(!stored.windows(word.len()).any(|window| window == word.as_bytes()), "{word} in {sql}");
        }
    }
    // A text put elsewhere does not open there.
    on.run("UPDATE signal SET closing = sheet").await;
    let moved = on.store.signal(&team(), &number(1)).await;
    assert!(matches!(moved, Err(StoreError::Sealed { table: "signal", .. })), "{moved:?}");
}
