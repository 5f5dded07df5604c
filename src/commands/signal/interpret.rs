//! A second pair of eyes: a colleague of the author answers the fixed criteria. The dialogue asks; here it begins and ends.

use super::open::Case;
use super::refuse::refused;
use crate::commands::{Ask, Reply};
use crate::store::StoreError;

/// Begins the dialogue with the asker, in their direct room.
pub(super) async fn begin(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    if let Err(refusal) = case.signal.may_interpret(&case.member) {
        return refused(ask, case, refusal).await;
    }
    case.say(ask, |ask| ask.say("signal-interpret-begin", &[("number", case.signal.number.as_str().into())])).await
}
