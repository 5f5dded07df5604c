//! A team that calls the parts of commands otherwise: what it types is understood and what it reads has its words.

use std::path::Path;

use super::*;

/// The built-in declaration of a command with each of these replaced.
fn declared(command: &str, changes: &[(&str, &str)]) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("commands").join(command).join("command.toml");
    let mut text = std::fs::read_to_string(path).expect("it is read");
    for (from, to) in changes {
        assert!(text.contains(from), "{from} stands in the file");
        text = text.replace(from, to);
    }
    text
}

fn library() -> Arc<Library> {
    let folder = tempfile::tempdir().expect("a folder");
    let team = [
        ("words.nl = [\"lid\"]\nwords.en = [\"member\", \"add\"]", "words.nl = [\"doet mee\"]\nwords.en = [\"joins\"]"),
        ("words.nl = [\"weg\", \"verwijder\"]\nwords.en", "words.nl = [\"eruit\"]\nwords.en"),
        ("words.nl = [\"mandaat\"], words.en", "words.nl = [\"tekent\"], words.en"),
    ];
    let agreement = [
        ("\"nieuw\", \"nieuwe\"", "\"stel voor\""),
        ("nl = \"nieuw ", "nl = \"stel voor "),
        ("\"bevestig\", \"bevestigen\"", "\"klopt\""),
        ("words.nl = [\"herzien\", \"herzie\", \"verleng\"]", "words.nl = [\"ververs\"]"),
    ];
    for (command, text) in [("team", declared("team", &team)), ("agreement", declared("agreement", &agreement))] {
        let below = folder.path().join(command);
        std::fs::create_dir(&below).expect("the folder is made");
        std::fs::write(below.join("command.toml"), text).expect("the file is written");
    }
    Arc::new(Library::load(Some(folder.path())).expect("it is sound"))
}

async fn stage() -> Stage {
    let mut stage = Stage::knowing(library(), |me| me.commands_per_minute = 0).await;
    for person in ["anna", "bram", "carla"] {
        stage.world.enter(person, "keten").await.expect("the room");
    }
    stage.ask("anna", "!team maak Jeugd West gemeente").await;
    stage
}

#[tokio::test]
async fn a_team_reads_and_types_its_own_words() {
    let mut stage = stage().await;
    let text = only(&stage.ask("anna", "!team doet mee @bram politie tekent").await).to_owned();
    assert_holds(&text, &["@bram:console is nu lid", "!team eruit @bram:console."]);
    assert_holds(only(&stage.ask("anna", "!team eruit @bram").await), &["!team doet mee @bram:console politie tekent"]);
    // The built-in words are gone; the id stays.
    assert_holds(only(&stage.ask("anna", "!team lid @bram politie").await), &["“lid”"]);
    assert_holds(only(&stage.ask("anna", "!team member @bram politie").await), &["@bram:console is nu lid"]);
}

#[tokio::test]
async fn a_choice_asked_for_by_the_bot_works_with_the_teams_words() {
    let mut stage = stage().await;
    assert_holds(only(&stage.ask("anna", "!team doet mee @bram").await), &["politie"]);
    assert_holds(only(&stage.ask("anna", "!1").await), &["@bram:console is nu lid", "politie"]);
}

#[tokio::test]
async fn an_agreement_is_made_and_looked_at_again_with_the_teams_words() {
    let mut stage = stage().await;
    for line in ["!team doet mee @bram politie tekent", "!team doet mee @carla jongerenwerk tekent"] {
        stage.ask("anna", line).await;
    }
    let made = only(
        &stage.ask("bram", "!afspraak stel voor delen van politie naar jongerenwerk: vrij, ververs 1 juni 2027").await,
    )
    .to_owned();
    assert_holds(&made, &["1 juni 2027", "-2026-", " klopt. Een reactie telt niet"]);
    let start = made.find("AF-").expect("a number");
    let number = &made[start..start + "AF-2026-k7qd".len()];
    stage.ask("bram", &format!("!afspraak {number} klopt")).await;
    assert_holds(only(&stage.ask("carla", &format!("!afspraak {number} klopt")).await), &["geldt vanaf nu"]);
    stage.pass(TimeDelta::days(200));
    let asked = stage.world.look_again().await.expect("looked");
    assert_holds(only(&asked), &[&format!("!afspraak {number} ververs")]);
}

#[tokio::test]
async fn an_edit_of_a_renamed_change_changes_nothing() {
    let mut stage = stage().await;
    stage.ask("anna", "!team doet mee @bram politie tekent").await;
    let shown = stage.world.say("bram", "keten", "!afspraak stel voor signaal politie: vier ogen").await.expect("said");
    let edited =
        stage.world.edit("bram", shown[0].number, "!afspraak stel voor signaal politie: twee").await.expect("edited");
    assert!(!edited[1].text().contains("twee"), "{edited:#?}");
    let shown = stage.world.say("bram", "keten", "!afspraak signaal").await.expect("said");
    let edited = stage.world.edit("bram", shown[0].number, "!afspraak terugkoppeling").await.expect("edited");
    assert!(matches!(edited[1].what, Seen::Edited { .. }), "a lookup follows its edit: {edited:#?}");
}
