//! The claim: of all processes that share a database, one works for an account. The database itself keeps it, so that it
//! also holds between machines, and frees it when the process ends, however it ends.
//!
//! On PostgreSQL it is an advisory lock of one connection that does nothing else. That connection is looked at every
//! second; while it is not certain that the lock still stands, nothing is handled or sent. On SQLite, whose file is of one
//! machine, it is a lock of the operating system on a file beside the database.

use std::fs::{File, OpenOptions, TryLockError};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use sha2::{Digest as _, Sha256};
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions as _, PgConnection};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, timeout};

use super::{Pool, Store, StoreError};
use crate::domain::UserId;

/// How often the connection that holds the lock is looked at.
const LOOK: Duration = Duration::from_secs(1);
/// An answer that takes longer is none.
const NO_ANSWER: Duration = Duration::from_secs(4);
/// How long a lock that another holds is tried for: the connection of a process that was killed takes a moment to die.
const PATIENCE: Duration = Duration::from_secs(4);
const TRY_AGAIN: Duration = Duration::from_millis(200);

/// How it stands with a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hold {
    /// It is ours.
    Ours,
    /// It cannot be said: the database does not answer.
    Doubtful,
    /// Another process has it: this one must stop.
    Lost,
}

/// The right of this process to work for an account, for as long as it is kept.
#[derive(Debug)]
pub struct Claim {
    account: UserId,
    hold: watch::Receiver<Hold>,
    /// Watches the connection and holds it; nothing on SQLite.
    keeper: Option<JoinHandle<()>>,
    /// The lock is free again when the file is closed.
    _file: Option<File>,
}

impl Drop for Claim {
    fn drop(&mut self) {
        if let Some(keeper) = &self.keeper {
            keeper.abort();
        }
    }
}

impl Claim {
    /// Waits until it is certain that the claim stands; false when it is lost.
    pub async fn stands(&self) -> bool {
        // Without a keeper nobody can take it.
        self.hold.clone().wait_for(|hold| *hold != Hold::Doubtful).await.is_ok_and(|hold| *hold == Hold::Ours)
    }

    /// Waits until the claim is lost; for ever when it never is. The error tells the operator.
    pub async fn lost(&self) -> StoreError {
        if self.hold.clone().wait_for(|hold| *hold == Hold::Lost).await.is_err() {
            std::future::pending::<()>().await;
        }
        StoreError::Claimed(self.account.clone())
    }
}

impl Store {
    /// Claims an account for this process. Refused when another process works for it on this database, after a few seconds
    /// in which that one may be about to end.
    pub async fn claim(&self, account: &UserId) -> Result<Claim, StoreError> {
        match &self.pool {
            Pool::Sqlite { pool, .. } => on_file(pool.connect_options().get_filename(), account).await,
            Pool::Postgres { pool } => on_server(pool.connect_options(), account).await,
        }
    }
}

/// The account as bits of which the lock is made.
fn digest(account: &UserId) -> [u8; 8] {
    let digest = Sha256::new().chain_update(b"schakel claim ").chain_update(account.as_str()).finalize();
    digest.first_chunk().copied().expect("a digest has 32 bytes")
}

async fn on_file(database: &Path, account: &UserId) -> Result<Claim, StoreError> {
    let mut path = database.to_path_buf().into_os_string();
    path.push(format!(".claim-{:016x}", u64::from_be_bytes(digest(account))));
    let unavailable = |error| StoreError::Unavailable(sqlx::Error::Io(error));
    let mut options = OpenOptions::new();
    let file = options.create(true).append(true).mode(0o600).open(path).map_err(unavailable)?;
    let until = Instant::now() + PATIENCE;
    loop {
        match file.try_lock() {
            Ok(()) => break,
            Err(TryLockError::WouldBlock) if Instant::now() < until => sleep(TRY_AGAIN).await,
            Err(TryLockError::WouldBlock) => return Err(StoreError::Claimed(account.clone())),
            Err(TryLockError::Error(error)) => return Err(unavailable(error)),
        }
    }
    // What nobody sends to stays as it is.
    let (_, hold) = watch::channel(Hold::Ours);
    Ok(Claim { account: account.clone(), hold, keeper: None, _file: Some(file) })
}

async fn on_server(options: Arc<PgConnectOptions>, account: &UserId) -> Result<Claim, StoreError> {
    let key = i64::from_be_bytes(digest(account));
    let until = Instant::now() + PATIENCE;
    let mut waited = false;
    let lock = loop {
        match Lock::take(&options, key, None).await? {
            Some(lock) => break lock,
            None if Instant::now() < until => {
                waited = true;
                sleep(TRY_AGAIN).await;
            }
            None => return Err(StoreError::Claimed(account.clone())),
        }
    };
    if waited {
        // Whoever had it may live and only have lost its connection: it has noticed by then.
        sleep(LOOK + TRY_AGAIN).await;
    }
    let (tell, hold) = watch::channel(Hold::Ours);
    let keeper = tokio::spawn(keep(options, key, lock, tell));
    Ok(Claim { account: account.clone(), hold, keeper: Some(keeper), _file: None })
}

/// Looks after the lock until it is lost.
async fn keep(options: Arc<PgConnectOptions>, key: i64, mut lock: Lock, tell: watch::Sender<Hold>) {
    loop {
        sleep(LOOK).await;
        if lock.stands().await {
            continue;
        }
        let _ = tell.send(Hold::Doubtful);
        tracing::warn!("the database does not answer for the bot's claim; nothing is handled until it does");
        let mut until = None;
        lock = loop {
            match timeout(NO_ANSWER, Lock::take(&options, key, Some(&lock))).await {
                Ok(Ok(Some(new))) => break new,
                Ok(Ok(None)) => {
                    if Instant::now() > *until.get_or_insert_with(|| Instant::now() + PATIENCE) {
                        let _ = tell.send(Hold::Lost);
                        return;
                    }
                }
                // The database is away; so it is for everybody.
                Ok(Err(_)) | Err(_) => until = None,
            }
            sleep(TRY_AGAIN).await;
        };
        let _ = tell.send(Hold::Ours);
        tracing::info!("the database answers again, and the bot's claim stands");
    }
}

/// A connection that holds the lock, and what the server calls it.
struct Lock {
    connection: PgConnection,
    process: i32,
    since: String,
}

impl Lock {
    /// Tries once. Nothing when somebody else holds it. The connection of a lock of our own that is lost to us may still be
    /// alive for the server: it is ended there.
    async fn take(options: &PgConnectOptions, key: i64, former: Option<&Self>) -> Result<Option<Self>, StoreError> {
        let mut connection = options.connect().await?;
        if let Some(former) = former {
            sqlx::query(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = $1 AND backend_start::TEXT = $2",
            )
            .bind(former.process)
            .bind(former.since.as_str())
            .execute(&mut connection)
            .await?;
        }
        let ours: bool =
            sqlx::query_scalar("SELECT pg_try_advisory_lock($1)").bind(key).fetch_one(&mut connection).await?;
        if !ours {
            return Ok(None);
        }
        let (process, since) =
            sqlx::query_as("SELECT pid, backend_start::TEXT FROM pg_stat_activity WHERE pid = pg_backend_pid()")
                .fetch_one(&mut connection)
                .await?;
        Ok(Some(Self { connection, process, since }))
    }

    async fn stands(&mut self) -> bool {
        let asked = sqlx::query("SELECT 1").execute(&mut self.connection);
        matches!(timeout(NO_ANSWER, asked).await, Ok(Ok(_)))
    }
}
