//! Small numbers: what is counted must not tell that a single record exists.

use super::{Audience, Guard};
use crate::domain::SharingRules;

/// A number as it may be shown: 1 to 4 read "fewer than 5".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Count {
    /// There is none.
    None,
    /// One to four.
    FewerThanFive,
    /// Five or more.
    Exactly(usize),
}

impl Count {
    /// This number as it may be shown.
    pub fn of(number: usize) -> Self {
        match number {
            0 => Self::None,
            1..=4 => Self::FewerThanFive,
            more => Self::Exactly(more),
        }
    }

    /// How many of these everybody in the audience may see.
    pub fn of_seen<'a>(
        records: impl IntoIterator<Item = &'a Guard>,
        audience: &Audience,
        rules: &SharingRules,
    ) -> Self {
        Self::of(records.into_iter().filter(|guard| audience.sight_of(guard, rules).is_some()).count())
    }
}
