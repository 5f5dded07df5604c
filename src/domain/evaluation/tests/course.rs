//! What is said on the path, day by day: by real calendars, with the time passed in.

use chrono::{DateTime, TimeDelta, TimeZone as _, Utc};
use chrono_tz::Europe::Amsterdam;
use proptest::prelude::*;

use super::*;
use crate::domain::{OrganisationKind, UserId};

fn at(month: u32, on: u32, hour: u32) -> DateTime<Utc> {
    Amsterdam.with_ymd_and_hms(2026, month, on, hour, 0, 0).unwrap().with_timezone(&Utc)
}

/// An incident that was closed on Tuesday 24 November 2026 at this hour.
fn closed(hour: u32) -> Evaluation {
    let somebody = |name: &str, organisation| Participant {
        person: UserId::new(format!("@{name}:x")),
        organisation,
        answered: false,
    };
    let participants = vec![somebody("bram", OrganisationKind::Police), somebody("carla", OrganisationKind::YouthWork)];
    let path = Path::planned(day(11, 24), Terms::default(), participants, WorkingTime::standard());
    let path = Path { planned_ms: at(11, 24, hour).timestamp_millis(), ..path };
    Evaluation { path: Some(path), ..Evaluation::default() }
}

/// Jumps from one moment to the next until this one; what was said, and when.
fn walked(mut evaluation: Evaluation, from: DateTime<Utc>, until: DateTime<Utc>) -> Vec<(DateTime<Utc>, Told)> {
    let (mut now, mut all) = (from, Vec::new());
    for _ in 0..100 {
        let Some(next) = evaluation.next_ms(now, WorkingTime::standard(), Amsterdam) else { return all };
        now = DateTime::from_timestamp_millis(next).expect("a moment");
        if now > until {
            return all;
        }
        let owed = evaluation.owed(now, WorkingTime::standard(), Amsterdam);
        all.extend(owed.told.into_iter().map(|told| (now, told)));
        evaluation = owed.after;
    }
    panic!("it never ends: {all:#?}");
}

#[test]
fn each_moment_comes_once_on_its_day() {
    use Moment::*;
    let said = walked(closed(8), at(11, 24, 8), at(12, 31, 23));
    let expected = [
        (at(11, 24, 9), Debrief),
        (at(11, 25, 9), DebriefAgain),
        (at(11, 27, 9), Invited),
        (at(11, 30, 9), Midway),
        (at(12, 1, 9), LastCall),
        (at(12, 1, 9), Dates),
        (at(12, 8, 9), Late),
        (at(12, 15, 9), Reminder),
        (at(12, 22, 9), Last),
    ];
    assert_eq!(said, expected.map(|(at, moment)| (at, Told::Asked(moment))));
}

#[test]
fn what_is_closed_in_the_evening_is_asked_after_in_the_morning() {
    let said = walked(closed(20), at(11, 24, 20), at(11, 26, 23));
    let expected = [(at(11, 25, 9), Moment::Debrief), (at(11, 26, 9), Moment::DebriefAgain)];
    assert_eq!(said, expected.map(|(at, moment)| (at, Told::Asked(moment))));
}

#[test]
fn after_the_last_day_the_time_to_answer_is_over_at_midnight() {
    let evaluation = closed(8);
    assert!(!evaluation.owed(at(12, 1, 23), WorkingTime::standard(), Amsterdam).after.gathered);
    assert!(evaluation.owed(at(12, 2, 0), WorkingTime::standard(), Amsterdam).after.gathered);
}

#[test]
fn what_was_missed_is_said_once_and_not_when_its_time_is_over() {
    let owed = closed(8).owed(at(12, 9, 10), WorkingTime::standard(), Amsterdam);
    assert_eq!(owed.told, [Told::Asked(Moment::Late)], "the debrief, the questions and the dates are over");
    assert!(owed.after.gathered);
    let owed = closed(8).owed(at(11, 30, 12), WorkingTime::standard(), Amsterdam);
    assert_eq!(owed.told, [Told::Asked(Moment::Midway)], "not the invitation as well");
}

#[test]
fn outside_working_hours_nothing_is_said_and_it_waits_for_the_morning() {
    for quiet in [at(11, 27, 18), at(11, 28, 12), at(11, 29, 3)] {
        let evaluation = closed(8).owed(at(11, 25, 9), WorkingTime::standard(), Amsterdam).after;
        assert_eq!(evaluation.owed(quiet, WorkingTime::standard(), Amsterdam).told, []);
        let next = evaluation.next_ms(quiet, WorkingTime::standard(), Amsterdam);
        assert_eq!(next, Some(at(11, 30, 9).timestamp_millis()));
    }
}

#[test]
fn of_a_step_that_is_done_or_not_needed_nothing_is_said() {
    let mut evaluation = closed(8);
    evaluation.ended(PathStep::Debrief, 0);
    evaluation.skipped(PathStep::Before);
    evaluation.ended(PathStep::Session, 0);
    assert!(evaluation.gathered);
    assert_eq!(evaluation.next_ms(at(11, 24, 8), WorkingTime::standard(), Amsterdam), None);
}

#[test]
fn the_session_ends_what_comes_before_it() {
    let mut evaluation = closed(8);
    evaluation.ended(PathStep::Session, 7);
    let path = evaluation.path.expect("it is planned");
    assert!(PathStep::ALL.iter().all(|step| path.step(*step).is_some_and(|taken| taken.done_ms == Some(7))));
}

#[test]
fn a_date_that_lies_ahead_needs_no_reminder_and_is_told_that_morning() {
    let mut evaluation = closed(8);
    evaluation.poll = Some(Poll {
        settled_ms: Some(at(12, 10, 14).timestamp_millis()),
        ..Poll::begun(None, &[], at(12, 1, 10).timestamp_millis())
    });
    let said = walked(evaluation, at(12, 2, 8), at(12, 31, 23));
    let expected = [
        (at(12, 10, 9), Told::Today),
        (at(12, 15, 9), Told::Asked(Moment::Reminder)),
        (at(12, 22, 9), Told::Asked(Moment::Last)),
    ];
    assert_eq!(said, expected);
}

#[test]
fn people_have_two_working_days_to_say_when_they_can() {
    let mut evaluation = closed(8);
    let proposed = [at(12, 4, 10), at(12, 7, 14), at(12, 8, 12)];
    evaluation.poll = Some(Poll::begun(None, &proposed, at(12, 1, 9).timestamp_millis()));
    let said = walked(evaluation, at(12, 2, 8), at(12, 7, 23));
    assert_eq!(said, [(at(12, 3, 9), Told::Settle)]);
}

#[test]
fn planned_anew_what_goes_on_gets_fresh_days() {
    let mut evaluation = closed(8);
    evaluation.ended(PathStep::Before, 0);
    let path = evaluation.path.expect("it is planned").anew(day(12, 14), true, WorkingTime::standard());
    assert!(path.step(PathStep::Debrief).is_none(), "weeks later it is hot no more");
    assert!(path.step(PathStep::Before).is_some_and(Taken::is_ended));
    let session = path.step(PathStep::Session).expect("it goes on");
    assert_eq!((session.from, session.until), (day(12, 21), day(12, 28)));
}

#[test]
fn it_waits_for_answers_and_the_session_and_for_nothing_else() {
    let mut evaluation = closed(8);
    assert!(evaluation.waits());
    evaluation.skipped(PathStep::Session);
    assert!(evaluation.waits(), "people can still answer");
    evaluation.gathered = true;
    assert!(!evaluation.waits());
}

proptest! {
    /// However often the bot was away, each thing is said at most once, in working hours, and never more than five of a step.
    #[test]
    fn nothing_is_said_twice_or_at_night(
        hour in 0u32..24,
        from_day in 0u32..9,
        long in 0u32..9,
        working_days in any::<bool>(),
        away in proptest::collection::vec(0i64..200, 0..40),
    ) {
        let before = PathTerms { from: from_day, until: from_day + long, working: working_days };
        let terms = Terms { before, ..Terms::default() };
        let path = Path::planned(day(11, 24), terms, vec![], WorkingTime::standard());
        let path = Path { planned_ms: at(11, 24, hour).timestamp_millis(), ..path };
        let mut evaluation = Evaluation { path: Some(path), ..Evaluation::default() };
        let (mut now, mut said) = (at(11, 24, hour), Vec::new());
        let mut away = away.into_iter();
        let mut turns = 0;
        while let Some(next) = evaluation.next_ms(now, WorkingTime::standard(), Amsterdam) {
            let next = DateTime::from_timestamp_millis(next).expect("a moment");
            prop_assert!(next >= now);
            now = next + TimeDelta::hours(away.next().unwrap_or(0));
            let owed = evaluation.owed(now, WorkingTime::standard(), Amsterdam);
            if !owed.told.is_empty() {
                prop_assert_eq!(WorkingTime::standard().at_work(now, Amsterdam), now);
            }
            said.extend(owed.told);
            evaluation = owed.after;
            turns += 1;
            prop_assert!(turns < 100, "{:?}", said);
        }
        for (index, told) in said.iter().enumerate() {
            prop_assert!(!said[..index].contains(told), "{:?}", said);
        }
    }
}
