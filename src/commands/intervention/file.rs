//! A team's own entries as one TOML file, to be shared with other teams: what a file says, and reading one so that every fault is
//! told with its line and key. The keys are those of entry files. What was checked about an entry, such as whether it may be done, is
//! not in it: that is not a team's to say.

use std::fmt::Write as _;

use super::matrix::{is_slug, options};
use super::proposing::LONGEST_SLUG;
use crate::catalogue::Definition;
use crate::document::{Problem, Problems, Source, Table};
use crate::domain::Language;
use crate::domain::practice::{EntryTexts, TeamEntry};
use crate::privacy::guard::look;

/// The format that is written, and the only one that is read.
const FORMAT: i64 = 1;

/// So many entries fit in a file.
const MOST: usize = 500;

/// The texts of an entry, each with the most characters that it may have; those that may be left out come last.
const TEXTS: [(&str, usize); 6] =
    [("name", 80), ("what", 600), ("fits", 300), ("decides", 300), ("not_when", 300), ("limits", 600)];

/// So many of them must be there.
const NEEDED: usize = 4;

/// Longest phrase by which an entry is found, in characters.
const LONGEST_PHRASE: usize = 80;

/// An entry in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    /// Its name in commands.
    pub slug: String,
    /// What it says.
    pub entry: TeamEntry,
}

/// The file that holds these entries; `head` is said in its first line.
pub(crate) fn written<'e>(head: &str, entries: impl IntoIterator<Item = (&'e str, &'e TeamEntry)>) -> String {
    let mut file = String::new();
    for line in head.lines() {
        let _ = writeln!(file, "# {line}");
    }
    let _ = writeln!(file, "format = {FORMAT}");
    let text = |text: &str| toml::Value::from(text).to_string();
    let list = |texts: &[String]| toml::Value::from(texts.to_vec()).to_string();
    for (slug, entry) in entries {
        let _ = write!(
            file,
            "\n[[entries]]\nslug = {}\nphase = {}\ntiming = {}\nchannel = {}\nlead = {}\n",
            text(slug),
            text(&entry.phase),
            list(&entry.timing),
            text(&entry.channel),
            list(&entry.lead),
        );
        if !entry.helps.is_empty() {
            let _ = writeln!(file, "helps = {}", list(&entry.helps));
        }
        for (language, texts) in [(Language::Dutch, &entry.nl), (Language::English, &entry.en)] {
            let Some(texts) = texts else { continue };
            let _ = writeln!(file, "\n[entries.{}]", language.code());
            for (key, _) in TEXTS {
                let said = of(texts, key);
                if !said.is_empty() {
                    let _ = writeln!(file, "{key} = {}", text(said));
                }
            }
            if !texts.words.is_empty() {
                let _ = writeln!(file, "words = {}", list(&texts.words));
            }
        }
    }
    file
}

fn of<'t>(texts: &'t EntryTexts, key: &str) -> &'t str {
    match key {
        "name" => &texts.name,
        "what" => &texts.what,
        "fits" => &texts.fits,
        "decides" => &texts.decides,
        "not_when" => &texts.not_when,
        _ => &texts.limits,
    }
}

/// The entries of a file, or everything that is wrong with it. `shown` is what the file is called; with `insists` what looks like
/// personal data is taken as it stands.
pub(crate) fn read(
    shown: &str,
    text: &str,
    definition: &Definition,
    insists: bool,
) -> Result<Vec<Named>, Vec<Problem>> {
    let problems = Problems::default();
    let entries = Source { file: shown, text, problems: &problems }.read(|top| {
        if top.number("format", 0, 0..i64::MAX) != FORMAT {
            top.problem("format", format!("must be {FORMAT}: this version knows no other"));
        }
        let tables = top.tables("entries");
        if tables.is_empty() || tables.len() > MOST {
            top.problem("entries", format!("needs 1 to {MOST} entries, each under [[entries]]"));
        }
        let mut entries: Vec<Named> = Vec::new();
        for table in tables {
            let named = entry(&table, definition, insists);
            if entries.iter().any(|other| other.slug == named.slug) {
                table.problem("slug", format!("`{}` stands in this file twice", named.slug));
            }
            entries.push(named);
            table.finish();
        }
        top.finish();
        entries
    });
    if problems.is_empty() { Ok(entries) } else { Err(problems.into_sorted()) }
}

fn entry(table: &Table<'_>, definition: &Definition, insists: bool) -> Named {
    let one = |key: &str| options(table, definition, key, key, &[table.text(key)]).pop().unwrap_or_default();
    let many = |key: &str, filter: &str| options(table, definition, key, filter, &table.texts(key));
    let slug = table.text("slug");
    if !slug.is_empty() && (!is_slug(&slug) || slug.len() > LONGEST_SLUG) {
        table.problem("slug", format!("must be a-z, 0-9 and - only, at most {LONGEST_SLUG} of them"));
    }
    let entry = TeamEntry {
        phase: one("phase"),
        timing: many("timing", "timing"),
        channel: one("channel"),
        lead: many("lead", "actor"),
        helps: many("helps", "actor"),
        nl: table.optional_table("nl").map(|nl| texts(nl, insists)),
        en: table.optional_table("en").map(|en| texts(en, insists)),
    };
    for (key, empty) in [("timing", entry.timing.is_empty()), ("lead", entry.lead.is_empty())] {
        if empty {
            table.problem(key, "needs at least one entry");
        }
    }
    if entry.nl.is_none() && entry.en.is_none() {
        table.problem("nl", "is missing: an entry needs its texts in Dutch, [entries.nl], or English, [entries.en]");
    }
    Named { slug, entry }
}

fn texts(table: Table<'_>, insists: bool) -> EntryTexts {
    let mut said: Vec<String> = Vec::new();
    for (index, (key, most)) in TEXTS.into_iter().enumerate() {
        let text = if index < NEEDED { table.text(key) } else { table.optional_text(key).unwrap_or_default() };
        check(&table, key, &text, most, insists);
        said.push(text.trim().to_owned());
    }
    let words = table.texts("words");
    for phrase in &words {
        check(&table, "words", phrase, LONGEST_PHRASE, insists);
    }
    table.finish();
    let mut said = said.into_iter();
    let mut next = || said.next().unwrap_or_default();
    EntryTexts { name: next(), what: next(), fits: next(), decides: next(), not_when: next(), limits: next(), words }
}

fn check(table: &Table<'_>, key: &str, text: &str, most: usize, insists: bool) {
    let length = text.trim().chars().count();
    if length > most {
        table.problem(key, format!("has {length} characters: at most {most} fit a phone"));
    }
    if insists {
        return;
    }
    for finding in look(text) {
        let (kind, masked) = (finding.kind.code(), finding.masked);
        table
            .problem(key, format!("looks like personal data ({kind}: {masked}): leave it out, or say that it is none"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::tests::built_in;

    fn definition() -> &'static Definition {
        built_in().catalogue.definition("intervention").expect("it is there")
    }

    fn named() -> Named {
        let texts = EntryTexts {
            name: "Tosti-avond".to_owned(),
            what: "Samen eten, \"zonder\" telefoon.\nOok op vrijdag \\ zaterdag.".to_owned(),
            fits: "Er is onrust.".to_owned(),
            decides: "Het jongerenwerk.".to_owned(),
            words: vec!["tosti eten".to_owned()],
            ..EntryTexts::default()
        };
        let entry = TeamEntry {
            phase: "relationship".to_owned(),
            timing: vec!["preventive".to_owned()],
            channel: "physical".to_owned(),
            lead: vec!["youth_work".to_owned()],
            helps: vec!["mayor".to_owned()],
            nl: Some(texts.clone()),
            en: Some(EntryTexts { limits: "Until ten.".to_owned(), ..texts }),
        };
        Named { slug: "tosti-avond".to_owned(), entry }
    }

    fn problems(text: &str) -> Vec<String> {
        let problems = read("ons.toml", text, definition(), false).expect_err("something is wrong");
        problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_is_written_reads_back_the_same() {
        let one = named();
        let other = Named { slug: "huisbezoek".to_owned(), entry: TeamEntry { en: None, ..one.entry.clone() } };
        let both = [one, other];
        let file = written("Van ons\nvoor jou", both.iter().map(|named| (named.slug.as_str(), &named.entry)));
        assert!(file.starts_with("# Van ons\n# voor jou\nformat = 1\n"), "{file}");
        assert_eq!(read("ons.toml", &file, definition(), false).expect("it is sound"), both);
    }

    #[test]
    fn every_fault_is_told_with_line_and_key() {
        let file = written("", [("tosti", &named().entry)])
            .replace("phase = \"relationship\"", "phase = \"later\"\nlegal = \"allowed\"")
            .replace("slug = \"tosti\"", "slug = \"Tosti!\"");
        let told = problems(&file);
        assert!(told.iter().any(|line| line.starts_with("ons.toml:4: entries[1].slug: must be")), "{told:#?}");
        assert!(told.iter().any(|line| line.starts_with("ons.toml:5: entries[1].phase: `later` is not")), "{told:#?}");
        assert!(told.iter().any(|line| line.starts_with("ons.toml:6: entries[1].legal: is not a known")), "{told:#?}");
        assert_eq!(told.len(), 3, "{told:#?}");
    }

    #[test]
    fn another_format_and_an_empty_file_are_refused() {
        assert!(problems("format = 2\n").iter().any(|line| line.contains("1: format: must be 1")));
        assert_eq!(problems("").len(), 2);
    }

    #[test]
    fn what_looks_like_personal_data_is_refused_unless_somebody_says_that_it_is_none() {
        let mut named = named();
        let texts = named.entry.nl.as_mut().expect("Dutch");
        texts.limits = "Bel 06-12345678 eerst.".to_owned();
        let file = written("", [("tosti", &named.entry)]);
        let told = problems(&file);
        assert!(told.len() == 1 && told[0].contains("entries[1].nl.limits: looks like personal data"), "{told:#?}");
        assert!(!told[0].contains("12345678"), "{told:#?}");
        assert!(read("ons.toml", &file, definition(), true).is_ok());
    }
}
