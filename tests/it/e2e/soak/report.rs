//! What a soak found, as text.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::Soak;
use super::faults::Fault;
use super::memory::{Sample, Verdict, median};
use super::people::Counted;

pub(super) fn text(soak: &Soak, counted: &Counted, faults: &[Fault], samples: &[Sample], verdict: &Verdict) -> String {
    let mut text = String::new();
    let mut line = |words: String| writeln!(text, "{words}").expect("a string takes it");
    let plan = &soak.plan;
    line(format!("\nSoak: {} rooms, {} s of traffic, seed {}", plan.rooms, plan.lasts.as_secs(), plan.seed));
    line(format!("commands            {}", counted.asked));
    line(format!("of these reminders  {}", counted.reminders));
    line(format!("missing             {}", counted.missing.len()));
    line(format!("doubled             {}", counted.doubled.len()));
    line(format!("said otherwise      {}", counted.refused.len()));
    for said in &counted.refused {
        line(format!("                    {}", said.replace('\n', " ")));
    }
    let mut kinds: BTreeMap<Fault, usize> = BTreeMap::new();
    for fault in faults {
        *kinds.entry(*fault).or_default() += 1;
    }
    let kinds: Vec<String> = kinds.iter().map(|(fault, count)| format!("{fault:?} {count}")).collect();
    line(format!("faults              {}: {}", faults.len(), kinds.join(", ")));
    let mut stretches: BTreeMap<usize, Vec<&Sample>> = BTreeMap::new();
    for sample in samples {
        stretches.entry(sample.start).or_default().push(sample);
    }
    for (start, samples) in &stretches {
        let (first, last) = (samples[0], samples[samples.len() - 1]);
        line(format!(
            "memory, start {start:>2}    {:>5.1} MiB in the middle, {:.1} to {:.1}, {} samples from {} to {} s",
            mebibytes(median(samples)),
            mebibytes(first.bytes),
            mebibytes(last.bytes),
            samples.len(),
            first.at.as_secs(),
            last.at.as_secs(),
        ));
    }
    line(match verdict {
        Verdict::TooShort => "memory              too short a run to say whether it stays flat".to_owned(),
        Verdict::Flat { first, second } | Verdict::Grown { first, second } => format!(
            "memory, after warming up: {:.1} MiB, then {:.1} MiB: {:+.1} %",
            mebibytes(*first),
            mebibytes(*second),
            (mebibytes(*second) / mebibytes(*first) - 1.0) * 100.0,
        ),
    });
    text
}

fn mebibytes(bytes: u64) -> f64 {
    f64::from(u32::try_from(bytes / 1024).unwrap_or(u32::MAX)) / 1024.0
}
