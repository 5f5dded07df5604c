//! Nobody reckons out a small number. The reader here tries out every total that fits, one after the other, and shares no code
//! with the rule.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::super::shown::{Number, Seen, Trend};
use super::*;

/// A small number that the reader asks about: a cell of a breakdown, or an intervention that was ticked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Secret {
    Cell(By, usize),
    Ticked(usize),
}

/// A number that a reader supposes to be so many.
type Supposed = (Secret, usize);

fn can_be(number: Number, secret: Secret, supposed: Supposed) -> Vec<usize> {
    if secret == supposed.0 {
        return vec![supposed.1];
    }
    match number {
        Number::None => vec![0],
        Number::FewerThanFive => vec![1, 2, 3, 4],
        Number::Exactly(number) => vec![number],
        Number::Between(least, most) => (least..=most).collect(),
    }
}

/// How many signals at most can stand in this phase, as far as the interventions tell.
fn ticked_in(trend: &Trend, of: &Of, supposed: Supposed) -> Option<usize> {
    if trend.more_tried {
        return None;
    }
    let wanted = if let Of::Phase(phase) = of { Some(phase.clone()) } else { None };
    let in_phase = trend.tried.iter().enumerate().filter(|(_, one)| phase_of(&one.slug) == wanted);
    let most = |(place, one): (usize, &SeenTried)| {
        let (_, number) = one.effects[3];
        *can_be(number, Secret::Ticked(place), supposed).last().expect("at least one")
    };
    Some(in_phase.map(most).sum())
}

/// The totals that this breakdown allows.
fn totals(trend: &Trend, seen: &Seen, supposed: Supposed) -> BTreeSet<usize> {
    let mut apart = BTreeSet::from([0]);
    // Of those that overlap: the largest, and all side by side.
    let mut overlapping = BTreeSet::from([(0, 0)]);
    for (place, (of, number)) in seen.cells.iter().enumerate() {
        let numbers = can_be(*number, Secret::Cell(seen.by, place), supposed);
        if matches!(of, Of::Phase(_) | Of::OtherPhase) {
            let cap = ticked_in(trend, of, supposed).unwrap_or(usize::MAX);
            let numbers: Vec<usize> = numbers.into_iter().filter(|number| *number <= cap).collect();
            let with = |(most, sum): &(usize, usize)| {
                let one = |number: &usize| ((*most).max(*number), sum + number);
                numbers.iter().map(one).collect::<Vec<_>>()
            };
            overlapping = overlapping.iter().flat_map(with).collect();
        } else {
            apart = apart.iter().flat_map(|sum| numbers.iter().map(move |number| sum + number)).collect();
        }
    }
    let some_done: BTreeSet<usize> = overlapping.into_iter().flat_map(|(most, sum)| most..=sum).collect();
    apart.iter().flat_map(|apart| some_done.iter().map(move |done| apart + done)).collect()
}

/// There is a number of signals that fits everything.
fn fits(trend: &Trend, supposed: Supposed) -> bool {
    let mut all = trend.breakdowns.iter().map(|seen| totals(trend, seen, supposed));
    let Some(first) = all.next() else { return true };
    !all.fold(first, |fitting, totals| fitting.intersection(&totals).copied().collect()).is_empty()
}

fn secrets(trend: &Trend) -> Vec<Secret> {
    let small = |number: Number| number == Number::FewerThanFive;
    let cells = trend.breakdowns.iter().flat_map(|seen| {
        let cells = seen.cells.iter().enumerate().filter(|(_, (_, number))| small(*number));
        cells.map(|(place, _)| Secret::Cell(seen.by, place))
    });
    let ticked = trend.tried.iter().enumerate().filter(|(_, one)| small(one.effects[3].1));
    cells.chain(ticked.map(|(place, _)| Secret::Ticked(place))).collect()
}

const SLUGS: [&str; 7] = ["before-know", "before-meet", "now-talk", "now-visit", "now-stop", "after-care", "gone"];

fn signal() -> impl Strategy<Value = Reported> {
    let platform = select(vec![None, Some("snapchat"), Some("tiktok"), Some("other")]);
    let done = subsequence(SLUGS.to_vec(), 0..3);
    (0_u64..30, 0_u8..4, platform, done, 0_u64..40, proptest::option::weighted(0.6, 0_u64..25)).prop_map(
        |(on, level, platform, done, feedback_on, heard)| {
            let first = day(2026, 10, 26);
            let after = |days| first + chrono::Days::new(days);
            Reported {
                level,
                feedback_on: after(feedback_on),
                heard_ms: heard.map(|heard| noon_ms(after(heard))),
                platform: Field::new(Scope::Shared, platform.map(str::to_owned)),
                done: Field::new(Scope::Shared, strings(&done)),
                ..reported(after(on))
            }
        },
    )
}

/// Signals of a busy team, or of one in which nearly all are alike.
fn signals() -> impl Strategy<Value = Vec<Reported>> {
    let alike = (signal(), 0_usize..40, vec(signal(), 0..5)).prop_map(|(one, many, mut others)| {
        let copy = |_| Reported {
            platform: Field::new(Scope::Shared, Some("snapchat".to_owned())),
            done: Field::new(Scope::Shared, vec![]),
            ..one
        };
        others.extend((0..many).map(copy));
        others
    });
    prop_oneof![vec(signal(), 0..60), alike]
}

fn lines() -> impl Strategy<Value = Vec<TimelineLine>> {
    let line = (select(SLUGS.to_vec()), select(Effect::ALL.to_vec()));
    vec(line.prop_map(|(slug, effect)| tried(day(2026, 11, 3), slug, effect)), 0..12)
}

fn trend(signals: Vec<Reported>, lines: Vec<TimelineLine>) -> (Counted, Trend) {
    let signals: Vec<_> = signals.into_iter().map(|one| Guarded::new(one, guard(Label::Amber))).collect();
    let lines: Vec<_> = lines.into_iter().map(|one| Guarded::new(one, guard(Label::Amber))).collect();
    let counted = count(&colleague(), &signals, &lines);
    let trend = counted.shown();
    (counted, trend)
}

proptest! {
    #[test]
    fn each_small_number_can_still_be_any_of_the_four(signals in signals(), lines in lines()) {
        let (_, trend) = trend(signals, lines);
        for secret in secrets(&trend) {
            for number in 1..=4 {
                prop_assert!(fits(&trend, (secret, number)), "{secret:?} cannot be {number}: {trend:#?}");
            }
        }
    }

    #[test]
    fn what_is_shown_is_true(signals in signals(), lines in lines()) {
        let (counted, trend) = trend(signals, lines);
        for seen in &trend.breakdowns {
            for (of, shown) in &seen.cells {
                let (least, most) = shown.bounds();
                prop_assert!((least..=most).contains(&number(&counted, seen.by, of)), "{of:?} {shown:?}");
            }
        }
        prop_assert!(trend.by(By::Time).is_some(), "time is always shown");
        prop_assert_eq!(trend.left_out.len() + trend.breakdowns.len(), counted.breakdowns.len());
    }

    #[test]
    fn which_small_number_it_is_changes_nothing(signals in signals(), lines in lines()) {
        let (mut counted, trend) = trend(signals, lines);
        let small = |number: &mut usize| if (1..=4).contains(number) { *number = 5 - *number };
        counted.breakdowns.iter_mut().flat_map(|one| &mut one.cells).for_each(|cell| small(&mut cell.number));
        for tried in &mut counted.tried {
            for number in [&mut tried.helped, &mut tried.no_effect, &mut tried.worse, &mut tried.unknown] {
                small(number);
            }
        }
        prop_assert_eq!(counted.shown(), trend);
    }
}

/// Signals that differ in nothing but their level.
fn of_levels(levels: &[(u8, usize)]) -> Trend {
    let of_level = |(level, many): &(u8, usize)| {
        let level = *level;
        (0..*many).map(move |_| Reported { level, ..reported(day(2026, 11, 3)) })
    };
    trend(levels.iter().flat_map(of_level).collect(), vec![]).1
}

#[test]
fn where_the_total_is_known_the_larger_numbers_are_bands() {
    let trend = of_levels(&[(1, 17), (3, 2)]);
    let level = trend.by(By::Level).expect("it is shown").cells.clone();
    let shown = [(Of::Level(3), Number::FewerThanFive), (Of::Level(1), Number::Between(10, 19))];
    assert!(shown.iter().all(|one| level.contains(one)), "{level:?}");
    assert_eq!(trend.by(By::Time).expect("it is shown").cells[1].1, Number::Exactly(19), "{trend:#?}");
}

#[test]
fn where_no_number_is_small_all_of_them_are_told() {
    let trend = of_levels(&[(1, 17), (3, 5)]);
    assert_eq!(trend.left_out, []);
    assert_eq!(trend.by(By::Total).expect("it is shown").cells, [(Of::All, Number::Exactly(22))]);
    let level = &trend.by(By::Level).expect("it is shown").cells;
    assert_eq!(level[0].1, Number::Exactly(5));
    assert_eq!(level[2].1, Number::Exactly(17));
}

#[test]
fn of_three_signals_only_the_weeks_are_shown() {
    let trend = of_levels(&[(1, 2), (3, 1)]);
    let left: Vec<By> = trend.breakdowns.iter().map(|seen| seen.by).collect();
    assert!(left.contains(&By::Time) && !left.contains(&By::Level), "{left:?}");
    assert!(!trend.is_empty() && of_levels(&[]).is_empty());
}

#[test]
fn interventions_that_were_tried_most_come_first_and_the_rest_is_only_said_to_be_there() {
    let on = day(2026, 11, 3);
    let often = (0..7).map(|_| tried(on, "now-visit", Effect::Helped));
    let lines = often.chain(SLUGS.iter().map(|slug| tried(on, slug, Effect::Unknown))).collect();
    let (_, trend) = trend(vec![], lines);
    assert!(trend.no_signals && !trend.is_empty() && trend.more_tried);
    assert_eq!(trend.tried.len(), MOST_TRIED);
    assert_eq!(trend.tried[0].slug, "now-visit");
    assert_eq!(trend.tried[0].effects[0], (Effect::Helped, Number::Exactly(7)));
    assert_eq!(trend.tried[1].slug, "after-care", "of those that look alike the first of the alphabet");
}

#[test]
fn the_longest_trend_is_decided_at_once() {
    let begun = std::time::Instant::now();
    let counted = Counted {
        breakdowns: [
            (By::Total, 1),
            (By::Time, 25),
            (By::Level, 4),
            (By::Phase, 7),
            (By::Platform, 9),
            (By::Feedback, 5),
        ]
        .map(|(by, cells)| {
            let cell = |place| Cell { of: Of::Level(place), number: 1 + usize::from(place % 3), apart: true };
            Breakdown { by, cells: (0..cells).map(cell).collect() }
        })
        .into(),
        tried: vec![],
    };
    assert!(counted.shown().by(By::Time).is_some());
    assert!(begun.elapsed().as_millis() < 2_000, "{:?}", begun.elapsed());
}
