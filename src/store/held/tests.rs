//! That no column is forgotten: each either is looked into for a person, or is named here as one that holds nobody, with the reason.

use super::super::copy::tables::{Kind, tables};
use super::*;

/// Columns that hold nobody in any table: a code, a day, the name of something, a hash of something else, a key.
const NOBODY: &str = "team_id number organisation status state kind label level role form name json language time_zone \
                      key session_id event_id thread wish stage question slug month effect source suggestion rule \
                      held_until review_on due_on feedback_on absent_until path hash seal previous detail team master wrapped \
                      name_hash alias_hash group_hash code_hash giver receiver gone_how ended_how nature incident \
                      author_organisation owner_organisation proposed_for confirmed_role phone_id interpretation_id \
                      feedback_id request_id contribution_id lesson_id entry_id dialogue_id aftercare_id action \
                      said_room said_event asked_room asked_event first_wall zone tick what addressed trusted seen";

/// Columns that could be taken to hold somebody, and do not, or are left out of the answer; each with why.
const LEFT_OUT: &[(&str, &str, &str)] = &[
    ("master_key", "name", "the name of a key"),
    ("record_key", "record", "the name of a record, told where that record is"),
    ("account", "user_id sync_mark device_id former_device_id", "the bot's own account"),
    ("room", "room_id account mark", "a room and the bot's account; of direct rooms see direct_room"),
    ("inbox", "payload", "what somebody wrote, sealed, until it is handled within moments; then it is gone"),
    (
        "outbox",
        "payload choices choices_by answers device_id shows",
        "what the bot says, sealed, until it is sent; the names of rows",
    ),
    ("team", "name", "what a team calls itself"),
    ("team_room", "room_id", "a room of a team, not of a person"),
    ("team_group", "alias", "the name of a group of young people, in words; found by `schakel inzage`"),
    (
        "team_phone",
        "words",
        "what a team wrote down to phone, in words; members see it with `!team`, and `schakel inzage` finds it",
    ),
    ("team_choice", "room_id", "where they chose; told with the team chosen"),
    ("agreement_version", "text", "what partners agreed, in words"),
    ("direct_room", "room_id account", "told as the room; the bot's account"),
    ("direct_making", "account", "the bot's account"),
    ("private_say", "account payload shows", "the bot's account; what waits, sealed, for a day at most, is counted"),
    ("taken", "payload", "a hash of an encrypted message"),
    (
        "dialogue",
        "account draft",
        "the bot's account; the answers of the asker's own are shown, those of others are theirs alone",
    ),
    ("due", "account", "the bot's account"),
    ("said_of", "record room_id", "which message went into which record; whose it is stands with the record"),
    ("signal", "sheet closing", "what was answered; who is still named in it stands in signal_named"),
    ("signal_interpretation", "answers", "what was answered; whose it is stands beside"),
    ("signal_feedback", "text", "in words; whose it is stands beside"),
    ("reminder", "account room_id words before", "the bot's account, a room of a team, words; how far it had come"),
    ("incident", "account sheet frozen closing", "the bot's account; in words"),
    ("incident_line", "happened", "in words; whose it is stands beside"),
    ("contribution", "text", "in words; whose it is stands beside"),
    ("action", "account dropped", "the bot's account; in words"),
    ("practice_lesson", "text", "a lesson, in words that were looked at; of whom it came is kept nowhere"),
    ("practice_entry", "entry reason", "in words; whose it is stands beside"),
    ("retention", "record reason", "the name of a record; in words, with the record"),
    (
        "aftercare",
        "account plan",
        "the bot's account; who takes part stands in it sealed and is found by the hash beside",
    ),
];

/// Whether this column holds nobody, by either list.
fn holds_nobody(table: &str, column: &str) -> bool {
    let listed = |words: &str| words.split_whitespace().any(|word| word == column);
    LEFT_OUT.iter().any(|(other, columns, _)| *other == table && listed(columns)) || listed(NOBODY)
}

fn is_looked_into(table: &str, column: &str) -> bool {
    COLUMNS.iter().any(|one| one.table == table && one.name == column)
}

#[test]
fn every_column_is_looked_into_for_a_person_or_said_to_hold_nobody() {
    let mut forgotten = Vec::new();
    for table in tables() {
        for (column, kind) in &table.columns {
            if matches!(kind, Kind::Text | Kind::Bytes)
                && !is_looked_into(&table.name, column)
                && !holds_nobody(&table.name, column)
            {
                forgotten.push(format!("{}.{column}", table.name));
            }
        }
    }
    assert!(
        forgotten.is_empty(),
        "these can hold who somebody is, and `!inzage` does not know them: put them into COLUMNS, or into LEFT_OUT with the \
         reason: {forgotten:?}"
    );
}

#[test]
fn no_column_is_listed_that_is_not_there_or_listed_twice() {
    let all: Vec<(String, String)> = tables()
        .flat_map(|table| {
            let name = table.name.clone();
            table.columns.into_iter().map(move |(column, _)| (name.clone(), column))
        })
        .collect();
    let there = |table: &str, column: &str| all.iter().any(|(name, one)| name == table && one == column);
    for one in &COLUMNS {
        assert!(there(one.table, one.name), "{}.{}", one.table, one.name);
    }
    for (table, columns, reason) in LEFT_OUT {
        assert!(!reason.is_empty());
        for column in columns.split_whitespace() {
            assert!(there(table, column), "{table}.{column}");
            assert!(!is_looked_into(table, column), "{table}.{column} is in both lists");
        }
    }
}
