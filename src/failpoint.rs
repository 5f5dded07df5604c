//! Named places at which a test can kill the process, as a loss of power would, or make it panic, as a bug would. Without
//! the feature `failpoints` they are nothing at all.

/// Kills the process here when the environment names this place: `SCHAKEL_FAILPOINT=name` at the first visit,
/// `name:3` at the third; `name:3:panic` panics instead.
#[macro_export]
macro_rules! failpoint {
    ($name:literal) => {
        #[cfg(feature = "failpoints")]
        $crate::failpoint::visit($name);
    };
}

/// What was planned for this process.
#[cfg(feature = "failpoints")]
struct Plan {
    name: String,
    visit: u32,
    panics: bool,
}

/// Counts a visit and ends the process when the time has come.
#[cfg(feature = "failpoints")]
pub fn visit(name: &str) {
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicU32, Ordering};

    static PLAN: OnceLock<Option<Plan>> = OnceLock::new();
    static VISITS: AtomicU32 = AtomicU32::new(0);

    let plan = PLAN.get_or_init(|| {
        #[expect(clippy::disallowed_methods, reason = "a test steers the process from outside")]
        let plan = std::env::var("SCHAKEL_FAILPOINT").ok()?;
        let mut parts = plan.split(':');
        Some(Plan {
            name: parts.next()?.to_owned(),
            visit: parts.next().and_then(|visit| visit.parse().ok()).unwrap_or(1),
            panics: parts.next() == Some("panic"),
        })
    });
    let Some(plan) = plan else { return };
    if plan.name != name || VISITS.fetch_add(1, Ordering::SeqCst) + 1 != plan.visit {
        return;
    }
    assert!(!plan.panics, "failpoint {name} reached");
    // The test looks for this line: a failpoint that was never reached proves nothing.
    #[expect(clippy::print_stderr, reason = "the process ends here")]
    {
        eprintln!("failpoint {name} reached");
    }
    std::process::abort();
}
