//! Claims about opening a database: it keeps what was in it, refuses what this version does not know, and tells what may
//! pass.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use super::*;

claims!(
    what_was_written_is_there_after_opening_again,
    a_newer_database_is_refused_unchanged,
    tables_of_another_make_are_refused,
    a_closed_database_may_come_back,
    a_statement_that_is_refused_does_not_pass_by_itself,
);

async fn what_was_written_is_there_after_opening_again(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    on.receive(one_room(&one, vec![readable(&one, "a")])).await;
    on.store.close().await;
    let again = on.open_again().await.expect("it opens again");
    let (_, incoming) = again.next_arrived(&one).await.expect("the inbox is read").expect("it is there");
    assert_eq!(incoming, message(&one, "a"));
    assert_eq!(again.enter(&me(), "DEVICE", NOW_MS + 1).await.expect("the account enters"), NOW_MS);
}

async fn a_newer_database_is_refused_unchanged(on: Backend) {
    on.with_room(&room("one")).await;
    // What differs between the engines is copied from the step that is there.
    on.run(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         SELECT 9999, 'from the future', success, checksum, execution_time FROM _sqlx_migrations WHERE version = 1",
    )
    .await;
    on.store.close().await;
    let bytes = on.file().map(|file| std::fs::read(file).expect("the file is read"));
    let error = on.open_again().await.expect_err("it is refused");
    assert!(matches!(error, StoreError::Newer { step: 9999 }), "{error:?}");
    assert!(!error.may_pass());
    let after = on.file().map(|file| std::fs::read(file).expect("the file is read"));
    assert!(bytes == after, "not a byte of the file has changed");
}

async fn tables_of_another_make_are_refused(on: Backend) {
    let other = b"of another text".as_slice();
    read!(on.store, |pool| {
        let update = sqlx::query("UPDATE _sqlx_migrations SET checksum = $1").bind(other);
        update.execute(pool).await.expect("the statement runs");
    });
    on.store.close().await;
    let error = on.open_again().await.expect_err("it is refused");
    assert!(matches!(error, StoreError::Foreign { step: 1 }), "{error:?}");
}

async fn a_closed_database_may_come_back(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    on.store.ping().await.expect("it is there");
    on.store.close().await;
    let errors = [
        on.store.ping().await.expect_err("no sign of life"),
        on.store.next_arrived(&one).await.expect_err("no reading"),
        on.store.receive(&me(), &one_room(&one, vec![]), NOW_MS).await.expect_err("no writing"),
        on.store.finish(1, &Turn::nothing(), NOW_MS).await.expect_err("no writing"),
    ];
    assert!(errors.iter().all(StoreError::may_pass), "{errors:?}");
}

async fn a_statement_that_is_refused_does_not_pass_by_itself(on: Backend) {
    // An account that never entered owns no rooms.
    let error = on.store.receive(&me(), &one_room(&room("one"), vec![]), NOW_MS).await.expect_err("it is refused");
    assert!(matches!(error, StoreError::Refused(_)), "{error:?}");
    assert!(!error.may_pass());
}

#[tokio::test]
async fn an_address_of_no_known_kind_is_a_fault_in_the_settings() {
    for address in ["", "mysql://localhost/schakel", "schakel.db", "Postgres://localhost/schakel"] {
        let error = Store::open(address, Path::new("no.key")).await.expect_err("it is refused");
        assert!(matches!(error, StoreError::Address), "{address}: {error:?}");
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_may_come_back() {
    // Port 1 of the loopback address belongs to nobody.
    let error =
        Store::open("postgres://nobody@127.0.0.1:1/schakel", Path::new("no.key")).await.expect_err("nobody listens");
    assert!(error.may_pass(), "{error:?}");
}

#[tokio::test]
async fn the_file_is_for_its_owner_alone() {
    let on = engine::sqlite().await;
    on.with_room(&room("one")).await;
    let file = on.file().expect("it is SQLite");
    let files = std::fs::read_dir(file.parent().expect("it lies in a folder")).expect("the folder is read");
    let modes: Vec<(String, u32)> = files
        .map(|file| file.expect("the folder is read"))
        .map(|file| (file.file_name().to_string_lossy().into_owned(), file.metadata().expect("it is there")))
        .map(|(name, metadata)| (name, metadata.permissions().mode() & 0o777))
        .collect();
    assert!(modes.iter().any(|(name, _)| name == "schakel.db"), "{modes:?}");
    assert!(modes.iter().all(|(_, mode)| *mode == 0o600), "{modes:?}");
}
