//! Who may do what with a signal. That somebody sees it is decided before; here it is taken for granted.

use super::{Signal, SignalStatus, SignalStep, Wish};
use crate::domain::{Label, Member, Sharing, SharingRules, Step, UserId};

/// Why something cannot be done with a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignalRefusal {
    /// It is closed.
    Closed,
    /// Somebody follows it up already: this one, or another who is still an active member.
    Owned,
    /// Only somebody else than its author does this.
    OwnSignal,
    /// They have interpreted it before.
    InterpretedBefore,
    /// Only who follows it up does this.
    NotOwner,
    /// Only who follows it up, or its author, does this.
    NoPart,
    /// Only its author does this.
    NotAuthor,
    /// It is so already.
    AlreadySo,
    /// The partners have agreed that this organisation gets nothing from the author's.
    Agreed,
}

/// What follows from a wish to let more be seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Widening {
    /// It is done with these steps.
    Now(Vec<SignalStep>),
    /// It is done with these steps, because the partners have agreed that it is free, and the author hears it.
    Told(Vec<SignalStep>),
    /// The author is asked first; their silence is no.
    Ask,
}

/// What somebody wants narrowed.
pub type Narrowing = Wish;

impl Signal {
    /// This member follows it up from now on. Somebody who has left the team, or is stopped, does not stand in the way.
    pub fn take(&self, member: &Member, members: &[Member]) -> Result<SignalStep, SignalRefusal> {
        self.open()?;
        let there = |owner: &UserId| members.iter().any(|one| one.person == *owner && one.is_active());
        match &self.protection.owner {
            Some(owner) if *owner == member.person || there(owner) => Err(SignalRefusal::Owned),
            _ => Ok(SignalStep::Taken { by: member.person.clone() }),
        }
    }

    /// This member may interpret it: a second pair of eyes, so not the author, and once.
    pub fn may_interpret(&self, member: &Member) -> Result<(), SignalRefusal> {
        self.open()?;
        if self.protection.author == member.person {
            return Err(SignalRefusal::OwnSignal);
        }
        if self.interpreters.contains(&member.person) { Err(SignalRefusal::InterpretedBefore) } else { Ok(()) }
    }

    /// This member may tell the reporter something, also after the signal is closed.
    pub fn may_feed_back(&self, member: &Member) -> Result<(), SignalRefusal> {
        if self.protection.owner.as_ref() != Some(&member.person) {
            return Err(SignalRefusal::NotOwner);
        }
        if self.protection.author == member.person { Err(SignalRefusal::OwnSignal) } else { Ok(()) }
    }

    /// This member may close it.
    pub fn may_close(&self, member: &Member) -> Result<(), SignalRefusal> {
        self.open()?;
        self.has_part(member)
    }

    /// This member may take it back, whatever has become of it.
    pub fn may_withdraw(&self, member: &Member) -> Result<(), SignalRefusal> {
        if self.protection.author == member.person { Ok(()) } else { Err(SignalRefusal::NotAuthor) }
    }

    /// What follows when this member wants to let more be seen; a wish that would narrow is no widening.
    ///
    /// The author does it. An owner who is not the author asks the author. Where the partners have agreed that sharing between
    /// the author's organisation and the other is free, and the author has shared beyond their own organisation already, the
    /// owner need not ask. Where they have agreed that it gets nothing, nobody widens.
    pub fn widen(
        &self,
        member: &Member,
        wish: &Wish,
        members: &[Member],
        rules: &SharingRules,
    ) -> Result<Widening, SignalRefusal> {
        let record = &self.protection;
        let (is_author, asks) = (
            record.allows(Step::Widen, &member.clone().into()),
            record.allows(Step::AskToWiden, &member.clone().into()),
        );
        if !is_author && !asks {
            return Err(SignalRefusal::NoPart);
        }
        let agreed = |with| rules.between(record.author_organisation, with);
        let (steps, sharing) = match wish {
            Wish::Share(with) => {
                let mut steps = Vec::new();
                if !record.shared_with.contains(with) {
                    steps.push(SignalStep::Shared { with: *with });
                }
                if record.label < Label::Amber && *with != record.author_organisation {
                    steps.push(SignalStep::Labelled { label: Label::Amber, widens: true });
                }
                if *with == record.author_organisation {
                    steps.clear();
                    if record.label < Label::AmberStrict {
                        steps.push(SignalStep::Labelled { label: Label::AmberStrict, widens: true });
                    }
                }
                (steps, agreed(*with))
            }
            Wish::Name(person) => {
                let organisation = members.iter().find(|one| one.person == *person).map(|one| one.organisation);
                let there = record.named.contains(person) || *person == record.author;
                let steps = if there { vec![] } else { vec![SignalStep::Named { person: person.clone() }] };
                (steps, organisation.map_or(Sharing::AskReporter, agreed))
            }
            Wish::Label(label) => {
                let wider = *label > record.label;
                let steps = if wider { vec![SignalStep::Labelled { label: *label, widens: true }] } else { vec![] };
                (steps, Sharing::AskReporter)
            }
        };
        if steps.is_empty() {
            return Err(SignalRefusal::AlreadySo);
        }
        let shared_before = record.label >= Label::Amber;
        match sharing {
            Sharing::Not => Err(SignalRefusal::Agreed),
            _ if is_author => Ok(Widening::Now(steps)),
            Sharing::Free if shared_before && matches!(wish, Wish::Share(_)) => Ok(Widening::Told(steps)),
            Sharing::Free | Sharing::AskReporter => Ok(Widening::Ask),
        }
    }

    /// The step that narrows: off the list, named no more, a narrower label. The author and the owner may, always.
    pub fn narrow(&self, member: &Member, wish: &Narrowing) -> Result<SignalStep, SignalRefusal> {
        let record = &self.protection;
        if !record.allows(Step::Narrow, &member.clone().into()) {
            return Err(SignalRefusal::NoPart);
        }
        match wish {
            Wish::Share(with) if record.shared_with.contains(with) => Ok(SignalStep::Unshared { with: *with }),
            Wish::Name(person) if record.named.contains(person) => Ok(SignalStep::Unnamed { person: person.clone() }),
            Wish::Label(label) if *label < record.label => Ok(SignalStep::Labelled { label: *label, widens: false }),
            _ => Err(SignalRefusal::AlreadySo),
        }
    }

    fn open(&self) -> Result<(), SignalRefusal> {
        match self.status {
            SignalStatus::Closed | SignalStatus::Gone => Err(SignalRefusal::Closed),
            SignalStatus::New | SignalStatus::Interpreting | SignalStatus::Taken => Ok(()),
        }
    }

    fn has_part(&self, member: &Member) -> Result<(), SignalRefusal> {
        let is_owner = self.protection.owner.as_ref() == Some(&member.person);
        if is_owner || self.protection.author == member.person { Ok(()) } else { Err(SignalRefusal::NoPart) }
    }
}
