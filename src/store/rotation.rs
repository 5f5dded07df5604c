//! The rotation of the master key, and erasing. Both can be cut off at any point: the key file holds the old key and the new
//! one until nothing in the database is wrapped with the old one any more, and whatever was done is not done again.

use std::path::Path;

use super::{Pool, Store, StoreError, read, write};
use crate::failpoint;
use crate::privacy::{Keys, Wrapped};

/// Keys wrapped anew in one transaction.
const BATCH: i64 = 500;

/// How it stands with erasures and the master key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct KeyAge {
    /// When the first record was erased after the master key was made, in milliseconds since 1970: older copies of it stay
    /// readable to whoever has that key, until it is rotated and destroyed.
    pub erased_since_ms: Option<i64>,
    /// A rotation was begun and is not finished.
    pub rotating: bool,
}

/// Overwrites the key of a record within a transaction. How many keys that were: none for a record that there is not.
macro_rules! erase {
    ($tx:ident, $record:expr, $now_ms:expr) => {
        sqlx::query(
            "UPDATE record_key SET master = NULL, wrapped = NULL, erased_ms = $2
             WHERE record = $1 AND erased_ms IS NULL",
        )
        .bind(&$record[..])
        .bind($now_ms)
        .execute(&mut *$tx)
        .await?
        .rows_affected()
    };
}
pub(super) use erase;

impl Store {
    /// Rotates the master key: makes a new one, wraps the keys of all records anew, and destroys the old one. `done` hears how
    /// many are wrapped anew so far. A rotation that was cut off is finished with the key that it had made. Bots may run
    /// meanwhile; those that read the same key file take up the new key by themselves.
    pub async fn rotate_keys(&self, now_ms: i64, mut done: impl FnMut(u64)) -> Result<u64, StoreError> {
        let path = self.keys.path().to_path_buf();
        let _lock = lock(&path)?;
        let keys = Keys::read(&path)?.ok_or_else(|| StoreError::KeyMissing(path.clone()))?.with_next();
        keys.write(&path)?;
        failpoint!("rotation-begun");
        // Bots that run go on with the old key until the database knows the new one.
        let keys = keys.using_next();
        let current = keys.current().to_owned();
        write!(self, |tx| {
            sqlx::query("INSERT INTO master_key (name, made_ms) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING")
                .bind(current.as_str())
                .bind(now_ms)
                .execute(&mut *tx)
                .await?;
        });
        failpoint!("rotation-known");
        keys.write(&path)?;
        let mut all = 0;
        loop {
            loop {
                let wrapped = self.wrap_anew(&keys).await?;
                all += wrapped;
                done(all);
                failpoint!("rotation-batch");
                if wrapped == 0 {
                    break;
                }
            }
            // Refused as long as something is wrapped with it: a bot may have used the old key just now.
            if self.take_out_masters_but(&current).await? {
                break;
            }
        }
        failpoint!("rotation-wrapped");
        keys.last_only().write(&path)?;
        self.scrub().await?;
        Ok(all)
    }

    /// Wraps some keys of records with the current master key; how many.
    async fn wrap_anew(&self, keys: &Keys) -> Result<u64, StoreError> {
        let rows: Vec<(String, String, Vec<u8>)> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT record, master, wrapped FROM record_key
                 WHERE master IS NOT NULL AND wrapped IS NOT NULL AND master <> $1 LIMIT $2",
            )
            .bind(keys.current())
            .bind(BATCH)
            .fetch_all(pool)
            .await?
        });
        let mut anew = Vec::with_capacity(rows.len());
        for (record, master, bytes) in rows {
            let key = keys
                .unwrap(&record, &Wrapped { master: master.clone(), bytes })
                .map_err(|source| StoreError::Sealed { table: "record_key", source })?;
            let wrapped = keys.wrap(&record, &key);
            anew.push((record, master, wrapped));
        }
        let mut count = 0;
        write!(self, |tx| {
            for (record, master, wrapped) in &anew {
                count +=
                    sqlx::query("UPDATE record_key SET master = $3, wrapped = $4 WHERE record = $1 AND master = $2")
                        .bind(record.as_str())
                        .bind(master.as_str())
                        .bind(wrapped.master.as_str())
                        .bind(wrapped.bytes.as_slice())
                        .execute(&mut *tx)
                        .await?
                        .rows_affected();
            }
        });
        // Rows that went meanwhile count as well: only an empty page is the end.
        Ok(count.max(anew.len() as u64))
    }

    /// Takes all master keys but this one out; false when one of them still wraps something.
    async fn take_out_masters_but(&self, current: &str) -> Result<bool, StoreError> {
        let taken = async {
            write!(self, |tx| {
                sqlx::query("DELETE FROM master_key WHERE name <> $1")
                    .bind(current)
                    .execute(&mut *tx)
                    .await
                    .map_err(StoreError::keeping_key)?;
            });
            Ok(())
        };
        match taken.await {
            Ok(()) => Ok(true),
            Err(StoreError::KeyRotated) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// The whole names of the records that somebody calls so: by the whole name, or by table and number without the team
    /// between them, as the audit log shows them. Those that have been erased are left out.
    pub async fn records_called(&self, called: &str) -> Result<Vec<String>, StoreError> {
        let (table, row) = called.split_once('/').unwrap_or((called, ""));
        let records: Vec<String> = read!(self, |pool| {
            sqlx::query_scalar(
                "SELECT record FROM record_key WHERE wrapped IS NOT NULL AND record LIKE $1 || '/%' ORDER BY record",
            )
            .bind(table)
            .fetch_all(pool)
            .await?
        });
        let end = format!("/{row}");
        Ok(records.into_iter().filter(|record| record == called || record.ends_with(&end)).collect())
    }

    /// The records that were erased and when, in milliseconds since 1970, the oldest first.
    pub async fn erasures(&self) -> Result<Vec<(String, i64)>, StoreError> {
        Ok(read!(self, |pool| {
            sqlx::query_as(
                "SELECT record, erased_ms FROM record_key WHERE erased_ms IS NOT NULL ORDER BY erased_ms, record",
            )
            .fetch_all(pool)
            .await?
        }))
    }

    /// How it stands with erasures and the master key.
    pub async fn key_age(&self) -> Result<KeyAge, StoreError> {
        let erased_since_ms: Option<i64> = read!(self, |pool| {
            sqlx::query_scalar(
                "SELECT MIN(erased_ms) FROM record_key
                 WHERE erased_ms > (SELECT COALESCE(MAX(made_ms), 0) FROM master_key)",
            )
            .fetch_one(pool)
            .await?
        });
        Ok(KeyAge { erased_since_ms, rotating: self.keys.rotating() })
    }

    /// Has PostgreSQL let go of the dead rows of a record that is gone: who wrote it, was named in it, said something of it. SQLite
    /// overwrites what it deletes.
    pub(super) async fn scrub_rows(&self) -> Result<(), StoreError> {
        if let Pool::Postgres { pool } = &self.pool {
            sqlx::query(
                "VACUUM signal, signal_named, signal_interpretation, signal_feedback, signal_request, incident, incident_named,
                        incident_line, contribution, action, vote_tick, said_of, retention, aftercare",
            )
            .execute(pool)
            .await?;
        }
        Ok(())
    }

    /// Has the database let go of overwritten keys: what SQLite still holds in its log, and PostgreSQL in dead rows.
    pub(super) async fn scrub(&self) -> Result<(), StoreError> {
        match &self.pool {
            Pool::Sqlite { pool, writer } => {
                let _turn = writer.lock().await;
                sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(pool).await?;
            }
            Pool::Postgres { pool } => {
                sqlx::query("VACUUM record_key").execute(pool).await?;
            }
        }
        Ok(())
    }
}

/// Only one rotation at a time: two would each make a key, and the file would keep one of them.
fn lock(key_file: &Path) -> Result<std::fs::File, StoreError> {
    let folder = match key_file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let folder = std::fs::File::open(folder).map_err(|error| StoreError::Unavailable(sqlx::Error::Io(error)))?;
    folder.try_lock().map_err(|_| StoreError::Rotating)?;
    Ok(folder)
}
