//! `!evaluatie termijnen`: the days of the path of this team. A coordinator sets them; what is planned already keeps its days.

use crate::commands::{Ask, Reply};
use crate::domain::evaluation::{PathTerms, Terms};
use crate::domain::{Change, Member, Role, TeamChange, TeamStep};
use crate::store::StoreError;
use crate::text::{Answer, Line, Picked, pick};

/// Nobody plans further ahead, in days.
const FURTHEST: u32 = 180;

/// Shows the days, or sets some of them: `sessie 7 14`, `vooraf 3 7 werkdagen`, `herinnering 21`, `standaard`.
pub(super) async fn terms(ask: &Ask<'_>, member: &Member, words: &str) -> Result<Reply, StoreError> {
    let now = ask.store.path_terms(&member.team).await?;
    let current = now.unwrap_or_default();
    if words.trim().is_empty() {
        return Ok(told(ask, &current, "evaluation-terms").into());
    }
    if member.role != Role::Coordinator {
        let who = ask.coordinators(&member.team).await?;
        return Ok(ask.say("only-coordinators", &[("who", who.into())]));
    }
    let Some(wanted) = changed(ask, &current, words) else {
        let command =
            format!("{} {}", ask.typed(ask.definition), ask.definition.subcommand_shown("terms", ask.language));
        return Ok(ask.say("evaluation-terms-how", &[("command", command.into())]));
    };
    let step = TeamStep::PathTerms { terms: (wanted != Terms::default()).then_some(wanted) };
    let change = Change::Team(TeamChange { team: member.team.clone(), seen: None, steps: vec![step] });
    Ok(Reply { changes: vec![change], ..told(ask, &wanted, "evaluation-terms-set").into() })
}

/// The days after what was typed; nothing when that is none of the forms, or the days are in no order.
fn changed(ask: &Ask<'_>, current: &Terms, words: &str) -> Option<Terms> {
    let options = ask.definition.options("terms");
    let called = |word: &str| match pick(word, options) {
        Picked::One(option) => Some(option.id.as_str()),
        _ => None,
    };
    let mut typed = words.split_whitespace();
    let what = called(typed.next()?)?;
    let rest: Vec<&str> = typed.collect();
    let mut numbers = Vec::new();
    let mut others = Vec::new();
    for word in &rest {
        match word.trim_end_matches([',', '.', ';']).parse::<u32>() {
            Ok(number) if number <= FURTHEST => numbers.push(number),
            Ok(_) => return None,
            Err(_) => others.push(*word),
        }
    }
    let working = !others.is_empty() && called(&others.join(" ")) == Some("working");
    if !others.is_empty() && !working {
        return None;
    }
    let mut terms = *current;
    match (what, numbers.as_slice()) {
        ("standard", []) => terms = Terms::default(),
        ("debrief", [from, until]) => terms.debrief = PathTerms { from: *from, until: *until, working },
        ("before", [from, until]) => terms.before = PathTerms { from: *from, until: *until, working },
        ("session", [from, until]) => terms.session = PathTerms { from: *from, until: *until, working },
        ("reminder", [day]) => terms.reminder = *day,
        ("last", [day]) => terms.last = *day,
        _ => return None,
    }
    let steps = [terms.debrief, terms.before, terms.session];
    let in_order = steps.iter().all(|step| step.from <= step.until)
        && terms.session.until <= terms.reminder
        && terms.reminder <= terms.last;
    in_order.then_some(terms)
}

fn told(ask: &Ask<'_>, terms: &Terms, head: &str) -> Answer {
    let span = |(days, of_work): (&str, &str), step: PathTerms| {
        let key = if step.working { of_work } else { days };
        Line::new(ask.text(key, &[("from", step.from.into()), ("until", step.until.into())]))
    };
    let day = |key: &str, day: u32| Line::new(ask.text(key, &[("day", day.into())]));
    let command = format!("{} {}", ask.typed(ask.definition), ask.definition.subcommand_shown("terms", ask.language));
    Answer::say(ask.text(head, &[]))
        .list([
            span(("evaluation-terms-debrief", "evaluation-terms-debrief-working"), terms.debrief),
            span(("evaluation-terms-before", "evaluation-terms-before-working"), terms.before),
            span(("evaluation-terms-session", "evaluation-terms-session-working"), terms.session),
            day("evaluation-terms-reminder", terms.reminder),
            day("evaluation-terms-last", terms.last),
        ])
        .paragraph(ask.text("evaluation-terms-how", &[("command", command.into())]))
}
