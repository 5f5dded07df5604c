//! Commands and what follows them: subcommands, numbers, filters, the grammar of agreements, people and what they shall be.
#![no_main]

use std::sync::LazyLock;

use chrono::TimeZone as _;
use chrono_tz::Europe::Amsterdam;
use libfuzzer_sys::fuzz_target;
use schakel::commands::{Library, typed::typed};

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::load(None).expect("the built-in catalogue is sound"));

fuzz_target!(|line: &[u8]| {
    let line = String::from_utf8_lossy(line);
    let now = Amsterdam.with_ymd_and_hms(2026, 11, 24, 12, 0, 0).single().expect("a moment");
    typed(&LIBRARY, &line, now);
});
