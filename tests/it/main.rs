//! The one integration binary: what the parts do together, seen from outside.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod conversations;
#[cfg(feature = "matrix")]
mod e2e;
mod search_quality;
#[cfg(feature = "matrix")]
#[path = "../support/mod.rs"]
mod support;
