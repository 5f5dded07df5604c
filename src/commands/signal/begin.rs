//! Where a report begins.

use crate::commands::{Ask, Reply};
use crate::store::StoreError;

/// Begins the dialogue in the asker's direct room.
#[expect(clippy::unused_async, reason = "the dialogue looks into the store")]
pub(super) async fn begin(ask: &Ask<'_>) -> Result<Reply, StoreError> {
    Ok(ask.say("signal-begin", &[]))
}
