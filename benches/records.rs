//! How long it takes to read from 10,000 agreements of one team, their texts sealed, on both engines: a filtered page of 10,
//! opened; one by its number; the rules of sharing; the words that are searched. Goal: 20 ms for the page.
//!
//!     cargo bench --bench records --no-default-features
//!
//! PostgreSQL is the one that `cargo xtask test` prepares. What is measured is each call as a command makes it, 200 times or for
//! two seconds; printed are the median and the 95th percentile.

#![expect(clippy::print_stdout, reason = "a tool for the terminal")]

use std::future::Future;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use schakel::domain::{
    AgreementChange, AgreementKind, AgreementStep, Change, EventId, Incoming, OrganisationKind, Place, RecordKind,
    RecordNumber, Role, RoomId, Said, Sharing, Subject, TeamChange, TeamId, TeamStep, Terms, Trust, Turn, UserId, What,
};
use schakel::store::{Agreements, Arrival, Arrived, Receipt, RoomReceipt, Store};
use xtask::postgres::{Options, Postgres};

const AGREEMENTS: u32 = 10_000;
const ROUNDS: usize = 200;
/// No call is measured for longer than this, in milliseconds.
const MOST_MS: f64 = 2_000.0;
const NOW_MS: i64 = 1_790_000_000_000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let folder = tempfile::tempdir()?;
    let file = format!("sqlite:{}", folder.path().join("schakel.db").display());
    runtime.block_on(measure("SQLite", &file, folder.path()))?;
    let settings = vec![("autovacuum_naptime".to_owned(), "1s".to_owned())];
    let server = Postgres::start(&Options { settings, ..Options::default() })?;
    server.create_database("records")?;
    let other = tempfile::tempdir()?;
    runtime.block_on(measure("PostgreSQL", &server.url("records"), other.path()))?;
    Ok(())
}

async fn measure(engine: &str, url: &str, folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let store = Store::open(url, &folder.join("schakel.key")).await?;
    let begun = Instant::now();
    fill(&store).await?;
    println!("{engine}: {AGREEMENTS} agreements written in {:.1} s", begun.elapsed().as_secs_f64());
    // PostgreSQL looks at grown tables within a minute, here sooner; until then it knows nothing of how many rows there are.
    tokio::time::sleep(Duration::from_secs(5)).await;
    let team = team();
    let day = NaiveDate::from_ymd_opt(2027, 6, 1).expect("a day");
    timed(engine, "a page of 10 of one kind, newest", || async {
        let (page, all) = store.agreements(&team, Agreements::Of(AgreementKind::Signal), 0, 10).await?;
        assert_eq!((page.len(), all), (10, 5_000));
        Ok(())
    })
    .await?;
    timed(engine, "a page of 10 of one kind, in the middle", || async {
        assert_eq!(store.agreements(&team, Agreements::Of(AgreementKind::Signal), 2_500, 10).await?.0.len(), 10);
        Ok(())
    })
    .await?;
    timed(engine, "a page of 10 that wait for confirmation", || async {
        assert_eq!(store.agreements(&team, Agreements::Awaiting, 0, 10).await?.0.len(), 10);
        Ok(())
    })
    .await?;
    timed(engine, "a page of 10 that are due", || async {
        assert_eq!(store.agreements(&team, Agreements::Due(day), 0, 10).await?.0.len(), 10);
        Ok(())
    })
    .await?;
    timed(engine, "one by its number", || async {
        assert!(store.agreement(&team, &number(4_321)).await?.is_some());
        Ok(())
    })
    .await?;
    timed(engine, "the counts of the map", || async {
        assert_eq!(store.agreement_counts(&team).await?.len(), 4);
        Ok(())
    })
    .await?;
    timed(engine, "the words of the newest 1,000", || async {
        assert_eq!(store.agreement_words(&team, 1_000).await?.len(), 1_000);
        Ok(())
    })
    .await?;
    store.close().await;
    Ok(())
}

async fn timed<F>(engine: &str, what: &str, run: impl Fn() -> F) -> Result<(), schakel::store::StoreError>
where
    F: Future<Output = Result<(), schakel::store::StoreError>>,
{
    run().await?;
    let mut took: Vec<f64> = Vec::with_capacity(ROUNDS);
    while took.len() < ROUNDS && took.iter().sum::<f64>() < MOST_MS {
        let begun = Instant::now();
        run().await?;
        took.push(begun.elapsed().as_secs_f64() * 1_000.0);
    }
    took.sort_by(f64::total_cmp);
    println!("{engine}: {what}: {:.2} ms (95 %: {:.2} ms)", took[took.len() / 2], took[took.len() * 95 / 100]);
    Ok(())
}

fn team() -> TeamId {
    TeamId::new("oost")
}

fn number(index: u32) -> RecordNumber {
    RecordNumber::new(RecordKind::Agreement, 2026, index)
}

/// Half of them about signals, the others about sharing; every second one in force.
async fn fill(store: &Store) -> Result<(), schakel::store::StoreError> {
    let (account, room) = (UserId::new("@schakel:example.org"), RoomId::new("!chain:example.org"));
    let bilal = UserId::new("@bilal:example.org");
    store.enter(&account, "BENCH", NOW_MS).await?;
    let member = TeamStep::Member {
        person: bilal.clone(),
        organisation: OrganisationKind::Police,
        role: Role::Member,
        mandate: true,
    };
    let steps = vec![TeamStep::Made { name: "Oost".to_owned() }, member];
    commit(store, &account, &room, 0, vec![Change::Team(TeamChange { team: team(), seen: None, steps })]).await?;
    for batch in 0..AGREEMENTS / 500 {
        let mut changes = Vec::new();
        for index in batch * 500..(batch + 1) * 500 {
            let change =
                |seen, step| Change::Agreement(AgreementChange { team: team(), number: number(index), seen, step });
            let police = OrganisationKind::Police;
            let subject = match index % 4 {
                0 | 1 => Subject::Signal(vec![police]),
                _ => Subject::Sharing { giver: police, receiver: OrganisationKind::School, rule: Sharing::Free },
            };
            let in_force = index % 4 == 0;
            let terms = Terms {
                subject,
                text: "Wie contact heeft, belt eerst; de anderen wachten tot het eind van de werkdag. ".repeat(4),
                review_on: NaiveDate::from_ymd_opt(2027, 1 + index % 12, 1).expect("a day"),
                suggestion: None,
            };
            changes.push(change(
                0,
                AgreementStep::Proposed { version: 1, terms, by: bilal.clone(), organisation: police },
            ));
            if in_force {
                let (by, role) = (bilal.clone(), Role::Member);
                let step = AgreementStep::Confirmed { version: 1, organisation: police, by, role, completes: true };
                changes.push(change(1, step));
            }
        }
        commit(store, &account, &room, batch + 1, changes).await?;
    }
    Ok(())
}

/// One event that leads to these changes.
async fn commit(
    store: &Store,
    account: &UserId,
    room: &RoomId,
    index: u32,
    changes: Vec<Change>,
) -> Result<(), schakel::store::StoreError> {
    let event = EventId::new(format!("$bench{index}"));
    let incoming = Incoming {
        event: event.clone(),
        room: room.clone(),
        place: Place { direct: false, encrypted: true },
        sender: account.clone(),
        trust: Trust::Signed,
        age_ms: 0,
        received_ms: NOW_MS,
        what: What::Message(Said::default()),
    };
    let events = vec![Arrived { event, arrival: Arrival::Readable(incoming) }];
    let room_receipt = RoomReceipt { room: room.clone(), encrypted: true, gap: None, mark: None, events };
    store.receive(account, &Receipt { sync_mark: None, rooms: vec![room_receipt] }, NOW_MS).await?;
    let (seq, _) = store.next_arrived(room).await?.expect("it was put in");
    store.finish(seq, &Turn { changes, out: vec![] }, NOW_MS + i64::from(index)).await?;
    Ok(())
}
