//! What the chain takes home from an evaluation: the lessons that somebody else than their author has confirmed, and what the
//! interventions of the timeline did. It goes into what the team knows about interventions, without a word of where it comes from.

use std::collections::{BTreeMap, BTreeSet};

use chrono::DateTime;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::domain::incident::{Happened, TimelineLine};
use crate::domain::practice::{Effect, Month, PracticeStep};

/// What of an evaluation has come home.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Learnt {
    /// The contributions that are confirmed lessons.
    pub confirmed: BTreeSet<String>,
    /// Under which name its uses of interventions are counted: random, so that nobody finds the incident by it, and always the
    /// same, so that they count once.
    pub source: Option<String>,
}

/// The uses of interventions in a timeline, each intervention once: with what it did in the end, as far as somebody knew, and in the
/// month of that.
pub fn experienced(lines: &[(&TimelineLine, &Happened)], source: &str, zone: Tz) -> Vec<PracticeStep> {
    let mut written = lines.to_vec();
    written.sort_by_key(|(line, _)| line.line);
    let mut uses: BTreeMap<&str, (Effect, i64)> = BTreeMap::new();
    for (line, happened) in written {
        let Happened::Intervention { slug, effect } = happened else { continue };
        let known = uses.get(slug.as_str()).is_some_and(|(before, _)| *before != Effect::Unknown);
        if !known || *effect != Effect::Unknown {
            uses.insert(slug, (*effect, line.from_ms));
        }
    }
    let step = |(slug, (effect, at_ms)): (&str, (Effect, i64))| {
        let day = DateTime::from_timestamp_millis(at_ms)?.with_timezone(&zone).date_naive();
        let (slug, source) = (slug.to_owned(), source.to_owned());
        Some(PracticeStep::Experienced { slug, effect, month: Month::of(day), source })
    };
    uses.into_iter().filter_map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Field, OrganisationKind, Scope};

    fn line(number: u32, from_ms: i64, happened: Happened) -> TimelineLine {
        let organisation = OrganisationKind::YouthWork;
        let happened = Field::new(Scope::Shared, happened);
        TimelineLine { line: number, from_ms, until_ms: None, made_ms: 0, organisation, happened }
    }

    #[test]
    fn an_intervention_counts_once_with_what_was_known_of_it_last() {
        let used = |slug: &str, effect| Happened::Intervention { slug: slug.to_owned(), effect };
        let said = Happened::Said { text: "rustig".to_owned() };
        let all = [
            used("huisbezoek", Effect::NoEffect),
            used("huisbezoek", Effect::Helped),
            said,
            used("huisbezoek", Effect::Unknown),
            used("praatje", Effect::Unknown),
        ];
        // 30 November 2026, 23:30 in Amsterdam.
        let at = 1_796_077_800_000;
        let lines: Vec<TimelineLine> = (1..).zip(&all).map(|(number, one)| line(number, at, one.clone())).collect();
        // Things are told in another order than they were written in.
        let told: Vec<(&TimelineLine, &Happened)> = lines.iter().zip(&all).rev().collect();
        let month: Month = "2026-11".parse().expect("a month");
        let step = |slug: &str, effect| PracticeStep::Experienced {
            slug: slug.to_owned(),
            effect,
            month,
            source: "x".to_owned(),
        };
        let steps = experienced(&told, "x", chrono_tz::Europe::Amsterdam);
        assert_eq!(steps, [step("huisbezoek", Effect::Helped), step("praatje", Effect::Unknown)]);
    }
}
