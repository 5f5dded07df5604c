//! The bot as its own process, started, killed and looked at from outside as an operator would.

use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Longest wait for anything that should happen.
pub const PATIENCE: Duration = Duration::from_mins(1);

/// Whether the environment wants the databases on PostgreSQL.
#[expect(clippy::disallowed_methods, reason = "a run of the tests is steered from outside")]
pub fn on_postgres() -> bool {
    match std::env::var("SCHAKEL_TEST_DATABASE").as_deref() {
        Ok("postgres") => true,
        Ok("sqlite") | Err(_) => false,
        Ok(other) => panic!("SCHAKEL_TEST_DATABASE is sqlite or postgres, not {other}"),
    }
}

/// Where a bot lives: its settings, its secrets, its database.
pub struct Home {
    pub folder: TempDir,
    pub account: String,
    homeserver: String,
    matrix: String,
    bot: String,
    http: String,
    database: String,
    credential: String,
    program: PathBuf,
}

impl Home {
    /// A home for this account with the password `secret`.
    pub fn new(homeserver: &str, account: &str) -> Self {
        let home = Self {
            folder: tempfile::tempdir().expect("a temporary folder can be made"),
            account: account.to_owned(),
            homeserver: homeserver.to_owned(),
            matrix: String::new(),
            bot: String::new(),
            http: String::new(),
            database: "sqlite:schakel.db".to_owned(),
            credential: "password_file = \"password\"".to_owned(),
            program: binary().to_owned(),
        };
        std::fs::write(home.path("password"), "secret\n").expect("written");
        home
    }

    /// Adds lines to `[matrix]`.
    pub fn matrix(mut self, lines: &str) -> Self {
        writeln!(self.matrix, "{lines}").expect("a string takes it");
        self
    }

    /// Adds lines to `[bot]`.
    pub fn bot(mut self, lines: &str) -> Self {
        writeln!(self.bot, "{lines}").expect("a string takes it");
        self
    }

    /// Tells monitors how it is at this port of the loopback address.
    pub fn http(mut self, port: u16) -> Self {
        self.http = format!("[http]\nlisten = {port}\n");
        self
    }

    /// Uses this access token instead of the password.
    pub fn token(mut self, token: &str) -> Self {
        std::fs::write(self.path("token"), token).expect("written");
        "access_token_file = \"token\"".clone_into(&mut self.credential);
        self
    }

    /// Uses the database of this address.
    pub fn database(mut self, url: &str) -> Self {
        url.clone_into(&mut self.database);
        self
    }

    /// The address of the database, wherever one stands.
    pub fn database_url(&self) -> String {
        match self.database.strip_prefix("sqlite:") {
            Some(file) => format!("sqlite:{}", self.path(file).display()),
            None => self.database.clone(),
        }
    }

    /// Changes the database behind the bot's back; returns how many rows.
    pub async fn change_database(&self, sql: &'static str) -> u64 {
        let url = self.database_url();
        if url.starts_with("sqlite:") {
            let pool = sqlx::SqlitePool::connect(&url).await.expect("the database opens");
            let changed = sqlx::query(sql).execute(&pool).await.expect("the statement runs").rows_affected();
            pool.close().await;
            return changed;
        }
        let pool = sqlx::PgPool::connect(&url).await.expect("the database opens");
        let changed = sqlx::query(sql).execute(&pool).await.expect("the statement runs").rows_affected();
        pool.close().await;
        changed
    }

    /// The same with a value for `$1`.
    pub async fn change_database_to(&self, sql: &'static str, value: &str) -> u64 {
        let url = self.database_url();
        if url.starts_with("sqlite:") {
            let pool = sqlx::SqlitePool::connect(&url).await.expect("the database opens");
            let changed = sqlx::query(sql).bind(value).execute(&pool).await.expect("the statement runs");
            pool.close().await;
            return changed.rows_affected();
        }
        let pool = sqlx::PgPool::connect(&url).await.expect("the database opens");
        let changed = sqlx::query(sql).bind(value).execute(&pool).await.expect("the statement runs");
        pool.close().await;
        changed.rows_affected()
    }

    /// The number that a statement brings, straight from the database.
    pub async fn number(&self, sql: &'static str) -> Option<i64> {
        let url = self.database_url();
        if url.starts_with("sqlite:") {
            let pool = sqlx::SqlitePool::connect(&url).await.expect("the database opens");
            let number = sqlx::query_scalar(sql).fetch_one(&pool).await.expect("the statement runs");
            pool.close().await;
            return number;
        }
        let pool = sqlx::PgPool::connect(&url).await.expect("the database opens");
        let number = sqlx::query_scalar(sql).fetch_one(&pool).await.expect("the statement runs");
        pool.close().await;
        number
    }

    /// A second home of the same account on the same database, as on another machine that was given copies of the key file
    /// and the recovery key.
    pub fn elsewhere(&self) -> Self {
        let mut other = Self::new(&self.homeserver, &self.account).database(&self.database_url());
        other.matrix.clone_from(&self.matrix);
        self.give_keys_to(&other);
        other
    }

    /// Copies key file and recovery key to another home.
    pub fn give_keys_to(&self, other: &Self) {
        for name in ["schakel.key", "recovery-key"] {
            if self.path(name).exists() {
                std::fs::copy(self.path(name), other.path(name)).expect("copied");
            }
        }
    }

    /// Talks to the homeserver at another address from now on.
    pub fn through(mut self, homeserver: &str) -> Self {
        homeserver.clone_into(&mut self.homeserver);
        self
    }

    /// Runs this program instead of the bot that the tests are built with.
    pub fn program(mut self, program: &Path) -> Self {
        program.clone_into(&mut self.program);
        self
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes the settings; their path.
    pub fn write(&self) -> PathBuf {
        let server = self.account.split_once(':').expect("a full id").1;
        let mut text = format!(
            "[matrix]\nhomeserver = \"{}\"\nuser = \"{}\"\n{}\n",
            self.homeserver, self.account, self.credential
        );
        if !self.matrix.contains("allowed_servers") {
            writeln!(text, "allowed_servers = [\"{server}\"]").expect("a string takes it");
        }
        // Tests ask faster than people do.
        let pace = if self.bot.contains("commands_per_minute") { "" } else { "commands_per_minute = 0\n" };
        write!(text, "{}[database]\nurl = \"{}\"\n[bot]\n{pace}{}{}", self.matrix, self.database, self.bot, self.http)
            .expect("a string takes it");
        let path = self.path("bot.toml");
        std::fs::write(&path, text).expect("written");
        path
    }

    /// Starts the bot.
    pub fn start(&self) -> Running {
        self.start_with(&[])
    }

    /// Starts the bot, to be killed at a failpoint.
    pub fn start_with_failpoint(&self, failpoint: &str) -> Running {
        self.start_with(&[("SCHAKEL_FAILPOINT", failpoint)])
    }

    pub fn start_with(&self, environment: &[(&str, &str)]) -> Running {
        let config = self.write();
        let log = self.path("log");
        let errors = std::fs::OpenOptions::new().create(true).append(true).open(&log).expect("the log can be written");
        let mut child = Command::new(&self.program)
            .args(["run", "--config"])
            .arg(&config)
            .envs(environment.iter().copied())
            .stdout(Stdio::piped())
            .stderr(errors)
            .stdin(Stdio::null())
            .spawn()
            .expect("the bot can be started");
        let (send, ready) = mpsc::channel();
        let output = child.stdout.take().expect("piped");
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if line.contains("ready") {
                    let _ = send.send(Instant::now());
                }
            }
        });
        Running { child, ready, log, started: Instant::now() }
    }

    /// Starts the bot and waits until it is ready.
    pub fn started(&self) -> Running {
        let mut running = self.start();
        running.wait_ready();
        running
    }

    /// Runs a command of an operator with these settings to its end, or to the failpoint at which it is killed; its exit
    /// code and all that it said.
    pub fn operate(&self, command: &[&str], failpoint: Option<&str>) -> (Option<i32>, String) {
        let config = self.write();
        let output = Command::new(&self.program)
            .args(command)
            .arg("--config")
            .arg(&config)
            .envs(failpoint.map(|failpoint| ("SCHAKEL_FAILPOINT", failpoint)))
            .stdin(Stdio::null())
            .output()
            .expect("the program can be started");
        let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        (output.status.code(), said.concat())
    }

    pub fn log(&self) -> String {
        std::fs::read_to_string(self.path("log")).unwrap_or_default()
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the log of {}:\n{}", self.account, self.log());
        }
    }
}

/// The bot that these tests are built with.
fn binary() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_schakel"))
}

/// A bot that runs, or has run. Killed when dropped.
pub struct Running {
    child: Child,
    ready: mpsc::Receiver<Instant>,
    log: PathBuf,
    started: Instant,
}

impl Running {
    /// Waits until it says that it is ready; returns how long that took since the start.
    pub fn wait_ready(&mut self) -> Duration {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Ok(at) = self.ready.recv_timeout(Duration::from_millis(50)) {
                return at - self.started;
            }
            if let Some(status) = self.child.try_wait().expect("it can be asked") {
                panic!("the bot ended with {status} before it was ready:\n{}", self.log());
            }
            assert!(Instant::now() < deadline, "the bot was not ready in time:\n{}", self.log());
        }
    }

    pub fn log(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// Waits until the log holds this.
    pub fn wait_log(&self, text: &str) {
        let deadline = Instant::now() + PATIENCE;
        while !self.log().contains(text) {
            assert!(Instant::now() < deadline, "the log never said {text:?}:\n{}", self.log());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Kills it as a loss of power would.
    pub fn kill(mut self) {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it ends");
    }

    /// Asks it to stop; returns the exit code and how long it took.
    pub fn terminate(mut self) -> (Option<i32>, Duration) {
        let asked = Instant::now();
        let done = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        assert!(done.expect("kill is there").success());
        (self.end(), asked.elapsed())
    }

    /// Waits until it ends by itself; its exit code.
    pub fn wait_end(mut self) -> Option<i32> {
        self.end()
    }

    fn end(&mut self) -> Option<i32> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().expect("it can be asked") {
                return status.code();
            }
            assert!(Instant::now() < deadline, "the bot did not end:\n{}", self.log());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Resident memory in bytes.
    pub fn resident_bytes(&self) -> u64 {
        resident_bytes_of(self.child.id())
    }
}

/// Resident memory of a process, in bytes.
pub fn resident_bytes_of(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).expect("it runs");
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).expect("Linux says so");
    let kibibytes: u64 = line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).expect("a number");
    kibibytes * 1024
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
