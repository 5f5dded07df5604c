//! Asking for one: what the bot repeats, what it asks, what it refuses.

use super::*;

#[tokio::test]
async fn what_was_understood_is_repeated_with_weekday_and_place() {
    let mut stage = Stage::chain().await;
    let answer = stage.ask("bram", "!herinner ons vrijdag half drie overleg voorbereiden").await;
    let text = only(&answer);
    assert_holds(text, &["staat, voor iedereen hier", "Wat: overleg voorbereiden", "vrijdag 27 november 2026, 14:30"]);
    assert_holds(text, &["tijd van Amsterdam", "stop"]);
}

#[tokio::test]
async fn what_comes_again_is_repeated_with_the_next_three_moments() {
    let mut stage = Stage::chain().await;
    let answer = stage.ask("bram", "!herinner ons elke werkdag 08:45 dagstart").await;
    let text = only(&answer);
    assert_holds(text, &["De volgende keren", "dinsdag 24 november 2026, 08:45", "woensdag 25 november 2026, 08:45"]);
    assert_holds(text, &["donderdag 26 november 2026, 08:45"]);
}

#[tokio::test]
async fn one_for_oneself_is_answered_alone_wherever_it_was_asked() {
    let mut stage = Stage::chain().await;
    let shown = stage.ask("bram", "!herinner mij morgen 10u bellen met school").await;
    assert_eq!(shown.len(), 2, "{shown:#?}");
    let (alone, here): (Vec<_>, Vec<_>) = shown.iter().partition(|one| one.room.as_str().contains("bram"));
    assert_eq!(here[0].text(), "Ik antwoord je privé.");
    assert_holds(alone[0].text(), &["voor jou alleen", "woensdag 25 november 2026, 10:00", "bellen met school"]);
}

#[tokio::test]
async fn alone_with_the_bot_it_is_for_oneself() {
    let mut stage = Stage::chain().await;
    assert_holds(&stage.alone("bram", "herinner over 20 minuten terugbellen").await, &["voor jou alleen", "08:20"]);
    assert_holds(&stage.alone("bram", "herinner ons morgen 10u x").await, &["herinner mij"]);
    assert_holds(&stage.alone("bram", "remind me tomorrow at noon lunch").await, &["25 november 2026, 12:00"]);
}

#[tokio::test]
async fn doubt_is_asked_and_a_number_answers_it() {
    let mut stage = Stage::chain().await;
    let shown = stage.ask("bram", "!herinner ons om 10 uur 15 jongeren bellen").await;
    let text = only(&shown).to_owned();
    assert_holds(&text, &["Welke bedoel je?"]);
    let offers = items(&text);
    let wanted = offers.iter().position(|line| line.contains("15 jongeren bellen")).expect("it is offered");
    let chosen = stage.ask("bram", &format!("!{}", wanted + 1)).await;
    assert_holds(only(&chosen), &["staat, voor iedereen hier", "Wat: 15 jongeren bellen", "10:00"]);
}

#[tokio::test]
async fn what_cannot_be_is_explained_and_the_nearest_is_offered() {
    let mut stage = Stage::chain().await;
    for (typed, why) in [
        ("29 februari 2027 10:00 jubileum", "staat niet in de kalender"),
        ("28 maart 2027 02:30 wakker worden", "de klok gaat dan vooruit"),
    ] {
        let shown = stage.ask("bram", &format!("!herinner ons {typed}")).await;
        let text = only(&shown).to_owned();
        assert_holds(&text, &[why, "Typ !1"]);
        let made = stage.ask("bram", "!1").await;
        assert_holds(only(&made), &["staat, voor iedereen hier"]);
    }
    let shown = stage.ask("bram", "!herinner ons gisteren 10u bellen").await;
    assert_holds(only(&shown), &["al geweest"]);
    let shown = stage.ask("bram", "!herinner ons ooit eens bellen").await;
    assert_holds(only(&shown), &["Ik zie niet wanneer", "Bijvoorbeeld"]);
    let shown = stage.ask("bram", "!herinner ons morgen 10u").await;
    assert_holds(only(&shown), &["Waaraan moet ik herinneren?"]);
}

#[tokio::test]
async fn a_phone_number_is_not_taken_without_a_second_look() {
    let mut stage = Stage::chain().await;
    let shown = stage.ask("bram", "!herinner ons morgen 10u bel 06-12345678").await;
    assert_holds(only(&shown), &["Ik heb nog niets gedaan"]);
    let made = stage.ask("bram", "!1").await;
    assert_holds(only(&made), &["staat, voor iedereen hier", "06-12345678"]);
}

#[tokio::test]
async fn only_members_who_are_here_are_reminded_here() {
    let mut stage = Stage::chain().await;
    let shown = stage.ask("bram", "!herinner @carla:console vrijdag 14:00 terugkoppelen").await;
    assert_holds(only(&shown), &["staat, voor carla"]);
    let shown = stage.ask("bram", "!herinner @zoe:console vrijdag 14:00 terugkoppelen").await;
    assert_holds(only(&shown), &["zoe: niet in deze kamer"]);
    let shown = stage.ask_in("hal", "bram", "!herinner ons vrijdag 14:00 koffie").await;
    assert_holds(only(&shown), &["hoort niet bij een team"]);
}

#[tokio::test]
async fn somebody_who_is_no_member_is_told_whom_to_ask() {
    let mut stage = Stage::chain().await;
    let shown = stage.ask("frits", "!herinner ons morgen 10u koffie").await;
    assert_holds(only(&shown), &["voor leden van het team"]);
}

#[tokio::test]
async fn with_somebody_there_who_is_no_member_it_is_repeated_in_private() {
    let mut stage = Stage::chain().await;
    stage.world.enter("frits", "keten").await.expect("the room");
    let shown = stage.ask("bram", "!herinner ons morgen 10u overleg").await;
    assert_eq!(shown.len(), 2, "{shown:#?}");
    let here = shown.iter().find(|one| one.room.as_str().contains("keten")).expect("a word here");
    assert!(!here.text().contains("overleg"), "{shown:#?}");
}

#[tokio::test]
async fn a_zone_of_ones_own_is_the_one_in_which_times_are_meant() {
    let mut stage = Stage::chain().await;
    assert_holds(&stage.alone("bram", "herinneringen tijdzone London").await, &["Europe/London"]);
    let text = stage.alone("bram", "herinner morgen 10u bellen").await;
    assert_holds(&text, &["10:00", "tijd van London"]);
    assert_holds(&stage.alone("bram", "herinneringen tijdzone Utrecht").await, &["geen tijdzone die ik ken"]);
    let refused = stage.ask("bram", "!herinneringen tijdzone London").await;
    assert_holds(only(&refused), &["alleen een coördinator"]);
    let chosen = stage.ask("anna", "!herinneringen tijdzone Europe/London").await;
    assert_holds(only(&chosen), &["in de kamers van het team"]);
    let made = stage.ask("carla", "!herinner ons morgen 10u bellen").await;
    assert_holds(only(&made), &["tijd van London"]);
}

#[tokio::test]
async fn chosen_without_a_text_it_asks_for_one_in_words_that_can_be_typed() {
    let mut stage = Stage::chain().await;
    stage.ask("bram", "!herinner ons 31 april 10u").await;
    let asked = stage.ask("bram", "!1").await;
    assert_holds(only(&asked), &["Waaraan moet ik herinneren?", "!herinner ons 2027-04-30 10:00 bellen met school"]);
    let made = stage.ask("bram", "!herinner ons 2027-04-30 10:00 bellen met school").await;
    assert_holds(only(&made), &["staat, voor iedereen hier", "vrijdag 30 april 2027, 10:00"]);
}
