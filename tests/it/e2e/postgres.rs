//! The same bot on a real PostgreSQL: the way of a command, a kill in the middle, the database gone for a while.

use std::sync::OnceLock;

use xtask::postgres::{Options, Postgres};

use super::{home, person, unique};
use crate::support::bot::Home;

/// The database server that these tests share; it ends with this process.
fn server() -> &'static Postgres {
    static SERVER: OnceLock<Postgres> = OnceLock::new();
    SERVER.get_or_init(own_server)
}

fn own_server() -> Postgres {
    Postgres::start(&Options::default()).expect("PostgreSQL starts; `cargo xtask test` prepares what it needs")
}

fn home_with_database_on(server: &Postgres) -> Home {
    let name = unique("schakel").replace('-', "_");
    server.create_database(&name).unwrap();
    home().database(&server.url(&name))
}

#[tokio::test]
async fn a_command_is_answered_once_also_over_a_kill() {
    let home = home_with_database_on(server());
    let anna = person("anna").await;
    let first = home.started();
    let room = anna.room_with(&home.account).await;
    assert_eq!(first.terminate().0, Some(0));
    let asked = anna.say(&room, "!interventie ruzie filmpje").await;
    assert_eq!(home.start_with_failpoint("after-send").wait_end(), None);
    let bot = home.started();
    let answer = anna.answer_to(&asked).await;
    let opened = anna.say(&room, "!1").await;
    assert!(anna.answer_to(&opened).await.body().contains("Wie beslist:"));
    anna.edit(&room, &asked, "!begrip convenant").await;
    anna.wait("the changed answer", |seen| {
        seen.iter().find(|seen| seen.replaces() == Some(answer.event.as_str())).map(|_| ())
    })
    .await;
    assert_eq!(anna.answers_in_history(&room, std::slice::from_ref(&asked)).await[&asked].len(), 1);
    assert_eq!(bot.terminate().0, Some(0));
}

#[tokio::test]
async fn a_restart_of_the_database_loses_no_command() {
    let server = own_server();
    let home = home_with_database_on(&server);
    let anna = person("anna").await;
    let bot = home.started();
    let room = anna.room_with(&home.account).await;
    server.kill().unwrap();
    let asked = anna.say(&room, "!status").await;
    anna.next_sync().await;
    server.start_again().unwrap();
    anna.answer_to(&asked).await;
    assert_eq!(anna.answers_in_history(&room, std::slice::from_ref(&asked)).await[&asked].len(), 1);
    assert_eq!(bot.terminate().0, Some(0));
}
