//! Claims about the file of daily marks: one a day, whatever restarts, and never changed.

use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;

use chrono::{DateTime, Duration, Utc};

use super::*;
use crate::domain::audit::{Action, Actor, Entry};
use crate::store::{Marked, MarksError, read_marks};

claims!(
    a_day_is_marked_once_also_after_a_restart,
    a_log_that_no_longer_agrees_with_its_newest_mark_is_told,
    a_line_that_was_cut_off_spoils_no_other,
);

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(NOW_MS).expect("it is a moment")
}

impl Backend {
    fn marks_file(&self) -> PathBuf {
        self.key_file().with_file_name("audit-marks")
    }

    async fn acted(&self) {
        let act = Entry::new(NOW_MS, Actor::Operator, Action::LogRead, "audit", "all");
        self.store.note(&act).await.expect("the act is noted");
    }

    async fn mark_day(&self, now: DateTime<Utc>) -> Option<Marked> {
        self.store.mark_day(&self.marks_file(), now).await.expect("the day is marked")
    }

    fn marks(&self) -> Vec<i64> {
        let (marks, problems) = read_marks(&self.marks_file()).expect("the file is read");
        assert!(problems.is_empty(), "{problems:?}");
        marks.iter().map(|mark| mark.count).collect()
    }
}

async fn a_day_is_marked_once_also_after_a_restart(on: Backend) {
    assert_eq!(on.mark_day(now()).await, None, "nothing stands in the log");
    on.acted().await;
    let marked = on.mark_day(now()).await.expect("it is the first of today");
    assert_eq!((marked.mark.count, marked.contradicted), (1, None));
    on.acted().await;
    assert_eq!(on.mark_day(now() + Duration::hours(3)).await, None);
    let again = on.open_again().await.expect("it opens again");
    assert_eq!(again.mark_day(&on.marks_file(), now()).await.expect("the file is read"), None);
    assert_eq!(on.mark_day(now() + Duration::days(1)).await.expect("it is another day").mark.count, 2);
    assert_eq!(on.marks(), [1, 2]);
    let mode = std::fs::metadata(on.marks_file()).expect("it is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

async fn a_log_that_no_longer_agrees_with_its_newest_mark_is_told(on: Backend) {
    on.acted().await;
    let first = on.mark_day(now()).await.expect("it is the first of today").mark;
    on.run("UPDATE audit SET hash = previous").await;
    let marked = on.mark_day(now() + Duration::days(1)).await.expect("it is another day");
    assert_eq!(marked.contradicted.map(|mark| mark.to_string()), Some(first.to_string()));
    assert_eq!(on.marks().len(), 2);
}

async fn a_line_that_was_cut_off_spoils_no_other(on: Backend) {
    on.acted().await;
    std::fs::write(on.marks_file(), "2026-09-20T10:00").expect("the file is written");
    on.mark_day(now()).await.expect("no mark of today is there");
    let (marks, problems) = read_marks(&on.marks_file()).expect("the file is read");
    assert_eq!(marks.len(), 1);
    assert!(matches!(problems.as_slice(), [MarksError::Line { line: 1, .. }]), "{problems:?}");
}
