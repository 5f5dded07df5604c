//! `cargo xtask soak`: the soak of the end-to-end tests for hours, with a release of the bot. What it does and how memory is judged
//! stands in `tests/it/e2e/soak.rs`.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context as _, Result, bail, ensure};
use xtask::folders;

use crate::cargo;

/// The test that is run.
const TEST: &str = "e2e::soak::through_faults_every_command_has_one_answer_and_every_reminder_comes_once";

/// How much of everything.
#[derive(Debug)]
struct Options {
    seconds: u64,
    rooms: u64,
    seed: u64,
    bot: Option<PathBuf>,
}

/// Runs it with these arguments.
pub(crate) fn run(rest: &[String]) -> Result<ExitCode> {
    let options = read(rest)?;
    let bot = match &options.bot {
        Some(bot) => Path::new(bot).canonicalize().with_context(|| format!("there is no {}", bot.display()))?,
        None => {
            let code = cargo::one(&["build", "--release", "--bin", "schakel"], &[])?;
            if code != ExitCode::SUCCESS {
                return Ok(code);
            }
            folders::target().join("release/schakel")
        }
    };
    let environment = [
        ("SCHAKEL_SOAK_SECONDS", options.seconds.to_string()),
        ("SCHAKEL_SOAK_ROOMS", options.rooms.to_string()),
        ("SCHAKEL_SOAK_SEED", options.seed.to_string()),
        ("SCHAKEL_SOAK_BOT", bot.to_str().context("the path of the bot is no text")?.to_owned()),
    ];
    let environment = environment.each_ref().map(|(name, value)| (*name, value.as_str()));
    let test = ["test", "--features", "failpoints", "--test", "it", "--", TEST, "--exact", "--nocapture"];
    cargo::one(&test, &environment)
}

fn read(rest: &[String]) -> Result<Options> {
    let mut options = Options { seconds: 2 * 3600, rooms: 200, seed: 7, bot: None };
    let mut rest = rest.iter();
    while let Some(word) = rest.next() {
        let value = rest.next().with_context(|| format!("{word} takes a value; see `cargo xtask --help`"))?;
        let number = || value.parse::<u64>().with_context(|| format!("{word} takes a whole number, not {value}"));
        match word.as_str() {
            "--hours" => options.seconds = number()?.saturating_mul(3600),
            "--minutes" => options.seconds = number()?.saturating_mul(60),
            "--rooms" => options.rooms = number()?,
            "--seed" => options.seed = number()?,
            "--bot" => options.bot = Some(PathBuf::from(value)),
            other => bail!("`soak` takes no `{other}`; see `cargo xtask --help`"),
        }
    }
    ensure!((60..=24 * 3600).contains(&options.seconds), "a soak lasts from one minute to a day");
    ensure!((3..=1000).contains(&options.rooms), "a soak has 3 to 1000 rooms");
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_words(words: &str) -> Result<Options> {
        read(&words.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn without_words_it_is_two_hours_in_two_hundred_rooms() {
        let options = read_words("").expect("good");
        assert_eq!((options.seconds, options.rooms), (7200, 200));
        let options = read_words("--minutes 20 --rooms 30 --seed 9 --bot x").expect("good");
        assert_eq!((options.seconds, options.rooms, options.seed), (1200, 30, 9));
    }

    #[test]
    fn what_cannot_be_is_refused() {
        for wrong in ["--hours", "--hours two", "--hours 25", "--rooms 2", "--room 20", "--minutes 0"] {
            assert!(read_words(wrong).is_err(), "{wrong}");
        }
    }
}
