//! A file that the bot brings: encrypted as the room is, once whatever happens, and words when the server does not take it.

use matrix_sdk::ruma::RoomId;
use matrix_sdk::ruma::events::room::message::{MessageType, RoomMessageEventContent};
use schakel::domain::{Deed, EventId, File, Say};
use serde_json::{Value, json};

use super::{INSTEAD, decide, guarded, home, invitation, message, person, private_say, said, say, wait_said};
use crate::support::bot::Home;
use crate::support::person::{Person, Seen};
use crate::support::proxy::{Mood, Proxy};

const WORDS: &str = "Dit staat er gepland.";
const NOT_THERE: &str = "Het bestand agenda.ics kan ik hier niet neerzetten.";

/// Every byte, more than one block of any cipher, and no multiple of one.
fn bytes() -> Vec<u8> {
    (0..=255).cycle().take(10_007).collect()
}

fn with_file(say: Say) -> Say {
    let file = File::new("agenda.ics", "text/calendar", bytes(), message(NOT_THERE)).expect("it is small");
    Say { file: Some(Box::new(file)), ..say }
}

fn agenda() -> Deed {
    Deed::Say(with_file(say(WORDS, None)))
}

async fn wait_file(person: &Person, room: &RoomId) -> Seen {
    let is_file = |seen: &&Seen| seen.room == *room && seen.content["msgtype"] == "m.file";
    person.wait("the file", |seen| seen.iter().find(is_file).cloned()).await
}

/// How many messages of the bot show a file, by the server's own word.
async fn files(person: &Person, home: &Home, room: &RoomId) -> usize {
    let history = person.history(room).await;
    history.iter().filter(|seen| seen.sender == *home.account && seen.content.get("info").is_some()).count()
}

/// What the server keeps for this address.
async fn kept(person: &Person, url: &Value) -> Vec<u8> {
    person.download(&json!({ "url": url })).await
}

#[tokio::test]
async fn in_an_encrypted_room_only_those_who_read_the_message_can_open_it() {
    let home = home();
    let bot = home.started();
    let anna = person("anna").await;
    let room = anna.room_with(&home.account).await;
    let asked = anna.say(&room, "hoe staat het?").await;
    assert_eq!(bot.terminate().0, Some(0));
    let asked_in_thread = Some(EventId::new(asked.as_str()));
    let threaded = Say { thread: asked_in_thread.clone(), answers: asked_in_thread, ..with_file(say(WORDS, None)) };
    decide(&home, &room, vec![], vec![Deed::Say(threaded)]).await;
    let _bot = home.started();
    let shown = wait_file(&anna, &room).await;
    assert!(shown.encrypted, "the message is encrypted");
    assert_eq!(anna.download(&shown.content).await, bytes());

    let url = &shown.content["file"]["url"];
    let on_server = kept(&anna, url).await;
    assert_eq!(on_server.len(), bytes().len());
    assert_ne!(on_server, bytes(), "the server has what it cannot read");

    let content: RoomMessageEventContent = serde_json::from_value(shown.content.clone()).unwrap();
    let MessageType::File(file) = &content.msgtype else { panic!("{:?}", shown.content) };
    assert_eq!((file.filename(), file.caption()), ("agenda.ics", Some(WORDS)));
    assert_eq!(shown.content["formatted_body"], format!("<p>{WORDS}</p>"));
    assert_eq!(shown.content["info"], json!({ "mimetype": "text/calendar", "size": bytes().len() }));
    assert_eq!(shown.content["m.mentions"], json!({}));
    assert_eq!(shown.content["m.relates_to"]["rel_type"], "m.thread");
    assert_eq!(shown.reply_to(), Some(asked.as_str()));
}

#[tokio::test]
async fn in_a_plain_room_it_is_as_plain_as_all_else() {
    let home = home();
    let bot = home.started();
    let anna = person("anna").await;
    let room = anna.make_room(&[&home.account], false, false).await;
    anna.wait_introduction(&room, &home.account).await;
    assert_eq!(bot.terminate().0, Some(0));
    decide(&home, &room, vec![], vec![agenda()]).await;
    let _bot = home.started();
    let shown = wait_file(&anna, &room).await;
    assert!(!shown.encrypted && shown.content.get("file").is_none(), "{:?}", shown.content);
    assert_eq!(kept(&anna, &shown.content["url"]).await, bytes());
    assert_eq!((shown.body(), &shown.content["filename"]), (WORDS, &json!("agenda.ics")));
}

async fn a_kill_at(failpoint: &str) {
    let home = home();
    let bot = home.started();
    let anna = person("anna").await;
    let room = anna.room_with(&home.account).await;
    assert_eq!(bot.terminate().0, Some(0));
    decide(&home, &room, vec![], vec![agenda(), Deed::Say(say("daarna", None))]).await;
    assert_eq!(home.start_with_failpoint(failpoint).wait_end(), None, "the process is killed, it does not end");
    assert!(home.log().contains(&format!("failpoint {failpoint} reached")), "{}", home.log());
    let _bot = home.started();
    wait_said(&anna, &room, "daarna").await;
    assert_eq!(files(&anna, &home, &room).await, 1);
    assert_eq!(anna.download(&wait_file(&anna, &room).await.content).await, bytes());
    let words = said(&anna, &home, &room).await;
    assert_eq!(words[words.len() - 2..], [WORDS, "daarna"], "in order");
}

#[tokio::test]
async fn killed_between_the_file_and_its_message_it_comes_once() {
    a_kill_at("after-upload").await;
}

#[tokio::test]
async fn killed_after_its_message_it_comes_once() {
    a_kill_at("after-send").await;
}

#[tokio::test]
async fn somebody_invited_while_it_is_on_its_way_reads_other_words() {
    let home = home();
    let bot = home.started();
    let (anna, bram) = (person("anna").await, person("bram").await);
    let room = anna.room_with(&home.account).await;
    assert_eq!(bot.terminate().0, Some(0));
    decide(&home, &room, vec![], vec![Deed::Say(with_file(guarded(WORDS, &[&anna], false)))]).await;
    let go = home.path("go");
    let bot = home.start_with_failpoint(&format!("after-upload:1:hold={}", go.display()));
    bot.wait_log("failpoint after-upload reached");
    anna.room(&room).invite_user_by_id(&bram.id()).await.unwrap();
    std::fs::write(&go, "").unwrap();
    wait_said(&anna, &room, INSTEAD).await;
    assert_eq!(files(&anna, &home, &room).await, 0);
    assert!(!said(&anna, &home, &room).await.contains(&WORDS.to_owned()));
}

#[tokio::test]
async fn in_private_it_comes_in_the_room_for_two() {
    let home = home();
    let bot = home.started();
    let anna = person("anna").await;
    let shared = anna.room_with(&home.account).await;
    assert_eq!(bot.terminate().0, Some(0));
    let say = with_file(guarded(WORDS, &[&anna], true));
    decide(&home, &shared, vec![private_say(&home, &anna, say)], vec![]).await;
    let _bot = home.started();
    let direct = invitation(&anna).await;
    anna.join(&direct).await;
    let shown = wait_file(&anna, &direct).await;
    assert!(shown.encrypted);
    assert_eq!(anna.download(&shown.content).await, bytes());
    assert_eq!(files(&anna, &home, &shared).await, 0);
}

/// A home behind a proxy that is moody about files, with a room for anna and the bot, which is down.
async fn behind_a_proxy(mood: Mood) -> (Home, Proxy, Person, matrix_sdk::ruma::OwnedRoomId) {
    let proxy = Proxy::before(&super::super::server().url()).await;
    let home = home().through(&proxy.url);
    let bot = home.started();
    let anna = person("anna").await;
    let room = anna.room_with(&home.account).await;
    assert_eq!(bot.terminate().0, Some(0));
    proxy.set(mood);
    (home, proxy, anna, room)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_does_not_take_it_leaves_words() {
    let (home, _proxy, anna, room) = behind_a_proxy(Mood::SmallFiles).await;
    decide(&home, &room, vec![], vec![agenda(), Deed::Say(say("daarna", None))]).await;
    let _bot = home.started();
    wait_said(&anna, &room, "daarna").await;
    let words = said(&anna, &home, &room).await;
    let instead = format!("{WORDS}\n\n{NOT_THERE}");
    assert_eq!(words[words.len() - 2..], [instead.as_str(), "daarna"]);
    assert_eq!(files(&anna, &home, &room).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_the_server_takes_no_files_other_rooms_go_on_and_it_comes_later_once() {
    let (home, proxy, anna, room) = behind_a_proxy(Mood::NoFiles).await;
    decide(&home, &room, vec![], vec![agenda()]).await;
    let bot = home.started();
    bot.wait_log("a file cannot be sent now");
    let other = anna.room_with(&home.account).await;
    let asked = anna.say(&other, "!begrip convenant").await;
    assert!(anna.answer_to(&asked).await.body().starts_with("Convenant"));
    assert_eq!(files(&anna, &home, &room).await, 0);
    proxy.set(Mood::Good);
    let shown = wait_file(&anna, &room).await;
    assert_eq!(anna.download(&shown.content).await, bytes());
    assert_eq!(files(&anna, &home, &room).await, 1);
}
