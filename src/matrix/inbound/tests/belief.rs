//! Claims about what is believed: what came in plain, what came encrypted, and from whose device.

use super::*;

#[test]
fn a_plain_message_in_an_encrypted_room_is_nothing() {
    assert_eq!(plainly_among_encrypted(&event("m.room.message", text("!hulp"))), None);
    let mut edit = related(text("* x"), json!({ "rel_type": "m.replace", "event_id": "$first" }));
    edit["m.new_content"] = text("x");
    assert_eq!(plainly_among_encrypted(&event("m.room.message", edit)), None);
}

#[test]
fn an_encrypted_message_is_heard() {
    let said = Said { text: "!hulp".to_owned(), ..Said::default() };
    assert_eq!(encryptedly(&event("m.room.message", text("!hulp"))), Some(What::Message(said)));
}

#[test]
fn encrypted_state_is_nothing() {
    for (kind, content) in [
        ("m.room.member", json!({ "membership": "join" })),
        ("m.room.power_levels", json!({ "users": { "@anna:example.org": 100 } })),
        ("m.room.message", text("!hulp")),
    ] {
        for key in ["", "@schakel:example.org"] {
            let mut state = event(kind, content.clone());
            state["state_key"] = key.into();
            assert_eq!(encryptedly(&state), None, "{kind} {key:?}");
        }
    }
}

#[test]
fn an_encrypted_redaction_or_reaction_is_nothing() {
    let mut redaction = event("m.room.redaction", json!({ "redacts": "$first" }));
    redaction["redacts"] = "$first".into();
    assert_eq!(encryptedly(&redaction), None);
    let relation = json!({ "rel_type": "m.annotation", "event_id": "$first", "key": "👍" });
    assert_eq!(encryptedly(&event("m.reaction", json!({ "m.relates_to": relation }))), None);
}

#[test]
fn an_encrypted_payload_without_type_is_nothing() {
    let mut message = event("m.room.message", text("!hulp"));
    message.as_object_mut().expect("it is one").remove("type");
    assert_eq!(encryptedly(&message), None);
}

fn trust_in(state: VerificationState) -> Option<Trust> {
    let event = decrypted(&event("m.room.message", text("hoi")), state);
    incoming(&event, IN_ENCRYPTED).map(|incoming| incoming.trust)
}

#[test]
fn a_device_is_believed_as_far_as_its_owner_has_signed_it() {
    use VerificationLevel as Level;
    let unverified = VerificationState::Unverified;
    assert_eq!(trust_in(VerificationState::Verified), Some(Trust::Signed));
    assert_eq!(trust_in(unverified(Level::UnverifiedIdentity)), Some(Trust::Signed));
    assert_eq!(trust_in(unverified(Level::UnsignedDevice)), Some(Trust::Unsigned));
    assert_eq!(trust_in(unverified(Level::VerificationViolation)), Some(Trust::Unsigned));
    assert_eq!(trust_in(unverified(Level::None(DeviceLinkProblem::MissingDevice))), Some(Trust::Unknown));
    assert_eq!(trust_in(unverified(Level::None(DeviceLinkProblem::InsecureSource))), Some(Trust::Unknown));
}

#[test]
fn an_event_that_pretends_to_be_somebody_elses_is_nothing() {
    assert_eq!(trust_in(VerificationState::Unverified(VerificationLevel::MismatchedSender)), None);
}

/// What becomes of a message in this state where messages wait for their device, as the device is known or not.
fn waited_for(state: VerificationLevel, device_known: bool) -> Arrival {
    let room = RoomId::new("!room:example.org");
    let at = Reading { device_known, waits_for_device: true, ..reading(&room, IN_ENCRYPTED) };
    let event = decrypted(&event("m.room.message", text("hoi")), VerificationState::Unverified(state));
    read(&event, at).expect("it is kept").arrival
}

#[test]
fn a_message_waits_for_a_device_that_is_not_known() {
    for level in [VerificationLevel::UnsignedDevice, VerificationLevel::None(DeviceLinkProblem::MissingDevice)] {
        let Arrival::Waiting(waiting) = waited_for(level, false) else { panic!("it waits") };
        assert_eq!((waiting.session.as_str(), waiting.until_ms), ("key", NOW_MS + WAIT_FOR_KEY_MS));
        assert!(waits_for_device(&waiting.raw), "it is not decrypted again");
    }
}

#[test]
fn a_message_that_waiting_will_not_mend_is_judged_at_once() {
    let trust = |arrival| match arrival {
        Arrival::Readable(incoming) => incoming.trust,
        Arrival::Waiting(_) => panic!("it waits"),
    };
    assert_eq!(trust(waited_for(VerificationLevel::UnsignedDevice, true)), Trust::Unsigned);
    assert_eq!(trust(waited_for(VerificationLevel::UnverifiedIdentity, false)), Trust::Signed);
    let from_backup = VerificationLevel::None(DeviceLinkProblem::InsecureSource);
    assert_eq!(trust(waited_for(from_backup, false)), Trust::Unknown);
}

#[test]
fn an_encrypted_event_that_is_no_message_waits_for_nothing() {
    let room = RoomId::new("!room:example.org");
    let at = Reading { device_known: false, waits_for_device: true, ..reading(&room, IN_ENCRYPTED) };
    for kind in ["m.room.encrypted", "m.room.member", "m.reaction"] {
        let event =
            decrypted(&event(kind, text("hoi")), VerificationState::Unverified(VerificationLevel::UnsignedDevice));
        assert!(read(&event, at).is_none(), "{kind}");
    }
}
