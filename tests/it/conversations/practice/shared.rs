//! A team's own entries as a file, and the file read in by the operator of another team.

// The program is there with the homeserver only.
#[cfg(feature = "matrix")]
mod read_in;

use schakel::console::Seen;

use super::*;

/// The file that goes with an answer.
fn file(shown: &[Shown]) -> String {
    let file = shown.iter().find_map(|one| match &one.what {
        Seen::Said { file, .. } => file.as_deref(),
        _ => None,
    });
    String::from_utf8(file.expect("there is a file").bytes().to_vec()).expect("text")
}

#[tokio::test]
async fn a_file_goes_to_nobody_but_who_keeps_the_team() {
    let mut stage = Stage::chain().await;
    stage.has_tosti().await;
    assert_holds(&stage.told("bram", "interventie export").await, &["coördinator"]);
    // Where a guest reads along it comes in private.
    stage.world.enter("gast", "keten").await.expect("the room");
    let shown = stage.ask("anna", "!interventie export").await;
    let here = shown.iter().find(|one| in_room(one, "keten", "anna")).expect("a line");
    assert_eq!(here.text(), "Ik antwoord je privé.");
    let private = shown.iter().find(|one| in_room(one, "direct", "anna")).expect("the file");
    assert_holds(&file(std::slice::from_ref(private)), &["tosti"]);
}
