//! How well plans are understood: what is typed behind `!herinner`. `dev.tsv` may be tuned on; `held-out.tsv` was written
//! before the grammar and is only measured. A time that was not meant is never forgiven; a question in its place is, now and
//! then.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use chrono::{DateTime, NaiveDateTime, TimeZone as _};
use chrono_tz::Tz;
use schakel::text::{NoPlan, Planned, planned};

/// The share that must be right.
const RIGHT: f64 = 0.97;

#[derive(Default)]
struct Scores {
    phrases: u32,
    right: u32,
    asked: u32,
    missed: String,
    wrong: String,
}

#[test]
fn the_development_phrases_are_planned() {
    let scores = measure("dev.tsv");
    assert!(scores.wrong.is_empty(), "times that were not meant:\n{}{}", scores.wrong, scores.missed);
    assert!(scores.share() >= RIGHT, "{}\n{}", scores.summary(), scores.missed);
}

#[test]
fn phrases_never_seen_while_tuning_are_planned() {
    let scores = measure("held-out.tsv");
    assert!(scores.wrong.is_empty(), "{}: a time that was not meant", scores.summary());
    assert!(scores.share() >= RIGHT, "{}", scores.summary());
}

impl Scores {
    fn share(&self) -> f64 {
        f64::from(self.right) / f64::from(self.phrases.max(1))
    }

    fn summary(&self) -> String {
        let (phrases, asked, wrong) = (self.phrases, self.asked, self.wrong.lines().count());
        format!("{phrases} phrases: {:.3} right, {asked} asked about without need, {wrong} wrong", self.share())
    }
}

fn measure(file: &str) -> Scores {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plans").join(file);
    let text = fs::read_to_string(path).expect("the phrases are there");
    let mut scores = Scores::default();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [now, zone, typed, wanted, text @ ..] = columns.as_slice() else { panic!("four columns or five: {line}") };
        let zone: Tz = zone.parse().expect("a zone");
        let now_there = local(now, zone);
        let found = planned(typed, now_there);
        let shown = shown(&found, wanted.split(';').count(), now_there);
        scores.phrases += 1;
        let text = text.first().copied().unwrap_or_default();
        let text_fits = found.as_ref().map_or(true, |planned| planned.text == text);
        if shown == *wanted && text_fits {
            scores.right += 1;
            continue;
        }
        let left = found.as_ref().map(|planned| planned.text.as_str()).unwrap_or_default();
        let into = if found.is_ok() && shown != *wanted { &mut scores.wrong } else { &mut scores.missed };
        let _ = writeln!(into, "{typed} ({now}): wanted {wanted} [{text}], found {shown} [{left}]");
        scores.asked += u32::from(shown == "?");
    }
    // Shown with `--nocapture`, for the record.
    eprintln!("{file}: {}", scores.summary());
    if file == "dev.tsv" {
        eprintln!("{}", scores.missed);
    }
    scores
}

fn local(written: &str, zone: Tz) -> DateTime<Tz> {
    let wall = NaiveDateTime::parse_from_str(written, "%Y-%m-%d %H:%M").expect("a time");
    zone.from_local_datetime(&wall).earliest().expect("it is on the clock")
}

/// As the files write it: the next times, a question, or the faults.
fn shown(found: &Result<Planned, Vec<NoPlan>>, times: usize, now: DateTime<Tz>) -> String {
    match found {
        Ok(planned) => {
            let next = planned.plan.schedule.after(now.to_utc());
            // A recurrence where one moment was meant would show in a second one.
            let next = next.take(if times == 1 { 2 } else { times });
            let shown = next.map(|it| it.at.with_timezone(&now.timezone()).format("%Y-%m-%d %H:%M").to_string());
            shown.collect::<Vec<_>>().join(";")
        }
        Err(faults) => {
            let mut names: Vec<&str> = faults.iter().map(name).collect();
            if names == ["?"] {
                return "?".to_owned();
            }
            names.sort_unstable();
            format!("!{}", names.join(","))
        }
    }
}

fn name(fault: &NoPlan) -> &'static str {
    match fault {
        NoPlan::Nothing => "nothing",
        NoPlan::Unsure(_) => "?",
        NoPlan::Past(_) => "past",
        NoPlan::NotInCalendar(_) => "not-in-calendar",
        NoPlan::NotOnTheClock(_) => "not-on-the-clock",
        NoPlan::NoSuchTime(_) => "no-such-time",
        NoPlan::TooFar => "too-far",
        NoPlan::TooOften => "too-often",
        NoPlan::NeverHappens => "never",
        NoPlan::EndsBeforeItBegins => "ends-before-it-begins",
        NoPlan::TooMany => "too-many",
        NoPlan::RuleUnknown(_) => "rule-unknown",
    }
}
