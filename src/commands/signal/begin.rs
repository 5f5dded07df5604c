//! Where a report begins: in the asker's direct room, wherever they ask.

use super::report::opening;
use crate::commands::{Ask, Reply};
use crate::store::StoreError;

/// Begins the dialogue of the form `signal`.
pub(super) async fn begin(ask: &Ask<'_>) -> Result<Reply, StoreError> {
    let member = ask.standing.member().expect("the declaration asks for a member");
    ask.begin(member, "signal", None, opening(ask, member)).await
}
