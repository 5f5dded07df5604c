//! `cargo xtask package`: a Debian package of a release, made by `cargo-deb`, which is installed into the development folder when it is
//! not there. What goes into the package stands in `[package.metadata.deb]`; what is made for it, here.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

use anyhow::{Context as _, Result, bail};
use xtask::{folders, settings};

use crate::{cargo, progress::Progress};

/// The version that was tried.
const CARGO_DEB: &str = "3.8.0";
/// Where the makings lie, as `[package.metadata.deb]` names them.
const MAKINGS: &str = "release/package";

/// Makes it; `program` in place of a release that is built here.
pub(crate) fn run(program: Option<&Path>) -> Result<ExitCode> {
    let program = match program {
        Some(program) => fs::canonicalize(program).with_context(|| format!("there is no {}", program.display()))?,
        None => {
            let code = cargo::one(&["build", "--release", "--locked", "--bin", "schakel"], &[])?;
            if code != ExitCode::SUCCESS {
                return Ok(code);
            }
            folders::target().join("release/schakel")
        }
    };
    let makings = folders::target().join(MAKINGS);
    fs::create_dir_all(&makings)?;
    fs::copy(&program, makings.join("schakel")).context("the program cannot be copied")?;
    for (file, arguments) in [
        ("schakel.1", ["manual"].as_slice()),
        ("schakel.bash", &["completions", "bash"]),
        ("_schakel", &["completions", "zsh"]),
        ("schakel.fish", &["completions", "fish"]),
    ] {
        fs::write(makings.join(file), said(&program, arguments)?)?;
    }
    let example = fs::read_to_string(folders::workspace().join("bot.toml.example"))?;
    fs::write(makings.join("bot.toml"), settings::for_system(&example)?)?;
    let tool = tool()?;
    let mut command = Command::new(tool);
    command.args(["deb", "--no-build", "--no-strip", "--manifest-path"]);
    command.arg(folders::workspace().join("Cargo.toml")).env("CARGO_TARGET_DIR", folders::target());
    let status = command.status().context("cannot run cargo-deb")?;
    Ok(cargo::exit_code(status.code()))
}

/// What the program says of itself.
fn said(program: &Path, arguments: &[&str]) -> Result<Vec<u8>> {
    let output = Command::new(program).args(arguments).output().context("the program cannot be run")?;
    if !output.status.success() || output.stdout.is_empty() {
        bail!("`schakel {}` ended with {}", arguments.join(" "), output.status);
    }
    Ok(output.stdout)
}

/// Where `cargo-deb` is, installed there when it was not.
fn tool() -> Result<PathBuf> {
    let folder = folders::dev()?.join("cargo-deb");
    let tool = folder.join("bin/cargo-deb");
    if !tool.exists() {
        Progress::step("cargo-deb (some minutes, once)", |_| {
            let mut install = cargo::command(&["install", "cargo-deb", "--locked", "--version", CARGO_DEB, "--root"])?;
            // Built beside the rest it would be in its way.
            install.arg(&folder).env("CARGO_TARGET_DIR", folder.join("build"));
            let output = install.output().context("cannot run cargo")?;
            if !output.status.success() {
                bail!("cargo-deb cannot be installed:\n{}", String::from_utf8_lossy(&output.stderr).trim());
            }
            fs::remove_dir_all(folder.join("build"))?;
            Ok(())
        })?;
    }
    Ok(tool)
}
