//! Numbers of records, as people type them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use schakel::domain::{RecordKind, RecordNumber};

fuzz_target!(|typed: &[u8]| {
    let typed = String::from_utf8_lossy(typed);
    if let Some(number) = RecordNumber::parse(&typed) {
        assert_eq!(RecordNumber::parse(number.as_str()).as_ref(), Some(&number), "it reads back");
        assert!(number.kind().is_meant_by(typed.trim()), "what is a number is meant as one");
        assert!(typed.trim().eq_ignore_ascii_case(number.as_str()), "nothing is made up");
    }
    let _ = RecordKind::Agreement.is_meant_by(&typed);
});
