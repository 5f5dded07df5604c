//! What a guided dialogue asks: a form with its questions, and the answers to them. Plain values, so that a record can keep the
//! form that it was made with. Who asks, and how answers are understood, lies with the dialogue; where a form is declared,
//! with the catalogue.

mod condition;
mod value;

use serde::{Deserialize, Serialize};

pub use condition::{Condition, Rule};
pub use value::{Answers, Value};

use super::{Language, Scope};

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Both {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

impl Both {
    /// The text in this language.
    pub fn shown(&self, language: Language) -> &str {
        match language {
            Language::Dutch => &self.nl,
            Language::English => &self.en,
        }
    }
}

/// A form in one version, with all its words in both languages. Once made it is never changed: whoever began with it ends
/// with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// What code and data call it, such as `signal`.
    pub id: String,
    /// The version of its declaration.
    pub version: i64,
    /// The questions, in the order in which they are asked.
    pub questions: Vec<Question>,
    /// The question that decides with whom the record is shared, when there is one: whoever finds that nobody else could see
    /// it is offered to widen there.
    pub widen: Option<String>,
    /// The question in which people are named, when there is one: offered together with `widen`.
    pub name: Option<String>,
}

impl Form {
    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// There is a short path that leaves some questions out.
    pub fn has_short_path(&self) -> bool {
        self.questions.iter().any(|question| question.asked && !question.short)
    }

    /// The questions that apply to somebody who answered so far like this, on this path, in order. Those that are set but not
    /// asked are among them only with `all`.
    pub fn applying<'f>(&'f self, answers: &Answers, short: bool, all: bool) -> impl Iterator<Item = &'f Question> {
        let answers = answers.clone();
        self.questions.iter().filter(move |question| {
            (all || question.asked) && (all || !short || question.short) && question.applies(&answers)
        })
    }
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What code and data call it.
    pub id: String,
    /// Its short name, as a line of the summary begins.
    pub label: Both,
    /// What is asked.
    pub ask: Both,
    /// Why it is asked; what `waarom` answers.
    pub why: Both,
    /// What can be answered.
    pub kind: QuestionKind,
    /// For whom the answer is.
    pub scope: Scope,
    /// It cannot be passed over.
    pub required: bool,
    /// It is asked on the short path too.
    pub short: bool,
    /// It is asked of itself. Otherwise it follows from the others (`derive`), or stays open, until somebody sets it in the
    /// summary.
    pub asked: bool,
    /// All of these must hold for it to be asked.
    pub only_if: Vec<Condition>,
    /// The bot suggests the option of the first of these that holds, with the reason, and decides nothing.
    pub suggest: Vec<Rule>,
    /// The answer, as long as nobody gives another, is the option of the first of these that holds.
    pub derive: Vec<Rule>,
    /// What the bot says after certain answers.
    pub notes: Vec<Note>,
}

impl Question {
    /// It is to be asked of somebody who answered so far like this.
    pub fn applies(&self, answers: &Answers) -> bool {
        self.only_if.iter().all(|condition| condition.holds(answers))
    }

    /// What the bot would answer, with the rules that speak for it: all that lead to the option of the first that holds.
    pub fn suggestion<'q>(&'q self, answers: &Answers) -> Option<(&'q str, Vec<&'q Rule>)> {
        let first = self.suggest.iter().find(|rule| rule.holds(answers))?;
        let speaking = self.suggest.iter().filter(|rule| rule.option == first.option && rule.holds(answers));
        Some((&first.option, speaking.collect()))
    }

    /// What follows from the other answers.
    pub fn derived(&self, answers: &Answers) -> Option<&str> {
        self.derive.iter().find(|rule| rule.holds(answers)).map(|rule| rule.option.as_str())
    }

    /// Its options; none when it is no question with options.
    pub fn options(&self) -> &[FormOption] {
        match &self.kind {
            QuestionKind::Choice { options } | QuestionKind::Choices { options } => options,
            _ => &[],
        }
    }

    /// The option with this id.
    pub fn option(&self, id: &str) -> Option<&FormOption> {
        self.options().iter().find(|option| option.id == id)
    }
}

/// What can be answered to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    /// One of these.
    Choice {
        /// In order.
        options: Vec<FormOption>,
    },
    /// One or more of these.
    Choices {
        /// In order.
        options: Vec<FormOption>,
    },
    /// Words of their own, of so many characters.
    Text {
        /// The fewest.
        least: usize,
        /// The most.
        most: usize,
    },
    /// When something happened, in words.
    Moment,
    /// A day to come, in words.
    Day {
        /// So many working days from today, when nobody says otherwise.
        working_days: u32,
    },
    /// The alias of a youth group, from the team's list.
    Group,
    /// Interventions of the matrix.
    Interventions,
    /// Members of the team.
    People,
}

/// One option of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormOption {
    /// What code and data call it.
    pub id: String,
    /// The words that stand for it in Dutch; the first is shown.
    pub nl: Vec<String>,
    /// The same in English.
    pub en: Vec<String>,
    /// Whoever chooses it chooses nothing else.
    pub alone: bool,
}

impl FormOption {
    /// The word that is shown.
    pub fn shown(&self, language: Language) -> &str {
        let words = match language {
            Language::Dutch => &self.nl,
            Language::English => &self.en,
        };
        words.first().map_or(self.id.as_str(), String::as_str)
    }

    /// All words that stand for it.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.nl.iter().chain(&self.en).map(String::as_str).chain([self.id.as_str()])
    }
}

/// Something that the bot says after certain answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The options after which it is said; any of them.
    pub any: Vec<String>,
    /// The words.
    pub text: Both,
}
