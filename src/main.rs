//! The program: arguments, settings, logging, signals. Everything else is in the library; the commands of operators in
//! `schakel::operator`.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use clap::{CommandFactory as _, Parser, Subcommand, ValueEnum};
use schakel::commands::Library;
use schakel::config::Config;
use schakel::health::{self, Health, Pulse};
use schakel::operator::terminal::{End, complain, complain_of, explain, tell};
use schakel::store::{Claim, Store, StoreError};
use tokio::sync::watch;

/// A Matrix bot for the professionals of a chain around young people.
#[derive(Debug, Parser)]
#[command(name = "schakel", version, about, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// How the log is written.
    #[arg(long, global = true, value_enum, default_value_t = LogFormat::Text)]
    log: LogFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum LogFormat {
    /// A line for people.
    Text,
    /// A JSON object a line.
    Json,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the bot; prints a line with the word `ready` once it is serving.
    Run {
        /// The settings.
        #[arg(long, default_value = "bot.toml")]
        config: PathBuf,
    },
    /// Check settings, definitions, database and login, and explain every problem.
    Check {
        /// The settings.
        #[arg(long, default_value = "bot.toml")]
        config: PathBuf,
        /// Do not talk to the homeserver.
        #[arg(long)]
        offline: bool,
    },
    /// Talk to the same bot in this terminal, without a server.
    Console {
        /// Settings; without them the defaults are used.
        #[arg(long)]
        config: Option<PathBuf>,
        /// Where the conversation's state is kept; forgotten at the end when left out.
        #[arg(long)]
        database: Option<PathBuf>,
    },
    #[command(flatten)]
    Operator(schakel::operator::Command),
    /// Print the completions for a shell.
    Completions {
        /// Which shell.
        shell: clap_complete::Shell,
    },
    /// Print the manual page.
    Manual,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    start_log(arguments.log);
    // The message of a panic can hold what people wrote; the place is enough to find the fault.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a fault in the program");
    }));
    let end = match arguments.command {
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Arguments::command(), "schakel", &mut std::io::stdout());
            End::Clean
        }
        Command::Manual => match clap_mangen::Man::new(Arguments::command()).render(&mut std::io::stdout()) {
            Ok(()) => End::Clean,
            Err(_) => End::Failed,
        },
        Command::Run { config } => block_on(run(config)),
        Command::Check { config, offline } => block_on(check(config, offline)),
        Command::Console { config, database } => block_on(console(config, database)),
        Command::Operator(command) => block_on(schakel::operator::run(command)),
    };
    match end {
        End::Clean => ExitCode::SUCCESS,
        End::Failed => ExitCode::from(1),
        End::Settings => ExitCode::from(2),
    }
}

fn block_on(work: impl Future<Output = End>) -> End {
    match tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build() {
        Ok(runtime) => {
            let end = runtime.block_on(work);
            // Whatever still waits for the network is dropped; all that matters is in the database.
            runtime.shutdown_timeout(Duration::from_millis(500));
            end
        }
        Err(error) => {
            complain(&format!("the asynchronous runtime does not start: {error}"));
            End::Failed
        }
    }
}

/// What is logged unless `SCHAKEL_LOG` says otherwise. The SDK's HTTP client calls it an error when the server has nothing
/// stored yet; whatever matters of its errors is logged by the bot itself.
const LOG: &str =
    "warn,schakel=info,matrix_sdk=error,matrix_sdk::http_client=off,matrix_sdk_base=error,matrix_sdk_crypto=error";

fn start_log(format: LogFormat) {
    let filter = tracing_subscriber::EnvFilter::try_from_env("SCHAKEL_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new(LOG));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    match format {
        LogFormat::Text => log.with_target(false).init(),
        LogFormat::Json => log.json().init(),
    }
}

/// Tells `true` when the program is asked to stop.
fn stop_signal() -> std::io::Result<watch::Receiver<bool>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (stop, stopped) = watch::channel(false);
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        let _ = stop.send(true);
        // A second signal, or a stop that takes too long, ends it at once. What was accepted is in the database.
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
            () = tokio::time::sleep(Duration::from_secs(4)) => {}
        }
        std::process::exit(0);
    });
    Ok(stopped)
}

/// Loads settings and definitions, or says all that is wrong with them.
fn load(path: &std::path::Path) -> Result<(Config, Library), End> {
    let config = Config::load(path);
    let folder = config.as_ref().ok().and_then(|config| config.bot.commands_dir.clone());
    let library = Library::load(folder.as_deref());
    match (config, library) {
        (Ok(config), Ok(library)) => Ok((config, library)),
        (config, library) => {
            for problems in [config.err(), library.err()].into_iter().flatten() {
                complain_of(&problems);
            }
            Err(End::Settings)
        }
    }
}

/// Opens the database and claims the account on it; waits for a database that is away.
async fn open_store(config: &Config, stop: &mut watch::Receiver<bool>) -> Result<(Arc<Store>, Claim), End> {
    let mut wait = Duration::from_millis(500);
    loop {
        match open_and_claim(config).await {
            Ok((store, claim)) => return Ok((Arc::new(store), claim)),
            // A file that cannot be made will not be there later either; a server may.
            Err(error) if error.may_pass() && !config.database.url.starts_with("sqlite:") => {
                tracing::warn!(error = explain(&error), "waiting for the database");
                tokio::select! {
                    () = tokio::time::sleep(wait) => {}
                    _ = stop.wait_for(|stop| *stop) => return Err(End::Clean),
                }
                wait = (wait * 2).min(Duration::from_secs(30));
            }
            Err(error) => {
                complain(&explain(&error));
                return Err(End::Failed);
            }
        }
    }
}

async fn open_and_claim(config: &Config) -> Result<(Store, Claim), StoreError> {
    let store = Store::open(&config.database.url, &config.database.key_file).await?;
    let claim = store.claim(&config.matrix.user).await?;
    Ok((store, claim))
}

async fn run(path: PathBuf) -> End {
    // First of all, so that a stop is clean at any moment.
    let Ok(mut stop) = stop_signal() else { return End::Failed };
    let (config, library) = match load(&path) {
        Ok(loaded) => loaded,
        Err(end) => return end,
    };
    let pulse = Arc::new(Pulse::default());
    let health = Health::new(config.matrix.user.clone(), Arc::clone(&pulse), health::LONGEST_SILENCE);
    let health = match tell_monitors(&config, health, &stop).await {
        Ok(health) => health,
        Err(end) => return end,
    };
    let (store, claim) = match open_store(&config, &mut stop).await {
        Ok(opened) => opened,
        Err(end) => return end,
    };
    health.opened(Arc::clone(&store));
    let ready = || tell("schakel is ready");
    let result = schakel::matrix::run(&config, Arc::clone(&store), claim, library, pulse, stop, ready).await;
    let _ = tokio::time::timeout(Duration::from_secs(1), store.close()).await;
    match result {
        Ok(()) => End::Clean,
        Err(error) => {
            complain(&explain(&error));
            End::Failed
        }
    }
}

/// Has monitors told how the bot is, where the settings say so, from now on and until it is stopped.
async fn tell_monitors(config: &Config, health: Health, stop: &watch::Receiver<bool>) -> Result<Arc<Health>, End> {
    let health = Arc::new(health);
    if let Some(address) = config.http.listen {
        let listener = health::listen(address).await.map_err(|error| {
            complain(&format!("http: cannot listen at {address} ({error}): give another `listen` under [http]"));
            End::Failed
        })?;
        tracing::info!(%address, "health and metrics can be asked for");
        tokio::spawn(health::serve(listener, Arc::clone(&health), stop.clone()));
    }
    Ok(health)
}

async fn check(path: PathBuf, offline: bool) -> End {
    let (config, library) = match load(&path) {
        Ok(loaded) => loaded,
        Err(end) => return end,
    };
    tell(&format!("settings: {} is good", path.display()));
    config.http.warning().iter().for_each(|warning| tell(warning));
    tell(&format!("definitions: {} commands are good", library.catalogue.definitions.len()));
    let today = schakel::clock::now().with_timezone(&config.bot.time_zone).date_naive();
    for line in schakel::operator::unsaid(&config, today) {
        tell(&line);
    }
    let mut end = End::Clean;
    let file = config.database.url.strip_prefix("sqlite:");
    if file.is_some_and(|file| !std::path::Path::new(file).exists()) {
        tell("database: it is not there yet; the first start makes it");
        return if offline { end } else { check_login(&config, end).await };
    }
    if let Err(error) = check_database(&config).await {
        complain(&format!("database: {}", explain(&error)));
        end = End::Failed;
    }
    if offline { end } else { check_login(&config, end).await }
}

async fn check_database(config: &Config) -> Result<(), StoreError> {
    let Some(store) = Store::open_to_read(&config.database.url, &config.database.key_file).await? else {
        tell("database: it opens; the next start brings its tables up to date");
        return Ok(());
    };
    tell("database: it opens");
    let an_hour_ago = schakel::clock::now() - chrono::TimeDelta::hours(1);
    let counted = store.reminders_planned(&config.matrix.user, an_hour_ago.timestamp_millis()).await;
    let ending = schakel::operator::ending(&store, config, schakel::clock::now()).await;
    store.close().await;
    for line in ending? {
        tell(&line);
    }
    match counted? {
        (planned, 0) => tell(&format!("reminders: {planned} planned, none overdue")),
        (planned, overdue) => tell(&format!(
            "reminders: {planned} planned, {overdue} of them overdue by more than an hour: said as soon as the bot runs"
        )),
    }
    Ok(())
}

async fn check_login(config: &Config, mut end: End) -> End {
    for finding in schakel::matrix::check(&config.matrix).await {
        match finding {
            Ok(good) => tell(&good),
            Err(problem) => {
                complain(&problem);
                end = End::Failed;
            }
        }
    }
    end
}

async fn console(config: Option<PathBuf>, database: Option<PathBuf>) -> End {
    let config = match config.map(|path| Config::load(&path)).transpose() {
        Ok(config) => config,
        Err(problems) => {
            complain_of(&problems);
            return End::Settings;
        }
    };
    let folder = config.as_ref().and_then(|config| config.bot.commands_dir.clone());
    let library = match Library::load(folder.as_deref()) {
        Ok(library) => library,
        Err(problems) => {
            complain_of(&problems);
            return End::Settings;
        }
    };
    match Box::pin(schakel::console::run(config.as_ref(), library, database.as_deref())).await {
        Ok(()) => End::Clean,
        Err(error) => {
            complain(&explain(&error));
            End::Failed
        }
    }
}
