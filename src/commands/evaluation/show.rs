//! How far an evaluation has come.

use crate::commands::case::Case;
use crate::commands::{Ask, Reply};
use crate::store::StoreError;

pub(super) async fn list(ask: &Ask<'_>, member: &crate::domain::Member) -> Result<Reply, StoreError> {
    let _ = member;
    Ok(ask.say("incident-already-so", &[]))
}

pub(super) async fn show(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    {
        let text = case.words(ask, "incident-already-so", &[]);
        case.says(ask, text).await
    }
}

pub(super) async fn not_known(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let _ = words;
    {
        let text = case.words(ask, "incident-already-so", &[]);
        case.says(ask, text).await
    }
}
