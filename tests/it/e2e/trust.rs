//! Whom the bot believes: people whose device is signed, not signed or not known yet, whose identity is another suddenly, and
//! events that only the server vouches for.

use std::process::Command;

use matrix_sdk::ruma::{OwnedEventId, OwnedRoomId, RoomId};
use schakel::domain::UserId;
use schakel::store::Store;
use serde_json::{Value, json};
use xtask::client::in_path;

use super::{home, home_on, person, server, unique};
use crate::support::bot::{Home, Running};
use crate::support::person::{Person, Seen};
use crate::support::proxy::{Mood, Proxy};

/// By the bot's own database, opened beside it.
async fn is_stopped(home: &Home, person: &Person) -> bool {
    let url = home.database_url();
    let store = Store::open(&url, &home.path("schakel.key")).await.unwrap();
    let stopped = store.identity_changed(&UserId::new(person.id().as_str())).await.unwrap();
    store.close().await;
    stopped
}

async fn asked(person: &Person, room: &RoomId, text: &str) -> String {
    let asked = person.say(room, text).await;
    person.answer_to(&asked).await.body().to_owned()
}

fn is_notice(seen: &Seen) -> bool {
    seen.body().contains("opnieuw ingesteld") && seen.body().contains("bevestig")
}

/// A bot that believes signed devices only, in the chain room of a team that Bram keeps and Anna is in.
struct Team {
    home: Home,
    bot: Running,
    bram: Person,
    anna: Person,
    room: OwnedRoomId,
}

async fn team() -> Team {
    let (bram, anna) = (person("bram").await, person("anna").await);
    let home = home().matrix("require_signed_devices = true").bot(&format!("admins = [\"{}\"]", bram.id()));
    let bot = home.started();
    let room = bram.room_with(&home.account).await;
    bram.room(&room).invite_user_by_id(&anna.id()).await.unwrap();
    anna.join(&room).await;
    let made = asked(&bram, &room, "!team maak Oost jongerenwerk").await;
    assert!(made.contains("Team Oost is er"), "{made}");
    asked(&bram, &room, &format!("!team lid {} politie", anna.id())).await;
    let away = asked(&anna, &room, "!team afwezig tot 31 december").await;
    assert!(!away.contains("gestopt"), "{away}");
    Team { home, bot, bram, anna, room }
}

#[tokio::test]
async fn the_message_that_comes_with_another_identity_is_no_members_any_more() {
    let Team { home, bot, bram, anna, room } = team().await;
    anna.reset_identity().await;
    let first = anna.say(&room, "!team afwezig tot 30 december").await;
    let refused = bram.answer_to(&first).await;
    assert!(refused.body().contains("Daarom is je toegang gestopt"), "{}", refused.body());
    let answer = asked(&anna, &room, "!begrip drill").await;
    assert!(answer.to_lowercase().contains("drill"), "lookups go on: {answer}");
    let seen = bram.history(&room).await;
    let place = |of: &dyn Fn(&Seen) -> bool| seen.iter().position(of).unwrap();
    assert!(place(&is_notice) < place(&|seen: &Seen| seen.event == refused.event), "the change is handled first");
    let notice = seen.iter().find(|seen| is_notice(seen)).unwrap();
    assert_eq!(notice.content["msgtype"], "m.text", "it rings");
    assert_eq!(notice.content["m.mentions"], json!({ "user_ids": [bram.id()] }));
    assert!(notice.encrypted);
    // Told once, also by a bot that begins anew.
    bot.kill();
    let _bot = home.started();
    asked(&bram, &room, "!status").await;
    assert_eq!(bram.history(&room).await.iter().filter(|seen| is_notice(seen)).count(), 1);
    // Not by themselves; another coordinator gives the access back.
    let own = asked(&anna, &room, &format!("!team bevestig {}", anna.id())).await;
    assert!(own.contains("Daarom is je toegang gestopt"), "{own}");
    let confirmed = asked(&bram, &room, &format!("!team bevestig {}", anna.id())).await;
    assert!(confirmed.contains("heeft weer toegang"), "{confirmed}");
    let back = asked(&anna, &room, "!team afwezig tot 30 december").await;
    assert!(!back.contains("gestopt"), "{back}");
    assert!(!is_stopped(&home, &anna).await && !is_stopped(&home, &bram).await);
}

#[tokio::test]
async fn an_identity_that_changes_while_the_bot_is_away_counts_for_what_was_said_meanwhile() {
    let Team { home, bot, bram, anna, room } = team().await;
    assert_eq!(bot.terminate().0, Some(0));
    anna.reset_identity().await;
    let first = anna.say(&room, "!team afwezig tot 30 december").await;
    let _bot = home.started();
    let refused = bram.answer_to(&first).await;
    assert!(refused.body().contains("Daarom is je toegang gestopt"), "{}", refused.body());
}

#[tokio::test]
async fn on_a_new_machine_the_identities_that_were_known_still_count() {
    let Team { home, bot, bram, anna, room } = team().await;
    assert_eq!(bot.terminate().0, Some(0));
    std::fs::remove_dir_all(home.path("data")).unwrap();
    anna.reset_identity().await;
    let _bot = home.started();
    bram.wait("the notice", |seen| seen.iter().find(|seen| is_notice(seen)).map(|_| ())).await;
    assert!(is_stopped(&home, &anna).await && !is_stopped(&home, &bram).await);
    assert_eq!(bram.history(&room).await.iter().filter(|seen| is_notice(seen)).count(), 1);
}

#[tokio::test]
async fn where_nobody_in_the_chat_can_confirm_an_identity_the_operator_does() {
    let Team { home, bot, bram, anna: _, room } = team().await;
    bram.reset_identity().await;
    let refused = asked(&bram, &room, "!team groep Kade").await;
    assert!(refused.contains("Daarom is je toegang gestopt"), "{refused}");
    let (account, path) = (bram.id().to_string(), home.path("bot.toml"));
    let confirm = |person: &str| {
        let run = Command::new(env!("CARGO_BIN_EXE_schakel"))
            .args(["identity", "confirm", person, "--config"])
            .arg(&path)
            .output()
            .unwrap();
        (run.status.code(), String::from_utf8([run.stdout, run.stderr].concat()).unwrap())
    };
    let (code, said) = confirm("@nobody:example.org");
    assert!(code == Some(1) && said.contains("no encryption identity of @nobody:example.org"), "{said}");
    let (code, said) = confirm(&account);
    assert!(code == Some(0) && said.contains("believed again"), "{said}");
    let (code, said) = confirm(&account);
    assert!(code == Some(0) && said.contains("nothing changed"), "{said}");
    let back = asked(&bram, &room, "!team groep Kade").await;
    assert!(!back.contains("gestopt"), "{back}");
    drop(bot);
}

#[tokio::test]
async fn a_name_without_a_signed_device_is_told_and_a_colleague_can_read_it() {
    let home = home().matrix("require_signed_devices = true");
    let _bot = home.started();
    let anna = person("anna").await;
    let room = anna.room_with(&home.account).await;
    let name = unique("unsigned");
    server().register(&name, "secret", false).unwrap();
    let bram = Person::log_in_with(&server().url(), &name, false).await;
    anna.room(&room).invite_user_by_id(&bram.id()).await.unwrap();
    bram.join(&room).await;
    let ignored = [bram.say(&room, "!status").await, bram.say(&room, "!status").await];
    let line = anna
        .wait("how to mend it", |seen| {
            seen.iter().find(|seen| seen.body().starts_with(&format!("{name}: ik lees alleen"))).cloned()
        })
        .await;
    assert_eq!(line.content["m.mentions"], json!({ "user_ids": [bram.id()] }));
    let pill = format!("<a href=\"https://matrix.to/#/{}\">{name}</a>", bram.id());
    assert!(line.content["formatted_body"].as_str().unwrap().contains(&pill));
    let asked = anna.say(&room, "!status").await;
    anna.answer_to(&asked).await;
    let answers = anna.answers_in_history(&room, &ignored).await;
    assert!(answers.values().all(Vec::is_empty), "{answers:?}");
    let lines = anna.history(&room).await;
    assert_eq!(lines.iter().filter(|seen| seen.body().contains("ik lees alleen")).count(), 1, "once a day");
}

// The proxy works while the test waits for the bot's process.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sender_of_whom_the_server_tells_nothing_yet_is_waited_for() {
    let proxy = Proxy::before(&server().url()).await;
    let home = home_on(server()).matrix("require_signed_devices = true").through(&proxy.url);
    let bot = home.started();
    let anna = person("anna").await;
    proxy.set(Mood::NoDevices);
    let room = anna.make_room(&[&home.account], false, true).await;
    anna.wait("the bot in the room", |seen| {
        let joined = |seen: &&Seen| seen.kind == "m.room.member" && seen.content["membership"] == "join";
        seen.iter().find(|seen| seen.room == room && seen.sender == *home.account && joined(seen)).map(|_| ())
    })
    .await;
    let asked = anna.say(&room, "!status").await;
    bot.wait_log("the devices of a sender cannot be asked for yet");
    proxy.set(Mood::Good);
    anna.answer_to(&asked).await;
    let said = anna.history(&room).await;
    assert!(!said.iter().any(|seen| seen.body().contains("apparaat")), "{said:?}");
}

/// Somebody in the server's own name for them: what an administrator of the server, or a thief of its keys, can be.
fn impersonated(person: &Person) -> Impersonated {
    let path = format!("/_synapse/admin/v1/users/{}/login", in_path(person.id().as_str()));
    let answer = server().admin().unwrap().post(&path, &json!({})).unwrap();
    Impersonated { token: answer["access_token"].as_str().unwrap().to_owned() }
}

struct Impersonated {
    token: String,
}

impl Impersonated {
    fn put(&self, path: &str, content: &Value) -> OwnedEventId {
        let url = format!("{}{path}", server().url());
        let mut sent = ureq::put(&url).header("Authorization", &format!("Bearer {}", self.token)).send_json(content);
        let answer: Value = sent.as_mut().unwrap().body_mut().read_json().unwrap();
        OwnedEventId::try_from(answer["event_id"].as_str().unwrap()).unwrap()
    }

    /// Sends this as an event of this type.
    fn send(&self, room: &RoomId, kind: &str, content: &Value) -> OwnedEventId {
        let room = in_path(room.as_str());
        self.put(&format!("/_matrix/client/v3/rooms/{room}/send/{kind}/{}", unique("forged")), content)
    }

    /// Sets this as state of this type.
    fn set(&self, room: &RoomId, kind: &str, content: &Value) -> OwnedEventId {
        let room = in_path(room.as_str());
        self.put(&format!("/_matrix/client/v3/rooms/{room}/state/{kind}/forged"), content)
    }

    /// The content of an event as the server has it.
    fn content(&self, room: &RoomId, event: &OwnedEventId) -> Value {
        let (room, event) = (in_path(room.as_str()), in_path(event.as_str()));
        let url = format!("{}/_matrix/client/v3/rooms/{room}/event/{event}", server().url());
        let mut found = ureq::get(&url).header("Authorization", &format!("Bearer {}", self.token)).call().unwrap();
        let event: Value = found.body_mut().read_json().unwrap();
        event["content"].clone()
    }
}

#[tokio::test]
async fn what_the_server_makes_in_somebodys_name_changes_nothing() {
    let anna = person("anna").await;
    let home = home().bot(&format!("admins = [\"{}\"]", anna.id()));
    let _bot = home.started();
    let room = anna.room_with(&home.account).await;
    let list = anna.say(&room, "!interventie ruzie filmpje").await;
    let list = anna.answer_to(&list).await;
    let changed = anna.say(&room, "!taal nl").await;
    anna.answer_to(&changed).await;
    let asked = anna.say(&room, "!begrip convenant").await;
    let answer = anna.answer_to(&asked).await;
    let forger = impersonated(&anna);
    let text = |body: &str| json!({ "msgtype": "m.text", "body": body, "m.mentions": {} });
    // A command, an edit, a message that is said to be a reply to a list.
    let command = forger.send(&room, "m.room.message", &text("!taal en"));
    let mut edit = text("* !taal en");
    edit["m.new_content"] = text("!taal en");
    edit["m.relates_to"] = json!({ "rel_type": "m.replace", "event_id": asked });
    forger.send(&room, "m.room.message", &edit);
    let mut reply = text("1");
    reply["m.relates_to"] = json!({ "m.in_reply_to": { "event_id": list.event } });
    let reply = forger.send(&room, "m.room.message", &reply);
    // State that carries what was said encrypted, and once more as a message what changed something.
    let state = forger.set(&room, "m.room.encrypted", &forger.content(&room, &asked));
    let again = forger.send(&room, "m.room.encrypted", &forger.content(&room, &changed));
    // A redaction of what changed something.
    anna.redact(&room, &changed).await;
    let honest = anna.say(&room, "!status").await;
    let honest = anna.answer_to(&honest).await;
    assert!(honest.body().contains("ik draai"), "still in Dutch: {}", honest.body());
    let answers = anna.answers_in_history(&room, &[command, reply, state, again]).await;
    assert!(answers.values().all(Vec::is_empty), "{answers:?}");
    let seen = anna.seen();
    assert!(!seen.iter().any(|seen| seen.replaces() == Some(answer.event.as_str())), "no edit");
    let taken_back = |seen: &&Seen| seen.kind == "m.room.redaction" && seen.sender == *home.account;
    assert!(!seen.iter().any(|seen| taken_back(&seen)), "what was answered to a change stands");
}
