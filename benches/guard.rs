//! How long a look at a text takes: an ordinary answer, and 64 KiB made to be hard on one rule or another. Goal: 5 ms for any
//! 64 KiB.
//!
//!     cargo bench --bench guard --no-default-features

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use schakel::privacy::guard::look;

const SIZE: usize = 64 * 1024;

/// Each is repeated until the text is full. What is nearly found costs most: what is found soon ends the look.
const HARD: [(&str, &str); 16] = [
    ("digits", "1"),
    ("digits apart", "1 2 3 4 5 6 7 8 9 "),
    ("amounts", "12.345.678 "),
    ("@", "@"),
    ("nearly mail", "a@a"),
    ("06-", "06-"),
    ("capitals and dashes", "AB-12-"),
    ("nearly plates", "12-en-13 "),
    ("nearly accounts", "NL91 "),
    ("nearly homes", "1234 ab 1:1 "),
    ("nearly handles", "klas3 op ig "),
    ("words of birth", "geb "),
    ("first names", "Sanne de "),
    ("record numbers", "S-2026-k7qd "),
    ("wide digits", "６ "),
    ("letters that are sentences", "ﷺ"),
];

const ANSWER: &str = "De groep van 20-30 jongeren staat sinds 22:30 uur op het plein en filmt elkaar, zie S-2026-k7qd. Er gaat een \
    oproep rond op Snapchat om morgen terug te komen. Een van hen is bereikbaar op 06-12345678.";

fn guard(criterion: &mut Criterion) {
    criterion.bench_function("an ordinary answer", |bencher| bencher.iter(|| black_box(look(black_box(ANSWER)))));
    for (name, piece) in HARD {
        let text = piece.repeat(SIZE / piece.len());
        criterion
            .bench_function(&format!("64 KiB of {name}"), |bencher| bencher.iter(|| black_box(look(black_box(&text)))));
    }
}

criterion_group!(benches, guard);
criterion_main!(benches);
