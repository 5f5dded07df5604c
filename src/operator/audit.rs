//! `schakel audit`: is the log whole, and what does it say. Checking changes nothing; looking into it is noted in it.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use clap::Subcommand;

use super::Settings;
use super::terminal::{End, complain, explain, tell};
use crate::clock;
use crate::config::Config;
use crate::domain::TeamId;
use crate::domain::audit::{Action, Actor, Detail, Entry, Findings, Mark, Row};
use crate::domain::schedule::day_begins;
use crate::store::{MarksError, Store, StoreError, Wanted, read_marks};

/// What can be done with the log.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check that nothing in the log was changed, removed, reordered or cut off; exits 1 when anything was.
    Verify {
        /// Where the settings are.
        #[command(flatten)]
        settings: Settings,
        /// The daily marks to compare with; those of `audit_file` when left out.
        #[arg(long, value_name = "FILE")]
        marks: Option<PathBuf>,
    },
    /// Print entries, the newest last: number, moment, who, what, record, and more. That is noted as well.
    Show {
        /// Where the settings are.
        #[command(flatten)]
        settings: Settings,
        /// Only those of this team, by its name or its id.
        #[arg(long, value_name = "NAME|ID")]
        team: Option<String>,
        /// Only those about this record, such as AF-2026-k7qd or member/@anna:example.org.
        #[arg(long, value_name = "RECORD")]
        record: Option<String>,
        /// Only those since this day, such as 2026-11-24, in the time zone of the settings.
        #[arg(long, value_name = "DAY")]
        since: Option<NaiveDate>,
        /// At most so many, the newest.
        #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..))]
        limit: u32,
    },
}

pub(super) async fn run(command: Command) -> Result<End, End> {
    match command {
        Command::Verify { settings, marks } => {
            let config = settings.load()?;
            let store = super::open(&config).await?;
            let end = verify(&store, &config, marks.as_deref()).await;
            store.close().await;
            end
        }
        Command::Show { settings, team, record, since, limit } => {
            let config = settings.load()?;
            let store = super::open(&config).await?;
            let end = show(&store, config.bot.time_zone, team.as_deref(), record.as_deref(), since, limit).await;
            store.close().await;
            end
        }
    }
}

async fn verify(store: &Store, config: &Config, named: Option<&Path>) -> Result<End, End> {
    let (marks, problems) = marks(&config.database.audit_file, named)?;
    let checked = store.check_audit(marks).await.map_err(|error| refused(&error))?;
    for problem in &problems {
        complain(&explain(problem));
    }
    for finding in &checked.findings {
        complain(&finding.to_string());
    }
    let whole = checked.is_whole() && problems.is_empty();
    if whole {
        tell(&summary(&checked));
    }
    tell("what this cannot prove:");
    for unproven in checked.unproven() {
        tell(&format!("- {unproven}"));
    }
    Ok(if whole { End::Clean } else { End::Failed })
}

/// The marks of the file that was named, which must be there, or else of the one of the settings, if it is there.
fn marks(usual: &Path, named: Option<&Path>) -> Result<(Vec<Mark>, Vec<MarksError>), End> {
    match read_marks(named.unwrap_or(usual)) {
        Ok(read) => Ok(read),
        Err(MarksError::File { source, .. }) if named.is_none() && source.kind() == ErrorKind::NotFound => {
            Ok((Vec::new(), Vec::new()))
        }
        Err(error) => {
            complain(&error.to_string());
            Err(End::Failed)
        }
    }
}

fn summary(checked: &Findings) -> String {
    let marks = match checked.marks {
        0 => "no mark was compared".to_owned(),
        1 => "it agrees with 1 mark".to_owned(),
        marks => format!("it agrees with {marks} marks"),
    };
    format!("the audit log is whole: {} rows, the newest is {}; {marks}", checked.rows, checked.last)
}

async fn show(
    store: &Store,
    zone: Tz,
    team: Option<&str>,
    record: Option<&str>,
    since: Option<NaiveDate>,
    limit: u32,
) -> Result<End, End> {
    let team = match team {
        None => None,
        Some(called) => {
            let found = store.team_called(called).await.map_err(|error| refused(&error))?;
            let Some(found) = found else {
                complain(&format!("no team is called `{called}`: give its name as `!team` shows it, or its id"));
                return Err(End::Failed);
            };
            Some(found)
        }
    };
    let since_ms = since.map(|day| day_begins(day, zone).timestamp_millis());
    let wanted = Wanted { team: team.as_ref(), record, since_ms };
    let rows = store.acts(wanted, i64::from(limit)).await.map_err(|error| refused(&error))?;
    // Noted before anything is shown, so that nothing is seen of which nothing is known.
    store.note(&looked(team.as_ref(), limit)).await.map_err(|error| refused(&error))?;
    for row in rows.iter().rev() {
        tell(&line(row, zone));
    }
    Ok(End::Clean)
}

fn looked(team: Option<&TeamId>, limit: u32) -> Entry {
    let now_ms = clock::now().timestamp_millis();
    let look = |row| Entry::new(now_ms, Actor::Operator, Action::LogRead, "audit", row);
    let look = team.map_or_else(|| look("all"), |team| look(team.as_str()).of(team));
    look.with(Detail::Count(limit.into()))
}

fn refused(error: &StoreError) -> End {
    complain(&explain(error));
    End::Failed
}

/// An entry as a line: fields apart by two spaces, `-` for what is not there.
fn line(row: &Row, zone: Tz) -> String {
    let at = DateTime::<Utc>::from_timestamp_millis(row.at_ms).map_or_else(
        || row.at_ms.to_string(),
        |at| at.with_timezone(&zone).format("%Y-%m-%d %H:%M:%S %:z").to_string(),
    );
    let or_none = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    let (team, detail) = (or_none(&row.team), or_none(&row.detail));
    format!("{}  {at}  {}  {}  {}  {team}  {detail}", row.number, row.actor, row.action, row.record)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_when_in_the_zone_of_the_settings() {
        let entry = Entry::new(1_795_539_612_000, Actor::Operator, Action::LogRead, "audit", "all");
        let key = crate::privacy::Keys::new().new_record("hash/audit").0;
        let row = Row::after(11, &crate::domain::audit::GENESIS, &entry, &key);
        assert_eq!(
            line(&row, chrono_tz::Europe::Amsterdam),
            "12  2026-11-24 18:00:12 +01:00  operator  log_read  audit/all  -  -"
        );
    }
}
