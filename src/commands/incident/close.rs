//! An incident is over: how it ended is kept, and the path of its evaluation is planned.

use crate::commands::case::{Case, refused};
use crate::commands::{Ask, Reply};
use crate::domain::LONGEST_REMARK;
use crate::domain::incident::IncidentStep;
use crate::store::StoreError;

/// Closes it with a reason.
pub(super) async fn close(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    if let Err(refusal) = case.incident.may_close(&case.member) {
        return refused(ask, case, refusal).await;
    }
    let remark = match case.remark(ask, words, ("incident-close-how", LONGEST_REMARK)).await? {
        Ok(remark) => remark,
        Err(reply) => return Ok(*reply),
    };
    let mut changes = vec![case.change(vec![IncidentStep::Closed { reason: remark.text.to_owned() }])];
    changes.extend(remark.changes);
    let number = case.incident.number.as_str();
    case.say(ask, |ask| Reply { changes, ..ask.say("incident-closed", &[("number", number.into())]) }).await
}
