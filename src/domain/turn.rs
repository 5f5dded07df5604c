//! What one event leads to: changes of state and things to say. The store writes a turn in one transaction.

use super::aftercare::AftercareChange;
use super::audit::{Entry, acts_of};
use super::incident::{ActionChange, IncidentChange};
use super::retention::RetentionChange;
use super::{
    AgreementChange, DialogueChange, DueChange, EventId, Language, Outgoing, PracticeChange, ReminderChange, RoomId,
    SaidOf, Say, SignalChange, TeamChange, TeamId, UserId,
};

/// Everything that follows from one event.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Turn {
    /// What changes in the database.
    pub changes: Vec<Change>,
    /// What the bot does in the chat, in order.
    pub out: Vec<Outgoing>,
}

impl Turn {
    /// What of it stands in the audit log.
    pub fn acts(&self) -> Vec<&Entry> {
        let acts = self.changes.iter().filter_map(|change| match change {
            Change::Audit(act) => Some(act),
            _ => None,
        });
        acts.collect()
    }

    /// The same turn, with an act for each of its changes of which the audit log tells. `by` is who sent the event.
    #[must_use]
    pub fn noted(mut self, by: &UserId, at_ms: i64) -> Self {
        let acts: Vec<Entry> = self.changes.iter().flat_map(|change| acts_of(change, by, at_ms)).collect();
        self.changes.extend(acts.into_iter().map(Change::Audit));
        self
    }

    /// Nothing follows.
    pub fn nothing() -> Self {
        Self::default()
    }
}

/// One change of state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A person is answered in this language from now on, wherever they are.
    PersonLanguage {
        /// Who.
        person: UserId,
        /// The language.
        language: Language,
    },
    /// Days begin and times are said in this zone for a person, wherever they are alone with the bot.
    PersonTimeZone {
        /// Who.
        person: UserId,
        /// The zone.
        zone: chrono_tz::Tz,
    },
    /// A room is answered in this language, for people who chose none.
    RoomLanguage {
        /// Where.
        room: RoomId,
        /// The language.
        language: Language,
    },
    /// People of a room were told that the bot had been away.
    AwayTold {
        /// Where.
        room: RoomId,
        /// When, in milliseconds since 1970.
        at_ms: i64,
    },
    /// Somebody did something that the audit log tells.
    Audit(Entry),
    /// A team changes.
    Team(TeamChange),
    /// An agreement is made or changes.
    Agreement(AgreementChange),
    /// A signal is sent or changes.
    Signal(SignalChange),
    /// An incident is opened, or it or its evaluation goes on.
    Incident(IncidentChange),
    /// An action after an evaluation is agreed or goes on.
    Action(ActionChange),
    /// The end of a record is announced, it is held back, or it goes.
    Retention(RetentionChange),
    /// Somebody takes part in aftercare, or what was said there is forgotten. The audit log tells nothing of it.
    Aftercare(AftercareChange),
    /// A reminder is made or goes on.
    Reminder(ReminderChange),
    /// A team has learned something about interventions, or changes its own entries of the matrix.
    Practice(PracticeChange),
    /// A coordinator lets the operator search the records of a team once, with a code.
    SearchConsent {
        /// The team.
        team: TeamId,
        /// Who.
        by: UserId,
        /// The keyed hash of the code.
        code_hash: Vec<u8>,
    },
    /// An encrypted payload has changed something, and will not do so again under the name of another event.
    Taken {
        /// Which, as the transport names it.
        payload: String,
        /// The event that brought it.
        event: EventId,
    },
    /// Somebody's new encryption identity is really theirs: their access is back. Nothing changes when yet another key has
    /// been seen meanwhile.
    IdentityConfirmed {
        /// Whose.
        person: UserId,
        /// The key that is confirmed, as it was last seen (`Store::identity`).
        key: String,
    },
    /// Something waits to be said to a person in private.
    Private(Box<Private>),
    /// A guided dialogue begins, goes on or ends.
    Dialogue(DialogueChange),
    /// Something falls due, or does not any more.
    Due(DueChange),
    /// People said in these messages what went into a record.
    SaidOf {
        /// The record, by its whole name.
        record: String,
        /// The messages.
        said: Vec<SaidOf>,
    },
    /// What people said that went into a record is remembered no more: it is being taken back, or cannot be.
    Unsaid {
        /// The record, by its whole name.
        record: String,
    },
    /// What was answered in a dialogue went into a record: what the bot said there shows that record from now on.
    Became {
        /// The dialogue's name inside the bot.
        dialogue: String,
        /// The record, by its whole name.
        record: String,
    },
    /// A record is erased for good: its key is overwritten. Whoever decides it says so in the audit log, and takes back what
    /// shows it.
    Erased {
        /// The record, by its whole name.
        record: String,
    },
}

/// Something for one person's direct room with the bot. It waits until there is one that they have joined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Private {
    /// The bot's account.
    pub account: UserId,
    /// To whom.
    pub person: UserId,
    /// What; never about a thread or a message, for those are of another room.
    pub say: Say,
}
