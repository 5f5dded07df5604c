//! What people see when they look something up, in encrypted rooms.

use serde_json::json;

use super::{home, person};

#[tokio::test]
async fn a_lookup_in_an_encrypted_room_is_answered_in_dutch() {
    let home = home();
    let _bot = home.started();
    let anna = person("anna").await;
    let room = anna.room_with(&home.account).await;
    let asked = anna.say(&room, "!interventie ruzie filmpje").await;
    let answer = anna.answer_to(&asked).await;
    assert!(answer.encrypted, "the answer is encrypted");
    assert_eq!(answer.content["msgtype"], "m.notice", "an answer does not ring");
    assert_eq!(answer.content["m.mentions"], json!({}), "an answer mentions nobody");
    assert!(answer.body().contains("Typ !1 tot en met !5 om er een te openen, of !meer."), "{}", answer.body());
    assert!(!answer.body().contains("**"), "plain text has no marks: {}", answer.body());
    assert!(answer.content["formatted_body"].as_str().unwrap().contains("<strong>"));
}

#[tokio::test]
async fn a_number_opens_an_entry_and_more_gives_the_next_page() {
    let home = home();
    let _bot = home.started();
    let anna = person("anna").await;
    let room = anna.room_with(&home.account).await;
    let asked = anna.say(&room, "!intervention phase:intervention").await;
    let list = anna.answer_to(&asked).await;
    let second = list.body().lines().find_map(|line| line.strip_prefix("2. ")).unwrap().to_owned();
    let slug = second.split_once(" (").unwrap().1.split_once(')').unwrap().0.to_owned();
    let opened = anna.say(&room, "!2").await;
    let entry = anna.answer_to(&opened).await;
    assert!(entry.body().contains(&slug) && entry.body().contains("Wie beslist:"), "{}", entry.body());
    let more = anna.say(&room, "!meer").await;
    let page = anna.answer_to(&more).await;
    assert!(page.body().contains("(6 t/m 10 van"), "{}", page.body());
    // A reply to the first list opens from that list, not from the newest.
    let replied = anna.reply(&room, &list.event, "2").await;
    assert!(anna.answer_to(&replied).await.body().contains(&slug));
}

#[tokio::test]
async fn an_edited_lookup_changes_its_answer_and_a_redacted_one_takes_it_away() {
    let home = home();
    let _bot = home.started();
    let anna = person("anna").await;
    let room = anna.room_with(&home.account).await;
    let asked = anna.say(&room, "!begrip dril").await;
    let answer = anna.answer_to(&asked).await;
    anna.edit(&room, &asked, "!begrip convenant").await;
    let changed = anna
        .wait("the changed answer", |seen| {
            seen.iter().find(|seen| seen.replaces() == Some(answer.event.as_str())).cloned()
        })
        .await;
    let new = changed.content["m.new_content"]["body"].as_str().unwrap();
    assert!(new.to_lowercase().contains("convenant"), "{new}");
    anna.redact(&room, &asked).await;
    let redacted = anna
        .wait("the redaction", |seen| {
            seen.iter().find(|seen| seen.kind == "m.room.redaction" && seen.sender == *home.account).cloned()
        })
        .await;
    assert_eq!(redacted.content["redacts"].as_str(), Some(answer.event.as_str()));
}

#[tokio::test]
async fn a_thread_keeps_its_answers() {
    let home = home();
    let _bot = home.started();
    let anna = person("anna").await;
    let room = anna.room_with(&home.account).await;
    let root = anna.say(&room, "er is iets aan de hand").await;
    let asked = anna.say_in_thread(&room, &root, "!interventie huisbezoek").await;
    let answer = anna
        .wait("the answer in the thread", |seen| seen.iter().find(|seen| seen.body().contains("(huisbezoek)")).cloned())
        .await;
    let relation = &answer.content["m.relates_to"];
    assert_eq!(relation["rel_type"], "m.thread");
    assert_eq!(relation["event_id"].as_str(), Some(root.as_str()));
    assert_eq!(relation["m.in_reply_to"]["event_id"].as_str(), Some(asked.as_str()));
}

#[tokio::test]
async fn a_reaction_opens_an_entry() {
    let home = home();
    let _bot = home.started();
    let anna = person("anna").await;
    let room = anna.room_with(&home.account).await;
    let asked = anna.say(&room, "!interventie ouders").await;
    let list = anna.answer_to(&asked).await;
    // The bot puts the choices under its list, for people to tick.
    let seed = anna
        .wait("a seed", |seen| {
            let seed = |seen: &&crate::support::person::Seen| {
                seen.kind == "m.reaction" && seen.content["m.relates_to"]["event_id"] == list.event.as_str()
            };
            seen.iter().find(seed).cloned()
        })
        .await;
    assert_eq!(seed.sender, *home.account);
    anna.react(&room, &list.event, "1\u{20e3}").await;
    anna.wait("the entry", |seen| {
        seen.iter().find(|seen| seen.body().contains("Wie beslist:") && seen.sender == *home.account).map(|_| ())
    })
    .await;
}

#[tokio::test]
async fn a_direct_room_needs_no_prefix_and_greets() {
    let home = home();
    let _bot = home.started();
    let anna = person("anna").await;
    let room = anna.make_room(&[&home.account], true, true).await;
    let greeting = anna
        .wait("the greeting", |seen| {
            seen.iter()
                .find(|seen| seen.room == room && seen.sender == *home.account && !seen.body().is_empty())
                .cloned()
        })
        .await;
    assert!(greeting.body().contains("interventie ruzie filmpje"), "{}", greeting.body());
    anna.say(&room, "language en").await;
    anna.wait("the new language", |seen| {
        seen.iter().find(|seen| seen.body() == "From now on I answer you in English.").map(|_| ())
    })
    .await;
    // A question as one asks a colleague: no command, no prefix.
    anna.say(&room, "huisbezoek").await;
    anna.wait("the entry", |seen| {
        seen.iter().find(|seen| seen.body().starts_with("Home visit (huisbezoek)")).map(|_| ())
    })
    .await;
}

#[tokio::test]
async fn what_was_said_with_the_invitation_to_a_direct_room_is_answered() {
    let home = home();
    let anna = person("anna").await;
    // The bot is not even running: client and server keep the first message for it.
    let first = home.started();
    drop(first);
    let room = anna.make_room(&[&home.account], true, true).await;
    anna.say(&room, "begrip convenant").await;
    let _bot = home.started();
    anna.wait("the answer", |seen| {
        seen.iter().find(|seen| seen.sender == *home.account && seen.body().starts_with("Convenant")).map(|_| ())
    })
    .await;
}

#[tokio::test]
async fn a_plain_room_gets_its_lookup_too() {
    let home = home();
    let _bot = home.started();
    let anna = person("anna").await;
    let room = anna.make_room(&[&home.account], false, false).await;
    anna.wait_introduction(&room, &home.account).await;
    let asked = anna.say(&room, "!hulp").await;
    let answer = anna.answer_to(&asked).await;
    assert!(!answer.encrypted);
    assert!(answer.body().contains("!interventie"), "{}", answer.body());
}
