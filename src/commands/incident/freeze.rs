//! While a criminal or disciplinary inquiry runs nothing is asked: what people say freely in an evaluation must not become evidence
//! against them. The lawyers say when it may go on.

use crate::commands::case::{Case, refused};
use crate::commands::{Ask, Reply, evaluation};
use crate::domain::LONGEST_REMARK;
use crate::domain::incident::IncidentStep;
use crate::store::StoreError;

/// Nothing is asked any more, and why.
pub(super) async fn freeze(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    if let Err(refusal) = case.incident.may_freeze(&case.member, true) {
        return refused(ask, case, refusal).await;
    }
    let remark = match case.remark(ask, words, ("incident-freeze-how", LONGEST_REMARK)).await? {
        Ok(remark) => remark,
        Err(reply) => return Ok(*reply),
    };
    let mut changes = vec![case.change(vec![IncidentStep::Frozen { reason: remark.text.to_owned() }])];
    changes.push(evaluation::at_freezing(ask, case).await?);
    changes.extend(remark.changes);
    let number = case.incident.number.as_str();
    case.say(ask, |ask| Reply { changes, ..ask.say("incident-frozen", &[("number", number.into())]) }).await
}

/// It goes on.
pub(super) async fn thaw(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    if let Err(refusal) = case.incident.may_freeze(&case.member, false) {
        return refused(ask, case, refusal).await;
    }
    let mut steps = vec![IncidentStep::Thawed];
    let mut changes = Vec::new();
    if let Some((planned, due)) = evaluation::at_thawing(ask, case).await? {
        steps.push(planned);
        changes.push(due);
    }
    changes.push(case.change(steps));
    let number = case.incident.number.as_str();
    case.say(ask, |ask| Reply { changes, ..ask.say("incident-thawed", &[("number", number.into())]) }).await
}
