//! How long the seal takes: one text of 1 KB, with the key of its record made or unwrapped as it is for every row. Goal: 20 µs
//! each way.
//!
//!     cargo bench --bench seal --no-default-features

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use schakel::privacy::{Keys, Place};

const PLACE: Place<'static> = Place { table: "signal", row: "S-2026-k7qd", column: "seen" };

fn seal_and_open(criterion: &mut Criterion) {
    let keys = Keys::new();
    let text = [b'x'; 1024];
    criterion.bench_function("make a record's key and seal 1 KB", |bencher| {
        bencher.iter(|| {
            let (key, wrapped) = keys.new_record("signal/S-2026-k7qd");
            black_box((key.seal(PLACE, black_box(&text)), wrapped))
        });
    });
    let (key, wrapped) = keys.new_record("signal/S-2026-k7qd");
    let sealed = key.seal(PLACE, &text);
    criterion.bench_function("unwrap a record's key and open 1 KB", |bencher| {
        bencher.iter(|| {
            let key = keys.unwrap("signal/S-2026-k7qd", black_box(&wrapped)).expect("it opens");
            black_box(key.open(PLACE, black_box(&sealed)).expect("it opens"))
        });
    });
}

criterion_group!(benches, seal_and_open);
criterion_main!(benches);
