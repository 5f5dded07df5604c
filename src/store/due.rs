//! Work that falls due: what, about what, when. It is done in one transaction with all that follows from it, so that a crash
//! leaves it either done or still due. What is done lies above.

use super::changes::{Prepared, changes};
use super::teams::decoded;
use super::{Store, StoreError, read, write};
use crate::domain::{Due, DueKind, Turn, UserId};

/// Writes within a transaction when something falls due.
macro_rules! apply {
    ($tx:ident, $change:expr) => {{
        let change = $change;
        match change.at_ms {
            Some(at_ms) => {
                sqlx::query(
                    "INSERT INTO due (account, kind, subject, at_ms) VALUES ($1, $2, $3, $4)
                     ON CONFLICT (account, kind, subject) DO UPDATE SET at_ms = excluded.at_ms",
                )
                .bind(change.account.as_str())
                .bind(change.kind.code())
                .bind(change.subject.as_str())
                .bind(at_ms)
                .execute(&mut *$tx)
                .await?;
            }
            None => {
                sqlx::query("DELETE FROM due WHERE account = $1 AND kind = $2 AND subject = $3")
                    .bind(change.account.as_str())
                    .bind(change.kind.code())
                    .bind(change.subject.as_str())
                    .execute(&mut *$tx)
                    .await?;
            }
        }
    }};
}
pub(super) use apply;

impl Store {
    /// Work of this account whose time has come, the longest due first; so many at most.
    pub async fn due(&self, account: &UserId, now_ms: i64, most: i64) -> Result<Vec<Due>, StoreError> {
        let rows: Vec<(String, String, i64)> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT kind, subject, at_ms FROM due WHERE account = $1 AND at_ms <= $2
                 ORDER BY at_ms, kind, subject LIMIT $3",
            )
            .bind(account.as_str())
            .bind(now_ms)
            .bind(most)
            .fetch_all(pool)
            .await?
        });
        let due = |(kind, subject, at_ms)| Ok(Due { kind: decoded::<DueKind>("due", kind)?, subject, at_ms });
        rows.into_iter().map(due).collect()
    }

    /// True when this work of the account is still to be done.
    pub async fn falls_due(&self, account: &UserId, kind: DueKind, subject: &str) -> Result<bool, StoreError> {
        let there: i64 = read!(self, |pool| {
            sqlx::query_scalar("SELECT COUNT(*) FROM due WHERE account = $1 AND kind = $2 AND subject = $3")
                .bind(account.as_str())
                .bind(kind.code())
                .bind(subject)
                .fetch_one(pool)
                .await?
        });
        Ok(there > 0)
    }

    /// When this work of the account is to be done, in milliseconds since 1970; nothing when it is not.
    pub async fn due_ms(&self, account: &UserId, kind: DueKind, subject: &str) -> Result<Option<i64>, StoreError> {
        Ok(read!(self, |pool| {
            sqlx::query_scalar("SELECT at_ms FROM due WHERE account = $1 AND kind = $2 AND subject = $3")
                .bind(account.as_str())
                .bind(kind.code())
                .bind(subject)
                .fetch_optional(pool)
                .await?
        }))
    }

    /// When the next work of this account falls due, in milliseconds since 1970.
    pub async fn next_due_ms(&self, account: &UserId) -> Result<Option<i64>, StoreError> {
        Ok(read!(self, |pool| {
            sqlx::query_scalar("SELECT MIN(at_ms) FROM due WHERE account = $1")
                .bind(account.as_str())
                .fetch_one(pool)
                .await?
        }))
    }

    /// Ends work that was due, each piece with all that follows from it; all or nothing. Work that is not due any more, or at
    /// another time, is passed over: nothing of it is written. Tells for each whether it was done.
    pub async fn fulfil(&self, account: &UserId, work: &[(Due, Turn)], now_ms: i64) -> Result<Vec<bool>, StoreError> {
        let mut prepared = Vec::with_capacity(work.len());
        for (_, turn) in work {
            prepared.push(Prepared::of(self, turn).await?);
        }
        let mut done = Vec::with_capacity(work.len());
        write!(self, |tx| {
            for ((due, turn), prepared) in work.iter().zip(&prepared) {
                let rows =
                    sqlx::query("DELETE FROM due WHERE account = $1 AND kind = $2 AND subject = $3 AND at_ms = $4")
                        .bind(account.as_str())
                        .bind(due.kind.code())
                        .bind(due.subject.as_str())
                        .bind(due.at_ms)
                        .execute(&mut *tx)
                        .await?
                        .rows_affected();
                if rows > 0 {
                    changes!(self, tx, turn, prepared, now_ms);
                }
                done.push(rows > 0);
            }
        });
        for (_, turn) in work {
            self.settle_erasures(turn).await?;
        }
        Ok(done)
    }

    /// Writes what follows from no event and no work that was due; all or nothing.
    pub async fn decided(&self, turn: &Turn, now_ms: i64) -> Result<(), StoreError> {
        let prepared = Prepared::of(self, turn).await?;
        write!(self, |tx| {
            changes!(self, tx, turn, prepared, now_ms);
        });
        self.settle_erasures(turn).await
    }
}
