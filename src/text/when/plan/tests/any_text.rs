//! Any text ends, soon, in a plan, a question or a reason.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;

/// Words of the grammar and some others, in any order.
fn jumble() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "elke",
        "every",
        "om de",
        "andere",
        "other",
        "week",
        "weken",
        "dag",
        "maand",
        "month",
        "kwartaal",
        "jaar",
        "uur",
        "werkdag",
        "maandag",
        "en",
        "t/m",
        "ma-vr",
        "vrijdag",
        "eerste",
        "laatste",
        "2e",
        "15e",
        "van de maand",
        "of the month",
        "dagelijks",
        "monthly",
        "tot",
        "tot en met",
        "until",
        "vanaf",
        "from",
        "1 juni",
        "3 december",
        "31",
        "29 februari",
        "volgende",
        "eind van de",
        "morgen",
        "tomorrow",
        "over",
        "in",
        "20",
        "2",
        "minuten",
        "weeks",
        "half",
        "drie",
        "kwart voor",
        "10",
        ":",
        "15",
        "10u",
        "9am",
        "25:00",
        "'s avonds",
        "nacht",
        "ochtend",
        "5 keer",
        "twice",
        "3 weken lang",
        "bellen",
        "met school",
        "jongeren",
        "of",
        "behalve",
        ",",
        "-",
        "om te",
        "45 8 * * 1-5",
        "RRULE:FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=TU",
        "👍",
        "*",
        "2026-12-03",
        "03-12",
        "vannacht",
        "weekend",
    ]);
    prop::collection::vec(word, 0..14).prop_map(|words| words.join(" "))
}

fn nows() -> impl Strategy<Value = DateTime<Tz>> {
    prop::sample::select(vec![
        "2026-11-24 09:10",
        "2026-11-24 23:59",
        "2026-11-25 02:40",
        "2027-03-28 03:10",
        "2026-10-25 02:30",
        "2027-01-01 00:00",
        "2028-02-29 08:05",
        "2026-12-31 22:00",
    ])
    .prop_map(at)
}

/// What holds for whatever comes of it.
fn holds(typed: &str, now: DateTime<Tz>) -> Result<(), TestCaseError> {
    let all = match planned(typed, now) {
        Ok(found) => vec![found],
        Err(faults) => {
            prop_assert!(!faults.is_empty(), "there is a reason: {typed}");
            let mut all = Vec::new();
            for fault in faults {
                if let NoPlan::Unsure(readings) = fault {
                    prop_assert!((2..=4).contains(&readings.len()), "{typed}: {} readings", readings.len());
                    all.extend(readings);
                }
            }
            all
        }
    };
    let minute = chrono::TimeDelta::minutes(1);
    for Planned { plan, text } in all {
        let next = plan.schedule.next_after(now.to_utc() - minute);
        prop_assert!(next.is_some(), "{typed}: it is ahead");
        prop_assert_eq!(next.map(|next| next.wall), Some(plan.schedule.first()), "{}", typed);
        prop_assert!(text.trim() == text, "{typed}: [{text}]");
        prop_assert!(text.split_whitespace().all(|word| typed.contains(word)), "{typed}: [{text}]");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn words_of_the_grammar_end_in_a_plan_a_question_or_a_reason(typed in jumble(), now in nows()) {
        holds(&typed, now)?;
    }

    #[test]
    fn any_text_ends(typed in ".{0,1000}", now in nows()) {
        holds(&typed, now)?;
    }
}

/// Texts that make most work: all words are known, and hardly any fit together. A build for tests is some thirty times slower
/// than a release, where these take less than a millisecond.
#[test]
fn the_hardest_texts_end_soon() {
    for piece in [
        "elke ",
        "en ",
        "maandag ",
        "eerste en ",
        "tot en met ",
        "10 ",
        "kwart voor ",
        "van de maand ",
        "20 weken ",
        "9:00 en ",
        "bellllen ",
    ] {
        let typed: String = piece.repeat(1000 / piece.len());
        let begun = Instant::now();
        let _ = planned(&typed, now());
        assert!(begun.elapsed() < Duration::from_millis(500), "{piece}: {:?}", begun.elapsed());
    }
}
