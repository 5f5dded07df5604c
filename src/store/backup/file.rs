//! The form of a backup: a first line, a header in the clear, chunks that are sealed each for its place, the last one for
//! the last place. So a chunk that is missing, moved or changed does not open, and neither does any under another header.
//!
//! Inside the chunks stand tables, each with its columns, and rows in their compact form, to be read by a version with
//! other tables as well.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::BackupError;
use crate::store::copy::{Kind, Layout, Value};

pub(super) const FIRST_LINE: &[u8; 15] = b"schakel backup\n";
pub(super) const FORMAT: u32 = 1;
/// Bytes of a chunk before it is sealed, about.
pub(super) const CHUNK: usize = 64 * 1024;
/// No header and no chunk is larger.
pub(super) const MOST: u32 = 64 * 1024 * 1024;

pub(super) const TABLE: u8 = 1;
pub(super) const ROW: u8 = 2;
pub(super) const END: u8 = 3;

/// What everybody can read of a backup.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Header {
    pub(super) format: u32,
    /// Of the program that made it.
    pub(super) version: String,
    /// The newest migration of the database.
    pub(crate) step: i64,
    pub(crate) made_ms: i64,
    /// The name of the key's record, and with it the key's place.
    pub(super) name: String,
    /// Which master key wraps the key, and the key wrapped, in hexadecimal.
    pub(super) master: String,
    pub(super) key: String,
}

/// What a backup holds, one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Item {
    /// A table, and the last number that was given in it. Its rows follow.
    Table(Layout, i64),
    Row(Vec<Value>),
    /// All has been read.
    End,
}

/// Where a chunk stands.
pub(super) fn column_of(chunk: u64, last: bool) -> String {
    if last { format!("last chunk {chunk}") } else { format!("chunk {chunk}") }
}

const KINDS: [Kind; 4] = [Kind::Number, Kind::Flag, Kind::Text, Kind::Bytes];

pub(super) fn number_of(kind: Kind) -> i64 {
    match kind {
        Kind::Number => 0,
        Kind::Flag => 1,
        Kind::Text => 2,
        Kind::Bytes => 3,
    }
}

pub(super) fn kind_of(number: i64) -> Option<Kind> {
    KINDS.get(usize::try_from(number).ok()?).copied()
}

pub(super) fn in_file(path: &Path, source: std::io::Error) -> BackupError {
    BackupError::File { path: path.to_path_buf(), source }
}
