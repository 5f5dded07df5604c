//! The outbox: what the bot has decided to do in the chat, in order per room, each with the key that makes it happen once.

use super::{Store, StoreError, read, write};
use crate::domain::{Choice, Deed, EventId, Outgoing, RoomId, UserId};
use crate::privacy::{Place, RecordKey, SealError, Wrapped, hex};

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
    /// A file goes with it.
    pub file: bool,
    /// When it was written, in milliseconds since 1970.
    pub created_ms: i64,
}

/// A row in the making, its texts sealed.
pub(super) struct Row {
    pub(super) room: String,
    pub(super) key: String,
    pub(super) payload: Vec<u8>,
    pub(super) answers: Option<String>,
    pub(super) asked_by: Option<String>,
    pub(super) thread: Option<String>,
    pub(super) shows: Option<String>,
    pub(super) choices: Option<Vec<u8>>,
    pub(super) file: bool,
    /// The row of ours that this one takes back.
    pub(super) redacts: Option<i64>,
    /// The row of ours that this one changes, and what can be chosen from it then.
    pub(super) edits: Option<(i64, Option<Vec<u8>>)>,
    pub(super) record: String,
    pub(super) wrapped: Wrapped,
}

pub(super) fn rows_of(store: &Store, out: &[Outgoing]) -> Result<Vec<Row>, StoreError> {
    out.iter().map(|outgoing| row_of(store, outgoing)).collect()
}

fn row_of(store: &Store, outgoing: &Outgoing) -> Result<Row, StoreError> {
    let encode = |source| StoreError::Corrupt { table: "outbox", source };
    let key = new_key();
    let record = record_of(&key);
    let (record_key, wrapped) = store.new_record_key(&record);
    let payload = serde_json::to_vec(&outgoing.deed).map_err(encode)?;
    // Nothing when there is nothing to choose: then the answer is no list that a bare number could be about.
    let choices = |choices: &[Choice]| -> Result<Option<Vec<u8>>, StoreError> {
        if choices.is_empty() {
            return Ok(None);
        }
        let encoded = serde_json::to_vec(choices).map_err(encode)?;
        Ok(Some(record_key.seal(choices_place(&key), &encoded)))
    };
    let mut row = Row {
        room: outgoing.room.as_str().to_owned(),
        payload: record_key.seal(payload_place(&key), &payload),
        answers: None,
        asked_by: None,
        thread: None,
        shows: None,
        choices: None,
        file: outgoing.deed.file().is_some(),
        redacts: None,
        edits: None,
        record,
        wrapped,
        key: key.clone(),
    };
    match &outgoing.deed {
        Deed::Say(say) => {
            row.answers = say.answers.as_ref().map(|event| event.as_str().to_owned());
            row.asked_by = say.asked_by.as_ref().map(|person| person.as_str().to_owned());
            row.thread = say.thread.as_ref().map(|event| event.as_str().to_owned());
            row.shows.clone_from(&say.shows);
            row.choices = choices(&say.choices)?;
        }
        Deed::Redact { row: target } => row.redacts = Some(*target),
        Deed::RedactTheirs { .. } => {}
        Deed::Edit { row: target, choices: new, .. } => row.edits = Some((*target, choices(new)?)),
    }
    Ok(row)
}

/// The record whose key seals the texts of a row.
pub(super) fn record_of(key: &str) -> String {
    format!("outbox/{key}")
}

pub(super) fn payload_place(key: &str) -> Place<'_> {
    Place { table: "outbox", row: key, column: "payload" }
}

fn choices_place(key: &str) -> Place<'_> {
    Place { table: "outbox", row: key, column: "choices" }
}

/// 128 random bits in hexadecimal.
pub(super) fn new_key() -> String {
    let mut bits = [0_u8; 16];
    getrandom::fill(&mut bits).expect("the operating system gives random bits");
    hex(&bits)
}

/// Puts rows into the outbox within a transaction.
macro_rules! insert {
    ($store:expr, $tx:ident, $rows:expr, $now_ms:expr) => {
        for row in &$rows {
            crate::store::seal::keep_key!($tx, row.record.as_str(), row.wrapped);
            sqlx::query(
                "INSERT INTO outbox
                     (room_id, key, state, payload, device_id, created_ms, answers, asked_by, thread, choices, redacted,
                      choices_by, shows, file)
                 VALUES ($1, $2, 'pending', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            )
            .bind(row.room.as_str())
            .bind(row.key.as_str())
            .bind(row.payload.as_slice())
            .bind($store.device())
            .bind($now_ms)
            .bind(row.answers.as_deref())
            .bind(row.asked_by.as_deref())
            .bind(row.thread.as_deref())
            .bind(row.choices.as_deref())
            .bind(false)
            .bind(row.choices.as_ref().map(|_| row.key.as_str()))
            .bind(row.shows.as_deref())
            .bind(row.file)
            .execute(&mut *$tx)
            .await?;
            if let Some(target) = row.redacts {
                sqlx::query("UPDATE outbox SET redacted = $2, choices = NULL, choices_by = NULL WHERE seq = $1")
                    .bind(target)
                    .bind(true)
                    .execute(&mut *$tx)
                    .await?;
            }
            if let Some((target, choices)) = &row.edits {
                sqlx::query("UPDATE outbox SET choices = $2, choices_by = $3 WHERE seq = $1")
                    .bind(*target)
                    .bind(choices.as_deref())
                    .bind(choices.as_ref().map(|_| row.key.as_str()))
                    .execute(&mut *$tx)
                    .await?;
            }
        }
    };
}
pub(super) use insert;

/// Forgets the key of a row whose content is gone, unless choices are still sealed with it.
macro_rules! forget_key {
    ($tx:ident, $seq:expr) => {
        sqlx::query(
            "DELETE FROM record_key
             WHERE record = (SELECT 'outbox/' || key FROM outbox WHERE seq = $1)
               AND NOT EXISTS (
                   SELECT 1 FROM outbox WHERE choices_by = (SELECT sent.key FROM outbox AS sent WHERE sent.seq = $1)
               )",
        )
        .bind($seq)
        .execute(&mut *$tx)
        .await?
    };
}

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
        type PendingRow = (i64, String, String, i64, Vec<u8>, Option<String>, Option<Vec<u8>>);
        let row: Option<PendingRow> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT outbox.seq, outbox.key, outbox.device_id, outbox.created_ms, outbox.payload,
                        record_key.master, record_key.wrapped
                 FROM outbox LEFT JOIN record_key ON record_key.record = 'outbox/' || outbox.key
                 WHERE outbox.room_id = $1 AND outbox.state = 'pending' AND outbox.payload IS NOT NULL
                 ORDER BY outbox.seq LIMIT 1",
            )
            .bind(room.as_str())
            .fetch_optional(pool)
            .await?
        });
        let Some((seq, key, device, created_ms, payload, master, wrapped)) = row else { return Ok(None) };
        let opened = self.key_from(&record_of(&key), master, wrapped).and_then(|record_key| {
            record_key
                .open(payload_place(&key), &payload)
                .map_err(|source| StoreError::Sealed { table: "outbox", source })
        });
        let deed = opened.and_then(|payload| {
            serde_json::from_slice(&payload).map_err(|source| StoreError::Corrupt { table: "outbox", source })
        });
        match deed {
            Ok(deed) => {
                let outgoing = Outgoing { room: room.clone(), deed };
                Ok(Some(Pending { seq, key, device, created_ms, outgoing }))
            }
            Err(error) => {
                if error.is_unreadable() {
                    self.give_up(seq).await?;
                }
                Err(error)
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
            forget_key!(tx, seq);
        });
        Ok(())
    }

    /// A row can never go out. Its content is forgotten, and the next one is no longer held up.
    pub async fn give_up(&self, seq: i64) -> Result<(), StoreError> {
        write!(self, |tx| {
            sqlx::query(
                "UPDATE outbox SET state = 'failed', payload = NULL, choices = NULL, choices_by = NULL WHERE seq = $1",
            )
            .bind(seq)
            .execute(&mut *tx)
            .await?;
            forget_key!(tx, seq);
        });
        Ok(())
    }

    /// Another deed takes the place of one that is not out yet, under the same key, with nothing to choose from it.
    pub async fn replace(&self, row: &Pending, deed: &Deed) -> Result<(), StoreError> {
        let payload = serde_json::to_vec(deed).map_err(|source| StoreError::Corrupt { table: "outbox", source })?;
        let key = self.record_key(&record_of(&row.key)).await?;
        let key = key.ok_or(StoreError::Sealed { table: "outbox", source: SealError::Broken })?;
        let payload = key.seal(payload_place(&row.key), &payload);
        let edited = if let Deed::Edit { row, .. } = deed { *row } else { row.seq };
        write!(self, |tx| {
            sqlx::query("UPDATE outbox SET payload = $2, file = $3 WHERE seq = $1 AND state = 'pending'")
                .bind(row.seq)
                .bind(payload.as_slice())
                .bind(deed.file().is_some())
                .execute(&mut *tx)
                .await?;
            sqlx::query("UPDATE outbox SET choices = NULL, choices_by = NULL WHERE seq = $1 OR seq = $2")
                .bind(row.seq)
                .bind(edited)
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
                "SELECT outbox.seq, outbox.answers, outbox.asked_by, outbox.thread, outbox.choices, outbox.file,
                        outbox.created_ms, outbox.choices_by, record_key.master, record_key.wrapped
                 FROM outbox LEFT JOIN record_key ON record_key.record = 'outbox/' || outbox.choices_by
                 WHERE answers = $1 AND room_id = $3 AND redacted = $2 AND state <> 'failed' ORDER BY seq",
            )
            .bind(event.as_str())
            .bind(false)
            .bind(room.as_str())
            .fetch_all(pool)
            .await?
        });
        rows.into_iter().map(|row| self.spoken(row)).collect()
    }

    /// What the bot said in this room as this event, unless it has been taken back.
    pub async fn spoken_as(&self, room: &RoomId, event: &EventId) -> Result<Option<Spoken>, StoreError> {
        let row: Option<SpokenRow> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT outbox.seq, outbox.answers, outbox.asked_by, outbox.thread, outbox.choices, outbox.file,
                        outbox.created_ms, outbox.choices_by, record_key.master, record_key.wrapped
                 FROM outbox LEFT JOIN record_key ON record_key.record = 'outbox/' || outbox.choices_by
                 WHERE event_id = $1 AND room_id = $3 AND redacted = $2",
            )
            .bind(event.as_str())
            .bind(false)
            .bind(room.as_str())
            .fetch_optional(pool)
            .await?
        });
        row.map(|row| self.spoken(row)).transpose()
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
                "SELECT outbox.seq, outbox.answers, outbox.asked_by, outbox.thread, outbox.choices, outbox.file,
                        outbox.created_ms, outbox.choices_by, record_key.master, record_key.wrapped
                 FROM outbox LEFT JOIN record_key ON record_key.record = 'outbox/' || outbox.choices_by
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
        row.map(|row| self.spoken(row)).transpose()
    }

    fn spoken(&self, row: SpokenRow) -> Result<Spoken, StoreError> {
        let (seq, answers, asked_by, thread, choices, file, created_ms, by, master, wrapped) = row;
        let choices = match (choices, by) {
            (Some(sealed), Some(by)) => {
                let key = self.key_from(&record_of(&by), master, wrapped)?;
                let choices = key.open(choices_place(&by), &sealed);
                let choices = choices.map_err(|source| StoreError::Sealed { table: "outbox", source })?;
                serde_json::from_slice(&choices).map_err(|source| StoreError::Corrupt { table: "outbox", source })?
            }
            _ => Vec::new(),
        };
        Ok(Spoken {
            seq,
            answers: answers.map(EventId::new),
            asked_by: asked_by.map(UserId::new),
            thread: thread.map(EventId::new),
            choices,
            file,
            created_ms,
        })
    }

    /// Seals the rows that an earlier version of the bot wrote in the clear.
    pub(super) async fn seal_old_outbox(&self) -> Result<(), StoreError> {
        type OldRow = (i64, String, Option<Vec<u8>>, Option<Vec<u8>>);
        let rows: Vec<OldRow> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT outbox.seq, outbox.key, outbox.payload, outbox.choices
                 FROM outbox LEFT JOIN record_key ON record_key.record = 'outbox/' || outbox.key
                 WHERE (outbox.payload IS NOT NULL OR outbox.choices IS NOT NULL)
                   AND outbox.choices_by IS NULL AND record_key.record IS NULL",
            )
            .fetch_all(pool)
            .await?
        });
        for (seq, key, payload, choices) in rows {
            let record = record_of(&key);
            let (record_key, wrapped): (RecordKey, Wrapped) = self.new_record_key(&record);
            let payload = payload.map(|payload| record_key.seal(payload_place(&key), &payload));
            let choices = choices.map(|choices| record_key.seal(choices_place(&key), &choices));
            write!(self, |tx| {
                sqlx::query("UPDATE outbox SET payload = $2, choices = $3, choices_by = $4 WHERE seq = $1")
                    .bind(seq)
                    .bind(payload.as_deref())
                    .bind(choices.as_deref())
                    .bind(choices.as_ref().map(|_| key.as_str()))
                    .execute(&mut *tx)
                    .await?;
                crate::store::seal::keep_key!(tx, record.as_str(), wrapped);
            });
        }
        Ok(())
    }
}

/// A message as it is found again: its row, what surrounds it, its sealed choices and the key that opens them.
type SpokenRow = (
    i64,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<Vec<u8>>,
    bool,
    i64,
    Option<String>,
    Option<String>,
    Option<Vec<u8>>,
);
