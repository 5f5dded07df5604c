//! Schakel: a Matrix bot for the chain around young people.

pub mod bot;
pub mod catalogue;
pub mod clock;
pub mod commands;
pub mod config;
pub mod console;
pub mod dialogue;
pub mod document;
pub mod domain;
pub mod failpoint;
pub mod health;
#[cfg(feature = "matrix")]
pub mod matrix;
pub mod operator;
pub mod paper;
pub mod privacy;
pub mod search;
pub mod store;
pub mod text;
