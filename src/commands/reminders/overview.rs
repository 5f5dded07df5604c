//! `!herinneringen overzicht`: every week the chain room reads how much lies open, at a moment that a coordinator chooses. Counted is
//! only what everybody there may see, by how far it has come and never by person; one to four read "fewer than five". A week in which
//! nothing lies open is passed over in silence.

use chrono::Days;

use super::super::reminder::Plain;
use super::Sub;
use crate::commands::{Ask, Desk, Reply};
use crate::domain::incident::ActionStatus;
use crate::domain::{
    Addressee, Audience, Change, Count, Course, Guard, Language, Manner, Member, NewReminder, RecordKind, Reminded,
    Reminder, ReminderChange, ReminderStep, Role, RoomPurpose, SharingRules, SignalStatus, TeamId, Timing,
};
use crate::store::{Actions, Incidents, Signals, StoreError};
use crate::text::{Answer, Line, Picked, Planned, pick, planned};

/// Feedback that is due within so many days counts.
const WITHIN_DAYS: u64 = 7;

pub(super) async fn set(ask: &Ask<'_>, member: &Member, words: &str) -> Result<Reply, StoreError> {
    let there = ask.store.team_overview(&member.team).await?;
    if words.is_empty() {
        return Ok(now(ask, there.as_ref()));
    }
    if member.role != Role::Coordinator {
        let who = ask.coordinators(&member.team).await?;
        return Ok(ask.say("only-coordinators", &[("who", who.into())]));
    }
    if matches!(pick(words, ask.definition.options(Sub::Overview.id())), Picked::One(_)) {
        let Some(reminder) = there else { return Ok(ask.say("reminders-overview-none", &example(ask))) };
        let stopped = reminder.course.stopped().unwrap_or(reminder.course);
        let step = ReminderStep::Went { course: stopped, tick: None };
        let reply = ask.say("reminders-overview-off", &[]);
        return Ok(Reply { changes: vec![change(ask, &reminder.team, Some(&reminder), step, None).await?], ..reply });
    }
    let now = ask.now.with_timezone(&ask.health.time_zone);
    // "maandag 9u" is every Monday here; and so is "elke maandag 9u".
    let whole = |found: &Planned| found.text.is_empty() && found.plan.schedule.rule().is_some();
    let weekly = planned(&format!("elke {words}"), now).ok().filter(whole);
    let found = weekly.or_else(|| planned(words, now).ok());
    let Some(Planned { plan, .. }) = found.filter(whole) else {
        let typed: String = words.chars().take(40).collect();
        let mut args = vec![("typed", typed.into())];
        args.extend(example(ask));
        return Ok(ask.say("reminders-overview-when", &args));
    };
    let rooms = ask.store.team_rooms(&member.team).await?;
    let Some((room, _)) = rooms.into_iter().find(|(_, purpose)| *purpose == RoomPurpose::Chain) else {
        return Ok(ask.say("reminders-overview-no-room", &[]));
    };
    let manner = Manner { on_working_days: plan.working_days, ..Manner::default() };
    let timing = Timing { schedule: &plan.schedule, manner, working: ask.health.working, away: None };
    let Some(first) = Course::default().due(&timing) else { return Ok(ask.say("remind-never", &[])) };
    let new = NewReminder {
        author: ask.sender.clone(),
        to: Addressee::Room(room),
        what: Reminded::Overview,
        schedule: plan.schedule.clone(),
        manner,
        asked_in: (ask.room.clone(), ask.event.clone()),
    };
    let step = ReminderStep::Made(Box::new(new));
    let change = change(ask, &member.team, there.as_ref(), step, Some(first.timestamp_millis())).await?;
    let plain = Plain::of(ask);
    let args = [
        ("when", plain.plan(&plan).into()),
        ("first", plain.moment(first, plan.schedule.zone()).into()),
        ("off", off(ask).into()),
    ];
    Ok(Reply { changes: vec![change], ..ask.say("reminders-overview-set", &args) })
}

/// When it comes, or how it is set.
fn now(ask: &Ask<'_>, there: Option<&Reminder>) -> Reply {
    let Some(there) = there else { return ask.say("reminders-overview-none", &example(ask)) };
    let when = Plain::of(ask).schedule(&there.schedule, there.manner);
    ask.say("reminders-overview-now", &[("when", when.into()), ("off", off(ask).into())])
}

fn example(ask: &Ask<'_>) -> [(&'static str, fluent_bundle::FluentValue<'static>); 1] {
    let sub = ask.definition.subcommand_shown(Sub::Overview.id(), ask.language);
    [("command", format!("{} {sub}", ask.typed(ask.definition)).into())]
}

fn off(ask: &Ask<'_>) -> String {
    let sub = ask.definition.subcommand_shown(Sub::Overview.id(), ask.language);
    let off = ask.definition.option_shown(Sub::Overview.id(), "off", ask.language);
    format!("{} {sub} {off}", ask.typed(ask.definition))
}

async fn change(
    ask: &Ask<'_>,
    team: &TeamId,
    there: Option<&Reminder>,
    step: ReminderStep,
    next_ms: Option<i64>,
) -> Result<Change, StoreError> {
    use chrono::Datelike as _;
    let number = match there {
        Some(there) => there.number.clone(),
        None => ask.store.new_number(RecordKind::Reminder, team, ask.today().year()).await?,
    };
    let seen = there.map_or(0, |there| there.version);
    let (account, team) = (ask.health.account.clone(), team.clone());
    Ok(Change::Reminder(ReminderChange { account, team, number, seen, step, next_ms }))
}

/// What lies open in a team, as far as all of these eyes may see; nothing when nothing does.
pub(in crate::commands) async fn told(
    desk: &Desk<'_>,
    team: &TeamId,
    audience: &Audience,
    language: Language,
) -> Result<Option<Answer>, StoreError> {
    let rules = desk.store.sharing_rules(team).await?;
    let mut lines = Vec::new();
    let mut open = Vec::new();
    for (status, key) in [
        (SignalStatus::New, "reminders-overview-new"),
        (SignalStatus::Interpreting, "reminders-overview-interpreting"),
        (SignalStatus::Taken, "reminders-overview-taken"),
    ] {
        let which = Signals { status: Some(status), ..Signals::default() };
        let guards = desk.store.signal_guards(team, &which).await?;
        let seen: Vec<_> = guards.into_iter().filter(|(_, guard)| audience.sight_of(guard, &rules).is_some()).collect();
        lines.extend(line(desk, language, key, seen.len()));
        open.extend(seen);
    }
    let unowned = open.iter().filter(|(_, guard)| matches!(guard, Guard::Record(it) if it.owner.is_none())).count();
    lines.extend(line(desk, language, "reminders-overview-unowned", unowned));
    let today = desk.now.with_timezone(&desk.time_zone).date_naive();
    let soon = today.checked_add_days(Days::new(WITHIN_DAYS)).unwrap_or(today);
    let waits = desk.store.signals_without_feedback(team).await?;
    let waits = waits.into_iter().filter(|(number, _)| open.iter().any(|(seen, _)| seen == number));
    let (late, waits): (Vec<_>, Vec<_>) = waits.partition(|(_, day)| *day < today);
    lines.extend(line(desk, language, "reminders-overview-late", late.len()));
    let soon = waits.iter().filter(|(_, day)| *day <= soon).count();
    lines.extend(line(desk, language, "reminders-overview-soon", soon));
    lines.extend(afterwards(desk, team, (audience, &rules), language).await?);
    if lines.is_empty() {
        return Ok(None);
    }
    let head = desk.text(language, "reminders-overview-head", &[]);
    let list = desk.command(language, crate::catalogue::RoomKind::Chain, "signals", "");
    let foot = desk.text(language, "reminders-overview-foot", &[("command", list.into())]);
    Ok(Some(Answer::say(head).list(lines).paragraph(foot)))
}

/// Evaluations that wait and actions that are open, of incidents that all of these eyes may see.
async fn afterwards(
    desk: &Desk<'_>,
    team: &TeamId,
    (audience, rules): (&Audience, &SharingRules),
    language: Language,
) -> Result<Vec<Line>, StoreError> {
    let mut waiting = 0;
    for (number, guard) in desk.store.incident_guards(team, &Incidents::default()).await? {
        if audience.sight_of(&guard, rules).is_some() {
            let incident = desk.store.incident(team, &number).await?;
            waiting += usize::from(incident.is_some_and(|one| !one.frozen && one.evaluation.waits()));
        }
    }
    let open = Actions { status: Some(ActionStatus::Open), ..Actions::default() };
    let actions = desk.store.actions(team, &open).await?;
    let actions = actions.iter().filter(|action| action.content.for_audience(audience, rules).is_some()).count();
    let lines = [("reminders-overview-evaluations", waiting), ("reminders-overview-actions", actions)];
    Ok(lines.into_iter().filter_map(|(key, number)| line(desk, language, key, number)).collect())
}

fn line(desk: &Desk<'_>, language: Language, key: &str, number: usize) -> Option<Line> {
    let count = match Count::of(number) {
        Count::None => return None,
        Count::FewerThanFive => desk.text(language, "fewer-than-five", &[]),
        Count::Exactly(number) => number.to_string(),
    };
    Some(Line::new(desk.text(language, key, &[("count", count.into())])))
}
