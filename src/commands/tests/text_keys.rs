//! Every text that the code asks for is there, and every text that is there is asked for.

use std::collections::BTreeSet;
use std::path::Path;

use super::built_in;
use crate::commands::dialogues::Dialogues;
use crate::domain::retention::Kept;
use crate::domain::{Form, Language, PersonalData};

/// A text in quotes in the source: its file, the code before it, and what stands in the quotes.
struct Literal {
    file: String,
    before: String,
    text: String,
}

/// All texts in quotes in the Rust files below `src`, but for those of tests.
fn literals() -> Vec<Literal> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut literals = Vec::new();
    let mut folders = vec![root.join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the folder is read") {
            let path = entry.expect("the folder is read").path();
            let name = path.file_stem().expect("it has a name").to_string_lossy().into_owned();
            if path.is_dir() && name != "tests" {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") && name != "tests" {
                let text = std::fs::read_to_string(&path).expect("the file is read");
                let code = text.split("#[cfg(test)]").next().unwrap_or_default();
                let file = path.strip_prefix(root).expect("it lies below").display().to_string();
                literals.extend(code.lines().flat_map(|line| in_line(&file, line)));
            }
        }
    }
    assert!(literals.len() > 300, "the source is where it was");
    literals
}

fn in_line(file: &str, line: &str) -> Vec<Literal> {
    let line = line.split("//").next().unwrap_or_default();
    let mut literals = Vec::new();
    let mut before = String::new();
    for (index, part) in line.split('"').enumerate() {
        if index % 2 == 1 {
            literals.push(Literal { file: file.to_owned(), before: before.clone(), text: part.to_owned() });
        }
        before.push_str(part);
    }
    literals
}

impl Literal {
    /// Words of small letters with hyphens between them.
    fn looks_like_a_key(&self) -> bool {
        let is_word = |word: &str| {
            !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        self.text.split('-').all(is_word)
    }

    /// Whether a text is asked for by this. Where people are talked to, whatever has hyphens is a key, but for the names
    /// of places at which a test stops the bot; what has none is one when it is the first text of such a call.
    fn is_asked_for(&self) -> bool {
        let talks = ["src/bot/", "src/commands/", "src/console/", "src/text/"]
            .iter()
            .any(|folder| self.file.starts_with(folder));
        if !talks || !self.looks_like_a_key() {
            return false;
        }
        if self.text.contains('-') {
            return !self.before.ends_with("failpoint!(");
        }
        let calls =
            ["ask.text(", "self.text(", "self.text(language, ", "self.text(talk.language, ", ".say(", "simple(talk, "];
        calls.iter().any(|call| self.before.ends_with(call))
    }
}

#[test]
fn every_text_that_is_asked_for_is_there() {
    let library = built_in();
    let asked: Vec<Literal> = literals().into_iter().filter(Literal::is_asked_for).collect();
    assert!(asked.len() > 70, "the calls are found");
    let missing = asked.iter().filter(|asked| !library.catalogue.texts.has(&asked.text));
    let missing: Vec<String> = missing.map(|asked| format!("{}: {}", asked.file, asked.text)).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_text_that_is_there_is_asked_for() {
    let library = built_in();
    let literals: BTreeSet<String> = literals().into_iter().map(|literal| literal.text).collect();
    let made_up = |key: &str| {
        let of_a_command =
            |end: &str| key.strip_suffix(end).is_some_and(|id| library.catalogue.definition(id).is_some());
        let term = key
            .strip_prefix("help-privacy-keeps-")
            .is_some_and(|code| Kept::from_code(&code.replace('-', "_")).is_some());
        let begins = ["month-", "weekday-", "evidence-", "unreadable-", "console-", "guard-"]
            .iter()
            .any(|start| key.starts_with(start));
        term || begins || of_a_command("-summary") || of_a_command("-more") || of_a_form(&library.dialogues, key)
    };
    let unused: Vec<&str> =
        library.catalogue.texts.keys().filter(|key| !made_up(key) && !literals.contains(*key)).collect();
    assert!(unused.is_empty(), "{unused:#?}");
}

/// Whether a form asks for this text. A form that asks for one that is not there does not load.
fn of_a_form(dialogues: &Dialogues, key: &str) -> bool {
    let parts = |form: &Form| {
        let rest = key.strip_prefix(form.id.as_str())?.strip_prefix('-')?;
        let (part, name) = rest.split_once('-')?;
        Some((part.to_owned(), name.to_owned()))
    };
    dialogues.forms().iter().any(|form| match parts(form) {
        Some((part, name)) if ["label", "ask", "why"].contains(&part.as_str()) => form.question(&name).is_some(),
        // Their names are gone once they are loaded: the words are there.
        Some((part, _)) if ["note", "because"].contains(&part.as_str()) => {
            let words = built_in().catalogue.texts.get(Language::Dutch, key, &[]);
            let notes = form.questions.iter().flat_map(|question| &question.notes).map(|note| &note.text);
            let reasons = form.questions.iter().flat_map(|question| &question.suggest).map(|rule| &rule.because);
            notes.chain(reasons).any(|text| text.nl == words)
        }
        _ => false,
    })
}

#[test]
fn every_kind_of_personal_data_has_a_name() {
    let library = built_in();
    let named = |kind: &PersonalData| library.catalogue.texts.has(&format!("guard-{}", kind.code()));
    assert!(PersonalData::ALL.iter().all(named));
}

#[test]
fn every_month_and_every_weekday_has_a_name() {
    let library = built_in();
    assert!((1..=12).all(|month| library.catalogue.texts.has(&format!("month-{month}"))));
    assert!((1..=7).all(|weekday| library.catalogue.texts.has(&format!("weekday-{weekday}"))));
}
