//! Any words as the answer to every question of the real forms: each kind of question is among them, or made up here.
#![no_main]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chrono::TimeZone as _;
use chrono_tz::Europe::Amsterdam;
use libfuzzer_sys::fuzz_target;
use schakel::commands::Library;
use schakel::dialogue::{Context, Misfit, Reading, read};
use schakel::domain::{Language, Question, QuestionKind, UserId, Value, WorkingTime};

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::load(None).expect("the built-in catalogue is sound"));
static GROUPS: LazyLock<Vec<String>> =
    LazyLock::new(|| ["De Haven", "Plein", "Plein Zuid", "Café ’t Hoekje", "14"].map(str::to_owned).to_vec());
static PEOPLE: LazyLock<Vec<UserId>> =
    LazyLock::new(|| ["@anna:example.org", "@bram:example.org", "@bram:other.org"].map(UserId::new).to_vec());
static QUESTIONS: LazyLock<Vec<Question>> = LazyLock::new(|| {
    let mut questions: Vec<Question> = LIBRARY.forms().iter().flat_map(|form| form.questions.clone()).collect();
    let first = questions[0].clone();
    let made_up = [
        QuestionKind::Moment,
        QuestionKind::Day { working_days: 5 },
        QuestionKind::Group,
        QuestionKind::Interventions,
        QuestionKind::People,
        QuestionKind::Text { least: 3, most: 40 },
    ];
    questions.extend(made_up.map(|kind| Question { kind, ..first.clone() }));
    questions
});

fuzz_target!(|said: &[u8]| {
    let said = String::from_utf8_lossy(said);
    let context = Context {
        now: Amsterdam.with_ymd_and_hms(2026, 11, 24, 12, 0, 0).single().expect("a moment"),
        language: Language::Dutch,
        groups: &GROUPS,
        people: &PEOPLE,
        working: WorkingTime::standard(),
        interventions: &*LIBRARY,
        alone: 0,
    };
    for question in QUESTIONS.iter() {
        match read(question, &said, &context) {
            Reading::Value(value) => fits(question, &value),
            Reading::Readings(readings) => {
                assert!(!readings.is_empty(), "{}: there is something to ask about", question.id);
                for value in &readings {
                    fits(question, value);
                }
            }
            Reading::Found(found) => {
                assert!(!found.is_empty(), "{}: there is something to choose", question.id);
                are_each_once(&found);
            }
            Reading::Misfit(Misfit::Several { options }) => {
                assert!(options.len() > 1 && options.iter().all(|id| question.option(id).is_some()), "{}", question.id);
            }
            Reading::Misfit(_) => {}
        }
    }
});

/// The answer is one that its question can have.
fn fits(question: &Question, value: &Value) {
    let id = &question.id;
    match (&question.kind, value) {
        (QuestionKind::Choice { .. }, Value::Choice(option)) => assert!(question.option(option).is_some(), "{id}"),
        (QuestionKind::Choices { .. }, Value::Choices(options)) => {
            assert!(!options.is_empty(), "{id}");
            are_each_once(options);
            let known = |id: &String| question.option(id).is_some_and(|found| options.len() == 1 || !found.alone);
            assert!(options.iter().all(known), "{id}: {options:?}");
        }
        (QuestionKind::Text { least, most }, Value::Text(text)) => {
            assert!((*least..=*most).contains(&text.chars().count()), "{id}");
        }
        (QuestionKind::Moment, Value::Moment { from_ms, until_ms }) => {
            assert!(until_ms.is_none_or(|until_ms| until_ms > *from_ms), "{id}");
        }
        (QuestionKind::Day { .. }, Value::Day(_)) => {}
        (QuestionKind::Group, Value::Group(alias)) => assert!(GROUPS.contains(alias), "{id}: {alias}"),
        (QuestionKind::Interventions, Value::Interventions(slugs)) => {
            assert!(!slugs.is_empty(), "{id}");
            are_each_once(slugs);
        }
        (QuestionKind::People, Value::People(people)) => {
            assert!(!people.is_empty() && people.iter().all(|person| PEOPLE.contains(person)), "{id}: {people:?}");
            are_each_once(people);
        }
        (kind, value) => panic!("{id}: {value:?} is no answer to {kind:?}"),
    }
}

fn are_each_once<T: Ord>(all: &[T]) {
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "each once");
}
