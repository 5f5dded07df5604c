//! Claims about the audit log: an act and its row are both there or neither, many writers make one log, and what somebody
//! does to the tables behind the store's back is found and named.

use std::sync::Arc;

use chrono::DateTime;

use super::*;
use crate::domain::audit::{Action, Actor, Detail, Entry, Finding, Mark};
use crate::domain::retention::RetentionTerms;
use crate::domain::{OrganisationKind, Role, TeamChange, TeamId, TeamStep};
use crate::store::Wanted;

/// So long is the log kept, in milliseconds.
const AUDIT_MS: i64 = 730 * 24 * 3_600_000;

claims!(
    an_act_is_written_with_its_turn_or_not_at_all,
    what_changes_in_a_team_is_an_act_of_whoever_changed_it,
    writers_of_two_processes_make_one_log,
    a_log_stays_whole_over_opening_again_and_a_rotation_of_keys,
    what_a_bot_adds_during_a_check_is_no_finding,
    a_row_that_was_changed_is_named,
    rows_that_were_removed_are_named,
    rows_that_changed_places_are_named,
    an_end_that_was_cut_off_is_named,
    a_head_that_was_put_back_is_named_and_lets_nothing_unnoted_happen,
    without_a_head_nothing_unnoted_happens,
    an_end_that_was_cut_off_with_its_head_is_named_by_a_mark,
    pruning_leaves_a_checkpoint_and_the_log_whole,
    a_checkpoint_that_was_moved_is_named,
    an_identity_that_stops_somebody_is_noted_once,
    a_team_sees_its_own_acts_newest_first,
    an_operator_finds_acts_by_team_record_and_day,
);

fn team() -> TeamId {
    TeamId::new("t1")
}

/// An act that differs by its number.
fn act(number: usize) -> Entry {
    let at_ms = NOW_MS + i64::try_from(number).expect("it is small");
    let entry = Entry::new(at_ms, Actor::Person(anna()), Action::Read, "agreement", &format!("AF-2026-{number}"));
    if number.is_multiple_of(2) { entry.of(&team()).with(Detail::Version(3)) } else { entry }
}

fn acting(entries: impl IntoIterator<Item = Entry>) -> Turn {
    Turn { changes: entries.into_iter().map(Change::Audit).collect(), out: vec![] }
}

impl Backend {
    /// A log of so many acts.
    async fn log(&self, length: usize) {
        for number in 1..=length {
            self.store.note(&act(number)).await.expect("the act is noted");
        }
    }

    async fn found(&self) -> Vec<Finding> {
        self.store.check_audit(vec![]).await.expect("the log is read").findings
    }

    async fn length(&self) -> i64 {
        self.numbers("SELECT COUNT(*) FROM audit").await[0]
    }

    async fn mark(&self) -> Mark {
        let now = DateTime::from_timestamp_millis(NOW_MS).expect("it is a moment");
        self.store.audit_mark(now).await.expect("the head is read").expect("something stands in the log")
    }
}

async fn an_act_is_written_with_its_turn_or_not_at_all(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    on.receive(one_room(&one, vec![readable(&one, "a"), readable(&one, "b")])).await;
    let (seq, _) = on.store.next_arrived(&one).await.expect("the inbox is read").expect("it is there");
    // A room that the bot is not in: the answer cannot be written, so nothing is.
    let mut failing = acting([act(1)]);
    failing.out = turn(&room("elsewhere"), [Deed::Say(say("a"))]).out;
    on.store.finish(seq, &failing, NOW_MS).await.expect_err("it is refused");
    assert_eq!(on.length().await, 0);
    assert!(on.store.finish(seq, &acting([act(1), act(2)]), NOW_MS).await.expect("the row ends"));
    assert_eq!(on.length().await, 2);
    assert!(!on.store.finish(seq, &acting([act(3)]), NOW_MS).await.expect("it is no error"));
    assert_eq!(on.length().await, 2, "a turn that was written before is not noted again");
    assert_eq!(on.found().await, []);
}

async fn what_changes_in_a_team_is_an_act_of_whoever_changed_it(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    on.receive(one_room(&one, vec![readable(&one, "a")])).await;
    let (seq, _) = on.store.next_arrived(&one).await.expect("the inbox is read").expect("it is there");
    let steps = vec![
        TeamStep::Made { name: "Noord".to_owned() },
        TeamStep::Member {
            person: bilal(),
            organisation: OrganisationKind::Police,
            role: Role::Coordinator,
            mandate: true,
        },
        TeamStep::Group { alias: "zwanen".to_owned() },
    ];
    let change = Change::Team(TeamChange { team: team(), seen: None, steps });
    let turn = Turn { changes: vec![change], out: vec![] }.noted(&anna(), NOW_MS);
    assert!(on.store.finish(seq, &turn, NOW_MS).await.expect("the row ends"));
    let acts = on.store.team_acts(&team(), None, 10).await.expect("the log is read");
    let told: Vec<(&str, &str, &str, Option<&str>)> = acts
        .iter()
        .map(|row| (row.actor.as_str(), row.action.as_str(), row.record.as_str(), row.detail.as_deref()))
        .collect();
    let by = "@anna:example.org";
    assert_eq!(
        told,
        [
            (by, "changed", "team/t1", Some("groups")),
            (by, "member_set", "member/@bilal:example.org", Some("member:police:coordinator:mandate")),
            (by, "made", "team/t1", None),
        ]
    );
}

async fn writers_of_two_processes_make_one_log(on: Backend) {
    let other = on.open_again().await.expect("another process opens it");
    let (on, other) = (Arc::new(on), Arc::new(other));
    let mut tasks = tokio::task::JoinSet::new();
    for writer in 0..10 {
        let (on, other) = (Arc::clone(&on), Arc::clone(&other));
        tasks.spawn(async move {
            for turn in 0..10 {
                let store = if writer % 2 == 0 { &on.store } else { &*other };
                store.note(&act(writer * 10 + turn)).await.expect("the act is noted");
            }
        });
    }
    tasks.join_all().await;
    let findings = on.store.check_audit(vec![on.mark().await]).await.expect("the log is read");
    assert!(findings.is_whole(), "{findings:?}");
    assert_eq!((findings.rows, findings.last), (100, 100));
}

async fn a_log_stays_whole_over_opening_again_and_a_rotation_of_keys(on: Backend) {
    on.log(3).await;
    let again = on.open_again().await.expect("it opens again");
    again.note(&act(4)).await.expect("the act is noted");
    on.store.rotate_keys(NOW_MS, |_| {}).await.expect("the keys are rotated");
    on.log(2).await;
    let after = on.open_again().await.expect("it opens again");
    let findings = after.check_audit(vec![]).await.expect("the log is read");
    assert_eq!((findings.findings.as_slice(), findings.rows), (&[][..], 6));
}

async fn what_a_bot_adds_during_a_check_is_no_finding(on: Backend) {
    on.log(20).await;
    let on = Arc::new(on);
    let writing = {
        let on = Arc::clone(&on);
        tokio::spawn(async move { on.log(60).await })
    };
    while !writing.is_finished() {
        assert_eq!(on.found().await, []);
    }
    writing.await.expect("all was written");
    assert_eq!(on.length().await, 80);
}

async fn a_row_that_was_changed_is_named(on: Backend) {
    on.log(9).await;
    on.run("UPDATE audit SET actor = '@bilal:example.org' WHERE number = 4").await;
    on.run("UPDATE audit SET at_ms = at_ms - 1 WHERE number = 6").await;
    on.run("UPDATE audit SET team = NULL WHERE number = 8").await;
    let changed = |number| Finding::Changed { from: number, to: number };
    assert_eq!(on.found().await, [changed(4), changed(6), changed(8)]);
}

async fn rows_that_were_removed_are_named(on: Backend) {
    on.log(9).await;
    on.run("DELETE FROM audit WHERE number IN (1, 2, 5, 6)").await;
    assert_eq!(on.found().await, [Finding::BeginningCutOff { from: 1, to: 2 }, Finding::Removed { from: 5, to: 6 }]);
}

async fn rows_that_changed_places_are_named(on: Backend) {
    on.log(9).await;
    on.run("UPDATE audit SET number = -3 WHERE number = 3").await;
    on.run("UPDATE audit SET number = 3 WHERE number = 7").await;
    on.run("UPDATE audit SET number = 7 WHERE number = -3").await;
    let found = on.found().await;
    assert_eq!(found, [Finding::Reordered { number: 3, was: 7 }, Finding::Reordered { number: 7, was: 3 }]);
}

async fn an_end_that_was_cut_off_is_named(on: Backend) {
    on.log(9).await;
    on.run("DELETE FROM audit WHERE number > 6").await;
    assert_eq!(on.found().await, [Finding::EndCutOff { from: 7, to: 9 }]);
    // A head made to fit the rows, without the key.
    on.run("UPDATE audit_head SET number = 6, hash = (SELECT hash FROM audit WHERE number = 6)").await;
    assert_eq!(on.found().await, [Finding::HeadChanged]);
}

/// Keeps a copy of the head beside it.
const KEEP_HEAD: &str = "CREATE TABLE kept AS SELECT * FROM audit_head";
const PUT_HEAD_BACK: &str = "UPDATE audit_head SET number = (SELECT number FROM kept), hash = (SELECT hash FROM kept), \
                             seal = (SELECT seal FROM kept)";

async fn a_head_that_was_put_back_is_named_and_lets_nothing_unnoted_happen(on: Backend) {
    on.log(5).await;
    on.run(KEEP_HEAD).await;
    on.log(4).await;
    on.run(PUT_HEAD_BACK).await;
    assert_eq!(on.found().await, [Finding::HeadPutBack { count: 5, last: 9 }]);
    let error = on.store.note(&act(10)).await.expect_err("its number is taken");
    assert!(matches!(error, StoreError::AuditHead), "{error:?}");
}

async fn without_a_head_nothing_unnoted_happens(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    on.log(2).await;
    on.run("DELETE FROM audit_head").await;
    on.receive(one_room(&one, vec![readable(&one, "a")])).await;
    let (seq, _) = on.store.next_arrived(&one).await.expect("the inbox is read").expect("it is there");
    let error = on.store.finish(seq, &acting([act(3)]), NOW_MS).await.expect_err("it is refused");
    assert!(matches!(error, StoreError::AuditHead), "{error:?}");
    assert!(on.store.next_arrived(&one).await.expect("the inbox is read").is_some(), "the event is not lost");
    let again = on.open_again().await.expect("it opens again");
    assert_eq!(again.check_audit(vec![]).await.expect("the log is read").findings, [Finding::HeadGone]);
}

async fn an_end_that_was_cut_off_with_its_head_is_named_by_a_mark(on: Backend) {
    on.log(5).await;
    on.run(KEEP_HEAD).await;
    on.log(4).await;
    let mark = on.mark().await;
    assert!(on.store.agrees_with(&mark).await.expect("the log is read"));
    on.run("DELETE FROM audit WHERE number > 5").await;
    on.run(PUT_HEAD_BACK).await;
    assert_eq!(on.found().await, [], "nothing in the database tells it");
    assert!(!on.store.agrees_with(&mark).await.expect("the log is read"));
    let findings = on.store.check_audit(vec![mark.clone()]).await.expect("the log is read").findings;
    assert_eq!(findings, [Finding::MarksBeyondEnd { at: mark.at, count: 9, last: 5, more: 0 }]);
}

async fn pruning_leaves_a_checkpoint_and_the_log_whole(on: Backend) {
    on.log(5).await;
    let mark = on.mark().await;
    let day = 24 * 3_600_000;
    let late = Entry { at_ms: NOW_MS + 3 * day, ..act(6) };
    // Clocks of two processes: an older moment behind a younger one stays with it.
    for entry in [late.clone(), act(7), late] {
        on.store.note(&entry).await.expect("the act is noted");
    }
    on.store.prune(NOW_MS + AUDIT_MS + day, &RetentionTerms::default()).await.expect("old rows go");
    assert_eq!(on.length().await, 8, "less than a day's worth stays");
    let pruned_at = NOW_MS + AUDIT_MS + day + 100;
    on.store.prune(pruned_at, &RetentionTerms::default()).await.expect("old rows go");
    on.store.prune(pruned_at, &RetentionTerms::default()).await.expect("nothing more goes");
    assert_eq!(on.numbers("SELECT number FROM audit ORDER BY number").await, [6, 7, 8, 9]);
    let findings = on.store.check_audit(vec![mark.clone()]).await.expect("the log is read");
    assert!(findings.is_whole(), "{findings:?}");
    let kept = findings.checkpoint.expect("a checkpoint is left");
    assert_eq!((kept.number, kept.pruned, kept.at_ms), (5, 5, pruned_at));
    assert_eq!(findings.marks, 1, "the mark at the checkpoint is compared");
    assert!(on.store.agrees_with(&mark).await.expect("the log is read"));
    let newest = on.store.acts(Wanted::default(), 1).await.expect("the log is read");
    assert_eq!((newest[0].action.as_str(), newest[0].record.as_str()), ("log_pruned", "audit/5"));
    on.store.prune(pruned_at + 2 * AUDIT_MS, &RetentionTerms::default()).await.expect("all goes");
    assert_eq!(on.numbers("SELECT number FROM audit").await, [10], "only that all went is left");
    assert_eq!(on.found().await, []);
}

async fn a_checkpoint_that_was_moved_is_named(on: Backend) {
    on.log(5).await;
    on.store.prune(NOW_MS + AUDIT_MS + 25 * 3_600_000, &RetentionTerms::default()).await.expect("old rows go");
    on.log(5).await;
    on.run("UPDATE audit_checkpoint SET number = 8, hash = (SELECT hash FROM audit WHERE number = 8)").await;
    on.run("DELETE FROM audit WHERE number <= 8").await;
    assert_eq!(on.found().await, [Finding::CheckpointChanged]);
}

async fn an_identity_that_stops_somebody_is_noted_once(on: Backend) {
    for key in ["old", "new", "new", "newer"] {
        on.store.see_identity(&anna(), Some(key), true, NOW_MS).await.expect("the identity is kept");
    }
    let acts = on.store.acts(Wanted::default(), 10).await.expect("the log is read");
    let told: Vec<_> = acts.iter().map(|row| (row.actor.as_str(), row.action.as_str(), row.record.as_str())).collect();
    assert_eq!(told, [("bot", "identity_stopped", "identity/@anna:example.org")]);
    assert_eq!(on.found().await, []);
}

async fn a_team_sees_its_own_acts_newest_first(on: Backend) {
    on.log(9).await;
    on.store.note(&act(10).of(&TeamId::new("t2"))).await.expect("the act is noted");
    let records = async |before, limit| -> Vec<(i64, String)> {
        let rows = on.store.team_acts(&team(), before, limit).await.expect("the log is read");
        rows.into_iter().map(|row| (row.number, row.record)).collect()
    };
    let of = |number: i64| (number, format!("agreement/AF-2026-{number}"));
    assert_eq!(records(None, 3).await, [of(8), of(6), of(4)]);
    assert_eq!(records(Some(4), 3).await, [of(2)]);
    // What was confirmed about the identity of a member is for each of their teams.
    on.run("INSERT INTO team (team_id, name, name_hash, version, made_ms) VALUES ('t1', '', '', 1, 1)").await;
    on.run("INSERT INTO member (team_id, user_id, organisation, role, mandate) VALUES ('t1', '@bilal:example.org', 'police', 'member', false)").await;
    for person in [bilal(), other_bot()] {
        let confirmed =
            Entry::new(NOW_MS, Actor::Person(anna()), Action::IdentityConfirmed, "identity", person.as_str());
        on.store.note(&confirmed).await.expect("the act is noted");
    }
    assert_eq!(records(None, 1).await, [(11, "identity/@bilal:example.org".to_owned())]);
}

async fn an_operator_finds_acts_by_team_record_and_day(on: Backend) {
    on.log(9).await;
    let numbers = async |wanted: Wanted<'_>| -> Vec<i64> {
        let rows = on.store.acts(wanted, 3).await.expect("the log is read");
        rows.into_iter().map(|row| row.number).collect()
    };
    assert_eq!(numbers(Wanted::default()).await, [9, 8, 7]);
    assert_eq!(numbers(Wanted { team: Some(&team()), ..Wanted::default() }).await, [8, 6, 4]);
    assert_eq!(numbers(Wanted { record: Some("agreement/AF-2026-5"), ..Wanted::default() }).await, [5]);
    assert_eq!(numbers(Wanted { record: Some("AF-2026-5"), ..Wanted::default() }).await, [5]);
    assert_eq!(numbers(Wanted { record: Some("2026-5"), ..Wanted::default() }).await, [0_i64; 0]);
    assert_eq!(numbers(Wanted { since_ms: Some(NOW_MS + 8), ..Wanted::default() }).await, [9, 8]);
}
