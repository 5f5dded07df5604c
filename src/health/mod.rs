//! How it stands with the bot, for who watches over it: red or green with one line why, and numbers as Prometheus reads them. The
//! transport tells a [`Pulse`] what it does; all else is read from the store and from the operating system. No id of a person, a room
//! or a team comes in here, so none can go out. Whatever is asked of it holds up nobody: one look at the database at a time, and none
//! that lasts.

mod ask;
mod numbers;
mod pulse;
mod server;

use std::fmt;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::{Instant, timeout};

pub use ask::ask;
pub use pulse::Pulse;
pub use server::{listen, serve};

use crate::clock;
use crate::domain::UserId;
use crate::store::{Counts, Store};

/// A homeserver that gives no answer for longer makes the bot red: a poll lasts half a minute, and a restart some minutes.
pub const LONGEST_SILENCE: Duration = Duration::from_mins(5);
/// A database that takes longer than this is away.
const PATIENCE: Duration = Duration::from_millis(1500);
/// What was found counts for so long, so that many who ask are one look at the database.
const FRESH: Duration = Duration::from_secs(1);

/// Why the bot is not well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Red {
    /// It is starting, and waits for its database.
    NotOpen,
    /// It is starting, and waits for the homeserver.
    NotReady,
    /// Another process works for its account.
    ClaimLost,
    /// The database gives no answer.
    DatabaseAway,
    /// The homeserver has given no answer for so long.
    Silent(Duration),
}

impl fmt::Display for Red {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOpen => f.write_str("not ready yet: waiting for the database"),
            Self::NotReady => f.write_str("not ready yet: waiting for the homeserver"),
            Self::ClaimLost => f.write_str("claim lost: another process works for this account"),
            Self::DatabaseAway => f.write_str("the database gives no answer"),
            Self::Silent(silence) => {
                write!(f, "no answer of the homeserver to a sync for {} seconds", silence.as_secs())
            }
        }
    }
}

/// What a look at the database found, and when.
#[derive(Debug, Clone, Copy)]
struct Found {
    counts: Option<Counts>,
    at: Instant,
}

/// How it stands with the bot.
#[derive(Debug)]
pub struct Health {
    account: UserId,
    pulse: Arc<Pulse>,
    started_ms: i64,
    longest_silence: Duration,
    store: OnceLock<Arc<Store>>,
    /// Held while the database is looked at: who asks meanwhile gets the same answer.
    found: Mutex<Option<Found>>,
}

impl Health {
    /// Of the bot with this account, which starts now. A sync that is longer ago than `longest_silence` makes it red.
    pub fn new(account: UserId, pulse: Arc<Pulse>, longest_silence: Duration) -> Self {
        // From here on, how long the program runs is counted.
        clock::running();
        Self {
            account,
            pulse,
            started_ms: clock::now().timestamp_millis(),
            longest_silence,
            store: OnceLock::new(),
            found: Mutex::default(),
        }
    }

    /// The database is open.
    pub fn opened(&self, store: Arc<Store>) {
        // Twice is a fault that harms nobody.
        let _ = self.store.set(store);
    }

    /// Red with the reason, or green.
    pub async fn state(&self) -> Result<(), Red> {
        let counts = self.counts().await;
        self.state_with(counts.as_ref())
    }

    fn state_with(&self, counts: Option<&Counts>) -> Result<(), Red> {
        if self.pulse.claim_is_lost() {
            return Err(Red::ClaimLost);
        }
        if self.store.get().is_none() {
            return Err(Red::NotOpen);
        }
        if counts.is_none() {
            return Err(Red::DatabaseAway);
        }
        if !self.pulse.is_ready() {
            return Err(Red::NotReady);
        }
        match self.pulse.silence() {
            Some(silence) if silence <= self.longest_silence => Ok(()),
            silence => Err(Red::Silent(silence.unwrap_or_else(clock::running))),
        }
    }

    /// What waits in the database; nothing when it is not open, or gives no answer in time.
    async fn counts(&self) -> Option<Counts> {
        let store = self.store.get()?;
        let mut found = self.found.lock().await;
        if let Some(found) = found.filter(|found| found.at.elapsed() < FRESH) {
            return found.counts;
        }
        let due_ms = clock::due().timestamp_millis();
        let counts = match timeout(PATIENCE, store.counts(&self.account, due_ms)).await {
            Ok(Ok(counts)) => Some(counts),
            Ok(Err(error)) => {
                tracing::debug!(%error, "the database cannot be looked at for a monitor");
                None
            }
            Err(_) => None,
        };
        *found = Some(Found { counts, at: Instant::now() });
        counts
    }

    /// All numbers, in the text format of Prometheus.
    pub async fn metrics(&self) -> String {
        let counts = self.counts().await;
        numbers::text(&numbers::Moment {
            pulse: &self.pulse,
            green: self.state_with(counts.as_ref()).is_ok(),
            counts,
            started_ms: self.started_ms,
            now_ms: clock::now().timestamp_millis(),
            due_ms: clock::due().timestamp_millis(),
        })
    }
}

#[cfg(test)]
mod tests;
