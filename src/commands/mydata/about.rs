//! What is held about somebody besides records: who they are to the bot, their teams and rooms, what waits, a form under way.

use std::collections::BTreeSet;

use super::{DAY_MS, Gathered, listed, moment};
use crate::commands::Ask;
use crate::commands::team::described;
use crate::dialogue::{Draft, shown};
use crate::domain::Form;
use crate::paper::{Block, Section};
use crate::store::{Part, ROWS_LAST_MS, StoreError};

/// What the file is, and what is not in it.
pub(super) fn file(ask: &Ask<'_>) -> Section {
    let keys = ["mydata-about-what", "mydata-about-not", "mydata-about-rights"];
    let blocks = keys.iter().map(|key| Block::Text(ask.text(key, &[]))).collect();
    Section { heading: ask.text("mydata-about", &[]), blocks }
}

pub(super) async fn person(ask: &Ask<'_>, gathered: &Gathered) -> Result<Vec<Section>, StoreError> {
    let mut sections = vec![Section {
        heading: ask.text("mydata-you", &[]),
        blocks: vec![Block::Items(settings(ask, gathered).await?)],
    }];
    sections.extend(listed(ask.text("mydata-teams", &[]), teams(ask, gathered).await?));
    sections.extend(listed(ask.text("mydata-rooms", &[]), rooms(ask, gathered)));
    sections.extend(listed(ask.text("mydata-messages", &[]), messages(ask, gathered)));
    sections.extend(dialogues(ask, gathered).await?);
    Ok(sections)
}

async fn settings(ask: &Ask<'_>, gathered: &Gathered) -> Result<Vec<String>, StoreError> {
    let person = ask.sender;
    let mut items = vec![ask.text("mydata-account", &[("person", person.as_str().into())])];
    let language = match ask.store.person_language(person).await? {
        Some(language) => ask.text("mydata-language", &[("language", language.code().into())]),
        None => ask.text("mydata-language-none", &[]),
    };
    let zone = match ask.store.person_time_zone(person).await? {
        Some(zone) => ask.text("mydata-zone", &[("zone", zone.name().into())]),
        None => ask.text("mydata-zone-none", &[]),
    };
    items.extend([language, zone]);
    if let Some(identity) = ask.store.identity(person).await? {
        let seen = gathered.with(&[Part::Identity]).find_map(|trace| trace.at_ms);
        let at = seen.map_or_else(String::new, |at_ms| moment(ask, at_ms));
        let key = identity.seen.unwrap_or(identity.trusted);
        items.push(ask.text("mydata-identity", &[("key", key.into()), ("at", at.into())]));
    }
    if ask.is_admin() {
        items.push(ask.text("mydata-admin", &[]));
    }
    Ok(items)
}

async fn teams(ask: &Ask<'_>, gathered: &Gathered) -> Result<Vec<String>, StoreError> {
    let mut items = Vec::new();
    for trace in gathered.with(&[Part::Member]) {
        let Some(team) = &trace.team else { continue };
        let Some(member) = gathered.viewer.member_of(team) else { continue };
        let what = described(ask, member.organisation, member.role, member.mandate);
        items.push(ask.text("mydata-team", &[("team", gathered.team_name(team).into()), ("what", what.into())]));
        if let Some(until) = ask.store.away_from(team, ask.sender).await? {
            items.push(ask.text("mydata-away", &[("day", ask.day(until).into())]));
        }
    }
    for trace in gathered.with(&[Part::TeamChosen]) {
        let Some(team) = &trace.team else { continue };
        let args = [("team", gathered.team_name(team).into()), ("room", trace.row.as_str().into())];
        items.push(ask.text("mydata-team-chosen", &args));
    }
    Ok(items)
}

fn rooms(ask: &Ask<'_>, gathered: &Gathered) -> Vec<String> {
    let parts = [Part::DirectRoom, Part::DirectRoomMaking];
    let room = |trace: &crate::store::Trace| match trace.at_ms {
        Some(at_ms) => {
            ask.text("mydata-room", &[("room", trace.row.as_str().into()), ("at", moment(ask, at_ms).into())])
        }
        None => ask.text("mydata-room-making", &[]),
    };
    gathered.with(&parts).map(room).collect()
}

/// How many rows of messages there are, and until when.
fn messages(ask: &Ask<'_>, gathered: &Gathered) -> Vec<String> {
    let rows = [
        (Part::PrivateWaiting, "mydata-waiting", crate::store::PRIVATE_WAITS_MS),
        (Part::EventRow, "mydata-event-rows", ROWS_LAST_MS),
        (Part::MessageRow, "mydata-message-rows", ROWS_LAST_MS),
        (Part::Invited, "mydata-invited", DAY_MS),
    ];
    let counted = |(part, key, lasts_ms): (Part, &str, i64)| {
        let last_ms = gathered.with(&[part]).filter_map(|trace| trace.at_ms).max()?;
        let distinct: BTreeSet<&str> = gathered.with(&[part]).map(|trace| trace.row.as_str()).collect();
        let until = moment(ask, last_ms + lasts_ms);
        Some(ask.text(key, &[("count", distinct.len().into()), ("until", until.into())]))
    };
    rows.into_iter().filter_map(counted).collect()
}

/// Forms under way, with what was answered.
async fn dialogues(ask: &Ask<'_>, gathered: &Gathered) -> Result<Vec<Section>, StoreError> {
    let mut sections = Vec::new();
    for trace in gathered.with(&[Part::Dialogue]) {
        let Some(dialogue) = ask.store.dialogue_called(&trace.row).await? else { continue };
        let corrupt = |source| StoreError::Corrupt { table: "dialogue", source };
        let form: Form = serde_json::from_str(&dialogue.form).map_err(corrupt)?;
        let draft: Draft = serde_json::from_str(&dialogue.draft).map_err(corrupt)?;
        let (texts, zone) = (&ask.library.catalogue.texts, ask.health.time_zone);
        let answered = |(id, given): (&String, &crate::dialogue::Given)| {
            let question = form.question(id)?;
            let value = shown(question, &given.value, ask.language, zone, texts, ask.library);
            Some(format!("{}: {value}", question.label.shown(ask.language)))
        };
        let mut items = vec![ask.text("mydata-dialogue-touched", &[("at", moment(ask, dialogue.touched_ms).into())])];
        items.extend(draft.given.iter().filter_map(answered));
        let args = [("form", form.id.as_str().into()), ("team", gathered.team_name(&dialogue.team).into())];
        sections.extend(listed(ask.text("mydata-dialogue", &args), items));
    }
    Ok(sections)
}
