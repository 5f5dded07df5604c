//! What goes on, step by step: a spinner on a terminal, plain lines elsewhere.

use std::{
    io::{IsTerminal as _, stderr},
    time::{Duration, Instant},
};

use anyhow::Result;
use indicatif::{ProgressBar, ProgressStyle};

pub(crate) struct Progress;

impl Progress {
    /// Does one step. What it tells on the way stands beside its name; how long it took stands there in the end.
    pub(crate) fn step<T>(name: &str, work: impl FnOnce(&dyn Fn(&str)) -> Result<T>) -> Result<T> {
        let start = Instant::now();
        let style =
            ProgressStyle::with_template("{spinner} {prefix} ({elapsed}) {wide_msg}").expect("it is well formed");
        let bar = ProgressBar::new_spinner().with_style(style).with_prefix(name.to_owned());
        let terminal = stderr().is_terminal();
        if terminal {
            bar.enable_steady_tick(Duration::from_millis(100));
        }
        let result = work(&|detail| {
            if terminal {
                bar.set_message(detail.to_owned());
            } else {
                eprintln!("  {detail}");
            }
        });
        bar.finish_and_clear();
        let took = start.elapsed().as_secs_f64();
        if result.is_ok() {
            eprintln!("✓ {name} ({took:.1} s)");
        }
        result
    }
}
