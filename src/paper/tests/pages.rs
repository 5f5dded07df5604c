use chrono::TimeZone as _;

use super::*;

fn long() -> Vec<Block> {
    let text = "Het jongerenwerk sprak de groep aan, en belde daarna met de wijkagent en de school. ".repeat(5);
    (0..18).map(|_| Block::Text(text.clone())).collect()
}

#[test]
fn note_label_and_date_stand_on_each_page_with_its_number() {
    let pages = texts(&set(&paper(long())));
    assert_eq!(pages.len(), 3);
    for (number, page) in (1..).zip(&pages) {
        for words in [head().note, head().label, head().date, head().title, format!("blz. {number}/3")] {
            assert!(squeezed(page).contains(&squeezed(&words)), "{words} is not on page {number}: {page}");
        }
    }
}

#[test]
fn what_people_write_is_set_as_they_wrote_it() {
    let text = r#"#let x = 1 #panic("x") $x^2$ *vet* _schuin_ @bron <label> \ \u{41} [blok] "aan" 'haal' -- --- ... ~ `code` // /* = kop"#;
    for page in texts(&set(&everywhere(text))).iter().take(1) {
        assert!(squeezed(page).matches(&squeezed(text)).count() >= 3, "{page}");
    }
}

#[test]
fn lines_stay_lines_and_nothing_is_lost() {
    let lines: Vec<String> = (0..200).map(|number| format!("regel {number}")).collect();
    let pages = texts(&set(&paper(vec![Block::Text(lines.join("\n")), Block::Items(lines.clone())])));
    let all: String = pages.iter().map(|page| squeezed(page)).collect();
    for line in lines {
        assert!(all.matches(&squeezed(&line)).count() >= 2, "{line}");
    }
    assert!(pages.len() > 6, "{}", pages.len());
}

#[test]
fn nothing_runs_off_the_page() {
    let word = "Hottentottententententoonstellingsmakers".repeat(8);
    let address = format!("https://example.org/{}", "a".repeat(150));
    for text in [word, address, "العربية".repeat(20), "🙏".repeat(60), "e\u{301}".repeat(150), "a\n".repeat(200)]
    {
        stay_on_the_page(&set(&everywhere(&text)));
    }
}

#[test]
fn what_no_font_has_is_shown_as_a_box_and_the_rest_as_it_is() {
    let boxes = |text: &str| {
        let pages = set(&paper(vec![Block::Text(text.to_owned())]));
        pieces(&pages.pages()[0].frame)
            .iter()
            .flat_map(|(_, piece)| &piece.glyphs)
            .filter(|glyph| glyph.id == 0)
            .count()
    };
    assert_eq!(boxes("Zoë, Čapek, Żółć, Şule, Ольга, Ελένη, € “ja” – ‘nee’ … • ½ ° → ✓"), 0);
    assert_eq!(boxes("مرحبا שלום 🙏🏽 🚓 👨‍👩‍👧 ❤️ 1️⃣ 🇳🇱"), 0);
    assert_eq!(boxes("\u{0} \u{7} \u{1b}[31m \u{200b} \u{2068}naam\u{2069} \u{feff}"), 0);
    assert_eq!(boxes("漢字 \u{13000}"), 3);
}

#[test]
fn odd_texts_are_set() {
    let odd = "\u{0}\u{202e}\u{2066}\u{fffe}\u{10ffff}\u{e0001}\u{301}\u{200d}\u{fe0f}\r\n\r\n\t";
    for text in ["", " ", "\n\n\n", odd, "\\", "\u{200b}", "12", "true", "none"] {
        assert!(everywhere(text).pdf().is_ok(), "{text:?}");
    }
    assert!(Paper { head: head(), sections: vec![] }.pdf().is_ok());
    assert!(paper(vec![Block::Items(vec![]), Block::Timeline(vec![])]).pdf().is_ok());
}

#[test]
fn a_very_long_text_is_set() {
    let text = "Een zin van een gewone lengte, en nog een. ".repeat(400);
    let pages = set(&paper(vec![Block::Text(text)]));
    assert!(pages.pages().len() > 5, "{}", pages.pages().len());
}

#[test]
fn the_same_paper_is_the_same_to_the_byte() {
    let mut paper = paper(vec![Block::Timeline(moments(5))]);
    let pdf = paper.pdf().expect("it is set");
    assert_eq!(paper.pdf().expect("it is set"), pdf);
    assert!(pdf.starts_with(b"%PDF-"));
    paper.head.made = Some(Utc.with_ymd_and_hms(2026, 11, 29, 9, 30, 0).single().expect("a moment"));
    let dated = paper.pdf().expect("it is set");
    assert_ne!(dated, pdf);
    assert_eq!(paper.pdf().expect("it is set"), dated);
}

#[test]
fn its_properties_are_title_language_and_moment_and_nobodys_name() {
    let holds = |pdf: &[u8], part: &str| pdf.windows(part.len()).any(|window| window == part.as_bytes());
    let mut paper = paper(vec![]);
    let pdf = paper.pdf().expect("it is set");
    assert!(holds(&pdf, "Evaluatie I-2026-k7qd"));
    for (language, code) in [(Language::Dutch, "nl"), (Language::English, "en")] {
        paper.head.language = language;
        assert!(
            holds(&paper.pdf().expect("it is set"), &format!("<dc:language><rdf:Bag><rdf:li>{code}</rdf:li>")),
            "{code}"
        );
    }
    for part in ["Author", "dc:creator", "CreationDate", "CreateDate", "CreatorTool"] {
        assert!(!holds(&pdf, part), "{part}");
    }
    paper.head.made = Some(Utc.with_ymd_and_hms(2026, 11, 29, 9, 30, 0).single().expect("a moment"));
    assert!(holds(&paper.pdf().expect("it is set"), "2026-11-29T09:30:00"));
}

#[test]
fn the_templates_have_no_warnings() {
    let paper =
        paper(vec![Block::Timeline(moments(3)), Block::Quote { who: "school".to_owned(), text: "ja".to_owned() }]);
    let timeline = Timeline { head: head(), moments: moments(3) };
    for set in [press::compiled("paper.typ", &paper), press::compiled("timeline.typ", &timeline)] {
        assert!(set.warnings.is_empty(), "{:?}", set.warnings);
    }
}
