//! When it is looked at what falls due, and that nothing of it is decided while the server cannot be reached: what is decided stands in
//! the outbox as said in time, and would go out hours later without a word about it. What falls due is the bot's.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use matrix_sdk::config::RequestConfig;
use matrix_sdk::ruma::api::client::account::whoami::v3::Request;

use super::Link;
use super::error::{Outlook, http_outlook};
use crate::bot::{Bot, Lanes};
use crate::clock;
use crate::store::StoreError;

/// Without news it is looked whether something is due. This is measured on a clock that nobody sets: whatever the clock on the wall
/// does, and however long the machine sleeps, it is noticed after as much time awake.
const LOOK_EVERY: Duration = Duration::from_mins(1);
/// What could not be done now is tried again after this.
const TRY_AGAIN: Duration = Duration::from_secs(5);
/// A server that takes longer is away.
const PATIENCE: Duration = Duration::from_secs(5);

/// Does what falls due, from the moment that the bot serves.
pub(super) async fn watch(link: Arc<Link>, bot: Arc<Bot>, sending: Lanes) {
    while !link.serving.load(Ordering::SeqCst) {
        link.sleep(Duration::from_millis(100)).await;
    }
    let mut away = false;
    while !link.stopping() {
        let wait = match look(&link, &bot, &sending, &mut away).await {
            Ok(wait) => wait,
            Err(error) => {
                tracing::warn!(%error, "what is due cannot be done now; trying again");
                TRY_AGAIN
            }
        };
        tokio::select! {
            () = bot.due_work() => {}
            () = link.sleep(wait) => {}
        }
    }
}

/// Does what is due now; how long until it is looked again. `away` is whether the server was away the last time.
async fn look(link: &Link, bot: &Bot, sending: &Lanes, away: &mut bool) -> Result<Duration, StoreError> {
    if !link.claim_stands().await {
        return Ok(TRY_AGAIN);
    }
    let next_ms = bot.next_due_ms().await?;
    if next_ms.is_some_and(|at_ms| at_ms <= clock::due().timestamp_millis()) {
        let was_away = std::mem::replace(away, !answers(link).await);
        if *away {
            if !was_away {
                tracing::warn!("the homeserver cannot be reached: what is due waits for it");
            }
            return Ok(TRY_AGAIN);
        }
    }
    bot.fall_due(clock::due(), |room| sending.wake(room)).await?;
    let wait = wait(bot.next_due_ms().await?, clock::due().timestamp_millis());
    // Nobody tells when a test moves the clock.
    #[cfg(feature = "failpoints")]
    let wait = if clock::simulated().is_some() { wait.min(Duration::from_millis(200)) } else { wait };
    Ok(wait)
}

/// Asks the server for the least there is. The sync would not do: where the network swallows everything it waits for a minute
/// before it fails.
async fn answers(link: &Link) -> bool {
    let config = RequestConfig::new().disable_retry().timeout(PATIENCE);
    match link.client.send(Request::new()).with_request_config(config).await {
        Ok(_) => true,
        // Whatever else it says, it is there; what becomes of a session that has ended is found out by the sync.
        Err(error) => !matches!(http_outlook(&error), Outlook::Passes(_)),
    }
}

/// How long it is waited when this falls due next. What is due already could not be done, and is tried again after a while.
fn wait(next_due_ms: Option<i64>, now_ms: i64) -> Duration {
    let Some(left_ms) = next_due_ms.map(|at_ms| at_ms.saturating_sub(now_ms)) else { return LOOK_EVERY };
    if left_ms <= 0 { TRY_AGAIN } else { Duration::from_millis(left_ms.unsigned_abs()).min(LOOK_EVERY) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW_MS: i64 = 1_795_500_000_000;

    #[test]
    fn it_waits_for_what_comes_next_and_never_longer_than_a_minute() {
        assert_eq!(wait(Some(NOW_MS + 1), NOW_MS), Duration::from_millis(1));
        assert_eq!(wait(Some(NOW_MS + 59_999), NOW_MS), Duration::from_millis(59_999));
        for far in [Some(NOW_MS + 60_001), Some(i64::MAX), None] {
            assert_eq!(wait(far, NOW_MS), LOOK_EVERY);
        }
    }

    #[test]
    fn what_is_due_already_and_could_not_be_done_waits_a_while() {
        for past in [NOW_MS, NOW_MS - 1, 0, i64::MIN] {
            assert_eq!(wait(Some(past), NOW_MS), TRY_AGAIN);
        }
    }

    /// A clock that stands years wrong, forward or back, changes how long until the next moment, not how soon it is noticed.
    #[test]
    fn whatever_the_clock_says_it_is_looked_again_within_a_minute() {
        for now_ms in [i64::MIN, 0, NOW_MS - 400 * 86_400_000, NOW_MS + 400 * 86_400_000, i64::MAX] {
            let wait = wait(Some(NOW_MS), now_ms);
            assert!(!wait.is_zero() && wait <= LOOK_EVERY, "{now_ms}: {wait:?}");
        }
    }
}
