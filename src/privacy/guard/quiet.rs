//! What looks odd and is nobody's: ids of rooms and events, numbers of records. Nothing is found in them.

use std::sync::LazyLock;

use regex::Regex;

use super::claims::Claims;

/// Rooms and events of Matrix (`!abc:server`, `$abc`), and record numbers (`S-2026-k7qd`).
static IDS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:![A-Za-z0-9._=/+-]{1,255}:[A-Za-z0-9.-]{1,255}|\$[A-Za-z0-9_-]{43}|\$[A-Za-z][A-Za-z0-9._=/+-]{1,255}:[A-Za-z0-9.-]{1,255}|\b(?:AF|[SIAR])-20[0-9]{2}-[bcdfghjkmnpqrstvwxz2-8]{4}\b)")
        .expect("a valid pattern")
});

pub(super) fn find(text: &str, claims: &mut Claims) {
    for id in IDS.find_iter(text) {
        claims.hush(id.range());
    }
}
