//! What rooms hear of an incident: its number and what it was, never what it says. Into each room of the team in which everybody may
//! know it, and nowhere else.

use super::words::nature_key;
use crate::catalogue::RoomKind;
use crate::commands::Desk;
use crate::domain::incident::{Nature, incident_record};
use crate::domain::{
    Audience, Gathering, Guard, Language, Member, Outgoing, Protection, RecordNumber, RoomId, SharingRules,
};
use crate::store::StoreError;
use crate::text::Answer;

/// An incident is opened, or more see it.
pub(super) async fn opened(
    desk: &Desk<'_>,
    number: &RecordNumber,
    nature: Nature,
    protection: &Protection,
    (members, rules): (&[Member], &SharingRules),
) -> Result<Vec<Outgoing>, StoreError> {
    let guard = Guard::from(protection.clone());
    let record = incident_record(&protection.team, number);
    let mut out = Vec::new();
    for (room, audience, language) in rooms(desk, &guard, (members, rules)).await? {
        let show = desk.command(language, RoomKind::Chain, "incident", number.as_str());
        let what = desk.text(language, nature_key(nature), &[]);
        let args = [("number", number.as_str().into()), ("what", what.into()), ("command", show.into())];
        let answer = Answer::say(desk.text(language, "incident-notice", &args));
        let instead = desk.words(language, "incident-notice-gone");
        out.extend(Desk::announce(&room, (&audience, instead), &answer, (&[], vec![]), Some(&record)));
    }
    Ok(out)
}

/// The rooms of the team in which everybody may see a record, with those eyes and the language of the room. The chain room is the
/// first.
pub(in crate::commands) async fn rooms(
    desk: &Desk<'_>,
    guard: &Guard,
    (members, rules): (&[Member], &SharingRules),
) -> Result<Vec<(RoomId, Audience, Language)>, StoreError> {
    let (team, bot) = (guard.team(), desk.account);
    let mut fit = Vec::new();
    for (room, purpose) in desk.store.team_rooms(team).await? {
        let Some(facts) = desk.rooms.facts(&room).await else { continue };
        let gathering = Gathering { team, facts: &facts, members, bot };
        if let Ok(audience) = gathering.for_content(guard, rules) {
            fit.push((
                purpose != crate::domain::RoomPurpose::Chain,
                (room.clone(), audience, desk.language_in(&room).await?),
            ));
        }
    }
    fit.sort_by_key(|(behind, _)| *behind);
    Ok(fit.into_iter().map(|(_, one)| one).collect())
}
