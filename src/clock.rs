//! The only place that looks at the clock. Everything else is given the time.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};

/// Now, to the millisecond.
#[expect(clippy::disallowed_methods, reason = "this is the one place")]
pub fn now() -> DateTime<Utc> {
    Utc::now()
}

/// Now for what falls due. With the feature `failpoints` a test moves it ahead: by as many milliseconds as stand in the file that
/// `SCHAKEL_DUE_AHEAD` names. Only [`running`] follows it too; ages of events are the server's.
pub fn due() -> DateTime<Utc> {
    now() + TimeDelta::milliseconds(ahead_ms())
}

/// How long the program has run, by a clock that nobody sets: how long ago something was, whatever becomes of the clock on the wall.
/// A test moves it ahead as it moves [`due`].
pub fn running() -> Duration {
    static BEGIN: OnceLock<Instant> = OnceLock::new();
    let begin = BEGIN.get_or_init(Instant::now);
    begin.elapsed() + Duration::from_millis(u64::try_from(ahead_ms()).unwrap_or(0))
}

#[cfg(feature = "failpoints")]
fn ahead_ms() -> i64 {
    let ahead = simulated().and_then(|file| std::fs::read_to_string(file).ok()?.trim().parse().ok());
    ahead.unwrap_or(0)
}

#[cfg(not(feature = "failpoints"))]
fn ahead_ms() -> i64 {
    0
}

/// The file by which a test moves the clock for what falls due.
#[cfg(feature = "failpoints")]
pub(crate) fn simulated() -> Option<&'static std::path::Path> {
    use std::path::PathBuf;

    static FILE: OnceLock<Option<PathBuf>> = OnceLock::new();
    let file = FILE.get_or_init(|| {
        #[expect(clippy::disallowed_methods, reason = "a test steers the process from outside")]
        std::env::var("SCHAKEL_DUE_AHEAD").ok().map(PathBuf::from)
    });
    file.as_deref()
}
