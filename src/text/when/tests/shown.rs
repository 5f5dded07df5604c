//! Moments shown back.

use super::*;
use crate::document::Problems;
use crate::domain::Language;
use crate::text::Texts;

fn shown(when: &When) -> [String; 2] {
    let files = [
        ("nl.ftl", Language::Dutch, include_str!("../../../../commands/nl.ftl")),
        ("en.ftl", Language::English, include_str!("../../../../commands/en.ftl")),
    ];
    let texts = Texts::load(files, &Problems::default());
    Language::ALL.map(|language| told(when, ZONE, language, &texts))
}

#[test]
fn a_moment_is_shown_in_full() {
    let [dutch, english] = shown(&moment("2026-11-21 22:15"));
    assert_eq!(dutch, "zaterdag 21 november 2026, 22:15");
    assert_eq!(english, "Saturday 21 November 2026, 22:15");
}

#[test]
fn a_part_of_a_day_is_shown_with_its_bounds() {
    let [dutch, english] = shown(&span("2026-11-21 18:00", "2026-11-22 00:00"));
    assert_eq!(dutch, "zaterdag 21 november 2026, tussen 18:00 en 24:00");
    assert_eq!(english, "Saturday 21 November 2026, between 18:00 and 24:00");
}

#[test]
fn whole_days_are_shown_as_days() {
    let [dutch, english] = shown(&span("2026-11-24 00:00", "2026-11-25 00:00"));
    assert_eq!(dutch, "dinsdag 24 november 2026, hele dag");
    assert_eq!(english, "Tuesday 24 November 2026, all day");
    let [dutch, english] = shown(&span("2026-11-21 00:00", "2026-11-23 00:00"));
    assert_eq!(dutch, "van zaterdag 21 november 2026 tot en met zondag 22 november 2026");
    assert_eq!(english, "from Saturday 21 November 2026 to Sunday 22 November 2026 inclusive");
}

#[test]
fn a_span_over_midnight_is_shown_with_both_its_days() {
    let [dutch, english] = shown(&span("2026-11-23 18:00", "2026-11-24 06:00"));
    assert_eq!(dutch, "van maandag 23 november 2026, 18:00 tot dinsdag 24 november 2026, 06:00");
    assert_eq!(english, "from Monday 23 November 2026, 18:00 to Tuesday 24 November 2026, 06:00");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn what_is_shown_can_be_typed_back(ago in 1_i64..2_000_000) {
        let wall = now().naive_local() - chrono::TimeDelta::minutes(ago);
        if let Some(moment) = ZONE.from_local_datetime(&wall).earliest() {
            let found = When { from: moment.with_timezone(&Utc), until: None };
            let [dutch, english] = shown(&found);
            prop_assert_eq!(past(&dutch), Ok(found));
            // Of an hour up to twelve it is asked which.
            prop_assert!(every(&past(&english)).contains(&found), "{}", english);
        }
    }
}
