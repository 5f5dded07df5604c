//! The matrix as a team knows it: its own entries in the place of those that are built in, or beside them. Made when it is first
//! asked for and kept until the team's entries change, so that a lookup does not wait for an index.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::matrix::{Entry, Legal, Matrix, Own, PRACTICE, Texts};
use crate::commands::Library;
use crate::domain::practice::{EntryTexts, OwnEntry};
use crate::domain::{Language, TeamId};
use crate::store::{OwnMark, Store, StoreError};

/// What was made for each team, and of which state of its entries.
#[derive(Debug, Default)]
pub(crate) struct Overlays(Mutex<HashMap<TeamId, (OwnMark, Arc<Matrix>)>>);

impl Overlays {
    fn kept(&self, team: &TeamId, mark: OwnMark) -> Option<Arc<Matrix>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(team).filter(|(of, _)| *of == mark).map(|(_, matrix)| Arc::clone(matrix))
    }

    fn keep(&self, team: &TeamId, mark: OwnMark, matrix: &Arc<Matrix>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.insert(team.clone(), (mark, Arc::clone(matrix)));
    }
}

/// The matrix as this team knows it; nothing when it has no entry of its own.
pub(super) async fn matrix_of(
    library: &Library,
    store: &Store,
    team: &TeamId,
) -> Result<Option<Arc<Matrix>>, StoreError> {
    // The mark is read first: what is accepted meanwhile is noticed the next time.
    let mark = store.own_mark(team).await?;
    if !mark.is_some() {
        return Ok(None);
    }
    let overlays = &library.overlays;
    if let Some(matrix) = overlays.kept(team, mark) {
        return Ok(Some(matrix));
    }
    let built_in = &library.matrix;
    let own = store.own_entries(team).await?;
    let entries = own.into_iter().map(|own| laid_over(own, built_in)).collect();
    let matrix = Arc::new(built_in.with(entries, library.catalogue.definition("intervention")));
    overlays.keep(team, mark, &matrix);
    Ok(Some(matrix))
}

/// The interventions as a team knows them, for whoever counts them.
#[derive(Debug)]
pub(crate) struct Known<'l> {
    own: Option<Arc<Matrix>>,
    built_in: &'l Matrix,
}

impl<'l> Known<'l> {
    /// As this team knows them.
    pub(crate) async fn to(library: &'l Library, store: &Store, team: &TeamId) -> Result<Self, StoreError> {
        Ok(Self { own: matrix_of(library, store, team).await?, built_in: &library.matrix })
    }

    /// The phase of the one with this slug.
    pub(crate) fn phase(&self, slug: &str) -> Option<String> {
        self.entry(slug).map(|entry| entry.phase.clone())
    }

    /// Its name.
    pub(crate) fn name(&self, slug: &str, language: Language) -> Option<String> {
        self.entry(slug).map(|entry| entry.texts(language).name.clone())
    }

    fn entry(&self, slug: &str) -> Option<&Entry> {
        let entries = self.own.as_deref().unwrap_or(self.built_in).entries();
        entries.iter().find(|entry| entry.slug == slug).map(Arc::as_ref)
    }
}

/// True when a search for these words finds something in the matrix as this team knows it.
pub(crate) async fn own_knows(
    library: &Library,
    store: &Store,
    team: &TeamId,
    words: &str,
) -> Result<bool, StoreError> {
    Ok(matrix_of(library, store, team).await?.is_some_and(|matrix| matrix.knows(words)))
}

/// The interventions that these words can mean in the matrix as this team knows it, with their names, the best first: one alone when
/// it is called exactly so.
pub(crate) async fn meant(
    library: &Library,
    store: &Store,
    (team, language): (&TeamId, Language),
    words: &str,
) -> Result<Vec<(String, String)>, StoreError> {
    let own = matrix_of(library, store, team).await?;
    let matrix = own.as_deref().unwrap_or(&library.matrix);
    let named = |slug: &str| {
        let entry = matrix.named(slug)?;
        Some((entry.slug.clone(), entry.texts(language).name.clone()))
    };
    if let Some(exact) = named(words.trim()) {
        return Ok(vec![exact]);
    }
    Ok(matrix.slugs(words).into_iter().filter_map(named).collect())
}

/// A team's entry as the matrix shows it. Whether it may be done, with what follows from that, stays as it was checked.
fn laid_over(own: OwnEntry, built_in: &Matrix) -> Entry {
    let base = built_in.entries().iter().find(|entry| entry.slug == own.slug);
    let made = Own { id: own.id, version: own.version, since_ms: own.since_ms, changes: base.is_some() };
    let texts = |language| {
        let base = base.map(|base| base.texts(language));
        own.entry.texts(language).map(|texts| texts_over(texts, base)).unwrap_or_default()
    };
    let (dutch, english) = (texts(Language::Dutch), texts(Language::English));
    let (phase, timing, channel) = (own.entry.phase, own.entry.timing, own.entry.channel);
    let (lead, helps, unverified, slug) = (own.entry.lead, own.entry.helps, Vec::new(), own.slug);
    match base {
        Some(base) => {
            let base = Entry::clone(base);
            Entry { phase, timing, channel, lead, helps, unverified, own: Some(made), dutch, english, ..base }
        }
        None => Entry {
            slug,
            phase,
            timing,
            channel,
            lead,
            helps,
            legal: Legal::Uncertain,
            advised_against: false,
            checked: None,
            evidence: vec![PRACTICE.to_owned()],
            unverified,
            sources: Vec::new(),
            own: Some(made),
            dutch,
            english,
        },
    }
}

/// The texts of a team's entry; the words by which the one before was found still find it.
fn texts_over(texts: &EntryTexts, base: Option<&Texts>) -> Texts {
    let mut words = texts.words.clone();
    words.extend(base.into_iter().flat_map(|base| base.words.iter().cloned()));
    Texts {
        name: texts.name.clone(),
        what: texts.what.clone(),
        fits: texts.fits.clone(),
        not_when: texts.not_when.clone(),
        decides: texts.decides.clone(),
        limits: texts.limits.clone(),
        warning: base.and_then(|base| base.warning.clone()),
        words,
    }
}
