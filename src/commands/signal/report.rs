//! A report that was answered to the end: what stands around its summary, whether anybody else could see it, and the signal that is
//! made of it. How it is asked is the dialogue's; who hears of it is decided by the [`notices`](super::notices).

use chrono::Datelike as _;

use super::drafted::{Drafted, Team};
use super::fields;
use super::notices::{self, Sent};
use super::who_sees::Before;
use crate::commands::dialogues::{Later, Leads, Talking, kept};
use crate::commands::{Ask, Desk, Reply};
use crate::dialogue::{Draft, Summary};
use crate::domain::signal::HIGHEST_LEVEL;
use crate::domain::{
    Change, Member, OrganisationKind, RecordKind, RecordNumber, SaidOf, SharingRules, TeamId, WorkingTime,
    signal_record,
};
use crate::store::StoreError;
use crate::text::{Answer, Line};

/// Leads the dialogue of the form `signal`.
pub(in crate::commands) struct Report;

impl Leads for Report {
    fn reads(&self) -> &'static [&'static str] {
        &fields::REPORT
    }

    fn summary<'t>(&'t self, talking: Talking<'t>) -> Later<'t, Summary> {
        Box::pin(async move {
            let Talking { ask, member, form, .. } = talking;
            let there = There::now(ask, &member.team).await?;
            let drafted = there.drafted(talking);
            let before = Before { author: member, form, drafted: &drafted, team: there.team() };
            Ok(Summary { after: before.told(ask) })
        })
    }

    fn alone<'t>(&'t self, talking: Talking<'t>) -> Later<'t, usize> {
        Box::pin(async move {
            let there = There::now(talking.ask, &talking.member.team).await?;
            Ok(there.drafted(talking).alone(there.team()))
        })
    }

    fn send<'t>(&'t self, talking: Talking<'t>) -> Later<'t, Reply> {
        Box::pin(send(talking))
    }
}

/// The team as it is at the moment of asking.
struct There<'a> {
    members: Vec<Member>,
    rules: SharingRules,
    working: &'a WorkingTime,
}

impl<'a> There<'a> {
    async fn now(ask: &Ask<'a>, team: &TeamId) -> Result<Self, StoreError> {
        let (members, rules) = (ask.store.members(team).await?, ask.store.sharing_rules(team).await?);
        Ok(Self { members, rules, working: ask.health.working })
    }

    fn team(&self) -> Team<'_> {
        Team { members: &self.members, rules: &self.rules, working: self.working }
    }

    fn drafted(&self, talking: Talking<'_>) -> Drafted {
        let Talking { ask, member, form, draft } = talking;
        Drafted::of(form, draft, member, self.team(), ask.today())
    }
}

async fn send(talking: Talking<'_>) -> Result<Reply, StoreError> {
    let Talking { ask, member, form, draft } = talking;
    let there = There::now(ask, &member.team).await?;
    let drafted = there.drafted(talking);
    let today = ask.today();
    let number = ask.store.new_number(RecordKind::Signal, &member.team, today.year()).await?;
    let record = signal_record(&member.team, &number);
    let before = Before { author: member, form, drafted: &drafted, team: there.team() };
    let phones = match drafted.level {
        HIGHEST_LEVEL => notices::phones(&Desk::of(ask), &member.team, ask.language).await?,
        _ => Answer::default(),
    };
    let answer = sent(ask, &number, &before, phones);
    let made = drafted.made(kept(form), today);
    let Sent { mut changes, out } = notices::sent(ask, &number, made).await?;
    changes.push(Change::SaidOf { record: record.clone(), said: said(ask, draft) });
    Ok(Reply { answer, changes, out, shows: Some(record.into_boxed_str()), ..Reply::default() })
}

/// Every message with which the person answered, so that all of it can be taken back with the record.
pub(in crate::commands) fn said(ask: &Ask<'_>, draft: &Draft) -> Vec<SaidOf> {
    let answers = draft.given.values().flat_map(|given| &given.said);
    let mut events: Vec<_> = draft.said.iter().chain(answers).cloned().collect();
    events.sort();
    events.dedup();
    events.into_iter().map(|event| SaidOf { room: ask.room.clone(), event }).collect()
}

/// The number, who can see it, and what happens next; `phones` is whom to phone at the highest level.
fn sent(ask: &Ask<'_>, number: &RecordNumber, before: &Before<'_>, phones: Answer) -> Answer {
    let drafted = before.drafted;
    let mut answer = Answer::default().lines([
        Line::new(ask.text("signal-sent", &[("number", number.as_str().into())])),
        Line::new(before.takers(ask)),
    ]);
    answer = answer.then(phones);
    if !drafted.seers(before.team).is_empty() {
        let day = ask.day(drafted.feedback_on(ask.today()));
        answer = answer.paragraph(ask.text("signal-sent-next", &[("day", day.into())]));
    }
    let deed = |id: &str| {
        let word = ask.definition.subcommand_shown(id, ask.language);
        format!("{} {number} {word}", ask.typed(ask.definition))
    };
    let args = [("share", deed("share").into()), ("withdraw", deed("withdraw").into())];
    answer.paragraph(ask.text("signal-sent-how", &args))
}

/// What is said before the first question: no alarm line, what happens with names, and to police and prosecution that their own
/// law (Wpg, the Police Data Act) keeps their data out of here.
pub(super) fn opening(ask: &Ask<'_>, member: &Member) -> Answer {
    let answer = Answer::say(ask.text("signal-opening-112", &[])).paragraph(ask.text("signal-opening", &[]));
    match member.organisation {
        OrganisationKind::Police | OrganisationKind::Prosecution => {
            answer.paragraph(ask.text("signal-opening-wpg", &[]))
        }
        _ => answer,
    }
}
