//! Claims about agreements: kept whole and sealed, changed one at a time, looked up by team only.

mod reviews;

use chrono::NaiveDate;

use super::*;
use crate::domain::{
    Agreement, AgreementChange, AgreementEnd, AgreementKind, AgreementStep, OrganisationKind, RecordKind, RecordNumber,
    Role, RoomPurpose, Sharing, Subject, TeamChange, TeamId, TeamStep, Terms,
};
use crate::store::Agreements;
use OrganisationKind::{Municipality, Police, School, YouthWork};

claims!(
    a_proposal_is_kept_with_all_that_it_says,
    the_last_confirmation_puts_it_in_force,
    what_was_decided_on_an_earlier_state_is_refused,
    of_two_changes_at_once_only_one_is_written,
    who_has_lost_the_mandate_confirms_nothing,
    the_old_version_holds_until_the_new_one_is_confirmed,
    a_new_proposal_takes_the_place_of_the_one_before,
    a_version_is_taken_back_and_what_holds_stays,
    only_what_is_in_force_is_a_rule,
    a_newer_agreement_about_the_same_two_replaces_the_older,
    the_end_of_an_agreement_ends_its_rule,
    one_team_has_nothing_of_another,
    a_page_holds_the_newest_first_and_knows_how_many_there_are,
    what_has_ended_is_in_no_list_and_still_opens,
    agreements_are_counted_by_kind,
    all_that_has_not_ended_can_be_searched,
    no_text_can_be_read_in_the_tables,
    an_erased_agreement_is_not_there,
    a_number_that_is_taken_is_not_given_again,
);

fn team() -> TeamId {
    TeamId::new("oost")
}

fn number(random: u32) -> RecordNumber {
    RecordNumber::new(RecordKind::Agreement, 2026, random)
}

fn day(year: i32, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, 1).expect("a day")
}

fn sharing(rule: Sharing) -> Subject {
    Subject::Sharing { giver: Police, receiver: YouthWork, rule }
}

fn terms(subject: Subject, text: &str) -> Terms {
    Terms { subject, text: text.to_owned(), review_on: day(2027, 6), suggestion: None }
}

fn proposed(version: u32, terms: Terms) -> AgreementStep {
    AgreementStep::Proposed { version, terms, by: anna(), organisation: YouthWork }
}

/// Bram speaks for the police, Anna for youth work.
fn confirmed(version: u32, organisation: OrganisationKind, completes: bool) -> AgreementStep {
    let by = if organisation == Police { bilal() } else { anna() };
    AgreementStep::Confirmed { version, organisation, by, role: Role::Member, completes }
}

impl Backend {
    /// A database with this team: Anna of youth work and Bilal of the police, both with mandate, and its chain room.
    async fn with_team(&self, team: &TeamId, chain: &RoomId) {
        self.with_room(chain).await;
        let member =
            |person, organisation| TeamStep::Member { person, organisation, role: Role::Member, mandate: true };
        let steps = vec![
            TeamStep::Made { name: team.as_str().to_owned() },
            member(anna(), YouthWork),
            member(bilal(), Police),
            TeamStep::RoomBound { room: chain.clone(), purpose: RoomPurpose::Chain },
        ];
        let change = TeamChange { team: team.clone(), seen: None, steps };
        self.try_changes(chain, vec![Change::Team(change)], NOW_MS).await.expect("the team is made");
    }

    /// Handles one event that leads to these changes; nothing is left of it when they are refused.
    async fn try_changes(&self, room: &RoomId, changes: Vec<Change>, at_ms: i64) -> Result<(), StoreError> {
        let name = format!("change-{}", self.numbers("SELECT COUNT(*) FROM inbox").await[0]);
        self.receive(one_room(room, vec![readable(room, &name)])).await;
        let (seq, _) = self.store.next_arrived(room).await.expect("the inbox is read").expect("it is there");
        let made = self.store.finish(seq, &Turn { changes, out: vec![] }, at_ms).await;
        if made.is_err() {
            self.store.finish(seq, &Turn::nothing(), at_ms).await.expect("the row ends");
        }
        made.map(|_| ())
    }

    async fn try_step(&self, random: u32, seen: i64, step: AgreementStep, at_ms: i64) -> Result<(), StoreError> {
        let change = AgreementChange { team: team(), number: number(random), seen, step };
        self.try_changes(&room("chain"), vec![Change::Agreement(change)], at_ms).await
    }

    /// The next change of an agreement, whatever came before.
    async fn step(&self, random: u32, step: AgreementStep, at_ms: i64) {
        let seen = self.store.agreement(&team(), &number(random)).await.expect("it is read");
        let seen = seen.map_or(0, |agreement| agreement.changes);
        self.try_step(random, seen, step, at_ms).await.expect("it is changed");
    }

    /// A rule between police and youth work that is in force since this moment.
    async fn rule(&self, random: u32, rule: Sharing, at_ms: i64) {
        self.step(random, proposed(1, terms(sharing(rule), "")), at_ms).await;
        self.step(random, confirmed(1, Police, false), at_ms).await;
        self.step(random, confirmed(1, YouthWork, true), at_ms).await;
    }

    async fn agreement(&self, random: u32) -> Agreement {
        self.store.agreement(&team(), &number(random)).await.expect("it is read").expect("it is there")
    }

    async fn agreed(&self) -> Sharing {
        self.store.sharing_rules(&team()).await.expect("the rules are read").between(Police, YouthWork)
    }

    async fn listed(&self, which: Agreements) -> Vec<String> {
        let (page, all) = self.store.agreements(&team(), which, 0, 100).await.expect("the list is read");
        assert_eq!(page.len(), all);
        page.into_iter().map(|agreement| agreement.number.to_string()).collect()
    }
}

/// The numbers as a list shows them.
fn numbers(randoms: &[u32]) -> Vec<String> {
    randoms.iter().map(|random| number(*random).to_string()).collect()
}

async fn a_proposal_is_kept_with_all_that_it_says(on: Backend) {
    on.with_team(&team(), &room("chain")).await;
    let subject = Subject::First(vec![YouthWork, Police, School]);
    let suggestion = Some("eerst-wie-contact-heeft".to_owned());
    let terms = Terms { suggestion, ..terms(subject, "Wie contact heeft, belt eerst. ☎") };
    on.step(1, proposed(1, terms.clone()), NOW_MS).await;
    let agreement = on.agreement(1).await;
    let version = agreement.proposed.as_ref().expect("a proposal");
    assert_eq!((version.number, &version.terms), (1, &terms));
    assert_eq!((&version.proposed_by, version.proposed_for, version.proposed_ms), (&anna(), YouthWork, NOW_MS));
    assert_eq!(version.awaits(), [YouthWork, Police, School], "in the order in which they were named");
    assert_eq!((agreement.in_force, agreement.ended, agreement.changes), (None, None, 1));
    assert_eq!(on.store.agreement(&team(), &number(2)).await.expect("it is read"), None);
}

async fn the_last_confirmation_puts_it_in_force(on: Backend) {
    on.with_team(&team(), &room("chain")).await;
    on.step(1, proposed(1, terms(sharing(Sharing::Free), "")), NOW_MS).await;
    on.step(1, confirmed(1, Police, false), NOW_MS + 1).await;
    let waiting = on.agreement(1).await;
    assert_eq!(waiting.proposed.expect("a proposal").awaits(), [YouthWork]);
    on.step(1, confirmed(1, YouthWork, true), NOW_MS + 2).await;
    let agreement = on.agreement(1).await;
    assert!(agreement.is_in_force() && agreement.proposed.is_none());
    let version = agreement.in_force.expect("it holds");
    assert_eq!(version.in_force_ms, Some(NOW_MS + 2));
    let made: Vec<_> = version.confirmed.iter().map(|made| (made.organisation, &made.by, made.at_ms)).collect();
    assert_eq!(made, [(Police, &bilal(), NOW_MS + 1), (YouthWork, &anna(), NOW_MS + 2)]);
}

async fn what_was_decided_on_an_earlier_state_is_refused(on: Backend) {
    on.with_team(&team(), &room("chain")).await;
    on.step(1, proposed(1, terms(sharing(Sharing::Free), "")), NOW_MS).await;
    on.step(1, confirmed(1, Police, false), NOW_MS).await;
    let before = on.agreement(1).await;
    for (seen, step) in [
        (0, proposed(1, terms(sharing(Sharing::Not), ""))),
        (1, confirmed(1, YouthWork, true)),
        (1, AgreementStep::Ended(AgreementEnd::Withdrawn)),
        (2, confirmed(1, Police, false)),
    ] {
        let refused = on.try_step(1, seen, step, NOW_MS).await;
        assert!(matches!(refused, Err(StoreError::Overtaken)), "{refused:?}");
    }
    assert_eq!(on.agreement(1).await, before);
    on.step(1, AgreementStep::Ended(AgreementEnd::Withdrawn), NOW_MS).await;
    let late = on.try_step(1, 3, confirmed(1, YouthWork, true), NOW_MS).await;
    assert!(matches!(late, Err(StoreError::Overtaken)), "what has ended changes no more: {late:?}");
}

async fn of_two_changes_at_once_only_one_is_written(on: Backend) {
    on.with_team(&team(), &room("chain")).await;
    on.receive(one_room(&room("police"), vec![readable(&room("police"), "p")])).await;
    on.receive(one_room(&room("youth"), vec![readable(&room("youth"), "y")])).await;
    on.step(1, proposed(1, terms(sharing(Sharing::Free), "")), NOW_MS).await;
    let finish = async |place: RoomId, organisation| {
        let (seq, _) = on.store.next_arrived(&place).await.expect("the inbox is read").expect("it is there");
        let step = confirmed(1, organisation, false);
        let change = AgreementChange { team: team(), number: number(1), seen: 1, step };
        on.store.finish(seq, &Turn { changes: vec![Change::Agreement(change)], out: vec![] }, NOW_MS).await
    };
    let both = tokio::join!(finish(room("police"), Police), finish(room("youth"), YouthWork));
    let outcomes = [both.0, both.1];
    assert_eq!(outcomes.iter().filter(|made| matches!(made, Ok(true))).count(), 1, "{outcomes:?}");
    assert_eq!(outcomes.iter().filter(|made| matches!(made, Err(StoreError::Overtaken))).count(), 1, "{outcomes:?}");
    assert_eq!(on.agreement(1).await.proposed.expect("a proposal").confirmed.len(), 1);
}

async fn who_has_lost_the_mandate_confirms_nothing(on: Backend) {
    on.with_team(&team(), &room("chain")).await;
    on.step(1, proposed(1, terms(sharing(Sharing::Free), "")), NOW_MS).await;
    on.run("UPDATE member SET mandate = FALSE WHERE organisation = 'police'").await;
    let refused = on.try_step(1, 1, confirmed(1, Police, false), NOW_MS).await;
    assert!(matches!(refused, Err(StoreError::Overtaken)), "{refused:?}");
    assert_eq!(on.agreement(1).await.proposed.expect("a proposal").confirmed, []);
}

async fn the_old_version_holds_until_the_new_one_is_confirmed(on: Backend) {
    on.with_team(&team(), &room("chain")).await;
    on.rule(1, Sharing::Free, NOW_MS).await;
    on.step(1, proposed(2, terms(sharing(Sharing::Not), "Anders.")), NOW_MS + 1).await;
    on.step(1, confirmed(2, Police, false), NOW_MS + 2).await;
    assert_eq!(on.agreed().await, Sharing::Free);
    let waiting = on.agreement(1).await;
    assert_eq!((waiting.in_force.map(|v| v.number), waiting.proposed.map(|v| v.number)), (Some(1), Some(2)));
    on.step(1, confirmed(2, YouthWork, true), NOW_MS + 3).await;
    assert_eq!(on.agreed().await, Sharing::Not);
    let changed = on.agreement(1).await;
    assert_eq!((changed.in_force.map(|v| v.terms.text), changed.proposed), (Some("Anders.".to_owned()), None));
}

async fn a_new_proposal_takes_the_place_of_the_one_before(on: Backend) {
    on.with_team(&team(), &room("chain")).await;
    on.step(1, proposed(1, terms(sharing(Sharing::Free), "een")), NOW_MS).await;
    on.step(1, confirmed(1, Police, false), NOW_MS).await;
    on.step(1, proposed(2, terms(sharing(Sharing::Free), "twee")), NOW_MS).await;
    let version = on.agreement(1).await.proposed.expect("a proposal");
    assert_eq!((version.number, version.terms.text.as_str(), version.confirmed), (2, "twee", vec![]));
}

async fn a_version_is_taken_back_and_what_holds_stays(on: Backend) {
    on.with_team(&team(), &room("chain")).await;
    on.rule(1, Sharing::Free, NOW_MS).await;
    on.step(1, proposed(2, terms(sharing(Sharing::Not), "")), NOW_MS).await;
    on.step(1, AgreementStep::TakenBack { version: 2 }, NOW_MS).await;
    let agreement = on.agreement(1).await;
    assert!(agreement.is_in_force() && agreement.proposed.is_none());
    assert_eq!(agreement.newest, 2, "the number is not used again");
    on.step(1, proposed(3, terms(sharing(Sharing::Not), "")), NOW_MS).await;
    on.step(1, AgreementStep::TakenBack { version: 3 }, NOW_MS).await;
    assert_eq!(on.listed(Agreements::Awaiting).await, numbers(&[]));
}

async fn only_what_is_in_force_is_a_rule(on: Backend) {
    on.with_team(&team(), &room("chain")).await;
    on.step(1, proposed(1, terms(sharing(Sharing::Free), "")), NOW_MS).await;
    assert_eq!(on.agreed().await, Sharing::AskReporter, "nobody has confirmed it");
    on.step(1, confirmed(1, Police, false), NOW_MS).await;
    assert_eq!(on.agreed().await, Sharing::AskReporter, "one of the two has");
    on.step(1, confirmed(1, YouthWork, true), NOW_MS).await;
    assert_eq!(on.agreed().await, Sharing::Free, "both have");
    on.run("UPDATE agreement_version SET review_on = '2020-01-01'").await;
    assert_eq!(on.agreed().await, Sharing::Free, "also after the day on which it was to be looked at");
}

async fn a_newer_agreement_about_the_same_two_replaces_the_older(on: Backend) {
    on.with_team(&team(), &room("chain")).await;
    on.rule(1, Sharing::Free, NOW_MS).await;
    on.rule(2, Sharing::Not, NOW_MS + 1).await;
    assert_eq!(on.agreed().await, Sharing::Not);
    assert_eq!(on.agreement(1).await.ended, Some((AgreementEnd::Replaced, NOW_MS + 1)));
    on.step(2, AgreementStep::Ended(AgreementEnd::Stopped), NOW_MS + 2).await;
    assert_eq!(on.agreed().await, Sharing::AskReporter, "the wider one does not come back");
}

async fn the_end_of_an_agreement_ends_its_rule(on: Backend) {
    on.with_team(&team(), &room("chain")).await;
    on.rule(1, Sharing::Free, NOW_MS).await;
    on.step(1, AgreementStep::Ended(AgreementEnd::Stopped), NOW_MS + 5).await;
    assert_eq!(on.agreed().await, Sharing::AskReporter);
    let agreement = on.agreement(1).await;
    assert_eq!(agreement.ended, Some((AgreementEnd::Stopped, NOW_MS + 5)));
    assert!(agreement.in_force.is_some(), "what held last can still be read");
}

async fn one_team_has_nothing_of_another(on: Backend) {
    on.with_team(&team(), &room("chain")).await;
    let west = TeamId::new("west");
    on.with_team(&west, &room("west")).await;
    on.rule(1, Sharing::Free, NOW_MS).await;
    assert_eq!(on.store.agreement(&west, &number(1)).await.expect("it is read"), None);
    assert_eq!(on.store.agreements(&west, Agreements::All, 0, 10).await.expect("the list is read"), (vec![], 0));
    assert_eq!(on.store.agreement_words(&west, 10).await.expect("they are read"), []);
    let rules = on.store.sharing_rules(&west).await.expect("the rules are read");
    assert_eq!(rules.between(Police, YouthWork), Sharing::AskReporter);
    // The same number in two teams is two agreements.
    let change = AgreementChange {
        team: west.clone(),
        number: number(1),
        seen: 0,
        step: proposed(1, terms(sharing(Sharing::Not), "")),
    };
    on.try_changes(&room("west"), vec![Change::Agreement(change)], NOW_MS).await.expect("it is made");
    assert!(on.agreement(1).await.is_in_force());
}

async fn a_page_holds_the_newest_first_and_knows_how_many_there_are(on: Backend) {
    on.with_team(&team(), &room("chain")).await;
    for random in 1..=4 {
        let subject = if random == 3 { Subject::Feedback(vec![Police]) } else { sharing(Sharing::Free) };
        on.step(random, proposed(1, terms(subject, "")), NOW_MS + i64::from(random)).await;
    }
    let (page, all) = on.store.agreements(&team(), Agreements::All, 1, 2).await.expect("the list is read");
    let shown: Vec<_> = page.iter().map(|agreement| agreement.number.to_string()).collect();
    assert_eq!((shown, all), (numbers(&[3, 2]), 4));
    assert_eq!(on.listed(Agreements::Of(AgreementKind::Sharing)).await, numbers(&[4, 2, 1]));
    assert_eq!(on.listed(Agreements::Of(AgreementKind::First)).await, numbers(&[]));
}

async fn what_has_ended_is_in_no_list_and_still_opens(on: Backend) {
    on.with_team(&team(), &room("chain")).await;
    on.rule(1, Sharing::Free, NOW_MS).await;
    on.step(2, proposed(1, terms(Subject::Signal(vec![Police]), "")), NOW_MS + 1).await;
    assert_eq!(on.listed(Agreements::Awaiting).await, numbers(&[2]));
    assert_eq!(on.listed(Agreements::Due(day(2027, 5))).await, numbers(&[]));
    assert_eq!(on.listed(Agreements::Due(day(2027, 6))).await, numbers(&[1]));
    on.step(1, AgreementStep::Ended(AgreementEnd::Stopped), NOW_MS + 2).await;
    on.step(2, AgreementStep::Ended(AgreementEnd::Withdrawn), NOW_MS + 2).await;
    for which in [Agreements::All, Agreements::Awaiting, Agreements::Due(day(2028, 1))] {
        assert_eq!(on.listed(which).await, numbers(&[]), "{which:?}");
    }
    assert!(on.agreement(2).await.current().is_some());
}

async fn agreements_are_counted_by_kind(on: Backend) {
    on.with_team(&team(), &room("chain")).await;
    on.rule(1, Sharing::Free, NOW_MS).await;
    on.step(2, proposed(1, terms(sharing(Sharing::Not), "")), NOW_MS).await;
    on.step(3, proposed(1, terms(Subject::Signal(vec![Police]), "")), NOW_MS).await;
    on.step(4, proposed(1, terms(Subject::First(vec![Police]), "")), NOW_MS).await;
    on.step(4, AgreementStep::Ended(AgreementEnd::Withdrawn), NOW_MS).await;
    let counts = on.store.agreement_counts(&team()).await.expect("they are counted");
    let counts: Vec<_> = counts.into_iter().map(|(kind, count)| (kind, count.in_force, count.proposed)).collect();
    let expected = [
        (AgreementKind::Sharing, 1, 1),
        (AgreementKind::First, 0, 0),
        (AgreementKind::Signal, 0, 1),
        (AgreementKind::Feedback, 0, 0),
    ];
    assert_eq!(counts, expected);
}

async fn all_that_has_not_ended_can_be_searched(on: Backend) {
    on.with_team(&team(), &room("chain")).await;
    on.rule(1, Sharing::Free, NOW_MS).await;
    on.step(1, proposed(2, terms(sharing(Sharing::Not), "nieuw")), NOW_MS).await;
    on.step(2, proposed(1, terms(Subject::Signal(vec![School, Municipality]), "vier ogen")), NOW_MS + 1).await;
    on.step(3, proposed(1, terms(Subject::First(vec![Police]), "weg")), NOW_MS).await;
    on.step(3, AgreementStep::Ended(AgreementEnd::Withdrawn), NOW_MS).await;
    let words = on.store.agreement_words(&team(), 10).await.expect("they are read");
    let found: Vec<_> = words.iter().map(|words| (words.number.to_string(), words.text.as_str())).collect();
    let [one, two] = [number(1).to_string(), number(2).to_string()];
    assert_eq!(found, [(two, "vier ogen"), (one, "")], "of a changed one the version that holds");
    assert_eq!(words[0].subject.binds(), [School, Municipality]);
    assert_eq!(on.store.agreement_words(&team(), 1).await.expect("they are read").len(), 1);
}

async fn no_text_can_be_read_in_the_tables(on: Backend) {
    on.with_team(&team(), &room("chain")).await;
    on.step(1, proposed(1, terms(sharing(Sharing::Free), "zonnebloem")), NOW_MS).await;
    let stored: Vec<Vec<u8>> = read!(on.store, |pool| {
        sqlx::query_scalar("SELECT text FROM agreement_version").fetch_all(pool).await.expect("they are read")
    });
    assert_eq!(stored.len(), 1);
    assert!(!stored[0].windows(10).any(|window| window == b"zonnebloem"), "it is sealed");
    // A text put under another version does not open there.
    on.step(1, proposed(2, terms(sharing(Sharing::Free), "roos")), NOW_MS).await;
    on.run("UPDATE agreement_version SET text = (SELECT text FROM agreement_version WHERE version = 1)").await;
    let moved = on.store.agreement(&team(), &number(1)).await;
    assert!(matches!(moved, Err(StoreError::Sealed { table: "agreement_version", .. })), "{moved:?}");
}

async fn an_erased_agreement_is_not_there(on: Backend) {
    on.with_team(&team(), &room("chain")).await;
    on.step(1, proposed(1, terms(sharing(Sharing::Free), "weg")), NOW_MS).await;
    assert!(on.store.erase_record(&format!("agreement/oost/{}", number(1)), NOW_MS).await.expect("it is erased"));
    assert_eq!(on.store.agreement(&team(), &number(1)).await.expect("it is read"), None);
    assert_eq!(on.store.agreement_words(&team(), 10).await.expect("they are read"), []);
    let (page, _) = on.store.agreements(&team(), Agreements::All, 0, 10).await.expect("the list is read");
    assert_eq!(page, []);
}

async fn a_number_that_is_taken_is_not_given_again(on: Backend) {
    on.with_team(&team(), &room("chain")).await;
    on.step(7, proposed(1, terms(sharing(Sharing::Free), "")), NOW_MS).await;
    let mut random = [7, 7, 8].into_iter();
    let free = on.store.free_number(RecordKind::Agreement, &team(), 2026, || random.next().expect("enough")).await;
    assert_eq!(free.expect("a number"), number(8));
    let made = on.store.new_number(RecordKind::Agreement, &team(), 2026).await.expect("a number");
    assert!(made.as_str().starts_with("AF-2026-"), "{made}");
}
