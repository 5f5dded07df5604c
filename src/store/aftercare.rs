//! Who takes part in aftercare: the plan sealed under a key of its own, the person as a keyed hash. It is found by its name, for what
//! falls due, and by its person, for themselves; a list there is of nobody for nobody. What is over leaves no row and no key.

use super::teams::opened;
use super::{Store, StoreError, read};
use crate::domain::aftercare::{Plan, aftercare_record};
use crate::domain::{EventId, RoomId, SaidOf, UserId};
use crate::privacy::{Place, RecordKey};

/// What names the people of aftercare in the keyed hash.
pub(super) const NAMED: &[u8] = b"aftercare";

/// Somebody's plan, as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakesPart {
    /// Its name inside the bot.
    pub id: String,
    /// The plan.
    pub plan: Plan,
    /// The same, sealed: a change says on which state it was decided.
    pub seen: Vec<u8>,
}

fn place(id: &str) -> Place<'_> {
    Place { table: "aftercare", row: id, column: "plan" }
}

pub(super) fn sealed(key: &RecordKey, id: &str, plan: &Plan) -> Result<Vec<u8>, StoreError> {
    let json = serde_json::to_vec(plan).map_err(|source| StoreError::Corrupt { table: "aftercare", source })?;
    Ok(key.seal(place(id), &json))
}

/// The record of this name, and what matches the parts of the talk about it; with `whole` only the first is meant.
pub(super) fn named(id: &str, whole: bool) -> (String, String) {
    let record = aftercare_record(id);
    let parts = if whole { format!("{record}/%") } else { record.clone() };
    (record, parts)
}

/// Writes a change of aftercare within a transaction. One that was decided on another state fails as overtaken, which rolls back all.
macro_rules! apply {
    ($store:expr, $tx:ident, $change:expr) => {{
        use $crate::domain::aftercare::{AftercareStep, aftercare_record};
        use $crate::store::aftercare::{NAMED, named, sealed};
        let change: &$crate::domain::aftercare::AftercareChange = $change;
        let record = aftercare_record(&change.id);
        // What is taken back with it, and whether the parts of the talk are meant as well.
        let (rows, whole) = match &change.step {
            AftercareStep::Begun(plan) => {
                let names = $crate::store::teams::change::key_of!($store, $tx, $crate::store::seal::NAMES);
                let (key, wrapped) = $store.new_record_key(&record);
                let made = sqlx::query(
                    "INSERT INTO aftercare (aftercare_id, account, person_hash, plan) VALUES ($1, $2, $3, $4)
                     ON CONFLICT DO NOTHING",
                )
                .bind(change.id.as_str())
                .bind(change.account.as_str())
                .bind(names.hash(&[NAMED, plan.person.as_str().as_bytes()]).to_vec())
                .bind(sealed(&key, &change.id, plan)?)
                .execute(&mut *$tx)
                .await?
                .rows_affected();
                if made == 0 {
                    return Err($crate::store::StoreError::Overtaken);
                }
                $crate::store::seal::keep_key!($tx, record.as_str(), wrapped);
                (None, false)
            }
            AftercareStep::Went { seen, plan } => {
                let key = $crate::store::signals::change::key!($store, $tx, record.as_str());
                let kept = sqlx::query("UPDATE aftercare SET plan = $3 WHERE aftercare_id = $1 AND plan = $2")
                    .bind(change.id.as_str())
                    .bind(seen.as_slice())
                    .bind(sealed(&key, &change.id, plan)?)
                    .execute(&mut *$tx)
                    .await?
                    .rows_affected();
                if kept == 0 {
                    return Err($crate::store::StoreError::Overtaken);
                }
                (None, false)
            }
            AftercareStep::Forgotten { rows } => (Some(rows), false),
            AftercareStep::Ended { seen, rows } => {
                let ended = sqlx::query("DELETE FROM aftercare WHERE aftercare_id = $1 AND plan = $2")
                    .bind(change.id.as_str())
                    .bind(seen.as_slice())
                    .execute(&mut *$tx)
                    .await?
                    .rows_affected();
                if ended == 0 {
                    return Err($crate::store::StoreError::Overtaken);
                }
                sqlx::query("DELETE FROM record_key WHERE record = $1")
                    .bind(record.as_str())
                    .execute(&mut *$tx)
                    .await?;
                sqlx::query(
                    "DELETE FROM due WHERE account = $1 AND kind IN ('check_in', 'check_in_forgotten')
                        AND (subject = $2 OR subject LIKE $2 || '/%')",
                )
                .bind(change.account.as_str())
                .bind(change.id.as_str())
                .execute(&mut *$tx)
                .await?;
                (Some(rows), true)
            }
        };
        if let Some(rows) = rows {
            let (record, parts) = named(&change.id, whole);
            let shown: Vec<i64> = sqlx::query_scalar(
                "SELECT seq FROM outbox WHERE (shows = $1 OR shows LIKE $2) AND redacted = $3 AND state <> 'failed'
                 ORDER BY seq",
            )
            .bind(record.as_str())
            .bind(parts.as_str())
            .bind(false)
            .fetch_all(&mut *$tx)
            .await?;
            // Something has been said since it was decided.
            if shown != *rows {
                return Err($crate::store::StoreError::Overtaken);
            }
            for sql in [
                "UPDATE outbox SET shows = NULL WHERE shows = $1 OR shows LIKE $2",
                "DELETE FROM record_key WHERE record IN
                 (SELECT 'private_say/' || name FROM private_say WHERE shows = $1 OR shows LIKE $2)",
                "DELETE FROM private_say WHERE shows = $1 OR shows LIKE $2",
                "DELETE FROM said_of WHERE record = $1 OR record LIKE $2",
            ] {
                sqlx::query(sql).bind(record.as_str()).bind(parts.as_str()).execute(&mut *$tx).await?;
            }
        }
    }};
}
pub(super) use apply;

/// A plan as it lies in the database: its name, sealed, and the wrapped key.
type Row = (String, Vec<u8>, Option<String>, Option<Vec<u8>>);

impl Store {
    /// How far this person's aftercare has come; nothing when they take no part. For themselves only.
    pub async fn aftercare_of(&self, account: &UserId, person: &UserId) -> Result<Option<TakesPart>, StoreError> {
        let hash = self.name_hash("aftercare", person.as_str()).await?;
        let row: Option<Row> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT a.aftercare_id, a.plan, k.master, k.wrapped FROM aftercare a
                 LEFT JOIN record_key k ON k.record = 'aftercare/' || a.aftercare_id
                 WHERE a.account = $1 AND a.person_hash = $2",
            )
            .bind(account.as_str())
            .bind(hash.as_slice())
            .fetch_optional(pool)
            .await?
        });
        row.map(|row| self.takes_part(row)).transpose()
    }

    /// The plan of this name, for what falls due for it.
    pub async fn aftercare_called(&self, id: &str) -> Result<Option<TakesPart>, StoreError> {
        let row: Option<Row> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT a.aftercare_id, a.plan, k.master, k.wrapped FROM aftercare a
                 LEFT JOIN record_key k ON k.record = 'aftercare/' || a.aftercare_id
                 WHERE a.aftercare_id = $1",
            )
            .bind(id)
            .fetch_optional(pool)
            .await?
        });
        row.map(|row| self.takes_part(row)).transpose()
    }

    /// What the bot said in aftercare under this name and has not taken back, and what people said there; with `whole` also in the
    /// parts of the talk about it.
    pub async fn aftercare_talk(&self, id: &str, whole: bool) -> Result<(Vec<(RoomId, i64)>, Vec<SaidOf>), StoreError> {
        let (record, parts) = named(id, whole);
        let shown: Vec<(String, i64)> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT room_id, seq FROM outbox WHERE (shows = $1 OR shows LIKE $2) AND redacted = $3 AND state <> 'failed'
                 ORDER BY seq",
            )
            .bind(record.as_str())
            .bind(parts.as_str())
            .bind(false)
            .fetch_all(pool)
            .await?
        });
        let said: Vec<(String, String)> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT room_id, event_id FROM said_of WHERE record = $1 OR record LIKE $2 ORDER BY event_id",
            )
            .bind(record.as_str())
            .bind(parts.as_str())
            .fetch_all(pool)
            .await?
        });
        let shown = shown.into_iter().map(|(room, row)| (RoomId::new(room), row)).collect();
        let said = said.into_iter().map(|(room, event)| SaidOf { room: RoomId::new(room), event: EventId::new(event) });
        Ok((shown, said.collect()))
    }

    fn takes_part(&self, (id, sealed, master, wrapped): Row) -> Result<TakesPart, StoreError> {
        let key = self.key_from(&aftercare_record(&id), master, wrapped)?;
        let json = opened(&key, place(&id), &sealed, "aftercare")?;
        let plan = serde_json::from_str(&json).map_err(|source| StoreError::Corrupt { table: "aftercare", source })?;
        Ok(TakesPart { id, plan, seen: sealed })
    }
}
