//! New numbers of records: random, and none that a record of the team has or had.

use super::{Store, StoreError, read};
use crate::domain::{RecordKind, RecordNumber, TeamId};

/// 32 random bits.
fn random() -> u32 {
    let mut bits = [0_u8; 4];
    getrandom::fill(&mut bits).expect("the operating system gives random bits");
    u32::from_le_bytes(bits)
}

impl Store {
    /// A number that no record of this kind has or had in this team.
    pub async fn new_number(&self, kind: RecordKind, team: &TeamId, year: i32) -> Result<RecordNumber, StoreError> {
        self.free_number(kind, team, year, random).await
    }

    /// The first number from these random bits that is free.
    pub(super) async fn free_number(
        &self,
        kind: RecordKind,
        team: &TeamId,
        year: i32,
        mut random: impl FnMut() -> u32,
    ) -> Result<RecordNumber, StoreError> {
        let sql = match kind {
            RecordKind::Agreement => "SELECT number FROM agreement WHERE team_id = $1 AND number = $2",
            RecordKind::Reminder => "SELECT number FROM reminder WHERE team_id = $1 AND number = $2",
            RecordKind::Signal => "SELECT number FROM signal WHERE team_id = $1 AND number = $2",
            RecordKind::Incident => "SELECT number FROM incident WHERE team_id = $1 AND number = $2",
            RecordKind::Action => "SELECT number FROM action WHERE team_id = $1 AND number = $2",
        };
        loop {
            let number = RecordNumber::new(kind, year, random());
            let taken: Option<String> = read!(self, |pool| {
                sqlx::query_scalar(sql).bind(team.as_str()).bind(number.as_str()).fetch_optional(pool).await?
            });
            if taken.is_none() {
                return Ok(number);
            }
        }
    }
}
