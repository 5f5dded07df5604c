//! End to end: the bot as a process, a real homeserver, people with real encrypted clients. The databases are SQLite's, or
//! PostgreSQL's where the environment says so; `cargo xtask test` runs both.

mod aftercare;
mod agreements;
mod backup;
mod crash;
mod dialogue;
mod evaluation;
mod health;
mod hostile;
mod identity;
mod interop;
mod keys;
mod lookups;
mod mydata;
mod outages;
mod postgres;
mod reminders;
mod retention;
mod rooms;
mod sealed;
mod several;
mod soak;
mod teams;
mod trend;
mod trust;

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use xtask::homeserver::{Homeserver, Limits, Options};
use xtask::postgres::{self as database, Postgres};

use crate::support::bot::{Home, on_postgres};
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

/// The database server that most tests share; it ends with this process.
pub(super) fn database_server() -> &'static Postgres {
    static SERVER: OnceLock<Postgres> = OnceLock::new();
    SERVER.get_or_init(|| database_server_that(false))
}

/// A database server of one's own, for tests that stop it. What it has accepted survives that, as in real use.
fn own_database_server() -> Postgres {
    database_server_that(true)
}

fn database_server_that(durable: bool) -> Postgres {
    let settings = vec![("max_connections".to_owned(), "500".to_owned())];
    let options = database::Options { durable, settings, ..database::Options::default() };
    Postgres::start(&options).expect("PostgreSQL starts; `cargo xtask test` prepares what it needs")
}

/// The address of a new database on this server.
pub(super) fn new_database(server: &Postgres) -> String {
    let name = unique("schakel").replace('-', "_");
    server.create_database(&name).expect("the server makes a database");
    server.url(&name)
}

/// An account for a bot on this server, and its home.
fn home_on(server: &Homeserver) -> Home {
    let name = unique("bot");
    server.register(&name, "secret", false).expect("registered");
    let home = Home::new(&server.url(), &server.user_id(&name));
    if on_postgres() { home.database(&new_database(database_server())) } else { home }
}

/// A new machine for the account of this home: copies of key file and recovery key, nothing else.
fn new_machine(home: &Home) -> Home {
    let new = home.elsewhere();
    let database = if on_postgres() { new_database(database_server()) } else { "sqlite:schakel.db".to_owned() };
    new.database(&database)
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
