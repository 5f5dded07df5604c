//! What somebody says where they are: an answer to the open question, a line of the summary, a choice that is offered.

use super::{
    At, Control, Engine, EventId, Given, Next, Question, QuestionKind, Reading, Told, Value, Waits, lines, look, read,
};

impl<'e> Engine<'e> {
    pub(super) fn answered(&mut self, text: &str, event: &EventId, received_ms: i64) {
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

    pub(super) fn at_summary(&mut self, text: &str, event: &EventId, received_ms: i64) {
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
    pub(super) fn change(&mut self, question: Option<String>) {
        self.step.draft.waits = None;
        self.step.draft.left_alone = 0;
        if let Some(question) = question.filter(|id| self.form.question(id).is_some()) {
            self.step.draft.at = At::Change { question, back: Box::new(At::Summary) };
        } else {
            self.step.draft.at = At::Summary;
        }
    }

    pub(super) fn asked_for(&mut self, question: &'e Question, text: &str, event: &EventId, received_ms: i64) {
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
    pub(super) fn is_doubled(&mut self, text: &str, received_ms: i64) -> bool {
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

    pub(super) fn answered_last(&self) -> Option<(&'e Question, &Given)> {
        let id = self.step.draft.passed.last()?;
        Some((self.form.question(id)?, self.step.draft.given.get(id)?))
    }

    /// People send one text in several messages. One that came before they could see the next question, and fits it not, goes
    /// to the text before.
    pub(super) fn added(&mut self, text: &str, event: &EventId) -> bool {
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
    pub(super) fn fits(&mut self, question: &'e Question, value: Value, event: &EventId) {
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
    pub(super) fn searched(&mut self, question: &'e Question, chosen: Vec<String>, event: &EventId) {
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
    pub(super) fn keep(&mut self, question: &'e Question, value: Value, event: &EventId) {
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
    pub(super) fn pass(&mut self, id: &str) {
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
