//! The database: one [`Store`] over SQLite or PostgreSQL, one SQL text for both.
//!
//! Every method is one use of the database and owns its transaction; none is held while the bot talks to the chat. What
//! truly differs between the engines lies in `sqlite.rs` and `postgres.rs`. Instants are milliseconds since 1970, because
//! that is the one form of time that both engines keep exactly.

mod actions;
mod agreements;
mod audit;
mod backup;
mod changes;
mod claim;
mod copy;
mod dialogues;
mod direct_rooms;
mod due;
mod error;
mod identities;
mod inbox;
mod incidents;
mod marks;
mod numbers;
mod outbox;
mod people;
mod postgres;
mod practice;
mod reminders;
mod restore;
mod rotation;
mod seal;
mod signals;
mod sqlite;
mod taken;
mod teams;
mod trend;

use std::path::Path;
use std::sync::{PoisonError, RwLock};

use tokio::sync::Mutex;

pub use actions::Actions;
pub use agreements::{AgreementWords, Agreements, KindCount, ReviewDue};
pub use audit::Wanted;
pub use backup::{Backup, BackupError};
pub use claim::Claim;
pub use copy::MoveError;
pub use dialogues::dialogue_record;
pub use direct_rooms::DirectRoom;
pub use error::StoreError;
pub use identities::KnownIdentity;
pub use inbox::{Arrival, Arrived, Receipt, RoomReceipt, Waiting};
pub use incidents::{Incidents, SaidInEvaluation};
pub use marks::{Marked, MarksError, read_marks};
pub use outbox::{Pending, Spoken, Standing};
pub use people::RoomRow;
pub use practice::{Numbering, OwnMark};
pub use reminders::Reminders;
pub use restore::{Ended, Restored, restore};
pub use rotation::KeyAge;
pub use signals::{SignalRequest, Signals};
pub use teams::{PhoneEntry, Team, TeamRoom, new_id};

/// A list that the bot showed can be chosen from for so long, in milliseconds; a day.
pub const LIST_LASTS_MS: i64 = 24 * 3_600_000;

/// What can be done with a reminder is remembered as long, in milliseconds: who was away ticks it off when they are back.
pub const REMINDED_LASTS_MS: i64 = 14 * 24 * 3_600_000;

/// What is to be said in private waits so long for the person to come, in milliseconds; a day.
pub const PRIVATE_WAITS_MS: i64 = 24 * 3_600_000;

/// The rows of events and messages, long without their content, are kept for so long, in milliseconds: 90 days. Within it
/// an event cannot come in twice, and an edited lookup finds its answer again.
pub const ROWS_LAST_MS: i64 = 90 * 24 * 3_600_000;

/// The bot's memory. Cheap to share behind an `Arc`; all methods take `&self`.
#[derive(Debug)]
pub struct Store {
    pool: Pool,
    keys: seal::KeyFile,
    /// The device that this process sends with, once it is known.
    device: RwLock<String>,
}

#[derive(Debug)]
enum Pool {
    /// SQLite has one writer at a time. Writers queue here, in order, instead of polling its lock.
    Sqlite {
        pool: sqlx::SqlitePool,
        writer: Mutex<()>,
    },
    Postgres {
        pool: sqlx::PgPool,
    },
}

/// Runs a body that reads, once per engine, with `$pool` as the executor.
macro_rules! read {
    ($store:expr, |$pool:ident| $body:expr) => {
        match &$store.pool {
            $crate::store::Pool::Sqlite { pool: $pool, .. } => $body,
            $crate::store::Pool::Postgres { pool: $pool } => $body,
        }
    };
}

/// Runs a body that writes, once per engine, in one transaction `$tx`; an early return rolls it back.
macro_rules! write {
    ($store:expr, |$tx:ident| $body:expr) => {
        match &$store.pool {
            $crate::store::Pool::Sqlite { pool, writer } => {
                let _turn = writer.lock().await;
                let mut $tx = pool.begin_with("BEGIN IMMEDIATE").await?;
                let value = $body;
                $tx.commit().await?;
                value
            }
            $crate::store::Pool::Postgres { pool } => {
                let mut $tx = pool.begin().await?;
                let value = $body;
                $tx.commit().await?;
                value
            }
        }
    };
}
use {read, write};

impl Pool {
    /// Connects to the database of this address, and touches nothing in it.
    async fn connect(url: &str) -> Result<Self, StoreError> {
        if let Some(path) = url.strip_prefix("sqlite:") {
            Ok(Self::Sqlite { pool: sqlite::connect(path).await?, writer: Mutex::new(()) })
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            Ok(Self::Postgres { pool: postgres::connect(url).await? })
        } else {
            Err(StoreError::Address)
        }
    }

    async fn close(&self) {
        match self {
            Self::Sqlite { pool, .. } => pool.close().await,
            Self::Postgres { pool } => pool.close().await,
        }
    }
}

impl Store {
    /// Opens the database of this address (`sqlite:path` or `postgres://…`), makes it if it is not there, and brings its
    /// tables up to date. `key_file` holds the master key; it is made for a new database. A database that a newer version
    /// has written, or that the key does not open, is refused and left as it is.
    pub async fn open(url: &str, key_file: &Path) -> Result<Self, StoreError> {
        let pool = Pool::connect(url).await?;
        let keys = seal::unlock(&pool, key_file).await?;
        match &pool {
            Pool::Sqlite { pool, .. } => sqlite::migrate(pool).await?,
            Pool::Postgres { pool } => postgres::migrate(pool).await?,
        }
        let store = Self { pool, keys, device: RwLock::default() };
        store.settle_keys().await?;
        store.settle_audit().await?;
        store.seal_old_inbox().await?;
        store.seal_old_outbox().await?;
        Ok(store)
    }

    /// Opens the database of this address, in which there is one, to read it, and changes nothing there; nothing when its tables
    /// are not up to date, which the next start mends. Bots can work on it meanwhile.
    pub async fn open_to_read(url: &str, key_file: &Path) -> Result<Option<Self>, StoreError> {
        let pool = Pool::connect(url).await?;
        let newest = sqlite::MIGRATIONS.iter().map(|step| step.version).max().unwrap_or(0);
        let looking = async {
            let keys = seal::fitting(&pool, key_file).await?;
            if !seal::has_table(&pool, "_sqlx_migrations").await? {
                return Ok(None);
            }
            let sql = "SELECT MAX(version) FROM _sqlx_migrations";
            let step: Option<i64> = match &pool {
                Pool::Sqlite { pool, .. } => sqlx::query_scalar(sql).fetch_one(pool).await?,
                Pool::Postgres { pool } => sqlx::query_scalar(sql).fetch_one(pool).await?,
            };
            match step {
                Some(step) if step > newest => Err(StoreError::Newer { step }),
                step => Ok(keys.filter(|_| step == Some(newest))),
            }
        };
        match looking.await {
            Ok(Some(keys)) => {
                Ok(Some(Self { pool, keys: seal::KeyFile::new(key_file, keys), device: RwLock::default() }))
            }
            other => {
                pool.close().await;
                other.map(|_| None)
            }
        }
    }

    fn device(&self) -> String {
        self.device.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Ends all connections; the files are whole afterwards.
    pub async fn close(&self) {
        self.pool.close().await;
    }

    /// Forgets what is no longer needed: what could be chosen from old lists, the bare rows of old events and messages, and
    /// what has stood in the audit log for its time.
    pub async fn prune(&self, now_ms: i64) -> Result<(), StoreError> {
        write!(self, |tx| {
            sqlx::query(
                "UPDATE outbox SET choices = NULL, choices_by = NULL
                 WHERE choices IS NOT NULL AND created_ms < $1
                   AND (created_ms < $2 OR shows IS NULL
                        OR (shows NOT LIKE 'reminder/%' AND shows NOT LIKE 'incident/%'))",
            )
            .bind(now_ms - LIST_LASTS_MS)
            .bind(now_ms - REMINDED_LASTS_MS)
            .execute(&mut *tx)
            .await?;
            reminders::prune!(tx, now_ms);
            sqlx::query("DELETE FROM outbox WHERE state <> 'pending' AND shows IS NULL AND created_ms < $1")
                .bind(now_ms - ROWS_LAST_MS)
                .execute(&mut *tx)
                .await?;
            sqlx::query(
                "DELETE FROM inbox WHERE state = 'done' AND received_ms < $1
                 AND event_id NOT IN (SELECT mark FROM room WHERE mark IS NOT NULL)",
            )
            .bind(now_ms - ROWS_LAST_MS)
            .execute(&mut *tx)
            .await?;
            // Keys of messages of which nothing is left that they could open.
            sqlx::query(
                "DELETE FROM record_key WHERE record LIKE 'outbox/%'
                   AND NOT EXISTS (
                       SELECT 1 FROM outbox
                       WHERE outbox.key = SUBSTR(record_key.record, 8) AND outbox.payload IS NOT NULL
                   )
                   AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.choices_by = SUBSTR(record_key.record, 8))",
            )
            .execute(&mut *tx)
            .await?;
        });
        self.prune_audit(now_ms).await
    }

    /// Asks the database for a sign of life.
    pub async fn ping(&self) -> Result<(), StoreError> {
        read!(self, |pool| sqlx::query("SELECT 1").execute(pool).await.map(|_| ())?);
        Ok(())
    }
}

#[cfg(test)]
mod tests;
