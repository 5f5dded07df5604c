//! What is typed behind `!herinner`, seen from several moments: a plan that comes, a question or a reason; and rules as they are
//! written.
#![no_main]

use std::sync::LazyLock;

use chrono::{DateTime, TimeDelta, TimeZone as _};
use chrono_tz::{America::New_York, Australia::Lord_Howe, Europe::Amsterdam, Tz};
use libfuzzer_sys::fuzz_target;
use schakel::commands::Library;
use schakel::domain::Language;
use schakel::domain::schedule::{Rule, Schedule};
use schakel::text::{NoPlan, Plan, planned, told_plan};

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::load(None).expect("the built-in catalogue is sound"));

/// An ordinary morning; early in a night; the two nights in which the clock is moved; the turn of a year; a day that most years do
/// not have, and a zone that moves by half an hour.
const NOWS: [(Tz, [i32; 5]); 7] = [
    (Amsterdam, [2026, 11, 24, 9, 10]),
    (Amsterdam, [2026, 11, 25, 2, 40]),
    (Amsterdam, [2027, 3, 28, 1, 10]),
    (Amsterdam, [2026, 10, 25, 2, 30]),
    (Amsterdam, [2026, 12, 31, 23, 59]),
    (New_York, [2028, 2, 29, 8, 5]),
    (Lord_Howe, [2027, 4, 3, 22, 0]),
];

fn moment(zone: Tz, at: [i32; 5]) -> DateTime<Tz> {
    let [month, day, hour, minute] = [1, 2, 3, 4].map(|index| u32::try_from(at[index]).expect("no sign"));
    zone.with_ymd_and_hms(at[0], month, day, hour, minute, 0).earliest().expect("it is on the clock")
}

fuzz_target!(|typed: &[u8]| {
    let typed = String::from_utf8_lossy(typed);
    if let Ok(rule) = typed.parse::<Rule>() {
        assert_eq!(rule.to_string().parse(), Ok(rule), "a rule reads back");
    }
    for (zone, at) in NOWS {
        let now = moment(zone, at);
        match planned(&typed, now) {
            Ok(found) => {
                comes(&found.plan, now);
                assert_eq!(found.text.trim(), found.text);
            }
            Err(faults) => {
                assert!(!faults.is_empty(), "there is a reason");
                for fault in faults {
                    match fault {
                        NoPlan::Unsure(readings) => {
                            assert!((2..=4).contains(&readings.len()), "there is something to ask about");
                            readings.iter().for_each(|reading| comes(&reading.plan, now));
                        }
                        NoPlan::Past(Some(plan)) | NoPlan::NotInCalendar(Some(plan)) | NoPlan::NotOnTheClock(plan) => {
                            comes(&plan, now);
                        }
                        _ => {}
                    }
                }
            }
        }
    }
});

/// A plan is ahead, goes on from each of its times, is kept as text, and can be told.
fn comes(plan: &Plan, now: DateTime<Tz>) {
    let minute = TimeDelta::minutes(1);
    let next: Vec<_> = plan.schedule.after(now.to_utc() - minute).take(3).collect();
    assert_eq!(next.first().map(|next| next.wall), Some(plan.schedule.first()), "{plan:?}");
    assert!(next.windows(2).all(|pair| pair[0].at < pair[1].at), "{plan:?}");
    if let [first, rest @ ..] = next.as_slice() {
        let later = plan.schedule.from(first);
        assert!(later.after(first.at).take(rest.len()).eq(rest.iter().copied()), "{plan:?}");
    }
    if let Some(rule) = plan.schedule.rule() {
        let kept = rule.to_string().parse().expect("a rule reads back");
        assert_eq!(Schedule::repeated(plan.schedule.first(), plan.schedule.zone(), kept).as_ref(), Ok(&plan.schedule));
    }
    for language in Language::ALL {
        assert!(!told_plan(plan, language, &LIBRARY.catalogue.texts).is_empty());
    }
}
