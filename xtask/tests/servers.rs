//! The servers themselves: that they run, come back, and never outlive whoever started them.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::{
    env,
    fs::{self, Permissions},
    io::{BufRead as _, BufReader, Write as _, stdout},
    os::unix::fs::PermissionsExt as _,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::json;
use xtask::{
    client::{Client, refusal},
    homeserver::{self, Homeserver, Limits},
    postgres::{self, Postgres},
};

/// Names the test that is only run as a child, by [`servers_die_with_a_killed_parent`].
const CHILD: &str = "XTASK_TEST_CHILD";

fn runs(process: u32) -> bool {
    // A zombie has ended; only its parent has not asked yet.
    fs::read_to_string(format!("/proc/{process}/stat")).is_ok_and(|stat| !stat.contains(") Z "))
}

fn within(happened: impl Fn() -> bool) -> bool {
    let start = Instant::now();
    while !happened() && start.elapsed() < Duration::from_secs(10) {
        thread::sleep(Duration::from_millis(20));
    }
    happened()
}

#[test]
fn a_homeserver_keeps_accounts_and_rooms_over_a_restart() {
    let homeserver = Homeserver::start(&homeserver::Options::default()).unwrap();
    homeserver.register("anna", "secret", false).unwrap();
    let anna = Client::login(&homeserver.url(), "anna", "secret").unwrap();
    assert_eq!(anna.user_id(), "@anna:localhost");
    let room = anna.post("/_matrix/client/v3/createRoom", &json!({ "room_alias_name": "keten" })).unwrap();

    let url = homeserver.url();
    homeserver.stop().unwrap();
    assert!(anna.get("/_matrix/client/versions").is_err());
    homeserver.start_again().unwrap();
    assert_eq!(homeserver.url(), url);
    homeserver.kill().unwrap();
    homeserver.start_again().unwrap();

    let found = anna.get("/_matrix/client/v3/directory/room/%23keten%3Alocalhost").unwrap();
    assert_eq!(found["room_id"], room["room_id"]);
    assert!(homeserver.is_registered("anna").unwrap());
    assert!(!homeserver.is_registered("bram").unwrap());
    let again = homeserver.register("anna", "other", false).unwrap_err();
    assert_eq!(refusal(&again).unwrap().code, "M_USER_IN_USE");
}

#[test]
fn lifted_limits_let_forty_rooms_be_made_and_default_ones_do_not() {
    let rooms = |limits| {
        let options = homeserver::Options { limits, ..Default::default() };
        let homeserver = Homeserver::start(&options).unwrap();
        homeserver.register("anna", "secret", false).unwrap();
        let anna = Client::login(&homeserver.url(), "anna", "secret").unwrap();
        (0..40).take_while(|_| anna.post("/_matrix/client/v3/createRoom", &json!({})).is_ok()).count()
    };
    assert_eq!(rooms(Limits::Lifted), 40);
    assert!(rooms(Limits::Default) < 40);
}

#[test]
fn a_paused_homeserver_answers_once_resumed() {
    let homeserver = Homeserver::start(&homeserver::Options::default()).unwrap();
    homeserver.pause().unwrap();
    let url = homeserver.url();
    let asked = thread::spawn(move || Client::new(&url).get("/_matrix/client/versions").is_ok());
    thread::sleep(Duration::from_millis(300));
    assert!(!asked.is_finished());
    homeserver.resume().unwrap();
    assert!(asked.join().unwrap());
}

#[test]
fn access_tokens_expire_when_wanted() {
    let options = homeserver::Options { access_token_lifetime: Some(Duration::from_secs(1)), ..Default::default() };
    let homeserver = Homeserver::start(&options).unwrap();
    homeserver.register("anna", "secret", false).unwrap();
    let anna = Client::login(&homeserver.url(), "anna", "secret").unwrap();
    thread::sleep(Duration::from_millis(1200));
    let refused = anna.get("/_matrix/client/v3/account/whoami").unwrap_err();
    assert_eq!(refusal(&refused).unwrap().code, "M_UNKNOWN_TOKEN");
}

#[test]
fn a_homeserver_that_cannot_start_says_why() {
    let options = homeserver::Options { extra: "server_name: [\n".to_owned(), ..Default::default() };
    let error = Homeserver::start(&options).unwrap_err().to_string();
    assert!(error.contains("extra.yaml"), "{error}");
}

#[test]
fn a_database_server_keeps_databases_over_a_restart() {
    let postgres = Postgres::start(&postgres::Options::default()).unwrap();
    postgres.create_database("one").unwrap();
    assert!(postgres.create_database("one").is_err());
    postgres.stop().unwrap();
    postgres.start_again().unwrap();
    postgres.kill().unwrap();
    postgres.start_again().unwrap();
    assert!(postgres.create_database("one").unwrap_err().chain().any(|error| error.to_string().contains("exists")));
    assert!(postgres.url("one").ends_with("/one"));
}

#[test]
fn servers_die_with_a_killed_parent() {
    // Open, because PostgreSQL may run as another user.
    let left = tempfile::tempdir().unwrap();
    fs::set_permissions(left.path(), Permissions::from_mode(0o755)).unwrap();
    let mut parent = Command::new(env::current_exe().unwrap())
        .args(["--exact", "child_that_waits", "--nocapture", "--include-ignored"])
        .env(CHILD, "yes")
        .env("TMPDIR", left.path())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(parent.stdout.take().unwrap()).lines().map(Result::unwrap);
    let started =
        lines.map(|line| line.split_once("started ").map(|(_, ids)| ids.to_owned())).find_map(|ids| ids).unwrap();
    let processes: Vec<u32> = started.split_whitespace().map(|id| id.parse().unwrap()).collect();
    assert!(processes.iter().all(|id| runs(*id)), "{processes:?}");
    // The homeserver is paused: it could not even notice.
    parent.kill().unwrap();
    parent.wait().unwrap();
    for id in processes {
        assert!(within(|| !runs(id)), "process {id} goes on");
    }
    let tidy = || fs::read_dir(left.path()).unwrap().next().is_none();
    assert!(within(tidy), "a folder was left");
}

#[test]
#[ignore = "the half of another test that is killed"]
fn child_that_waits() {
    if env::var_os(CHILD).is_none() {
        return;
    }
    let homeserver = Homeserver::start(&homeserver::Options::default()).unwrap();
    let postgres = Postgres::start(&postgres::Options::default()).unwrap();
    homeserver.pause().unwrap();
    let ids = [homeserver.process_id().unwrap(), postgres.process_id().unwrap()];
    // Past the capture of `println!`, and past the lint that keeps that to tools.
    writeln!(stdout(), "started {} {}", ids[0], ids[1]).unwrap();
    thread::sleep(Duration::from_mins(1));
}
