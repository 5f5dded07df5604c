//! `!interventie`: what can I do now? A search in the team's intervention matrix, one entry in full, or the map by phase.
//!
//! ```text
//! !interventie ruzie filmpje                     a list of at most five, each to be opened by its number
//! !interventie huisbezoek                        one entry
//! !interventie fase:nazorg wie:jongerenwerk      narrowed
//! !interventie                                   the map
//! ```
//!
//! It ranks by words alone, never by what is "best": who may decide stands in each entry.

mod matrix;
mod show;

pub(crate) use matrix::Matrix;

use super::ask::{Ask, Reply};
use matrix::Entry;

/// Entries in one list.
const PAGE: usize = 5;

pub(super) fn answer(ask: &Ask<'_>) -> Reply {
    let query = match ask.query() {
        Ok(query) => query,
        Err(reply) => return reply,
    };
    let matrix = &ask.library.matrix;
    if query.text.is_empty() && query.filters.is_empty() {
        return show::map(ask, matrix);
    }
    if let Some(entry) = matrix.named(&query.text)
        && query.filters.is_empty()
    {
        return show::entry(ask, entry).into();
    }
    let found = matrix.find(&query);
    match found.entries.as_slice() {
        [] => show::nothing(ask, &query, &found.nearest),
        [only] => show::entry(ask, only).into(),
        entries => {
            let start = query.page * PAGE;
            if start >= entries.len() {
                return show::no_more(ask, entries.len());
            }
            let shown: Vec<&Entry> = entries[start..].iter().take(PAGE).copied().collect();
            show::list(ask, &query, &shown, start, entries.len())
        }
    }
}
