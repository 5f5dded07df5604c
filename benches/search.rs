//! How long a search takes over 5,000 generated entries: kinds of queries, the hardest last.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use schakel::domain::Language;
use schakel::search::{Document, Field, Index, Synonyms, Weight};

const ENTRIES: usize = 5_000;
const SYNONYMS: &str = include_str!("../commands/intervention/synonyms.toml");
const QUERIES: [(&str, &str); 7] = [
    ("a word", "huisbezoek"),
    ("a question in Dutch", "wat kan ik doen als jongeren een gevecht aankondigen op snap"),
    ("a question in English", "how do I talk to the parents of a kid who threatens others online"),
    ("misspelled words", "burgermester stopgespek ouderz gerugt filmpjse"),
    ("a new compound", "filmpjesruzie straatcoachoverleg"),
    ("nothing like it", "quantumfysica relativiteitstheorie xqzwplorgh"),
    (
        "a long story",
        "gisteren hebben twee groepen jongeren in de groepsapp ruzie gemaakt over een drill filmpje en nu roepen ze \
        elkaar op om zaterdag op het plein te vechten met messen terwijl de ouders van niets weten en school belt de politie",
    ),
];

fn bench(criterion: &mut Criterion) {
    let texts = Generator(0x5eed).entries();
    let synonyms = Synonyms::parse(SYNONYMS).expect("the synonyms are sound");
    let index = Index::new(texts.iter().map(document), &synonyms);
    let mut group = criterion.benchmark_group("search over 5,000 entries");
    for (name, query) in QUERIES {
        group.bench_function(name, |bencher| bencher.iter(|| index.search(black_box(query), |_| true)));
    }
    let hostile = "ouderss bezoekje 🔥 vechten\u{7} ".repeat(2_500);
    group.bench_function("64 KiB of noise", |bencher| bencher.iter(|| index.search(black_box(&hostile), |_| true)));
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);

struct Texts {
    name: String,
    words: Vec<String>,
    body: String,
}

fn document(texts: &Texts) -> Document<'_> {
    let field = |text, weight| Field { text, weight, language: Language::Dutch };
    let mut fields = vec![field(texts.name.as_str(), Weight::Name), field(&texts.body, Weight::Body)];
    fields.extend(texts.words.iter().map(|words| field(words.as_str(), Weight::Words)));
    Document { fields }
}

/// A small generator of the same words each time (splitmix64): half from the field, half made of syllables.
struct Generator(u64);

impl Generator {
    fn entries(&mut self) -> Vec<Texts> {
        let field: Vec<&str> =
            SYNONYMS.split('"').skip(1).step_by(2).filter(|word| !word.contains([' ', '\n'])).collect();
        let made: Vec<String> = (0..15_000).map(|_| self.made_word()).collect();
        let entry = |generator: &mut Self| Texts {
            name: generator.text(&field, &made, 3),
            words: (0..6).map(|_| generator.text(&field, &made, 2)).collect(),
            body: generator.text(&field, &made, 60),
        };
        (0..ENTRIES).map(|_| entry(self)).collect()
    }

    fn text(&mut self, field: &[&str], made: &[String], length: usize) -> String {
        let word = |generator: &mut Self| match generator.below(2) {
            0 => field[generator.below(field.len())].to_owned(),
            _ => made[generator.below(made.len())].clone(),
        };
        (0..length).map(|_| word(self)).collect::<Vec<_>>().join(" ")
    }

    fn made_word(&mut self) -> String {
        const SYLLABLES: [&str; 24] = [
            "ba", "der", "kel", "mon", "sti", "vra", "loe", "ging", "haar", "to", "wij", "pen", "schu", "ne", "lik",
            "bro", "da", "fiets", "gra", "mel", "or", "ten", "ui", "zon",
        ];
        let count = 2 + self.below(3);
        (0..count).map(|_| SYLLABLES[self.below(SYLLABLES.len())]).collect()
    }

    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let end = u64::try_from(end).expect("a small number");
        usize::try_from((mixed ^ (mixed >> 31)) % end).expect("below a small number")
    }
}
