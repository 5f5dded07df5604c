//! What the partners of a chain agree: who shares what with whom, who acts first, what happens with a signal, by when
//! feedback comes. Here stand what an agreement is, who must confirm it, when it is in force and when it asks to be looked at
//! again. How it is kept is the store's; what its sharing rules mean for a record is the access rule's.
//!
//! An agreement comes in versions. One that is proposed counts for nothing until somebody with the mandate of each
//! organisation that it binds has confirmed exactly that version; the version before stays in force until then. It ends as
//! soon as one of them wants it to, unless that would let more be shared.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};

use super::team::coded;
use super::{Member, OrganisationKind, RecordNumber, Role, Sharing, SharingRules, TeamId, UserId};

/// Longest text of an agreement, in characters: it must fit a phone.
pub const LONGEST_AGREEMENT: usize = 600;

coded! {
    /// What an agreement is about. The four are those of the card of agreements (afsprakenkaart) in the road map for online
    /// youth crime (veiligheidsalliantie.nl, routekaart-samenwerken-bij-online-jeugdcriminaliteit, seen 23 November 2026)
    /// and of the Connect factsheet.
    AgreementKind {
        /// Who shares with whom.
        Sharing = "sharing",
        /// Who acts first.
        First = "first",
        /// What happens with a signal.
        Signal = "signal",
        /// By when the reporter hears back, and what.
        Feedback = "feedback",
    }
}

impl AgreementKind {
    /// After how long it asks to be looked at again when nobody says otherwise: what opens doors after half a year, the
    /// rest after a year.
    pub fn reviewed_after(self) -> Months {
        match self {
            Self::Sharing => Months::new(6),
            Self::First | Self::Signal | Self::Feedback => Months::new(12),
        }
    }
}

/// What an agreement is about and whom it binds. It stays the same in all versions, but for the rule of sharing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// What one organisation shares with another. It binds both.
    Sharing {
        /// The one that gives.
        giver: OrganisationKind,
        /// The one that receives.
        receiver: OrganisationKind,
        /// What is agreed.
        rule: Sharing,
    },
    /// Who acts first: the first of these. It binds them all.
    First(Vec<OrganisationKind>),
    /// What these do with a signal.
    Signal(Vec<OrganisationKind>),
    /// What these let a reporter hear, and by when.
    Feedback(Vec<OrganisationKind>),
}

impl Subject {
    /// Its kind.
    pub fn kind(&self) -> AgreementKind {
        match self {
            Self::Sharing { .. } => AgreementKind::Sharing,
            Self::First(_) => AgreementKind::First,
            Self::Signal(_) => AgreementKind::Signal,
            Self::Feedback(_) => AgreementKind::Feedback,
        }
    }

    /// The organisations that must confirm it, in the order in which they were named.
    pub fn binds(&self) -> Vec<OrganisationKind> {
        match self {
            Self::Sharing { giver, receiver, .. } => vec![*giver, *receiver],
            Self::First(parties) | Self::Signal(parties) | Self::Feedback(parties) => parties.clone(),
        }
    }

    /// The rule of sharing, if it is one.
    pub fn rule(&self) -> Option<Sharing> {
        match self {
            Self::Sharing { rule, .. } => Some(*rule),
            Self::First(_) | Self::Signal(_) | Self::Feedback(_) => None,
        }
    }
}

/// What one version says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// What it is about and whom it binds.
    pub subject: Subject,
    /// In the partners' own words; may be empty where a rule of sharing says it all.
    pub text: String,
    /// The day on which it asks to be looked at again.
    pub review_on: NaiveDate,
    /// The slug of the suggestion that it was taken from.
    pub suggestion: Option<String>,
}

/// That one organisation wants a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmation {
    /// Which organisation.
    pub organisation: OrganisationKind,
    /// Who said so for it.
    pub by: UserId,
    /// Their role in the team at that moment.
    pub role: Role,
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
}

/// One version of an agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementVersion {
    /// Counted from 1.
    pub number: u32,
    /// What it says.
    pub terms: Terms,
    /// Who proposed it.
    pub proposed_by: UserId,
    /// For which organisation they were in the team then.
    pub proposed_for: OrganisationKind,
    /// When, in milliseconds since 1970.
    pub proposed_ms: i64,
    /// Who has confirmed it.
    pub confirmed: Vec<Confirmation>,
    /// Since when it is, or when it came, in force, in milliseconds since 1970; nothing before all have confirmed.
    pub in_force_ms: Option<i64>,
}

impl AgreementVersion {
    /// The organisations that have not confirmed it yet.
    pub fn awaits(&self) -> Vec<OrganisationKind> {
        let mut organisations = self.terms.subject.binds();
        organisations.retain(|organisation| self.confirmed.iter().all(|made| made.organisation != *organisation));
        organisations
    }
}

coded! {
    /// How an agreement came to its end.
    AgreementEnd {
        /// One of the organisations that it bound ended it.
        Stopped = "stopped",
        /// The proposal was taken back before it was in force.
        Withdrawn = "withdrawn",
        /// Another agreement about the same two organisations came into force.
        Replaced = "replaced",
    }
}

/// One agreement with the versions that matter now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// Whose.
    pub team: TeamId,
    /// Its number.
    pub number: RecordNumber,
    /// How often it has changed; a change is decided on one such count and refused when it is another by then.
    pub changes: i64,
    /// The number of the newest version there has been, also when it was taken back.
    pub newest: u32,
    /// What holds; when it has ended, what held last.
    pub in_force: Option<AgreementVersion>,
    /// What waits for confirmation.
    pub proposed: Option<AgreementVersion>,
    /// How it ended and when, in milliseconds since 1970.
    pub ended: Option<(AgreementEnd, i64)>,
}

/// Why something cannot be done with an agreement. A person's mistake, or a colleague who was quicker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AgreementRefusal {
    /// It has ended.
    Ended,
    /// No version waits for confirmation.
    NothingProposed,
    /// It does not bind the member's organisation.
    NotBound,
    /// The member may not speak for their organisation.
    NoMandate,
    /// The organisation has confirmed this version before.
    Confirmed,
    /// There has been an earlier version, so the one that is meant must be named: this one waits.
    WhichVersion(u32),
    /// To end it would let more be shared, and only the organisation that gives may do that alone.
    Wider,
}

/// What a confirmation does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirming {
    /// The version that is confirmed.
    pub version: u32,
    /// Who has yet to confirm it; when there is nobody it comes into force.
    pub awaits: Vec<OrganisationKind>,
}

/// What a stop does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stopping {
    /// The agreement ends.
    All(AgreementEnd),
    /// Only this proposed version is taken back; what is in force stays.
    Proposal(u32),
}

impl Agreement {
    /// The newest version that says what it is: the one in force, or else the one that is proposed.
    pub fn current(&self) -> Option<&AgreementVersion> {
        self.in_force.as_ref().or(self.proposed.as_ref())
    }

    /// True when it holds now.
    pub fn is_in_force(&self) -> bool {
        self.in_force.is_some() && self.ended.is_none()
    }

    /// True when it holds and the day has come on which it asks to be looked at again. It stays in force.
    pub fn is_due(&self, today: NaiveDate) -> bool {
        self.is_in_force() && self.in_force.as_ref().is_some_and(|version| version.terms.review_on <= today)
    }

    /// What follows when this member confirms it for their organisation. `version` is the number that they typed; it can be
    /// left out only of the first version, so that nobody confirms what they have not read.
    pub fn confirm(&self, member: &Member, version: Option<u32>) -> Result<Confirming, AgreementRefusal> {
        if self.ended.is_some() {
            return Err(AgreementRefusal::Ended);
        }
        let proposed = self.proposed.as_ref().ok_or(AgreementRefusal::NothingProposed)?;
        may_speak(member, &proposed.terms.subject)?;
        if version.unwrap_or(1) != proposed.number {
            return Err(AgreementRefusal::WhichVersion(proposed.number));
        }
        let mut awaits = proposed.awaits();
        if !awaits.contains(&member.organisation) {
            return Err(AgreementRefusal::Confirmed);
        }
        awaits.retain(|organisation| *organisation != member.organisation);
        Ok(Confirming { version: proposed.number, awaits })
    }

    /// What follows when this member stops it; with `proposal_only`, only what is proposed. One with the mandate of an
    /// organisation that it binds may end it, whoever proposed something may take that back.
    pub fn stop(&self, member: &Member, proposal_only: bool) -> Result<Stopping, AgreementRefusal> {
        if self.ended.is_some() {
            return Err(AgreementRefusal::Ended);
        }
        let Some(current) = self.current() else { return Err(AgreementRefusal::Ended) };
        let speaks = may_speak(member, &current.terms.subject);
        match &self.proposed {
            Some(proposed) if member.is_active() && proposed.proposed_by == member.person || speaks.is_ok() => {
                let taken_back = if self.in_force.is_some() {
                    Stopping::Proposal(proposed.number)
                } else {
                    Stopping::All(AgreementEnd::Withdrawn)
                };
                if proposal_only || speaks.is_err() || self.in_force.is_none() {
                    return Ok(taken_back);
                }
            }
            None if proposal_only => return Err(AgreementRefusal::NothingProposed),
            Some(_) | None => {}
        }
        speaks?;
        match current.terms.subject {
            Subject::Sharing { giver, rule: Sharing::Not, .. } if giver != member.organisation => {
                Err(AgreementRefusal::Wider)
            }
            _ => Ok(Stopping::All(AgreementEnd::Stopped)),
        }
    }
}

fn may_speak(member: &Member, subject: &Subject) -> Result<(), AgreementRefusal> {
    if !subject.binds().contains(&member.organisation) {
        Err(AgreementRefusal::NotBound)
    } else if !member.mandate || !member.is_active() {
        Err(AgreementRefusal::NoMandate)
    } else {
        Ok(())
    }
}

/// A rule of sharing as it came into force, also when it has ended since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PastRule {
    /// The one that gives.
    pub giver: OrganisationKind,
    /// The one that receives.
    pub receiver: OrganisationKind,
    /// What was agreed.
    pub rule: Sharing,
    /// It holds.
    pub holds: bool,
}

/// The rules that hold, from all that came into force, the oldest first. For each pair the newest counts; when that has
/// ended the pair has none, so that the end of a narrow agreement never brings an older, wider one back.
pub fn rules_in_force(oldest_first: impl IntoIterator<Item = PastRule>) -> SharingRules {
    let newest: BTreeMap<_, _> = oldest_first.into_iter().map(|past| ((past.giver, past.receiver), past)).collect();
    SharingRules::new(newest.into_values().filter(|past| past.holds).map(|past| (past.giver, past.receiver, past.rule)))
}

/// A change of one agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementChange {
    /// Whose.
    pub team: TeamId,
    /// Which.
    pub number: RecordNumber,
    /// The count of changes on which this was decided, 0 for a new agreement. When it is another by now nothing is written
    /// and the turn is made anew.
    pub seen: i64,
    /// What changes.
    pub step: AgreementStep,
}

/// What changes in an agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AgreementStep {
    /// A version is proposed, the first of a new agreement or the next. One that was proposed before is taken back.
    Proposed {
        /// Its number.
        version: u32,
        /// What it says.
        terms: Terms,
        /// By whom.
        by: UserId,
        /// For which organisation they are in the team.
        organisation: OrganisationKind,
    },
    /// An organisation confirms the proposed version.
    Confirmed {
        /// Its number.
        version: u32,
        /// Which organisation.
        organisation: OrganisationKind,
        /// Who speaks for it.
        by: UserId,
        /// Their role in the team.
        role: Role,
        /// It is the last that had to: the version comes into force.
        completes: bool,
    },
    /// The proposed version is taken back.
    TakenBack {
        /// Its number.
        version: u32,
    },
    /// The agreement ends.
    Ended(AgreementEnd),
}

#[cfg(test)]
mod tests;
