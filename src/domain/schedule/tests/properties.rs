//! What holds for any rule.

use chrono_tz::{Africa, America, Australia};
use proptest::prelude::*;

use super::*;

/// Rules of every kind, sound or not.
fn rules() -> impl Strategy<Value = String> {
    let frequency = prop::sample::select(vec!["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY"]);
    let part = prop_oneof![
        (1..40_u16).prop_map(|interval| format!("INTERVAL={interval}")),
        prop::sample::subsequence(vec!["MO", "TU", "WE", "TH", "FR", "SA", "SU"], 1..5)
            .prop_map(|days| format!("BYDAY={}", days.join(","))),
        (-6..6_i8).prop_map(|which| format!("BYDAY={which}MO,{which}SU")),
        (-31..32_i8, 1..32_i8).prop_map(|(one, other)| format!("BYMONTHDAY={one},{other}")),
        (1..13_u8, 1..13_u8).prop_map(|(one, other)| format!("BYMONTH={one},{other}")),
        (0..25_u8, 0..24_u8).prop_map(|(one, other)| format!("BYHOUR={one},{other}")),
        (0..60_u8).prop_map(|minute| format!("BYMINUTE={minute}")),
        (-366..367_i16).prop_map(|day| format!("BYYEARDAY={day}")),
        (-9..9_i16).prop_map(|position| format!("BYSETPOS={position}")),
        (0..600_u16).prop_map(|times| format!("COUNT={times}")),
        (2026..2040_u16, 1..13_u8).prop_map(|(year, month)| format!("UNTIL={year}{month:02}15")),
        Just("WKST=SU".to_owned()),
    ];
    (frequency, prop::collection::vec(part, 0..4))
        .prop_map(|(frequency, parts)| format!("FREQ={frequency};{}", parts.join(";")))
}

fn zones() -> impl Strategy<Value = Tz> {
    prop::sample::select(vec![
        Amsterdam,
        America::New_York,
        Australia::Lord_Howe,
        Africa::Casablanca,
        Tz::Pacific__Apia,
    ])
}

fn starts() -> impl Strategy<Value = NaiveDateTime> {
    (0..20_000_i64, 0..1_440_i64)
        .prop_map(|(days, minutes)| wall("2010-01-01 00:00") + TimeDelta::days(days) + TimeDelta::minutes(minutes))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn moments_come_in_order_and_go_on_from_any_of_them(rule in rules(), zone in zones(), start in starts(), at in 0..12_usize, share in 0..1_000_i32) {
        let Ok(Ok(schedule)) = rule.parse().map(|rule| Schedule::repeated(start, zone, rule)) else { return Ok(()) };
        let before = start.and_utc() - TimeDelta::days(3);
        let found: Vec<Occurrence> = schedule.after(before).take(24).collect();
        prop_assert!(!found.is_empty(), "{rule} happens");
        prop_assert_eq!(found[0].wall, schedule.first());
        prop_assert!(found.windows(2).all(|pair| pair[0].at < pair[1].at && pair[0].wall < pair[1].wall));
        if let Some(one) = found.get(at) {
            let later = schedule.from(one);
            let rest: Vec<Occurrence> = later.after(one.at).take(found.len() - at - 1).collect();
            prop_assert_eq!(&rest[..], &found[at + 1..], "{}", rule);
        }
        let (first, last) = (found[0].at, found[found.len() - 1].at);
        let between = first + (last - first) / 1_000 * share;
        let rest: Vec<Occurrence> = found.iter().copied().filter(|it| it.at > between).collect();
        let later: Vec<Occurrence> = schedule.after(between).take(rest.len()).collect();
        prop_assert_eq!(later, rest, "{}", rule);
    }

    #[test]
    fn a_schedule_reads_back_from_what_is_kept(rule in rules(), zone in zones(), start in starts()) {
        if let Ok(Ok(schedule)) = rule.parse().map(|rule| Schedule::repeated(start, zone, rule)) {
            let kept = schedule.rule().expect("it repeats").to_string();
            let again = Schedule::repeated(schedule.first(), zone, kept.parse().expect("it reads back"));
            prop_assert_eq!(again, Ok(schedule));
        }
    }

    #[test]
    fn any_text_is_a_rule_or_a_fault(text in ".{0,200}") {
        let _ = text.parse::<Rule>();
    }
}
