//! Sets a made-up report, its timeline and a trend, to be looked at: `cargo run --no-default-features --example paper`.

use std::fs;
use std::path::Path;

use schakel::domain::Language;
use schakel::paper::{Amount, Bar, Block, Chart, Head, Mark, Moment, Panel, Paper, Piece, Section, Timeline, Tone};

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
    for (name, chart) in [("busy", busy()), ("quiet", quiet()), ("long", long())] {
        fs::write(folder.join(format!("chart-{name}.png")), chart.picture()?.png)?;
    }
    Ok(())
}

fn panel(title: &str, note: &str, bars: Vec<Bar>) -> Panel {
    Panel { title: title.to_owned(), note: note.to_owned(), bars }
}

/// A number as the trend says it: one to four as a stub, ten and more of `bands` as a band.
fn piece(label: &str, number: usize, tone: Tone) -> Piece {
    let (amount, said) = match number {
        0 => (Amount::None, "0".to_owned()),
        1..=4 => (Amount::Few, "<5".to_owned()),
        number => (Amount::Exactly { number }, number.to_string()),
    };
    Piece { label: label.to_owned(), amount, said, tone }
}

fn band(least: usize) -> Piece {
    let amount = Amount::Between { least, most: least + 9 };
    Piece { amount, said: format!("{least}–{}", least + 9), ..piece("", 0, Tone::Plain) }
}

fn bars(labels: &[(&str, &str)], numbers: &[usize]) -> Vec<Bar> {
    let bar = |((label, aside), number): (&(&str, &str), &usize)| Bar {
        label: (*label).to_owned(),
        aside: (*aside).to_owned(),
        pieces: vec![piece("", *number, Tone::Plain)],
    };
    labels.iter().zip(numbers).map(bar).collect()
}

fn tried(name: &str, numbers: [usize; 4]) -> Bar {
    let effects = [
        ("hielp", Tone::Good),
        ("geen effect", Tone::Neutral),
        ("maakte het erger", Tone::Bad),
        ("nog niet bekend", Tone::Open),
    ];
    let pieces = effects.iter().zip(numbers).map(|((label, tone), number)| piece(label, number, *tone)).collect();
    Bar { label: name.to_owned(), aside: String::new(), pieces }
}

const WEEKS: [(&str, &str); 12] = [
    ("week 37", "7 sep"),
    ("week 38", "14 sep"),
    ("week 39", "21 sep"),
    ("week 40", "28 sep"),
    ("week 41", "5 okt"),
    ("week 42", "12 okt"),
    ("week 43", "19 okt"),
    ("week 44", "26 okt"),
    ("week 45", "2 nov"),
    ("week 46", "9 nov"),
    ("week 47", "16 nov"),
    ("week 48", "23 nov"),
];
const LEVELS: [(&str, &str); 4] =
    [("hoog (rood)", ""), ("verhoogd (oranje)", ""), ("laag (groen)", ""), ("informatie", "")];
const PHASES: [(&str, &str); 6] = [
    ("relatieopbouw", ""),
    ("signalering", ""),
    ("interveniëren", ""),
    ("nazorg", ""),
    ("nog niets gedaan", ""),
    ("niet genoemd", ""),
];
const PLATFORMS: [(&str, &str); 6] =
    [("Snapchat", ""), ("TikTok", ""), ("Instagram", ""), ("WhatsApp", ""), ("iets anders", ""), ("niet genoemd", "")];
const FEEDBACK: [(&str, &str); 4] =
    [("op tijd", ""), ("te laat", ""), ("nog niet, kan nog", ""), ("nog niet, dag is om", "")];

fn chart(title: &str, panels: Vec<Panel>) -> Chart {
    let foot = ["<5 is 1 tot en met 4. Zo wijst een klein getal niet naar iemand.", "De laatste week is nog niet om."];
    Chart {
        head: Head {
            title: title.to_owned(),
            note: "Jeugd West".to_owned(),
            label: "wat iedereen hier mag zien".to_owned(),
            date: String::new(),
            ..head()
        },
        panels,
        foot: foot.map(str::to_owned).into(),
    }
}

fn busy() -> Chart {
    let mut levels = bars(&LEVELS, &[9, 0, 31, 6]);
    levels[1].pieces = vec![band(20)];
    chart(
        "Trend 7 sep – 29 nov 2026",
        vec![
            panel("Signalen per week", "samen 66", bars(&WEEKS, &[3, 0, 5, 7, 12, 9, 6, 4, 8, 2, 11, 5])),
            panel("Hoe ernstig", "", levels),
            panel(
                "Wat al gedaan was, per fase",
                "een signaal kan in meer fasen staan",
                bars(&PHASES, &[14, 22, 9, 0, 19, 3]),
            ),
            panel("Platform", "", bars(&PLATFORMS, &[31, 14, 8, 3, 2, 8])),
            panel(
                "Wat is ingezet, en wat deed het",
                "",
                vec![
                    tried("Gesprek met de groep", [12, 3, 0, 6]),
                    tried("Huisbezoek", [7, 5, 2, 0]),
                    tried("Aanwezig zijn op de hotspot", [3, 0, 0, 5]),
                    tried("Melden bij het platform", [0, 6, 0, 3]),
                ],
            ),
            panel("Terugkoppeling aan de melder", "", bars(&FEEDBACK, &[41, 8, 12, 5])),
        ],
    )
}

fn quiet() -> Chart {
    chart(
        "Trend 7 sep – 29 nov 2026",
        vec![
            panel("Signalen per week", "samen minder dan 5", bars(&WEEKS, &[0, 0, 0, 0, 1, 0, 0, 2, 0, 0, 0, 0])),
            panel("Wat is ingezet, en wat deed het", "", vec![tried("Huisbezoek", [1, 0, 0, 2])]),
        ],
    )
}

/// The most that a trend can hold, and the longest words.
fn long() -> Chart {
    let months: Vec<String> = (0..25).map(|month| format!("sep {}", 2024 + month / 12)).collect();
    let months: Vec<(&str, &str)> = months.iter().map(|month| (month.as_str(), "")).collect();
    let numbers: Vec<usize> = (0..25).map(|month| month * 7 % 130).collect();
    let name = "Aangifte doen en de opruiing laten stoppen, samen met het Openbaar Ministerie en de school";
    let platforms = [PLATFORMS.as_slice(), &[("Discord of een game", ""), ("YouTube", ""), ("Telegram", "")]].concat();
    let phases = [PHASES.as_slice(), &[("iets anders", "")]].concat();
    let feedback = [FEEDBACK.as_slice(), &[("niet nodig", "")]].concat();
    chart(
        "Trend 1 dec 2024 – 29 nov 2026",
        vec![
            panel("Signalen per maand", "samen 1203", bars(&months, &numbers)),
            panel("Hoe ernstig", "", bars(&LEVELS, &[130, 4, 900, 169])),
            panel(
                "Wat al gedaan was, per fase",
                "een signaal kan in meer fasen staan",
                bars(&phases, &[400, 22, 9, 2, 800, 3, 1]),
            ),
            panel("Platform", "", bars(&platforms, &[700, 14, 8, 3, 2, 8, 100, 4, 6])),
            panel(
                "Wat is ingezet, en wat deed het",
                "de vaakst ingezette; er zijn er meer",
                (0..4).map(|_| tried(name, [112, 3, 40, 61])).collect(),
            ),
            panel("Terugkoppeling aan de melder", "", bars(&feedback, &[700, 8, 12, 5, 120])),
        ],
    )
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
