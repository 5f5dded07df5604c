//! A request by somebody outside the bot, such as a young person or a parent: what the records of a team say, opened for the operator
//! to search, once, with the code of a coordinator. What is looked for, and what is said of it, is the operator's command's.

mod texts;

use std::collections::HashMap;

use texts::TEXTS;

use super::retention::place as held_place;
use super::teams::{opened, place};
use super::{Store, StoreError, audit, read, write};
use crate::domain::TeamId;
use crate::domain::audit::Entry;
use crate::privacy::RecordKey;

/// A coordinator's code can be used for so long, in milliseconds; a day.
pub const SEARCH_CODE_LASTS_MS: i64 = 24 * 3_600_000;

/// The signs of a code: no vowels, and none that look alike.
const SIGNS: &[u8; 26] = b"bcdfghjkmnpqrstvwxz2345678";

/// A kind of record that is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Searched {
    /// A signal, with its interpretations and feedback.
    Signal,
    /// An incident, with its timeline and evaluation.
    Incident,
    /// An action.
    Action,
    /// A reminder.
    Reminder,
    /// An agreement.
    Agreement,
    /// A lesson under an entry of the matrix, or an entry of the team's own.
    Practice,
    /// The list of groups.
    Groups,
    /// The phone list.
    Phones,
}

/// Something that is said in a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordText {
    /// Of what kind.
    pub kind: Searched,
    /// Its number, or what else people call it by.
    pub number: String,
    /// The words.
    pub text: String,
}

/// A new code: 36 random bits and more.
pub fn new_search_code() -> String {
    let mut bits = [0_u8; 8];
    getrandom::fill(&mut bits).expect("the operating system gives random bits");
    let mut rest = u64::from_le_bytes(bits);
    let mut signs = || {
        let sign = SIGNS[usize::try_from(rest % 26).expect("it is small")];
        rest /= 26;
        char::from(sign)
    };
    let code: String = (0..8).map(|_| signs()).collect();
    format!("{}-{}", &code[..4], &code[4..])
}

/// Keeps within a transaction that a coordinator lets the operator search once; codes whose time is over go.
macro_rules! consent {
    ($tx:ident, $team:expr, $by:expr, $code_hash:expr, $now_ms:expr) => {{
        $crate::store::searching::forget!($tx, $now_ms);
        sqlx::query("INSERT INTO search_consent (code_hash, team_id, given_by, given_ms) VALUES ($1, $2, $3, $4)")
            .bind($code_hash.as_slice())
            .bind($team.as_str())
            .bind($by.as_str())
            .bind($now_ms)
            .execute(&mut *$tx)
            .await?;
    }};
}
pub(super) use consent;

/// Lets go of codes whose time is over.
macro_rules! forget {
    ($tx:ident, $now_ms:expr) => {
        sqlx::query("DELETE FROM search_consent WHERE given_ms < $1")
            .bind($now_ms - $crate::store::SEARCH_CODE_LASTS_MS)
            .execute(&mut *$tx)
            .await?
    };
}
pub(super) use forget;

impl Store {
    /// The keyed hash of a code, however it is written.
    pub async fn search_code_hash(&self, code: &str) -> Result<Vec<u8>, StoreError> {
        let code: String = code.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        self.name_hash("search-consent", &code).await
    }

    /// Whether this code lets the operator search the records of this team now. Nothing is used up.
    pub async fn search_is_allowed(&self, team: &TeamId, code: &str, now_ms: i64) -> Result<bool, StoreError> {
        let hash = self.search_code_hash(code).await?;
        let given: Option<i64> = read!(self, |pool| {
            sqlx::query_scalar(
                "SELECT given_ms FROM search_consent WHERE code_hash = $1 AND team_id = $2 AND given_ms >= $3",
            )
            .bind(hash.as_slice())
            .bind(team.as_str())
            .bind(now_ms - SEARCH_CODE_LASTS_MS)
            .fetch_optional(pool)
            .await?
        });
        Ok(given.is_some())
    }

    /// Uses the code up and notes the search, both or neither. False when somebody has used it meanwhile, or its time is over.
    pub async fn searched(&self, team: &TeamId, code: &str, entry: &Entry) -> Result<bool, StoreError> {
        let hash = self.search_code_hash(code).await?;
        let key = self.audit_key().await?;
        write!(self, |tx| {
            let used =
                sqlx::query("DELETE FROM search_consent WHERE code_hash = $1 AND team_id = $2 AND given_ms >= $3")
                    .bind(hash.as_slice())
                    .bind(team.as_str())
                    .bind(entry.at_ms - SEARCH_CODE_LASTS_MS)
                    .execute(&mut *tx)
                    .await?
                    .rows_affected();
            if used == 0 {
                return Ok(false);
            }
            audit::append!(tx, &key, [entry]);
        });
        Ok(true)
    }

    /// Everything that the records of a team say, one text after the other. What has been erased says nothing.
    pub async fn record_texts(&self, team: &TeamId, mut each: impl FnMut(RecordText)) -> Result<(), StoreError> {
        let mut keys: HashMap<String, Option<RecordKey>> = HashMap::new();
        for texts in &TEXTS {
            let rows: Vec<(String, String, String, Vec<u8>)> =
                read!(self, |pool| sqlx::query_as(texts.sql).bind(team.as_str()).fetch_all(pool).await?);
            for (number, row, record, sealed) in rows {
                if !keys.contains_key(&record) {
                    keys.insert(record.clone(), self.record_key(&record).await?);
                }
                let Some(Some(key)) = keys.get(&record) else { continue };
                let text = opened(key, place(texts.table, &row, texts.column), &sealed, texts.table)?;
                for text in said(&text) {
                    each(RecordText { kind: texts.kind, number: number.clone(), text });
                }
            }
        }
        for (record, sealed) in self.hold_reasons(team).await? {
            let Some(key) = self.record_key(&record).await? else { continue };
            let text = opened(&key, held_place(&record), &sealed, "retention")?;
            let kind = if record.starts_with("signal/") { Searched::Signal } else { Searched::Incident };
            each(RecordText { kind, number: record.rsplit('/').next().unwrap_or_default().to_owned(), text });
        }
        for alias in self.team_groups(team).await? {
            each(RecordText { kind: Searched::Groups, number: "groups".to_owned(), text: alias });
        }
        Ok(())
    }

    async fn hold_reasons(&self, team: &TeamId) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        Ok(read!(self, |pool| {
            sqlx::query_as(
                "SELECT record, reason FROM retention
                 WHERE reason IS NOT NULL
                   AND (record LIKE 'signal/' || CAST($1 AS TEXT) || '/%' OR record LIKE 'incident/' || CAST($1 AS TEXT) || '/%')",
            )
            .bind(team.as_str())
            .fetch_all(pool)
            .await?
        }))
    }

    /// The signals and incidents of a team that are about a group, however its alias is written.
    pub async fn records_of_group(&self, team: &TeamId, alias: &str) -> Result<Vec<(Searched, String)>, StoreError> {
        let hash = self.group_hash(alias).await?;
        let mut found = Vec::new();
        for (kind, sql) in [
            (Searched::Signal, "SELECT number FROM signal WHERE team_id = $1 AND group_hash = $2 AND status <> 'gone'"),
            (
                Searched::Incident,
                "SELECT number FROM incident WHERE team_id = $1 AND group_hash = $2 AND status <> 'gone'",
            ),
        ] {
            let numbers: Vec<String> = read!(self, |pool| {
                sqlx::query_scalar(sql).bind(team.as_str()).bind(hash.as_slice()).fetch_all(pool).await?
            });
            found.extend(numbers.into_iter().map(|number| (kind, number)));
        }
        Ok(found)
    }
}

/// What a sealed text says: the words in it, where it is written as JSON.
fn said(text: &str) -> Vec<String> {
    match serde_json::from_str::<serde_json::Value>(text) {
        Ok(value @ (serde_json::Value::Object(_) | serde_json::Value::Array(_))) => {
            let mut words = Vec::new();
            leaves(&value, &mut words);
            words
        }
        _ => vec![text.to_owned()],
    }
}

fn leaves(value: &serde_json::Value, words: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => words.push(text.clone()),
        serde_json::Value::Array(values) => values.iter().for_each(|value| leaves(value, words)),
        serde_json::Value::Object(values) => values.values().for_each(|value| leaves(value, words)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::copy::tables::{Kind, tables};
    use super::*;

    /// Sealed or hashed columns that hold no words of a record of a team.
    const NO_WORDS: &str = "record_key.wrapped inbox.payload outbox.payload outbox.choices team.name team.name_hash \
                            team_group.alias_hash team_group.alias audit.previous audit.hash audit_head.hash audit_head.seal \
                            audit_checkpoint.hash audit_checkpoint.seal private_say.payload dialogue.draft signal.group_hash \
                            signal_prompt.group_hash incident.group_hash incident.evaluation retention.reason \
                            aftercare.person_hash aftercare.plan search_consent.code_hash";

    #[test]
    fn every_sealed_text_of_a_record_is_searched_or_said_to_hold_no_words() {
        let mut forgotten = Vec::new();
        for table in tables() {
            for (column, kind) in &table.columns {
                let name = format!("{}.{column}", table.name);
                let searched = TEXTS.iter().any(|texts| texts.table == table.name && texts.column == column);
                if *kind == Kind::Bytes && !searched && !NO_WORDS.split_whitespace().any(|one| one == name) {
                    forgotten.push(name);
                }
            }
        }
        assert!(forgotten.is_empty(), "`schakel inzage` does not look into {forgotten:?}");
    }

    #[test]
    fn a_code_is_two_times_four_signs_without_vowels() {
        let code = new_search_code();
        let signs = |part: &str| part.len() == 4 && part.bytes().all(|sign| SIGNS.contains(&sign));
        assert!(code.split('-').count() == 2 && code.split('-').all(signs), "{code}");
        assert_ne!(code, new_search_code());
    }

    #[test]
    fn words_are_found_wherever_they_lie() {
        assert_eq!(said("gewoon \"zo\""), ["gewoon \"zo\""]);
        assert_eq!(said("12"), ["12"]);
        assert_eq!(said(r#"{"a":{"text":"een"},"b":["twee",3]}"#), ["een", "twee"]);
    }
}
