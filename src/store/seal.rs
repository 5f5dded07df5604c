//! The keys of records: made, kept, unwrapped, wrapped anew and erased. Which texts are sealed with them is the business of
//! the modules that keep those texts; how sealing works that of `crate::privacy`.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::SystemTime;

use super::{Pool, Store, StoreError, read, write};
use crate::privacy::{Keys, RecordKey, SealError, Wrapped};

/// The record whose key is used for keyed hashes of names by which something is found again.
pub(super) const NAMES: &str = "hash/names";

/// The key file as it was last read. Another process may rotate the keys while this one runs, so a change of the file is
/// noticed whenever a key is needed.
#[derive(Debug)]
pub(super) struct KeyFile {
    path: PathBuf,
    state: RwLock<(Option<Stamp>, Arc<Keys>)>,
}

/// How a change of the file shows: when it was written, and how long it is.
type Stamp = (SystemTime, u64);

impl KeyFile {
    pub(super) fn new(path: &Path, keys: Keys) -> Self {
        Self { path: path.to_path_buf(), state: RwLock::new((changed(path), Arc::new(keys))) }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The file holds two keys: a rotation was begun and is not finished.
    pub(super) fn rotating(&self) -> bool {
        self.keys().names().count() > 1
    }

    /// The keys, read again when the file has changed.
    fn keys(&self) -> Arc<Keys> {
        let now = changed(&self.path);
        let (read, keys) = self.state.read().unwrap_or_else(PoisonError::into_inner).clone();
        if read == now {
            return keys;
        }
        // A file that is wrong or gone now does not take away the keys that this process has.
        match Keys::read(&self.path) {
            Ok(Some(new)) => {
                let new = Arc::new(new);
                *self.state.write().unwrap_or_else(PoisonError::into_inner) = (now, Arc::clone(&new));
                new
            }
            Ok(None) | Err(_) => keys,
        }
    }
}

fn changed(path: &Path) -> Option<Stamp> {
    let metadata = std::fs::metadata(path).ok()?;
    Some((metadata.modified().ok()?, metadata.len()))
}

/// Keeps the key of a record within a transaction.
macro_rules! keep_key {
    ($tx:ident, $record:expr, $wrapped:expr) => {
        sqlx::query("INSERT INTO record_key (record, master, wrapped) VALUES ($1, $2, $3)")
            .bind($record)
            .bind($wrapped.master.as_str())
            .bind($wrapped.bytes.as_slice())
            .execute(&mut *$tx)
            .await
            .map_err($crate::store::StoreError::keeping_key)?
    };
}
pub(super) use keep_key;

/// Looks for the keys that open this database before anything in it is changed; makes a key file for one that has no sealed
/// texts yet.
pub(super) async fn unlock(pool: &Pool, path: &Path) -> Result<KeyFile, StoreError> {
    let keys = match fitting(pool, path).await? {
        Some(keys) => keys,
        None => {
            let keys = Keys::make(path)?;
            tracing::warn!("a new master key has been written to key_file: keep a copy of it, apart from the backups");
            keys
        }
    };
    Ok(KeyFile::new(path, keys))
}

/// The keys of the key file, if they open this database; nothing when there are none and nothing here is sealed yet.
pub(super) async fn fitting(pool: &Pool, path: &Path) -> Result<Option<Keys>, StoreError> {
    let masters = masters(pool).await?;
    let Some(keys) = Keys::read(path)? else {
        return if masters.is_empty() { Ok(None) } else { Err(StoreError::KeyMissing(path.to_path_buf())) };
    };
    if masters.iter().any(|master| !keys.names().any(|name| name == master)) {
        return Err(StoreError::KeyWrong(path.to_path_buf()));
    }
    Ok(Some(keys))
}

/// The names of the master keys that wrap something here; none before the tables are there.
async fn masters(pool: &Pool) -> Result<Vec<String>, StoreError> {
    if !has_table(pool, "master_key").await? {
        return Ok(Vec::new());
    }
    let sql = "SELECT name FROM master_key ORDER BY name";
    Ok(match pool {
        Pool::Sqlite { pool, .. } => sqlx::query_scalar(sql).fetch_all(pool).await?,
        Pool::Postgres { pool } => sqlx::query_scalar(sql).fetch_all(pool).await?,
    })
}

/// True when the database has a table of this name.
pub(super) async fn has_table(pool: &Pool, name: &str) -> Result<bool, StoreError> {
    let there: i64 = match pool {
        Pool::Sqlite { pool, .. } => {
            sqlx::query_scalar("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = $1")
                .bind(name)
                .fetch_one(pool)
                .await?
        }
        Pool::Postgres { pool } => {
            sqlx::query_scalar("SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public' AND tablename = $1")
                .bind(name)
                .fetch_one(pool)
                .await?
        }
    };
    Ok(there > 0)
}

impl Store {
    /// Makes the current master key known to a database that knows none, and the keys that everything needs. A key of the right name that
    /// is another key is found out here.
    pub(super) async fn settle_keys(&self) -> Result<(), StoreError> {
        let current = self.keys.keys().current().to_owned();
        write!(self, |tx| {
            sqlx::query("INSERT INTO master_key (name) SELECT $1 WHERE NOT EXISTS (SELECT 1 FROM master_key)")
                .bind(current.as_str())
                .execute(&mut *tx)
                .await?;
        });
        // A process on another machine, with a key file of its own, may have been the first.
        let keys = self.keys.keys();
        if masters(&self.pool).await?.iter().any(|master| !keys.names().any(|name| name == master)) {
            return Err(StoreError::KeyWrong(self.keys.path.clone()));
        }
        match self.record_key(NAMES).await {
            Ok(Some(_)) => {}
            Ok(None) => {
                let (_, wrapped) = self.new_record_key(NAMES);
                // Another process may do the same at this moment.
                write!(self, |tx| {
                    sqlx::query(
                        "INSERT INTO record_key (record, master, wrapped) VALUES ($1, $2, $3)
                         ON CONFLICT (record) DO NOTHING",
                    )
                    .bind(NAMES)
                    .bind(wrapped.master.as_str())
                    .bind(wrapped.bytes.as_slice())
                    .execute(&mut *tx)
                    .await?;
                });
            }
            Err(StoreError::Sealed { .. }) => return Err(StoreError::KeyWrong(self.keys.path.clone())),
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// A new key for a record and the same wrapped, to be kept by `keep_key!` in the transaction that writes what is sealed
    /// with it. Records are named `table/row`.
    pub(super) fn new_record_key(&self, record: &str) -> (RecordKey, Wrapped) {
        self.keys.keys().new_record(record)
    }

    /// The key of a record; nothing when there is none or it has been erased.
    pub(super) async fn record_key(&self, record: &str) -> Result<Option<RecordKey>, StoreError> {
        let row: Option<(Option<String>, Option<Vec<u8>>)> = read!(self, |pool| {
            sqlx::query_as("SELECT master, wrapped FROM record_key WHERE record = $1")
                .bind(record)
                .fetch_optional(pool)
                .await?
        });
        match row {
            Some((Some(master), Some(bytes))) => self.unwrap_key(record, &Wrapped { master, bytes }).map(Some),
            _ => Ok(None),
        }
    }

    /// The key of a record from what was read beside its texts. Without it they cannot be opened.
    pub(super) fn key_from(
        &self,
        record: &str,
        master: Option<String>,
        wrapped: Option<Vec<u8>>,
    ) -> Result<RecordKey, StoreError> {
        match (master, wrapped) {
            (Some(master), Some(bytes)) => self.unwrap_key(record, &Wrapped { master, bytes }),
            _ => Err(StoreError::Sealed { table: "record_key", source: SealError::Broken }),
        }
    }

    /// Unwraps the key of a record.
    pub(super) fn unwrap_key(&self, record: &str, wrapped: &Wrapped) -> Result<RecordKey, StoreError> {
        self.keys.keys().unwrap(record, wrapped).map_err(|source| StoreError::Sealed { table: "record_key", source })
    }

    /// The keyed hash by which a name is found again without being stored, such as the alias of a group.
    pub async fn name_hash(&self, kind: &str, name: &str) -> Result<Vec<u8>, StoreError> {
        let key = self.record_key(NAMES).await?;
        let key = key.ok_or(StoreError::Sealed { table: "record_key", source: SealError::NoMaster })?;
        Ok(key.hash(&[kind.as_bytes(), name.as_bytes()]).to_vec())
    }
}
