//! Papers for the tests, and what can be read on set pages.

mod charts;
mod markdown;
mod pages;
mod pictures;

use typst::layout::{Abs, Frame, FrameItem, Point};
use typst::text::TextItem;
use typst_layout::PagedDocument;

use super::*;

fn head() -> Head {
    Head {
        language: Language::Dutch,
        title: "Evaluatie I-2026-k7qd".to_owned(),
        note: "Pseudoniem: namen zijn vervangen".to_owned(),
        label: "TLP:AMBER".to_owned(),
        date: "29 november 2026".to_owned(),
        page: "blz.".to_owned(),
        made: None,
    }
}

fn paper(blocks: Vec<Block>) -> Paper {
    Paper { head: head(), sections: vec![Section { heading: "Wat gebeurde er?".to_owned(), blocks }] }
}

/// A paper in which this stands wherever a text can stand.
fn everywhere(text: &str) -> Paper {
    let words = || text.to_owned();
    let moment =
        Moment { day: words(), time: words(), later: words(), lane: words(), kind: words(), ..moment(0, text) };
    let mut paper = paper(vec![
        Block::Text(words()),
        Block::Heading(words()),
        Block::Items(vec![words(), words()]),
        Block::Quote { who: words(), text: words() },
        Block::Timeline(vec![moment.clone(), moment]),
    ]);
    paper.sections[0].heading = words();
    paper.head = Head { title: words(), note: words(), label: words(), date: words(), page: words(), ..head() };
    paper
}

fn moment(index: usize, text: &str) -> Moment {
    Moment {
        day: format!("dinsdag {} november 2026", 3 + index / 9),
        time: format!("{}:05", 9 + index % 9),
        later: if index % 7 == 3 { "2 uur later".to_owned() } else { String::new() },
        lane: ["politie", "jongerenwerk", "school", "gemeente", "zorg en veiligheid"][index % 5].to_owned(),
        mark: [Mark::Dot, Mark::Diamond, Mark::Square, Mark::Ring, Mark::Dot][index % 5],
        kind: ["", "ingreep: gesprek met de groep", "signaal S-2026-4k2d", "verbetering", ""][index % 5].to_owned(),
        text: text.to_owned(),
    }
}

fn moments(count: usize) -> Vec<Moment> {
    let texts = [
        "Melding bij de wijkagent: een groep van ongeveer vijftien jongeren staat bij het winkelcentrum.",
        "De groep gaat naar huis.",
        "Op de groepsapp van de klas gaat een filmpje rond. De mentor belt met het jongerenwerk en met de ouders van de \
         leerling die het plaatste.",
    ];
    (0..count).map(|index| moment(index, texts[index % 3])).collect()
}

fn set(paper: &Paper) -> PagedDocument {
    press::set("paper.typ", paper).expect("it is set")
}

/// Each piece of text on a page, with the place where it begins.
fn pieces(frame: &Frame) -> Vec<(Point, &TextItem)> {
    let mut found = Vec::new();
    for (place, item) in frame.items() {
        match item {
            FrameItem::Text(text) => found.push((*place, text)),
            FrameItem::Group(group) => {
                let moved = Point::new(place.x + group.transform.tx, place.y + group.transform.ty);
                found.extend(pieces(&group.frame).into_iter().map(|(inner, text)| (moved + inner, text)));
            }
            _ => {}
        }
    }
    found
}

/// The text of each page, in one line.
fn texts(pages: &PagedDocument) -> Vec<String> {
    let text = |(_, piece): (Point, &TextItem)| piece.text.to_string();
    pages.pages().iter().map(|page| pieces(&page.frame).into_iter().map(text).collect::<String>()).collect()
}

/// Says that no letter stands outside its page.
fn stay_on_the_page(pages: &PagedDocument) {
    for page in pages.pages() {
        let size = page.frame.size();
        for (place, piece) in pieces(&page.frame) {
            let inside = place.x >= Abs::zero() && place.x + piece.width() <= size.x && place.y <= size.y;
            assert!(inside, "{:?} at {place:?} is {:?} wide", piece.text, piece.width());
        }
    }
}

/// Without what is empty.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}
