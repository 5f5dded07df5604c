//! Claims about dialogues under way, and about work that falls due.

use super::*;
use crate::domain::retention::RetentionTerms;
use crate::domain::{DialogueChange, DialogueStep, Due, DueChange, DueKind, KeptForm, SaidOf, TeamId};

claims!(
    a_dialogue_reads_back_as_it_was_kept_and_each_change_makes_a_version,
    a_change_decided_on_another_version_is_not_written,
    a_person_is_in_one_dialogue_at_a_time,
    what_was_answered_cannot_be_read_in_the_tables_and_leaves_no_key,
    a_form_is_kept_as_long_as_it_was_begun_with,
    work_falls_due_at_its_time_and_once,
    reminders_that_are_planned_are_counted_and_those_overdue_among_them,
    work_that_was_moved_meanwhile_stays_due,
    work_of_a_dialogue_ends_with_it,
    what_repeats_the_answers_of_a_dialogue_shows_the_record_that_it_becomes,
    messages_of_a_record_are_found_again_and_those_that_show_it_are_not_forgotten,
);

const DRAFT: &str = "{\"seen\":\"zwanenburgwal\"}";

fn change(id: &str, person: UserId, seen: i64, step: DialogueStep) -> Change {
    Change::Dialogue(DialogueChange { id: id.to_owned(), account: me(), person, seen, step })
}

fn begun(id: &str, person: UserId) -> Change {
    let form = KeptForm { name: format!("form of {id}"), json: format!("form of {id}") };
    let step = DialogueStep::Begun { team: TeamId::new("west"), form, draft: DRAFT.to_owned() };
    change(id, person, 0, step)
}

fn kept(id: &str, seen: i64, draft: &str, parked: bool) -> Change {
    change(id, anna(), seen, DialogueStep::Kept { draft: draft.to_owned(), parked })
}

fn due(kind: DueKind, subject: &str, at_ms: Option<i64>) -> Change {
    Change::Due(DueChange { account: me(), kind, subject: subject.to_owned(), at_ms })
}

impl Backend {
    /// What comes of handling one event with these changes.
    async fn handled(&self, name: &str, changes: Vec<Change>) -> Result<bool, StoreError> {
        let one = room("one");
        self.receive(one_room(&one, vec![readable(&one, name)])).await;
        let (seq, _) = self.store.next_arrived(&one).await.expect("the inbox is read").expect("it is there");
        let done = self.store.finish(seq, &Turn { changes, out: vec![] }, NOW_MS).await;
        if done.is_err() {
            self.store.finish(seq, &Turn::nothing(), NOW_MS).await.expect("the row ends");
        }
        done
    }

    async fn done_with(&self, name: &str, changes: Vec<Change>) {
        assert!(self.handled(name, changes).await.expect("it is written"));
    }

    async fn anna_is_in(&self) -> Option<(String, i64, String, bool)> {
        let dialogue = self.store.dialogue_with(&me(), &anna()).await.expect("it is read")?;
        Some((dialogue.id, dialogue.version, dialogue.draft, dialogue.parked))
    }

    async fn due_at(&self, now_ms: i64) -> Vec<(DueKind, String)> {
        let due = self.store.due(&me(), now_ms, 10).await.expect("it is read");
        due.into_iter().map(|due| (due.kind, due.subject)).collect()
    }
}

async fn a_dialogue_reads_back_as_it_was_kept_and_each_change_makes_a_version(on: Backend) {
    on.with_room(&room("one")).await;
    on.done_with("a", vec![begun("d1", anna())]).await;
    assert_eq!(on.anna_is_in().await, Some(("d1".to_owned(), 1, DRAFT.to_owned(), false)));
    on.done_with("b", vec![kept("d1", 1, "{}", true)]).await;
    assert_eq!(on.anna_is_in().await, Some(("d1".to_owned(), 2, "{}".to_owned(), true)));
    let called = on.store.dialogue_called("d1").await.expect("it is read").expect("it is there");
    assert_eq!((called.team, called.person, called.form), (TeamId::new("west"), anna(), "form of d1".to_owned()));
    on.done_with("c", vec![change("d1", anna(), 2, DialogueStep::Ended)]).await;
    assert_eq!(on.anna_is_in().await, None);
}

async fn a_change_decided_on_another_version_is_not_written(on: Backend) {
    on.with_room(&room("one")).await;
    on.done_with("a", vec![begun("d1", anna())]).await;
    on.done_with("b", vec![kept("d1", 1, "{}", false)]).await;
    for (name, late) in [
        ("c", kept("d1", 1, "late", false)),
        ("d", change("d1", anna(), 1, DialogueStep::Ended)),
        ("e", kept("d9", 1, "", false)),
    ] {
        let refused = on.handled(name, vec![late]).await;
        assert!(matches!(refused, Err(StoreError::Overtaken)), "{name}: {refused:?}");
    }
    assert_eq!(on.anna_is_in().await, Some(("d1".to_owned(), 2, "{}".to_owned(), false)));
}

async fn a_person_is_in_one_dialogue_at_a_time(on: Backend) {
    on.with_room(&room("one")).await;
    on.done_with("a", vec![begun("d1", anna()), due(DueKind::DialogueNudge, "d1", Some(NOW_MS))]).await;
    on.done_with("b", vec![begun("d2", bilal())]).await;
    on.done_with("c", vec![begun("d3", anna())]).await;
    assert_eq!(on.anna_is_in().await.map(|dialogue| dialogue.0), Some("d3".to_owned()));
    assert!(on.store.dialogue_with(&me(), &bilal()).await.expect("it is read").is_some());
    assert_eq!(on.due_at(NOW_MS).await, []);
    assert_eq!(on.numbers("SELECT COUNT(*) FROM record_key WHERE record LIKE 'dialogue/%'").await, [2]);
}

async fn what_was_answered_cannot_be_read_in_the_tables_and_leaves_no_key(on: Backend) {
    on.with_room(&room("one")).await;
    on.done_with("a", vec![begun("d1", anna())]).await;
    let drafts = on.bytes("SELECT draft FROM dialogue").await;
    let readable =
        |draft: &Option<Vec<u8>>| String::from_utf8_lossy(draft.as_ref().expect("it is there")).contains("wal");
    assert!(drafts.len() == 1 && !drafts.iter().any(readable));
    on.done_with("b", vec![change("d1", anna(), 1, DialogueStep::Ended)]).await;
    assert_eq!(on.numbers("SELECT COUNT(*) FROM record_key WHERE record LIKE 'dialogue/%'").await, [0]);
}

async fn a_form_is_kept_as_long_as_it_was_begun_with(on: Backend) {
    on.with_room(&room("one")).await;
    on.done_with("a", vec![begun("d1", anna())]).await;
    // The same form again is no other.
    on.done_with("b", vec![begun("d1", anna())]).await;
    assert_eq!(on.store.form("form of d1").await.expect("it is read").as_deref(), Some("form of d1"));
    assert_eq!(on.store.form("another").await.expect("it is read"), None);
}

async fn work_falls_due_at_its_time_and_once(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let later = NOW_MS + 1000;
    on.done_with(
        "a",
        vec![due(DueKind::SignalUntaken, "s", Some(later)), due(DueKind::SignalRequest, "r", Some(NOW_MS))],
    )
    .await;
    assert_eq!(on.store.next_due_ms(&me()).await.expect("it is read"), Some(NOW_MS));
    assert_eq!(on.due_at(NOW_MS).await, [(DueKind::SignalRequest, "r".to_owned())]);
    let both = on.store.due(&me(), later, 10).await.expect("it is read");
    assert_eq!(both.len(), 2, "the longest due first");
    assert_eq!(on.store.due(&other_bot(), later, 10).await.expect("it is read"), [], "another bot has its own");
    let turn = turn(&one, [Deed::Say(say("it is time"))]);
    let work = [(both[0].clone(), turn)];
    assert_eq!(on.store.fulfil(&me(), &work, later).await.expect("it is written"), [true]);
    assert_eq!(on.store.fulfil(&me(), &work, later).await.expect("nothing is written"), [false], "once");
    assert_eq!(on.numbers("SELECT COUNT(*) FROM outbox").await, [1]);
    assert_eq!(on.due_at(later).await, [(DueKind::SignalUntaken, "s".to_owned())]);
}

async fn reminders_that_are_planned_are_counted_and_those_overdue_among_them(on: Backend) {
    on.with_room(&room("one")).await;
    let planned = async |by_ms| on.store.reminders_planned(&me(), by_ms).await.expect("it is read");
    assert_eq!(planned(NOW_MS).await, (0, 0));
    let reminder = |subject, at_ms| due(DueKind::Reminder, subject, Some(at_ms));
    let other = due(DueKind::SignalFeedback, "s", Some(NOW_MS));
    on.done_with("a", vec![reminder("r1", NOW_MS), reminder("r2", NOW_MS + 1), other]).await;
    assert_eq!(planned(NOW_MS).await, (2, 1));
    assert_eq!(planned(NOW_MS - 1).await, (2, 0));
    let theirs = on.store.reminders_planned(&other_bot(), NOW_MS).await;
    assert_eq!(theirs.expect("it is read"), (0, 0), "another bot has its own");
}

async fn work_that_was_moved_meanwhile_stays_due(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    on.done_with("a", vec![due(DueKind::DialogueNudge, "d", Some(NOW_MS))]).await;
    let seen: Vec<Due> = on.store.due(&me(), NOW_MS, 10).await.expect("it is read");
    on.done_with("b", vec![due(DueKind::DialogueNudge, "d", Some(NOW_MS + 5))]).await;
    let turn = turn(&one, [Deed::Say(say("too early"))]);
    let work = [(seen[0].clone(), turn)];
    assert_eq!(on.store.fulfil(&me(), &work, NOW_MS).await.expect("nothing is written"), [false]);
    assert_eq!(on.due_at(NOW_MS + 5).await, [(DueKind::DialogueNudge, "d".to_owned())]);
    on.done_with("c", vec![due(DueKind::DialogueNudge, "d", None)]).await;
    assert_eq!(on.due_at(NOW_MS + 5).await, []);
}

async fn work_of_a_dialogue_ends_with_it(on: Backend) {
    on.with_room(&room("one")).await;
    let kinds = [DueKind::DialogueNudge, DueKind::DialoguePark, DueKind::SignalRequest];
    let all = kinds.map(|kind| due(kind, "d1", Some(NOW_MS)));
    on.done_with("a", [vec![begun("d1", anna())], all.to_vec()].concat()).await;
    on.done_with("b", vec![change("d1", anna(), 1, DialogueStep::Ended)]).await;
    assert_eq!(on.due_at(NOW_MS).await, [(DueKind::SignalRequest, "d1".to_owned())]);
}

async fn what_repeats_the_answers_of_a_dialogue_shows_the_record_that_it_becomes(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let record = "signal/west/S-2026-k7qd".to_owned();
    let showing = |id| Say { shows: Some(crate::store::dialogue_record(id)), ..say("what they answered") };
    let bram = UserId::new("@bram:example.org");
    on.done_with("a", vec![begun("d1", anna())]).await;
    on.done_with("b", vec![begun("d2", bram.clone())]).await;
    let rows = on.do_in(&one, "c", [Deed::Say(showing("d1")), Deed::Say(showing("d2"))]).await;
    let became = Change::Became { dialogue: "d1".to_owned(), record: record.clone() };
    on.done_with("d", vec![became, change("d1", anna(), 1, DialogueStep::Ended)]).await;
    assert_eq!(on.store.shown_of(&record).await.expect("it is read"), [(one.clone(), rows[0])]);
    // One that became nothing is remembered for nothing.
    on.done_with("e", vec![change("d2", bram, 1, DialogueStep::Ended)]).await;
    assert_eq!(on.numbers("SELECT COUNT(*) FROM outbox WHERE shows IS NOT NULL").await, [1]);
}

async fn messages_of_a_record_are_found_again_and_those_that_show_it_are_not_forgotten(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let said = SaidOf { room: one.clone(), event: event("mine") };
    let record = "signal/west/S-2026-k7qd".to_owned();
    on.done_with("a", vec![Change::SaidOf { record: record.clone(), said: vec![said.clone(), said.clone()] }]).await;
    assert_eq!(on.store.said_of(&record).await.expect("it is read"), [said]);
    let showing = Say { shows: Some(record.clone()), ..say("what it says") };
    let rows = on.do_in(&one, "b", [Deed::Say(showing), Deed::Say(say("something else"))]).await;
    assert_eq!(on.store.shown_of(&record).await.expect("it is read"), [(one.clone(), rows[0])]);
    for row in &rows {
        on.store.sent(*row, &event(&format!("out{row}"))).await.expect("the row is marked");
    }
    on.store.prune(NOW_MS + 2 * crate::store::ROWS_LAST_MS, &RetentionTerms::default()).await.expect("old rows go");
    assert_eq!(on.numbers("SELECT seq FROM outbox").await, [rows[0]], "the one that shows a record stays");
    on.do_in(&one, "c", [Deed::Redact { row: rows[0] }]).await;
    assert_eq!(on.store.shown_of(&record).await.expect("it is read"), []);
}
