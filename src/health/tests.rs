//! Red and green, the numbers, and the pages as a monitor gets them.

use super::*;

fn account() -> UserId {
    UserId::new("@schakel:example.org")
}

/// A bot whose database is open and empty; the folder goes with it.
async fn opened(longest_silence: Duration) -> (Arc<Health>, Arc<Pulse>, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let url = format!("sqlite:{}", folder.path().join("schakel.db").display());
    let store = Store::open(&url, &folder.path().join("schakel.key")).await.expect("a new database opens");
    let pulse = Arc::new(Pulse::default());
    let health = Arc::new(Health::new(account(), Arc::clone(&pulse), longest_silence));
    health.opened(Arc::new(store));
    (health, pulse, folder)
}

#[tokio::test]
async fn it_is_red_until_the_database_is_open_and_the_bot_serves() {
    let closed = Health::new(account(), Arc::default(), LONGEST_SILENCE);
    assert_eq!(closed.state().await, Err(Red::NotOpen));
    let (health, pulse, _folder) = opened(LONGEST_SILENCE).await;
    assert_eq!(health.state().await, Err(Red::NotReady));
    pulse.synced();
    assert_eq!(health.state().await, Err(Red::NotReady), "answering is not serving");
    pulse.ready();
    assert_eq!(health.state().await, Ok(()));
}

#[tokio::test]
async fn a_homeserver_that_is_silent_for_too_long_makes_it_red_and_its_answer_green() {
    let (health, pulse, _folder) = opened(Duration::ZERO).await;
    pulse.ready();
    pulse.synced();
    while pulse.silence() == Some(Duration::ZERO) {
        tokio::task::yield_now().await;
    }
    assert!(matches!(health.state().await, Err(Red::Silent(_))));
    let (health, pulse, _folder) = opened(Duration::from_mins(5)).await;
    pulse.ready();
    pulse.synced();
    assert_eq!(health.state().await, Ok(()));
}

#[tokio::test]
async fn a_lost_claim_comes_before_all_else() {
    let (health, pulse, _folder) = opened(LONGEST_SILENCE).await;
    pulse.ready();
    pulse.synced();
    pulse.claim_lost();
    assert_eq!(health.state().await, Err(Red::ClaimLost));
}

#[tokio::test]
async fn a_closed_database_is_red_and_takes_its_numbers_away_and_no_others() {
    let (health, pulse, _folder) = opened(LONGEST_SILENCE).await;
    pulse.ready();
    pulse.synced();
    health.store.get().expect("opened").close().await;
    assert_eq!(health.state().await, Err(Red::DatabaseAway));
    let text = health.metrics().await;
    assert!(text.contains("\nschakel_database_up 0\n"), "{text}");
    assert!(text.contains("\nschakel_healthy 0\n"), "{text}");
    assert!(!text.contains("schakel_outbox"), "{text}");
    assert!(text.contains("process_resident_memory_bytes"), "{text}");
}

/// The names are a promise to those who have made alerts of them.
#[tokio::test]
async fn the_numbers_have_these_names_and_no_labels_but_the_version() {
    let (health, pulse, _folder) = opened(LONGEST_SILENCE).await;
    pulse.ready();
    pulse.synced();
    pulse.gave_up_reading();
    pulse.gave_up_sending();
    pulse.gave_up_sending();
    let text = health.metrics().await;
    let samples: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    let names: Vec<&str> = samples.iter().filter_map(|line| line.split([' ', '{']).next()).collect();
    let expected = [
        "schakel_ready",
        "schakel_healthy",
        "schakel_database_up",
        "schakel_sync_age_seconds",
        "schakel_undecryptable_given_up_total",
        "schakel_sends_failed_total",
        "schakel_inbox_waiting",
        "schakel_inbox_oldest_seconds",
        "schakel_undecryptable_waiting",
        "schakel_undecryptable_oldest_seconds",
        "schakel_outbox_waiting",
        "schakel_outbox_oldest_seconds",
        "schakel_private_waiting",
        "schakel_private_oldest_seconds",
        "schakel_due_waiting",
        "schakel_due_oldest_seconds",
        "schakel_unrotated_erasure_days",
        "schakel_database_size_bytes",
        "process_start_time_seconds",
        "process_resident_memory_bytes",
        "schakel_build_info",
    ];
    assert_eq!(names, expected, "{text}");
    let labelled: Vec<&&str> = samples.iter().filter(|line| line.contains('{')).collect();
    assert_eq!(labelled, [&concat!("schakel_build_info{version=\"", env!("CARGO_PKG_VERSION"), "\"} 1")]);
    for line in ["schakel_healthy 1", "schakel_undecryptable_given_up_total 1", "schakel_sends_failed_total 2"] {
        assert!(samples.contains(&line), "{line} is not in {text}");
    }
    assert!(!text.contains("example.org"), "no id of anybody: {text}");
}

#[tokio::test]
async fn the_pages_are_answered_and_nothing_else_is() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let (health, pulse, _folder) = opened(LONGEST_SILENCE).await;
    let listener = listen("127.0.0.1:0".parse().expect("an address")).await.expect("a port is free");
    let address = listener.local_addr().expect("bound");
    assert!(listen(address).await.is_err(), "a port that is in use is an error");
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let serving = tokio::spawn(serve(listener, health, stopped));
    let get = async |request: &str| {
        let mut connection = tokio::net::TcpStream::connect(address).await.expect("it listens");
        connection.write_all(format!("{request} HTTP/1.1\r\nHost: x\r\n\r\n").as_bytes()).await.expect("written");
        let mut answer = String::new();
        connection.read_to_string(&mut answer).await.expect("answered and closed");
        answer
    };
    let red = get("GET /health").await;
    assert!(
        red.starts_with("HTTP/1.1 503 ") && red.ends_with("\r\n\r\nnot ready yet: waiting for the homeserver\n"),
        "{red}"
    );
    assert_eq!(ask(address).await.expect("it answers"), (false, "not ready yet: waiting for the homeserver".into()));
    pulse.ready();
    pulse.synced();
    assert!(get("GET /health").await.starts_with("HTTP/1.1 200 "));
    assert_eq!(ask(address).await.expect("it answers"), (true, "well".into()));
    let metrics = get("GET /metrics").await;
    assert!(metrics.contains("content-type: text/plain; version=0.0.4; charset=utf-8"), "{metrics}");
    assert!(get("HEAD /metrics").await.ends_with("\r\n\r\n"));
    assert!(get("POST /health").await.starts_with("HTTP/1.1 405 "));
    assert!(get("GET /").await.starts_with("HTTP/1.1 404 "));
    stop.send(true).expect("it hears");
    serving.await.expect("it ends");
    assert!(tokio::net::TcpStream::connect(address).await.is_err(), "nobody listens any more");
}

/// A connection on which nothing is said takes no place from others.
#[tokio::test]
async fn silent_connections_do_not_keep_others_out() {
    let (health, _pulse, _folder) = opened(LONGEST_SILENCE).await;
    let listener = listen("127.0.0.1:0".parse().expect("an address")).await.expect("a port is free");
    let address = listener.local_addr().expect("bound");
    let (_stop, stopped) = tokio::sync::watch::channel(false);
    let _serving = tokio::spawn(serve(listener, health, stopped));
    let mut silent = Vec::new();
    for _ in 0..7 {
        silent.push(tokio::net::TcpStream::connect(address).await.expect("it listens"));
    }
    assert!(!ask(address).await.expect("one place is left").0);
}
