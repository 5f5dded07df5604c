//! The numbers, each with its name and what it means, as Prometheus reads them. What is not known at this moment is left out: a number
//! that is made up would be believed.

use prometheus_client::encoding::prometheus_text;
use prometheus_client::metrics::counter::ConstCounter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::{ConstGauge, Gauge};
use prometheus_client::registry::Registry;

use super::Pulse;
use crate::store::{Counts, Queue};

/// What they are made from.
pub(super) struct Moment<'m> {
    pub(super) pulse: &'m Pulse,
    pub(super) green: bool,
    /// Nothing while the database is away.
    pub(super) counts: Option<Counts>,
    pub(super) started_ms: i64,
    pub(super) now_ms: i64,
    /// The moment by which work is due.
    pub(super) due_ms: i64,
}

/// All of them as text.
pub(super) fn text(now: &Moment<'_>) -> String {
    let mut page = Page(Registry::default());
    page.flag("schakel_ready", "The bot is synced and serves", now.pulse.is_ready());
    page.flag("schakel_healthy", "What /health says: 1 is green", now.green);
    page.flag("schakel_database_up", "The database answers", now.counts.is_some());
    if let Some(silence) = now.pulse.silence() {
        page.seconds("schakel_sync_age_seconds", "Since the homeserver answered a sync", silence.as_secs_f64());
    }
    page.counter(
        "schakel_undecryptable_given_up",
        "Messages that could not be decrypted and were given up, since the start",
        now.pulse.unreadable(),
    );
    page.counter(
        "schakel_sends_failed",
        "What was to go out and can never go out, since the start",
        now.pulse.unsent(),
    );
    if let Some(counts) = &now.counts {
        counted(&mut page, counts, now);
    }
    page.seconds("process_start_time_seconds", "When the program started, since 1970", seconds(now.started_ms));
    if let Some(bytes) = resident_bytes() {
        page.number("process_resident_memory_bytes", "Resident memory", bytes);
    }
    let version: Family<Vec<(&str, &str)>, Gauge> = Family::default();
    version.get_or_create(&vec![("version", env!("CARGO_PKG_VERSION"))]).set(1);
    page.0.register("schakel_build_info", "The version, as a label", version);
    let mut text = String::new();
    prometheus_text::encode(&mut text, &page.0).expect("a string takes all");
    text
}

fn counted(page: &mut Page, counts: &Counts, now: &Moment<'_>) {
    let Counts { inbox, undecryptable, outbox, private, overdue, erased_since_ms, size_bytes } = *counts;
    let queues = [
        ("inbox", "Events to be handled", inbox, now.now_ms),
        ("undecryptable", "Messages that wait for a key or a device", undecryptable, now.now_ms),
        ("outbox", "Messages to go out", outbox, now.now_ms),
        ("private", "Messages that wait for a private room with somebody", private, now.now_ms),
        ("due", "Work whose time has come", overdue, now.due_ms),
    ];
    for (name, what, Queue { count, since_ms }, now_ms) in queues {
        page.number(&format!("schakel_{name}_waiting"), what, count);
        let age_ms = since_ms.map_or(0, |since_ms| (now_ms - since_ms).max(0));
        let what = format!("{what}: how long the oldest has waited");
        page.seconds(&format!("schakel_{name}_oldest_seconds"), &what, seconds(age_ms));
    }
    let erased_ms = erased_since_ms.map_or(0, |since_ms| (now.now_ms - since_ms).max(0));
    page.seconds(
        "schakel_unrotated_erasure_days",
        "Days since the oldest erasure that waits for a rotation of the master key; 0 when none does",
        seconds(erased_ms) / 86_400.0,
    );
    page.number("schakel_database_size_bytes", "How big the database is", size_bytes);
}

/// The names registered so far, with their values.
struct Page(Registry);

impl Page {
    fn number(&mut self, name: &str, what: &str, value: i64) {
        self.0.register(name, what, ConstGauge::new(value));
    }

    fn flag(&mut self, name: &str, what: &str, is: bool) {
        self.number(name, what, i64::from(is));
    }

    fn seconds(&mut self, name: &str, what: &str, value: f64) {
        self.0.register(name, what, ConstGauge::new(value));
    }

    fn counter(&mut self, name: &str, what: &str, value: u64) {
        self.0.register(name, what, ConstCounter::new(value));
    }
}

/// Milliseconds as seconds.
fn seconds(ms: i64) -> f64 {
    std::time::Duration::from_millis(ms.unsigned_abs()).as_secs_f64()
}

/// Resident memory, where the operating system says it as Linux does.
fn resident_bytes() -> Option<i64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    let kibibytes: i64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kibibytes * 1024)
}
