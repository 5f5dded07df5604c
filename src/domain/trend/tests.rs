//! Claims about trends: what is counted of what an audience sees, and that nobody reckons out a small number.

mod counting;
mod periods;
mod secrets;

use chrono::{NaiveDate, TimeZone as _};
use chrono_tz::Tz;

use super::*;
use crate::domain::incident::{Happened, TimelineLine};
use crate::domain::practice::Effect;
use crate::domain::{
    Audience, Field, Guarded, Label, Member, OrganisationKind, Protection, Role, Scope, SharingRules, TeamId, UserId,
};

const ZONE: Tz = chrono_tz::Europe::Amsterdam;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

/// Noon of a day in Amsterdam.
fn noon_ms(on: NaiveDate) -> i64 {
    let noon = on.and_hms_opt(12, 0, 0).expect("noon");
    ZONE.from_local_datetime(&noon).single().expect("once").timestamp_millis()
}

/// The weeks 44 to 48 of 2026; it is the Tuesday of the last.
fn period() -> Period {
    Period::new(day(2026, 10, 26), day(2026, 11, 25)).expect("some days")
}

const TODAY: (i32, u32, u32) = (2026, 11, 24);

fn strings(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn guard(label: Label) -> Protection {
    Protection {
        team: TeamId::new("oost"),
        label,
        author: UserId::new("@carla:example.org"),
        author_organisation: OrganisationKind::YouthWork,
        owner: None,
        named: [].into(),
        shared_with: [OrganisationKind::Police].into(),
        author_named: false,
    }
}

fn member(name: &str, organisation: OrganisationKind) -> Audience {
    let person = UserId::new(format!("@{name}:example.org"));
    let team = TeamId::new("oost");
    Audience::person(Member { team, person, organisation, role: Role::Member, mandate: false, stopped: false }.into())
}

/// A colleague of the author.
fn colleague() -> Audience {
    member("dirk", OrganisationKind::YouthWork)
}

/// A signal of this day, of which everything was said.
fn reported(on: NaiveDate) -> Reported {
    Reported {
        made_ms: noon_ms(on),
        level: 1,
        feedback_on: day(2026, 12, 1),
        heard_ms: None,
        waits_for_nobody: false,
        platform: Field::new(Scope::Shared, Some("snapchat".to_owned())),
        done: Field::new(Scope::Shared, vec![]),
    }
}

fn done(slugs: &[&str]) -> Field<Vec<String>> {
    Field::new(Scope::Shared, strings(slugs))
}

fn tried(on: NaiveDate, slug: &str, effect: Effect) -> TimelineLine {
    TimelineLine {
        line: 1,
        from_ms: noon_ms(on),
        until_ms: None,
        made_ms: noon_ms(on),
        organisation: OrganisationKind::YouthWork,
        happened: Field::new(Scope::Shared, Happened::Intervention { slug: slug.to_owned(), effect }),
    }
}

/// The phase of the test's interventions stands before their hyphen.
fn phase_of(slug: &str) -> Option<String> {
    slug.split_once('-').map(|(phase, _)| phase.to_owned())
}

fn count(audience: &Audience, signals: &[Guarded<Reported>], lines: &[Guarded<TimelineLine>]) -> Counted {
    let (phases, platforms) = (strings(&["before", "now", "after"]), strings(&["snapchat", "tiktok", "other"]));
    let counting = Counting {
        audience,
        rules: &SharingRules::default(),
        period: period(),
        zone: ZONE,
        today: day(TODAY.0, TODAY.1, TODAY.2),
        phases: &phases,
        platforms: &platforms,
        phase_of: &phase_of,
    };
    counting.count(signals, lines)
}

/// What was counted of this; nothing when it is not there.
#[track_caller]
fn number(counted: &Counted, by: By, of: &Of) -> usize {
    let breakdown = counted.breakdowns.iter().find(|one| one.by == by).expect("all are there");
    breakdown.cells.iter().find(|cell| cell.of == *of).expect("it has a cell").number
}
