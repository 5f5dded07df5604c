//! The engine on a small form that has every kind of question. What real forms ask is tested with their commands.

mod answers;
mod properties;
mod steering;

use std::sync::LazyLock;

use chrono::{TimeZone as _, Utc};
use chrono_tz::Europe::Amsterdam;

use super::{At, Context, Controls, Draft, Input, Interventions, Next, Step, begin, step};
use crate::commands::Library;
use crate::domain::{
    Both, Condition, EventId, Form, FormOption, Language, Note, Question, QuestionKind, Rule, Scope, UserId, Value,
    WorkingTime,
};

/// Loading takes longer than a dialogue.
static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::load(None).expect("the built-in catalogue is sound"));

/// Three entries.
struct Matrix;

impl Interventions for Matrix {
    fn find(&self, words: &str) -> Vec<String> {
        let all = ["gesprek", "gesprek-ouders", "huisbezoek"];
        all.iter().filter(|slug| slug.contains(words)).map(|slug| (*slug).to_owned()).collect()
    }

    fn name(&self, slug: &str, _: Language) -> Option<String> {
        Some(slug.to_uppercase())
    }
}

/// Milliseconds since 1970 at which everything here happens: Tuesday 24 November 2026, 12:00 in Amsterdam.
fn now_ms() -> i64 {
    Amsterdam.with_ymd_and_hms(2026, 11, 24, 12, 0, 0).single().expect("a moment").timestamp_millis()
}

fn both(text: &str) -> Both {
    Both { nl: text.to_owned(), en: format!("{text} (en)") }
}

fn option(id: &str, nl: &str, en: &str) -> FormOption {
    FormOption { id: id.to_owned(), nl: vec![nl.to_owned()], en: vec![en.to_owned()], alone: id == "none" }
}

fn question(id: &str, kind: QuestionKind, required: bool) -> Question {
    Question {
        id: id.to_owned(),
        label: both(id),
        ask: both(&format!("{id}?")),
        why: both("daarom"),
        kind,
        scope: Scope::Shared,
        required,
        short: required,
        asked: true,
        only_if: vec![],
        suggest: vec![],
        derive: vec![],
        notes: vec![],
    }
}

fn when(question: &str, any: &[&str]) -> Condition {
    Condition { question: question.to_owned(), any: any.iter().map(|id| (*id).to_owned()).collect(), not: false }
}

/// danger, kinds, seen, when, group, place (only with a weapon), done, level, share, label (derived), named (not asked), day.
fn form() -> Form {
    let yes_no = vec![option("yes", "ja", "yes"), option("no", "nee", "no")];
    let kinds = vec![
        option("call", "oproep", "call"),
        option("weapon", "wapen getoond", "weapon shown"),
        option("none", "geen", "none"),
    ];
    let levels = vec![option("low", "laag", "low"), option("high", "hoog", "high")];
    let mut danger = question("danger", QuestionKind::Choice { options: yes_no }, true);
    danger.notes = vec![Note { any: vec!["yes".to_owned()], text: both("bel 112") }];
    let mut place = question("place", QuestionKind::Text { least: 3, most: 40 }, false);
    place.only_if = vec![when("kinds", &["weapon"])];
    let mut level = question("level", QuestionKind::Choice { options: levels.clone() }, true);
    let rule = |option: &str, condition, because| Rule {
        option: String::from(option),
        when: vec![condition],
        at_least: 1,
        because: both(because),
    };
    level.suggest = vec![
        rule("high", when("kinds", &["weapon"]), "een wapen"),
        rule("low", when("danger", &["no"]), "geen gevaar"),
    ];
    let shares = vec![option("own", "eigen organisatie", "own organisation"), option("all", "iedereen", "everybody")];
    let mut label = question("label", QuestionKind::Choice { options: levels }, true);
    label.asked = false;
    label.derive = vec![rule("high", when("share", &["own"]), ""), rule("low", when("share", &["all"]), "")];
    let mut named = question("named", QuestionKind::People, false);
    named.asked = false;
    Form {
        id: "small".to_owned(),
        version: 1,
        questions: vec![
            danger,
            question("kinds", QuestionKind::Choices { options: kinds }, true),
            question("seen", QuestionKind::Text { least: 3, most: 60 }, true),
            question("when", QuestionKind::Moment, true),
            question("group", QuestionKind::Group, false),
            place,
            question("done", QuestionKind::Interventions, false),
            level,
            question("share", QuestionKind::Choices { options: shares }, true),
            label,
            named,
            question("day", QuestionKind::Day { working_days: 5 }, false),
        ],
        widen: Some("share".to_owned()),
        name: Some("named".to_owned()),
    }
}

/// A dialogue under way: what was said is given to it as it comes.
struct Talk {
    form: Form,
    controls: &'static Controls,
    groups: Vec<String>,
    people: Vec<UserId>,
    alone: usize,
    said: usize,
    draft: Draft,
    last: Step,
    clock_ms: i64,
}

impl Talk {
    fn new() -> Self {
        let form = form();
        let first = begin(&form, None, now_ms());
        Self {
            form,
            controls: &LIBRARY.dialogues.controls,
            groups: vec!["De Haven".to_owned(), "Plein".to_owned()],
            people: vec![UserId::new("@bram:example.org"), UserId::new("@carla:example.org")],
            alone: 0,
            said: 0,
            draft: first.draft.clone(),
            last: first,
            clock_ms: now_ms(),
        }
    }

    /// Begun on the full path.
    fn full() -> Self {
        let mut talk = Self::new();
        talk.say("volledig");
        talk
    }

    fn input(&mut self, input: &Input<'_>) -> bool {
        self.clock_ms += 1000;
        let context = Context {
            now: Utc.timestamp_millis_opt(self.clock_ms).single().expect("a moment").with_timezone(&Amsterdam),
            language: Language::Dutch,
            groups: &self.groups,
            people: &self.people,
            working: WorkingTime::standard(),
            interventions: &Matrix,
            alone: self.alone,
        };
        let Some(step) = step(&self.form, &self.draft, input, &context, self.controls) else { return false };
        // What is stored is what goes on.
        self.draft = Draft::from_json(&step.draft.to_json()).expect("it reads back");
        self.last = step;
        true
    }

    fn next_event(&mut self) -> EventId {
        self.said += 1;
        EventId::new(format!("${}", self.said))
    }

    /// Says something after having seen what was asked; gives the message.
    fn say(&mut self, text: &str) -> EventId {
        let event = self.next_event();
        let received_ms = self.clock_ms + 500;
        self.input(&Input::Said { text, event: &event, received_ms, replies_to: None });
        event
    }

    /// Replies to what the bot said in answer to an earlier message.
    fn reply(&mut self, to: &EventId, text: &str) -> EventId {
        let event = self.next_event();
        let received_ms = self.clock_ms + 500;
        self.input(&Input::Said { text, event: &event, received_ms, replies_to: Some(to) });
        event
    }

    /// Says something that reached the bot before the open question was decided.
    fn say_blindly(&mut self, text: &str) -> EventId {
        let event = self.next_event();
        let received_ms = self.draft.asked_ms - 1;
        self.input(&Input::Said { text, event: &event, received_ms, replies_to: None });
        event
    }

    fn say_all(&mut self, texts: &[&str]) {
        for text in texts {
            self.say(text);
        }
    }

    /// All that the full path asks, answered; it ends at the summary.
    fn through(&mut self) {
        self.say_all(&["nee", "1", "een filmpje", "gisteren", "plein", "overslaan", "laag", "1", "overslaan"]);
    }

    fn at(&self) -> &str {
        match &self.draft.at {
            At::Path => "path",
            At::Summary => "summary",
            At::Alone => "alone",
            At::Question(id) | At::Change { question: id, .. } => id,
        }
    }

    fn answer(&self, id: &str) -> Option<Value> {
        self.draft.answers(&self.form).get(id).cloned()
    }

    fn is_quiet(&self) -> bool {
        self.last.next == Next::Quiet && self.last.told.is_empty()
    }
}

fn choice(id: &str) -> Value {
    Value::Choice(id.to_owned())
}

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}
