//! Whether an event may lead to what was decided: what changes something must have been said by the person, and once.
//!
//! In a room without encryption the homeserver can say anything in anybody's name. In an encrypted one it can send a message
//! again as another event, and the message decrypts again.

use super::Bot;
use crate::domain::aftercare::AftercareStep;
use crate::domain::{Change, Incoming, TeamStep, Turn, What};
use crate::store::StoreError;

impl Bot {
    /// The turn, if its event may lead to it; what is said instead, if not.
    pub(super) async fn once(&self, incoming: &Incoming, mut turn: Turn) -> Result<Turn, StoreError> {
        let typed = matches!(incoming.what, What::Message(_) | What::Edit { .. });
        if !typed || !turn.changes.iter().any(needs_their_word) {
            return Ok(turn);
        }
        if !incoming.place.encrypted {
            return if turn.changes.iter().all(is_harmless) { Ok(turn) } else { self.not_their_word(incoming).await };
        }
        let Some(payload) = self.rooms.payload(incoming).await else {
            return self.apology(incoming).await;
        };
        if self.store.taken(&payload).await?.is_some() {
            tracing::warn!("a message that changed something came again as another event, and is passed over");
            return Ok(Turn::nothing());
        }
        turn.changes.push(Change::Taken { payload, event: incoming.event.clone() });
        Ok(turn)
    }
}

/// True when a second time would be once too often. What follows from a question alone, be it told or remembered, would not.
fn needs_their_word(change: &Change) -> bool {
    match change {
        Change::AwayTold { .. }
        | Change::Audit(_)
        | Change::Private(_)
        | Change::Due(_)
        | Change::SaidOf { .. }
        | Change::Became { .. }
        | Change::Taken { .. } => false,
        // That it is forgotten once more does no harm.
        Change::Aftercare(change) => !matches!(change.step, AftercareStep::Forgotten { .. }),
        Change::Team(change) => !change.steps.iter().all(|step| matches!(step, TeamStep::Chosen { .. })),
        _ => true,
    }
}

/// True when it does no harm although somebody else may have said it: in which language answers are.
fn is_harmless(change: &Change) -> bool {
    !needs_their_word(change)
        || matches!(change, Change::PersonLanguage { .. } | Change::RoomLanguage { .. } | Change::PersonTimeZone { .. })
}
