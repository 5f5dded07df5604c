//! What lies on the disk: nothing of what people said or the bot answered can be read there, at any moment.

use std::path::Path;

use matrix_sdk::ruma::RoomId;

use super::{home, new_database, own_database_server, person};
use crate::support::bot::Home;
use crate::support::person::Person;

/// A word that nobody else says. The bot repeats it when it does not know it.
const PLANTED: &str = "zwanenburgwalkwartier";

/// The files below a folder that hold this text, in the encodings in which a database or a log might have it.
fn files_with(folder: &Path, text: &str) -> Vec<String> {
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let needles = [text.as_bytes().to_vec(), wide];
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            // A server's own files may go while they are read.
            let Ok(bytes) = std::fs::read(&path) else { continue };
            if needles.iter().any(|needle| bytes.windows(needle.len()).any(|window| window == needle)) {
                found.push(path.display().to_string());
            }
        }
    }
    found
}

/// Has the planted word in the inbox, then in the outbox, then in an open list, each time with the process killed there.
async fn said_at_every_stage(home: &Home, folders: &[&Path]) -> (Person, matrix_sdk::ruma::OwnedRoomId) {
    let anna = person("anna").await;
    let first = home.started();
    let room = anna.room_with(&home.account).await;
    assert_eq!(first.terminate().0, Some(0));
    let asked = anna.say(&room, &format!("!{PLANTED} op het plein")).await;
    for failpoint in ["before-commit", "before-send", "after-mark"] {
        assert_eq!(home.start_with_failpoint(failpoint).wait_end(), None, "killed at {failpoint}");
        nothing_readable(folders, &room, failpoint);
    }
    let bot = home.started();
    let answer = anna.answer_to(&asked).await;
    assert!(answer.body().contains(PLANTED), "the word was in the answer: {}", answer.body());
    nothing_readable(folders, &room, "while it runs");
    assert_eq!(bot.terminate().0, Some(0));
    nothing_readable(folders, &room, "after a clean stop");
    (anna, room)
}

fn nothing_readable(folders: &[&Path], room: &RoomId, when: &str) {
    let found: Vec<String> = folders.iter().flat_map(|folder| files_with(folder, PLANTED)).collect();
    assert_eq!(found, Vec::<String>::new(), "readable {when}");
    let known = folders.iter().flat_map(|folder| files_with(folder, room.as_str())).count();
    assert!(known > 0, "the search finds what does lie in the clear");
}

#[tokio::test]
async fn nothing_that_was_said_can_be_read_in_any_file() {
    let home = home().database("sqlite:schakel.db");
    let folder = home.folder.path().to_path_buf();
    said_at_every_stage(&home, &[&folder]).await;
}

#[tokio::test]
async fn nothing_that_was_said_can_be_read_in_the_files_of_postgresql() {
    let server = own_database_server();
    let home = home().database(&new_database(&server));
    let (folder, data) = (home.folder.path().to_path_buf(), server.data_dir());
    said_at_every_stage(&home, &[&folder, &data]).await;
}
