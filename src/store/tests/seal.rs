//! Claims about the seal: nothing that people said lies readable, a wrong key changes nothing, a rotation can be cut off
//! anywhere, and what is erased is gone.

use std::os::unix::fs::PermissionsExt as _;

use super::*;
use crate::domain::File;
use crate::domain::retention::RetentionTerms;
use crate::privacy::{KeyError, Keys};
use crate::store::{KeyAge, LIST_LASTS_MS};

claims!(
    what_is_said_cannot_be_read_in_the_tables,
    what_an_earlier_version_left_in_the_clear_is_sealed_at_opening,
    looking_at_a_database_changes_nothing,
    without_its_key_file_a_database_is_refused_unchanged,
    another_key_is_refused_unchanged,
    a_key_of_the_right_name_that_is_another_key_is_refused,
    a_key_file_that_others_can_read_is_refused_unchanged,
    the_keys_of_what_is_handled_and_sent_are_gone,
    choices_that_an_edit_gave_open_after_the_edit_is_out,
    after_a_rotation_everything_opens_with_the_new_key_alone,
    a_rotation_that_was_cut_off_after_the_new_key_goes_on,
    a_rotation_that_was_cut_off_in_the_middle_goes_on,
    a_rotation_that_was_cut_off_before_the_old_key_was_destroyed_goes_on,
    a_bot_that_runs_takes_up_the_new_key_by_itself,
    a_bot_that_sealed_with_a_key_that_is_gone_is_told_to_try_again,
    two_rotations_at_once_are_refused,
    an_erased_record_opens_no_more_and_asks_for_a_rotation,
    a_name_has_one_hash_that_says_nothing_of_it,
);

const PLANTED: &str = "zwanenburgwal-om-elf-uur";

/// All bytes of a table's column, one after the other.
async fn raw(on: &Backend, sql: &'static str) -> Vec<u8> {
    on.bytes(sql).await.into_iter().flatten().flatten().collect()
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// A room in which something was asked that is to be handled, and something else is to be sent.
async fn with_words(on: &Backend) -> RoomId {
    let one = room("one");
    on.with_room(&one).await;
    let file = File::new(PLANTED, PLANTED, vec![], Message::default()).map(Box::new);
    let list = Say { file, choices: vec![choice(PLANTED)], asked_by: Some(anna()), ..say(PLANTED) };
    on.do_in(&one, "asked", [Deed::Say(list)]).await;
    on.receive(one_room(&one, vec![readable(&one, PLANTED), unread("waits", PLANTED)])).await;
    one
}

/// What was put in by [`with_words`] comes out again.
async fn reads_all(store: &Store, one: &RoomId) {
    let (_, incoming) = store.next_arrived(one).await.expect("the inbox is read").expect("it is there");
    assert_eq!(incoming, message(one, PLANTED));
    let row = store.next_pending(one).await.expect("the outbox is read").expect("it is there");
    assert!(matches!(row.outgoing.deed, Deed::Say(said) if said.message.plain == PLANTED));
    let open = store.last_choices(one, &anna(), None).await.expect("the outbox is read").expect("it is there");
    assert_eq!(open.choices, [choice(PLANTED)]);
    assert_eq!(store.waiting(&me()).await.expect("the inbox is read").len(), 1);
}

async fn what_is_said_cannot_be_read_in_the_tables(on: Backend) {
    let one = with_words(&on).await;
    let columns = ["SELECT payload FROM inbox", "SELECT payload FROM outbox", "SELECT choices FROM outbox"];
    for sql in columns {
        let bytes = raw(&on, sql).await;
        assert!(bytes.len() > 50 && !holds(&bytes, PLANTED), "{sql}");
    }
    reads_all(&on.store, &one).await;
}

async fn what_an_earlier_version_left_in_the_clear_is_sealed_at_opening(on: Backend) {
    let one = with_words(&on).await;
    let incoming = serde_json::to_vec(&message(&one, PLANTED)).expect("it is JSON");
    let said = Say { choices: vec![choice(PLANTED)], asked_by: Some(anna()), ..say(PLANTED) };
    let choices = serde_json::to_vec(&said.choices).expect("it is JSON");
    let deed = serde_json::to_vec(&Deed::Say(said)).expect("it is JSON");
    on.damage("UPDATE inbox SET payload = $1 WHERE state = 'new'", &incoming).await;
    on.damage("UPDATE inbox SET payload = $1 WHERE state = 'waiting'", b"{}").await;
    on.damage("UPDATE outbox SET payload = $1, choices_by = NULL", &deed).await;
    on.damage("UPDATE outbox SET choices = $1", &choices).await;
    on.run("DELETE FROM record_key WHERE record LIKE 'inbox/%' OR record LIKE 'outbox/%'").await;
    on.store.close().await;
    let again = on.open_again().await.expect("it opens");
    reads_all(&again, &one).await;
    let sealed: Vec<Vec<u8>> =
        read!(again, |pool| sqlx::query_scalar("SELECT payload FROM inbox WHERE payload IS NOT NULL")
            .fetch_all(pool)
            .await
            .expect("the statement runs"));
    assert!(!holds(&sealed.concat(), PLANTED));
}

/// Opens with what is done to the key file, and expects to be refused with not a byte of the file changed.
async fn refused_unchanged(on: &Backend, spoil: impl FnOnce(&std::path::Path)) -> StoreError {
    with_words(on).await;
    on.store.close().await;
    let bytes = on.file().map(|file| std::fs::read(file).expect("the file is read"));
    let key = std::fs::read(on.key_file()).expect("the key file is read");
    spoil(&on.key_file());
    let spoilt = std::fs::read(on.key_file()).ok();
    let error = on.open_again().await.expect_err("it is refused");
    assert!(!error.may_pass(), "{error:?}");
    let after = on.file().map(|file| std::fs::read(file).expect("the file is read"));
    assert!(bytes == after, "not a byte of the database has changed");
    assert!(spoilt == std::fs::read(on.key_file()).ok(), "nor of the key file");
    std::fs::write(on.key_file(), key).expect("the key is put back");
    std::fs::set_permissions(on.key_file(), std::fs::Permissions::from_mode(0o600)).expect("set");
    reads_all(&on.open_again().await.expect("with its key it opens"), &room("one")).await;
    error
}

async fn looking_at_a_database_changes_nothing(on: Backend) {
    with_words(&on).await;
    on.store.close().await;
    let look = async || match Store::open_to_read(&on.url, &on.key_file()).await {
        Ok(Some(store)) => {
            reads_all(&store, &room("one")).await;
            store.close().await;
            Ok(true)
        }
        other => other.map(|store| store.is_some()),
    };
    let bytes = || on.file().map(|file| std::fs::read(file).expect("the file is read"));
    let before = bytes();
    assert!(look().await.expect("it would open"));
    let key = std::fs::read(on.key_file()).expect("the key file is read");
    std::fs::remove_file(on.key_file()).expect("removed");
    assert!(matches!(look().await, Err(StoreError::KeyMissing(_))));
    assert!(!on.key_file().exists());
    std::fs::write(on.key_file(), &key).expect("written");
    std::fs::set_permissions(on.key_file(), std::fs::Permissions::from_mode(0o644)).expect("set");
    assert!(matches!(look().await, Err(StoreError::KeyFile(KeyError::Open(_)))));
    std::fs::set_permissions(on.key_file(), std::fs::Permissions::from_mode(0o600)).expect("set");
    assert!(before == bytes(), "not a byte of the file has changed");
    reads_all(&on.open_again().await.expect("it opens"), &room("one")).await;
}

async fn without_its_key_file_a_database_is_refused_unchanged(on: Backend) {
    let error = refused_unchanged(&on, |path| std::fs::remove_file(path).expect("removed")).await;
    assert!(matches!(error, StoreError::KeyMissing(_)), "{error:?}");
}

async fn another_key_is_refused_unchanged(on: Backend) {
    let error = refused_unchanged(&on, |path| Keys::new().write(path).expect("written")).await;
    assert!(matches!(error, StoreError::KeyWrong(_)), "{error:?}");
}

async fn a_key_of_the_right_name_that_is_another_key_is_refused(on: Backend) {
    let error = refused_unchanged(&on, |path| {
        let text = std::fs::read_to_string(path).expect("read");
        let (head, key) = text.trim_end().rsplit_once(' ').expect("name = key");
        std::fs::write(path, format!("{head} {}\n", key.chars().rev().collect::<String>())).expect("written");
    })
    .await;
    assert!(matches!(error, StoreError::KeyWrong(_)), "{error:?}");
}

async fn a_key_file_that_others_can_read_is_refused_unchanged(on: Backend) {
    let error = refused_unchanged(&on, |path| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o644)).expect("set");
    })
    .await;
    assert!(matches!(error, StoreError::KeyFile(KeyError::Open(_))), "{error:?}");
}

async fn the_keys_of_what_is_handled_and_sent_are_gone(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let before = on.numbers("SELECT COUNT(*) FROM record_key").await;
    let rows = on.do_in(&one, "q", [Deed::Say(say("a")), Deed::Say(say("b"))]).await;
    on.store.sent(rows[0], &event("out")).await.expect("the row is marked");
    on.store.give_up(rows[1]).await.expect("the row is marked");
    assert_eq!(on.numbers("SELECT COUNT(*) FROM record_key").await, before);
}

async fn choices_that_an_edit_gave_open_after_the_edit_is_out(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let list = Say { choices: vec![choice("1")], asked_by: Some(anna()), ..say("a") };
    let said = on.do_in(&one, "q", [Deed::Say(list)]).await;
    on.store.sent(said[0], &event("out")).await.expect("the row is marked");
    let edit = Deed::Edit { row: said[0], message: say("b").message, choices: vec![choice("2")], reach: None };
    let edited = on.do_in(&one, "r", [edit]).await;
    on.store.sent(edited[0], &event("edit")).await.expect("the row is marked");
    on.store.prune(NOW_MS + 1, &RetentionTerms::default()).await.expect("pruned");
    let open = on.store.last_choices(&one, &anna(), None).await.expect("the outbox is read").expect("it is open");
    assert_eq!(open.choices, [choice("2")]);
    on.store.prune(NOW_MS + LIST_LASTS_MS + 1, &RetentionTerms::default()).await.expect("pruned");
    assert_eq!(on.numbers("SELECT COUNT(*) FROM record_key WHERE record LIKE 'outbox/%'").await, [0]);
}

/// The names of the master keys in the file and in the database.
async fn masters(on: &Backend) -> (Vec<String>, Vec<Option<String>>) {
    let keys = Keys::read(&on.key_file()).expect("it is sound").expect("it is there");
    (keys.names().map(str::to_owned).collect(), on.texts("SELECT name FROM master_key ORDER BY name").await)
}

/// The rotation ended as it should: one new key, and everything opens with it.
async fn rotated(on: &Backend, old: &str) {
    let (file, database) = masters(on).await;
    assert_eq!(file.len(), 1);
    assert_ne!(file[0], old);
    assert_eq!(database, [Some(file[0].clone())]);
    let again = on.open_again().await.expect("it opens");
    reads_all(&again, &room("one")).await;
    assert_eq!(again.key_age().await.expect("it is read"), KeyAge::default());
}

async fn after_a_rotation_everything_opens_with_the_new_key_alone(on: Backend) {
    with_words(&on).await;
    let old = masters(&on).await.0.remove(0);
    let mut told = 0;
    let count = on.store.rotate_keys(NOW_MS, |done| told = done).await.expect("it rotates");
    assert!(count >= 4 && told == count, "{count}, {told}");
    rotated(&on, &old).await;
}

/// Begins a rotation as a process would that is killed right after writing the new key file.
fn begin_rotation(on: &Backend) -> String {
    let keys = Keys::read(&on.key_file()).expect("it is sound").expect("it is there");
    let old = keys.current().to_owned();
    keys.with_next().write(&on.key_file()).expect("written");
    old
}

async fn a_rotation_that_was_cut_off_after_the_new_key_goes_on(on: Backend) {
    with_words(&on).await;
    let old = begin_rotation(&on);
    let new = masters(&on).await.0.remove(1);
    let again = on.open_again().await.expect("it opens with both");
    reads_all(&again, &room("one")).await;
    assert!(again.key_age().await.expect("it is read").rotating, "and says that a rotation waits");
    on.receive(one_room(&room("one"), vec![readable(&room("one"), "meanwhile")])).await;
    again.rotate_keys(NOW_MS, |_| ()).await.expect("it rotates");
    assert_eq!(masters(&on).await.0, [new], "no third key is made");
    rotated(&on, &old).await;
}

async fn a_rotation_that_was_cut_off_in_the_middle_goes_on(on: Backend) {
    with_words(&on).await;
    let old = begin_rotation(&on);
    // One key is wrapped anew, as after the first batch.
    let keys = Keys::read(&on.key_file()).expect("it is sound").expect("it is there").using_next();
    read!(on.store, |pool| {
        let known = sqlx::query("INSERT INTO master_key (name, made_ms) VALUES ($1, 1)").bind(keys.current());
        known.execute(pool).await.map(|_| ()).expect("the statement runs");
    });
    keys.write(&on.key_file()).expect("written");
    let again = on.open_again().await.expect("it opens");
    let names = again.record_key("hash/names").await.expect("read").expect("it is there");
    let wrapped = keys.wrap("hash/names", &names);
    read!(again, |pool| {
        let update = sqlx::query("UPDATE record_key SET master = $1, wrapped = $2 WHERE record = 'hash/names'");
        update.bind(&wrapped.master).bind(&wrapped.bytes).execute(pool).await.map(|_| ()).expect("the statement runs");
    });
    on.open_again().await.expect("it opens in the middle").rotate_keys(NOW_MS, |_| ()).await.expect("it rotates");
    rotated(&on, &old).await;
}

async fn a_rotation_that_was_cut_off_before_the_old_key_was_destroyed_goes_on(on: Backend) {
    with_words(&on).await;
    let old = begin_rotation(&on);
    let both = std::fs::read(on.key_file()).expect("the key file is read");
    on.store.rotate_keys(NOW_MS, |_| ()).await.expect("it rotates");
    std::fs::write(on.key_file(), both).expect("the last step never was");
    on.open_again().await.expect("it opens").rotate_keys(NOW_MS, |_| ()).await.expect("it rotates");
    rotated(&on, &old).await;
}

async fn a_bot_that_runs_takes_up_the_new_key_by_itself(on: Backend) {
    let one = with_words(&on).await;
    let other = on.open_again().await.expect("an operator's process opens it, too");
    other.rotate_keys(NOW_MS, |_| ()).await.expect("it rotates");
    reads_all(&on.store, &one).await;
    on.receive(one_room(&one, vec![readable(&one, "new")])).await;
    let current = masters(&on).await.0;
    let used = on.texts("SELECT DISTINCT master FROM record_key WHERE master IS NOT NULL").await;
    assert_eq!(used, [Some(current[0].clone())]);
}

async fn a_bot_that_sealed_with_a_key_that_is_gone_is_told_to_try_again(on: Backend) {
    let one = with_words(&on).await;
    let (key, wrapped) = on.store.new_record_key("inbox/$late");
    on.store.rotate_keys(NOW_MS, |_| ()).await.expect("it rotates");
    let keep = async || -> Result<(), StoreError> {
        write!(on.store, |tx| {
            crate::store::seal::keep_key!(tx, "inbox/$late", wrapped);
        });
        Ok(())
    };
    let error = keep().await.expect_err("the key is gone");
    assert!(matches!(error, StoreError::KeyRotated) && error.may_pass(), "{error:?}");
    drop(key);
    on.receive(one_room(&one, vec![readable(&one, "late")])).await;
}

async fn two_rotations_at_once_are_refused(on: Backend) {
    with_words(&on).await;
    let folder = on.key_file().parent().expect("it lies in a folder").to_path_buf();
    let held = std::fs::File::open(folder).expect("opened");
    held.try_lock().expect("locked as a rotation does");
    let error = on.store.rotate_keys(NOW_MS, |_| ()).await.expect_err("it is refused");
    assert!(matches!(error, StoreError::Rotating), "{error:?}");
    assert_eq!(masters(&on).await.0.len(), 1, "nothing has changed");
}

async fn an_erased_record_opens_no_more_and_asks_for_a_rotation(on: Backend) {
    with_words(&on).await;
    let (_, wrapped) = on.store.new_record_key("agreement/AF-2026-k7qd");
    let keep = async || -> Result<(), StoreError> {
        write!(on.store, |tx| {
            crate::store::seal::keep_key!(tx, "agreement/AF-2026-k7qd", wrapped);
        });
        Ok(())
    };
    keep().await.expect("kept");
    assert!(on.store.record_key("agreement/AF-2026-k7qd").await.expect("read").is_some());
    assert!(on.store.erase_record("agreement/AF-2026-k7qd", NOW_MS).await.expect("erased"));
    assert!(on.store.record_key("agreement/AF-2026-k7qd").await.expect("read").is_none());
    assert!(!on.store.erase_record("agreement/AF-2026-k7qd", NOW_MS + 1).await.expect("no error"), "once only");
    assert!(!on.store.erase_record("agreement/AF-2026-none", NOW_MS).await.expect("no error"));
    assert_eq!(on.store.erasures().await.expect("read"), [("agreement/AF-2026-k7qd".to_owned(), NOW_MS)]);
    assert_eq!(on.store.key_age().await.expect("read").erased_since_ms, Some(NOW_MS));
    on.store.rotate_keys(NOW_MS + 2, |_| ()).await.expect("it rotates");
    assert_eq!(on.store.key_age().await.expect("read").erased_since_ms, None);
}

async fn a_name_has_one_hash_that_says_nothing_of_it(on: Backend) {
    let hash = async |kind, name| on.store.name_hash(kind, name).await.expect("hashed");
    let first = hash("alias", "de kade").await;
    assert_eq!(first, hash("alias", "de kade").await);
    assert_ne!(first, hash("alias", "de kaden").await);
    assert_ne!(first, hash("team", "de kade").await);
    on.store.rotate_keys(NOW_MS, |_| ()).await.expect("it rotates");
    assert_eq!(first, hash("alias", "de kade").await, "a rotation does not lose it");
}

#[tokio::test]
async fn the_key_of_an_erased_record_lies_in_no_file_any_more() {
    let on = engine::sqlite().await;
    let (_, wrapped) = on.store.new_record_key("agreement/west/AF-2026-k7qd");
    let keep = async || -> Result<(), StoreError> {
        write!(on.store, |tx| {
            crate::store::seal::keep_key!(tx, "agreement/west/AF-2026-k7qd", wrapped);
        });
        Ok(())
    };
    keep().await.expect("kept");
    let files_with_it = || {
        let folder = on.file().expect("it is SQLite").parent().expect("it lies in a folder").to_path_buf();
        let files = std::fs::read_dir(folder).expect("the folder is read").map(|file| file.expect("read").path());
        let bytes = files.map(|file| std::fs::read(file).expect("the file is read"));
        bytes.filter(|bytes| bytes.windows(wrapped.bytes.len()).any(|window| window == wrapped.bytes)).count()
    };
    assert!(files_with_it() > 0, "it can be found as long as it is there");
    on.store.erase_record("agreement/west/AF-2026-k7qd", NOW_MS).await.expect("erased");
    assert_eq!(files_with_it(), 0, "neither in the file, nor in freed pages, nor in the log");
}
