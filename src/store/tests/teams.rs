//! Claims about teams: changed whole and on what was decided on, found again by keyed names, sealed.

use chrono::NaiveDate;

use super::*;
use crate::domain::{OrganisationKind, Role, RoomPurpose, TeamChange, TeamId, TeamStep};
use crate::store::PhoneEntry;

claims!(
    a_team_comes_to_be_in_one_change,
    two_teams_never_have_one_name,
    a_change_decided_on_an_older_version_is_not_made,
    what_happens_anyway_is_made_on_any_version,
    of_two_changes_at_the_same_time_one_is_decided_anew,
    a_room_never_belongs_to_two_teams,
    a_team_has_one_chain_room,
    a_member_moves_in_one_step_and_goes,
    a_stopped_member_is_known_as_stopped_in_every_team,
    an_alias_is_one_however_it_is_written,
    the_phone_list_has_the_highest_level_first,
    an_absence_is_kept_until_it_ends,
    a_chosen_team_is_remembered_by_room_and_person_and_goes_with_the_membership,
    the_texts_of_a_team_lie_sealed,
);

fn west() -> TeamId {
    TeamId::new("west")
}

fn south() -> TeamId {
    TeamId::new("south")
}

fn member(person: &UserId, organisation: OrganisationKind, role: Role) -> TeamStep {
    TeamStep::Member { person: person.clone(), organisation, role, mandate: false }
}

fn bound(name: &str, purpose: RoomPurpose) -> TeamStep {
    TeamStep::RoomBound { room: room(name), purpose }
}

/// What makes a team with anna as its coordinator.
fn made(team: TeamId, name: &str, in_room: &str) -> TeamChange {
    let steps = vec![
        TeamStep::Made { name: name.to_owned() },
        member(&anna(), OrganisationKind::Municipality, Role::Coordinator),
        bound(in_room, RoomPurpose::Chain),
    ];
    TeamChange { team, seen: None, steps }
}

fn change(team: TeamId, seen: Option<i64>, step: TeamStep) -> TeamChange {
    TeamChange { team, seen, steps: vec![step] }
}

/// Puts an event in the inbox and ends it with this change.
async fn make(on: &Backend, name: &str, change: TeamChange) -> Result<bool, StoreError> {
    on.receive(one_room(&room("one"), vec![readable(&room("one"), name)])).await;
    let (seq, _) = on.store.next_arrived(&room("one")).await.expect("the inbox is read").expect("it is there");
    on.store.finish(seq, &Turn { changes: vec![Change::Team(change)], out: vec![] }, NOW_MS).await
}

/// Two rooms, and the team in the first.
async fn with_team(on: &Backend) {
    on.with_room(&room("one")).await;
    on.receive(one_room(&room("two"), vec![])).await;
    make(on, "made", made(west(), "Jeugd West", "one")).await.expect("it is made");
}

async fn version(on: &Backend, team: &TeamId) -> i64 {
    on.store.team(team).await.expect("the team is read").expect("it is there").version
}

async fn people(on: &Backend, team: &TeamId) -> Vec<(UserId, OrganisationKind, Role)> {
    let members = on.store.members(team).await.expect("the members are read");
    members.into_iter().map(|member| (member.person, member.organisation, member.role)).collect()
}

async fn rooms(on: &Backend, team: &TeamId) -> Vec<(RoomId, RoomPurpose)> {
    on.store.team_rooms(team).await.expect("the rooms are read")
}

async fn a_team_comes_to_be_in_one_change(on: Backend) {
    with_team(&on).await;
    let team = on.store.team(&west()).await.expect("the team is read").expect("it is there");
    assert_eq!((team.name.as_str(), team.version), ("Jeugd West", 1));
    assert_eq!(people(&on, &west()).await, [(anna(), OrganisationKind::Municipality, Role::Coordinator)]);
    let found = on.store.team_of_room(&room("one")).await.expect("the room is read").expect("it is bound");
    assert_eq!((found.team, found.purpose), (west(), RoomPurpose::Chain));
    assert_eq!(on.store.team_of_room(&room("two")).await.expect("the room is read"), None);
    assert!(on.store.team(&south()).await.expect("the team is read").is_none());
}

async fn two_teams_never_have_one_name(on: Backend) {
    with_team(&on).await;
    assert!(on.store.team_is_named("  jeugd   WEST ").await.expect("the name is looked up"));
    assert!(!on.store.team_is_named("Jeugd Zuid").await.expect("the name is looked up"));
    let again = make(&on, "again", made(south(), "jeugd west", "two")).await;
    assert!(matches!(again, Err(StoreError::Overtaken)), "{again:?}");
    assert!(on.store.team(&south()).await.expect("the team is read").is_none());
    assert!(people(&on, &south()).await.is_empty());
    assert_eq!(on.handle_all(&room("one")).await, ["again"], "its event is still to be handled");
}

async fn a_change_decided_on_an_older_version_is_not_made(on: Backend) {
    with_team(&on).await;
    let seen = version(&on, &west()).await;
    let step = member(&bilal(), OrganisationKind::Police, Role::Coordinator);
    assert!(make(&on, "a", change(west(), Some(seen), step)).await.expect("it is made"));
    let late = make(&on, "b", change(west(), Some(seen), TeamStep::Gone { person: anna() })).await;
    assert!(matches!(late, Err(StoreError::Overtaken)), "{late:?}");
    assert!(late.is_err_and(|error| error.may_pass()));
    assert_eq!(people(&on, &west()).await.len(), 2);
    assert_eq!(on.handle_all(&room("one")).await, ["b"], "it is decided anew");
}

async fn what_happens_anyway_is_made_on_any_version(on: Backend) {
    with_team(&on).await;
    let step = member(&bilal(), OrganisationKind::Police, Role::Member);
    make(&on, "a", change(west(), Some(1), step)).await.expect("it is made");
    make(&on, "b", change(west(), None, TeamStep::Gone { person: bilal() })).await.expect("it is made");
    assert_eq!(people(&on, &west()).await.len(), 1);
    assert_eq!(version(&on, &west()).await, 3, "and it is noticed by who decides on something");
    make(&on, "c", change(south(), None, TeamStep::Gone { person: bilal() })).await.expect("no team, no harm");
}

async fn of_two_changes_at_the_same_time_one_is_decided_anew(on: Backend) {
    with_team(&on).await;
    let step = member(&bilal(), OrganisationKind::Police, Role::Coordinator);
    make(&on, "a", change(west(), None, step)).await.expect("it is made");
    let seen = version(&on, &west()).await;
    on.receive(one_room(&room("one"), vec![readable(&room("one"), "b")])).await;
    on.receive(one_room(&room("two"), vec![readable(&room("two"), "c")])).await;
    let removes = async |in_room: RoomId, person: UserId| {
        let (seq, _) = on.store.next_arrived(&in_room).await.expect("the inbox is read").expect("it is there");
        let change = change(west(), Some(seen), TeamStep::Gone { person });
        on.store.finish(seq, &Turn { changes: vec![Change::Team(change)], out: vec![] }, NOW_MS).await
    };
    // Each removes the other, and each saw that there would be one left.
    let (one, two) = tokio::join!(removes(room("one"), anna()), removes(room("two"), bilal()));
    assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
    assert_eq!(people(&on, &west()).await.len(), 1);
}

async fn a_room_never_belongs_to_two_teams(on: Backend) {
    with_team(&on).await;
    let taken = make(&on, "taken", made(south(), "Jeugd Zuid", "one")).await;
    assert!(matches!(taken, Err(StoreError::Overtaken)), "{taken:?}");
    assert!(on.store.team(&south()).await.expect("the team is read").is_none());
    assert_eq!(on.handle_all(&room("one")).await, ["taken"]);
    make(&on, "free", made(south(), "Jeugd Zuid", "two")).await.expect("it is made");
    let loose = TeamStep::RoomLoose { room: room("one") };
    make(&on, "not yours", change(south(), None, loose.clone())).await.expect("nothing happens");
    assert_eq!(rooms(&on, &west()).await.len(), 1);
    make(&on, "yours", change(west(), None, loose)).await.expect("it is made");
    assert_eq!(rooms(&on, &west()).await, []);
}

async fn a_team_has_one_chain_room(on: Backend) {
    with_team(&on).await;
    make(&on, "a", change(west(), Some(1), bound("two", RoomPurpose::Chain))).await.expect("it is made");
    assert_eq!(rooms(&on, &west()).await, [(room("two"), RoomPurpose::Chain)]);
    let police = RoomPurpose::Organisation(OrganisationKind::Police);
    make(&on, "b", change(west(), Some(2), bound("one", police))).await.expect("it is made");
    assert_eq!(rooms(&on, &west()).await, [(room("two"), RoomPurpose::Chain), (room("one"), police)]);
}

async fn a_member_moves_in_one_step_and_goes(on: Backend) {
    with_team(&on).await;
    make(&on, "a", change(west(), None, member(&bilal(), OrganisationKind::Police, Role::Member))).await.expect("made");
    make(&on, "b", change(west(), None, member(&bilal(), OrganisationKind::Care, Role::Coordinator)))
        .await
        .expect("it is made");
    let memberships = on.store.memberships(&bilal()).await.expect("they are read");
    let [one] = memberships.as_slice() else { panic!("one: {memberships:?}") };
    assert_eq!((one.organisation, one.role, one.mandate), (OrganisationKind::Care, Role::Coordinator, false));
    make(&on, "c", change(west(), None, TeamStep::Gone { person: bilal() })).await.expect("it is made");
    assert_eq!(on.store.memberships(&bilal()).await.expect("they are read"), []);
}

async fn a_stopped_member_is_known_as_stopped_in_every_team(on: Backend) {
    with_team(&on).await;
    make(&on, "south", made(south(), "Jeugd Zuid", "two")).await.expect("it is made");
    make(&on, "b", change(west(), None, member(&bilal(), OrganisationKind::Care, Role::Member))).await.expect("made");
    for key in ["first", "second"] {
        on.store.see_identity(&anna(), Some(key), false, NOW_MS).await.expect("it is noted");
    }
    let memberships = on.store.memberships(&anna()).await.expect("they are read");
    assert_eq!(memberships.iter().map(|member| member.stopped).collect::<Vec<_>>(), [true, true]);
    let members = on.store.members(&west()).await.expect("they are read");
    let stopped: Vec<UserId> =
        members.into_iter().filter(|member| member.stopped).map(|member| member.person).collect();
    assert_eq!(stopped, [anna()]);
}

async fn an_alias_is_one_however_it_is_written(on: Backend) {
    with_team(&on).await;
    let groups = async || on.store.team_groups(&west()).await.expect("the groups are read");
    for (name, alias) in [("a", "Kanaalgroep"), ("b", "kanaal  groep"), ("c", "Kanaal Groep"), ("d", "De Haven")] {
        make(&on, name, change(west(), None, TeamStep::Group { alias: alias.to_owned() })).await.expect("it is made");
    }
    assert_eq!(groups().await, ["De Haven", "Kanaal Groep", "Kanaalgroep"]);
    let gone = TeamStep::GroupGone { alias: "KANAALGROEP".to_owned() };
    make(&on, "e", change(west(), None, gone)).await.expect("it is made");
    assert_eq!(groups().await, ["De Haven", "Kanaal Groep"]);
    assert_eq!(on.store.team_groups(&south()).await.expect("the groups are read"), [""; 0]);
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, day).expect("a day")
}

fn phone(id: &str, level: u8) -> TeamStep {
    TeamStep::Phone {
        id: id.to_owned(),
        level,
        organisation: OrganisationKind::Police,
        words: format!("Zuid, {id}"),
        review_on: day(3),
    }
}

async fn the_phone_list_has_the_highest_level_first(on: Backend) {
    with_team(&on).await;
    for (name, level) in [("a", 1), ("b", 3), ("c", 1)] {
        make(&on, name, change(west(), None, phone(name, level))).await.expect("it is made");
    }
    let phones = async || on.store.team_phones(&west()).await.expect("the list is read");
    let ids = |list: &[PhoneEntry]| list.iter().map(|entry| entry.id.clone()).collect::<Vec<_>>();
    let list = phones().await;
    assert_eq!(ids(&list), ["b", "a", "c"]);
    assert_eq!((list[0].level, list[0].words.as_str(), list[0].review_on), (3, "Zuid, b", day(3)));
    make(&on, "d", change(west(), None, TeamStep::PhoneGone { id: "a".to_owned() })).await.expect("it is made");
    assert_eq!(ids(&phones().await), ["b", "c"]);
}

async fn an_absence_is_kept_until_it_ends(on: Backend) {
    with_team(&on).await;
    let away = async || on.store.absences(&west()).await.expect("the absences are read");
    let absent = |until| TeamStep::Absent { person: anna(), until };
    make(&on, "a", change(west(), None, absent(Some(day(3))))).await.expect("it is made");
    assert_eq!(away().await, [(anna(), day(3))]);
    make(&on, "b", change(west(), None, member(&anna(), OrganisationKind::Care, Role::Coordinator)))
        .await
        .expect("made");
    assert_eq!(away().await, [(anna(), day(3))], "another organisation does not end it");
    make(&on, "c", change(west(), None, absent(None))).await.expect("it is made");
    assert_eq!(away().await, []);
}

async fn a_chosen_team_is_remembered_by_room_and_person_and_goes_with_the_membership(on: Backend) {
    with_team(&on).await;
    make(&on, "south", made(south(), "Jeugd Zuid", "two")).await.expect("it is made");
    let chosen = async |name: &str| on.store.team_choice(&room(name), &anna()).await.expect("the choice is read");
    let choose = || TeamStep::Chosen { room: room("loose"), person: anna() };
    make(&on, "a", change(west(), None, choose())).await.expect("it is made");
    assert_eq!((chosen("loose").await, chosen("other").await), (Some(west()), None));
    make(&on, "b", change(south(), None, choose())).await.expect("it is made");
    assert_eq!(chosen("loose").await, Some(south()));
    make(&on, "c", change(west(), None, TeamStep::Gone { person: anna() })).await.expect("it is made");
    assert_eq!(chosen("loose").await, Some(south()));
    make(&on, "d", change(south(), None, TeamStep::Gone { person: anna() })).await.expect("it is made");
    assert_eq!(chosen("loose").await, None);
}

async fn the_texts_of_a_team_lie_sealed(on: Backend) {
    with_team(&on).await;
    make(&on, "a", change(west(), None, TeamStep::Group { alias: "Kanaalgroep".to_owned() })).await.expect("made");
    make(&on, "b", change(west(), None, phone("c", 1))).await.expect("it is made");
    for (sql, planted) in [
        ("SELECT name FROM team", "Jeugd West"),
        ("SELECT name_hash FROM team", "eugd"),
        ("SELECT alias FROM team_group", "Kanaalgroep"),
        ("SELECT alias_hash FROM team_group", "anaalgroep"),
        ("SELECT words FROM team_phone", "Zuid"),
    ] {
        let rows: Vec<Vec<u8>> =
            read!(on.store, |pool| sqlx::query_scalar(sql).fetch_all(pool).await.expect("the statement runs"));
        assert_eq!(rows.len(), 1, "{sql}");
        assert!(!String::from_utf8_lossy(&rows[0]).contains(planted), "{sql}");
    }
    // A text that is moved to another place does not open there.
    on.run("UPDATE team SET name = (SELECT words FROM team_phone)").await;
    let moved = on.store.team(&west()).await;
    assert!(matches!(moved, Err(StoreError::Sealed { table: "team", .. })), "{moved:?}");
}
