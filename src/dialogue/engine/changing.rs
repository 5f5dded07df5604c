//! What changes an answer that is there: late replies, changed messages, messages taken back, reactions.

use super::{
    At, Engine, EventId, Given, Misfit, Next, Question, QuestionKind, Reading, Told, Value, Waits, look, read,
};

impl<'e> Engine<'e> {
    /// The question that a reply is about, when it is another than the open one.
    pub(super) fn asked_before(&self, replies_to: Option<&EventId>) -> Option<&'e Question> {
        let to = replies_to?;
        let (_, id) = self.step.draft.asked.iter().find(|(event, _)| event == to)?;
        let question = self.form.question(id)?;
        (self.step.draft.at.question() != Some(id) && question.applies(&self.step.draft.answers(self.form)))
            .then_some(question)
    }

    /// An answer to a question that was asked before.
    pub(super) fn late(&mut self, question: &'e Question, text: &str, event: &EventId) {
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
    pub(super) fn replace(&mut self, question: &'e Question, value: Value, said: &EventId) {
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

    pub(super) fn ticked(&mut self, question: &str, option: &str, event: &EventId) -> bool {
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

    pub(super) fn ticks_done(&mut self, question: &'e Question, ticks: &[(EventId, String)]) -> bool {
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

    pub(super) fn edited(&mut self, of: &EventId, text: &str) -> bool {
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

    pub(super) fn taken_back(&mut self, of: &EventId) -> bool {
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
    pub(super) fn question_of(&self, said: &EventId) -> Option<&'e Question> {
        let given = self.step.draft.given.iter().find(|(_, given)| given.said.contains(said))?;
        self.form.question(given.0)
    }

    /// Asks a question anew, and then goes on where they were.
    pub(super) fn reopen(&mut self, question: &Question) {
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
