//! Claims about the access rule. Each goes the way that commands go: a guarded record, an audience, a view, opened fields.

mod fields;
mod properties;
mod rooms;
mod steps;
mod table;

use super::*;
use crate::domain::{Member, Role};

/// What there is to see of a record, from what most see to what fewest see; the author's name apart.
const PARTS: [&str; 5] = ["the record", "released text", "shared fields", "own fields", "the author's name"];

/// Which of [`PARTS`] somebody sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Seen([bool; PARTS.len()]);

const NOTHING: Seen = Seen([false; PARTS.len()]);

impl Seen {
    fn within(self, other: Self) -> bool {
        self.0.iter().zip(other.0).all(|(here, there)| !here || there)
    }
}

/// A record with a field of each scope.
struct Report {
    released: Field<&'static str>,
    shared: Field<&'static str>,
    own: Field<&'static str>,
}

fn report(guard: impl Into<Guard>) -> Guarded<Report> {
    let content = Report {
        released: Field::new(Scope::Released, "ruzie op het plein"),
        shared: Field::new(Scope::Shared, "na school"),
        own: Field::new(Scope::Own, "gehoord van een broer"),
    };
    Guarded::new(content, guard)
}

fn seen(report: &Guarded<Report>, audience: &Audience, rules: &SharingRules) -> Seen {
    let Some(view) = report.for_audience(audience, rules) else { return NOTHING };
    Seen([
        true,
        view.field(|report| &report.released).is_some(),
        view.field(|report| &report.shared).is_some(),
        view.field(|report| &report.own).is_some(),
        matches!(view.author(), Some(Author::Person(_))),
    ])
}

fn user(name: &str) -> UserId {
    UserId::new(format!("@{name}:example.org"))
}

fn team() -> TeamId {
    TeamId::new("oost")
}

fn member(name: &str, organisation: OrganisationKind) -> Member {
    Member { team: team(), person: user(name), organisation, role: Role::Member, mandate: false, stopped: false }
}

fn coordinator(name: &str, organisation: OrganisationKind) -> Member {
    Member { role: Role::Coordinator, ..member(name, organisation) }
}

fn stopped(name: &str, organisation: OrganisationKind) -> Member {
    Member { stopped: true, ..member(name, organisation) }
}

fn in_another_team(name: &str, organisation: OrganisationKind) -> Member {
    Member { team: TeamId::new("west"), ..member(name, organisation) }
}

/// Written by Anna of youth work, followed up by nobody, shared with nobody.
fn by_anna(label: Label) -> Protection {
    Protection {
        team: team(),
        label,
        author: user("anna"),
        author_organisation: OrganisationKind::YouthWork,
        owner: None,
        named: [].into(),
        shared_with: [].into(),
        author_named: false,
    }
}
