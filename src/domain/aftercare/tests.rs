use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Europe::Amsterdam;
use chrono_tz::Tz;
use proptest::prelude::*;

use super::*;

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().expect("a moment")
}

fn plan(began: &str) -> Plan {
    Plan::begun(UserId::new("@anna:x"), moment(began).timestamp_millis())
}

/// What is asked when, when the bot is always there.
fn all(plan: &Plan, zone: Tz) -> Vec<(CheckIn, DateTime<Utc>)> {
    course(plan, zone, |at| at)
}

/// What is asked when, when it is looked as late as this says after each question's moment.
fn course(plan: &Plan, zone: Tz, late: impl Fn(DateTime<Utc>) -> DateTime<Utc>) -> Vec<(CheckIn, DateTime<Utc>)> {
    let working = WorkingTime::standard();
    let mut plan = plan.clone();
    let mut now = late(plan.moment(CheckIn::FirstDay, working, zone));
    let mut asked = Vec::new();
    for _ in 0..20 {
        match plan.owed(now, working, zone) {
            Owed::Nothing => return asked,
            Owed::Later(at) => now = at,
            Owed::Ask(question, after) => {
                asked.push((question, now));
                plan.next = after.map(|(after, _)| after);
                now = after.map_or(now, |(_, at)| late(at));
            }
        }
    }
    panic!("it never ends: {asked:?}");
}

#[test]
fn five_questions_come_at_their_moments() {
    // A Tuesday in winter, nine o'clock in Amsterdam.
    let asked = all(&plan("2026-11-24T08:00:00Z"), Amsterdam);
    let expected = [
        (CheckIn::FirstDay, "2026-11-24T12:00:00Z"),
        (CheckIn::Days, "2026-11-26T08:00:00Z"),
        (CheckIn::Week, "2026-12-01T08:00:00Z"),
        (CheckIn::Weeks, "2026-12-29T08:00:00Z"),
        // Summer time has not begun yet.
        (CheckIn::Months, "2027-02-23T08:00:00Z"),
    ];
    assert_eq!(asked, expected.map(|(question, at)| (question, moment(at))));
}

#[test]
fn a_question_that_would_come_too_late_after_a_weekend_comes_before_it() {
    // A Thursday evening: 48 hours later is Saturday evening, and Monday is after the 72 hours.
    let plan = plan("2026-11-26T16:00:00Z");
    let at = plan.moment(CheckIn::Days, WorkingTime::standard(), Amsterdam);
    assert_eq!(at, moment("2026-11-27T16:00:00Z"));
}

#[test]
fn what_falls_together_after_a_weekend_is_asked_once() {
    // A Friday evening: the first and the second question both fall on Monday morning.
    let asked = all(&plan("2026-11-27T19:00:00Z"), Amsterdam);
    assert_eq!(asked[0], (CheckIn::Days, moment("2026-11-30T08:00:00Z")));
    assert_eq!(asked[1].0, CheckIn::Week);
    assert_eq!(asked.len(), 4);
}

#[test]
fn after_a_time_away_only_the_latest_is_asked_and_not_at_night() {
    let plan = plan("2026-11-24T08:00:00Z");
    let night = moment("2026-12-03T01:00:00Z");
    let morning = moment("2026-12-03T08:00:00Z");
    assert_eq!(plan.owed(night, WorkingTime::standard(), Amsterdam), Owed::Later(morning));
    let after = Some((CheckIn::Weeks, moment("2026-12-29T08:00:00Z")));
    assert_eq!(plan.owed(morning, WorkingTime::standard(), Amsterdam), Owed::Ask(CheckIn::Week, after));
}

#[test]
fn what_is_late_pushes_what_would_come_on_the_same_day_to_the_next() {
    let plan = plan("2026-11-24T08:00:00Z");
    // Half an hour before the question after five weeks.
    let now = moment("2026-12-29T07:30:00Z");
    let after = Some((CheckIn::Weeks, moment("2026-12-30T08:00:00Z")));
    assert_eq!(plan.owed(now, WorkingTime::standard(), Amsterdam), Owed::Ask(CheckIn::Week, after));
}

#[test]
fn after_the_last_question_nothing_is_owed() {
    let plan = Plan { next: None, ..plan("2026-11-24T08:00:00Z") };
    assert_eq!(plan.owed(moment("2030-01-01T12:00:00Z"), WorkingTime::standard(), Amsterdam), Owed::Nothing);
    let last = Plan { next: Some(CheckIn::Months), ..plan };
    let now = moment("2027-03-01T10:00:00Z");
    assert_eq!(last.owed(now, WorkingTime::standard(), Amsterdam), Owed::Ask(CheckIn::Months, None));
}

fn days(asked: &[(CheckIn, DateTime<Utc>)], zone: Tz) -> Vec<NaiveDate> {
    asked.iter().map(|(_, at)| at.with_timezone(&zone).date_naive()).collect()
}

proptest! {
    #[test]
    fn whenever_it_begins_and_however_late_it_is_looked_nobody_is_asked_when_quiet_or_twice_a_day(
        began_minutes in 0_i64..2_000_000,
        late_minutes in 0_i64..200_000,
        zone in prop::sample::select(vec![Amsterdam, chrono_tz::Atlantic::Azores, chrono_tz::America::Curacao]),
    ) {
        let began = moment("2026-01-01T00:00:00Z") + TimeDelta::minutes(began_minutes);
        let plan = Plan::begun(UserId::new("@anna:x"), began.timestamp_millis());
        let asked = course(&plan, zone, |at| at + TimeDelta::minutes(late_minutes));
        let working = WorkingTime::standard();
        for (_, at) in &asked {
            prop_assert_eq!(working.undisturbed(*at, zone), *at);
        }
        let days = days(&asked, zone);
        prop_assert!(days.windows(2).all(|two| two[0] < two[1]), "{:?}", asked);
        prop_assert!(asked.windows(2).all(|two| two[0].0 < two[1].0));
        prop_assert_eq!(asked.last().map(|one| one.0), Some(CheckIn::Months));
    }

    #[test]
    fn each_question_comes_within_its_time_where_no_holidays_are(began_minutes in 0_i64..200_000) {
        // From September to the middle of January there are two days around Christmas and New Year's Day.
        let began = moment("2026-08-10T00:00:00Z") + TimeDelta::minutes(began_minutes % 100_000);
        let plan = Plan::begun(UserId::new("@anna:x"), began.timestamp_millis());
        for question in [CheckIn::Days, CheckIn::Week] {
            let at = plan.moment(question, WorkingTime::standard(), Amsterdam);
            let (from, _, until) = question.hours();
            prop_assert!(at >= began + TimeDelta::hours(from));
            // A Friday evening has no undisturbed moment before Monday morning.
            prop_assert!(at <= began + TimeDelta::hours(until.max(84)), "{}: {}", began, at);
        }
    }
}
