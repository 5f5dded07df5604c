//! Claims about replies and threads: which message is answered, and which words are the person's own.

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
    let mut relation = json!({ "rel_type": "m.thread", "event_id": "$root", "m.in_reply_to": { "event_id": "$last" } });
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
