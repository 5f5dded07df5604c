//! Claims about the outbox: what the bot decided goes out in order, each with its own key, and is found again later.

use super::*;
use crate::domain::File;
use crate::store::Standing;

claims!(
    what_is_said_goes_out_in_order,
    every_row_has_a_key_of_its_own,
    a_row_knows_who_wrote_it_and_when,
    a_row_is_pending_until_it_is_sent_or_given_up,
    the_words_of_a_sent_row_are_gone,
    a_row_that_is_given_up_holds_up_nobody,
    content_that_cannot_be_read_is_told_and_ended,
    the_backlog_is_counted_from_its_oldest,
    rooms_of_another_account_are_not_sent_to,
    answers_are_found_by_the_event_they_answer,
    a_redacted_answer_is_found_no_more,
    a_failed_answer_is_no_answer,
    a_file_goes_out_as_it_was_put_in,
    a_message_whose_file_cannot_go_out_is_one_without,
    an_edit_changes_what_can_be_chosen,
    an_edit_without_choices_closes_the_list,
    the_newest_choices_are_those_of_room_person_and_thread,
);

/// The keys of what goes out next in a room, until `sent` has taken all.
async fn send_all(on: &Backend, in_room: &RoomId) -> Vec<Deed> {
    let mut deeds = Vec::new();
    while let Some(pending) = on.store.next_pending(in_room).await.expect("the outbox is read") {
        on.store.sent(pending.seq, &event(&format!("out{}", pending.seq))).await.expect("the row is marked");
        deeds.push(pending.outgoing.deed);
    }
    deeds
}

fn answer_to(asked: &str, choices: &[&str]) -> Say {
    let choices = choices.iter().map(|key| choice(key)).collect();
    Say { answers: Some(event(asked)), asked_by: Some(anna()), choices, ..say("antwoord") }
}

async fn what_is_said_goes_out_in_order(on: Backend) {
    let (one, two) = (room("one"), room("two"));
    on.with_room(&one).await;
    on.receive(one_room(&two, vec![])).await;
    let mut deeds = vec![Deed::Say(say("z")), Deed::Say(answer_to("q", &["1"])), Deed::Say(say("a"))];
    let rows = on.do_in(&one, "q", deeds.clone()).await;
    assert!(rows.is_sorted());
    let last = Deed::Edit { row: rows[0], message: say("b").message, choices: vec![choice("1")], reach: None };
    on.do_in(&one, "r", [last.clone(), Deed::Redact { row: rows[2] }]).await;
    deeds.extend([last, Deed::Redact { row: rows[2] }]);
    on.do_in(&two, "s", [Deed::Say(say("elders"))]).await;
    let mut rooms = on.store.rooms_to_send(&me()).await.expect("the rooms are read");
    rooms.sort();
    assert_eq!(rooms, [one.clone(), two.clone()]);
    assert_eq!(send_all(&on, &two).await, [Deed::Say(say("elders"))], "one room does not hold up another");
    assert_eq!(send_all(&on, &one).await, deeds);
    assert_eq!(on.store.rooms_to_send(&me()).await.expect("the rooms are read"), []);
}

async fn every_row_has_a_key_of_its_own(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    on.do_in(&one, "q", (0..50).map(|_| Deed::Say(say("hetzelfde")))).await;
    let keys: Vec<String> = on.texts("SELECT key FROM outbox").await.into_iter().flatten().collect();
    let different: std::collections::BTreeSet<&String> = keys.iter().collect();
    assert_eq!((keys.len(), different.len()), (50, 50));
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    assert!(keys.iter().all(|key| key.len() == 32 && key.bytes().all(is_digit)), "{keys:?}");
    let first = on.store.next_pending(&one).await.expect("the outbox is read").expect("it is there");
    let again = on.store.next_pending(&one).await.expect("the outbox is read").expect("it is there");
    assert_eq!((first.seq, &first.key), (again.seq, &again.key), "every try has the same key");
    assert!(keys.contains(&first.key));
}

async fn a_row_knows_who_wrote_it_and_when(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    on.do_in(&one, "q", [Deed::Say(say("a"))]).await;
    let pending = on.store.next_pending(&one).await.expect("the outbox is read").expect("it is there");
    assert_eq!((pending.device.as_str(), pending.created_ms), ("DEVICE", NOW_MS));
    assert_eq!(pending.outgoing, Outgoing { room: one, deed: Deed::Say(say("a")) });
}

async fn a_row_is_pending_until_it_is_sent_or_given_up(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let rows = on.do_in(&one, "q", [Deed::Say(say("a")), Deed::Say(say("b"))]).await;
    let standing = async |row| on.store.standing(row).await.expect("the row is read");
    assert_eq!((standing(rows[0]).await, standing(rows[1]).await), (Standing::Pending, Standing::Pending));
    on.store.sent(rows[0], &event("out")).await.expect("the row is marked");
    on.store.give_up(rows[1]).await.expect("the row is marked");
    assert_eq!((standing(rows[0]).await, standing(rows[1]).await), (Standing::Sent(event("out")), Standing::Ended));
    assert_eq!(standing(9999).await, Standing::Ended, "a row that never was");
}

async fn the_words_of_a_sent_row_are_gone(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let rows = on.do_in(&one, "q", [answer_to("q", &["1"]), answer_to("q", &["1"])].map(Deed::Say)).await;
    on.store.sent(rows[0], &event("out")).await.expect("the row is marked");
    on.store.give_up(rows[1]).await.expect("the row is marked");
    assert_eq!(on.bytes("SELECT payload FROM outbox").await, [None, None]);
    let choices = on.bytes("SELECT choices FROM outbox ORDER BY seq").await;
    assert!(choices[0].is_some(), "a list stays open");
    assert_eq!(choices[1], None, "nobody saw this one");
}

async fn a_row_that_is_given_up_holds_up_nobody(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let rows = on.do_in(&one, "q", [Deed::Say(say("a")), Deed::Say(say("b"))]).await;
    on.store.give_up(rows[0]).await.expect("the row is marked");
    assert_eq!(send_all(&on, &one).await, [Deed::Say(say("b"))]);
}

async fn content_that_cannot_be_read_is_told_and_ended(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let rows = on.do_in(&one, "q", [Deed::Say(say("a")), Deed::Say(say("b"))]).await;
    on.damage("UPDATE outbox SET payload = $1 WHERE seq = (SELECT MIN(seq) FROM outbox)", b"[").await;
    let error = on.store.next_pending(&one).await.expect_err("it is told");
    assert!(matches!(error, StoreError::Sealed { table: "outbox", .. }), "{error:?}");
    assert_eq!(on.store.standing(rows[0]).await.expect("the row is read"), Standing::Ended);
    assert_eq!(send_all(&on, &one).await, [Deed::Say(say("b"))]);
}

async fn the_backlog_is_counted_from_its_oldest(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let backlog = async || on.store.backlog(&me()).await.expect("the outbox is read");
    assert_eq!(backlog().await, (0, None));
    let rows = on.do_in(&one, "q", [Deed::Say(say("a")), Deed::Say(say("b"))]).await;
    on.receive(one_room(&one, vec![readable(&one, "r")])).await;
    let (seq, _) = on.store.next_arrived(&one).await.expect("the inbox is read").expect("it is there");
    assert!(on.store.finish(seq, &turn(&one, [Deed::Say(say("c"))]), NOW_MS + 70).await.expect("the row ends"));
    assert_eq!(backlog().await, (3, Some(NOW_MS)));
    on.store.sent(rows[0], &event("out")).await.expect("the row is marked");
    on.store.give_up(rows[1]).await.expect("the row is marked");
    assert_eq!(backlog().await, (1, Some(NOW_MS + 70)));
    assert_eq!(on.store.backlog(&other_bot()).await.expect("the outbox is read"), (0, None));
}

async fn rooms_of_another_account_are_not_sent_to(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    on.do_in(&one, "q", [Deed::Say(say("a"))]).await;
    assert_eq!(on.store.rooms_to_send(&other_bot()).await.expect("the rooms are read"), []);
    assert_eq!(on.store.rooms_to_send(&me()).await.expect("the rooms are read"), [one]);
}

async fn answers_are_found_by_the_event_they_answer(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let threaded = Say { thread: Some(event("root")), ..answer_to("q", &["1", "2"]) };
    let deeds = [answer_to("q", &[]), threaded, say("los"), answer_to("other", &[])];
    let rows = on.do_in(&one, "q", deeds.map(Deed::Say)).await;
    let found = on.store.answers_to(&one, &event("q")).await.expect("the outbox is read");
    let [first, second] = found.as_slice() else { panic!("two answer it: {found:?}") };
    assert_eq!((first.seq, &first.answers, &first.asked_by), (rows[0], &Some(event("q")), &Some(anna())));
    assert_eq!((&first.thread, &first.choices, first.created_ms), (&None, &vec![], NOW_MS));
    assert_eq!((second.seq, &second.thread), (rows[1], &Some(event("root"))));
    assert_eq!(second.choices, [choice("1"), choice("2")]);
    assert_eq!(on.store.spoken_as(&one, &event("out")).await.expect("the outbox is read"), None);
    on.store.sent(rows[1], &event("out")).await.expect("the row is marked");
    assert_eq!(on.store.spoken_as(&one, &event("out")).await.expect("the outbox is read").as_ref(), Some(second));
    assert_eq!(on.store.answers_to(&one, &event("q")).await.expect("the outbox is read"), found, "sent or not");
    let elsewhere = room("elsewhere");
    assert_eq!(on.store.answers_to(&elsewhere, &event("q")).await.expect("the outbox is read"), []);
    assert_eq!(on.store.spoken_as(&elsewhere, &event("out")).await.expect("the outbox is read"), None);
}

async fn a_redacted_answer_is_found_no_more(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let rows = on.do_in(&one, "q", [answer_to("q", &["1"]), answer_to("q", &["1"])].map(Deed::Say)).await;
    on.store.sent(rows[1], &event("out")).await.expect("the row is marked");
    on.do_in(&one, "gone", [Deed::Redact { row: rows[1] }]).await;
    let found = on.store.answers_to(&one, &event("q")).await.expect("the outbox is read");
    assert_eq!(found.iter().map(|spoken| spoken.seq).collect::<Vec<_>>(), [rows[0]]);
    assert_eq!(on.store.spoken_as(&one, &event("out")).await.expect("the outbox is read"), None);
    let open = on.store.last_choices(&one, &anna(), None).await.expect("the outbox is read");
    assert_eq!(open.map(|spoken| spoken.seq), Some(rows[0]));
    assert_eq!(on.store.standing(rows[1]).await.expect("the row is read"), Standing::Sent(event("out")));
}

async fn a_failed_answer_is_no_answer(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let rows = on.do_in(&one, "q", [Deed::Say(answer_to("q", &["1"]))]).await;
    on.store.give_up(rows[0]).await.expect("the row is marked");
    assert_eq!(on.store.answers_to(&one, &event("q")).await.expect("the outbox is read"), []);
    assert_eq!(on.store.last_choices(&one, &anna(), None).await.expect("the outbox is read"), None);
}

fn file() -> Option<Box<File>> {
    let bytes = (0..=255).cycle().take(70_000).collect();
    File::new("agenda.ics", "text/calendar", bytes, say("niet hier").message).map(Box::new)
}

async fn a_file_goes_out_as_it_was_put_in(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let with_file = Deed::Say(Say { file: file(), ..answer_to("q", &["1"]) });
    on.do_in(&one, "q", [with_file.clone(), Deed::Say(answer_to("q", &[]))]).await;
    let found = on.store.answers_to(&one, &event("q")).await.expect("the outbox is read");
    assert_eq!(found.iter().map(|spoken| spoken.file).collect::<Vec<_>>(), [true, false]);
    assert_eq!(send_all(&on, &one).await, [with_file, Deed::Say(answer_to("q", &[]))]);
    let found = on.store.answers_to(&one, &event("q")).await.expect("the outbox is read");
    assert_eq!(found.iter().map(|spoken| spoken.file).collect::<Vec<_>>(), [true, false], "also when it is out");
}

async fn a_message_whose_file_cannot_go_out_is_one_without(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    on.do_in(&one, "q", [Deed::Say(Say { file: file(), ..answer_to("q", &["1"]) })]).await;
    let row = on.store.next_pending(&one).await.expect("the outbox is read").expect("it is there");
    let words = row.outgoing.deed.without_file().expect("it has a file");
    on.store.replace(&row, &words).await.expect("it is replaced");
    let found = on.store.answers_to(&one, &event("q")).await.expect("the outbox is read");
    assert_eq!((found[0].file, found[0].choices.len()), (false, 0));
    assert_eq!(send_all(&on, &one).await, [words]);
}

async fn an_edit_changes_what_can_be_chosen(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let rows = on.do_in(&one, "q", [Deed::Say(answer_to("q", &["1", "2"]))]).await;
    on.store.sent(rows[0], &event("out")).await.expect("the row is marked");
    let edit = Deed::Edit { row: rows[0], message: say("anders").message, choices: vec![choice("3")], reach: None };
    on.do_in(&one, "r", [edit]).await;
    let spoken = on.store.spoken_as(&one, &event("out")).await.expect("the outbox is read").expect("it is there");
    assert_eq!((spoken.seq, spoken.choices), (rows[0], vec![choice("3")]));
    let open = on.store.last_choices(&one, &anna(), None).await.expect("the outbox is read").expect("it is open");
    assert_eq!((open.seq, open.choices), (rows[0], vec![choice("3")]));
    let found = on.store.answers_to(&one, &event("q")).await.expect("the outbox is read");
    assert_eq!(found.len(), 1, "the edit is no answer of its own");
}

async fn an_edit_without_choices_closes_the_list(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let rows = on.do_in(&one, "q", [Deed::Say(answer_to("q", &["1"]))]).await;
    let younger = on.do_in(&one, "r", [Deed::Say(answer_to("r", &["1", "2"]))]).await;
    on.do_in(&one, "s", [Deed::Edit { row: younger[0], message: say("niets").message, choices: vec![], reach: None }])
        .await;
    let open = on.store.last_choices(&one, &anna(), None).await.expect("the outbox is read");
    assert_eq!(open.map(|spoken| spoken.seq), Some(rows[0]), "the newest answer with choices is the older one");
    let found = on.store.answers_to(&one, &event("r")).await.expect("the outbox is read");
    assert_eq!(found.iter().map(|spoken| spoken.choices.len()).collect::<Vec<_>>(), [0]);
}

async fn the_newest_choices_are_those_of_room_person_and_thread(on: Backend) {
    let (one, two) = (room("one"), room("two"));
    on.with_room(&one).await;
    let list = |person: UserId, thread: Option<&str>| {
        Deed::Say(Say { asked_by: Some(person), thread: thread.map(event), ..answer_to("q", &["1"]) })
    };
    let deeds = [
        list(anna(), None),
        list(anna(), None),
        list(anna(), Some("root")),
        list(anna(), Some("other root")),
        list(bilal(), None),
        Deed::Say(answer_to("q", &[])),
    ];
    let rows = on.do_in(&one, "q", deeds).await;
    let elsewhere = on.do_in(&two, "r", [list(anna(), None)]).await;
    let newest = async |in_room: &RoomId, person: UserId, thread: Option<&str>| {
        let thread = thread.map(event);
        let spoken = on.store.last_choices(in_room, &person, thread.as_ref()).await.expect("the outbox is read");
        spoken.map(|spoken| spoken.seq)
    };
    assert_eq!(newest(&one, anna(), None).await, Some(rows[1]));
    assert_eq!(newest(&one, anna(), Some("root")).await, Some(rows[2]));
    assert_eq!(newest(&one, anna(), Some("other root")).await, Some(rows[3]));
    assert_eq!(newest(&one, bilal(), None).await, Some(rows[4]));
    assert_eq!(newest(&two, anna(), None).await, Some(elsewhere[0]));
    assert_eq!(newest(&two, bilal(), None).await, None);
    assert_eq!(newest(&one, bilal(), Some("root")).await, None);
}
