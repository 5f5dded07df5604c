//! Claims about asking a team to look at an agreement again: once, in its chain room, and nowhere else.

use super::*;
use crate::store::ReviewDue;

claims!(
    what_is_due_is_found_in_the_chain_room_of_its_team,
    a_review_is_asked_once,
    a_new_version_asks_anew_when_its_day_comes,
    what_changed_meanwhile_is_not_asked_about,
    nothing_is_asked_in_a_room_that_belongs_to_the_team_no_more,
);

impl Backend {
    async fn due(&self, account: &UserId, month: u32) -> Vec<ReviewDue> {
        self.store.reviews_due(account, day(2027, month)).await.expect("they are read")
    }

    async fn ask(&self, due: &[ReviewDue]) -> bool {
        let out = Outgoing { room: room("chain"), deed: Deed::Say(say("Kijk nog eens.")) };
        self.store.ask_for_reviews(due, &[out], NOW_MS).await.expect("it is written")
    }

    async fn said(&self) -> i64 {
        self.numbers("SELECT COUNT(*) FROM outbox").await[0]
    }
}

async fn what_is_due_is_found_in_the_chain_room_of_its_team(on: Backend) {
    on.with_team(&team(), &room("chain")).await;
    on.rule(1, Sharing::Free, NOW_MS).await;
    on.step(2, proposed(1, terms(sharing(Sharing::Free), "")), NOW_MS).await;
    assert_eq!(on.due(&me(), 5).await, []);
    let due = on.due(&me(), 6).await;
    let found: Vec<_> = due.iter().map(|one| (&one.room, &one.number, one.kind, one.version, one.review_on)).collect();
    assert_eq!(found, [(&room("chain"), &number(1), AgreementKind::Sharing, 1, day(2027, 6))]);
    assert_eq!(on.due(&other_bot(), 6).await, [], "the room is another account's");
}

async fn a_review_is_asked_once(on: Backend) {
    on.with_team(&team(), &room("chain")).await;
    on.rule(1, Sharing::Free, NOW_MS).await;
    let due = on.due(&me(), 6).await;
    assert!(on.ask(&due).await);
    assert_eq!((on.said().await, on.due(&me(), 7).await), (1, vec![]));
    assert!(!on.ask(&due).await, "another look was quicker");
    assert_eq!(on.said().await, 1);
    let pending = on.store.next_pending(&room("chain")).await.expect("the outbox is read").expect("it waits");
    assert_eq!(pending.outgoing.deed, Deed::Say(say("Kijk nog eens.")));
}

async fn a_new_version_asks_anew_when_its_day_comes(on: Backend) {
    on.with_team(&team(), &room("chain")).await;
    on.rule(1, Sharing::Free, NOW_MS).await;
    assert!(on.ask(&on.due(&me(), 6).await).await);
    let later = Terms { review_on: day(2027, 12), ..terms(sharing(Sharing::Free), "") };
    on.step(1, proposed(2, later), NOW_MS).await;
    on.step(1, confirmed(2, Police, false), NOW_MS).await;
    on.step(1, confirmed(2, YouthWork, true), NOW_MS).await;
    assert_eq!(on.due(&me(), 11).await, []);
    assert_eq!(on.due(&me(), 12).await.len(), 1);
}

async fn what_changed_meanwhile_is_not_asked_about(on: Backend) {
    on.with_team(&team(), &room("chain")).await;
    on.rule(1, Sharing::Free, NOW_MS).await;
    let other = terms(Subject::Signal(vec![Police]), "");
    on.step(2, proposed(1, other), NOW_MS).await;
    on.step(2, confirmed(1, Police, true), NOW_MS).await;
    let due = on.due(&me(), 6).await;
    assert_eq!(due.len(), 2);
    on.step(1, AgreementStep::Ended(AgreementEnd::Stopped), NOW_MS).await;
    assert!(!on.ask(&due).await);
    assert_eq!(on.said().await, 0);
    assert_eq!(on.due(&me(), 6).await.len(), 1, "the other one was not marked either");
}

async fn nothing_is_asked_in_a_room_that_belongs_to_the_team_no_more(on: Backend) {
    on.with_team(&team(), &room("chain")).await;
    on.rule(1, Sharing::Free, NOW_MS).await;
    let due = on.due(&me(), 6).await;
    let loose = TeamChange { team: team(), seen: None, steps: vec![TeamStep::RoomLoose { room: room("chain") }] };
    on.try_changes(&room("chain"), vec![Change::Team(loose)], NOW_MS).await.expect("it is changed");
    assert!(!on.ask(&due).await);
    assert_eq!((on.said().await, on.due(&me(), 7).await), (0, vec![]));
}
