//! What the chain has learnt of an intervention. Somebody proposes a lesson, somebody else confirms it; then it stands with the
//! intervention in what the team knows, and what the interventions of the timeline did is counted there. Nothing there names the
//! incident.

use super::words::Sub;
use crate::commands::case::{Case, refused};
use crate::commands::intervention::meant;
use crate::commands::{Ask, Reply};
use crate::domain::evaluation::{Contribution, Evaluation, Stage, experienced};
use crate::domain::incident::{Happened, IncidentRefusal, IncidentStep, NewContribution, TimelineLine};
use crate::domain::practice::{LONGEST_LESSON, Month, PracticeChange, PracticeStep};
use crate::domain::{Audience, Change, Choice, Language, SaidOf};
use crate::store::{StoreError, new_id};
use crate::text::{Answer, Line};

/// What stands before the name of the lesson that is meant; nobody types it.
const LESSON: &str = "#les:";
/// So many are offered to choose from.
const OFFERED: usize = 5;

/// `les huisbezoek: Ga met z'n tweeën`.
pub(super) async fn lesson(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let (typed, text) = words.split_once(':').unwrap_or((words, ""));
    let found = if typed.trim().is_empty() || text.trim().is_empty() {
        vec![]
    } else {
        meant(ask.library, ask.store, (&case.incident.team, ask.language), typed).await?
    };
    let (slug, name) = match found.as_slice() {
        [(slug, name)] => (slug.clone(), name.clone()),
        [] => {
            let typed: String = typed.trim().chars().take(40).collect();
            let line = ask.evaluation_line(&case.incident.number, Sub::Lesson.id());
            let key = if text.trim().is_empty() { "evaluation-lesson-how" } else { "evaluation-lesson-unknown" };
            let text = case.words(ask, key, &[("typed", typed.into()), ("command", line.into())]);
            return case.says(ask, text).await;
        }
        several => return which_intervention(ask, case, several, text).await,
    };
    let remark = match case.remark(ask, text, ("evaluation-lesson-how", LONGEST_LESSON)).await? {
        Ok(remark) => remark,
        Err(reply) => return Ok(*reply),
    };
    let member = &case.member;
    let step = IncidentStep::Contributed(Box::new(NewContribution {
        id: new_id(),
        stage: Stage::Lesson,
        question: slug,
        person: member.person.clone(),
        organisation: member.organisation,
        text: remark.text.trim().to_owned(),
        released: true,
        said_in: Some((ask.room.clone(), ask.event.clone())),
    }));
    let said = vec![SaidOf { room: ask.room.clone(), event: ask.event.clone() }];
    let mut changes = vec![case.change(vec![step]), Change::SaidOf { record: case.incident.record(), said }];
    changes.extend(remark.changes);
    let line = ask.evaluation_line(&case.incident.number, Sub::Confirm.id());
    let text = case.words(ask, "evaluation-lesson-proposed", &[("name", name.into()), ("command", line.into())]);
    case.say(ask, |_| Reply { changes, ..Answer::say(text).into() }).await
}

/// Which of these interventions is meant.
async fn which_intervention(
    ask: &Ask<'_>,
    case: &Case,
    found: &[(String, String)],
    text: &str,
) -> Result<Reply, StoreError> {
    let found = &found[..found.len().min(OFFERED)];
    let line = typed(ask, case, Sub::Lesson);
    let choices = numbered(found.iter().map(|(slug, _)| format!("{line} {slug}: {}", text.trim())));
    let lines: Vec<Line> = found.iter().map(|(_, name)| Line::new(name.clone())).collect();
    case.say(ask, |ask| offered(ask, "incident-which-intervention", lines, choices)).await
}

/// A lesson is right: it comes home.
pub(super) async fn confirm(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    if !case.incident.is_kept_by(&case.member) {
        return refused(ask, case, IncidentRefusal::NoPart).await;
    }
    let waiting = waiting(case);
    let meant: Vec<&Waiting> = match words.trim().strip_prefix(LESSON) {
        Some(id) => waiting.iter().filter(|one| one.id == id.trim()).collect(),
        None if words.trim().is_empty() => waiting.iter().collect(),
        None => waiting.iter().filter(|one| one.slug == words.trim().to_lowercase()).collect(),
    };
    match meant.as_slice() {
        [] => {
            let line = ask.evaluation_line(&case.incident.number, Sub::Lesson.id());
            let text = case.words(ask, "evaluation-lesson-none", &[("command", line.into())]);
            case.says(ask, text).await
        }
        [one] if one.mine => {
            let text = ask.text("evaluation-lesson-own", &[]);
            case.says(ask, text).await
        }
        [one] => confirmed(ask, case, one).await,
        several => {
            let several = &several[..several.len().min(OFFERED)];
            let line = typed(ask, case, Sub::Confirm);
            let choices = numbered(several.iter().map(|one| format!("{line} {LESSON}{}", one.id)));
            let lines: Vec<Line> =
                several.iter().map(|one| Line::new(format!("`{}`: {}", one.slug, one.text))).collect();
            case.say(ask, |ask| offered(ask, "evaluation-lesson-which", lines, choices)).await
        }
    }
}

/// A lesson that nobody has confirmed.
struct Waiting {
    id: String,
    slug: String,
    text: String,
    /// It is the asker's own.
    mine: bool,
}

/// The lessons that wait for somebody to confirm them, as the asker sees them.
fn waiting(case: &Case) -> Vec<Waiting> {
    let alone = Audience::person(case.member.clone().into());
    let Some(view) = case.incident.content.for_audience(&alone, &case.rules) else { return vec![] };
    let confirmed = &case.incident.evaluation.learnt.confirmed;
    let waits = |one: &Contribution| one.stage == Stage::Lesson && !confirmed.contains(&one.id);
    let views = view.content().contributions.iter().filter_map(|one| one.for_audience(&alone, &case.rules));
    views
        .filter(|view| waits(view.content()))
        .filter_map(|view| {
            let one = view.content();
            let (id, slug) = (one.id.clone(), one.question.clone());
            Some(Waiting {
                id,
                slug,
                text: view.field(|one| &one.text)?.clone(),
                mine: one.person == case.member.person,
            })
        })
        .collect()
}

async fn confirmed(ask: &Ask<'_>, case: &Case, lesson: &Waiting) -> Result<Reply, StoreError> {
    let mut evaluation: Evaluation = case.incident.evaluation.clone();
    evaluation.learnt.confirmed.insert(lesson.id.clone());
    let source = evaluation.learnt.source.get_or_insert_with(new_id).clone();
    let (slug, text, month) = (lesson.slug.clone(), lesson.text.clone(), Month::of(ask.today()));
    let mut steps = experiences(ask, case, &source);
    let counted = steps.len();
    steps.push(PracticeStep::Lesson { id: new_id(), slug, text, month });
    let changes = vec![
        case.change(vec![IncidentStep::Evaluated(Box::new(evaluation))]),
        Change::Practice(PracticeChange { team: case.incident.team.clone(), steps }),
    ];
    let names = meant(ask.library, ask.store, (&case.incident.team, ask.language), &lesson.slug).await?;
    let name = names.first().map_or_else(|| lesson.slug.clone(), |(_, name)| name.clone());
    let show = ask.library.catalogue.definition("intervention").map_or_else(String::new, |it| ask.typed(it));
    let args = [
        ("name", name.into()),
        ("text", lesson.text.as_str().into()),
        ("command", format!("{show} {}", lesson.slug).into()),
        ("count", counted.into()),
    ];
    let answer = Answer::say(ask.text("evaluation-lesson-confirmed", &args));
    let answer = if counted > 0 { answer.paragraph(ask.text("evaluation-lesson-counted", &args)) } else { answer };
    let answer = answer.paragraph(ask.text("evaluation-lesson-nameless", &[]));
    case.say(ask, |_| Reply { changes, ..answer.into() }).await
}

/// What the interventions of the timeline did.
fn experiences(ask: &Ask<'_>, case: &Case, source: &str) -> Vec<PracticeStep> {
    let alone = Audience::person(case.member.clone().into());
    let Some(view) = case.incident.content.for_audience(&alone, &case.rules) else { return vec![] };
    let seen = crate::commands::case::Seen { view, audience: &alone };
    let lines: Vec<(&TimelineLine, &Happened)> = case.timeline(&seen);
    experienced(&lines, source, ask.health.time_zone)
}

fn typed(ask: &Ask<'_>, case: &Case, sub: Sub) -> String {
    let word = ask.definition.words.shown(Language::Dutch);
    format!("{word} {} {}", case.incident.number, ask.definition.subcommand_shown(sub.id(), Language::Dutch))
}

fn offered(ask: &Ask<'_>, key: &str, lines: Vec<Line>, choices: Vec<Choice>) -> Reply {
    let foot = [("prefix", ask.before_number().into()), ("last", lines.len().into())];
    let answer = Answer::say(ask.text(key, &[])).numbered(lines).paragraph(ask.text("incident-choose", &foot));
    Reply { answer, choices, ..Reply::default() }
}

fn numbered(commands: impl Iterator<Item = String>) -> Vec<Choice> {
    let choice =
        |(number, command): (usize, String)| Choice { key: number.to_string(), words: vec![], emoji: None, command };
    (1..).zip(commands).map(choice).collect()
}
