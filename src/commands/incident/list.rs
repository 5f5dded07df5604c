//! The incidents that everybody who reads the answer may see, the newest first. Nothing else is opened or counted.

use crate::commands::{Ask, Reply};
use crate::domain::{Audience, Choice, Gathering, Language, RoomFacts, RoomFault};
use crate::store::{Incidents, StoreError};
use crate::text::{Answer, Line};

/// Incidents in one list.
const MOST: usize = 9;

pub(super) async fn list(ask: &Ask<'_>) -> Result<Reply, StoreError> {
    let member = ask.standing.member().expect("the declaration asks for a member");
    let members = ask.store.members(&member.team).await?;
    let rules = ask.store.sharing_rules(&member.team).await?;
    let decide = |facts: &RoomFacts| match ask.team {
        Some(room) if room.team == member.team => {
            Gathering { team: &room.team, facts, members: &members, bot: ask.health.account }.for_team_content()
        }
        _ => Err(vec![RoomFault::OtherTeam]),
    };
    let alone = Audience::person(member.clone().into());
    let mut incidents = Vec::new();
    for (number, guard) in ask.store.incident_guards(&member.team, &Incidents::default()).await? {
        if alone.sight_of(&guard, &rules).is_some() {
            incidents.extend(ask.store.incident(&member.team, &number).await?);
        }
    }
    ask.guarded(member.clone().into(), decide, |ask, audience| {
        let (mut lines, mut choices) = (Vec::new(), Vec::new());
        let seen = incidents.iter().filter_map(|incident| incident.content.for_audience(audience, &rules));
        for view in seen.take(MOST) {
            let content = view.content();
            let args = [
                ("number", content.number.as_str().into()),
                ("what", ask.nature(content.nature).into()),
                ("status", ask.incident_status(content.status).into()),
                ("day", ask.moment(content.made_ms).into()),
            ];
            lines.push(Line::new(ask.text("incident-item", &args)));
            choices.push(Choice {
                key: lines.len().to_string(),
                words: vec![content.number.to_string()],
                emoji: None,
                command: format!("{} {}", ask.definition.words.shown(Language::Dutch), content.number),
            });
        }
        if lines.is_empty() {
            return ask.say("incident-none", &[]);
        }
        let foot = [("prefix", ask.before_number().into()), ("last", lines.len().into())];
        let answer =
            Answer::say(ask.text("incident-list", &[])).numbered(lines).paragraph(ask.text("list-open", &foot));
        Reply { answer, choices, ..Reply::default() }
    })
    .await
}
