//! The Fluent texts of both languages, checked against each other when they are loaded.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast;
use unic_langid::LanguageIdentifier;

use crate::document::Problems;
use crate::domain::Language;

/// The values that a text needs, by name.
pub type Args<'a> = &'a [(&'a str, FluentValue<'a>)];

/// All texts that the bot says, in both languages.
pub struct Texts {
    bundles: Vec<FluentBundle<FluentResource>>,
    /// The keys there are, each with the names of its values.
    keys: BTreeMap<String, BTreeSet<String>>,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Texts").field("keys", &self.keys.len()).finish_non_exhaustive()
    }
}

impl Texts {
    /// Loads `(file, language, text)` triples and notes what is wrong: syntax, a key that one language lacks, values that
    /// differ between the languages, a key that stands in two files.
    pub fn load<'f>(files: impl IntoIterator<Item = (&'f str, Language, &'f str)>, problems: &Problems) -> Self {
        let mut bundles: Vec<FluentBundle<FluentResource>> = Language::ALL
            .into_iter()
            .map(|language| {
                let locale: LanguageIdentifier = language.code().parse().expect("a two-letter code is an identifier");
                let mut bundle = FluentBundle::new_concurrent(vec![locale]);
                // Isolation marks are invisible characters around every value; they break copying a command.
                bundle.set_use_isolating(false);
                bundle
            })
            .collect();
        let mut found: BTreeMap<String, [Option<Found>; 2]> = BTreeMap::new();
        for (file, language, text) in files {
            let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(partial, errors)| {
                for error in errors {
                    problems.add(file, line_of(text, error.pos.start), "", error.kind.to_string());
                }
                partial
            });
            for entry in resource.entries() {
                if let ast::Entry::Message(message) = entry {
                    let key = message.id.name.to_owned();
                    let line = line_of_key(text, &key);
                    let mut values = BTreeSet::new();
                    if let Some(pattern) = &message.value {
                        values_of(pattern, &mut values);
                    }
                    let slot = &mut found.entry(key.clone()).or_default()[language as usize];
                    if let Some(earlier) = slot {
                        problems.add(
                            file,
                            line,
                            &key,
                            format!("stands in {} already: give it another name", earlier.file),
                        );
                        continue;
                    }
                    *slot = Some(Found { file: file.to_owned(), line, values });
                }
            }
            // Doubled keys have been noted above.
            let _ = bundles[language as usize].add_resource(resource);
        }
        let keys = compare(found, problems);
        Self { bundles, keys }
    }

    /// True when there is such a text.
    pub fn has(&self, key: &str) -> bool {
        self.keys.contains_key(key)
    }

    /// The keys of all texts.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.keys().map(String::as_str)
    }

    /// The text with its values. A key that does not exist is a fault of ours: it is logged, and the key itself is
    /// shown rather than nothing.
    pub fn get(&self, language: Language, key: &str, args: Args<'_>) -> String {
        let bundle = &self.bundles[language as usize];
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, "a text is missing");
            return key.to_owned();
        };
        let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::error!(key, problems = errors.len(), "a text lacks a value");
        }
        text
    }
}

struct Found {
    file: String,
    line: usize,
    values: BTreeSet<String>,
}

fn compare(found: BTreeMap<String, [Option<Found>; 2]>, problems: &Problems) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys = BTreeMap::new();
    for (key, both) in found {
        match both {
            [Some(dutch), Some(english)] => {
                if dutch.values != english.values {
                    let message = format!(
                        "uses the values {} where {} uses {}: make them the same",
                        listed(&english.values),
                        dutch.file,
                        listed(&dutch.values)
                    );
                    problems.add(&english.file, english.line, &key, message);
                }
                keys.insert(key, dutch.values);
            }
            [Some(one), None] => {
                problems.add(&one.file, one.line, &key, "has no English text: add it to the en.ftl beside it");
            }
            [None, Some(one)] => {
                problems.add(&one.file, one.line, &key, "has no Dutch text: add it to the nl.ftl beside it");
            }
            [None, None] => {}
        }
    }
    keys
}

fn listed(values: &BTreeSet<String>) -> String {
    if values.is_empty() {
        return "none".to_owned();
    }
    values.iter().map(|value| format!("${value}")).collect::<Vec<_>>().join(", ")
}

fn line_of(text: &str, position: usize) -> usize {
    text.as_bytes()[..position.min(text.len())].iter().filter(|byte| **byte == b'\n').count() + 1
}

fn line_of_key(text: &str, key: &str) -> usize {
    let is_key = |line: &str| line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
    text.lines().position(is_key).map_or(0, |index| index + 1)
}

fn values_of(pattern: &ast::Pattern<&str>, values: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            values_of_expression(expression, values);
        }
    }
}

fn values_of_expression(expression: &ast::Expression<&str>, values: &mut BTreeSet<String>) {
    match expression {
        ast::Expression::Select { selector, variants } => {
            values_of_inline(selector, values);
            for variant in variants {
                values_of(&variant.value, values);
            }
        }
        ast::Expression::Inline(inline) => values_of_inline(inline, values),
    }
}

fn values_of_inline(inline: &ast::InlineExpression<&str>, values: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            values.insert(id.name.to_owned());
        }
        ast::InlineExpression::Placeable { expression } => values_of_expression(expression, values),
        ast::InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                values_of_inline(argument, values);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(dutch: &str, english: &str) -> (Texts, Vec<String>) {
        let problems = Problems::default();
        let texts =
            Texts::load([("a/nl.ftl", Language::Dutch, dutch), ("a/en.ftl", Language::English, english)], &problems);
        (texts, problems.into_sorted().iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_text_comes_in_the_language_asked_with_its_values() {
        let (texts, problems) = load("groet = Dag { $name }", "groet = Hello { $name }");
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(texts.get(Language::English, "groet", &[("name", "Anna".into())]), "Hello Anna");
    }

    #[test]
    fn a_missing_translation_and_a_differing_value_are_told() {
        let (_, problems) = load("een = { $a }\ntwee = x", "een = { $b }\n\ndrie = y");
        assert_eq!(
            problems,
            [
                "a/en.ftl:1: een: uses the values $b where a/nl.ftl uses $a: make them the same",
                "a/en.ftl:3: drie: has no Dutch text: add it to the nl.ftl beside it",
                "a/nl.ftl:2: twee: has no English text: add it to the en.ftl beside it",
            ]
        );
    }

    #[test]
    fn a_fault_of_syntax_is_told_with_its_line() {
        let (_, problems) = load("een = x\ntwee = { $\n", "een = x\n");
        assert!(problems.iter().any(|problem| problem.starts_with("a/nl.ftl:2")), "{problems:?}");
    }
}
