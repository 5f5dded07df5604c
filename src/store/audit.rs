//! The audit log as it is kept. Entries are added at the very end of the transaction of what they tell of, so that neither is
//! there without the other; the one row of the head makes writers wait for each other, also those of other processes. What
//! the rows mean and how they are checked lies in `crate::domain::audit`.

use chrono::{DateTime, Utc};

use super::{Pool, Store, StoreError, read, write};
use crate::domain::audit::{Action, Actor, Check, Checkpoint, Detail, Entry, Findings, GENESIS, Head, Mark, Row};
use crate::domain::retention::{Kept, RetentionTerms};
use crate::domain::{TeamId, UserId};
use crate::privacy::{RecordKey, SealError};

/// The record whose key is used for the keyed hashes of the log. A rotation of master keys wraps it anew and leaves it the
/// same, so that the log stays whole.
const KEY: &str = "hash/audit";

/// Rows read at a time.
const PAGE: i64 = 1000;

const DAY_MS: i64 = 24 * 3_600_000;

type Columns = (i64, i64, String, String, String, Option<String>, Option<String>, Vec<u8>, Vec<u8>);

/// The columns of a row, in the order of [`Columns`].
macro_rules! columns {
    () => {
        "SELECT number, at_ms, actor, action, record, team, detail, previous, hash FROM audit "
    };
}

fn row((number, at_ms, actor, action, record, team, detail, previous, hash): Columns) -> Row {
    Row { number, at_ms, actor, action, record, team, detail, previous, hash }
}

/// Adds entries to the log, as the last thing of a transaction: from here on every other writer waits for its end.
macro_rules! append {
    ($tx:ident, $key:expr, $entries:expr) => {
        let head: Option<(i64, Vec<u8>)> =
            sqlx::query_as("UPDATE audit_head SET number = number WHERE id = 1 RETURNING number, hash")
                .fetch_optional(&mut *$tx)
                .await?;
        let (mut number, mut hash) = head.ok_or($crate::store::StoreError::AuditHead)?;
        for entry in $entries {
            let row = $crate::domain::audit::Row::after(number, &hash, entry, $key);
            sqlx::query(
                "INSERT INTO audit (number, at_ms, actor, action, record, team, detail, previous, hash)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            )
            .bind(row.number)
            .bind(row.at_ms)
            .bind(row.actor.as_str())
            .bind(row.action.as_str())
            .bind(row.record.as_str())
            .bind(row.team.as_deref())
            .bind(row.detail.as_deref())
            .bind(row.previous.as_slice())
            .bind(row.hash.as_slice())
            .execute(&mut *$tx)
            .await
            .map_err($crate::store::StoreError::adding_to_audit)?;
            (number, hash) = (row.number, row.hash);
        }
        let head = $crate::domain::audit::Head::new(number, &hash, $key);
        sqlx::query("UPDATE audit_head SET number = $1, hash = $2, seal = $3 WHERE id = 1")
            .bind(head.count)
            .bind(head.hash.as_slice())
            .bind(head.seal.as_slice())
            .execute(&mut *$tx)
            .await?;
    };
}
pub(super) use append;

/// Which entries an operator wants to see.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'w> {
    /// Only those of this team.
    pub team: Option<&'w TeamId>,
    /// Only those about this record, `table/row`, or about the row whatever its table.
    pub record: Option<&'w str>,
    /// Only those since this moment, in milliseconds since 1970.
    pub since_ms: Option<i64>,
}

impl Store {
    /// Makes the key of the log and its empty head, together. A head that is gone later is not made again: its absence tells.
    pub(super) async fn settle_audit(&self) -> Result<(), StoreError> {
        if self.record_key(KEY).await?.is_some() {
            return Ok(());
        }
        let (key, wrapped) = self.new_record_key(KEY);
        let head = Head::new(0, &GENESIS, &key);
        // Another process may do the same at this moment.
        write!(self, |tx| {
            let made = sqlx::query(
                "INSERT INTO record_key (record, master, wrapped) VALUES ($1, $2, $3) ON CONFLICT (record) DO NOTHING",
            )
            .bind(KEY)
            .bind(wrapped.master.as_str())
            .bind(wrapped.bytes.as_slice())
            .execute(&mut *tx)
            .await
            .map_err(StoreError::keeping_key)?
            .rows_affected();
            if made > 0 {
                sqlx::query(
                    "INSERT INTO audit_head (id, number, hash, seal) VALUES (1, $1, $2, $3)
                     ON CONFLICT (id) DO NOTHING",
                )
                .bind(head.count)
                .bind(head.hash.as_slice())
                .bind(head.seal.as_slice())
                .execute(&mut *tx)
                .await?;
            }
        });
        Ok(())
    }

    /// The key of the log.
    pub(super) async fn audit_key(&self) -> Result<RecordKey, StoreError> {
        let key = self.record_key(KEY).await?;
        key.ok_or(StoreError::Sealed { table: "record_key", source: SealError::NoMaster })
    }

    /// Adds an act that follows from no event of the chat, such as an operator's.
    pub async fn note(&self, entry: &Entry) -> Result<(), StoreError> {
        let key = self.audit_key().await?;
        write!(self, |tx| {
            append!(tx, &key, [entry]);
        });
        Ok(())
    }

    /// The newest acts before this row that are of a team, or about the identity of one of its members; newest first.
    pub async fn team_acts(&self, team: &TeamId, before: Option<i64>, limit: i64) -> Result<Vec<Row>, StoreError> {
        let rows: Vec<Columns> = read!(self, |pool| {
            sqlx::query_as(concat!(
                columns!(),
                "WHERE number < $2 AND (team = $1 OR (team IS NULL AND record IN
                     (SELECT 'identity/' || user_id FROM member WHERE team_id = $1)))
                 ORDER BY number DESC LIMIT $3"
            ))
            .bind(team.as_str())
            .bind(before.unwrap_or(i64::MAX))
            .bind(limit)
            .fetch_all(pool)
            .await?
        });
        Ok(rows.into_iter().map(row).collect())
    }

    /// All acts that this person did, or that are about them and not about a record; newest first.
    pub async fn acts_of_person(&self, person: &UserId) -> Result<Vec<Row>, StoreError> {
        let rows: Vec<Columns> = read!(self, |pool| {
            sqlx::query_as(concat!(
                columns!(),
                "WHERE actor = $1 OR record IN ('member/' || CAST($1 AS TEXT), 'identity/' || CAST($1 AS TEXT),
                                                'person/' || CAST($1 AS TEXT))
                 ORDER BY number DESC"
            ))
            .bind(person.as_str())
            .fetch_all(pool)
            .await?
        });
        Ok(rows.into_iter().map(row).collect())
    }

    /// The newest acts that an operator wants to see, newest first.
    pub async fn acts(&self, wanted: Wanted<'_>, limit: i64) -> Result<Vec<Row>, StoreError> {
        let rows: Vec<Columns> = read!(self, |pool| {
            sqlx::query_as(concat!(
                columns!(),
                "WHERE at_ms >= $1 AND (CAST($2 AS TEXT) IS NULL OR team = $2)
                   AND (CAST($3 AS TEXT) IS NULL OR record = $3 OR record LIKE $4)
                 ORDER BY number DESC LIMIT $5"
            ))
            .bind(wanted.since_ms.unwrap_or(i64::MIN))
            .bind(wanted.team.map(TeamId::as_str))
            .bind(wanted.record)
            .bind(wanted.record.map(|record| format!("%/{record}")))
            .bind(limit)
            .fetch_all(pool)
            .await?
        });
        Ok(rows.into_iter().map(row).collect())
    }

    /// How far the log has come: the mark of this moment. Nothing when nothing stands in it.
    pub async fn audit_mark(&self, now: DateTime<Utc>) -> Result<Option<Mark>, StoreError> {
        let head: Option<(i64, Vec<u8>)> = read!(self, |pool| {
            sqlx::query_as("SELECT number, hash FROM audit_head WHERE number > 0").fetch_optional(pool).await?
        });
        Ok(head.and_then(|(count, hash)| Some(Mark { at: now, count, hash: hash.try_into().ok()? })))
    }

    /// True when the log still agrees with this mark, or has let go of its row as kept long enough.
    pub async fn agrees_with(&self, mark: &Mark) -> Result<bool, StoreError> {
        let row: Option<Vec<u8>> = read!(self, |pool| {
            sqlx::query_scalar("SELECT hash FROM audit WHERE number = $1").bind(mark.count).fetch_optional(pool).await?
        });
        let pruned: Option<i64> = read!(self, |pool| {
            sqlx::query_scalar("SELECT number FROM audit_checkpoint").fetch_optional(pool).await?
        });
        Ok(row.map_or(pruned.is_some_and(|pruned| mark.count <= pruned), |hash| hash == mark.hash))
    }

    /// Checks the whole log beside these marks, as it is at one moment; bots may write meanwhile. Changes nothing.
    pub async fn check_audit(&self, marks: Vec<Mark>) -> Result<Findings, StoreError> {
        macro_rules! check {
            ($tx:ident, $key:expr) => {{
                let head: Option<(i64, Vec<u8>, Vec<u8>)> =
                    sqlx::query_as("SELECT number, hash, seal FROM audit_head").fetch_optional(&mut *$tx).await?;
                let head = head.map(|(count, hash, seal)| Head { count, hash, seal });
                let kept: Option<(i64, Vec<u8>, i64, i64, Vec<u8>)> =
                    sqlx::query_as("SELECT number, hash, at_ms, pruned, seal FROM audit_checkpoint")
                        .fetch_optional(&mut *$tx)
                        .await?;
                let checkpoint =
                    kept.map(|(number, hash, at_ms, pruned, seal)| Checkpoint { number, hash, at_ms, pruned, seal });
                let mut check = Check::new($key, head, checkpoint, marks);
                let mut after = i64::MIN;
                loop {
                    let rows: Vec<Columns> =
                        sqlx::query_as(concat!(columns!(), "WHERE number > $1 ORDER BY number LIMIT $2"))
                            .bind(after)
                            .bind(PAGE)
                            .fetch_all(&mut *$tx)
                            .await?;
                    let Some(last) = rows.last() else { break };
                    after = last.0;
                    rows.into_iter().map(row).for_each(|row| check.take(row));
                }
                check.finish()
            }};
        }
        let key = self.audit_key().await?;
        // Read in one transaction that sees one state, so that what a bot adds or prunes meanwhile is no finding.
        Ok(match &self.pool {
            Pool::Sqlite { pool, .. } => {
                let mut tx = pool.begin().await?;
                check!(tx, &key)
            }
            Pool::Postgres { pool } => {
                let mut tx = pool.begin().await?;
                sqlx::query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY").execute(&mut *tx).await?;
                check!(tx, &key)
            }
        })
    }

    /// Lets go of rows that were kept long enough, once a day's worth has gathered, and leaves a checkpoint in their place.
    /// That is an act as well.
    pub(super) async fn prune_audit(&self, now_ms: i64, terms: &RetentionTerms) -> Result<(), StoreError> {
        let until_ms = now_ms - terms.ms(Kept::AuditLog);
        let due: Option<i64> = read!(self, |pool| {
            sqlx::query_scalar("SELECT number FROM audit WHERE at_ms < $1 LIMIT 1")
                .bind(until_ms - DAY_MS)
                .fetch_optional(pool)
                .await?
        });
        if due.is_none() {
            return Ok(());
        }
        let key = self.audit_key().await?;
        write!(self, |tx| {
            // Two processes must not prune at once: the second waits here, and then finds nothing to do.
            sqlx::query("UPDATE audit_head SET number = number").execute(&mut *tx).await?;
            // Clocks differ between processes, so the last to go is the one before the first that must stay.
            let last: Option<(i64, Vec<u8>)> = sqlx::query_as(
                "SELECT number, hash FROM audit
                 WHERE number < (SELECT COALESCE(MIN(number), $2) FROM audit WHERE at_ms >= $1)
                 ORDER BY number DESC LIMIT 1",
            )
            .bind(until_ms)
            .bind(i64::MAX)
            .fetch_optional(&mut *tx)
            .await?;
            if let Some((number, hash)) = last {
                let pruned = sqlx::query("DELETE FROM audit WHERE number <= $1")
                    .bind(number)
                    .execute(&mut *tx)
                    .await?
                    .rows_affected();
                let kept = Checkpoint::new(number, &hash, now_ms, pruned.try_into().unwrap_or(i64::MAX), &key);
                sqlx::query(
                    "INSERT INTO audit_checkpoint (id, number, hash, at_ms, pruned, seal) VALUES (1, $1, $2, $3, $4, $5)
                     ON CONFLICT (id) DO UPDATE SET number = excluded.number, hash = excluded.hash,
                         at_ms = excluded.at_ms, pruned = excluded.pruned, seal = excluded.seal",
                )
                .bind(kept.number)
                .bind(kept.hash.as_slice())
                .bind(kept.at_ms)
                .bind(kept.pruned)
                .bind(kept.seal.as_slice())
                .execute(&mut *tx)
                .await?;
                let act = Entry::new(now_ms, Actor::Bot, Action::LogPruned, "audit", &number.to_string())
                    .with(Detail::Count(pruned));
                append!(tx, &key, [&act]);
            }
        });
        Ok(())
    }
}
