//! The inbox: every event enters once, is handled in order per room, and leaves only its id behind.

use std::collections::HashSet;

use super::changes::{Prepared, changes};
use super::seal::keep_key;
use super::{Store, StoreError, read, write};
use crate::domain::{EventId, Incoming, RoomId, Turn, UserId};
use crate::privacy::{Place, RecordKey, Wrapped};

/// What one look at the server brought, written in one transaction.
#[derive(Debug, Clone, Default)]
pub struct Receipt {
    /// The sync token up to which everything is now in the inbox or behind a gap; `None` leaves it as it was.
    pub sync_mark: Option<String>,
    /// Room by room.
    pub rooms: Vec<RoomReceipt>,
}

/// What one look at the server brought for one room.
#[derive(Debug, Clone)]
pub struct RoomReceipt {
    /// Which room.
    pub room: RoomId,
    /// It is encrypted; once said, this stays.
    pub encrypted: bool,
    /// What becomes of the room's gap: `None` leaves it as it is.
    pub gap: Option<bool>,
    /// The newest event seen; `None` leaves the mark as it was.
    pub mark: Option<EventId>,
    /// The events, oldest first.
    pub events: Vec<Arrived>,
}

/// An event on its way into the inbox.
#[derive(Debug, Clone)]
pub struct Arrived {
    /// Its id.
    pub event: EventId,
    /// Its content.
    pub arrival: Arrival,
}

/// Whether an event can be handled at once.
#[derive(Debug, Clone)]
pub enum Arrival {
    /// It can be read.
    Readable(Incoming),
    /// It cannot be read yet.
    Waiting(Waiting),
}

/// An event that waits for its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The event as the transport got it; only the transport reads it.
    pub raw: String,
    /// The room key that it needs.
    pub session: String,
    /// Until when it waits, in milliseconds since 1970.
    pub until_ms: i64,
}

/// Forgets the key of a row whose content is gone.
macro_rules! forget_key {
    ($tx:ident, $seq:expr) => {
        sqlx::query("DELETE FROM record_key WHERE record = (SELECT 'inbox/' || event_id FROM inbox WHERE seq = $1)")
            .bind($seq)
            .execute(&mut *$tx)
            .await?
    };
}

impl Store {
    /// Registers the account and device that this process works for; returns the moment from which on the account handles
    /// events, in milliseconds since 1970: its first login, or when it was put back from a backup.
    pub async fn enter(&self, account: &UserId, device: &str, now_ms: i64) -> Result<i64, StoreError> {
        device.clone_into(&mut self.device.write().unwrap_or_else(std::sync::PoisonError::into_inner));
        write!(self, |tx| {
            sqlx::query(
                "INSERT INTO account (user_id, first_login_ms, device_id) VALUES ($1, $2, $3)
                 ON CONFLICT (user_id) DO UPDATE SET device_id = excluded.device_id",
            )
            .bind(account.as_str())
            .bind(now_ms)
            .bind(device)
            .execute(&mut *tx)
            .await?;
        });
        let first: i64 = read!(self, |pool| {
            sqlx::query_scalar("SELECT COALESCE(restored_ms, first_login_ms) FROM account WHERE user_id = $1")
                .bind(account.as_str())
                .fetch_one(pool)
                .await?
        });
        Ok(first)
    }

    /// The sync token up to which this account has put everything in the inbox.
    pub async fn sync_mark(&self, account: &UserId) -> Result<Option<String>, StoreError> {
        Ok(read!(self, |pool| {
            sqlx::query_scalar::<_, Option<String>>("SELECT sync_mark FROM account WHERE user_id = $1")
                .bind(account.as_str())
                .fetch_optional(pool)
                .await?
                .flatten()
        }))
    }

    /// Writes what came in. Rooms of another account that is in them are passed over. Events that have been in before are
    /// too; returns the rooms in which something is to be handled.
    pub async fn receive(&self, account: &UserId, receipt: &Receipt, now_ms: i64) -> Result<Vec<RoomId>, StoreError> {
        let rows = self.inbox_rows(receipt)?;
        let mut changed = Vec::new();
        write!(self, |tx| {
            for (room, rows) in receipt.rooms.iter().zip(&rows) {
                // A gap that is given up tells nothing of whether the account is in the room.
                let is_in = room.gap == Some(true) || room.mark.is_some() || !room.events.is_empty();
                let owned = sqlx::query(
                    "INSERT INTO room (room_id, account, encrypted, direct, mark, gap, joined)
                     VALUES ($1, $2, $3, $7, $4, $5, $8)
                     ON CONFLICT (room_id) DO UPDATE SET
                         account = excluded.account,
                         encrypted = room.encrypted OR excluded.encrypted,
                         mark = COALESCE(excluded.mark, room.mark),
                         gap = CASE WHEN $6 THEN excluded.gap ELSE room.gap END,
                         joined = room.joined OR $9
                     WHERE room.account = excluded.account OR ($9 AND NOT room.joined)",
                )
                .bind(room.room.as_str())
                .bind(account.as_str())
                .bind(room.encrypted)
                .bind(room.mark.as_ref().map(EventId::as_str))
                .bind(room.gap.unwrap_or(false))
                .bind(room.gap.is_some())
                .bind(false)
                .bind(true)
                .bind(is_in)
                .execute(&mut *tx)
                .await?
                .rows_affected();
                if owned == 0 {
                    continue;
                }
                let mut entered = 0;
                for row in rows {
                    let new = sqlx::query(
                        "INSERT INTO inbox (event_id, room_id, state, payload, session_id, wait_until_ms, received_ms)
                         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (event_id) DO NOTHING",
                    )
                    .bind(row.event)
                    .bind(room.room.as_str())
                    .bind(row.state)
                    .bind(row.payload.as_slice())
                    .bind(row.session)
                    .bind(row.until_ms)
                    .bind(now_ms)
                    .execute(&mut *tx)
                    .await?
                    .rows_affected();
                    if new > 0 {
                        keep_key!(tx, row.record.as_str(), row.wrapped);
                    }
                    entered += new;
                }
                if entered > 0 {
                    changed.push(room.room.clone());
                }
            }
            if let Some(mark) = &receipt.sync_mark {
                sqlx::query("UPDATE account SET sync_mark = $2 WHERE user_id = $1")
                    .bind(account.as_str())
                    .bind(mark.as_str())
                    .execute(&mut *tx)
                    .await?;
            }
        });
        Ok(changed)
    }

    /// The bot is invited to this room: it has a past to be fetched, and was made for one person and the bot or not. The room
    /// is another account's that is invited too, if that one joins first.
    pub async fn invited(&self, account: &UserId, room: &RoomId, direct: bool) -> Result<(), StoreError> {
        write!(self, |tx| {
            sqlx::query(
                "INSERT INTO room (room_id, account, encrypted, direct, gap, joined) VALUES ($1, $2, $3, $4, $5, $3)
                 ON CONFLICT (room_id) DO UPDATE SET direct = excluded.direct WHERE room.account = excluded.account",
            )
            .bind(room.as_str())
            .bind(account.as_str())
            .bind(false)
            .bind(direct)
            .bind(true)
            .execute(&mut *tx)
            .await?;
        });
        Ok(())
    }

    /// The account is no longer in this room: another one that is may have it.
    pub async fn left(&self, account: &UserId, room: &RoomId) -> Result<(), StoreError> {
        write!(self, |tx| {
            sqlx::query("UPDATE room SET joined = $3 WHERE room_id = $1 AND account = $2")
                .bind(room.as_str())
                .bind(account.as_str())
                .bind(false)
                .execute(&mut *tx)
                .await?;
        });
        Ok(())
    }

    /// Marks these rooms of the account as having a gap, and remembers the token at which that was found.
    pub async fn doubt(
        &self,
        account: &UserId,
        rooms: &[(RoomId, bool)],
        sync_mark: Option<String>,
    ) -> Result<(), StoreError> {
        let rooms = rooms.iter().map(|(room, encrypted)| RoomReceipt {
            room: room.clone(),
            encrypted: *encrypted,
            gap: Some(true),
            mark: None,
            events: Vec::new(),
        });
        self.receive(account, &Receipt { sync_mark, rooms: rooms.collect() }, 0).await?;
        Ok(())
    }

    /// Rooms of this account in which events are missing.
    pub async fn gaps(&self, account: &UserId) -> Result<Vec<RoomId>, StoreError> {
        let rooms: Vec<String> = read!(self, |pool| {
            sqlx::query_scalar("SELECT room_id FROM room WHERE account = $1 AND gap = $2")
                .bind(account.as_str())
                .bind(true)
                .fetch_all(pool)
                .await?
        });
        Ok(rooms.into_iter().map(RoomId::new).collect())
    }

    /// Which of these events have been in the inbox.
    pub async fn entered(&self, events: &[EventId]) -> Result<HashSet<EventId>, StoreError> {
        let mut known = HashSet::new();
        for event in events {
            let found: Option<i64> = read!(self, |pool| {
                sqlx::query_scalar("SELECT seq FROM inbox WHERE event_id = $1")
                    .bind(event.as_str())
                    .fetch_optional(pool)
                    .await?
            });
            if found.is_some() {
                known.insert(event.clone());
            }
        }
        Ok(known)
    }

    /// Rooms of this account with events to handle.
    pub async fn rooms_with_work(&self, account: &UserId) -> Result<Vec<RoomId>, StoreError> {
        let rooms: Vec<String> = read!(self, |pool| {
            sqlx::query_scalar(
                "SELECT DISTINCT inbox.room_id FROM inbox JOIN room ON room.room_id = inbox.room_id
                 WHERE inbox.state = 'new' AND room.account = $1",
            )
            .bind(account.as_str())
            .fetch_all(pool)
            .await?
        });
        Ok(rooms.into_iter().map(RoomId::new).collect())
    }

    /// The oldest event of a room that is to be handled, with its row. A payload that cannot be read is laid aside (its id
    /// stays, so it cannot come back) and told as an error.
    pub async fn next_arrived(&self, room: &RoomId) -> Result<Option<(i64, Incoming)>, StoreError> {
        let row: Option<SealedRow> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT inbox.seq, inbox.event_id, inbox.payload, record_key.master, record_key.wrapped
                 FROM inbox LEFT JOIN record_key ON record_key.record = 'inbox/' || inbox.event_id
                 WHERE inbox.room_id = $1 AND inbox.state = 'new' AND inbox.payload IS NOT NULL
                 ORDER BY inbox.seq LIMIT 1",
            )
            .bind(room.as_str())
            .fetch_optional(pool)
            .await?
        });
        let Some(row) = row else { return Ok(None) };
        let seq = row.0;
        let incoming = self.open_payload(row).and_then(|payload| {
            serde_json::from_slice(&payload).map_err(|source| StoreError::Corrupt { table: "inbox", source })
        });
        match incoming {
            Ok(incoming) => Ok(Some((seq, incoming))),
            Err(error) => {
                if error.is_unreadable() {
                    self.finish(seq, &Turn::nothing(), 0).await?;
                }
                Err(error)
            }
        }
    }

    /// Ends the handling of an event: its row is done, its changes are made, its answers are in the outbox; all or nothing.
    /// Returns false, and writes nothing, when the row was done already.
    pub async fn finish(&self, seq: i64, turn: &Turn, now_ms: i64) -> Result<bool, StoreError> {
        let prepared = Prepared::of(self, turn).await?;
        let mut done = true;
        write!(self, |tx| {
            let rows = sqlx::query(
                "UPDATE inbox SET state = 'done', payload = NULL, session_id = NULL WHERE seq = $1 AND state <> 'done'",
            )
            .bind(seq)
            .execute(&mut *tx)
            .await?
            .rows_affected();
            if rows == 0 {
                done = false;
            } else {
                forget_key!(tx, seq);
                changes!(self, tx, turn, prepared, now_ms);
            }
        });
        self.settle_erasures(turn).await?;
        Ok(done)
    }

    /// Events that wait for a key.
    pub async fn waiting(&self, account: &UserId) -> Result<Vec<(i64, RoomId, Waiting)>, StoreError> {
        type WaitingRow = (i64, String, Vec<u8>, Option<String>, Option<Vec<u8>>, String, String, i64);
        let rows: Vec<WaitingRow> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT inbox.seq, inbox.event_id, inbox.payload, record_key.master, record_key.wrapped,
                        inbox.room_id, inbox.session_id, inbox.wait_until_ms
                 FROM inbox JOIN room ON room.room_id = inbox.room_id
                     LEFT JOIN record_key ON record_key.record = 'inbox/' || inbox.event_id
                 WHERE inbox.state = 'waiting' AND room.account = $1
                 ORDER BY inbox.seq",
            )
            .bind(account.as_str())
            .fetch_all(pool)
            .await?
        });
        let mut waiting = Vec::with_capacity(rows.len());
        for (seq, event, payload, master, wrapped, room, session, until_ms) in rows {
            match self.open_payload((seq, event, payload, master, wrapped)) {
                Ok(raw) => {
                    let raw = String::from_utf8_lossy(&raw).into_owned();
                    waiting.push((seq, RoomId::new(room), Waiting { raw, session, until_ms }));
                }
                Err(error) if error.is_unreadable() => {
                    tracing::error!(%error, "an event that waits for its key cannot be read and is laid aside");
                    self.finish(seq, &Turn::nothing(), 0).await?;
                }
                Err(error) => return Err(error),
            }
        }
        Ok(waiting)
    }

    /// A waiting event can be handled after all, or is given up and handled as unreadable.
    pub async fn resolve(&self, seq: i64, incoming: &Incoming) -> Result<(), StoreError> {
        let record = record_of(incoming.event.as_str());
        // Without its key the event was handled meanwhile.
        let Some(key) = self.record_key(&record).await? else { return Ok(()) };
        let payload = key.seal(place(incoming.event.as_str()), &encode(incoming)?);
        write!(self, |tx| {
            sqlx::query(
                "UPDATE inbox SET state = 'new', payload = $2, session_id = NULL WHERE seq = $1 AND state = 'waiting'",
            )
            .bind(seq)
            .bind(payload.as_slice())
            .execute(&mut *tx)
            .await?;
        });
        Ok(())
    }

    fn open_payload(
        &self,
        (_, event, payload, master, wrapped): SealedRow,
    ) -> Result<zeroize::Zeroizing<Vec<u8>>, StoreError> {
        let key = self.key_from(&record_of(&event), master, wrapped)?;
        key.open(place(&event), &payload).map_err(|source| StoreError::Sealed { table: "inbox", source })
    }

    fn inbox_rows<'r>(&self, receipt: &'r Receipt) -> Result<Vec<Vec<Row<'r>>>, StoreError> {
        let rows_of = |room: &'r RoomReceipt| room.events.iter().map(|arrived| self.inbox_row(arrived)).collect();
        receipt.rooms.iter().map(rows_of).collect()
    }

    fn inbox_row<'r>(&self, arrived: &'r Arrived) -> Result<Row<'r>, StoreError> {
        let event = arrived.event.as_str();
        let record = record_of(event);
        let (key, wrapped) = self.new_record_key(&record);
        let (state, content, waiting) = match &arrived.arrival {
            Arrival::Readable(incoming) => ("new", encode(incoming)?, None),
            Arrival::Waiting(waiting) => ("waiting", waiting.raw.clone().into_bytes(), Some(waiting)),
        };
        Ok(Row {
            event,
            state,
            payload: key.seal(place(event), &content),
            session: waiting.map(|waiting| waiting.session.as_str()),
            until_ms: waiting.map(|waiting| waiting.until_ms),
            record,
            wrapped,
        })
    }

    /// Seals the rows that an earlier version of the bot wrote in the clear.
    pub(super) async fn seal_old_inbox(&self) -> Result<(), StoreError> {
        let rows: Vec<(i64, String, Vec<u8>)> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT inbox.seq, inbox.event_id, inbox.payload
                 FROM inbox LEFT JOIN record_key ON record_key.record = 'inbox/' || inbox.event_id
                 WHERE inbox.payload IS NOT NULL AND record_key.record IS NULL",
            )
            .fetch_all(pool)
            .await?
        });
        for (seq, event, content) in rows {
            let record = record_of(&event);
            let (key, wrapped): (RecordKey, Wrapped) = self.new_record_key(&record);
            let sealed = key.seal(place(&event), &content);
            write!(self, |tx| {
                sqlx::query("UPDATE inbox SET payload = $2 WHERE seq = $1")
                    .bind(seq)
                    .bind(sealed.as_slice())
                    .execute(&mut *tx)
                    .await?;
                keep_key!(tx, record.as_str(), wrapped);
            });
        }
        Ok(())
    }
}

/// A row with its sealed payload: seq, event, payload, and the wrapped key of its record.
type SealedRow = (i64, String, Vec<u8>, Option<String>, Option<Vec<u8>>);

fn record_of(event: &str) -> String {
    format!("inbox/{event}")
}

fn place(event: &str) -> Place<'_> {
    Place { table: "inbox", row: event, column: "payload" }
}

struct Row<'r> {
    event: &'r str,
    state: &'static str,
    payload: Vec<u8>,
    session: Option<&'r str>,
    until_ms: Option<i64>,
    record: String,
    wrapped: Wrapped,
}

fn encode(incoming: &Incoming) -> Result<Vec<u8>, StoreError> {
    serde_json::to_vec(incoming).map_err(|source| StoreError::Corrupt { table: "inbox", source })
}
