//! Plans shown back in words.

use super::*;
use crate::document::Problems;
use crate::domain::Language;
use crate::text::Texts;

fn texts() -> Texts {
    let files = [
        ("nl.ftl", Language::Dutch, include_str!("../../../../../commands/nl.ftl")),
        ("en.ftl", Language::English, include_str!("../../../../../commands/en.ftl")),
    ];
    Texts::load(files, &Problems::default())
}

#[test]
fn a_plan_is_told_in_both_languages() {
    let texts = texts();
    for (typed, dutch, english) in [
        ("morgen 10u", "woensdag 25 november 2026, 10:00", "Wednesday 25 November 2026, 10:00"),
        (
            "elke eerste maandag van de maand 10u",
            "elke eerste maandag van de maand om 10:00, vanaf maandag 7 december 2026",
            "every first Monday of the month at 10:00, from Monday 7 December 2026",
        ),
        (
            "om de week op dinsdag 9u",
            "om de week op dinsdag om 09:00, vanaf dinsdag 1 december 2026",
            "every other week on Tuesday at 09:00, from Tuesday 1 December 2026",
        ),
        (
            "elke werkdag 8:45",
            "elke werkdag om 08:45, vanaf woensdag 25 november 2026",
            "every working day at 08:45, from Wednesday 25 November 2026",
        ),
        (
            "elke dag 9:00, 12:00 en 18:00 tot en met 1 december",
            "elke dag om 09:00, 12:00 en 18:00, van dinsdag 24 november 2026 tot en met dinsdag 1 december 2026",
            "every day at 09:00, 12:00 and 18:00, from Tuesday 24 November 2026 up to and including Tuesday 1 December 2026",
        ),
        (
            "elk kwartaal",
            "elk kwartaal op de 1e om 09:00, vanaf vrijdag 1 januari 2027",
            "every quarter on the 1st at 09:00, from Friday 1 January 2027",
        ),
        (
            "elke laatste werkdag van de maand 16u",
            "elke laatste werkdag van de maand om 16:00, vanaf maandag 30 november 2026",
            "every last working day of the month at 16:00, from Monday 30 November 2026",
        ),
        (
            "elke 1e en 15e van de maand 9:00",
            "elke maand op de 1e en de 15e om 09:00, vanaf dinsdag 1 december 2026",
            "every month on the 1st and the 15th at 09:00, from Tuesday 1 December 2026",
        ),
        (
            "elk jaar op 3 december",
            "elk jaar op 3 december om 09:00, vanaf donderdag 3 december 2026",
            "every year on 3 December at 09:00, from Thursday 3 December 2026",
        ),
        (
            "elke 2 uur",
            "elke 2 uur, vanaf dinsdag 24 november 2026, 10:00",
            "every 2 hours, from Tuesday 24 November 2026, 10:00",
        ),
        (
            "0 9 1 1,7 MON",
            "elke maand op de 1e, alleen in januari en juli en elke maandag, alleen in januari en juli om 09:00, vanaf vrijdag 1 januari 2027",
            "every month on the 1st, only in January and July and every Monday, only in January and July at 09:00, from Friday 1 January 2027",
        ),
        (
            "RRULE:FREQ=YEARLY;BYYEARDAY=100",
            "volgens de regel FREQ=YEARLY;BYYEARDAY=100;BYHOUR=9;BYMINUTE=0 om 09:00, vanaf zaterdag 10 april 2027",
            "by the rule FREQ=YEARLY;BYYEARDAY=100;BYHOUR=9;BYMINUTE=0 at 09:00, from Saturday 10 April 2027",
        ),
    ] {
        let found = match planned(typed, now()) {
            Ok(found) => found.plan,
            Err(faults) => panic!("{typed}: {faults:?}"),
        };
        assert_eq!(told_plan(&found, Language::Dutch, &texts), dutch, "{typed}");
        assert_eq!(told_plan(&found, Language::English, &texts), english, "{typed}");
    }
}

#[test]
fn readings_that_are_asked_about_are_told_apart() {
    let texts = texts();
    for typed in [
        "elke maand op de 31e kas",
        "elke 30e van de maand kas",
        "elk jaar op 29 februari",
        "elk weekend",
        "ma-vr 9:00",
    ] {
        let found = faults(typed);
        let [NoPlan::Unsure(readings)] = found.as_slice() else { panic!("{typed}: {found:?}") };
        for language in Language::ALL {
            let mut told: Vec<String> = readings.iter().map(|it| told_plan(&it.plan, language, &texts)).collect();
            told.sort();
            told.dedup();
            assert_eq!(told.len(), readings.len(), "{told:?}");
        }
    }
}
