//! Who and what there is: a homeserver, a bot in encrypted rooms with somebody who has a real client, and what the server says of
//! what came in.

use std::time::Duration;

use futures_util::stream::{self, StreamExt as _};
use matrix_sdk::ruma::OwnedRoomId;
use schakel::clock;
use schakel::domain::{Addressee, RoomId, UserId};
use serde_json::Value;
use xtask::client::{Client, in_path};
use xtask::homeserver::{self, Homeserver};
use xtask::postgres::{self, Postgres};

use crate::Options;
use crate::support::bot::{Home, Running};
use crate::support::person::Person;
use crate::support::planned::{Planned, Plans};

/// Rooms made at the same time.
const MAKING: usize = 4;
/// Between the bot's being ready and the first moment.
const READY_MS: i64 = 5_000;
/// All must be out by then.
const PATIENCE: Duration = Duration::from_mins(15);
/// What waits to go out or to fall due.
const OPEN: &str =
    "SELECT (SELECT COUNT(*) FROM due WHERE kind = 'reminder') + (SELECT COUNT(*) FROM outbox WHERE state = 'pending')";

/// Dropped from first to last, so the homeserver outlives those who use it.
pub(crate) struct Stage {
    home: Home,
    rooms: Vec<OwnedRoomId>,
    pub(crate) anna: UserId,
    /// Anna without a real client: nobody listens while something is measured.
    reader: Client,
    bot: Option<std::path::PathBuf>,
    postgres: Option<Postgres>,
    server: Homeserver,
}

impl Stage {
    pub(crate) async fn set_up(options: &Options, rooms: usize) -> Self {
        eprintln!("· homeserver, {rooms} encrypted rooms");
        let server = Homeserver::start(&homeserver::Options::default()).expect("a homeserver starts");
        server.register("anna", "secret", false).expect("registered");
        let postgres = options.postgres.then(|| {
            let settings = postgres::Options { durable: true, ..postgres::Options::default() };
            Postgres::start(&settings).expect("PostgreSQL starts")
        });
        let reader = Client::login(&server.url(), "anna", "secret").expect("logged in");
        let anna = crate::user(&server.user_id("anna"));
        let home = Home::new(&server.url(), &server.user_id("bot"));
        let mut stage = Self { home, rooms: vec![], anna, reader, bot: options.bot.clone(), postgres, server };
        (stage.home, stage.rooms) = stage.home_in_rooms("bot", rooms).await;
        let plans = Plans::open(&stage.home).await;
        for (index, room) in stage.rooms.iter().enumerate() {
            plans.team(&format!("Jeugd {index}"), &RoomId::new(room.as_str()), &stage.anna).await;
        }
        plans.close().await;
        stage
    }

    /// A bot of its own, which has greeted anna in so many encrypted rooms and is down again.
    pub(crate) async fn home_in_rooms(&self, name: &str, rooms: usize) -> (Home, Vec<OwnedRoomId>) {
        self.server.register(name, "secret", false).expect("registered");
        let mut home = Home::new(&self.server.url(), &self.server.user_id(name));
        if let Some(postgres) = &self.postgres {
            postgres.create_database(name).expect("a database is made");
            home = home.database(&postgres.url(name));
        }
        if let Some(program) = &self.bot {
            home = home.program(program);
        }
        let bot = home.started();
        let anna = Person::log_in(&self.server.url(), "anna").await;
        let making = stream::iter(0..rooms).map(|_| anna.room_with(&home.account)).buffer_unordered(MAKING);
        let rooms = making.collect().await;
        assert_eq!(bot.terminate().0, Some(0), "the bot stops cleanly");
        (home, rooms)
    }

    pub(crate) fn server(&self) -> &Homeserver {
        &self.server
    }

    pub(crate) fn server_process(&self) -> u32 {
        self.server.process_id().expect("it runs")
    }

    /// Plans so many, the rooms taking turns, starts the bot, and waits until all are out. The first moment, in milliseconds since
    /// 1970, from which `due` tells that of each.
    pub(crate) async fn plan_and_start(&self, count: usize, due: impl Fn(i64, usize) -> i64) -> i64 {
        // Writing them takes a while, and their moments are still to come when the bot is ready.
        let now = clock::now();
        let writing_ms = i64::try_from(count).expect("it is small") * 4;
        let first_ms = now.timestamp_millis() + writing_ms + 2 * READY_MS;
        let plans = Plans::open(&self.home).await;
        for (turn, room) in self.rooms.iter().enumerate() {
            let room = RoomId::new(room.as_str());
            let planned = (turn..count).step_by(self.rooms.len()).map(|index| {
                let text = format!("bel de sporthal over zaterdag, klus {index}");
                Planned::at(&text, Addressee::Room(room.clone()), &self.anna, now).due_at(due(first_ms, index))
            });
            plans.plan(&room, planned.collect()).await;
        }
        plans.close().await;
        let bot = self.home.started();
        let left_ms = first_ms - clock::now().timestamp_millis();
        assert!(left_ms > 0, "the bot was ready too late: {left_ms} ms");
        let before = cpu_seconds(bot.id());
        self.rest(&bot).await;
        println!("the bot's processor time: {:.2} s", cpu_seconds(bot.id()) - before);
        assert_eq!(bot.terminate().0, Some(0), "the bot stops cleanly");
        first_ms
    }

    /// Waits until nothing is due and nothing waits to go out.
    async fn rest(&self, bot: &Running) {
        let waiting = async {
            while self.home.number(OPEN).await != Some(0) {
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        };
        assert!(tokio::time::timeout(PATIENCE, waiting).await.is_ok(), "never at rest:\n{}", bot.log());
    }

    /// For each room when the server received what the bot sent since then, in order.
    pub(crate) fn posts(&self, since_ms: i64) -> Vec<Vec<i64>> {
        let times = |room: &OwnedRoomId| {
            let mut times: Vec<i64> =
                self.sent_since(room, since_ms).iter().filter_map(|event| event["origin_server_ts"].as_i64()).collect();
            times.reverse();
            times
        };
        self.rooms.iter().map(times).collect()
    }

    /// The content of an event in which the bot has said a reminder: another one is as large.
    pub(crate) fn body_of_a_post(&self) -> Value {
        self.sent_since(&self.rooms[0], 0)[0]["content"].clone()
    }

    /// Encrypted events of the bot in a room, the newest first.
    fn sent_since(&self, room: &OwnedRoomId, since_ms: i64) -> Vec<Value> {
        let mut found = Vec::new();
        let mut from = String::new();
        loop {
            let path = format!("/_matrix/client/v3/rooms/{}/messages?dir=b&limit=500{from}", in_path(room.as_str()));
            let page = self.reader.get(&path).expect("the room can be read");
            for event in page["chunk"].as_array().expect("a list") {
                if event["origin_server_ts"].as_i64().is_some_and(|at_ms| at_ms < since_ms) {
                    return found;
                }
                if event["type"] == "m.room.encrypted" && event["sender"] == self.home.account.as_str() {
                    found.push(event.clone());
                }
            }
            match page["end"].as_str() {
                Some(end) => from = format!("&from={}", in_path(end)),
                None => return found,
            }
        }
    }
}

/// The processor time that a process has used, in seconds.
pub(crate) fn cpu_seconds(process: u32) -> f64 {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).expect("it runs");
    // After the name, which may hold anything but is in brackets: utime and stime are the 14th and 15th of all.
    let fields: Vec<&str> = stat[stat.rfind(')').expect("a name") + 1..].split_whitespace().collect();
    let ticks = |index: usize| fields[index].parse::<f64>().expect("a number");
    (ticks(11) + ticks(12)) / 100.0
}
