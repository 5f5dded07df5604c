//! Sets a made-up report and its timeline, to be looked at: `cargo run --no-default-features --example paper`.

use std::fs;
use std::path::Path;

use schakel::domain::Language;
use schakel::paper::{Block, Head, Mark, Moment, Paper, Section, Timeline};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new("target/paper");
    fs::create_dir_all(folder)?;
    let report = report();
    fs::write(folder.join("report.md"), report.markdown())?;
    fs::write(folder.join("report.pdf"), report.pdf()?)?;
    let timeline = Timeline { head: Head { title: "Tijdlijn I-2026-k7qd".to_owned(), ..head() }, moments: moments() };
    for (number, picture) in (1..).zip(timeline.pictures(9)?) {
        fs::write(folder.join(format!("timeline-{number}.png")), picture.png)?;
    }
    Ok(())
}

fn head() -> Head {
    Head {
        language: Language::Dutch,
        title: "Evaluatie I-2026-k7qd: onrust bij het winkelcentrum".to_owned(),
        note: "Pseudoniem: namen zijn vervangen".to_owned(),
        label: "TLP:AMBER".to_owned(),
        date: "29 november 2026".to_owned(),
        page: "blz.".to_owned(),
        made: None,
    }
}

fn text(text: &str) -> Block {
    Block::Text(text.to_owned())
}

fn quote(who: &str, text: &str) -> Block {
    Block::Quote { who: who.to_owned(), text: text.to_owned() }
}

fn section(heading: &str, blocks: Vec<Block>) -> Section {
    Section { heading: heading.to_owned(), blocks }
}

fn report() -> Paper {
    let question = |number: u32, question: &str| Block::Heading(format!("{number}. {question}"));
    let sections = vec![
        section(
            "In het kort",
            vec![
                text(
                    "Op dinsdag 3 november ging een filmpje rond. Daarna kwam een groep van vijftien jongeren bij het \
                     winkelcentrum. Er raakte niemand gewond.\n\nVier organisaties waren erbij betrokken.",
                ),
                Block::Items(vec![
                    "Wat hielp: het jongerenwerk was er binnen een half uur.".to_owned(),
                    "Wat beter kan: de school hoorde het pas 's middags.\nDat was te laat.".to_owned(),
                    "Wat we leerden: bel elkaar bij het eerste filmpje, en wacht niet op een tweede signaal van een ander.".to_owned(),
                ]),
            ],
        ),
        section("Tijdlijn", vec![Block::Timeline(moments())]),
        section(
            "De vragen",
            vec![
                question(1, "Wat zagen we het eerst, en wie zag het?"),
                quote("school, mentor", "Het filmpje, om kwart over negen. Ik dacht: dit is iets van vroeger.\nDaarom wachtte ik."),
                quote("jongerenwerk", "Wij zagen het om tien uur. #onrust *niet vet* $5 [geen link](x) <b>"),
                question(2, "Wat maakte dat het rustig werd?"),
                quote("politie, wijkagent", "Er was iemand die zij kenden 👍🏽. Dat scheelt de helft. ✓ → rust"),
                quote("gemeente", "مرحبا، تحدثنا مع الأهل ثم هدأ الوضع.\n\nDit zei een vader; vertaald: we spraken met de ouders."),
                quote(
                    "zorg en veiligheid",
                    "https://example.org/een/heel/lang/adres/zonder/spaties/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa en \
                     een teken dat geen letter heeft: 漢字.",
                ),
            ],
        ),
        section(
            "Acties",
            vec![Block::Items(vec![
                "Eén nummer voor alle scholen. Eigenaar: gemeente. Klaar op 15 januari 2027.".to_owned(),
                "Afspraak over filmpjes in het groepsoverleg. Eigenaar: jongerenwerk. Klaar op 1 februari 2027.".to_owned(),
            ])],
        ),
    ];
    Paper { head: head(), sections }
}

fn moments() -> Vec<Moment> {
    let moment = |day: u32, time: &str, later: &str, lane: &str, mark, kind: &str, text: &str| Moment {
        day: format!("{} {day} november 2026", ["dinsdag", "woensdag"][usize::from(day == 4)]),
        time: time.to_owned(),
        later: later.to_owned(),
        lane: lane.to_owned(),
        mark,
        kind: kind.to_owned(),
        text: text.to_owned(),
    };
    vec![
        moment(
            3,
            "09:15",
            "",
            "school",
            Mark::Square,
            "signaal S-2026-4k2d",
            "Een filmpje gaat rond in de groepsapp van de klas.",
        ),
        moment(
            3,
            "10:05",
            "",
            "jongerenwerk",
            Mark::Dot,
            "",
            "Twee jongeren vertellen dat er 's middags iets gaat gebeuren.",
        ),
        moment(
            3,
            "14:00 – 15:30",
            "4 uur later",
            "politie",
            Mark::Dot,
            "",
            "Een groep van ongeveer vijftien jongeren staat bij het winkelcentrum. De wijkagent spreekt ze aan en blijft in de buurt. 🚓",
        ),
        moment(
            3,
            "14:30",
            "",
            "jongerenwerk",
            Mark::Diamond,
            "ingreep: gesprek met de groep",
            "Hielp: de groep gaat uit elkaar.",
        ),
        moment(3, "16:10", "", "zorg en veiligheid", Mark::Dot, "", "Belt met de ouders van drie jongeren."),
        moment(
            4,
            "08:45",
            "",
            "school",
            Mark::Ring,
            "verbetering",
            "Het filmpje ging al op maandag rond, niet op dinsdag.",
        ),
        moment(4, "11:00", "", "gemeente", Mark::Diamond, "ingreep: huisbezoek", "Effect is nog niet bekend."),
    ]
}
