//! A proposal that was answered to the end: the entry that is made of the answers, and who hears of it. How it is asked is the
//! dialogue's.

use super::matrix::{Matrix, Texts, is_slug};
use super::own;
use super::proposals::{about, coordinators};
use crate::commands::dialogues::{Later, Leads, Talking};
use crate::commands::{Ask, Desk, Reply};
use crate::dialogue::Summary;
use crate::domain::practice::{EntryTexts, Proposal, TeamEntry};
use crate::domain::{
    Answers, Change, EventId, Language, Member, OrganisationKind, PracticeChange, PracticeStep, SaidOf, Value,
    practice_record,
};
use crate::search::fold;
use crate::store::{StoreError, new_id};
use crate::text::Answer;

/// Under this name the draft knows which entry is changed; the form has no such question.
pub(super) const ENTRY: &str = "entry";

/// Longest name of an entry in commands, in characters.
pub(super) const LONGEST_SLUG: usize = 40;

/// The questions of the form.
pub(super) mod field {
    pub(in super::super) const NAME: &str = "name";
    pub(in super::super) const PHASE: &str = "phase";
    pub(in super::super) const TIMING: &str = "timing";
    pub(in super::super) const CHANNEL: &str = "channel";
    pub(in super::super) const LEAD: &str = "lead";
    pub(in super::super) const WHAT: &str = "what";
    pub(in super::super) const FITS: &str = "fits";
    pub(in super::super) const NOT_WHEN: &str = "not_when";
    pub(in super::super) const DECIDES: &str = "decides";
    pub(in super::super) const LIMITS: &str = "limits";
    pub(in super::super) const WORDS: &str = "words";
}

const READS: [&str; 11] = [
    field::NAME,
    field::PHASE,
    field::TIMING,
    field::CHANNEL,
    field::LEAD,
    field::WHAT,
    field::FITS,
    field::NOT_WHEN,
    field::DECIDES,
    field::LIMITS,
    field::WORDS,
];

impl Texts {
    /// The text that answers this question of the form.
    pub(super) fn field(&self, id: &str) -> Option<String> {
        Some(match id {
            field::NAME => self.name.clone(),
            field::WHAT => self.what.clone(),
            field::FITS => self.fits.clone(),
            field::NOT_WHEN => self.not_when.clone(),
            field::DECIDES => self.decides.clone(),
            field::LIMITS => self.limits.clone(),
            _ => return None,
        })
    }
}

/// The phase that shares its name with the command, and what the form calls it.
const INTERVENING: (&str, &str) = ("intervention", "intervening");

/// What the form calls a phase.
pub(super) fn phase_option(phase: &str) -> &str {
    if phase == INTERVENING.0 { INTERVENING.1 } else { phase }
}

/// The phase that the form calls so.
fn phase(option: &str) -> &str {
    if option == INTERVENING.1 { INTERVENING.0 } else { option }
}

/// Leads the dialogue of the form `proposal`.
pub(in crate::commands) struct Proposing;

impl Leads for Proposing {
    fn reads(&self) -> &'static [&'static str] {
        &READS
    }

    fn summary<'t>(&'t self, talking: Talking<'t>) -> Later<'t, Summary> {
        let after = Answer::say(talking.ask.text("intervention-proposal-sees", &[]));
        Box::pin(std::future::ready(Ok(Summary { after })))
    }

    /// Coordinators see it; a team without one has an administrator.
    fn alone<'t>(&'t self, _: Talking<'t>) -> Later<'t, usize> {
        Box::pin(std::future::ready(Ok(0)))
    }

    fn send<'t>(&'t self, talking: Talking<'t>) -> Later<'t, Reply> {
        Box::pin(send(talking))
    }
}

async fn send(talking: Talking<'_>) -> Result<Reply, StoreError> {
    let Talking { ask, member, form, draft } = talking;
    let team = &member.team;
    let own = own::matrix_of(ask.library, ask.store, team).await?;
    let matrix: &Matrix = own.as_deref().unwrap_or(&ask.library.matrix);
    let waiting = ask.store.proposals(team).await?;
    let answers = draft.answers(form);
    let changed = draft.given.get(ENTRY).and_then(|given| match &given.value {
        Value::Interventions(slugs) => slugs.first().cloned(),
        _ => None,
    });
    let entry = entry(ask, member, matrix, changed.as_deref(), &answers);
    let slug = match changed {
        Some(slug) => slug,
        None => {
            let name = entry.texts(ask.language).map(|texts| texts.name.as_str()).unwrap_or_default();
            let taken = |slug: &str| {
                matrix.entries().iter().any(|entry| entry.slug == slug) || waiting.iter().any(|one| one.slug == slug)
            };
            free_slug(name, taken)
        }
    };
    let numbering = ask.store.numbering(team, &slug).await?;
    let proposal = Proposal {
        id: new_id(),
        slug,
        number: numbering.proposals + 1,
        basis: numbering.version,
        entry,
        by: Some(member.person.clone()),
        organisation: Some(member.organisation),
        proposed_ms: ask.now.timestamp_millis(),
    };
    let mine = |one: &&Proposal| one.slug == proposal.slug && one.by == proposal.by;
    let withdrawn = waiting.iter().filter(mine).map(|one| PracticeStep::Withdrawn { id: one.id.clone() });
    let mut steps: Vec<PracticeStep> = withdrawn.collect();
    steps.push(proposed(&proposal));
    let record = practice_record(team, &proposal.id);
    let said = said(draft).into_iter().map(|event| SaidOf { room: ask.room.clone(), event }).collect();
    let mut changes = vec![
        Change::Practice(PracticeChange { team: team.clone(), steps }),
        Change::SaidOf { record: record.clone(), said },
    ];
    let members = ask.store.members(team).await?;
    changes.extend(notices(ask, member, &members, &proposal, matrix).await?);
    let who = ask.coordinators(team).await?;
    let (slug, number) = (proposal.slug.as_str(), proposal.number);
    let args = [("slug", slug.into()), ("number", number.to_string().into()), ("who", who.into())];
    let mut answer = Answer::say(ask.text("intervention-proposed", &args));
    let by_oneself = proposal.accept(member, &members, numbering.version).is_ok();
    if by_oneself {
        let command = ask.typed_sub(super::words::Sub::Accept, &format!("{slug} {number}"));
        answer = answer.paragraph(ask.text("intervention-proposed-oneself", &[("command", command.into())]));
    }
    Ok(Reply { answer, changes, shows: Some(record.into_boxed_str()), ..Reply::default() })
}

/// The step that makes a proposal.
pub(super) fn proposed(proposal: &Proposal) -> PracticeStep {
    PracticeStep::Proposed {
        id: proposal.id.clone(),
        slug: proposal.slug.clone(),
        number: proposal.number,
        basis: proposal.basis,
        entry: Box::new(proposal.entry.clone()),
        by: proposal.by.clone(),
        organisation: proposal.organisation,
    }
}

/// Every coordinator but the proposer hears of it, and can decide with a number.
async fn notices(
    ask: &Ask<'_>,
    member: &Member,
    members: &[Member],
    proposal: &Proposal,
    matrix: &Matrix,
) -> Result<Vec<Change>, StoreError> {
    let desk = Desk::of(ask);
    let record = practice_record(&member.team, &proposal.id);
    let mut changes = Vec::new();
    for one in coordinators(members).filter(|one| one.person != member.person) {
        let language = desk.language_of(&one.person).await?;
        let (answer, choices) = about(ask, language, proposal, matrix, &member.team);
        changes.extend(desk.tell(one, language, &answer, choices, Some(&record)));
    }
    Ok(changes)
}

/// The messages with which the person answered.
fn said(draft: &crate::dialogue::Draft) -> Vec<EventId> {
    let answers = draft.given.values().flat_map(|given| &given.said);
    let mut events: Vec<EventId> = draft.said.iter().chain(answers).cloned().collect();
    events.sort();
    events.dedup();
    events
}

/// The entry that these answers make. What was not asked stays as it was in the entry that is changed.
fn entry(ask: &Ask<'_>, member: &Member, matrix: &Matrix, changed: Option<&str>, answers: &Answers) -> TeamEntry {
    let base = changed.and_then(|slug| matrix.entries().iter().find(|entry| entry.slug == slug));
    let text = |id: &str| answers.get(id).and_then(Value::text).map(str::trim).unwrap_or_default().to_owned();
    let one = |id: &str| answers.get(id).and_then(Value::choice).unwrap_or_default().to_owned();
    let many = |id: &str| -> Vec<String> {
        answers.get(id).map(Value::choices).unwrap_or_default().into_iter().map(str::to_owned).collect()
    };
    let texts = EntryTexts {
        name: text(field::NAME),
        what: text(field::WHAT),
        fits: text(field::FITS),
        not_when: text(field::NOT_WHEN),
        decides: text(field::DECIDES),
        limits: text(field::LIMITS),
        words: text(field::WORDS)
            .split([',', '\n'])
            .map(str::trim)
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect(),
    };
    let mut lead = many(field::LEAD);
    if lead.is_empty() {
        lead = base.map_or_else(|| vec![actor(member.organisation).to_owned()], |base| base.lead.clone());
    }
    let (nl, en) = match ask.language {
        Language::Dutch => (Some(texts), None),
        Language::English => (None, Some(texts)),
    };
    TeamEntry {
        phase: phase(&one(field::PHASE)).to_owned(),
        timing: many(field::TIMING),
        channel: one(field::CHANNEL),
        helps: base.map(|base| base.helps.clone()).unwrap_or_default(),
        lead,
        nl,
        en,
    }
}

/// What the filters call an organisation.
fn actor(organisation: OrganisationKind) -> &'static str {
    match organisation {
        OrganisationKind::Other => "organisation",
        known => known.code(),
    }
}

/// A name for commands that nothing has, from the name that people read.
fn free_slug(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let folded = fold(name);
    let words = folded.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let whole: String = words.collect::<Vec<_>>().join("-").chars().take(LONGEST_SLUG).collect();
    let slug = Some(whole.trim_end_matches('-')).filter(|slug| is_slug(slug)).unwrap_or("eigen");
    if !taken(slug) {
        return slug.to_owned();
    }
    (2..).map(|number: u32| format!("{slug}-{number}")).find(|slug| !taken(slug)).expect("numbers do not end")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_one_for_commands_that_is_free() {
        let taken = |slug: &str| ["huisbezoek", "tosti-avond", "tosti-avond-2"].contains(&slug);
        assert_eq!(free_slug("Café ’t Hoekje!", taken), "cafe-t-hoekje");
        assert_eq!(free_slug("Tosti-avond", taken), "tosti-avond-3");
        assert_eq!(free_slug("😀", taken), "eigen");
        let long = free_slug(&"heel lang ".repeat(9), taken);
        assert!(is_slug(&long) && long.len() <= LONGEST_SLUG && !long.ends_with('-'), "{long}");
    }
}
