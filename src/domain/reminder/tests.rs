//! What the course of a reminder promises, by days of a real calendar and with time passed in.

use chrono::{DateTime, NaiveDate, TimeDelta, TimeZone as _, Utc};
use chrono_tz::Europe::Amsterdam;

use super::*;
use crate::domain::{OrganisationKind, RecordKind, WorkingTime};

/// A moment of November 2026 (the 23rd is a Monday) or later days of December, by the clock of Amsterdam.
fn at(month: u32, day: u32, hour: u32, minute: u32) -> DateTime<Utc> {
    Amsterdam.with_ymd_and_hms(2026, month, day, hour, minute, 0).single().expect("a moment").with_timezone(&Utc)
}

fn wall(month: u32, day: u32, hour: u32, minute: u32) -> chrono::NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(2026, month, day).expect("a day");
    day.and_hms_opt(hour, minute, 0).expect("a time")
}

fn once(month: u32, day: u32, hour: u32) -> Schedule {
    Schedule::once(wall(month, day, hour, 0), Amsterdam)
}

fn daily(month: u32, day: u32, hour: u32) -> Schedule {
    let rule = "FREQ=DAILY".parse().expect("a rule");
    Schedule::repeated(wall(month, day, hour, 0), Amsterdam, rule).expect("it happens")
}

fn timing(schedule: &Schedule, manner: Manner) -> Timing<'_> {
    Timing { schedule, manner, working: WorkingTime::standard(), away: None }
}

const PLAIN: Manner = Manner { in_working_time: false, on_working_days: false, until_confirmed: false };
const CONFIRMED: Manner = Manner { until_confirmed: true, ..PLAIN };
const WORKING: Manner = Manner { in_working_time: true, ..PLAIN };
const ON_WORKING_DAYS: Manner = Manner { on_working_days: true, ..PLAIN };

fn post(owed: Owed) -> Post {
    match owed {
        Owed::Say(post) => post,
        other => panic!("it is not said: {other:?}"),
    }
}

#[test]
fn it_is_said_once_at_its_moment() {
    let schedule = once(11, 24, 10);
    let timing = timing(&schedule, PLAIN);
    let begun = Course::default();
    assert_eq!(begun.owed(at(11, 24, 9, 59), &timing).0, Owed::Wait(at(11, 24, 10, 0)));
    let (owed, after) = begun.owed(at(11, 24, 10, 0), &timing);
    assert_eq!(post(owed), Post { planned: at(11, 24, 10, 0), late: false, missed: 0, again: false });
    assert_eq!((after.status, after.open, after.due(&timing)), (ReminderStatus::Said, true, None));
    assert_eq!(after.owed(at(11, 24, 10, 0), &timing), (Owed::Nothing, after));
}

#[test]
fn a_clock_that_goes_back_a_little_says_nothing_twice() {
    let schedule = daily(11, 24, 10);
    let timing = timing(&schedule, PLAIN);
    let (_, after) = Course::default().owed(at(11, 24, 10, 0), &timing);
    assert_eq!(after.owed(at(11, 24, 9, 0), &timing).0, Owed::Wait(at(11, 25, 10, 0)));
    assert_eq!(after.put_right(at(11, 24, 9, 0), &schedule), None);
}

#[test]
fn a_clock_that_was_a_year_ahead_is_put_right() {
    let schedule = daily(11, 24, 10);
    let timing = timing(&schedule, PLAIN);
    let wrong = at(11, 24, 10, 0) + TimeDelta::days(365);
    let (_, after) = Course::default().owed(wrong, &timing);
    assert!(after.due(&timing).expect("it comes again") > wrong);
    let right = after.put_right(at(11, 24, 12, 0), &schedule).expect("the clock was wrong");
    assert_eq!(right.due(&timing), Some(at(11, 25, 10, 0)));
}

#[test]
fn what_was_missed_comes_late_and_together() {
    let schedule = once(11, 24, 10);
    let one = post(Course::default().owed(at(11, 27, 8, 0), &timing(&schedule, PLAIN)).0);
    assert_eq!(one, Post { planned: at(11, 24, 10, 0), late: true, missed: 0, again: false });
    let schedule = daily(11, 24, 10);
    let timing = timing(&schedule, PLAIN);
    let (owed, after) = Course::default().owed(at(11, 27, 8, 0), &timing);
    assert_eq!(post(owed), Post { planned: at(11, 26, 10, 0), late: true, missed: 2, again: false });
    assert_eq!(after.due(&timing), Some(at(11, 27, 10, 0)));
}

#[test]
fn ten_is_ten_on_both_sides_of_the_switch() {
    let schedule = Schedule::repeated(wall(10, 24, 10, 0), Amsterdam, "FREQ=DAILY".parse().expect("a rule"));
    let schedule = schedule.expect("it happens");
    let coming: Vec<_> = Course::default().foreseen(&timing(&schedule, PLAIN)).take(2).collect();
    assert_eq!(coming, [at(10, 24, 10, 0), at(10, 25, 10, 0)]);
    assert_eq!(coming[1] - coming[0], TimeDelta::hours(25));
}

#[test]
fn only_what_says_so_waits_for_working_time() {
    let saturday = once(11, 28, 22);
    assert_eq!(Course::default().due(&timing(&saturday, PLAIN)), Some(at(11, 28, 22, 0)));
    assert_eq!(Course::default().due(&timing(&saturday, WORKING)), Some(at(11, 30, 9, 0)));
    let late = post(Course::default().owed(at(11, 30, 9, 0), &timing(&saturday, WORKING)).0);
    assert!(!late.late, "it was moved, not missed");
    let away = NaiveDate::from_ymd_opt(2026, 12, 2);
    let away = Timing { away, ..timing(&saturday, WORKING) };
    assert_eq!(Course::default().due(&away), Some(at(12, 3, 9, 0)), "the day after the last day of absence");
}

#[test]
fn days_that_are_moved_to_the_same_morning_are_said_once() {
    let schedule = daily(11, 27, 10);
    let timing = timing(&schedule, WORKING);
    let coming: Vec<_> = Course::default().foreseen(&timing).take(3).collect();
    assert_eq!(coming, [at(11, 27, 10, 0), at(11, 30, 9, 0), at(11, 30, 10, 0)]);
    let (_, after) = Course::default().owed(at(11, 27, 10, 0), &timing);
    let (owed, _) = after.owed(at(11, 30, 9, 0), &timing);
    assert_eq!(post(owed).missed, 1, "Saturday's and Sunday's are one");
}

#[test]
fn every_working_day_passes_over_holidays() {
    let rule = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR".parse().expect("a rule");
    let schedule = Schedule::repeated(wall(12, 24, 8, 45), Amsterdam, rule).expect("it happens");
    let coming: Vec<_> = Course::default().foreseen(&timing(&schedule, ON_WORKING_DAYS)).take(2).collect();
    assert_eq!(coming, [at(12, 24, 8, 45), at(12, 28, 8, 45)]);
}

#[test]
fn unconfirmed_it_is_said_five_times_in_working_hours_and_then_the_coordinators_hear() {
    let schedule = once(11, 27, 14);
    let timing = timing(&schedule, CONFIRMED);
    let (mut course, mut now) = (Course::default(), at(11, 27, 14, 0));
    let mut said = Vec::new();
    loop {
        let (owed, after) = course.owed(now, &timing);
        course = after;
        match owed {
            Owed::Say(post) => {
                assert_eq!(post.again, !said.is_empty());
                said.push(now);
            }
            Owed::Escalate => break,
            other => panic!("{other:?}"),
        }
        now = course.due(&timing).expect("it is asked again");
    }
    let monday = at(11, 30, 9, 0);
    assert_eq!(said, [at(11, 27, 14, 0), at(11, 27, 15, 0), at(11, 27, 16, 0), monday, monday + TimeDelta::hours(1)]);
    assert_eq!((now, course.due(&timing)), (at(11, 30, 11, 0), None));
    assert!(course.open, "it can still be ticked off");
}

#[test]
fn done_ends_what_comes_once_and_quiets_what_comes_again() {
    let schedule = once(11, 24, 10);
    let one = timing(&schedule, CONFIRMED);
    let early = Course::default().done(&one).expect("it is done before it was said");
    assert_eq!((early.status, early.due(&one)), (ReminderStatus::Done, None));
    let schedule = daily(11, 24, 10);
    let timing = timing(&schedule, CONFIRMED);
    assert_eq!(Course::default().done(&timing), None, "nothing waits yet");
    let (_, said) = Course::default().owed(at(11, 24, 10, 0), &timing);
    let done = said.done(&timing).expect("it waits");
    assert_eq!((done.open, done.due(&timing)), (false, Some(at(11, 25, 10, 0))));
}

#[test]
fn later_says_it_again_at_that_moment_and_once() {
    let schedule = daily(11, 24, 10);
    let timing = timing(&schedule, PLAIN);
    let (_, said) = Course::default().owed(at(11, 24, 10, 0), &timing);
    let later = said.put_off(at(11, 24, 12, 0), &timing).expect("it goes on");
    assert_eq!(later.due(&timing), Some(at(11, 24, 12, 0)));
    let (owed, after) = later.owed(at(11, 24, 12, 0), &timing);
    assert_eq!(post(owed), Post { planned: at(11, 24, 10, 0), late: false, missed: 0, again: true });
    assert_eq!(after.due(&timing), Some(at(11, 25, 10, 0)));
    // Before anything was said, the next one moves.
    let moved = Course::default().put_off(at(11, 24, 13, 0), &timing).expect("it goes on");
    let coming: Vec<_> = moved.foreseen(&timing).take(2).collect();
    assert_eq!(coming, [at(11, 24, 13, 0), at(11, 25, 10, 0)]);
    // After a later, what comes once is said once more and then waits.
    let schedule = once(11, 24, 10);
    let timing = Timing { schedule: &schedule, ..timing };
    let (_, said) = Course::default().owed(at(11, 24, 10, 0), &timing);
    let later = said.put_off(at(11, 24, 12, 0), &timing).expect("it waits");
    assert_eq!(later.owed(at(11, 24, 12, 0), &timing).1.due(&timing), None);
}

#[test]
fn what_has_ended_stays_ended() {
    let schedule = daily(11, 24, 10);
    let timing = timing(&schedule, PLAIN);
    let stopped = Course::default().stopped().expect("it goes on");
    assert_eq!(stopped.due(&timing), None);
    assert_eq!((stopped.stopped(), stopped.done(&timing)), (None, None));
    assert_eq!(stopped.put_off(at(11, 25, 9, 0), &timing), None);
}

fn member(name: &str, organisation: OrganisationKind, role: Role) -> Member {
    let person = UserId::new(format!("@{name}:x"));
    Member { team: TeamId::new("oost"), person, organisation, role, mandate: false, stopped: false }
}

fn reminder(to: Addressee) -> Reminder {
    Reminder {
        team: TeamId::new("oost"),
        number: RecordNumber::new(RecordKind::Reminder, 2026, 1),
        version: 1,
        author: UserId::new("@anna:x"),
        to,
        what: Reminded::Text("bellen".into()),
        schedule: once(11, 24, 10),
        manner: PLAIN,
        course: Course::default(),
        asked_in: (RoomId::new("!r"), EventId::new("$e")),
        made_ms: 0,
    }
}

#[test]
fn who_may_do_what_follows_from_for_whom_it_is() {
    use OrganisationKind::{Police, YouthWork};
    let anna = member("anna", YouthWork, Role::Member);
    let bram = member("bram", Police, Role::Member);
    let carla = member("carla", Police, Role::Coordinator);
    let rights = |to: &Addressee, member: &Member, purpose| {
        let Rights { see, tick, stop } = reminder(to.clone()).rights(member, purpose);
        [see, tick, stop]
    };
    let room = RoomId::new("!r");
    let (chain, youth) = (Some(RoomPurpose::Chain), Some(RoomPurpose::Organisation(YouthWork)));
    let mine = Addressee::Author;
    assert_eq!(rights(&mine, &anna, None), [true, true, true]);
    assert_eq!(rights(&mine, &bram, None), [false, false, false]);
    assert_eq!(rights(&mine, &carla, None), [false, false, true], "a coordinator stops what they do not see");
    let all = Addressee::Room(room.clone());
    assert_eq!(rights(&all, &bram, chain), [true, true, false]);
    assert_eq!(rights(&all, &bram, youth), [false, false, false]);
    assert_eq!(rights(&all, &carla, chain), [true, true, true]);
    let named = Addressee::People(room, vec![bram.person.clone()]);
    assert_eq!(rights(&named, &bram, chain), [true, true, true]);
    assert_eq!(rights(&named, &carla, chain), [true, false, true]);
    let gone = Member { stopped: true, ..anna };
    assert_eq!(rights(&mine, &gone, None), [false, false, false]);
    let elsewhere = Member { team: TeamId::new("west"), ..bram };
    assert_eq!(rights(&all, &elsewhere, chain), [false, false, false]);
}
