//! Looking up: the map, a search, one entry. What a team has learned, and its own entries, stand there where everybody who reads is
//! a member of it; elsewhere everything is as it is built in.

use super::matrix::{Entry, Matrix};
use super::practice::Practice;
use super::{PAGE, own, show};
use crate::commands::ask::{Ask, Query, Reply, To};
use crate::store::StoreError;

pub(super) async fn answer(ask: &Ask<'_>) -> Result<Reply, StoreError> {
    let query = match ask.query() {
        Ok(query) => query,
        Err(reply) => return Ok(reply),
    };
    let plain = || found(ask, &ask.library.matrix, &query, &Practice::default());
    let Some(member) = ask.standing.member() else { return Ok(plain()) };
    let own = own::matrix_of(ask.library, ask.store, &member.team).await?;
    let matrix = own.as_deref().unwrap_or(&ask.library.matrix);
    let practice = match one(matrix, &query) {
        Some(entry) => Practice::of(ask, &member.team, entry).await?,
        None => Practice::default(),
    };
    if own.is_none() && practice.is_empty() {
        return Ok(plain());
    }
    // Asked only now: it costs the server a question.
    let Some(reach) = ask.eyes(member).await? else { return Ok(plain()) };
    let reply = found(ask, matrix, &query, &practice);
    Ok(Reply { to: To::These(reach), shows: practice.record(&member.team), ..reply })
}

/// The entry that a question is about, when it is about one only.
fn one<'m>(matrix: &'m Matrix, query: &Query) -> Option<&'m Entry> {
    if query.text.is_empty() && query.filters.is_empty() {
        return None;
    }
    if let Some(entry) = matrix.named(&query.text).filter(|_| query.filters.is_empty()) {
        return Some(entry);
    }
    match matrix.find(query).entries.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

fn found(ask: &Ask<'_>, matrix: &Matrix, query: &Query, practice: &Practice) -> Reply {
    if query.text.is_empty() && query.filters.is_empty() {
        return show::map(ask, matrix);
    }
    if let Some(entry) = one(matrix, query) {
        return show::entry(ask, entry).then(practice.told(ask)).into();
    }
    let found = matrix.find(query);
    let entries = &found.entries;
    if entries.is_empty() {
        return show::nothing(ask, matrix, query, &found.nearest);
    }
    let start = query.page * PAGE;
    if start >= entries.len() {
        return show::no_more(ask, entries.len());
    }
    let shown: Vec<&Entry> = entries[start..].iter().take(PAGE).copied().collect();
    show::list(ask, query, &shown, start, entries.len())
}
