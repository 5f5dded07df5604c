//! What follows from the answers to the signal's form: the record that would be made, who would see it, and how much of it. Pure
//! rules, so that the summary, the question whether nobody else could see it, and the record itself cannot differ.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::fields;
use crate::dialogue::Draft;
use crate::domain::signal::{HIGHEST_LEVEL, question};
use crate::domain::{
    Answered, Answers, Audience, Form, Guarded, KeptForm, Label, Member, NewSignal, OrganisationKind, Protection,
    Sharing, SharingRules, Value, WorkingTime,
};

/// The team in which a signal would be made.
#[derive(Debug, Clone, Copy)]
pub(in crate::commands) struct Team<'t> {
    /// Its members.
    pub members: &'t [Member],
    /// What its partners have agreed about sharing.
    pub rules: &'t SharingRules,
    /// When its people work.
    pub working: &'t WorkingTime,
}

/// The signal that these answers would make.
#[derive(Debug)]
pub(in crate::commands) struct Drafted {
    /// What was answered, with what follows from it.
    pub answers: Answers,
    /// Who would see it.
    pub protection: Protection,
    /// 0 to 3.
    pub level: u8,
    /// The questions whose answers the author releases.
    pub released: BTreeSet<String>,
    /// The organisations that the author chose, or of which they named somebody, and from which the partners have agreed to keep
    /// this: they are left out, so that it does not open to them by itself when the agreement ends.
    pub agreed_not: BTreeSet<OrganisationKind>,
}

impl Drafted {
    /// What this draft of the author's would make today, in a team with these members and agreements.
    pub(in crate::commands) fn of(
        form: &Form,
        draft: &Draft,
        author: &Member,
        team: Team<'_>,
        today: NaiveDate,
    ) -> Self {
        let Team { members, rules, working } = team;
        let answers = draft.settled(form, today, working);
        let choice = |id: &str| answers.get(id).and_then(Value::choice);
        let chosen = |id: &str| answers.get(id).map(Value::choices).unwrap_or_default();
        let level = choice(fields::LEVEL).and_then(|level| level.parse().ok()).unwrap_or(0).min(HIGHEST_LEVEL);
        let with = shared_with(&chosen(fields::WITH_WHOM), author, members);
        let named: Vec<&Member> = match answers.get(fields::NAMED) {
            Some(Value::People(people)) => {
                let is_named = |member: &&Member| people.contains(&member.person) && member.person != author.person;
                members.iter().filter(is_named).collect()
            }
            _ => Vec::new(),
        };
        let not = |with: OrganisationKind| rules.between(author.organisation, with) == Sharing::Not;
        let wished = with.iter().copied().chain(named.iter().map(|member| member.organisation));
        let agreed_not = wished.filter(|with| not(*with)).collect();
        let named = named.into_iter().filter(|member| !not(member.organisation));
        let protection = Protection {
            team: author.team.clone(),
            label: choice(fields::LABEL).and_then(Label::from_code).unwrap_or(Label::AmberStrict),
            author: author.person.clone(),
            author_organisation: author.organisation,
            owner: None,
            named: named.map(|member| member.person.clone()).collect(),
            shared_with: with.into_iter().filter(|with| !not(*with)).collect(),
            author_named: choice(fields::AUTHOR_NAMED) == Some("yes"),
        };
        let released = chosen(fields::RELEASE).into_iter().filter(|id| form.question(id).is_some());
        Self { released: released.map(str::to_owned).collect(), protection, level, agreed_not, answers }
    }

    /// The answers behind their guard, as the record will keep them.
    pub(in crate::commands) fn guarded(&self, form: &Form) -> Guarded<Vec<Answered>> {
        Guarded::new(Answered::all(form, self.answers.clone(), &self.released), self.protection.clone())
    }

    /// The other members who would see it.
    pub(in crate::commands) fn seers<'m>(&self, team: Team<'m>) -> Vec<&'m Member> {
        let record = Guarded::new((), self.protection.clone());
        let sees = |member: &&Member| {
            let audience = Audience::person((*member).clone().into());
            member.person != self.protection.author && record.for_audience(&audience, team.rules).is_some()
        };
        team.members.iter().filter(sees).collect()
    }

    /// How often the author must say that they mean it: not at all when somebody else would see it, twice at the highest level.
    pub(in crate::commands) fn alone(&self, team: Team<'_>) -> usize {
        match self.seers(team).is_empty() {
            false => 0,
            true if self.level == HIGHEST_LEVEL => 2,
            true => 1,
        }
    }

    /// The day by which the reporter should hear something.
    pub(in crate::commands) fn feedback_on(&self, today: NaiveDate) -> NaiveDate {
        match self.answers.get(fields::FEEDBACK_BY) {
            Some(Value::Day(day)) => *day,
            _ => today,
        }
    }

    /// The group that it is about.
    pub(in crate::commands) fn group(&self) -> Option<&str> {
        match self.answers.get(question::GROUP) {
            Some(Value::Group(alias)) => Some(alias),
            _ => None,
        }
    }

    /// The signal, to be made with this form.
    pub(in crate::commands) fn made(self, form: KeptForm, today: NaiveDate) -> NewSignal {
        NewSignal {
            feedback_on: self.feedback_on(today),
            group: self.group().map(str::to_owned),
            form,
            level: self.level,
            answers: self.answers,
            protection: self.protection,
            released: self.released,
        }
    }
}

/// The sharing list: the organisations that were chosen by their code, or all that there are in the team. The author's own is
/// none of them: what it sees the label says.
fn shared_with(chosen: &[&str], author: &Member, members: &[Member]) -> BTreeSet<OrganisationKind> {
    let all: BTreeSet<OrganisationKind> = if chosen.contains(&fields::ALL_PARTNERS) {
        present(members)
    } else {
        chosen.iter().filter_map(|code| OrganisationKind::from_code(code)).collect()
    };
    all.into_iter().filter(|kind| *kind != author.organisation).collect()
}

/// The organisations of which somebody can act in the team now.
pub(in crate::commands) fn present(members: &[Member]) -> BTreeSet<OrganisationKind> {
    members.iter().filter(|member| member.is_active()).map(|member| member.organisation).collect()
}
