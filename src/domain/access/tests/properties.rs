//! What holds for any record, any people and any agreements: widening never hides, whoever is no member sees nothing, a room
//! shows what the least sighted in it sees.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::*;
use crate::domain::access::{HistoryVisibility, JoinRule};

const PEOPLE: [&str; 6] = ["anna", "bas", "cora", "dirk", "emma", "finn"];

/// What a room of the team shows of a white record with guests in it.
const FOR_GUESTS: Seen = Seen([true, true, false, false, false]);

fn person() -> impl Strategy<Value = UserId> {
    select(&PEOPLE[..]).prop_map(user)
}

fn kind() -> impl Strategy<Value = OrganisationKind> {
    select(OrganisationKind::ALL)
}

fn label() -> impl Strategy<Value = Label> {
    select(Label::ALL)
}

prop_compose! {
    fn protection()(
        label in label(),
        author in person(),
        author_organisation in kind(),
        owner in proptest::option::of(person()),
        named in subsequence(PEOPLE.to_vec(), 0..=2),
        shared_with in subsequence(OrganisationKind::ALL.to_vec(), 0..=4),
        author_named: bool,
    ) -> Protection {
        let named = named.into_iter().map(user).collect();
        let shared_with = shared_with.into_iter().collect();
        Protection { team: team(), label, author, author_organisation, owner, named, shared_with, author_named }
    }
}

prop_compose! {
    fn member_of_a_team()(
        name in select(&PEOPLE[..]),
        organisation in kind(),
        role in select(Role::ALL),
        stopped in prop::bool::weighted(0.1),
        here in prop::bool::weighted(0.9),
    ) -> Member {
        let member = if here { member(name, organisation) } else { in_another_team(name, organisation) };
        Member { role, stopped, ..member }
    }
}

/// Each of the people at most once, most of them active here.
fn members() -> impl Strategy<Value = Vec<Member>> {
    vec(member_of_a_team(), 0..10).prop_map(|mut members| {
        members.sort_by(|one, other| one.person.cmp(&other.person));
        members.dedup_by(|one, other| one.person == other.person);
        members
    })
}

fn entries() -> impl Strategy<Value = Vec<(OrganisationKind, OrganisationKind, Sharing)>> {
    vec((kind(), kind(), select(Sharing::ALL)), 0..30)
}

fn rules() -> impl Strategy<Value = SharingRules> {
    entries().prop_map(SharingRules::new)
}

fn seen_by(protection: &Protection, member: &Member, rules: &SharingRules) -> Seen {
    seen(&report(protection.clone()), &Audience::person(member.clone().into()), rules)
}

/// What a fit room of the team with these people shows of a record.
fn shown_to(protection: &Protection, people: &[UserId], members: &[Member], rules: &SharingRules) -> Seen {
    let report = report(protection.clone());
    let facts = RoomFacts {
        encrypted: true,
        join_rule: Some(JoinRule::Invite),
        history: Some(HistoryVisibility::Joined),
        people: Some(people.iter().cloned().chain([user("schakel")]).collect()),
    };
    let (team, bot) = (team(), user("schakel"));
    let gathering = Gathering { team: &team, facts: &facts, members, bot: &bot };
    gathering.for_record(&report, rules).map_or(NOTHING, |audience| seen(&report, &audience, rules))
}

fn alone(person: &UserId, members: &[Member]) -> Audience {
    Audience::person(Viewer::new(person.clone(), members.iter().cloned()))
}

proptest! {
    #[test]
    fn a_wider_label_hides_nothing(before in protection(), label in label(), member in member_of_a_team(), rules in rules()) {
        let (before, after) = (
            Protection { label: before.label.min(label), ..before.clone() },
            Protection { label: before.label.max(label), ..before },
        );
        prop_assert!(seen_by(&before, &member, &rules).within(seen_by(&after, &member, &rules)));
    }

    #[test]
    fn one_more_organisation_on_the_list_hides_nothing(before in protection(), kind in kind(), member in member_of_a_team(), rules in rules()) {
        let mut after = before.clone();
        after.shared_with.insert(kind);
        prop_assert!(seen_by(&before, &member, &rules).within(seen_by(&after, &member, &rules)));
    }

    #[test]
    fn naming_somebody_hides_nothing_and_shows_them_the_shared_fields(before in protection(), mut member in member_of_a_team(), other in person(), rules in rules()) {
        let mut after = before.clone();
        after.named.insert(other);
        prop_assert!(seen_by(&before, &member, &rules).within(seen_by(&after, &member, &rules)));
        after.named.insert(member.person.clone());
        (member.stopped, member.team) = (false, team());
        prop_assert!(seen_by(&after, &member, &rules).0[..3].iter().all(|part| *part));
    }

    #[test]
    fn allowing_the_name_hides_nothing_and_shows_it_to_all_who_see_the_record(before in protection(), member in member_of_a_team(), rules in rules()) {
        let after = Protection { author_named: true, ..before.clone() };
        let (before, after) = (seen_by(&before, &member, &rules), seen_by(&after, &member, &rules));
        prop_assert!(before.within(after));
        prop_assert_eq!(before.0[..4].to_vec(), after.0[..4].to_vec());
        prop_assert_eq!(after.0[4], after.0[0]);
    }

    #[test]
    fn releasing_a_field_hides_it_from_nobody(protection in protection(), narrow in select(Scope::ALL), wide in select(Scope::ALL), member in member_of_a_team(), rules in rules()) {
        let (narrow, wide) = (narrow.min(wide), narrow.max(wide));
        let opens = |scope| {
            let field = Guarded::new(Field::new(scope, "na school"), protection.clone());
            let audience = Audience::person(member.clone().into());
            field.for_audience(&audience, &rules).is_some_and(|view| view.open().is_some())
        };
        prop_assert!(!opens(narrow) || opens(wide));
    }

    #[test]
    fn one_more_agreement_never_shows_more_than_none(protection in protection(), member in member_of_a_team(), entries in entries()) {
        let (with, without) = (SharingRules::new(entries), SharingRules::default());
        prop_assert!(seen_by(&protection, &member, &with).within(seen_by(&protection, &member, &without)));
    }

    #[test]
    fn a_role_makes_no_difference(protection in protection(), member in member_of_a_team(), rules in rules()) {
        let [one, other] = [Role::Member, Role::Coordinator].map(|role| Member { role, mandate: role == Role::Coordinator, ..member.clone() });
        prop_assert_eq!(seen_by(&protection, &one, &rules), seen_by(&protection, &other, &rules));
    }

    #[test]
    fn whoever_is_removed_or_stopped_sees_nothing(protection in protection(), person in person(), mut members in members(), stop: bool, rules in rules()) {
        if stop {
            members.iter_mut().filter(|member| member.person == person).for_each(|member| member.stopped = true);
        } else {
            members.retain(|member| member.person != person || member.team != team());
        }
        prop_assert_eq!(seen(&report(protection.clone()), &alone(&person, &members), &rules), NOTHING);
        for step in [Step::Widen, Step::AskToWiden, Step::Narrow] {
            prop_assert!(!protection.allows(step, &Viewer::new(person.clone(), members.clone())));
        }
        // In a room with them nothing is shown to others either, but for the released text of a white record.
        let mut people: Vec<UserId> = members.iter().map(|member| member.person.clone()).collect();
        people.push(person);
        let shown = shown_to(&protection, &people, &members, &rules);
        if protection.label == Label::White {
            prop_assert!(shown.within(FOR_GUESTS));
        } else {
            prop_assert_eq!(shown, NOTHING);
        }
    }

    #[test]
    fn a_room_shows_no_more_than_the_least_sighted_in_it_sees(protection in protection(), people in subsequence(PEOPLE.to_vec(), 1..=6), members in members(), rules in rules()) {
        let people: Vec<UserId> = people.into_iter().map(user).collect();
        let shown = shown_to(&protection, &people, &members, &rules);
        for person in &people {
            let mut own = seen(&report(protection.clone()), &alone(person, &members), &rules);
            if protection.label == Label::White && own == NOTHING {
                own = FOR_GUESTS;
            }
            prop_assert!(shown.within(own), "{} sees {:?}, the room shows {:?}", person, own, shown);
        }
    }

    #[test]
    fn a_room_shows_all_that_each_in_it_sees(protection in protection(), people in subsequence(PEOPLE.to_vec(), 1..=6), members in members(), rules in rules()) {
        let people: Vec<UserId> = people.into_iter().map(user).collect();
        let shown = shown_to(&protection, &people, &members, &rules);
        let report = report(protection);
        let common = people.iter().map(|person| seen(&report, &alone(person, &members), &rules)).reduce(|one, other| {
            Seen(std::array::from_fn(|part| one.0[part] && other.0[part]))
        });
        prop_assert!(common.expect("somebody is there").within(shown));
    }

    #[test]
    fn one_more_person_in_a_room_never_shows_more(protection in protection(), people in subsequence(PEOPLE.to_vec(), 1..=5), one_more in select(&["anna", "bas", "cora", "dirk", "emma", "finn", "stranger"][..]), members in members(), rules in rules()) {
        let people: Vec<UserId> = people.into_iter().map(user).collect();
        let more: Vec<UserId> = people.iter().cloned().chain([user(one_more)]).collect();
        prop_assert!(shown_to(&protection, &more, &members, &rules).within(shown_to(&protection, &people, &members, &rules)));
    }

    #[test]
    fn what_others_are_said_to_see_is_what_they_see(protection in protection(), organisation in kind(), rules in rules()) {
        let author = Member { person: protection.author.clone(), ..member("", protection.author_organisation) };
        let report = report(protection.clone());
        let audience = Audience::person(author.into());
        let view = report.for_audience(&audience, &rules).expect("the author sees it");
        let said = view.as_seen_by(organisation, &rules);
        let them = Audience::person(member("stranger", organisation).into());
        let theirs = report.for_audience(&them, &rules);
        prop_assert_eq!(said.as_ref().map(View::depth), theirs.as_ref().map(View::depth));
        prop_assert_eq!(said.as_ref().and_then(View::author), theirs.as_ref().and_then(View::author));
    }
}
