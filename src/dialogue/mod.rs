//! The guided dialogue: one question at a time, until there is a record or none. [`step`] is the whole of it as one pure
//! function, from what somebody said to what is asked next; [`Draft`] is all that is remembered between the two.
//!
//! What the questions are lies in [`Form`](crate::domain::Form); what the finished answers become is the business of the
//! command whose form it is; storing, sending, and whether somebody may go on at all, are the bot's.

mod controls;
mod draft;
mod engine;
mod form_file;
mod reading;
#[cfg(test)]
mod tests;
mod words;

pub use controls::{Control, Controls};
pub use draft::{At, Draft, Given, Waits};
pub use engine::{Ending, Input, Next, Step, Told, begin, step};
pub use form_file::load as load_form;
pub use reading::{Misfit, Reading, read};
pub use words::{Summary, Words, shown};

use chrono::DateTime;
use chrono_tz::Tz;

use crate::domain::{Language, UserId, WorkingTime};

/// The interventions of the matrix, as a question about them needs them.
pub trait Interventions: Sync {
    /// The slugs that these words may mean, the likeliest first.
    fn find(&self, words: &str) -> Vec<String>;

    /// The name of the intervention with this slug.
    fn name(&self, slug: &str, language: Language) -> Option<String>;
}

/// What is known around a dialogue at one moment.
#[derive(Clone, Copy)]
pub struct Context<'c> {
    /// Now, in the time zone of the team.
    pub now: DateTime<Tz>,
    /// In which the person is talked to.
    pub language: Language,
    /// The aliases of the team's groups.
    pub groups: &'c [String],
    /// The members of the team whom the person may name: all but themselves.
    pub people: &'c [UserId],
    /// When people work: terms are counted in working days.
    pub working: &'c WorkingTime,
    /// The matrix.
    pub interventions: &'c dyn Interventions,
    /// How often the person must say that they mean it before the record is made, because nobody else could see it; 0 when
    /// somebody can.
    pub alone: usize,
}

impl std::fmt::Debug for Context<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Context").field("now", &self.now).finish_non_exhaustive()
    }
}
