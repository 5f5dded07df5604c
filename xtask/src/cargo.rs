//! Runs cargo, in the workspace's root, with what the tests must know in the environment.

use std::{
    env,
    process::{Command, ExitCode},
};

use anyhow::{Context as _, Result};
use xtask::folders;

/// Cargo with these arguments, as the same toolchain that runs this.
pub(crate) fn command(arguments: &[&str]) -> Result<Command> {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(arguments).current_dir(folders::workspace());
    // Absolute: tests run in another folder than this.
    cargo.env("SCHAKEL_DEV_DIR", folders::dev()?).env("CARGO_TARGET_DIR", folders::target());
    if arguments.first() == Some(&"doc") {
        cargo.env("RUSTDOCFLAGS", "--deny warnings");
    }
    Ok(cargo)
}

/// One after the other, until one fails; its code is the result.
pub(crate) fn all(runs: &[&[&str]]) -> Result<ExitCode> {
    for arguments in runs {
        let code = one(arguments, &[])?;
        if code != ExitCode::SUCCESS {
            return Ok(code);
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Once, with more in the environment.
pub(crate) fn one(arguments: &[&str], environment: &[(&str, &str)]) -> Result<ExitCode> {
    let words = environment.iter().map(|(name, value)| format!("{name}={value} "));
    println!("$ {}cargo {}", words.collect::<String>(), arguments.join(" "));
    let mut cargo = command(arguments)?;
    cargo.envs(environment.iter().copied());
    let status = cargo.status().context("cannot run cargo")?;
    Ok(exit_code(status.code()))
}

/// The code of a program that ended, or 1 where it has none.
pub(crate) fn exit_code(code: Option<i32>) -> ExitCode {
    code.and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from)
}
