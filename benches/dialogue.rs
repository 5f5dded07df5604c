//! How long one turn of a dialogue takes while 200 people are each in the middle of one: an answer is received, sealed and
//! committed, handled, and its reply is ready to be sent. Beside it, on the same disk and in the same run, 200 tasks that each
//! commit one bare row, as durably. Goal: the 99th percentile of a turn at most three times that of a bare commit.
//!
//!     cargo bench --bench dialogue --no-default-features
//!
//! Events come in as the transport brings them: all that has arrived meanwhile in one transaction, then each room in its lane.
//! Nobody thinks: whoever has a reply answers at once, and whoever has committed a row commits the next. The network is no part
//! of it. PostgreSQL is the one that `cargo xtask test` prepares; it commits in the background, so it is started durable.

#![expect(clippy::print_stdout, reason = "a tool for the terminal")]

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use futures_util::future::join_all;
use schakel::bot::{Bot, Facts, Identity, Payload, Rooms};
use schakel::commands::Library;
use schakel::domain::{
    Change, EventId, HistoryVisibility, Incoming, JoinRule, Language, OrganisationKind, Place, Role, RoomFacts, RoomId,
    Said, TeamChange, TeamId, TeamStep, Trust, Turn, UserId, What,
};
use schakel::store::{Arrival, Arrived, Receipt, RoomReceipt, Store};
use tokio::sync::{Mutex, mpsc, oneshot};
use xtask::postgres::{Options, Postgres};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

const PEOPLE: usize = 200;
/// Each measurement takes so long.
const LASTS: Duration = Duration::from_secs(8);
const NOW_MS: i64 = 1_795_500_000_000;

/// The short path from its first question to the summary; then the same way back.
const ANSWERS: [&str; 14] = [
    "nee",
    "sfeer",
    "Een filmpje bij de sluis met publiek, twee groepen dagen elkaar uit",
    "gisteravond half elf",
    "openbaar",
    "anoniem",
    "gerucht",
    "wijk",
    "haven",
    "niets",
    "niemand",
    "informatie",
    "politie",
    "meedenken",
];

fn main() -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    // Beside the build, on the disk: a folder for temporary files may lie in memory.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let file = |name: &str| format!("sqlite:{}", folder.path().join(name).display());
    runtime.block_on(measure("SQLite", &file("schakel.db"), &file("bare.db"), folder.path()))?;
    let server = Postgres::start(&Options { durable: true, ..Options::default() })?;
    server.create_database("turns")?;
    server.create_database("bare")?;
    let other = tempfile::tempdir()?;
    runtime.block_on(measure("PostgreSQL", &server.url("turns"), &server.url("bare"), other.path()))?;
    Ok(())
}

async fn measure(engine: &str, url: &str, bare: &str, folder: &Path) -> Result<()> {
    let before = bare_commits(bare).await?;
    let stage = Arc::new(Stage::open(url, folder).await?);
    let turns = turns(&stage).await?;
    stage.store.close().await;
    let after = bare_commits(bare).await?;
    before.print(engine, "a bare commit, before");
    turns.whole.print(engine, "a turn");
    turns.receiving.print(engine, "  of which until it is received");
    turns.handling.print(engine, "  of which from then on");
    after.print(engine, "a bare commit, after");
    let bare = f64::midpoint(before.at(99), after.at(99));
    println!("{engine}: a turn takes {:.1} bare commits (99 %)", turns.whole.at(99) / bare);
    Ok(())
}

/// How long something took, in milliseconds, sorted.
struct Took(Vec<f64>);

impl Took {
    fn new(took: impl Iterator<Item = Duration>) -> Self {
        let mut took: Vec<f64> = took.map(|took| took.as_secs_f64() * 1_000.0).collect();
        took.sort_by(f64::total_cmp);
        Self(took)
    }

    fn at(&self, percent: usize) -> f64 {
        self.0[(self.0.len() * percent / 100).min(self.0.len() - 1)]
    }

    fn print(&self, engine: &str, what: &str) {
        println!(
            "{engine}: {what}: {:.1} ms (99 %: {:.1} ms), {:.0} a second",
            self.at(50),
            self.at(99),
            f64::from(u32::try_from(self.0.len()).unwrap_or(u32::MAX)) / LASTS.as_secs_f64()
        );
    }
}

/// Tasks that each commit one row after the other.
async fn bare_commits(url: &str) -> Result<Took> {
    if let Some(path) = url.strip_prefix("sqlite:") {
        return bare_commits_of_sqlite(path).await;
    }
    let pool = sqlx::postgres::PgPoolOptions::new().max_connections(10).connect(url).await?;
    sqlx::query("CREATE TABLE IF NOT EXISTS bare (id BIGSERIAL PRIMARY KEY, said TEXT NOT NULL)")
        .execute(&pool)
        .await?;
    let took = committing(|| async {
        let mut tx = pool.begin().await?;
        sqlx::query("INSERT INTO bare (said) VALUES ($1)").bind("nee").execute(&mut *tx).await?;
        tx.commit().await
    })
    .await?;
    pool.close().await;
    Ok(took)
}

/// With the settings of the bot's own database, and in a queue as its writers are.
async fn bare_commits_of_sqlite(path: &str) -> Result<Took> {
    use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(Duration::from_secs(10))
        .pragma("cache_size", "-512")
        .pragma("secure_delete", "ON");
    let pool = SqlitePoolOptions::new().max_connections(4).connect_with(options).await?;
    sqlx::query("CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, said TEXT NOT NULL)").execute(&pool).await?;
    let writer = Mutex::new(());
    let took = committing(|| async {
        let _turn = writer.lock().await;
        let mut tx = pool.begin_with("BEGIN IMMEDIATE").await?;
        sqlx::query("INSERT INTO bare (said) VALUES ($1)").bind("nee").execute(&mut *tx).await?;
        tx.commit().await
    })
    .await?;
    pool.close().await;
    Ok(took)
}

async fn committing<F: Future<Output = std::result::Result<(), sqlx::Error>>>(commit: impl Fn() -> F) -> Result<Took> {
    let end = Instant::now() + LASTS;
    let person = || async {
        let mut took = Vec::new();
        while Instant::now() < end {
            let begun = Instant::now();
            commit().await?;
            took.push(begun.elapsed());
        }
        Ok::<_, sqlx::Error>(took)
    };
    let all = join_all((0..PEOPLE).map(|_| person())).await;
    let all: Vec<Vec<Duration>> = all.into_iter().collect::<std::result::Result<_, _>>()?;
    Ok(Took::new(all.into_iter().flatten()))
}

/// Rooms for two, each of a person and the bot.
#[derive(Debug)]
struct ForTwo;

impl Rooms for ForTwo {
    fn facts<'a>(&'a self, room: &'a RoomId) -> Facts<'a> {
        let index = room.as_str().trim_start_matches("!of").split(':').next().and_then(|index| index.parse().ok());
        let people = index.map(|index| vec![person(index), account()]);
        let facts = RoomFacts {
            encrypted: true,
            join_rule: Some(JoinRule::Invite),
            history: Some(HistoryVisibility::Joined),
            people,
        };
        Box::pin(async { Some(facts) })
    }

    fn payload<'a>(&'a self, _: &'a Incoming) -> Payload<'a> {
        Box::pin(async { None })
    }
}

fn account() -> UserId {
    UserId::new("@schakel:example.org")
}

fn person(index: usize) -> UserId {
    UserId::new(format!("@person{index}:example.org"))
}

fn room(index: usize) -> RoomId {
    RoomId::new(format!("!of{index}:example.org"))
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(NOW_MS).expect("a moment")
}

/// What somebody said, and whom to tell when it is received.
struct Letter {
    index: usize,
    arrived: Arrived,
    received: oneshot::Sender<()>,
}

struct Stage {
    store: Arc<Store>,
    bot: Bot,
}

impl Stage {
    /// A bot with a team of people of whom each is at the first question of a report.
    async fn open(url: &str, folder: &Path) -> Result<Self> {
        let store = Arc::new(Store::open(url, &folder.join("schakel.key")).await?);
        let me = Identity {
            account: account(),
            name: "Schakel".to_owned(),
            prefix: "!".to_owned(),
            language: Language::Dutch,
            admins: vec![],
            ignore: vec![],
            notice: schakel::domain::PrivacyNotice::default(),
            contacts: vec![],
            retention: schakel::domain::retention::RetentionTerms::default(),
            commands_per_minute: 0,
            require_signed_devices: true,
            allowed_servers: None,
            working: schakel::domain::WorkingTime::default(),
            least_uses: 5,
            time_zone: chrono_tz::Europe::Amsterdam,
            started_ms: NOW_MS,
            first_login_ms: 0,
        };
        store.enter(&me.account, "BENCH", 0).await?;
        let library = Library::load(None).map_err(|error| format!("{error:?}"))?;
        let stage = Self { bot: Bot::new(Arc::clone(&store), library, Arc::new(ForTwo), me), store };
        let team = TeamId::new("oost");
        let member = |index| TeamStep::Member {
            person: person(index),
            organisation: if index % 2 == 0 { OrganisationKind::Police } else { OrganisationKind::YouthWork },
            role: Role::Member,
            mandate: false,
        };
        let made = [TeamStep::Made { name: "Oost".to_owned() }, TeamStep::Group { alias: "De Haven".to_owned() }];
        let steps = made.into_iter().chain((0..PEOPLE).map(member)).collect();
        let changes = vec![Change::Team(TeamChange { team, seen: None, steps })];
        stage.received(vec![said(0, "begin", "")]).await?;
        let (seq, _) = stage.store.next_arrived(&room(0)).await?.ok_or("it was received")?;
        stage.store.finish(seq, &Turn { changes, out: vec![] }, NOW_MS).await?;
        for index in 0..PEOPLE {
            for (turn, text) in ["signaal", "kort"].into_iter().enumerate() {
                stage.received(vec![said(index, &format!("first{turn}"), text)]).await?;
                stage.handled(index).await?;
            }
        }
        Ok(stage)
    }

    async fn received(&self, said: Vec<(RoomId, Arrived)>) -> Result<()> {
        let receipt =
            |(room, arrived)| RoomReceipt { room, encrypted: true, gap: None, mark: None, events: vec![arrived] };
        let receipt = Receipt { sync_mark: None, rooms: said.into_iter().map(receipt).collect() };
        self.store.receive(&account(), &receipt, NOW_MS).await?;
        Ok(())
    }

    async fn handled(&self, index: usize) -> Result<()> {
        let rooms = self.bot.handle_next(&room(index), now()).await?.ok_or("it was received")?;
        if rooms.is_empty() { Err("the bot says nothing".into()) } else { Ok(()) }
    }
}

fn said(index: usize, name: &str, text: &str) -> (RoomId, Arrived) {
    let event = EventId::new(format!("${name}of{index}"));
    let incoming = Incoming {
        event: event.clone(),
        room: room(index),
        place: Place { direct: true, encrypted: true },
        sender: person(index),
        trust: Trust::Signed,
        age_ms: 0,
        received_ms: NOW_MS,
        what: What::Message(Said { text: text.to_owned(), mentions: Some(vec![]), ..Said::default() }),
    };
    (room(index), Arrived { event, arrival: Arrival::Readable(incoming) })
}

struct Turns {
    whole: Took,
    receiving: Took,
    handling: Took,
}

async fn turns(stage: &Arc<Stage>) -> Result<Turns> {
    let (send, mut arriving) = mpsc::unbounded_channel::<Letter>();
    let intake = tokio::spawn({
        let stage = Arc::clone(stage);
        async move {
            let mut letters = Vec::new();
            while arriving.recv_many(&mut letters, PEOPLE).await > 0 {
                let (told, said): (Vec<_>, Vec<_>) = letters
                    .drain(..)
                    .map(|Letter { index, arrived, received }| (received, (room(index), arrived)))
                    .unzip();
                stage.received(said).await.expect("it is received");
                for told in told {
                    told.send(()).expect("somebody waits");
                }
            }
        }
    });
    let end = Instant::now() + LASTS;
    let talking = (0..PEOPLE).map(|index| {
        let (stage, send) = (Arc::clone(stage), send.clone());
        tokio::spawn(async move {
            let mut took = Vec::new();
            // Not all at the same question.
            let back = std::iter::repeat_n("terug", ANSWERS.len());
            let words = ANSWERS.into_iter().chain(back).cycle();
            for (turn, text) in words.enumerate() {
                if Instant::now() > end {
                    break;
                }
                let (received, waits) = oneshot::channel();
                let (_, arrived) = said(index, &format!("turn{turn}"), text);
                let begun = Instant::now();
                send.send(Letter { index, arrived, received }).expect("the intake runs");
                waits.await.expect("it is received");
                let was_received = begun.elapsed();
                stage.handled(index).await.expect("it is handled");
                took.push((was_received, begun.elapsed()));
            }
            took
        })
    });
    let took: Vec<(Duration, Duration)> =
        join_all(talking).await.into_iter().collect::<std::result::Result<Vec<_>, _>>()?.concat();
    drop(send);
    intake.await?;
    Ok(Turns {
        whole: Took::new(took.iter().map(|(_, whole)| *whole)),
        receiving: Took::new(took.iter().map(|(received, _)| *received)),
        handling: Took::new(took.iter().map(|(received, whole)| whole.saturating_sub(*received))),
    })
}
