//! Where something that is for the team only is shown: here, in private, or not at all, with the reason.

use chrono::TimeDelta;
use schakel::console::{Seen, Shown};
use schakel::domain::{HistoryVisibility, JoinRule, RoomFacts, UserId};

use super::super::{Stage, assert_holds, only};

const INVITED: &str = "Ik heb je uitgenodigd voor een gesprek met mij alleen";
/// Begins what only members see.
const TEAM: &str = "Jeugd West";

impl Stage {
    /// The team in its chain room, with nobody else there.
    async fn among_members() -> Self {
        let mut stage = Self::team().await;
        stage.change(|room| room.people.get_or_insert_default().retain(|person| person.localpart() != "dirk"));
        stage
    }

    fn change(&mut self, change: impl FnOnce(&mut RoomFacts)) {
        self.world.change_room("anna", "keten", change);
    }

    /// bram asks in the chain room, and something changes before the answer goes out; what comes then.
    async fn changed_meanwhile(&mut self, change: impl FnOnce(&mut RoomFacts)) -> Vec<Shown> {
        self.world.hold(true);
        assert_eq!(self.ask("bram", "!team").await, []);
        self.change(change);
        self.world.hold(false);
        self.world.settle().await.expect("sent")
    }
}

fn come(name: &str) -> impl FnOnce(&mut RoomFacts) {
    let person = UserId::new(format!("@{name}:console"));
    move |room| room.people.get_or_insert_default().push(person)
}

fn in_direct(shown: &Shown) -> bool {
    shown.room.as_str().starts_with("!direct.")
}

#[tokio::test]
async fn where_all_are_members_it_is_shown_to_them() {
    let mut stage = Stage::among_members().await;
    let shown = stage.ask("bram", "!team").await;
    assert_holds(only(&shown), &[TEAM]);
    assert!(!in_direct(&shown[0]));
}

#[tokio::test]
async fn with_somebody_else_there_it_waits_in_private_until_they_come() {
    let mut stage = Stage::team().await;
    assert_holds(only(&stage.ask("bram", "!team").await), &[INVITED]);
    stage.pass(TimeDelta::hours(23));
    let shown = stage.world.enter("bram", "direct").await.expect("he comes");
    let last = shown.last().expect("something is said");
    assert!(in_direct(last));
    assert_holds(last.text(), &[TEAM]);
    // From now on there is a room for it.
    let shown = stage.ask("bram", "!team").await;
    assert_eq!(shown.len(), 2, "{shown:#?}");
    let (private, here): (Vec<&Shown>, Vec<&Shown>) = shown.iter().partition(|shown| in_direct(shown));
    assert_eq!(here[0].text(), "Ik antwoord je privé.");
    assert!(matches!(&here[0].what, Seen::Said { reply_to: Some(_), .. }));
    assert_holds(private[0].text(), &[TEAM]);
    assert!(matches!(&private[0].what, Seen::Said { reply_to: None, thread: None, .. }));
}

#[tokio::test]
async fn who_does_not_come_within_a_day_is_told_nothing() {
    let mut stage = Stage::team().await;
    assert_holds(only(&stage.ask("bram", "!team").await), &[INVITED]);
    stage.pass(TimeDelta::hours(25));
    let shown = stage.world.enter("bram", "direct").await.expect("he comes");
    assert!(shown.iter().all(|shown| !shown.text().contains(TEAM)), "{shown:#?}");
}

#[tokio::test]
async fn in_an_unencrypted_room_it_is_private() {
    let mut stage = Stage::among_members().await;
    stage.change(|room| room.encrypted = false);
    assert_holds(only(&stage.ask("bram", "!team").await), &[INVITED]);
}

#[tokio::test]
async fn in_a_room_that_anybody_may_enter_it_is_private() {
    let mut stage = Stage::among_members().await;
    stage.change(|room| room.join_rule = Some(JoinRule::Public));
    assert_holds(only(&stage.ask("bram", "!team").await), &[INVITED]);
}

#[tokio::test]
async fn in_a_room_whose_past_is_open_it_is_private() {
    let mut stage = Stage::among_members().await;
    stage.change(|room| room.history = Some(HistoryVisibility::Shared));
    assert_holds(only(&stage.ask("bram", "!team").await), &[INVITED]);
}

#[tokio::test]
async fn in_a_room_of_which_nothing_is_known_now_it_is_private() {
    let mut stage = Stage::among_members().await;
    stage.change(|room| *room = RoomFacts::default());
    assert_holds(only(&stage.ask("bram", "!team").await), &[INVITED]);
}

#[tokio::test]
async fn somebody_invited_before_it_goes_out_sees_that_the_room_has_changed() {
    let mut stage = Stage::among_members().await;
    let shown = stage.changed_meanwhile(come("dirk")).await;
    assert_holds(only(&shown), &["Deze kamer is net veranderd"]);
    // Somebody who leaves does no harm.
    stage.change(|room| room.people.get_or_insert_default().retain(|person| person.localpart() != "dirk"));
    let shown = stage
        .changed_meanwhile(|room| room.people.get_or_insert_default().retain(|person| person.localpart() != "carla"))
        .await;
    assert_holds(only(&shown), &[TEAM]);
}

#[tokio::test]
async fn doors_opened_before_it_goes_out_keep_it_in() {
    let mut stage = Stage::among_members().await;
    let shown = stage.changed_meanwhile(|room| room.history = Some(HistoryVisibility::WorldReadable)).await;
    assert_holds(only(&shown), &["Deze kamer is net veranderd"]);
}

#[tokio::test]
async fn a_direct_room_with_a_third_person_hears_why_it_is_not_shown() {
    let mut stage = Stage::team().await;
    stage.world.enter("bram", "direct").await.expect("the room");
    assert_holds(only(&stage.ask_in("direct", "bram", "team").await), &[TEAM]);
    stage.world.change_room("bram", "direct", come("carla"));
    let told = "in een gesprek met mij alleen, en hier is nog iemand bij of uitgenodigd";
    assert_holds(only(&stage.ask_in("direct", "bram", "team").await), &[told]);
}

#[tokio::test]
async fn an_unencrypted_direct_room_hears_what_to_do() {
    let mut stage = Stage::team().await;
    stage.world.enter("bram", "direct").await.expect("the room");
    stage.world.change_room("bram", "direct", |room| room.encrypted = false);
    assert_holds(only(&stage.ask_in("direct", "bram", "team").await), &["Zet de versleuteling aan"]);
    assert_holds(only(&stage.ask_in("direct", "bram", "begrip drill").await), &["Drill"]);
}

#[tokio::test]
async fn a_third_person_who_comes_before_it_goes_out_does_not_read_it() {
    let mut stage = Stage::team().await;
    stage.world.enter("bram", "direct").await.expect("the room");
    stage.world.hold(true);
    assert_eq!(stage.ask_in("direct", "bram", "team").await, []);
    stage.world.change_room("bram", "direct", come("carla"));
    stage.world.hold(false);
    assert_holds(only(&stage.world.settle().await.expect("sent")), &["Dit gesprek is net veranderd"]);
}

#[tokio::test]
async fn who_is_no_member_any_more_when_it_would_go_out_does_not_read_it() {
    let mut stage = Stage::team().await;
    stage.world.enter("bram", "direct").await.expect("the room");
    stage.world.hold(true);
    assert_eq!(stage.ask_in("direct", "bram", "team").await, []);
    assert_eq!(stage.ask("anna", "!team weg @bram").await, []);
    stage.world.hold(false);
    let shown = stage.world.settle().await.expect("sent");
    assert!(shown.iter().any(|shown| shown.text().contains("Dit gesprek is net veranderd")), "{shown:#?}");
    assert!(!shown.iter().any(|shown| shown.text().contains(TEAM)), "{shown:#?}");
}

#[tokio::test]
async fn in_english_it_is_said_in_english() {
    let mut stage = Stage::team().await;
    stage.world.enter("bram", "direct").await.expect("the room");
    stage.ask_in("direct", "bram", "taal en").await;
    let shown = stage.ask("bram", "!team").await;
    assert!(shown.iter().any(|shown| shown.text() == "I am answering you in private."), "{shown:#?}");
}
