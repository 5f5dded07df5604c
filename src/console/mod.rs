//! The console, `schakel console`: the second transport. The same bot in a terminal without a server, for trying it out
//! and for tests: several people, rooms, threads, reactions, edits.
//!
//! ```text
//! anna in keten> !interventie ruzie filmpje
//! (2)
//! (3) Schakel, op 2:
//!     Dit past bij je vraag:
//!     …
//! anna in keten> /react 3 1
//! ```
//!
//! Everything goes through the real inbox, bot and outbox; only the network is left out. When no terminal is attached it
//! reads lines and prints a plain transcript, so it can be scripted.

mod book;
mod complete;
mod files;
mod home;
mod line;
mod rooms;
mod session;
mod world;

use std::io::{self, BufRead, IsTerminal as _, Write};
use std::path::Path;

use rustyline::error::ReadlineError;
use rustyline::history::DefaultHistory;
use rustyline::{CompletionType, Editor};

pub use world::{Refused, Seen, Shown, World};

use crate::bot::Identity;
use crate::clock;
use crate::commands::Library;
use crate::config::{Config, Practice};
use crate::domain::retention::RetentionTerms;
use crate::domain::{Language, PrivacyNotice, UserId, WorkingTime};
use crate::store::StoreError;
use complete::Offers;
use home::Home;
use session::{Session, Style};

/// What ends the console early.
#[derive(Debug, thiserror::Error)]
pub enum ConsoleError {
    /// The database fails.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file beside the database cannot be read or written.
    #[error("{path} cannot be used")]
    File {
        /// Which.
        path: String,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// Input or output fails.
    #[error("the terminal fails")]
    Terminal(#[source] io::Error),
    /// The line editor fails.
    #[error("the line editor fails")]
    Editor(#[source] ReadlineError),
}

/// What the bot knows of itself in the console: the settings of `[bot]`, with the people of a server that is not there.
/// Without settings anna is the administrator, so that everything can be tried.
pub fn identity(config: Option<&Config>) -> Identity {
    let here = |people: &[UserId]| people.iter().map(|person| book::person(person.localpart())).collect();
    let bot = config.map(|config| &config.bot);
    Identity {
        account: book::person("schakel"),
        name: "Schakel".to_owned(),
        prefix: bot.map_or_else(|| "!".to_owned(), |bot| bot.prefix.clone()),
        language: bot.map_or(Language::Dutch, |bot| bot.language),
        admins: bot.map_or_else(|| vec![book::person("anna")], |bot| here(&bot.admins)),
        ignore: bot.map_or_else(Vec::new, |bot| here(&bot.ignore)),
        notice: config.map_or_else(PrivacyNotice::default, |config| config.privacy.clone()),
        contacts: bot.map_or_else(Vec::new, |bot| bot.contacts.clone()),
        retention: config.map_or_else(RetentionTerms::default, |config| config.retention.clone()),
        commands_per_minute: bot.map_or(20, |bot| bot.commands_per_minute),
        require_signed_devices: false,
        allowed_servers: None,
        time_zone: bot.map_or(chrono_tz::Europe::Amsterdam, |bot| bot.time_zone),
        working: config.map_or_else(WorkingTime::default, |config| config.reminders.working.clone()),
        least_uses: config.map_or_else(Practice::default, |config| config.practice).least,
        started_ms: 0,
        first_login_ms: 0,
    }
}

/// Runs the console on standard input and output until the end of input or `/quit`. Its state is kept in `database`, or
/// forgotten.
pub async fn run(config: Option<&Config>, library: Library, database: Option<&Path>) -> Result<(), ConsoleError> {
    let home = Home::open(database)?;
    home.leave_on_signal();
    let me = identity(config);
    let offers = Offers::new(&library, &me.prefix);
    let world = World::with_book(&home.url(), library, me, clock::now(), home.read_book()?).await?;
    let _claim = world.claim().await?;
    let terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
    let style = if terminal { Style::Terminal } else { Style::Plain };
    let (mut session, first) = Session::begin(world, style, Some(home.files())).await?;
    let result = if terminal {
        at_terminal(&mut session, &first, offers, &home).await
    } else {
        from_lines(&mut session, &first, io::stdin().lock(), io::stdout().lock(), Some(&home)).await
    };
    session.world.close().await;
    result
}

/// Reads lines from `input` and prints what follows, without a terminal; the world stays at its moment, and files are named and
/// not kept.
pub async fn script(world: World, input: impl BufRead, output: impl Write) -> Result<(), ConsoleError> {
    let (mut session, first) = Session::begin(world, Style::Plain, None).await?;
    from_lines(&mut session, &first, input, output, None).await
}

/// Without a home nothing is kept, and time stands still.
async fn from_lines(
    session: &mut Session,
    first: &str,
    mut input: impl BufRead,
    mut output: impl Write,
    home: Option<&Home>,
) -> Result<(), ConsoleError> {
    let mut text = first.to_owned();
    loop {
        if let Some(home) = home {
            home.write_book(&session.world.book)?;
        }
        match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
            Ok(()) => {}
            // Nobody listens any more.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
            Err(error) => return Err(ConsoleError::Terminal(error)),
        }
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line).map_err(ConsoleError::Terminal)? == 0 {
            return Ok(());
        }
        if home.is_some() {
            session.world.at(clock::now());
        }
        let heard = session.hear(&String::from_utf8_lossy(&line)).await?;
        if heard.quit {
            return Ok(());
        }
        text = heard.text;
    }
}

async fn at_terminal(session: &mut Session, first: &str, offers: Offers, home: &Home) -> Result<(), ConsoleError> {
    let settings = rustyline::Config::builder()
        .completion_type(CompletionType::List)
        .auto_add_history(true)
        .history_ignore_space(true)
        .build();
    let mut editor: Editor<Offers, DefaultHistory> = Editor::with_config(settings).map_err(ConsoleError::Editor)?;
    editor.set_helper(Some(offers));
    if let Some(history) = home.history() {
        // Without an earlier session there is none.
        let _ = editor.load_history(&history);
    }
    let mut text = first.to_owned();
    loop {
        home.write_book(&session.world.book)?;
        let mut output = io::stdout().lock();
        output.write_all(text.as_bytes()).and_then(|()| output.flush()).map_err(ConsoleError::Terminal)?;
        drop(output);
        if let Some(offers) = editor.helper_mut() {
            (offers.people, offers.rooms, offers.direct) = (session.people(), session.rooms(), session.is_direct());
        }
        // Blocks this thread; the database and the signals have their own.
        let line = match editor.readline(&session.prompt()) {
            Ok(line) => line,
            // Ctrl-C drops the line, Ctrl-D ends.
            Err(ReadlineError::Interrupted) => {
                text = String::new();
                continue;
            }
            Err(ReadlineError::Eof) => break,
            Err(error) => return Err(ConsoleError::Editor(error)),
        };
        session.world.at(clock::now());
        let heard = session.hear(&line).await?;
        if heard.quit {
            break;
        }
        text = heard.text;
    }
    if let Some(history) = home.history() {
        editor.save_history(&history).map_err(ConsoleError::Editor)?;
    }
    Ok(())
}
