//! Putting a backup back, on a new machine: everything is filled in one transaction, and what was under way when the backup
//! was made is ended, for it has happened since or is too old. The next start makes a new device; see `former_device`.

use std::path::Path;

use super::backup::{BackupError, Item, Reader};
use super::copy::{Layout, Value, Whole, on};
use super::{Pool, Store, StoreError, outbox, read, write};
use crate::domain::{Deed, UserId};
use crate::privacy::{Keys, Wrapped};

/// Rows that are written at a time.
const BATCH: usize = 200;

/// What was restored, and what was ended.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Restored {
    /// When the backup was made, in milliseconds since 1970.
    pub made_ms: i64,
    /// How many rows it held.
    pub rows: u64,
    /// How many of the records that were erased since were in it, and are erased again.
    pub erased: u64,
    /// What was under way, oldest first; no content.
    pub ended: Vec<Ended>,
}

/// Something that was under way when the backup was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// Which room, or which person for what was to be said in private.
    pub place: String,
    /// When it came or was decided, in milliseconds since 1970.
    pub since_ms: i64,
    /// What it was.
    pub kind: &'static str,
}

/// Puts a backup into the empty database of this address. `erasures` are the records that were erased since, and when. `done`
/// hears how many rows are written. The file is read to its end first; when anything is wrong nothing is changed.
pub async fn restore(
    path: &Path,
    url: &str,
    key_file: &Path,
    erasures: &[(String, i64)],
    now_ms: i64,
    mut done: impl FnMut(u64),
) -> Result<Restored, BackupError> {
    let (keys, mut reader) = checked(path, key_file)?;
    let pool = Pool::connect(url).await?;
    let mut whole = Whole::writing(&pool).await?;
    whole.prepare(Some(reader.header.step)).await?.ok_or(BackupError::NotEmpty)?;
    let mut restored = Restored { made_ms: reader.header.made_ms, ..Restored::default() };
    let mut table = Layout::default();
    let mut batch = Vec::new();
    loop {
        let item = reader.next()?;
        let goes_on = matches!(item, Item::Row(_));
        if batch.len() == BATCH || (!goes_on && !batch.is_empty()) {
            whole.insert(&table, &batch).await?;
            restored.rows += batch.len() as u64;
            done(restored.rows);
            batch.clear();
        }
        match item {
            Item::Row(mut row) => {
                if table.name == "record_key" {
                    restored.erased += u64::from(erase(&table, &mut row, erasures));
                }
                batch.push(row);
            }
            Item::Table(next, counter) => {
                whole.set_counter(&next, counter).await?;
                table = next;
            }
            Item::End => break,
        }
    }
    whole.migrate(None).await?;
    restored.ended = end_what_was_under_way(&mut whole, &keys, now_ms).await?;
    let sql = "UPDATE account SET sync_mark = NULL, former_device_id = device_id, device_id = NULL, restored_ms = $1";
    on!(&mut whole, |tx| sqlx::query(sql).bind(now_ms).execute(tx).await.map(|_| ()).map_err(StoreError::from)?);
    whole.commit().await?;
    pool.close().await;
    Ok(restored)
}

/// Reads a backup to its end without touching anything; gives it ready to be read again.
fn checked(path: &Path, key_file: &Path) -> Result<(Keys, Reader), BackupError> {
    let keys = Keys::read(key_file).map_err(StoreError::from)?;
    let keys = keys.ok_or_else(|| StoreError::KeyMissing(key_file.to_path_buf()))?;
    let newest = super::sqlite::MIGRATIONS.iter().map(|step| step.version).max().unwrap_or(0);
    let mut reader = Reader::open(path, &keys, key_file, newest)?;
    let mut of_keys = false;
    loop {
        match reader.next()? {
            Item::End => break,
            Item::Table(table, _) => of_keys = table.name == "master_key",
            // Made in the middle of a rotation: records are wrapped with a key besides the one of the file.
            Item::Row(row) if of_keys => {
                if let Some(Value::Text(master)) = row.first()
                    && !keys.names().any(|name| name == master)
                {
                    let (path, key_file) = (path.to_path_buf(), key_file.to_path_buf());
                    return Err(BackupError::WrongKey { path, master: master.clone(), key_file });
                }
            }
            Item::Row(_) => {}
        }
    }
    let reader = Reader::open(path, &keys, key_file, newest)?;
    Ok((keys, reader))
}

/// Takes the key out of the row of a record that was erased since, before it is written anywhere. True when it had one.
fn erase(table: &Layout, row: &mut [Value], erasures: &[(String, i64)]) -> bool {
    let place = |column| table.columns.iter().position(|(name, _)| name == column);
    let (Some(record), Some(master), Some(wrapped), Some(erased)) =
        (place("record"), place("master"), place("wrapped"), place("erased_ms"))
    else {
        return false;
    };
    let found = erasures.iter().find(|(name, _)| matches!(&row[record], Value::Text(record) if record == name));
    let Some((_, erased_ms)) = found.filter(|_| row[wrapped] != Value::Null) else { return false };
    (row[master], row[wrapped], row[erased]) = (Value::Null, Value::Null, Value::Number(*erased_ms));
    true
}

/// Ends what was to be handled or sent, and tells what it was.
async fn end_what_was_under_way(whole: &mut Whole, keys: &Keys, now_ms: i64) -> Result<Vec<Ended>, StoreError> {
    type Unsent = (String, String, i64, Option<Vec<u8>>, Option<String>, Option<Vec<u8>>);
    let sql =
        "SELECT outbox.room_id, outbox.key, outbox.created_ms, outbox.payload, record_key.master, record_key.wrapped
         FROM outbox LEFT JOIN record_key ON record_key.record = 'outbox/' || outbox.key
         WHERE outbox.state = 'pending'";
    let unsent: Vec<Unsent> = on!(whole, |tx| sqlx::query_as(sql).fetch_all(tx).await?);
    let mut ended: Vec<Ended> = unsent
        .into_iter()
        .map(|(place, key, since_ms, payload, master, wrapped)| {
            let kind = kind_of(keys, &key, payload, master, wrapped);
            Ended { place, since_ms, kind }
        })
        .collect();
    let others = [
        ("SELECT room_id, received_ms FROM inbox WHERE state <> 'done'", "a message that was not handled yet"),
        ("SELECT person, created_ms FROM private_say", "a message in private"),
    ];
    for (sql, kind) in others {
        let rows: Vec<(String, i64)> = on!(whole, |tx| sqlx::query_as(sql).fetch_all(tx).await?);
        ended.extend(rows.into_iter().map(|(place, since_ms)| Ended { place, since_ms, kind }));
    }
    for sql in END {
        on!(whole, |tx| sqlx::query(sql).execute(tx).await.map(|_| ())?);
    }
    // What has been due since then may have been done. That somebody is asked how they are is nobody's to read, and what was said
    // there is taken back whatever happens.
    let sql = "SELECT kind || ' ' || subject, at_ms FROM due WHERE at_ms <= $1 AND kind NOT LIKE 'check_in%'";
    let due: Vec<(String, i64)> = on!(whole, |tx| sqlx::query_as(sql).bind(now_ms).fetch_all(tx).await?);
    let kind = "something that was due";
    ended.extend(due.into_iter().map(|(place, since_ms)| Ended { place, since_ms, kind }));
    for sql in DUE {
        on!(whole, |tx| sqlx::query(sql).bind(now_ms).execute(tx).await.map(|_| ())?);
    }
    ended.sort_by_key(|ended| ended.since_ms);
    Ok(ended)
}

/// What ends the work that has been due since, and has everybody who is in a dialogue told what may be lost; `$1` is now.
const DUE: [&str; 2] = [
    "DELETE FROM due WHERE at_ms <= $1 AND kind NOT LIKE 'check_in%'",
    "INSERT INTO due (account, kind, subject, at_ms) SELECT account, 'dialogue_restored', dialogue_id, $1 FROM dialogue",
];

/// What ends everything that is under way.
const END: [&str; 6] = [
    "DELETE FROM record_key WHERE record IN (SELECT 'outbox/' || key FROM outbox WHERE state = 'pending')
     AND record NOT IN (SELECT 'outbox/' || choices_by FROM outbox WHERE state <> 'pending' AND choices_by IS NOT NULL)",
    "UPDATE outbox SET state = 'failed', payload = NULL, choices = NULL, choices_by = NULL WHERE state = 'pending'",
    "DELETE FROM record_key WHERE record IN (SELECT 'inbox/' || event_id FROM inbox WHERE state <> 'done')",
    "UPDATE inbox SET state = 'done', payload = NULL, session_id = NULL WHERE state <> 'done'",
    "DELETE FROM record_key WHERE record IN (SELECT 'private_say/' || name FROM private_say)",
    "DELETE FROM private_say",
];

fn kind_of(
    keys: &Keys,
    key: &str,
    payload: Option<Vec<u8>>,
    master: Option<String>,
    wrapped: Option<Vec<u8>>,
) -> &'static str {
    let open = || {
        let wrapped = Wrapped { master: master?, bytes: wrapped? };
        let record_key = keys.unwrap(&outbox::record_of(key), &wrapped).ok()?;
        let payload = record_key.open(outbox::payload_place(key), &payload?).ok()?;
        serde_json::from_slice::<Deed>(&payload).ok()
    };
    match open() {
        Some(Deed::Edit { .. }) => "a change of an earlier message",
        Some(Deed::Redact { .. } | Deed::RedactTheirs { .. }) => "the removal of an earlier message",
        Some(Deed::Say(say)) if say.file.is_some() => "a message with a file",
        Some(Deed::Say(_)) | None => "a message",
    }
}

impl Store {
    /// The device that the account had when it was put back from a backup, as long as it has not been logged out.
    pub async fn former_device(&self, account: &UserId) -> Result<Option<String>, StoreError> {
        Ok(read!(self, |pool| {
            sqlx::query_scalar::<_, Option<String>>("SELECT former_device_id FROM account WHERE user_id = $1")
                .bind(account.as_str())
                .fetch_optional(pool)
                .await?
                .flatten()
        }))
    }

    /// That device is logged out.
    pub async fn former_device_gone(&self, account: &UserId) -> Result<(), StoreError> {
        write!(self, |tx| {
            sqlx::query("UPDATE account SET former_device_id = NULL WHERE user_id = $1")
                .bind(account.as_str())
                .execute(&mut *tx)
                .await?;
        });
        Ok(())
    }

    /// The accounts that work on this database.
    pub async fn accounts(&self) -> Result<Vec<UserId>, StoreError> {
        let accounts: Vec<String> = read!(self, |pool| {
            sqlx::query_scalar("SELECT user_id FROM account ORDER BY user_id").fetch_all(pool).await?
        });
        Ok(accounts.into_iter().map(UserId::new).collect())
    }
}
