//! Weeks and months.

use proptest::prelude::*;

use super::*;

#[test]
fn sixteen_weeks_stay_weeks_and_more_are_months() {
    let monday = day(2026, 8, 10);
    let weeks = |weeks: u64| Period::new(monday, monday + chrono::Days::new(weeks * 7)).expect("some days");
    assert_eq!((weeks(16).step(), weeks(16).slots().len()), (Step::Week, 16));
    assert_eq!((weeks(17).step(), weeks(17).slots().len()), (Step::Month, 5));
    assert_eq!(weeks(17).slots()[0], day(2026, 8, 1));
}

#[test]
fn the_first_week_can_begin_before_the_period_and_what_was_before_is_not_in_it() {
    let period = Period::new(day(2026, 9, 1), day(2026, 9, 8)).expect("some days");
    assert_eq!(period.slots(), [day(2026, 8, 31), day(2026, 9, 7)]);
    assert_eq!(period.slot_of(day(2026, 8, 31)), None);
    assert_eq!(period.slot_of(day(2026, 9, 1)), Some(0));
    assert_eq!(period.slot_of(day(2026, 9, 7)), Some(1));
    assert_eq!(period.slot_of(day(2026, 9, 8)), None);
    assert_eq!((period.first(), period.last()), (day(2026, 9, 1), day(2026, 9, 7)));
    assert_eq!(Period::new(day(2026, 9, 1), day(2026, 9, 1)), None);
}

#[test]
fn the_clock_that_is_moved_changes_no_day() {
    let period = Period::new(day(2026, 10, 25), day(2026, 10, 26)).expect("a day");
    let (from, until) = period.bounds_ms(ZONE);
    assert_eq!(until - from, 25 * 3_600_000);
}

proptest! {
    #[test]
    fn each_day_of_a_period_has_its_place(begin in 0_u64..4000, length in 1_u64..760, at in 0_u64..760) {
        let from = day(2020, 1, 1) + chrono::Days::new(begin);
        let period = Period::new(from, from + chrono::Days::new(length)).expect("some days");
        let slots = period.slots();
        prop_assert!(slots.is_sorted() && slots.len() <= 26, "{}", slots.len());
        let day = from + chrono::Days::new(at % length);
        let slot = period.slot_of(day).expect("it is in the period");
        prop_assert!(slots[slot] <= day && slots.get(slot + 1).is_none_or(|next| day < *next));
    }
}
