//! An incident with those around it, for what is said of its evaluation to others than the one who asks: who sees it, who leads it, in
//! which room everybody may.

use chrono_tz::Tz;

use crate::catalogue::RoomKind;
use crate::commands::case::Case;
use crate::commands::{Ask, Desk, incident};
use crate::domain::evaluation::{Evaluation, PathStep};
use crate::domain::incident::Incident;
use crate::domain::{
    Audience, Change, DueChange, DueKind, Guard, Language, Member, OrganisationKind, Outgoing, RoomId, SharingRules,
    TeamId, UserId,
};
use crate::store::StoreError;
use crate::text::{Answer, When, told};

/// An incident and the members of its team now.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    pub(super) incident: &'a Incident,
    pub(super) members: &'a [Member],
    pub(super) rules: &'a SharingRules,
    /// In which the days of its path begin.
    pub(super) zone: Tz,
}

/// The zone in which the days of a team begin.
pub(super) async fn zone_of(desk: &Desk<'_>, team: &TeamId) -> Result<Tz, StoreError> {
    Ok(desk.store.team_time_zone(team).await?.unwrap_or(desk.time_zone))
}

impl<'a> Around<'a> {
    pub(super) async fn of(ask: &Ask<'_>, case: &'a Case) -> Result<Self, StoreError> {
        let zone = zone_of(&Desk::of(ask), &case.incident.team).await?;
        Ok(Self { incident: &case.incident, members: &case.members, rules: &case.rules, zone })
    }

    fn sees(&self, member: &Member) -> bool {
        let audience = Audience::person(member.clone().into());
        self.incident.content.for_audience(&audience, self.rules).is_some()
    }

    /// The active members who see it, with their organisations.
    pub(super) fn seers(&self) -> Vec<(UserId, OrganisationKind)> {
        let seers = self.members.iter().filter(|one| self.sees(one));
        seers.map(|one| (one.person.clone(), one.organisation)).collect()
    }

    /// This person, as long as they are an active member who sees it.
    pub(super) fn seer(&self, person: &UserId) -> Option<&'a Member> {
        self.members.iter().find(|one| one.person == *person && one.is_active() && self.sees(one))
    }

    /// Who leads it, as long as they see it.
    pub(super) fn leader(&self) -> Option<&'a Member> {
        let record = &self.incident.protection;
        self.seer(record.owner.as_ref().unwrap_or(&record.author))
    }

    /// The first room in which everybody may see it: the chain room, if it is one.
    pub(super) async fn room(&self, desk: &Desk<'_>) -> Result<Option<(RoomId, Audience, Language)>, StoreError> {
        let guard = Guard::from(self.incident.protection.clone());
        Ok(incident::rooms(desk, &guard, (self.members, self.rules)).await?.into_iter().next())
    }

    /// Something for these people in that room; those who are not there are not called.
    pub(super) fn announce(
        &self,
        desk: &Desk<'_>,
        (room, audience, language): &(RoomId, Audience, Language),
        answer: &Answer,
        people: &[UserId],
        choices: Vec<crate::domain::Choice>,
    ) -> Vec<Outgoing> {
        let there: Vec<UserId> = audience.people().filter(|one| people.contains(one)).cloned().collect();
        let instead = desk.words(*language, "incident-notice-gone");
        Desk::announce(room, (audience, instead), answer, (&there, choices), Some(&self.incident.record()))
    }

    /// When something of the evaluation is to be said next, when it has come so far.
    pub(super) fn due(&self, desk: &Desk<'_>, after: &Evaluation) -> Change {
        let next = after.next_ms(desk.now, desk.working, self.zone).filter(|_| !self.incident.frozen);
        self.due_at(next.map(|next| next.max(desk.now_ms() + 1)))
    }

    /// Nothing of it is to be said any more.
    pub(super) fn due_never(&self) -> Change {
        self.due_at(None)
    }

    fn due_at(&self, at_ms: Option<i64>) -> Change {
        let (account, subject) = (self.incident.account.clone(), self.incident.record());
        Change::Due(DueChange { account, kind: DueKind::EvaluationStep, subject, at_ms })
    }

    /// A command about its evaluation, as it is typed in such a room.
    pub(super) fn command(&self, desk: &Desk<'_>, language: Language, kind: RoomKind, sub: &str) -> String {
        let evaluation = desk.library.catalogue.definition("evaluation");
        let word = evaluation.map_or(sub, |it| it.subcommand_shown(sub, language));
        desk.command(language, kind, "evaluation", &format!("{} {word}", self.incident.number))
    }

    /// The same as a choice stands for it.
    pub(super) fn chosen(&self, desk: &Desk<'_>, sub: &str) -> String {
        self.command(desk, Language::Dutch, RoomKind::Direct, sub)
    }
}

/// A moment in words, as that team says it.
pub(super) fn moment(desk: &Desk<'_>, language: Language, at_ms: i64, zone: Tz) -> String {
    let from = chrono::DateTime::from_timestamp_millis(at_ms).unwrap_or_default();
    told(&When { from, until: None }, zone, language, &desk.library.catalogue.texts)
}

/// The names of organisations, one after the other.
pub(super) fn organisations(
    desk: &Desk<'_>,
    language: Language,
    all: impl IntoIterator<Item = OrganisationKind>,
) -> String {
    let mut names: Vec<String> =
        all.into_iter().map(|one| desk.library.organisations.name(one, language).to_owned()).collect();
    let last = names.pop().unwrap_or_default();
    if names.is_empty() {
        return last;
    }
    format!("{}{}{last}", names.join(", "), desk.text(language, "evaluation-and", &[]))
}

/// The name of a step.
pub(super) fn step_key(step: PathStep) -> &'static str {
    match step {
        PathStep::Debrief => "evaluation-step-debrief",
        PathStep::Before => "evaluation-step-before",
        PathStep::Session => "evaluation-step-session",
    }
}
