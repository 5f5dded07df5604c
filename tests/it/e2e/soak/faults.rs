//! What goes wrong, and when: each kind once, then any of them, by a seed. Whatever starts the bot anew comes in the first half only,
//! so that its memory is watched for the whole second half.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use super::Soak;
use crate::support::proxy::Mood;

/// A kind of fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fault {
    /// The homeserver is killed and started again.
    ServerKilled,
    /// The homeserver is frozen: connections stay open, and nobody answers.
    ServerFrozen,
    /// The bot is killed as by a loss of power, and started again.
    BotKilled,
    /// The bot is asked to stop, and started again.
    BotStopped,
    /// Connections of the bot are closed as they are made.
    NetworkCut,
    /// A gateway answers the bot 502.
    BadGateway,
    /// The homeserver answers the bot 429.
    Limited,
}

const ALL: [Fault; 7] = [
    Fault::BotKilled,
    Fault::NetworkCut,
    Fault::BotStopped,
    Fault::ServerFrozen,
    Fault::Limited,
    Fault::ServerKilled,
    Fault::BadGateway,
];

impl Fault {
    fn starts_the_bot(self) -> bool {
        matches!(self, Self::BotKilled | Self::BotStopped)
    }
}

/// Numbers that look like chance and are the same for the same seed (`SplitMix64`).
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// One of so many.
    pub(super) fn of(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let bits = usize::try_from((bits ^ (bits >> 31)) >> 33).expect("31 bits");
        bits % count
    }
}

/// Lets things go wrong until the time is over and each kind has been there; all that did, in order.
pub(super) async fn inject(soak: Arc<Soak>, from: Instant, mut chance: Chance) -> Vec<Fault> {
    let every = soak.plan.fault_every();
    let mut done = Vec::new();
    let mut next = from + every / 2;
    // The last fault is over before the end.
    while done.len() < ALL.len() || next + every < from + soak.plan.lasts {
        tokio::time::sleep_until(next.into()).await;
        let second_half = from.elapsed() * 2 > soak.plan.lasts;
        let fault = match ALL.get(done.len()) {
            Some(fault) => *fault,
            None => loop {
                let fault = ALL[chance.of(ALL.len())];
                if !(second_half && fault.starts_the_bot()) {
                    break fault;
                }
            },
        };
        let lasts = Duration::from_millis(1500 + 250 * u64::try_from(chance.of(35)).expect("small")).min(every / 2);
        soak.tell(&format!("{fault:?} for {} ms", lasts.as_millis()));
        happen(&soak, fault, lasts).await;
        done.push(fault);
        soak.all_faults.store(done.len() >= ALL.len(), Ordering::SeqCst);
        next = (next + every).max(Instant::now() + every / 4);
    }
    // Nothing more goes wrong until the time is over.
    tokio::time::sleep_until((from + soak.plan.lasts).into()).await;
    done
}

async fn happen(soak: &Soak, fault: Fault, lasts: Duration) {
    match fault {
        Fault::ServerKilled => {
            let _nobody_speaks = soak.server_is_there.write().await;
            blocking(|| soak.server.kill().unwrap());
            tokio::time::sleep(lasts).await;
            blocking(|| soak.server.start_again().unwrap());
        }
        Fault::ServerFrozen => {
            let _nobody_speaks = soak.server_is_there.write().await;
            blocking(|| soak.server.pause().unwrap());
            tokio::time::sleep(lasts).await;
            blocking(|| soak.server.resume().unwrap());
        }
        Fault::BotKilled => {
            blocking(|| soak.take_bot().kill());
            tokio::time::sleep(lasts / 4).await;
            blocking(|| soak.start_bot());
        }
        Fault::BotStopped => {
            blocking(|| {
                let (code, took) = soak.take_bot().terminate();
                assert!(code == Some(0) && took < Duration::from_secs(5), "{code:?} after {took:?}");
            });
            tokio::time::sleep(lasts / 4).await;
            blocking(|| soak.start_bot());
        }
        Fault::NetworkCut => through(soak, Mood::Away, lasts).await,
        Fault::BadGateway => through(soak, Mood::BadGateway, lasts).await,
        Fault::Limited => through(soak, Mood::Limited, lasts).await,
    }
}

/// Does what waits for other programs, while all others go on.
fn blocking(work: impl FnOnce()) {
    tokio::task::block_in_place(work);
}

async fn through(soak: &Soak, mood: Mood, lasts: Duration) {
    soak.proxy.set(mood);
    tokio::time::sleep(lasts).await;
    soak.proxy.set(Mood::Good);
}
