//! What end-to-end tests, the tour and the benchmark share: the bot as a process, people as real clients, faults.
#![expect(unreachable_pub, reason = "read by those who write tests, from several binaries")]

pub mod bot;
pub mod person;
pub mod planned;
pub mod proxy;
