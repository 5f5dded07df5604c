//! The start set: suggestions of agreements, as they stand in `commands/agreement/suggestions/`. A
//! suggestion counts for nothing; it becomes an agreement only when partners propose and confirm it.

use chrono::{Months, NaiveDate};

use crate::catalogue::{Catalogue, File};
use crate::commands::ask::Ask;
use crate::commands::sources::{Source, Sources};
use crate::document::{Problems, Source as Document, Table};
use crate::domain::{AgreementKind, LONGEST_AGREEMENT, Language, OrganisationKind, Sharing, Subject};
use crate::search::{Field, Weight, fold};

const FOLDER: &str = "agreement/suggestions";

/// After so many months a legal check is flagged as old.
const CHECK_LASTS: Months = Months::new(12);

/// One suggestion.
#[derive(Debug)]
pub(crate) struct Suggestion {
    pub(super) slug: String,
    pub(super) subject: Subject,
    /// Its text rests on the law.
    pub(super) law: bool,
    /// It follows from its sources; otherwise it is general knowledge and says so.
    pub(super) certain: bool,
    /// Day on which it was checked, the law in it too.
    pub(super) checked: NaiveDate,
    pub(super) sources: Vec<Source>,
    dutch: Texts,
    english: Texts,
}

#[derive(Debug, Default)]
pub(super) struct Texts {
    pub(super) name: String,
    pub(super) text: String,
    /// What people type when they look for it.
    words: Vec<String>,
}

impl Suggestion {
    pub(super) fn texts(&self, language: Language) -> &Texts {
        match language {
            Language::Dutch => &self.dutch,
            Language::English => &self.english,
        }
    }

    /// When its legal check was made, if it rests on the law; flagged when that is long ago.
    pub(super) fn law_line(&self, ask: &Ask<'_>) -> Option<String> {
        let key = if self.checked + CHECK_LASTS < ask.today() { "agreement-law-is-old" } else { "agreement-law" };
        self.law.then(|| ask.text(key, &[("checked", ask.day(self.checked).into())]))
    }
}

/// All suggestions.
#[derive(Debug)]
pub(crate) struct Suggestions(Vec<Suggestion>);

impl Suggestions {
    pub(crate) fn load(catalogue: &Catalogue, sources: &Sources, problems: &Problems) -> Self {
        let mut all: Vec<Suggestion> = Vec::new();
        for (_, file) in catalogue.files.in_folder(FOLDER) {
            read(file, sources, problems, &mut all);
        }
        Self(all)
    }

    /// How many there are.
    pub(crate) fn count(&self, kind: Option<AgreementKind>) -> usize {
        self.of(kind).count()
    }

    /// Those of one kind, or all.
    pub(super) fn of(&self, kind: Option<AgreementKind>) -> impl Iterator<Item = &Suggestion> {
        self.0.iter().filter(move |one| kind.is_none_or(|kind| one.subject.kind() == kind))
    }

    /// The one with this slug or name.
    pub(crate) fn named(&self, typed: &str) -> Option<&Suggestion> {
        let typed = fold(typed.trim());
        self.0.iter().find(|one| {
            one.slug == typed || Language::ALL.into_iter().any(|language| fold(&one.texts(language).name) == typed)
        })
    }
}

/// What can be found of a suggestion.
pub(super) fn fields(one: &Suggestion) -> Vec<Field<'_>> {
    let mut fields = Vec::new();
    for language in Language::ALL {
        let texts = one.texts(language);
        fields.push(Field { text: &texts.name, weight: Weight::Name, language });
        fields.extend(texts.words.iter().map(|text| Field { text, weight: Weight::Words, language }));
        fields.push(Field { text: &texts.text, weight: Weight::Body, language });
    }
    fields
}

fn read(file: &File, sources: &Sources, problems: &Problems, all: &mut Vec<Suggestion>) {
    Document { file: &file.shown, text: &file.text, problems }.read(|top| {
        for table in top.tables("suggestion") {
            let slug = table.text("slug");
            if !slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
                table.problem("slug", "holds other signs than a-z, 0-9 and -");
            }
            if all.iter().any(|other| other.slug == slug) {
                table.problem("slug", format!("`{slug}` is the name of another suggestion already"));
            }
            let certain = table.one_of("status", &[("certain", true), ("uncertain", false)]).unwrap_or(false);
            if certain && table.texts("sources").is_empty() {
                table.problem("status", "is certain without a source: name one, or write \"uncertain\"");
            }
            let subject = subject(&table);
            let suggestion = Suggestion {
                slug,
                law: table.flag("law", false),
                certain,
                checked: table.day("checked"),
                sources: sources.named_by(&table),
                dutch: texts(&table, Language::Dutch),
                english: texts(&table, Language::English),
                subject: subject.unwrap_or(Subject::Signal(vec![])),
            };
            table.finish();
            all.push(suggestion);
        }
        top.finish();
    });
}

fn subject(table: &Table<'_>) -> Option<Subject> {
    let kinds: Vec<_> = AgreementKind::ALL.iter().map(|kind| (kind.code(), *kind)).collect();
    let organisations: Vec<_> = OrganisationKind::ALL.iter().map(|kind| (kind.code(), *kind)).collect();
    let rules: Vec<_> = Sharing::ALL.iter().map(|rule| (rule.code(), *rule)).collect();
    let kind = table.one_of("kind", &kinds);
    let binds = table.some_of("binds", &organisations);
    if binds.iter().enumerate().any(|(index, party)| binds[..index].contains(party)) {
        table.problem("binds", "names an organisation twice");
    }
    match kind? {
        AgreementKind::Sharing => {
            let rule = table.one_of("rule", &rules)?;
            let [giver, receiver] = binds.as_slice() else {
                table.problem("binds", "needs two organisations: who gives and who receives");
                return None;
            };
            Some(Subject::Sharing { giver: *giver, receiver: *receiver, rule })
        }
        kind => {
            if binds.is_empty() {
                table.problem("binds", "needs at least one organisation");
            }
            Some(subject_of(kind, binds))
        }
    }
}

/// What these promise; for anything but sharing.
pub(super) fn subject_of(kind: AgreementKind, parties: Vec<OrganisationKind>) -> Subject {
    match kind {
        AgreementKind::First => Subject::First(parties),
        AgreementKind::Feedback => Subject::Feedback(parties),
        AgreementKind::Signal | AgreementKind::Sharing => Subject::Signal(parties),
    }
}

fn texts(suggestion: &Table<'_>, language: Language) -> Texts {
    let Some(table) = suggestion.table(language.code()) else { return Texts::default() };
    let texts = Texts {
        name: table.text("name"),
        text: table.text("text").trim().to_owned(),
        words: table.some_texts("words"),
    };
    if texts.text.chars().count() > LONGEST_AGREEMENT {
        table.problem("text", format!("is longer than {LONGEST_AGREEMENT} characters, as an agreement can be"));
    }
    table.finish();
    texts
}
