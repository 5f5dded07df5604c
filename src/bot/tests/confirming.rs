//! Whoever has a new identity does nothing as a member until somebody who may has vouched for them.

use super::*;

/// bilal keeps the team; anna and dora are in it, and anna has a new identity.
async fn stopped() -> Scene {
    let mut scene = Scene::begin().await;
    scene.team(&["bilal", "anna", "dora"]).await;
    scene.sees("anna", "K1").await;
    scene.sees("anna", "K2").await;
    scene.answers().await;
    scene
}

impl Scene {
    /// Says something; the only answer holds these words.
    async fn hears(&mut self, sender: &str, text: &str, words: &str) {
        let (_, deeds) = self.says(sender, Trust::Signed, text).await;
        let lines = said(&deeds);
        assert_eq!(lines.len(), 1, "{sender}: {text}: {deeds:?}");
        let plain = &lines[0].message.plain;
        assert!(plain.contains(words), "{sender}: {text}\n{plain}");
    }
}

#[tokio::test]
async fn a_coordinator_gives_access_back() {
    let mut scene = stopped().await;
    scene.hears("anna", "!team afwezig nee", "Daarom is je toegang gestopt").await;
    scene.hears("bilal", "!team bevestig @anna:example.org", "@anna:example.org is bevestigd").await;
    scene.hears("anna", "!team afwezig nee", "In team Oost").await;
    scene.hears("bilal", "!team bevestig @anna:example.org", "niets te bevestigen").await;
}

#[tokio::test]
async fn neither_a_member_nor_the_one_whom_it_is_about_confirms_it() {
    let mut scene = stopped().await;
    scene.hears("dora", "!team bevestig @anna:example.org", "Dat kan alleen een coördinator van het team").await;
    scene.hears("anna", "!team bevestig @anna:example.org", "Daarom is je toegang gestopt").await;
    scene.hears("bilal", "!team bevestig @bilal:example.org", "Jezelf bevestigen kan niet").await;
    scene.hears("bilal", "!team bevestig @eva:example.org", "is geen lid van team Oost").await;
    scene.hears("admin", "!team bevestig @anna:example.org", "@bilal:example.org").await;
    scene.hears("anna", "!team afwezig nee", "Daarom is je toegang gestopt").await;
}

#[tokio::test]
async fn an_administrator_confirms_the_only_coordinator() {
    let mut scene = stopped().await;
    scene.sees("bilal", "K1").await;
    scene.sees("bilal", "K2").await;
    scene.answers().await;
    scene.hears("bilal", "!team lid @eva:example.org zorg", "Daarom is je toegang gestopt").await;
    scene.hears("admin", "!team bevestig @bilal:example.org", "@bilal:example.org is bevestigd").await;
    scene.hears("bilal", "!team bevestig @anna:example.org", "@anna:example.org is bevestigd").await;
}

#[tokio::test]
async fn the_only_coordinator_that_is_not_stopped_stays_one() {
    let mut scene = stopped().await;
    scene.hears("bilal", "!team lid @anna:example.org coordinator", "coördinator").await;
    scene.hears("bilal", "!team weg @bilal:example.org", "Dat is de enige coördinator").await;
    scene.hears("bilal", "!team bevestig @anna:example.org", "is bevestigd").await;
    scene.hears("bilal", "!team weg @bilal:example.org", "geen lid meer").await;
}
