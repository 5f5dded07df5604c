//! Claims about remembered identities: the first is believed, another one stops access until it is confirmed.

use super::*;

claims!(
    the_first_identity_is_believed,
    another_identity_stops_a_member,
    an_identity_that_is_gone_stops_a_member,
    an_old_identity_that_comes_back_does_not_end_a_stop,
    who_has_no_access_is_believed_anew,
    an_admin_is_stopped_like_a_member,
    only_the_key_that_was_looked_at_is_confirmed,
    two_bots_that_see_different_keys_leave_the_stop,
    a_change_is_told_once_per_key_in_the_chain_room_of_each_team,
    a_change_in_rooms_of_another_bot_is_left_to_that_one,
    those_who_can_confirm_are_other_coordinators_of_that_team,
    everybody_whose_identity_matters_is_named_once,
);

/// Two teams: Anna is in both, Bilal coordinates the first. Each has a chain room, the first also one of the police.
async fn teams(on: &Backend) {
    for name in ["one", "two", "police"] {
        on.with_room(&room(name)).await;
    }
    on.run("INSERT INTO team (team_id, name, name_hash, version, made_ms) VALUES ('a', '', 'a', 1, 0)").await;
    on.run("INSERT INTO team (team_id, name, name_hash, version, made_ms) VALUES ('b', '', 'b', 1, 0)").await;
    on.run("INSERT INTO team_room (room_id, team_id) VALUES ('!one:example.org', 'a'), ('!two:example.org', 'b')")
        .await;
    on.run("INSERT INTO team_room (room_id, team_id, organisation) VALUES ('!police:example.org', 'a', 'police')")
        .await;
    on.run(
        "INSERT INTO member (team_id, user_id, organisation, role, mandate) VALUES
         ('a', '@anna:example.org', 'police', 'coordinator', FALSE),
         ('b', '@anna:example.org', 'police', 'coordinator', FALSE),
         ('a', '@bilal:example.org', 'care', 'coordinator', FALSE)",
    )
    .await;
}

/// True when access is stopped after this key was seen.
async fn see(on: &Backend, person: &UserId, key: impl Into<Option<&'static str>>, at_ms: i64) -> bool {
    on.store.see_identity(person, key.into(), false, at_ms).await.expect("it is noted")
}

async fn known(on: &Backend, person: &UserId) -> Option<(String, Option<String>, Option<i64>)> {
    let known = on.store.identity(person).await.expect("it is read")?;
    Some((known.trusted, known.seen, known.stopped_ms))
}

async fn confirm(on: &Backend, name: &str, key: &str) {
    on.receive(one_room(&room("one"), vec![readable(&room("one"), name)])).await;
    let (seq, _) = on.store.next_arrived(&room("one")).await.expect("the inbox is read").expect("it is there");
    let changes = vec![Change::IdentityConfirmed { person: anna(), key: key.to_owned() }];
    assert!(on.store.finish(seq, &Turn { changes, out: vec![] }, NOW_MS).await.expect("the row ends"));
}

/// The ids of the changes that are to be told in a room; they are handled then.
async fn told(on: &Backend, in_room: &RoomId) -> Vec<String> {
    let mut ids = Vec::new();
    while let Some((seq, incoming)) = on.store.next_arrived(in_room).await.expect("the inbox is read") {
        assert!(on.store.finish(seq, &Turn::nothing(), NOW_MS).await.expect("the row ends"));
        assert_eq!(incoming.what, What::IdentityChanged { person: anna() });
        ids.push(incoming.event.as_str().to_owned());
    }
    ids
}

async fn the_first_identity_is_believed(on: Backend) {
    teams(&on).await;
    assert_eq!(known(&on, &anna()).await, None);
    assert!(!see(&on, &anna(), None, 1).await, "who never had one has lost none");
    assert!(!see(&on, &anna(), "K1", 2).await);
    assert!(!see(&on, &anna(), "K1", 3).await);
    assert_eq!(known(&on, &anna()).await, Some(("K1".to_owned(), Some("K1".to_owned()), None)));
}

async fn another_identity_stops_a_member(on: Backend) {
    teams(&on).await;
    see(&on, &anna(), "K1", 1).await;
    see(&on, &bilal(), "B1", 1).await;
    assert!(see(&on, &anna(), "K2", 2).await);
    assert!(see(&on, &anna(), "K3", 3).await);
    assert_eq!(known(&on, &anna()).await, Some(("K1".to_owned(), Some("K3".to_owned()), Some(2))));
    assert!(on.store.identity_changed(&anna()).await.expect("it is read"));
    assert!(!on.store.identity_changed(&bilal()).await.expect("it is read"));
}

async fn an_identity_that_is_gone_stops_a_member(on: Backend) {
    teams(&on).await;
    see(&on, &anna(), "K1", 1).await;
    assert!(see(&on, &anna(), None, 2).await);
    assert_eq!(known(&on, &anna()).await, Some(("K1".to_owned(), None, Some(2))));
    confirm(&on, "a", "K1").await;
    assert!(on.store.identity_changed(&anna()).await.expect("it is read"), "there is nothing to confirm");
    assert!(see(&on, &anna(), "K2", 3).await);
}

async fn an_old_identity_that_comes_back_does_not_end_a_stop(on: Backend) {
    teams(&on).await;
    see(&on, &anna(), "K1", 1).await;
    see(&on, &anna(), "K2", 2).await;
    assert!(see(&on, &anna(), "K1", 3).await, "what came with the other one may still lie in the inbox");
    confirm(&on, "a", "K1").await;
    assert!(!on.store.identity_changed(&anna()).await.expect("it is read"));
}

async fn who_has_no_access_is_believed_anew(on: Backend) {
    teams(&on).await;
    let carla = UserId::new("@carla:example.org");
    see(&on, &carla, "K1", 1).await;
    assert!(!see(&on, &carla, "K2", 2).await);
    assert!(!see(&on, &carla, None, 3).await);
    assert!(!see(&on, &carla, "K3", 4).await);
    assert_eq!(known(&on, &carla).await, Some(("K3".to_owned(), Some("K3".to_owned()), None)));
}

async fn an_admin_is_stopped_like_a_member(on: Backend) {
    teams(&on).await;
    let admin = UserId::new("@admin:example.org");
    for (key, stopped) in [(Some("K1"), false), (Some("K2"), true), (None, true)] {
        assert_eq!(on.store.see_identity(&admin, key, true, 1).await.expect("it is noted"), stopped);
    }
}

async fn only_the_key_that_was_looked_at_is_confirmed(on: Backend) {
    teams(&on).await;
    see(&on, &anna(), "K1", 1).await;
    see(&on, &anna(), "K2", 2).await;
    see(&on, &anna(), "K3", 3).await;
    confirm(&on, "a", "K2").await;
    assert!(on.store.identity_changed(&anna()).await.expect("it is read"), "yet another came between");
    confirm(&on, "b", "K3").await;
    assert_eq!(known(&on, &anna()).await, Some(("K3".to_owned(), Some("K3".to_owned()), None)));
    assert!(!see(&on, &anna(), "K3", 4).await);
    assert!(see(&on, &anna(), "K1", 5).await, "the old one is another one now");
}

async fn two_bots_that_see_different_keys_leave_the_stop(on: Backend) {
    teams(&on).await;
    see(&on, &anna(), "K1", 1).await;
    let person = anna();
    for at_ms in 2..12 {
        let (one, two) = tokio::join!(
            on.store.see_identity(&person, Some("K1"), false, at_ms),
            on.store.see_identity(&person, Some("K2"), false, at_ms),
        );
        one.and(two).expect("both are noted");
        assert!(on.store.identity_changed(&person).await.expect("it is read"));
    }
}

async fn a_change_is_told_once_per_key_in_the_chain_room_of_each_team(on: Backend) {
    teams(&on).await;
    let tell = async || on.store.tell_changed_identities(&me(), NOW_MS).await.expect("it is written");
    see(&on, &anna(), "K1", 1).await;
    assert_eq!(tell().await, []);
    see(&on, &anna(), "K2", 2).await;
    let mut rooms = tell().await;
    rooms.sort();
    assert_eq!(rooms, [room("one"), room("two")]);
    assert_eq!(tell().await, [], "they are in the inbox");
    let first = [told(&on, &room("one")).await, told(&on, &room("two")).await, told(&on, &room("police")).await];
    assert_eq!(first.map(|ids| ids.len()), [1, 1, 0]);
    assert_eq!(tell().await, [], "they have been handled");
    see(&on, &anna(), "K3", 3).await;
    assert_eq!(tell().await.len(), 2);
    see(&on, &anna(), None, 4).await;
    assert_eq!(tell().await.len(), 2);
    assert_eq!(told(&on, &room("one")).await.len(), 2);
    see(&on, &anna(), "K3", 5).await;
    assert_eq!(tell().await, [], "this key has been told");
    confirm(&on, "a", "K3").await;
    assert_eq!(tell().await, []);
}

async fn a_change_in_rooms_of_another_bot_is_left_to_that_one(on: Backend) {
    teams(&on).await;
    see(&on, &anna(), "K1", 1).await;
    see(&on, &anna(), "K2", 2).await;
    on.store.enter(&other_bot(), "DEVICE", NOW_MS).await.expect("the account enters");
    let told = on.store.tell_changed_identities(&other_bot(), NOW_MS).await.expect("it is written");
    assert_eq!(told, []);
}

async fn those_who_can_confirm_are_other_coordinators_of_that_team(on: Backend) {
    teams(&on).await;
    let confirmers =
        async |name: &str, person: UserId| on.store.confirmers(&room(name), &person).await.expect("they are read");
    assert_eq!(confirmers("one", anna()).await, [bilal()]);
    assert_eq!(confirmers("two", anna()).await, []);
    assert_eq!(confirmers("elsewhere", anna()).await, []);
    see(&on, &anna(), "K1", 1).await;
    see(&on, &anna(), "K2", 2).await;
    assert_eq!(confirmers("one", bilal()).await, [], "who is stopped cannot confirm another");
}

async fn everybody_whose_identity_matters_is_named_once(on: Backend) {
    teams(&on).await;
    let carla = UserId::new("@carla:example.org");
    see(&on, &carla, "K1", 1).await;
    see(&on, &anna(), "K1", 1).await;
    let mut people = on.store.people_with_identity().await.expect("they are read");
    people.sort();
    assert_eq!(people, [anna(), bilal(), carla]);
}
