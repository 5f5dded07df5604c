//! Direct rooms, and what waits to be said in them. It waits here, sealed, until the person is in a room that is fit, and
//! then moves into the outbox; which room that is, is for the transport to find out.

use super::{Store, StoreError, outbox, read, write};
use crate::domain::{Deed, Outgoing, RoomId, Say, UserId};
use crate::privacy::{Place, RecordKey};

/// A room of one person and the bot, as far as remembered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DirectRoom {
    /// Which.
    pub room: RoomId,
    /// The bot made it and invited the person.
    pub own: bool,
    /// When the one invited the other, in milliseconds since 1970.
    pub since_ms: i64,
    /// The person has been seen in it.
    pub entered: bool,
}

/// Lays up what is to be said in private, within a transaction.
macro_rules! apply {
    ($store:expr, $tx:ident, $private:expr, $now_ms:expr) => {{
        let name = $crate::store::direct_rooms::new_name();
        let record = $crate::store::direct_rooms::record_of(&name);
        let (key, wrapped) = $store.new_record_key(&record);
        let payload = $crate::store::direct_rooms::sealed(&key, &name, &$private.say)?;
        $crate::store::seal::keep_key!($tx, record.as_str(), wrapped);
        sqlx::query(
            "INSERT INTO private_say (name, account, person, payload, created_ms, shows) VALUES ($1, $2, $3, $4, $5, $6)",
        )
            .bind(name.as_str())
            .bind($private.account.as_str())
            .bind($private.person.as_str())
            .bind(payload.as_slice())
            .bind($now_ms)
            .bind($private.say.shows.as_deref())
            .execute(&mut *$tx)
            .await?;
    }};
}
pub(super) use apply;

/// Drops within a transaction what waits to be said and shows this record, with the keys.
macro_rules! forget {
    ($tx:ident, $record:expr) => {
        for sql in [
            "DELETE FROM record_key WHERE record IN (SELECT 'private_say/' || name FROM private_say WHERE shows = $1)",
            "DELETE FROM private_say WHERE shows = $1",
            // A lesson is shown among others of its entry.
            "DELETE FROM record_key WHERE record IN (
                 SELECT 'private_say/' || name FROM private_say
                 WHERE shows = (SELECT 'practice-of/' || team_id || '/' || slug FROM practice_lesson
                                WHERE 'practice/' || team_id || '/' || lesson_id = $1))",
            "DELETE FROM private_say
             WHERE shows = (SELECT 'practice-of/' || team_id || '/' || slug FROM practice_lesson
                            WHERE 'practice/' || team_id || '/' || lesson_id = $1)",
        ] {
            sqlx::query(sql).bind($record.as_str()).execute(&mut *$tx).await?;
        }
    };
}
pub(super) use forget;

/// Ends a waiting row within a transaction: its content and its key are gone. The number of rows that were still there.
macro_rules! end {
    ($tx:ident, $name:expr) => {{
        sqlx::query("DELETE FROM record_key WHERE record = $1").bind(record_of($name)).execute(&mut *$tx).await?;
        sqlx::query("DELETE FROM private_say WHERE name = $1").bind($name).execute(&mut *$tx).await?.rows_affected()
    }};
}

pub(super) fn new_name() -> String {
    outbox::new_key()
}

/// The record whose key seals a waiting text.
pub(super) fn record_of(name: &str) -> String {
    format!("private_say/{name}")
}

/// A waiting text: its name, sealed, with the master key and the wrapped key of its record.
type Waiting = (String, Vec<u8>, Option<String>, Option<Vec<u8>>);

fn place(name: &str) -> Place<'_> {
    Place { table: "private_say", row: name, column: "payload" }
}

pub(super) fn sealed(key: &RecordKey, name: &str, say: &Say) -> Result<Vec<u8>, StoreError> {
    let text = serde_json::to_vec(say).map_err(|source| StoreError::Corrupt { table: "private_say", source })?;
    Ok(key.seal(place(name), &text))
}

impl Store {
    /// The people to whom something waits to be said in private.
    pub async fn private_people(&self, account: &UserId) -> Result<Vec<UserId>, StoreError> {
        let people: Vec<String> = read!(self, |pool| {
            sqlx::query_scalar("SELECT DISTINCT person FROM private_say WHERE account = $1")
                .bind(account.as_str())
                .fetch_all(pool)
                .await?
        });
        Ok(people.into_iter().map(UserId::new).collect())
    }

    /// When the newest of what waits for this person was written, in milliseconds since 1970; nothing when nothing waits.
    pub async fn private_since(&self, account: &UserId, person: &UserId) -> Result<Option<i64>, StoreError> {
        Ok(read!(self, |pool| {
            sqlx::query_scalar("SELECT MAX(created_ms) FROM private_say WHERE account = $1 AND person = $2")
                .bind(account.as_str())
                .bind(person.as_str())
                .fetch_one(pool)
                .await?
        }))
    }

    /// Rooms of this person and the bot, the newest first.
    pub async fn direct_rooms(&self, account: &UserId, person: &UserId) -> Result<Vec<DirectRoom>, StoreError> {
        let rows: Vec<(String, bool, i64, bool)> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT room_id, own, since_ms, entered FROM direct_room WHERE account = $1 AND person = $2
                 ORDER BY since_ms DESC, room_id",
            )
            .bind(account.as_str())
            .bind(person.as_str())
            .fetch_all(pool)
            .await?
        });
        let room = |(room, own, since_ms, entered)| DirectRoom { room: RoomId::new(room), own, since_ms, entered };
        Ok(rows.into_iter().map(room).collect())
    }

    /// A direct room with this person is about to be made.
    pub async fn making_direct_room(&self, account: &UserId, person: &UserId) -> Result<(), StoreError> {
        write!(self, |tx| {
            sqlx::query("INSERT INTO direct_making (account, person) VALUES ($1, $2) ON CONFLICT DO NOTHING")
                .bind(account.as_str())
                .bind(person.as_str())
                .execute(&mut *tx)
                .await?;
        });
        Ok(())
    }

    /// True when a direct room with this person was about to be made, and it is not known what became of it.
    pub async fn is_making_direct_room(&self, account: &UserId, person: &UserId) -> Result<bool, StoreError> {
        let found: Option<String> = read!(self, |pool| {
            sqlx::query_scalar("SELECT person FROM direct_making WHERE account = $1 AND person = $2")
                .bind(account.as_str())
                .bind(person.as_str())
                .fetch_optional(pool)
                .await?
        });
        Ok(found.is_some())
    }

    /// This is a room of the person and the bot from now on: made by the bot, or by the person, who invited it.
    pub async fn keep_direct_room(
        &self,
        account: &UserId,
        person: &UserId,
        room: &RoomId,
        own: bool,
        since_ms: i64,
    ) -> Result<(), StoreError> {
        write!(self, |tx| {
            let owned = sqlx::query(
                "INSERT INTO room (room_id, account, encrypted, direct, gap) VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT (room_id) DO UPDATE SET direct = excluded.direct WHERE room.account = excluded.account",
            )
            .bind(room.as_str())
            .bind(account.as_str())
            .bind(own)
            .bind(true)
            .bind(true)
            .execute(&mut *tx)
            .await?
            .rows_affected();
            if owned > 0 {
                sqlx::query(
                    "INSERT INTO direct_room (room_id, account, person, own, since_ms, entered)
                     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (room_id) DO NOTHING",
                )
                .bind(room.as_str())
                .bind(account.as_str())
                .bind(person.as_str())
                .bind(own)
                .bind(since_ms)
                // Who made it was in it then.
                .bind(!own)
                .execute(&mut *tx)
                .await?;
            }
            if own {
                sqlx::query("DELETE FROM direct_making WHERE account = $1 AND person = $2")
                    .bind(account.as_str())
                    .bind(person.as_str())
                    .execute(&mut *tx)
                    .await?;
            }
        });
        Ok(())
    }

    /// The person is in this direct room: what waits for them goes there now, in order. How much that was.
    pub async fn say_in_private(
        &self,
        account: &UserId,
        person: &UserId,
        room: &RoomId,
        now_ms: i64,
    ) -> Result<usize, StoreError> {
        let waiting: Vec<Waiting> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT private_say.name, private_say.payload, record_key.master, record_key.wrapped
                 FROM private_say LEFT JOIN record_key ON record_key.record = 'private_say/' || private_say.name
                 WHERE private_say.account = $1 AND private_say.person = $2 ORDER BY private_say.seq",
            )
            .bind(account.as_str())
            .bind(person.as_str())
            .fetch_all(pool)
            .await?
        });
        let mut moved = Vec::new();
        for row in waiting {
            let name = row.0.clone();
            let outgoing = match self.opened(row) {
                Ok(say) => vec![Outgoing { room: room.clone(), deed: Deed::Say(say) }],
                // A text that does not open holds up nothing behind it.
                Err(error) if error.is_unreadable() => {
                    tracing::error!(%error, "something that waited to be said in private is given up");
                    vec![]
                }
                Err(error) => return Err(error),
            };
            moved.push((name, outbox::rows_of(self, &outgoing)?));
        }
        let mut said = 0;
        write!(self, |tx| {
            for (name, rows) in &moved {
                // Another look may have been quicker.
                if end!(tx, name.as_str()) > 0 {
                    said += rows.len();
                    outbox::insert!(self, tx, *rows, now_ms);
                }
            }
            sqlx::query("UPDATE direct_room SET entered = $2 WHERE room_id = $1")
                .bind(room.as_str())
                .bind(true)
                .execute(&mut *tx)
                .await?;
        });
        Ok(said)
    }

    fn opened(&self, (name, payload, master, wrapped): Waiting) -> Result<Say, StoreError> {
        let key = self.key_from(&record_of(&name), master, wrapped)?;
        let text = key.open(place(&name), &payload);
        let text = text.map_err(|source| StoreError::Sealed { table: "private_say", source })?;
        serde_json::from_slice(&text).map_err(|source| StoreError::Corrupt { table: "private_say", source })
    }

    /// Drops what was to be said to this person and was written before that moment. How much that was.
    pub async fn drop_private(&self, account: &UserId, person: &UserId, before_ms: i64) -> Result<usize, StoreError> {
        let names: Vec<String> = read!(self, |pool| {
            sqlx::query_scalar("SELECT name FROM private_say WHERE account = $1 AND person = $2 AND created_ms < $3")
                .bind(account.as_str())
                .bind(person.as_str())
                .bind(before_ms)
                .fetch_all(pool)
                .await?
        });
        write!(self, |tx| {
            for name in &names {
                end!(tx, name.as_str());
            }
        });
        Ok(names.len())
    }
}
