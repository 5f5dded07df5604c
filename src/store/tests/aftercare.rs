//! Claims about aftercare: nobody can be read in the tables, a change is decided on what is there, and what is over leaves nothing.

use super::*;
use crate::domain::aftercare::{AftercareChange, AftercareStep, CheckIn, Plan, aftercare_record};
use crate::domain::{DueChange, DueKind, Private, SaidOf};
use crate::store::TakesPart;
use crate::store::copy::{Kind, tables};

claims!(
    a_plan_is_found_by_its_name_and_by_its_person_and_says_in_no_table_who_that_is,
    a_person_has_one_plan,
    what_was_decided_on_another_state_is_refused,
    what_is_forgotten_points_to_nothing_and_leaves_the_plan,
    what_was_said_since_is_not_forgotten_unseen,
    what_has_ended_leaves_nothing_in_any_table,
);

const ID: &str = "c0ffee00c0ffee00";

fn change(step: AftercareStep) -> Change {
    Change::Aftercare(AftercareChange { account: me(), id: ID.into(), step })
}

fn plan(next: Option<CheckIn>) -> Plan {
    Plan { person: anna(), began_ms: NOW_MS, next }
}

fn falls_due(kind: DueKind, subject: &str) -> Change {
    Change::Due(DueChange { account: me(), kind, subject: subject.into(), at_ms: Some(NOW_MS + 5) })
}

/// Something that shows this part of the talk.
fn shows(id: &str) -> Deed {
    Deed::Say(Say { choices: vec![choice("1")], shows: Some(aftercare_record(id)), ..say("Hoe gaat het?") })
}

impl Backend {
    async fn cares(&self, changes: Vec<Change>) -> Result<(), StoreError> {
        self.store.decided(&Turn { changes, out: vec![] }, NOW_MS).await
    }

    /// Anna takes part, and the first question falls due.
    async fn with_plan(&self) -> TakesPart {
        self.with_room(&room("direct")).await;
        let begun = change(AftercareStep::Begun(plan(Some(CheckIn::FirstDay))));
        self.cares(vec![begun, falls_due(DueKind::CheckIn, ID)]).await.expect("it begins");
        self.plan_of(&anna()).await.expect("it is there")
    }

    async fn plan_of(&self, person: &UserId) -> Option<TakesPart> {
        self.store.aftercare_of(&me(), person).await.expect("it is read")
    }

    /// The columns in which this stands, in whatever table, as text or as bytes.
    async fn columns_with(&self, word: &str) -> Vec<String> {
        let mut found = Vec::new();
        for table in tables() {
            for (column, kind) in &table.columns {
                let values: Vec<Vec<u8>> = match kind {
                    Kind::Number | Kind::Flag => continue,
                    Kind::Text => {
                        let sql = sqlx::AssertSqlSafe(format!("SELECT {column} FROM {}", table.name));
                        let texts: Vec<Option<String>> = read!(self.store, |pool| sqlx::query_scalar(sql)
                            .fetch_all(pool)
                            .await
                            .expect("it is read"));
                        texts.into_iter().flatten().map(String::into_bytes).collect()
                    }
                    Kind::Bytes => {
                        let sql = sqlx::AssertSqlSafe(format!("SELECT {column} FROM {}", table.name));
                        let bytes: Vec<Option<Vec<u8>>> = read!(self.store, |pool| sqlx::query_scalar(sql)
                            .fetch_all(pool)
                            .await
                            .expect("it is read"));
                        bytes.into_iter().flatten().collect()
                    }
                };
                if values.iter().any(|value| value.windows(word.len()).any(|part| part == word.as_bytes())) {
                    found.push(format!("{}.{column}", table.name));
                }
            }
        }
        found
    }
}

async fn a_plan_is_found_by_its_name_and_by_its_person_and_says_in_no_table_who_that_is(on: Backend) {
    let before = {
        on.with_room(&room("direct")).await;
        on.columns_with(anna().as_str()).await
    };
    let read = on.with_plan().await;
    assert_eq!((read.id.as_str(), &read.plan), (ID, &plan(Some(CheckIn::FirstDay))));
    assert_eq!(on.store.aftercare_called(ID).await.expect("it is read"), Some(read));
    assert_eq!(on.plan_of(&bilal()).await, None);
    assert_eq!(on.store.aftercare_of(&other_bot(), &anna()).await.expect("it is read"), None);
    assert_eq!(on.columns_with(anna().as_str()).await, before);
    assert_eq!(on.columns_with("first_day").await, Vec::<String>::new());
    assert_eq!(on.columns_with(ID).await, ["record_key.record", "due.subject", "aftercare.aftercare_id"]);
}

async fn a_person_has_one_plan(on: Backend) {
    on.with_plan().await;
    let again = AftercareChange { account: me(), id: "other".into(), step: AftercareStep::Begun(plan(None)) };
    assert!(matches!(on.cares(vec![Change::Aftercare(again)]).await, Err(StoreError::Overtaken)));
}

async fn what_was_decided_on_another_state_is_refused(on: Backend) {
    let first = on.with_plan().await;
    let went = |seen: &TakesPart| AftercareStep::Went { seen: seen.seen.clone(), plan: plan(Some(CheckIn::Week)) };
    on.cares(vec![change(went(&first))]).await.expect("it goes on");
    assert!(matches!(on.cares(vec![change(went(&first))]).await, Err(StoreError::Overtaken)));
    let ended = AftercareStep::Ended { seen: first.seen, rows: vec![] };
    assert!(matches!(on.cares(vec![change(ended)]).await, Err(StoreError::Overtaken)));
    assert_eq!(on.plan_of(&anna()).await.map(|it| it.plan.next), Some(Some(CheckIn::Week)));
}

async fn what_is_forgotten_points_to_nothing_and_leaves_the_plan(on: Backend) {
    on.with_plan().await;
    let direct = room("direct");
    let rows = on.do_in(&direct, "q", [shows(ID)]).await;
    let part = format!("{ID}/1");
    let other = on.do_in(&direct, "r", [shows(&part)]).await;
    let said = vec![SaidOf { room: direct.clone(), event: event("answer") }];
    on.cares(vec![Change::SaidOf { record: aftercare_record(ID), said: said.clone() }]).await.expect("it is written");
    let talk = on.store.aftercare_talk(ID, false).await.expect("it is read");
    assert_eq!(talk, (vec![(direct.clone(), rows[0])], said.clone()));
    let whole = on.store.aftercare_talk(ID, true).await.expect("it is read");
    assert_eq!(whole, (vec![(direct.clone(), rows[0]), (direct.clone(), other[0])], said));
    on.cares(vec![change(AftercareStep::Forgotten { rows })]).await.expect("it is forgotten");
    assert_eq!(on.store.aftercare_talk(ID, false).await.expect("it is read"), (vec![], vec![]));
    assert_eq!(on.texts("SELECT shows FROM outbox ORDER BY seq").await, [None, Some(aftercare_record(&part))]);
    assert!(on.plan_of(&anna()).await.is_some());
}

async fn what_was_said_since_is_not_forgotten_unseen(on: Backend) {
    let seen = on.with_plan().await.seen;
    on.do_in(&room("direct"), "q", [shows(ID)]).await;
    let steps = [AftercareStep::Forgotten { rows: vec![] }, AftercareStep::Ended { seen, rows: vec![] }];
    for step in steps {
        assert!(matches!(on.cares(vec![change(step)]).await, Err(StoreError::Overtaken)));
    }
}

async fn what_has_ended_leaves_nothing_in_any_table(on: Backend) {
    let seen = on.with_plan().await.seen;
    let direct = room("direct");
    let part = format!("{ID}/1");
    let mut rows = on.do_in(&direct, "q", [shows(ID)]).await;
    rows.extend(on.do_in(&direct, "r", [shows(&part)]).await);
    let Deed::Say(waits) = shows(ID) else { unreachable!("it says something") };
    let said = vec![SaidOf { room: direct.clone(), event: event("answer") }];
    on.cares(vec![
        Change::Private(Box::new(Private { account: me(), person: anna(), say: waits })),
        Change::SaidOf { record: aftercare_record(&part), said },
        falls_due(DueKind::CheckInForgotten, ID),
        falls_due(DueKind::CheckInForgotten, &part),
        falls_due(DueKind::CheckInForgotten, "another"),
    ])
    .await
    .expect("it is written");
    let taken = rows.iter().map(|row| Outgoing { room: direct.clone(), deed: Deed::Redact { row: *row } }).collect();
    let turn = Turn { changes: vec![change(AftercareStep::Ended { seen, rows })], out: taken };
    on.store.decided(&turn, NOW_MS).await.expect("it ends");
    assert_eq!(on.columns_with(ID).await, Vec::<String>::new());
    assert_eq!(on.columns_with("aftercare/").await, Vec::<String>::new());
    assert_eq!(on.store.private_people(&me()).await.expect("they are read"), []);
    assert_eq!(on.texts("SELECT subject FROM due").await, [Some("another".to_owned())]);
    assert_eq!(on.plan_of(&anna()).await, None);
    assert_eq!(on.store.erasures().await.expect("they are read"), [], "not even that something was erased");
    let shown = on.numbers("SELECT COUNT(*) FROM outbox WHERE redacted OR shows IS NULL").await;
    assert_eq!(shown, [4], "two messages, and that they are taken back");
}
