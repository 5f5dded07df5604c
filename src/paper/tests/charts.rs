use std::sync::LazyLock;

use super::*;

/// Drawing it takes longer than looking at it.
static LONGEST: LazyLock<Drawn> = LazyLock::new(|| longest().picture().expect("it is drawn"));

fn piece(label: &str, amount: Amount, said: &str, tone: Tone) -> Piece {
    Piece { label: label.to_owned(), amount, said: said.to_owned(), tone }
}

fn bar(label: &str, amount: Amount, said: &str) -> Bar {
    let pieces = vec![piece("", amount, said, Tone::Plain)];
    Bar { label: label.to_owned(), aside: String::new(), pieces }
}

fn panel(title: &str, bars: Vec<Bar>) -> Panel {
    Panel { title: title.to_owned(), note: String::new(), bars }
}

fn chart(panels: Vec<Panel>) -> Chart {
    let head = Head { title: "Trend 7 sep – 29 nov 2026".to_owned(), date: String::new(), ..head() };
    Chart { head, panels, foot: vec!["<5 is 1 tot en met 4.".to_owned()] }
}

fn exactly(number: usize) -> Amount {
    Amount::Exactly { number }
}

fn effects(numbers: [Amount; 4], name: &str) -> Bar {
    let labels = ["hielp", "geen effect", "maakte het erger", "nog niet bekend"];
    let tones = [Tone::Good, Tone::Neutral, Tone::Bad, Tone::Open];
    let said = |amount: &Amount| if let Amount::Exactly { number } = amount { number.to_string() } else { "<5".into() };
    let pieces = (0..4).map(|at| piece(labels[at], numbers[at], &said(&numbers[at]), tones[at])).collect();
    Bar { label: name.to_owned(), aside: String::new(), pieces }
}

/// As much as a trend can hold: two years by month, all platforms, four interventions with long names.
fn longest() -> Chart {
    let many =
        |count: usize, label: &str| (0..count).map(|at| bar(label, exactly(at * 37), &(at * 37).to_string())).collect();
    let name = "Aangifte doen en de opruiing laten stoppen, samen met school";
    let tried = (0..4).map(|_| effects([exactly(112), Amount::Few, exactly(40), exactly(61)], name)).collect();
    chart(vec![
        Panel { note: "samen 1203".to_owned(), ..panel("Signalen per maand", many(25, "sep 2024")) },
        panel("Hoe ernstig", many(4, "verhoogd (oranje)")),
        Panel {
            note: "een signaal kan in meer fasen staan".to_owned(),
            ..panel("Wat al gedaan was", many(7, "relatieopbouw"))
        },
        panel("Platform", many(9, "Discord of een game")),
        Panel { note: "de vaakst ingezette; er zijn er meer".to_owned(), ..panel("Wat is ingezet", tried) },
        panel("Terugkoppeling aan de melder", many(5, "nog niet, kan nog")),
    ])
}

/// The pixels of a picture, three bytes each, by rows.
fn pixels(picture: &Drawn) -> (usize, Vec<[u8; 3]>) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(&picture.png));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().expect("it is a PNG");
    let mut bytes = vec![0; reader.output_buffer_size().expect("it fits")];
    let info = reader.next_frame(&mut bytes).expect("it is whole");
    let channels = info.color_type.samples();
    let pixels = bytes.chunks_exact(channels).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    (usize::try_from(info.width).expect("small"), pixels)
}

fn light(pixel: [u8; 3]) -> f64 {
    let part = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(pixel[0]) + 0.7152 * part(pixel[1]) + 0.0722 * part(pixel[2])
}

fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (light(one), light(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn the_longest_trend_is_one_picture_that_a_phone_shows_sharply() {
    let picture = &*LONGEST;
    assert_eq!(picture.width, Chart::WIDTH);
    assert!(picture.height <= Timeline::HEIGHT, "{}", picture.height);
    assert!(picture.png.len() < 500_000, "{}", picture.png.len());
    let set = press::set("chart.typ", &longest()).expect("it is set");
    assert_eq!(set.pages().len(), 1);
    stay_on_the_page(&set);
}

#[test]
fn each_number_and_each_word_stands_in_the_picture() {
    let band = Amount::Between { least: 10, most: 19 };
    let tried = effects([exactly(12), Amount::None, Amount::Few, exactly(6)], "Huisbezoek");
    let week = Bar { aside: "7 sep".to_owned(), ..bar("week 37", Amount::Few, "<5") };
    let chart = chart(vec![
        panel("Signalen", vec![week, bar("week 38", Amount::None, "0"), bar("week 39", band, "10–19")]),
        panel("Ingezet", vec![tried]),
    ]);
    let text = squeezed(&texts(&press::set("chart.typ", &chart).expect("it is set"))[0]);
    for words in [
        "Trend 7 sep",
        "Signalen",
        "week 37",
        "7 sep",
        "<5",
        "week 38",
        "0",
        "10–19",
        "Huisbezoek",
        "hielp 12",
        "maakte het erger <5",
        "nog niet bekend 6",
        "<5 is 1 tot en met 4.",
        "TLP:AMBER",
    ] {
        assert!(text.contains(&squeezed(words)), "{words} is not in {text}");
    }
    assert!(!text.contains("geeneffect"), "what never happened has no piece");
}

#[test]
fn it_stands_out_on_a_light_and_on_a_dark_page_and_reads_well_on_its_own() {
    let (width, pixels) = pixels(&LONGEST);
    let edge = pixels[width / 2];
    for corner in [pixels[0], pixels[pixels.len() - 1], pixels[width - 1]] {
        assert_eq!(corner, edge, "it goes all around");
    }
    for (page, name) in [([255; 3], "light"), ([0x15, 0x19, 0x1e], "dark"), ([0; 3], "black")] {
        assert!(contrast(edge, page) >= 3.0, "{name}: {:.1}", contrast(edge, page));
    }
    let ground = pixels[20 * width + 20];
    let darkest = pixels.iter().copied().min_by(|one, other| light(*one).total_cmp(&light(*other))).expect("pixels");
    assert!(contrast(ground, darkest) >= 12.0, "letters: {:.1}", contrast(ground, darkest));
}

#[test]
fn each_colour_can_be_told_from_its_ground() {
    let template = include_str!("../chart.typ");
    let colour = |name: &str| {
        let at = template.find(&format!("{name}: rgb(\"#")).unwrap_or_else(|| panic!("{name}"));
        let hex = &template[at + name.len() + 8..][..6];
        [0, 2, 4].map(|at| u8::from_str_radix(&hex[at..at + 2], 16).expect("a colour"))
    };
    let ground = [0xfc, 0xfb, 0xf7];
    assert!(template.contains("#let paper = rgb(\"#fcfbf7\")"));
    for tone in ["plain", "good", "neutral", "bad", "open"] {
        assert!(contrast(colour(tone), ground) >= 4.5, "{tone}: {:.1}", contrast(colour(tone), ground));
    }
}

#[test]
fn a_small_number_is_as_long_whatever_it_is_and_shorter_than_five() {
    let stub = |other: usize| {
        let chart = chart(vec![panel("Signalen", vec![bar("a", Amount::Few, "<5"), bar("b", exactly(other), "5")])]);
        let set = press::set("chart.typ", &chart).expect("it is set");
        let places = pieces(&set.pages()[0].frame);
        let number =
            |said: &str| places.iter().rfind(|(_, text)| text.text == said).map(|(at, _)| at.x).expect("there");
        (number("<5"), number("5"))
    };
    let (few, five) = stub(5);
    assert!(few < five, "{few:?} {five:?}");
    let (few, many) = stub(500);
    assert!(few < many);
}

#[test]
fn long_words_stay_on_the_picture() {
    let long = "Hottentottententententoonstellingsmakers ".repeat(5);
    let all = vec![
        panel(&long, vec![Bar { aside: long.clone(), ..bar(&long, exactly(123_456), "123456") }]),
        panel(&long, vec![effects([exactly(1_000), Amount::Few, Amount::Few, Amount::Few], &long)]),
    ];
    let set = press::set("chart.typ", &Chart { foot: vec![long.clone()], ..chart(all) }).expect("it is set");
    stay_on_the_page(&set);
    let nothing = chart(vec![]).picture().expect("it is drawn");
    assert!(nothing.height < 600, "{}", nothing.height);
}

#[test]
fn the_same_chart_is_the_same_to_the_byte() {
    let chart = || chart(vec![panel("Platform", vec![bar("TikTok", exactly(7), "7")])]).picture().expect("it is drawn");
    assert_eq!(chart(), chart());
}
