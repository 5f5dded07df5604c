//! Dates that are proposed, and what the votes lead to.

use chrono::{DateTime, TimeZone as _, Utc};
use chrono_tz::Europe::Amsterdam;

use super::*;
use crate::domain::{EventId, OrganisationKind, UserId};

fn at(month: u32, on: u32, hour: u32) -> DateTime<Utc> {
    Amsterdam.with_ymd_and_hms(2026, month, on, hour, 0, 0).unwrap().with_timezone(&Utc)
}

fn person(name: &str) -> UserId {
    UserId::new(format!("@{name}:x"))
}

fn three() -> Vec<Participant> {
    let of = |name: &str, organisation| Participant { person: person(name), organisation, answered: false };
    vec![
        of("bram", OrganisationKind::Police),
        of("carla", OrganisationKind::YouthWork),
        of("dirk", OrganisationKind::YouthWork),
    ]
}

fn asked() -> Poll {
    Poll::begun(None, &[at(12, 4, 10), at(12, 7, 14), at(12, 8, 12)], 0)
}

#[test]
fn three_dates_are_spread_over_the_days_that_are_left_and_over_the_day() {
    let around = (at(12, 1, 9), WorkingTime::standard(), Amsterdam);
    let found = proposals((day(12, 1), day(12, 8)), around, &[]);
    assert_eq!(found, [at(12, 4, 10), at(12, 7, 14), at(12, 8, 12)]);
}

#[test]
fn days_on_which_somebody_is_away_and_holidays_are_passed_over() {
    let around = (at(12, 14, 9), WorkingTime::standard(), Amsterdam);
    let away = [(person("bram"), day(12, 22))];
    let found = proposals((day(12, 14), day(12, 29)), around, &away);
    let days: Vec<_> = found.iter().map(|at| at.with_timezone(&Amsterdam).date_naive()).collect();
    assert!(days.iter().all(|on| *on >= day(12, 22) && WorkingTime::standard().is_working_day(*on)), "{days:?}");
    assert_eq!(days.len(), 3);
}

#[test]
fn when_its_days_are_over_the_next_working_days_are_proposed() {
    let around = (at(12, 16, 9), WorkingTime::standard(), Amsterdam);
    let found = proposals((day(12, 1), day(12, 8)), around, &[]);
    assert_eq!(found.len(), 3);
    assert!(found.iter().all(|one| *one > at(12, 20, 0)), "{found:?}");
}

#[test]
fn the_date_at_which_every_organisation_can_is_settled() {
    let mut poll = asked();
    assert_eq!(poll.result(&three()), Settled::None);
    assert!(poll.votes(&EventId::new("$1"), &person("bram"), 0));
    assert!(poll.votes(&EventId::new("$2"), &person("bram"), 1));
    assert_eq!(poll.result(&three()), Settled::Best(0));
    assert!(poll.votes(&EventId::new("$3"), &person("dirk"), 1));
    assert_eq!(poll.result(&three()), Settled::All(1), "one of the two of youth work is enough");
    assert!(!poll.votes(&EventId::new("$4"), &person("dirk"), 3));
}

#[test]
fn a_vote_is_taken_back_with_what_said_it() {
    let mut poll = asked();
    poll.votes(&EventId::new("$1"), &person("bram"), 0);
    poll.votes(&EventId::new("$2"), &person("bram"), 0);
    assert!(poll.unvotes(&EventId::new("$1")));
    assert_eq!(poll.result(&three()), Settled::Best(0), "said twice, it is still said");
    assert!(poll.unvotes(&EventId::new("$2")) && !poll.unvotes(&EventId::new("$2")));
    assert_eq!(poll.result(&three()), Settled::None);
    assert!(poll.silent(&three()).contains(&OrganisationKind::Police));
}
