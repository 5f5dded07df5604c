//! How much waits in the database, and for how long: for a monitor. Counts and times only, no ids. One query for each table, over
//! what is open and not over what is kept.

use super::{Pool, Store, StoreError, read};
use crate::domain::UserId;

/// How much waits, and since when the first of it does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Queue {
    /// How many.
    pub count: i64,
    /// Since when the oldest waits, in milliseconds since 1970.
    pub since_ms: Option<i64>,
}

impl From<(i64, Option<i64>)> for Queue {
    fn from((count, since_ms): (i64, Option<i64>)) -> Self {
        Self { count, since_ms }
    }
}

/// What waits of one account.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Events to be handled.
    pub inbox: Queue,
    /// Events that wait for a key, or for the device that sent them.
    pub undecryptable: Queue,
    /// What is to go out.
    pub outbox: Queue,
    /// What waits for a private room with somebody.
    pub private: Queue,
    /// Work whose time has come, and when that was.
    pub overdue: Queue,
    /// The oldest erasure since the master key was made, in milliseconds since 1970.
    pub erased_since_ms: Option<i64>,
    /// How big the database is.
    pub size_bytes: i64,
}

impl Store {
    /// What waits of this account. `due_ms` is the moment by which work is due.
    pub async fn counts(&self, account: &UserId, due_ms: i64) -> Result<Counts, StoreError> {
        let mut counts = Counts { outbox: self.backlog(account).await?.into(), ..Counts::default() };
        for (state, count, since_ms) in self.open_inbox(account).await? {
            let queue = if state == "new" { &mut counts.inbox } else { &mut counts.undecryptable };
            *queue = Queue { count, since_ms };
        }
        let private: (i64, Option<i64>) = read!(self, |pool| {
            sqlx::query_as("SELECT COUNT(*), MIN(created_ms) FROM private_say WHERE account = $1")
                .bind(account.as_str())
                .fetch_one(pool)
                .await?
        });
        let overdue: (i64, Option<i64>) = read!(self, |pool| {
            sqlx::query_as("SELECT COUNT(*), MIN(at_ms) FROM due WHERE account = $1 AND at_ms <= $2")
                .bind(account.as_str())
                .bind(due_ms)
                .fetch_one(pool)
                .await?
        });
        counts.private = private.into();
        counts.overdue = overdue.into();
        counts.erased_since_ms = self.key_age().await?.erased_since_ms;
        counts.size_bytes = self.size_bytes().await?;
        Ok(counts)
    }

    /// Open events by state: how many, and since when.
    async fn open_inbox(&self, account: &UserId) -> Result<Vec<(String, i64, Option<i64>)>, StoreError> {
        Ok(read!(self, |pool| {
            // The first condition is that of the index of open rows, to the letter.
            sqlx::query_as(
                "SELECT inbox.state, COUNT(*), MIN(inbox.received_ms)
                 FROM inbox JOIN room ON room.room_id = inbox.room_id
                 WHERE inbox.state <> 'done' AND inbox.state IN ('new', 'waiting') AND room.account = $1
                 GROUP BY inbox.state",
            )
            .bind(account.as_str())
            .fetch_all(pool)
            .await?
        }))
    }

    async fn size_bytes(&self) -> Result<i64, StoreError> {
        Ok(match &self.pool {
            Pool::Sqlite { pool, .. } => {
                sqlx::query_scalar("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
                    .fetch_one(pool)
                    .await?
            }
            Pool::Postgres { pool } => {
                sqlx::query_scalar("SELECT pg_database_size(current_database())").fetch_one(pool).await?
            }
        })
    }
}
