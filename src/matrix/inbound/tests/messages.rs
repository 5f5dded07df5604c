//! Claims about plain messages: words, mentions, pills.

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
fn a_pill_shows_what_a_reader_sees() {
    let html = r#"<a href="https://matrix.to/#/@carla:example.org"><b>Carla</b> &amp; &lt;Co&gt;</a>"#;
    assert_eq!(pills_in(html), [("@carla:example.org".to_owned(), "Carla & <Co>".to_owned())]);
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
