//! What somebody says in an evaluation, and for whose eyes it is. Whoever thinks first and alone is not steered by rank: so what is
//! said beforehand is for its author until they release it and the time for it is over.

use std::collections::BTreeSet;

use crate::domain::team::coded;
use crate::domain::{Field, Guard, Label, OrganisationKind, Protection, UserId};

coded! {
    /// When something is said in an evaluation.
    Stage {
        /// On their own, before the session.
        Before = "before",
        /// In the session.
        Session = "session",
        /// What the chain has learnt, for the matrix.
        Lesson = "lesson",
        /// Why a step of the path is not needed; its question is the step.
        NotNeeded = "not_needed",
        /// The report without what points to somebody, line by line; its question is the number of the line.
        Anonymous = "anonymous",
    }
}

/// What somebody said.
#[derive(Debug)]
pub struct Contribution {
    /// Its name inside the bot.
    pub id: String,
    /// When.
    pub stage: Stage,
    /// The question that it answers.
    pub question: String,
    /// By whom. Others are told the organisation and the role.
    pub person: UserId,
    /// For which organisation.
    pub organisation: OrganisationKind,
    /// Its author released it.
    pub released: bool,
    /// When it was said, in milliseconds since 1970.
    pub at_ms: i64,
    /// The words.
    pub text: Field<String>,
}

/// Who sees a contribution to the evaluation of this record. `gathered` says that the time for what is said beforehand is over.
pub fn contribution_guard(
    record: &Protection,
    stage: Stage,
    person: &UserId,
    (released, gathered): (bool, bool),
) -> Guard {
    if stage != Stage::Before || (released && gathered) {
        return Guard::Record(record.clone());
    }
    Guard::Record(Protection {
        label: Label::Red,
        author: person.clone(),
        owner: None,
        named: BTreeSet::new(),
        shared_with: BTreeSet::new(),
        author_named: false,
        ..record.clone()
    })
}
