//! Everything that follows from one event or one piece of work, written in the transaction of whoever ends it.

use super::{Store, StoreError, outbox};
use crate::domain::aftercare::AftercareStep;
use crate::domain::{Change, DialogueStep, Turn};
use crate::privacy::RecordKey;

/// What must be ready before the transaction begins: the rows of the outbox, sealed, and the key of the audit log if there is
/// something to add.
pub(super) struct Prepared {
    pub(super) out: Vec<outbox::Row>,
    pub(super) audit_key: Option<RecordKey>,
}

impl Prepared {
    pub(super) async fn of(store: &Store, turn: &Turn) -> Result<Self, StoreError> {
        let audit_key = if turn.acts().is_empty() { None } else { Some(store.audit_key().await?) };
        Ok(Self { out: outbox::rows_of(store, &turn.out)?, audit_key })
    }
}

/// Writes the changes of a turn, what is said, and the audit rows, within a transaction.
macro_rules! changes {
    ($store:expr, $tx:ident, $turn:expr, $prepared:expr, $now_ms:expr) => {{
        use $crate::domain::Change;
        for change in &$turn.changes {
            match change {
                Change::PersonLanguage { person, language } => {
                    sqlx::query(
                        "INSERT INTO person (user_id, language) VALUES ($1, $2)
                         ON CONFLICT (user_id) DO UPDATE SET language = excluded.language",
                    )
                    .bind(person.as_str())
                    .bind(language.code())
                    .execute(&mut *$tx)
                    .await?;
                }
                Change::RoomLanguage { room, language } => {
                    sqlx::query("UPDATE room SET language = $2 WHERE room_id = $1")
                        .bind(room.as_str())
                        .bind(language.code())
                        .execute(&mut *$tx)
                        .await?;
                }
                Change::AwayTold { room, at_ms } => {
                    sqlx::query("UPDATE room SET away_told_ms = $2 WHERE room_id = $1")
                        .bind(room.as_str())
                        .bind(*at_ms)
                        .execute(&mut *$tx)
                        .await?;
                }
                Change::PersonTimeZone { person, zone } => {
                    sqlx::query(
                        "INSERT INTO person (user_id, time_zone) VALUES ($1, $2)
                         ON CONFLICT (user_id) DO UPDATE SET time_zone = excluded.time_zone",
                    )
                    .bind(person.as_str())
                    .bind(zone.name())
                    .execute(&mut *$tx)
                    .await?;
                }
                // Below, when all else is written.
                Change::Audit(_) => {}
                Change::Agreement(change) => $crate::store::agreements::apply!($store, $tx, change, $now_ms),
                Change::Signal(change) => $crate::store::signals::apply!($store, $tx, change, $now_ms),
                Change::Incident(change) => $crate::store::incidents::apply!($store, $tx, change, $now_ms),
                Change::Action(change) => $crate::store::actions::apply!($store, $tx, change, $now_ms),
                Change::Retention(change) => $crate::store::retention::apply!($store, $tx, change, $now_ms),
                Change::Aftercare(change) => $crate::store::aftercare::apply!($store, $tx, change),
                Change::Reminder(change) => $crate::store::reminders::apply!($store, $tx, change, $now_ms),
                Change::Practice(change) => $crate::store::practice::apply!($store, $tx, change, $now_ms),
                Change::Team(change) => $crate::store::teams::apply!($store, $tx, change, $now_ms),
                Change::Taken { payload, event } => $crate::store::taken::take!($tx, payload, event),
                Change::IdentityConfirmed { person, key } => $crate::store::identities::confirm!($tx, person, key),
                Change::SearchConsent { team, by, code_hash } => {
                    $crate::store::searching::consent!($tx, team, by, code_hash, $now_ms);
                }
                Change::Private(private) => $crate::store::direct_rooms::apply!($store, $tx, private, $now_ms),
                Change::Dialogue(change) => $crate::store::dialogues::apply!($store, $tx, change, $now_ms),
                Change::Due(change) => $crate::store::due::apply!($tx, change),
                Change::SaidOf { record, said } => $crate::store::dialogues::said_of!($tx, record, said),
                Change::Unsaid { record } => {
                    sqlx::query("DELETE FROM said_of WHERE record = $1")
                        .bind(record.as_str())
                        .execute(&mut *$tx)
                        .await?;
                }
                Change::Became { dialogue, record } => $crate::store::dialogues::became!($tx, dialogue, Some(record)),
                Change::Erased { record } => {
                    $crate::store::rotation::erase!($tx, record, $now_ms);
                    $crate::store::direct_rooms::forget!($tx, record);
                }
            }
        }
        $crate::store::outbox::insert!($store, $tx, $prepared.out, $now_ms);
        if let Some(key) = &$prepared.audit_key {
            let acts = $turn.acts();
            $crate::store::audit::append!($tx, key, acts.iter().copied());
        }
    }};
}
pub(super) use changes;

impl Store {
    /// Has the database let go of what a turn erased.
    pub(super) async fn settle_erasures(&self, turn: &Turn) -> Result<(), StoreError> {
        let is_erased = |change: &Change| match change {
            Change::Erased { .. } => true,
            Change::Aftercare(change) => matches!(change.step, AftercareStep::Ended { .. }),
            _ => false,
        };
        let ends = |change: &Change| matches!(change, Change::Dialogue(it) if it.step == DialogueStep::Ended);
        if turn.changes.iter().any(is_erased) {
            self.scrub_rows().await?;
            self.scrub().await
        } else if turn.changes.iter().any(ends) {
            self.scrub().await
        } else {
            Ok(())
        }
    }
}
