//! A backup made while the bot runs, put back on a new machine; a database moved to the other engine.

use std::path::Path;

use super::crash::each_is_answered_once;
use super::identity::devices;
use super::{database_server, home, new_database, new_machine, person};
use crate::support::bot::Home;

fn device_ids(home: &Home) -> Vec<String> {
    devices(home).iter().map(|device| device["device_id"].as_str().unwrap().to_owned()).collect()
}

/// Calls an operator's command that must succeed; what it said.
fn done(home: &Home, command: &[&str]) -> String {
    let (code, said) = home.operate(command, None);
    assert_eq!(code, Some(0), "{said}");
    said
}

/// Calls `restore` and finds one sentence, and nothing changed.
fn refused(home: &Home, file: &Path, sentence: &str) {
    let (code, said) = home.operate(&["restore", file.to_str().unwrap(), "--without-erasures"], None);
    assert_eq!(code, Some(1), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains(sentence), "{said}");
    assert!(!home.path("schakel.db").exists() && !home.path("data").exists());
}

#[tokio::test]
async fn after_a_restore_nothing_is_doubled_and_only_what_comes_then_is_answered() {
    let old = home();
    let bot = old.started();
    let anna = person("anna").await;
    let room = anna.room_with(&old.account).await;
    let direct = anna.make_room(&[&old.account], true, true).await;
    anna.wait_introduction(&direct, &old.account).await;
    anna.say(&direct, "taal en").await;
    let before = [anna.say(&room, "!status").await];
    each_is_answered_once(&anna, &room, &before).await;

    let file = old.path("backup");
    let said = done(&old, &["backup", file.to_str().unwrap()]);
    assert!(said.contains("only the master key") && said.contains("schakel.key"), "{said}");
    let between = [anna.say(&room, "!begrip convenant").await];
    each_is_answered_once(&anna, &room, &between).await;
    bot.kill();
    let lost = [anna.say(&room, "!begrip dril").await];
    let old_device = device_ids(&old);

    let new = new_machine(&old);
    let bytes = std::fs::read(&file).unwrap();
    let broken = new.path("broken");
    std::fs::write(&broken, &bytes[..bytes.len() / 2]).unwrap();
    refused(&new, &broken, "is cut off: copy it again");
    let mut changed = bytes.clone();
    changed[bytes.len() / 2] ^= 1;
    std::fs::write(&broken, changed).unwrap();
    refused(&new, &broken, "is damaged: copy it again");
    let stranger = home();
    stranger.started().terminate();
    std::fs::copy(stranger.path("schakel.key"), new.path("schakel.key")).unwrap();
    refused(&new, &file, "put that key file back");
    old.give_keys_to(&new);
    let (code, said) = new.operate(&["restore", file.to_str().unwrap()], None);
    assert_eq!(code, Some(1), "without the list of erasures it asks: {said}");

    let list = new.path("erasures");
    std::fs::write(&list, done(&old, &["erasures"])).unwrap();
    let said = done(&new, &["restore", file.to_str().unwrap(), "--erasures", list.to_str().unwrap()]);
    assert!(said.contains("rows put back"), "{said}");
    let again = new.operate(&["restore", file.to_str().unwrap(), "--without-erasures"], None);
    assert!(again.0 == Some(1) && again.1.contains("the database is not empty"), "{}", again.1);

    let bot = new.started();
    bot.wait_log("the device of before the restore is logged out");
    let now = device_ids(&new);
    assert!(now.len() == 1 && old_device.len() == 1 && now != old_device, "{old_device:?} {now:?}");
    let after = [anna.say(&room, "!status").await];
    each_is_answered_once(&anna, &room, &after).await;
    // The language that was chosen is still known, and the direct room as well.
    let asked = anna.say(&direct, "status").await;
    anna.wait("an answer in English", |seen| {
        let position = seen.iter().position(|seen| seen.event == asked)?;
        seen[position..]
            .iter()
            .find(|seen| seen.sender == *new.account && seen.body().contains(", up for "))
            .map(|_| ())
    })
    .await;
    for asked in [&before, &between] {
        each_is_answered_once(&anna, &room, asked).await;
    }
    assert!(anna.answers_in_history(&room, &lost).await[&lost[0]].is_empty(), "it came before the restore");
    assert_eq!(bot.terminate().0, Some(0));
}

#[tokio::test]
async fn a_moved_bot_goes_on_where_it_was() {
    let home = home().database("sqlite:schakel.db");
    let bot = home.started();
    let anna = person("anna").await;
    let room = anna.room_with(&home.account).await;
    let listed = anna.say(&room, "!interventie ruzie filmpje").await;
    anna.answer_to(&listed).await;
    let to = new_database(database_server());
    let (code, said) = home.operate(&["migrate", "--to", &to], None);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("already works on this database in another process: stop that one first"), "{said}");
    assert_eq!(bot.terminate().0, Some(0));
    let waiting = anna.say(&room, "!1").await;
    let said = done(&home, &["migrate", "--to", &to]);
    assert!(said.contains("all rows are the same on both sides"), "{said}");
    let (code, said) = home.operate(&["migrate", "--to", &to], None);
    assert!(code == Some(1) && said.contains("is not empty: make a new one"), "{said}");
    let home = home.database(&to);
    let bot = home.started();
    assert_eq!(device_ids(&home).len(), 1, "it is the same device");
    assert!(anna.answer_to(&waiting).await.body().contains("Wie beslist:"), "from the list of before");
    each_is_answered_once(&anna, &room, &[listed, waiting]).await;
    assert_eq!(bot.terminate().0, Some(0));
}
