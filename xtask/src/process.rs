//! Programs that end with the one who started them, even when that one was killed with no chance to tidy up.
//!
//! A small supervisor (`servers/supervise.py`) stands between: it holds the other end of a pipe, and ends the program when
//! the pipe closes. The program has a session of its own, so Ctrl-C in the terminal reaches only the starter.

use std::{
    fs::{self, File},
    io::{BufRead as _, BufReader, Write as _},
    os::unix::process::CommandExt as _,
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};

use crate::{cannot, folders, python::Environment};

/// How many lines of a log an error quotes.
const TAIL: usize = 30;

/// What can be sent to a running program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// Asks it to end.
    Terminate,
    /// As Ctrl-C does.
    Interrupt,
    /// Asks it to end without tidying up.
    Quit,
    /// Ends it by force.
    Kill,
    /// Freezes it: connections to it stay open and get no answer.
    Pause,
    /// Lets it go on after [`Signal::Pause`].
    Resume,
}

impl Signal {
    fn name(self) -> &'static str {
        match self {
            Self::Terminate => "TERM",
            Self::Interrupt => "INT",
            Self::Quit => "QUIT",
            Self::Kill => "KILL",
            Self::Pause => "STOP",
            Self::Resume => "CONT",
        }
    }
}

/// How a program is run.
#[derive(Debug, Clone)]
pub struct Options {
    /// The file its output is added to.
    pub log: PathBuf,
    /// How it is ended when its starter is gone or drops it …
    pub ending: Signal,
    /// … and how long it may take over that before it is killed. Zero kills it at once.
    pub grace: Duration,
    /// User and group to run as, when not the starter's own.
    pub owner: Option<(u32, u32)>,
    /// A temporary folder to remove when the starter is gone and cannot: killed, or ended with this in a `static`.
    pub remove: Option<PathBuf>,
}

impl Options {
    /// Kills at once, as suits what is thrown away anyway.
    pub fn killed_at_once(log: PathBuf) -> Self {
        Self { log, ending: Signal::Kill, grace: Duration::ZERO, owner: None, remove: None }
    }

    /// Asks to end, and kills after this time.
    pub fn terminated(log: PathBuf, grace: Duration) -> Self {
        Self { log, ending: Signal::Terminate, grace, owner: None, remove: None }
    }
}

/// A running program. Dropping it ends it.
#[derive(Debug)]
pub struct Process {
    supervisor: Child,
    /// Taken when the program is to end: the supervisor sees the pipe close.
    wishes: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
    id: u32,
    log: PathBuf,
}

impl Process {
    /// Starts it; of `command` the program, arguments, environment and folder count, its streams do not.
    pub fn start(environment: &Environment, command: &Command, options: &Options) -> Result<Self> {
        let owner = options.owner.map_or_else(|| "-".to_owned(), |(user, group)| format!("{user}:{group}"));
        let remove = options.remove.as_deref().unwrap_or(Path::new("-"));
        let mut supervisor = Command::new(environment.python());
        supervisor
            .args(["-I", "-S"])
            .arg(folders::server_file("supervise.py"))
            .arg(&options.log)
            .args([options.ending.name(), &options.grace.as_secs_f64().to_string(), &owner])
            .arg(remove)
            .arg(command.get_program())
            .args(command.get_args())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // Not the terminal's: who reads a starter's output to its end must not wait for the supervisor.
            .stderr(
                File::options()
                    .append(true)
                    .create(true)
                    .open(&options.log)
                    .with_context(|| cannot("write", &options.log))?,
            )
            .process_group(0);
        for (key, value) in command.get_envs() {
            match value {
                Some(value) => supervisor.env(key, value),
                None => supervisor.env_remove(key),
            };
        }
        if let Some(folder) = command.get_current_dir() {
            supervisor.current_dir(folder);
        }
        let mut supervisor = supervisor.spawn().context("cannot run the environment's Python")?;
        let wishes = supervisor.stdin.take();
        let mut answers = BufReader::new(supervisor.stdout.take().expect("it was piped"));
        let mut first = String::new();
        answers.read_line(&mut first)?;
        let Some(id) = first.strip_prefix("started ").and_then(|id| id.trim().parse().ok()) else {
            supervisor.wait()?;
            bail!("{}\n{}", first.trim(), tail(&options.log));
        };
        Ok(Self { supervisor, wishes, answers, id, log: options.log.clone() })
    }

    /// The program's process id.
    pub fn id(&self) -> u32 {
        self.id
    }

    /// Sends a signal, and returns when it has been sent. An error if the program has ended.
    pub fn signal(&mut self, signal: Signal) -> Result<()> {
        let wishes = self.wishes.as_mut().expect("it is only taken at the end");
        let sent = writeln!(wishes, "{}", signal.name());
        let mut answer = String::new();
        if sent.is_err() || self.answers.read_line(&mut answer)? == 0 {
            bail!("the program has ended; its last words:\n{}", tail(&self.log));
        }
        Ok(())
    }

    /// How it ended, or nothing while it runs. A program ended by signal *n* has the code 128 + *n*.
    pub fn ended(&mut self) -> Result<Option<ExitStatus>> {
        Ok(self.supervisor.try_wait()?)
    }

    /// Waits for its end, or gives nothing when that does not come in time.
    pub fn wait(&mut self, limit: Duration) -> Result<Option<ExitStatus>> {
        let start = Instant::now();
        loop {
            let status = self.ended()?;
            if status.is_some() || start.elapsed() > limit {
                return Ok(status);
            }
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Sends the signal, and kills what has not ended within `limit`. No error if it had ended before.
    pub fn stop(&mut self, signal: Signal, limit: Duration) -> Result<ExitStatus> {
        // It may end between any look and the signal; then there is nothing left to do.
        let _ended = self.signal(signal);
        if let Some(status) = self.wait(limit)? {
            return Ok(status);
        }
        let _ended = self.signal(Signal::Kill);
        Ok(self.supervisor.wait()?)
    }

    /// The end of what it wrote.
    pub fn tail(&self) -> String {
        tail(&self.log)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.wishes.take());
        // The supervisor ends by itself within the grace; nothing can be done about an error here.
        let _status = self.supervisor.wait();
    }
}

fn tail(log: &Path) -> String {
    let bytes = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(TAIL)..].join("\n")
}
