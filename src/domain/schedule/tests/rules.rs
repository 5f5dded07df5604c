//! What is a rule and what is none, by claim.

use super::*;

fn fault(rule: &str) -> Option<RuleFault> {
    repeated("2026-11-24 09:00", rule).err()
}

#[test]
fn what_comes_more_than_once_an_hour_is_refused() {
    for rule in [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;INTERVAL=90",
        "FREQ=DAILY;BYMINUTE=0,30",
        "FREQ=DAILY;BYHOUR=9\nFREQ=DAILY;BYHOUR=9;BYMINUTE=30",
        "FREQ=DAILY;BYHOUR=23;BYMINUTE=30\nFREQ=DAILY;BYHOUR=0;BYMINUTE=0",
    ] {
        assert_eq!(fault(rule), Some(RuleFault::TooOften), "{rule}");
    }
    assert_eq!(fault("FREQ=HOURLY"), None);
}

#[test]
fn what_never_happens_is_refused() {
    for rule in [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=MO;BYSETPOS=2",
        "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTH=3",
        "FREQ=HOURLY;INTERVAL=24;BYHOUR=7",
        "FREQ=HOURLY;INTERVAL=2;BYHOUR=8",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=6SU",
    ] {
        assert_eq!(fault(rule), Some(RuleFault::NeverHappens), "{rule}");
    }
    assert_eq!(fault("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"), None);
    assert_eq!(fault("FREQ=YEARLY;INTERVAL=50"), None);
}

#[test]
fn an_end_before_the_first_time_is_told_apart() {
    assert_eq!(fault("FREQ=WEEKLY;BYDAY=FR;UNTIL=20261125"), Some(RuleFault::EndsBeforeItBegins));
    assert_eq!(fault("FREQ=DAILY;UNTIL=20200101T000000Z"), Some(RuleFault::EndsBeforeItBegins));
    assert_eq!(fault("FREQ=DAILY;COUNT=1000000"), Some(RuleFault::TooMany));
    assert_eq!(fault("FREQ=YEARLY;COUNT=400"), Some(RuleFault::TooMany));
}

#[test]
fn what_is_no_rule_or_is_not_understood_is_named() {
    let unreadable = |what: &str| Some(RuleFault::Unreadable(what.to_owned()));
    assert_eq!(fault("dagelijks"), unreadable("DAGELIJKS"));
    assert_eq!(fault("FREQ=WEEKLY;BYDAY=XX"), unreadable("BYDAY=XX"));
    assert_eq!(fault("FREQ=WEEKLY;FREQ=DAILY"), unreadable("FREQ=DAILY"));
    assert_eq!(fault("FREQ=WEEKLY;COUNT=2;UNTIL=20270101"), unreadable("UNTIL=20270101"));
    assert_eq!(fault("FREQ=DAILY;BYHOUR=24"), unreadable("BYHOUR=24"));
    assert_eq!(fault("FREQ=MONTHLY;BYMONTHDAY=0"), unreadable("BYMONTHDAY=0"));
    assert_eq!(fault("INTERVAL=2"), unreadable("INTERVAL=2"));
    for rule in
        ["FREQ=YEARLY;BYWEEKNO=20", "FREQ=WEEKLY;BYDAY=1MO", "FREQ=MONTHLY;BYDAY=MO,2TU", "FREQ=WEEKLY;BYMONTHDAY=3"]
    {
        assert!(matches!(fault(rule), Some(RuleFault::Unsupported(_))), "{rule}");
    }
}

#[test]
fn a_rule_reads_back_from_its_text() {
    for (typed, canonical) in [
        ("rrule:freq=weekly;byday=th,mo;interval=2", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH"),
        ("FREQ=MONTHLY;BYDAY=+1MO;WKST=SU", "FREQ=MONTHLY;WKST=SU;BYDAY=1MO"),
        ("FREQ=DAILY;UNTIL=20270601T120000Z;BYSECOND=0", "FREQ=DAILY;UNTIL=20270601T120000Z"),
        ("FREQ=DAILY;BYHOUR=9\nRRULE:FREQ=DAILY;BYHOUR=17", "FREQ=DAILY;BYHOUR=9\nFREQ=DAILY;BYHOUR=17"),
    ] {
        let rule: Rule = typed.parse().expect("a rule");
        assert_eq!(rule.to_string(), canonical);
        assert_eq!(canonical.parse(), Ok(rule));
    }
}

#[test]
fn an_end_in_utc_is_one_of_the_own_zone() {
    let schedule = repeated("2026-11-24 09:00", "FREQ=DAILY;UNTIL=20261126T080000Z").expect("a rule");
    assert_eq!(next(&schedule, "2026-11-24 00:00", 9).last().map(String::as_str), Some("2026-11-26 09:00"));
}
