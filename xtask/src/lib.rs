//! What developing and testing *Schakel* needs besides Rust: a throw-away homeserver and a throw-away database, real ones,
//! installed from the Python index on first use.
//!
//! The binary `cargo xtask` uses this, and so do the tests and benchmarks of the main package:
//!
//! - [`python`] makes the virtual environment, once;
//! - [`homeserver`] runs Synapse, [`postgres`] runs `PostgreSQL`, each on a free loopback port in a folder of its own;
//! - [`process`] runs any program so that it never outlives the test that started it, however that ended;
//! - [`settings`] is the example of settings as a package installs it;
//! - [`client`] is as much of a Matrix client as setting up a room takes. It knows no encryption.
//!
//! Everything here blocks, and takes seconds at most once the environment is there.

pub mod client;
pub mod folders;
pub mod homeserver;
pub mod postgres;
pub mod process;
pub mod python;
pub mod settings;

use std::{
    fs::{self, File},
    io::{Read as _, Write as _},
    net::TcpListener,
    os::unix::fs::OpenOptionsExt as _,
    path::Path,
};

use anyhow::{Context as _, Result};

/// A port of the loopback address that was free a moment ago.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).context("no free port on the loopback address")?;
    Ok(listener.local_addr()?.port())
}

/// Whether this port of the loopback address can be had now.
pub fn port_is_free(port: u16) -> bool {
    TcpListener::bind(("127.0.0.1", port)).is_ok()
}

/// The secret in this file, for the owner's eyes; made up when there is none yet.
pub fn secret_file(path: &Path) -> Result<String> {
    if !path.exists() {
        let mut bytes = [0; 16];
        File::open("/dev/urandom").and_then(|mut source| source.read_exact(&mut bytes)).context("no random source")?;
        let secret = hex(&bytes);
        let file = File::options().write(true).create_new(true).mode(0o600).open(path);
        file.and_then(|mut file| file.write_all(secret.as_bytes())).with_context(|| cannot("write", path))?;
    }
    fs::read_to_string(path).with_context(|| cannot("read", path))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// The context of an error about a file.
fn cannot(what: &str, path: &Path) -> String {
    format!("cannot {what} {}", path.display())
}
