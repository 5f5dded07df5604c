//! The path of an evaluation.

use crate::commands::Desk;
use crate::commands::case::Case;
use crate::commands::{Ask, Reply};
use crate::domain::{Due, Turn};
use crate::store::StoreError;

/// What follows when a step of a path is due.
pub(crate) async fn fall_due(desk: &Desk<'_>, due: &Due) -> Result<Turn, StoreError> {
    let _ = (desk, due);
    Ok(Turn::nothing())
}

pub(super) async fn terms(ask: &Ask<'_>, member: &crate::domain::Member, words: &str) -> Result<Reply, StoreError> {
    let _ = (member, words);
    Ok(ask.say("incident-already-so", &[]))
}

pub(super) async fn plan(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let _ = words;
    {
        let text = case.words(ask, "incident-already-so", &[]);
        case.says(ask, text).await
    }
}

pub(super) async fn done(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let _ = words;
    {
        let text = case.words(ask, "incident-already-so", &[]);
        case.says(ask, text).await
    }
}

pub(super) async fn skip(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let _ = words;
    {
        let text = case.words(ask, "incident-already-so", &[]);
        case.says(ask, text).await
    }
}
