//! How the rows of the log hang together. Each carries a keyed hash (HMAC-SHA-256) over its number, what it says and the hash
//! of the row before it, and that earlier hash as well, so that each can be judged by itself and beside its neighbour. A head
//! says how many rows there are, a checkpoint how many were let go; both carry a keyed hash of their own.

use super::Entry;
use crate::privacy::RecordKey;

/// A keyed hash.
pub type Hash = [u8; 32];

/// What stands before the first row.
pub const GENESIS: Hash = [0; 32];

/// A row of the log as it is stored. All is kept as it lies there: what no version of the bot wrote must be told too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Counts from 1 without gaps.
    pub number: i64,
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
    /// Who; see [`super::Actor::code`].
    pub actor: String,
    /// What; see [`super::Action::code`].
    pub action: String,
    /// To which record.
    pub record: String,
    /// Whose record.
    pub team: Option<String>,
    /// One small thing more.
    pub detail: Option<String>,
    /// The hash of the row before.
    pub previous: Vec<u8>,
    /// The hash of this row.
    pub hash: Vec<u8>,
}

impl Row {
    /// The row that this entry becomes after the row or checkpoint with this number and hash.
    pub fn after(number: i64, previous: &[u8], entry: &Entry, key: &RecordKey) -> Self {
        let mut row = Self {
            number: number + 1,
            at_ms: entry.at_ms,
            actor: entry.actor.code().to_owned(),
            action: entry.action.code().to_owned(),
            record: entry.record.clone(),
            team: entry.team.as_ref().map(|team| team.as_str().to_owned()),
            detail: entry.detail.as_ref().map(ToString::to_string),
            previous: previous.to_vec(),
            hash: Vec::new(),
        };
        row.hash = row.hash_as(row.number, previous, key).to_vec();
        row
    }

    /// The hash that what this row says would have as row `number` after `previous`.
    pub(super) fn hash_as(&self, number: i64, previous: &[u8], key: &RecordKey) -> Hash {
        // The parts are told apart by their lengths, which go into the hash; what is not there differs from what is empty.
        let optional = |text: &Option<String>| text.as_ref().map_or(Vec::new(), |text| format!("={text}").into_bytes());
        key.hash(&[
            b"row",
            &number.to_be_bytes(),
            previous,
            &self.at_ms.to_be_bytes(),
            self.actor.as_bytes(),
            self.action.as_bytes(),
            self.record.as_bytes(),
            &optional(&self.team),
            &optional(&self.detail),
        ])
    }

    /// True when it says what was written as this row.
    pub(super) fn is_sound(&self, key: &RecordKey) -> bool {
        self.hash_as(self.number, &self.previous, key) == *self.hash
    }
}

/// The newest row, kept apart so that a missing end shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The number of the newest row, pruned ones counted.
    pub count: i64,
    /// Its hash.
    pub hash: Vec<u8>,
    /// The keyed hash of these two.
    pub seal: Vec<u8>,
}

impl Head {
    /// The head of a log that ends with this row.
    pub fn new(count: i64, hash: &[u8], key: &RecordKey) -> Self {
        let seal = key.hash(&[b"head", &count.to_be_bytes(), hash]).to_vec();
        Self { count, hash: hash.to_vec(), seal }
    }

    pub(super) fn is_sound(&self, key: &RecordKey) -> bool {
        *self == Self::new(self.count, &self.hash, key)
    }
}

/// What is left of rows that were kept long enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The number of the last row that was let go: so many in all.
    pub number: i64,
    /// Its hash.
    pub hash: Vec<u8>,
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
    /// How many went that time.
    pub pruned: i64,
    /// The keyed hash of these four.
    pub seal: Vec<u8>,
}

impl Checkpoint {
    /// The checkpoint after this row was let go.
    pub fn new(number: i64, hash: &[u8], at_ms: i64, pruned: i64, key: &RecordKey) -> Self {
        let parts = [number, at_ms, pruned].map(i64::to_be_bytes);
        let seal = key.hash(&[b"checkpoint", &parts[0], hash, &parts[1], &parts[2]]).to_vec();
        Self { number, hash: hash.to_vec(), at_ms, pruned, seal }
    }

    pub(super) fn is_sound(&self, key: &RecordKey) -> bool {
        *self == Self::new(self.number, &self.hash, self.at_ms, self.pruned, key)
    }
}
