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

use crate::domain::coded;
pub use mask::redacted;

coded! {
    /// A kind of personal data. The codes stand in the audit log and name the texts.
    Kind {
        /// A citizen service number (burgerservicenummer): eight or nine digits that pass the eleven-test.
        CitizenNumber = "citizen_number",
        /// A phone number. Public numbers (112, 0800, 0900, 14 0xx) are none.
        Phone = "phone",
        /// An e-mail address.
        Email = "email",
        /// An international bank account number that passes the check modulo 97.
        Iban = "iban",
        /// A Dutch licence plate, in one of the forms (sidecodes) that the RDW gives out.
        LicencePlate = "licence_plate",
        /// A postcode with a house number: a home.
        Address = "address",
        /// A date beside a word such as *geboren*.
        BirthDate = "birth_date",
        /// A name on a platform, a link to a profile or an invitation to a group.
        Handle = "handle",
        /// A first name with a last name or its initial.
        Name = "name",
        /// Words about somebody's health.
        Health = "health",
        /// Words about somebody's religion.
        Religion = "religion",
        /// Words about where somebody comes from.
        Origin = "origin",
        /// Words about somebody's past with police and court.
        CriminalRecord = "criminal_record",
    }
}

impl Kind {
    /// Whether its form alone tells what it is. The others are warnings: a word can be meant otherwise.
    pub fn is_hard(self) -> bool {
        !matches!(self, Self::Name | Self::Health | Self::Religion | Self::Origin | Self::CriminalRecord)
    }
}

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
