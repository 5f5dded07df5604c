//! `!herinneringen agenda`: what is planned as a file for a calendar. Those that the list shows here, each at the moments at which
//! the bot will say it, as far as that can be foreseen. How such a file is written is the matter of [`file`].
//!
//! Every moment is an event of its own, and not a rule that the calendar works out: no rule of a calendar knows holidays, quiet
//! hours, absences or what was put off. Such moments are the same everywhere, so they stand in UTC, and the file needs no
//! description of a zone, which calendars read in different ways; each shows them in the zone of whoever looks.

mod file;

use chrono::{DateTime, Days, NaiveDate, Utc};

use super::{Plain, away_until, listed, team_content, which};
use crate::commands::ask::{Ask, Query, Reply};
use crate::domain::audit::{Action, Actor, Detail, Entry};
use crate::domain::{Addressee, Change, Member, Reminder, RoomFacts};
use crate::search::fold;
use crate::store::{StoreError, Team};
use crate::text::Answer;

/// So many days ahead.
const DAYS: u64 = 90;
/// So many moments at most.
const MOST: usize = 500;
/// Without a character set behind it, for a phone looks for an app by these words; the file is UTF-8 by its own standard.
const MEDIA_TYPE: &str = "text/calendar";

/// What is planned until the end of a day.
struct Ahead {
    moments: Vec<(DateTime<Utc>, Reminder)>,
    /// The last day of which all is in it.
    until: NaiveDate,
    /// There is more than fits.
    cut: bool,
}

pub(super) async fn answer(ask: &Ask<'_>, member: &Member) -> Result<Reply, StoreError> {
    let which = which(ask, member).await?;
    let (reminders, _) = ask.store.reminders(&member.team, &which, 0, usize::MAX).await?;
    let ahead = ahead(ask, &reminders).await?;
    let members = ask.store.members(&member.team).await?;
    let team = ask.store.team(&member.team).await?;
    let decide = |facts: &RoomFacts| team_content(ask, &member.team, &members, facts);
    ask.guarded(member.clone().into(), decide, |ask, _| match team {
        Some(team) if !ahead.moments.is_empty() => with_file(ask, &team, &ahead),
        _ if reminders.is_empty() => listed(ask, &[], 0, &Query::default()),
        _ => ask.say("reminders-agenda-none", &[("days", DAYS.into()), ("list", ask.typed(ask.definition).into())]),
    })
    .await
}

async fn ahead(ask: &Ask<'_>, reminders: &[Reminder]) -> Result<Ahead, StoreError> {
    let day = |moment: &DateTime<Utc>| moment.with_timezone(&ask.health.time_zone).date_naive();
    let last = ask.today().checked_add_days(Days::new(DAYS)).unwrap_or(NaiveDate::MAX);
    let mut moments = Vec::new();
    for one in reminders {
        let away = away_until(ask.store, &one.team, &one.to, &one.author).await?;
        let timing = one.timing(ask.health.working, away);
        let to_come = one.course.foreseen(&timing).skip_while(|moment| *moment < ask.now);
        let near = to_come.take_while(|moment| day(moment) <= last).take(MOST + 1);
        moments.extend(near.map(|moment| (moment, one)));
    }
    moments.sort_by(|(moment, one), (other, another)| (moment, &one.number).cmp(&(other, &another.number)));
    let cut = moments.len() > MOST;
    moments.truncate(MOST);
    let until = moments.last().filter(|_| cut).map_or(last, |(moment, _)| day(moment));
    Ok(Ahead { moments: moments.into_iter().map(|(moment, one)| (moment, one.clone())).collect(), until, cut })
}

fn with_file(ask: &Ask<'_>, team: &Team, ahead: &Ahead) -> Reply {
    let count = ahead.moments.len();
    let events = ahead.moments.iter().map(|(moment, one)| event(ask, *moment, one));
    let title = ask.text("reminders-agenda-title", &[("team", team.name.as_str().into())]);
    let bytes = file::written(&title, events, ask.now);
    let name = ask.text("reminders-agenda-file", &[("team", plain_name(&team.name).into())]);
    let args = [("count", count.into()), ("until", ask.day(ahead.until).into())];
    let mut answer = Answer::say(ask.text("reminders-agenda", &args));
    if ahead.cut {
        answer = answer.paragraph(ask.text("reminders-agenda-cut", &args));
    }
    let answer = answer.paragraph(ask.text("reminders-agenda-care", &[]));
    let mut reply = ask.with_file(answer, (&name, MEDIA_TYPE), bytes);
    if !reply.files.is_empty() {
        let by = Actor::Person(ask.sender.clone());
        let act = Entry::new(ask.now.timestamp_millis(), by, Action::Exported, "reminders", team.id.as_str());
        let count = Detail::Count(u64::try_from(count).unwrap_or(u64::MAX));
        reply.changes.push(Change::Audit(act.of(&team.id).with(count)));
    }
    reply
}

fn event(ask: &Ask<'_>, moment: DateTime<Utc>, one: &Reminder) -> file::Event {
    let who = match &one.to {
        Addressee::Room(_) => ask.text("reminders-agenda-room", &[]),
        Addressee::Author | Addressee::People(..) => Plain::of(ask).whom(&one.to),
    };
    let number = one.number.as_str();
    file::Event {
        // The same when the file is asked for again, so that the calendar changes what it has; numbers are there once in a team.
        uid: format!("{}-{number}-{}@schakel", one.team, moment.timestamp()),
        version: one.version,
        at: moment,
        summary: Plain::of(ask).what(&one.what),
        description: ask.text("reminders-agenda-about", &[("number", number.into()), ("who", who.into())]),
    }
}

/// A name as a part of the name of a file.
fn plain_name(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let plain = words.collect::<Vec<_>>().join("-");
    if plain.is_empty() { "team".to_owned() } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_a_part_of_the_name_of_a_file() {
        for (name, plain) in [
            ("Keten West", "keten-west"),
            ("  Café 't Hoekje / Noord ", "cafe-t-hoekje-noord"),
            ("..\\..", "team"),
            ("😀", "team"),
        ] {
            assert_eq!(plain_name(name), plain, "{name}");
        }
    }
}
