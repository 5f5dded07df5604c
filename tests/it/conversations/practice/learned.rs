//! What is said of how often something was used, and the lessons under an entry; and to whom.

use schakel::console::Seen;
use schakel::domain::practice::{Effect, PracticeChange, PracticeStep};
use schakel::domain::{Change, Deed, Outgoing, RoomId, TeamId, Turn, practice_record};

use super::*;

impl Stage {
    async fn team_id(&self) -> TeamId {
        let team = self.store().await.team_of_room(&RoomId::new("!room.keten:console")).await;
        team.expect("it is read").expect("it has a team").team
    }

    async fn writes(&mut self, turn: Turn) {
        let store = self.store().await;
        store.decided(&turn, self.now.timestamp_millis()).await.expect("it is written");
        store.close().await;
        self.pass(chrono::TimeDelta::seconds(1));
    }

    async fn learns(&mut self, steps: Vec<PracticeStep>) {
        let team = self.team_id().await;
        let changes = vec![Change::Practice(PracticeChange { team, steps })];
        self.writes(Turn { changes, out: vec![] }).await;
    }

    /// `huisbezoek` was used so often, helped but for the first two.
    async fn used(&mut self, times: usize) {
        let used = |index: usize| PracticeStep::Experienced {
            slug: "huisbezoek".into(),
            effect: if index < 2 { Effect::NoEffect } else { Effect::Helped },
            month: "2026-11".parse().expect("a month"),
            source: format!("source-{index}"),
        };
        self.learns((0..times).map(used).collect()).await;
    }

    async fn lesson(&mut self, id: &str, text: &str) {
        let month = "2026-10".parse().expect("a month");
        self.learns(vec![PracticeStep::Lesson { id: id.into(), slug: "huisbezoek".into(), text: text.into(), month }])
            .await;
    }
}

const PLAIN: &str = "Huisbezoek (huisbezoek)";

#[tokio::test]
async fn from_the_least_on_the_numbers_are_said_and_under_it_only_that_it_was_used() {
    let mut stage = Stage::chain().await;
    stage.used(4).await;
    let text = only(&stage.ask("bram", "!interventie huisbezoek").await).to_owned();
    assert_holds(&text, &[PLAIN, "Ervaring in de keten: enkele keren ingezet."]);
    assert!(!text.contains("geholpen") && !text.contains("nov 2026"), "{text}");
    stage.used(8).await;
    let text = only(&stage.ask("bram", "!interventie huisbezoek").await).to_owned();
    assert_holds(&text, &["Ervaring in de keten: 8 keer ingezet, 6 keer geholpen, laatst nov 2026."]);
    let text = stage.told("bram", "interventie huisbezoek").await;
    assert_holds(&text, &["8 keer ingezet"]);
    stage.told("bram", "taal en").await;
    let text = stage.told("bram", "intervention huisbezoek").await;
    assert_holds(&text, &["Experience in the chain: used 8 times, helped 6 times, last in Nov 2026."]);
}

#[tokio::test]
async fn what_made_things_worse_is_said_as_well() {
    let mut stage = Stage::chain().await;
    stage.used(5).await;
    let worse = PracticeStep::Experienced {
        slug: "huisbezoek".into(),
        effect: Effect::Worse,
        month: "2026-12".parse().expect("a month"),
        source: "worse".into(),
    };
    stage.learns(vec![worse]).await;
    let text = stage.told("bram", "interventie huisbezoek").await;
    assert_holds(&text, &["6 keer ingezet, 3 keer geholpen, 1 keer erger geworden, laatst dec 2026."]);
}

#[tokio::test]
async fn the_last_three_lessons_stand_beneath_the_entry() {
    let mut stage = Stage::chain().await;
    for (id, text) in [("a", "Eerst bellen."), ("b", "Samen gaan."), ("c", "Niet op vrijdag."), ("d", "Nabellen.")] {
        stage.lesson(id, text).await;
    }
    let text = only(&stage.ask("bram", "!interventie huisbezoek").await).to_owned();
    assert_holds(&text, &[PLAIN, "Geleerd in de keten:", "Nabellen. (okt 2026)", "Niet op vrijdag.", "Samen gaan."]);
    assert!(!text.contains("Eerst bellen."), "{text}");
}

#[tokio::test]
async fn who_is_no_member_and_a_room_with_a_guest_see_the_plain_entry() {
    let mut stage = Stage::chain().await;
    stage.has_tosti().await;
    stage.used(8).await;
    stage.lesson("a", "Eerst bellen.").await;
    let is_plain = |text: &str| {
        assert_holds(text, &[PLAIN]);
        assert!(!text.contains("Ervaring in de keten") && !text.contains("Eerst bellen"), "{text}");
    };
    stage.world.enter("gast", "direct").await.expect("the room");
    is_plain(&stage.told("gast", "interventie huisbezoek").await);
    is_plain(only(&stage.ask_in("elders", "bram", "!interventie huisbezoek").await));
    stage.world.enter("gast", "keten").await.expect("the room");
    is_plain(only(&stage.ask("bram", "!interventie huisbezoek").await));
    assert!(!only(&stage.ask("bram", "!interventie tosti").await).contains("Tosti-avond"));
    // Alone with the bot a member still sees it.
    assert_holds(&stage.told("bram", "interventie huisbezoek").await, &["8 keer ingezet", "Eerst bellen"]);
}

#[tokio::test]
async fn a_team_sees_nothing_of_another() {
    let mut stage = Stage::chain().await;
    stage.has_tosti().await;
    stage.used(8).await;
    stage.world.enter("fatima", "oost").await.expect("the room");
    stage.world.enter("anna", "oost").await.expect("the room");
    stage.ask_in("oost", "anna", "!team maak Jeugd Oost gemeente").await;
    stage.ask_in("oost", "anna", "!team lid @fatima politie").await;
    let text = only(&stage.ask_in("oost", "fatima", "!interventie huisbezoek").await).to_owned();
    assert!(text.contains(PLAIN) && !text.contains("Ervaring"), "{text}");
    assert!(!only(&stage.ask_in("oost", "fatima", "!interventie tosti").await).contains("Tosti-avond"));
}

#[tokio::test]
async fn a_lesson_that_is_erased_is_gone_and_so_is_what_showed_it_while_the_count_stays() {
    let mut stage = Stage::chain().await;
    stage.used(8).await;
    stage.lesson("a", "Eerst bellen.").await;
    stage.lesson("b", "Samen gaan.").await;
    let shown = stage.ask("bram", "!interventie huisbezoek").await;
    assert_holds(only(&shown), &["Eerst bellen.", "Samen gaan."]);
    let answer = shown[0].number;
    let record = practice_record(&stage.team_id().await, "a");
    let rows = stage.store().await.shown_of(&record).await.expect("it is read");
    assert_eq!(rows.len(), 1, "the lookup shows it");
    let out = rows.into_iter().map(|(room, row)| Outgoing { room, deed: Deed::Redact { row } }).collect();
    stage.writes(Turn { changes: vec![Change::Erased { record }], out }).await;
    let taken_back = stage.world.settle().await.expect("it is done");
    assert!(taken_back.iter().any(|one| one.number == answer && one.what == Seen::Redacted), "{taken_back:#?}");
    let text = only(&stage.ask("bram", "!interventie huisbezoek").await).to_owned();
    assert!(text.contains("Samen gaan.") && !text.contains("Eerst bellen."), "{text}");
    assert_holds(&text, &["8 keer ingezet"]);
}
