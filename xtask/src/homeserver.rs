//! A throw-away Synapse on the loopback address: its own folder, `SQLite`, no federation, nothing sent anywhere.

mod settings;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::{Mutex, MutexGuard, OnceLock, PoisonError},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::json;
use sha1::Sha1;
use tempfile::TempDir;

pub use self::settings::{Limits, Options};
use crate::{
    cannot,
    client::{Client, in_path, refusal, text},
    folders, free_port, hex,
    process::{self, Process, Signal},
    python::{self, Environment},
    secret_file,
};

/// A loaded machine may take this long to start Synapse; an idle one takes under two seconds.
const START_LIMIT: Duration = Duration::from_secs(90);
/// Synapse ends within a tenth of a second when idle.
const STOP_LIMIT: Duration = Duration::from_secs(15);
/// The account behind [`Homeserver::admin`].
const ADMIN: &str = "xtask-admin";

/// A homeserver that runs until it is stopped or dropped. All methods can be called from any thread.
#[derive(Debug)]
pub struct Homeserver {
    environment: Environment,
    folder: PathBuf,
    port: u16,
    server_name: String,
    process: Mutex<Option<Process>>,
    admin: OnceLock<Client>,
    // Last, so that it goes after the process.
    temporary: Option<TempDir>,
}

/// Makes all that a first [`Homeserver::start`] needs: the Python environment, and a new homeserver's database.
pub fn prepare(progress: &dyn Fn(&str)) -> Result<Environment> {
    let environment = python::prepare(progress)?;
    template(&environment, progress)?;
    Ok(environment)
}

impl Homeserver {
    /// Starts one, and returns when it answers. Prepares what is needed first.
    pub fn start(options: &Options) -> Result<Self> {
        let environment = python::prepare(&|line| eprintln!("{line}"))?;
        let template = template(&environment, &|line| eprintln!("{line}"))?;
        Self::start_on(&environment, options, Some(&template))
    }

    fn start_on(environment: &Environment, options: &Options, template: Option<&Path>) -> Result<Self> {
        let temporary = match options.folder {
            Some(_) => None,
            None => Some(TempDir::with_prefix("schakel-homeserver-").context("cannot make a temporary folder")?),
        };
        let folder = options.folder.as_deref().or(temporary.as_ref().map(TempDir::path)).expect("one of them");
        let folder = folder.to_owned();
        fs::create_dir_all(&folder).with_context(|| cannot("make", &folder))?;
        let mut homeserver = Self {
            environment: environment.clone(),
            folder,
            port: 0,
            server_name: options.server_name.clone(),
            process: Mutex::new(None),
            admin: OnceLock::new(),
            temporary,
        };
        if let Some(template) = template.filter(|_| !homeserver.database_path().exists()) {
            fs::copy(template, homeserver.database_path()).with_context(|| cannot("copy", template))?;
        }
        for attempt in 0.. {
            homeserver.port = options.port.map_or_else(free_port, Ok)?;
            settings::write(options, &homeserver.folder, homeserver.port)?;
            let Err(error) = homeserver.start_again() else { break };
            // A port that was free a moment ago may have been taken by another test.
            let taken = options.port.is_none() && format!("{error:#}").contains("Address already in use");
            if !taken || attempt == 5 {
                return Err(error);
            }
        }
        Ok(homeserver)
    }

    /// Where clients reach it, such as `http://127.0.0.1:40123`.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Its port on the loopback address.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The second half of its ids.
    pub fn server_name(&self) -> &str {
        &self.server_name
    }

    /// The full id of the person with this name.
    pub fn user_id(&self, user: &str) -> String {
        format!("@{user}:{}", self.server_name)
    }

    /// Makes an account, without a session. An error if there is one by this name.
    pub fn register(&self, user: &str, password: &str, admin: bool) -> Result<()> {
        let path = "/_synapse/admin/v1/register";
        let client = Client::new(&self.url());
        let nonce = text(&client.get(path)?, "nonce")?;
        let secret = secret_file(&self.folder.join(settings::REGISTRATION_SECRET))?;
        let mut mac = Hmac::<Sha1>::new_from_slice(secret.as_bytes()).expect("any length is good");
        mac.update([nonce.as_str(), user, password, if admin { "admin" } else { "notadmin" }].join("\0").as_bytes());
        let mac = hex(&mac.finalize().into_bytes());
        let wish = json!({
            "nonce": nonce, "username": user, "password": password, "admin": admin, "mac": mac, "inhibit_login": true,
        });
        client.post(path, &wish).with_context(|| format!("cannot register {user}"))?;
        Ok(())
    }

    /// Whether there is an account by this name.
    pub fn is_registered(&self, user: &str) -> Result<bool> {
        let path = format!("/_synapse/admin/v2/users/{}", in_path(&self.user_id(user)));
        match self.admin()?.get(&path) {
            Ok(_) => Ok(true),
            Err(error) if refusal(&error).is_some_and(|refused| refused.status == 404) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// An administrator of this homeserver, for Synapse's admin API. Made when first asked for.
    pub fn admin(&self) -> Result<&Client> {
        if let Some(admin) = self.admin.get() {
            return Ok(admin);
        }
        let password = secret_file(&self.folder.join("admin-password"))?;
        if let Err(error) = self.register(ADMIN, &password, true)
            && refusal(&error).is_none_or(|refused| refused.code != "M_USER_IN_USE")
        {
            return Err(error);
        }
        let admin = Client::login(&self.url(), ADMIN, &password)?;
        Ok(self.admin.get_or_init(|| admin))
    }

    /// Stops it cleanly. No error if it does not run.
    pub fn stop(&self) -> Result<()> {
        self.end(Signal::Terminate)
    }

    /// Kills it, in the middle of whatever it does.
    pub fn kill(&self) -> Result<()> {
        self.end(Signal::Kill)
    }

    fn end(&self, signal: Signal) -> Result<()> {
        if let Some(mut process) = self.process().take() {
            process.stop(signal, STOP_LIMIT)?;
        }
        Ok(())
    }

    /// Starts it after [`Homeserver::stop`] or [`Homeserver::kill`]: same port, same data.
    pub fn start_again(&self) -> Result<()> {
        let mut running = self.process();
        if running.is_some() {
            bail!("the homeserver runs already");
        }
        let mut command = Command::new(self.environment.python());
        command.args(["-m", "synapse.app.homeserver"]);
        for file in [settings::FILE, settings::EXTRA_FILE] {
            command.arg("--config-path").arg(self.folder.join(file));
        }
        command.current_dir(&self.folder);
        let mut options = process::Options::killed_at_once(self.log_path());
        options.remove = self.temporary.as_ref().map(|folder| folder.path().to_owned());
        let mut process = Process::start(&self.environment, &command, &options)?;
        wait_until_it_answers(&self.url(), &mut process)?;
        *running = Some(process);
        Ok(())
    }

    /// Freezes it: connections stay open, and nobody answers.
    pub fn pause(&self) -> Result<()> {
        self.signal(Signal::Pause)
    }

    /// Ends a [`Homeserver::pause`].
    pub fn resume(&self) -> Result<()> {
        self.signal(Signal::Resume)
    }

    fn signal(&self, signal: Signal) -> Result<()> {
        self.process().as_mut().context("the homeserver does not run")?.signal(signal)
    }

    fn process(&self) -> MutexGuard<'_, Option<Process>> {
        self.process.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The process id, while it runs.
    pub fn process_id(&self) -> Option<u32> {
        self.process().as_ref().map(Process::id)
    }

    /// Its folder: database, media, secrets, log.
    pub fn data_dir(&self) -> &Path {
        &self.folder
    }

    /// Its `SQLite` database. Change it only while it is stopped.
    pub fn database_path(&self) -> PathBuf {
        self.folder.join(settings::DATABASE)
    }

    /// Where it logs: warnings and worse, unless [`Options::log_level`] says otherwise.
    pub fn log_path(&self) -> PathBuf {
        self.folder.join("homeserver.log")
    }

    /// All that it has logged.
    pub fn log(&self) -> Result<String> {
        let path = self.log_path();
        let bytes = fs::read(&path).with_context(|| cannot("read", &path))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// Runs one SQL statement on its database, such as ageing its transaction ids by a day. Only while it is stopped.
    pub fn change_database(&self, sql: &str) -> Result<()> {
        if self.process().is_some() {
            bail!("stop the homeserver before changing its database");
        }
        let script = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.executescript(sys.argv[2]); c.commit()";
        let mut python = Command::new(self.environment.python());
        let output = python.args(["-I", "-c", script]).arg(self.database_path()).arg(sql).output()?;
        if !output.status.success() {
            bail!("{}", String::from_utf8_lossy(&output.stderr).trim());
        }
        Ok(())
    }
}

fn wait_until_it_answers(url: &str, process: &mut Process) -> Result<()> {
    let client = Client::with_timeout(url, Duration::from_secs(2));
    let start = Instant::now();
    while client.get("/_matrix/client/versions").is_err() {
        if let Some(status) = process.ended()? {
            bail!("the homeserver did not start ({status}); the end of its log:\n{}", process.tail());
        }
        if start.elapsed() > START_LIMIT {
            bail!(
                "the homeserver gave no answer in {} s; the end of its log:\n{}",
                START_LIMIT.as_secs(),
                process.tail()
            );
        }
        thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

/// The database of a homeserver on which nothing has happened yet. Copying it saves each new one the half second of making
/// its tables, and the work on them that would go on beside the first minute of a test.
fn template(environment: &Environment, progress: &dyn Fn(&str)) -> Result<PathBuf> {
    let copy = environment.folder().join("homeserver-template.db");
    if copy.exists() {
        return Ok(copy);
    }
    let _lock = python::lock(&folders::dev()?.join("homeserver-template.lock"))?;
    if !copy.exists() {
        progress("making the database of a new homeserver");
        let options =
            Options { extra: "background_updates: {sleep_enabled: false}\n".to_owned(), ..Options::default() };
        let homeserver = Homeserver::start_on(environment, &options, None)?;
        let mut command = Command::new(environment.python());
        command.arg("-I").arg(folders::server_file("template.py")).arg(homeserver.database_path()).arg(&copy);
        let output = command.output().context("cannot run the environment's Python")?;
        if !output.status.success() {
            bail!("cannot make the database of a new homeserver: {}", String::from_utf8_lossy(&output.stderr).trim());
        }
    }
    Ok(copy)
}
