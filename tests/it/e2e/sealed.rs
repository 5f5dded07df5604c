//! What lies on the disk: nothing of what people said or the bot answered can be read there, at any moment.

use std::path::Path;

use matrix_sdk::ruma::RoomId;

use super::dialogue::{SEEN, SHORT, alone_in_a_team, number_in};
use super::{home, new_database, own_database_server, person};
use crate::support::bot::Home;
use crate::support::person::Person;

/// A word that nobody else says. The bot repeats it when it does not know it.
const PLANTED: &str = "zwanenburgwalkwartier";

/// The files below a folder that hold this text, in the encodings in which a database or a log might have it.
pub(super) fn files_with(folder: &Path, text: &str) -> Vec<String> {
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

/// What a team writes down stands in its database, and can be read in none of these folders: as it lies there, after a record
/// was erased, and after the rotation that makes the erasure whole.
async fn nothing_of_a_team_readable(home: Home, look: Box<dyn Fn(&str)>) {
    let anna = person("anna").await;
    let home = home.bot(&format!("admins = [\"{}\"]", anna.id()));
    let bot = home.started();
    let room = anna.room_with(&home.account).await;
    let say = async |text: String, expected: &str| {
        let asked = anna.say(&room, &text).await;
        let answer = anna.answer_to(&asked).await.body().to_owned();
        assert!(answer.contains(expected), "{text}: {answer}");
        answer
    };
    say(format!("!team maak {PLANTED} gemeente"), PLANTED).await;
    say(format!("!team groep {PLANTED}"), PLANTED).await;
    say(format!("!team bel 2 gemeente {PLANTED}, 0900"), PLANTED).await;
    let proposed = say(format!("!afspraak nieuw eerst gemeente: wie {PLANTED} ziet, belt"), PLANTED).await;
    let number =
        proposed.split(|sign: char| !sign.is_alphanumeric() && sign != '-').find(|word| word.starts_with("AF-"));
    let number = number.unwrap().to_owned();
    say("!team".to_owned(), PLANTED).await;
    look("while it runs");
    let (code, said) = home.operate(&["erase", &format!("agreement/{number}")], None);
    assert_eq!(code, Some(0), "{said}");
    look("after erasing");
    say(format!("!afspraak {number}"), "ken ik geen afspraak").await;
    say("!status".to_owned(), "hoofdsleutel").await;
    let (code, said) = home.operate(&["keys", "rotate"], None);
    assert_eq!(code, Some(0), "{said}");
    look("after the rotation");
    say("!team".to_owned(), PLANTED).await;
    assert_eq!(bot.terminate().0, Some(0));
    look("after a clean stop");
}

/// A report lies in the same files: under way, sent, shown, taken back.
async fn nothing_of_a_report_readable(home: Home, look: Box<dyn Fn(&str)>) {
    let anna = person("anna").await;
    let home = home.bot(&format!("admins = [\"{}\"]", anna.id()));
    let bot = home.started();
    let mut alone = alone_in_a_team(&anna, &home).await;
    let seen = format!("filmpje over het {PLANTED}, met publiek");
    for (text, expected) in SHORT {
        // There is no list of groups in this team.
        let text = match text {
            SEEN => &seen,
            "haven" => "overslaan",
            text => text,
        };
        alone.say(text, expected).await;
        if text == seen {
            look("in the middle of a report");
        }
    }
    look("at the summary");
    alone.say("overzicht", PLANTED).await;
    alone.say("verstuur", "nu kan niemand anders dit zien").await;
    let number = number_in(alone.say("zo laten", "is verstuurd").await.body());
    alone.say(&format!("signaal {number}"), PLANTED).await;
    look("when it is sent and shown");
    alone.say(&format!("signaal {number} intrek ja"), "is ingetrokken").await;
    look("when it is taken back");
    assert_eq!(bot.terminate().0, Some(0));
    look("after a clean stop");
}

/// Looks through the files of `SQLite`.
async fn in_any_file<F: Future<Output = ()>>(walk: impl FnOnce(Home, Box<dyn Fn(&str)>) -> F) {
    let home = home().database("sqlite:schakel.db");
    let folder = home.folder.path().to_path_buf();
    let account = home.account.clone();
    let look = move |when: &str| {
        assert_eq!(files_with(&folder, PLANTED), Vec::<String>::new(), "{when}");
        assert!(!files_with(&folder, &account).is_empty(), "the search finds what does lie in the clear");
    };
    walk(home, Box::new(look)).await;
}

/// Looks through the files of PostgreSQL and a dump.
async fn in_postgresql<F: Future<Output = ()>>(walk: impl FnOnce(Home, Box<dyn Fn(&str)>) -> F) {
    let server = own_database_server();
    let url = new_database(&server);
    let name = url.rsplit('/').next().unwrap().to_owned();
    let home = home().database(&url);
    let (folder, data) = (home.folder.path().to_path_buf(), server.data_dir());
    let account = home.account.clone();
    let look = move |when: &str| {
        let dump = std::fs::read_to_string(server.dump(&name).unwrap()).unwrap();
        let hex = PLANTED.bytes().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
        assert!(!dump.contains(PLANTED) && !dump.contains(&hex), "in a dump {when}");
        assert!(dump.contains(&account), "the dump holds what lies in the clear");
        let found: Vec<String> = [&folder, &data].iter().flat_map(|folder| files_with(folder, PLANTED)).collect();
        assert_eq!(found, Vec::<String>::new(), "{when}");
    };
    walk(home, Box::new(look)).await;
}

#[tokio::test]
async fn nothing_of_a_report_can_be_read_in_any_file() {
    in_any_file(nothing_of_a_report_readable).await;
}

#[tokio::test]
async fn nothing_of_a_report_can_be_read_in_the_files_or_a_dump_of_postgresql() {
    in_postgresql(nothing_of_a_report_readable).await;
}

#[tokio::test]
async fn nothing_that_a_team_wrote_down_can_be_read_in_any_file() {
    in_any_file(nothing_of_a_team_readable).await;
}

#[tokio::test]
async fn nothing_that_a_team_wrote_down_can_be_read_in_the_files_or_a_dump_of_postgresql() {
    in_postgresql(nothing_of_a_team_readable).await;
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
