//! What falls due: the owner within a working day, the feedback on its day, each said once and in working hours.

use chrono::TimeDelta;
use schakel::domain::{DueChange, DueKind};

use super::*;

impl Stage {
    /// The terms run as when a report is sent: nobody follows it up by tomorrow, feedback by the first of December.
    async fn with_terms(&mut self) {
        let team = self.store().await.team_of_room(&RoomId::new("!room.keten:console")).await;
        let team = team.expect("it is read").expect("it has a team").team;
        let record = signal_record(&team, &RecordNumber::parse(S).expect("a number"));
        let due = |kind, days: i64| {
            let at_ms = Some((self.now + TimeDelta::days(days)).timestamp_millis());
            Change::Due(DueChange { account: person("schakel"), kind, subject: record.clone(), at_ms })
        };
        let changes = vec![due(DueKind::SignalUntaken, 1), due(DueKind::SignalFeedback, 7)];
        self.happens(changes).await;
    }

    /// What is said of its own accord after this time.
    pub(in crate::conversations) async fn heard_after(&mut self, time: TimeDelta) -> Vec<(String, String)> {
        self.pass(time);
        let shown = self.world.settle().await.expect("what is due is done");
        shown.iter().map(|one| (one.room.as_str().to_owned(), one.text().to_owned())).collect()
    }
}

#[tokio::test]
async fn coordinators_hear_the_number_of_what_nobody_has_taken_and_no_more() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::AmberStrict, |_| {}).await;
    stage.with_terms().await;
    assert_eq!(stage.heard_after(TimeDelta::hours(23)).await, []);
    let heard = stage.heard_after(TimeDelta::hours(2)).await;
    assert_eq!(heard.len(), 1, "{heard:#?}");
    assert_holds(told(&heard, "anna"), &["Signaal S-2026-bcdf heeft na een werkdag nog niemand"]);
    assert!(is_unknown(&stage.alone("anna", &format!("signaal {S}")).await), "she may not see it");
    assert_eq!(stage.heard_after(TimeDelta::days(2)).await, [], "said once");
}

#[tokio::test]
async fn what_is_taken_is_not_untaken() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::Green, |_| {}).await;
    stage.with_terms().await;
    stage.alone("bram", &format!("signaal {S} pak")).await;
    assert_eq!(stage.heard_after(TimeDelta::days(3)).await, []);
}

#[tokio::test]
async fn the_owner_is_reminded_then_the_coordinators_hear_each_once() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::Green, |new| new.protection.owner = Some(person("bram"))).await;
    stage.with_terms().await;
    let heard = stage.heard_after(TimeDelta::days(7) + TimeDelta::hours(2)).await;
    assert_eq!(heard.len(), 1, "{heard:#?}");
    assert_holds(told(&heard, "bram"), &["de melder van S-2026-bcdf", "signaal S-2026-bcdf terug"]);
    let heard = stage.heard_after(TimeDelta::days(1)).await;
    assert_eq!(heard.len(), 1, "{heard:#?}");
    assert_holds(told(&heard, "anna"), &["wacht nog op een terugkoppeling"]);
    assert_eq!(stage.heard_after(TimeDelta::days(5)).await, []);
}

#[tokio::test]
async fn feedback_or_closing_ends_the_term() {
    for words in ["terug We zijn er geweest", "sluit Het is klaar"] {
        let mut stage = Stage::chain().await;
        stage.signal(Label::Green, |new| new.protection.owner = Some(person("bram"))).await;
        stage.with_terms().await;
        stage.alone("bram", &format!("signaal {S} {words}")).await;
        assert_eq!(stage.heard_after(TimeDelta::days(10)).await, [], "{words}");
    }
}

#[tokio::test]
async fn what_is_taken_back_is_reminded_of_no_more() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::Green, |_| {}).await;
    stage.with_terms().await;
    stage.follows("carla", &format!("signaal {S} intrek ja")).await;
    assert_eq!(stage.heard_after(TimeDelta::days(10)).await, []);
}
