//! Yes, no, and taken back: what a coordinator decides about a proposal, and what its proposer hears.

use super::in_team;
use super::proposals::{none, one, picked};
use super::words::{Sub, Which};
use crate::commands::Desk;
use crate::commands::ask::{Ask, Reply};
use crate::domain::practice::{PracticeRefusal, Proposal};
use crate::domain::{Change, LONGEST_REMARK, Language, Member, PracticeChange, PracticeStep, TeamId, practice_record};
use crate::store::StoreError;
use crate::text::{Answer, Texts};

fn change(team: &TeamId, step: PracticeStep) -> Change {
    Change::Practice(PracticeChange { team: team.clone(), steps: vec![step] })
}

/// A coordinator says yes: from now on it is the team's entry.
pub(super) async fn accept(ask: &Ask<'_>, member: &Member, words: &str) -> Result<Reply, StoreError> {
    let waiting = ask.store.proposals(&member.team).await?;
    let Some(which) = Which::of(words) else { return how(ask, member, Sub::Accept).await };
    let Some(proposal) = picked(&waiting, &which) else { return none(ask, member, &which, &waiting).await };
    // Nobody accepts what they have not read: without its number only the first there has ever been can be meant.
    if which.number.is_none() && proposal.number > 1 {
        return one(ask, member, proposal).await;
    }
    let team = &member.team;
    let current = ask.store.numbering(team, &proposal.slug).await?.version;
    let members = ask.store.members(team).await?;
    let accepting = match proposal.accept(member, &members, current) {
        Ok(accepting) => accepting,
        Err(refusal) => return in_team(ask, member, |ask| not_accepted(ask, proposal, refusal)).await,
    };
    let step = PracticeStep::Accepted {
        id: proposal.id.clone(),
        slug: proposal.slug.clone(),
        version: accepting.version,
        by: Some(member.person.clone()),
    };
    let say = |texts: &Texts, language, key: &str| {
        let args = [
            ("slug", proposal.slug.as_str().into()),
            ("number", proposal.number.to_string().into()),
            ("version", accepting.version.to_string().into()),
        ];
        texts.get(language, key, &args)
    };
    let mut changes = vec![change(team, step)];
    changes.extend(
        told(ask, member, &members, proposal, |texts, language| say(texts, language, "intervention-accepted-yours"))
            .await?,
    );
    in_team(ask, member, |ask| {
        let answer = Answer::say(say(&ask.library.catalogue.texts, ask.language, "intervention-accepted"));
        Reply { answer, changes, ..Reply::default() }
    })
    .await
}

/// Why a proposal cannot be accepted like that.
fn not_accepted(ask: &Ask<'_>, proposal: &Proposal, refusal: PracticeRefusal) -> Reply {
    match refusal {
        // Whoever comes here keeps the team; what is their own waits for another.
        PracticeRefusal::NotCoordinator | PracticeRefusal::Own => ask.say("intervention-accept-own", &[]),
        PracticeRefusal::Outdated(version) => {
            let slug = proposal.slug.as_str();
            let args = [
                ("slug", slug.into()),
                ("version", version.to_string().into()),
                ("command", ask.typed_sub(Sub::Propose, slug).into()),
            ];
            ask.say("intervention-accept-outdated", &args)
        }
    }
}

/// A coordinator says no, and why.
pub(super) async fn refuse(ask: &Ask<'_>, member: &Member, words: &str) -> Result<Reply, StoreError> {
    let waiting = ask.store.proposals(&member.team).await?;
    let Some(which) = Which::of(words) else { return how(ask, member, Sub::Refuse).await };
    let Some(proposal) = picked(&waiting, &which) else { return none(ask, member, &which, &waiting).await };
    let reason = match ask.guarded_text(which.rest) {
        Ok(reason) => reason,
        Err(reply) => return Ok(reply),
    };
    let length = reason.text.chars().count();
    if length == 0 || length > LONGEST_REMARK {
        return in_team(ask, member, |ask| {
            let command = ask.typed_sub(Sub::Refuse, &format!("{} {}", proposal.slug, proposal.number));
            ask.say("intervention-refuse-why", &[("command", command.into()), ("most", LONGEST_REMARK.into())])
        })
        .await;
    }
    let members = ask.store.members(&member.team).await?;
    let step =
        PracticeStep::Refused { id: proposal.id.clone(), by: member.person.clone(), reason: reason.text.to_owned() };
    let mut changes = vec![change(&member.team, step)];
    let theirs = |texts: &Texts, language| {
        let args = [
            ("slug", proposal.slug.as_str().into()),
            ("number", proposal.number.to_string().into()),
            ("reason", reason.text.into()),
        ];
        texts.get(language, "intervention-refused-yours", &args)
    };
    changes.extend(told(ask, member, &members, proposal, theirs).await?);
    let reply = in_team(ask, member, |ask| {
        let args = [("slug", proposal.slug.as_str().into()), ("number", proposal.number.to_string().into())];
        Reply { changes, ..ask.say("intervention-refused", &args) }
    })
    .await?;
    Ok(reason.noted(reply))
}

/// Whoever proposed it takes it back.
pub(super) async fn withdraw(ask: &Ask<'_>, member: &Member, words: &str) -> Result<Reply, StoreError> {
    let waiting = ask.store.proposals(&member.team).await?;
    let Some(which) = Which::of(words) else { return how(ask, member, Sub::Withdraw).await };
    let mine: Vec<Proposal> = waiting.iter().filter(|one| one.by.as_ref() == Some(&member.person)).cloned().collect();
    let Some(proposal) = picked(&mine, &which) else { return none(ask, member, &which, &waiting).await };
    let changes = vec![change(&member.team, PracticeStep::Withdrawn { id: proposal.id.clone() })];
    in_team(ask, member, |ask| {
        let args = [("slug", proposal.slug.as_str().into()), ("number", proposal.number.to_string().into())];
        Reply { changes, ..ask.say("intervention-withdrawn", &args) }
    })
    .await
}

/// Which proposal is meant stands behind the word.
async fn how(ask: &Ask<'_>, member: &Member, sub: Sub) -> Result<Reply, StoreError> {
    in_team(ask, member, |ask| {
        let args = [("command", ask.typed_sub(sub, "").into()), ("list", ask.typed_sub(Sub::Proposals, "").into())];
        ask.say("intervention-which-proposal", &args)
    })
    .await
}

/// What the proposer hears, unless it was they who decided.
async fn told(
    ask: &Ask<'_>,
    member: &Member,
    members: &[Member],
    proposal: &Proposal,
    words: impl FnOnce(&Texts, Language) -> String,
) -> Result<Vec<Change>, StoreError> {
    let is_theirs = |one: &&Member| Some(&one.person) == proposal.by.as_ref() && one.is_active();
    let Some(proposer) = members.iter().find(is_theirs).filter(|one| one.person != member.person) else {
        return Ok(Vec::new());
    };
    let desk = Desk::of(ask);
    let language = desk.language_of(&proposer.person).await?;
    let answer = Answer::say(words(&ask.library.catalogue.texts, language));
    let record = practice_record(&member.team, &proposal.id);
    Ok(desk.tell(proposer, language, &answer, vec![], Some(&record)))
}
