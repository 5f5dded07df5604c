//! The engines under test: a file of `SQLite`'s in a folder of its own, a database of its own on one server of
//! `PostgreSQL`'s.

use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use tempfile::TempDir;
use xtask::postgres::{Options, Postgres};

use super::{Store, StoreError};

/// An empty store and how it was opened.
pub(super) struct Backend {
    pub(super) store: Store,
    pub(super) url: String,
    /// The folder of the key file, and on `SQLite` of the database; it goes with the test.
    folder: TempDir,
    is_file: bool,
}

impl Backend {
    /// The `SQLite` file; nothing on `PostgreSQL`.
    pub(super) fn file(&self) -> Option<PathBuf> {
        self.is_file.then(|| self.folder.path().join("schakel.db"))
    }

    pub(super) fn key_file(&self) -> PathBuf {
        self.folder.path().join("schakel.key")
    }

    /// The address of a new database on the same engine, with nothing in it. Its key file is this one's.
    pub(super) fn new_address(&self) -> String {
        if self.is_file { format!("sqlite:{}", self.folder.path().join("new.db").display()) } else { new_database() }
    }

    /// A folder for files of the test.
    pub(super) fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// The same database, opened once more as another process would.
    pub(super) async fn open_again(&self) -> Result<Store, StoreError> {
        Store::open(&self.url, &self.key_file()).await
    }
}

async fn opened(url: String, folder: TempDir, is_file: bool) -> Backend {
    let store = Store::open(&url, &folder.path().join("schakel.key")).await.expect("a new database opens");
    Backend { store, url, folder, is_file }
}

pub(super) async fn sqlite() -> Backend {
    let folder = TempDir::new().expect("a temporary folder can be made");
    let url = format!("sqlite:{}", folder.path().join("schakel.db").display());
    opened(url, folder, true).await
}

/// The address of a new database on the server.
pub(super) fn new_database() -> String {
    static DATABASES: AtomicU32 = AtomicU32::new(0);
    let name = format!("claim_{}", DATABASES.fetch_add(1, Ordering::Relaxed));
    let server = server();
    server.create_database(&name).expect("the server makes a database");
    server.url(&name)
}

pub(super) async fn postgres() -> Backend {
    opened(new_database(), TempDir::new().expect("a temporary folder can be made"), false).await
}

/// Where the server keeps its files.
pub(super) fn data_dir() -> PathBuf {
    server().data_dir()
}

/// The one server of this process, started by the first test that needs it. It ends with the process.
fn server() -> &'static Postgres {
    static SERVER: OnceLock<Result<Postgres, String>> = OnceLock::new();
    let server = SERVER.get_or_init(|| {
        let settings = vec![("max_connections".to_owned(), "300".to_owned())];
        let server =
            Postgres::start(&Options { settings, ..Options::default() }).map_err(|error| format!("{error:#}"))?;
        remove_at_the_end(&server);
        Ok(server)
    });
    match server {
        Ok(server) => server,
        Err(error) => panic!("no PostgreSQL to test on: run `cargo xtask test`, which prepares one\n{error}"),
    }
}

/// What is static is never dropped, so the server's folder would stay: a shell waits for our end and the server's, and
/// removes it.
fn remove_at_the_end(server: &Postgres) {
    let data = server.data_dir();
    let (Some(id), Some(folder)) = (server.process_id(), data.parent()) else { return };
    let wait_and_remove = "cat; while kill -0 \"$1\" 2>/dev/null; do sleep 0.1; done; rm -rf \"$2\"";
    let mut shell = Command::new("sh");
    shell.args(["-c", wait_and_remove, "sh", &id.to_string()]).arg(folder);
    // Nothing of ours is kept open, and Ctrl-C in the terminal does not reach it.
    shell.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
    let Ok(shell) = shell.spawn() else { return };
    // Its end of the pipe closes when this process is gone, however it went.
    std::mem::forget(shell);
}
