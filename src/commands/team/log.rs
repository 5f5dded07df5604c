//! `!team logboek`: who did what with the team's records, for its coordinators, always in private. There is no content in it,
//! and looking into it is an act that stands in it as well.

use chrono::{DateTime, Utc};

use super::here::{Here, Stop, stop};
use super::rooms;
use super::words::{Sub, choice, command, described as membership};
use crate::catalogue::Who;
use crate::commands::{Ask, Reply};
use crate::domain::audit::{Action, Actor, Detail, Entry, Row};
use crate::domain::{Change, Choice, Role, RoomFault, Viewer};
use crate::store::StoreError;
use crate::text::{Answer, Line};

/// How many are shown when nobody says how many, and at most.
const USUAL: i64 = 10;
const MOST: i64 = 50;

/// What stands before the number of a row when older ones are asked for; nobody needs to type it.
const BEFORE: char = '#';

pub(super) async fn log(ask: &Ask<'_>, words: &str) -> Result<Reply, Stop> {
    if let Some(barred) = ask.barred(Who::Coordinator).await? {
        return Err(barred.into());
    }
    let (here, me) = Here::of_member(ask).await?;
    if me.role != Role::Coordinator {
        return Err(StoreError::Overtaken.into());
    }
    let Some((count, before)) = page(words) else {
        let typed: String = words.chars().take(40).collect();
        let example = command(ask, Sub::Log, "20");
        return stop(
            ask,
            "team-log-how",
            &[("typed", typed.into()), ("most", MOST.into()), ("command", example.into())],
        );
    };
    // One more than is shown tells whether there are older ones.
    let mut rows = ask.store.team_acts(&here.team.id, before, count + 1).await?;
    let shown = usize::try_from(count).unwrap_or(usize::MAX);
    let older = rows.len() > shown;
    rows.truncate(shown);
    // Never where others read along, be they members.
    let nowhere_else = |_: &_| Err(vec![RoomFault::OtherTeam]);
    Ok(ask
        .guarded(Viewer::from(me), nowhere_else, |ask, _| shown_to(ask, &here, &rows, older.then_some(count)))
        .await?)
}

/// How many, and before which row: `20`, `10 #1234`.
fn page(words: &str) -> Option<(i64, Option<i64>)> {
    let (mut count, mut before) = (USUAL, None);
    for word in words.split_whitespace() {
        match word.strip_prefix(BEFORE) {
            Some(number) => before = Some(number.parse().ok()?),
            None => count = word.parse().ok().filter(|count| (1..=MOST).contains(count))?,
        }
    }
    Some((count, before))
}

fn shown_to(ask: &Ask<'_>, here: &Here, rows: &[Row], more: Option<i64>) -> Reply {
    let team = ("team", here.team.name.as_str().into());
    let mut choices = Vec::new();
    let mut answer = match rows {
        [] => Answer::say(ask.text("team-log-none", &[team])),
        rows => Answer::say(ask.text("team-log-title", &[team])).list(rows.iter().map(|row| line(ask, here, row))),
    };
    if let (Some(count), Some(last)) = (more, rows.last()) {
        answer = answer.paragraph(ask.text("team-log-older", &[]));
        choices.push(Choice {
            key: "meer".to_owned(),
            words: vec!["more".to_owned(), "volgende".to_owned(), "next".to_owned()],
            emoji: None,
            command: choice(ask, Sub::Log, &format!("{count} {BEFORE}{}", last.number)),
        });
    }
    let answer = answer.paragraph(ask.text("team-log-noted", &[]));
    let actor = Actor::Person(ask.sender.clone());
    let team = &here.team.id;
    let look = Entry::new(ask.now.timestamp_millis(), actor, Action::LogRead, "audit", team.as_str()).of(team);
    Reply { answer, choices, changes: vec![Change::Audit(look)], ..Reply::default() }
}

/// `24 november 2026, 18:00: @anna:server las AF-2026-k7qd`.
fn line(ask: &Ask<'_>, here: &Here, row: &Row) -> Line {
    let at = DateTime::<Utc>::from_timestamp_millis(row.at_ms).unwrap_or_default();
    let at = at.with_timezone(&ask.health.time_zone);
    let act = ask.text(key(row), &[("who", who(ask, here, row).into()), ("what", what(ask, row).into())]);
    let (day, time) = (ask.day(at.date_naive()), at.format("%H:%M").to_string());
    Line::new(ask.text("team-log-line", &[("day", day.into()), ("time", time.into()), ("act", act.into())]))
}

/// Who it was. Of what was done outside the team only members are named.
fn who(ask: &Ask<'_>, here: &Here, row: &Row) -> String {
    match Actor::from_code(&row.actor) {
        Actor::Operator => ask.text("team-log-operator", &[]),
        Actor::Bot => ask.text("team-log-bot", &[]),
        Actor::Person(person) if row.team.is_some() || here.member(&person).is_some() => person.to_string(),
        Actor::Person(_) => ask.text("team-log-somebody", &[]),
    }
}

/// With what: a number, a person, or what it is to the team.
fn what(ask: &Ask<'_>, row: &Row) -> String {
    let detail = row.detail.as_deref().and_then(Detail::parse);
    match (row.record.split_once('/'), detail) {
        (Some(("team", _)), Some(Detail::Groups)) => ask.text("team-log-groups", &[]),
        (Some(("team", _)), Some(Detail::Phones)) => ask.text("team-log-phones", &[]),
        (Some(("team", _)), Some(Detail::Reactions)) => ask.text("team-log-reactions", &[]),
        (Some(("team", _)), _) => ask.text("team-log-team", &[]),
        (Some(("room", _)), Some(Detail::Room(purpose))) => rooms::described(ask, Some(purpose)),
        (Some(("room", _)), _) => ask.text("team-log-room", &[]),
        (Some(("audit", _)), _) => ask.text("team-log-log", &[]),
        (Some(("reminders", _)), _) => ask.text("team-log-reminders", &[]),
        (Some(("trend", _)), _) => ask.text("team-log-trend", &[]),
        (Some(("member", person)), Some(Detail::Membership { organisation, role, mandate })) => {
            format!("{person} ({})", membership(ask, organisation, role, mandate))
        }
        (Some((_, row)), _) => row.to_owned(),
        (None, _) => row.record.clone(),
    }
}

/// The sentence for an act.
fn key(row: &Row) -> &'static str {
    match Action::from_code(&row.action) {
        Some(Action::Read) => "team-log-read",
        Some(Action::Made) => "team-log-made",
        Some(Action::Shared) => "team-log-shared",
        Some(Action::Narrowed) => "team-log-narrowed",
        Some(Action::Changed) => "team-log-changed",
        Some(Action::Confirmed) => "team-log-confirmed",
        Some(Action::Refused) => "team-log-refused",
        Some(Action::Ended) => "team-log-ended",
        Some(Action::Insisted) => "team-log-insisted",
        Some(Action::Erased) => "team-log-erased",
        Some(Action::Exported) => "team-log-exported",
        Some(Action::MemberSet) => "team-log-member",
        Some(Action::MemberRemoved) if row.record.strip_prefix("member/") == Some(&row.actor) => "team-log-left",
        Some(Action::MemberRemoved) => "team-log-removed",
        Some(Action::RoomBound) => "team-log-bound",
        Some(Action::RoomLoosed) => "team-log-loosed",
        Some(Action::IdentityStopped) => "team-log-stopped",
        Some(Action::IdentityConfirmed) => "team-log-identity",
        Some(Action::LogRead) => "team-log-looked",
        // These are about no team; and what a newer version wrote, this one cannot say.
        Some(Action::KeysRotated | Action::BackedUp | Action::Restored | Action::Migrated | Action::LogPruned)
        | None => "team-log-unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_a_number_and_where_it_begins() {
        assert_eq!(page(""), Some((10, None)));
        assert_eq!(page("20"), Some((20, None)));
        assert_eq!(page("10 #1234"), Some((10, Some(1234))));
        for words in ["0", "51", "-1", "alles", "#x", "20 alles"] {
            assert_eq!(page(words), None, "{words}");
        }
    }
}
