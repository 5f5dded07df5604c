//! The benchmark of the whole: how long from a command to its answer, beside what the Matrix SDK and the homeserver need
//! for the bare way (the floor) and beside another bot (the peer). One real Synapse on loopback with its limits lifted, the
//! bot as a process, people with real encrypted clients. Prints a table and writes JSON; `docs/performance.md` explains.
//!
//! `cargo xtask bench [--quick] [--json FILE]` prepares what this needs and runs it.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a tool for the terminal")]

#[path = "chat/load.rs"]
mod load;
#[path = "chat/peer.rs"]
mod peer;
#[path = "chat/report.rs"]
mod report;
#[path = "chat/scene.rs"]
mod scene;
#[expect(dead_code, reason = "tests need more of it")]
#[path = "../tests/support/mod.rs"]
mod support;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use xtask::folders;

use crate::report::{Report, megabytes};
use crate::scene::Scene;

/// What schakel is asked: a lookup that opens one entry, as people do it.
const QUESTION: &str = "!interventie huisbezoek";
/// What the peer is asked.
const PEER_QUESTION: &str = "!echo huisbezoek";

/// How much of everything.
#[derive(Debug, Clone, Copy)]
struct Scale {
    /// Exchanges of each kind that count, after those that warm up.
    exchanges: usize,
    warm_up: usize,
    /// Rooms of the bot that is in many.
    rooms: usize,
    /// How often that bot is started anew.
    starts: usize,
    /// How long a bot is left alone before its memory is measured.
    rest: Duration,
    /// Commands of a burst.
    burst: usize,
    /// Commands sent while the bot is down.
    away: usize,
    /// How long, and from how many rooms at once, commands come one after the other.
    sustained: Duration,
    sustained_rooms: usize,
}

const FULL: Scale = Scale {
    exchanges: 100,
    warm_up: 10,
    rooms: 200,
    starts: 5,
    rest: Duration::from_mins(1),
    burst: 200,
    away: 60,
    sustained: Duration::from_secs(20),
    sustained_rooms: 20,
};

/// To see whether it works; its figures mean little.
const QUICK: Scale = Scale {
    exchanges: 10,
    warm_up: 2,
    rooms: 20,
    starts: 2,
    rest: Duration::from_secs(5),
    burst: 40,
    away: 10,
    sustained: Duration::from_secs(4),
    sustained_rooms: 5,
};

struct Options {
    quick: bool,
    json: PathBuf,
    /// The program that is measured; by default the one that is built with this.
    bot: Option<PathBuf>,
}

fn options() -> Result<Options, String> {
    let mut options = Options { quick: false, json: folders::target().join("bench/chat.json"), bot: None };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--quick" => options.quick = true,
            "--json" => options.json = arguments.next().ok_or("--json takes the path of a file")?.into(),
            "--bot" => options.bot = Some(arguments.next().ok_or("--bot takes the path of a program")?.into()),
            // Cargo says so to every benchmark.
            "--bench" => {}
            other => return Err(format!("the benchmark takes --quick, --json FILE and --bot PROGRAM, not `{other}`")),
        }
    }
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
    let began = Instant::now();
    let mut report = Report::new(options.quick);
    run(if options.quick { QUICK } else { FULL }, options.bot, &mut report).await;
    report.finish(began.elapsed());
    println!("{report}");
    match report.write(&options.json) {
        Ok(()) => {
            println!("As JSON: {}", options.json.display());
            std::process::ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: cannot write {}: {error}", options.json.display());
            std::process::ExitCode::FAILURE
        }
    }
}

async fn run(scale: Scale, bot: Option<PathBuf>, report: &mut Report) {
    step("homeserver, people, bots");
    let mut scene = Scene::set_up(bot).await;

    step(&format!("memory with one room, {} s after the start", scale.rest.as_secs()));
    tokio::time::sleep(scale.rest).await;
    let (one, peer) = (scene.bot().resident_bytes(), scene.peer.resident_bytes());
    report.amount("memory-one-room", "schakel, memory with one encrypted room", megabytes(one), "MB");
    report.amount("memory-one-room-peer", "maubot, memory with one encrypted room", megabytes(peer), "MB");
    report.goal("memory with one room at most 45 MB", megabytes(one), 45.0);
    report.goal("memory with one room below the peer's", megabytes(one), megabytes(peer));

    step(&format!("{} exchanges of each kind", scale.exchanges));
    scene.add_plain_rooms().await;
    exchanges(&scene, scale, report).await;

    step(&format!("a burst of {} commands", scale.burst));
    let burst = load::burst(&scene.anna, &scene.encrypted, QUESTION, scale.burst).await;
    report.burst("burst", "schakel, commands in one room, 20 at a time", &burst);
    report.goal_of_burst("all commands of the burst answered once and in order", &burst);
    let burst = load::burst(&scene.anna, &scene.peer_encrypted, PEER_QUESTION, scale.burst).await;
    report.burst("burst-peer", "maubot, the same", &burst);
    let (one, peer) = (scene.bot().resident_bytes(), scene.peer.resident_bytes());
    report.amount("memory-after-burst", "schakel, memory after the burst", megabytes(one), "MB");
    report.amount("memory-after-burst-peer", "maubot, memory after the burst", megabytes(peer), "MB");

    step(&format!("{} commands while the bot is down", scale.away));
    scene.stop_bot();
    let mut asked = Vec::new();
    for _ in 0..scale.away {
        asked.push(scene.anna.say(&scene.encrypted, QUESTION).await);
    }
    let started = Instant::now();
    scene.start_bot();
    let away = load::outcome(&scene.anna, &scene.encrypted, asked, started).await;
    report.burst("away", "schakel, commands sent while it is down", &away);
    report.goal_of_burst("all commands sent while it is down answered once and in order", &away);
    scene.stop_bot();
    scene.peer.stop();

    many_rooms(&scene, scale, report).await;
}

/// The floor, the bot and the peer by turns, so that whatever else the machine does falls on all alike.
async fn exchanges(scene: &Scene, scale: Scale, report: &mut Report) {
    let mut accepted = Vec::new();
    let mut times: [Vec<Duration>; 6] = Default::default();
    for round in 0..scale.warm_up + scale.exchanges {
        let ways = [
            scene.delivery(&scene.floor_encrypted).await,
            scene.exchange(&scene.encrypted, QUESTION).await,
            scene.exchange(&scene.peer_encrypted, PEER_QUESTION).await,
            scene.delivery(&scene.floor_plain).await,
            scene.exchange(&scene.plain, QUESTION).await,
            scene.exchange(&scene.peer_plain, PEER_QUESTION).await,
        ];
        if round >= scale.warm_up {
            accepted.push(ways[0].accepted);
            for (times, way) in times.iter_mut().zip(ways) {
                times.push(way.whole);
            }
        }
    }
    let [floor_encrypted, encrypted, peer_encrypted, floor_plain, plain, peer_plain] = times;
    report.spread("floor-accepted", "bare client, encrypted: until the server has it", &accepted);
    let floor = report.spread("floor-encrypted", "bare client to bare client, encrypted", &floor_encrypted);
    let own = report.spread("answer-encrypted", "schakel, command to answer, encrypted", &encrypted);
    let peer = report.spread("answer-encrypted-peer", "maubot, command to answer, encrypted", &peer_encrypted);
    report.goal("p50 encrypted at most 2 × floor + 15 ms", own, 2.0 * floor + 15.0);
    report.goal("p50 encrypted below the peer's", own, peer);
    let floor = report.spread("floor-plain", "bare client to bare client, plain", &floor_plain);
    let own = report.spread("answer-plain", "schakel, command to answer, plain", &plain);
    let peer = report.spread("answer-plain-peer", "maubot, command to answer, plain", &peer_plain);
    report.goal("p50 plain at most 2 × floor + 15 ms", own, 2.0 * floor + 15.0);
    report.goal("p50 plain below the peer's", own, peer);
}

/// A second bot, in many encrypted rooms.
async fn many_rooms(scene: &Scene, scale: Scale, report: &mut Report) {
    step(&format!("a bot in {} encrypted rooms", scale.rooms));
    let home = scene.home("many");
    let clara = scene.person("clara").await;
    let bot = home.started();
    let began = Instant::now();
    let rooms = load::rooms(&clara, &home.account, scale.rooms).await;
    report.amount("joining", "schakel, to join and greet them all", began.elapsed().as_secs_f64(), "s");
    assert_eq!(bot.terminate().0, Some(0), "the bot stops cleanly");

    let mut answered = Vec::new();
    let mut ready = Vec::new();
    let mut running = None;
    for (start, room) in rooms[..scale.starts].iter().enumerate() {
        let asked = clara.say(room, QUESTION).await;
        let started = Instant::now();
        let mut bot = home.start();
        clara.answer_to(&asked).await;
        answered.push(started.elapsed());
        ready.push(bot.wait_ready());
        if start + 1 < scale.starts {
            assert_eq!(bot.terminate().0, Some(0), "the bot stops cleanly");
        } else {
            running = Some(bot);
        }
    }
    let bot = running.expect("it is started at least once");
    report.spread("start-ready", "schakel, start to ready, many rooms", &ready);
    let start = report.spread("start-answer", "schakel, start to first answer, many rooms", &answered);
    report.goal("start to first answer with many rooms at most 600 ms", start, 600.0);

    step(&format!("memory with {} rooms, {} s after the start", scale.rooms, scale.rest.as_secs()));
    tokio::time::sleep(scale.rest).await;
    report.amount(
        "memory-many-rooms",
        "schakel, memory with many encrypted rooms",
        megabytes(bot.resident_bytes()),
        "MB",
    );

    step(&format!("commands from {} rooms for {} s", scale.sustained_rooms, scale.sustained.as_secs()));
    let rate = load::sustained(&clara, &rooms[..scale.sustained_rooms], QUESTION, scale.sustained).await;
    report.amount("sustained", "schakel, answers to commands from several rooms", rate, "per second");
}

fn step(what: &str) {
    eprintln!("· {what}");
}
