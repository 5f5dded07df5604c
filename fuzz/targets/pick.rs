//! The first line chooses among the others, of which each is one thing with its words between commas.
#![no_main]

use libfuzzer_sys::fuzz_target;
use schakel::search::{fold, nearest_words};
use schakel::text::{Choosable, Picked, pick};

struct Thing<'t>(Vec<&'t str>);

impl Choosable for Thing<'_> {
    fn words(&self) -> impl Iterator<Item = &str> {
        self.0.iter().copied()
    }
}

fuzz_target!(|text: &[u8]| {
    let text = String::from_utf8_lossy(text);
    let mut lines = text.lines();
    let typed = lines.next().unwrap_or_default();
    let things: Vec<Thing> = lines.take(16).map(|line| Thing(line.split(',').map(str::trim).collect())).collect();
    let whole = |thing: &Thing, typed: &str| thing.words().any(|word| fold(word) == typed);
    let wanted = fold(typed.trim());
    let named: Vec<&Thing> = things.iter().filter(|thing| whole(thing, &wanted)).collect();
    match (pick(typed, &things), named.as_slice()) {
        (Picked::One(found), [only]) => assert!(std::ptr::eq(found, *only), "a whole word wins"),
        (Picked::One(_) | Picked::None(_), []) => {}
        (Picked::Several(found), _) => assert!(found.len() > 1 && found.len() >= named.len(), "there is a choice"),
        (Picked::One(_) | Picked::None(_), _) => panic!("a whole word was passed over"),
    }
    let all = || things.iter().flat_map(Choosable::words);
    for near in nearest_words(&wanted, all()) {
        assert!(all().any(|word| word == near), "what is offered is there");
    }
});
