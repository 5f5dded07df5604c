//! The bot of the demo: its configuration, its start, and what it warns of.

use std::{
    fs::{self, File},
    io::{Read as _, Write},
    path::Path,
    process::Command,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};
use xtask::{
    homeserver::Homeserver,
    process::{Options, Process, Signal},
    python,
};

use super::room::BOT;

pub(crate) const LOG: &str = "bot.log";
pub(crate) const PASSWORD: &str = "password";
/// First runs make keys and a backup; a debug build takes its time over that.
const START_LIMIT: Duration = Duration::from_mins(3);
/// It promises five seconds.
const STOP_LIMIT: Duration = Duration::from_secs(8);

pub(crate) struct Bot {
    process: Process,
    log: File,
    /// What was read of a line that is not complete yet.
    rest: Vec<u8>,
    /// Lines that nobody has seen yet.
    warnings: Vec<String>,
}

impl Bot {
    /// Starts it and waits until it says `ready`.
    pub(crate) fn start(program: &Path, homeserver: &Homeserver, folder: &Path, detail: &dyn Fn(&str)) -> Result<Self> {
        let config = folder.join("bot.toml");
        fs::write(&config, configuration(homeserver)).with_context(|| format!("cannot write {}", config.display()))?;
        let log = folder.join(LOG);
        File::create(&log).with_context(|| format!("cannot write {}", log.display()))?;
        let mut command = Command::new(program);
        command.args(["run", "--config"]).arg(&config).env("NO_COLOR", "1").current_dir(folder);
        let environment = python::prepare(&|_| ())?;
        let process = Process::start(&environment, &command, &Options::terminated(log.clone(), STOP_LIMIT))?;
        let mut bot = Self { process, log: File::open(log)?, rest: Vec::new(), warnings: Vec::new() };

        let start = Instant::now();
        loop {
            for line in bot.new_lines()? {
                if line.split(|char: char| !char.is_alphanumeric()).any(|word| word == "ready") {
                    return Ok(bot);
                }
                detail(&line);
            }
            bot.must_run()?;
            if start.elapsed() > START_LIMIT {
                bail!("the bot was not ready in {} s; the end of its log:\n{}", START_LIMIT.as_secs(), bot.tail());
            }
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// Passes on the lines of its log that are warnings or errors, those from its start too.
    pub(crate) fn show_warnings(&mut self, to: &mut impl Write) -> Result<()> {
        self.new_lines()?;
        for line in self.warnings.drain(..) {
            writeln!(to, "{line}")?;
        }
        Ok(())
    }

    fn new_lines(&mut self) -> Result<Vec<String>> {
        self.log.read_to_end(&mut self.rest)?;
        let complete = self.rest.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        let lines: Vec<u8> = self.rest.drain(..complete).collect();
        let lines: Vec<String> = String::from_utf8_lossy(&lines).lines().map(str::to_owned).collect();
        let warns = |line: &&String| line.split_whitespace().take(3).any(|word| ["WARN", "ERROR"].contains(&word));
        self.warnings.extend(lines.iter().filter(warns).cloned());
        Ok(lines)
    }

    pub(crate) fn must_run(&mut self) -> Result<()> {
        match self.process.ended()? {
            None => Ok(()),
            Some(status) => bail!("the bot has ended ({status}); the end of its log:\n{}", self.tail()),
        }
    }

    pub(crate) fn tail(&self) -> String {
        self.process.tail()
    }

    pub(crate) fn stop(&mut self) -> Result<()> {
        self.process.stop(Signal::Terminate, STOP_LIMIT).map(drop)
    }
}

fn configuration(homeserver: &Homeserver) -> String {
    format!(
        "# Written by `cargo xtask demo` at each start.\n\
         [matrix]\n\
         homeserver = \"{url}\"\n\
         user = \"{user}\"\n\
         password_file = \"{PASSWORD}\"\n\
         data_dir = \"data\"\n\
         recovery_key_file = \"recovery-key\"\n\
         allowed_servers = [\"{server}\"]\n\n\
         [database]\n\
         url = \"sqlite:schakel.db\"\n\n\
         [bot]\n\
         admins = [\"{admin}\"]\n\
         language = \"nl\"\n\n\
         [[bot.contacts]]\n\
         name = \"Opvangteam van de demo\"\n\
         phone = \"020 000 00 00\"\n\
         hours = \"dag en nacht\"\n\
         checked = 2026-11-29\n\n\
         [privacy]\n\
         run_by = \"de demo op deze machine\"\n\
         server_run_by = \"de demo zelf\"\n\
         complaints = \"wie deze demo startte\"\n",
        url = homeserver.url(),
        user = homeserver.user_id(BOT),
        server = homeserver.server_name(),
        admin = homeserver.user_id("carla"),
    )
}
