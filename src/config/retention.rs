//! `[retention]`: how long what the bot holds is kept. What these terms mean, and how long they can be at most, is the domain's.

use super::Section;
use crate::domain::retention::{Kept, MOST_HOLD_DAYS, RetentionTerms, STANDARD_HOLD_DAYS};

/// The keys, for the environment.
pub(super) const KEYS: &[(&str, super::Shape)] = &[
    ("unfollowed_signals", super::Shape::Bare),
    ("followed_signals", super::Shape::Bare),
    ("incidents", super::Shape::Bare),
    ("ended_agreements", super::Shape::Bare),
    ("decided_proposals", super::Shape::Bare),
    ("audit_log", super::Shape::Bare),
    ("hold", super::Shape::Bare),
];

/// Reads the section.
pub(super) fn read(section: Section<'_>) -> RetentionTerms {
    let days = |key: &str, standard: u32, least: u32, most: u32| {
        let range = i64::from(least)..i64::from(most) + 1;
        let days = section.with(key).map(|table| table.number(key, standard.into(), range));
        days.and_then(|days| u32::try_from(days).ok()).unwrap_or(standard)
    };
    let mut terms = RetentionTerms::default();
    terms.hold_days = days("hold", STANDARD_HOLD_DAYS, 7, MOST_HOLD_DAYS);
    for kept in Kept::ALL {
        terms = terms.with(*kept, days(kept.code(), kept.standard_days(), kept.least_days(), kept.most_days()));
    }
    section.finish();
    terms
}

#[cfg(test)]
mod tests {
    use super::super::tests::{LEAST, read};
    use super::*;

    #[test]
    fn every_term_can_be_set_by_its_key_and_by_the_environment() {
        let codes: Vec<&str> = Kept::ALL.iter().map(|kept| kept.code()).chain(["hold"]).collect();
        assert_eq!(codes, KEYS.iter().map(|(key, _)| *key).collect::<Vec<_>>());
        for kept in Kept::ALL {
            let written = format!("{LEAST}[retention]\n{} = 91\n", kept.code());
            assert_eq!(read(&written, &[]).expect("good").retention.days(*kept), 91);
        }
        assert_eq!(read(LEAST, &[("SCHAKEL_RETENTION__HOLD", "30")]).expect("good").retention.hold_days, 30);
    }

    #[test]
    fn a_term_longer_than_its_longest_is_an_error_that_says_so() {
        for kept in Kept::ALL {
            let written = format!("{LEAST}[retention]\n{} = {}\n", kept.code(), kept.most_days() + 1);
            let problems = read(&written, &[]).expect_err("too long");
            assert!(problems[0].contains(&kept.most_days().to_string()), "{problems:?}");
        }
    }
}
