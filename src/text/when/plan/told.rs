//! A plan said back in full: a moment as moments are told, a recurrence by its rule and its first day.

use chrono::{TimeZone as _, Utc};

use super::Plan;
use crate::domain::Language;
use crate::domain::schedule::on_the_clock;
use crate::text::Texts;
use crate::text::when::{When, told};

/// The plan in words: `elke eerste maandag van de maand om 10:00, vanaf maandag 7 december 2026`.
pub fn told_plan(plan: &Plan, language: Language, texts: &Texts) -> String {
    let zone = plan.schedule.zone();
    let from = on_the_clock(plan.schedule.first(), zone).unwrap_or_else(|nearest| nearest);
    told(&When { from: Utc.from_utc_datetime(&from.naive_utc()), until: None }, zone, language, texts)
}
