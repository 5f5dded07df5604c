//! The transport to Matrix: events in, answers out, nothing decided. The only room of the house that knows matrix-sdk.
//!
//! The SDK stores its sync token before anything is handled, and one malformed event can make it lose the rest of a
//! response. So nothing hangs on it: every response is written into the bot's own inbox, a token that is not the one
//! remembered there means that something was lost, and gaps are filled by walking back through the room. What goes out is
//! taken from the outbox with its own key as transaction id, so that it arrives once.

mod devices;
mod direct;
mod due;
mod error;
mod files;
mod former;
mod gaps;
mod identities;
mod identity;
mod inbound;
mod invites;
mod late;
mod looks;
mod outbound;
mod payload;
mod rooms;
mod seeds;
mod session;
mod sync;
mod upload;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use matrix_sdk::Client;
use tokio::sync::{Mutex, Notify, watch};

pub use error::MatrixError;

use crate::bot::{Bot, Identity, Lanes};
use crate::clock;
use crate::commands::Library;
use crate::config::Config;
use crate::domain::retention::RetentionTerms;
use crate::domain::{RoomId, UserId, What};
use crate::health::Pulse;
use crate::store::{Arrival, Claim, Marked, Receipt, Store, StoreError};

/// What all parts of the transport share.
struct Link {
    client: Client,
    store: Arc<Store>,
    /// Nothing is handled or sent while it does not stand.
    claim: Arc<Claim>,
    account: UserId,
    device: String,
    /// Nothing older is handled, in milliseconds since 1970.
    since_ms: i64,
    allowed_servers: Vec<String>,
    /// People with rights of their own; should one of them be another suddenly, those rest.
    admins: Vec<UserId>,
    /// Messages wait until their sender's device is known.
    require_signed_devices: bool,
    identities: identities::Told,
    /// Held by whoever writes received events: the sync loop and the filling of gaps must not write past each other.
    intake: Mutex<sync::Intake>,
    /// Its own device is signed; before that, sending could give keys to nobody.
    serving: AtomicBool,
    /// Something has gone out.
    sent: Notify,
    /// Messages have been laid up that wait for a key or a device.
    waits: Notify,
    pace: outbound::Pace,
    uploads: upload::Uploads,
    looks: looks::Looks,
    /// Held while a message is encrypted and sent.
    encrypting: Mutex<()>,
    seeds: seeds::Seeds,
    pulse: Arc<Pulse>,
    stop: watch::Receiver<bool>,
}

impl Link {
    /// True when the bot is being stopped.
    fn stopping(&self) -> bool {
        *self.stop.borrow()
    }

    /// Waits until it is certain that this process alone works for the account; false when it does not, or must stop.
    async fn claim_stands(&self) -> bool {
        let mut stop = self.stop.clone();
        tokio::select! {
            biased;
            _ = stop.wait_for(|stop| *stop) => false,
            stands = self.claim.stands() => stands,
        }
    }

    /// Waits, but not longer than until the bot is stopped.
    async fn sleep(&self, duration: Duration) {
        let mut stop = self.stop.clone();
        tokio::select! {
            () = tokio::time::sleep(duration) => {}
            _ = stop.wait_for(|stop| *stop) => {}
        }
    }

    /// Has messages looked at that were just laid up to wait for a key: it may have come between reading and writing them.
    fn look_for_keys(&self, receipt: &Receipt) {
        let mut events = receipt.rooms.iter().flat_map(|room| &room.events);
        if events.any(|event| matches!(event.arrival, Arrival::Waiting(_))) {
            self.waits.notify_one();
        }
    }

    /// Counts messages that came in and for which waiting does not help.
    fn count_unreadable(&self, receipt: &Receipt) {
        let unreadable = |arrival: &Arrival| matches!(arrival, Arrival::Readable(incoming) if matches!(incoming.what, What::Unreadable { .. }));
        let events = receipt.rooms.iter().flat_map(|room| &room.events);
        events.filter(|event| unreadable(&event.arrival)).for_each(|_| self.pulse.gave_up_reading());
    }

    /// Repeats a use of the database until it succeeds, as long as waiting can help.
    async fn persist<T, F>(&self, what: &'static str, use_store: impl FnMut() -> F) -> Result<T, StoreError>
    where
        F: Future<Output = Result<T, StoreError>>,
    {
        persist(&self.stop, what, use_store).await
    }
}

async fn persist<T, F>(
    stop: &watch::Receiver<bool>,
    what: &'static str,
    mut use_store: impl FnMut() -> F,
) -> Result<T, StoreError>
where
    F: Future<Output = Result<T, StoreError>>,
{
    let mut stop = stop.clone();
    let mut wait = Duration::from_millis(100);
    loop {
        match use_store().await {
            Err(error) if error.may_pass() && !*stop.borrow() => {
                tracing::warn!(%error, what, "the database is not there; trying again");
                let _ = tokio::time::timeout(wait, stop.wait_for(|stop| *stop)).await;
                wait = (wait * 2).min(Duration::from_secs(10));
            }
            other => return other,
        }
    }
}

/// Runs the bot on Matrix until `stop` says true, or another process has the claim. `ready` is called once, when it is
/// synced and serving; `pulse` is told how it goes.
pub async fn run(
    config: &Config,
    store: Arc<Store>,
    claim: Claim,
    library: Library,
    pulse: Arc<Pulse>,
    stop: watch::Receiver<bool>,
    ready: impl FnOnce(),
) -> Result<(), MatrixError> {
    let claim = Arc::new(claim);
    let (end, ended) = watch::channel(false);
    let losing = tokio::spawn({
        let (claim, pulse, mut stop) = (Arc::clone(&claim), Arc::clone(&pulse), stop);
        async move {
            let lost = tokio::select! {
                _ = stop.wait_for(|stop| *stop) => None,
                lost = claim.lost() => Some(lost),
            };
            if lost.is_some() {
                pulse.claim_lost();
            }
            let _ = end.send(true);
            lost
        }
    });
    let result = run_claimed(config, store, claim, library, pulse, ended, ready).await;
    if result.is_err() {
        losing.abort();
        return result;
    }
    // It ends without an error only when it was told to.
    match losing.await {
        Ok(Some(lost)) => Err(lost.into()),
        Ok(None) | Err(_) => Ok(()),
    }
}

async fn run_claimed(
    config: &Config,
    store: Arc<Store>,
    claim: Arc<Claim>,
    library: Library,
    pulse: Arc<Pulse>,
    mut stop: watch::Receiver<bool>,
    ready: impl FnOnce(),
) -> Result<(), MatrixError> {
    let started_ms = clock::now().timestamp_millis();
    let mut ready = Some(ready);
    let mut library = Some(library);
    // The lock is held for as long as this function runs: a second process with this account is refused.
    let _lock = files::lock(&config.matrix)?;
    loop {
        let session = tokio::select! {
            session = session::open(&config.matrix) => session?,
            _ = stop.wait_for(|stop| *stop) => return Ok(()),
        };
        let account = UserId::new(session.account.clone());
        let now_ms = clock::now().timestamp_millis();
        let first_login_ms = match persist(&stop, "account", || store.enter(&account, &session.device, now_ms)).await {
            Err(_) if *stop.borrow() => return Ok(()),
            entered => entered?,
        };
        let me = Identity {
            name: session.display_name.clone(),
            account: account.clone(),
            prefix: config.bot.prefix.clone(),
            language: config.bot.language,
            admins: config.bot.admins.clone(),
            ignore: config.bot.ignore.clone(),
            notice: config.privacy.clone(),
            contacts: config.bot.contacts.clone(),
            retention: config.retention.clone(),
            commands_per_minute: config.bot.commands_per_minute,
            require_signed_devices: config.matrix.require_signed_devices,
            allowed_servers: Some(config.matrix.allowed_servers.clone()),
            time_zone: config.bot.time_zone,
            working: config.reminders.working.clone(),
            least_uses: config.practice.least,
            started_ms,
            first_login_ms,
        };
        let library = library.take().map_or_else(|| Library::load(config.bot.commands_dir.as_deref()), Ok);
        let library = library.map_err(|_| MatrixError::Definitions)?;
        let rooms = Arc::new(rooms::ServerRooms {
            client: session.client.clone(),
            require_signed_devices: config.matrix.require_signed_devices,
        });
        let bot = Arc::new(Bot::new(Arc::clone(&store), library, rooms, me));
        let link = Arc::new(Link {
            client: session.client.clone(),
            store: Arc::clone(&store),
            claim: Arc::clone(&claim),
            account,
            device: session.device.clone(),
            since_ms: first_login_ms,
            allowed_servers: config.matrix.allowed_servers.clone(),
            admins: config.bot.admins.clone(),
            require_signed_devices: config.matrix.require_signed_devices,
            identities: identities::Told::default(),
            intake: Mutex::default(),
            serving: AtomicBool::new(false),
            sent: Notify::new(),
            waits: Notify::new(),
            pace: outbound::Pace::default(),
            uploads: upload::Uploads::default(),
            looks: looks::Looks::default(),
            encrypting: Mutex::default(),
            seeds: seeds::Seeds::default(),
            pulse: Arc::clone(&pulse),
            stop: stop.clone(),
        });
        match serve(link, bot, config, &mut ready).await {
            Ok(()) => return Ok(()),
            Err(MatrixError::LoggedOut { soft }) => session::forget(&config.matrix, soft)?,
            Err(error) => return Err(error),
        }
    }
}

async fn serve<R: FnOnce()>(
    link: Arc<Link>,
    bot: Arc<Bot>,
    config: &Config,
    ready: &mut Option<R>,
) -> Result<(), MatrixError> {
    let sending = {
        let link = Arc::clone(&link);
        Lanes::new(link.stop.clone(), move |room| {
            let link = Arc::clone(&link);
            async move { outbound::send_next(&link, &room).await }
        })
    };
    let handling = {
        let (link, sending, bot) = (Arc::clone(&link), sending.clone(), Arc::clone(&bot));
        Lanes::new(link.stop.clone(), move |room: RoomId| {
            let (link, sending, bot) = (Arc::clone(&link), sending.clone(), Arc::clone(&bot));
            async move { handle_next(&link, &bot, &sending, &room).await }
        })
    };
    let filling = {
        let (link, handling) = (Arc::clone(&link), handling.clone());
        Lanes::new(link.stop.clone(), move |room: RoomId| {
            let (link, handling) = (Arc::clone(&link), handling.clone());
            async move { gaps::fill(&link, &handling, &room).await }
        })
    };
    let pruning = tokio::spawn(prune(
        Arc::clone(&link),
        Arc::clone(&bot),
        sending.clone(),
        config.database.audit_file.clone(),
        config.retention.clone(),
    ));
    let late = tokio::spawn(late::watch(Arc::clone(&link), handling.clone()));
    let seeding = tokio::spawn(seeds::plant(Arc::clone(&link), sending.clone()));
    let private = tokio::spawn(direct::watch(Arc::clone(&link), Arc::clone(&bot), sending.clone()));
    let due = tokio::spawn(due::watch(Arc::clone(&link), Arc::clone(&bot), sending.clone()));
    let result = sync::run(&link, &handling, &filling, &sending, config, ready).await;
    // What was accepted is in the database; what is cut off here goes on at the next start.
    let finish = async {
        filling.finish().await;
        handling.finish().await;
        sending.finish().await;
    };
    if tokio::time::timeout(Duration::from_secs(2), finish).await.is_err() {
        tracing::info!("stopped in the middle of sending; it goes on at the next start");
    }
    late.abort();
    pruning.abort();
    seeding.abort();
    private.abort();
    due.abort();
    result
}

/// What is looked at once an hour: what is no longer needed is forgotten, teams are asked to look again at agreements whose
/// day has come, and once a day it is marked how far the audit log has come.
async fn prune(link: Arc<Link>, bot: Arc<Bot>, sending: Lanes, audit_file: PathBuf, terms: RetentionTerms) {
    let mut hourly = tokio::time::interval(Duration::from_hours(1));
    loop {
        hourly.tick().await;
        if let Err(error) = link.store.prune(clock::now().timestamp_millis(), &terms).await {
            tracing::warn!(%error, "old rows could not be forgotten; trying again in an hour");
        }
        match bot.ask_for_reviews(clock::now()).await {
            Ok(rooms) => rooms.iter().for_each(|room| sending.wake(room)),
            Err(error) => tracing::warn!(%error, "no team could be asked for a review; trying again in an hour"),
        }
        mark_audit(&link.store, &audit_file).await;
    }
}

/// Marks in the log and in a file how far the audit log has come today, unless that is done.
async fn mark_audit(store: &Store, file: &Path) {
    match store.mark_day(file, clock::now()).await {
        Ok(Some(Marked { mark, contradicted })) => {
            tracing::info!(count = mark.count, hash = mark.hash_text(), "how far the audit log has come today");
            if let Some(earlier) = contradicted {
                tracing::error!(
                    count = earlier.count,
                    "the audit log no longer agrees with its last mark: `schakel audit verify` says more"
                );
            }
        }
        Ok(None) => {}
        Err(error) => tracing::warn!(%error, "the audit log could not be marked; trying again in an hour"),
    }
}

/// Handles one event of a room and wakes the sending of what follows.
async fn handle_next(link: &Link, bot: &Bot, sending: &Lanes, room: &RoomId) -> bool {
    if !link.claim_stands().await {
        return false;
    }
    match bot.handle_next(room, clock::now()).await {
        Ok(Some(rooms)) => {
            sending.wake(room);
            for room in &rooms {
                sending.wake(room);
            }
            true
        }
        Ok(None) => false,
        Err(error) => {
            tracing::error!(%error, "an event could not be handled; trying again");
            link.sleep(Duration::from_secs(1)).await;
            !link.stopping()
        }
    }
}

/// Looks at homeserver, credential and identity without changing anything; each finding is good news or a problem.
pub async fn check(settings: &crate::config::Matrix) -> Vec<Result<String, String>> {
    session::check(settings).await
}
