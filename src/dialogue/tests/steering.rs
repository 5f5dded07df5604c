//! The words that steer, and the way to the end.

use super::*;
use crate::dialogue::{Ending, Told};

#[test]
fn the_short_path_asks_what_is_needed_and_no_more() {
    let mut talk = Talk::new();
    assert_eq!(talk.at(), "path");
    talk.say_all(&["kort", "nee", "1", "een filmpje", "gisteren", "laag", "1"]);
    assert_eq!(talk.at(), "summary");
    talk.say("meer");
    assert_eq!(talk.at(), "group");
}

#[test]
fn steering_words_count_only_as_the_whole_message_and_then_always() {
    let mut talk = Talk::full();
    talk.say_all(&["nee", "1", "stop ermee riep hij"]);
    assert_eq!(talk.answer("seen"), Some(text("stop ermee riep hij")));
    talk.say("terug");
    talk.say("'stop");
    assert_eq!(talk.answer("seen"), Some(text("stop")), "with a mark before it the word is an answer");
    talk.say("Stop.");
    assert_eq!(talk.last.next, Next::Over(Ending::Stopped));
}

#[test]
fn back_keeps_what_was_answered_and_continue_leaves_it() {
    let mut talk = Talk::full();
    talk.say_all(&["nee", "1", "een filmpje", "terug", "terug"]);
    assert_eq!((talk.at(), talk.answer("seen")), ("kinds", Some(text("een filmpje"))));
    talk.say_all(&["verder", "verder"]);
    assert_eq!((talk.at(), talk.answer("seen")), ("when", Some(text("een filmpje"))));
    talk.say_all(&["terug", "terug", "terug", "terug"]);
    assert_eq!(talk.at(), "path");
    talk.say("terug");
    assert_eq!(talk.last.told, [Told::NothingBefore]);
}

#[test]
fn what_is_needed_cannot_be_passed_over() {
    let mut talk = Talk::full();
    talk.say("overslaan");
    assert_eq!((talk.at(), talk.last.told.clone()), ("danger", vec![Told::CannotSkip]));
    talk.say_all(&["nee", "1", "een filmpje", "gisteren", "overslaan"]);
    assert_eq!((talk.at(), talk.answer("group")), ("done", None));
}

#[test]
fn nothing_is_sent_before_it_was_looked_over_and_is_whole() {
    let mut talk = Talk::full();
    talk.say_all(&["nee", "verstuur"]);
    assert!(matches!(talk.last.told[..], [Told::NotYet(5)]), "{:?}", talk.last.told);
    talk.say_all(&["1", "een filmpje", "gisteren", "overslaan", "overslaan", "laag", "1", "overslaan", "verstuur"]);
    assert_eq!(talk.last.next, Next::Over(Ending::Send));
}

#[test]
fn a_line_of_the_summary_is_changed_by_its_number_or_name() {
    let mut talk = Talk::full();
    talk.through();
    talk.say("1");
    assert_eq!(talk.at(), "danger");
    talk.say("ja");
    assert_eq!((talk.at(), talk.answer("danger")), ("summary", Some(choice("yes"))));
    talk.say_all(&["level", "hoog"]);
    assert_eq!((talk.at(), talk.answer("level")), ("summary", Some(choice("high"))));
    talk.say("99");
    assert_eq!((talk.at(), talk.last.told.clone(), talk.last.next), ("summary", vec![Told::NoChoice], Next::Quiet));
}

#[test]
fn the_label_follows_from_whom_it_is_shared_with_until_somebody_sets_it() {
    let mut talk = Talk::full();
    talk.through();
    assert_eq!(talk.answer("label"), Some(choice("high")));
    talk.say_all(&["share", "2"]);
    assert_eq!(talk.answer("label"), Some(choice("low")));
    talk.say_all(&["label", "hoog", "share", "2"]);
    assert_eq!(talk.answer("label"), Some(choice("high")));
}

#[test]
fn the_bot_suggests_with_its_reasons_and_decides_nothing() {
    let mut talk = Talk::full();
    talk.say_all(&["nee", "2"]);
    let answers = talk.draft.answers(&talk.form);
    let level = talk.form.question("level").expect("it is there");
    let (option, rules) = level.suggestion(&answers).expect("it has one");
    assert_eq!((option, rules[0].because.nl.as_str()), ("high", "een wapen"));
    assert_eq!(talk.answer("level"), None);
}

#[test]
fn what_nobody_else_could_see_is_sent_only_after_being_asked() {
    let mut talk = Talk::full();
    talk.alone = 2;
    talk.through();
    talk.say("verstuur");
    assert_eq!(talk.at(), "alone");
    talk.say("3");
    assert_eq!((talk.at(), talk.last.next), ("alone", Next::Ask), "asked twice");
    talk.say("zo laten");
    assert_eq!(talk.last.next, Next::Over(Ending::Send));
}

#[test]
fn whoever_would_be_alone_can_widen_or_name_somebody() {
    let mut talk = Talk::full();
    talk.alone = 1;
    talk.through();
    talk.say_all(&["verstuur", "1"]);
    assert_eq!(talk.at(), "share");
    talk.say_all(&["2", "verstuur", "2"]);
    assert_eq!(talk.at(), "named");
    talk.say("bram");
    let bram = Value::People(vec![UserId::new("@bram:example.org")]);
    assert_eq!((talk.answer("named"), talk.at()), (Some(bram), "summary"));
    talk.alone = 0;
    talk.say("verstuur");
    assert_eq!(talk.last.next, Next::Over(Ending::Send));
}

#[test]
fn a_day_that_nobody_named_is_five_working_days_away() {
    let mut talk = Talk::full();
    talk.through();
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day");
    let tuesday = chrono::NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day");
    assert_eq!(talk.draft.settled(&talk.form, today, WorkingTime::standard()).get("day"), Some(&Value::Day(tuesday)));
}

#[test]
fn later_parks_with_all_that_was_said() {
    let mut talk = Talk::full();
    talk.say_all(&["nee", "later"]);
    assert_eq!((talk.last.next, talk.answer("danger")), (Next::Over(Ending::Parked), Some(choice("no"))));
    assert!(talk.input(&Input::Back));
    assert_eq!((talk.at(), talk.last.next), ("kinds", Next::Ask));
}
