//! Who may do what with an incident. That somebody sees it is decided before; here it is taken for granted.

use super::{Incident, IncidentStatus, IncidentStep};
use crate::domain::{Label, Member, OrganisationKind, Role, Sharing, SharingRules, Step, Wish};

/// Why something cannot be done with an incident.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IncidentRefusal {
    /// It is closed already.
    Closed,
    /// Only who opened it does this.
    NotAuthor,
    /// Only who opened it, who leads it, or a coordinator, does this.
    NoPart,
    /// It is so already.
    AlreadySo,
    /// The partners have agreed that this organisation gets nothing from the author's.
    Agreed,
    /// An inquiry runs: nothing is asked, and nothing goes on.
    Frozen,
}

impl Incident {
    /// This member keeps it: opened it, leads it, or is a coordinator who sees it.
    pub fn is_kept_by(&self, member: &Member) -> bool {
        let record = &self.protection;
        record.author == member.person
            || record.owner.as_ref() == Some(&member.person)
            || member.role == Role::Coordinator
    }

    /// This member leads it: who took that over last, else who opened it.
    pub fn is_led_by(&self, member: &Member) -> bool {
        self.protection.owner.as_ref().unwrap_or(&self.protection.author) == &member.person
    }

    /// This member leads it from now on.
    pub fn take(&self, member: &Member) -> Result<IncidentStep, IncidentRefusal> {
        if self.is_led_by(member) {
            return Err(IncidentRefusal::AlreadySo);
        }
        Ok(IncidentStep::Taken { by: member.person.clone() })
    }

    /// This member may close it.
    pub fn may_close(&self, member: &Member) -> Result<(), IncidentRefusal> {
        match self.status {
            IncidentStatus::Closed | IncidentStatus::Gone => Err(IncidentRefusal::Closed),
            IncidentStatus::Open if self.is_kept_by(member) => Ok(()),
            IncidentStatus::Open => Err(IncidentRefusal::NoPart),
        }
    }

    /// This member may freeze it, or let it go on.
    pub fn may_freeze(&self, member: &Member, freezes: bool) -> Result<(), IncidentRefusal> {
        if !self.is_kept_by(member) {
            return Err(IncidentRefusal::NoPart);
        }
        if self.frozen == freezes { Err(IncidentRefusal::AlreadySo) } else { Ok(()) }
    }

    /// This member may take it back.
    pub fn may_withdraw(&self, member: &Member) -> Result<(), IncidentRefusal> {
        if self.protection.author == member.person { Ok(()) } else { Err(IncidentRefusal::NotAuthor) }
    }

    /// The evaluation may go on now.
    pub fn may_evaluate(&self) -> Result<(), IncidentRefusal> {
        if self.frozen { Err(IncidentRefusal::Frozen) } else { Ok(()) }
    }

    /// The steps that let more be seen. Only who opened it decides that; where the partners have agreed that an organisation gets
    /// nothing from the author's, nobody does.
    pub fn widen(
        &self,
        member: &Member,
        wish: &Wish,
        members: &[Member],
        rules: &SharingRules,
    ) -> Result<Vec<IncidentStep>, IncidentRefusal> {
        let record = &self.protection;
        if !record.allows(Step::Widen, &member.clone().into()) {
            return Err(IncidentRefusal::NotAuthor);
        }
        let not = |with: OrganisationKind| rules.between(record.author_organisation, with) == Sharing::Not;
        let to = |label| (record.label < label).then_some(IncidentStep::Labelled { label, widens: true });
        let (steps, agreed_not): (Vec<IncidentStep>, bool) = match wish {
            Wish::Share(with) if *with == record.author_organisation => {
                (to(Label::AmberStrict).into_iter().collect(), false)
            }
            Wish::Share(with) => {
                let listed = record.shared_with.contains(with);
                let shared = (!listed).then_some(IncidentStep::Shared { with: *with });
                (shared.into_iter().chain(to(Label::Amber)).collect(), not(*with))
            }
            Wish::Name(person) => {
                let there = record.named.contains(person) || *person == record.author;
                let organisation = members.iter().find(|one| one.person == *person).map(|one| one.organisation);
                let named = (!there).then_some(IncidentStep::Named { person: person.clone() });
                (named.into_iter().collect(), organisation.is_some_and(not))
            }
            Wish::Label(label) => (to(*label).into_iter().collect(), false),
        };
        match (steps.is_empty(), agreed_not) {
            (true, _) => Err(IncidentRefusal::AlreadySo),
            (false, true) => Err(IncidentRefusal::Agreed),
            (false, false) => Ok(steps),
        }
    }

    /// The step that narrows: off the list, named no more, a narrower label. Who opened it and who leads it may, always.
    pub fn narrow(&self, member: &Member, wish: &Wish) -> Result<IncidentStep, IncidentRefusal> {
        let record = &self.protection;
        if !record.allows(Step::Narrow, &member.clone().into()) {
            return Err(IncidentRefusal::NoPart);
        }
        match wish {
            Wish::Share(with) if record.shared_with.contains(with) => Ok(IncidentStep::Unshared { with: *with }),
            Wish::Name(person) if record.named.contains(person) => Ok(IncidentStep::Unnamed { person: person.clone() }),
            Wish::Label(label) if *label < record.label => Ok(IncidentStep::Labelled { label: *label, widens: false }),
            _ => Err(IncidentRefusal::AlreadySo),
        }
    }
}
