//! What a homeserver can be asked for, and Synapse's configuration file that follows. The file is written here and not with
//! Synapse's generator, which takes as long as a start.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use crate::{cannot, secret_file};

pub(super) const FILE: &str = "homeserver.yaml";
pub(super) const DATABASE: &str = "homeserver.db";
pub(super) const REGISTRATION_SECRET: &str = "registration-secret";
pub(super) const EXTRA_FILE: &str = "extra.yaml";
const MACAROON_SECRET: &str = "macaroon-secret";
const FORM_SECRET: &str = "form-secret";
const LOG: &str = "log.yaml";

/// Whether the homeserver holds back who sends much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Limits {
    /// No limit that a test could meet.
    #[default]
    Lifted,
    /// Synapse's own defaults, as a bot meets them in the wild: 0.2 messages a second, ten at once, per account.
    Default,
}

/// What a homeserver is started with.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where its data lies and stays; nothing means a temporary folder. What lies there already is used again.
    pub folder: Option<PathBuf>,
    /// Its port; nothing means any free one.
    pub port: Option<u16>,
    /// The second half of its ids.
    pub server_name: String,
    /// Rate limits.
    pub limits: Limits,
    /// How long access tokens last; nothing means for ever (five minutes for clients that can refresh them).
    pub access_token_lifetime: Option<Duration>,
    /// What it logs: `WARNING`, `INFO` (each request) or `DEBUG`.
    pub log_level: String,
    /// More lines of Synapse's configuration, in YAML, at the top level. It wins over what is written here.
    pub extra: String,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            folder: None,
            port: None,
            server_name: "localhost".to_owned(),
            limits: Limits::default(),
            access_token_lifetime: None,
            log_level: "WARNING".to_owned(),
            extra: String::new(),
        }
    }
}

/// Every limit of Synapse 1.163 that a client can meet; `a/b` is `b` within `a`.
const LIMITED: &[&str] = &[
    "rc_message",
    "rc_registration",
    "rc_registration_token_validity",
    "rc_login/address",
    "rc_login/account",
    "rc_login/failed_attempts",
    "rc_admin_redaction",
    "rc_joins/local",
    "rc_joins/remote",
    "rc_joins_per_room",
    "rc_key_requests",
    "rc_3pid_validation",
    "rc_invites/per_room",
    "rc_invites/per_user",
    "rc_invites/per_issuer",
    "rc_third_party_invite",
    "rc_media_create",
    "rc_presence/per_user",
    "rc_delayed_event_mgmt",
    "rc_room_creation",
    "rc_reports",
    "rc_user_directory",
    "rc_profile",
];

pub(super) fn write(options: &Options, folder: &Path, port: u16) -> Result<()> {
    for secret in [REGISTRATION_SECRET, MACAROON_SECRET, FORM_SECRET] {
        secret_file(&folder.join(secret))?;
    }
    // JSON is YAML.
    put(&folder.join(LOG), &log(options).to_string())?;
    put(&folder.join(FILE), &format!("{:#}", configuration(options, folder, port)))?;
    put(&folder.join(EXTRA_FILE), &options.extra)
}

fn put(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| cannot("write", path))
}

fn configuration(options: &Options, folder: &Path, port: u16) -> Value {
    let at = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let mut settings = json!({
        "server_name": options.server_name,
        "public_baseurl": format!("http://127.0.0.1:{port}/"),
        "listeners": [{
            "port": port,
            "bind_addresses": ["127.0.0.1"],
            "type": "http",
            "resources": [{ "names": ["client"], "compress": false }],
        }],
        "database": { "name": "sqlite3", "args": { "database": at(DATABASE) } },
        "log_config": at(LOG),
        "media_store_path": at("media"),
        "pid_file": at("homeserver.pid"),
        "registration_shared_secret_path": at(REGISTRATION_SECRET),
        "macaroon_secret_key_path": at(MACAROON_SECRET),
        "form_secret_path": at(FORM_SECRET),
        // No secret: nobody federates with this server. Given here because making one takes a while.
        "signing_key": format!("ed25519 dev {}", "A".repeat(43)),
        "federation_domain_whitelist": [],
        "trusted_key_servers": [],
        "suppress_key_server_warning": true,
        "report_stats": false,
        "bcrypt_rounds": 4,
        "event_cache_size": "2K",
        "enable_search": false,
        "presence": { "enabled": false },
        "user_directory": { "enabled": false },
    });
    if options.limits == Limits::Lifted {
        for path in LIMITED {
            // Indexing makes an outer object that is not there yet.
            let setting = path.split('/').fold(&mut settings, |outer, key| &mut outer[key]);
            *setting = json!({ "per_second": 1_000_000, "burst_count": 1_000_000 });
        }
    }
    if let Some(lifetime) = options.access_token_lifetime {
        let milliseconds = u64::try_from(lifetime.as_millis()).unwrap_or(u64::MAX);
        settings["refreshable_access_token_lifetime"] = milliseconds.into();
        settings["nonrefreshable_access_token_lifetime"] = milliseconds.into();
    }
    settings
}

fn log(options: &Options) -> Value {
    json!({
        "version": 1,
        "disable_existing_loggers": false,
        "formatters": { "line": { "format": "%(asctime)s %(levelname)s %(name)s %(message)s" } },
        "handlers": { "output": { "class": "logging.StreamHandler", "formatter": "line" } },
        "root": { "level": options.log_level, "handlers": ["output"] },
    })
}
