//! What counts as an answer, and what becomes of answers that are changed, doubled, late or not answers at all.

use super::*;
use crate::dialogue::{Misfit, Told, Waits};

#[test]
fn an_option_is_chosen_by_number_word_beginning_or_with_a_slip_in_either_language() {
    for said in ["2", "2.", "2\u{fe0f}\u{20e3}", "nee", "Nee!", "no", " NEE "] {
        let mut talk = Talk::full();
        talk.say(said.trim_end_matches('!'));
        assert_eq!(talk.answer("danger"), Some(choice("no")), "{said}");
    }
    for said in ["2", "wapen", "wapen getoond", "weapon shown", "wapen getond", "Wapen, getoond.", "getoond"] {
        let mut talk = Talk::full();
        talk.say_all(&["nee", said]);
        assert_eq!(talk.answer("kinds"), Some(Value::Choices(vec!["weapon".to_owned()])), "{said}");
    }
}

#[test]
fn several_options_are_chosen_in_one_message() {
    for said in ["1 2", "1,2", "2 en 1", "oproep en wapen", "oproep, weapon shown", "1+2", "1\n2"] {
        let mut talk = Talk::full();
        talk.say_all(&["nee", said]);
        let both = Value::Choices(vec!["call".to_owned(), "weapon".to_owned()]);
        assert_eq!(talk.answer("kinds"), Some(both), "{said}");
    }
}

#[test]
fn what_does_not_fit_is_told_and_asked_again() {
    let mut talk = Talk::full();
    for said in ["3", "0", "misschien", "1 2", "99999999999999999999"] {
        talk.say(said);
        assert_eq!(talk.at(), "danger", "{said}");
        assert!(matches!(talk.last.told[..], [Told::Misfit(..)]), "{said}: {:?}", talk.last.told);
        assert_eq!(talk.last.next, Next::Ask);
    }
    talk.say_all(&["nee", "1 3"]);
    assert_eq!(talk.last.told, [Told::Misfit("kinds".to_owned(), Misfit::Alone { option: "none".to_owned() })]);
}

#[test]
fn danger_says_112_before_anything_else_and_blocks_nothing() {
    let mut talk = Talk::full();
    talk.say("ja");
    assert!(matches!(&talk.last.told[0], Told::Note(text) if text.nl == "bel 112"));
    assert_eq!(talk.at(), "kinds");
}

#[test]
fn a_text_of_the_wrong_length_is_told_with_the_bound() {
    let mut talk = Talk::full();
    talk.say_all(&["nee", "1", "x"]);
    assert_eq!(talk.last.told, [Told::Misfit("seen".to_owned(), Misfit::TooShort { least: 3 })]);
    talk.say(&"x".repeat(61));
    assert_eq!(talk.last.told, [Told::Misfit("seen".to_owned(), Misfit::TooLong { length: 61, most: 60 })]);
    assert_eq!(talk.answer("seen"), None);
}

#[test]
fn a_question_whose_condition_fails_is_not_asked_and_its_answer_does_not_count() {
    let mut talk = Talk::full();
    talk.say_all(&["nee", "2", "een filmpje", "gisteren", "plein"]);
    assert_eq!(talk.at(), "place");
    talk.say_all(&["bij de haven", "overslaan", "laag", "1", "overslaan"]);
    assert_eq!((talk.at(), talk.answer("place")), ("summary", Some(text("bij de haven"))));
    talk.say_all(&["2", "oproep"]);
    assert_eq!((talk.at(), talk.answer("place")), ("summary", None));
    // With the weapon back its place is back too.
    talk.say_all(&["2", "wapen"]);
    assert_eq!((talk.at(), talk.answer("place")), ("summary", Some(text("bij de haven"))));
}

#[test]
fn a_change_that_brings_up_a_new_question_asks_it_before_the_summary() {
    let mut talk = Talk::full();
    talk.through();
    talk.say_all(&["2", "wapen"]);
    assert_eq!(talk.at(), "place");
    talk.say("bij de haven");
    assert_eq!(talk.at(), "summary");
}

#[test]
fn a_changed_message_changes_its_answer_wherever_one_is_by_then() {
    let mut talk = Talk::full();
    let danger = talk.say("nee");
    talk.say("1");
    let seen = talk.say("een filmpje");
    assert!(talk.input(&Input::Edited { of: &danger, text: "ja" }));
    assert_eq!((talk.answer("danger"), talk.at()), (Some(choice("yes")), "when"));
    assert!(talk.input(&Input::Edited { of: &seen, text: "twee filmpjes" }));
    assert_eq!(talk.last.told, [Told::Changed("seen".to_owned())]);
    assert_eq!(talk.answer("seen"), Some(text("twee filmpjes")));
}

#[test]
fn a_changed_message_that_fits_no_more_reopens_its_question() {
    let mut talk = Talk::full();
    let danger = talk.say("nee");
    talk.say_all(&["1", "een filmpje"]);
    talk.input(&Input::Edited { of: &danger, text: "misschien" });
    assert_eq!((talk.at(), talk.answer("danger")), ("danger", None));
    talk.say("ja");
    assert_eq!((talk.at(), talk.answer("danger")), ("when", Some(choice("yes"))), "and goes on where one was");
}

#[test]
fn a_message_taken_back_reopens_its_question() {
    let mut talk = Talk::full();
    talk.say_all(&["nee", "1"]);
    let seen = talk.say("een filmpje");
    talk.say("gisteren");
    assert!(talk.input(&Input::TakenBack(&seen)));
    assert_eq!((talk.at(), talk.answer("seen")), ("seen", None));
    talk.say("iets anders");
    assert_eq!((talk.at(), talk.answer("seen")), ("group", Some(text("iets anders"))));
    assert!(!talk.input(&Input::TakenBack(&EventId::new("$unknown"))));
}

#[test]
fn an_answer_sent_twice_counts_once() {
    let mut talk = Talk::full();
    talk.say("nee");
    for again in ["nee", "2", "no"] {
        talk.say_blindly(again);
        assert_eq!(talk.at(), "kinds");
        assert!(talk.is_quiet(), "{:?}", talk.last.told);
    }
    talk.say_all(&["1", "een filmpje"]);
    talk.say_blindly("een filmpje");
    assert_eq!((talk.at(), talk.is_quiet()), ("when", true));
}

#[test]
fn answers_sent_ahead_are_taken_in_their_order() {
    let mut talk = Talk::full();
    for said in ["nee", "wapen", "een filmpje", "gisteren"] {
        talk.say_blindly(said);
    }
    assert_eq!((talk.at(), talk.answer("seen")), ("group", Some(text("een filmpje"))));
}

#[test]
fn a_text_in_several_messages_becomes_one() {
    let mut talk = Talk::full();
    talk.say_all(&["nee", "1", "een filmpje"]);
    talk.say_blindly("met drie jongens");
    assert_eq!(talk.answer("seen"), Some(text("een filmpje\nmet drie jongens")));
    assert_eq!(talk.at(), "when");
    assert_eq!(talk.last.told, [Told::Added("seen".to_owned())]);
}

#[test]
fn what_can_mean_several_moments_is_asked_about() {
    let mut talk = Talk::full();
    talk.say_all(&["nee", "1", "een filmpje", "gisteren half elf"]);
    assert!(matches!(&talk.draft.waits, Some(Waits::Readings(readings)) if readings.len() == 2));
    assert_eq!(talk.at(), "when");
    talk.say("2");
    assert_eq!(talk.at(), "group");
    assert!(matches!(talk.answer("when"), Some(Value::Moment { until_ms: None, .. })));
}

#[test]
fn interventions_are_searched_and_collected_until_they_are_all() {
    let mut talk = Talk::full();
    talk.say_all(&["nee", "1", "een filmpje", "gisteren", "plein", "gesprek"]);
    // A slug typed whole needs no choosing.
    assert_eq!(talk.answer("done"), Some(Value::Interventions(vec!["gesprek".to_owned()])));
    assert_eq!(talk.at(), "done");
    talk.say("ges");
    assert!(matches!(&talk.draft.waits, Some(Waits::Found { ids }) if ids.len() == 2));
    talk.say_all(&["2", "klaar"]);
    let both = vec!["gesprek".to_owned(), "gesprek-ouders".to_owned()];
    assert_eq!((talk.answer("done"), talk.at()), (Some(Value::Interventions(both)), "level"));
}

#[test]
fn a_group_is_one_of_the_list_found_by_a_word_of_it_or_with_a_slip() {
    let mut slipped = Talk::full();
    slipped.say_all(&["nee", "1", "een filmpje", "gisteren", "de havne"]);
    assert_eq!(slipped.answer("group"), Some(Value::Group("De Haven".to_owned())));
    let mut talk = Talk::full();
    talk.say_all(&["nee", "1", "een filmpje", "gisteren", "elders"]);
    assert!(matches!(talk.last.told[..], [Told::Misfit(_, Misfit::NotFound { .. })]));
    talk.say("haven");
    assert_eq!((talk.answer("group"), talk.at()), (Some(Value::Group("De Haven".to_owned())), "done"));
}

#[test]
fn pictures_are_declined_and_taken_back_when_wished() {
    let mut talk = Talk::full();
    let picture = talk.next_event();
    talk.input(&Input::Attachment(&picture));
    assert_eq!((talk.last.told.clone(), talk.at()), (vec![Told::NoMedia], "danger"));
    talk.say("haal weg");
    assert_eq!((talk.last.take_back.clone(), talk.at()), (vec![picture], "danger"));
    talk.say("haal weg");
    assert_eq!(talk.last.take_back, [], "there is nothing more to take back");
}

#[test]
fn what_looks_like_personal_data_waits_for_a_second_look() {
    let mut talk = Talk::full();
    talk.say_all(&["nee", "1"]);
    let said = talk.say("bel 06-12345678");
    assert!(matches!(talk.draft.waits, Some(Waits::Guard { .. })));
    assert_eq!((talk.at(), talk.answer("seen")), ("seen", None));
    // Taken back, and written again.
    talk.say("3");
    assert_eq!(talk.last.take_back, [said]);
    assert_eq!(talk.draft.waits, None);
    talk.say("bel 06-12345678");
    talk.say("zonder nummer");
    assert_eq!((talk.answer("seen"), talk.at()), (Some(text("zonder nummer")), "when"));
}

#[test]
fn whoever_says_that_it_is_no_personal_data_is_believed_and_noted() {
    let mut talk = Talk::full();
    talk.say_all(&["nee", "1", "bel 06-12345678", "2"]);
    assert_eq!((talk.answer("seen"), talk.at()), (Some(text("bel 06-12345678")), "when"));
    assert_eq!(talk.last.insisted.len(), 1);
}

#[test]
fn a_reaction_picks_an_option_of_the_open_question_only() {
    let mut talk = Talk::full();
    let reaction = talk.next_event();
    assert!(!talk.input(&Input::Ticked { question: "level", option: "high", event: &reaction }));
    assert!(talk.input(&Input::Ticked { question: "danger", option: "no", event: &reaction }));
    assert_eq!(talk.at(), "kinds");
    // Of several, those that are still ticked count in the end.
    let (first, second) = (talk.next_event(), talk.next_event());
    talk.input(&Input::Ticked { question: "kinds", option: "weapon", event: &first });
    talk.input(&Input::Ticked { question: "kinds", option: "call", event: &second });
    talk.input(&Input::TakenBack(&first));
    talk.say("klaar");
    assert_eq!((talk.answer("kinds"), talk.at()), (Some(Value::Choices(vec!["call".to_owned()])), "seen"));
}

#[test]
fn a_late_reply_answers_the_question_that_it_replies_to() {
    let mut talk = Talk::full();
    let danger = talk.say("nee");
    let kinds = talk.say("1");
    talk.say("een filmpje");
    talk.reply(&danger, "wapen");
    assert_eq!((talk.answer("kinds"), talk.at()), (Some(Value::Choices(vec!["weapon".to_owned()])), "when"));
    assert_eq!(talk.last.told, [Told::Changed("kinds".to_owned())]);
    talk.reply(&kinds, "bel 06-12345678");
    assert!(matches!(talk.draft.waits, Some(Waits::Guard { .. })));
    assert_eq!((talk.at(), talk.answer("seen")), ("seen", None));
    talk.say("twee filmpjes");
    assert_eq!((talk.answer("seen"), talk.at()), (Some(text("twee filmpjes")), "when"));
    // One that does not fit changes nothing, and the open question stays.
    talk.reply(&danger, "misschien");
    assert!(matches!(talk.last.told[..], [Told::Misfit(..)]));
    assert_eq!(talk.at(), "when");
}
