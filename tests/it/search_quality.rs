//! How well the search answers judged questions over the real catalogue. `dev.tsv` may be tuned on; `held-out.tsv` is
//! only measured, and a failure tells its scores, never its queries.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use schakel::commands::Library;

struct Question {
    query: String,
    answers: Vec<String>,
}

struct Scores {
    asked: usize,
    first: usize,
    among_five: usize,
    missed: Vec<String>,
}

#[test]
fn the_development_questions_are_answered() {
    let scores = measure("dev.tsv");
    assert!(scores.reach(0.90, 0.98), "{}\n{}", scores.summary(), scores.missed.join("\n"));
}

#[test]
fn questions_never_seen_while_tuning_are_answered() {
    let scores = measure("held-out.tsv");
    assert!(scores.reach(0.85, 0.97), "{}", scores.summary());
}

#[test]
fn questions_about_something_else_find_nothing() {
    for query in [
        "pannenkoeken bakken met stroop",
        "openingstijden van de bibliotheek",
        "weather in paris",
        "erwtensoep met worst koken",
    ] {
        assert!(!library().finds_intervention(query), "{query} finds {:?}", library().interventions(query));
    }
}

impl Scores {
    fn reach(&self, first: f64, among_five: f64) -> bool {
        self.share(self.first) >= first && self.share(self.among_five) >= among_five
    }

    fn summary(&self) -> String {
        let (first, among_five) = (self.share(self.first), self.share(self.among_five));
        format!("{} questions: success@1 {first:.3}, success@5 {among_five:.3}", self.asked)
    }

    fn share(&self, count: usize) -> f64 {
        let [count, asked] = [count, self.asked.max(1)].map(|count| u32::try_from(count).expect("a small number"));
        f64::from(count) / f64::from(asked)
    }
}

/// The built-in catalogue, as the bot loads it.
fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| Library::load(None).expect("the built-in catalogue is sound"))
}

fn measure(file: &str) -> Scores {
    let mut scores = Scores { asked: 0, first: 0, among_five: 0, missed: Vec::new() };
    for question in questions(file) {
        let shown: Vec<&str> = library().interventions(&question.query).into_iter().take(5).collect();
        let place = shown.iter().position(|slug| question.answers.iter().any(|answer| answer == slug));
        scores.asked += 1;
        scores.first += usize::from(place == Some(0));
        scores.among_five += usize::from(place.is_some());
        if place != Some(0) {
            scores.missed.push(format!("{}: wanted {:?}, found {shown:?}", question.query, question.answers));
        }
    }
    // Shown with `--nocapture`, for the record.
    eprintln!("{file}: {}", scores.summary());
    scores
}

fn questions(file: &str) -> Vec<Question> {
    let text = fs::read_to_string(folder("tests/queries").join(file)).expect("the questions are there");
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines
        .map(|line| {
            let (query, answers) = line.split_once('\t').expect("a query, a tab and answers");
            let answers = answers.split(',').map(|slug| slug.trim().to_owned()).collect();
            Question { query: query.to_owned(), answers }
        })
        .collect()
}

fn folder(within: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(within)
}
