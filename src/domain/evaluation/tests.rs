use chrono::NaiveDate;

use super::*;
use crate::domain::WorkingTime;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).expect("a day")
}

#[test]
fn the_path_has_the_days_of_the_study_of_the_field() {
    let path = Path::planned(day(11, 24), Terms::default(), vec![], WorkingTime::standard());
    let days = |step| path.step(step).map(|taken| (taken.from, taken.until)).expect("it is planned");
    assert_eq!(days(PathStep::Debrief), (day(11, 24), day(11, 24)));
    assert_eq!(days(PathStep::Before), (day(11, 27), day(12, 1)));
    assert_eq!(days(PathStep::Session), (day(12, 1), day(12, 8)));
}

#[test]
fn working_days_are_counted_where_the_terms_say_so() {
    let mut terms = Terms::default();
    terms.before.working = true;
    let path = Path::planned(day(11, 24), terms, vec![], WorkingTime::standard());
    let before = path.step(PathStep::Before).expect("it is planned");
    assert_eq!((before.from, before.until), (day(11, 27), day(12, 3)));
}

mod course;
mod poll;
