//! The whole way.

use super::*;

#[tokio::test]
async fn printed() {
    let mut stage = Stage::reporting().await;
    for text in [
        "signaal",
        "2",
        "nee",
        "2 5",
        "Een filmpje van twee groepen die elkaar uitdagen bij de brug, met een mes in beeld",
        "gisteravond half elf",
        "openbare groep",
        "snap",
        "zelf gezien",
        "waarschijnlijk",
        "wijk",
        "ja plots",
        "twee groepen",
        "haven",
        "rivaliteit",
        "wapen",
        "bij de brug",
        "serieus",
        "overslaan",
        "ik",
        "gesprek",
        "1",
        "klaar",
        "waarom",
        "verhoogd",
        "politie",
        "nog niet",
        "meedenken",
        "overslaan",
        "verstuur",
    ] {
        println!(">>> {text}");
        for shown in stage.carla(text).await {
            println!("[{} {}] {}\n", shown.room, shown.by, shown.text());
        }
    }
    stage.pass(TimeDelta::minutes(1));
    for (who, text) in [("bram", "!signalen"), ("anna", "!signalen")] {
        println!(">>> {who}: {text}");
        for shown in stage.ask(who, text).await {
            println!("[{} {}] {}\n", shown.room, shown.by, shown.text());
        }
    }
}
