//! What `schakel check` says of records that come to their end: a dry run, by numbers, which changes nothing.

use chrono::{DateTime, TimeDelta, Utc};

use crate::config::Config;
use crate::domain::retention::{Life, Owed};
use crate::store::{Store, StoreError};

/// So far it is looked ahead.
const AHEAD: TimeDelta = TimeDelta::days(30);
/// So many records are named; the others are counted.
const NAMED: usize = 20;

/// What ends within a month, in lines.
pub async fn ending(store: &Store, config: &Config, now: DateTime<Utc>) -> Result<Vec<String>, StoreError> {
    let zone = config.bot.time_zone;
    let teams = store.teams().await?;
    let lives = store.lives(&teams).await?;
    let today = now.with_timezone(&zone).date_naive();
    let held = lives.iter().filter(|life| life.held_until.is_some_and(|until| until >= today)).count();
    // An end that was announced for later comes then.
    let end = |life: &Life| life.end_ms(&config.retention, zone).max(life.announced.map_or(i64::MIN, |one| one.end_ms));
    let mut soon: Vec<(i64, &Life)> = lives.iter().map(|life| (end(life), life)).collect();
    soon.retain(|(end_ms, _)| *end_ms <= (now + AHEAD).timestamp_millis());
    soon.sort_by_key(|(end_ms, life)| (*end_ms, life.record.name()));
    let head = match soon.len() {
        0 => "retention: no record ends within 30 days".to_owned(),
        1 => "retention: 1 record ends within 30 days".to_owned(),
        count => format!("retention: {count} records end within 30 days"),
    };
    let mut lines = vec![if held == 0 { head } else { format!("{head}; held back: {held}") }];
    for (end_ms, life) in soon.iter().take(NAMED) {
        let number = life.record.number();
        let day = DateTime::from_timestamp_millis(*end_ms).unwrap_or(now).with_timezone(&zone).date_naive();
        let owed = life.owed(now, &config.retention, &config.reminders.working, zone);
        let how = match (owed, life.announced.is_some_and(|one| one.end_ms >= *end_ms)) {
            (Owed::End, _) => "goes as soon as the bot runs",
            (_, true) => "announced",
            (_, false) if *end_ms <= now.timestamp_millis() => {
                "its term is over: announced as soon as the bot runs, and gone a week later"
            }
            (_, false) => "to be announced a week before",
        };
        lines.push(format!("  {number}: {day}, {how}"));
    }
    if soon.len() > NAMED {
        lines.push(format!("  and {} more", soon.len() - NAMED));
    }
    Ok(lines)
}
