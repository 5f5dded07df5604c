//! All tables as typed rows, whatever the engine: what moving a database, backing it up and putting it back share. What is
//! sealed is copied sealed.

pub(super) mod tables;
mod value;
mod whole;

pub(super) use tables::{Kind, Layout, tables};
pub(super) use value::{Tally, Value, take_value};
pub(super) use whole::{Whole, on};

use super::{Pool, Store, StoreError};

/// Why a database could not be moved. Nothing has been changed.
#[derive(Debug, thiserror::Error)]
pub enum MoveError {
    /// The database to be filled holds something.
    #[error("the database to be filled is not empty: make a new one")]
    NotEmpty,
    /// What is there now is not what was written. The database is left empty.
    #[error("table {0} is not the same on both sides after copying; the new database was left empty")]
    Differs(String),
    /// The new database is no PostgreSQL.
    #[error("--to must be the address of a PostgreSQL database: postgres://user:password@host/database")]
    Address,
    /// One of the databases says no.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Store {
    /// Copies everything into an empty PostgreSQL database, reads both sides again and compares them, in one transaction.
    /// `done` hears how many rows are copied. Returns how many there are of each table. The caller sees to it that no bot
    /// works here meanwhile.
    pub async fn move_to(&self, url: &str, mut done: impl FnMut(u64)) -> Result<Vec<(String, u64)>, MoveError> {
        if !url.starts_with("postgres:") && !url.starts_with("postgresql:") {
            return Err(MoveError::Address);
        }
        let target = Pool::Postgres { pool: super::postgres::connect(url).await? };
        let mut from = Whole::reading(&self.pool).await?;
        let mut to = Whole::writing(&target).await?;
        to.prepare(None).await?.ok_or(MoveError::NotEmpty)?;
        let mut copied = 0;
        for table in tables() {
            let mut rows = from.rows(&table);
            loop {
                let batch = rows.next_batch().await?;
                if batch.is_empty() {
                    break;
                }
                copied += batch.len() as u64;
                to.insert(&table, &batch).await?;
                done(copied);
            }
            drop(rows);
            let counter = from.counter(&table).await?;
            to.set_counter(&table, counter).await?;
        }
        let mut counts = Vec::new();
        for table in tables() {
            let (here, there) = (from.tally(&table).await?, to.tally(&table).await?);
            if here != there || from.counter(&table).await? != to.counter(&table).await? {
                return Err(MoveError::Differs(table.name));
            }
            counts.push((table.name, here.rows()));
        }
        to.commit().await?;
        Ok(counts)
    }
}
