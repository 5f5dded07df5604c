use crate::domain::{RecordNumber, TeamId};

use super::*;

#[test]
fn the_name_of_a_record_leads_back_to_it() {
    let number = RecordNumber::parse("I-2026-k7qd").expect("a number");
    let team = TeamId::new("12ab");
    assert_eq!(incident_of_record(&incident_record(&team, &number)), Some((team, number)));
    assert_eq!(incident_of_record("signal/12ab/S-2026-k7qd"), None);
}
