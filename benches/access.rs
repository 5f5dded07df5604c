//! How long one decision takes: what one person sees of a record, and what a room of 30 may show of it. The goal for one
//! decision is under 1 µs. Fetching and unsealing are measured elsewhere.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use schakel::domain::{
    Audience, Gathering, Guard, HistoryVisibility, JoinRule, Label, Member, OrganisationKind, Protection, Role,
    RoomFacts, Sharing, SharingRules, TeamId, UserId,
};

/// People of the team; all of them are in the room.
const PEOPLE: usize = 30;

fn bench(criterion: &mut Criterion) {
    let members: Vec<Member> = (0..PEOPLE).map(member).collect();
    let rules =
        SharingRules::new(OrganisationKind::ALL.iter().map(|kind| (OrganisationKind::YouthWork, *kind, Sharing::Free)));
    // Everything is asked before the answer is known: not author, not owner, among the last of many named, on the list.
    let guard = Guard::from(protection());
    let person = Audience::person(members[PEOPLE - 1].clone().into());
    let facts = facts(&members);
    let (team, bot) = (team(), user("schakel"));
    let gathering = Gathering { team: &team, facts: &facts, members: &members, bot: &bot };
    let room = gathering.for_content(&guard, &rules).expect("a fit room");

    let mut group = criterion.benchmark_group("access");
    group.bench_function("one person, one record", |bencher| {
        bencher.iter(|| black_box(&person).sight_of(black_box(&guard), &rules));
    });
    group.bench_function("a room of 30, one record", |bencher| {
        bencher.iter(|| black_box(&room).sight_of(black_box(&guard), &rules));
    });
    group.bench_function("the room rule for a room of 30", |bencher| {
        bencher.iter(|| black_box(&gathering).for_content(black_box(&guard), &rules));
    });
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);

fn protection() -> Protection {
    Protection {
        team: team(),
        label: Label::Amber,
        author: user("author"),
        author_organisation: OrganisationKind::YouthWork,
        owner: Some(user("owner")),
        named: (0..10).map(|number| user(&format!("named-{number}"))).collect(),
        shared_with: OrganisationKind::ALL.iter().copied().collect(),
        author_named: false,
    }
}

fn facts(members: &[Member]) -> RoomFacts {
    RoomFacts {
        encrypted: true,
        join_rule: Some(JoinRule::Invite),
        history: Some(HistoryVisibility::Joined),
        people: Some(members.iter().map(|member| member.person.clone()).chain([user("schakel")]).collect()),
    }
}

fn member(number: usize) -> Member {
    Member {
        team: team(),
        person: user(&format!("person-{number}")),
        organisation: OrganisationKind::ALL[number % OrganisationKind::ALL.len()],
        role: Role::Member,
        mandate: false,
        stopped: false,
    }
}

fn team() -> TeamId {
    TeamId::new("7h2kq9x4")
}

fn user(name: &str) -> UserId {
    UserId::new(format!("@{name}:chat.example.org"))
}
