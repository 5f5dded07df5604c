//! Days to come, in words, seen from several days.
#![no_main]

use chrono::{Months, NaiveDate};
use libfuzzer_sys::fuzz_target;
use schakel::text::{NoDay, day};

/// An ordinary Tuesday, the end of a year, and a day that most years do not have.
const TODAYS: [(i32, u32, u32); 3] = [(2026, 11, 24), (2027, 12, 31), (2028, 2, 29)];

fuzz_target!(|typed: &[u8]| {
    let typed = String::from_utf8_lossy(typed);
    for (year, month, on) in TODAYS {
        let today = NaiveDate::from_ymd_opt(year, month, on).expect("a day");
        match day(&typed, today) {
            Ok(found) => {
                let furthest = today.checked_add_months(Months::new(60)).expect("a day");
                assert!((today..=furthest).contains(&found), "{found} seen from {today}");
                assert_eq!(day(&found.to_string(), today), Ok(found), "it reads back");
            }
            Err(NoDay::Past(found)) => assert!(found < today, "{found} seen from {today}"),
            Err(NoDay::TooFar(found)) => assert!(found > today, "{found} seen from {today}"),
            Err(NoDay::Unknown | NoDay::NotInCalendar) => {}
        }
    }
});
