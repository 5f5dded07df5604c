//! `!trend`: what the chain saw and did over time, in words and as one picture, as far as everybody sees it who reads the answer.
//!
//! ```text
//! !trend                     the last twelve weeks
//! !trend vorige maand        another period
//! ```
//!
//! What is counted, and which numbers may be told, is decided in [`domain::trend`](crate::domain::trend). Words and picture are made
//! of the same panels (`panels.rs`), so that they say the same.

mod panels;
mod words;

use super::ask::{Ask, Reply};
use super::intervention::Known;
use crate::catalogue::RoomKind;
use crate::domain::audit::{Action, Actor, Entry};
use crate::domain::signal::question;
use crate::domain::trend::{Counting, Period};
use crate::domain::{Audience, Change, Gathering, Guard, Member, Question, RoomFacts, RoomFault};
use crate::paper::Chart;
use crate::store::StoreError;
use crate::text::{NoPeriod, period};

pub(super) async fn answer(ask: &Ask<'_>) -> Result<Reply, StoreError> {
    let zone = ask.health.time_zone;
    let period = match period(ask.words, ask.now.with_timezone(&zone)) {
        Ok(period) => period,
        Err(why) => return Ok(no_period(ask, why)),
    };
    let member = ask.standing.member().expect("the declaration asks for a member");
    let team = ask.store.team(&member.team).await?.map(|team| team.name).unwrap_or_default();
    let members = ask.store.members(&member.team).await?;
    let rules = ask.store.sharing_rules(&member.team).await?;
    let known = Known::to(ask.library, ask.store, &member.team).await?;
    // Nobody in a room with the asker sees what the asker does not.
    let alone = Audience::person(member.clone().into());
    let may_see = |guard: &Guard| alone.sight_of(guard, &rules).is_some();
    let bounds = period.bounds_ms(zone);
    let signals = ask.store.reported(&member.team, bounds, may_see).await?;
    let lines = ask.store.timeline_lines(&member.team, bounds, may_see).await?;
    let decide = |facts: &RoomFacts| match ask.team {
        Some(room) if room.team == member.team => {
            Gathering { team: &room.team, facts, members: &members, bot: ask.health.account }.for_team_content()
        }
        _ => Err(vec![RoomFault::OtherTeam]),
    };
    let mut chart = None;
    let reply = ask
        .guarded(member.clone().into(), decide, |ask, audience| {
            let counting = Counting {
                audience,
                rules: &rules,
                period,
                zone,
                today: ask.today(),
                phases: &phases(ask),
                platforms: &platforms(ask),
                phase_of: &|slug| known.phase(slug),
            };
            let trend = counting.count(&signals, &lines).shown();
            if trend.is_empty() {
                return none(ask, period);
            }
            let drawn = panels::chart(ask, (&trend, period), &known, &team);
            let answer = words::told(ask, period, &drawn);
            chart = Some(drawn);
            Reply { answer, changes: vec![read(ask, member, period)], ..Reply::default() }
        })
        .await?;
    match chart {
        Some(chart) => Ok(with_picture(ask, reply, chart, period).await),
        None => Ok(reply),
    }
}

/// The asker saw numbers of these days.
fn read(ask: &Ask<'_>, member: &Member, period: Period) -> Change {
    let days = format!("{}..{}", period.first(), period.last());
    let by = Actor::Person(ask.sender.clone());
    Change::Audit(Entry::new(ask.now.timestamp_millis(), by, Action::Read, "trend", &days).of(&member.team))
}

fn no_period(ask: &Ask<'_>, why: NoPeriod) -> Reply {
    let command = ask.typed(ask.definition);
    match why {
        NoPeriod::Unknown => {
            let typed: String = ask.words.trim().chars().take(40).collect();
            ask.say("trend-unknown", &[("typed", typed.into()), ("command", command.into())])
        }
        NoPeriod::TooFar(earliest) => {
            ask.say("trend-too-far", &[("day", ask.day(earliest).into()), ("command", command.into())])
        }
    }
}

fn none(ask: &Ask<'_>, period: Period) -> Reply {
    let days = [("from", ask.day(period.first()).into()), ("until", ask.day(period.last()).into())];
    ask.say(if ask.kind == RoomKind::Direct { "trend-none-you" } else { "trend-none" }, &days)
}

/// The phases of the matrix, in its order.
fn phases(ask: &Ask<'_>) -> Vec<String> {
    let phase = panels::phase_filter(ask);
    phase.into_iter().flat_map(|filter| &filter.options).map(|option| option.id.clone()).collect()
}

/// The platforms of the form as it is now.
fn platforms(ask: &Ask<'_>) -> Vec<String> {
    let form = ask.library.forms().iter().find(|form| form.id == "signal");
    let platform = form.and_then(|form| form.question(question::PLATFORM));
    platform.into_iter().flat_map(Question::options).map(|option| option.id.clone()).collect()
}

/// This reply with the picture; as it is when none can be drawn.
async fn with_picture(ask: &Ask<'_>, reply: Reply, chart: Chart, period: Period) -> Reply {
    match tokio::task::spawn_blocking(move || chart.picture()).await {
        Ok(Ok(picture)) => {
            let name = ask.text("trend-picture-name", &[("from", period.first().to_string().into())]);
            let pixels = Some((picture.width, picture.height));
            ask.and_file(reply, (&name, "image/png"), picture.png, pixels)
        }
        Ok(Err(error)) => {
            tracing::error!(%error, "the typesetter gave up");
            reply
        }
        Err(error) => {
            tracing::error!(%error, "a trend was not drawn");
            reply
        }
    }
}
