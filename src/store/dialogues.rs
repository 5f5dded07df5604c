//! Guided dialogues under way: with whom, with which form, and what has been answered, sealed. What the answers mean is not
//! known here.

use super::{Store, StoreError, read};
use crate::domain::{Dialogue, EventId, RoomId, SaidOf, TeamId, UserId};
use crate::privacy::{Place, RecordKey};

/// Writes a change of a dialogue within a transaction.
macro_rules! apply {
    ($store:expr, $tx:ident, $change:expr, $now_ms:expr) => {{
        let change = $change;
        match &change.step {
            $crate::domain::DialogueStep::Begun { team, form, draft } => {
                sqlx::query("INSERT INTO form (name, json) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING")
                    .bind(form.name.as_str())
                    .bind(form.json.as_str())
                    .execute(&mut *$tx)
                    .await?;
                sqlx::query(
                    "DELETE FROM record_key WHERE record IN
                     (SELECT 'dialogue/' || dialogue_id FROM dialogue WHERE account = $1 AND person = $2)",
                )
                .bind(change.account.as_str())
                .bind(change.person.as_str())
                .execute(&mut *$tx)
                .await?;
                for sql in [
                    "DELETE FROM due WHERE account = $1 AND kind LIKE 'dialogue_%' AND subject IN
                     (SELECT dialogue_id FROM dialogue WHERE account = $1 AND person = $2)",
                    "DELETE FROM dialogue WHERE account = $1 AND person = $2",
                ] {
                    sqlx::query(sql)
                        .bind(change.account.as_str())
                        .bind(change.person.as_str())
                        .execute(&mut *$tx)
                        .await?;
                }
                let record = $crate::store::dialogue_record(&change.id);
                let (key, wrapped) = $store.new_record_key(&record);
                $crate::store::seal::keep_key!($tx, record.as_str(), wrapped);
                sqlx::query(
                    "INSERT INTO dialogue
                         (dialogue_id, account, person, team_id, form, draft, parked, version, touched_ms)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8)",
                )
                .bind(change.id.as_str())
                .bind(change.account.as_str())
                .bind(change.person.as_str())
                .bind(team.as_str())
                .bind(form.name.as_str())
                .bind($crate::store::dialogues::sealed(&key, &change.id, draft))
                .bind(false)
                .bind($now_ms)
                .execute(&mut *$tx)
                .await?;
            }
            $crate::domain::DialogueStep::Kept { draft, parked } => {
                let wrapped: Option<(String, Vec<u8>)> =
                    sqlx::query_as("SELECT master, wrapped FROM record_key WHERE record = $1 AND wrapped IS NOT NULL")
                        .bind($crate::store::dialogue_record(&change.id))
                        .fetch_optional(&mut *$tx)
                        .await?;
                let Some((master, bytes)) = wrapped else { return Err($crate::store::StoreError::Overtaken) };
                let record = $crate::store::dialogue_record(&change.id);
                let key = $store.unwrap_key(&record, &$crate::privacy::Wrapped { master, bytes })?;
                let kept = sqlx::query(
                    "UPDATE dialogue SET draft = $3, parked = $4, version = version + 1, touched_ms = $5
                     WHERE dialogue_id = $1 AND version = $2",
                )
                .bind(change.id.as_str())
                .bind(change.seen)
                .bind($crate::store::dialogues::sealed(&key, &change.id, draft))
                .bind(*parked)
                .bind($now_ms)
                .execute(&mut *$tx)
                .await?
                .rows_affected();
                if kept == 0 {
                    return Err($crate::store::StoreError::Overtaken);
                }
            }
            $crate::domain::DialogueStep::Ended => {
                let ended = sqlx::query("DELETE FROM dialogue WHERE dialogue_id = $1 AND version = $2")
                    .bind(change.id.as_str())
                    .bind(change.seen)
                    .execute(&mut *$tx)
                    .await?
                    .rows_affected();
                if ended == 0 {
                    return Err($crate::store::StoreError::Overtaken);
                }
                sqlx::query("DELETE FROM record_key WHERE record = $1")
                    .bind($crate::store::dialogue_record(&change.id))
                    .execute(&mut *$tx)
                    .await?;
                sqlx::query("DELETE FROM due WHERE account = $1 AND kind LIKE 'dialogue_%' AND subject = $2")
                    .bind(change.account.as_str())
                    .bind(change.id.as_str())
                    .execute(&mut *$tx)
                    .await?;
                // What became no record is remembered for nothing.
                $crate::store::dialogues::became!($tx, &change.id, None::<&String>);
            }
        }
    }};
}
pub(super) use apply;

/// Remembers within a transaction which messages of people went into a record.
macro_rules! said_of {
    ($tx:ident, $record:expr, $said:expr) => {
        for one in $said {
            sqlx::query("INSERT INTO said_of (record, room_id, event_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
                .bind($record.as_str())
                .bind(one.room.as_str())
                .bind(one.event.as_str())
                .execute(&mut *$tx)
                .await?;
        }
    };
}
pub(super) use said_of;

/// Has within a transaction what showed a dialogue show this record instead, or nothing.
macro_rules! became {
    ($tx:ident, $dialogue:expr, $record:expr) => {
        for sql in
            ["UPDATE outbox SET shows = $2 WHERE shows = $1", "UPDATE private_say SET shows = $2 WHERE shows = $1"]
        {
            sqlx::query(sql)
                .bind($crate::store::dialogue_record($dialogue))
                .bind($record.map(String::as_str))
                .execute(&mut *$tx)
                .await?;
        }
    };
}
pub(super) use became;

/// The record whose key seals a dialogue, by its whole name; what repeats its answers shows it.
pub fn dialogue_record(id: &str) -> String {
    format!("dialogue/{id}")
}

fn place(id: &str) -> Place<'_> {
    Place { table: "dialogue", row: id, column: "draft" }
}

pub(super) fn sealed(key: &RecordKey, id: &str, draft: &str) -> Vec<u8> {
    key.seal(place(id), draft.as_bytes())
}

/// A dialogue as it lies in the database: name, team, draft, state, form, and the wrapped key of its record.
type Row = (String, String, String, Vec<u8>, bool, i64, i64, String, Option<String>, Option<Vec<u8>>);

impl Store {
    /// The dialogue that this person is in.
    pub async fn dialogue_with(&self, account: &UserId, person: &UserId) -> Result<Option<Dialogue>, StoreError> {
        let row: Option<Row> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT d.dialogue_id, d.person, d.team_id, d.draft, d.parked, d.version, d.touched_ms, f.json,
                        k.master, k.wrapped
                 FROM dialogue d JOIN form f ON f.name = d.form
                 LEFT JOIN record_key k ON k.record = 'dialogue/' || d.dialogue_id
                 WHERE d.account = $1 AND d.person = $2",
            )
            .bind(account.as_str())
            .bind(person.as_str())
            .fetch_optional(pool)
            .await?
        });
        row.map(|row| self.dialogue(row)).transpose()
    }

    /// The dialogue with this name.
    pub async fn dialogue_called(&self, id: &str) -> Result<Option<Dialogue>, StoreError> {
        let row: Option<Row> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT d.dialogue_id, d.person, d.team_id, d.draft, d.parked, d.version, d.touched_ms, f.json,
                        k.master, k.wrapped
                 FROM dialogue d JOIN form f ON f.name = d.form
                 LEFT JOIN record_key k ON k.record = 'dialogue/' || d.dialogue_id
                 WHERE d.dialogue_id = $1",
            )
            .bind(id)
            .fetch_optional(pool)
            .await?
        });
        row.map(|row| self.dialogue(row)).transpose()
    }

    /// A form in the version with this name.
    pub async fn form(&self, name: &str) -> Result<Option<String>, StoreError> {
        Ok(read!(self, |pool| {
            sqlx::query_scalar("SELECT json FROM form WHERE name = $1").bind(name).fetch_optional(pool).await?
        }))
    }

    /// The messages of people that went into this record.
    pub async fn said_of(&self, record: &str) -> Result<Vec<SaidOf>, StoreError> {
        let rows: Vec<(String, String)> = read!(self, |pool| {
            sqlx::query_as("SELECT room_id, event_id FROM said_of WHERE record = $1 ORDER BY event_id")
                .bind(record)
                .fetch_all(pool)
                .await?
        });
        let said = |(room, event)| SaidOf { room: RoomId::new(room), event: EventId::new(event) };
        Ok(rows.into_iter().map(said).collect())
    }

    /// The bot's own messages that show this record, a lesson among others of its entry, and have not been taken back: the rooms and the rows of the outbox.
    pub async fn shown_of(&self, record: &str) -> Result<Vec<(RoomId, i64)>, StoreError> {
        let rows: Vec<(String, i64)> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT room_id, seq FROM outbox
                 WHERE (shows = $1
                        OR shows = (SELECT 'practice-of/' || team_id || '/' || slug FROM practice_lesson
                                    WHERE 'practice/' || team_id || '/' || lesson_id = $1))
                   AND redacted = $2 AND state <> 'failed' ORDER BY seq",
            )
            .bind(record)
            .bind(false)
            .fetch_all(pool)
            .await?
        });
        Ok(rows.into_iter().map(|(room, row)| (RoomId::new(room), row)).collect())
    }

    fn dialogue(&self, row: Row) -> Result<Dialogue, StoreError> {
        let (id, person, team, draft, parked, version, touched_ms, form, master, wrapped) = row;
        let key = self.key_from(&dialogue_record(&id), master, wrapped)?;
        let draft = key.open(place(&id), &draft);
        let draft = draft.map_err(|source| StoreError::Sealed { table: "dialogue", source })?;
        Ok(Dialogue {
            person: UserId::new(person),
            team: TeamId::new(team),
            parked,
            version,
            touched_ms,
            form,
            draft: String::from_utf8_lossy(&draft).into_owned(),
            id,
        })
    }
}
