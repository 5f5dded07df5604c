//! A plan in a line that stands behind a number to choose: in full, so that it is read back as it was meant, with the message that
//! asked. Nobody needs to type it.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::words::{Typed, Whom};
use crate::catalogue::Definition;
use crate::domain::{Choice, EventId, Language, RecurrenceRule, Schedule};
use crate::text::Plan;

/// What stands before a plan, and before the message that asked for it.
const PLAN: &str = "#plan:";
const SOURCE: &str = "#bij:";
const WALL: &str = "%Y-%m-%dT%H:%M";

/// A plan and the text that follows it.
pub(super) struct Offered<'t> {
    pub(super) plan: Plan,
    pub(super) text: &'t str,
}

#[derive(Serialize, Deserialize)]
struct Written {
    wall: String,
    zone: String,
    rule: Option<String>,
    working_days: bool,
}

impl<'t> Offered<'t> {
    /// The plan with which these words begin.
    pub(super) fn read(words: &'t str) -> Option<Self> {
        let (written, text) = {
            let rest = words.strip_prefix(PLAN)?;
            rest.split_once(' ').unwrap_or((rest, ""))
        };
        let written: Written = serde_json::from_str(written).ok()?;
        let wall = NaiveDateTime::parse_from_str(&written.wall, WALL).ok()?;
        let zone = written.zone.parse().ok()?;
        let schedule = match written.rule {
            None => Schedule::once(wall, zone),
            Some(rule) => Schedule::repeated(wall, zone, rule.parse::<RecurrenceRule>().ok()?).ok()?,
        };
        Some(Self { plan: Plan { schedule, working_days: written.working_days, assumed: vec![] }, text: text.trim() })
    }
}

/// The message that asked first, when a choice stands for it.
pub(super) fn source(words: &str) -> (&str, Option<EventId>) {
    match words.rsplit_once(SOURCE) {
        Some((words, event)) if !event.contains(char::is_whitespace) => (words.trim_end(), Some(EventId::new(event))),
        _ => (words, None),
    }
}

fn written(plan: &Plan) -> String {
    let schedule = &plan.schedule;
    let written = Written {
        wall: schedule.first().format(WALL).to_string(),
        zone: schedule.zone().name().to_owned(),
        rule: schedule.rule().map(ToString::to_string),
        working_days: plan.working_days,
    };
    let json = serde_json::to_string(&written).expect("these are plain values");
    format!("{PLAN}{json}")
}

/// A plan as somebody could type it.
pub(super) fn in_words(plan: &Plan) -> String {
    let first = plan.schedule.first();
    match plan.schedule.rule() {
        None => first.format("%Y-%m-%d %H:%M").to_string(),
        Some(rule) => format!("{} {}", first.format("DTSTART:%Y%m%dT%H%M%S"), rule.to_string().replace('\n', " ")),
    }
}

/// The choice that makes a reminder by this plan, for whom and in the manner that was typed.
pub(super) fn choice(
    definition: &Definition,
    key: usize,
    typed: &Typed<'_>,
    plan: &Plan,
    text: &str,
    event: &EventId,
) -> Choice {
    let mut words = vec![definition.words.shown(Language::Dutch).to_owned()];
    let shown = |id: &str| definition.subcommand_shown(id, Language::Dutch).to_owned();
    match &typed.whom {
        Whom::Unsaid => {}
        Whom::Me => words.push(shown("me")),
        Whom::Us => words.push(shown("us")),
        Whom::These(people) => words.extend(people.iter().map(ToString::to_string)),
    }
    words.extend(typed.confirm.then(|| shown("confirm")));
    words.extend(typed.working.then(|| shown("working")));
    words.push(written(plan));
    words.push(text.to_owned());
    words.push(format!("{SOURCE}{event}"));
    Choice { key: key.to_string(), words: vec![], emoji: None, command: words.join(" ") }
}

/// Choices of moments for a command that takes one, as `herinnering R-2026-k7qd later`.
pub(in crate::commands) fn later_choices(line: &str, plans: &[Plan]) -> Vec<Choice> {
    let choice = |(index, plan): (usize, &Plan)| Choice {
        key: (index + 1).to_string(),
        words: vec![],
        emoji: None,
        command: format!("{line} {}", in_words(plan)),
    };
    plans.iter().enumerate().map(choice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_read_back_as_it_was_offered() {
        let wall = NaiveDateTime::parse_from_str("2026-12-01T09:00", WALL).expect("a time");
        let rule: RecurrenceRule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU".parse().expect("a rule");
        let zone = chrono_tz::Europe::Amsterdam;
        let once = Plan { schedule: Schedule::once(wall, zone), working_days: false, assumed: vec![] };
        let again = Schedule::repeated(wall, zone, rule).expect("it happens");
        let again = Plan { schedule: again, working_days: true, assumed: vec![] };
        for plan in [once, again] {
            let line = written(&plan);
            assert!(!line.contains(char::is_whitespace), "{line}");
            let line = format!("{line} bellen met 2 ouders");
            let read = Offered::read(&line).expect("it reads back");
            assert_eq!((&read.plan, read.text), (&plan, "bellen met 2 ouders"));
            let now = chrono::TimeZone::with_ymd_and_hms(&zone, 2026, 11, 29, 9, 0, 0).single().expect("a moment");
            let typed = crate::text::planned(&format!("{} x", in_words(&plan)), now).expect("it can be typed");
            assert_eq!((typed.plan.schedule, typed.text.as_str()), (plan.schedule, "x"));
        }
        assert!(Offered::read("#plan:{} x").is_none());
        assert_eq!(source("morgen #bij:$x:y").1, Some(EventId::new("$x:y")));
    }
}
