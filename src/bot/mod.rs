//! One event in, a turn out: is it for us, may it be done, what command or choice is meant, what is said.
//!
//! The transport puts events in the inbox; [`Bot::handle_next`] takes them out, one room in order, and commits what follows
//! from each in one transaction. A panic in a command is caught here, told with an apology, and takes nothing else down.

pub mod address;
mod departure;
mod dialogue;
mod due;
mod lanes;
mod notice;
mod once;
mod pace;
mod reviews;
mod standing;
mod turn;
mod words;

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::AtomicI64;

use chrono::{DateTime, Utc};
use futures_util::FutureExt as _;
use tokio::sync::Notify;

use crate::catalogue::RoomKind;
use crate::commands::Library;
pub use crate::commands::{Facts, Payload, People, Rooms};
use crate::domain::retention::RetentionTerms;
use crate::domain::{
    Change, Contact, Incoming, Language, Membership, PrivacyNotice, RoomId, Trust, Turn, UserId, What, WorkingTime,
};
use crate::store::{Store, StoreError, TeamRoom};
pub use lanes::Lanes;
use pace::Paces;

/// What the bot must know of itself.
#[derive(Debug, Clone)]
pub struct Identity {
    /// Its account.
    pub account: UserId,
    /// The name that people see.
    pub name: String,
    /// What stands before a command in a shared room.
    pub prefix: String,
    /// The language of people and rooms that chose none.
    pub language: Language,
    /// People who may do what belongs to no team.
    pub admins: Vec<UserId>,
    /// Accounts it never answers, such as other bots.
    pub ignore: Vec<UserId>,
    /// What people are told of who runs it and what becomes of what they write.
    pub notice: PrivacyNotice,
    /// Whom professionals can phone after something hard.
    pub contacts: Vec<Contact>,
    /// How long what it holds is kept.
    pub retention: RetentionTerms,
    /// Commands per person per minute; 0 for any number.
    pub commands_per_minute: usize,
    /// Act only on encrypted messages of devices that their owner has signed.
    pub require_signed_devices: bool,
    /// Servers whose users may be members of a team; `None` for any.
    pub allowed_servers: Option<Vec<String>>,
    /// The zone in which days begin.
    pub time_zone: chrono_tz::Tz,
    /// When people work.
    pub working: WorkingTime,
    /// So many uses of an intervention make a number that may be said.
    pub least_uses: u32,
    /// Since when it runs, in milliseconds since 1970.
    pub started_ms: i64,
    /// When the account first logged in, in milliseconds since 1970; nothing older is handled.
    pub first_login_ms: i64,
}

/// The bot between transports and store.
#[derive(Debug)]
pub struct Bot {
    store: Arc<Store>,
    library: Arc<Library>,
    rooms: Arc<dyn Rooms>,
    me: Identity,
    paces: Paces,
    /// Something waits to be said in private, or somebody has come into a room where it could be.
    private: Notify,
    /// Something else may fall due next.
    due: Notify,
    /// When it was last looked what is due, in milliseconds since 1970; 0 before.
    seen_ms: AtomicI64,
}

impl Bot {
    /// A bot over this store, with these commands, in the rooms of this transport.
    pub fn new(store: Arc<Store>, library: impl Into<Arc<Library>>, rooms: Arc<dyn Rooms>, me: Identity) -> Self {
        Self {
            store,
            library: library.into(),
            rooms,
            me,
            paces: Paces::default(),
            private: Notify::new(),
            due: Notify::new(),
            seen_ms: AtomicI64::new(0),
        }
    }

    /// What commands know.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// Waits until there may be something to say in private: it was decided, or the room for it has changed.
    pub async fn private_work(&self) {
        self.private.notified().await;
    }

    /// Handles the oldest open event of a room. Gives the rooms in which something is to be sent; nothing when there is no such
    /// event.
    pub async fn handle_next(&self, room: &RoomId, now: DateTime<Utc>) -> Result<Option<Vec<RoomId>>, StoreError> {
        let (seq, incoming) = match self.store.next_arrived(room).await {
            Ok(Some(next)) => next,
            Ok(None) => return Ok(None),
            Err(error) if error.is_unreadable() => {
                tracing::error!(%error, "an event in the inbox cannot be read and is laid aside");
                return Ok(Some(Vec::new()));
            }
            Err(error) => return Err(error),
        };
        let turn = match AssertUnwindSafe(self.turn(&incoming, now)).catch_unwind().await {
            // Something changed in another room at the same moment: the event is still there and is handled anew.
            Ok(Err(StoreError::Overtaken)) => return Ok(Some(Vec::new())),
            Ok(turn) => turn?,
            Err(_) => {
                // The panic hook has logged where; what was said is never logged.
                tracing::error!(room = room.as_str(), "handling an event panicked; the room gets an apology");
                self.apology(&incoming).await.unwrap_or_default()
            }
        };
        let turn = self.once(&incoming, turn).await?;
        let turn = turn.noted(&incoming.sender, now.timestamp_millis());
        crate::failpoint!("before-commit");
        match self.store.finish(seq, &turn, now.timestamp_millis()).await {
            Err(StoreError::Overtaken) => return Ok(Some(Vec::new())),
            other => other?,
        };
        crate::failpoint!("after-commit");
        let joined = matches!(&incoming.what, What::Membership { now: Membership::Joined, .. });
        if joined || turn.changes.iter().any(|change| matches!(change, Change::Private(_))) {
            self.private.notify_one();
        }
        if turn.changes.iter().any(|change| matches!(change, Change::Due(_) | Change::Reminder(_))) {
            self.due.notify_one();
        }
        Ok(Some(turn.out.into_iter().map(|outgoing| outgoing.room).collect()))
    }

    async fn turn(&self, incoming: &Incoming, now: DateTime<Utc>) -> Result<Turn, StoreError> {
        let now_ms = now.timestamp_millis();
        let of_the_bot = incoming.sender == self.me.account;
        let own_membership = matches!(&incoming.what, What::Membership { person, .. } if *person == self.me.account);
        // Also a bot that is not answered can put somebody out.
        let ignored = self.me.ignore.contains(&incoming.sender) && !matches!(incoming.what, What::Membership { .. });
        if (of_the_bot && !own_membership) || ignored {
            return Ok(Turn::nothing());
        }
        // Nothing older than the account's first login. Both sides are spans of one clock each, never two clocks compared.
        if incoming.age_at(now_ms) > now_ms - self.me.first_login_ms {
            return Ok(Turn::nothing());
        }
        if incoming.place.encrypted && matches!(incoming.what, What::Message(_) | What::Edit { .. }) {
            match incoming.trust {
                // Only the server vouches for it, and it could be forged there.
                Trust::Plain => return Ok(Turn::nothing()),
                Trust::Unsigned | Trust::Unknown if self.me.require_signed_devices => {
                    return self.not_believed(incoming, now_ms).await;
                }
                Trust::Signed | Trust::Unsigned | Trust::Unknown => {}
            }
        }
        match &incoming.what {
            What::Message(said) => self.message(incoming, said, now).await,
            What::Edit { of, said } => self.edit(incoming, of, said, now).await,
            What::Reaction { to, key } => self.reaction(incoming, to, key, now).await,
            What::Redaction { of } => self.redaction(incoming, of, now).await,
            What::Membership { person, now: membership } => self.membership(incoming, person, *membership).await,
            What::Unreadable { why } => self.unreadable(incoming, *why, now_ms).await,
            What::IdentityChanged { person } => self.identity_changed(incoming, person).await,
        }
    }

    /// The language for this person in this room.
    async fn language(&self, room: &RoomId, person: &UserId) -> Result<Language, StoreError> {
        if let Some(language) = self.store.person_language(person).await? {
            return Ok(language);
        }
        Ok(self.room_language(room).await?.unwrap_or(self.me.language))
    }

    /// The zone in which days begin and times are said: a person's own where they are alone with the bot, the team's in its rooms.
    async fn zone(
        &self,
        kind: RoomKind,
        person: &UserId,
        team: Option<&TeamRoom>,
    ) -> Result<chrono_tz::Tz, StoreError> {
        let chosen = match (kind, team) {
            (RoomKind::Direct, _) => self.store.person_time_zone(person).await?,
            (_, Some(room)) => self.store.team_time_zone(&room.team).await?,
            (_, None) => None,
        };
        Ok(chosen.unwrap_or(self.me.time_zone))
    }

    async fn room_language(&self, room: &RoomId) -> Result<Option<Language>, StoreError> {
        Ok(self.store.room(room).await?.and_then(|row| row.language))
    }
}

#[cfg(test)]
mod tests;
