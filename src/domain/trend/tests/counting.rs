//! What is counted, and for whom.

use super::*;

fn amber(signal: Reported) -> Guarded<Reported> {
    Guarded::new(signal, guard(Label::Amber))
}

#[test]
fn each_division_is_of_all_signals() {
    let on = day(2026, 11, 3);
    let signals = [
        amber(Reported { level: 3, ..reported(on) }),
        amber(Reported { done: done(&["now-talk", "now-visit", "before-know"]), ..reported(day(2026, 10, 26)) }),
        amber(Reported { platform: Field::new(Scope::Shared, None), ..reported(day(2026, 11, 24)) }),
        amber(Reported { platform: Field::new(Scope::Shared, Some("myspace".to_owned())), ..reported(on) }),
    ];
    let counted = count(&colleague(), &signals, &[]);
    assert_eq!(number(&counted, By::Total, &Of::All), 4);
    assert_eq!(number(&counted, By::Time, &Of::Slot(day(2026, 11, 2))), 2);
    assert_eq!(number(&counted, By::Time, &Of::Slot(day(2026, 11, 9))), 0);
    assert_eq!(number(&counted, By::Level, &Of::Level(1)), 3);
    assert_eq!(number(&counted, By::Level, &Of::Level(3)), 1);
    assert_eq!(number(&counted, By::Platform, &Of::Platform("snapchat".into())), 2);
    assert_eq!(number(&counted, By::Platform, &Of::Platform("other".into())), 1, "what the form has no more");
    assert_eq!(number(&counted, By::Platform, &Of::NotStated), 1);
    for (of, expected) in [
        (Of::Phase("now".into()), 1),
        (Of::Phase("before".into()), 1),
        (Of::Phase("after".into()), 0),
        (Of::OtherPhase, 0),
        (Of::NothingDone, 3),
        (Of::NotStated, 0),
    ] {
        assert_eq!(number(&counted, By::Phase, &of), expected, "{of:?}");
    }
}

#[test]
fn what_somebody_does_not_see_is_not_counted() {
    let on = day(2026, 11, 3);
    let signals = [
        amber(reported(on)),
        Guarded::new(reported(on), guard(Label::AmberStrict)),
        Guarded::new(reported(on), guard(Label::Red)),
    ];
    let lines = [
        Guarded::new(tried(on, "now-talk", Effect::Helped), guard(Label::AmberStrict)),
        Guarded::new(tried(on, "now-visit", Effect::Worse), guard(Label::Amber)),
    ];
    let all = |audience: &Audience| {
        let counted = count(audience, &signals, &lines);
        (number(&counted, By::Total, &Of::All), counted.tried.len())
    };
    assert_eq!(all(&member("carla", OrganisationKind::YouthWork)), (3, 2), "the author");
    assert_eq!(all(&colleague()), (2, 2));
    assert_eq!(all(&member("bram", OrganisationKind::Police)), (1, 1));
    assert_eq!(all(&member("eva", OrganisationKind::School)), (0, 0));
}

#[test]
fn what_is_not_for_these_eyes_counts_as_not_stated() {
    let on = day(2026, 11, 3);
    let own = Reported {
        platform: Field::new(Scope::Own, Some("tiktok".to_owned())),
        done: Field::new(Scope::Own, strings(&["now-talk"])),
        ..reported(on)
    };
    let green = Guarded::new(reported(on), guard(Label::Green));
    let signals = [amber(own), green];
    let police = count(&member("bram", OrganisationKind::Police), &signals, &[]);
    assert_eq!(number(&police, By::Platform, &Of::NotStated), 1);
    assert_eq!(number(&police, By::Phase, &Of::NotStated), 1);
    assert!(police.tried.is_empty());
    let school = count(&member("eva", OrganisationKind::School), &signals, &[]);
    assert_eq!(number(&school, By::Total, &Of::All), 1, "released only");
    assert_eq!((number(&school, By::Platform, &Of::NotStated), number(&school, By::Phase, &Of::NothingDone)), (1, 0));
    let colleague = count(&colleague(), &signals, &[]);
    assert_eq!(number(&colleague, By::Platform, &Of::Platform("tiktok".into())), 1);
    assert_eq!(number(&colleague, By::Phase, &Of::Phase("now".into())), 1);
}

#[test]
fn feedback_is_judged_by_the_day_that_the_reporter_chose() {
    let feedback = |feedback_on, heard: Option<NaiveDate>, waits_for_nobody| {
        let heard_ms = heard.map(noon_ms);
        let signal = Reported { feedback_on, heard_ms, waits_for_nobody, ..reported(day(2026, 11, 3)) };
        let counted = count(&colleague(), &[amber(signal)], &[]);
        let found = Feedback::ALL.into_iter().filter(|one| number(&counted, By::Feedback, &Of::Feedback(*one)) == 1);
        found.collect::<Vec<_>>()
    };
    let (before, on, after) = (day(2026, 11, 9), day(2026, 11, 10), day(2026, 11, 11));
    assert_eq!(feedback(on, Some(before), false), [Feedback::OnTime]);
    assert_eq!(feedback(on, Some(on), false), [Feedback::OnTime]);
    assert_eq!(feedback(on, Some(after), true), [Feedback::Late]);
    assert_eq!(feedback(on, None, false), [Feedback::Overdue]);
    assert_eq!(feedback(day(TODAY.0, TODAY.1, TODAY.2), None, false), [Feedback::ToCome]);
    assert_eq!(feedback(on, None, true), [Feedback::NotNeeded]);
}

#[test]
fn what_was_tried_is_counted_by_what_it_did_and_what_was_ticked_is_not_known_yet() {
    let on = day(2026, 11, 3);
    let signals = [amber(Reported { done: done(&["now-talk", "gone"]), ..reported(on) })];
    let line = |slug, effect| Guarded::new(tried(on, slug, effect), guard(Label::Amber));
    let early = Guarded::new(tried(day(2026, 10, 25), "now-talk", Effect::Worse), guard(Label::Amber));
    let said = TimelineLine {
        happened: Field::new(Scope::Shared, Happened::Said { text: "rustig".into() }),
        ..tried(on, "", Effect::Helped)
    };
    let lines = [
        line("now-talk", Effect::Helped),
        line("now-talk", Effect::Unknown),
        line("now-talk", Effect::NoEffect),
        early,
        Guarded::new(said, guard(Label::Amber)),
    ];
    let counted = count(&colleague(), &signals, &lines);
    let talk =
        Tried { slug: "now-talk".into(), phase: Some("now".into()), helped: 1, no_effect: 1, worse: 0, unknown: 2 };
    let gone = Tried { slug: "gone".into(), phase: None, helped: 0, no_effect: 0, worse: 0, unknown: 1 };
    assert_eq!(counted.tried, [gone, talk]);
    assert_eq!(number(&counted, By::Phase, &Of::OtherPhase), 1);
}

#[test]
fn days_begin_where_the_team_is() {
    let before_midnight_in_london = ZONE.with_ymd_and_hms(2026, 11, 9, 0, 30, 0).single().expect("once");
    let signal = Reported { made_ms: before_midnight_in_london.timestamp_millis(), ..reported(day(2026, 11, 9)) };
    let counted = count(&colleague(), &[amber(signal)], &[]);
    assert_eq!(number(&counted, By::Time, &Of::Slot(day(2026, 11, 9))), 1);
}
