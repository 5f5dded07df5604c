//! Whether people are still who they were: the public master key of each person met in an encrypted room. The first one seen
//! is believed; when a member's or admin's key is another later, or gone, their access stops until somebody confirms it.
//! How keys are learned, and what stopped access means, is decided above.

use super::{Arrival, Arrived, Receipt, RoomReceipt, Store, StoreError, audit, read, write};
use crate::domain::audit::{Action, Actor, Entry};
use crate::domain::{EventId, Incoming, Place, Role, RoomId, Trust, UserId, What};

/// True in SQL when the access of `member.user_id` is stopped; for statements that read from `member`.
macro_rules! stopped {
    () => {
        "EXISTS (SELECT 1 FROM identity WHERE identity.user_id = member.user_id AND identity.stopped_ms IS NOT NULL)"
    };
}

/// Believes, within a transaction, the key that was last seen, if it is still the one on which that was decided.
macro_rules! confirm {
    ($tx:ident, $person:expr, $key:expr) => {{
        sqlx::query("UPDATE identity SET trusted = seen, stopped_ms = NULL WHERE user_id = $1 AND seen = $2")
            .bind($person.as_str())
            .bind($key.as_str())
            .execute(&mut *$tx)
            .await?;
    }};
}
pub(super) use {confirm, stopped};

/// What is remembered of somebody's encryption identity. Keys are public and in base64.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownIdentity {
    /// The key that is believed.
    pub trusted: String,
    /// The key last seen; nothing when the identity is gone.
    pub seen: Option<String>,
    /// Since when this person's access is stopped, in milliseconds since 1970.
    pub stopped_ms: Option<i64>,
}

impl Store {
    /// Takes note of somebody's master key as it is now; `None` when they have none. `admin` tells that they have rights
    /// besides those of a member. One who is neither has no access that could stop: their newest key is believed. Returns
    /// true when their access is stopped, whether by this or before.
    pub async fn see_identity(
        &self,
        person: &UserId,
        key: Option<&str>,
        admin: bool,
        now_ms: i64,
    ) -> Result<bool, StoreError> {
        let stopped_since = "SELECT stopped_ms FROM identity WHERE user_id = $1 AND stopped_ms IS NOT NULL";
        write!(self, |tx| {
            let before: Option<i64> =
                sqlx::query_scalar(stopped_since).bind(person.as_str()).fetch_optional(&mut *tx).await?;
            if let Some(key) = key {
                // One statement, so that two bots that see different keys cannot take back each other's stop.
                sqlx::query(
                    "INSERT INTO identity (user_id, trusted, seen, seen_ms, stopped_ms) VALUES ($1, $2, $2, $3, NULL)
                     ON CONFLICT (user_id) DO UPDATE SET
                         trusted = CASE
                             WHEN identity.stopped_ms IS NULL AND NOT
                                 ($4 OR EXISTS (SELECT 1 FROM member WHERE member.user_id = excluded.user_id))
                             THEN excluded.trusted ELSE identity.trusted END,
                         stopped_ms = CASE
                             WHEN identity.stopped_ms IS NULL AND identity.trusted <> excluded.seen AND
                                 ($4 OR EXISTS (SELECT 1 FROM member WHERE member.user_id = excluded.user_id))
                             THEN excluded.seen_ms ELSE identity.stopped_ms END,
                         seen = excluded.seen,
                         seen_ms = excluded.seen_ms
                     WHERE identity.seen IS DISTINCT FROM excluded.seen",
                )
                .bind(person.as_str())
                .bind(key)
                .bind(now_ms)
                .bind(admin)
                .execute(&mut *tx)
                .await?;
            } else {
                sqlx::query(
                    "UPDATE identity SET seen = NULL, seen_ms = $2, stopped_ms = CASE
                         WHEN identity.stopped_ms IS NULL AND
                             ($3 OR EXISTS (SELECT 1 FROM member WHERE member.user_id = identity.user_id))
                         THEN $2 ELSE identity.stopped_ms END
                     WHERE user_id = $1 AND seen IS NOT NULL",
                )
                .bind(person.as_str())
                .bind(now_ms)
                .bind(admin)
                .execute(&mut *tx)
                .await?;
            }
            let after: Option<i64> =
                sqlx::query_scalar(stopped_since).bind(person.as_str()).fetch_optional(&mut *tx).await?;
            // Two bots that see it at the same moment may both note it.
            if before.is_none() && after.is_some() {
                let stop = Entry::new(now_ms, Actor::Bot, Action::IdentityStopped, "identity", person.as_str());
                let key = self.audit_key().await?;
                audit::append!(tx, &key, [&stop]);
            }
        });
        self.identity_changed(person).await
    }

    /// What is remembered of somebody's identity; nothing when none has been seen.
    pub async fn identity(&self, person: &UserId) -> Result<Option<KnownIdentity>, StoreError> {
        let row: Option<(String, Option<String>, Option<i64>)> = read!(self, |pool| {
            sqlx::query_as("SELECT trusted, seen, stopped_ms FROM identity WHERE user_id = $1")
                .bind(person.as_str())
                .fetch_optional(pool)
                .await?
        });
        Ok(row.map(|(trusted, seen, stopped_ms)| KnownIdentity { trusted, seen, stopped_ms }))
    }

    /// True when somebody's identity is another than the one that was known, and nobody has confirmed it.
    pub async fn identity_changed(&self, person: &UserId) -> Result<bool, StoreError> {
        Ok(self.identity(person).await?.is_some_and(|known| known.stopped_ms.is_some()))
    }

    /// Believes the key that was last seen, if it is still this one; what `Change::IdentityConfirmed` does, for an operator.
    pub async fn confirm_identity(&self, person: &UserId, key: &str) -> Result<(), StoreError> {
        let key = key.to_owned();
        write!(self, |tx| confirm!(tx, person, key));
        Ok(())
    }

    /// Everybody whose identity matters: those of whom one is remembered, and all members.
    pub async fn people_with_identity(&self) -> Result<Vec<UserId>, StoreError> {
        let people: Vec<String> = read!(self, |pool| {
            sqlx::query_scalar("SELECT user_id FROM identity UNION SELECT user_id FROM member").fetch_all(pool).await?
        });
        Ok(people.into_iter().map(UserId::new).collect())
    }

    /// Puts into the inbox that the identities of these members have changed: once per key in the chain room of each of
    /// their teams, as far as the rooms are this account's. May be repeated. Returns the rooms in which it is to be told.
    pub async fn tell_changed_identities(&self, account: &UserId, now_ms: i64) -> Result<Vec<RoomId>, StoreError> {
        let rows: Vec<(String, bool, String, Option<String>)> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT room.room_id, room.encrypted, identity.user_id, identity.seen FROM identity
                 JOIN member ON member.user_id = identity.user_id
                 JOIN team_room ON team_room.team_id = member.team_id AND team_room.organisation IS NULL
                 JOIN room ON room.room_id = team_room.room_id
                 WHERE identity.stopped_ms IS NOT NULL AND room.account = $1
                 ORDER BY identity.stopped_ms, room.room_id",
            )
            .bind(account.as_str())
            .fetch_all(pool)
            .await?
        });
        let rooms = rows.into_iter().map(|(room, encrypted, person, key)| {
            let (room, person) = (RoomId::new(room), UserId::new(person));
            let event = notice_id(&room, &person, key.as_deref());
            let incoming = Incoming {
                event: event.clone(),
                room: room.clone(),
                place: Place { direct: false, encrypted },
                sender: person.clone(),
                trust: Trust::Unknown,
                age_ms: 0,
                received_ms: now_ms,
                what: What::IdentityChanged { person },
            };
            let events = vec![Arrived { event, arrival: Arrival::Readable(incoming) }];
            RoomReceipt { room, encrypted, gap: None, mark: None, events }
        });
        let receipt = Receipt { sync_mark: None, rooms: rooms.collect() };
        if receipt.rooms.is_empty() {
            return Ok(Vec::new());
        }
        self.receive(account, &receipt, now_ms).await
    }

    /// The coordinators of the team whose chain room this is who could confirm this person: not they themselves, and nobody
    /// whose own access is stopped.
    pub async fn confirmers(&self, room: &RoomId, person: &UserId) -> Result<Vec<UserId>, StoreError> {
        let people: Vec<String> = read!(self, |pool| {
            sqlx::query_scalar(concat!(
                "SELECT member.user_id FROM member JOIN team_room ON team_room.team_id = member.team_id
                 WHERE team_room.room_id = $1 AND member.role = $2 AND member.user_id <> $3 AND NOT ",
                stopped!(),
                " ORDER BY member.user_id"
            ))
            .bind(room.as_str())
            .bind(Role::Coordinator.code())
            .bind(person.as_str())
            .fetch_all(pool)
            .await?
        });
        Ok(people.into_iter().map(UserId::new).collect())
    }
}

/// The id under which a change is told in a room: the same for the same key, so that it enters the inbox once. No event of
/// a server has one like it, for those begin with `$`.
fn notice_id(room: &RoomId, person: &UserId, key: Option<&str>) -> EventId {
    EventId::new(format!("identity {person} {} {room}", key.unwrap_or("gone")))
}
