//! From what somebody said to what is asked next: one pure function over the draft. It always ends in a state from which the
//! person can go on, whatever they send and in whatever order.

mod answering;
mod changing;
mod steering;

use super::{At, Context, Control, Controls, Draft, Given, Misfit, Reading, Waits, read};
use crate::domain::{Both, EventId, Form, Question, QuestionKind, Value};
use crate::privacy::guard::{Finding, look};

/// What reaches a dialogue.
#[derive(Debug, Clone, Copy)]
pub enum Input<'i> {
    /// The person said something.
    Said {
        /// The words.
        text: &'i str,
        /// The message.
        event: &'i EventId,
        /// When the bot got it, in milliseconds since 1970.
        received_ms: i64,
        /// It replies to what the bot said in answer to this message of theirs.
        replies_to: Option<&'i EventId>,
    },
    /// They ticked an option with a reaction.
    Ticked {
        /// The question that the reaction stands under.
        question: &'i str,
        /// The option.
        option: &'i str,
        /// The reaction.
        event: &'i EventId,
    },
    /// They changed an earlier message.
    Edited {
        /// Which.
        of: &'i EventId,
        /// What it says now.
        text: &'i str,
    },
    /// They took back an earlier message or reaction.
    TakenBack(&'i EventId),
    /// They sent a picture, a voice message or a file.
    Attachment(&'i EventId),
    /// They are back: the open question is asked again.
    Back,
}

/// What the bot says before it asks on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// This was noted.
    Noted(String),
    /// This was added to the text before.
    Added(String),
    /// This answer was changed.
    Changed(String),
    /// An answer was taken back: its question is asked again.
    Reopened(String),
    /// A text of the form.
    Note(Both),
    /// Why the question is asked.
    Why(String),
    /// The answers so far.
    Overview,
    /// It does not fit this question.
    Misfit(String, Misfit),
    /// It is none of the things that can be chosen here.
    NoChoice,
    /// The question cannot be passed over.
    CannotSkip,
    /// There is nothing before this.
    NothingBefore,
    /// There are questions that must be answered first.
    NotYet(usize),
    /// Pictures and files are not taken.
    NoMedia,
    /// That message is taken back.
    TakingBack,
}

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// The open question, or the summary.
    Ask,
    /// Nothing more than what is told.
    Quiet,
    /// It is over, for now or for good.
    Over(Ending),
}

/// How a dialogue ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// They stopped it.
    Stopped,
    /// They go on later.
    Parked,
    /// The record is to be made.
    Send,
}

/// What follows from one input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What is remembered from now on.
    pub draft: Draft,
    /// What is said first.
    pub told: Vec<Told>,
    /// What comes then.
    pub next: Next,
    /// Messages of the person to be taken back.
    pub take_back: Vec<EventId>,
    /// The person says that a text is no personal data, although it looked like these kinds of it.
    pub insisted: Vec<Finding>,
}

/// Begins a dialogue with this form, about a record that is there already or about none.
pub fn begin(form: &Form, about: Option<String>, now_ms: i64) -> Step {
    let draft = Draft::new(form, about, now_ms);
    Step { draft, told: Vec::new(), next: Next::Ask, take_back: Vec::new(), insisted: Vec::new() }
}

/// What follows from this input. Nothing when it is about a message that the dialogue knows nothing of.
pub fn step(form: &Form, draft: &Draft, input: &Input<'_>, context: &Context<'_>, controls: &Controls) -> Option<Step> {
    let step =
        Step { draft: draft.clone(), told: Vec::new(), next: Next::Ask, take_back: Vec::new(), insisted: Vec::new() };
    let mut engine = Engine { form, context, controls, step };
    let known = match *input {
        Input::Said { text, event, received_ms, replies_to } => {
            match engine.asked_before(replies_to) {
                Some(question) => engine.late(question, text, event),
                None => engine.said(text, event, received_ms),
            }
            if engine.step.next == Next::Ask {
                engine.step.draft.remember_asked(event);
            }
            true
        }
        Input::Ticked { question, option, event } => engine.ticked(question, option, event),
        Input::Edited { of, text } => engine.edited(of, text),
        Input::TakenBack(of) => engine.taken_back(of),
        Input::Attachment(event) => {
            engine.step.draft.waits = Some(Waits::Media(event.clone()));
            engine.tell(Told::NoMedia);
            true
        }
        Input::Back => true,
    };
    known.then(|| engine.done(draft))
}

struct Engine<'e> {
    form: &'e Form,
    context: &'e Context<'e>,
    controls: &'e Controls,
    step: Step,
}

impl<'e> Engine<'e> {
    /// Where nobody can be lost: an open question that does not apply any more is left for the next one.
    fn done(mut self, before: &Draft) -> Step {
        let form = self.form;
        self.derive_anew(before);
        let answers = self.step.draft.answers(form);
        let applies = |id: &str| form.question(id).is_some_and(|question| question.applies(&answers));
        if self.step.draft.at.question().is_some_and(|id| !applies(id)) {
            self.step.draft.at = self.step.draft.next(form);
            self.step.draft.waits = None;
        }
        if self.step.draft.at != before.at {
            self.step.draft.asked_ms = self.context.now.timestamp_millis();
        }
        self.step
    }

    /// An answer that was set by hand although it follows from others holds for those that it was set beside: when one of them is
    /// another now, it follows from them again.
    fn derive_anew(&mut self, before: &Draft) {
        let value = |draft: &Draft, id: &str| draft.given.get(id).map(|given| given.value.clone());
        for question in self.form.questions.iter().filter(|question| !question.derive.is_empty()) {
            let set_now = value(&self.step.draft, &question.id) != value(before, &question.id);
            let from = question.derive.iter().flat_map(|rule| &rule.when).map(|condition| condition.question.as_str());
            let mut changed = from.filter(|id| value(&self.step.draft, id) != value(before, id));
            if !set_now && changed.next().is_some() {
                self.step.draft.given.remove(&question.id);
            }
        }
    }

    fn tell(&mut self, told: Told) {
        self.step.told.push(told);
    }

    fn open(&self) -> Option<&'e Question> {
        self.step.draft.at.question().and_then(|id| self.form.question(id))
    }

    fn said(&mut self, text: &str, event: &EventId, received_ms: i64) {
        let text = text.trim();
        if let Some(literal) = text.strip_prefix(['\'', '’', '‘']) {
            return self.answered(literal.trim_start(), event, received_ms);
        }
        let steered = self.controls.of(text).is_some_and(|control| self.steered(control));
        if !steered {
            self.answered(text, event, received_ms);
        }
    }
}

/// The lines of the summary: the questions that have an answer, and those that could still get one.
pub(super) fn lines<'f>(form: &'f Form, draft: &Draft) -> Vec<&'f Question> {
    let answers = draft.answers(form);
    let on_path = |question: &Question| question.asked && (!draft.short || question.short);
    let shown = |question: &&Question| answers.contains_key(&question.id) || on_path(question) || has_day(question);
    form.applying(&answers, false, true).filter(shown).collect()
}

/// A day holds although nobody has named one.
fn has_day(question: &Question) -> bool {
    matches!(question.kind, QuestionKind::Day { .. })
}
