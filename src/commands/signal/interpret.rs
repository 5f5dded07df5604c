//! A second pair of eyes: a colleague of the author answers the fixed criteria. Here it begins; what is made of the answers lies in
//! [`interpreting`](super::interpreting).

use super::interpreting::opening;
use super::open::Case;
use super::refuse::refused;
use crate::commands::{Ask, Reply};
use crate::domain::Audience;
use crate::store::StoreError;

/// Begins the dialogue with the asker, in their direct room.
pub(super) async fn begin(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    if let Err(refusal) = case.signal.may_interpret(&case.member) {
        return refused(ask, case, refusal).await;
    }
    // It is read in private, by them alone.
    let alone = Audience::person(case.member.clone().into());
    let view = case.signal.content.for_audience(&alone, &case.rules).expect("whoever has a case sees its signal");
    let (record, opening) = (case.signal.record(), opening(ask, &view));
    let mut reply = ask.begin(&case.member, "interpretation", Some(record.clone()), opening).await?;
    reply.changes.push(case.read(ask));
    Ok(Reply { shows: Some(record.into_boxed_str()), ..reply })
}
