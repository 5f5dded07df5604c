//! `!herinneringen tijdzone`: the zone in which times are meant: mine in a direct room, the team's in its rooms, where its
//! coordinators choose.

use crate::catalogue::RoomKind;
use crate::commands::{Ask, Reply};
use crate::domain::{Change, Member, Role, TeamChange, TeamStep};
use crate::store::StoreError;
use crate::text::Answer;

pub(super) async fn choose(ask: &Ask<'_>, member: &Member, words: &str) -> Result<Reply, StoreError> {
    let now = ask.health.time_zone.name();
    if words.is_empty() {
        return Ok(ask.say("reminders-zone-now", &[("zone", now.into())]));
    }
    let Some(zone) = named(words) else {
        let typed: String = words.chars().take(40).collect();
        return Ok(ask.say("reminders-zone-unknown", &[("typed", typed.into()), ("zone", now.into())]));
    };
    let args = [("zone", zone.name().into())];
    if ask.kind == RoomKind::Direct {
        let change = Change::PersonTimeZone { person: ask.sender.clone(), zone };
        return Ok(Reply { changes: vec![change], ..ask.say("reminders-zone-mine", &args) });
    }
    let Some(room) = ask.team.filter(|_| member.role == Role::Coordinator) else {
        let who = match ask.team {
            Some(room) => ask.coordinators(&room.team).await?,
            None => return Ok(ask.say("remind-not-of-team", &[])),
        };
        return Ok(ask.say("only-coordinators", &[("who", who.into())]));
    };
    let step = TeamStep::TimeZone { zone };
    let change = Change::Team(TeamChange { team: room.team.clone(), seen: None, steps: vec![step] });
    let answer = Answer::say(ask.text("reminders-zone-team", &args));
    Ok(Reply { answer, changes: vec![change], ..Reply::default() })
}

/// The zone of this name, in capitals or not; the place alone is enough where one zone has it.
fn named(words: &str) -> Option<chrono_tz::Tz> {
    let typed = words.trim().replace(' ', "_");
    let same = |zone: &&chrono_tz::Tz| zone.name().eq_ignore_ascii_case(&typed);
    if let Some(zone) = chrono_tz::TZ_VARIANTS.iter().find(same) {
        return Some(*zone);
    }
    let place = |zone: &&chrono_tz::Tz| {
        zone.name().rsplit_once('/').is_some_and(|(_, place)| place.eq_ignore_ascii_case(&typed))
    };
    let mut found = chrono_tz::TZ_VARIANTS.iter().filter(place);
    found.next().filter(|_| found.next().is_none()).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_found_by_its_name_or_its_place() {
        for typed in ["Europe/Amsterdam", "europe/amsterdam", "Amsterdam"] {
            assert_eq!(named(typed), Some(chrono_tz::Europe::Amsterdam), "{typed}");
        }
        assert_eq!(named("new york"), Some(chrono_tz::America::New_York));
        for typed in ["", "Utrecht", "CEST+1"] {
            assert_eq!(named(typed), None, "{typed}");
        }
    }
}
