//! A team's own files: what they change, and what the loader tells when they are wrong, word for word.

use std::path::PathBuf;

use tempfile::TempDir;

use super::{built_in, loaded};
use crate::commands::Library;
use crate::domain::Language;

/// A folder of overrides.
struct Team(TempDir);

impl Team {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = TempDir::new().expect("a temporary folder can be made");
        for (path, text) in files {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("the folder is made");
            std::fs::write(path, text).expect("the file is written");
        }
        Self(folder)
    }

    fn library(&self) -> Library {
        loaded(Some(self.0.path()))
    }

    /// What the loader tells, as it is printed; the folder reads `team` in it.
    fn problems(&self) -> Vec<String> {
        let folder = self.0.path().display().to_string();
        let problems = Library::load(Some(self.0.path())).expect_err("there are problems");
        problems.iter().map(|problem| problem.to_string().replace(&folder, "team")).collect()
    }
}

/// A built-in file with one thing replaced.
fn changed(path: &str, from: &str, to: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("commands").join(path);
    let text = std::fs::read_to_string(path).expect("the file is read");
    assert!(text.contains(from), "{from} stands in the file");
    text.replacen(from, to, 1)
}

/// Where this stands first in the text, counted in lines from 1.
fn line_of(text: &str, what: &str) -> usize {
    text.lines().position(|line| line.starts_with(what)).expect("it stands there") + 1
}

const ENTRY: &str = "\
phase = \"relationship\"
timing = [\"preventive\"]
channel = \"hybrid\"
lead = [\"youth_work\"]
evidence = [\"unverified\"]
legal = \"allowed\"
checked = 2026-11-24

[nl]
name = \"Eigen\"
what = \"Iets van het team.\"
fits = \"Altijd.\"
not_when = \"Nooit.\"
decides = \"Het team.\"
limits = \"Geen.\"
words = [\"zwembad\"]

[en]
name = \"Own\"
what = \"Something of the team's.\"
fits = \"Always.\"
not_when = \"Never.\"
decides = \"The team.\"
limits = \"None.\"
words = [\"swimming pool\"]
";

const OWN: &str = "intervention/entries/eigen.toml";

/// What the loader tells of the entry with one thing replaced.
fn told_of_entry(from: &str, to: &str) -> Vec<String> {
    assert!(ENTRY.contains(from), "{from} stands in the entry");
    Team::with(&[(OWN, &ENTRY.replacen(from, to, 1))]).problems()
}

#[test]
fn a_file_of_the_team_replaces_the_built_in_one() {
    let texts = changed("status/nl.ftl", "status-summary = hoe het met mij gaat", "status-summary = hoe is het");
    let library = Team::with(&[("status/nl.ftl", &texts)]).library();
    assert_eq!(library.catalogue.texts.get(Language::Dutch, "status-summary", &[]), "hoe is het");
    let summary = |library: &Library| library.catalogue.texts.get(Language::English, "status-summary", &[]);
    assert_eq!(summary(&library), summary(built_in()), "the other files stay");
}

#[test]
fn a_team_may_add_an_entry() {
    let library = Team::with(&[(OWN, ENTRY)]).library();
    assert_eq!(library.matrix.entries().len(), built_in().matrix.entries().len() + 1);
    assert!(library.matrix.named("eigen").is_some());
}

#[test]
fn hidden_files_are_left_alone() {
    Team::with(&[(".git/config", "x"), ("status/.nl.ftl.swp", "x")]).library();
}

#[test]
fn a_file_that_replaces_nothing_is_a_problem() {
    let team = Team::with(&[("status/de.ftl", ""), ("intervention/entries/notes.txt", "")]);
    let told = "replaces no built-in file: check its name, or take it out of commands_dir";
    assert_eq!(
        team.problems(),
        [format!("team/intervention/entries/notes.txt: {told}"), format!("team/status/de.ftl: {told}")]
    );
}

#[test]
fn a_folder_that_is_not_there_is_a_problem() {
    let team = Team::with(&[]);
    let gone = team.0.path().join("gone");
    let problems = Library::load(Some(&gone)).expect_err("there are problems");
    let [problem] = problems.as_slice() else { panic!("one: {problems:?}") };
    assert!(problem.to_string().starts_with(&format!("{}: cannot be read: ", gone.display())), "{problem}");
}

#[test]
fn a_broken_declaration_is_told_with_file_line_and_key() {
    let text = changed("status/command.toml", "who = \"anyone\"", "who = \"everybody\"");
    let line = line_of(&text, "who");
    let team = Team::with(&[("status/command.toml", &format!("{text}\n[extra]\n"))]);
    let extra = line_of(&format!("{text}\n[extra]\n"), "[extra]");
    let problems = team.problems();
    let who = format!(
        "team/status/command.toml:{line}: who: `everybody` is not known: choose from anyone, team, member, coordinator, admin"
    );
    assert!(problems.contains(&who), "{problems:#?}");
    let unknown = format!("team/status/command.toml:{extra}: extra: is not a known key: ");
    assert!(problems.iter().any(|problem| problem.starts_with(&unknown)), "{problems:#?}");
    assert_eq!(problems.len(), 2, "and nothing else: {problems:#?}");
}

#[test]
fn a_declaration_that_is_no_toml_is_told_with_its_line() {
    let problems = Team::with(&[("status/command.toml", "version = 1\nwho =\n")]).problems();
    assert!(problems.iter().any(|problem| problem.starts_with("team/status/command.toml:2: ")), "{problems:#?}");
}

#[test]
fn a_text_that_is_left_out_is_told_with_the_one_that_remains() {
    let team = Team::with(&[("status/nl.ftl", "status-summary = x\nstatus-more = y\n")]);
    let problems = team.problems();
    let english = changed("status/en.ftl", "status-version", "status-version");
    let line = line_of(&english, "status-version");
    let told =
        format!("commands/status/en.ftl:{line}: status-version: has no Dutch text: add it to the nl.ftl beside it");
    assert!(problems.contains(&told), "{problems:#?}");
}

#[test]
fn two_commands_with_the_same_word_are_told() {
    let text = changed("status/command.toml", "en = [", "en = [\"hulp\", ");
    let problems = Team::with(&[("status/command.toml", &text)]).problems();
    let told = "team/status/command.toml: words: `hulp` stands for the command help already: take another word";
    assert_eq!(problems, [told]);
}

#[test]
fn two_subcommands_with_the_same_word_are_told() {
    let text = changed("team/command.toml", "[\"leden\"]", "[\"leden\", \"Lid\"]");
    let line = line_of(&text, "words.nl = [\"leden\"");
    let problems = Team::with(&[("team/command.toml", &text)]).problems();
    let key = "subcommands[6].words";
    let told = format!("team/team/command.toml:{line}: {key}: `Lid` stands for member already: take another word");
    assert_eq!(problems, [told]);
}

#[test]
fn the_id_of_one_subcommand_is_no_word_for_another() {
    let text = changed("agreement/command.toml", "\"wijzigen\"", "\"review\"");
    let problems = Team::with(&[("agreement/command.toml", &text)]).problems();
    assert!(
        !problems.is_empty() && problems.iter().all(|told| told.contains("stands for amend already")),
        "{problems:#?}"
    );
}

#[test]
fn two_options_with_the_same_word_are_told() {
    let text = changed("team/command.toml", "[\"klopt\", \"nagekeken\"]", "[\"klopt\", \"weg\"]");
    let problems = Team::with(&[("team/command.toml", &text)]).problems();
    let [told] = problems.as_slice() else { panic!("one: {problems:#?}") };
    assert!(told.starts_with("team/team/command.toml:"), "{told}");
    assert!(told.ends_with(": subcommands[9].options[2].words: `weg` stands for remove already: take another word"));
}

#[test]
fn a_subcommand_that_is_left_out_is_told() {
    let text = changed("agreement/command.toml", "", "");
    let (before, after) = text.split_once("[[subcommands]]\nid = \"confirm\"").expect("it stands there");
    let (_, after) = after.split_once("\n\n").expect("another follows");
    let problems = Team::with(&[("agreement/command.toml", &format!("{before}{after}"))]).problems();
    let told = "team/agreement/command.toml: subcommands: `confirm` is missing: add an entry with id = \"confirm\"";
    assert_eq!(problems, [told]);
}

#[test]
fn a_subcommand_that_nothing_acts_on_is_told() {
    let own = "[[subcommands]]\nid = \"dance\"\nwords.nl = [\"dans\"]\nwords.en = [\"dance\"]\n";
    let text = format!("{}\n{own}", changed("status/command.toml", "", ""));
    let problems = Team::with(&[("status/command.toml", &text)]).problems();
    let told = "team/status/command.toml: subcommands[1].id: this version does not know `dance`: take it out";
    assert_eq!(problems, [told]);
}

#[test]
fn an_option_by_another_name_is_told_as_missing_and_as_unknown() {
    let text = changed("team/command.toml", "id = \"loose\"", "id = \"lose\"");
    let problems = Team::with(&[("team/command.toml", &text)]).problems();
    let [missing, unknown] = problems.as_slice() else { panic!("two: {problems:#?}") };
    assert!(missing.contains("subcommands[7].options: `loose` is missing"), "{missing}");
    let known = "use one of chain, organisation, loose";
    assert!(unknown.contains("subcommands[7].options[3].id: ") && unknown.ends_with(known), "{unknown}");
}

#[test]
fn a_subcommand_after_a_number_needs_the_kind_of_number() {
    let text = changed("agreement/command.toml", "numbers = \"agreement\"\n", "");
    let problems = Team::with(&[("agreement/command.toml", &text)]).problems();
    assert_eq!(problems.len(), 4, "{problems:#?}");
    assert!(problems.iter().all(|told| told.contains(".after_number: needs `numbers`")), "{problems:#?}");
}

#[test]
fn an_actor_that_is_not_known_is_told_with_those_that_are() {
    let problems = told_of_entry("\"youth_work\"", "\"youth_work\", \"wizard\"");
    let definition = built_in().catalogue.definition("intervention").expect("it is there");
    let actors = definition.filters.iter().find(|filter| filter.id == "actor").expect("it is there");
    let known: Vec<&str> = actors.options.iter().map(|option| option.id.as_str()).collect();
    assert_eq!(problems, [format!("team/{OWN}:4: lead: `wizard` is not known: choose from {}", known.join(", "))]);
}

#[test]
fn an_entry_that_nobody_leads_is_told() {
    assert_eq!(
        told_of_entry("lead = [\"youth_work\"]", "lead = []"),
        [format!("team/{OWN}:4: lead: needs at least one actor")]
    );
}

#[test]
fn an_entry_without_english_is_told() {
    let (dutch, _) = ENTRY.split_once("[en]").expect("it has both");
    assert_eq!(Team::with(&[(OWN, dutch)]).problems(), [format!("team/{OWN}: en: is missing: add [en]")]);
}

#[test]
fn an_english_text_that_is_missing_or_empty_is_told() {
    assert_eq!(told_of_entry("fits = \"Always.\"\n", ""), [format!("team/{OWN}:18: en.fits: is missing")]);
    assert_eq!(told_of_entry("fits = \"Always.\"", "fits = \" \""), [format!("team/{OWN}:21: en.fits: is empty")]);
}

#[test]
fn what_is_not_allowed_needs_a_warning_in_both_languages() {
    let told = |line: usize, language: &str| {
        format!("team/{OWN}:{line}: {language}: needs a `warning`: why is it not allowed or advised against?")
    };
    assert_eq!(told_of_entry("\"allowed\"", "\"not_allowed\""), [told(9, "nl"), told(18, "en")]);
    let advised = told_of_entry("legal = \"allowed\"", "legal = \"allowed\"\nadvised_against = true");
    assert_eq!(advised, [told(10, "nl"), told(19, "en")]);
}

#[test]
fn a_date_that_is_none_is_told() {
    let told = [format!("team/{OWN}:7: checked: a day such as 2026-11-24, without quotes, is expected here")];
    assert_eq!(told_of_entry("2026-11-24", "\"2026-11-24\""), told);
    assert_eq!(told_of_entry("2026-11-24", "2026-11-24T10:00:00Z"), told);
    assert_eq!(
        told_of_entry("checked = 2026-11-24\n", ""),
        [format!("team/{OWN}: checked: is missing: give the day, such as 2026-11-24")]
    );
}

#[test]
fn a_source_that_is_not_listed_is_told() {
    assert_eq!(
        told_of_entry("legal = \"allowed\"", "legal = \"allowed\"\nsources = [\"nergens\"]"),
        [format!("team/{OWN}:7: sources: `nergens` does not stand in sources.toml: add it there")]
    );
}

#[test]
fn an_entry_with_a_wrong_name_is_told() {
    assert_eq!(
        Team::with(&[("intervention/entries/Eigen Ding.toml", ENTRY)]).problems(),
        ["team/intervention/entries/Eigen Ding.toml: must be named <slug>.toml, with a-z, 0-9 and - only"]
    );
}

#[test]
fn all_problems_are_told_at_once() {
    let entry = ENTRY.replacen("\"relationship\"", "\"later\"", 1).replacen("2026-11-24", "\"x\"", 1);
    let problems = Team::with(&[(OWN, &entry), ("status/de.ftl", "")]).problems();
    assert_eq!(problems.len(), 3, "{problems:#?}");
}

#[test]
fn a_question_for_a_room_is_answered_in_words() {
    let form = changed("evaluation/forms/session_light.toml", "kind = \"text\"", "kind = \"moment\"");
    let form = form.replacen("most = 900\n", "", 1);
    let team = Team::with(&[("evaluation/forms/session_light.toml", &form)]);
    let told = team.problems();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].ends_with("`happened` must be of kind `text`: each answers in their own words"), "{told:?}");
}
