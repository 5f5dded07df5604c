//! An incident is opened: what stands around the summary, whether anybody else could see it, and what is made of the answers. How it
//! is asked is the dialogue's; who hears of it the [`notices`](super::notices).

use chrono::Datelike as _;

use super::notices;
use crate::commands::dialogues::{Later, Leads, Talking, kept};
use crate::commands::signal::drafted::{Drafted, Team};
use crate::commands::signal::fields;
use crate::commands::signal::report::said;
use crate::commands::signal::who_sees::Before;
use crate::commands::{Ask, Desk, Reply};
use crate::dialogue::Summary;
use crate::domain::incident::{
    Happened, IncidentChange, IncidentStep, Nature, NewIncident, NewLine, incident_record, question,
};
use crate::domain::{
    Answers, Audience, Change, Member, OrganisationKind, RecordKind, RecordNumber, SharingRules, TeamId, Value,
};
use crate::store::{Signals, StoreError};
use crate::text::{Answer, Line};

/// Leads the dialogue of the form `incident`.
pub(in crate::commands) struct Opening;

/// The questions that the command itself reads.
const READ: [&str; 8] = [
    question::NATURE,
    question::WHAT,
    question::WHEN,
    question::GROUP,
    question::SIGNALS,
    fields::WITH_WHOM,
    fields::LABEL,
    fields::NAMED,
];

/// Begins the dialogue of the form `incident`.
pub(super) async fn begin(ask: &Ask<'_>) -> Result<Reply, StoreError> {
    let member = ask.standing.member().expect("the declaration asks for a member");
    let mut opening = Answer::say(ask.text("incident-opening-112", &[])).paragraph(ask.text("incident-opening", &[]));
    if matches!(member.organisation, OrganisationKind::Police | OrganisationKind::Prosecution) {
        opening = opening.paragraph(ask.text("signal-opening-wpg", &[]));
    }
    ask.begin(member, "incident", None, opening.paragraph(ask.text("incident-law", &[]))).await
}

impl Leads for Opening {
    fn reads(&self) -> &'static [&'static str] {
        &READ
    }

    fn summary<'t>(&'t self, talking: Talking<'t>) -> Later<'t, Summary> {
        Box::pin(async move {
            let Talking { ask, member, form, .. } = talking;
            let there = There::now(ask, &member.team).await?;
            let (team, drafted) = (there.team(ask), there.drafted(talking));
            let before = Before { author: member, form, drafted: &drafted, team };
            Ok(Summary { after: before.told(ask) })
        })
    }

    fn alone<'t>(&'t self, talking: Talking<'t>) -> Later<'t, usize> {
        Box::pin(async move {
            let there = There::now(talking.ask, &talking.member.team).await?;
            Ok(there.drafted(talking).alone(there.team(talking.ask)))
        })
    }

    fn send<'t>(&'t self, talking: Talking<'t>) -> Later<'t, Reply> {
        Box::pin(send(talking))
    }
}

/// The team as it is at the moment of asking.
struct There {
    members: Vec<Member>,
    rules: SharingRules,
}

impl There {
    async fn now(ask: &Ask<'_>, team: &TeamId) -> Result<Self, StoreError> {
        Ok(Self { members: ask.store.members(team).await?, rules: ask.store.sharing_rules(team).await? })
    }

    fn team<'t>(&'t self, ask: &Ask<'t>) -> Team<'t> {
        Team { members: &self.members, rules: &self.rules, working: ask.health.working }
    }

    fn drafted(&self, talking: Talking<'_>) -> Drafted {
        let Talking { ask, member, form, draft } = talking;
        let team = Team { members: &self.members, rules: &self.rules, working: ask.health.working };
        Drafted::of(form, draft, member, team, ask.today())
    }
}

async fn send(talking: Talking<'_>) -> Result<Reply, StoreError> {
    let Talking { ask, member, form, draft } = talking;
    let there = There::now(ask, &member.team).await?;
    let drafted = there.drafted(talking);
    let number = ask.store.new_number(RecordKind::Incident, &member.team, ask.today().year()).await?;
    let record = incident_record(&member.team, &number);
    let near_miss = drafted.answers.get(question::NATURE).and_then(Value::choice) == Some(Nature::NearMiss.code());
    let nature = if near_miss { Nature::NearMiss } else { Nature::Incident };
    let (signals, unknown) = signals(ask, member, &there.rules, &drafted.answers).await?;
    let mut steps = vec![];
    let mut answers = drafted.answers.clone();
    // They stand in the timeline, each for those who see that signal.
    answers.remove(question::SIGNALS);
    let new = NewIncident {
        account: ask.health.account.clone(),
        nature,
        form: kept(form),
        answers,
        protection: drafted.protection.clone(),
        group: drafted.group().map(str::to_owned),
    };
    let protection = new.protection.clone();
    steps.push(IncidentStep::Made(Box::new(new)));
    for (place, happened) in (1..).zip(first(&drafted.answers).into_iter().chain(signals)) {
        let (from_ms, until_ms) = when(&drafted.answers, ask);
        let (by, organisation) = (member.person.clone(), member.organisation);
        let line = NewLine { line: place, by, organisation, from_ms, until_ms, happened };
        steps.push(IncidentStep::Logged(Box::new(line)));
    }
    let change = IncidentChange { team: member.team.clone(), number: number.clone(), seen: 0, steps };
    let changes = vec![Change::Incident(change), Change::SaidOf { record: record.clone(), said: said(ask, draft) }];
    let members = (&there.members[..], &there.rules);
    let out = notices::opened(&Desk::of(ask), &number, nature, &protection, members).await?;
    let answer = opened(ask, &number, &unknown);
    Ok(Reply { answer, changes, out, shows: Some(record.into_boxed_str()), ..Reply::default() })
}

/// What happened is the first line of the timeline.
fn first(answers: &Answers) -> Option<Happened> {
    let text = answers.get(question::WHAT).and_then(Value::text)?.to_owned();
    Some(Happened::Said { text })
}

fn when(answers: &Answers, ask: &Ask<'_>) -> (i64, Option<i64>) {
    match answers.get(question::WHEN) {
        Some(Value::Moment { from_ms, until_ms }) => (*from_ms, *until_ms),
        _ => (ask.now.timestamp_millis(), None),
    }
}

/// The signals that were named, as far as this member sees them, and what was typed that is none.
async fn signals(
    ask: &Ask<'_>,
    member: &Member,
    rules: &SharingRules,
    answers: &Answers,
) -> Result<(Vec<Happened>, Vec<String>), StoreError> {
    let typed = answers.get(question::SIGNALS).and_then(Value::text).unwrap_or_default();
    if typed.is_empty() {
        return Ok(Default::default());
    }
    let guards = ask.store.signal_guards(&member.team, &Signals::default()).await?;
    let alone = Audience::person(member.clone().into());
    let (mut found, mut unknown) = (Vec::new(), Vec::new());
    for word in typed.split(|sign: char| sign.is_whitespace() || ",;.".contains(sign)).filter(|word| !word.is_empty()) {
        let number = RecordNumber::parse(word);
        let seen = guards
            .iter()
            .find(|(known, guard)| number.as_ref() == Some(known) && alone.sight_of(guard, rules).is_some());
        match seen {
            Some((number, _)) => found.push(Happened::Signal { number: number.to_string() }),
            // Words between the numbers are no numbers that went wrong.
            None if RecordKind::Signal.is_meant_by(word) => unknown.push(word.chars().take(20).collect()),
            None => {}
        }
    }
    found.dedup();
    Ok((found, unknown))
}

/// The number, and what happens next.
fn opened(ask: &Ask<'_>, number: &RecordNumber, unknown: &[String]) -> Answer {
    let mut answer = Answer::say(ask.text("incident-opened", &[("number", number.as_str().into())]));
    if !unknown.is_empty() {
        answer = answer.paragraph(ask.text("incident-signals-unknown", &[("numbers", unknown.join(", ").into())]));
    }
    let deed = |id: &str| {
        let word = ask.definition.subcommand_shown(id, ask.language);
        format!("{} {number} {word}", ask.typed(ask.definition))
    };
    answer.list([
        Line::new(ask.text("incident-how-log", &[("command", deed("log").into())])),
        Line::new(ask.text("incident-how-intervention", &[("command", deed("intervention").into())])),
        Line::new(ask.text("incident-how-close", &[("command", deed("close").into())])),
    ])
}
