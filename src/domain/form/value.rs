//! Answers, as they are kept: ids of options and not their words, moments and not what was typed.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::UserId;

/// Answers by question. A question that is open has none.
pub type Answers = BTreeMap<String, Value>;

/// The answer to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is", content = "value")]
pub enum Value {
    /// The id of an option.
    Choice(String),
    /// Ids of options, in the order of the form, each once.
    Choices(Vec<String>),
    /// Words of their own.
    Text(String),
    /// When something happened, in milliseconds since 1970: to the minute, or from then until then.
    Moment {
        /// From when on.
        from_ms: i64,
        /// Until when; nothing for a moment.
        until_ms: Option<i64>,
    },
    /// A day.
    Day(NaiveDate),
    /// The alias of a group, as the team wrote it.
    Group(String),
    /// Slugs of interventions, each once.
    Interventions(Vec<String>),
    /// People, each once.
    People(Vec<UserId>),
}

impl Value {
    /// The option, when it is the answer to a question with one.
    pub fn choice(&self) -> Option<&str> {
        match self {
            Self::Choice(option) => Some(option),
            _ => None,
        }
    }

    /// The options, however many.
    pub fn choices(&self) -> Vec<&str> {
        match self {
            Self::Choice(option) => vec![option],
            Self::Choices(options) => options.iter().map(String::as_str).collect(),
            _ => Vec::new(),
        }
    }

    /// The words, when it is a text.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}
