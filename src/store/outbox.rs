//! The outbox: what the bot has decided to do in the chat, in order per room, each with the key that makes it happen once.

use super::{Store, StoreError, read, write};
use crate::domain::{Choice, Deed, EventId, Outgoing, RoomId, UserId};

/// A row that is to go out.
#[derive(Debug, Clone)]
pub struct Pending {
    /// Its row.
    pub seq: i64,
    /// Its key: transaction id of every try and mark inside the content.
    pub key: String,
    /// The device that may have tried it since it was written.
    pub device: String,
    /// When it was written, in milliseconds since 1970.
    pub created_ms: i64,
    /// What to do.
    pub outgoing: Outgoing,
}

/// How it stands with a row of the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Not out yet.
    Pending,
    /// Out, as this event.
    Sent(EventId),
    /// It will never go out.
    Ended,
}

/// Something the bot said, as found again by what it answers or by its own event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// Its row.
    pub seq: i64,
    /// The event it answers.
    pub answers: Option<EventId>,
    /// Who asked.
    pub asked_by: Option<UserId>,
    /// The thread it stands in.
    pub thread: Option<EventId>,
    /// What can be chosen from it.
    pub choices: Vec<Choice>,
    /// When it was written, in milliseconds since 1970.
    pub created_ms: i64,
}

pub(super) struct Row {
    pub(super) room: String,
    pub(super) key: String,
    pub(super) payload: String,
    pub(super) answers: Option<String>,
    pub(super) asked_by: Option<String>,
    pub(super) thread: Option<String>,
    pub(super) choices: Option<String>,
    /// The row of ours that this one takes back.
    pub(super) redacts: Option<i64>,
    /// The row of ours that this one changes, and what can be chosen from it then.
    pub(super) edits: Option<(i64, Option<String>)>,
}

pub(super) fn rows_of(out: &[Outgoing]) -> Result<Vec<Row>, StoreError> {
    out.iter().map(row_of).collect()
}

fn row_of(outgoing: &Outgoing) -> Result<Row, StoreError> {
    let encode = |source| StoreError::Corrupt { table: "outbox", source };
    let mut row = Row {
        room: outgoing.room.as_str().to_owned(),
        key: new_key(),
        payload: serde_json::to_string(&outgoing.deed).map_err(encode)?,
        answers: None,
        asked_by: None,
        thread: None,
        choices: None,
        redacts: None,
        edits: None,
    };
    match &outgoing.deed {
        Deed::Say(say) => {
            row.answers = say.answers.as_ref().map(|event| event.as_str().to_owned());
            row.asked_by = say.asked_by.as_ref().map(|person| person.as_str().to_owned());
            row.thread = say.thread.as_ref().map(|event| event.as_str().to_owned());
            row.choices = encoded(&say.choices)?;
        }
        Deed::Redact { row: target } => row.redacts = Some(*target),
        Deed::Edit { row: target, choices, .. } => {
            row.edits = Some((*target, encoded(choices)?));
        }
    }
    Ok(row)
}

/// Nothing when there is nothing to choose: then the answer is no list that a bare number could be about.
fn encoded(choices: &[Choice]) -> Result<Option<String>, StoreError> {
    let encode = |source| StoreError::Corrupt { table: "outbox", source };
    if choices.is_empty() { Ok(None) } else { serde_json::to_string(choices).map(Some).map_err(encode) }
}

/// 128 random bits in hexadecimal.
fn new_key() -> String {
    let mut bits = [0_u8; 16];
    getrandom::fill(&mut bits).expect("the operating system gives random bits");
    bits.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

/// Puts rows into the outbox within a transaction.
macro_rules! insert {
    ($store:expr, $tx:ident, $rows:expr, $now_ms:expr) => {
        for row in &$rows {
            sqlx::query(
                "INSERT INTO outbox
                     (room_id, key, state, payload, device_id, created_ms, answers, asked_by, thread, choices, redacted)
                 VALUES ($1, $2, 'pending', $3, $4, $5, $6, $7, $8, $9, $10)",
            )
            .bind(row.room.as_str())
            .bind(row.key.as_str())
            .bind(row.payload.as_str())
            .bind($store.device())
            .bind($now_ms)
            .bind(row.answers.as_deref())
            .bind(row.asked_by.as_deref())
            .bind(row.thread.as_deref())
            .bind(row.choices.as_deref())
            .bind(false)
            .execute(&mut *$tx)
            .await?;
            if let Some(target) = row.redacts {
                sqlx::query("UPDATE outbox SET redacted = $2, choices = NULL WHERE seq = $1")
                    .bind(target)
                    .bind(true)
                    .execute(&mut *$tx)
                    .await?;
            }
            if let Some((target, choices)) = &row.edits {
                sqlx::query("UPDATE outbox SET choices = $2 WHERE seq = $1")
                    .bind(*target)
                    .bind(choices.as_deref())
                    .execute(&mut *$tx)
                    .await?;
            }
        }
    };
}
pub(super) use insert;

impl Store {
    /// Rooms of this account in which something is to go out.
    pub async fn rooms_to_send(&self, account: &UserId) -> Result<Vec<RoomId>, StoreError> {
        let rooms: Vec<String> = read!(self, |pool| {
            sqlx::query_scalar(
                "SELECT DISTINCT outbox.room_id FROM outbox JOIN room ON room.room_id = outbox.room_id
                 WHERE outbox.state = 'pending' AND room.account = $1",
            )
            .bind(account.as_str())
            .fetch_all(pool)
            .await?
        });
        Ok(rooms.into_iter().map(RoomId::new).collect())
    }

    /// The oldest row of a room that is to go out. One whose content cannot be read is ended and told as an error.
    pub async fn next_pending(&self, room: &RoomId) -> Result<Option<Pending>, StoreError> {
        let row: Option<(i64, String, String, i64, String)> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT seq, key, device_id, created_ms, payload FROM outbox
                 WHERE room_id = $1 AND state = 'pending' AND payload IS NOT NULL ORDER BY seq LIMIT 1",
            )
            .bind(room.as_str())
            .fetch_optional(pool)
            .await?
        });
        let Some((seq, key, device, created_ms, payload)) = row else { return Ok(None) };
        match serde_json::from_str(&payload) {
            Ok(deed) => {
                let outgoing = Outgoing { room: room.clone(), deed };
                Ok(Some(Pending { seq, key, device, created_ms, outgoing }))
            }
            Err(source) => {
                self.give_up(seq).await?;
                Err(StoreError::Corrupt { table: "outbox", source })
            }
        }
    }

    /// A row is out, as this event. Its content is forgotten.
    pub async fn sent(&self, seq: i64, event: &EventId) -> Result<(), StoreError> {
        write!(self, |tx| {
            sqlx::query("UPDATE outbox SET state = 'sent', payload = NULL, event_id = $2 WHERE seq = $1")
                .bind(seq)
                .bind(event.as_str())
                .execute(&mut *tx)
                .await?;
        });
        Ok(())
    }

    /// A row can never go out. Its content is forgotten, and the next one is no longer held up.
    pub async fn give_up(&self, seq: i64) -> Result<(), StoreError> {
        write!(self, |tx| {
            sqlx::query("UPDATE outbox SET state = 'failed', payload = NULL, choices = NULL WHERE seq = $1")
                .bind(seq)
                .execute(&mut *tx)
                .await?;
        });
        Ok(())
    }

    /// How it stands with a row.
    pub async fn standing(&self, seq: i64) -> Result<Standing, StoreError> {
        let row: Option<(String, Option<String>)> = read!(self, |pool| {
            sqlx::query_as("SELECT state, event_id FROM outbox WHERE seq = $1").bind(seq).fetch_optional(pool).await?
        });
        Ok(match row {
            Some((state, _)) if state == "pending" => Standing::Pending,
            Some((state, Some(event))) if state == "sent" => Standing::Sent(EventId::new(event)),
            _ => Standing::Ended,
        })
    }

    /// How many rows wait to go out, and since when the oldest does (milliseconds since 1970).
    pub async fn backlog(&self, account: &UserId) -> Result<(i64, Option<i64>), StoreError> {
        Ok(read!(self, |pool| {
            sqlx::query_as(
                "SELECT COUNT(*), MIN(outbox.created_ms) FROM outbox JOIN room ON room.room_id = outbox.room_id
                 WHERE outbox.state = 'pending' AND room.account = $1",
            )
            .bind(account.as_str())
            .fetch_one(pool)
            .await?
        }))
    }

    /// What the bot said in this room in answer to this event and has not taken back, in order.
    pub async fn answers_to(&self, room: &RoomId, event: &EventId) -> Result<Vec<Spoken>, StoreError> {
        let rows: Vec<SpokenRow> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT seq, answers, asked_by, thread, choices, created_ms FROM outbox
                 WHERE answers = $1 AND room_id = $3 AND redacted = $2 AND state <> 'failed' ORDER BY seq",
            )
            .bind(event.as_str())
            .bind(false)
            .bind(room.as_str())
            .fetch_all(pool)
            .await?
        });
        rows.into_iter().map(spoken).collect()
    }

    /// What the bot said in this room as this event, unless it has been taken back.
    pub async fn spoken_as(&self, room: &RoomId, event: &EventId) -> Result<Option<Spoken>, StoreError> {
        let row: Option<SpokenRow> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT seq, answers, asked_by, thread, choices, created_ms FROM outbox
                 WHERE event_id = $1 AND room_id = $3 AND redacted = $2",
            )
            .bind(event.as_str())
            .bind(false)
            .bind(room.as_str())
            .fetch_optional(pool)
            .await?
        });
        row.map(spoken).transpose()
    }

    /// The newest answer with choices that this person got in this room and thread.
    pub async fn last_choices(
        &self,
        room: &RoomId,
        person: &UserId,
        thread: Option<&EventId>,
    ) -> Result<Option<Spoken>, StoreError> {
        let row: Option<SpokenRow> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT seq, answers, asked_by, thread, choices, created_ms FROM outbox
                 WHERE room_id = $1 AND asked_by = $2 AND choices IS NOT NULL AND redacted = $3
                   AND COALESCE(thread, '') = $4
                 ORDER BY seq DESC LIMIT 1",
            )
            .bind(room.as_str())
            .bind(person.as_str())
            .bind(false)
            .bind(thread.map_or("", EventId::as_str))
            .fetch_optional(pool)
            .await?
        });
        row.map(spoken).transpose()
    }
}

type SpokenRow = (i64, Option<String>, Option<String>, Option<String>, Option<String>, i64);

fn spoken((seq, answers, asked_by, thread, choices, created_ms): SpokenRow) -> Result<Spoken, StoreError> {
    let choices = match choices {
        Some(choices) => {
            serde_json::from_str(&choices).map_err(|source| StoreError::Corrupt { table: "outbox", source })?
        }
        None => Vec::new(),
    };
    Ok(Spoken {
        seq,
        answers: answers.map(EventId::new),
        asked_by: asked_by.map(UserId::new),
        thread: thread.map(EventId::new),
        choices,
        created_ms,
    })
}
