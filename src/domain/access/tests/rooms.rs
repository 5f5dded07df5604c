//! Each way in which a room fails to show something, by the name of its fault; and the direct room.

use OrganisationKind::{Police, YouthWork};

use super::*;

/// A chain room of youth work and police with the bot.
fn room() -> RoomFacts {
    RoomFacts {
        encrypted: true,
        join_rule: Some(JoinRule::Invite),
        history: Some(HistoryVisibility::Joined),
        people: Some(vec![user("anna"), user("piet"), user("schakel")]),
    }
}

fn with(name: &str) -> RoomFacts {
    let mut facts = room();
    facts.people.get_or_insert_default().push(user(name));
    facts
}

fn members() -> Vec<Member> {
    vec![
        member("anna", YouthWork),
        member("piet", Police),
        member("bas", YouthWork),
        stopped("stan", Police),
        in_another_team("willem", YouthWork),
    ]
}

fn judged(facts: &RoomFacts, guard: &Guard, rules: &SharingRules) -> Result<Audience, Vec<RoomFault>> {
    Gathering { team: &team(), facts, members: &members(), bot: &user("schakel") }.for_content(guard, rules)
}

/// The faults for what belongs to the whole team and for a green record, which are the same.
fn faults(facts: &RoomFacts) -> Vec<RoomFault> {
    let rules = SharingRules::default();
    let of_team = judged(facts, &Guard::Team(team()), &rules).err().unwrap_or_default();
    let of_record = judged(facts, &by_anna(Label::Green).into(), &rules).err().unwrap_or_default();
    assert_eq!(of_team, of_record);
    of_team
}

fn faults_for(facts: &RoomFacts, record: Protection) -> Vec<RoomFault> {
    judged(facts, &record.into(), &SharingRules::default()).err().unwrap_or_default()
}

#[test]
fn a_closed_room_of_members_shows_what_all_see() {
    assert_eq!(faults(&room()), []);
    let audience = judged(&room(), &Guard::Team(team()), &SharingRules::default()).expect("a fit room");
    assert_eq!(audience.people().collect::<Vec<_>>(), [&user("anna"), &user("piet")]);
    let sight = audience.sight_of(&by_anna(Label::Green).into(), &SharingRules::default());
    assert_eq!(sight, Some(Sight { depth: Depth::Released, author_named: false }));
    assert_eq!(faults(&RoomFacts { history: Some(HistoryVisibility::Invited), ..room() }), []);
}

#[test]
fn a_room_that_is_not_encrypted_fails() {
    assert_eq!(faults(&RoomFacts { encrypted: false, ..room() }), [RoomFault::NotEncrypted]);
}

#[test]
fn a_room_that_anybody_can_enter_fails() {
    assert_eq!(faults(&RoomFacts { join_rule: Some(JoinRule::Public), ..room() }), [RoomFault::OpenToOthers]);
}

#[test]
fn a_room_with_a_door_besides_invitations_fails() {
    assert_eq!(faults(&RoomFacts { join_rule: Some(JoinRule::Other), ..room() }), [RoomFault::OpenToOthers]);
}

#[test]
fn a_room_whose_join_rule_is_not_known_fails() {
    assert_eq!(faults(&RoomFacts { join_rule: None, ..room() }), [RoomFault::OpenToOthers]);
}

#[test]
fn a_room_whose_past_is_open_to_newcomers_fails() {
    let facts = RoomFacts { history: Some(HistoryVisibility::Shared), ..room() };
    assert_eq!(faults(&facts), [RoomFault::OpenHistory]);
}

#[test]
fn a_room_whose_past_is_open_to_the_world_fails() {
    let facts = RoomFacts { history: Some(HistoryVisibility::WorldReadable), ..room() };
    assert_eq!(faults(&facts), [RoomFault::OpenHistory]);
}

#[test]
fn a_room_whose_history_visibility_is_not_known_fails() {
    assert_eq!(faults(&RoomFacts { history: None, ..room() }), [RoomFault::OpenHistory]);
}

#[test]
fn a_room_whose_people_are_not_known_fails() {
    assert_eq!(faults(&RoomFacts { people: None, ..room() }), [RoomFault::PeopleUnknown]);
}

#[test]
fn a_list_of_people_without_the_bot_is_not_believed() {
    let facts = RoomFacts { people: Some(vec![user("anna"), user("piet")]), ..room() };
    assert_eq!(faults(&facts), [RoomFault::PeopleUnknown]);
}

#[test]
fn a_room_with_nobody_but_the_bot_shows_nothing() {
    assert_eq!(faults(&RoomFacts { people: Some(vec![user("schakel")]), ..room() }), [RoomFault::PeopleUnknown]);
}

#[test]
fn a_room_with_somebody_who_is_no_member_fails() {
    assert_eq!(faults(&with("guest")), [RoomFault::NoMember(user("guest"))]);
}

#[test]
fn a_room_with_a_member_of_another_team_fails() {
    assert_eq!(faults(&with("willem")), [RoomFault::NoMember(user("willem"))]);
}

#[test]
fn a_room_with_a_stopped_member_fails() {
    assert_eq!(faults(&with("stan")), [RoomFault::Stopped(user("stan"))]);
}

#[test]
fn a_second_bot_counts_as_a_person() {
    assert_eq!(faults(&with("other-bot")), [RoomFault::NoMember(user("other-bot"))]);
}

#[test]
fn a_room_with_a_member_who_may_not_see_the_record_fails_for_that_record() {
    assert_eq!(faults_for(&room(), by_anna(Label::AmberStrict)), [RoomFault::MayNotSee(user("piet"))]);
    let shared = Protection { shared_with: [Police].into(), ..by_anna(Label::Amber) };
    assert_eq!(faults_for(&room(), shared), []);
}

#[test]
fn a_room_shows_nothing_of_another_team() {
    for label in [Label::Green, Label::White] {
        let elsewhere = Protection { team: TeamId::new("west"), ..by_anna(label) };
        let audience = judged(&room(), &Guard::Team(team()), &SharingRules::default()).expect("a fit room");
        assert_eq!(audience.sight_of(&elsewhere.clone().into(), &SharingRules::default()), None, "{label:?}");
        let faults = faults_for(&room(), elsewhere);
        assert!(faults.contains(&RoomFault::OtherTeam), "{label:?}: {faults:?}");
    }
}

#[test]
fn nothing_known_is_every_fault() {
    let expected = [RoomFault::NotEncrypted, RoomFault::OpenToOthers, RoomFault::OpenHistory, RoomFault::PeopleUnknown];
    assert_eq!(faults(&RoomFacts::default()), expected);
}

#[test]
fn all_faults_are_told_at_once() {
    let mut facts = RoomFacts { encrypted: false, history: None, ..with("guest") };
    facts.people.get_or_insert_default().push(user("stan"));
    let expected = [
        RoomFault::NotEncrypted,
        RoomFault::OpenHistory,
        RoomFault::NoMember(user("guest")),
        RoomFault::Stopped(user("stan")),
    ];
    assert_eq!(faults(&facts), expected);
}

#[test]
fn somebody_who_came_between_check_and_sending_closes_the_room() {
    let record = Protection { shared_with: [Police].into(), ..by_anna(Label::Amber) };
    assert_eq!(faults_for(&room(), record.clone()), []);
    assert_eq!(faults_for(&with("guest"), record), [RoomFault::NoMember(user("guest"))]);
}

#[test]
fn white_is_shown_among_guests_in_a_room_of_the_team_as_released_text_only() {
    let white = Guard::from(Protection { author_named: true, ..by_anna(Label::White) });
    let rules = SharingRules::default();
    for facts in [with("guest"), with("stan"), room()] {
        let audience = judged(&facts, &white, &rules).expect("white may be shown");
        // Guests do not get the author's name, which she allows her team.
        let expected = Sight { depth: Depth::Released, author_named: facts == room() };
        assert_eq!(audience.sight_of(&white, &rules), Some(expected));
        if facts != room() {
            assert_eq!(audience.sight_of(&by_anna(Label::Green).into(), &rules), None, "green is for members");
            assert_eq!(audience.sight_of(&Guard::Team(team()), &rules), None, "so is what belongs to the team");
        }
    }
    for facts in [
        RoomFacts { encrypted: false, ..with("guest") },
        RoomFacts { join_rule: Some(JoinRule::Public), ..with("guest") },
        RoomFacts { history: Some(HistoryVisibility::Shared), ..with("guest") },
    ] {
        assert_eq!(judged(&facts, &white, &rules).err().map(|faults| faults.len()), Some(1), "{facts:?}");
    }
}

#[test]
fn an_empty_room_is_shown_nothing() {
    let nobody = Audience::room(team(), vec![]);
    assert_eq!(nobody.sight_of(&by_anna(Label::White).into(), &SharingRules::default()), None);
}

#[test]
fn in_a_room_of_the_author_s_organisation_own_fields_are_shown() {
    let facts = RoomFacts { people: Some(vec![user("anna"), user("bas"), user("schakel")]), ..room() };
    let guard = Guard::from(by_anna(Label::AmberStrict));
    let audience = judged(&facts, &guard, &SharingRules::default()).expect("colleagues only");
    let sight = audience.sight_of(&guard, &SharingRules::default());
    assert_eq!(sight, Some(Sight { depth: Depth::Own, author_named: true }));
}

/// A direct room of Anna and the bot, open in all that does not matter for one.
fn direct() -> RoomFacts {
    RoomFacts { encrypted: true, people: Some(vec![user("anna"), user("schakel")]), ..RoomFacts::default() }
}

fn direct_faults(facts: &RoomFacts) -> Vec<RoomFault> {
    let anna = Viewer::from(member("anna", YouthWork));
    Audience::direct(facts, &user("schakel"), anna).err().unwrap_or_default()
}

#[test]
fn a_direct_room_is_a_person_and_the_bot_and_encrypted() {
    assert_eq!(direct_faults(&direct()), []);
}

#[test]
fn a_direct_room_that_is_not_encrypted_is_none() {
    assert_eq!(direct_faults(&RoomFacts { encrypted: false, ..direct() }), [RoomFault::NotEncrypted]);
}

#[test]
fn a_direct_room_with_a_third_joined_or_invited_is_none() {
    let facts = RoomFacts { people: Some(vec![user("anna"), user("schakel"), user("bas")]), ..direct() };
    assert_eq!(direct_faults(&facts), [RoomFault::ThirdPerson(user("bas"))]);
}

#[test]
fn a_direct_room_that_the_person_has_left_is_none() {
    let facts = RoomFacts { people: Some(vec![user("schakel")]), ..direct() };
    assert_eq!(direct_faults(&facts), [RoomFault::Missing(user("anna"))]);
}

#[test]
fn a_room_of_two_with_somebody_else_is_not_anna_s_direct_room() {
    let facts = RoomFacts { people: Some(vec![user("bas"), user("schakel")]), ..direct() };
    assert_eq!(direct_faults(&facts), [RoomFault::Missing(user("anna")), RoomFault::ThirdPerson(user("bas"))]);
}

#[test]
fn the_bot_has_no_direct_room_with_itself() {
    let bot = user("schakel");
    let facts = RoomFacts { people: Some(vec![bot.clone()]), ..direct() };
    assert_eq!(facts.direct_faults(&bot, &bot), [RoomFault::Missing(bot)]);
}

#[test]
fn a_direct_room_whose_people_are_not_known_is_none() {
    assert_eq!(direct_faults(&RoomFacts { people: None, ..direct() }), [RoomFault::PeopleUnknown]);
    let without_bot = RoomFacts { people: Some(vec![user("anna"), user("bas")]), ..direct() };
    assert_eq!(direct_faults(&without_bot), [RoomFault::PeopleUnknown]);
}
