//! The report as files, and its anonymous version after somebody who did not write it has gone through it line by line.

use schakel::console::Seen;
use schakel::domain::{File, Label};

use super::*;

fn files(shown: &[Shown]) -> Vec<&File> {
    fn file(one: &Shown) -> Option<&File> {
        match &one.what {
            Seen::Said { file, .. } => file.as_deref(),
            _ => None,
        }
    }
    shown.iter().filter_map(file).collect()
}

fn markdown(shown: &[Shown]) -> String {
    let files = files(shown);
    let found = files.iter().find(|file| file.media_type() == "text/markdown").expect("there is one");
    String::from_utf8(found.bytes().to_vec()).expect("it is text")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_report_comes_as_markdown_and_pdf_with_label_and_how_it_names_people() {
    let mut stage = Stage::chain().await;
    stage
        .signal(Label::Amber, |new| new.protection.shared_with = [schakel::domain::OrganisationKind::Police].into())
        .await;
    let number = stage.incident_with("gebeurd", "alle partners", "S-2026-bcdf").await;
    stage.alone("bram", &format!("incident {number} log gisteren 22:15 Wij spraken *twee* groepen aan")).await;
    stage.alone("carla", &format!("incident {number} interventie huisbezoek hielp")).await;
    let shown = stage.ask_in("direct", "bram", &format!("evaluatie {number} rapport")).await;
    let kinds: Vec<&str> = files(&shown).iter().map(|file| file.media_type()).collect();
    assert_eq!(kinds, ["text/markdown", "application/pdf"]);
    let text = markdown(&shown);
    assert_holds(&text, &[&number, "PSEUDONIEM", "oranje", "het stationsplein", "politie", "Huisbezoek: hielp"]);
    assert!(!text.contains("S-2026"), "signals stay out of it: {text}");
    for name in ["bram", "carla"] {
        assert!(!text.contains(name), "it names nobody: {text}");
    }
    let pdf = files(&shown)[1];
    assert!(pdf.bytes().starts_with(b"%PDF-"));
    let none = stage.alone("eva", "evaluatie I-2026-zzzz rapport").await;
    assert_holds(&none, &["Ik ken geen incident"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_timeline_comes_as_text_and_as_a_picture() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("alle partners").await;
    let shown = stage.ask_in("direct", "bram", &format!("incident {number} tijdlijn")).await;
    assert_holds(shown[0].text(), &["Tijdlijn van", "Twee groepen vochten"]);
    let files = files(&shown);
    assert_eq!(files.len(), 1, "{shown:#?}");
    assert_eq!((files[0].media_type(), files[0].pixels().map(|(width, _)| width)), ("image/png", Some(1080)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_anonymous_report_comes_only_after_somebody_else_has_checked_each_line() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("alle partners").await;
    let open = stage.alone("bram", &format!("evaluatie {number} rapport anoniem")).await;
    assert_holds(&open, &["nog 3 regels niet nagekeken"]);
    let own = stage.alone("carla", &format!("evaluatie {number} anonimiseer")).await;
    assert_holds(&own, &["die het incident niet opende"]);
    let first = stage.alone("bram", &format!("evaluatie {number} anonimiseer")).await;
    assert_holds(&first, &["waar, wanneer of wie?", "maandag 23 november 2026", "een datum of tijd", "Hierna nog 2."]);
    let second = stage.alone("bram", "2").await;
    assert_holds(&second, &["het stationsplein", "de plaats"]);
    let third = stage.ask_in("direct", "bram", "weg").await;
    let asked = third.last().expect("it is asked").number;
    assert_holds(third[0].text(), &["Twee groepen vochten", "De laatste regel"]);
    let shown = stage.world.reply("bram", asked, "Twee groepen vochten ergens buiten").await.expect("said");
    assert_holds(shown.last().expect("an answer").text(), &["Alles is nagekeken"]);
    let shown = stage.ask_in("direct", "bram", &format!("evaluatie {number} rapport anoniem")).await;
    let text = markdown(&shown);
    assert_holds(&text, &["ANONIEM", "vochten ergens buiten", "november 2026"]);
    for part in [number.as_str(), "station", "23 november", "24 november", "22:30"] {
        assert!(!text.contains(part), "“{part}” is in:\n{text}");
    }
    // A new line in the timeline is to be checked again.
    stage.alone("carla", &format!("incident {number} log Nog iets")).await;
    let open = stage.alone("bram", &format!("evaluatie {number} rapport anoniem")).await;
    assert_holds(&open, &["nog 1 regel niet nagekeken"]);
}
