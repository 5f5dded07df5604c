//! The only place that looks at the clock. Everything else is given the time.

use chrono::{DateTime, Utc};

/// Now, to the millisecond.
#[expect(clippy::disallowed_methods, reason = "this is the one place")]
pub fn now() -> DateTime<Utc> {
    Utc::now()
}
