//! What is particular to SQLite: how it is opened, and which of its errors pass.

use std::fs::OpenOptions;
use std::os::unix::fs::OpenOptionsExt as _;
use std::str::FromStr as _;
use std::time::Duration;

use sqlx::SqlitePool;
use sqlx::error::DatabaseError;
use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use super::StoreError;

pub(super) static MIGRATIONS: Migrator = sqlx::migrate!("migrations/sqlite");

/// Readers beside the one writer.
const CONNECTIONS: u32 = 4;

pub(super) async fn connect(path: &str) -> Result<SqlitePool, StoreError> {
    // The file holds what people said: made readable for its owner alone, also before SQLite first touches it.
    let made = OpenOptions::new().create(true).append(true).mode(0o600).open(path);
    made.map_err(|error| StoreError::Unavailable(sqlx::Error::Io(error)))?;
    let options = SqliteConnectOptions::from_str("sqlite:")?
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        // Full durability: what was accepted survives a loss of power.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(10))
        // Half a megabyte of pages for each connection; the operating system keeps the rest.
        .pragma("cache_size", "-512")
        // What is deleted is overwritten, not only forgotten.
        .pragma("secure_delete", "ON");
    Ok(SqlitePoolOptions::new().max_connections(CONNECTIONS).connect_with(options).await?)
}

pub(super) async fn migrate(pool: &SqlitePool) -> Result<(), StoreError> {
    Ok(MIGRATIONS.run(pool).await?)
}

pub(super) fn may_pass(error: &dyn DatabaseError) -> bool {
    // SQLITE_BUSY, SQLITE_LOCKED, SQLITE_FULL with their extended codes (low byte).
    error
        .try_downcast_ref::<sqlx::sqlite::SqliteError>()
        .and_then(DatabaseError::code)
        .and_then(|code| code.parse::<u32>().ok())
        .is_some_and(|code| matches!(code & 0xff, 5 | 6 | 13))
}
