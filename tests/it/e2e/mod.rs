//! End to end: the bot as a process, a real homeserver, people with real encrypted clients.

mod crash;
mod hostile;
mod identity;
mod interop;
mod lookups;
mod outages;
mod postgres;
mod sealed;
mod teams;

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use xtask::homeserver::{Homeserver, Limits, Options};

use crate::support::bot::Home;
use crate::support::person::Person;

/// The homeserver that most tests share; it ends with this process.
fn server() -> &'static Homeserver {
    static SERVER: OnceLock<Homeserver> = OnceLock::new();
    SERVER.get_or_init(own_server)
}

/// A homeserver of one's own, for tests that stop it.
fn own_server() -> Homeserver {
    server_with(Limits::Lifted)
}

fn server_with(limits: Limits) -> Homeserver {
    let options = Options { limits, ..Options::default() };
    Homeserver::start(&options).expect("a homeserver starts; `cargo xtask test` prepares what it needs")
}

/// A name that no other test uses.
fn unique(name: &str) -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    format!("{name}-{}", COUNT.fetch_add(1, Ordering::Relaxed))
}

/// An account for a bot on this server, and its home.
fn home_on(server: &Homeserver) -> Home {
    let name = unique("bot");
    server.register(&name, "secret", false).expect("registered");
    Home::new(&server.url(), &server.user_id(&name))
}

fn home() -> Home {
    home_on(server())
}

async fn person_on(server: &Homeserver, name: &str) -> Person {
    let name = unique(name);
    server.register(&name, "secret", false).expect("registered");
    Person::log_in(&server.url(), &name).await
}

async fn person(name: &str) -> Person {
    person_on(server(), name).await
}
