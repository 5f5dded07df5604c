//! The peer: maubot in its standalone mode, with encryption, with a plugin that answers `!echo`. Its settings are those that
//! it comes with, but for the log, which writes warnings only.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use serde_json::json;
use tempfile::TempDir;
use xtask::client::Client;
use xtask::homeserver::Homeserver;
use xtask::process::{Options, Process, Signal};
use xtask::python;

/// How long it may take to end.
const GRACE: Duration = Duration::from_secs(5);

pub(crate) struct Peer {
    pub(crate) account: String,
    process: Process,
    /// Last, so that it goes after the process.
    _folder: TempDir,
}

impl Peer {
    pub(crate) fn start(homeserver: &Homeserver) -> Self {
        let environment = python::prepare_maubot(&|line| eprintln!("{line}")).expect("maubot can be installed");
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        homeserver.register("maubot", "secret", false).expect("registered");
        let session = Client::login(&homeserver.url(), "maubot", "secret").expect("logged in");
        let device =
            session.get("/_matrix/client/v3/account/whoami").expect("the homeserver knows it")["device_id"].clone();
        let settings = json!({
            "user": {
                "credentials": {
                    "id": session.user_id(),
                    "homeserver": homeserver.url(),
                    "access_token": session.token(),
                    "device_id": device,
                },
                "sync": true,
                "appservice": false,
                "hs_token": null,
                "autojoin": true,
                "displayname": "disable",
                "avatar_url": "disable",
                "ignore_initial_sync": true,
                "ignore_first_sync": true,
            },
            "database": "sqlite:maubot.db",
            "database_opts": { "min_size": 1, "max_size": 10 },
            "crypto_db_pickle_key": "schakel",
            "plugin_config": {},
            "logging": {
                "version": 1,
                "handlers": { "console": { "class": "logging.StreamHandler" } },
                "root": { "level": "WARNING", "handlers": ["console"] },
            },
        });
        // JSON is YAML.
        fs::write(folder.path().join("config.yaml"), settings.to_string()).expect("written");
        let plugin = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/maubot/maubot.yaml");
        let mut command = Command::new(environment.python());
        command.args(["-B", "-m", "maubot.standalone", "--config", "config.yaml", "--meta"]).arg(plugin);
        command.current_dir(folder.path());
        let options = Options::terminated(folder.path().join("log"), GRACE);
        let process = Process::start(&environment, &command, &options).expect("maubot starts");
        Self { account: session.user_id().to_owned(), process, _folder: folder }
    }

    /// Resident memory in bytes.
    pub(crate) fn resident_bytes(&self) -> u64 {
        crate::support::bot::resident_bytes_of(self.process.id())
    }

    /// Ends it.
    pub(crate) fn stop(&mut self) {
        self.process.stop(Signal::Interrupt, GRACE).expect("it can be ended");
    }
}
