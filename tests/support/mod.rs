//! What end-to-end tests, the tour and the benchmark share: the bot as a process, people as real clients, faults.

pub mod bot;
pub mod person;
pub mod proxy;
