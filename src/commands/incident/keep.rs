//! A coordinator holds an incident back from the end of its term; what that means is `commands/retention`'s.

use crate::commands::case::Case;
use crate::commands::retention::{hold, hold_unseen};
use crate::commands::{Ask, Reply};
use crate::domain::retention::Record;
use crate::domain::{Member, RecordNumber};
use crate::store::StoreError;

/// One that they see.
pub(super) async fn keep(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let record = Record::Incident(case.incident.team.clone(), case.incident.number.clone());
    let reply = hold(ask, &case.member, record, words).await?;
    case.view(ask, |_, _| reply).await
}

/// One that they do not see; nothing when they have not heard of its end.
pub(super) async fn unseen(
    ask: &Ask<'_>,
    member: &Member,
    number: Option<&RecordNumber>,
    words: &str,
) -> Result<Option<Reply>, StoreError> {
    let Some(number) = number else { return Ok(None) };
    hold_unseen(ask, member, Record::Incident(member.team.clone(), number.clone()), words).await
}
