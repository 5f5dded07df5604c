//! What cannot be, why, and what is offered in its place.

use super::*;

fn first(planned: Option<&Planned>) -> String {
    planned.map(|one| one.plan.schedule.first().format("%Y-%m-%d %H:%M").to_string()).unwrap_or_default()
}

#[test]
fn what_has_passed_is_offered_for_the_next_day_that_is_like_it() {
    for (typed, wanted) in [
        ("gisteren 10u bellen", "2026-11-24 10:00"),
        ("gisteren 8u30 bellen", "2026-11-25 08:30"),
        ("afgelopen maandag 10:00 bellen", "2026-11-30 10:00"),
        ("1 maart 2025 10:00 bellen", "2027-03-01 10:00"),
        ("10 november 10:00 bellen", "2027-11-10 10:00"),
        ("om 9:00 bellen", "2026-11-25 09:00"),
        ("een uur geleden bellen", ""),
    ] {
        let found = faults(typed);
        let [NoPlan::Past(nearest)] = found.as_slice() else { panic!("{typed}: {found:?}") };
        assert_eq!(first(nearest.as_ref()), wanted, "{typed}");
    }
}

#[test]
fn a_day_that_is_not_in_the_calendar_is_offered_as_the_nearest_that_is() {
    for (typed, wanted) in [
        ("31 april 10u bellen", "2027-04-30 10:00"),
        ("29 februari 2027 10u bellen", "2027-02-28 10:00"),
        ("11/21 10u bellen", ""),
        ("12/21 10u bellen", "2026-12-21 10:00"),
        ("31-13 10u bellen", "2026-12-31 10:00"),
        ("elk jaar op 31 april 10u bellen", "2027-04-30 09:00"),
    ] {
        let found = faults(typed);
        let [NoPlan::NotInCalendar(nearest)] = found.as_slice() else { panic!("{typed}: {found:?}") };
        assert_eq!(first(nearest.as_ref()), wanted, "{typed}");
    }
}

#[test]
fn a_time_that_the_clock_skips_is_offered_as_the_first_after_it() {
    let found = faults("28 maart 2027 02:30 bellen");
    let [NoPlan::NotOnTheClock(nearest)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(first(Some(nearest)), "2027-03-28 03:00");
}

#[test]
fn all_that_is_wrong_is_said_at_once() {
    let found = faults("31 april 25:00 bellen");
    assert!(matches!(found.as_slice(), [NoPlan::NoSuchTime(_), NoPlan::NotInCalendar(_)]), "{found:?}");
    assert!(found.contains(&NoPlan::NoSuchTime("25:00".to_owned())));
}

#[test]
fn what_cannot_be_kept_says_why() {
    for (typed, wanted) in [
        ("elke 5 minuten kijken", NoPlan::TooOften),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 nooit", NoPlan::NeverHappens),
        ("elke maandag tot gisteren overleg", NoPlan::EndsBeforeItBegins),
        ("elke dag 9u 1000 keer bellen", NoPlan::TooMany),
        ("elke maandag vanaf 1 januari 2041 overleg", NoPlan::TooFar),
        ("twee keer per week sporten", NoPlan::RuleUnknown("twee keer per week".to_owned())),
        ("elke werkdag 9u behalve vrijdag bellen", NoPlan::RuleUnknown("behalve vrijdag bellen".to_owned())),
        ("bellen met school", NoPlan::Nothing),
    ] {
        assert_eq!(faults(typed), [wanted], "{typed}");
    }
}
