//! A soak: rooms full of people who ask, for a long time, while servers and networks fail and the bot is killed. Each command must
//! have exactly one answer, each reminder must come once, and memory must stay flat.
//!
//! Here for two minutes and twelve rooms, beside the other tests. `cargo xtask soak` runs the same for hours, with a release of the
//! bot; how much of everything comes by the environment then.

mod faults;
mod memory;
mod people;
mod report;

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::RwLock;
use xtask::homeserver::Homeserver;

use self::faults::Chance;
use self::memory::Sample;
use self::people::People;
use super::{own_server, unique};
use crate::support::bot::{Home, Running};
use crate::support::proxy::Proxy;

/// How much of everything.
struct Plan {
    lasts: Duration,
    rooms: usize,
    seed: u64,
    /// The bot, when it is not the one that the tests are built with.
    program: Option<PathBuf>,
}

impl Plan {
    /// As the environment says; without it, as the suite runs it.
    fn read() -> Self {
        #[expect(clippy::disallowed_methods, reason = "a run of the tests is steered from outside")]
        let number = |name: &str, standard: u64| match std::env::var(name) {
            Ok(text) => text.parse().unwrap_or_else(|_| panic!("{name} is a whole number, not {text}")),
            Err(_) => standard,
        };
        #[expect(clippy::disallowed_methods, reason = "a run of the tests is steered from outside")]
        let program = std::env::var("SCHAKEL_SOAK_BOT").ok().map(PathBuf::from);
        Self {
            lasts: Duration::from_secs(number("SCHAKEL_SOAK_SECONDS", 75).clamp(60, 24 * 3600)),
            rooms: usize::try_from(number("SCHAKEL_SOAK_ROOMS", 12).clamp(3, 1000)).unwrap(),
            seed: number("SCHAKEL_SOAK_SEED", 7),
            program,
        }
    }

    /// From the beginning of a fault to that of the next.
    fn fault_every(&self) -> Duration {
        (self.lasts / 30).clamp(Duration::from_secs(9), Duration::from_secs(90))
    }

    fn sample_every(&self) -> Duration {
        (self.lasts / 30).clamp(Duration::from_secs(2), Duration::from_mins(1))
    }
}

/// What all parts of a soak share.
struct Soak {
    plan: Plan,
    server: Homeserver,
    proxy: Proxy,
    home: Home,
    bot: Mutex<Option<Running>>,
    began: Instant,
    /// Held by whoever says something; taken alone by whoever takes the homeserver away, for nobody can say anything then.
    server_is_there: RwLock<()>,
    samples: Mutex<Vec<Sample>>,
    /// How often the bot was started.
    starts: Mutex<usize>,
    /// Each kind of fault has been there.
    all_faults: AtomicBool,
    over: AtomicBool,
}

impl Soak {
    fn start_bot(&self) {
        let mut bot = self.home.start();
        bot.wait_ready();
        *self.starts.lock().unwrap() += 1;
        *self.bot.lock().unwrap() = Some(bot);
    }

    fn take_bot(&self) -> Running {
        self.bot.lock().unwrap_or_else(PoisonError::into_inner).take().expect("it runs")
    }

    fn has_had_all_faults(&self) -> bool {
        self.all_faults.load(Ordering::SeqCst)
    }

    fn is_over(&self) -> bool {
        self.over.load(Ordering::SeqCst)
    }

    /// Says how it goes, for a run that lasts hours.
    fn tell(&self, what: &str) {
        eprintln!("{:>6} s  {what}", self.began.elapsed().as_secs());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn through_faults_every_command_has_one_answer_and_every_reminder_comes_once() {
    let plan = Plan::read();
    let server = own_server();
    let proxy = Proxy::before(&server.url()).await;
    let names = ["anna", "bram", "carla"].map(unique);
    let admins = names.each_ref().map(|name| format!("\"{}\"", server.user_id(name)));
    let account = unique("bot");
    server.register(&account, "secret", false).unwrap();
    let mut home = Home::new(&server.url(), &server.user_id(&account))
        .through(&proxy.url)
        .bot(&format!("admins = [{}]", admins.join(", ")));
    if crate::support::bot::on_postgres() {
        home = home.database(&super::new_database(super::database_server()));
    }
    if let Some(program) = &plan.program {
        home = home.program(program);
    }
    let soak = Arc::new(Soak {
        plan,
        server,
        proxy,
        home,
        bot: Mutex::default(),
        began: Instant::now(),
        server_is_there: RwLock::default(),
        samples: Mutex::default(),
        starts: Mutex::default(),
        all_faults: AtomicBool::new(false),
        over: AtomicBool::new(false),
    });
    tokio::task::block_in_place(|| soak.start_bot());
    let people = People::gather(&soak, &names).await;
    soak.tell(&format!("{} rooms are there", people.rooms.len()));
    let from = Instant::now();
    // A task of its own: people go on while it waits for a program to start.
    let faults = tokio::spawn(faults::inject(Arc::clone(&soak), from, Chance::new(soak.plan.seed)));
    let (asked, faults, ()) = tokio::join!(people.ask(&soak, from), faults, memory::watch(&soak, from));
    let faults = faults.expect("every fault could be made and mended");
    soak.tell("quiet; counting");
    let counted = people.count(&soak, &asked).await;
    let samples = soak.samples.lock().unwrap().clone();
    let flat = memory::judge(&samples);
    eprintln!("{}", report::text(&soak, &counted, &faults, &samples, &flat));
    counted.assert_once();
    assert!(soak.has_had_all_faults(), "each kind of fault was there: {faults:?}");
    if let memory::Verdict::Grown { .. } = flat {
        panic!("memory did not stay flat: {flat:?}");
    }
    let (code, took) = tokio::task::block_in_place(|| soak.take_bot().terminate());
    assert!(code == Some(0) && took < Duration::from_secs(5), "{code:?} after {took:?}");
}
