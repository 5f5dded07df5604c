//! Claims about a search for a young person or a parent: what records say is found wherever it stands, what was erased says nothing, and
//! a code is good for one search in its time.

use std::collections::BTreeSet;

use super::incidents::contribution;
use super::signals::team;
use super::*;
use crate::domain::TeamId;
use crate::domain::audit::{Action, Actor, Entry};
use crate::domain::evaluation::Stage;
use crate::domain::incident::{ActionStep, IncidentStep, incident_record};
use crate::domain::{RecordKind, RecordNumber};
use crate::store::{RecordText, SEARCH_CODE_LASTS_MS, Searched};

claims!(
    what_records_say_is_found_wherever_it_stands,
    what_was_erased_says_nothing,
    a_code_is_good_for_one_search_in_its_time,
);

/// What the records of the team say that holds this word.
async fn saying(on: &Backend, word: &str) -> Vec<RecordText> {
    let mut found = Vec::new();
    let each = |text: RecordText| {
        if text.text.contains(word) {
            found.push(text);
        }
    };
    on.store.record_texts(&team(), each).await.expect("it is looked");
    found
}

async fn with_words(on: &Backend) {
    on.with_action().await;
    on.it_goes(vec![
        contribution("c1", Stage::Before, bilal()),
        IncidentStep::Closed { reason: "zonnebloem".into() },
        IncidentStep::Frozen { reason: "zonnebloem".into() },
    ])
    .await;
    on.action_goes(ActionStep::Dropped { reason: "zonnebloem".into() }).await;
}

async fn what_records_say_is_found_wherever_it_stands(on: Backend) {
    with_words(&on).await;
    let found = saying(&on, "zonnebloem").await;
    let kinds: BTreeSet<Searched> = found.iter().map(|text| text.kind).collect();
    assert_eq!(kinds, [Searched::Incident, Searched::Action].into());
    // Two answers, a line, what was said, two reasons; what is to be done and why not.
    assert_eq!(found.iter().filter(|text| text.kind == Searched::Incident).count(), 6, "{found:?}");
    assert_eq!(found.iter().filter(|text| text.kind == Searched::Action).count(), 2, "{found:?}");
    let number = RecordNumber::new(RecordKind::Incident, 2026, 1).to_string();
    let of_group = on.store.records_of_group(&team(), " de  kade").await.expect("it is looked");
    assert_eq!(of_group, [(Searched::Incident, number)]);
    let elsewhere = on.store.records_of_group(&TeamId::new("west"), "De Kade").await.expect("it is looked");
    assert_eq!(elsewhere, []);
}

async fn what_was_erased_says_nothing(on: Backend) {
    with_words(&on).await;
    let record = incident_record(&team(), &RecordNumber::new(RecordKind::Incident, 2026, 1));
    assert!(on.store.erase_record(&record, NOW_MS).await.expect("it is erased"));
    assert_eq!(saying(&on, "zonnebloem").await, []);
}

async fn a_code_is_good_for_one_search_in_its_time(on: Backend) {
    on.with_signals().await;
    let code_hash = on.store.search_code_hash("k7qd-2m4x").await.expect("a hash");
    let change = Change::SearchConsent { team: team(), by: anna(), code_hash };
    on.changed(vec![change], NOW_MS).await.expect("it is kept");
    let entry = |at_ms| Entry::new(at_ms, Actor::Operator, Action::Searched, "team", "oost").of(&team());
    let last_ms = NOW_MS + SEARCH_CODE_LASTS_MS;
    for (of, code, at_ms, good) in [
        ("oost", "K7QD 2m4x", last_ms, true),
        ("oost", "k7qd-2m4z", last_ms, false),
        ("west", "k7qd-2m4x", last_ms, false),
        ("oost", "k7qd-2m4x", last_ms + 1, false),
    ] {
        let allowed = on.store.search_is_allowed(&TeamId::new(of), code, at_ms).await.expect("it is looked");
        assert_eq!(allowed, good, "{of} {code} {at_ms}");
    }
    assert!(!on.store.searched(&team(), "k7qd-2m4x", &entry(last_ms + 1)).await.expect("too late"));
    assert!(on.store.searched(&team(), "k7qd-2m4x", &entry(last_ms)).await.expect("it is used"));
    assert!(!on.store.searched(&team(), "k7qd-2m4x", &entry(last_ms)).await.expect("it was used"));
    let noted = on.numbers("SELECT COUNT(*) FROM audit WHERE action = 'searched'").await;
    assert_eq!(noted, [1]);
}
