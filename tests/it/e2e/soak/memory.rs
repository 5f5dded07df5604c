//! The bot's memory through a soak.
//!
//! How it is judged: what lies between two starts of the bot is a stretch. The last one is the longest, for nothing starts the bot anew
//! in the second half of a soak. Its first third warms up and does not count. The rest is cut in two windows; the median of the second
//! may be at most 10 % above that of the first. When the last stretch is shorter than ten minutes, or has fewer than six samples that
//! count, it is told and decides nothing: caches are still filling then. What shrinks is fine.

use std::time::{Duration, Instant};

use super::Soak;

/// Memory at one moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sample {
    /// Since the traffic began.
    pub(super) at: Duration,
    /// After so many starts of the bot.
    pub(super) start: usize,
    pub(super) bytes: u64,
}

/// What is judged of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Medians of both windows, in bytes.
    Flat { first: u64, second: u64 },
    /// More than a tenth was added.
    Grown { first: u64, second: u64 },
    /// The last stretch is too short to say.
    TooShort,
}

/// Shorter stretches decide nothing.
const SHORTEST: Duration = Duration::from_mins(10);
const FEWEST: usize = 6;

/// Looks at it again and again until the time is over. On a machine that is very busy that is when each kind of fault has been there.
pub(super) async fn watch(soak: &Soak, from: Instant) {
    let mut ticks = tokio::time::interval(soak.plan.sample_every());
    let longest = 4 * soak.plan.lasts;
    while from.elapsed() < soak.plan.lasts || (from.elapsed() < longest && !soak.has_had_all_faults()) {
        ticks.tick().await;
        let start = *soak.starts.lock().unwrap();
        // While it is being started anew there is none.
        let bytes = soak.bot.lock().unwrap().as_ref().map(crate::support::bot::Running::resident_bytes);
        if let Some(bytes) = bytes {
            soak.samples.lock().unwrap().push(Sample { at: from.elapsed(), start, bytes });
        }
    }
    soak.over.store(true, std::sync::atomic::Ordering::SeqCst);
}

/// Judges the last stretch.
pub(super) fn judge(samples: &[Sample]) -> Verdict {
    let Some(last) = samples.last() else { return Verdict::TooShort };
    let stretch: Vec<&Sample> = samples.iter().filter(|sample| sample.start == last.start).collect();
    let counting = &stretch[stretch.len() / 3..];
    if last.at < stretch[0].at + SHORTEST || counting.len() < FEWEST {
        return Verdict::TooShort;
    }
    let (first, second) = counting.split_at(counting.len() / 2);
    let (first, second) = (median(first), median(second));
    if second * 10 > first * 11 { Verdict::Grown { first, second } } else { Verdict::Flat { first, second } }
}

pub(super) fn median(samples: &[&Sample]) -> u64 {
    let mut bytes: Vec<u64> = samples.iter().map(|sample| sample.bytes).collect();
    bytes.sort_unstable();
    bytes[bytes.len() / 2]
}

/// A stretch of a quarter of an hour whose memory is as given, minute by minute.
#[cfg(test)]
fn stretch(bytes: &[u64]) -> Vec<Sample> {
    let minute = |index: usize| Duration::from_mins(u64::try_from(index).expect("small"));
    bytes.iter().enumerate().map(|(index, bytes)| Sample { at: minute(index), start: 1, bytes: *bytes }).collect()
}

#[test]
fn memory_that_grows_by_more_than_a_tenth_after_warming_up_is_found() {
    let warming_up = stretch(&[10, 20, 30, 40, 50, 100, 100, 100, 100, 100, 101, 102, 101, 109, 100]);
    assert_eq!(judge(&warming_up), Verdict::Flat { first: 100, second: 101 });
    let growing = stretch(&[100, 100, 100, 100, 100, 100, 103, 106, 109, 112, 115, 118, 121, 124, 127]);
    assert_eq!(judge(&growing), Verdict::Grown { first: 106, second: 121 });
    assert_eq!(judge(&growing[..9]), Verdict::TooShort);
    assert_eq!(judge(&[]), Verdict::TooShort);
}

#[test]
fn only_what_came_after_the_last_start_counts() {
    let mut samples = stretch(&[10; 3]);
    samples.extend(stretch(&[100; 12]).into_iter().map(|sample| Sample { start: 2, ..sample }));
    assert_eq!(judge(&samples), Verdict::Flat { first: 100, second: 100 });
}
