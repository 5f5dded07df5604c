//! Backups: the whole database in one file, as it is at one moment, encrypted under a key of the file's own that only the
//! master key opens. The SDK's files are not in it: a copy of a device's keys that is used later breaks its encryption.

mod file;
mod reader;
mod writer;

use std::path::{Path, PathBuf};

pub(super) use file::Item;
pub(super) use reader::Reader;
use writer::Writer;

use super::copy::{Whole, tables};
use super::{Store, StoreError};

/// Why a backup cannot be made or put back. Nothing has been changed.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// A file cannot be read or written.
    #[error("{path}: {source}")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// It is something else.
    #[error("{0} is no backup of schakel")]
    NoBackup(PathBuf),
    /// A newer version made it.
    #[error("{path} was made by schakel {version}, which is newer than this one: install that version")]
    Newer {
        /// Which.
        path: PathBuf,
        /// The version.
        version: String,
    },
    /// The key file is that of another database, or was rotated since.
    #[error(
        "{path} was made with the master key {master}, which key_file {key_file} does not hold: put that key file back"
    )]
    WrongKey {
        /// Which.
        path: PathBuf,
        /// The name of the key.
        master: String,
        /// Where it was looked for.
        key_file: PathBuf,
    },
    /// It ends too early.
    #[error("{0} is cut off: copy it again from where it came, or take an older one")]
    CutOff(PathBuf),
    /// A part of it has been changed.
    #[error("{0} is damaged: copy it again from where it came, or take an older one")]
    Damaged(PathBuf),
    /// The database to be filled holds something.
    #[error("the database is not empty: a backup is only put back into a new one")]
    NotEmpty,
    /// The database says no.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What is written about a backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// When it was made, in milliseconds since 1970.
    pub made_ms: i64,
    /// How many rows it holds.
    pub rows: u64,
    /// The name of the master key that opens it.
    pub master: String,
}

impl Store {
    /// Writes a backup into this file, while bots go on: one moment of everything. The file appears when it is whole, readable
    /// for its owner alone. `done` hears how many rows are written.
    pub async fn back_up(&self, path: &Path, now_ms: i64, mut done: impl FnMut(u64)) -> Result<Backup, BackupError> {
        let mut whole = Whole::reading(&self.pool).await?;
        let step = whole.step().await?;
        let mut writer = Writer::create(path, step, now_ms, |record| self.new_record_key(record))?;
        for table in tables() {
            // Asked before the rows are read, and on PostgreSQL outside of the moment: never too low for rows that are in it.
            let counter = whole.counter(&table).await?;
            writer.table(&table, counter)?;
            let mut rows = whole.rows(&table);
            loop {
                let batch = rows.next_batch().await?;
                if batch.is_empty() {
                    break;
                }
                for row in &batch {
                    writer.row(row)?;
                }
                done(writer.rows());
            }
        }
        writer.finish()
    }
}
