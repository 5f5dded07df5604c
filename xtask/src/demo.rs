//! `cargo xtask demo`: the whole on one machine, to try out. Everything lies in one folder and is used again by the next
//! start; the tour has a folder of its own and always begins anew.

mod bot;
mod room;

use std::{
    fs::{self, File},
    io::stderr,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::mpsc::RecvTimeoutError,
    time::Duration,
};

use anyhow::{Context as _, Result, bail};
use xtask::{
    folders,
    homeserver::{self, Homeserver},
    port_is_free,
};

use self::{
    bot::Bot,
    room::{PEOPLE, Room},
};
use crate::{cargo, interrupted, prepare, progress::Progress};

/// The homeserver's port, when it is free; else the demo takes the first that is of these many, and not just any.
pub(crate) const PORT: u16 = 18008;
const PORTS: u16 = 8;

#[derive(Debug, Default)]
pub(crate) struct Options {
    /// Clear what the last demo left.
    pub(crate) fresh: bool,
    /// Play the scripted morning.
    pub(crate) tour: bool,
    /// Run this program as the bot, and build nothing.
    pub(crate) bot: Option<PathBuf>,
}

pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    prepare()?;
    let program = match &options.bot {
        Some(program) => {
            program.canonicalize().with_context(|| format!("there is no program {}", program.display()))?
        }
        None => build()?,
    };
    let dev = folders::dev()?;
    let name = if options.tour { "tour" } else { "demo" };
    let lock = dev.join(format!("{name}.lock"));
    let lock = File::create(&lock).with_context(|| format!("cannot make {}", lock.display()))?;
    if lock.try_lock().is_err() {
        bail!("another {name} is running; end that one first");
    }
    let folder = dev.join(name);
    if (options.fresh || options.tour) && folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }

    // The people's clients know the demo by its address, so that stays the same where it can.
    let port = (PORT..PORT + PORTS).find(|port| !options.tour && port_is_free(*port));
    let wanted = homeserver::Options { folder: Some(folder.join("homeserver")), port, ..Default::default() };
    let homeserver = Progress::step("homeserver", |_| Homeserver::start(&wanted))?;
    let room = Progress::step("people and room", |detail| room::set_up(&homeserver, &folder, detail))?;
    let mut bot = Progress::step("bot", |detail| Bot::start(&program, &homeserver, &folder, detail))?;
    Progress::step("bot joins the room", |_| room.wait_for_bot(&homeserver, &mut bot))?;

    let code = if options.tour { tour(&homeserver, &room)? } else { serve(&homeserver, &room, &mut bot, &folder)? };
    bot.stop()?;
    homeserver.stop()?;
    Ok(code)
}

fn build() -> Result<PathBuf> {
    // The example along with it also where it is not played: an example brings in what only tests depend on, and without
    // that some dependencies are built with fewer features. Demo and tests would each build the Matrix SDK for themselves.
    let arguments = ["build", "--bin", "schakel", "--example", "tour"];
    eprintln!("building the bot; the first time this takes some minutes");
    if !cargo::command(&arguments)?.status().context("cannot run cargo")?.success() {
        bail!("the bot could not be built");
    }
    Ok(crate::built("schakel"))
}

fn tour(homeserver: &Homeserver, room: &Room) -> Result<ExitCode> {
    let mut cargo = cargo::command(&["run", "--quiet", "--example", "tour", "--"])?;
    cargo.arg(homeserver.url()).arg(&room.id).arg(homeserver.user_id(room::BOT));
    for person in PEOPLE {
        cargo.arg(format!("{}:{}", person.name, person.password()));
    }
    Ok(cargo::exit_code(cargo.status().context("cannot run cargo")?.code()))
}

fn serve(homeserver: &Homeserver, room: &Room, bot: &mut Bot, folder: &Path) -> Result<ExitCode> {
    let interrupted = interrupted()?;
    print!("{}", invitation(homeserver, room, folder));
    loop {
        match interrupted.recv_timeout(Duration::from_millis(200)) {
            Ok(()) => break,
            Err(RecvTimeoutError::Timeout) => bot.show_warnings(&mut stderr())?,
            Err(RecvTimeoutError::Disconnected) => bail!("nothing listens for Ctrl-C any more"),
        }
        bot.must_run()?;
    }
    eprintln!("\nending the bot and the homeserver …");
    Ok(ExitCode::SUCCESS)
}

fn invitation(homeserver: &Homeserver, room: &Room, folder: &Path) -> String {
    use std::fmt::Write as _;
    let mut text = format!(
        "\nReady. Log in with any Matrix client on this machine:\n\n  homeserver  {}\n  room        {} (\"{}\", encrypted; all are in it)\n\n",
        homeserver.url(),
        room.alias,
        room::NAME,
    );
    for person in PEOPLE {
        writeln!(text, "  user {:<6} password {:<11} {}", person.name, person.password(), person.work)
            .expect("a string takes all");
    }
    write!(
        text,
        "\nThe bot is {}. In the room, type:\n\n  !interventie ruzie filmpje\n\n\
         And carla, to make the four a team:\n\n  !team maak Keten West gemeente\n  !team leden\n  \
         !team leden 1 jongerenwerk, 2 politie, 3 straatcoaches\n\n\
         Its log is {}; its warnings appear below.\nCtrl-C ends all. The next start goes on from here; `--fresh` begins anew.\n\n",
        homeserver.user_id(room::BOT),
        folder.join(bot::LOG).display(),
    )
    .expect("a string takes all");
    text
}
