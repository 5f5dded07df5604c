//! What personal data can look like in a text. How it is recognised is the guard's, in `crate::privacy`.

use super::team::coded;

coded! {
    /// A kind of personal data. The codes stand in the audit log and name the texts.
    PersonalData {
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

impl PersonalData {
    /// Whether its form alone tells what it is. The others are warnings: a word can be meant otherwise.
    pub fn is_hard(self) -> bool {
        !matches!(self, Self::Name | Self::Health | Self::Religion | Self::Origin | Self::CriminalRecord)
    }
}
