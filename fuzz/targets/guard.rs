//! The privacy guard over any text, and what its writer is shown of what it found. A long text may not take long.
#![no_main]

use std::time::{Duration, Instant};

use libfuzzer_sys::fuzz_target;
use schakel::privacy::guard::{Finding, Kind, MOST, look, redacted};

/// The bot's bound is 5 ms for 64 KiB. Here every branch is counted and every sum checked, and others use the machine.
const LONGEST: Duration = Duration::from_millis(100);

fuzz_target!(|text: &[u8]| {
    let text = String::from_utf8_lossy(text);
    let findings = look(&text);
    assert!(findings.len() <= MOST);
    let mut from = 0;
    for finding in &findings {
        let range = finding.range.clone();
        assert!(from <= range.start && range.start < range.end, "in order, and none over another");
        let piece = text.get(range.clone()).expect("on the bounds of characters");
        hides(finding, piece);
        from = range.end;
    }
    let shown = redacted(&text, &findings);
    assert_eq!(shown == *text, findings.is_empty());
    let took = (0..3).map(|_| timed(&text)).min();
    assert!(took.is_some_and(|took| took < LONGEST), "{took:?} for {} bytes", text.len());
});

/// What is shown cannot be used in place of the thing.
fn hides(finding: &Finding, piece: &str) {
    let masked = &finding.masked;
    assert!(masked.contains('•'), "{masked} for {piece}");
    // A link to nobody, `x.com/@`, has no name to hide.
    assert!(!masked.contains(piece) || piece.ends_with("/@"), "{masked} for {piece}");
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    let most = match finding.kind {
        Kind::CitizenNumber | Kind::Address | Kind::LicencePlate | Kind::BirthDate => 2,
        Kind::Phone | Kind::Iban => 4,
        _ => usize::MAX,
    };
    assert!(digits(masked) <= most, "{masked} for {piece}");
}

fn timed(text: &str) -> Duration {
    let start = Instant::now();
    std::hint::black_box(look(std::hint::black_box(text)));
    start.elapsed()
}
