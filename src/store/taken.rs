//! Encrypted payloads that have changed something, each of which is taken once whatever events carry it.

use super::{Store, StoreError, read};
use crate::domain::EventId;

/// Takes a payload within a transaction; one that another event brought before overtakes the turn.
macro_rules! take {
    ($tx:ident, $payload:expr, $event:expr) => {{
        let taken =
            sqlx::query("INSERT INTO taken (payload, event_id) VALUES ($1, $2) ON CONFLICT (payload) DO NOTHING")
                .bind($payload.as_str())
                .bind($event.as_str())
                .execute(&mut *$tx)
                .await?
                .rows_affected();
        if taken == 0 {
            return Err($crate::store::StoreError::Overtaken);
        }
    }};
}
pub(super) use take;

impl Store {
    /// The event that brought this payload when it was taken.
    pub async fn taken(&self, payload: &str) -> Result<Option<EventId>, StoreError> {
        let event: Option<String> = read!(self, |pool| {
            sqlx::query_scalar("SELECT event_id FROM taken WHERE payload = $1")
                .bind(payload)
                .fetch_optional(pool)
                .await?
        });
        Ok(event.map(EventId::new))
    }

    /// True when this event changed something.
    pub async fn is_taken_by(&self, event: &EventId) -> Result<bool, StoreError> {
        let found: Option<String> = read!(self, |pool| {
            sqlx::query_scalar("SELECT payload FROM taken WHERE event_id = $1 LIMIT 1")
                .bind(event.as_str())
                .fetch_optional(pool)
                .await?
        });
        Ok(found.is_some())
    }
}
