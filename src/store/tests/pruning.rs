//! Claims about what the store forgets by itself, and what it never does.

use super::*;
use crate::store::{LIST_LASTS_MS, REMINDED_LASTS_MS, ROWS_LAST_MS, Standing};

claims!(
    a_list_is_forgotten_after_its_day_and_its_row_is_not,
    a_question_about_an_incident_is_answered_for_longer,
    old_rows_without_content_are_forgotten,
    what_is_still_to_be_done_is_never_forgotten,
    the_event_at_the_mark_of_a_room_is_never_forgotten,
);

async fn prune(on: &Backend, now_ms: i64) {
    on.store.prune(now_ms, &crate::domain::retention::RetentionTerms::default()).await.expect("old rows go");
}

fn list() -> Deed {
    let answer = Say { answers: Some(event("q")), asked_by: Some(anna()), choices: vec![choice("1")], ..say("lijst") };
    Deed::Say(answer)
}

async fn a_list_is_forgotten_after_its_day_and_its_row_is_not(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let rows = on.do_in(&one, "q", [list()]).await;
    on.store.sent(rows[0], &event("out")).await.expect("the row is marked");
    prune(&on, NOW_MS + LIST_LASTS_MS).await;
    assert!(on.store.last_choices(&one, &anna(), None).await.expect("the outbox is read").is_some());
    prune(&on, NOW_MS + LIST_LASTS_MS + 1).await;
    assert_eq!(on.store.last_choices(&one, &anna(), None).await.expect("the outbox is read"), None);
    assert_eq!(on.bytes("SELECT choices FROM outbox").await, [None]);
    let spoken = on.store.spoken_as(&one, &event("out")).await.expect("the outbox is read").expect("it is there");
    assert_eq!(spoken.choices, []);
}

async fn a_question_about_an_incident_is_answered_for_longer(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let Deed::Say(list) = list() else { panic!("it is said") };
    let shows = Some("incident/12ab/I-2026-k7qd".to_owned());
    on.do_in(&one, "q", [Deed::Say(Say { shows, ..list })]).await;
    prune(&on, NOW_MS + REMINDED_LASTS_MS).await;
    assert!(on.store.last_choices(&one, &anna(), None).await.expect("the outbox is read").is_some());
    prune(&on, NOW_MS + REMINDED_LASTS_MS + 1).await;
    assert_eq!(on.store.last_choices(&one, &anna(), None).await.expect("the outbox is read"), None);
}

async fn old_rows_without_content_are_forgotten(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let rows = on.do_in(&one, "q", [list(), list()]).await;
    on.store.sent(rows[0], &event("out")).await.expect("the row is marked");
    on.store.give_up(rows[1]).await.expect("the row is marked");
    prune(&on, NOW_MS + ROWS_LAST_MS).await;
    assert_eq!(on.numbers("SELECT seq FROM outbox").await.len(), 2);
    assert_eq!(on.numbers("SELECT seq FROM inbox").await.len(), 1);
    prune(&on, NOW_MS + ROWS_LAST_MS + 1).await;
    assert!(on.numbers("SELECT seq FROM outbox").await.is_empty());
    assert!(on.numbers("SELECT seq FROM inbox").await.is_empty());
    let younger = on.do_in(&one, "r", [list()]).await;
    assert!(younger[0] > rows[1], "a number is never given twice");
}

async fn what_is_still_to_be_done_is_never_forgotten(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let rows = on.do_in(&one, "q", [Deed::Say(say("a"))]).await;
    on.receive(one_room(&one, vec![readable(&one, "b"), unread("c", "key")])).await;
    prune(&on, NOW_MS + 10 * ROWS_LAST_MS).await;
    assert_eq!(on.store.standing(rows[0]).await.expect("the row is read"), Standing::Pending);
    assert!(on.store.next_pending(&one).await.expect("the outbox is read").is_some());
    assert_eq!(on.handle_all(&one).await, ["b"]);
    assert_eq!(on.store.waiting(&me()).await.expect("the inbox is read").len(), 1);
}

async fn the_event_at_the_mark_of_a_room_is_never_forgotten(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let mut receipt = receipt_of(&one, vec![readable(&one, "a"), readable(&one, "b")]);
    receipt.mark = Some(event("b"));
    on.receive(Receipt { sync_mark: None, rooms: vec![receipt] }).await;
    assert_eq!(on.handle_all(&one).await, ["a", "b"]);
    prune(&on, NOW_MS + 10 * ROWS_LAST_MS).await;
    let known = on.store.entered(&[event("a"), event("b")]).await.expect("the ids are read");
    assert_eq!(known, [event("b")].into());
}
