//! Claims about the forms of a signal, and about what is made of the answers to them: no bot, no store, no room.

mod drafted;
mod forms;
mod level;
mod walk;

use chrono::{DateTime, TimeZone as _};
use chrono_tz::{Europe::Amsterdam, Tz};

use super::drafted::{Drafted, Team};
use crate::commands::Library;
use crate::commands::tests::built_in;
use crate::dialogue::{Draft, Given, begin};
use crate::domain::{Answers, Form, Member, OrganisationKind, Role, SharingRules, TeamId, UserId, Value, WorkingTime};
use walk::Around;

fn library() -> &'static Library {
    built_in()
}

fn form(id: &str) -> &'static Form {
    library().dialogues.form(id).expect("it is declared")
}

/// A Tuesday, half past nine in the morning.
fn now() -> DateTime<Tz> {
    Amsterdam.with_ymd_and_hms(2026, 11, 24, 9, 30, 0).unwrap()
}

fn user(name: &str) -> UserId {
    UserId::new(format!("@{name}:example.org"))
}

fn member(name: &str, organisation: OrganisationKind) -> Member {
    let (team, person) = (TeamId::new("west"), user(name));
    Member { team, person, organisation, role: Role::Member, mandate: false, stopped: false }
}

/// Anna reports for youth work; Bram is her colleague; Chris is of the police, Dina of the municipality.
fn members() -> Vec<Member> {
    use OrganisationKind::{Municipality, Police, YouthWork};
    vec![member("anna", YouthWork), member("bram", YouthWork), member("chris", Police), member("dina", Municipality)]
}

fn option(id: &str) -> Value {
    Value::Choice(id.to_owned())
}

fn options(ids: &[&str]) -> Value {
    Value::Choices(ids.iter().map(|id| (*id).to_owned()).collect())
}

/// A draft of the signal's form with these answers.
fn draft(answers: &[(&str, Value)]) -> Draft {
    let mut draft = begin(form("signal"), None, 0).draft;
    let given = |(id, value): &(&str, Value)| ((*id).to_owned(), Given { value: value.clone(), said: vec![] });
    draft.given = answers.iter().map(given).collect();
    draft
}

fn answers(answers: &[(&str, Value)]) -> Answers {
    draft(answers).answers(form("signal"))
}

/// What Anna would make with these answers, in a team with these members and agreements.
fn drafted(answers: &[(&str, Value)], members: &[Member], rules: &SharingRules) -> Drafted {
    Drafted::of(
        form("signal"),
        &draft(answers),
        &members[0],
        Team { members, rules, working: WorkingTime::standard() },
        now().date_naive(),
    )
}
