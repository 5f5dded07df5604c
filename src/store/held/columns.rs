//! The places themselves: each column that can hold who somebody is, with the statement that finds a person in it. A list, so that what
//! is looked into can be held against all columns there are.

use super::Part;

/// A column that can hold who somebody is, and how the rows are found that hold this person: team, row, moment. `$1` is the person.
pub(super) struct Column {
    pub(super) table: &'static str,
    pub(super) name: &'static str,
    pub(super) part: Part,
    pub(super) sql: &'static str,
}

const fn column(table: &'static str, name: &'static str, part: Part, sql: &'static str) -> Column {
    Column { table, name, part, sql }
}

/// All of them. What is found by a keyed hash, or lies in a sealed text, is looked for beside.
pub(super) const COLUMNS: [Column; 39] = [
    column(
        "person",
        "user_id",
        Part::Settings,
        "SELECT CAST(NULL AS TEXT), user_id, CAST(NULL AS BIGINT)
         FROM person WHERE user_id = $1",
    ),
    column(
        "identity",
        "user_id",
        Part::Identity,
        "SELECT CAST(NULL AS TEXT), user_id, seen_ms
         FROM identity WHERE user_id = $1",
    ),
    column(
        "member",
        "user_id",
        Part::Member,
        "SELECT team_id, team_id, CAST(NULL AS BIGINT)
         FROM member WHERE user_id = $1",
    ),
    column(
        "team_choice",
        "user_id",
        Part::TeamChosen,
        "SELECT team_id, room_id, CAST(NULL AS BIGINT)
         FROM team_choice WHERE user_id = $1",
    ),
    column(
        "direct_room",
        "person",
        Part::DirectRoom,
        "SELECT CAST(NULL AS TEXT), room_id, since_ms
         FROM direct_room WHERE person = $1",
    ),
    column(
        "direct_making",
        "person",
        Part::DirectRoomMaking,
        "SELECT CAST(NULL AS TEXT), account, CAST(NULL AS BIGINT)
         FROM direct_making WHERE person = $1",
    ),
    column(
        "private_say",
        "person",
        Part::PrivateWaiting,
        "SELECT CAST(NULL AS TEXT), name, created_ms
         FROM private_say WHERE person = $1",
    ),
    column(
        "due",
        "subject",
        Part::Invited,
        "SELECT CAST(NULL AS TEXT), subject, at_ms FROM due
         WHERE kind = 'invitation'
           AND SUBSTR(subject, LENGTH(subject) - LENGTH(CAST($1 AS TEXT))) = ' ' || CAST($1 AS TEXT)",
    ),
    column(
        "dialogue",
        "person",
        Part::Dialogue,
        "SELECT team_id, dialogue_id, touched_ms
         FROM dialogue WHERE person = $1",
    ),
    column(
        "inbox",
        "room_id",
        Part::EventRow,
        "SELECT CAST(NULL AS TEXT), event_id, received_ms FROM inbox
         WHERE room_id IN (SELECT room_id FROM direct_room WHERE person = $1)",
    ),
    column(
        "outbox",
        "room_id",
        Part::MessageRow,
        "SELECT CAST(NULL AS TEXT), key, created_ms FROM outbox
         WHERE room_id IN (SELECT room_id FROM direct_room WHERE person = $1)
           AND (asked_by IS NULL OR asked_by <> $1)",
    ),
    column(
        "outbox",
        "asked_by",
        Part::MessageRow,
        "SELECT CAST(NULL AS TEXT), key, created_ms
         FROM outbox WHERE asked_by = $1",
    ),
    column("signal", "author", Part::SignalWritten, "SELECT team_id, number, made_ms FROM signal WHERE author = $1"),
    column("signal", "owner", Part::SignalOwned, "SELECT team_id, number, made_ms FROM signal WHERE owner = $1"),
    column(
        "signal_named",
        "user_id",
        Part::SignalNamed,
        "SELECT team_id, number, CAST(NULL AS BIGINT)
         FROM signal_named WHERE user_id = $1",
    ),
    column(
        "signal_interpretation",
        "interpreter",
        Part::SignalInterpreted,
        "SELECT team_id, number, made_ms
         FROM signal_interpretation WHERE interpreter = $1",
    ),
    column(
        "signal_feedback",
        "said_by",
        Part::SignalFeedback,
        "SELECT team_id, number, made_ms
         FROM signal_feedback WHERE said_by = $1",
    ),
    column(
        "signal_request",
        "asked_by",
        Part::SignalAsked,
        "SELECT team_id, number, made_ms
         FROM signal_request WHERE asked_by = $1",
    ),
    column(
        "signal_request",
        "about",
        Part::SignalAskedAbout,
        "SELECT team_id, number, made_ms
         FROM signal_request WHERE about = $1",
    ),
    column(
        "incident",
        "author",
        Part::IncidentWritten,
        "SELECT team_id, number, made_ms FROM incident WHERE author = $1",
    ),
    column("incident", "owner", Part::IncidentOwned, "SELECT team_id, number, made_ms FROM incident WHERE owner = $1"),
    column(
        "incident",
        "contact",
        Part::IncidentContact,
        "SELECT team_id, number, contact_since_ms
         FROM incident WHERE contact = $1",
    ),
    column(
        "incident_named",
        "user_id",
        Part::IncidentNamed,
        "SELECT team_id, number, CAST(NULL AS BIGINT)
         FROM incident_named WHERE user_id = $1",
    ),
    column(
        "incident_line",
        "made_by",
        Part::IncidentLine,
        "SELECT team_id, number || '/' || CAST(line AS TEXT), made_ms
         FROM incident_line WHERE made_by = $1",
    ),
    column(
        "contribution",
        "person",
        Part::IncidentSaid,
        "SELECT team_id, number, made_ms FROM contribution WHERE person = $1",
    ),
    column("action", "owner", Part::ActionOwned, "SELECT team_id, number, made_ms FROM action WHERE owner = $1"),
    column(
        "action",
        "offered_to",
        Part::ActionOffered,
        "SELECT team_id, number, made_ms FROM action WHERE offered_to = $1",
    ),
    column(
        "reminder",
        "author",
        Part::ReminderWritten,
        "SELECT team_id, number, made_ms FROM reminder WHERE author = $1",
    ),
    column(
        "reminder_for",
        "user_id",
        Part::ReminderFor,
        "SELECT team_id, number, CAST(NULL AS BIGINT)
         FROM reminder_for WHERE user_id = $1",
    ),
    column(
        "agreement_version",
        "proposed_by",
        Part::AgreementProposed,
        "SELECT team_id, number || '/' || CAST(version AS TEXT), proposed_ms
         FROM agreement_version WHERE proposed_by = $1",
    ),
    column(
        "agreement_party",
        "confirmed_by",
        Part::AgreementConfirmed,
        "SELECT team_id, number || '/' || CAST(version AS TEXT), confirmed_ms
         FROM agreement_party WHERE confirmed_by = $1",
    ),
    column(
        "practice_entry",
        "proposed_by",
        Part::PracticeProposed,
        "SELECT team_id, entry_id, proposed_ms
         FROM practice_entry WHERE proposed_by = $1",
    ),
    column(
        "practice_entry",
        "decided_by",
        Part::PracticeDecided,
        "SELECT team_id, entry_id, decided_ms
         FROM practice_entry WHERE decided_by = $1",
    ),
    column(
        "retention",
        "held_by",
        Part::RecordHeld,
        "SELECT CAST(NULL AS TEXT), record, CAST(NULL AS BIGINT)
         FROM retention WHERE held_by = $1",
    ),
    column(
        "search_consent",
        "given_by",
        Part::SearchAllowed,
        "SELECT team_id, team_id, given_ms
         FROM search_consent WHERE given_by = $1",
    ),
    column(
        "audit",
        "actor",
        Part::ActedInLog,
        "SELECT team, CAST(number AS TEXT), at_ms
         FROM audit WHERE actor = $1",
    ),
    column(
        "audit",
        "record",
        Part::ToldInLog,
        "SELECT team, CAST(number AS TEXT), at_ms FROM audit
         WHERE record IN ('member/' || CAST($1 AS TEXT), 'identity/' || CAST($1 AS TEXT),
                          'person/' || CAST($1 AS TEXT))
           AND actor <> $1",
    ),
    // By the hash of who they are, and in sealed texts: `Store::traces` looks there itself.
    column("aftercare", "person_hash", Part::Aftercare, ""),
    column("incident", "evaluation", Part::IncidentEvaluation, ""),
];
