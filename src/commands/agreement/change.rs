//! Yes and stop: what somebody with a mandate says for their organisation, and what they hear when they may not.

use super::in_team;
use super::show::{awaiting, mandate_command, new_version, speakers, title, word};
use super::words::Sub;
use crate::commands::ask::{Ask, Reply};
use crate::domain::{
    Agreement, AgreementChange, AgreementEnd, AgreementRefusal, AgreementStep, Change, Member, Stopping, Subject,
};
use crate::store::StoreError;
use crate::text::{Answer, Line};

fn changed(agreement: &Agreement, step: AgreementStep) -> Change {
    Change::Agreement(AgreementChange {
        team: agreement.team.clone(),
        number: agreement.number.clone(),
        seen: agreement.changes,
        step,
    })
}

/// The member's organisation wants it.
pub(super) async fn confirm(
    ask: &Ask<'_>,
    member: &Member,
    agreement: &Agreement,
    version: Option<u32>,
) -> Result<Reply, StoreError> {
    let members = ask.store.members(&member.team).await?;
    let confirming = match agreement.confirm(member, version) {
        Ok(confirming) => confirming,
        Err(refusal) => {
            return in_team(ask, member, |ask| refused(ask, member, agreement, &members, &refusal).into()).await;
        }
    };
    in_team(ask, member, |ask| {
        let Some(proposed) = &agreement.proposed else { return Reply::default() };
        let number = agreement.number.as_str();
        let own = ask.organisation(member.organisation);
        let completes = confirming.awaits.is_empty();
        let mut answer = if completes {
            let args = [
                ("number", number.into()),
                ("organisation", own.into()),
                ("title", title(ask, &proposed.terms.subject).into()),
            ];
            Answer::default().lines([
                Line::new(ask.text("agreement-now-holds", &args)),
                Line::new(ask.text("agreement-looked-at-on", &[("day", ask.day(proposed.terms.review_on).into())])),
            ])
        } else {
            let args = [("number", number.into()), ("organisation", own.into())];
            Answer::say(ask.text("agreement-confirmed-now", &args))
        };
        answer = answer.then(awaiting(ask, agreement, proposed, &confirming.awaits, &members));
        answer = answer.paragraph(ask.text("agreement-no-basis", &[]));
        let step = AgreementStep::Confirmed {
            version: confirming.version,
            organisation: member.organisation,
            by: member.person.clone(),
            role: member.role,
            completes,
        };
        Reply { answer, changes: vec![changed(agreement, step)], ..Reply::default() }
    })
    .await
}

/// The agreement ends, or what is proposed is taken back.
pub(super) async fn stop(
    ask: &Ask<'_>,
    member: &Member,
    agreement: &Agreement,
    proposal: bool,
) -> Result<Reply, StoreError> {
    let members = ask.store.members(&member.team).await?;
    let stopping = match agreement.stop(member, proposal) {
        Ok(stopping) => stopping,
        Err(refusal) => {
            return in_team(ask, member, |ask| refused(ask, member, agreement, &members, &refusal).into()).await;
        }
    };
    in_team(ask, member, |ask| {
        let number = ("number", agreement.number.as_str().into());
        let (answer, step) = match stopping {
            Stopping::Proposal(version) => {
                let text = ask.text("agreement-version-taken-back", &[number, ("version", version.to_string().into())]);
                (Answer::say(text), AgreementStep::TakenBack { version })
            }
            Stopping::All(how) => {
                let key = if how == AgreementEnd::Withdrawn { "agreement-taken-back" } else { "agreement-stopped-now" };
                let mut answer = Answer::say(ask.text(key, &[number]));
                let subject = agreement.current().map(|current| &current.terms.subject);
                if let (AgreementEnd::Stopped, Some(Subject::Sharing { giver, receiver, .. })) = (how, subject) {
                    let (giver, receiver) = (ask.organisation(*giver), ask.organisation(*receiver));
                    let args = [("giver", giver.into()), ("receiver", receiver.into())];
                    answer = answer.paragraph(ask.text("agreement-from-now-ask", &args));
                }
                (answer, AgreementStep::Ended(how))
            }
        };
        Reply { answer, changes: vec![changed(agreement, step)], ..Reply::default() }
    })
    .await
}

/// Why not, and what can be done instead.
fn refused(
    ask: &Ask<'_>,
    member: &Member,
    agreement: &Agreement,
    members: &[Member],
    refusal: &AgreementRefusal,
) -> Answer {
    let number = ("number", agreement.number.as_str().into());
    let own = || ask.organisation(member.organisation);
    Answer::say(match refusal {
        AgreementRefusal::Ended => ask.text("agreement-has-ended", &[number]),
        AgreementRefusal::NothingProposed => ask.text("agreement-nothing-proposed", &[number]),
        AgreementRefusal::NotBound => {
            let binds = agreement.current().map(|current| current.terms.subject.binds()).unwrap_or_default();
            let args = [number, ("who", ask.organisations(&binds).into()), ("organisation", own().into())];
            ask.text("agreement-not-bound", &args)
        }
        AgreementRefusal::NoMandate => {
            let who = speakers(member.organisation, members);
            if who.is_empty() {
                let args = [("organisation", own().into()), ("command", mandate_command(ask).into())];
                ask.text("agreement-no-mandate-nobody", &args)
            } else {
                ask.text("agreement-no-mandate", &[("organisation", own().into()), ("who", who.join(", ").into())])
            }
        }
        AgreementRefusal::Confirmed => {
            ask.text("agreement-confirmed-before", &[number, ("organisation", own().into())])
        }
        AgreementRefusal::WhichVersion(version) => {
            let Some(proposed) = &agreement.proposed else { return Answer::default() };
            let command = ask.line(&agreement.number, &format!("{} {version}", word(ask, Sub::Confirm)));
            return new_version(ask, proposed)
                .paragraph(ask.text("agreement-which-version", &[("command", command.into())]));
        }
        AgreementRefusal::Wider => {
            let giver = agreement.current().and_then(|current| current.terms.subject.binds().first().copied());
            let giver = giver.map(|giver| ask.organisation(giver)).unwrap_or_default();
            let command = ask.line(&agreement.number, word(ask, Sub::Amend));
            ask.text("agreement-wider", &[("giver", giver.into()), ("command", command.into())])
        }
    })
}
