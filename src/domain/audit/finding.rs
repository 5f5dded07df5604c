//! What a check of the log finds, and what no check can: in sentences for operators, whose words are English.

use std::fmt;

use chrono::{DateTime, SecondsFormat, Utc};

use super::Checkpoint;

/// Something that is not as the bot wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// These rows say something else than was written as them.
    Changed {
        /// The first.
        from: i64,
        /// The last.
        to: i64,
    },
    /// One row stands in the place of another.
    Reordered {
        /// Where it stands.
        number: i64,
        /// As which row it was written.
        was: i64,
    },
    /// Rows in the middle are gone.
    Removed {
        /// The first.
        from: i64,
        /// The last.
        to: i64,
    },
    /// Rows at the beginning are gone, and no checkpoint accounts for them.
    BeginningCutOff {
        /// The first.
        from: i64,
        /// The last.
        to: i64,
    },
    /// Rows at the end are gone.
    EndCutOff {
        /// The first.
        from: i64,
        /// The last.
        to: i64,
    },
    /// A row that was written by the bot does not continue the one before it.
    Unlinked {
        /// Its number.
        number: i64,
    },
    /// A row that the checkpoint accounts for stands there again.
    Revived {
        /// Its number.
        number: i64,
    },
    /// The checkpoint is not as it was written.
    CheckpointChanged,
    /// There is no head.
    HeadGone,
    /// The head is not as it was written.
    HeadChanged,
    /// The head belongs to an earlier state of the log than its rows.
    HeadPutBack {
        /// How many rows the head knows.
        count: i64,
        /// The newest row.
        last: i64,
    },
    /// The head knows another newest row than the one that stands there.
    HeadOfAnother {
        /// Its number.
        number: i64,
    },
    /// Marks know rows that are not there.
    MarksBeyondEnd {
        /// The moment of the first of these marks.
        at: DateTime<Utc>,
        /// The number in it.
        count: i64,
        /// The newest row now.
        last: i64,
        /// How many marks after it tell the same.
        more: usize,
    },
    /// Marks know other rows than those that stand there: everything before may have been written anew.
    MarksContradict {
        /// The moment of the first of these marks.
        at: DateTime<Utc>,
        /// The number in it.
        count: i64,
        /// How many marks after it tell the same.
        more: usize,
    },
}

/// `row 3` or `rows 3 to 5`, and the verb for it.
struct Rows(i64, i64);

impl Rows {
    fn verb(&self, one: &'static str, more: &'static str) -> &'static str {
        if self.0 == self.1 { one } else { more }
    }
}

impl fmt::Display for Rows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self(from, to) if from == to => write!(f, "row {from}"),
            Self(from, to) => write!(f, "rows {from} to {to}"),
        }
    }
}

fn moment(at: &DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn and_more(more: usize) -> String {
    match more {
        0 => String::new(),
        1 => " (and the mark after it)".to_owned(),
        more => format!(" (and {more} marks after it)"),
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed { from, to } => {
                let rows = Rows(*from, *to);
                write!(f, "{rows} {} changed after being written", rows.verb("was", "were"))
            }
            Self::Reordered { number, was } => {
                write!(f, "row {number} holds what was written as row {was}: rows were reordered")
            }
            Self::Removed { from, to } => {
                let rows = Rows(*from, *to);
                write!(f, "{rows} {} removed", rows.verb("was", "were"))
            }
            Self::BeginningCutOff { from, to } => {
                let rows = Rows(*from, *to);
                let verb = rows.verb("is", "are");
                write!(f, "the beginning was cut off: {rows} {verb} gone, and no checkpoint accounts for that")
            }
            Self::EndCutOff { from, to } => {
                let rows = Rows(*from, *to);
                write!(f, "the end was cut off: {rows} {} gone", rows.verb("is", "are"))
            }
            Self::Unlinked { number } => write!(
                f,
                "row {number} does not continue the row before it: one of them comes from another copy of this log"
            ),
            Self::Revived { number } => write!(f, "row {number} had been let go, and was put back"),
            Self::CheckpointChanged => f.write_str("the checkpoint was changed: the beginning cannot be judged"),
            Self::HeadGone => f.write_str("the head was removed: it cannot be told whether the end was cut off"),
            Self::HeadChanged => f.write_str("the head was changed: it cannot be told whether the end was cut off"),
            Self::HeadPutBack { count, last } => {
                write!(f, "the head was put back: it ends with row {count}, and there are rows up to {last}")
            }
            Self::HeadOfAnother { number } => {
                write!(f, "the head does not belong to row {number}: one of them comes from another copy of this log")
            }
            Self::MarksBeyondEnd { at, count, last, more } => write!(
                f,
                "the end was cut off together with the head: the mark of {}{} knows row {count}, and the log ends with \
                 row {last}",
                moment(at),
                and_more(*more)
            ),
            Self::MarksContradict { at, count, more } => write!(
                f,
                "the log was written anew: the mark of {}{} knows another row {count}",
                moment(at),
                and_more(*more)
            ),
        }
    }
}

/// The outcome of a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Findings {
    /// What is not as the bot wrote it; nothing when the log is whole.
    pub findings: Vec<Finding>,
    /// How many rows there are.
    pub rows: u64,
    /// The number of the newest, pruned ones counted.
    pub last: i64,
    /// What is left of rows that were kept long enough.
    pub checkpoint: Option<Checkpoint>,
    /// How many marks were compared.
    pub marks: usize,
    /// The number in the newest of them.
    pub marked: i64,
    /// How many marks are older than the rows that are kept, so that nothing is left to compare them with.
    pub old_marks: usize,
}

impl Findings {
    /// True when nothing was found.
    pub fn is_whole(&self) -> bool {
        self.findings.is_empty()
    }

    /// What this check could not prove, a sentence each.
    pub fn unproven(&self) -> Vec<String> {
        let mut unproven = Vec::new();
        if let Some(Checkpoint { number, .. }) = &self.checkpoint {
            let rows = Rows(1, *number);
            let verb = rows.verb("was", "were");
            unproven.push(format!("{rows} {verb} kept long enough and let go: only the checkpoint vouches for that"));
        }
        if self.old_marks > 0 {
            unproven.push(format!("older marks than the rows that are kept were not compared: {}", self.old_marks));
        }
        if self.marks == 0 {
            unproven.push(
                "there were no marks to compare with: whoever kept an older copy of the head can have cut off the end \
                 together with it"
                    .to_owned(),
            );
        } else if self.last > self.marked {
            let rows = Rows(self.marked + 1, self.last);
            unproven.push(format!(
                "{rows} {} younger than the newest mark: whoever kept an older copy of the head can have cut off what \
                 followed it since then",
                rows.verb("is", "are")
            ));
        }
        unproven.push(
            "whoever has the master key and can write the database can write a whole log anew: only marks that were \
             kept out of their reach tell it"
                .to_owned(),
        );
        unproven.push(
            "what never passed through the bot stands in no row: reading the database with the master key, or a \
             message that is already in a room"
                .to_owned(),
        );
        unproven
    }
}
