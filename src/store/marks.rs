//! The file of daily marks: once a day the newest number and hash of the audit log, added to a file that an operator can keep
//! out of the reach of whoever can change the database. Nothing in it is ever changed.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::{Store, StoreError};
use crate::domain::audit::{Mark, MarkError};

/// What is wrong with a file of marks.
#[derive(Debug, thiserror::Error)]
pub enum MarksError {
    /// It cannot be read or written.
    #[error("audit_file {path}: {source}")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A line is no mark: somebody was at it, or it was cut off.
    #[error("audit_file {path}, line {line}: {source}")]
    Line {
        /// Which.
        path: PathBuf,
        /// Which line, from 1.
        line: usize,
        /// Why.
        source: MarkError,
    },
    /// The database says no.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What came of marking a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// The new mark.
    pub mark: Mark,
    /// The newest mark that was there, when the log no longer agrees with it.
    pub contradicted: Option<Mark>,
}

/// The marks of a file, oldest first, and what is wrong with its other lines. A file that is not there is an error here.
pub fn read_marks(path: &Path) -> Result<(Vec<Mark>, Vec<MarksError>), MarksError> {
    let text = std::fs::read_to_string(path).map_err(|source| MarksError::File { path: path.to_path_buf(), source })?;
    let (mut marks, mut problems) = (Vec::new(), Vec::new());
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match line.parse() {
            Ok(mark) => marks.push(mark),
            Err(source) => problems.push(MarksError::Line { path: path.to_path_buf(), line: index + 1, source }),
        }
    }
    Ok((marks, problems))
}

impl Store {
    /// Adds today's mark to the file, unless it has one of today (UTC) or nothing stands in the log; compares the newest one
    /// there with the log first. A file that was moved away is begun anew.
    pub async fn mark_day(&self, path: &Path, now: DateTime<Utc>) -> Result<Option<Marked>, MarksError> {
        let last = match read_marks(path) {
            Ok((mut marks, _)) => marks.pop(),
            Err(MarksError::File { source, .. }) if source.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        if last.as_ref().is_some_and(|last| last.day() == now.date_naive()) {
            return Ok(None);
        }
        let Some(mark) = self.audit_mark(now).await? else { return Ok(None) };
        let contradicted = match last {
            Some(last) if !self.agrees_with(&last).await? => Some(last),
            _ => None,
        };
        add(path, &mark).map_err(|source| MarksError::File { path: path.to_path_buf(), source })?;
        Ok(Some(Marked { mark, contradicted }))
    }
}

/// Adds a line and waits until it is on the disk.
fn add(path: &Path, mark: &Mark) -> std::io::Result<()> {
    // A line that was cut off by a crash stays one of its own.
    let cut = std::fs::read(path).is_ok_and(|bytes| bytes.last().is_some_and(|byte| *byte != b'\n'));
    let mut file = OpenOptions::new().create(true).append(true).mode(0o600).open(path)?;
    let line = format!("{}{mark}\n", if cut { "\n" } else { "" });
    file.write_all(line.as_bytes())?;
    file.sync_all()
}
