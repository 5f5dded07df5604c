//! Moments in words, toward the past and the future, seen from several moments.
#![no_main]

use std::sync::LazyLock;

use chrono::{DateTime, TimeDelta, TimeZone as _, Utc};
use chrono_tz::{America::New_York, Europe::Amsterdam, Tz};
use libfuzzer_sys::fuzz_target;
use schakel::commands::Library;
use schakel::domain::Language;
use schakel::text::{NoWhen, Toward, When, told, when};

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::load(None).expect("the built-in catalogue is sound"));

/// An ordinary evening; early on the day after; the two nights in which the clock is moved; the turn of a year; a day that most
/// years do not have, in a zone west of Greenwich.
const NOWS: [(Tz, [i32; 5]); 6] = [
    (Amsterdam, [2026, 11, 24, 19, 20]),
    (Amsterdam, [2026, 11, 25, 2, 40]),
    (Amsterdam, [2027, 3, 28, 3, 10]),
    (Amsterdam, [2026, 10, 25, 2, 30]),
    (Amsterdam, [2027, 1, 1, 0, 0]),
    (New_York, [2028, 2, 29, 8, 5]),
];

fn moment(zone: Tz, at: [i32; 5]) -> DateTime<Tz> {
    let [month, day, hour, minute] = [1, 2, 3, 4].map(|index| u32::try_from(at[index]).expect("no sign"));
    zone.with_ymd_and_hms(at[0], month, day, hour, minute, 0).earliest().expect("it is on the clock")
}

fuzz_target!(|typed: &[u8]| {
    let typed = String::from_utf8_lossy(typed);
    for (zone, at) in NOWS {
        let now = moment(zone, at);
        for toward in [Toward::Past, Toward::Future] {
            let found = when(&typed, now, toward);
            if let Err(NoWhen::Unsure(readings)) = &found {
                assert!(!readings.is_empty(), "there is something to ask about");
                assert!(readings.is_sorted(), "the earliest first");
            }
            for one in meant(&found) {
                lies_on_its_side(one, now, toward);
            }
            for one in meant(&found).iter().chain(refused(&found)) {
                for language in Language::ALL {
                    assert!(!told(one, zone, language, &LIBRARY.catalogue.texts).is_empty());
                }
            }
        }
    }
});

fn meant(found: &Result<When, NoWhen>) -> &[When] {
    match found {
        Ok(when) => std::slice::from_ref(when),
        Err(NoWhen::Unsure(readings)) => readings,
        Err(_) => &[],
    }
}

fn refused(found: &Result<When, NoWhen>) -> Option<&When> {
    match found {
        Err(NoWhen::NotOnTheClock(when) | NoWhen::Ahead(when) | NoWhen::Past(when) | NoWhen::TooFar(when)) => {
            Some(when)
        }
        _ => None,
    }
}

/// No moment is on the wrong side of now, and none is unbelievably far away.
fn lies_on_its_side(when: &When, now: DateTime<Tz>, toward: Toward) {
    let (now, minute, years) = (now.with_timezone(&Utc), TimeDelta::minutes(1), TimeDelta::days(6 * 366));
    assert!(when.until.is_none_or(|until| until > when.from), "{when:?}");
    assert!((when.from - now).abs() < years, "{when:?} seen from {now}");
    match toward {
        Toward::Past => assert!(when.until.unwrap_or(when.from) <= now + minute, "{when:?} seen from {now}"),
        Toward::Future => assert!(when.from > now - minute, "{when:?} seen from {now}"),
    }
}
