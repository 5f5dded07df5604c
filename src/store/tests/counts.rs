//! Claims about what a monitor is told: what waits of this account, and since when.

use super::*;
use crate::domain::{DueChange, DueKind, Private};
use crate::store::{Counts, Queue};

claims!(
    an_empty_database_has_nothing_that_waits,
    what_waits_is_counted_from_its_oldest,
    what_is_done_or_sent_waits_no_more,
    another_accounts_waits_for_that_one,
    only_what_is_due_is_overdue,
    an_erasure_counts_until_the_key_is_rotated,
);

async fn counted(on: &Backend) -> Counts {
    on.store.counts(&me(), NOW_MS + 1_000).await.expect("the database is counted")
}

fn since(count: i64, since_ms: i64) -> Queue {
    Queue { count, since_ms: Some(since_ms) }
}

async fn change(on: &Backend, change: Change) {
    on.store.decided(&Turn { changes: vec![change], out: vec![] }, NOW_MS).await.expect("it is written");
}

async fn an_empty_database_has_nothing_that_waits(on: Backend) {
    let counts = counted(&on).await;
    assert!(counts.size_bytes > 4096, "{counts:?}");
    assert_eq!(counts, Counts { size_bytes: counts.size_bytes, ..Counts::default() });
}

async fn what_waits_is_counted_from_its_oldest(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let receipt = |name: &str| one_room(&one, vec![readable(&one, name), unread(&format!("u{name}"), "s")]);
    on.store.receive(&me(), &receipt("a"), NOW_MS - 5_000).await.expect("received");
    on.store.receive(&me(), &receipt("b"), NOW_MS).await.expect("received");
    on.store.decided(&turn(&one, [Deed::Say(say("x")), Deed::Say(say("y"))]), NOW_MS - 7_000).await.expect("written");
    let words = Private { account: me(), person: anna(), say: say("privé") };
    change(&on, Change::Private(Box::new(words))).await;
    let counts = counted(&on).await;
    assert_eq!(counts.inbox, since(2, NOW_MS - 5_000));
    assert_eq!(counts.undecryptable, since(2, NOW_MS - 5_000));
    assert_eq!(counts.outbox, since(2, NOW_MS - 7_000));
    assert_eq!(counts.private, since(1, NOW_MS));
}

async fn what_is_done_or_sent_waits_no_more(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let rows = on.do_in(&one, "q", [Deed::Say(say("x")), Deed::Say(say("y"))]).await;
    on.store.sent(rows[0], &event("out")).await.expect("marked");
    on.store.give_up(rows[1]).await.expect("given up");
    let counts = counted(&on).await;
    assert_eq!((counts.inbox, counts.outbox), (Queue::default(), Queue::default()));
}

async fn another_accounts_waits_for_that_one(on: Backend) {
    let one = room("one");
    on.store.enter(&other_bot(), "DEVICE", NOW_MS).await.expect("entered");
    on.store.receive(&other_bot(), &one_room(&one, vec![readable(&one, "a")]), NOW_MS).await.expect("received");
    assert_eq!(counted(&on).await.inbox, Queue::default());
    let theirs = on.store.counts(&other_bot(), NOW_MS).await.expect("counted");
    assert_eq!(theirs.inbox, since(1, NOW_MS));
}

async fn only_what_is_due_is_overdue(on: Backend) {
    for (subject, at_ms) in [("a", NOW_MS - 60_000), ("b", NOW_MS + 1_000), ("c", NOW_MS + 1_001)] {
        let due =
            DueChange { account: me(), kind: DueKind::SignalUntaken, subject: subject.to_owned(), at_ms: Some(at_ms) };
        change(&on, Change::Due(due)).await;
    }
    assert_eq!(counted(&on).await.overdue, since(2, NOW_MS - 60_000));
}

async fn an_erasure_counts_until_the_key_is_rotated(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let rows = on.do_in(&one, "q", [Deed::Say(say("x"))]).await;
    let record = on.texts("SELECT record FROM record_key WHERE record LIKE 'outbox/%'").await.remove(0).expect("a key");
    assert!(on.store.erase_record(&record, NOW_MS).await.expect("erased"), "{rows:?}");
    assert_eq!(counted(&on).await.erased_since_ms, Some(NOW_MS));
    on.store.rotate_keys(NOW_MS + 2, |_| ()).await.expect("it rotates");
    assert_eq!(counted(&on).await.erased_since_ms, None);
}
