//! `!begrip`: the glossary of platform words, street language and words of the chain. A word is explained, never judged:
//! what rests on no source says so, and no word is proof of anything.

use chrono::NaiveDate;

use super::ask::{Ask, Reply};
use super::intervention::Matrix;
use super::sources::{Source, Sources};
use crate::catalogue::{Catalogue, File};
use crate::document::{Problems, Source as Document, Table};
use crate::domain::Language;
use crate::search::{Document as Indexed, Field, Index, Synonyms, Weight, fold};
use crate::text::{Answer, Line};

const FOLDER: &str = "term/terms";

/// Beginnings of a question for the meaning of a word, folded.
const MEANING: [&str; 8] =
    ["wat is een ", "wat is ", "wat betekent ", "wat zijn ", "what is a ", "what is ", "what does ", "what are "];

/// Entries in one list.
const PAGE: usize = 5;

/// One word of the glossary.
#[derive(Debug)]
struct Term {
    slug: String,
    /// It follows from a source; otherwise it is general knowledge and says so.
    certain: bool,
    checked: NaiveDate,
    sources: Vec<Source>,
    see: Vec<String>,
    interventions: Vec<String>,
    dutch: Texts,
    english: Texts,
}

#[derive(Debug, Default)]
struct Texts {
    name: String,
    also: Vec<String>,
    meaning: String,
    care: Option<String>,
}

impl Term {
    fn texts(&self, language: Language) -> &Texts {
        match language {
            Language::Dutch => &self.dutch,
            Language::English => &self.english,
        }
    }

    fn is_called(&self, folded: &str) -> bool {
        self.slug == folded
            || Language::ALL.into_iter().any(|language| {
                let texts = self.texts(language);
                fold(&texts.name) == folded || texts.also.iter().any(|word| fold(word) == folded)
            })
    }
}

/// All terms, searchable.
#[derive(Debug)]
pub(crate) struct Glossary {
    terms: Vec<Term>,
    index: Index,
}

impl Glossary {
    pub(crate) fn load(catalogue: &Catalogue, sources: &Sources, matrix: &Matrix, problems: &Problems) -> Self {
        let mut terms: Vec<Term> = Vec::new();
        for (_, file) in catalogue.files.in_folder(FOLDER) {
            read(file, sources, problems, &mut terms);
        }
        for (_, file) in catalogue.files.in_folder(FOLDER) {
            references(file, &terms, matrix, problems);
        }
        let index = Index::new(terms.iter().map(|term| Indexed { fields: fields(term) }), &Synonyms::default());
        Self { terms, index }
    }

    /// True when these words are a term, or ask what a term means.
    pub(crate) fn knows(&self, words: &str) -> bool {
        let folded = fold(words);
        let asked = MEANING.iter().find_map(|asking| folded.strip_prefix(asking)).unwrap_or(&folded);
        let asked = asked.trim_end_matches(['?', '!', '.']).trim_end_matches(" mean").trim();
        self.terms.iter().any(|term| term.is_called(asked))
    }

    fn with_slug(&self, slug: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.slug == slug)
    }
}

fn fields(term: &Term) -> Vec<Field<'_>> {
    let mut fields = Vec::new();
    for language in Language::ALL {
        let texts = term.texts(language);
        fields.push(Field { text: &texts.name, weight: Weight::Name, language });
        fields.extend(texts.also.iter().map(|text| Field { text, weight: Weight::Name, language }));
        fields.push(Field { text: &texts.meaning, weight: Weight::Body, language });
    }
    fields
}

fn read(file: &File, sources: &Sources, problems: &Problems, terms: &mut Vec<Term>) {
    Document { file: &file.shown, text: &file.text, problems }.read(|top| {
        for table in top.tables("term") {
            let term = Term {
                slug: table.text("slug"),
                certain: table.one_of("status", &[("certain", true), ("uncertain", false)]).unwrap_or(false),
                checked: table.day("checked"),
                sources: sources.named_by(&table),
                see: table.texts("see"),
                interventions: table.texts("interventions"),
                dutch: texts(&table, Language::Dutch),
                english: texts(&table, Language::English),
            };
            if term.certain && table.texts("sources").is_empty() {
                table.problem("status", "is certain without a source: name one, or write \"uncertain\"");
            }
            if terms.iter().any(|other| other.slug == term.slug) {
                table.problem("slug", format!("`{}` stands in the glossary already", term.slug));
            }
            table.finish();
            terms.push(term);
        }
        top.finish();
    });
}

/// What a term points to must exist; looked at when all terms are known.
fn references(file: &File, terms: &[Term], matrix: &Matrix, problems: &Problems) {
    Document { file: &file.shown, text: &file.text, problems }.read(|top| {
        for table in top.tables("term") {
            for slug in table.texts("see").iter().filter(|slug| !terms.iter().any(|term| term.slug == **slug)) {
                table.problem("see", format!("`{slug}` is no term of the glossary"));
            }
            for slug in table.texts("interventions").iter().filter(|slug| matrix.named(slug).is_none()) {
                table.problem("interventions", format!("`{slug}` is no entry of the matrix"));
            }
        }
    });
}

fn texts(term: &Table<'_>, language: Language) -> Texts {
    let Some(table) = term.table(language.code()) else { return Texts::default() };
    let texts = Texts {
        name: table.text("name"),
        also: table.texts("also"),
        meaning: table.text("meaning").trim().to_owned(),
        care: table.optional_text("care"),
    };
    table.finish();
    texts
}

pub(super) fn answer(ask: &Ask<'_>) -> Reply {
    let query = match ask.query() {
        Ok(query) => query,
        Err(reply) => return reply,
    };
    let glossary = &ask.library.glossary;
    if query.text.is_empty() {
        let example = ask.definition.examples.first().map_or("", |example| example.shown(ask.language));
        let command = format!("{} {example}", ask.typed(ask.definition));
        return ask.say("term-intro", &[("all", glossary.terms.len().into()), ("command", command.into())]);
    }
    let folded = fold(&query.text);
    let called = MEANING.iter().find_map(|asking| folded.strip_prefix(asking)).unwrap_or(&folded);
    let called = called.trim_end_matches(['?', '!', '.']).trim_end_matches(" mean").trim();
    let named: Vec<&Term> = glossary.terms.iter().filter(|term| term.is_called(called)).collect();
    if let [term] = named.as_slice() {
        return show(ask, term).into();
    }
    let hits = glossary.index.search(&query.text, |_| true);
    match hits.found.as_slice() {
        [] => {
            let text: String = query.text.chars().take(80).collect();
            let nothing = ask.text("term-nothing", &[("text", text.into())]);
            if hits.nearest.is_empty() {
                return Answer::say(nothing).into();
            }
            list(ask, nothing, &hits.nearest)
        }
        [only] => show(ask, &glossary.terms[*only]).into(),
        found => {
            let head = ask.text("term-list", &[("all", found.len().into()), ("shown", found.len().min(PAGE).into())]);
            list(ask, head, &found[..found.len().min(PAGE)])
        }
    }
}

fn list(ask: &Ask<'_>, head: String, found: &[usize]) -> Reply {
    let terms: Vec<&Term> = found.iter().map(|index| &ask.library.glossary.terms[*index]).collect();
    let names = terms.iter().map(|term| Line::new(format!("**{}**", term.texts(ask.language).name)));
    let foot = ask.text("list-open", &[("last", terms.len().into()), ("prefix", ask.before_number().into())]);
    let answer = Answer::say(head).numbered(names).paragraph(foot);
    let choices = ask.choices(terms.iter().map(|term| (&*term.slug, &*term.texts(ask.language).name)), None);
    Reply { answer, choices, ..Reply::default() }
}

fn show(ask: &Ask<'_>, term: &Term) -> Answer {
    let texts = term.texts(ask.language);
    let mut head = vec![Line::new(format!("**{}**", texts.name))];
    if !texts.also.is_empty() {
        head.push(Line::new(ask.text("term-also", &[("words", texts.also.join(", ").into())])));
    }
    let mut answer = Answer::default().lines(head).paragraph(&texts.meaning);
    let mut lines = Vec::new();
    if let Some(care) = &texts.care {
        lines.push(Line::new(ask.text("term-care", &[("text", care.as_str().into())])));
    }
    let status = if term.certain { "term-certain" } else { "term-uncertain" };
    lines.push(Line::new(ask.text(status, &[("checked", ask.day(term.checked).into())])));
    let see: Vec<&str> = term
        .see
        .iter()
        .filter_map(|slug| ask.library.glossary.with_slug(slug))
        .map(|other| other.texts(ask.language).name.as_str())
        .collect();
    if !see.is_empty() {
        lines.push(Line::new(ask.text("term-see", &[("words", see.join(", ").into())])));
    }
    if !term.interventions.is_empty()
        && let Some(command) = ask.library.catalogue.definition("intervention")
    {
        let command = ask.typed(command);
        let commands: Vec<String> = term.interventions.iter().map(|slug| format!("`{command} {slug}`")).collect();
        lines.push(Line::new(ask.text("term-interventions", &[("commands", commands.join(", ").into())])));
    }
    answer = answer.lines(lines);
    if !term.sources.is_empty() {
        answer = answer.list(term.sources.iter().map(|source| source.line(ask.language)));
    }
    answer
}
