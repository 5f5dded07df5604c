//! How a signal ends: closed it stays readable, taken back it is nowhere.

use super::*;
use crate::domain::{Private, signal_record};

claims!(
    a_closed_signal_says_why,
    what_was_taken_back_is_in_no_answer_and_opens_nowhere,
    what_waits_to_be_said_of_it_is_dropped,
    an_erased_signal_is_not_there,
);

async fn a_closed_signal_says_why(on: Backend) {
    on.with_signals().await;
    on.made(1, new(Label::AmberStrict), NOW_MS).await;
    on.goes(1, SignalStep::Closed { reason: "Het liep af".into() }).await;
    let signal = on.signal(1).await;
    let audience = alone(anna(), YouthWork);
    let view = signal.content.for_audience(&audience, &SharingRules::default()).expect("the author sees it");
    let closing = view.part_if(|content| content.closing.as_ref().map(|(reason, _)| reason)).expect("it is closed");
    assert_eq!((signal.status, closing.open().map(String::as_str)), (SignalStatus::Closed, Some("Het liep af")));
}

fn withdrawal(seen: i64) -> Vec<Change> {
    let change = SignalChange { team: team(), number: number(1), seen, steps: vec![SignalStep::Withdrawn] };
    vec![Change::Signal(change), Change::Erased { record: signal_record(&team(), &number(1)) }]
}

/// Anna's signal with all that can hang on it.
async fn full(on: &Backend) -> i64 {
    on.with_signals().await;
    on.made(
        1,
        NewSignal {
            protection: Protection {
                shared_with: [Police].into(),
                named: [carla()].into(),
                ..protection(Label::Amber)
            },
            ..new(Label::Amber)
        },
        NOW_MS,
    )
    .await;
    on.goes(1, SignalStep::Taken { by: bilal() }).await;
    on.goes(1, SignalStep::Feedback { id: "f1".into(), by: bilal(), text: "We zijn er geweest".into() }).await;
    on.goes(1, interpreted("i1", carla())).await;
    on.goes(1, SignalStep::Requested { id: "r1".into(), by: bilal(), wish: Wish::Label(Label::Green) }).await;
    on.signal(1).await.version
}

async fn what_was_taken_back_is_in_no_answer_and_opens_nowhere(on: Backend) {
    let seen = full(&on).await;
    on.changed(withdrawal(seen), NOW_MS + 5).await.expect("it is taken back");
    assert!(on.store.signal(&team(), &number(1)).await.expect("it is read").is_none());
    let everything = on.store.signal_guards(&team(), &Signals::default()).await.expect("they are read");
    assert!(everything.is_empty());
    assert_eq!(on.store.signal_request("r1").await.expect("it is read"), None);
    // What stays: that there was one, how it went, and when; nobody's name.
    let left = on.texts("SELECT status || ' ' || gone_how || ' ' || author FROM signal").await;
    assert_eq!(left, [Some("gone withdrawn ".to_owned())]);
    assert_eq!(on.numbers("SELECT ended_ms FROM signal").await, [NOW_MS + 5]);
    for sql in ["SELECT sheet FROM signal", "SELECT closing FROM signal", "SELECT group_hash FROM signal"] {
        assert_eq!(on.bytes(sql).await, [None], "{sql}");
    }
    for sql in [
        "SELECT COUNT(*) FROM signal_share",
        "SELECT COUNT(*) FROM signal_named",
        "SELECT COUNT(*) FROM signal_interpretation",
        "SELECT COUNT(*) FROM signal_feedback",
        "SELECT COUNT(*) FROM signal_request",
        "SELECT COUNT(*) FROM record_key WHERE record LIKE 'signal/%' AND wrapped IS NOT NULL",
    ] {
        assert_eq!(on.numbers(sql).await, [0], "{sql}");
    }
    // Nothing changes it any more, and its number is not given again.
    let late = on.try_steps(1, seen + 1, vec![SignalStep::Taken { by: carla() }], NOW_MS).await;
    assert!(matches!(late, Err(StoreError::Overtaken)), "{late:?}");
    let mut bits = [1, 2].into_iter();
    let free = on.store.free_number(RecordKind::Signal, &team(), 2026, || bits.next().expect("two are enough")).await;
    assert_eq!(free.expect("it is found"), number(2));
}

async fn what_waits_to_be_said_of_it_is_dropped(on: Backend) {
    let seen = full(&on).await;
    let record = signal_record(&team(), &number(1));
    let waits = |shows: Option<String>| {
        Change::Private(Box::new(Private { account: me(), person: carla(), say: Say { shows, ..say("wacht") } }))
    };
    on.changed(vec![waits(Some(record)), waits(None)], NOW_MS).await.expect("it waits");
    on.changed(withdrawal(seen), NOW_MS + 5).await.expect("it is taken back");
    assert_eq!(on.numbers("SELECT COUNT(*) FROM private_say").await, [1]);
    assert_eq!(on.numbers("SELECT COUNT(*) FROM record_key WHERE record LIKE 'private_say/%'").await, [1]);
}

async fn an_erased_signal_is_not_there(on: Backend) {
    let seen = full(&on).await;
    assert!(on.store.erase_record(&signal_record(&team(), &number(1)), NOW_MS).await.expect("it is erased"));
    assert!(on.store.signal(&team(), &number(1)).await.expect("it is read").is_none());
    // Who decided something a moment before is made to look again.
    let late = on.try_steps(1, seen, vec![SignalStep::Closed { reason: "x".into() }], NOW_MS).await;
    assert!(matches!(late, Err(StoreError::Overtaken)), "{late:?}");
}
