//! Whatever is sent in whatever order, the dialogue is in a state from which one can go on.

use proptest::prelude::*;

use super::*;
use crate::dialogue::{Ending, Words};

/// Things that people send.
#[derive(Debug, Clone)]
enum Sent {
    Said(String),
    Blindly(String),
    Edited(usize, String),
    TakenBack(usize),
    Picture,
    Ticked(&'static str, &'static str),
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec![
            "1", "2", "3", "4", "1 2", "ja", "nee", "oproep", "wapen", "geen", "laag", "hoog", "kort", "volledig",
            "een filmpje bij de haven", "gisteren", "vanochtend", "gisteren half elf", "plein", "haven", "gesprek",
            "bram", "vrijdag", "bel 06-12345678", "label", "share", "klaar", "12",
        ]).prop_map(str::to_owned),
        3 => prop::sample::select(vec![
            "terug", "overslaan", "overzicht", "waarom", "verder", "verstuur", "meer", "haal weg", "'stop",
        ]).prop_map(str::to_owned),
        1 => ".{0,30}",
    ]
}

fn sent() -> impl Strategy<Value = Sent> {
    prop_oneof![
        6 => words().prop_map(Sent::Said),
        2 => words().prop_map(Sent::Blindly),
        1 => (0..20_usize, words()).prop_map(|(of, text)| Sent::Edited(of, text)),
        1 => (0..20_usize).prop_map(Sent::TakenBack),
        1 => Just(Sent::Picture),
        1 => prop::sample::select(vec![
            ("danger", "yes"), ("kinds", "call"), ("kinds", "weapon"), ("level", "low"), ("level", "nothing"),
        ]).prop_map(|(question, option)| Sent::Ticked(question, option)),
    ]
}

impl Talk {
    fn send(&mut self, sent: &Sent) {
        let earlier = |of: usize| EventId::new(format!("${of}"));
        match sent {
            Sent::Said(text) => {
                self.say(text);
            }
            Sent::Blindly(text) => {
                self.say_blindly(text);
            }
            Sent::Edited(of, text) => {
                self.input(&Input::Edited { of: &earlier(*of), text });
            }
            Sent::TakenBack(of) => {
                self.input(&Input::TakenBack(&earlier(*of)));
            }
            Sent::Picture => {
                let event = self.next_event();
                self.input(&Input::Attachment(&event));
            }
            Sent::Ticked(question, option) => {
                let event = self.next_event();
                self.input(&Input::Ticked { question, option, event: &event });
            }
        }
    }

    /// The open question is there and applies; each answer is one that its question can have; what is sent is whole.
    fn is_sound(&self) {
        let answers = self.draft.answers(&self.form);
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
        let passed: std::collections::BTreeSet<_> = self.draft.passed.iter().collect();
        assert_eq!(passed.len(), self.draft.passed.len(), "each question is passed once");
        if self.last.next == Next::Over(Ending::Send) {
            let needed = self.form.applying(&answers, true, false).filter(|question| question.required);
            needed.for_each(|question| assert!(answers.contains_key(&question.id), "{} is answered", question.id));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_inputs_keeps_a_state_from_which_one_can_go_on(all in prop::collection::vec(sent(), 0..40)) {
        let mut talk = Talk::new();
        for one in &all {
            talk.send(one);
            talk.is_sound();
        }
        // And from there to the end, whatever came before.
        for _ in 0..80 {
            let text = match talk.at() {
                "path" => "volledig",
                "danger" => "nee",
                "kinds" | "share" => "1",
                "seen" => "een filmpje",
                "place" => "bij de haven",
                "when" => "eergisteren",
                "level" => "laag",
                "label" => "hoog",
                "alone" => "zo laten",
                "summary" => "verstuur",
                _ => "overslaan",
            };
            talk.say(text);
            talk.is_sound();
            if talk.last.next == Next::Over(Ending::Send) {
                return Ok(());
            }
        }
        prop_assert!(false, "stuck at {:?}, waiting for {:?}", talk.draft.at, talk.draft.waits);
    }

    #[test]
    fn back_and_forth_returns_the_same_answers(steps in 1..8_usize) {
        let mut talk = Talk::full();
        talk.through();
        let before = talk.draft.answers(&talk.form);
        for _ in 0..steps {
            talk.say("terug");
        }
        for _ in 0..20 {
            if talk.at() == "summary" {
                break;
            }
            let open = talk.at().to_owned();
            talk.say(if talk.answer(&open).is_some() { "verder" } else { "overslaan" });
        }
        prop_assert_eq!(talk.at(), "summary");
        prop_assert_eq!(talk.draft.answers(&talk.form), before);
    }

    #[test]
    fn fifty_messages_at_once_give_one_record(texts in prop::collection::vec(words(), 50)) {
        let (mut one, mut other) = (Talk::full(), Talk::full());
        for text in &texts {
            one.say_blindly(text);
            other.say_blindly(text);
            one.is_sound();
        }
        prop_assert_eq!(one.draft, other.draft);
    }

    #[test]
    fn every_state_can_be_put_into_words(all in prop::collection::vec(sent(), 0..25)) {
        let mut talk = Talk::new();
        for one in &all {
            talk.send(one);
            let context = Context {
                now: Utc.timestamp_millis_opt(talk.clock_ms).single().expect("a moment").with_timezone(&Amsterdam),
                language: Language::English,
                groups: &talk.groups,
                people: &talk.people,
                working: WorkingTime::standard(),
                interventions: &Matrix,
                alone: 0,
            };
            let texts = &LIBRARY.catalogue.texts;
            let words = Words { form: &talk.form, context: &context, controls: talk.controls, texts };
            let said = words.answer(&talk.last, &crate::dialogue::Summary::default()).messages();
            if talk.last.next == Next::Ask {
                prop_assert!(!said.is_empty());
            }
        }
    }
}
