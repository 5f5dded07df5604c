//! Teams: what is remembered of the partners of a chain. Names, aliases and the phone list are sealed under the team's key.
//! Who may change what is decided above; a change that was decided on an earlier version of its team is refused here.

pub(super) mod change;

use chrono::NaiveDate;
use serde::de::DeserializeOwned;

pub(super) use change::apply;

use super::identities::stopped;
use super::{Store, StoreError, read};
use crate::domain::{Member, OrganisationKind, RoomId, RoomPurpose, TeamId, UserId};
use crate::privacy::{Place, RecordKey, SealError, hex};

/// A team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    /// Its name inside the bot.
    pub id: TeamId,
    /// What people call it.
    pub name: String,
    /// Counts its changes. Read the team first and what is decided on after it, so that an older version is always noticed.
    pub version: i64,
}

/// What a room is to a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamRoom {
    /// The team.
    pub team: TeamId,
    /// What the room is for.
    pub purpose: RoomPurpose,
}

/// Whom to phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneEntry {
    /// The name of the entry inside the bot.
    pub id: String,
    /// The level of a signal from which on they are phoned, 0 to 3.
    pub level: u8,
    /// Whose they are.
    pub organisation: OrganisationKind,
    /// Who, when and at which number.
    pub words: String,
    /// The day on which somebody must look whether it still holds.
    pub review_on: NaiveDate,
}

/// A new name for a team or an entry inside the bot: 64 random bits in hexadecimal.
pub fn new_id() -> String {
    let mut bits = [0_u8; 8];
    getrandom::fill(&mut bits).expect("the operating system gives random bits");
    hex(&bits)
}

/// The record whose key seals the texts of a team.
pub(super) fn record(team: &TeamId) -> String {
    format!("team/{team}")
}

/// Names that differ only in capitals and spaces are the same name.
pub(super) fn same_name(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The place of a sealed text of a team.
pub(super) fn place<'p>(table: &'p str, row: &'p str, column: &'p str) -> Place<'p> {
    Place { table, row, column }
}

/// The row of an alias: its team and its hash.
pub(super) fn group_row(team: &TeamId, hash: &[u8]) -> String {
    format!("{team}/{}", hex(hash))
}

pub(super) fn opened(
    key: &RecordKey,
    place: Place<'_>,
    sealed: &[u8],
    table: &'static str,
) -> Result<String, StoreError> {
    let text = key.open(place, sealed).map_err(|source| StoreError::Sealed { table, source })?;
    String::from_utf8(text.to_vec()).map_err(|_| StoreError::Sealed { table, source: SealError::Broken })
}

/// A word that the database holds as a code or a day.
pub(super) fn decoded<T: DeserializeOwned>(table: &'static str, word: String) -> Result<T, StoreError> {
    serde_json::from_value(word.into()).map_err(|source| StoreError::Corrupt { table, source })
}

type MemberRow = (String, String, String, String, bool, bool);

fn member((team, person, organisation, role, mandate, stopped): MemberRow) -> Result<Member, StoreError> {
    Ok(Member {
        team: TeamId::new(team),
        person: UserId::new(person),
        organisation: decoded("member", organisation)?,
        role: decoded("member", role)?,
        mandate,
        stopped,
    })
}

fn purpose(organisation: Option<String>) -> Result<RoomPurpose, StoreError> {
    organisation.map_or(Ok(RoomPurpose::Chain), |code| decoded("team_room", code).map(RoomPurpose::Organisation))
}

impl Store {
    /// The team with this name inside the bot.
    pub async fn team(&self, team: &TeamId) -> Result<Option<Team>, StoreError> {
        let row: Option<(Vec<u8>, i64)> = read!(self, |pool| {
            sqlx::query_as("SELECT name, version FROM team WHERE team_id = $1")
                .bind(team.as_str())
                .fetch_optional(pool)
                .await?
        });
        let Some((name, version)) = row else { return Ok(None) };
        let Some(key) = self.record_key(&record(team)).await? else { return Ok(None) };
        let name = opened(&key, place("team", team.as_str(), "name"), &name, "team")?;
        Ok(Some(Team { id: team.clone(), name, version }))
    }

    /// The team that is meant by this, its name however it is written or its name inside the bot.
    pub async fn team_called(&self, called: &str) -> Result<Option<TeamId>, StoreError> {
        let hash = self.name_hash("team", &same_name(called)).await?;
        let found: Option<String> = read!(self, |pool| {
            sqlx::query_scalar("SELECT team_id FROM team WHERE name_hash = $1 OR team_id = $2")
                .bind(hash.as_slice())
                .bind(called)
                .fetch_optional(pool)
                .await?
        });
        Ok(found.map(TeamId::new))
    }

    /// True when a team has this name, however it is written.
    pub async fn team_is_named(&self, name: &str) -> Result<bool, StoreError> {
        let hash = self.name_hash("team", &same_name(name)).await?;
        let found: Option<String> = read!(self, |pool| {
            sqlx::query_scalar("SELECT team_id FROM team WHERE name_hash = $1")
                .bind(hash.as_slice())
                .fetch_optional(pool)
                .await?
        });
        Ok(found.is_some())
    }

    /// The team of a room, and what the room is to it.
    pub async fn team_of_room(&self, room: &RoomId) -> Result<Option<TeamRoom>, StoreError> {
        let row: Option<(String, Option<String>)> = read!(self, |pool| {
            sqlx::query_as("SELECT team_id, organisation FROM team_room WHERE room_id = $1")
                .bind(room.as_str())
                .fetch_optional(pool)
                .await?
        });
        row.map(|(team, organisation)| Ok(TeamRoom { team: TeamId::new(team), purpose: purpose(organisation)? }))
            .transpose()
    }

    /// The rooms of a team, the chain room first.
    pub async fn team_rooms(&self, team: &TeamId) -> Result<Vec<(RoomId, RoomPurpose)>, StoreError> {
        let rows: Vec<(String, Option<String>)> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT room_id, organisation FROM team_room WHERE team_id = $1
                 ORDER BY CASE WHEN organisation IS NULL THEN 0 ELSE 1 END, organisation, room_id",
            )
            .bind(team.as_str())
            .fetch_all(pool)
            .await?
        });
        rows.into_iter().map(|(room, organisation)| Ok((RoomId::new(room), purpose(organisation)?))).collect()
    }

    /// The members of a team, by organisation and name, in no meaningful order of organisations.
    pub async fn members(&self, team: &TeamId) -> Result<Vec<Member>, StoreError> {
        let rows: Vec<MemberRow> = read!(self, |pool| {
            sqlx::query_as(concat!(
                "SELECT team_id, user_id, organisation, role, mandate, ",
                stopped!(),
                " FROM member WHERE team_id = $1 ORDER BY organisation, user_id",
            ))
            .bind(team.as_str())
            .fetch_all(pool)
            .await?
        });
        rows.into_iter().map(member).collect()
    }

    /// The members of these teams.
    pub async fn members_of(&self, teams: &[TeamId]) -> Result<Vec<Member>, StoreError> {
        let mut members = Vec::new();
        for team in teams {
            members.extend(self.members(team).await?);
        }
        Ok(members)
    }

    /// Every place that this person has in a team.
    pub async fn memberships(&self, person: &UserId) -> Result<Vec<Member>, StoreError> {
        let rows: Vec<MemberRow> = read!(self, |pool| {
            sqlx::query_as(concat!(
                "SELECT team_id, user_id, organisation, role, mandate, ",
                stopped!(),
                " FROM member WHERE user_id = $1 ORDER BY team_id",
            ))
            .bind(person.as_str())
            .fetch_all(pool)
            .await?
        });
        rows.into_iter().map(member).collect()
    }

    /// The members of a team who have said that they are away, each with the first day on which they are there again.
    pub async fn absences(&self, team: &TeamId) -> Result<Vec<(UserId, NaiveDate)>, StoreError> {
        let rows: Vec<(String, String)> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT user_id, absent_until FROM member WHERE team_id = $1 AND absent_until IS NOT NULL
                 ORDER BY user_id",
            )
            .bind(team.as_str())
            .fetch_all(pool)
            .await?
        });
        rows.into_iter().map(|(person, day)| Ok((UserId::new(person), decoded("member", day)?))).collect()
    }

    /// True when a team answers dialogues with reactions too.
    pub async fn team_ticks(&self, team: &TeamId) -> Result<bool, StoreError> {
        let ticks: Option<bool> = read!(self, |pool| {
            sqlx::query_scalar("SELECT ticks FROM team WHERE team_id = $1")
                .bind(team.as_str())
                .fetch_optional(pool)
                .await?
        });
        Ok(ticks.unwrap_or(false))
    }

    /// The aliases of a team's youth groups, in the order of the alphabet.
    pub async fn team_groups(&self, team: &TeamId) -> Result<Vec<String>, StoreError> {
        let rows: Vec<(Vec<u8>, Vec<u8>)> = read!(self, |pool| {
            sqlx::query_as("SELECT alias_hash, alias FROM team_group WHERE team_id = $1")
                .bind(team.as_str())
                .fetch_all(pool)
                .await?
        });
        let Some(key) = self.record_key(&record(team)).await? else { return Ok(Vec::new()) };
        let mut aliases = Vec::with_capacity(rows.len());
        for (hash, alias) in rows {
            let row = group_row(team, &hash);
            aliases.push(opened(&key, place("team_group", &row, "alias"), &alias, "team_group")?);
        }
        aliases.sort_by_key(|alias| alias.to_lowercase());
        Ok(aliases)
    }

    /// Whom to phone, the highest level first.
    pub async fn team_phones(&self, team: &TeamId) -> Result<Vec<PhoneEntry>, StoreError> {
        let rows: Vec<(String, i64, String, Vec<u8>, String)> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT phone_id, level, organisation, words, review_on FROM team_phone WHERE team_id = $1
                 ORDER BY level DESC, organisation, phone_id",
            )
            .bind(team.as_str())
            .fetch_all(pool)
            .await?
        });
        let Some(key) = self.record_key(&record(team)).await? else { return Ok(Vec::new()) };
        let entry = |(id, level, organisation, words, review_on): (String, i64, String, Vec<u8>, String)| {
            let words = opened(&key, place("team_phone", &id, "words"), &words, "team_phone")?;
            Ok(PhoneEntry {
                level: u8::try_from(level).unwrap_or(u8::MAX),
                organisation: decoded("team_phone", organisation)?,
                words,
                review_on: decoded("team_phone", review_on)?,
                id,
            })
        };
        rows.into_iter().map(entry).collect()
    }

    /// Which of their teams this person means in this room, as they chose before.
    pub async fn team_choice(&self, room: &RoomId, person: &UserId) -> Result<Option<TeamId>, StoreError> {
        let team: Option<String> = read!(self, |pool| {
            sqlx::query_scalar("SELECT team_id FROM team_choice WHERE room_id = $1 AND user_id = $2")
                .bind(room.as_str())
                .bind(person.as_str())
                .fetch_optional(pool)
                .await?
        });
        Ok(team.map(TeamId::new))
    }
}
