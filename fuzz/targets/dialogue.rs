//! Whole dialogues on the real forms: whatever is sent in whatever order, the state is one from which somebody can go on, and
//! from there they can finish.
//!
//! Each line is one input: words, or one of
//!
//! ```text
//! = interpretation    the form, when it is the first line; else the first form there is
//! <words              words that reached the bot before the open question was decided
//! ^3 words            words that reply to what was said after the third message
//! ~3 words            the third message was changed
//! -3                  the third message was taken back
//! #2                  the second option of the open question was ticked
//! +                   a picture
//! &                   back from a command
//! ```
#![no_main]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chrono::TimeZone as _;
use chrono_tz::Europe::Amsterdam;
use libfuzzer_sys::fuzz_target;
use schakel::commands::Library;
use schakel::dialogue::{At, Context, Draft, Ending, Input, Next, Step, Summary, Words, begin, step};
use schakel::domain::{EventId, Form, Language, QuestionKind, UserId, Value, WorkingTime};

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::load(None).expect("the built-in catalogue is sound"));
static GROUPS: LazyLock<Vec<String>> = LazyLock::new(|| ["De Haven", "Plein"].map(str::to_owned).to_vec());
static PEOPLE: LazyLock<Vec<UserId>> =
    LazyLock::new(|| ["@bram:example.org", "@carla:example.org"].map(UserId::new).to_vec());

/// So many lines of one input are sent; what can go wrong goes wrong before.
const MOST: usize = 40;

fuzz_target!(|text: &[u8]| {
    let text = String::from_utf8_lossy(text);
    let named = text.lines().next().and_then(|line| line.strip_prefix("= "));
    let form = LIBRARY.forms().iter().find(|form| Some(form.id.as_str()) == named).unwrap_or(&LIBRARY.forms()[0]);
    let mut talk = Talk::new(form);
    for line in text.lines().skip(usize::from(named.is_some())).take(MOST) {
        talk.send(line);
        if talk.is_over() {
            return;
        }
    }
    talk.finishes();
});

struct Talk {
    form: &'static Form,
    draft: Draft,
    last: Step,
    said: usize,
    now_ms: i64,
}

impl Talk {
    fn new(form: &'static Form) -> Self {
        let now = Amsterdam.with_ymd_and_hms(2026, 11, 24, 12, 0, 0).single().expect("a moment");
        let now_ms = now.timestamp_millis();
        let first = begin(form, None, now_ms);
        Self { form, draft: first.draft.clone(), last: first, said: 0, now_ms }
    }

    fn context(&self, language: Language) -> Context<'static> {
        Context {
            now: Amsterdam.timestamp_millis_opt(self.now_ms).single().expect("a moment"),
            language,
            groups: &GROUPS,
            people: &PEOPLE,
            working: WorkingTime::standard(),
            interventions: &*LIBRARY,
            alone: 1,
        }
    }

    fn send(&mut self, line: &str) {
        let numbered = |rest: &str| {
            let (number, text) = rest.split_once(' ').unwrap_or((rest, ""));
            Some((number.parse::<usize>().ok()?, text.to_owned()))
        };
        let sign = line.chars().next().unwrap_or(' ');
        let rest = &line[sign.len_utf8().min(line.len())..];
        match (sign, numbered(rest)) {
            ('<', _) => self.say(rest, self.draft.asked_ms - 1, None),
            ('^', Some((to, text))) => self.say(&text, self.now_ms + 500, Some(&event(to))),
            ('~', Some((of, text))) => self.input(&Input::Edited { of: &event(of), text: &text }),
            ('-', Some((of, _))) => self.input(&Input::TakenBack(&event(of))),
            ('#', Some((option, _))) => {
                let Some(open) = self.draft.at.question().and_then(|id| self.form.question(id)) else { return };
                let Some(option) = open.options().get(option) else { return };
                self.said += 1;
                self.input(&Input::Ticked { question: &open.id, option: &option.id, event: &event(self.said) });
            }
            ('+', _) => {
                self.said += 1;
                self.input(&Input::Attachment(&event(self.said)));
            }
            ('&', _) => self.input(&Input::Back),
            _ => self.say(line, self.now_ms + 500, None),
        }
    }

    fn say(&mut self, text: &str, received_ms: i64, replies_to: Option<&EventId>) {
        self.said += 1;
        self.input(&Input::Said { text, event: &event(self.said), received_ms, replies_to });
    }

    fn input(&mut self, input: &Input<'_>) {
        self.now_ms += 1000;
        let context = self.context(Language::Dutch);
        let Some(step) = step(self.form, &self.draft, input, &context, LIBRARY.controls()) else { return };
        // What is stored is what goes on.
        self.draft = Draft::from_json(&step.draft.to_json()).expect("it reads back");
        assert_eq!(self.draft, step.draft, "it reads back as itself");
        self.last = step;
        self.is_sound();
        self.can_be_said();
    }

    fn is_over(&self) -> bool {
        matches!(self.last.next, Next::Over(_))
    }

    /// The open question is there and applies; each answer is one that its question can have; what is sent is whole.
    fn is_sound(&self) {
        let answers = self.draft.answers(self.form);
        if let Some(open) = self.draft.at.question() {
            let question = self.form.question(open).expect("it is a question of the form");
            assert!(question.applies(&answers), "{open} applies");
        }
        for (id, value) in &answers {
            let question = self.form.question(id).expect("it is a question of the form");
            let known = value.choices().into_iter().all(|option| question.option(option).is_some());
            assert!(known, "{id}: {value:?}");
            if let (QuestionKind::Text { least, most }, Value::Text(text)) = (&question.kind, value) {
                assert!((*least..=*most).contains(&text.chars().count()), "{id}: {text}");
            }
        }
        let passed: BTreeSet<&String> = self.draft.passed.iter().collect();
        assert_eq!(passed.len(), self.draft.passed.len(), "each question is passed once");
        if self.last.next == Next::Over(Ending::Send) {
            let needed = self.form.applying(&answers, true, false).filter(|question| question.required);
            needed.for_each(|question| assert!(answers.contains_key(&question.id), "{} is answered", question.id));
        }
    }

    /// What is asked next has words, in both languages.
    fn can_be_said(&self) {
        for language in Language::ALL {
            let context = self.context(language);
            let texts = &LIBRARY.catalogue.texts;
            let words = Words { form: self.form, context: &context, controls: LIBRARY.controls(), texts };
            let said = words.answer(&self.last, &Summary::default()).messages();
            assert!(self.last.next != Next::Ask || !said.is_empty(), "something is asked");
        }
    }

    /// Somebody who answers what they are asked comes to the end.
    fn finishes(&mut self) {
        for _ in 0..3 * self.form.questions.len() + 10 {
            let answer = self.fitting();
            self.say(answer, self.now_ms + 500, None);
            if self.is_over() {
                return;
            }
        }
        panic!("stuck at {:?}, waiting for {:?}", self.draft.at, self.draft.waits);
    }

    fn fitting(&self) -> &'static str {
        let question = match &self.draft.at {
            At::Path => return "kort",
            At::Summary => return "verstuur",
            At::Alone => return "zo laten",
            At::Question(id) | At::Change { question: id, .. } => self.form.question(id).expect("it is there"),
        };
        match &question.kind {
            _ if !question.required => "overslaan",
            QuestionKind::Choice { .. } | QuestionKind::Choices { .. } => "1",
            QuestionKind::Moment => "eergisteren",
            QuestionKind::Day { .. } => "vrijdag",
            QuestionKind::Text { .. } => "een filmpje bij de haven",
            QuestionKind::Group => "plein",
            QuestionKind::Interventions | QuestionKind::People => "overslaan",
        }
    }
}

fn event(number: usize) -> EventId {
    EventId::new(format!("${number}"))
}
