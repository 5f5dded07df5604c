//! What reminders cost and how quickly they go out: a hundred thousand that are only planned, three hundred that fall due one after
//! the other, five thousand that fall due in the same second over fifty encrypted rooms. Beside each, in the same run, what it is
//! compared with: the same bot with nothing planned, and a bare client that puts as large events into as many rooms of the same
//! homeserver. One real Synapse on loopback with its limits lifted; times are those at which the server received an event.
//!
//!     cargo bench --bench reminders [-- --quick] [--idle SECONDS] [--postgres] [--bot PROGRAM]
//!
//! `cargo xtask prepare` makes what this needs. `--bot` measures another build of the bot.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a tool for the terminal")]

#[path = "reminders/bare.rs"]
mod bare;
#[path = "reminders/stage.rs"]
mod stage;
#[expect(dead_code, reason = "tests need more of it")]
#[path = "../tests/support/mod.rs"]
mod support;

use std::path::PathBuf;
use std::time::Duration;

use chrono::TimeDelta;
use schakel::clock;
use schakel::domain::{Addressee, RoomId, UserId};

use crate::bare::Bare;
use crate::stage::{Stage, cpu_seconds};
use crate::support::planned::{Planned, Plans};

/// How much of everything.
#[derive(Debug, Clone, Copy)]
struct Scale {
    rooms: usize,
    planned: usize,
    /// How long the processor time of idle bots is measured.
    idle: Duration,
    /// So many fall due one after the other, with so much in between.
    spread: usize,
    between_ms: i64,
    /// So many fall due at once.
    burst: usize,
}

const FULL: Scale =
    Scale { rooms: 50, planned: 100_000, idle: Duration::from_mins(2), spread: 300, between_ms: 250, burst: 5_000 };

/// To see whether it works; its figures mean little.
const QUICK: Scale =
    Scale { rooms: 10, planned: 2_000, idle: Duration::from_secs(10), spread: 40, between_ms: 250, burst: 300 };

pub(crate) struct Options {
    scale: Scale,
    postgres: bool,
    bot: Option<PathBuf>,
}

fn options() -> Result<Options, String> {
    let mut options = Options { scale: FULL, postgres: false, bot: None };
    let mut idle = None;
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--quick" => options.scale = QUICK,
            "--postgres" => options.postgres = true,
            "--idle" => {
                let seconds = arguments.next().and_then(|seconds| seconds.parse().ok());
                idle = Some(Duration::from_secs(seconds.ok_or("--idle takes a number of seconds")?));
            }
            "--bot" => options.bot = Some(arguments.next().ok_or("--bot takes the path of a program")?.into()),
            // Cargo says so to every benchmark.
            "--bench" => {}
            other => {
                return Err(format!("it takes --quick, --idle SECONDS, --postgres and --bot PROGRAM, not `{other}`"));
            }
        }
    }
    options.scale.idle = idle.unwrap_or(options.scale.idle);
    Ok(options)
}

#[tokio::main]
async fn main() -> std::process::ExitCode {
    let options = match options() {
        Ok(options) => options,
        Err(problem) => {
            eprintln!("error: {problem}");
            return std::process::ExitCode::from(2);
        }
    };
    println!("database: {}", if options.postgres { "PostgreSQL" } else { "SQLite" });
    let scale = options.scale;
    let stage = Stage::set_up(&options, scale.rooms).await;
    lateness(&stage, scale).await;
    burst(&stage, scale).await;
    idle(&stage, scale).await;
    std::process::ExitCode::SUCCESS
}

/// A bot with much planned beside one with nothing planned, both with nothing to do.
async fn idle(stage: &Stage, scale: Scale) {
    eprintln!("· {} planned, measured for {} s", scale.planned, scale.idle.as_secs());
    let (with, with_rooms) = stage.home_in_rooms("much", 1).await;
    let (without, _) = stage.home_in_rooms("nothing", 1).await;
    let chain = RoomId::new(with_rooms[0].as_str());
    let plans = Plans::open(&with).await;
    plans.team("Jeugd", &chain, &stage.anna).await;
    let planned = (0..scale.planned).map(|index| {
        let at = clock::now() + TimeDelta::days(1) + TimeDelta::minutes(i64::try_from(index).expect("it is small"));
        Planned::at("bel de sporthal over zaterdag", Addressee::Room(chain.clone()), &stage.anna, at)
    });
    plans.plan(&chain, planned.collect()).await;
    plans.close().await;
    let bots = [with.started(), without.started()];
    // What is done once at a start is no part of it.
    tokio::time::sleep(Duration::from_secs(20).min(scale.idle)).await;
    let before = [cpu_seconds(bots[0].id()), cpu_seconds(bots[1].id())];
    tokio::time::sleep(scale.idle).await;
    let share = |index: usize| (cpu_seconds(bots[index].id()) - before[index]) / scale.idle.as_secs_f64() * 100.0;
    let (with, without) = (share(0), share(1));
    println!("idle, {} planned: {with:.3} % of a core; none planned: {without:.3} %", scale.planned);
    println!("idle, above none: {:.3} % (goal: below 0.1)", with - without);
}

/// One after the other, so that none waits for another: from the moment due until the server has it.
async fn lateness(stage: &Stage, scale: Scale) {
    eprintln!("· {} that fall due every {} ms", scale.spread, scale.between_ms);
    let due = |first: i64, index: usize| first + i64::try_from(index).expect("it is small") * scale.between_ms;
    let first_ms = stage.plan_and_start(scale.spread, due).await;
    let mut late = Vec::new();
    for (room, events) in stage.posts(first_ms).iter().enumerate() {
        // The rooms take turns, and each says what it has in order.
        for (turn, received_ms) in events.iter().enumerate() {
            late.push(received_ms - due(first_ms, turn * scale.rooms + room));
        }
    }
    late.sort_unstable();
    assert_eq!(late.len(), scale.spread, "each is there once");
    let at = |percent: usize| late[(late.len() * percent / 100).min(late.len() - 1)];
    println!(
        "lateness: p50 {} ms, p95 {} ms, p99 {} ms (goal: below 1000), worst {} ms",
        at(50),
        at(95),
        at(99),
        at(100)
    );
}

/// All in the same second, beside a bare client before and after.
async fn burst(stage: &Stage, scale: Scale) {
    eprintln!("· {} that fall due in the same second", scale.burst);
    let bare = Bare::set_up(stage, scale.rooms, stage.body_of_a_post());
    let mut best = (0, 0.0);
    for at_once in [1, 2, 4, 8, 16] {
        let rate = bare.rate(at_once, scale.burst / 10);
        println!("bare client, {at_once} at once: {rate:.1} a second");
        if rate > best.1 {
            best = (at_once, rate);
        }
    }
    let before = bare.rate(best.0, scale.burst / 2);
    let server_before = cpu_seconds(stage.server_process());
    let first_ms = stage.plan_and_start(scale.burst, |first, _| first).await;
    let server = cpu_seconds(stage.server_process()) - server_before;
    let posts = stage.posts(first_ms);
    let count: usize = posts.iter().map(Vec::len).sum();
    assert_eq!(count, scale.burst, "each is there once");
    let last_ms = posts.iter().flatten().max().expect("there are some");
    let took = Duration::from_millis(u64::try_from(last_ms - first_ms).expect("they come after")).as_secs_f64();
    let number = |count: usize| f64::from(u32::try_from(count).expect("it is small"));
    let rate = number(count) / took;
    let after = bare.rate(best.0, scale.burst / 2);
    let floor = f64::midpoint(before, after);
    println!("bare client, {} at once, before and after: {before:.1} and {after:.1} a second", best.0);
    println!(
        "burst: {count} in {took:.1} s, {rate:.1} a second: {:.2} of the bare client's (goal: 0.80)",
        rate / floor
    );
    println!("burst: processor time of the server {:.1} ms a post", server / number(count) * 1000.0);
}

/// Somebody's name as the bot writes it.
fn user(id: &str) -> UserId {
    UserId::new(id)
}
