//! Claims about what is remembered of rooms and people.

use super::*;
use crate::domain::Language;

claims!(
    a_person_keeps_the_language_chosen_last,
    a_room_keeps_the_language_chosen_last,
    a_room_remembers_when_it_was_told_of_an_absence,
    what_is_said_in_a_room_is_remembered_as_having_spoken,
    a_room_that_was_never_seen_is_nothing,
);

/// Handles one event with these changes.
async fn change(on: &Backend, in_room: &RoomId, name: &str, changes: Vec<Change>) {
    on.receive(one_room(in_room, vec![readable(in_room, name)])).await;
    let (seq, _) = on.store.next_arrived(in_room).await.expect("the inbox is read").expect("it is there");
    let turn = Turn { changes, out: vec![] };
    assert!(on.store.finish(seq, &turn, NOW_MS).await.expect("the row ends"));
}

async fn a_person_keeps_the_language_chosen_last(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let language = async |person: UserId| on.store.person_language(&person).await.expect("the person is read");
    assert_eq!(language(anna()).await, None);
    change(&on, &one, "a", vec![Change::PersonLanguage { person: anna(), language: Language::English }]).await;
    assert_eq!((language(anna()).await, language(bilal()).await), (Some(Language::English), None));
    change(&on, &one, "b", vec![Change::PersonLanguage { person: anna(), language: Language::Dutch }]).await;
    assert_eq!(language(anna()).await, Some(Language::Dutch));
}

async fn a_room_keeps_the_language_chosen_last(on: Backend) {
    let (one, two) = (room("one"), room("two"));
    on.with_room(&one).await;
    on.receive(one_room(&two, vec![])).await;
    let language =
        async |of: &RoomId| on.store.room(of).await.expect("the room is read").expect("it is there").language;
    change(&on, &one, "a", vec![Change::RoomLanguage { room: one.clone(), language: Language::English }]).await;
    assert_eq!((language(&one).await, language(&two).await), (Some(Language::English), None));
    on.receive(one_room(&one, vec![])).await;
    assert_eq!(language(&one).await, Some(Language::English), "what comes in later does not undo it");
    change(&on, &one, "b", vec![Change::RoomLanguage { room: one.clone(), language: Language::Dutch }]).await;
    assert_eq!(language(&one).await, Some(Language::Dutch));
}

async fn a_room_remembers_when_it_was_told_of_an_absence(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let told = async || on.store.room(&one).await.expect("the room is read").expect("it is there").away_told_ms;
    assert_eq!(told().await, None);
    change(&on, &one, "a", vec![Change::AwayTold { room: one.clone(), at_ms: NOW_MS }]).await;
    change(&on, &one, "b", vec![Change::AwayTold { room: one.clone(), at_ms: NOW_MS + 1 }]).await;
    assert_eq!(told().await, Some(NOW_MS + 1));
}

async fn what_is_said_in_a_room_is_remembered_as_having_spoken(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let spoken = async || on.store.has_spoken(&one).await.expect("the outbox is read");
    assert!(!spoken().await);
    let rows = on.do_in(&one, "a", [Deed::Say(say("dag"))]).await;
    assert!(spoken().await, "also before it is out");
    on.store.sent(rows[0], &event("out")).await.expect("the row is marked");
    assert!(spoken().await);
}

async fn a_room_that_was_never_seen_is_nothing(on: Backend) {
    assert_eq!(on.store.room(&room("one")).await.expect("the room is read"), None);
    assert!(on.store.next_arrived(&room("one")).await.expect("the inbox is read").is_none());
    assert!(on.store.next_pending(&room("one")).await.expect("the outbox is read").is_none());
    assert!(!on.store.has_spoken(&room("one")).await.expect("the outbox is read"));
}
