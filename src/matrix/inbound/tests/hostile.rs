//! Claims about events that no honest client makes: at worst they are nothing.

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
    "type",
    "content",
    "event_id",
    "sender",
    "state_key",
    "redacts",
    "unsigned",
    "age",
    "prev_content",
    "membership",
    "msgtype",
    "body",
    "formatted_body",
    "m.relates_to",
    "rel_type",
    "m.in_reply_to",
    "m.new_content",
    "m.mentions",
    "user_ids",
    "key",
    "is_falling_back",
    "session_id",
    "m.room.message",
    "m.reaction",
    "m.room.redaction",
    "m.room.member",
    "m.text",
    "m.notice",
    "m.replace",
    "m.thread",
    "m.annotation",
    "join",
    "$e",
    "> <@a:x> é\n",
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
