//! The words that steer: on, back, over, and the way to the end.

use super::{At, Control, Ending, Engine, Next, Told, Waits};

impl Engine<'_> {
    /// A control that counts here. False when the word is an answer after all.
    pub(super) fn steered(&mut self, control: Control) -> bool {
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

    pub(super) fn skip(&mut self) {
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

    pub(super) fn back(&mut self) {
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

    pub(super) fn send(&mut self) {
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
}
