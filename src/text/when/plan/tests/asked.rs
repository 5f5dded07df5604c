//! What can mean more than one thing, and between what it is asked.

use super::*;

/// The first time and the text of each reading.
fn readings(typed: &str, now: DateTime<Tz>) -> Vec<(String, String)> {
    match planned(typed, now) {
        Err(faults) => match faults.as_slice() {
            [NoPlan::Unsure(readings)] => readings
                .iter()
                .map(|it| (it.plan.schedule.first().format("%a %d %H:%M").to_string(), it.text.clone()))
                .collect(),
            faults => panic!("{typed}: {faults:?}"),
        },
        Ok(found) => panic!("{typed}: {found:?}"),
    }
}

fn asks(typed: &str, wanted: &[(&str, &str)]) {
    let found = readings(typed, now());
    let found: Vec<(&str, &str)> = found.iter().map(|(at, text)| (at.as_str(), text.as_str())).collect();
    assert_eq!(found, wanted, "{typed}");
}

#[test]
fn a_number_between_moment_and_text_belongs_to_either() {
    asks("10 uur 15 jongeren bellen", &[("Tue 24 10:15", "jongeren bellen"), ("Tue 24 10:00", "15 jongeren bellen")]);
    asks("3 december 14 ouders bellen", &[("Thu 03 14:00", "ouders bellen"), ("Thu 03 09:00", "14 ouders bellen")]);
    asks("morgen 9 jongeren", &[("Wed 25 09:00", "jongeren"), ("Wed 25 09:00", "9 jongeren")]);
    asks("over 1 uur 15 stoelen", &[("Tue 24 10:25", "stoelen"), ("Tue 24 10:10", "15 stoelen")]);
    asks("lijst 3 over 4 uur", &[("Tue 24 16:03", "lijst"), ("Tue 24 13:10", "lijst 3")]);
}

#[test]
fn without_a_day_of_the_week_or_month_todays_and_the_first_are_offered() {
    asks("elke week overleg", &[("Tue 01 09:00", "overleg"), ("Mon 30 09:00", "overleg")]);
    asks("elke maand overleg", &[("Thu 24 09:00", "overleg"), ("Tue 01 09:00", "overleg")]);
    asks("jaarlijks overleg", &[("Wed 24 09:00", "overleg"), ("Fri 01 09:00", "overleg")]);
}

#[test]
fn a_day_that_some_months_lack_is_their_last_one_or_is_left_out() {
    for (typed, count) in
        [("elke maand op de 31e kas", 2), ("elke 30e van de maand kas", 2), ("elk jaar op 29 februari", 3)]
    {
        assert_eq!(readings(typed, now()).len(), count, "{typed}");
    }
}

#[test]
fn when_the_hour_has_passed_what_is_left_of_the_day_is_offered() {
    let late = at("2026-11-24 15:10");
    assert_eq!(
        readings("vanmiddag bellen", late).iter().map(|(at, _)| at.as_str()).collect::<Vec<_>>(),
        ["Tue 24 16:00", "Tue 24 17:00", "Wed 25 13:00"]
    );
    let found = readings("vandaag bellen", at("2026-11-24 21:50"));
    assert!(found.len() >= 2, "{found:?}");
}

#[test]
fn a_night_has_no_hour_of_its_own() {
    asks("vannacht bellen", &[("Tue 24 22:00", "bellen"), ("Wed 25 00:00", "bellen"), ("Wed 25 03:00", "bellen")]);
    assert_eq!(readings("elke nacht kijken", now()).len(), 3);
}

#[test]
fn whether_the_last_day_counts_is_asked_where_it_matters() {
    let found = faults("elke dag 9u tot vrijdag bellen");
    let [NoPlan::Unsure(readings)] = found.as_slice() else { panic!("{found:?}") };
    let last = |planned: &Planned| next(&planned.plan, 9).pop().expect("it comes");
    assert_eq!(readings.iter().map(last).collect::<Vec<_>>(), ["2026-11-27 09:00", "2026-11-26 09:00"]);
}

#[test]
fn two_moments_at_either_end_are_both_offered() {
    asks(
        "morgen bellen over vrijdag 14:00",
        &[("Wed 25 09:00", "bellen over vrijdag 14:00"), ("Fri 27 14:00", "morgen bellen over")],
    );
}

#[test]
fn a_time_inside_the_text_may_be_the_time() {
    asks(
        "vrijdag het verslag van 14:00 lezen",
        &[("Fri 27 09:00", "het verslag van 14:00 lezen"), ("Fri 27 14:00", "het verslag van 14:00 lezen")],
    );
}

#[test]
fn a_moment_in_the_middle_is_never_taken_for_granted() {
    asks(
        "stuur morgen om 10 uur de mail",
        &[("Wed 25 10:00", "stuur de mail"), ("Wed 25 10:00", "stuur morgen om 10 uur de mail")],
    );
}
