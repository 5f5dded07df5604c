//! How well the privacy guard finds personal data in judged sentences, and how often it cries wolf. `dev.tsv` may be tuned
//! on; `held-out.tsv` is only measured, and a failure tells its scores, never its sentences.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use schakel::privacy::guard::{Kind, look};

/// Of each hard kind so much is found at least, and so many ordinary reports are wrongly held up at most.
const RECALL: f64 = 0.98;
const FALSE_ALARMS: f64 = 0.02;

struct Sentence {
    kinds: Vec<Kind>,
    text: String,
}

#[derive(Default)]
struct Scores {
    /// By kind: how many there are, and how many of them were found.
    kinds: BTreeMap<Kind, (usize, usize)>,
    ordinary: usize,
    hard_alarms: usize,
    soft_alarms: usize,
    missed: Vec<String>,
}

#[test]
fn the_development_sentences_are_judged_rightly() {
    let scores = measure("dev.tsv");
    assert!(scores.are_good(), "{}\n{}", scores.summary(), scores.missed.join("\n"));
}

#[test]
fn sentences_never_seen_while_tuning_are_judged_rightly() {
    let scores = measure("held-out.tsv");
    assert!(scores.are_good(), "{}", scores.summary());
}

#[test]
fn the_sets_are_as_large_as_they_should_be() {
    for file in ["dev.tsv", "held-out.tsv"] {
        let scores = measure(file);
        assert!(scores.ordinary >= 100, "{file}");
        for kind in Kind::ALL.iter().filter(|kind| kind.is_hard()) {
            assert!(scores.kinds[kind].0 >= 20, "{file}: {kind:?}");
        }
    }
}

impl Scores {
    fn are_good(&self) -> bool {
        let found =
            self.kinds.iter().filter(|(kind, _)| kind.is_hard()).all(|(_, (all, found))| share(*found, *all) >= RECALL);
        found
            && share(self.hard_alarms, self.ordinary) <= FALSE_ALARMS
            && share(self.soft_alarms, self.ordinary) <= FALSE_ALARMS
    }

    fn summary(&self) -> String {
        let kind = |(kind, (all, found)): (&Kind, &(usize, usize))| format!("{} {found}/{all}", kind.code());
        let kinds: Vec<String> = self.kinds.iter().map(kind).collect();
        let (ordinary, hard, soft) = (self.ordinary, self.hard_alarms, self.soft_alarms);
        format!("found: {}; false alarms in {ordinary} ordinary reports: {hard} hard, {soft} soft", kinds.join(", "))
    }
}

fn measure(file: &str) -> Scores {
    let mut scores = Scores::default();
    for Sentence { kinds, text } in sentences(file) {
        let found: Vec<Kind> = look(&text).iter().map(|finding| finding.kind).collect();
        for kind in &kinds {
            let (all, seen) = scores.kinds.entry(*kind).or_default();
            *all += 1;
            *seen += usize::from(found.contains(kind));
            if !found.contains(kind) {
                scores.missed.push(format!("{} not found, but {found:?}: {text}", kind.code()));
            }
        }
        if kinds.is_empty() {
            scores.ordinary += 1;
            scores.hard_alarms += usize::from(found.iter().any(|kind| kind.is_hard()));
            scores.soft_alarms += usize::from(found.iter().any(|kind| !kind.is_hard()));
            if !found.is_empty() {
                scores.missed.push(format!("ordinary, but {found:?}: {text}"));
            }
        }
    }
    // Shown with `--nocapture`, for the record.
    eprintln!("{file}: {}", scores.summary());
    scores
}

fn sentences(file: &str) -> Vec<Sentence> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/personal-data").join(file);
    let text = fs::read_to_string(path).expect("the sentences are there");
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines
        .map(|line| {
            let (kinds, text) = line.split_once('\t').expect("kinds, a tab and a sentence");
            let codes = kinds.split(',').filter(|code| *code != "-");
            let kinds = codes.map(|code| Kind::from_code(code).expect("a kind")).collect();
            Sentence { kinds, text: text.to_owned() }
        })
        .collect()
}

fn share(count: usize, all: usize) -> f64 {
    let [count, all] = [count, all.max(1)].map(|count| u32::try_from(count).expect("a small number"));
    f64::from(count) / f64::from(all)
}
