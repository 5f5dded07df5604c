//! Claims about moving a database: nothing is forgotten, nothing is changed, numbers go on.

use std::collections::BTreeSet;

use super::*;
use crate::store::MoveError;
use crate::store::copy::{Kind, tables};

/// Table, column, what it holds.
type Columns = BTreeSet<(String, String, String)>;

fn listed() -> Columns {
    let name = |kind| match kind {
        Kind::Number => "number",
        Kind::Flag => "flag",
        Kind::Text => "text",
        Kind::Bytes => "bytes",
    };
    let columns = |table: crate::store::copy::Layout| {
        let of = table.name.clone();
        table.columns.into_iter().map(move |(column, kind)| (of.clone(), column, name(kind).to_owned()))
    };
    tables().flat_map(columns).collect()
}

async fn real(on: &Backend, sql: &'static str) -> Columns {
    let rows: Vec<(String, String, String)> =
        read!(on.store, |pool| sqlx::query_as(sql).fetch_all(pool).await.expect("the columns are read"));
    let kind = |kind: &str| match kind.to_lowercase().as_str() {
        "integer" | "bigint" => "number",
        "boolean" => "flag",
        "text" => "text",
        "blob" | "bytea" => "bytes",
        other => panic!("the engines have no such type in common: {other}"),
    };
    rows.into_iter().map(|(table, column, type_name)| (table, column, kind(&type_name).to_owned())).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_list_of_tables_holds_every_table_and_column_of_both_engines() {
    let in_sqlite = "SELECT tables.name, columns.name, columns.type
         FROM sqlite_master AS tables JOIN pragma_table_info(tables.name) AS columns
         WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%' AND tables.name <> '_sqlx_migrations'";
    let in_postgres = "SELECT table_name::TEXT, column_name::TEXT, data_type::TEXT
         FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_sqlx_migrations'";
    assert_eq!(listed(), real(&engine::sqlite().await, in_sqlite).await);
    assert_eq!(listed(), real(&engine::postgres().await, in_postgres).await);
}

/// A database with something in most kinds of columns.
pub(super) async fn filled(on: &Backend) {
    let one = room("one");
    on.with_room(&one).await;
    on.store.enter(&other_bot(), "OTHER", NOW_MS + 1).await.expect("the account enters");
    on.do_in(&one, "asked", [Deed::Say(say("wat er gezegd is")), Deed::Say(say("en nog iets"))]).await;
    let receipt = one_room(&one, vec![readable(&one, "vraag"), unread("later", "session")]);
    on.receive(receipt).await;
    on.run("INSERT INTO person (user_id, language) VALUES ('@anna:example.org', 'en'), ('@bram:example.org', NULL)")
        .await;
    for number in 0..450 {
        on.receive(one_room(&one, vec![readable(&one, &format!("many-{number}"))])).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_moved_database_holds_the_same_and_goes_on_with_the_same_numbers() {
    let on = engine::sqlite().await;
    filled(&on).await;
    // The newest number is gone again; it is not given twice all the same.
    on.run("DELETE FROM inbox WHERE event_id = '$many-449'").await;
    let last = on.numbers("SELECT seq FROM sqlite_sequence WHERE name = 'inbox'").await[0];
    let url = engine::new_database();
    let counts = on.store.move_to(&url, |_| {}).await.expect("it moves");
    assert!(counts.contains(&("inbox".to_owned(), 452)), "{counts:?}");
    assert!(counts.contains(&("account".to_owned(), 2)), "{counts:?}");
    let one = room("one");
    let moved = Store::open(&url, &on.key_file()).await.expect("the same key opens it");
    let (_, next) = moved.next_arrived(&one).await.expect("the inbox is read").expect("it is there");
    assert_eq!(next, message(&one, "vraag"));
    let said = moved.next_pending(&one).await.expect("the outbox is read").expect("it is there");
    let Deed::Say(said) = said.outgoing.deed else { panic!("it was said") };
    assert_eq!(said.message.plain, "wat er gezegd is");
    moved.receive(&me(), &one_room(&one, vec![readable(&one, "new")]), NOW_MS).await.expect("it goes on");
    let seq: i64 = read!(moved, |pool| sqlx::query_scalar("SELECT MAX(seq) FROM inbox").fetch_one(pool).await)
        .expect("the number is read");
    assert_eq!(seq, last + 1);
    assert_eq!(on.numbers("SELECT COUNT(*) FROM inbox").await, [452], "the source is as it was");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_is_in_use_is_not_moved_over() {
    let (from, to) = (engine::sqlite().await, engine::postgres().await);
    from.with_room(&room("one")).await;
    // One in which a bot was only started counts as empty.
    let started = engine::postgres().await;
    started.store.close().await;
    from.store.move_to(&started.url, |_| {}).await.expect("it moves");
    Store::open(&started.url, &from.key_file()).await.expect("it has the key of the other now");
    to.with_room(&room("two")).await;
    let refused = from.store.move_to(&to.url, |_| {}).await.expect_err("it is in use");
    assert!(matches!(refused, MoveError::NotEmpty));
    assert_eq!(to.texts("SELECT room_id FROM room").await, [Some("!two:example.org".to_owned())]);
    let foreign = engine::postgres().await;
    foreign.run("DROP TABLE _sqlx_migrations").await;
    assert!(matches!(from.store.move_to(&foreign.url, |_| {}).await, Err(MoveError::NotEmpty)), "of another program");
    let refused = from.store.move_to("sqlite:elsewhere.db", |_| {}).await.expect_err("it is no server");
    assert!(matches!(refused, MoveError::Address));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_move_that_fails_leaves_the_new_database_empty() {
    let from = engine::sqlite().await;
    filled(&from).await;
    // PostgreSQL takes no such text; here it stands for anything that breaks off in the middle.
    from.run("INSERT INTO person (user_id, language) VALUES ('@nul:example.org', CAST(x'610062' AS TEXT))").await;
    let url = engine::new_database();
    from.store.move_to(&url, |_| {}).await.expect_err("it breaks off");
    from.run("DELETE FROM person WHERE user_id = '@nul:example.org'").await;
    from.store.move_to(&url, |_| {}).await.expect("it is still empty");
}
