//! A signal is done, and why. The reporter hears the reason.

use super::feedback::remark;
use super::open::Case;
use super::refuse::refused;
use super::terms;
use crate::commands::{Ask, Desk, Reply};
use crate::domain::SignalStep;
use crate::store::StoreError;
use crate::text::Answer;

/// Closes it with a reason.
pub(super) async fn close(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    if let Err(refusal) = case.signal.may_close(&case.member) {
        return refused(ask, case, refusal).await;
    }
    let remark = match remark(ask, case, words, "signal-close-how").await? {
        Ok(remark) => remark,
        Err(reply) => return Ok(*reply),
    };
    let desk = Desk::of(ask);
    let record = case.signal.record();
    let mut changes = remark.changes;
    changes.push(case.change(vec![SignalStep::Closed { reason: remark.text.to_owned() }]));
    changes.extend(terms::all_ended(&desk, &record));
    if let Some(author) = case.author().filter(|_| !case.is_author()) {
        let language = desk.language_of(&author.person).await?;
        let args = [("number", case.signal.number.as_str().into()), ("who", case.member.person.localpart().into())];
        let said = Answer::say(desk.text(language, "signal-closed-told", &args)).paragraph(remark.text);
        changes.extend(desk.tell(author, language, &said, vec![], Some(&record)));
    }
    case.say(ask, |ask| Reply {
        changes,
        ..ask.say("signal-closed", &[("number", case.signal.number.as_str().into())])
    })
    .await
}
