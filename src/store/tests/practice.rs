//! Claims about what a team has learned: uses count once, texts are sealed and go when they are erased, one version holds.

use super::*;
use crate::domain::practice::{Effect, EntryTexts, Experience, Month, TeamEntry};
use crate::domain::{OrganisationKind, PracticeChange, PracticeStep, TeamChange, TeamId, TeamStep, practice_record};
use crate::store::Numbering;

claims!(
    a_use_counts_once_for_each_source,
    uses_of_another_team_or_intervention_are_not_counted,
    lessons_come_newest_first_and_at_most_so_many,
    a_lesson_that_was_erased_is_gone_and_does_not_come_back_while_its_use_stays,
    texts_cannot_be_read_in_the_tables,
    an_accepted_entry_is_the_teams_own_and_the_next_version_takes_its_place,
    what_was_decided_on_another_state_is_refused,
    a_refused_or_withdrawn_proposal_waits_no_more,
    of_two_who_accept_at_the_same_time_one_is_overtaken,
    the_mark_tells_every_change_of_own_entries,
);

fn team() -> TeamId {
    TeamId::new("oost")
}

fn month(written: &str) -> Month {
    written.parse().expect("a month")
}

fn change(steps: Vec<PracticeStep>) -> Change {
    Change::Practice(PracticeChange { team: team(), steps })
}

fn used(slug: &str, effect: Effect, source: &str) -> PracticeStep {
    PracticeStep::Experienced { slug: slug.into(), effect, month: month("2026-11"), source: source.into() }
}

fn lesson(id: &str, text: &str) -> PracticeStep {
    PracticeStep::Lesson { id: id.into(), slug: "tosti".into(), text: text.into(), month: month("2026-11") }
}

fn entry(name: &str) -> TeamEntry {
    let texts = EntryTexts { name: name.into(), what: "zonnebloem".into(), ..EntryTexts::default() };
    TeamEntry { phase: "aftercare".into(), lead: vec!["police".into()], nl: Some(texts), ..TeamEntry::default() }
}

fn proposed(id: &str, number: u32, basis: u32) -> PracticeStep {
    PracticeStep::Proposed {
        id: id.into(),
        slug: "tosti".into(),
        number,
        basis,
        entry: Box::new(entry(id)),
        by: Some(anna()),
        organisation: Some(OrganisationKind::YouthWork),
    }
}

fn accepted(id: &str, version: u32) -> PracticeStep {
    PracticeStep::Accepted { id: id.into(), slug: "tosti".into(), version, by: Some(bilal()) }
}

impl Backend {
    async fn with_practice(&self) {
        for name in ["oost", "west"] {
            let steps = vec![TeamStep::Made { name: name.into() }];
            let change = TeamChange { team: TeamId::new(name), seen: None, steps };
            self.learn_all(vec![Change::Team(change)]).await.expect("a team");
        }
    }

    async fn learn_all(&self, changes: Vec<Change>) -> Result<(), StoreError> {
        self.store.decided(&Turn { changes, out: vec![] }, NOW_MS).await
    }

    async fn learn(&self, steps: Vec<PracticeStep>) -> Result<(), StoreError> {
        self.learn_all(vec![change(steps)]).await
    }

    async fn experience(&self, slug: &str) -> Experience {
        self.store.experience(&team(), slug).await.expect("it is read")
    }

    async fn lessons(&self) -> Vec<String> {
        let lessons = self.store.lessons(&team(), "tosti", 3).await.expect("they are read");
        lessons.into_iter().map(|lesson| lesson.text).collect()
    }

    async fn own(&self) -> Vec<(u32, String)> {
        let own = self.store.own_entries(&team()).await.expect("they are read");
        own.into_iter().map(|own| (own.version, own.id)).collect()
    }

    async fn waiting(&self) -> Vec<u32> {
        let waiting = self.store.proposals(&team()).await.expect("they are read");
        waiting.into_iter().map(|proposal| proposal.number).collect()
    }
}

async fn a_use_counts_once_for_each_source(on: Backend) {
    on.with_practice().await;
    on.learn(vec![used("tosti", Effect::Helped, "a"), used("tosti", Effect::Worse, "b")]).await.expect("learned");
    on.learn(vec![used("tosti", Effect::Worse, "a")]).await.expect("again");
    let experience = Experience { used: 2, helped: 1, worse: 1, last: Some(month("2026-11")) };
    assert_eq!(on.experience("tosti").await, experience);
}

async fn uses_of_another_team_or_intervention_are_not_counted(on: Backend) {
    on.with_practice().await;
    let elsewhere = PracticeChange { team: TeamId::new("west"), steps: vec![used("tosti", Effect::Helped, "a")] };
    on.learn_all(vec![Change::Practice(elsewhere)]).await.expect("learned");
    on.learn(vec![used("pannenkoek", Effect::Helped, "a")]).await.expect("learned");
    assert_eq!(on.experience("tosti").await, Experience::default());
    assert_eq!(on.experience("pannenkoek").await.used, 1);
}

async fn lessons_come_newest_first_and_at_most_so_many(on: Backend) {
    on.with_practice().await;
    for (at, text) in ["een", "twee", "drie", "vier"].into_iter().enumerate() {
        let turn = Turn { changes: vec![change(vec![lesson(&format!("l{at}"), text)])], out: vec![] };
        let at_ms = NOW_MS + i64::try_from(at).expect("few");
        on.store.decided(&turn, at_ms).await.expect("learned");
    }
    on.learn(vec![lesson("l3", "anders")]).await.expect("again");
    assert_eq!(on.lessons().await, ["vier", "drie", "twee"]);
}

async fn a_lesson_that_was_erased_is_gone_and_does_not_come_back_while_its_use_stays(on: Backend) {
    on.with_practice().await;
    on.learn(vec![used("tosti", Effect::Helped, "l1"), lesson("l1", "Eerst bellen.")]).await.expect("learned");
    let record = practice_record(&team(), "l1");
    on.learn_all(vec![Change::Erased { record }]).await.expect("erased");
    assert!(on.lessons().await.is_empty());
    on.learn(vec![used("tosti", Effect::Helped, "l1"), lesson("l1", "Eerst bellen.")]).await.expect("again");
    assert!(on.lessons().await.is_empty());
    assert_eq!(on.experience("tosti").await.used, 1);
}

async fn texts_cannot_be_read_in_the_tables(on: Backend) {
    on.with_practice().await;
    on.learn(vec![lesson("l1", "zonnebloem"), proposed("e1", 1, 0)]).await.expect("learned");
    let refused = PracticeStep::Refused { id: "e1".into(), by: bilal(), reason: "zonnebloem".into() };
    on.learn(vec![refused]).await.expect("refused");
    for sql in
        ["SELECT text FROM practice_lesson", "SELECT entry FROM practice_entry", "SELECT reason FROM practice_entry"]
    {
        let stored = on.bytes(sql).await.remove(0).expect("it is there");
        assert!(!stored.windows(10).any(|window| window == b"zonnebloem"), "{sql}");
    }
}

async fn an_accepted_entry_is_the_teams_own_and_the_next_version_takes_its_place(on: Backend) {
    on.with_practice().await;
    on.learn(vec![proposed("e1", 1, 0)]).await.expect("proposed");
    assert_eq!((on.own().await, on.waiting().await), (vec![], vec![1]));
    on.learn(vec![accepted("e1", 1)]).await.expect("accepted");
    assert_eq!((on.own().await, on.waiting().await), (vec![(1, "e1".into())], vec![]));
    let own = on.store.own_entries(&team()).await.expect("it is read").remove(0);
    assert_eq!((own.entry, own.slug.as_str()), (entry("e1"), "tosti"));
    on.learn(vec![proposed("e2", 2, 1), accepted("e2", 2)]).await.expect("accepted");
    assert_eq!(on.own().await, [(2, "e2".into())]);
    let numbering = on.store.numbering(&team(), "tosti").await.expect("it is read");
    assert_eq!(numbering, Numbering { proposals: 2, version: 2 });
    let kept = on.bytes("SELECT entry FROM practice_entry").await;
    assert_eq!(kept.len(), 2, "the older version is kept");
}

async fn what_was_decided_on_another_state_is_refused(on: Backend) {
    on.with_practice().await;
    on.learn(vec![proposed("e1", 1, 0), proposed("e2", 2, 0)]).await.expect("proposed");
    assert!(matches!(on.learn(vec![proposed("e3", 2, 0)]).await, Err(StoreError::Overtaken)), "a number is taken once");
    on.learn(vec![accepted("e1", 1)]).await.expect("accepted");
    for step in [accepted("e1", 1), accepted("e2", 1), accepted("e2", 3), PracticeStep::Withdrawn { id: "e1".into() }] {
        assert!(matches!(on.learn(vec![step.clone()]).await, Err(StoreError::Overtaken)), "{step:?}");
    }
    assert_eq!((on.own().await, on.waiting().await), (vec![(1, "e1".into())], vec![2]));
}

async fn a_refused_or_withdrawn_proposal_waits_no_more(on: Backend) {
    on.with_practice().await;
    on.learn(vec![proposed("e1", 1, 0), proposed("e2", 2, 0)]).await.expect("proposed");
    let refused = PracticeStep::Refused { id: "e1".into(), by: bilal(), reason: "Bestaat al.".into() };
    on.learn(vec![refused, PracticeStep::Withdrawn { id: "e2".into() }]).await.expect("decided");
    assert_eq!((on.own().await, on.waiting().await), (vec![], vec![]));
    assert_eq!(on.store.numbering(&team(), "tosti").await.expect("it is read").proposals, 2);
}

async fn of_two_who_accept_at_the_same_time_one_is_overtaken(on: Backend) {
    on.with_practice().await;
    on.learn(vec![proposed("e1", 1, 0), proposed("e2", 2, 0)]).await.expect("proposed");
    let (one, other) = tokio::join!(on.learn(vec![accepted("e1", 1)]), on.learn(vec![accepted("e2", 1)]));
    assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
    assert_eq!(on.own().await.len(), 1);
}

async fn the_mark_tells_every_change_of_own_entries(on: Backend) {
    on.with_practice().await;
    let mark = async || on.store.own_mark(&team()).await.expect("it is read");
    let mut marks = vec![mark().await];
    assert!(!marks[0].is_some());
    on.learn(vec![proposed("e1", 1, 0)]).await.expect("proposed");
    assert_eq!(mark().await, marks[0], "a proposal changes nothing yet");
    on.learn(vec![accepted("e1", 1)]).await.expect("accepted");
    marks.push(mark().await);
    on.learn(vec![proposed("e2", 2, 1), accepted("e2", 2)]).await.expect("accepted");
    marks.push(mark().await);
    on.learn_all(vec![Change::Erased { record: practice_record(&team(), "e2") }]).await.expect("erased");
    let last = mark().await;
    assert!(!last.is_some());
    assert!(marks.windows(2).all(|two| two[0] != two[1]), "{marks:?}");
}
