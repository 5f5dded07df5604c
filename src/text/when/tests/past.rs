//! Moments of the past.

use super::*;

fn means(typed: &str, written: &str) {
    assert_eq!(past(typed), Ok(moment(written)), "{typed}");
}

fn asks(typed: &str, readings: &[When]) {
    assert_eq!(past(typed), Err(NoWhen::Unsure(readings.to_vec())), "{typed}");
}

#[test]
fn a_moment_is_understood_in_any_order_and_in_both_languages() {
    for typed in [
        "gisteravond half elf",
        "half elf gisteravond",
        "Gisteren avond om 22.30 uur",
        "gisteren 22u30",
        "ma 23 nov 22:30",
        "maandagavond 23 november half elf",
        "maandag 23 november 2026, half elf 's avonds",
        "10.30 last night",
        "last night at half past ten",
        "yesterday evening around 10:30",
        "Yesterday 10:30 p.m.",
        "23-11-2026 22:30",
    ] {
        means(typed, "2026-11-23 22:30");
    }
}

#[test]
fn a_word_that_is_left_over_makes_it_no_moment() {
    for typed in [
        "",
        "   ",
        "gisteravond op het plein",
        "gisteren na 22:00",
        "een paar minuten geleden",
        "gisteren vandaag",
        "22:15 23:15",
        "gistermiddag 22:15",
        "kwart over",
        "25:00",
        "10:60",
        "22",
        "'s avonds",
        "nacht van vrijdag op zondag",
        "vorige week 22:15",
        "vrij vroeg in de ochtend",
        "21-111-2026",
        "gisteravond een",
        "rond 21 november",
        "gisteren 22:15 of 22:30",
        "👍",
    ] {
        assert_eq!(past(typed), Err(NoWhen::Unknown), "{typed}");
    }
}

#[test]
fn half_and_quarters_are_said_as_in_each_language() {
    means("vanochtend tien voor half elf", "2026-11-24 10:20");
    means("vanochtend vijf over half elf", "2026-11-24 10:35");
    means("vanochtend kwart voor elf", "2026-11-24 10:45");
    means("this morning at quarter to eleven", "2026-11-24 10:45");
    means("this morning at half past ten", "2026-11-24 10:30");
    means("vanmiddag rond een uur of vier", "2026-11-24 16:00");
    asks("half ten last night", &[moment("2026-11-23 21:30"), moment("2026-11-23 22:30")]);
}

#[test]
fn a_time_on_the_dial_without_part_of_the_day_is_asked() {
    asks("gisteren half elf", &[moment("2026-11-23 10:30"), moment("2026-11-23 22:30")]);
    asks("yesterday at 10:30", &[moment("2026-11-23 10:30"), moment("2026-11-23 22:30")]);
    means("gisteren 10:30", "2026-11-23 10:30");
    means("gisteren 03:30", "2026-11-23 03:30");
    asks("gisteren 3:30", &[moment("2026-11-23 03:30"), moment("2026-11-23 15:30")]);
}

#[test]
fn without_a_day_the_nearest_is_taken_where_it_is_beyond_doubt() {
    means("22:15", "2026-11-23 22:15");
    means("half zeven", "2026-11-24 18:30");
    means("half elf", "2026-11-24 10:30");
    asks("half drie", &[moment("2026-11-24 02:30"), moment("2026-11-24 14:30")]);
    asks("6:30", &[moment("2026-11-24 06:30"), moment("2026-11-24 18:30")]);
    assert_eq!(past("20:00"), Err(NoWhen::Ahead(moment("2026-11-24 20:00"))));
}

#[test]
fn evenings_and_nights_go_on_after_midnight() {
    means("gisteravond half een", "2026-11-24 00:30");
    means("last night at 2", "2026-11-24 02:00");
    means("vannacht kwart voor twaalf", "2026-11-23 23:45");
    means("in de nacht van vrijdag op zaterdag om 2 uur", "2026-11-21 02:00");
    asks("vrijdagnacht 2 uur", &[moment("2026-11-20 02:00"), moment("2026-11-21 02:00")]);
    assert_eq!(past("last night"), Ok(span("2026-11-23 18:00", "2026-11-24 06:00")));
}

#[test]
fn before_four_yesterday_may_be_the_day_that_has_just_ended() {
    let late = at("2026-11-25 00:40");
    let either = vec![moment("2026-11-23 22:15"), moment("2026-11-24 22:15")];
    assert_eq!(when("gisteravond 22:15", late, Toward::Past), Err(NoWhen::Unsure(either)));
    assert_eq!(when("vanavond 22:15", late, Toward::Past), Ok(moment("2026-11-24 22:15")));
    assert_eq!(when("vandaag 00:10", late, Toward::Past), Ok(moment("2026-11-25 00:10")));
}

#[test]
fn a_weekday_that_is_not_that_of_its_date_is_asked() {
    asks("zo 21 nov 22:15", &[moment("2026-11-21 22:15"), moment("2026-11-22 22:15")]);
    asks(
        "vorige maandag",
        &[span("2026-11-16 00:00", "2026-11-17 00:00"), span("2026-11-23 00:00", "2026-11-24 00:00")],
    );
}

#[test]
fn a_date_that_is_about_to_come_is_no_year_ago() {
    assert_eq!(past("30 november"), Err(NoWhen::Ahead(span("2026-11-30 00:00", "2026-12-01 00:00"))));
    assert_eq!(past("1 februari"), Ok(span("2026-02-01 00:00", "2026-02-02 00:00")));
    for typed in ["31 november", "29 februari", "30-2-2026", "11/21"] {
        assert_eq!(past(typed), Err(NoWhen::NotInCalendar), "{typed}");
    }
}

#[test]
fn a_slip_in_a_long_word_is_mended_and_in_a_short_one_is_not() {
    means("gisteravnd 22:15", "2026-11-23 22:15");
    means("zaterdga 22:15", "2026-11-21 22:15");
    means("yesterdy 10pm", "2026-11-23 22:00");
    assert_eq!(past("zb 22:15"), Err(NoWhen::Unknown));
}

#[test]
fn a_span_of_time_is_one_that_is_over() {
    assert_eq!(past("tussen 15 en 16 uur"), Ok(span("2026-11-24 15:00", "2026-11-24 16:00")));
    assert_eq!(past("gisteravond van 11 tot 1"), Ok(span("2026-11-23 23:00", "2026-11-24 01:00")));
    assert_eq!(past("za 21/11 22:15-23:00"), Ok(span("2026-11-21 22:15", "2026-11-21 23:00")));
    assert_eq!(past("yesterday between 11am and 1 pm"), Ok(span("2026-11-23 11:00", "2026-11-23 13:00")));
    assert_eq!(past("17:30-20:00"), Err(NoWhen::Ahead(span("2026-11-24 17:30", "2026-11-24 20:00"))));
    asks(
        "gisteren tussen 10 en 11",
        &[span("2026-11-23 10:00", "2026-11-23 11:00"), span("2026-11-23 22:00", "2026-11-23 23:00")],
    );
}

#[test]
fn how_long_ago_is_reckoned_to_the_minute_or_to_the_day() {
    means("een kwartier geleden", "2026-11-24 19:05");
    means("anderhalf uur geleden", "2026-11-24 17:50");
    means("an hour and a half ago", "2026-11-24 17:50");
    means("zo'n 2,5 uur geleden", "2026-11-24 16:50");
    assert_eq!(past("3 dagen geleden"), Ok(span("2026-11-21 00:00", "2026-11-22 00:00")));
    means("3 days ago at 22:15", "2026-11-21 22:15");
    assert_eq!(past("een maand geleden"), Err(NoWhen::Unknown));
}
