//! What can be done with a team's own entries, and what is typed behind it. It decides nothing.

use crate::catalogue::Who;
use crate::commands::ask::Ask;
use crate::commands::parts::{Parts, named};

named! {
    /// What can be done besides looking up.
    pub(super) enum Sub {
        Propose = "propose",
        Proposals = "proposals",
        Accept = "accept",
        Refuse = "refuse",
        Withdraw = "withdraw",
        Export = "export",
    }
}

pub(in crate::commands) const PARTS: Parts = Parts { subcommands: Sub::IDS, options: &[] };

impl Sub {
    /// Who may do it.
    pub(super) fn who(self) -> Who {
        match self {
            Self::Propose | Self::Proposals | Self::Withdraw => Who::Member,
            Self::Accept | Self::Refuse | Self::Export => Who::Coordinator,
        }
    }
}

/// Which proposal is meant, `huisbezoek 2`, and what follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Which<'w> {
    /// The first word: the name of the entry in commands, as it was typed.
    pub(super) slug: String,
    /// The number of the proposal.
    pub(super) number: Option<u32>,
    /// The words after that.
    pub(super) rest: &'w str,
}

impl<'w> Which<'w> {
    /// Reads it; nothing when nothing was typed.
    pub(super) fn of(words: &'w str) -> Option<Self> {
        let (slug, rest) = split(words);
        let slug = slug.trim_matches(|sign: char| !sign.is_alphanumeric() && sign != '-').to_lowercase();
        if slug.is_empty() {
            return None;
        }
        let (second, after) = split(rest);
        Some(match second.trim_end_matches([':', '.', ',']).parse() {
            Ok(number) => Self { slug, number: Some(number), rest: after },
            Err(_) => Self { slug, number: None, rest },
        })
    }
}

fn split(words: &str) -> (&str, &str) {
    let words = words.trim();
    words.split_once(char::is_whitespace).map_or((words, ""), |(first, rest)| (first, rest.trim_start()))
}

impl Ask<'_> {
    /// How a subcommand of this command is typed here, with what follows it.
    pub(super) fn typed_sub(&self, sub: Sub, rest: &str) -> String {
        let word = self.definition.subcommand_shown(sub.id(), self.language);
        format!("{} {word} {rest}", self.typed(self.definition)).trim_end().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proposal_is_named_by_its_entry_and_number_and_the_rest_stays() {
        let which = |words| Which::of(words).map(|which| (which.slug, which.number, which.rest));
        assert_eq!(which(""), None);
        assert_eq!(which(" `Huisbezoek` 2: staat er al"), Some(("huisbezoek".into(), Some(2), "staat er al")));
        assert_eq!(which("huisbezoek te vaag, 2 dingen"), Some(("huisbezoek".into(), None, "te vaag, 2 dingen")));
    }
}
