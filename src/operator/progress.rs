//! How far a long command is: a bar on a terminal, nothing where nobody looks.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar over so many steps of this work; of unknown length it counts.
pub(super) fn bar(work: &'static str, steps: Option<u64>) -> ProgressBar {
    let bar = steps.map_or_else(ProgressBar::new_spinner, ProgressBar::new);
    let shape = if steps.is_some() { "{msg} {wide_bar} {pos}/{len}" } else { "{msg} {pos}" };
    if let Ok(style) = ProgressStyle::with_template(shape) {
        bar.set_style(style);
    }
    bar.set_message(work);
    bar
}
