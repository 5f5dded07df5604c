//! Where the texts of a team's records lie sealed. A list, so that what is searched can be held against all columns there are.

use super::Searched;

/// Sealed texts of a team: of which kind, in which column, and how they are read: number, row, record, sealed. `$1` is the team.
pub(super) struct Texts {
    pub(super) kind: Searched,
    pub(super) table: &'static str,
    pub(super) column: &'static str,
    pub(super) sql: &'static str,
}

const fn texts(kind: Searched, table: &'static str, column: &'static str, sql: &'static str) -> Texts {
    Texts { kind, table, column, sql }
}

pub(super) const TEXTS: [Texts; 17] = [
    texts(
        Searched::Signal,
        "signal",
        "sheet",
        "SELECT number, team_id || '/' || number, 'signal/' || team_id || '/' || number, sheet
         FROM signal WHERE team_id = $1 AND sheet IS NOT NULL AND status <> 'gone'",
    ),
    texts(
        Searched::Signal,
        "signal",
        "closing",
        "SELECT number, team_id || '/' || number, 'signal/' || team_id || '/' || number, closing
         FROM signal WHERE team_id = $1 AND closing IS NOT NULL AND status <> 'gone'",
    ),
    texts(
        Searched::Signal,
        "signal_interpretation",
        "answers",
        "SELECT number, interpretation_id, 'signal/' || team_id || '/' || number, answers
         FROM signal_interpretation WHERE team_id = $1",
    ),
    texts(
        Searched::Signal,
        "signal_feedback",
        "text",
        "SELECT number, feedback_id, 'signal/' || team_id || '/' || number, text
         FROM signal_feedback WHERE team_id = $1",
    ),
    texts(
        Searched::Incident,
        "incident",
        "sheet",
        "SELECT number, team_id || '/' || number, 'incident/' || team_id || '/' || number, sheet
         FROM incident WHERE team_id = $1 AND status <> 'gone'",
    ),
    texts(
        Searched::Incident,
        "incident",
        "frozen",
        "SELECT number, team_id || '/' || number, 'incident/' || team_id || '/' || number, frozen
         FROM incident WHERE team_id = $1 AND frozen IS NOT NULL AND status <> 'gone'",
    ),
    texts(
        Searched::Incident,
        "incident",
        "closing",
        "SELECT number, team_id || '/' || number, 'incident/' || team_id || '/' || number, closing
         FROM incident WHERE team_id = $1 AND closing IS NOT NULL AND status <> 'gone'",
    ),
    texts(
        Searched::Incident,
        "incident_line",
        "happened",
        "SELECT number, team_id || '/' || number || '/' || CAST(line AS TEXT),
             'incident/' || team_id || '/' || number, happened FROM incident_line WHERE team_id = $1",
    ),
    texts(
        Searched::Incident,
        "contribution",
        "text",
        "SELECT number, contribution_id, 'incident/' || team_id || '/' || number, text
         FROM contribution WHERE team_id = $1",
    ),
    texts(
        Searched::Action,
        "action",
        "what",
        "SELECT number, team_id || '/' || number, 'incident/' || team_id || '/' || incident, what
         FROM action WHERE team_id = $1",
    ),
    texts(
        Searched::Action,
        "action",
        "dropped",
        "SELECT number, team_id || '/' || number, 'incident/' || team_id || '/' || incident, dropped
         FROM action WHERE team_id = $1 AND dropped IS NOT NULL",
    ),
    texts(
        Searched::Reminder,
        "reminder",
        "words",
        "SELECT number, team_id || '/' || number, 'reminder/' || team_id || '/' || number, words
         FROM reminder WHERE team_id = $1 AND words IS NOT NULL",
    ),
    texts(
        Searched::Agreement,
        "agreement_version",
        "text",
        "SELECT number, team_id || '/' || number || '/' || CAST(version AS TEXT),
             'agreement/' || team_id || '/' || number, text FROM agreement_version WHERE team_id = $1",
    ),
    texts(
        Searched::Practice,
        "practice_lesson",
        "text",
        "SELECT slug, lesson_id, 'practice/' || team_id || '/' || lesson_id, text
         FROM practice_lesson WHERE team_id = $1",
    ),
    texts(
        Searched::Practice,
        "practice_entry",
        "entry",
        "SELECT slug, entry_id, 'practice/' || team_id || '/' || entry_id, entry
         FROM practice_entry WHERE team_id = $1",
    ),
    texts(
        Searched::Practice,
        "practice_entry",
        "reason",
        "SELECT slug, entry_id, 'practice/' || team_id || '/' || entry_id, reason
         FROM practice_entry WHERE team_id = $1 AND reason IS NOT NULL",
    ),
    texts(
        Searched::Phones,
        "team_phone",
        "words",
        "SELECT 'phones', phone_id, 'team/' || team_id, words
         FROM team_phone WHERE team_id = $1",
    ),
];
