//! One question of a session as a message: what is asked and why, what was said beforehand and released, what has been said already.
//! Any words in reply to it are an answer.

use super::{form, tell, word};
use crate::commands::case::{Case, Seen};
use crate::commands::evaluation::words::Sub;
use crate::commands::incident::timeline_lines;
use crate::commands::{Ask, Reply, action};
use crate::domain::evaluation::{Contribution, Session, Stage};
use crate::domain::incident::Action;
use crate::domain::{ANY_WORDS, Choice, Deed, File, Language, Message, Question, RecordNumber, Role};
use crate::text::{Answer, Line};

/// The question with which the timeline is shown.
pub(super) const HAPPENED: &str = "happened";
/// The question that asks for actions.
pub(super) const DIFFERENTLY: &str = "differently";
/// The question that is answered by a number.
pub(super) const SAFE: &str = "safe";
/// Its numbers.
pub(super) const NUMBERS: std::ops::RangeInclusive<u8> = 1..=5;

/// What stands before the question that an answer belongs to; nobody types it.
pub(super) const QUESTION: &str = "#vraag:";

/// The open question, for those who read it.
pub(super) fn put(
    ask: &Ask<'_>,
    case: &Case,
    seen: &Seen<'_, '_>,
    session: &Session,
    (agreed, drawn): (&[Action], &[File]),
) -> Reply {
    let form = form(ask, case);
    let Some(question) = form.questions.get(session.at) else { return Reply::default() };
    let out = if question.id == HAPPENED { timeline(ask, case, seen, drawn) } else { vec![] };
    let args = [
        ("at", (session.at + 1).into()),
        ("of", form.questions.len().into()),
        ("text", question.ask.shown(ask.language).into()),
    ];
    let mut answer = Answer::say(ask.text("evaluation-session-question", &args))
        .paragraph(question.why.shown(ask.language).to_owned());
    for (key, stage) in [("evaluation-session-beforehand", Stage::Before), ("evaluation-session-said", Stage::Session)]
    {
        let lines = said(ask, case, seen, stage, &question.id);
        if !lines.is_empty() {
            answer = answer.paragraph(ask.text(key, &[])).list(lines);
        }
    }
    if question.id == DIFFERENTLY {
        let line = ask.evaluation_line(&case.incident.number, Sub::Action.id());
        answer = answer.paragraph(ask.text("evaluation-session-actions-how", &[("command", line.into())]));
        answer = answer.list(agreed.iter().filter_map(|one| action::line(ask, one, seen.audience, &case.rules)));
    }
    let key = if question.id == SAFE { "evaluation-session-reply-number" } else { "evaluation-session-reply" };
    let args = [
        ("who", session.facilitator.localpart().into()),
        ("next", word(ask, Sub::Next.id()).into()),
        ("prefix", ask.before_number().into()),
    ];
    let answer = answer.paragraph(ask.text(key, &args));
    let choices = choices(ask, &case.incident.number, question);
    Reply { answer, choices, out, ..Reply::default() }
}

/// The timeline, before the question: that must stand alone for people to reply to it.
fn timeline(ask: &Ask<'_>, case: &Case, seen: &Seen<'_, '_>, drawn: &[File]) -> Vec<crate::domain::Outgoing> {
    let lines = timeline_lines(ask, case, seen);
    if lines.is_empty() {
        return vec![];
    }
    let head = case.words(ask, "incident-timeline", &[]);
    let mut out = tell(ask, case, seen.audience, &Answer::say(head).list(lines), (None, vec![]));
    // As the text, and after it: who sees no pictures has read it all.
    let with_file = |file: &File| {
        let mut outgoing = out.last()?.clone();
        if let Deed::Say(say) = &mut outgoing.deed {
            (say.message, say.file) = (Message::default(), Some(Box::new(file.clone())));
        }
        Some(outgoing)
    };
    let pictures: Vec<_> = drawn.iter().filter_map(with_file).collect();
    out.extend(pictures);
    out
}

/// What these eyes may read of what was said about a question, in the order in which it was said.
fn said(ask: &Ask<'_>, case: &Case, seen: &Seen<'_, '_>, stage: Stage, question: &str) -> Vec<Line> {
    let contributions = seen.view.content().contributions.iter();
    let views = contributions.filter_map(|one| one.for_audience(seen.audience, &case.rules));
    views
        .filter(|view| view.content().stage == stage && view.content().question == question)
        .filter_map(|view| {
            let args = [
                ("who", who(ask, case, view.content()).into()),
                ("text", view.field(|one| &one.text)?.as_str().into()),
            ];
            Some(Line::new(ask.text("evaluation-session-line", &args)))
        })
        .collect()
}

/// By whom something was said: the organisation, and the role if it is more than a member's. Never the name.
fn who(ask: &Ask<'_>, case: &Case, contribution: &Contribution) -> String {
    let role = case.active(&contribution.person).map(|member| member.role);
    let organisation = ask.organisation(contribution.organisation);
    match role {
        Some(Role::Coordinator) => {
            ask.text("evaluation-session-who-coordinator", &[("organisation", organisation.into())])
        }
        Some(Role::Member) | None => organisation,
    }
}

/// What can be said in reply: an answer in any words, and for whoever leads it what comes next.
pub(super) fn choices(ask: &Ask<'_>, number: &RecordNumber, question: &Question) -> Vec<Choice> {
    let shown = |sub: Sub, language| ask.definition.subcommand_shown(sub.id(), language).to_owned();
    let line = |sub: Sub, rest: &str| {
        let word = ask.definition.words.shown(Language::Dutch);
        format!("{word} {number} {} {rest}", shown(sub, Language::Dutch)).trim_end().to_owned()
    };
    // A reaction is never encrypted: nothing of an evaluation is chosen by one.
    let choice = |key: String, words, command| Choice { key, words, emoji: None, command };
    let of_it = format!("{QUESTION}{}", question.id);
    let mut choices = vec![choice(ANY_WORDS.to_owned(), vec![], line(Sub::Say, &of_it))];
    if question.id == SAFE {
        let numbers = NUMBERS.map(|one| choice(one.to_string(), vec![], line(Sub::Say, &format!("{of_it} {one}"))));
        choices.extend(numbers);
    }
    let leading = [Sub::Next, Sub::Back, Sub::Park, Sub::Pause, Sub::End];
    choices.extend(
        leading.map(|sub| choice(shown(sub, Language::Dutch), vec![shown(sub, Language::English)], line(sub, ""))),
    );
    choices
}
