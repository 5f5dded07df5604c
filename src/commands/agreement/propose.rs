//! Proposals: a new agreement, one taken from a suggestion, a new version of one. Whatever is wrong with what was typed gets
//! one clear sentence with an example, and nothing is written.

use chrono::{Datelike as _, NaiveDate};

use super::in_team;
use super::show::{awaiting_by_number, mandate_command, title, word};
use super::suggestions::subject_of;
use super::words::{Parties, Reader, Slip, Sort, Sub, Wanted, amended, review_day, text_of, wanted};
use crate::commands::ask::{Ask, Reply};
use crate::domain::{
    Agreement, AgreementChange, AgreementKind, AgreementStep, Change, LONGEST_AGREEMENT, Member, OrganisationKind,
    RecordKind, Subject, Terms,
};
use crate::store::StoreError;
use crate::text::{Answer, Line};

/// A new agreement.
pub(super) async fn propose(ask: &Ask<'_>, member: &Member, words: &str) -> Result<Reply, StoreError> {
    let today = ask.today();
    let wanted = match wanted(words, reader(ask)) {
        Ok(wanted) => wanted,
        Err(slip) => return Ok(told(ask, &slip)),
    };
    let members = ask.store.members(&member.team).await?;
    let terms = match terms(ask, wanted, &members, today) {
        Ok(terms) => terms,
        Err(reply) => return Ok(reply),
    };
    let there = present(&members);
    if let Some(missing) = terms.subject.binds().into_iter().find(|bound| !there.contains(bound)) {
        return in_team(ask, member, |ask| absent(ask, missing)).await;
    }
    let number = ask.store.new_number(RecordKind::Agreement, &member.team, today.year()).await?;
    let change = AgreementChange { team: member.team.clone(), number, seen: 0, step: step(member, 1, &terms) };
    proposed(ask, member, &members, change, 1, &terms).await
}

fn reader<'a>(ask: &Ask<'a>) -> Reader<'a> {
    Reader { definition: ask.definition, known: &ask.library.organisations, today: ask.today() }
}

/// Another rule or text for an agreement.
pub(super) async fn amend(
    ask: &Ask<'_>,
    member: &Member,
    agreement: &Agreement,
    words: &str,
) -> Result<Reply, StoreError> {
    let base = match agreement.proposed.as_ref().or(agreement.in_force.as_ref()) {
        Some(base) if agreement.ended.is_none() => base,
        _ => return ended(ask, member, agreement).await,
    };
    let today = ask.today();
    let read = match base.terms.subject {
        Subject::Sharing { .. } => amended(words, reader(ask)),
        _ => text_of(words, reader(ask)).map(|said| (None, said)),
    };
    let (rule, said) = match read {
        Ok(read) => read,
        Err(slip) => return Ok(told(ask, &slip)),
    };
    let kind = base.terms.subject.kind();
    let mut terms = base.terms.clone();
    if let (Subject::Sharing { rule, .. }, Some(new)) = (&mut terms.subject, rule) {
        *rule = new;
    }
    if !said.text.is_empty() {
        terms.text = said.text;
    }
    if terms.subject == base.terms.subject && terms.text == base.terms.text {
        return in_team(ask, member, |ask| {
            let command = ask.line(&agreement.number, word(ask, Sub::Amend));
            ask.say("agreement-nothing-new", &[("command", command.into())])
        })
        .await;
    }
    terms.suggestion = None;
    terms.review_on = said.review_on.unwrap_or(today + kind.reviewed_after());
    next(ask, member, agreement, &terms).await
}

/// The same for longer, until a day of choice.
pub(super) async fn review(
    ask: &Ask<'_>,
    member: &Member,
    agreement: &Agreement,
    words: &str,
) -> Result<Reply, StoreError> {
    let base = match agreement.in_force.as_ref().or(agreement.proposed.as_ref()) {
        Some(base) if agreement.ended.is_none() => base,
        _ => return ended(ask, member, agreement).await,
    };
    let today = ask.today();
    let until = match review_day(words, today) {
        Ok(until) => until.unwrap_or(today + base.terms.subject.kind().reviewed_after()),
        Err(slip) => return Ok(told(ask, &slip)),
    };
    next(ask, member, agreement, &Terms { review_on: until, ..base.terms.clone() }).await
}

async fn ended(ask: &Ask<'_>, member: &Member, agreement: &Agreement) -> Result<Reply, StoreError> {
    let number = agreement.number.as_str();
    in_team(ask, member, |ask| ask.say("agreement-has-ended", &[("number", number.into())])).await
}

async fn next(ask: &Ask<'_>, member: &Member, agreement: &Agreement, terms: &Terms) -> Result<Reply, StoreError> {
    let members = ask.store.members(&member.team).await?;
    let version = agreement.newest + 1;
    let change = AgreementChange {
        team: agreement.team.clone(),
        number: agreement.number.clone(),
        seen: agreement.changes,
        step: step(member, version, terms),
    };
    proposed(ask, member, &members, change, version, terms).await
}

fn step(member: &Member, version: u32, terms: &Terms) -> AgreementStep {
    AgreementStep::Proposed {
        version,
        terms: terms.clone(),
        by: member.person.clone(),
        organisation: member.organisation,
    }
}

/// What was understood, and what it takes for it to count.
async fn proposed(
    ask: &Ask<'_>,
    member: &Member,
    members: &[Member],
    change: AgreementChange,
    version: u32,
    terms: &Terms,
) -> Result<Reply, StoreError> {
    in_team(ask, member, |ask| {
        let number = change.number.as_str();
        let head = if version == 1 {
            ask.text("agreement-proposed", &[("number", number.into())])
        } else {
            ask.text("agreement-changed", &[("number", number.into()), ("version", version.to_string().into())])
        };
        let mut answer = Answer::default().lines([Line::new(head), Line::new(title(ask, &terms.subject))]);
        if !terms.text.is_empty() {
            answer = answer.paragraph(terms.text.as_str());
        }
        answer = answer
            .paragraph(ask.text("agreement-looked-at-on", &[("day", ask.day(terms.review_on).into())]))
            .then(awaiting_by_number(ask, &change.number, version, &terms.subject.binds(), members))
            .paragraph(ask.text("agreement-no-basis", &[]));
        Reply { answer, changes: vec![Change::Agreement(change)], ..Reply::default() }
    })
    .await
}

/// What is wanted as terms, or what to say when it cannot be.
fn terms(ask: &Ask<'_>, wanted: Wanted<'_>, members: &[Member], today: NaiveDate) -> Result<Terms, Reply> {
    let until = |kind: AgreementKind, day: Option<NaiveDate>| day.unwrap_or(today + kind.reviewed_after());
    let these = |parties: Parties| match parties {
        Parties::Everybody => present(members),
        Parties::These(parties) => parties,
    };
    match wanted {
        Wanted::Sharing { giver, receiver, rule, said } => Ok(Terms {
            subject: Subject::Sharing { giver, receiver, rule },
            text: said.text,
            review_on: until(AgreementKind::Sharing, said.review_on),
            suggestion: None,
        }),
        Wanted::Other { kind, parties, said } => Ok(Terms {
            subject: subject_of(kind, these(parties)),
            text: said.text,
            review_on: until(kind, said.review_on),
            suggestion: None,
        }),
        Wanted::Suggestion { slug, parties, review_on } => {
            let Some(suggestion) = ask.library.suggestions.named(slug) else {
                let typed: String = slug.chars().take(40).collect();
                let command = ask.typed(ask.definition);
                return Err(ask.say("agreement-no-suggestion", &[("typed", typed.into()), ("command", command.into())]));
            };
            let subject = match (&suggestion.subject, parties.map(these)) {
                (subject, None) => subject.clone(),
                (Subject::Sharing { rule, .. }, Some(parties)) => match parties.as_slice() {
                    [giver, receiver] => Subject::Sharing { giver: *giver, receiver: *receiver, rule: *rule },
                    _ => return Err(told(ask, &Slip::Pair)),
                },
                (subject, Some(parties)) => subject_of(subject.kind(), parties),
            };
            Ok(Terms {
                text: suggestion.texts(ask.language).text.clone(),
                review_on: until(subject.kind(), review_on),
                suggestion: Some(suggestion.slug.clone()),
                subject,
            })
        }
    }
}

/// The organisations that a team has active members of, in their usual order.
fn present(members: &[Member]) -> Vec<OrganisationKind> {
    let has = |kind: &&OrganisationKind| members.iter().any(|one| one.organisation == **kind && one.is_active());
    OrganisationKind::ALL.iter().filter(has).copied().collect()
}

fn absent(ask: &Ask<'_>, organisation: OrganisationKind) -> Reply {
    let args = [("organisation", ask.organisation(organisation).into()), ("command", mandate_command(ask).into())];
    ask.say("agreement-not-in-team", &args)
}

/// One sentence about what is wrong, with an example of how it is right.
fn told(ask: &Ask<'_>, slip: &Slip) -> Reply {
    let example = |wanted: &str| {
        let examples = ask.definition.examples.iter().map(|example| example.shown(ask.language));
        let fits = |example: &&str| example.split_whitespace().nth(1) == Some(wanted);
        let found = examples.into_iter().find(fits).unwrap_or_default();
        format!("{} {found}", ask.typed(ask.definition))
    };
    let word = |sort: Sort| ask.definition.option_shown(Sub::New.id(), sort.id(), ask.language);
    let (sharing, first) = (example(word(Sort::Sharing)), example(word(Sort::First)));
    let of_kind = |kind: &AgreementKind| first.replacen(word(Sort::First), word(Sort::from(*kind)), 1);
    match slip {
        Slip::Kind => {
            let lines = [sharing, first.clone(), of_kind(&AgreementKind::Signal), of_kind(&AgreementKind::Feedback)];
            let take = example(word(Sort::Suggestion));
            let lines = lines.into_iter().chain([take]).map(|line| Line::new(format!("`{line}`")));
            Answer::say(ask.text("agreement-new-how", &[])).list(lines).into()
        }
        Slip::Pair => ask.say("agreement-which-pair", &[("example", sharing.into())]),
        Slip::Oneself => ask.say("agreement-oneself", &[("example", sharing.into())]),
        Slip::Rule => ask.say("agreement-which-rule", &[("example", sharing.into())]),
        Slip::Parties(kind) => ask.say("agreement-which-parties", &[("example", of_kind(kind).into())]),
        Slip::Text(kind) => ask.say("agreement-no-text", &[("example", of_kind(kind).into())]),
        Slip::Organisation(typed) => {
            let typed: String = typed.chars().take(40).collect();
            let known = ask.library.organisations.names(ask.language);
            ask.say("organisation-unknown", &[("typed", typed.into()), ("organisations", known.into())])
        }
        Slip::Long(length) => {
            ask.say("agreement-too-long", &[("length", (*length).into()), ("most", LONGEST_AGREEMENT.into())])
        }
        Slip::Day(typed, why) => Answer::say(ask.no_day(typed, *why)).into(),
    }
}
