use super::*;

fn timeline(moments: Vec<Moment>) -> Timeline {
    Timeline { head: head(), moments }
}

/// Width and height as they stand in the file.
fn measured(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    (number(16), number(20))
}

#[test]
fn two_hundred_moments_are_pictures_for_a_phone_each_moment_on_one() {
    let pictures = timeline(moments(200)).pictures(usize::MAX).expect("they are drawn");
    let mut next = 0;
    for picture in &pictures {
        assert_eq!(measured(&picture.png), (picture.width, picture.height));
        assert_eq!(picture.width, Timeline::WIDTH);
        assert!(picture.height <= Timeline::HEIGHT, "{}", picture.height);
        assert!(picture.png.len() < 400_000, "{}", picture.png.len());
        assert_eq!(picture.moments.start, next);
        assert!(picture.moments.len() >= 8, "{:?}", picture.moments);
        next = picture.moments.end;
    }
    assert_eq!(next, 200);
    let all: usize = pictures.iter().map(|picture| picture.png.len()).sum();
    assert!(all < 3_500_000, "{all}");
}

#[test]
fn more_pictures_than_asked_for_are_left_out() {
    let pictures = timeline(moments(45)).pictures(2).expect("they are drawn");
    assert_eq!(pictures.len(), 2);
    assert!(pictures[1].moments.end < 45);
}

#[test]
fn what_is_empty_below_is_cut_off() {
    let one = timeline(moments(1)).pictures(9).expect("it is drawn");
    assert_eq!((one.len(), one[0].moments.clone()), (1, 0..1));
    assert!(one[0].height < 800, "{}", one[0].height);
    let none = timeline(vec![]).pictures(9).expect("it is drawn");
    assert_eq!((none.len(), none[0].moments.clone()), (1, 0..0));
}

#[test]
fn each_picture_says_what_it_is_and_the_day_goes_on() {
    let mut all = moments(40);
    for moment in &mut all {
        "dinsdag 3 november 2026".clone_into(&mut moment.day);
    }
    let pages = texts(&press::set("timeline.typ", &timeline(all)).expect("it is set"));
    assert!(pages.len() > 1);
    for (number, page) in (1..).zip(&pages) {
        for words in [&head().note, &head().label, &head().date, "dinsdag 3 november 2026"] {
            assert!(squeezed(page).contains(&squeezed(words)), "{words} is not on {number}: {page}");
        }
        assert!(squeezed(page).contains(&format!("blz.{number}/{}", pages.len())), "{page}");
    }
}

#[test]
fn time_organisation_kind_and_pause_are_words() {
    let pages = texts(&press::set("timeline.typ", &timeline(moments(5))).expect("it is set"));
    for words in ["9:05", "politie", "jongerenwerk", "zorg en veiligheid", "ingreep", "verbetering", "2 uur later"] {
        assert!(squeezed(&pages[0]).contains(&squeezed(words)), "{words}: {}", pages[0]);
    }
}

#[test]
fn a_long_text_is_cut_and_a_long_word_is_broken() {
    let long = "Een zin van een gewone lengte. ".repeat(100);
    let word = "Hottentottententententoonstellingsmakers".repeat(20);
    let texts = [long.as_str(), &word, "العربية 🙏", &"a\n".repeat(200)];
    let all: Vec<Moment> = texts.into_iter().cycle().take(30).map(|text| moment(0, text)).collect();
    let pages = press::set("timeline.typ", &timeline(all)).expect("it is set");
    stay_on_the_page(&pages);
    assert!(super::texts(&pages)[0].contains('…'));
}

#[test]
fn the_same_timeline_is_the_same_to_the_byte() {
    let timeline = timeline(moments(3));
    assert_eq!(timeline.pictures(1).expect("it is drawn"), timeline.pictures(1).expect("it is drawn"));
}

#[test]
fn each_colour_can_be_read_on_white() {
    let template = include_str!("../pieces.typ");
    let colours: Vec<&str> = template.split("\"#").skip(1).map(|rest| &rest[..6]).collect();
    assert_eq!(colours.len(), 8);
    for colour in colours {
        let part = |at: usize| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("a colour")) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let light = 0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4);
        let contrast = 1.05 / (light + 0.05);
        assert!(contrast >= 4.5, "{colour}: {contrast:.1}");
    }
}
