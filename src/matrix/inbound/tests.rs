//! What events of clients, servers and hostile members are read as.

use std::collections::BTreeMap;
use std::sync::Arc;

use matrix_sdk::deserialized_responses::{
    AlgorithmInfo, DecryptedRoomEvent, EncryptionInfo, TimelineEvent, UnableToDecryptInfo, WithheldCode,
};
use matrix_sdk::ruma::OwnedUserId;
use matrix_sdk::ruma::serde::Raw;
use proptest::prelude::*;
use serde_json::json;

use super::*;

const NOW_MS: i64 = 1_790_000_000_000;
const IN_PLAIN: Place = Place { direct: false, encrypted: false };
const IN_ENCRYPTED: Place = Place { direct: false, encrypted: true };

/// Anna's event of this type.
fn event(kind: &str, content: Value) -> Value {
    json!({
        "type": kind, "event_id": "$e", "sender": "@anna:example.org", "origin_server_ts": 5, "content": content,
        "unsigned": { "age": 40 },
    })
}

fn text(body: &str) -> Value {
    json!({ "msgtype": "m.text", "body": body })
}

/// `content` with this relation.
fn related(mut content: Value, relation: Value) -> Value {
    content["m.relates_to"] = relation;
    content
}

fn info(state: VerificationState) -> Arc<EncryptionInfo> {
    Arc::new(EncryptionInfo {
        sender: OwnedUserId::try_from("@anna:example.org").expect("it is a name"),
        sender_device: None,
        forwarder: None,
        algorithm_info: AlgorithmInfo::MegolmV1AesSha2 {
            curve25519_key: String::new(),
            sender_claimed_keys: BTreeMap::new(),
            session_id: Some("key".to_owned()),
        },
        verification_state: state,
    })
}

fn read_at(event: &TimelineEvent, place: Place) -> Option<Arrived> {
    read(event, Reading { room: &RoomId::new("!room:example.org"), place, now_ms: NOW_MS })
}

fn raw<T>(event: &Value) -> Raw<T> {
    Raw::from_json_string(event.to_string()).expect("it is JSON")
}

fn decrypted(event: &Value, state: VerificationState) -> TimelineEvent {
    let decrypted =
        DecryptedRoomEvent { event: raw(event), encryption_info: info(state), unsigned_encryption_info: None };
    TimelineEvent::from_decrypted(decrypted, None)
}

fn unable(event: &Value, reason: UnableToDecryptReason) -> TimelineEvent {
    TimelineEvent::from_utd(raw(event), UnableToDecryptInfo { session_id: Some("key".to_owned()), reason })
}

/// The event as it is put into the inbox, when it can be read.
fn incoming(event: &TimelineEvent, place: Place) -> Option<Incoming> {
    match read_at(event, place)?.arrival {
        Arrival::Readable(incoming) => Some(incoming),
        Arrival::Waiting(waiting) => panic!("it waits for {}", waiting.session),
    }
}

/// What a plain event in a room without encryption is.
fn plainly(event: &Value) -> Option<What> {
    incoming(&TimelineEvent::from_plaintext(raw(event)), IN_PLAIN).map(|incoming| incoming.what)
}

/// What a plain event in an encrypted room is.
fn plainly_among_encrypted(event: &Value) -> Option<What> {
    incoming(&TimelineEvent::from_plaintext(raw(event)), IN_ENCRYPTED).map(|incoming| incoming.what)
}

/// What an event is that a signed device has encrypted.
fn encryptedly(event: &Value) -> Option<What> {
    let signed = VerificationState::Unverified(VerificationLevel::UnverifiedIdentity);
    incoming(&decrypted(event, signed), IN_ENCRYPTED).map(|incoming| incoming.what)
}

/// What a plain message with this content says.
fn heard(content: Value) -> Option<Said> {
    match plainly(&event("m.room.message", content))? {
        What::Message(said) => Some(said),
        other => panic!("it is no message: {other:?}"),
    }
}

fn user(name: &str) -> UserId {
    UserId::new(format!("@{name}:example.org"))
}

mod messages {
    use super::*;

    #[test]
    fn a_message_has_its_words_its_sender_and_its_age() {
        let event = event("m.room.message", text("!hulp"));
        let incoming = incoming(&TimelineEvent::from_plaintext(raw(&event)), IN_PLAIN).expect("it is for the bot");
        let said = Said { text: "!hulp".to_owned(), ..Said::default() };
        assert_eq!(
            incoming,
            Incoming {
                event: EventId::new("$e"),
                room: RoomId::new("!room:example.org"),
                place: IN_PLAIN,
                sender: user("anna"),
                trust: Trust::Plain,
                age_ms: 40,
                received_ms: NOW_MS,
                what: What::Message(said),
            }
        );
    }

    #[test]
    fn a_notice_is_nothing() {
        assert_eq!(heard(json!({ "msgtype": "m.notice", "body": "!hulp" })), None);
    }

    #[test]
    fn a_picture_is_an_attachment_with_its_name() {
        let said = heard(json!({ "msgtype": "m.image", "body": "!hulp.png", "url": "mxc://x/y" })).expect("it is heard");
        assert_eq!((said.attachment, said.text.as_str()), (true, "!hulp.png"));
    }

    #[test]
    fn an_emote_is_a_message() {
        assert!(heard(json!({ "msgtype": "m.emote", "body": "zwaait" })).is_some_and(|said| !said.attachment));
    }

    #[test]
    fn mentions_that_are_absent_empty_and_present_are_told_apart() {
        let mentions = |mentions: Option<Value>| {
            let mut content = text("hoi");
            if let Some(mentions) = mentions {
                content["m.mentions"] = mentions;
            }
            heard(content).expect("it is heard").mentions
        };
        assert_eq!(mentions(None), None);
        assert_eq!(mentions(Some(json!({}))), Some(vec![]));
        assert_eq!(mentions(Some(json!({ "room": true }))), Some(vec![]));
        assert_eq!(mentions(Some(json!({ "user_ids": ["@a:example.org", 3, null] }))), Some(vec![user("a")]));
        assert_eq!(mentions(Some(json!({ "user_ids": "@a:example.org" }))), Some(vec![]));
        assert_eq!(mentions(Some(json!("@a:example.org"))), None);
    }

    fn pills_in(html: &str) -> Vec<(String, String)> {
        let mut content = text("hoi");
        content["formatted_body"] = html.into();
        let pills = heard(content).expect("it is heard").pills;
        pills.into_iter().map(|pill| (pill.person.as_str().to_owned(), pill.shown)).collect()
    }

    #[test]
    fn a_link_to_a_person_is_a_pill() {
        let html = r#"<a href="https://matrix.to/#/@schakel:example.org">Schakel</a>: hulp"#;
        assert_eq!(pills_in(html), [("@schakel:example.org".to_owned(), "Schakel".to_owned())]);
    }

    #[test]
    fn a_pill_with_an_escaped_address_is_the_same_pill() {
        for address in ["%40schakel%3Aexample.org", "%40schakel%3aexample.org", "@s%63hakel:example.org?via=example.org"] {
            let html = format!("<a href='https://matrix.to/#/{address}'>Schakel</a>");
            assert_eq!(pills_in(&html), [("@schakel:example.org".to_owned(), "Schakel".to_owned())], "{address}");
        }
    }

    #[test]
    fn an_address_that_is_wrongly_escaped_breaks_nothing() {
        for address in ["%", "%4", "%4é", "%ff%40", "@a%:x", "@a%zz:x", "@%e9:x"] {
            let _ = pills_in(&format!("<a href=\"https://matrix.to/#/{address}\">x</a>"));
        }
    }

    #[test]
    fn links_to_rooms_pages_and_quoted_people_are_no_pills() {
        for html in [
            r#"<a href="https://matrix.to/#/!room:example.org">kamer</a>"#,
            r#"<a href="https://example.org/@anna:example.org">x</a>"#,
            r#"<mx-reply><a href="https://matrix.to/#/@schakel:example.org">Schakel</a></mx-reply>ja"#,
            "<a <a <a",
            "<a href=\"https://matrix.to/#/",
        ] {
            assert_eq!(pills_in(html), [], "{html}");
        }
    }
}

mod replies_and_threads {
    use super::*;

    fn reply(body: &str) -> Said {
        let relation = json!({ "m.in_reply_to": { "event_id": "$first" } });
        heard(related(text(body), relation)).expect("it is heard")
    }

    #[test]
    fn the_quote_before_a_reply_is_taken_off() {
        for (body, words) in [
            ("> <@a:x> hoi\n\nantwoord", "antwoord"),
            ("> <@a:x> hoi\n> tweede regel\n>\n> derde\n\nantwoord\n> van mij", "antwoord\n> van mij"),
            ("> * <@a:x> zwaait\n\nantwoord", "antwoord"),
            ("> <@a:x> hoi\n\n> zelf geciteerd", "> zelf geciteerd"),
            ("> <@a:x> hoi", ""),
            ("antwoord", "antwoord"),
            (">:(", ">:("),
            ("> met de hand\nantwoord", "> met de hand\nantwoord"),
        ] {
            let said = reply(body);
            assert_eq!((said.text.as_str(), said.reply_to, said.thread), (words, Some(EventId::new("$first")), None));
        }
    }

    #[test]
    fn a_quote_without_a_reply_stays() {
        let body = "> <@a:x> hoi\n\nantwoord";
        assert_eq!(heard(text(body)).expect("it is heard").text, body);
    }

    fn in_thread(falling_back: Option<bool>) -> (Option<EventId>, Option<EventId>) {
        let mut relation =
            json!({ "rel_type": "m.thread", "event_id": "$root", "m.in_reply_to": { "event_id": "$last" } });
        if let Some(falling_back) = falling_back {
            relation["is_falling_back"] = falling_back.into();
        }
        let said = heard(related(text("hoi"), relation)).expect("it is heard");
        (said.thread, said.reply_to)
    }

    #[test]
    fn the_fallback_of_a_thread_is_no_reply() {
        assert_eq!(in_thread(Some(true)), (Some(EventId::new("$root")), None));
    }

    #[test]
    fn a_real_reply_within_a_thread_is_one() {
        let both = (Some(EventId::new("$root")), Some(EventId::new("$last")));
        assert_eq!(in_thread(Some(false)), both);
        assert_eq!(in_thread(None), both);
    }
}

mod edits {
    use super::*;

    fn edit(new: Option<Value>) -> Value {
        let mut content = related(text("* nieuw"), json!({ "rel_type": "m.replace", "event_id": "$first" }));
        if let Some(new) = new {
            content["m.new_content"] = new;
        }
        event("m.room.message", content)
    }

    #[test]
    fn an_edit_has_its_target_and_its_new_words() {
        let said = Said { text: "nieuw".to_owned(), ..Said::default() };
        let what = Some(What::Edit { of: EventId::new("$first"), said });
        assert_eq!(plainly(&edit(Some(text("nieuw")))), what);
        assert_eq!(encryptedly(&edit(Some(text("nieuw")))), what);
    }

    #[test]
    fn an_edit_without_new_words_is_nothing() {
        assert_eq!(plainly(&edit(None)), None);
        assert_eq!(plainly(&edit(Some(json!("nieuw")))), None);
        assert_eq!(plainly(&edit(Some(json!({ "body": "nieuw" })))), None);
    }

    #[test]
    fn an_edit_of_nothing_is_nothing() {
        let mut edit = edit(Some(text("nieuw")));
        edit["content"]["m.relates_to"] = json!({ "rel_type": "m.replace" });
        assert_eq!(plainly(&edit), None);
    }

    #[test]
    fn an_edit_to_a_notice_is_nothing() {
        assert_eq!(plainly(&edit(Some(json!({ "msgtype": "m.notice", "body": "x" })))), None);
    }
}

mod reactions_redactions_and_memberships {
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
    fn a_new_name_or_picture_is_no_coming_or_going() {
        assert_eq!(membership("join", Some("join")), None);
    }

    #[test]
    fn a_membership_that_is_no_state_is_nothing() {
        assert_eq!(plainly(&event("m.room.member", json!({ "membership": "join" }))), None);
    }
}

mod belief {
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
}

mod keys {
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
        let at = Reading { room: &RoomId::new("!room:example.org"), place: IN_ENCRYPTED, now_ms: NOW_MS };
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
}

mod hostile {
    use super::*;

    /// Read in every way in which the SDK may hand it over; none of them may panic.
    fn read_everyhow(event: &Value) -> Vec<(&'static str, Arrived)> {
        let plain = TimelineEvent::from_plaintext(raw(event));
        let decrypted = decrypted(event, VerificationState::Verified);
        let unable = unable(event, UnableToDecryptReason::MissingMegolmSession { withheld_code: None });
        let ways = [
            ("plain", read_at(&plain, IN_PLAIN)),
            ("plain among encrypted", read_at(&plain, IN_ENCRYPTED)),
            ("encrypted", read_at(&decrypted, IN_ENCRYPTED)),
            ("unable", read_at(&unable, IN_ENCRYPTED)),
        ];
        ways.into_iter().filter_map(|(way, arrived)| Some((way, arrived?))).collect()
    }

    #[test]
    fn an_event_without_type_id_or_sender_is_nothing() {
        for key in ["type", "event_id", "sender"] {
            for content in [text("!hulp"), json!({ "redacts": "$first" })] {
                let mut event = event("m.room.message", content);
                event.as_object_mut().expect("it is one").remove(key);
                assert_eq!(plainly(&event), None, "{key}");
                event[key] = 3.into();
                assert_eq!(plainly(&event), None, "{key}");
            }
        }
    }

    #[test]
    fn content_of_a_wrong_type_is_nothing() {
        for kind in ["m.room.message", "m.reaction", "m.room.redaction", "m.room.member"] {
            for content in [Value::Null, json!(3), json!("x"), json!([]), json!([{}]), json!({}), json!(true)] {
                assert_eq!(plainly(&event(kind, content)), None, "{kind}");
            }
        }
        for content in [json!({ "msgtype": "m.text" }), json!({ "body": "x" }), json!({ "msgtype": 1, "body": "x" })] {
            assert_eq!(heard(content), None);
        }
        assert_eq!(heard(json!({ "msgtype": "m.text", "body": ["x"] })), None);
    }

    #[test]
    fn a_relation_of_a_wrong_type_is_no_relation() {
        for relation in [json!("m.thread"), json!([1]), json!({ "rel_type": 3 }), json!({ "m.in_reply_to": "$x" })] {
            let said = heard(related(text("hoi"), relation)).expect("it is heard");
            assert_eq!(said, Said { text: "hoi".to_owned(), ..Said::default() });
        }
    }

    fn age(written: &str) -> Option<i64> {
        let text = event("m.room.message", text("hoi")).to_string().replace("\"age\":40", &format!("\"age\":{written}"));
        let event = TimelineEvent::from_plaintext(Raw::from_json_string(text).expect("it is JSON"));
        incoming(&event, IN_PLAIN).map(|incoming| incoming.age_at(NOW_MS + 1) - 1)
    }

    #[test]
    fn an_age_that_cannot_be_is_none() {
        for written in ["-5", "1.5", "1e30", "\"40\"", "null", "{}", "18446744073709551615"] {
            assert_eq!(age(written), Some(0), "{written}");
        }
        assert_eq!(age("40"), Some(40));
        assert_eq!(age(&i64::MAX.to_string()), Some(i64::MAX - 1), "the greatest age does not begin anew");
    }

    #[test]
    fn a_number_too_large_for_anything_makes_the_event_nothing() {
        assert_eq!(age("1e999"), None);
    }

    #[test]
    fn an_event_nested_deeper_than_any_client_makes_it_is_nothing() {
        let deep = format!("{}{}", "[".repeat(5000), "]".repeat(5000));
        let text = event("m.room.message", text("hoi")).to_string().replace("\"age\":40", &format!("\"age\":{deep}"));
        // The SDK itself may refuse it before it comes to us.
        if let Ok(event) = Raw::from_json_string(text) {
            assert_eq!(incoming(&TimelineEvent::from_plaintext(event), IN_PLAIN), None);
        }
    }

    /// Names and words that events are read for, so that arbitrary events come close to real ones.
    const WORDS: [&str; 34] = [
        "type", "content", "event_id", "sender", "state_key", "redacts", "unsigned", "age", "prev_content", "membership",
        "msgtype", "body", "formatted_body", "m.relates_to", "rel_type", "m.in_reply_to", "m.new_content", "m.mentions",
        "user_ids", "key", "is_falling_back", "session_id", "m.room.message", "m.reaction", "m.room.redaction",
        "m.room.member", "m.text", "m.notice", "m.replace", "m.thread", "m.annotation", "join", "$e", "> <@a:x> é\n",
    ];

    fn word() -> impl Strategy<Value = String> {
        prop_oneof![3 => proptest::sample::select(WORDS.to_vec()).prop_map(str::to_owned), 1 => any::<String>()]
    }

    fn anything() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            word().prop_map(Value::from),
        ];
        leaf.prop_recursive(5, 40, 8, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                proptest::collection::vec((word(), inner), 0..8).prop_map(|pairs| pairs.into_iter().collect()),
            ]
        })
    }

    /// An event that is whole but for what `anything` is put into.
    fn nearly_an_event() -> impl Strategy<Value = Value> {
        let kinds = ["m.room.message", "m.reaction", "m.room.redaction", "m.room.member", "m.room.encrypted"];
        (proptest::sample::select(kinds.to_vec()), anything(), proptest::option::of((word(), anything()))).prop_map(
            |(kind, content, extra)| {
                let mut event = event(kind, content);
                if let Some((key, value)) = extra {
                    event[key] = value;
                }
                event
            },
        )
    }

    /// Beliefs that hold whatever is in an event.
    fn believed_rightly(event: &Value) {
        for (way, arrived) in read_everyhow(event) {
            let Arrival::Readable(incoming) = arrived.arrival else {
                assert_eq!(way, "unable");
                continue;
            };
            let words = matches!(incoming.what, What::Message(_) | What::Edit { .. });
            match way {
                "plain among encrypted" => assert!(!words, "{event}"),
                "encrypted" => assert!(words && event.get("state_key").is_none(), "{event}"),
                _ => {}
            }
            assert!(incoming.age_ms >= 0);
        }
    }

    proptest! {
        #[test]
        fn arbitrary_json_is_read_without_a_panic(event in anything()) {
            believed_rightly(&event);
        }

        #[test]
        fn arbitrary_content_is_read_without_a_panic(event in nearly_an_event()) {
            believed_rightly(&event);
        }

        #[test]
        fn arbitrary_words_are_read_without_a_panic(body: String, html: String, address: String) {
            let relation = json!({ "m.in_reply_to": { "event_id": "$first" } });
            let mut content = related(text(&format!("> <@{body}")), relation);
            content["formatted_body"] = format!("{html}<a href=\"https://matrix.to/#/@{address}\">{body}</a>").into();
            believed_rightly(&event("m.room.message", content));
        }
    }
}
