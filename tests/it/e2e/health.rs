//! What a monitor gets of a bot on a real homeserver: green, numbers that Prometheus can read, red when the server is away, green again.

use std::collections::BTreeMap;
use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

use super::{database_server, home_on, new_database, own_server, person_on, server};
use crate::support::bot::PATIENCE;
use crate::support::proxy::{Mood, Proxy};

/// A port of the loopback address that was free a moment ago.
fn port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// What the bot answers: its status and its text.
fn get(port: u16, page: &str) -> (u16, String) {
    let agent = ureq::Agent::new_with_config(
        ureq::Agent::config_builder().http_status_as_error(false).timeout_global(Some(Duration::from_secs(5))).build(),
    );
    let mut answer = agent.get(format!("http://127.0.0.1:{port}{page}")).call().unwrap();
    (answer.status().as_u16(), answer.body_mut().read_to_string().unwrap())
}

/// Asks until the bot answers with this status; its line.
async fn wait_for(port: u16, status: u16) -> String {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let (found, line) = get(port, "/health");
        if found == status {
            return line;
        }
        assert!(Instant::now() < deadline, "it stays {found}: {line}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Reads the text format of Prometheus, strictly: help and type before each name, once, and one number for each sample.
fn numbers(text: &str) -> BTreeMap<String, f64> {
    assert!(text.ends_with('\n'), "the last line ends too");
    let (mut numbers, mut help, mut kind) = (BTreeMap::new(), String::new(), (String::new(), String::new()));
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("# HELP ") {
            let (name, words) = rest.split_once(' ').unwrap_or_else(|| panic!("no help: {line}"));
            assert!(!words.is_empty() && !numbers.contains_key(name), "{line}");
            name.clone_into(&mut help);
        } else if let Some(rest) = line.strip_prefix("# TYPE ") {
            let (name, type_) = rest.split_once(' ').unwrap_or_else(|| panic!("no type: {line}"));
            assert!(name == help && ["counter", "gauge"].contains(&type_), "{line}");
            kind = (name.to_owned(), type_.to_owned());
        } else {
            let (sample, value) = line.rsplit_once(' ').unwrap_or_else(|| panic!("no sample: {line}"));
            let (name, labels) = sample.split_once('{').map_or((sample, None), |(name, rest)| (name, Some(rest)));
            assert!(name.starts_with(|first: char| first.is_ascii_lowercase()), "{line}");
            assert!(name.chars().all(|sign| sign.is_ascii_lowercase() || "_0123456789".contains(sign)), "{line}");
            assert_eq!(name, kind.0, "its type stands before it: {line}");
            assert_eq!(name.ends_with("_total"), kind.1 == "counter", "{line}");
            if let Some(labels) = labels {
                let (label, rest) = labels.split_once("=\"").unwrap_or_else(|| panic!("no label: {line}"));
                assert!(label == "version" && rest.strip_suffix("\"}").is_some_and(|value| !value.contains('"')));
            }
            let value: f64 = value.parse().unwrap_or_else(|_| panic!("no number: {line}"));
            assert!(value.is_finite() && value >= 0.0, "{line}");
            assert!(numbers.insert(name.to_owned(), value).is_none(), "twice: {line}");
        }
    }
    numbers
}

#[tokio::test]
async fn a_monitor_sees_it_well_then_without_a_homeserver_then_well_again() {
    let (server, port) = (own_server(), port());
    let home = home_on(&server).http(port);
    let ahead = home.path("ahead");
    let mut bot = home.start_with(&[("SCHAKEL_DUE_AHEAD", ahead.to_str().unwrap())]);
    bot.wait_ready();
    assert_eq!(get(port, "/health"), (200, "well\n".to_owned()));
    assert_eq!(home.operate(&["health"], None), (Some(0), "well\n".to_owned()));
    let anna = person_on(&server, "anna").await;
    let room = anna.room_with(&home.account).await;
    let asked = anna.say(&room, "!status").await;
    anna.answer_to(&asked).await;

    let (status, text) = get(port, "/metrics");
    assert_eq!(status, 200);
    let found = numbers(&text);
    for (name, value) in
        [("schakel_ready", 1.0), ("schakel_healthy", 1.0), ("schakel_database_up", 1.0), ("schakel_inbox_waiting", 0.0)]
    {
        assert!((found[name] - value).abs() < f64::EPSILON, "{name} is {}", found[name]);
    }
    assert!(found["schakel_sync_age_seconds"] < 60.0 && found["process_resident_memory_bytes"] > 1e6, "{text}");
    for hidden in [home.account.as_str(), anna.id().as_str(), room.as_str(), server.server_name()] {
        assert!(!text.contains(hidden), "{hidden} is in the numbers");
    }

    server.stop().unwrap();
    // Until then an answer from before may still be worked off.
    bot.wait_log("the sync failed");
    assert_eq!(get(port, "/health").0, 200, "a homeserver that restarts alarms nobody");
    std::fs::write(&ahead, "301000").unwrap();
    let line = wait_for(port, 503).await;
    assert!(line.starts_with("no answer of the homeserver to a sync for 3") && line.lines().count() == 1, "{line}");
    assert!(numbers(&get(port, "/metrics").1)["schakel_sync_age_seconds"] > 300.0);
    assert_eq!(home.operate(&["health"], None), (Some(1), format!("schakel: {line}")));
    server.start_again().unwrap();
    assert_eq!(wait_for(port, 200).await, "well\n");

    // A monitor that keeps its connection open does not hold up the end.
    let _silent = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let (code, took) = bot.terminate();
    assert!(code == Some(0) && took < Duration::from_secs(5), "{code:?} after {took:?}");
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err(), "nobody listens any more");
}

#[tokio::test]
async fn it_is_red_before_it_serves_and_a_port_in_use_ends_the_start() {
    let server = own_server();
    let port = port();
    let home = home_on(&server).http(port);
    home.started().terminate();
    server.stop().unwrap();
    let mut bot = home.start();
    bot.wait_log("the homeserver does not answer yet");
    assert_eq!(get(port, "/health"), (503, "not ready yet: waiting for the homeserver\n".to_owned()));
    let other = home_on(super::server()).http(port);
    assert_eq!(other.start().wait_end(), Some(1));
    assert!(other.log().contains(&format!("http: cannot listen at 127.0.0.1:{port}")), "{}", other.log());
    server.start_again().unwrap();
    bot.wait_ready();
    assert_eq!(get(port, "/health").0, 200);
}

// The proxy works while the test waits for the bot's process.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_gives_no_answer_is_red_within_two_seconds() {
    let database = new_database(database_server());
    let (head, path) = database.rsplit_once('/').unwrap();
    let (user, address) = head.rsplit_once('@').unwrap_or_else(|| head.rsplit_once('/').unwrap());
    let proxy = Proxy::before(address).await;
    let joint = if head.contains('@') { "@" } else { "/" };
    let through = format!("{user}{joint}{}/{path}", proxy.url.trim_start_matches("http://"));
    let port = port();
    let home = home_on(server()).database(&through).http(port);
    let bot = home.started();
    assert_eq!(get(port, "/health").0, 200);
    // Connections are taken, and nothing comes on them.
    proxy.set(Mood::Late);
    // What was found a moment ago counts for a second.
    tokio::time::sleep(Duration::from_millis(1100)).await;
    let asked = Instant::now();
    assert_eq!(get(port, "/health"), (503, "the database gives no answer\n".to_owned()));
    assert!(asked.elapsed() < Duration::from_secs(2), "{:?}", asked.elapsed());
    let found = numbers(&get(port, "/metrics").1);
    assert!(found["schakel_database_up"] < 0.5 && !found.contains_key("schakel_outbox_waiting"));
    proxy.set(Mood::Good);
    assert_eq!(wait_for(port, 200).await, "well\n");
    assert_eq!(bot.terminate().0, Some(0));
}
