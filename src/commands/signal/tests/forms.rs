//! The forms as they are declared: whole, in order, fit for a phone, and asking nothing that must not be asked.

use super::*;
use crate::catalogue::Words;
use crate::domain::{Both, FormOption, Language, QuestionKind, Scope};
use crate::search::fold;

/// The 25 fields of the project's study of the field (section 4), in its order; those with a star there are required.
const FIELDS: [(&str, bool); 25] = [
    ("danger", true),
    ("kind", true),
    ("seen", true),
    ("when", true),
    ("where_online", true),
    ("platform", false),
    ("how_known", true),
    ("certainty", true),
    ("reach", true),
    ("change", false),
    ("reputation", false),
    ("group", false),
    ("dynamics", false),
    ("concrete", true),
    ("place", false),
    ("testing", false),
    ("against", false),
    ("contact", true),
    ("done", false),
    ("level", true),
    ("with_whom", true),
    ("label", true),
    ("youth_knows", false),
    ("expects", true),
    ("feedback_by", false),
];

#[test]
fn the_report_has_the_25_fields_in_their_order() {
    let found: Vec<(&str, bool)> =
        form("signal").questions.iter().map(|question| (question.id.as_str(), question.required)).take(25).collect();
    assert_eq!(found, FIELDS);
    let rest: Vec<&str> = form("signal").questions.iter().skip(25).map(|question| question.id.as_str()).collect();
    assert_eq!(rest, ["named", "release", "author_named"]);
}

#[test]
fn the_short_path_asks_what_is_required_and_the_group() {
    let asked = form("signal").questions.iter().filter(|question| question.asked);
    for question in asked {
        assert_eq!(question.short, question.required || question.id == "group", "{}", question.id);
    }
}

#[test]
fn what_points_to_a_source_or_a_bond_stays_with_the_authors_organisation() {
    for id in ["how_known", "contact", "youth_knows", "named"] {
        assert_eq!(form("signal").question(id).expect("it is there").scope, Scope::Own, "{id}");
    }
    for id in ["seen", "when", "group", "place", "against", "done"] {
        assert_eq!(form("signal").question(id).expect("it is there").scope, Scope::Shared, "{id}");
    }
}

#[test]
fn the_interpretation_asks_ten_questions_on_one_path() {
    let interpretation = form("interpretation");
    assert_eq!(interpretation.questions.len(), 10);
    assert!(!interpretation.has_short_path());
    assert!(interpretation.questions.iter().all(|question| question.suggest.is_empty() && question.derive.is_empty()));
}

#[test]
fn options_that_both_forms_have_are_called_the_same() {
    for id in ["reach", "testing", "level", "certainty"] {
        let ids = |of| form(of).question(id).expect("it is there").options().iter().map(|one| one.id.as_str());
        assert!(ids("signal").eq(ids("interpretation")), "{id}");
    }
}

#[test]
fn every_text_is_short_enough_for_a_phone() {
    let mut long = Vec::new();
    let mut measure = |name: String, text: &Both, most: usize| {
        for words in [&text.nl, &text.en] {
            if words.chars().count() > most {
                long.push(format!("{name}: {} of {most}", words.chars().count()));
            }
        }
    };
    for form in library().dialogues.forms() {
        for question in &form.questions {
            let name = |part: &str| format!("{} {} {part}", form.id, question.id);
            measure(name("label"), &question.label, 32);
            measure(name("ask"), &question.ask, 120);
            measure(name("why"), &question.why, 260);
            question.notes.iter().for_each(|note| measure(name("note"), &note.text, 160));
            question.suggest.iter().for_each(|rule| measure(name("because"), &rule.because, 340));
        }
    }
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn every_option_is_chosen_by_its_number_and_by_each_of_its_words() {
    let lists = Around::default();
    for form in library().dialogues.forms() {
        for question in &form.questions {
            for (index, one) in question.options().iter().enumerate() {
                let typed = one.words().map(str::to_owned).filter(|word| word.parse::<usize>().is_err());
                for typed in typed.chain([(index + 1).to_string()]) {
                    let read = crate::dialogue::read(question, &typed, &lists.context(Language::Dutch));
                    let crate::dialogue::Reading::Value(value) = read else {
                        panic!("{} {}: {typed}: {read:?}", form.id, question.id)
                    };
                    assert_eq!(value.choices(), [one.id.as_str()], "{} {}: {typed}", form.id, question.id);
                }
            }
        }
    }
}

#[test]
fn no_option_is_called_like_a_command_or_steers_the_dialogue() {
    use crate::dialogue::Control::{Back, Later, Overview, Remove, Send, Skip, Stop, Why};
    let mut taken = Vec::new();
    let commands: Vec<String> = library()
        .catalogue
        .definitions
        .iter()
        .flat_map(|definition| Words::all(&definition.words).map(fold).collect::<Vec<_>>())
        .collect();
    for form in library().dialogues.forms() {
        for question in &form.questions {
            for word in question.options().iter().flat_map(FormOption::words) {
                let steers =
                    library().dialogues.controls.of(word).is_some_and(|control| {
                        [Back, Later, Overview, Remove, Send, Skip, Stop, Why].contains(&control)
                    });
                // The matrix calls a phase like the command for aftercare. Where options are asked, the option wins.
                let a_phase = form.id == "proposal" && ["nazorg", "aftercare"].contains(&word);
                if steers || (commands.contains(&fold(word)) && !a_phase) {
                    taken.push(format!("{} {}: {word}", form.id, question.id));
                }
            }
        }
    }
    assert!(taken.is_empty(), "{taken:#?}");
}

#[test]
fn organisations_can_be_chosen_by_their_code() {
    let with_whom = form("signal").question("with_whom").expect("it is there");
    let kinds = with_whom.options().iter().filter_map(|option| OrganisationKind::from_code(&option.id));
    assert_eq!(kinds.count(), 6);
    let QuestionKind::Choices { options } = &with_whom.kind else { panic!("several can be chosen") };
    assert!(options.len() <= 9 && options.iter().any(|option| option.id == "nobody" && option.alone));
}

#[test]
fn a_form_must_keep_the_questions_that_the_bot_reads() {
    let folder = tempfile::tempdir().expect("a folder");
    let below = folder.path().join("signal/forms");
    std::fs::create_dir_all(&below).expect("made");
    let built_in = std::fs::read_to_string("commands/signal/forms/signal.toml").expect("read");
    let changed = built_in.replacen("id = \"expects\"", "id = \"youth_wishes\"", 1);
    std::fs::write(below.join("signal.toml"), changed).expect("written");
    let problems = Library::load(Some(folder.path())).expect_err("it lacks a question");
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(told.iter().any(|line| line.contains("signal.toml") && line.contains("`expects`")), "{told:#?}");
}
