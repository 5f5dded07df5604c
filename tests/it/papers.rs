//! The papers on privacy say what the program does, and name behind it what makes it true: a test, a setting, a constant. Here it is
//! looked whether that is there, and whether a term that is named is the one that holds.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use schakel::domain::PrivacyNotice;
use schakel::domain::retention::{Kept, MOST_HOLD_DAYS, RetentionTerms, STANDARD_HOLD_DAYS};
use schakel::store::{LIST_LASTS_MS, PRIVATE_WAITS_MS, REMINDER_WORDS_LAST_MS, ROWS_LAST_MS, SEARCH_CODE_LASTS_MS};

const HOUR_MS: i64 = 3_600_000;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every paper, by its name.
fn papers() -> Vec<(String, String)> {
    let folder = std::fs::read_dir(root().join("docs/privacy")).expect("the papers are there");
    let paths = folder.map(|entry| entry.expect("it is read").path());
    let paper = |path: PathBuf| {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        (name, std::fs::read_to_string(path).expect("it is read"))
    };
    let papers: Vec<_> = paths.map(paper).collect();
    assert!(papers.len() >= 6, "five papers and what they are: {papers:?}");
    papers
}

/// What stands behind this word in brackets, each with what stands before the brackets.
fn references<'t>(text: &'t str, word: &str) -> Vec<(&'t str, &'t str)> {
    let begin = format!("[{word}: ");
    let found = text.match_indices(&begin).map(|(at, _)| {
        let rest = &text[at + begin.len()..];
        let end =
            rest.find(']').unwrap_or_else(|| panic!("a bracket is never closed: {}", &rest[..40.min(rest.len())]));
        (&text[..at], &rest[..end])
    });
    // As an example of what such a reference looks like.
    found.filter(|(_, name)| *name != "…").collect()
}

/// Every file of code, with the names of the modules that lead to it.
fn code() -> Vec<(Vec<String>, String)> {
    let mut all = Vec::new();
    for base in ["src", "tests/it"] {
        let mut folders = vec![root().join(base)];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(&folder).expect("it is read") {
                let path = entry.expect("it is read").path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|ending| ending == "rs") {
                    let within = path.strip_prefix(root().join(base)).expect("it is below").with_extension("");
                    let names = within.iter().map(|part| part.to_string_lossy().into_owned());
                    let names = names.filter(|name| name != "mod" && name != "tests").collect();
                    all.push((names, std::fs::read_to_string(&path).expect("it is read")));
                }
            }
        }
    }
    all
}

#[test]
fn what_the_papers_refer_to_is_there() {
    let code = code();
    let mut missing = Vec::new();
    let mut count = 0;
    for (paper, text) in papers() {
        for (_, reference) in references(&text, "test") {
            count += 1;
            let mut parts: Vec<&str> = reference.split("::").filter(|part| *part != "tests").collect();
            let name = parts.pop().expect("it has a name");
            let is_there = code.iter().any(|(modules, text)| {
                *modules == parts && (text.contains(&format!("fn {name}(")) || text.contains(&format!("fn {name}<")))
            });
            if !is_there {
                missing.push(format!("{paper}: {reference}"));
            }
        }
    }
    assert!(missing.is_empty(), "no such test:\n{}", missing.join("\n"));
    assert!(count > 50, "{count} tests are referred to");
}

/// The settings that the example names, as `section.key`.
fn settings() -> BTreeSet<String> {
    let example = std::fs::read_to_string(root().join("bot.toml.example")).expect("the example is there");
    let mut settings = BTreeSet::new();
    let mut section = String::new();
    for line in example.lines() {
        let line = line.trim_start_matches("# ");
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.split(']').next()) {
            name.trim_start_matches('[').clone_into(&mut section);
        } else if let Some((key, _)) = line.split_once(" = ")
            && key.chars().all(|sign| sign.is_ascii_lowercase() || sign == '_')
        {
            settings.insert(format!("{section}.{key}"));
        }
    }
    settings
}

/// The term that holds for this setting when nobody sets it, in days, and the longest that can be set.
fn term(setting: &str) -> Option<(u32, u32)> {
    let (section, key) = setting.split_once('.')?;
    let notice = PrivacyNotice::default();
    match (section, key) {
        ("retention", "hold") => Some((STANDARD_HOLD_DAYS, MOST_HOLD_DAYS)),
        ("retention", key) => {
            let kept = Kept::from_code(key)?;
            Some((RetentionTerms::default().days(kept), kept.most_days()))
        }
        ("privacy", "redaction_days") => Some((notice.redaction_days, 3650)),
        ("privacy", "backup_days") => Some((notice.backup_days, 3650)),
        _ => None,
    }
}

/// The term that a constant sets, as the papers write it.
fn constant(name: &str) -> Option<String> {
    let days = |ms: i64| format!("{} dagen", ms / (24 * HOUR_MS));
    let hours = |ms: i64| format!("{} uur", ms / HOUR_MS);
    Some(match name {
        "LIST_LASTS_MS" => hours(LIST_LASTS_MS),
        "PRIVATE_WAITS_MS" => hours(PRIVATE_WAITS_MS),
        "SEARCH_CODE_LASTS_MS" => hours(SEARCH_CODE_LASTS_MS),
        "ROWS_LAST_MS" => days(ROWS_LAST_MS),
        "REMINDER_WORDS_LAST_MS" => days(REMINDER_WORDS_LAST_MS),
        _ => return None,
    })
}

#[test]
fn every_term_in_the_papers_is_the_one_that_holds() {
    let settings = settings();
    assert!(settings.contains("retention.audit_log") && settings.len() > 20, "{settings:?}");
    let mut wrong = Vec::new();
    for (paper, text) in papers() {
        for (before, setting) in references(&text, "instelling") {
            if !settings.contains(setting) {
                wrong.push(format!("{paper}: no such setting: {setting}"));
            }
            let said = before.trim_end();
            match term(setting) {
                Some((days, _)) if !said.ends_with(&format!("**{days} dagen**")) => {
                    let said: String = said.chars().rev().take(20).collect::<Vec<_>>().into_iter().rev().collect();
                    wrong.push(format!("{paper}: {setting} is {days} days, and it says “{said}”"));
                }
                _ => {}
            }
        }
        for (before, name) in references(&text, "constante") {
            match constant(name) {
                None => wrong.push(format!("{paper}: no such constant: {name}")),
                Some(term) if !before.trim_end().ends_with(&format!("**{term}**")) => {
                    wrong.push(format!("{paper}: {name} is {term}"));
                }
                Some(_) => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_record_of_processing_names_every_term_with_its_longest() {
    let papers = papers();
    let (_, record) = papers.iter().find(|(name, _)| name == "verwerkingsregister.md").expect("it is there");
    for key in Kept::ALL.iter().map(|kept| kept.code()).chain(["hold"]) {
        let setting = format!("retention.{key}");
        let (_, most) = term(&setting).expect("it has a term");
        assert!(record.contains(&format!("[instelling: {setting}], hoogstens {most} |")), "{setting}");
    }
}

#[test]
fn what_a_lawyer_must_check_is_said_to_be_so_in_every_paper_that_speaks_of_law() {
    for (paper, text) in papers() {
        let speaks = ["AVG", "Wpg", "Politiewet", "Gemeentewet"].iter().any(|law| text.contains(law));
        assert!(!speaks || text.contains("te controleren door een jurist"), "{paper}");
    }
}
