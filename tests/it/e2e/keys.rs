//! The key file: refused when it is not as it should be, and rotated while people talk, however often that is cut off.

use std::os::unix::fs::PermissionsExt as _;

use super::{home, person};
use crate::support::bot::Home;

/// How many master keys the key file holds, and the last one's name.
fn masters(home: &Home) -> (usize, String) {
    let text = std::fs::read_to_string(home.path("schakel.key")).unwrap();
    let names: Vec<&str> = text.lines().filter_map(|line| line.split_once(" = ")).map(|(name, _)| name).collect();
    (names.len(), (*names.last().unwrap()).to_owned())
}

#[tokio::test]
async fn a_rotation_that_is_killed_anywhere_while_people_talk_loses_nothing() {
    let home = home();
    let bot = home.started();
    let anna = person("anna").await;
    let room = anna.room_with(&home.account).await;
    let (count, old) = masters(&home);
    assert_eq!(count, 1);
    for failpoint in ["rotation-begun", "rotation-known", "rotation-batch", "rotation-wrapped"] {
        let (code, said) = home.operate(&["keys", "rotate"], Some(failpoint));
        assert_eq!(code, None, "killed at {failpoint}: {said}");
        assert!(said.contains(&format!("failpoint {failpoint} reached")), "{said}");
        assert_eq!(masters(&home).0, 2, "both keys are kept at {failpoint}");
        let asked = anna.say(&room, "!interventie ouders").await;
        anna.answer_to(&asked).await;
    }
    let (code, said) = home.operate(&["keys", "rotate"], None);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("the master key is new"), "{said}");
    let (count, new) = masters(&home);
    assert_eq!(count, 1);
    assert_ne!(new, old);
    // The bot that has run all the time opens what was sealed before, and so does the next start.
    let opened = anna.say(&room, "!1").await;
    assert!(anna.answer_to(&opened).await.body().contains("Wie beslist:"));
    assert_eq!(bot.terminate().0, Some(0));
    let _bot = home.started();
    let opened = anna.say(&room, "!2").await;
    assert!(anna.answer_to(&opened).await.body().contains("Wie beslist:"));
}

#[tokio::test]
async fn a_key_file_that_is_not_as_it_should_be_stops_the_start_with_one_sentence() {
    let home = home().database("sqlite:schakel.db");
    home.started().terminate();
    let file = home.path("schakel.key");
    let key = std::fs::read(&file).unwrap();
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let database = std::fs::read(home.path("schakel.db")).unwrap();
    let refused = |sentence: &str| {
        assert_eq!(home.start().wait_end(), Some(1));
        let log = home.log();
        assert!(log.lines().last().unwrap().contains(sentence), "{log}");
        assert!(std::fs::read(home.path("schakel.db")).unwrap() == database, "nothing has changed");
    };
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o640)).unwrap();
    refused("can be read by others: take that away with `chmod 600`");
    std::fs::remove_file(&file).unwrap();
    refused("is not there: put a copy of it back");
    assert!(!file.exists(), "no new key is made for a database that has one");
    let other = String::from_utf8(key.clone()).unwrap().replace(" = ", "0 = ");
    std::fs::write(&file, other).unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).unwrap();
    refused("does not open this database: put the right one there");
    std::fs::write(&file, key).unwrap();
    home.started().terminate();
}
