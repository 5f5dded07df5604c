//! How long what the bot holds is kept, and what is owed when a term ends. The rules only: what is kept of which record is the
//! store's, who hears of it and in which words that of `commands/retention`.
//!
//! Terms are proposals of the project's own (study of the field, section 8, November 2026), for no source in law gives others; each
//! organisation sets them with its archivist and its data protection officer. What is configured can be shorter, and longer only up
//! to [`Kept::most_days`].

mod life;
#[cfg(test)]
mod tests;

pub use life::{Announced, LEAD_DAYS, Life, Owed, Record};

use chrono::NaiveDate;

use super::UserId;
use super::team::coded;

coded! {
    /// What is kept, each for a term of its own. The codes are keys of `[retention]`.
    Kept {
        /// A signal that nobody has taken: counted from its last change.
        UnfollowedSignal = "unfollowed_signals",
        /// A signal that somebody follows up: counted from its closing, or else from its last change.
        FollowedSignal = "followed_signals",
        /// An incident with its evaluation and actions: counted from its last change.
        Incident = "incidents",
        /// An agreement that has ended: counted from its end.
        EndedAgreement = "ended_agreements",
        /// A proposal for an entry of the matrix that was refused or taken back: counted from then.
        DecidedProposal = "decided_proposals",
        /// A row of the audit log, which holds no content: counted from its act.
        AuditLog = "audit_log",
    }
}

impl Kept {
    /// The usual term, in days.
    pub fn standard_days(self) -> u32 {
        match self {
            Self::UnfollowedSignal => 90,
            Self::FollowedSignal | Self::Incident | Self::DecidedProposal => 365,
            Self::EndedAgreement | Self::AuditLog => 730,
        }
    }

    /// The longest term that can be configured, in days.
    pub fn most_days(self) -> u32 {
        match self {
            Self::UnfollowedSignal => 180,
            Self::FollowedSignal | Self::Incident | Self::DecidedProposal => 730,
            Self::EndedAgreement | Self::AuditLog => 1826,
        }
    }

    /// The shortest term that can be configured, in days: an end must be announced before it comes, and a log that is let go at once
    /// proves nothing.
    pub fn least_days(self) -> u32 {
        match self {
            Self::AuditLog => 90,
            _ => 14,
        }
    }
}

/// A coordinator holds a record back for so long at a time when nothing else is configured, in days.
pub const STANDARD_HOLD_DAYS: u32 = 90;
/// The longest that can be configured, in days.
pub const MOST_HOLD_DAYS: u32 = 365;

/// How long everything is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RetentionTerms {
    /// In the order of [`Kept::ALL`], in days.
    days: Vec<u32>,
    /// How long a coordinator holds a record back at a time, in days.
    pub hold_days: u32,
}

impl Default for RetentionTerms {
    fn default() -> Self {
        let days = Kept::ALL.iter().map(|kept| kept.standard_days()).collect();
        Self { days, hold_days: STANDARD_HOLD_DAYS }
    }
}

impl RetentionTerms {
    /// How long this is kept, in days.
    pub fn days(&self, kept: Kept) -> u32 {
        self.days[kept as usize]
    }

    /// How long this is kept, in milliseconds.
    pub fn ms(&self, kept: Kept) -> i64 {
        i64::from(self.days(kept)) * DAY_MS
    }

    /// The same terms with another one for this, kept within what can be configured.
    #[must_use]
    pub fn with(mut self, kept: Kept, days: u32) -> Self {
        self.days[kept as usize] = days.clamp(kept.least_days(), kept.most_days());
        self
    }
}

pub(crate) const DAY_MS: i64 = 24 * 3_600_000;

coded! {
    /// How a record went of which only a bare row is left.
    GoneHow {
        /// Its author took it back.
        Withdrawn = "withdrawn",
        /// Its term ended.
        Expired = "expired",
        /// The operator erased it.
        Erased = "erased",
    }
}

/// Something changes in how long one record is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RetentionChange {
    /// Which record.
    pub record: Record,
    /// The version of the record on which this was decided. When it is another by now, the turn is not written but made anew.
    pub seen: i64,
    /// What happens.
    pub step: RetentionStep,
}

/// One such change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RetentionStep {
    /// It was said when it ends, in milliseconds since 1970.
    Announced {
        /// That moment.
        end_ms: i64,
    },
    /// A coordinator holds it back.
    Held {
        /// Until this day.
        until: NaiveDate,
        /// Who.
        by: UserId,
        /// Why, in their words.
        reason: String,
    },
    /// It goes; a bare row stays. Whoever decides it erases its key besides, and takes back what shows it.
    Gone(GoneHow),
}

/// That a coordinator holds a record back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Until this day.
    pub until: NaiveDate,
    /// Why, in their words.
    pub reason: String,
}
