//! The suggestions of agreements: a start in every kind, and what the loader tells of one that is wrong.

use std::path::PathBuf;

use super::built_in;
use crate::commands::Library;
use crate::domain::AgreementKind;

/// What the loader tells when one thing in the suggestions about signals is replaced.
fn told(from: &str, to: &str) -> Vec<String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("commands/agreement/suggestions/signal.toml");
    let text = std::fs::read_to_string(path).expect("the file is read");
    assert!(text.contains(from), "{from} stands in the file");
    let folder = tempfile::tempdir().expect("a folder");
    let own = folder.path().join("agreement/suggestions");
    std::fs::create_dir_all(&own).expect("the folder is made");
    std::fs::write(own.join("signal.toml"), text.replacen(from, to, 1)).expect("the file is written");
    let problems = Library::load(Some(folder.path())).expect_err("there are problems");
    problems.iter().map(|problem| problem.to_string().rsplit_once(": ").expect("a key").1.to_owned()).collect()
}

#[test]
fn every_kind_of_agreement_has_suggestions() {
    for kind in AgreementKind::ALL {
        assert!(built_in().suggestions.count(Some(*kind)) >= 3, "{kind:?}");
    }
}

#[test]
fn a_team_may_add_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let own = folder.path().join("agreement/suggestions");
    std::fs::create_dir_all(&own).expect("the folder is made");
    let text = "[[suggestion]]\nslug = \"eigen\"\nkind = \"first\"\nbinds = [\"care\"]\nstatus = \"uncertain\"\n\
        checked = 2026-11-24\n[suggestion.nl]\nname = \"A\"\ntext = \"B.\"\nwords = [\"c\"]\n[suggestion.en]\n\
        name = \"A\"\ntext = \"B.\"\nwords = [\"c\"]\n";
    std::fs::write(own.join("eigen.toml"), text).expect("the file is written");
    let library = Library::load(Some(folder.path())).expect("it is sound");
    assert!(library.suggestions.named("eigen").is_some());
}

#[test]
fn what_is_wrong_with_a_suggestion_is_told_with_the_mend() {
    for (from, to, expected) in [
        ("slug = \"signaal-vier-ogen\"", "slug = \"signaal-eigenaar\"", "is the name of another suggestion already"),
        ("slug = \"signaal-vier-ogen\"", "slug = \"Vier ogen\"", "holds other signs than a-z, 0-9 and -"),
        ("sources = [\"connect\", \"jep-zorgen\"]", "", "write \"uncertain\""),
        ("\"youth_work\", \"police\", \"municipality\"", "", "needs at least one organisation"),
        ("\"youth_work\", \"police\"", "\"police\", \"police\"", "names an organisation twice"),
        ("kind = \"signal\"", "kind = \"sharing\"", "choose from free, ask_reporter, not"),
    ] {
        let told = told(from, to);
        assert!(told.iter().any(|line| line.contains(expected)), "{to}: {told:?}");
    }
}
