//! Claims about what is said in private: it waits sealed, in order, and goes out once.

use super::*;
use crate::domain::{Private, Reach};
use crate::store::PRIVATE_WAITS_MS;

claims!(
    what_is_private_waits_until_there_is_a_room_and_keeps_its_order,
    what_waits_cannot_be_read_in_the_tables_and_leaves_no_key,
    what_waited_too_long_is_dropped,
    somebody_elses_words_and_another_bots_stay_where_they_are,
    a_room_that_is_being_made_is_remembered_until_it_is_kept,
    the_newest_direct_room_is_first_and_stays_who_made_it,
    other_words_take_the_place_of_guarded_ones_under_the_same_key,
    other_words_in_an_edit_close_the_list_that_it_changed,
);

fn private(person: UserId, text: &str) -> Change {
    let reach = Reach { people: vec![person.clone()], teams: vec![], direct: true, instead: say("anders").message };
    let say = Say { choices: vec![choice("1")], asked_by: Some(person.clone()), reach: Some(reach), ..say(text) };
    Change::Private(Box::new(Private { account: me(), person, say }))
}

impl Backend {
    /// Handles one event in the room with these changes.
    async fn change_in(&self, in_room: &RoomId, name: &str, changes: Vec<Change>) {
        self.receive(one_room(in_room, vec![readable(in_room, name)])).await;
        let (seq, _) = self.store.next_arrived(in_room).await.expect("the inbox is read").expect("it is there");
        let turn = Turn { changes, out: vec![] };
        assert!(self.store.finish(seq, &turn, NOW_MS).await.expect("the row ends"));
    }

    /// Says what waits for anna in this room.
    async fn say_to_anna(&self, in_room: &RoomId) -> usize {
        self.store.say_in_private(&me(), &anna(), in_room, NOW_MS + 5).await.expect("it moves")
    }

    async fn keep(&self, person: &UserId, in_room: &RoomId, own: bool, since_ms: i64) {
        self.store.keep_direct_room(&me(), person, in_room, own, since_ms).await.expect("the room is kept");
    }

    /// The texts that go out in a room, which they then have.
    async fn texts_in(&self, in_room: &RoomId) -> Vec<String> {
        let mut texts = Vec::new();
        while let Some(row) = self.store.next_pending(in_room).await.expect("the outbox is read") {
            let Deed::Say(say) = row.outgoing.deed else { panic!("only words were put in") };
            texts.push(say.message.plain);
            self.store.sent(row.seq, &event(&format!("out{}", row.seq))).await.expect("the row is marked");
        }
        texts
    }
}

async fn what_is_private_waits_until_there_is_a_room_and_keeps_its_order(on: Backend) {
    let (one, direct) = (room("one"), room("direct"));
    on.with_room(&one).await;
    on.change_in(&one, "q", vec![private(anna(), "z"), private(anna(), "a")]).await;
    on.change_in(&one, "r", vec![private(anna(), "m")]).await;
    assert_eq!(on.store.private_people(&me()).await.expect("they are read"), [anna()]);
    assert_eq!(on.store.private_since(&me(), &anna()).await.expect("it is read"), Some(NOW_MS));
    assert_eq!(on.store.rooms_to_send(&me()).await.expect("the rooms are read"), []);
    on.keep(&anna(), &direct, true, NOW_MS).await;
    assert_eq!(on.say_to_anna(&direct).await, 3);
    assert_eq!(on.say_to_anna(&direct).await, 0, "once");
    assert_eq!(on.store.private_people(&me()).await.expect("they are read"), []);
    assert_eq!(on.store.private_since(&me(), &anna()).await.expect("it is read"), None);
    let open =
        on.store.last_choices(&direct, &anna(), None).await.expect("the outbox is read").expect("a list is open");
    assert_eq!((open.choices, open.created_ms), (vec![choice("1")], NOW_MS + 5));
    assert_eq!(on.texts_in(&direct).await, ["z", "a", "m"]);
    assert!(on.store.direct_rooms(&me(), &anna()).await.expect("they are read")[0].entered);
}

async fn what_waits_cannot_be_read_in_the_tables_and_leaves_no_key(on: Backend) {
    let (one, direct) = (room("one"), room("direct"));
    on.with_room(&one).await;
    let keys = "SELECT COUNT(*) FROM record_key WHERE record LIKE 'private_say/%'";
    on.change_in(&one, "q", vec![private(anna(), "zwanenburgwal")]).await;
    let payloads: Vec<Vec<u8>> = read!(on.store, |pool| {
        sqlx::query_scalar("SELECT payload FROM private_say").fetch_all(pool).await.expect("the statement runs")
    });
    let readable = |payload: &Vec<u8>| payload.windows(13).any(|window| window == b"zwanenburgwal");
    assert!(payloads.len() == 1 && !payloads.iter().any(readable));
    assert_eq!(on.numbers(keys).await, [1]);
    on.keep(&anna(), &direct, true, NOW_MS).await;
    on.say_to_anna(&direct).await;
    assert_eq!(on.numbers(keys).await, [0]);
    // What does not open is given up, and what is behind it goes out.
    on.change_in(&one, "r", vec![private(anna(), "kapot"), private(anna(), "heel")]).await;
    on.run("UPDATE private_say SET name = 'moved' WHERE seq = (SELECT MIN(seq) FROM private_say)").await;
    assert_eq!(on.say_to_anna(&direct).await, 1);
    assert_eq!(on.texts_in(&direct).await, ["zwanenburgwal", "heel"]);
}

async fn what_waited_too_long_is_dropped(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    on.change_in(&one, "q", vec![private(anna(), "a")]).await;
    let drop_at = async |now_ms: i64| {
        on.store.drop_private(&me(), &anna(), now_ms - PRIVATE_WAITS_MS).await.expect("they are dropped")
    };
    assert_eq!(drop_at(NOW_MS + PRIVATE_WAITS_MS).await, 0);
    assert_eq!(drop_at(NOW_MS + PRIVATE_WAITS_MS + 1).await, 1);
    assert_eq!(on.store.private_people(&me()).await.expect("they are read"), []);
    assert_eq!(on.numbers("SELECT COUNT(*) FROM record_key WHERE record LIKE 'private_say/%'").await, [0]);
}

async fn somebody_elses_words_and_another_bots_stay_where_they_are(on: Backend) {
    let (one, direct) = (room("one"), room("direct"));
    on.with_room(&one).await;
    on.change_in(&one, "q", vec![private(anna(), "a"), private(bilal(), "b")]).await;
    on.keep(&anna(), &direct, true, NOW_MS).await;
    assert_eq!(on.say_to_anna(&direct).await, 1);
    assert_eq!(on.store.private_people(&me()).await.expect("they are read"), [bilal()]);
    assert_eq!(on.store.private_people(&other_bot()).await.expect("they are read"), []);
    assert_eq!(on.store.direct_rooms(&other_bot(), &anna()).await.expect("they are read"), []);
    on.store.enter(&other_bot(), "OTHER", NOW_MS).await.expect("the account enters");
    let kept = on.store.keep_direct_room(&other_bot(), &bilal(), &direct, false, NOW_MS).await;
    kept.expect("it is passed over");
    assert_eq!(on.store.direct_rooms(&other_bot(), &bilal()).await.expect("they are read"), [], "the room is mine");
}

async fn a_room_that_is_being_made_is_remembered_until_it_is_kept(on: Backend) {
    let direct = room("direct");
    on.with_room(&room("one")).await;
    let making = async || on.store.is_making_direct_room(&me(), &anna()).await.expect("it is read");
    assert!(!making().await);
    for _ in 0..2 {
        on.store.making_direct_room(&me(), &anna()).await.expect("it is written");
        assert!(making().await);
    }
    on.keep(&anna(), &room("theirs"), false, NOW_MS).await;
    assert!(making().await, "that is another room");
    on.keep(&anna(), &direct, true, NOW_MS).await;
    assert!(!making().await);
}

async fn the_newest_direct_room_is_first_and_stays_who_made_it(on: Backend) {
    let (old, new) = (room("old"), room("new"));
    on.with_room(&room("one")).await;
    on.keep(&anna(), &old, false, NOW_MS).await;
    on.keep(&anna(), &new, true, NOW_MS + 1).await;
    on.keep(&anna(), &old, true, NOW_MS + 2).await;
    let known = on.store.direct_rooms(&me(), &anna()).await.expect("they are read");
    let known: Vec<_> = known.iter().map(|direct| (&direct.room, direct.own, direct.entered)).collect();
    assert_eq!(known, [(&new, true, false), (&old, false, true)]);
    let row = on.store.room(&new).await.expect("the room is read").expect("it is there");
    assert!(row.direct && row.encrypted && row.gap, "its past is fetched when the server tells of it");
}

async fn other_words_take_the_place_of_guarded_ones_under_the_same_key(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let reach = Some(Reach { people: vec![anna()], teams: vec![], direct: false, instead: say("anders").message });
    let guarded = Say { reach, choices: vec![choice("1")], asked_by: Some(anna()), ..say("geheim") };
    let rows = on.do_in(&one, "q", [Deed::Say(guarded), Deed::Say(say("daarna"))]).await;
    let row = on.store.next_pending(&one).await.expect("the outbox is read").expect("it is there");
    let instead = row.outgoing.deed.instead().expect("it is guarded");
    on.store.replace(&row, &instead).await.expect("it is replaced");
    let replaced = on.store.next_pending(&one).await.expect("the outbox is read").expect("it is there");
    assert_eq!((replaced.seq, &replaced.key), (rows[0], &row.key));
    assert_eq!(replaced.outgoing.deed, Deed::Say(Say { asked_by: Some(anna()), ..say("anders") }));
    assert_eq!(on.store.last_choices(&one, &anna(), None).await.expect("the outbox is read"), None);
    assert_eq!(on.texts_in(&one).await, ["anders", "daarna"]);
    // What is out already stays as it is.
    on.store.replace(&row, &instead).await.expect_err("its key is gone");
    assert_eq!(on.texts_in(&one).await, Vec::<String>::new());
}

async fn other_words_in_an_edit_close_the_list_that_it_changed(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let list = Say { choices: vec![choice("1")], asked_by: Some(anna()), ..say("lijst") };
    let rows = on.do_in(&one, "q", [Deed::Say(list)]).await;
    on.store.sent(rows[0], &event("out")).await.expect("the row is marked");
    let reach = Some(Reach { people: vec![anna()], teams: vec![], direct: false, instead: say("anders").message });
    let edit = Deed::Edit { row: rows[0], message: say("geheim").message, choices: vec![choice("2")], reach };
    on.do_in(&one, "r", [edit]).await;
    let row = on.store.next_pending(&one).await.expect("the outbox is read").expect("it is there");
    on.store.replace(&row, &row.outgoing.deed.instead().expect("it is guarded")).await.expect("it is replaced");
    let spoken = on.store.spoken_as(&one, &event("out")).await.expect("the outbox is read").expect("it is there");
    assert_eq!(spoken.choices, []);
    let replaced = on.store.next_pending(&one).await.expect("the outbox is read").expect("it is there");
    let expected = Deed::Edit { row: rows[0], message: say("anders").message, choices: vec![], reach: None };
    assert_eq!(replaced.outgoing.deed, expected);
}
