//! The only place that looks at the clock. Everything else is given the time.

use chrono::{DateTime, Utc};

/// Now, to the millisecond.
#[expect(clippy::disallowed_methods, reason = "this is the one place")]
pub fn now() -> DateTime<Utc> {
    Utc::now()
}

/// Now for what falls due. With the feature `failpoints` a test moves it ahead: by as many milliseconds as stand in the file that
/// `SCHAKEL_DUE_AHEAD` names. Nothing else follows that clock; ages of events are the server's.
pub fn due() -> DateTime<Utc> {
    #[cfg(feature = "failpoints")]
    if let Some(file) = simulated() {
        let ahead = std::fs::read_to_string(file).ok().and_then(|text| text.trim().parse().ok());
        return now() + chrono::TimeDelta::milliseconds(ahead.unwrap_or(0));
    }
    now()
}

/// The file by which a test moves the clock for what falls due.
#[cfg(feature = "failpoints")]
pub(crate) fn simulated() -> Option<&'static std::path::Path> {
    use std::path::PathBuf;
    use std::sync::OnceLock;

    static FILE: OnceLock<Option<PathBuf>> = OnceLock::new();
    let file = FILE.get_or_init(|| {
        #[expect(clippy::disallowed_methods, reason = "a test steers the process from outside")]
        std::env::var("SCHAKEL_DUE_AHEAD").ok().map(PathBuf::from)
    });
    file.as_deref()
}
