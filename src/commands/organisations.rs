//! What people call the kinds of organisation: `commands/organisations.toml`.

use super::ask::Ask;
use crate::catalogue::{Files, Words};
use crate::document::{Problems, Source as Document};
use crate::domain::{Language, OrganisationKind};
use crate::search::fold;
use crate::text::{Choosable, Picked, pick};

const FILE: &str = "organisations.toml";

/// One kind of organisation and its words.
#[derive(Debug, Clone)]
pub(crate) struct Organisation {
    /// Which.
    pub kind: OrganisationKind,
    /// What people read and type.
    pub words: Words,
}

impl Choosable for Organisation {
    fn words(&self) -> impl Iterator<Item = &str> {
        self.words.all().chain([self.kind.code()])
    }
}

/// All kinds, in the order in which they are shown.
#[derive(Debug, Default)]
pub(crate) struct Organisations(Vec<Organisation>);

impl Organisations {
    pub(crate) fn load(files: &Files, problems: &Problems) -> Self {
        let Some(file) = files.get(FILE) else {
            problems.add(&format!("commands/{FILE}"), 0, "", "is missing");
            return Self::default();
        };
        Document { file: &file.shown, text: &file.text, problems }.read(|top| {
            let mut organisations: Vec<Organisation> = Vec::new();
            for kind in OrganisationKind::ALL.iter().copied() {
                let Some(table) = top.table(kind.code()) else { continue };
                let words = Words { dutch: table.some_texts("nl"), english: table.some_texts("en") };
                for word in words.all() {
                    let same = |other: &&Organisation| other.words().any(|other| fold(other) == fold(word));
                    if let Some(other) = organisations.iter().find(same) {
                        let message = format!("`{word}` stands for {} already: take another word", other.kind.code());
                        top.problem(kind.code(), message);
                    }
                }
                table.finish();
                organisations.push(Organisation { kind, words });
            }
            top.finish();
            Self(organisations)
        })
    }

    /// What people call this kind of organisation.
    pub(crate) fn name(&self, kind: OrganisationKind, language: Language) -> &str {
        let found = self.0.iter().find(|organisation| organisation.kind == kind);
        found.map_or(kind.code(), |organisation| organisation.words.shown(language))
    }

    /// All words for this kind of organisation, its code among them.
    pub(crate) fn words(&self, kind: OrganisationKind) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |organisation| organisation.kind == kind).flat_map(Choosable::words)
    }

    /// Which kind is meant.
    pub(crate) fn pick(&self, typed: &str) -> Picked<'_, Organisation> {
        pick(typed, &self.0)
    }

    /// The kind that is called exactly this.
    pub(crate) fn called(&self, typed: &str) -> Option<OrganisationKind> {
        let typed = fold(typed);
        let found = self.0.iter().find(|organisation| organisation.words().any(|word| fold(word) == typed));
        found.map(|organisation| organisation.kind)
    }

    /// What people call all kinds.
    pub(crate) fn names(&self, language: Language) -> String {
        self.0.iter().map(|organisation| organisation.words.shown(language)).collect::<Vec<_>>().join(", ")
    }
}

impl Ask<'_> {
    /// What people call this kind of organisation, in the language of the answer.
    pub(crate) fn organisation(&self, kind: OrganisationKind) -> String {
        self.library.organisations.name(kind, self.language).to_owned()
    }

    /// The organisation that somebody typed, or what to say when it is none.
    pub(crate) fn organisation_of(&self, typed: &str) -> Result<OrganisationKind, String> {
        match self.library.organisations.pick(typed) {
            Picked::One(organisation) => Ok(organisation.kind),
            Picked::Several(_) | Picked::None(_) => {
                let names = self.library.organisations.names(self.language);
                let typed: String = typed.chars().take(40).collect();
                Err(if typed.trim().is_empty() {
                    self.text("organisation-missing", &[("organisations", names.into())])
                } else {
                    self.text("organisation-unknown", &[("typed", typed.into()), ("organisations", names.into())])
                })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built_in() -> Organisations {
        let problems = Problems::default();
        let organisations = Organisations::load(&Files::load(None, &problems), &problems);
        assert!(problems.is_empty());
        organisations
    }

    #[test]
    fn every_kind_has_words_and_is_found_by_three_letters() {
        let all = built_in();
        for (typed, kind) in [
            ("politie", OrganisationKind::Police),
            ("pol", OrganisationKind::Police),
            ("Youth Work", OrganisationKind::YouthWork),
            ("jongernwerk", OrganisationKind::YouthWork),
            ("str", OrganisationKind::StreetCoaching),
            ("gem", OrganisationKind::Municipality),
            ("zor", OrganisationKind::Care),
            ("school", OrganisationKind::School),
            ("om", OrganisationKind::Prosecution),
            ("overig", OrganisationKind::Other),
        ] {
            let Picked::One(found) = all.pick(typed) else { panic!("{typed}") };
            assert_eq!(found.kind, kind, "{typed}");
        }
        assert!(matches!(all.pick("brandweer"), Picked::None(_)));
    }

    #[test]
    fn a_word_of_two_organisations_is_told() {
        let problems = Problems::default();
        let text = built_in_text().replacen("\"gemeente\"", "\"politie\"", 1);
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join(FILE), text).expect("written");
        Organisations::load(&Files::load(Some(folder.path()), &problems), &problems);
        let told: Vec<String> = problems.into_sorted().iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].ends_with("municipality: `politie` stands for police already: take another word"), "{told:?}");
    }

    fn built_in_text() -> String {
        let problems = Problems::default();
        Files::load(None, &problems).get(FILE).expect("it is there").text.clone().into_owned()
    }
}
