//! Claims about payloads that are taken once.

use super::*;

claims!(a_payload_is_taken_once_whatever_events_carry_it);

async fn a_payload_is_taken_once_whatever_events_carry_it(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    on.receive(one_room(&one, vec![readable(&one, "first"), readable(&one, "again")])).await;
    let take = |name: &str| Turn {
        changes: vec![Change::Taken { payload: "key 3".to_owned(), event: event(name) }],
        out: vec![Outgoing { room: one.clone(), deed: Deed::Say(say(name)) }],
    };
    let (first, _) = on.store.next_arrived(&one).await.expect("the inbox is read").expect("it is there");
    assert_eq!(on.store.taken("key 3").await.expect("it is read"), None);
    assert!(on.store.finish(first, &take("first"), NOW_MS).await.expect("the row ends"));
    assert_eq!(on.store.taken("key 3").await.expect("it is read"), Some(event("first")));
    assert_eq!(on.store.taken("key 4").await.expect("it is read"), None);
    let (again, _) = on.store.next_arrived(&one).await.expect("the inbox is read").expect("it is there");
    let refused = on.store.finish(again, &take("again"), NOW_MS).await;
    assert!(matches!(refused, Err(StoreError::Overtaken)), "{refused:?}");
    assert_eq!(on.numbers("SELECT COUNT(*) FROM outbox").await, [1], "nothing of it was written");
}
