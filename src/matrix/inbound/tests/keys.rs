//! Claims about messages that cannot be decrypted, now or ever.

use super::*;
use UnableToDecryptReason as Reason;

fn sealed() -> Value {
    event("m.room.encrypted", json!({ "algorithm": "m.megolm.v1.aes-sha2", "session_id": "key", "ciphertext": "x" }))
}

#[test]
fn a_message_whose_key_is_missing_waits_for_it() {
    for reason in [
        Reason::MissingMegolmSession { withheld_code: None },
        Reason::UnknownMegolmMessageIndex,
        Reason::SenderIdentityNotTrusted(VerificationLevel::UnsignedDevice),
    ] {
        let arrived = read_at(&unable(&sealed(), reason), IN_ENCRYPTED).expect("it is kept");
        assert_eq!(arrived.event, EventId::new("$e"));
        let Arrival::Waiting(waiting) = arrived.arrival else { panic!("it waits") };
        assert_eq!((waiting.session.as_str(), waiting.until_ms), ("key", NOW_MS + WAIT_FOR_KEY_MS));
        assert_eq!(serde_json::from_str::<Value>(&waiting.raw).expect("it is JSON"), sealed());
    }
}

fn unreadable(reason: Reason) -> (Trust, What) {
    let incoming = incoming(&unable(&sealed(), reason), IN_ENCRYPTED).expect("it is told");
    assert_eq!((incoming.sender, incoming.age_ms), (user("anna"), 40));
    (incoming.trust, incoming.what)
}

#[test]
fn a_key_that_was_withheld_is_told_at_once() {
    let what = (Trust::Unknown, What::Unreadable { why: UnreadableBecause::KeyWithheld });
    for code in [WithheldCode::Unverified, WithheldCode::Blacklisted, WithheldCode::NoOlm] {
        assert_eq!(unreadable(Reason::MissingMegolmSession { withheld_code: Some(code) }), what);
    }
}

#[test]
fn a_damaged_message_is_told_at_once() {
    let what = (Trust::Unknown, What::Unreadable { why: UnreadableBecause::Damaged });
    for reason in [
        Reason::MalformedEncryptedEvent,
        Reason::MegolmDecryptionFailure,
        Reason::PayloadDeserializationFailure,
        Reason::MismatchedIdentityKeys,
    ] {
        assert_eq!(unreadable(reason), what);
    }
}

#[test]
fn a_message_that_is_given_up_says_why() {
    let room = RoomId::new("!room:example.org");
    let at = reading(&room, IN_ENCRYPTED);
    let why = UnreadableBecause::KeyMissing;
    let incoming = given_up(&sealed().to_string(), at, why).expect("it is told");
    assert_eq!((incoming.sender, incoming.what), (user("anna"), What::Unreadable { why }));
    assert_eq!(given_up("{}", at, why), None);
    assert_eq!(given_up("{", at, why), None);
}

#[test]
fn an_unreadable_event_without_id_is_nothing() {
    let mut nameless = sealed();
    nameless.as_object_mut().expect("it is one").remove("event_id");
    for withheld_code in [None, Some(WithheldCode::Unverified)] {
        let event = unable(&nameless, Reason::MissingMegolmSession { withheld_code });
        assert!(read_at(&event, IN_ENCRYPTED).is_none());
    }
}
