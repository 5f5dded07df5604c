//! What a chain saw and did over time: signals by week, phase, platform and level, what was tried and what it did, whether
//! reporters heard something on time. Counted in [`counted`] from records as far as an audience sees them, never by person; what
//! may be shown of it, so that no small number can be reckoned out, is decided in [`shown`], and nowhere else.
//!
//! Reading the records is the store's, putting it into words and a picture the command's.

mod counted;
mod period;
mod shown;
#[cfg(test)]
mod tests;

pub use counted::{Breakdown, By, Cell, Counted, Counting, Feedback, Of, Reported, Tried};
pub use period::{Period, Step};
pub use shown::{MOST_TRIED, Number, Seen, SeenTried, Trend};
