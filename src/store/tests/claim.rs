//! Claims about the claim: one process works for an account, whatever becomes of its connection.

use super::*;
use crate::store::Claim;

claims!(
    an_account_is_claimed_once,
    two_accounts_may_work_on_one_database,
    a_claim_that_is_given_up_in_time_is_waited_for,
);

async fn claimed(on: &Backend) -> Claim {
    on.store.claim(&me()).await.expect("nobody else has it")
}

async fn an_account_is_claimed_once(on: Backend) {
    let claim = claimed(&on).await;
    let other = on.open_again().await.expect("it opens");
    let refused = other.claim(&me()).await.expect_err("it is taken");
    assert_eq!(
        refused.to_string(),
        "@schakel:example.org already works on this database in another process: stop that one first"
    );
    assert!(!refused.may_pass());
    drop(claim);
    assert!(other.claim(&me()).await.expect("it is free").stands().await);
}

async fn two_accounts_may_work_on_one_database(on: Backend) {
    let mine = claimed(&on).await;
    let theirs = on.store.claim(&other_bot()).await.expect("it is another account");
    assert!(mine.stands().await && theirs.stands().await);
}

async fn a_claim_that_is_given_up_in_time_is_waited_for(on: Backend) {
    let claim = claimed(&on).await;
    let other = on.open_again().await.expect("it opens");
    let account = me();
    let (taken, ()) = tokio::join!(other.claim(&account), async {
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        drop(claim);
    });
    assert!(taken.expect("it became free").stands().await);
}

/// The connection that holds a lock, as the server counts them.
const HOLDER: &str = "SELECT pid::BIGINT FROM pg_locks WHERE locktype = 'advisory' AND granted
     AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
const END_HOLDER: &str = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted
     AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_claim_whose_connection_is_cut_is_taken_anew() {
    let on = engine::postgres().await;
    let claim = claimed(&on).await;
    let before = on.numbers(HOLDER).await;
    on.run(END_HOLDER).await;
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(20);
    loop {
        let now = on.numbers(HOLDER).await;
        if now.len() == before.len() && now != before {
            break;
        }
        assert!(std::time::Instant::now() < deadline, "it was never taken anew");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert!(claim.stands().await);
    on.open_again().await.expect("it opens").claim(&me()).await.expect_err("it is ours again");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_claim_that_another_takes_while_the_connection_is_cut_is_lost() {
    let on = engine::postgres().await;
    let claim = claimed(&on).await;
    let other = on.open_again().await.expect("it opens");
    let account = me();
    let (theirs, ()) = tokio::join!(other.claim(&account), async {
        // The other one tries every moment, this one looks every second.
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        on.run(END_HOLDER).await;
    });
    let theirs = theirs.expect("it was free for a moment");
    let lost = claim.lost().await;
    assert!(matches!(lost, StoreError::Claimed(account) if account == me()));
    assert!(!claim.stands().await && theirs.stands().await);
}
