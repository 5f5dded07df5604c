//! From what somebody said to what is asked next: one pure function over the draft. It always ends in a state from which the
//! person can go on, whatever they send and in whatever order.

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

    /// A control that counts here. False when the word is an answer after all.
    fn steered(&mut self, control: Control) -> bool {
        match control {
            Control::Stop => self.step.next = Next::Over(Ending::Stopped),
            Control::Later => self.step.next = Next::Over(Ending::Parked),
            Control::Overview => self.tell(Told::Overview),
            Control::Back => self.back(),
            Control::Skip => self.skip(),
            Control::Why => match self.open() {
                Some(question) => self.tell(Told::Why(question.id.clone())),
                None => return false,
            },
            Control::Continue | Control::Done => {
                let Some(question) = self.open() else { return false };
                if let Some(Waits::Ticked(ticks)) = self.step.draft.waits.clone() {
                    self.step.draft.waits = None;
                    return self.ticks_done(question, &ticks);
                }
                if !self.step.draft.given.contains_key(&question.id) {
                    return false;
                }
                self.pass(&question.id);
            }
            Control::Send => self.send(),
            Control::Remove => match self.step.draft.waits.take() {
                Some(Waits::Guard { said: event, .. } | Waits::Media(event)) => {
                    self.step.take_back.push(event);
                    self.tell(Told::TakingBack);
                }
                other => {
                    self.step.draft.waits = other;
                    return false;
                }
            },
            Control::More => {
                if self.step.draft.at != At::Summary || !self.step.draft.short {
                    return false;
                }
                self.step.draft.short = false;
                self.step.draft.at = self.step.draft.next(self.form);
            }
            // These are chosen where they are offered.
            Control::Anew
            | Control::Short
            | Control::Full
            | Control::Rewrite
            | Control::Insist
            | Control::Widen
            | Control::Name
            | Control::Leave => return false,
        }
        true
    }

    fn answered(&mut self, text: &str, event: &EventId, received_ms: i64) {
        match self.step.draft.at.clone() {
            At::Path => match self.controls.pick(text, &[Control::Short, Control::Full]) {
                Some(control) => {
                    self.step.draft.short = control == Control::Short;
                    self.step.draft.at = self.step.draft.next(self.form);
                }
                None => self.tell(Told::NoChoice),
            },
            At::Summary => self.at_summary(text, event, received_ms),
            At::Alone => match self.controls.pick(text, &[Control::Widen, Control::Name, Control::Leave]) {
                Some(Control::Widen) => self.change(self.form.widen.clone()),
                Some(Control::Name) => self.change(self.form.name.clone()),
                Some(_) => {
                    self.step.draft.left_alone += 1;
                    self.send();
                }
                None => self.tell(Told::NoChoice),
            },
            At::Question(id) | At::Change { question: id, .. } => {
                if let Some(question) = self.form.question(&id) {
                    self.asked_for(question, text, event, received_ms);
                }
            }
        }
    }

    fn at_summary(&mut self, text: &str, event: &EventId, received_ms: i64) {
        if self.is_doubled(text, received_ms) {
            return;
        }
        let lines = lines(self.form, &self.step.draft);
        let number = text.trim_end_matches(['.', ')']).parse::<usize>().ok();
        let named = || {
            let typed = crate::search::fold(text);
            let same = |label: &str| crate::search::fold(label) == typed;
            lines.iter().find(|question| same(&question.label.nl) || same(&question.label.en)).copied()
        };
        let chosen = number.and_then(|number| number.checked_sub(1)).and_then(|index| lines.get(index)).copied();
        match chosen.or_else(named) {
            Some(question) => self.change(Some(question.id.clone())),
            // A second message to a text, which came before the summary could be seen.
            None if received_ms < self.step.draft.asked_ms && self.added(text, event) => {}
            None => {
                self.tell(Told::NoChoice);
                self.step.next = Next::Quiet;
            }
        }
    }

    /// Changes the answer to a question, and comes back to the summary.
    fn change(&mut self, question: Option<String>) {
        self.step.draft.waits = None;
        self.step.draft.left_alone = 0;
        if let Some(question) = question.filter(|id| self.form.question(id).is_some()) {
            self.step.draft.at = At::Change { question, back: Box::new(At::Summary) };
        } else {
            self.step.draft.at = At::Summary;
        }
    }

    fn asked_for(&mut self, question: &'e Question, text: &str, event: &EventId, received_ms: i64) {
        match self.step.draft.waits.clone() {
            Some(Waits::Guard { text: held, said }) => {
                match self.controls.pick(text, &[Control::Rewrite, Control::Insist, Control::Remove]) {
                    Some(Control::Insist) => {
                        self.step.insisted = look(&held);
                        self.step.draft.waits = None;
                        return self.keep(question, Value::Text(held), &said);
                    }
                    Some(Control::Remove) => {
                        self.step.draft.waits = None;
                        self.step.take_back.push(said);
                        return self.tell(Told::TakingBack);
                    }
                    Some(_) => {
                        self.step.draft.waits = None;
                        return;
                    }
                    None => {}
                }
            }
            Some(Waits::Found { ids }) => {
                if let Some(chosen) = numbers(text, &ids) {
                    return self.searched(question, chosen, event);
                }
            }
            Some(Waits::Readings(readings)) => {
                if let Some(value) = numbers(text, &readings).and_then(|mut chosen| chosen.pop()) {
                    return self.keep(question, value, event);
                }
            }
            Some(Waits::Media(_) | Waits::Ticked(_)) | None => {}
        }
        if self.is_doubled(text, received_ms) {
            return;
        }
        match read(question, text, self.context) {
            Reading::Value(value) => self.fits(question, value, event),
            Reading::Found(ids) => self.step.draft.waits = Some(Waits::Found { ids }),
            Reading::Readings(readings) => self.step.draft.waits = Some(Waits::Readings(readings)),
            Reading::Misfit(_) if received_ms < self.step.draft.asked_ms && self.added(text, event) => {}
            Reading::Misfit(misfit) => {
                self.step.draft.waits = None;
                self.tell(Told::Misfit(question.id.clone(), misfit));
            }
        }
    }

    /// A message that came before the open question was decided, and says what the one before it said: sent twice, or from two
    /// devices. It counts once, and nothing is said about it.
    fn is_doubled(&mut self, text: &str, received_ms: i64) -> bool {
        if received_ms >= self.step.draft.asked_ms {
            return false;
        }
        let Some((question, given)) = self.answered_last() else { return false };
        let same = match read(question, text, self.context) {
            Reading::Value(Value::Text(text)) => given.value.text().is_some_and(|known| known.contains(&text)),
            Reading::Value(value) => value == given.value,
            _ => false,
        };
        if same {
            self.step.next = Next::Quiet;
        }
        same
    }

    fn answered_last(&self) -> Option<(&'e Question, &Given)> {
        let id = self.step.draft.passed.last()?;
        Some((self.form.question(id)?, self.step.draft.given.get(id)?))
    }

    /// People send one text in several messages. One that came before they could see the next question, and fits it not, goes
    /// to the text before.
    fn added(&mut self, text: &str, event: &EventId) -> bool {
        let Some((question, given)) = self.answered_last() else { return false };
        let (QuestionKind::Text { most, .. }, Some(before)) = (&question.kind, given.value.text()) else {
            return false;
        };
        let longer = format!("{before}\n{text}");
        if longer.chars().count() > *most || !look(text).is_empty() {
            return false;
        }
        let id = question.id.clone();
        if let Some(given) = self.step.draft.given.get_mut(&id) {
            given.value = Value::Text(longer);
            given.said.push(event.clone());
        }
        self.step.draft.remember(event);
        self.tell(Told::Added(id));
        true
    }

    /// An answer that fits; a text is looked at once more.
    fn fits(&mut self, question: &'e Question, value: Value, event: &EventId) {
        match value {
            Value::Text(text) => {
                self.step.draft.remember(event);
                if look(&text).is_empty() {
                    self.keep(question, Value::Text(text), event);
                } else {
                    self.step.draft.waits = Some(Waits::Guard { text, said: event.clone() });
                }
            }
            Value::Interventions(slugs) => self.searched(question, slugs, event),
            other => self.keep(question, other, event),
        }
    }

    /// What was searched and chosen. Of interventions there may be more: the question stays open until they are done.
    fn searched(&mut self, question: &'e Question, chosen: Vec<String>, event: &EventId) {
        self.step.draft.waits = None;
        match question.kind {
            QuestionKind::Interventions => {
                let mut slugs = match self.step.draft.given.get(&question.id).map(|given| &given.value) {
                    Some(Value::Interventions(slugs)) => slugs.clone(),
                    _ => Vec::new(),
                };
                slugs.extend(chosen);
                let mut seen = std::collections::BTreeSet::new();
                slugs.retain(|slug| seen.insert(slug.clone()));
                let said = vec![event.clone()];
                self.step.draft.given.insert(question.id.clone(), Given { value: Value::Interventions(slugs), said });
                self.tell(Told::Noted(question.id.clone()));
            }
            QuestionKind::People => {
                let people = chosen.into_iter().map(crate::domain::UserId::new).collect();
                self.keep(question, Value::People(people), event);
            }
            _ => {
                if let Some(alias) = chosen.into_iter().next() {
                    self.keep(question, Value::Group(alias), event);
                }
            }
        }
    }

    /// Keeps an answer and goes on.
    fn keep(&mut self, question: &'e Question, value: Value, event: &EventId) {
        self.step.draft.waits = None;
        let is_text = matches!(value, Value::Text(_));
        let chosen: Vec<String> = value.choices().into_iter().map(str::to_owned).collect();
        self.step.draft.given.insert(question.id.clone(), Given { value, said: vec![event.clone()] });
        // What keeps people safe comes before everything else.
        let notes = question.notes.iter().filter(|note| note.any.iter().any(|option| chosen.contains(option)));
        self.step.told.extend(notes.map(|note| Told::Note(note.text.clone())));
        if !is_text {
            self.tell(Told::Noted(question.id.clone()));
        }
        self.pass(&question.id);
    }

    /// Leaves a question behind.
    fn pass(&mut self, id: &str) {
        let draft = &mut self.step.draft;
        draft.waits = None;
        if !draft.passed.iter().any(|passed| passed == id) {
            draft.passed.push(id.to_owned());
        }
        draft.at = match draft.at.clone() {
            // Where it goes on: back, unless questions have come up that must be asked first.
            At::Change { back, .. } if *back == At::Summary => draft.next(self.form),
            At::Change { back, .. } => *back,
            _ => draft.next(self.form),
        };
    }

    fn skip(&mut self) {
        let Some(question) = self.open() else { return self.tell(Told::NoChoice) };
        let has_answer = self.step.draft.given.contains_key(&question.id);
        if question.required && !has_answer {
            return self.tell(Told::CannotSkip);
        }
        if !question.required {
            self.step.draft.given.remove(&question.id);
        }
        self.pass(&question.id);
    }

    fn back(&mut self) {
        self.step.draft.waits = None;
        match self.step.draft.at.clone() {
            At::Change { back, .. } => self.step.draft.at = *back,
            At::Alone => self.step.draft.at = At::Summary,
            At::Path => self.tell(Told::NothingBefore),
            At::Question(_) | At::Summary => {
                let answers = self.step.draft.answers(self.form);
                while let Some(id) = self.step.draft.passed.pop() {
                    if self.form.question(&id).is_some_and(|question| question.asked && question.applies(&answers)) {
                        self.step.draft.at = At::Question(id);
                        return;
                    }
                }
                if self.form.has_short_path() {
                    self.step.draft.at = At::Path;
                } else {
                    self.tell(Told::NothingBefore);
                }
            }
        }
    }

    fn send(&mut self) {
        let answers = self.step.draft.answers(self.form);
        let missing = self.form.applying(&answers, true, false).filter(|question| question.required);
        let missing = missing.filter(|question| !answers.contains_key(&question.id)).count();
        if missing > 0 {
            self.tell(Told::NotYet(missing));
            if self.step.draft.at.question().is_none() {
                self.step.draft.at = self.step.draft.next(self.form);
            }
            return;
        }
        match self.step.draft.at {
            At::Summary | At::Alone if self.context.alone > self.step.draft.left_alone => {
                self.step.draft.at = At::Alone;
            }
            At::Summary | At::Alone => self.step.next = Next::Over(Ending::Send),
            // Nothing is made that was not looked over first.
            At::Path | At::Question(_) | At::Change { .. } => {
                self.step.draft.waits = None;
                self.step.draft.at = At::Summary;
            }
        }
    }

    /// The question that a reply is about, when it is another than the open one.
    fn asked_before(&self, replies_to: Option<&EventId>) -> Option<&'e Question> {
        let to = replies_to?;
        let (_, id) = self.step.draft.asked.iter().find(|(event, _)| event == to)?;
        let question = self.form.question(id)?;
        (self.step.draft.at.question() != Some(id) && question.applies(&self.step.draft.answers(self.form)))
            .then_some(question)
    }

    /// An answer to a question that was asked before.
    fn late(&mut self, question: &'e Question, text: &str, event: &EventId) {
        match read(question, text, self.context) {
            Reading::Value(value) => {
                if value.text().is_some() {
                    self.step.draft.remember(event);
                }
                self.replace(question, value, event);
            }
            Reading::Misfit(misfit) => self.tell(Told::Misfit(question.id.clone(), misfit)),
            Reading::Found(_) | Reading::Readings(_) => {
                self.reopen(question);
                self.tell(Told::Reopened(question.id.clone()));
            }
        }
    }

    /// Puts another answer in place of the one there was, wherever one is; a text that is to be looked at again is asked about.
    fn replace(&mut self, question: &'e Question, value: Value, said: &EventId) {
        match value {
            Value::Text(text) if !look(&text).is_empty() => {
                self.reopen(question);
                self.step.draft.waits = Some(Waits::Guard { text, said: said.clone() });
            }
            value => {
                self.step.draft.given.insert(question.id.clone(), Given { value, said: vec![said.clone()] });
                if !self.step.draft.passed.contains(&question.id) {
                    self.step.draft.passed.push(question.id.clone());
                }
                self.tell(Told::Changed(question.id.clone()));
            }
        }
    }

    fn ticked(&mut self, question: &str, option: &str, event: &EventId) -> bool {
        let Some(open) = self.open().filter(|open| open.id == question && open.option(option).is_some()) else {
            return false;
        };
        match open.kind {
            QuestionKind::Choice { .. } => self.keep(open, Value::Choice(option.to_owned()), event),
            _ => {
                let mut ticks = match self.step.draft.waits.take() {
                    Some(Waits::Ticked(ticks)) => ticks,
                    _ => Vec::new(),
                };
                ticks.push((event.clone(), option.to_owned()));
                self.step.draft.waits = Some(Waits::Ticked(ticks));
                self.step.next = Next::Quiet;
            }
        }
        true
    }

    fn ticks_done(&mut self, question: &'e Question, ticks: &[(EventId, String)]) -> bool {
        let Some((event, _)) = ticks.last().cloned() else { return false };
        let ids = question.options().iter().map(|option| option.id.clone());
        let chosen: Vec<String> = ids.filter(|id| ticks.iter().any(|(_, ticked)| ticked == id)).collect();
        let alone =
            question.options().iter().find(|option| option.alone && chosen.len() > 1 && chosen.contains(&option.id));
        match alone {
            Some(option) => {
                self.tell(Told::Misfit(question.id.clone(), Misfit::Alone { option: option.id.clone() }));
            }
            None => self.keep(question, Value::Choices(chosen), &event),
        }
        true
    }

    fn edited(&mut self, of: &EventId, text: &str) -> bool {
        if matches!(&self.step.draft.waits, Some(Waits::Guard { said, .. }) if said == of) {
            self.step.draft.waits = None;
            if let Some(question) = self.open() {
                self.asked_for(question, text, of, i64::MAX);
            }
            return true;
        }
        let Some(question) = self.question_of(of) else { return false };
        let alone = self.step.draft.given.get(&question.id).is_some_and(|given| given.said.len() == 1);
        match read(question, text, self.context) {
            Reading::Value(value) if alone => self.replace(question, value, of),
            Reading::Misfit(misfit) => {
                self.reopen(question);
                self.tell(Told::Misfit(question.id.clone(), misfit));
            }
            _ => {
                self.reopen(question);
                self.tell(Told::Reopened(question.id.clone()));
            }
        }
        true
    }

    fn taken_back(&mut self, of: &EventId) -> bool {
        match &mut self.step.draft.waits {
            Some(Waits::Guard { said, .. } | Waits::Media(said)) if said == of => {
                self.step.draft.waits = None;
                return true;
            }
            Some(Waits::Ticked(ticks)) if ticks.iter().any(|(event, _)| event == of) => {
                ticks.retain(|(event, _)| event != of);
                self.step.next = Next::Quiet;
                return true;
            }
            _ => {}
        }
        let Some(question) = self.question_of(of) else { return false };
        self.reopen(question);
        self.tell(Told::Reopened(question.id.clone()));
        true
    }

    /// The question to which this message gave the answer that stands.
    fn question_of(&self, said: &EventId) -> Option<&'e Question> {
        let given = self.step.draft.given.iter().find(|(_, given)| given.said.contains(said))?;
        self.form.question(given.0)
    }

    /// Asks a question anew, and then goes on where they were.
    fn reopen(&mut self, question: &Question) {
        let draft = &mut self.step.draft;
        draft.given.remove(&question.id);
        draft.waits = None;
        if draft.at.question() != Some(&question.id) {
            let back = match draft.at.clone() {
                // Two changes one after the other still end where they began.
                At::Change { back, .. } => back,
                other => Box::new(other),
            };
            draft.at = At::Change { question: question.id.clone(), back };
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

/// Those of a list whose numbers were typed; nothing when something else was.
fn numbers<T: Clone>(text: &str, list: &[T]) -> Option<Vec<T>> {
    let between = |sign: char| sign.is_whitespace() || matches!(sign, ',' | ';' | '.' | '+' | '&');
    let typed: Vec<&str> = text.split(between).filter(|part| !part.is_empty()).collect();
    if typed.is_empty() {
        return None;
    }
    let chosen = typed.iter().map(|number| {
        let number: usize = number.trim_end_matches(['\u{fe0f}', '\u{20e3}']).parse().ok()?;
        list.get(number.checked_sub(1)?).cloned()
    });
    chosen.collect()
}
