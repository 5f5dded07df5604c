//! Claims about the inbox: each event enters once, is handled in order, and leaves only its id behind.

use super::*;

claims!(
    an_event_enters_the_inbox_once,
    events_of_a_room_come_in_the_order_of_their_receipt,
    one_room_does_not_hold_up_another,
    a_room_of_another_account_is_passed_over,
    a_room_is_of_the_account_that_joined_first,
    a_room_that_was_left_goes_to_another_account_that_is_in_it,
    what_came_in_comes_out_unchanged,
    a_gap_is_set_kept_and_cleared,
    a_doubt_is_a_gap_with_its_sync_mark,
    an_invitation_tells_what_the_room_is_for,
    the_mark_of_a_room_is_kept_when_none_comes,
    a_room_once_encrypted_stays_so,
    events_and_sync_mark_are_written_together_or_not_at_all,
    a_turn_is_all_or_nothing,
    a_turn_happens_once,
    the_words_of_a_handled_event_are_gone,
    a_late_key_brings_an_event_back_before_younger_ones,
    an_event_that_waits_holds_up_nobody,
    events_that_wait_are_found_by_their_account,
    only_an_event_that_waits_can_be_resolved,
    a_payload_that_cannot_be_read_is_told_and_laid_aside,
    the_moment_of_the_first_login_stays,
);

async fn an_event_enters_the_inbox_once(on: Backend) {
    let (one, two) = (room("one"), room("two"));
    on.with_room(&one).await;
    let receipt = one_room(&one, vec![readable(&one, "a"), readable(&one, "b")]);
    assert_eq!(on.receive(receipt.clone()).await, std::slice::from_ref(&one));
    assert_eq!(on.receive(receipt.clone()).await, []);
    assert_eq!(on.receive(one_room(&two, vec![readable(&two, "a")])).await, []);
    assert_eq!(on.handle_all(&one).await, ["a", "b"]);
    assert_eq!(on.receive(receipt).await, [], "its id is remembered when it is done");
    assert_eq!(on.handle_all(&one).await, [""; 0]);
    assert_eq!(on.handle_all(&two).await, [""; 0]);
    let known = on.store.entered(&[event("a"), event("b"), event("c")]).await.expect("the ids are read");
    assert_eq!(known, [event("a"), event("b")].into());
}

async fn events_of_a_room_come_in_the_order_of_their_receipt(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    on.receive(one_room(&one, vec![readable(&one, "z"), readable(&one, "y")])).await;
    on.receive(one_room(&one, vec![readable(&one, "a"), readable(&one, "x")])).await;
    assert_eq!(on.handle_all(&one).await, ["z", "y", "a", "x"]);
}

async fn one_room_does_not_hold_up_another(on: Backend) {
    let (one, two) = (room("one"), room("two"));
    on.with_room(&one).await;
    let rooms = vec![receipt_of(&one, vec![readable(&one, "a")]), receipt_of(&two, vec![readable(&two, "b")])];
    assert_eq!(on.receive(Receipt { sync_mark: None, rooms }).await, [one.clone(), two.clone()]);
    let mut open = on.store.rooms_with_work(&me()).await.expect("the rooms are read");
    open.sort();
    assert_eq!(open, [one.clone(), two.clone()]);
    assert_eq!(on.handle_all(&two).await, ["b"]);
    assert_eq!(on.store.rooms_with_work(&me()).await.expect("the rooms are read"), [one]);
}

async fn a_room_of_another_account_is_passed_over(on: Backend) {
    let (one, two) = (room("one"), room("two"));
    on.with_room(&one).await;
    on.store.enter(&other_bot(), "OTHER", NOW_MS).await.expect("the other account enters");
    let mut theirs = receipt_of(&one, vec![readable(&one, "a"), unread("b", "key")]);
    theirs.gap = Some(true);
    theirs.mark = Some(event("b"));
    theirs.encrypted = true;
    let rooms = vec![theirs, receipt_of(&two, vec![readable(&two, "c")])];
    let receipt = Receipt { sync_mark: Some("s1".to_owned()), rooms };
    let changed = on.store.receive(&other_bot(), &receipt, NOW_MS).await.expect("the receipt is written");
    assert_eq!(changed, std::slice::from_ref(&two));
    assert_eq!(on.handle_all(&one).await, [""; 0]);
    let row = on.store.room(&one).await.expect("the room is read").expect("it is there");
    assert_eq!((row.encrypted, row.gap, row.mark), (false, false, None));
    assert!(on.store.entered(&[event("a"), event("b")]).await.expect("the ids are read").is_empty());
    assert_eq!(on.store.sync_mark(&other_bot()).await.expect("the mark is read").as_deref(), Some("s1"));
    assert_eq!(on.store.sync_mark(&me()).await.expect("the mark is read"), None);
    assert_eq!(on.store.rooms_with_work(&me()).await.expect("the rooms are read"), []);
    assert_eq!(on.store.rooms_with_work(&other_bot()).await.expect("the rooms are read"), [two]);
}

async fn a_room_is_of_the_account_that_joined_first(on: Backend) {
    let one = room("one");
    for (account, device) in [(me(), "DEVICE"), (other_bot(), "OTHER")] {
        on.store.enter(&account, device, NOW_MS).await.expect("the account enters");
        on.store.invited(&account, &one, false).await.expect("the invitation is written");
    }
    let theirs = on.store.receive(&other_bot(), &one_room(&one, vec![readable(&one, "a")]), NOW_MS).await;
    assert_eq!(theirs.expect("the receipt is written"), std::slice::from_ref(&one), "invited later, in first");
    assert_eq!(on.receive(one_room(&one, vec![readable(&one, "b")])).await, []);
    on.store.invited(&me(), &one, true).await.expect("the invitation is written");
    assert!(!on.store.room(&one).await.expect("the room is read").expect("it is there").direct);
    assert_eq!(on.handle_all(&one).await, ["a"]);
}

async fn a_room_that_was_left_goes_to_another_account_that_is_in_it(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    on.store.enter(&other_bot(), "OTHER", NOW_MS).await.expect("the other account enters");
    let theirs = async |name| {
        let receipt = one_room(&one, vec![readable(&one, name)]);
        on.store.receive(&other_bot(), &receipt, NOW_MS).await.expect("the receipt is written")
    };
    on.store.left(&other_bot(), &one).await.expect("nothing is written");
    assert_eq!(theirs("a").await, [], "leaving a room of another changes nothing");
    on.store.left(&me(), &one).await.expect("it is written");
    let mut given_up = receipt_of(&one, vec![]);
    given_up.gap = Some(false);
    on.receive(Receipt { sync_mark: None, rooms: vec![given_up] }).await;
    assert_eq!(theirs("b").await, std::slice::from_ref(&one));
    assert_eq!(on.receive(one_room(&one, vec![readable(&one, "c")])).await, [], "it is theirs now");
    assert_eq!(on.handle_all(&one).await, ["b"]);
}

async fn what_came_in_comes_out_unchanged(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let mut incoming = message(&one, "a");
    incoming.what = What::Edit {
        of: event("earlier"),
        said: Said {
            text: "ruzie 'in' \"de\" groep; 🙃 \u{0} é\n--".to_owned(),
            mentions: Some(vec![me()]),
            thread: Some(event("root")),
            attachment: true,
            ..Said::default()
        },
    };
    let arrived = Arrived { event: event("a"), arrival: Arrival::Readable(incoming.clone()) };
    on.receive(one_room(&one, vec![arrived])).await;
    let (_, found) = on.store.next_arrived(&one).await.expect("the inbox is read").expect("it is there");
    assert_eq!(found, incoming);
}

async fn a_gap_is_set_kept_and_cleared(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    on.store.enter(&other_bot(), "OTHER", NOW_MS).await.expect("the other account enters");
    let gap = async |gap| {
        let mut receipt = receipt_of(&one, vec![]);
        receipt.gap = gap;
        on.receive(Receipt { sync_mark: None, rooms: vec![receipt] }).await;
        assert_eq!(on.store.gaps(&other_bot()).await.expect("the gaps are read"), []);
        !on.store.gaps(&me()).await.expect("the gaps are read").is_empty()
    };
    assert!(!gap(None).await);
    assert!(gap(Some(true)).await);
    assert!(gap(None).await, "kept");
    assert!(!gap(Some(false)).await);
    assert!(!gap(None).await);
}

async fn a_doubt_is_a_gap_with_its_sync_mark(on: Backend) {
    let (one, new) = (room("one"), room("new"));
    on.with_room(&one).await;
    let rooms = [(one.clone(), false), (new.clone(), true)];
    on.store.doubt(&me(), &rooms, Some("s7".to_owned())).await.expect("the doubt is written");
    let mut gaps = on.store.gaps(&me()).await.expect("the gaps are read");
    gaps.sort();
    assert_eq!(gaps, [new.clone(), one]);
    assert!(on.store.room(&new).await.expect("the room is read").expect("it is there").encrypted);
    assert_eq!(on.store.sync_mark(&me()).await.expect("the mark is read").as_deref(), Some("s7"));
}

async fn an_invitation_tells_what_the_room_is_for(on: Backend) {
    let (one, new) = (room("one"), room("new"));
    on.with_room(&one).await;
    on.store.enter(&other_bot(), "OTHER", NOW_MS).await.expect("the other account enters");
    let invited = async |account: UserId, to: &RoomId, direct| {
        on.store.invited(&account, to, direct).await.expect("the invitation is written");
        let row = on.store.room(to).await.expect("the room is read").expect("it is there");
        (row.direct, row.gap)
    };
    assert_eq!(invited(me(), &new, true).await, (true, true), "what was said before is missing");
    assert_eq!(invited(me(), &one, true).await, (true, false), "a room that is known misses nothing");
    assert_eq!(invited(me(), &one, false).await, (false, false), "the last invitation counts");
    assert_eq!(invited(other_bot(), &one, true).await, (false, false), "it is another account's");
    on.receive(one_room(&new, vec![readable(&new, "a")])).await;
    assert!(
        on.store.room(&new).await.expect("the room is read").expect("it is there").direct,
        "what comes in keeps it"
    );
}

async fn the_mark_of_a_room_is_kept_when_none_comes(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let mark = async |mark: Option<&str>| {
        let mut receipt = receipt_of(&one, vec![]);
        receipt.mark = mark.map(event);
        on.receive(Receipt { sync_mark: None, rooms: vec![receipt] }).await;
        on.store.room(&one).await.expect("the room is read").expect("it is there").mark
    };
    assert_eq!(mark(None).await, None);
    assert_eq!(mark(Some("a")).await, Some(event("a")));
    assert_eq!(mark(None).await, Some(event("a")));
    assert_eq!(mark(Some("b")).await, Some(event("b")));
}

async fn a_room_once_encrypted_stays_so(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let encrypted = async |encrypted| {
        let mut receipt = receipt_of(&one, vec![]);
        receipt.encrypted = encrypted;
        on.receive(Receipt { sync_mark: None, rooms: vec![receipt] }).await;
        on.store.room(&one).await.expect("the room is read").expect("it is there").encrypted
    };
    assert!(!encrypted(false).await);
    assert!(encrypted(true).await);
    assert!(encrypted(false).await);
    on.store.doubt(&me(), &[(one.clone(), false)], None).await.expect("the doubt is written");
    assert!(on.store.room(&one).await.expect("the room is read").expect("it is there").encrypted);
}

async fn events_and_sync_mark_are_written_together_or_not_at_all(on: Backend) {
    let (one, two) = (room("one"), room("two"));
    on.with_room(&one).await;
    on.store.enter(&other_bot(), "OTHER", NOW_MS).await.expect("the other account enters");
    let mut receipt = one_room(&two, vec![readable(&two, "a")]);
    receipt.sync_mark = Some("s1".to_owned());

    // The last statement fails: what came before it is not there either.
    on.run("UPDATE account SET sync_mark = 's1' WHERE user_id = '@other:example.org'").await;
    on.run("CREATE UNIQUE INDEX broken_mark ON account (sync_mark)").await;
    let error = on.store.receive(&me(), &receipt, NOW_MS).await.expect_err("the mark is refused");
    assert!(!error.may_pass(), "{error:?}");
    assert_eq!(on.store.room(&two).await.expect("the room is read"), None);
    assert!(on.store.entered(&[event("a")]).await.expect("the ids are read").is_empty());
    on.run("DROP INDEX broken_mark").await;

    // An event in the middle fails: neither the one before it nor the mark is there.
    on.run("CREATE UNIQUE INDEX broken_inbox ON inbox (room_id)").await;
    receipt.rooms[0].events.push(readable(&two, "b"));
    on.store.receive(&me(), &receipt, NOW_MS).await.expect_err("the second event is refused");
    assert!(on.store.entered(&[event("a"), event("b")]).await.expect("the ids are read").is_empty());
    assert_eq!(on.store.sync_mark(&me()).await.expect("the mark is read"), None);
    on.run("DROP INDEX broken_inbox").await;

    assert_eq!(on.receive(receipt).await, std::slice::from_ref(&two), "and nothing is left in the way");
    assert_eq!(on.store.sync_mark(&me()).await.expect("the mark is read").as_deref(), Some("s1"));
    assert_eq!(on.handle_all(&two).await, ["a", "b"]);
}

async fn a_turn_is_all_or_nothing(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    on.receive(one_room(&one, vec![readable(&one, "a")])).await;
    let (seq, _) = on.store.next_arrived(&one).await.expect("the inbox is read").expect("it is there");
    let mut answer = turn(&one, [Deed::Say(say("eerst"))]);
    answer.changes.push(Change::PersonLanguage { person: anna(), language: crate::domain::Language::English });
    // A room that is not there makes the last statement fail.
    answer.out.push(Outgoing { room: room("nowhere"), deed: Deed::Say(say("dan")) });
    on.store.finish(seq, &answer, NOW_MS).await.expect_err("the second row is refused");
    assert!(on.numbers("SELECT seq FROM outbox").await.is_empty());
    assert_eq!(on.store.person_language(&anna()).await.expect("the person is read"), None);
    let (again, incoming) = on.store.next_arrived(&one).await.expect("the inbox is read").expect("it is still there");
    assert_eq!((again, incoming), (seq, message(&one, "a")));
    answer.out.pop();
    assert!(on.store.finish(seq, &answer, NOW_MS).await.expect("the row ends"));
    assert!(on.store.next_arrived(&one).await.expect("the inbox is read").is_none());
    assert_eq!(on.numbers("SELECT seq FROM outbox").await.len(), 1);
}

async fn a_turn_happens_once(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    on.receive(one_room(&one, vec![readable(&one, "a")])).await;
    let (seq, _) = on.store.next_arrived(&one).await.expect("the inbox is read").expect("it is there");
    let first = turn(&one, [Deed::Say(say("antwoord"))]);
    assert!(on.store.finish(seq, &first, NOW_MS).await.expect("the row ends"));
    let mut second = first.clone();
    second.changes.push(Change::PersonLanguage { person: anna(), language: crate::domain::Language::English });
    assert!(!on.store.finish(seq, &second, NOW_MS).await.expect("it is no error"));
    assert_eq!(on.numbers("SELECT seq FROM outbox").await.len(), 1);
    assert_eq!(on.store.person_language(&anna()).await.expect("the person is read"), None);
    assert!(!on.store.finish(9999, &first, NOW_MS).await.expect("nor is a row that never was"));
    assert_eq!(on.numbers("SELECT seq FROM outbox").await.len(), 1);
}

async fn the_words_of_a_handled_event_are_gone(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    on.receive(one_room(&one, vec![readable(&one, "a"), unread("b", "key")])).await;
    let rows = on.numbers("SELECT seq FROM inbox ORDER BY seq").await;
    for seq in rows {
        assert!(on.store.finish(seq, &Turn::nothing(), NOW_MS).await.expect("the row ends"));
    }
    assert_eq!(on.bytes("SELECT payload FROM inbox").await, [None, None]);
    assert_eq!(on.texts("SELECT session_id FROM inbox").await, [None, None]);
    assert_eq!(on.texts("SELECT state FROM inbox").await, [Some("done".to_owned()), Some("done".to_owned())]);
    assert_eq!(
        on.texts("SELECT event_id FROM inbox ORDER BY seq").await,
        [Some("$a".to_owned()), Some("$b".to_owned())]
    );
}

async fn a_late_key_brings_an_event_back_before_younger_ones(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let events = vec![unread("a", "key"), readable(&one, "b"), readable(&one, "c")];
    on.receive(one_room(&one, events)).await;
    let waiting = on.store.waiting(&me()).await.expect("the inbox is read");
    let [(seq, in_room, event)] = waiting.as_slice() else { panic!("one waits: {waiting:?}") };
    assert_eq!(*in_room, one);
    let Arrival::Waiting(as_it_came) = unread("a", "key").arrival else { panic!("it waits") };
    assert_eq!(*event, as_it_came);
    on.store.resolve(*seq, &message(&one, "a")).await.expect("the row is written");
    assert_eq!(on.store.waiting(&me()).await.expect("the inbox is read"), []);
    assert_eq!(on.texts("SELECT session_id FROM inbox WHERE session_id IS NOT NULL").await, []);
    assert_eq!(on.handle_all(&one).await, ["a", "b", "c"]);
}

async fn an_event_that_waits_holds_up_nobody(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    assert_eq!(on.receive(one_room(&one, vec![unread("a", "key")])).await, std::slice::from_ref(&one));
    assert_eq!(on.store.rooms_with_work(&me()).await.expect("the rooms are read"), []);
    on.receive(one_room(&one, vec![readable(&one, "b")])).await;
    assert_eq!(on.handle_all(&one).await, ["b"]);
    assert_eq!(on.store.waiting(&me()).await.expect("the inbox is read").len(), 1);
}

async fn events_that_wait_are_found_by_their_account(on: Backend) {
    let (one, two, theirs) = (room("one"), room("two"), room("theirs"));
    on.with_room(&one).await;
    on.store.enter(&other_bot(), "OTHER", NOW_MS).await.expect("the other account enters");
    on.receive(one_room(&one, vec![unread("a", "key 1"), unread("b", "key 2")])).await;
    on.receive(one_room(&two, vec![unread("c", "key 1"), readable(&two, "d")])).await;
    let receipt = one_room(&theirs, vec![unread("e", "key 1")]);
    on.store.receive(&other_bot(), &receipt, NOW_MS).await.expect("the receipt is written");
    let waiting = async |account: UserId| {
        let found = on.store.waiting(&account).await.expect("the inbox is read");
        found.into_iter().map(|(_, in_room, waiting)| (in_room, waiting.session)).collect::<Vec<_>>()
    };
    let row = |in_room: &RoomId, key: &str| (in_room.clone(), key.to_owned());
    assert_eq!(waiting(me()).await, [row(&one, "key 1"), row(&one, "key 2"), row(&two, "key 1")]);
    assert_eq!(waiting(other_bot()).await, [row(&theirs, "key 1")]);
}

async fn only_an_event_that_waits_can_be_resolved(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    on.receive(one_room(&one, vec![readable(&one, "a"), readable(&one, "b")])).await;
    let rows = on.numbers("SELECT seq FROM inbox ORDER BY seq").await;
    assert!(on.store.finish(rows[0], &Turn::nothing(), NOW_MS).await.expect("the row ends"));
    for seq in rows {
        on.store.resolve(seq, &message(&one, "other")).await.expect("it is no error");
    }
    assert_eq!(on.handle_all(&one).await, ["b"]);
}

async fn a_payload_that_cannot_be_read_is_told_and_laid_aside(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    on.receive(one_room(&one, vec![readable(&one, "a"), readable(&one, "b")])).await;
    on.damage("UPDATE inbox SET payload = $1 WHERE event_id = '$a'", b"{\"half\":").await;
    let error = on.store.next_arrived(&one).await.expect_err("it is told");
    assert!(matches!(error, StoreError::Sealed { table: "inbox", .. }), "{error:?}");
    assert!(error.is_unreadable() && !error.may_pass());
    assert_eq!(on.handle_all(&one).await, ["b"]);
    assert_eq!(on.receive(one_room(&one, vec![readable(&one, "a")])).await, [], "its id stays");
}

async fn the_moment_of_the_first_login_stays(on: Backend) {
    assert_eq!(on.store.enter(&me(), "DEVICE", NOW_MS).await.expect("the account enters"), NOW_MS);
    assert_eq!(on.store.enter(&me(), "DEVICE", NOW_MS + 5).await.expect("the account enters"), NOW_MS);
    assert_eq!(on.store.enter(&other_bot(), "OTHER", NOW_MS + 9).await.expect("the account enters"), NOW_MS + 9);
}
