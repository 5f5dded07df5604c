//! Conditions on answers, and rules made of them: when a question is asked, what the bot suggests and why.

use serde::{Deserialize, Serialize};

use super::{Answers, Both, Value};

/// Something that holds of the answers so far, or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// The question it is about.
    pub question: String,
    /// The options of which one must have been chosen; with none of them any answer does.
    pub any: Vec<String>,
    /// It holds when that is *not* so.
    pub not: bool,
}

impl Condition {
    /// Whether it holds of these answers. An open question has none of the options.
    pub fn holds(&self, answers: &Answers) -> bool {
        let chosen = match answers.get(&self.question) {
            Some(_) if self.any.is_empty() => true,
            Some(Value::Choice(option)) => self.any.contains(option),
            Some(Value::Choices(options)) => options.iter().any(|option| self.any.contains(option)),
            Some(_) | None => false,
        };
        chosen != self.not
    }
}

/// An option that so many of these conditions lead to, with the reason in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// The option.
    pub option: String,
    /// The conditions.
    pub when: Vec<Condition>,
    /// How many of them must hold.
    pub at_least: usize,
    /// Why, in words; empty where nobody sees it.
    pub because: Both,
}

impl Rule {
    /// Whether enough of the conditions hold.
    pub fn holds(&self, answers: &Answers) -> bool {
        self.when.iter().filter(|condition| condition.holds(answers)).count() >= self.at_least
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers() -> Answers {
        Answers::from([
            ("kind".to_owned(), Value::Choices(vec!["call".to_owned(), "weapon".to_owned()])),
            ("reach".to_owned(), Value::Choice("few".to_owned())),
            ("seen".to_owned(), Value::Text("een filmpje".to_owned())),
        ])
    }

    fn condition(question: &str, any: &[&str], not: bool) -> Condition {
        Condition { question: question.to_owned(), any: any.iter().map(|id| (*id).to_owned()).collect(), not }
    }

    #[test]
    fn one_of_several_chosen_options_is_enough() {
        assert!(condition("kind", &["weapon"], false).holds(&answers()));
        assert!(!condition("kind", &["fight"], false).holds(&answers()));
        assert!(condition("kind", &["fight"], true).holds(&answers()));
    }

    #[test]
    fn without_options_any_answer_will_do_and_an_open_question_has_none() {
        assert!(condition("seen", &[], false).holds(&answers()));
        assert!(!condition("place", &[], false).holds(&answers()));
        assert!(condition("place", &[], true).holds(&answers()));
    }

    #[test]
    fn a_rule_counts_its_conditions() {
        let when = vec![
            condition("kind", &["weapon"], false),
            condition("reach", &["viral"], false),
            condition("seen", &[], false),
        ];
        let rule =
            |at_least| Rule { option: "high".to_owned(), when: when.clone(), at_least, because: Both::default() };
        assert!(rule(2).holds(&answers()));
        assert!(!rule(3).holds(&answers()));
        assert!(rule(0).holds(&Answers::new()));
    }
}
