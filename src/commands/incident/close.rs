//! An incident is over: how it ended is kept, and the path of its evaluation is planned.

use crate::commands::case::{Case, refused};
use crate::commands::{Ask, Desk, Reply, aftercare, evaluation};
use crate::domain::LONGEST_REMARK;
use crate::domain::incident::IncidentStep;
use crate::store::StoreError;
use crate::text::Answer;

/// Closes it with a reason.
pub(super) async fn close(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    if let Err(refusal) = case.incident.may_close(&case.member) {
        return refused(ask, case, refusal).await;
    }
    let remark = match case.remark(ask, words, ("incident-close-how", LONGEST_REMARK)).await? {
        Ok(remark) => remark,
        Err(reply) => return Ok(*reply),
    };
    let mut steps = vec![IncidentStep::Closed { reason: remark.text.to_owned() }];
    let mut changes = remark.changes;
    let number = case.incident.number.as_str();
    let mut answer = Answer::say(ask.text("incident-closed", &[("number", number.into())]));
    if let Some((planned, due, told)) = evaluation::at_closing(ask, case).await? {
        steps.push(planned);
        changes.push(due);
        answer = answer.then(told);
    }
    answer = answer.paragraph(aftercare::offer(&Desk::of(ask), ask.language));
    changes.insert(0, case.change(steps));
    case.say(ask, |_| Reply { changes, ..answer.into() }).await
}
