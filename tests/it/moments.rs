//! How well moments of the past are understood. `dev.tsv` may be tuned on; `held-out.tsv` is only measured. A moment that
//! was not meant is never forgiven; a question in its place is, now and then.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use chrono::{DateTime, NaiveDateTime, TimeZone as _, Utc};
use chrono_tz::Tz;
use schakel::text::{NoWhen, Toward, When, when};

/// The share that must be right.
const RIGHT: f64 = 0.97;

#[derive(Default)]
struct Scores {
    asked: u32,
    right: u32,
    missed: String,
    wrong: String,
}

#[test]
fn the_development_phrases_are_understood() {
    let scores = measure("dev.tsv");
    assert!(scores.wrong.is_empty(), "moments that were not meant:\n{}", scores.wrong);
    assert!(scores.share() >= RIGHT, "{}\n{}", scores.summary(), scores.missed);
}

#[test]
fn phrases_never_seen_while_tuning_are_understood() {
    let scores = measure("held-out.tsv");
    assert!(scores.wrong.is_empty(), "{}: a moment that was not meant", scores.summary());
    assert!(scores.share() >= RIGHT, "{}", scores.summary());
}

impl Scores {
    fn share(&self) -> f64 {
        f64::from(self.right) / f64::from(self.asked.max(1))
    }

    fn summary(&self) -> String {
        format!("{} phrases: {:.3} right, {} wrong", self.asked, self.share(), self.wrong.lines().count())
    }
}

fn measure(file: &str) -> Scores {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/moments").join(file);
    let text = fs::read_to_string(path).expect("the phrases are there");
    let mut scores = Scores::default();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [phrase, now, zone, meant] = columns.as_slice() else { panic!("four columns: {line}") };
        let zone: Tz = zone.parse().expect("a zone");
        let found = when(phrase, local(now, zone), Toward::Past);
        let shown = shown(&found, zone);
        scores.asked += 1;
        if shown == *meant {
            scores.right += 1;
        } else if found.is_ok() {
            let _ = writeln!(scores.wrong, "{phrase} ({now}): wanted {meant}, found {shown}");
        } else {
            let _ = writeln!(scores.missed, "{phrase} ({now}): wanted {meant}, found {shown}");
        }
    }
    // Shown with `--nocapture`, for the record.
    eprintln!("{file}: {}", scores.summary());
    scores
}

fn local(written: &str, zone: Tz) -> DateTime<Tz> {
    let wall = NaiveDateTime::parse_from_str(written, "%Y-%m-%d %H:%M").expect("a time");
    zone.from_local_datetime(&wall).earliest().expect("it is on the clock")
}

fn shown(found: &Result<When, NoWhen>, zone: Tz) -> String {
    let minute = |moment: DateTime<Utc>| moment.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string();
    match found {
        Ok(When { from, until: None }) => minute(*from),
        Ok(When { from, until: Some(until) }) => format!("{}/{}", minute(*from), minute(*until)),
        Err(NoWhen::Unknown) => "unknown".to_owned(),
        Err(NoWhen::Unsure(_)) => "unsure".to_owned(),
        Err(NoWhen::NotInCalendar) => "not-in-calendar".to_owned(),
        Err(NoWhen::NotOnTheClock(_)) => "not-on-the-clock".to_owned(),
        Err(NoWhen::Ahead(_)) => "ahead".to_owned(),
        Err(NoWhen::Past(_)) => "past".to_owned(),
        Err(NoWhen::TooFar(_)) => "too-far".to_owned(),
    }
}
