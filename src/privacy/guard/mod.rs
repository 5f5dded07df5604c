//! The guard: looks at a free text for personal data before it is kept. It knows forms (numbers with a check, addresses,
//! handles) and words (names, health, religion, origin, criminal record), and shows each thing masked to its writer.
//!
//! It decides nothing: whether the writer rewrites or says that it is no personal data is the caller's. It keeps nothing,
//! and a look says nothing about a text in which it found nothing: a name that is in no list is not seen.

mod address;
mod around;
mod birth;
mod citizen;
mod claims;
mod digits;
mod handle;
mod iban;
mod mail;
mod mask;
mod names;
mod phone;
mod plate;
mod quiet;
mod reading;
mod words;

use std::ops::Range;

use claims::Claims;
use reading::Reading;

pub use crate::domain::PersonalData as Kind;
pub use mask::redacted;

/// Something in a text that looks like personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it looks like.
    pub kind: Kind,
    /// Where it stands in the text that was given, in bytes, on the bounds of characters.
    pub range: Range<usize>,
    /// Enough to recognise it by, and not the thing itself: `06 •• •• •• 78`. For its writer only: shown, not kept.
    pub masked: String,
}

/// What a look at a text found, in the order in which it stands there; no two of them overlap. A text with very much in it
/// gives the first [`MOST`] things of the surest kinds.
pub fn look(text: &str) -> Vec<Finding> {
    let reading = Reading::of(text);
    let read = reading.text();
    let mut claims = Claims::default();
    // The order matters where two kinds look alike: the first to claim a piece has it.
    quiet::find(read, &mut claims);
    iban::find(read, &mut claims);
    mail::find(read, &mut claims);
    handle::links(read, &mut claims);
    birth::find(read, &mut claims);
    let groups = digits::groups(read);
    phone::find(read, &groups, &mut claims);
    citizen::find(read, &groups, &mut claims);
    address::find(read, &mut claims);
    plate::find(read, &mut claims);
    handle::find(read, &mut claims);
    names::find(read, &mut claims);
    words::find(read, &mut claims);
    let finding = |(kind, piece): (Kind, Range<usize>)| Finding {
        kind,
        masked: mask::mask(kind, &read[piece.clone()]),
        range: reading.original(&piece),
    };
    claims.into_pieces().map(finding).collect()
}

/// The most findings of one look. Whoever rewrites a text has it looked at again.
pub const MOST: usize = 64;

#[cfg(test)]
mod tests;
