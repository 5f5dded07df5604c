//! What the transport tells of itself as it goes: flags and counters that anybody can read at any moment, and that cost nothing.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use crate::clock;

/// The pulse of the transport.
#[derive(Debug, Default)]
pub struct Pulse {
    ready: AtomicBool,
    claim_lost: AtomicBool,
    /// When the last sync succeeded, in milliseconds since the program began; 0 is never.
    synced_ms: AtomicU64,
    unreadable: AtomicU64,
    unsent: AtomicU64,
}

impl Pulse {
    /// The bot is synced and serves.
    pub fn ready(&self) {
        self.ready.store(true, Ordering::Relaxed);
    }

    /// Another process works for the account.
    pub fn claim_lost(&self) {
        self.claim_lost.store(true, Ordering::Relaxed);
    }

    /// The homeserver has answered a sync.
    pub fn synced(&self) {
        let now_ms = u64::try_from(clock::running().as_millis()).unwrap_or(u64::MAX);
        self.synced_ms.store(now_ms.max(1), Ordering::Relaxed);
    }

    /// A message that could not be decrypted was given up.
    pub fn gave_up_reading(&self) {
        self.unreadable.fetch_add(1, Ordering::Relaxed);
    }

    /// Something that was to go out can never go out.
    pub fn gave_up_sending(&self) {
        self.unsent.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn is_ready(&self) -> bool {
        self.ready.load(Ordering::Relaxed)
    }

    pub(super) fn claim_is_lost(&self) -> bool {
        self.claim_lost.load(Ordering::Relaxed)
    }

    /// How long ago the last sync succeeded; nothing when none has.
    pub(super) fn silence(&self) -> Option<Duration> {
        let synced_ms = Some(self.synced_ms.load(Ordering::Relaxed)).filter(|at| *at > 0)?;
        Some(clock::running().saturating_sub(Duration::from_millis(synced_ms)))
    }

    pub(super) fn unreadable(&self) -> u64 {
        self.unreadable.load(Ordering::Relaxed)
    }

    pub(super) fn unsent(&self) -> u64 {
        self.unsent.load(Ordering::Relaxed)
    }
}
