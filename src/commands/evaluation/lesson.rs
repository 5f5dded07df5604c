//! What the chain has learnt.

use crate::commands::case::Case;
use crate::commands::{Ask, Reply};
use crate::store::StoreError;

pub(super) async fn lesson(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let _ = words;
    {
        let text = case.words(ask, "incident-already-so", &[]);
        case.says(ask, text).await
    }
}

pub(super) async fn confirm(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let _ = words;
    {
        let text = case.words(ask, "incident-already-so", &[]);
        case.says(ask, text).await
    }
}
