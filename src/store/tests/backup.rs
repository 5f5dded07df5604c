//! Claims about backups: whole or refused, useless without the master key, and put back so that nothing happens twice.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use super::copy::filled;
use super::*;
use crate::domain::{DialogueChange, DialogueStep, DueChange, DueKind, KeptForm, TeamId};
use crate::privacy::Keys;
use crate::store::{BackupError, Restored, Standing, restore};

claims!(
    a_backup_brings_everything_back_and_ends_what_was_under_way,
    a_backup_of_either_engine_can_be_rehearsed_on_sqlite,
    a_backup_tells_nothing_without_the_master_key,
    a_backup_that_is_not_whole_is_refused_and_nothing_is_changed,
    a_backup_under_another_key_is_refused_and_nothing_is_changed,
    a_backup_is_not_put_over_anything,
    what_was_erased_since_does_not_come_back,
    a_backup_made_while_others_write_is_one_moment,
    what_has_been_due_since_ends_and_who_is_in_a_dialogue_is_told,
);

const LATER_MS: i64 = NOW_MS + 3_600_000;

async fn backed_up(on: &Backend) -> PathBuf {
    let path = on.folder().join("backup");
    on.store.back_up(&path, NOW_MS + 60_000, |_| {}).await.expect("it is written");
    path
}

async fn put_back(on: &Backend, path: &Path, url: &str) -> Result<Restored, BackupError> {
    restore(path, url, &on.key_file(), &[], LATER_MS, |_| {}).await
}

async fn a_backup_brings_everything_back_and_ends_what_was_under_way(on: Backend) {
    filled(&on).await;
    let path = backed_up(&on).await;
    assert_eq!(path.metadata().expect("it is there").permissions().mode() & 0o777, 0o600);
    let url = on.new_address();
    let restored = put_back(&on, &path, &url).await.expect("it is put back");
    assert_eq!(restored.made_ms, NOW_MS + 60_000);
    let kinds = |kind| restored.ended.iter().filter(|ended| ended.kind == kind).count();
    assert_eq!(
        (kinds("a message"), kinds("a message that was not handled yet")),
        (2, 452),
        "{:?}",
        restored.ended.len()
    );
    assert!(restored.ended.iter().all(|ended| ended.place == "!one:example.org" && ended.since_ms == NOW_MS));
    let store = Store::open(&url, &on.key_file()).await.expect("it opens");
    let one = room("one");
    assert_eq!(store.next_arrived(&one).await.expect("the inbox is read"), None);
    assert!(store.next_pending(&one).await.expect("the outbox is read").is_none());
    assert_eq!(store.waiting(&me()).await.expect("the inbox is read"), []);
    assert_eq!(store.standing(1).await.expect("the row is read"), Standing::Ended);
    let known = store.entered(&[event("asked"), event("later")]).await.expect("the ids are read");
    assert_eq!(known, [event("asked"), event("later")].into(), "what came in once stays known");
    assert_eq!(store.person_language(&anna()).await.expect("it is read"), Some(crate::domain::Language::English));
    // The next start is another device, and only what comes from now on is for it.
    assert_eq!(store.former_device(&me()).await.expect("it is read").as_deref(), Some("DEVICE"));
    assert_eq!(store.sync_mark(&me()).await.expect("it is read"), None);
    assert_eq!(store.enter(&me(), "NEW", LATER_MS + 1).await.expect("it enters"), LATER_MS);
    store.former_device_gone(&me()).await.expect("it is written");
    assert_eq!(store.former_device(&me()).await.expect("it is read"), None);
    assert_eq!(store.former_device(&other_bot()).await.expect("it is read").as_deref(), Some("OTHER"));
}

/// So a restore is rehearsed in a folder, with no server.
async fn a_backup_of_either_engine_can_be_rehearsed_on_sqlite(on: Backend) {
    filled(&on).await;
    let path = backed_up(&on).await;
    let url = format!("sqlite:{}", on.folder().join("rehearsal.db").display());
    put_back(&on, &path, &url).await.expect("it is put back");
    let store = Store::open(&url, &on.key_file()).await.expect("it opens");
    let known = store.entered(&[event("asked"), event("later")]).await.expect("the ids are read");
    assert_eq!(known, [event("asked"), event("later")].into());
    assert_eq!(store.person_language(&anna()).await.expect("it is read"), Some(crate::domain::Language::English));
}

async fn a_backup_tells_nothing_without_the_master_key(on: Backend) {
    filled(&on).await;
    let bytes = std::fs::read(backed_up(&on).await).expect("it is read");
    for text in ["wat er gezegd is", "vraag", "anna", "example.org", "DEVICE", "outbox"] {
        assert!(!bytes.windows(text.len()).any(|window| window == text.as_bytes()), "{text} can be read");
    }
    let keys = std::fs::read_to_string(on.key_file()).expect("the key file is read");
    let key = keys.lines().find_map(|line| line.split_once(" = ")).expect("it holds a key").1.to_owned();
    assert!(!bytes.windows(key.len()).any(|window| window == key.as_bytes()), "the master key is not in it");
}

/// Tries to put a file back, and finds the database as empty as before.
async fn refused(on: &Backend, path: &Path, url: &str) -> BackupError {
    let error = put_back(on, path, url).await.expect_err("it is refused");
    let file = url.strip_prefix("sqlite:");
    assert!(file.is_none_or(|file| !Path::new(file).exists()), "not even a file was made");
    error
}

async fn a_backup_that_is_not_whole_is_refused_and_nothing_is_changed(on: Backend) {
    filled(&on).await;
    let path = backed_up(&on).await;
    let whole = std::fs::read(&path).expect("it is read");
    let url = on.new_address();
    for length in [20, whole.len() / 2, whole.len() - 1] {
        std::fs::write(&path, &whole[..length]).expect("written");
        assert!(matches!(refused(&on, &path, &url).await, BackupError::CutOff(_)), "cut off at {length}");
    }
    std::fs::write(&path, b"").expect("written");
    assert!(matches!(refused(&on, &path, &url).await, BackupError::NoBackup(_)));
    for at in (15..whole.len()).step_by(whole.len() / 40) {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        std::fs::write(&path, bytes).expect("written");
        // A changed length can look like an early end, a changed name of the key like another key.
        refused(&on, &path, &url).await;
    }
    let longer = [&whole[..], &[0]].concat();
    std::fs::write(&path, longer).expect("written");
    assert!(matches!(refused(&on, &path, &url).await, BackupError::Damaged(_)), "something follows");
    let at = whole.windows(10).position(|window| window == b"\"format\":1").expect("the header is in the clear");
    let mut newer = whole.clone();
    newer[at + 9] = b'9';
    std::fs::write(&path, newer).expect("written");
    let error = refused(&on, &path, &url).await;
    assert!(error.to_string().contains("is newer than this one: install that version"), "{error}");
    std::fs::write(&path, &whole).expect("written");
    put_back(&on, &path, &url).await.expect("the whole one is put back");
}

async fn a_backup_under_another_key_is_refused_and_nothing_is_changed(on: Backend) {
    filled(&on).await;
    let path = backed_up(&on).await;
    let right = Keys::read(&on.key_file()).expect("it is sound").expect("it is there");
    Keys::new().write(&on.key_file()).expect("written");
    let url = on.new_address();
    let error = refused(&on, &path, &url).await;
    assert!(matches!(error, BackupError::WrongKey { .. }), "{error}");
    assert!(error.to_string().contains("put that key file back"), "{error}");
    std::fs::remove_file(on.key_file()).expect("removed");
    let error = refused(&on, &path, &url).await;
    assert!(matches!(error, BackupError::Store(StoreError::KeyMissing(_))), "{error}");
    right.write(&on.key_file()).expect("written");
    put_back(&on, &path, &url).await.expect("with the right key it is put back");
}

async fn a_backup_is_not_put_over_anything(on: Backend) {
    filled(&on).await;
    let path = backed_up(&on).await;
    let before = on.numbers("SELECT COUNT(*) FROM inbox").await;
    assert!(matches!(put_back(&on, &path, &on.url).await, Err(BackupError::NotEmpty)));
    assert_eq!(on.numbers("SELECT COUNT(*) FROM inbox").await, before);
    assert!(on.store.next_pending(&room("one")).await.expect("the outbox is read").is_some(), "nothing was ended");
}

async fn what_was_erased_since_does_not_come_back(on: Backend) {
    on.with_room(&room("one")).await;
    for name in ["agreement/AF-2026-k7qd", "agreement/AF-2026-w4tz"] {
        let (_, wrapped) = on.store.new_record_key(name);
        let kept = async {
            write!(on.store, |tx| {
                crate::store::seal::keep_key!(tx, name, wrapped);
            });
            Ok::<(), StoreError>(())
        };
        kept.await.expect("it is kept");
    }
    let path = backed_up(&on).await;
    assert!(on.store.erase_record("agreement/AF-2026-k7qd", LATER_MS).await.expect("erased"));
    let mut erasures = on.store.erasures().await.expect("read");
    erasures.push(("agreement/AF-2026-made-after".to_owned(), LATER_MS));
    let url = on.new_address();
    let restored = restore(&path, &url, &on.key_file(), &erasures, LATER_MS, |_| {}).await.expect("put back");
    assert_eq!(restored.erased, 1);
    let store = Store::open(&url, &on.key_file()).await.expect("it opens");
    assert!(store.record_key("agreement/AF-2026-k7qd").await.expect("read").is_none());
    assert!(store.record_key("agreement/AF-2026-w4tz").await.expect("read").is_some());
    assert_eq!(store.erasures().await.expect("read"), [("agreement/AF-2026-k7qd".to_owned(), LATER_MS)]);
}

async fn a_backup_made_while_others_write_is_one_moment(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let path = on.folder().join("backup");
    let on = std::sync::Arc::new(on);
    let writing = tokio::spawn({
        let (on, one) = (std::sync::Arc::clone(&on), one.clone());
        async move {
            for number in 0..300 {
                // Inbox row and outbox row are written together.
                on.do_in(&one, &format!("w{number}"), [Deed::Say(say("a"))]).await;
            }
        }
    });
    while on.numbers("SELECT COUNT(*) FROM outbox").await[0] < 50 {
        tokio::task::yield_now().await;
    }
    on.store.back_up(&path, NOW_MS, |_| {}).await.expect("it is written");
    let during = on.numbers("SELECT COUNT(*) FROM outbox").await[0];
    writing.await.expect("it is written");
    let url = on.new_address();
    restore(&path, &url, &on.key_file(), &[], LATER_MS, |_| {}).await.expect("it is put back");
    let store = Store::open(&url, &on.key_file()).await.expect("it opens");
    let counts = "SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'done'), (SELECT COUNT(*) FROM outbox)";
    let (done, said): (i64, i64) =
        read!(store, |pool| sqlx::query_as(counts).fetch_one(pool).await).expect("they are counted");
    assert!((50..=during).contains(&said), "{said} of {during}");
    // The row that was in the middle of being handled has been ended.
    assert!(done == said || done == said + 1, "{done} handled, {said} said");
}

async fn what_has_been_due_since_ends_and_who_is_in_a_dialogue_is_told(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    on.receive(one_room(&one, vec![readable(&one, "a")])).await;
    let (seq, _) = on.store.next_arrived(&one).await.expect("the inbox is read").expect("it is there");
    let due = |kind, subject: &str, at_ms| {
        Change::Due(DueChange { account: me(), kind, subject: subject.to_owned(), at_ms: Some(at_ms) })
    };
    let form = KeptForm { name: "form".to_owned(), json: "{}".to_owned() };
    let step = DialogueStep::Begun { team: TeamId::new("west"), form, draft: "{}".to_owned() };
    let begun = DialogueChange { id: "d1".to_owned(), account: me(), person: anna(), seen: 0, step };
    let changes = vec![
        Change::Dialogue(begun),
        due(DueKind::SignalUntaken, "past", NOW_MS + 1),
        due(DueKind::SignalFeedback, "to come", LATER_MS + 1),
    ];
    assert!(on.store.finish(seq, &Turn { changes, out: vec![] }, NOW_MS).await.expect("the row ends"));
    let url = on.new_address();
    let restored = put_back(&on, &backed_up(&on).await, &url).await.expect("it is put back");
    let ended: Vec<(&str, &str)> = restored.ended.iter().map(|ended| (ended.place.as_str(), ended.kind)).collect();
    assert_eq!(ended, [("signal_untaken past", "something that was due")]);
    let store = Store::open(&url, &on.key_file()).await.expect("it opens");
    let due = store.due(&me(), LATER_MS + 1, 10).await.expect("it is read");
    let due: Vec<(DueKind, &str)> = due.iter().map(|due| (due.kind, due.subject.as_str())).collect();
    assert_eq!(due, [(DueKind::DialogueRestored, "d1"), (DueKind::SignalFeedback, "to come")]);
}
