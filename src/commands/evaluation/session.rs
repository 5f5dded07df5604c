//! The session.

use crate::commands::case::Case;
use crate::commands::{Ask, Reply};
use crate::store::StoreError;

pub(super) async fn start(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    {
        let text = case.words(ask, "incident-already-so", &[]);
        case.says(ask, text).await
    }
}

pub(super) async fn next(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    {
        let text = case.words(ask, "incident-already-so", &[]);
        case.says(ask, text).await
    }
}

pub(super) async fn back(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    {
        let text = case.words(ask, "incident-already-so", &[]);
        case.says(ask, text).await
    }
}

pub(super) async fn park(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    {
        let text = case.words(ask, "incident-already-so", &[]);
        case.says(ask, text).await
    }
}

pub(super) async fn pause(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    {
        let text = case.words(ask, "incident-already-so", &[]);
        case.says(ask, text).await
    }
}

pub(super) async fn end(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    {
        let text = case.words(ask, "incident-already-so", &[]);
        case.says(ask, text).await
    }
}

pub(super) async fn say(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let _ = words;
    {
        let text = case.words(ask, "incident-already-so", &[]);
        case.says(ask, text).await
    }
}

pub(super) async fn lead(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let _ = words;
    {
        let text = case.words(ask, "incident-already-so", &[]);
        case.says(ask, text).await
    }
}
