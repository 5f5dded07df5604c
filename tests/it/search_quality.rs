//! How well the search answers judged questions over the real catalogue. `dev.tsv` may be tuned on; `held-out.tsv` is
//! only measured, and a failure tells its scores, never its queries.

use std::fs;
use std::path::{Path, PathBuf};

use schakel::domain::Language;
use schakel::search::{Document, Field, Index, Synonyms, Weight};
use serde::Deserialize;

#[derive(Deserialize)]
struct Entry {
    nl: Texts,
    en: Texts,
}

#[derive(Deserialize)]
struct Texts {
    name: String,
    what: String,
    fits: String,
    decides: String,
    limits: String,
    words: Vec<String>,
}

struct Catalogue {
    slugs: Vec<String>,
    index: Index,
}

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
fn every_name_and_slug_finds_its_own_entry_first() {
    let entries = entries();
    let catalogue = Catalogue::of(&entries);
    for (slug, entry) in &entries {
        for query in [slug, &entry.nl.name, &entry.en.name] {
            let found = catalogue.index.search(query, |_| true).found;
            let first = found.first().map(|number| &catalogue.slugs[*number]);
            assert_eq!(first, Some(slug), "asked: {query}");
        }
    }
}

#[test]
fn questions_about_something_else_find_nothing() {
    let entries = entries();
    let catalogue = Catalogue::of(&entries);
    for query in [
        "pannenkoeken bakken met stroop",
        "openingstijden van de bibliotheek",
        "weather in paris",
        "erwtensoep met worst koken",
    ] {
        let found = catalogue.index.search(query, |_| true).found;
        assert!(
            found.is_empty(),
            "{query} finds {:?}",
            found.iter().map(|at| &catalogue.slugs[*at]).collect::<Vec<_>>()
        );
    }
}

impl Catalogue {
    fn of(entries: &[(String, Entry)]) -> Self {
        let declared =
            fs::read_to_string(folder("commands/intervention/synonyms.toml")).expect("the synonyms are there");
        let synonyms = Synonyms::parse(&declared).expect("the synonyms are sound");
        let index = Index::new(entries.iter().map(|(slug, entry)| document(slug, entry)), &synonyms);
        Self { slugs: entries.iter().map(|(slug, _)| slug.clone()).collect(), index }
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

fn measure(file: &str) -> Scores {
    let entries = entries();
    let catalogue = Catalogue::of(&entries);
    let mut scores = Scores { asked: 0, first: 0, among_five: 0, missed: Vec::new() };
    for question in questions(file) {
        let hits = catalogue.index.search(&question.query, |_| true);
        let shown: Vec<&String> =
            hits.found.iter().chain(&hits.nearest).take(5).map(|number| &catalogue.slugs[*number]).collect();
        let place = shown.iter().position(|slug| question.answers.contains(slug));
        scores.asked += 1;
        scores.first += usize::from(place == Some(0));
        scores.among_five += usize::from(place.is_some());
        if place != Some(0) {
            scores.missed.push(format!("{}: wanted {:?}, found {shown:?}", question.query, question.answers));
        }
    }
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

fn entries() -> Vec<(String, Entry)> {
    let files = fs::read_dir(folder("commands/intervention/entries")).expect("the entries are there");
    let mut paths: Vec<PathBuf> = files.map(|file| file.expect("a readable folder").path()).collect();
    paths.sort();
    let read = |path: &PathBuf| {
        let text = fs::read_to_string(path).expect("a readable entry");
        let slug = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let entry = toml::from_str(&text).unwrap_or_else(|error| panic!("{slug}: {error}"));
        (slug, entry)
    };
    paths.iter().map(read).collect()
}

fn document<'a>(slug: &'a str, entry: &'a Entry) -> Document<'a> {
    let mut fields = vec![Field { text: slug, weight: Weight::Name, language: Language::Dutch }];
    for (language, texts) in [(Language::Dutch, &entry.nl), (Language::English, &entry.en)] {
        let mut add = |text: &'a str, weight| fields.push(Field { text, weight, language });
        add(&texts.name, Weight::Name);
        texts.words.iter().for_each(|words| add(words, Weight::Words));
        add(&texts.what, Weight::Body);
        add(&texts.fits, Weight::Body);
        add(&texts.decides, Weight::Aside);
        add(&texts.limits, Weight::Aside);
    }
    Document { fields }
}

fn folder(within: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(within)
}
