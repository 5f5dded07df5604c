//! The group, not the person: when several signals about one group come within a few days, its coordinators are asked to look at
//! the group together, each with the numbers that they may see.

use crate::catalogue::RoomKind;
use crate::commands::Desk;
use crate::dialogue::Interventions as _;
use crate::domain::signal::question;
use crate::domain::{
    Audience, Change, Count, Depth, Form, Guard, Language, Member, NewSignal, RecordNumber, Role, SharingRules,
    SignalStep, TeamId,
};
use crate::store::{Signals, StoreError};
use crate::text::{Answer, Line};

/// So many signals about one group are a reason to look at it together.
const REASON: usize = 3;
/// Within so many days; and so long they are not asked again.
const WITHIN_DAYS: i64 = 7;
/// So many numbers are listed, and so many entries of the matrix.
const LISTED: usize = 10;
const ENTRIES: usize = 3;

const DAY_MS: i64 = 24 * 3_600_000;

/// What follows for a group when this signal about it is sent: that its coordinators were asked, and what they hear. Nothing when
/// there is no reason, or they were asked a few days ago.
pub(super) async fn prompt(
    desk: &Desk<'_>,
    team: &TeamId,
    number: &RecordNumber,
    new: &NewSignal,
    (members, rules): (&[Member], &SharingRules),
) -> Result<Option<(SignalStep, Vec<Change>)>, StoreError> {
    let Some(alias) = &new.group else { return Ok(None) };
    let group = desk.store.group_hash(alias).await?;
    let since_ms = desk.now_ms() - WITHIN_DAYS * DAY_MS;
    let which = Signals { group: Some(group.clone()), since_ms: Some(since_ms), ..Signals::default() };
    let mut guards = vec![(number.clone(), Guard::from(new.protection.clone()))];
    guards.extend(desk.store.signal_guards(team, &which).await?);
    let asked = desk.store.group_prompted_ms(team, &group).await?;
    if guards.len() < REASON || asked.is_some_and(|asked| asked > since_ms) {
        return Ok(None);
    }
    let mut changes = Vec::new();
    for member in members.iter().filter(|member| member.role == Role::Coordinator && member.is_active()) {
        let alone = Audience::person(member.clone().into());
        let sight = |guard: &Guard| alone.sight_of(guard, rules);
        let seen: Vec<&RecordNumber> =
            guards.iter().filter(|(_, guard)| sight(guard).is_some()).map(|(number, _)| number).collect();
        // Who sees none of them hears nothing: not even that they are there.
        let (Some(newest), Some(_)) = (seen.first(), seen.last()) else { continue };
        let language = desk.language_of(&member.person).await?;
        // The alias, and the kinds, are as much as the fields that hold them.
        let named = guards.iter().any(|(_, guard)| sight(guard).is_some_and(|sight| sight.depth >= Depth::Shared));
        let count = match Count::of_seen(guards.iter().map(|(_, guard)| guard), &alone, rules) {
            Count::Exactly(count) => count.to_string(),
            Count::None | Count::FewerThanFive => desk.text(language, "fewer-than-five", &[]),
        };
        let args = [("group", alias.as_str().into()), ("days", WITHIN_DAYS.into()), ("count", count.into())];
        let key = if named { "signal-group" } else { "signal-group-unnamed" };
        let lines = seen.iter().take(LISTED).map(|number| {
            Line::new(format!("`{}`", desk.command(language, RoomKind::Direct, "signal", number.as_str())))
        });
        let mut answer = Answer::say(desk.text(language, key, &args)).list(lines);
        let entries = if named { entries(desk, language, new) } else { Vec::new() };
        if !entries.is_empty() {
            answer = answer.paragraph(desk.text(language, "signal-group-entries", &[])).list(entries);
        }
        answer = answer.paragraph(desk.text(language, "signal-group-not-persons", &[]));
        let record = crate::domain::signal_record(team, newest);
        changes.extend(desk.tell(member, language, &answer, vec![], Some(&record)));
    }
    if changes.is_empty() {
        return Ok(None);
    }
    Ok(Some((SignalStep::GroupPrompted { group, not_after_ms: since_ms }, changes)))
}

/// The entries of the matrix that fit the kinds of this signal best.
fn entries(desk: &Desk<'_>, language: Language, new: &NewSignal) -> Vec<Line> {
    let form: Option<Form> = serde_json::from_str(&new.form.json).ok();
    let kinds = new.answers.get(question::KIND).map(crate::domain::Value::choices).unwrap_or_default();
    let words: Vec<String> = form
        .iter()
        .filter_map(|form| form.question(question::KIND))
        .flat_map(|question| kinds.iter().filter_map(|kind| question.option(kind)))
        .map(|option| option.shown(language).to_owned())
        .collect();
    if words.is_empty() {
        return Vec::new();
    }
    let slugs = desk.library.interventions(&words.join(" "));
    slugs
        .into_iter()
        .take(ENTRIES)
        .map(|slug| {
            let name = desk.library.name(slug, language).unwrap_or_else(|| slug.to_owned());
            Line::new(format!("{name}: `{}`", desk.command(language, RoomKind::Direct, "intervention", slug)))
        })
        .collect()
}
