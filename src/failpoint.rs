//! Named places at which a test can kill the process, as a loss of power would, make it panic, as a bug would, or hold it up
//! while the world around it changes. Without the feature `failpoints` they are nothing at all.

/// Kills the process here when the environment names this place: `SCHAKEL_FAILPOINT=name` at the first visit,
/// `name:3` at the third; `name:3:panic` panics instead; `name:3:hold=path` waits there until a file of that name is there.
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
    then: Then,
}

/// What happens at the place.
#[cfg(feature = "failpoints")]
enum Then {
    Abort,
    Panic,
    /// Waits until there is such a file.
    Hold(std::path::PathBuf),
}

/// Counts a visit and does what was planned when the time has come.
#[cfg(feature = "failpoints")]
pub fn visit(name: &str) {
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicU32, Ordering};

    static PLAN: OnceLock<Option<Plan>> = OnceLock::new();
    static VISITS: AtomicU32 = AtomicU32::new(0);

    let plan = PLAN.get_or_init(|| {
        #[expect(clippy::disallowed_methods, reason = "a test steers the process from outside")]
        let plan = std::env::var("SCHAKEL_FAILPOINT").ok()?;
        let mut parts = plan.splitn(3, ':');
        Some(Plan {
            name: parts.next()?.to_owned(),
            visit: parts.next().and_then(|visit| visit.parse().ok()).unwrap_or(1),
            then: match parts.next() {
                Some("panic") => Then::Panic,
                Some(then) if then.starts_with("hold=") => Then::Hold(then["hold=".len()..].into()),
                _ => Then::Abort,
            },
        })
    });
    let Some(plan) = plan else { return };
    if plan.name != name || VISITS.fetch_add(1, Ordering::SeqCst) + 1 != plan.visit {
        return;
    }
    assert!(!matches!(plan.then, Then::Panic), "failpoint {name} reached");
    // The test looks for this line: a failpoint that was never reached proves nothing.
    #[expect(clippy::print_stderr, reason = "only a test plans a failpoint")]
    {
        eprintln!("failpoint {name} reached");
    }
    let Then::Hold(path) = &plan.then else { std::process::abort() };
    // Everything else goes on meanwhile.
    tokio::task::block_in_place(|| {
        while !path.exists() {
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
    });
}
