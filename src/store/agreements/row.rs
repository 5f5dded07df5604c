//! Versions of agreements as they stand in the tables, and how they are read.

use super::super::teams::{decoded, opened};
use super::super::{Store, StoreError};
use super::{record, text_place, version_row};
use crate::domain::{
    AgreementKind, AgreementVersion, Confirmation, OrganisationKind, RecordNumber, Role, Sharing, Subject, TeamId,
    Terms, UserId,
};
use crate::privacy::Wrapped;

/// A version with what is needed of its agreement and its key.
#[derive(sqlx::FromRow)]
pub(super) struct VersionRow {
    pub(super) number: String,
    pub(super) kind: String,
    pub(super) changes: i64,
    pub(super) ended_how: Option<String>,
    pub(super) ended_ms: Option<i64>,
    pub(super) version: i64,
    pub(super) state: String,
    pub(super) rule: Option<String>,
    pub(super) text: Vec<u8>,
    pub(super) review_on: String,
    pub(super) suggestion: Option<String>,
    pub(super) proposed_by: String,
    pub(super) proposed_for: String,
    pub(super) proposed_ms: i64,
    pub(super) in_force_ms: Option<i64>,
    pub(super) master: String,
    pub(super) wrapped: Vec<u8>,
}

#[derive(sqlx::FromRow)]
pub(super) struct PartyRow {
    pub(super) number: String,
    pub(super) version: i64,
    pub(super) organisation: String,
    pub(super) confirmed_by: Option<String>,
    pub(super) confirmed_role: Option<String>,
    pub(super) confirmed_ms: Option<i64>,
}

impl Store {
    /// One version from its row and those of the organisations that it binds.
    pub(super) fn agreement_version<'p>(
        &self,
        team: &TeamId,
        number: &RecordNumber,
        row: VersionRow,
        parties: impl Iterator<Item = &'p PartyRow>,
    ) -> Result<AgreementVersion, StoreError> {
        let key = self.unwrap_key(&record(team, number), &Wrapped { master: row.master, bytes: row.wrapped })?;
        let place = version_row(team, number, row.version);
        let text = opened(&key, text_place(&place), &row.text, "agreement_version")?;
        let mut bound: Vec<OrganisationKind> = Vec::new();
        let mut confirmed = Vec::new();
        for party in parties {
            let organisation = decoded("agreement_party", party.organisation.clone())?;
            bound.push(organisation);
            if let (Some(by), Some(role), Some(at_ms)) =
                (&party.confirmed_by, &party.confirmed_role, party.confirmed_ms)
            {
                let role: Role = decoded("agreement_party", role.clone())?;
                confirmed.push(Confirmation { organisation, by: UserId::new(by.as_str()), role, at_ms });
            }
        }
        let rule: Option<Sharing> = row.rule.map(|rule| decoded("agreement_version", rule)).transpose()?;
        let subject = match (decoded::<AgreementKind>("agreement", row.kind)?, rule, bound.as_slice()) {
            (AgreementKind::Sharing, Some(rule), [giver, receiver]) => {
                Subject::Sharing { giver: *giver, receiver: *receiver, rule }
            }
            (AgreementKind::First, _, _) => Subject::First(bound),
            (AgreementKind::Signal, _, _) => Subject::Signal(bound),
            (AgreementKind::Feedback, _, _) => Subject::Feedback(bound),
            (AgreementKind::Sharing, _, _) => return Err(unfit("who shares with whom")),
        };
        Ok(AgreementVersion {
            number: u32::try_from(row.version).map_err(|_| unfit("a version"))?,
            terms: Terms {
                subject,
                text,
                review_on: decoded("agreement_version", row.review_on)?,
                suggestion: row.suggestion,
            },
            proposed_by: UserId::new(row.proposed_by),
            proposed_for: decoded("agreement_version", row.proposed_for)?,
            proposed_ms: row.proposed_ms,
            confirmed,
            in_force_ms: row.in_force_ms,
        })
    }
}

pub(super) fn numbered(text: &str) -> Result<RecordNumber, StoreError> {
    RecordNumber::parse(text).ok_or_else(|| unfit("a number"))
}

fn unfit(what: &str) -> StoreError {
    let source = serde::de::Error::custom(format!("{what} is not as it was written"));
    StoreError::Corrupt { table: "agreement", source }
}
