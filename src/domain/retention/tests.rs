use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Europe::Amsterdam;
use proptest::prelude::*;

use super::*;
use crate::domain::{RecordKind, RecordNumber, TeamId, WorkingTime};

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().expect("a moment")
}

fn life(kept: Kept, since: &str) -> Life {
    Life {
        record: Record::Signal(TeamId::new("t"), RecordNumber::new(RecordKind::Signal, 2026, 1)),
        version: 1,
        kept,
        since_ms: moment(since).timestamp_millis(),
        author: UserId::new("@anna:x"),
        owner: None,
        frozen: false,
        open: true,
        announced: None,
        held_until: None,
    }
}

fn owed(life: &Life, now: &str) -> Owed {
    life.owed(moment(now), &RetentionTerms::default(), WorkingTime::standard(), Amsterdam)
}

#[test]
fn no_term_is_configured_longer_than_its_longest_or_shorter_than_its_shortest() {
    for kept in Kept::ALL {
        let terms = RetentionTerms::default();
        assert!(kept.least_days() <= terms.days(*kept) && terms.days(*kept) <= kept.most_days(), "{kept:?}");
        assert_eq!(terms.clone().with(*kept, u32::MAX).days(*kept), kept.most_days());
        assert_eq!(terms.with(*kept, 0).days(*kept), kept.least_days());
    }
}

#[test]
fn an_end_is_announced_a_week_before_and_comes_when_it_was_said() {
    // 90 days after Tuesday 1 September 2026, 12:00: Monday 30 November. A week before is Monday 23 November.
    let mut signal = life(Kept::UnfollowedSignal, "2026-09-01T10:00:00Z");
    assert_eq!(owed(&signal, "2026-11-19T08:00:00Z"), Owed::Nothing);
    let end = moment("2026-11-30T10:00:00Z").timestamp_millis();
    assert_eq!(owed(&signal, "2026-11-23T08:00:00Z"), Owed::Announce(end));
    signal.announced = Some(Announced { end_ms: end });
    assert_eq!(owed(&signal, "2026-11-30T09:59:00Z"), Owed::Nothing);
    assert_eq!(owed(&signal, "2026-11-30T10:00:00Z"), Owed::End);
}

#[test]
fn an_end_whose_week_begins_at_a_weekend_is_announced_on_the_friday_before() {
    // It ends on Sunday 29 November 2026, a week before is Sunday 22 November.
    let signal = life(Kept::UnfollowedSignal, "2026-08-31T10:00:00Z");
    let end = moment("2026-11-29T10:00:00Z").timestamp_millis();
    assert_eq!(owed(&signal, "2026-11-20T08:00:00Z"), Owed::Announce(end));
    assert_eq!(owed(&signal, "2026-11-21T08:00:00Z"), Owed::Nothing);
}

#[test]
fn whoever_hears_late_still_has_a_week() {
    let signal = life(Kept::UnfollowedSignal, "2026-01-05T10:00:00Z");
    let now = moment("2026-11-23T08:00:00Z");
    let end = (now + TimeDelta::days(7)).timestamp_millis();
    assert_eq!(owed(&signal, "2026-11-23T08:00:00Z"), Owed::Announce(end));
}

#[test]
fn a_change_after_the_announcement_makes_a_new_term_that_is_announced_anew() {
    let mut signal = life(Kept::UnfollowedSignal, "2026-09-01T10:00:00Z");
    signal.announced = Some(Announced { end_ms: moment("2026-11-30T10:00:00Z").timestamp_millis() });
    signal.since_ms = moment("2026-11-25T10:00:00Z").timestamp_millis();
    assert_eq!(owed(&signal, "2026-12-01T10:00:00Z"), Owed::Nothing);
    assert!(matches!(owed(&signal, "2027-02-16T10:00:00Z"), Owed::Announce(_)));
}

#[test]
fn what_opens_nowhere_any_more_goes_without_a_word() {
    let signal = Life { open: false, ..life(Kept::UnfollowedSignal, "2026-11-20T10:00:00Z") };
    assert_eq!(owed(&signal, "2026-11-23T08:00:00Z"), Owed::End);
}

#[test]
fn what_is_held_back_stays_through_the_day_until_which_it_is_held() {
    let mut signal = life(Kept::UnfollowedSignal, "2026-01-05T10:00:00Z");
    signal.held_until = NaiveDate::from_ymd_opt(2027, 3, 1);
    let end = signal.end_ms(&RetentionTerms::default(), Amsterdam);
    assert_eq!(end, moment("2027-03-01T23:00:00Z").timestamp_millis());
    assert_eq!(owed(&signal, "2026-11-23T08:00:00Z"), Owed::Nothing);
    // Holding back never shortens a term.
    signal.held_until = NaiveDate::from_ymd_opt(2026, 1, 6);
    assert_eq!(signal.end_ms(&RetentionTerms::default(), Amsterdam), moment("2026-04-05T10:00:00Z").timestamp_millis());
}

proptest! {
    /// A bot that looks once a day, whenever it is there, ends nothing that was not announced a week before, and ends everything.
    #[test]
    fn nothing_ends_unannounced_and_nothing_stays(
        kept in prop::sample::select(Kept::ALL.to_vec()),
        since in 1_700_000_000_000_i64..1_800_000_000_000,
        away in prop::collection::vec(0_u64..1_000, 0..40),
    ) {
        let terms = RetentionTerms::default();
        let working = WorkingTime::standard();
        let mut one = life(kept, "2026-01-01T00:00:00Z");
        one.since_ms = since;
        let begins = DateTime::from_timestamp_millis(since).expect("a moment");
        let mut said: Option<(i64, i64)> = None;
        let mut ended = None;
        for day in 0..u64::from(terms.days(kept)) + 60 {
            if away.contains(&day) {
                continue;
            }
            let now = begins + TimeDelta::days(i64::try_from(day).expect("few"));
            match one.owed(now, &terms, working, Amsterdam) {
                Owed::Nothing => {}
                Owed::Announce(end_ms) => {
                    prop_assert!(end_ms >= now.timestamp_millis() + LEAD_DAYS * DAY_MS);
                    said = Some((now.timestamp_millis(), end_ms));
                    one.announced = Some(Announced { end_ms });
                }
                Owed::End => { ended = Some(now.timestamp_millis()); break; }
            }
        }
        let (said, ended) = (said.expect("it was announced"), ended.expect("it ended"));
        prop_assert!(ended >= said.0 + LEAD_DAYS * DAY_MS);
        prop_assert!(ended >= since + terms.ms(kept));
    }
}
