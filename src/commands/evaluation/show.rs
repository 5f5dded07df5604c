//! How far an evaluation has come: its steps with their days, which organisations have answered, the date, what was said beforehand as
//! far as these eyes see it; and the list of those that wait.

use super::around::{organisations, step_key, zone_of};
use super::before::before_answers;
use super::date;
use crate::commands::case::{Case, Seen};
use crate::commands::{Ask, Desk, Reply};
use crate::domain::evaluation::{Evaluation, Path, PathStep, Stage, Taken};
use crate::domain::incident::Nature;
use crate::domain::{Audience, Choice, Gathering, Language, Member, OrganisationKind, RoomFacts, RoomFault};
use crate::store::{Incidents, StoreError};
use crate::text::{Answer, Line};

/// Evaluations in one list.
const MOST: usize = 9;

/// The evaluations that wait for something, as far as everybody who reads it may see them.
pub(super) async fn list(ask: &Ask<'_>, member: &Member) -> Result<Reply, StoreError> {
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
            incidents.extend(ask.store.incident(&member.team, &number).await?.filter(|one| one.evaluation.waits()));
        }
    }
    ask.guarded(member.clone().into(), decide, |ask, audience| {
        let (mut lines, mut choices) = (Vec::new(), Vec::new());
        let seen = incidents.iter().filter(|one| one.content.for_audience(audience, &rules).is_some());
        for incident in seen.take(MOST) {
            let args = [
                ("number", incident.number.as_str().into()),
                ("what", ask.nature(incident.nature).into()),
                ("next", next(ask, &incident.evaluation, incident.frozen).into()),
            ];
            lines.push(Line::new(ask.text("evaluation-item", &args)));
            choices.push(Choice {
                key: lines.len().to_string(),
                words: vec![incident.number.to_string()],
                emoji: None,
                command: format!("{} {}", ask.definition.words.shown(Language::Dutch), incident.number),
            });
        }
        if lines.is_empty() {
            return ask.say("evaluation-none", &[]);
        }
        let foot = [("prefix", ask.before_number().into()), ("last", lines.len().into())];
        let answer =
            Answer::say(ask.text("evaluation-list", &[])).numbered(lines).paragraph(ask.text("list-open", &foot));
        Reply { answer, choices, ..Reply::default() }
    })
    .await
}

/// The step that comes next, in a few words.
fn next(ask: &Ask<'_>, evaluation: &Evaluation, frozen: bool) -> String {
    if frozen {
        return ask.text("evaluation-next-frozen", &[]);
    }
    let open: Vec<_> =
        evaluation.path.iter().flat_map(|path| &path.steps).filter(|(_, taken)| !taken.is_ended()).collect();
    // What was passed over does not stand before what is still to come.
    let next = open.iter().find(|(_, taken)| taken.until >= ask.today()).or(open.last());
    next.map_or_else(String::new, |(step, taken)| {
        let name = ask.text(step_key(**step), &[]);
        ask.text("evaluation-next", &[("step", name.into()), ("day", ask.day(taken.until).into())])
    })
}

/// How far one has come.
pub(super) async fn show(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    let zone = zone_of(&Desk::of(ask), &case.incident.team).await?;
    case.view(ask, |ask, seen| {
        let evaluation = &case.incident.evaluation;
        let number = case.incident.number.as_str();
        let mut answer = Answer::say(ask.text("evaluation-title", &[("number", number.into())]));
        if let Some(why) = seen.view.part_if(|content| content.frozen.as_ref()).and_then(|why| why.open()) {
            let args = [("number", number.into()), ("reason", why.as_str().into())];
            answer = answer.paragraph(ask.text("incident-is-frozen", &args));
        }
        let Some(path) = &evaluation.path else {
            let command = ask.evaluation_line(&case.incident.number, "plan");
            let text = ask.text("evaluation-not-planned", &[("number", number.into()), ("command", command.into())]);
            return answer.paragraph(text).into();
        };
        answer = answer.list(steps(ask, path)).list(reasons(ask, &seen, case));
        answer = answer.lines(who(ask, path));
        let dates = date::lines(ask, evaluation, zone);
        if !dates.is_empty() {
            answer = answer.paragraph(ask.text("evaluation-date", &[])).list(dates);
        }
        answer = said_beforehand(ask, case, &seen, answer);
        Reply { changes: vec![case.read(ask)], ..answer.paragraph(how(ask, case)).into() }
    })
    .await
}

/// The steps with their days and how far they have come.
pub(super) fn steps(ask: &Ask<'_>, path: &Path) -> Vec<Line> {
    path.steps.iter().map(|(step, taken)| Line::new(told(ask, *step, taken))).collect()
}

fn told(ask: &Ask<'_>, step: PathStep, taken: &Taken) -> String {
    let key = match (taken.done_ms, taken.not_needed) {
        (Some(_), _) => "evaluation-state-done",
        (None, true) => "evaluation-state-not-needed",
        (None, false) if taken.from == taken.until => "evaluation-state-on",
        (None, false) => "evaluation-state-between",
    };
    let args = [
        ("step", ask.text(step_key(step), &[]).into()),
        ("from", ask.day(taken.from).into()),
        ("until", ask.day(taken.until).into()),
        ("done", taken.done_ms.map(|at_ms| ask.moment(at_ms)).unwrap_or_default().into()),
    ];
    ask.text(key, &args)
}

/// Why steps are not needed.
fn reasons(ask: &Ask<'_>, seen: &Seen<'_, '_>, case: &Case) -> Vec<Line> {
    let mut lines = Vec::new();
    for contribution in seen.view.parts(|content| &content.contributions) {
        let Some(view) = contribution.content().for_audience(seen.audience, &case.rules) else { continue };
        let said = view.content();
        let step = PathStep::from_code(&said.question).filter(|_| said.stage == Stage::NotNeeded);
        if let (Some(step), Some(text)) = (step, view.field(|said| &said.text)) {
            let args = [
                ("step", ask.text(step_key(step), &[]).into()),
                ("who", ask.organisation(said.organisation).into()),
                ("reason", text.as_str().into()),
            ];
            lines.push(Line::new(ask.text("evaluation-because", &args)));
        }
    }
    lines
}

/// Which organisations have answered beforehand, and which have not.
fn who(ask: &Ask<'_>, path: &Path) -> Vec<Line> {
    let desk = Desk::of(ask);
    let (yes, no): (Vec<_>, Vec<_>) = path.organisations().into_iter().partition(|(_, answered)| *answered);
    let line = |key: &str, all: Vec<(OrganisationKind, bool)>| {
        let who = organisations(&desk, ask.language, all.into_iter().map(|(one, _)| one));
        (!who.is_empty()).then(|| Line::new(ask.text(key, &[("who", who.into())])))
    };
    let over = path.step(PathStep::Before).is_none_or(Taken::is_ended);
    let waiting = if over { None } else { line("evaluation-waits-for", no) };
    line("evaluation-answered-by", yes).into_iter().chain(waiting).collect()
}

/// What was said beforehand, as far as these eyes see it.
fn said_beforehand(ask: &Ask<'_>, case: &Case, seen: &Seen<'_, '_>, mut answer: Answer) -> Answer {
    let said = before_answers(seen, &case.rules);
    if said.is_empty() {
        return answer;
    }
    let form = if case.incident.nature == Nature::NearMiss { "before_light" } else { "before" };
    let form = ask.library.dialogues.form(form);
    answer = answer.paragraph(ask.text("evaluation-beforehand", &[]));
    let questions = form.map_or(&[][..], |form| &form.questions[..]);
    let mut lines = Vec::new();
    for question in questions {
        for (organisation, text) in said.get(&question.id).into_iter().flatten() {
            let args = [
                ("question", question.label.shown(ask.language).into()),
                ("who", ask.organisation(*organisation).into()),
                ("text", (*text).into()),
            ];
            lines.push(Line::new(ask.text("evaluation-said", &args)));
        }
    }
    answer.list(lines)
}

fn how(ask: &Ask<'_>, case: &Case) -> String {
    let line = |sub: &str| ask.evaluation_line(&case.incident.number, sub).into();
    ask.text("evaluation-how", &[("before", line("before")), ("date", line("date")), ("start", line("start"))])
}

/// The asker wants something done that cannot be.
pub(super) async fn not_known(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let word: String = words.split_whitespace().next().unwrap_or_default().chars().take(40).collect();
    let command = format!("{} {}", ask.typed(ask.definition), case.incident.number);
    let text = case.words(ask, "evaluation-deeds", &[("word", word.into()), ("command", command.into())]);
    case.says(ask, text).await
}
