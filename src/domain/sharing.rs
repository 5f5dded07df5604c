//! What the partners have agreed about sharing with each other: for each pair of organisation kinds one word. How an
//! agreement comes about and when it counts as confirmed is not decided here, nor who sees a record: that is the access rule.

use super::OrganisationKind;
use super::team::coded;

coded! {
    /// Whether what one kind of organisation knows may go to another; the freest first.
    Sharing {
        /// Without a question.
        Free = "free",
        /// After a question to the reporter, whose silence is no.
        AskReporter = "ask_reporter",
        /// Not at all.
        Not = "not",
    }
}

const KINDS: usize = OrganisationKind::ALL.len();

/// The word for every ordered pair, *from* whose knowledge it is *to* who would get it.
///
/// Without a confirmed agreement every pair is [`Sharing::AskReporter`]; a suggestion counts for nothing and has no place here.
/// An organisation is always free to itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SharingRules([[Option<Sharing>; KINDS]; KINDS]);

impl SharingRules {
    /// The rules that follow from the entries of confirmed agreements, each *from*, *to* and the word. Where agreements
    /// contradict each other the strictest word counts, in whatever order they come.
    pub fn new(confirmed: impl IntoIterator<Item = (OrganisationKind, OrganisationKind, Sharing)>) -> Self {
        let mut rules = Self::default();
        for (from, to, sharing) in confirmed {
            let agreed = &mut rules.0[from as usize][to as usize];
            *agreed = (*agreed).max(Some(sharing));
        }
        rules
    }

    /// The word for what `from` knows and `to` would get.
    pub fn between(&self, from: OrganisationKind, to: OrganisationKind) -> Sharing {
        if from == to { Sharing::Free } else { self.0[from as usize][to as usize].unwrap_or(Sharing::AskReporter) }
    }
}

#[cfg(test)]
mod tests {
    use OrganisationKind::{Municipality, Police, YouthWork};

    use super::*;

    #[test]
    fn every_code_leads_back_to_its_word() {
        assert!(Sharing::ALL.iter().all(|sharing| Sharing::from_code(sharing.code()) == Some(*sharing)));
    }

    #[test]
    fn without_an_agreement_the_reporter_is_asked_for_every_pair_but_oneself() {
        let rules = SharingRules::default();
        for from in OrganisationKind::ALL {
            for to in OrganisationKind::ALL {
                let expected = if from == to { Sharing::Free } else { Sharing::AskReporter };
                assert_eq!(rules.between(*from, *to), expected, "{from:?} to {to:?}");
            }
        }
    }

    #[test]
    fn an_agreement_counts_in_its_own_direction_only() {
        let rules = SharingRules::new([(YouthWork, Police, Sharing::Not), (Municipality, YouthWork, Sharing::Free)]);
        assert_eq!(rules.between(YouthWork, Police), Sharing::Not);
        assert_eq!(rules.between(Police, YouthWork), Sharing::AskReporter);
        assert_eq!(rules.between(Municipality, YouthWork), Sharing::Free);
    }

    #[test]
    fn of_two_agreements_the_strictest_counts_in_either_order() {
        let (free, not) = ((YouthWork, Police, Sharing::Free), (YouthWork, Police, Sharing::Not));
        let ask = (YouthWork, Police, Sharing::AskReporter);
        assert_eq!(SharingRules::new([free, not]), SharingRules::new([not, free]));
        assert_eq!(SharingRules::new([free, not]).between(YouthWork, Police), Sharing::Not);
        assert_eq!(SharingRules::new([ask, free]).between(YouthWork, Police), Sharing::AskReporter);
    }

    #[test]
    fn nothing_closes_an_organisation_to_itself() {
        assert_eq!(SharingRules::new([(Police, Police, Sharing::Not)]).between(Police, Police), Sharing::Free);
    }
}
