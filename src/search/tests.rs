//! The mechanics of the search, on small made-up documents. How well it answers real questions is measured elsewhere.

use std::sync::LazyLock;

use proptest::proptest;

use super::{Document, Field, Hits, Index, Synonyms, Weight, fold, nearest_words};
use crate::domain::Language;

const SYNONYMS: &str = r#"
[[group]]
words = ["ruzie", "fittie", "fight"]

[[group]]
words = ["ouders", "pa en ma", "parents"]

[[group]]
near = true
words = ["burgemeester", "gemeente"]
"#;

/// Name, search words and body, in Dutch except where they say otherwise.
const DOCUMENTS: [(&str, &str, &str); 7] = [
    ("Huisbezoek", "langs de deur", "Je gaat thuis langs, samen met een collega."),
    ("Ouders bellen", "telefoon", "Je belt de ouders en vertelt wat je zorgen zijn."),
    ("Straatcoach", "buurtvader", "Iemand van de straat spreekt de jongeren aan."),
    ("Bemiddeling", "verzoenen", "Twee groepen met ruzie praten, een bemiddelaar helpt."),
    ("Gerucht ontkrachten", "nepnieuws", "Je zegt kort wat er niet klopt. Café en plein horen het."),
    ("Gemeente vragen", "ambtenaar", "De gemeente denkt mee."),
    ("Bedreiging", "filmpje", "Er wordt gedreigd. Een huisbezoek hoort er soms bij, na een filmpje."),
];

fn index() -> Index {
    let fields = |(name, words, body): (&'static str, &'static str, &'static str)| Document {
        fields: [(name, Weight::Name), (words, Weight::Words), (body, Weight::Body)]
            .map(|(text, weight)| Field { text, weight, language: Language::Dutch })
            .to_vec(),
    };
    let english = Document {
        fields: vec![Field { text: "Threatening youngsters", weight: Weight::Name, language: Language::English }],
    };
    let synonyms = Synonyms::parse(SYNONYMS).expect("the declaration is sound");
    Index::new(DOCUMENTS.into_iter().map(fields).chain([english]), &synonyms)
}

fn search(query: &str) -> Hits {
    index().search(query, |_| true)
}

fn first(query: &str) -> Option<&'static str> {
    let hits = search(query);
    hits.found.first().map(|number| DOCUMENTS.get(*number).map_or("Threatening youngsters", |(name, ..)| name))
}

#[test]
fn a_name_is_found_first_even_when_others_mention_it() {
    assert_eq!(first("huisbezoek"), Some("Huisbezoek"));
    assert_eq!(first("GERUCHT ontkrachten"), Some("Gerucht ontkrachten"));
}

#[test]
fn a_split_compound_is_found() {
    assert_eq!(first("huis bezoek"), Some("Huisbezoek"));
    assert_eq!(first("straat coach"), Some("Straatcoach"));
}

#[test]
fn a_new_compound_is_taken_apart() {
    assert!(search("filmpjesruzie").found.contains(&3));
    assert!(search("filmpjesruzie").found.contains(&6));
    assert_eq!(first("pleinruzie"), Some("Bemiddeling"));
}

#[test]
fn an_inflected_word_is_found() {
    assert_eq!(first("huisbezoeken"), Some("Huisbezoek"));
    assert_eq!(first("dreigen"), Some("Bedreiging"));
    assert_eq!(first("bemiddelde"), Some("Bemiddeling"));
    assert_eq!(first("threatened"), Some("Threatening youngsters"));
}

#[test]
fn a_verb_that_came_apart_is_found() {
    let synonyms = Synonyms::default();
    let bodies = ["Bekenden aanspreken", "Een brief schrijven", "Spreekuur"];
    let documents =
        bodies.map(|text| Document { fields: vec![Field { text, weight: Weight::Body, language: Language::Dutch }] });
    let hits = Index::new(documents, &synonyms).search("ik spreek hem daar morgen aan", |_| true);
    assert_eq!(hits.found.first(), Some(&0));
}

#[test]
fn a_synonym_in_the_other_language_is_found() {
    assert_eq!(first("fight"), Some("Bemiddeling"));
    assert_eq!(first("parents"), Some("Ouders bellen"));
}

#[test]
fn a_synonym_of_several_words_is_found() {
    assert_eq!(first("hoe bereik ik pa en ma"), Some("Ouders bellen"));
}

#[test]
fn a_near_word_finds_but_comes_after_the_word_itself() {
    assert_eq!(first("burgemeester"), Some("Gemeente vragen"));
}

#[test]
fn a_misspelled_word_is_found() {
    assert_eq!(first("huisbezeok"), Some("Huisbezoek"));
    assert_eq!(first("ouderss"), Some("Ouders bellen"));
    assert_eq!(first("bemideling"), Some("Bemiddeling"));
}

#[test]
fn a_word_spelled_as_it_sounds_is_found() {
    assert_eq!(first("geruggt"), Some("Gerucht ontkrachten"));
    assert_eq!(first("bedrijging"), Some("Bedreiging"));
}

#[test]
fn an_unfinished_word_is_found() {
    assert_eq!(first("bemidd"), Some("Bemiddeling"));
}

#[test]
fn diacritics_and_case_do_not_count() {
    assert_eq!(first("CAFE"), Some("Gerucht ontkrachten"));
    assert_eq!(first("çáfë"), Some("Gerucht ontkrachten"));
    assert_eq!(fold("Ĳzeren Café, Straße"), "ijzeren cafe, strasse");
}

#[test]
fn the_words_of_a_question_weigh_nothing() {
    assert_eq!(first("wat kan ik het beste doen als er een fittie is"), Some("Bemiddeling"));
    assert_eq!(first("how do i talk to the parents"), Some("Ouders bellen"));
    assert_eq!(search("wat kan ik doen"), Hits::default());
}

#[test]
fn what_is_not_kept_is_not_found() {
    let hits = index().search("huisbezoek", |number| number != 0);
    assert_eq!(hits.found, [6]);
}

#[test]
fn nonsense_finds_nothing() {
    assert_eq!(search("xqzwv plorgh"), Hits::default());
    assert_eq!(search(""), Hits::default());
}

#[test]
fn what_hardly_answers_is_only_near() {
    let hits = search("quantum fysica relativiteit zwaartekracht telescoop heelal plein");
    assert!(hits.found.is_empty(), "{hits:?}");
    assert_eq!(hits.nearest, [4]);
}

#[test]
fn hostile_text_is_survived() {
    let long = "ouderss bezoekje ".repeat(4096);
    let marks = "e\u{301}\u{302}".repeat(20_000);
    for query in [
        &long,
        &marks,
        "🔥🔫💣",
        "\0\u{7}\u{1b}[31m",
        "İ'’‘",
        "\u{202e}sredou",
        &"a".repeat(65_536),
        &"-".repeat(65_536),
    ] {
        search(query);
        nearest_words(query, ["huisbezoek", "🔥"].into_iter());
    }
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(query in ".*") {
        static INDEX: LazyLock<Index> = LazyLock::new(index);
        INDEX.search(&query, |_| true);
        nearest_words(&query, DOCUMENTS.iter().map(|(name, ..)| *name));
    }
}

#[test]
fn an_empty_index_finds_nothing() {
    assert_eq!(Index::new([], &Synonyms::default()).search("huisbezoek", |_| true), Hits::default());
}

#[test]
fn all_faults_of_a_declaration_are_told_with_their_lines() {
    let text = "[[group]]\nwords = [\"ruzie\"]\n\n[[group]]\nwords = [\n  \"de\",\n  \"mes\",\n  \"Mes\",\n]\n";
    let problems = Synonyms::parse(text).expect_err("it is faulty");
    assert_eq!(problems.iter().map(|problem| problem.line).collect::<Vec<_>>(), [2, 6, 8]);
}

#[test]
fn a_declaration_that_is_no_toml_is_told_with_its_line() {
    let problems = Synonyms::parse("[[group]]\nwords = 3\n").expect_err("it is faulty");
    assert_eq!(problems.iter().map(|problem| problem.line).collect::<Vec<_>>(), [2]);
}

#[test]
fn the_nearest_words_are_few_and_not_silly() {
    let commands = ["help", "interventie", "intake", "signaal", "taal", "stop", "evaluatie"];
    let near = |word| nearest_words(word, commands.into_iter());
    assert_eq!(near("intervenite"), ["interventie"]);
    assert_eq!(near("inter"), ["interventie"]);
    assert_eq!(near("HLEP"), ["help"]);
    assert_eq!(near("signal"), ["signaal"]);
    assert_eq!(near("stip"), ["stop"]);
    assert!(near("pannenkoek").is_empty());
    assert!(near("").is_empty());
}
