//! Claims about what is not said but done: reactions, redactions, comings and goings.

use super::*;

fn thumb() -> Value {
    event("m.reaction", json!({ "m.relates_to": { "rel_type": "m.annotation", "event_id": "$first", "key": "👍" } }))
}

#[test]
fn a_reaction_has_its_target_and_its_key() {
    let what = Some(What::Reaction { to: EventId::new("$first"), key: "👍".to_owned() });
    assert_eq!(plainly(&thumb()), what);
    assert_eq!(plainly_among_encrypted(&thumb()), what, "reactions are never encrypted");
}

#[test]
fn a_reaction_of_another_kind_is_nothing() {
    let mut other = thumb();
    other["content"]["m.relates_to"]["rel_type"] = "m.reference".into();
    assert_eq!(plainly(&other), None);
    other["content"]["m.relates_to"] = json!({ "rel_type": "m.annotation", "event_id": "$first" });
    assert_eq!(plainly(&other), None);
}

#[test]
fn a_redaction_is_found_within_the_content_or_beside_it() {
    let inside = event("m.room.redaction", json!({ "redacts": "$first" }));
    let mut beside = event("m.room.redaction", json!({ "reason": "foutje" }));
    beside["redacts"] = "$first".into();
    let what = Some(What::Redaction { of: EventId::new("$first") });
    assert_eq!(plainly(&inside), what);
    assert_eq!(plainly(&beside), what);
    assert_eq!(plainly_among_encrypted(&inside), what);
}

#[test]
fn a_redaction_of_nothing_is_nothing() {
    assert_eq!(plainly(&event("m.room.redaction", json!({}))), None);
    assert_eq!(plainly(&event("m.room.redaction", json!({ "redacts": ["$first"] }))), None);
}

#[test]
fn a_message_that_was_redacted_is_nothing() {
    assert_eq!(plainly(&event("m.room.message", json!({}))), None);
}

fn membership(now: &str, before: Option<&str>) -> Option<What> {
    let mut event = event("m.room.member", json!({ "membership": now, "displayname": "Bilal" }));
    event["state_key"] = "@bilal:example.org".into();
    if let Some(before) = before {
        event["unsigned"]["prev_content"] = json!({ "membership": before });
    }
    let plain = plainly(&event);
    assert_eq!(plain, plainly_among_encrypted(&event), "state is never encrypted");
    plain
}

#[test]
fn comings_and_goings_are_told_of_the_person_they_are_about() {
    let what = |now| Some(What::Membership { person: user("bilal"), now });
    assert_eq!(membership("join", None), what(Membership::Joined));
    assert_eq!(membership("join", Some("invite")), what(Membership::Joined));
    assert_eq!(membership("invite", None), what(Membership::Invited));
    assert_eq!(membership("leave", Some("join")), what(Membership::Gone));
    assert_eq!(membership("ban", Some("leave")), what(Membership::Gone));
}

#[test]
fn knocking_is_no_coming_or_going() {
    assert_eq!(membership("knock", None), None);
    assert_eq!(membership("knock", Some("leave")), None);
}

#[test]
fn a_new_name_or_picture_is_no_coming_or_going() {
    assert_eq!(membership("join", Some("join")), None);
}

#[test]
fn a_membership_that_is_no_state_is_nothing() {
    assert_eq!(plainly(&event("m.room.member", json!({ "membership": "join" }))), None);
}
