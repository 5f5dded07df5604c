//! A whole report, answered question by question in both languages, without a bot: what is asked, how often, in which order, and
//! what comes out.

use super::*;
use crate::dialogue::{At, Context, Ending, Input, Next, Step, Told, step};
use crate::domain::{EventId, Language, WorkingTime};

/// What is known around the dialogue.
#[derive(Debug)]
pub(super) struct Around {
    groups: Vec<String>,
    people: Vec<UserId>,
}

impl Default for Around {
    fn default() -> Self {
        Self { groups: vec!["Plein".to_owned(), "Haven".to_owned()], people: vec![user("bram"), user("chris")] }
    }
}

impl Around {
    pub(super) fn context(&self, language: Language) -> Context<'_> {
        let Self { groups, people } = self;
        Context {
            now: now(),
            language,
            groups,
            people,
            working: WorkingTime::standard(),
            interventions: library(),
            alone: 0,
        }
    }
}

/// One person answering a form.
struct Walk {
    form: &'static Form,
    language: Language,
    draft: Draft,
    told: Vec<Told>,
    next: Next,
    said: i64,
}

impl Walk {
    fn begin(id: &str, language: Language) -> Self {
        let form = form(id);
        let Step { draft, told, next, .. } = begin(form, None, now().timestamp_millis());
        Self { form, language, draft, told, next, said: 0 }
    }

    fn say(&mut self, text: &str) -> &mut Self {
        self.said += 1;
        let event = EventId::new(format!("${}", self.said));
        let received_ms = now().timestamp_millis() + self.said;
        let input = Input::Said { text, event: &event, received_ms, replies_to: None };
        let around = Around::default();
        let controls = &library().dialogues.controls;
        let step = step(self.form, &self.draft, &input, &around.context(self.language), controls);
        let Step { draft, told, next, .. } = step.expect("something said is always known");
        assert!(!told.iter().any(|told| matches!(told, Told::Misfit(..) | Told::NoChoice)), "{text}: {told:?}");
        (self.draft, self.told, self.next) = (draft, told, next);
        self
    }

    fn question(&self) -> &str {
        match &self.draft.at {
            At::Question(id) => id,
            other => panic!("no question is open but {other:?}"),
        }
    }

    /// Answers each question with what stands beside its id, and gives the ids in the order in which they were asked.
    fn answers(&mut self, with: &[(&str, &str)]) -> Vec<String> {
        let mut asked: Vec<String> = Vec::new();
        while let At::Question(id) = self.draft.at.clone() {
            let (_, text) =
                with.iter().find(|(question, _)| *question == id).unwrap_or_else(|| panic!("{id} is asked"));
            self.say(text);
            if self.draft.at.question() == Some(&id) {
                // Interventions are searched one by one, until that was all.
                self.say(if self.language == Language::Dutch { "klaar" } else { "done" });
            }
            asked.push(id);
        }
        asked
    }
}

const DUTCH: [(&str, &str); 24] = [
    ("danger", "nee"),
    ("kind", "uitdaging en bedreiging"),
    ("seen", "In een groepsapp dagen twee groepen elkaar uit, met plaats en tijd erbij."),
    ("when", "gisteravond half elf"),
    ("where_online", "besloten"),
    ("platform", "snap"),
    ("how_known", "een jongere vertelde het"),
    ("certainty", "waarsch"),
    ("reach", "klas"),
    ("change", "2"),
    ("reputation", "twee groepen"),
    ("group", "Plein"),
    ("dynamics", "1 2"),
    ("concrete", "plaats, tijd"),
    ("place", "rond het winkelcentrum"),
    ("testing", "serieus"),
    ("against", "Een deel van de groep wil dit niet."),
    ("contact", "ik"),
    ("done", "relationeel-gesprek"),
    ("level", "verhoogd"),
    ("with_whom", "politie en gemeente"),
    ("youth_knows", "nog niet"),
    ("expects", "meedenken"),
    ("feedback_by", "vrijdag"),
];

const ENGLISH: [(&str, &str); 24] = [
    ("danger", "no"),
    ("kind", "challenge and threat"),
    ("seen", "In a group chat two groups challenge each other, with a place and a time."),
    ("when", "last night half past ten"),
    ("where_online", "closed group"),
    ("platform", "1"),
    ("how_known", "a young person told me"),
    ("certainty", "likely"),
    ("reach", "class or group"),
    ("change", "suddenly"),
    ("reputation", "two groups"),
    ("group", "1"),
    ("dynamics", "rivalry, revenge"),
    ("concrete", "place and time"),
    ("place", "around the shopping centre"),
    ("testing", "serious"),
    ("against", "Part of the group does not want this."),
    ("contact", "me"),
    ("done", "relationeel-gesprek"),
    ("level", "raised"),
    ("with_whom", "police, municipality"),
    ("youth_knows", "not yet"),
    ("expects", "think along"),
    ("feedback_by", "friday"),
];

/// The ids of the questions that are asked, in their order.
fn order(short: bool) -> Vec<String> {
    let asked = form("signal").questions.iter().filter(|question| question.asked && (!short || question.short));
    asked.map(|question| question.id.clone()).collect()
}

#[test]
fn the_full_path_asks_24_questions_in_either_language_and_means_the_same() {
    let mut dutch = Walk::begin("signal", Language::Dutch);
    assert_eq!(dutch.draft.at, At::Path);
    let asked = dutch.say("volledig").answers(&DUTCH);
    assert_eq!(asked, order(false));
    assert_eq!(asked.len(), 24);
    let mut english = Walk::begin("signal", Language::English);
    assert_eq!(english.say("full").answers(&ENGLISH), asked);
    let (dutch, english) = (dutch.draft.answers(dutch.form), english.draft.answers(english.form));
    for (id, value) in &dutch {
        if !["seen", "place", "against"].contains(&id.as_str()) {
            assert_eq!(english.get(id), Some(value), "{id}");
        }
    }
    assert_eq!(dutch["label"], option("amber"));
}

#[test]
fn the_short_path_asks_what_is_needed_and_the_group() {
    for (language, word, with) in [(Language::Dutch, "kort", &DUTCH), (Language::English, "short", &ENGLISH)] {
        let mut walk = Walk::begin("signal", language);
        let asked = walk.say(word).answers(with);
        assert_eq!(asked, order(true));
        assert_eq!(asked.len(), 14);
        assert_eq!(walk.draft.at, At::Summary);
    }
}

#[test]
fn what_is_known_second_hand_is_not_asked_its_platform() {
    let with: Vec<(&str, &str)> =
        DUTCH.iter().map(|(id, text)| (*id, if *id == "where_online" { "via via" } else { text })).collect();
    let asked = Walk::begin("signal", Language::Dutch).say("volledig").answers(&with);
    assert_eq!(asked.len(), 23);
    assert!(!asked.contains(&"platform".to_owned()));
}

#[test]
fn danger_now_prints_112_first_and_blocks_nothing() {
    for (language, full, yes) in [(Language::Dutch, "volledig", "ja"), (Language::English, "full", "yes")] {
        let mut walk = Walk::begin("signal", language);
        walk.say(full).say(yes);
        let Some(Told::Note(note)) = walk.told.first() else { panic!("{:?}", walk.told) };
        assert!(note.shown(language).contains("112"), "{note:?}");
        assert_eq!(walk.question(), "kind");
    }
}

#[test]
fn what_need_not_be_told_can_be_passed_over() {
    let mut walk = Walk::begin("signal", Language::Dutch);
    walk.say("volledig");
    let mut passed = 0;
    while let At::Question(id) = walk.draft.at.clone() {
        if form("signal").question(&id).expect("it is there").required {
            let (_, text) = DUTCH.iter().find(|(question, _)| *question == id).expect("it has an answer");
            walk.say(text);
        } else {
            walk.say("overslaan");
            passed += 1;
        }
    }
    assert_eq!(passed, 11);
    assert_eq!(walk.draft.at, At::Summary);
    assert_eq!(walk.say("verstuur").next, Next::Over(Ending::Send));
}

#[test]
fn a_label_that_was_set_falls_when_with_whom_changes() {
    let mut walk = Walk::begin("signal", Language::Dutch);
    walk.say("kort").answers(&DUTCH);
    let label = |walk: &Walk| walk.draft.answers(walk.form).get("label").cloned();
    walk.say("label").say("groen");
    assert_eq!(label(&walk), Some(option("green")));
    walk.say("met wie je deelt").say("nog met niemand, eerst overleg");
    assert_eq!(
        label(&walk),
        Some(option("red")),
        "what was widened by hand does not outlive the choice that it was made with"
    );
}

#[test]
fn the_interpretation_is_ten_answers_and_a_look_at_them() {
    let with = [
        ("content", "het daagt uit"),
        ("reach", "klas"),
        ("change", "ja, plotseling"),
        ("dynamics", "reputatie en wraak"),
        ("testing", "niet te zeggen"),
        ("missing", "1 4"),
        ("against", "overslaan"),
        ("level", "laag"),
        ("certainty", "gerucht"),
        ("first", "wie al contact heeft"),
    ];
    let mut walk = Walk::begin("interpretation", Language::Dutch);
    assert_eq!(walk.answers(&with).len(), 10);
    assert_eq!(walk.say("verstuur").next, Next::Over(Ending::Send));
}
