//! What can go wrong with the database, by what the caller can do about it.

use std::path::PathBuf;

use sqlx::migrate::MigrateError;

use crate::domain::UserId;
use crate::privacy::{KeyError, SealError};

/// An error of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The address is of no known kind: a fault in the settings.
    #[error("the database address must begin with sqlite: or postgres://")]
    Address,
    /// A newer version of the bot has written it: use that version. Nothing was changed.
    #[error("the database is newer than this version of schakel (it has step {step}): install the newer version again")]
    Newer {
        /// The migration that this version does not know.
        step: i64,
    },
    /// The tables are not as this version made them: put a backup back.
    #[error("step {step} of the database's tables is not as this version of schakel made it: put a backup back")]
    Foreign {
        /// The migration that differs.
        step: i64,
    },
    /// The key file is wrong. Nothing was changed.
    #[error(transparent)]
    KeyFile(#[from] KeyError),
    /// The database is sealed and there is no key file. Nothing was changed.
    #[error("the database is sealed, and key_file {0} is not there: put a copy of it back")]
    KeyMissing(PathBuf),
    /// The key file belongs to another database. Nothing was changed.
    #[error("key_file {0} does not open this database: put the right one there")]
    KeyWrong(PathBuf),
    /// A sealed text does not open: changed, moved, or its key is gone. The row is left as it is.
    #[error("a sealed text in table {table} does not open")]
    Sealed {
        /// Where it stands.
        table: &'static str,
        /// Why.
        #[source]
        source: SealError,
    },
    /// The master key was rotated by another process at this very moment: try again, with the new one.
    #[error("the master key has just been rotated")]
    KeyRotated,
    /// Something else has changed what this was decided on, and nothing was written: decide anew.
    #[error("something else has just changed the same")]
    Overtaken,
    /// Somebody else rotates the master key now.
    #[error("the master key is being rotated by another process: wait until that has ended")]
    Rotating,
    /// The head of the audit log is gone or does not fit its rows: somebody was at it. Nothing is done that cannot be noted.
    #[error(
        "the head of the audit log does not fit its rows, and nothing may be done that cannot be noted: \
         `schakel audit verify` says more; put a backup back"
    )]
    AuditHead,
    /// The database cannot be reached now: wait and try again.
    #[error("the database cannot be reached")]
    Unavailable(#[source] sqlx::Error),
    /// Another process works for this account on this database, perhaps on another machine.
    #[error("{0} already works on this database in another process: stop that one first")]
    Claimed(UserId),
    /// A stored value cannot be read: a bug or a damaged file. The row is left as it is.
    #[error("a value in table {table} cannot be read")]
    Corrupt {
        /// Where it stands.
        table: &'static str,
        /// Why.
        #[source]
        source: serde_json::Error,
    },
    /// Anything else that the database says; trying again will not help.
    #[error("the database refused a statement")]
    Refused(#[source] sqlx::Error),
}

impl StoreError {
    /// True when the same call may succeed later.
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Unavailable(_) | Self::KeyRotated | Self::Overtaken)
    }

    /// True when the row that it is about will never be readable, whoever tries.
    pub fn is_unreadable(&self) -> bool {
        matches!(self, Self::Corrupt { .. } | Self::Sealed { source: SealError::Broken, .. })
    }

    /// What went wrong with keeping the key of a record: its master key may have been taken out meanwhile.
    pub(super) fn keeping_key(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(database) if database.is_foreign_key_violation() => Self::KeyRotated,
            _ => error.into(),
        }
    }
}

impl StoreError {
    /// What went wrong with adding to the audit log: the number after the head is taken.
    pub(super) fn adding_to_audit(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(database) if database.is_unique_violation() => Self::AuditHead,
            _ => error.into(),
        }
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        let passes = match &error {
            // The last two: a connection that was cut in the middle of an answer.
            sqlx::Error::Io(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed
            | sqlx::Error::Protocol(_)
            | sqlx::Error::BeginFailed => true,
            sqlx::Error::Database(database) => {
                super::postgres::may_pass(database.as_ref()) || super::sqlite::may_pass(database.as_ref())
            }
            _ => false,
        };
        if passes { Self::Unavailable(error) } else { Self::Refused(error) }
    }
}

impl From<MigrateError> for StoreError {
    fn from(error: MigrateError) -> Self {
        match error {
            MigrateError::VersionMissing(step) | MigrateError::VersionTooNew(step, _) => Self::Newer { step },
            MigrateError::VersionMismatch(step) | MigrateError::Dirty(step) => Self::Foreign { step },
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => error.into(),
            other => Self::Refused(sqlx::Error::Migrate(Box::new(other))),
        }
    }
}
