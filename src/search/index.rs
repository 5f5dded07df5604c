//! The documents made ready for searching: for each word where it stands and how heavily, and for each name and phrase
//! which words it is made of.

use std::collections::{HashMap, HashSet};

use super::fold::{whole_compounds, words};
use super::sayings::{Said, Sayings};
use super::stop_words::is_stop_word;
use super::synonyms::Synonyms;
use super::vocabulary::Vocabulary;
use super::{Document, Field, Hits, Weight, query, rank};
use crate::domain::Language;

/// Documents that can be searched. It is built once and never changes.
#[derive(Debug)]
pub struct Index {
    pub(super) vocabulary: Vocabulary,
    /// By word: the documents that have it, and how heavily.
    pub(super) postings: Vec<Vec<(usize, f32)>>,
    pub(super) documents: usize,
    /// Names and search phrases, and by word the ones that it is part of.
    pub(super) phrases: Vec<Phrase>,
    pub(super) phrases_with: Vec<Vec<usize>>,
    /// Names without spaces, for queries that say exactly that.
    pub(super) names: HashMap<String, Vec<usize>>,
    pub(super) groups: Vec<Group>,
    /// By word: the groups that it is a member of.
    pub(super) groups_of: Vec<Vec<usize>>,
    /// Members of groups that are several words.
    pub(super) sayings: Sayings,
}

/// A name or search phrase of a document.
#[derive(Debug)]
pub(super) struct Phrase {
    pub(super) document: usize,
    pub(super) weight: f32,
    /// The rarity of its words, added up.
    pub(super) rarity: f32,
}

/// A group of synonyms, as numbers of words. Forms of a member are not members: that would blur the group.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) near: bool,
    pub(super) members: Vec<usize>,
}

/// A field, read.
struct Read {
    weight: Weight,
    /// Its words that mean something, as numbers.
    words: Vec<usize>,
}

impl Index {
    /// Reads the documents; their places in the sequence are their numbers.
    pub fn new<'a>(documents: impl IntoIterator<Item = Document<'a>>, synonyms: &Synonyms) -> Self {
        let mut vocabulary = Vocabulary::default();
        let mut sayings = read_synonyms(&mut vocabulary, synonyms);
        let documents: Vec<Document<'a>> = documents.into_iter().collect();
        for document in &documents {
            read_sayings(&mut vocabulary, &mut sayings, document);
        }
        let mut names: HashMap<String, Vec<usize>> = HashMap::new();
        let mut read: Vec<Vec<Read>> = Vec::new();
        for (number, document) in documents.iter().enumerate() {
            let mut fields = Vec::with_capacity(document.fields.len());
            for field in &document.fields {
                let said = words(field.text);
                if field.weight == Weight::Name && !said.is_empty() {
                    let same = names.entry(said.concat()).or_default();
                    if same.last() != Some(&number) {
                        same.push(number);
                    }
                }
                fields.push(read_field(field, &said, &mut vocabulary, &sayings));
            }
            read.push(fields);
        }
        vocabulary.finish();
        let postings = weigh(&read, vocabulary.len());
        let mut index = Self {
            postings,
            documents: read.len(),
            phrases: Vec::new(),
            phrases_with: vec![Vec::new(); vocabulary.len()],
            names,
            groups: Vec::new(),
            groups_of: vec![Vec::new(); vocabulary.len()],
            sayings,
            vocabulary,
        };
        index.add_phrases(&read);
        index.add_groups(synonyms);
        index
    }

    /// The documents that answer the query, best first, out of those that `keep` lets through.
    pub fn search(&self, query: &str, keep: impl Fn(usize) -> bool) -> Hits {
        rank::rank(self, &query::understand(self, query), keep)
    }

    /// How rare something is that so many documents have.
    pub(super) fn rarity(&self, having: f32) -> f32 {
        let all = as_weight(self.documents);
        (1.0 + (all - having).max(0.0) / (having + 0.5)).ln()
    }

    fn add_phrases(&mut self, read: &[Vec<Read>]) {
        for (document, fields) in read.iter().enumerate() {
            for field in fields {
                let weight = match field.weight {
                    Weight::Name => 1.0,
                    Weight::Words => 0.7,
                    Weight::Body | Weight::Aside => continue,
                };
                let distinct: HashSet<usize> = field.words.iter().copied().collect();
                let rarity = distinct.iter().map(|word| self.rarity(as_weight(self.postings[*word].len()))).sum();
                for word in distinct {
                    self.phrases_with[word].push(self.phrases.len());
                }
                self.phrases.push(Phrase { document, weight, rarity });
            }
        }
    }

    fn add_groups(&mut self, synonyms: &Synonyms) {
        for (number, group) in synonyms.groups.iter().enumerate() {
            let members = group.members.iter().filter_map(|member| self.vocabulary.number_of(&member.join(" ")));
            let members: Vec<usize> = members.collect();
            for &member in &members {
                self.groups_of[member].push(number);
            }
            self.groups.push(Group { near: group.near, members });
        }
    }
}

/// Puts the members of all groups among the words.
fn read_synonyms(vocabulary: &mut Vocabulary, synonyms: &Synonyms) -> Sayings {
    let mut sayings = Sayings::default();
    for member in synonyms.groups.iter().flat_map(|group| &group.members) {
        match member.as_slice() {
            [] => {}
            [word] => {
                vocabulary.add(word, &Language::ALL);
            }
            _ => sayings.add(member, vocabulary.add_phrase(member)),
        }
    }
    sayings
}

/// Search phrases that are all stop words ("how are you") can only be found as a whole.
fn read_sayings(vocabulary: &mut Vocabulary, sayings: &mut Sayings, document: &Document<'_>) {
    for field in document.fields.iter().filter(|field| matches!(field.weight, Weight::Name | Weight::Words)) {
        let said = words(field.text);
        if said.len() > 1
            && said.iter().all(|word| is_stop_word(word))
            && vocabulary.number_of(&said.join(" ")).is_none()
        {
            sayings.add(&said, vocabulary.add_phrase(&said));
        }
    }
}

fn read_field(field: &Field<'_>, said: &[String], vocabulary: &mut Vocabulary, sayings: &Sayings) -> Read {
    let mut numbers: Vec<usize> =
        said.iter().filter(|word| !is_stop_word(word)).map(|word| vocabulary.add(word, &[field.language])).collect();
    let whole =
        whole_compounds(field.text).into_iter().filter_map(|word| vocabulary.number_of(&word)).collect::<Vec<_>>();
    numbers.extend(whole);
    let spoken = Said::new(said);
    for at in 0..said.len() {
        numbers.extend(sayings.at(&spoken, at).into_iter().map(|(number, _)| number));
    }
    Read { weight: field.weight, words: numbers }
}

/// For each word the documents that have it, with how heavily: the BM25F of one word before it saturates.
fn weigh(read: &[Vec<Read>], words: usize) -> Vec<Vec<(usize, f32)>> {
    const LENGTH_COUNTS: f32 = 0.7;
    let length_of = |fields: &[Read], weight: Weight| -> usize {
        fields.iter().filter(|field| field.weight == weight).map(|field| field.words.len()).sum()
    };
    let usual = Weight::ALL.map(|weight| {
        let total: usize = read.iter().map(|fields| length_of(fields, weight)).sum();
        as_weight(total) / as_weight(read.len()).max(1.0)
    });
    let mut postings: Vec<Vec<(usize, f32)>> = vec![Vec::new(); words];
    for (document, fields) in read.iter().enumerate() {
        for (weight, usual) in Weight::ALL.into_iter().zip(usual) {
            let longer = as_weight(length_of(fields, weight)) / usual.max(1.0);
            let one = boost(weight) / (1.0 - LENGTH_COUNTS + LENGTH_COUNTS * longer);
            for word in fields.iter().filter(|field| field.weight == weight).flat_map(|field| &field.words) {
                match postings[*word].last_mut() {
                    Some((last, sum)) if *last == document => *sum += one,
                    _ => postings[*word].push((document, one)),
                }
            }
        }
    }
    postings
}

fn boost(weight: Weight) -> f32 {
    match weight {
        Weight::Name => 3.0,
        Weight::Words => 1.8,
        Weight::Body => 1.0,
        Weight::Aside => 0.3,
    }
}

/// A number of things as a weight; more than 65,535 count as that many.
pub(super) fn as_weight(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}
