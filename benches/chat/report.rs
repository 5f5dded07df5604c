//! What was measured, as a table for people and as JSON.

use std::fmt;
use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use crate::load::Burst;

pub(crate) struct Report {
    quick: bool,
    /// The machine's load before the first measurement: others at work make the figures worse.
    load_before: String,
    took: Duration,
    figures: Vec<Figure>,
    goals: Vec<Goal>,
}

struct Figure {
    id: &'static str,
    what: &'static str,
    found: Found,
}

enum Found {
    Spread { p50: f64, p95: f64, p99: f64, count: usize },
    Amount { value: f64, unit: &'static str },
    Burst(String, Value),
}

struct Goal {
    name: &'static str,
    found: f64,
    limit: f64,
    met: bool,
}

impl Report {
    pub(crate) fn new(quick: bool) -> Self {
        let load_before = load();
        Self { quick, load_before, took: Duration::ZERO, figures: Vec::new(), goals: Vec::new() }
    }

    /// Times of the same thing done again and again; gives the middle one, in milliseconds.
    pub(crate) fn spread(&mut self, id: &'static str, what: &'static str, times: &[Duration]) -> f64 {
        let mut times = times.to_vec();
        times.sort_unstable();
        let at = |percent: usize| milliseconds(times[(times.len() * percent).div_ceil(100).max(1) - 1]);
        let p50 = at(50);
        let found = Found::Spread { p50, p95: at(95), p99: at(99), count: times.len() };
        self.add(Figure { id, what, found });
        p50
    }

    pub(crate) fn amount(&mut self, id: &'static str, what: &'static str, value: f64, unit: &'static str) {
        self.add(Figure { id, what, found: Found::Amount { value, unit } });
    }

    pub(crate) fn burst(&mut self, id: &'static str, what: &'static str, burst: &Burst) {
        let order = if burst.in_order { "in order" } else { "out of order" };
        let twice = if burst.answered_twice == 0 { String::new() } else { format!(", {} twice", burst.answered_twice) };
        let seconds = burst.took.as_secs_f64();
        let shown = format!("{} of {} once{twice}, {order}, {seconds:.2} s", burst.answered_once, burst.asked);
        let json = json!({
            "asked": burst.asked,
            "answered_once": burst.answered_once,
            "answered_more_than_once": burst.answered_twice,
            "in_order": burst.in_order,
            "seconds": rounded(seconds),
        });
        self.add(Figure { id, what, found: Found::Burst(shown, json) });
    }

    /// A figure that should be at most this.
    pub(crate) fn goal(&mut self, name: &'static str, found: f64, limit: f64) {
        self.goals.push(Goal { name, found, limit, met: found <= limit });
    }

    /// Every command must have its one answer, and the answers their order.
    pub(crate) fn goal_of_burst(&mut self, name: &'static str, burst: &Burst) {
        let count = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        let met = burst.in_order && burst.answered_once == burst.asked;
        self.goals.push(Goal { name, found: count(burst.answered_once), limit: count(burst.asked), met });
    }

    pub(crate) fn finish(&mut self, took: Duration) {
        self.took = took;
    }

    /// Shown as it comes, too: a run takes minutes.
    fn add(&mut self, figure: Figure) {
        eprintln!("  {}: {}", figure.what, figure.found);
        self.figures.push(figure);
    }

    pub(crate) fn write(&self, path: &Path) -> io::Result<()> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, format!("{:#}\n", self.json()))
    }

    fn json(&self) -> Value {
        let figures = self.figures.iter().map(|figure| {
            let mut json = figure.found.json();
            json["what"] = figure.what.into();
            (figure.id.to_owned(), json)
        });
        let goals = self.goals.iter().map(|goal| {
            json!({ "goal": goal.name, "found": rounded(goal.found), "limit": rounded(goal.limit), "met": goal.met })
        });
        json!({
            "build": build(),
            "quick": self.quick,
            "cores": cores(),
            "load_before": self.load_before,
            "seconds": rounded(self.took.as_secs_f64()),
            "figures": figures.collect::<serde_json::Map<_, _>>(),
            "goals": goals.collect::<Vec<_>>(),
        })
    }
}

impl Found {
    fn json(&self) -> Value {
        match self {
            Self::Spread { p50, p95, p99, count } => {
                let [p50, p95, p99] = [p50, p95, p99].map(|value| rounded(*value));
                json!({ "p50": p50, "p95": p95, "p99": p99, "count": count, "unit": "ms" })
            }
            Self::Amount { value, unit } => json!({ "value": rounded(*value), "unit": unit }),
            Self::Burst(_, json) => json.clone(),
        }
    }
}

impl fmt::Display for Found {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Spread { p50, p95, p99, .. } => write!(formatter, "{p50:>8.1} {p95:>8.1} {p99:>8.1}  ms"),
            Self::Amount { value, unit } => write!(formatter, "{value:>8.1}  {unit}"),
            Self::Burst(shown, _) => write!(formatter, "  {shown}"),
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let quick = if self.quick { ", quick: these figures mean little" } else { "" };
        writeln!(formatter, "\n{} build, {} cores, load before {}{quick}", build(), cores(), self.load_before)?;
        writeln!(formatter, "\n{:<60} {:>8} {:>8} {:>8}", "", "p50", "p95", "p99")?;
        for figure in &self.figures {
            writeln!(formatter, "{:<60} {}", figure.what, figure.found)?;
        }
        writeln!(formatter)?;
        for goal in &self.goals {
            let met = if goal.met { "met   " } else { "MISSED" };
            writeln!(formatter, "{met}  {} ({:.1} against {:.1})", goal.name, goal.found, goal.limit)?;
        }
        writeln!(formatter, "\n{} s in all", self.took.as_secs())
    }
}

pub(crate) fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// A million bytes each.
pub(crate) fn megabytes(bytes: u64) -> f64 {
    f64::from(u32::try_from(bytes / 1000).unwrap_or(u32::MAX)) / 1000.0
}

fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

fn build() -> &'static str {
    if cfg!(debug_assertions) { "debug" } else { "release" }
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(0, std::num::NonZero::get)
}

fn load() -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split_whitespace().next().unwrap_or("unknown").to_owned()
}
