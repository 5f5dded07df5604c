//! A form as it is declared: `commands/<command>/forms/<form>.toml`, with its texts in the Fluent files beside it. What it says
//! is checked as a whole: a condition on a question that is not there would never hold, and nobody would notice.

use super::reading::MOST_NUMBERED;
use crate::catalogue::Catalogue;
use crate::document::{Problems, Source, Table};
use crate::domain::{Both, Condition, Form, FormOption, Language, Note, Question, QuestionKind, Rule, Scope};
use crate::text::Texts;

/// The most that a text may hold, in characters: one message.
const LONGEST_TEXT: i64 = 4000;

/// Reads the form that a command declares under this name, and notes every problem. Nothing when there is no such file.
pub fn load(catalogue: &Catalogue, command: &str, id: &str, problems: &Problems) -> Option<Form> {
    let path = format!("{command}/forms/{id}.toml");
    let Some(file) = catalogue.files.get(&path) else {
        problems.add(&format!("commands/{path}"), 0, "", "is missing");
        return None;
    };
    let source = Source { file: &file.shown, text: &file.text, problems };
    Some(source.read(|top| {
        let texts = Named { form: id, texts: &catalogue.texts };
        let version = top.number("version", 1, 1..i64::MAX);
        let tables = top.tables("questions");
        let questions: Vec<Question> = tables.iter().map(|table| question(table, &texts)).collect();
        let form = Form {
            id: id.to_owned(),
            version,
            widen: top.optional_text("widen"),
            name: top.optional_text("name"),
            questions,
        };
        check(&form, &top, &tables);
        tables.into_iter().for_each(Table::finish);
        top.finish();
        form
    }))
}

/// The texts of a form by their names.
struct Named<'t> {
    form: &'t str,
    texts: &'t Texts,
}

impl Named<'_> {
    /// The text `<form>-<part>-<name>` in both languages; a problem of this table when there is none.
    fn both(&self, table: &Table<'_>, key: &str, part: &str, name: &str) -> Both {
        let named = format!("{}-{part}-{name}", self.form);
        if !self.texts.has(&named) {
            table.problem(key, format!("has no text: add `{named}` to the .ftl files beside the form"));
            return Both::default();
        }
        let text = |language| self.texts.get(language, &named, &[]);
        Both { nl: text(Language::Dutch), en: text(Language::English) }
    }
}

fn question(table: &Table<'_>, texts: &Named<'_>) -> Question {
    let id = table.text("id");
    let required = table.flag("required", false);
    Question {
        label: texts.both(table, "id", "label", &id),
        ask: texts.both(table, "id", "ask", &id),
        why: texts.both(table, "id", "why", &id),
        kind: kind(table),
        scope: table
            .one_of("scope", &[("own", Scope::Own), ("shared", Scope::Shared), ("released", Scope::Released)])
            .unwrap_or(Scope::Own),
        required,
        short: table.flag("short", required),
        asked: table.flag("asked", true),
        only_if: conditions(table, "only_if"),
        suggest: rules(table, "suggest", texts, true),
        derive: rules(table, "derive", texts, false),
        notes: table
            .tables("notes")
            .into_iter()
            .map(|table| {
                let note = Note {
                    any: table.some_texts("any"),
                    text: texts.both(&table, "text", "note", &table.text("text")),
                };
                table.finish();
                note
            })
            .collect(),
        id,
    }
}

fn kind(table: &Table<'_>) -> QuestionKind {
    #[derive(Clone, Copy)]
    enum Kind {
        Choice,
        Choices,
        Text,
        Moment,
        Day,
        Group,
        Interventions,
        People,
    }
    let kinds = [
        ("choice", Kind::Choice),
        ("choices", Kind::Choices),
        ("text", Kind::Text),
        ("moment", Kind::Moment),
        ("day", Kind::Day),
        ("group", Kind::Group),
        ("interventions", Kind::Interventions),
        ("people", Kind::People),
    ];
    let at_most = |key: &str, default| usize::try_from(table.number(key, default, 1..LONGEST_TEXT)).unwrap_or(1);
    match table.one_of("kind", &kinds).unwrap_or(Kind::Text) {
        Kind::Choice => QuestionKind::Choice { options: options(table) },
        Kind::Choices => QuestionKind::Choices { options: options(table) },
        Kind::Text => {
            let (least, most) = (at_most("least", 1), at_most("most", 600));
            if least > most {
                table.problem("least", "is more than `most`: nothing would fit");
            }
            QuestionKind::Text { least, most }
        }
        Kind::Moment => QuestionKind::Moment,
        Kind::Day => {
            let days = table.number("working_days", 5, 1..100);
            QuestionKind::Day { working_days: u32::try_from(days).unwrap_or(5) }
        }
        Kind::Group => QuestionKind::Group,
        Kind::Interventions => QuestionKind::Interventions,
        Kind::People => QuestionKind::People,
    }
}

fn options(table: &Table<'_>) -> Vec<FormOption> {
    let option = |table: Table<'_>| {
        let id = table.text("id");
        let alone = table.flag("alone", false);
        let (nl, en) = match table.table("words") {
            Some(words) => {
                let both = (words.some_texts("nl"), words.some_texts("en"));
                words.finish();
                both
            }
            None => Default::default(),
        };
        table.finish();
        FormOption { id, nl, en, alone }
    };
    let options: Vec<FormOption> = table.tables("options").into_iter().map(option).collect();
    if options.len() < 2 || options.len() > MOST_NUMBERED {
        table.problem("options", format!("needs 2 to {MOST_NUMBERED} options: each is chosen by one digit"));
    }
    for (index, option) in options.iter().enumerate() {
        let earlier = &options[..index];
        if earlier.iter().any(|other| other.id == option.id) {
            table.problem("options", format!("has `{}` twice", option.id));
        }
    }
    options
}

fn conditions(table: &Table<'_>, key: &str) -> Vec<Condition> {
    let condition = |table: Table<'_>| {
        let condition =
            Condition { question: table.text("question"), any: table.texts("any"), not: table.flag("not", false) };
        table.finish();
        condition
    };
    table.tables(key).into_iter().map(condition).collect()
}

fn rules(table: &Table<'_>, key: &str, texts: &Named<'_>, seen: bool) -> Vec<Rule> {
    let rule = |table: Table<'_>| {
        let when = conditions(&table, "when");
        let most = i64::try_from(when.len()).unwrap_or(i64::MAX);
        let at_least = table.number("at_least", most, 0..most.saturating_add(1));
        let because =
            if seen { texts.both(&table, "because", "because", &table.text("because")) } else { Both::default() };
        let rule =
            Rule { option: table.text("option"), when, at_least: usize::try_from(at_least).unwrap_or(0), because };
        table.finish();
        rule
    };
    table.tables(key).into_iter().map(rule).collect()
}

/// Everything that refers to something refers to what is there.
fn check(form: &Form, top: &Table<'_>, tables: &[Table<'_>]) {
    for (index, (question, table)) in form.questions.iter().zip(tables).enumerate() {
        if form.questions[..index].iter().any(|other| other.id == question.id) {
            table.problem("id", format!("`{}` stands here twice", question.id));
        }
        for condition in &question.only_if {
            check_condition(form, condition, table, "only_if");
            if !form.questions[..index].iter().any(|other| other.id == condition.question) {
                table.problem("only_if", format!("`{}` is asked later: a condition looks back", condition.question));
            }
        }
        for (key, rules) in [("suggest", &question.suggest), ("derive", &question.derive)] {
            for rule in rules {
                if question.option(&rule.option).is_none() {
                    table.problem(key, format!("`{}` is no option of this question", rule.option));
                }
                rule.when.iter().for_each(|condition| check_condition(form, condition, table, key));
            }
        }
        for option in question.notes.iter().flat_map(|note| &note.any) {
            if question.option(option).is_none() {
                table.problem("notes", format!("`{option}` is no option of this question"));
            }
        }
    }
    for (key, question) in [("widen", &form.widen), ("name", &form.name)] {
        if let Some(question) = question
            && form.question(question).is_none()
        {
            top.problem(key, format!("`{question}` is no question of this form"));
        }
    }
}

fn check_condition(form: &Form, condition: &Condition, table: &Table<'_>, key: &str) {
    let Some(question) = form.question(&condition.question) else {
        return table.problem(key, format!("`{}` is no question of this form", condition.question));
    };
    for option in &condition.any {
        if question.option(option).is_none() {
            table.problem(key, format!("`{option}` is no option of `{}`", condition.question));
        }
    }
}
