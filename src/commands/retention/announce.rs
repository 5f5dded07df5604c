//! That a record comes to its end is said a week before: to whoever follows it up, or else to who wrote it, in private; and to the
//! coordinators, who can hold it back, by its number and no more.

use chrono::{DateTime, NaiveDate};

use super::hold::KEEP;
use crate::catalogue::RoomKind;
use crate::commands::Desk;
use crate::domain::retention::{Life, RetentionChange, RetentionStep};
use crate::domain::{Change, Language, Member, Role, Turn, UserId};
use crate::store::StoreError;
use crate::text::Answer;

/// Says that it ends then.
pub(super) async fn announced(desk: &Desk<'_>, life: &Life, end_ms: i64) -> Result<Turn, StoreError> {
    let record = life.record.clone();
    let step = RetentionStep::Announced { end_ms };
    let mut changes = vec![Change::Retention(RetentionChange { record: record.clone(), seen: life.version, step })];
    let members = desk.store.members(record.team()).await?;
    let active = |person: &UserId| members.iter().find(|one| one.person == *person && one.is_active());
    let theirs = life.owner.as_ref().and_then(active).or_else(|| active(&life.author));
    let day = DateTime::from_timestamp_millis(end_ms).unwrap_or(desk.now).with_timezone(&desk.time_zone).date_naive();
    let coordinators = members.iter().filter(|one| one.role == Role::Coordinator && one.is_active());
    let others = coordinators.filter(|one| theirs.is_none_or(|theirs| theirs.person != one.person));
    let hears = theirs.into_iter().map(|one| (one, true)).chain(others.map(|one| (one, false)));
    for (member, is_theirs) in hears {
        let language = desk.language_of(&member.person).await?;
        let said = words(desk, life, (member, is_theirs), day, language);
        changes.extend(desk.tell(member, language, &said, vec![], Some(&record.name())));
    }
    Ok(Turn { changes, out: vec![] })
}

fn words(
    desk: &Desk<'_>,
    life: &Life,
    (member, is_theirs): (&Member, bool),
    day: NaiveDate,
    language: Language,
) -> Answer {
    let record = &life.record;
    let number = record.number().as_str();
    let keep = desk.library.catalogue.definition(record.table());
    let keep = keep.map_or(KEEP, |definition| definition.subcommand_shown(KEEP, language));
    let show = desk.command(language, RoomKind::Direct, record.table(), number);
    let args = [
        ("number", number.into()),
        ("day", desk.day(language, day).into()),
        ("days", desk.retention.days(life.kept).into()),
        ("command", format!("{show} {keep}").into()),
        ("show", show.into()),
    ];
    let head = if is_theirs { "retention-ends-yours" } else { "retention-ends" };
    let mut said = Answer::say(desk.text(language, head, &args));
    if life.frozen {
        said = said.paragraph(desk.text(language, "retention-ends-frozen", &args));
    }
    let how = if member.role == Role::Coordinator { "retention-hold-how" } else { "retention-hold-ask" };
    said.paragraph(desk.text(language, how, &args))
}
