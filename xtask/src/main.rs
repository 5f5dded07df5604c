//! `cargo xtask`: what developers of *Schakel* run. See [`HELP`], and the library beside this for the servers.
#![expect(clippy::print_stdout, reason = "a tool for the terminal")]

mod cargo;
mod demo;
mod fuzz;
mod package;
mod progress;
mod soak;

use std::{env, path::PathBuf, process::ExitCode, sync::mpsc};

use anyhow::{Context as _, Result, bail};
use xtask::{
    folders,
    homeserver::{self, Homeserver, Limits},
    python,
};

use crate::progress::Progress;

const HELP: &str = "\
What developers of Schakel run. Needs Rust and Python 3.10 or newer; the rest is fetched on first use.

Usage: cargo xtask COMMAND

  demo [--fresh] [--bot PROGRAM]
                  A homeserver, four people, an encrypted room and the bot, to talk to with any Matrix
                  client. Kept between starts; --fresh begins anew. --bot runs this program instead of
                  building the bot.
  demo --tour     Plays a scripted morning on servers of its own, prints it and exits.
  test [FILTER]   All tests, on a real homeserver; those end to end on SQLite and on a real PostgreSQL.
  check           Formatting, clippy with and without the feature `matrix`, documentation, tests.
  bench [ARG..]   The benchmark of the whole: the bot beside a bare client and beside maubot.
  fuzz [TARGET] [--seconds N]
                  Any text at all for every parser of what people type, one or all for so long (30 seconds).
                  Needs a C++ compiler.
  soak [--hours N] [--minutes N] [--rooms N] [--seed N] [--bot PROGRAM]
                  People ask for so long (2 hours) in so many rooms (200) while servers, network and bot
                  fail: each command must have one answer, and memory stay flat. Builds a release first,
                  unless --bot names one.
  package [--bot PROGRAM]
                  A Debian package of a release, or of this program. Installs cargo-deb on first use.
  homeserver [--default-limits]
                  Only a homeserver with nobody on it, until Ctrl-C.
  prepare         Only fetches and makes what the others need.

Environment: SCHAKEL_DEV_DIR (where Python environments and the demo live; by default `dev` in the build
folder), SCHAKEL_PYTHON (the Python to use), CARGO_TARGET_DIR.
";

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    let mut arguments = env::args().skip(1);
    let command = arguments.next().unwrap_or_else(|| "--help".to_owned());
    let rest: Vec<String> = arguments.collect();
    if command == "help" || [&command].into_iter().chain(&rest).any(|word| word == "--help" || word == "-h") {
        print!("{HELP}");
        return Ok(ExitCode::SUCCESS);
    }
    match command.as_str() {
        "demo" => demo::run(&demo_options(&rest)?),
        "test" => {
            let ([] | [_]) = rest[..] else { bail!("one FILTER at most: a part of the names of tests") };
            test(rest.first().map(String::as_str))
        }
        "check" => {
            none(&rest)?;
            check()
        }
        "bench" => bench(&rest),
        "fuzz" => fuzz::run(&rest),
        "soak" => {
            prepare()?;
            soak::run(&rest)
        }
        "package" => match rest.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            [] => package::run(None),
            ["--bot", program] => package::run(Some(program.as_ref())),
            _ => bail!("`package` takes only --bot PROGRAM"),
        },
        "homeserver" => {
            let limits = match rest.iter().map(String::as_str).collect::<Vec<_>>()[..] {
                [] => Limits::Lifted,
                ["--default-limits"] => Limits::Default,
                _ => bail!("`homeserver` takes only --default-limits"),
            };
            serve(limits)
        }
        "prepare" => {
            none(&rest)?;
            prepare()?;
            Ok(ExitCode::SUCCESS)
        }
        unknown => bail!("there is no command `{unknown}`; `cargo xtask --help` lists them"),
    }
}

fn none(rest: &[String]) -> Result<()> {
    match rest {
        [] => Ok(()),
        [first, ..] => bail!("this command takes no `{first}`; see `cargo xtask --help`"),
    }
}

fn demo_options(rest: &[String]) -> Result<demo::Options> {
    let mut options = demo::Options::default();
    let mut rest = rest.iter();
    while let Some(word) = rest.next() {
        match word.as_str() {
            "--fresh" => options.fresh = true,
            "--tour" => options.tour = true,
            "--bot" => options.bot = Some(PathBuf::from(rest.next().context("--bot takes the path of a program")?)),
            other => bail!("`demo` takes no `{other}`; see `cargo xtask --help`"),
        }
    }
    Ok(options)
}

fn prepare() -> Result<()> {
    Progress::step("Python environment", |detail| homeserver::prepare(detail).map(drop))
}

fn test(filter: Option<&str>) -> Result<ExitCode> {
    prepare()?;
    let mut everything = vec!["test", "--workspace", "--features", "failpoints"];
    let mut core = vec!["test", "--no-default-features"];
    everything.extend(filter);
    core.extend(filter);
    let code = cargo::all(&[&everything, &core])?;
    if code != ExitCode::SUCCESS {
        return Ok(code);
    }
    // The end-to-end tests once more with every database on PostgreSQL, but for those that are of one engine anyway.
    let mut again = vec!["test", "--features", "failpoints", "--test", "it", "--", "--skip", "e2e::postgres"];
    again.push(filter.unwrap_or("e2e::"));
    cargo::one(&again, &[("SCHAKEL_TEST_DATABASE", "postgres")])
}

fn check() -> Result<ExitCode> {
    let code = cargo::all(&[
        &["fmt", "--all", "--check"],
        &["clippy", "--workspace", "--all-targets", "--features", "failpoints", "--", "--deny", "warnings"],
        &["clippy", "--no-default-features", "--all-targets", "--", "--deny", "warnings"],
        &["doc", "--workspace", "--no-deps", "--document-private-items"],
    ])?;
    if code == ExitCode::SUCCESS { test(None) } else { Ok(code) }
}

fn bench(rest: &[String]) -> Result<ExitCode> {
    prepare()?;
    Progress::step("Python environment of the peer", |detail| python::prepare_maubot(detail).map(drop))?;
    // What is measured is what is installed: built as a release, not as the benchmark itself is.
    let bot = folders::target().join("release/schakel");
    let bot = bot.to_str().context("the path of the build folder is no text")?;
    let mut arguments = vec!["bench", "--bench", "chat", "--", "--bot", bot];
    arguments.extend(rest.iter().map(String::as_str));
    cargo::all(&[&["build", "--release", "--bin", "schakel"], &arguments])
}

fn serve(limits: Limits) -> Result<ExitCode> {
    prepare()?;
    let port = Some(demo::PORT).filter(|port| xtask::port_is_free(*port));
    let options = homeserver::Options { port, limits, log_level: "INFO".to_owned(), ..Default::default() };
    let homeserver = Progress::step("homeserver", |_| Homeserver::start(&options))?;
    homeserver.register("admin", "admin", true)?;
    println!("Homeserver: {}", homeserver.url());
    println!("Account:    admin, password admin (an administrator)");
    println!("Log:        {}", homeserver.log_path().display());
    println!("Ctrl-C ends it; nothing is kept.");
    interrupted()?.recv()?;
    homeserver.stop()?;
    Ok(ExitCode::SUCCESS)
}

/// Hears of Ctrl-C and of requests to end. Until this is called they end this program at once, and with it, by
/// [`xtask::process`], all that it started.
fn interrupted() -> Result<mpsc::Receiver<()>> {
    let (sender, receiver) = mpsc::channel();
    let mut before = false;
    ctrlc::set_handler(move || {
        // The second time: enough waiting.
        if before || sender.send(()).is_err() {
            std::process::exit(130);
        }
        before = true;
    })
    .context("cannot wait for Ctrl-C")?;
    Ok(receiver)
}

/// Where the main package's programs are built.
fn built(name: &str) -> PathBuf {
    folders::target().join("debug").join(name)
}
