//! All that a dialogue remembers between two messages. It lies sealed in the database, and is gone when the dialogue ends.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::{Answers, EventId, Form, Question, QuestionKind, Value, WorkingTime};

/// So many messages of the person are remembered, to be taken back with the record.
const MOST_SAID: usize = 400;

/// What somebody has answered so far, and where they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The record that it is about, when it is about one that is there already.
    pub about: Option<String>,
    /// They took the short path.
    pub short: bool,
    /// The answers.
    pub given: BTreeMap<String, Given>,
    /// The questions that were answered or passed over, in that order.
    pub passed: Vec<String>,
    /// Where they are.
    pub at: At,
    /// What the bot waits for before it goes on.
    pub waits: Option<Waits>,
    /// When the open question was decided, in milliseconds since 1970: what came in before cannot be an answer to it that
    /// somebody thought about.
    pub asked_ms: i64,
    /// How often they said that it may stay as it is although nobody else can see it.
    pub left_alone: usize,
    /// Messages of theirs that hold words of their own.
    pub said: Vec<EventId>,
    /// Which question was asked in answer to which message of theirs: a reply to that question is an answer to it.
    #[serde(default)]
    pub asked: Vec<(EventId, String)>,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// What it is.
    pub value: Value,
    /// The messages that gave it: changing or taking back one of them changes or reopens the answer.
    pub said: Vec<EventId>,
}

/// Where somebody is in a dialogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum At {
    /// Chooses between the short path and the full one.
    Path,
    /// Is asked this question.
    Question(String),
    /// Changes the answer to this question, and then goes back.
    Change {
        /// The question.
        question: String,
        /// Where they go then.
        back: Box<At>,
    },
    /// Looks the whole over.
    Summary,
    /// Would send something that nobody else could see.
    Alone,
}

impl At {
    /// The question that is open.
    pub fn question(&self) -> Option<&str> {
        match self {
            Self::Question(question) | Self::Change { question, .. } => Some(question),
            Self::Path | Self::Summary | Self::Alone => None,
        }
    }
}

/// What the bot waits for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Waits {
    /// Whether this text may be kept, in which it saw what looks like personal data. Until then it counts for nothing.
    Guard {
        /// The text.
        text: String,
        /// The message that holds it.
        said: EventId,
    },
    /// Which of these is meant.
    Found {
        /// Slugs, aliases or ids of people.
        ids: Vec<String>,
    },
    /// Which of these readings is meant.
    Readings(Vec<Value>),
    /// Whether it shall take back this picture or file.
    Media(EventId),
    /// More of these, by reactions: each with its option.
    Ticked(Vec<(EventId, String)>),
}

impl Draft {
    /// Nothing answered yet.
    pub(super) fn new(form: &Form, about: Option<String>, now_ms: i64) -> Self {
        let mut draft = Self {
            about,
            short: false,
            given: BTreeMap::new(),
            passed: Vec::new(),
            at: At::Path,
            waits: None,
            asked_ms: now_ms,
            left_alone: 0,
            said: Vec::new(),
            asked: Vec::new(),
        };
        if !form.has_short_path() {
            draft.at = draft.next(form);
        }
        draft
    }

    /// The answers that count: those to questions that apply, with what follows from them. A question that stopped to apply
    /// keeps its answer in the draft, for the case that it applies again.
    pub fn answers(&self, form: &Form) -> Answers {
        let mut answers = Answers::new();
        for question in form.questions.iter().filter(|question| question.derive.is_empty()) {
            if let Some(given) = self.given.get(&question.id)
                && question.applies(&answers)
            {
                answers.insert(question.id.clone(), given.value.clone());
            }
        }
        for question in form.questions.iter().filter(|question| !question.derive.is_empty()) {
            let given = self.given.get(&question.id).map(|given| given.value.clone());
            let derived = || question.derived(&answers).map(|option| Value::Choice(option.to_owned()));
            if let Some(value) = given.or_else(derived) {
                answers.insert(question.id.clone(), value);
            }
        }
        answers
    }

    /// The answers that count, with the days that hold when nobody says otherwise.
    pub fn settled(&self, form: &Form, today: NaiveDate, working: &WorkingTime) -> Answers {
        let mut answers = self.answers(form);
        for question in &form.questions {
            if let QuestionKind::Day { working_days } = question.kind
                && question.applies(&answers)
                && !answers.contains_key(&question.id)
            {
                answers.insert(question.id.clone(), Value::Day(working.working_day_after(today, working_days)));
            }
        }
        answers
    }

    /// The question that comes next, or the summary when there is none left.
    pub(super) fn next(&self, form: &Form) -> At {
        let answers = self.answers(form);
        let open = |question: &&Question| {
            let missing = question.required && !answers.contains_key(&question.id);
            !self.passed.contains(&question.id) || missing
        };
        form.applying(&answers, self.short, false)
            .find(open)
            .map_or(At::Summary, |question| At::Question(question.id.clone()))
    }

    /// How many questions are open after this one, as far as can be known now.
    pub(super) fn ahead(&self, form: &Form) -> usize {
        let answers = self.answers(form);
        let here = self.at.question();
        let open = |question: &&Question| !self.passed.contains(&question.id) && Some(question.id.as_str()) != here;
        form.applying(&answers, self.short, false).filter(open).count()
    }

    /// Remembers a message of the person.
    pub(super) fn remember(&mut self, said: &EventId) {
        if !self.said.contains(said) && self.said.len() < MOST_SAID {
            self.said.push(said.clone());
        }
    }

    /// The open question was asked in answer to this message.
    pub(super) fn remember_asked(&mut self, event: &EventId) {
        if let Some(question) = self.at.question().map(str::to_owned) {
            self.asked.retain(|(known, _)| known != event);
            self.asked.push((event.clone(), question));
            let many = self.asked.len().saturating_sub(MOST_SAID);
            self.asked.drain(..many);
        }
    }

    /// The draft as it is stored.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("a draft is plain values")
    }

    /// The draft that was stored like this.
    pub fn from_json(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }
}
