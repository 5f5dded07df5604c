//! What everybody says on their own before the session, independent first: nobody sees it until its author has released it and the
//! time for it is over, so that rank steers nobody. Whoever is asked can have nothing to add, or let a colleague answer.

use std::collections::BTreeMap;

use super::around::Around;
use super::asking::invitation;
use crate::commands::case::{Case, Seen};
use crate::commands::dialogues::{Later, Leads, Talking};
use crate::commands::signal::report::said;
use crate::commands::{Ask, Desk, Reply, case, incident};
use crate::dialogue::Summary;
use crate::domain::evaluation::{Evaluation, PathStep, Stage, Taken};
use crate::domain::incident::{IncidentStep, Nature, NewContribution, incident_of_record};
use crate::domain::{Audience, Change, OrganisationKind, SharingRules, Value};
use crate::store::{StoreError, new_id};
use crate::text::Answer;

/// The question of both forms whether the others may see the answers.
const RELEASE: &str = "release";

/// Leads the dialogues of the forms `before` and `before_light`.
pub(in crate::commands) struct Beforehand;

/// The answers that these eyes see, by question, each with the organisation that gave it: those that were released, once the time
/// is over; and one's own.
pub(super) fn before_answers<'s>(
    seen: &Seen<'s, '_>,
    rules: &SharingRules,
) -> BTreeMap<String, Vec<(OrganisationKind, &'s str)>> {
    let mut all: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for contribution in seen.view.parts(|content| &content.contributions) {
        let Some(view) = contribution.content().for_audience(seen.audience, rules) else { continue };
        let said = view.content();
        if said.stage != Stage::Before {
            continue;
        }
        if let Some(text) = view.field(|said| &said.text) {
            all.entry(said.question.clone()).or_default().push((said.organisation, text.as_str()));
        }
    }
    all
}

/// Why nobody can answer beforehand now.
fn closed(case: &Case) -> Option<&'static str> {
    let evaluation = &case.incident.evaluation;
    let Some(path) = &evaluation.path else { return Some("evaluation-not-planned") };
    let ended = path.step(PathStep::Before).is_none_or(Taken::is_ended);
    (ended || evaluation.gathered || evaluation.session.is_some()).then_some("evaluation-before-over")
}

async fn says_alone(ask: &Ask<'_>, case: &Case, key: &str) -> Result<Reply, StoreError> {
    let command = ask.evaluation_line(&case.incident.number, "plan");
    let text = case.words(ask, key, &[("command", command.into())]);
    case.say_alone(ask, |_| Answer::say(text).into()).await
}

/// Begins the dialogue, in the direct room.
pub(super) async fn begin(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    if let Some(key) = closed(case) {
        return says_alone(ask, case, key).await;
    }
    let form = if case.incident.nature == Nature::NearMiss { "before_light" } else { "before" };
    let until = case.incident.evaluation.path.as_ref().and_then(|path| path.step(PathStep::Before));
    let day = until.map(|taken| ask.day(taken.until)).unwrap_or_default();
    let number = case.incident.number.as_str();
    let opening = Answer::say(ask.text("evaluation-opening", &[("number", number.into()), ("day", day.into())]))
        .paragraph(ask.text("incident-law", &[]));
    ask.begin(&case.member, form, Some(case.incident.record()), opening).await
}

/// Somebody who was asked has nothing to add.
pub(super) async fn pass(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    if let Some(key) = closed(case) {
        return says_alone(ask, case, key).await;
    }
    let after = answered(ask, case).await?;
    changed(ask, case, after, "evaluation-passed", vec![]).await
}

/// How far it has come when the asker has answered.
async fn answered(ask: &Ask<'_>, case: &Case) -> Result<Evaluation, StoreError> {
    let around = Around::of(ask, case).await?;
    let mut after = case.incident.evaluation.clone();
    if let Some(path) = &mut after.path {
        // Who handed it over and has something to say after all takes part again.
        path.excused.remove(&case.member.person);
        path.joined(&around.seers());
        let mine = path.participants.iter_mut().find(|one| one.person == case.member.person);
        if let Some(mine) = mine {
            mine.answered = true;
        }
    }
    Ok(after)
}

/// The evaluation has come further, which the asker alone hears.
async fn changed(
    ask: &Ask<'_>,
    case: &Case,
    after: Evaluation,
    key: &str,
    more: Vec<Change>,
) -> Result<Reply, StoreError> {
    let due = Around::of(ask, case).await?.due(&Desk::of(ask), &after);
    let mut changes = vec![case.change(vec![IncidentStep::Evaluated(Box::new(after))]), due];
    changes.extend(more);
    let text = case.words(ask, key, &[]);
    case.say_alone(ask, |_| Reply { changes, ..Answer::say(text).into() }).await
}

/// `geef @dirk`: a colleague of the same organisation who sees the incident answers instead.
pub(super) async fn hand_over(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    if let Some(key) = closed(case) {
        return says_alone(ask, case, key).await;
    }
    let around = Around::of(ask, case).await?;
    let mine = case.member.organisation;
    let colleague = incident::called(case, words).filter(|one| one.person != case.member.person);
    let Some(colleague) = colleague.and_then(|one| around.seer(&one.person)).filter(|one| one.organisation == mine)
    else {
        let typed: String = words.chars().take(40).collect();
        let command = ask.evaluation_line(&case.incident.number, "hand_over");
        let args =
            [("typed", typed.into()), ("organisation", ask.organisation(mine).into()), ("command", command.into())];
        let text = case.words(ask, "evaluation-give-how", &args);
        return case.say_alone(ask, |_| Answer::say(text).into()).await;
    };
    let mut after = case.incident.evaluation.clone();
    let mut has_answered = false;
    if let Some(path) = &mut after.path {
        path.excused.insert(case.member.person.clone());
        path.excused.remove(&colleague.person);
        path.participants.retain(|one| one.person != case.member.person);
        path.joined(&around.seers());
        has_answered = path.participant(&colleague.person).is_some_and(|one| one.answered);
    }
    let mut more = Vec::new();
    if !has_answered {
        let desk = Desk::of(ask);
        let language = desk.language_of(&colleague.person).await?;
        let until = after.path.as_ref().and_then(|path| path.step(PathStep::Before));
        let day = until.map(|taken| desk.day(language, taken.until)).unwrap_or_default();
        let head = {
            let args = [
                ("number", case.incident.number.as_str().into()),
                ("who", case.member.person.localpart().into()),
                ("day", day.into()),
            ];
            desk.text(language, "evaluation-handed", &args)
        };
        more = invitation(&desk, &around, (colleague, language), head);
    }
    changed(ask, case, after, "evaluation-given", more).await
}

/// `vrijgeven`, `vrijgeven niet`.
pub(super) async fn release(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let yes = words.trim().is_empty();
    let known = matches!(crate::text::pick(words, ask.definition.options("release")), crate::text::Picked::One(_));
    if !yes && !known {
        return says_alone(ask, case, "evaluation-release-how").await;
    }
    if mine(case).is_empty() {
        return says_alone(ask, case, "evaluation-release-nothing").await;
    }
    let person = case.member.person.clone();
    let changes = vec![case.change(vec![IncidentStep::Released { person, yes }])];
    let key = if yes { "evaluation-released" } else { "evaluation-not-released" };
    let text = case.words(ask, key, &[]);
    case.say_alone(ask, |_| Reply { changes, ..Answer::say(text).into() }).await
}

/// The names of what the asker said beforehand.
fn mine(case: &Case) -> Vec<String> {
    let audience = Audience::person(case.member.clone().into());
    let Some(view) = case.incident.content.for_audience(&audience, &case.rules) else { return vec![] };
    let all = view.parts(|content| &content.contributions);
    let own = all.filter_map(|one| one.content().for_audience(&audience, &case.rules).map(|view| view.content()));
    own.filter(|said| said.stage == Stage::Before && said.person == case.member.person)
        .map(|said| said.id.clone())
        .collect()
}

impl Leads for Beforehand {
    fn reads(&self) -> &'static [&'static str] {
        &[RELEASE]
    }

    fn summary<'t>(&'t self, talking: Talking<'t>) -> Later<'t, Summary> {
        let after = Answer::say(talking.ask.text("evaluation-before-sees", &[]));
        Box::pin(std::future::ready(Ok(Summary { after })))
    }

    /// It is meant to be for oneself at first.
    fn alone<'t>(&'t self, _: Talking<'t>) -> Later<'t, usize> {
        Box::pin(std::future::ready(Ok(0)))
    }

    fn send<'t>(&'t self, talking: Talking<'t>) -> Later<'t, Reply> {
        Box::pin(send(talking))
    }
}

/// Each answer becomes a contribution of its own; what the person said there before is replaced.
async fn send(talking: Talking<'_>) -> Result<Reply, StoreError> {
    let Talking { ask, member, form, draft } = talking;
    let number = draft.about.as_deref().and_then(incident_of_record).map(|(_, number)| number);
    // It may have been taken back, frozen, or hidden from them while they were answering.
    let case = case::find(ask, member, number.as_ref()).await?.filter(|case| !case.incident.frozen);
    let Some(case) = case else { return Ok(ask.say("evaluation-before-gone", &[])) };
    if let Some(key) = closed(&case) {
        return says_alone(ask, &case, key).await;
    }
    let answers = draft.settled(form, ask.today(), ask.health.working);
    let released = answers.get(RELEASE).and_then(Value::choice) == Some("yes");
    let mut steps: Vec<IncidentStep> = mine(&case).into_iter().map(|id| IncidentStep::Unsaid { id }).collect();
    for question in &form.questions {
        let Some(text) = answers.get(&question.id).and_then(Value::text) else { continue };
        steps.push(IncidentStep::Contributed(Box::new(NewContribution {
            id: new_id(),
            stage: Stage::Before,
            question: question.id.clone(),
            person: member.person.clone(),
            organisation: member.organisation,
            text: text.to_owned(),
            released,
            said_in: None,
        })));
    }
    let after = answered(ask, &case).await?;
    let due = Around::of(ask, &case).await?.due(&Desk::of(ask), &after);
    let until = after.path.as_ref().and_then(|path| path.step(PathStep::Before)).map(|taken| ask.day(taken.until));
    steps.push(IncidentStep::Evaluated(Box::new(after)));
    let record = case.incident.record();
    let changes = vec![case.change(steps), due, Change::SaidOf { record: record.clone(), said: said(ask, draft) }];
    let key = if released { "evaluation-answered-released" } else { "evaluation-answered" };
    let command = ask.library.catalogue.definition("evaluation").map_or_else(String::new, |it| {
        format!("{} {} {}", ask.typed(it), case.incident.number, it.subcommand_shown("release", ask.language))
    });
    let args = [("day", until.unwrap_or_default().into()), ("command", command.into())];
    let answer = Answer::say(case.words(ask, key, &args));
    Ok(Reply { answer, changes, shows: Some(record.into_boxed_str()), ..Reply::default() })
}
