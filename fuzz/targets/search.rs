//! Questions to the intervention matrix.
#![no_main]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use schakel::commands::Library;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::load(None).expect("the built-in catalogue is sound"));
static ALL: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| LIBRARY.interventions("").into_iter().collect());

fuzz_target!(|words: &[u8]| {
    let words = String::from_utf8_lossy(words);
    let found = LIBRARY.interventions(&words);
    let each: BTreeSet<&str> = found.iter().copied().collect();
    assert_eq!(each.len(), found.len(), "each once");
    assert!(each.is_subset(&ALL), "each is an entry");
    assert!(!LIBRARY.finds_intervention(&words) || !found.is_empty(), "what is found is shown");
    assert_eq!(LIBRARY.interventions(&words), found, "the same question has the same answer");
});
