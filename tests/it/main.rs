//! The one integration binary: what the parts do together, seen from outside.
#![cfg_attr(feature = "matrix", expect(clippy::unwrap_used, reason = "a test that cannot go on has failed"))]

mod conversations;
#[cfg(feature = "matrix")]
mod e2e;
mod moments;
#[cfg(feature = "matrix")]
mod operator;
mod papers;
mod personal_data;
mod plans;
mod search_quality;
#[cfg(feature = "matrix")]
#[path = "../support/mod.rs"]
mod support;
