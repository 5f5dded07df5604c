//! Named places at which a test can kill the process, as a loss of power would. Without the feature `failpoints` they are
//! nothing at all.

/// Kills the process here when the environment names this place: `SCHAKEL_FAILPOINT=name` at the first visit,
/// `name:3` at the third.
#[macro_export]
macro_rules! failpoint {
    ($name:literal) => {
        #[cfg(feature = "failpoints")]
        $crate::failpoint::visit($name);
    };
}

/// Counts a visit and ends the process when the time has come.
#[cfg(feature = "failpoints")]
pub fn visit(name: &str) {
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicU32, Ordering};

    static PLAN: OnceLock<Option<(String, u32)>> = OnceLock::new();
    static VISITS: AtomicU32 = AtomicU32::new(0);

    let plan = PLAN.get_or_init(|| {
        #[expect(clippy::disallowed_methods, reason = "a test steers the process from outside")]
        let plan = std::env::var("SCHAKEL_FAILPOINT").ok()?;
        let (name, visit) = plan.split_once(':').unwrap_or((&plan, "1"));
        Some((name.to_owned(), visit.parse().ok()?))
    });
    let Some((planned, visit)) = plan else { return };
    if planned == name && VISITS.fetch_add(1, Ordering::SeqCst) + 1 == *visit {
        // The test looks for this line: a failpoint that was never reached proves nothing.
        #[expect(clippy::print_stderr, reason = "the process ends here")]
        {
            eprintln!("failpoint {name} reached");
        }
        std::process::abort();
    }
}
