//! What everybody says on their own.

use crate::commands::case::Case;
use crate::commands::{Ask, Reply};
use crate::store::StoreError;

pub(super) async fn begin(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    {
        let text = case.words(ask, "incident-already-so", &[]);
        case.says(ask, text).await
    }
}

pub(super) async fn pass(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    {
        let text = case.words(ask, "incident-already-so", &[]);
        case.says(ask, text).await
    }
}

pub(super) async fn hand_over(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let _ = words;
    {
        let text = case.words(ask, "incident-already-so", &[]);
        case.says(ask, text).await
    }
}

pub(super) async fn release(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let _ = words;
    {
        let text = case.words(ask, "incident-already-so", &[]);
        case.says(ask, text).await
    }
}
