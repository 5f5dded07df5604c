//! Opening: fields, parts, the author's name, and what may be counted.

use OrganisationKind::{Police, YouthWork};

use super::*;

fn colleague() -> Audience {
    Audience::person(member("bas", YouthWork).into())
}

fn police() -> Audience {
    Audience::person(member("piet", Police).into())
}

fn shared_with_police() -> Protection {
    Protection { shared_with: [Police].into(), ..by_anna(Label::Amber) }
}

#[test]
fn a_field_opens_as_far_as_its_audience_sees() {
    let (report, rules) = (report(shared_with_police()), SharingRules::default());
    let view = report.for_audience(&police(), &rules).expect("shared with them");
    assert_eq!(view.field(|report| &report.shared), Some(&"na school"));
    assert_eq!(view.field(|report| &report.own), None);
    let view = report.for_audience(&colleague(), &rules).expect("their own organisation's");
    assert_eq!(view.field(|report| &report.own), Some(&"gehoord van een broer"));
}

#[test]
fn others_see_the_organisation_of_the_author_until_the_name_is_allowed() {
    let (record, rules) = (shared_with_police(), SharingRules::default());
    let anna = user("anna");
    let report_ = report(record.clone());
    let author = |audience| report_.for_audience(&audience, &rules).expect("may see it").author();
    assert_eq!(author(police()), Some(Author::Organisation(YouthWork)));
    assert_eq!(author(colleague()), Some(Author::Person(&anna)));
    let allowed = report(Protection { author_named: true, ..record });
    let view = allowed.for_audience(&police(), &rules).expect("may see it");
    assert_eq!(view.author(), Some(Author::Person(&anna)));
}

#[test]
fn parts_are_seen_as_far_as_the_whole() {
    struct Answers(Vec<Field<u8>>);
    let answers =
        Answers(vec![Field::new(Scope::Own, 1), Field::new(Scope::Shared, 2), Field::new(Scope::Released, 3)]);
    let (guarded, rules) = (Guarded::new(answers, shared_with_police()), SharingRules::default());
    let opened = |audience| {
        let view = guarded.for_audience(&audience, &rules).expect("may see it");
        view.parts(|answers| &answers.0).filter_map(|answer| answer.open().copied()).collect::<Vec<_>>()
    };
    assert_eq!((opened(police()), opened(colleague())), (vec![2, 3], vec![1, 2, 3]));
    let view = guarded.for_audience(&police(), &rules).expect("may see it");
    let first = view.part_if(|answers| answers.0.first()).expect("it is there");
    assert_eq!((first.content().scope(), first.open()), (Scope::Own, None));
    assert!(view.part_if(|answers| answers.0.get(9)).is_none());
}

#[test]
fn an_author_sees_before_sending_what_others_will_see() {
    let (report, rules) = (report(shared_with_police()), SharingRules::default());
    let anna = Audience::person(member("anna", YouthWork).into());
    let view = report.for_audience(&anna, &rules).expect("she wrote it");
    let theirs = view.as_seen_by(Police, &rules).expect("it is shared with them");
    assert_eq!(theirs.field(|report| &report.shared), Some(&"na school"));
    assert_eq!((theirs.field(|report| &report.own), theirs.author()), (None, Some(Author::Organisation(YouthWork))));
    assert!(view.as_seen_by(OrganisationKind::School, &rules).is_none());
    // Somebody who sees less does not see more by putting themselves in another's place.
    let view = report.for_audience(&police(), &rules).expect("shared with them");
    let theirs = view.as_seen_by(YouthWork, &rules).expect("it is theirs");
    assert_eq!((theirs.depth(), theirs.author()), (Depth::Shared, Some(Author::Organisation(YouthWork))));
}

#[test]
fn what_belongs_to_the_team_is_open_to_each_active_member_and_nobody_else() {
    let (list, rules) = (report(Guard::Team(team())), SharingRules::default());
    let all = Seen([true, true, true, true, false]);
    assert_eq!(seen(&list, &police(), &rules), all);
    assert_eq!(seen(&list, &Audience::person(stopped("piet", Police).into()), &rules), NOTHING);
    assert_eq!(seen(&list, &Audience::person(in_another_team("piet", Police).into()), &rules), NOTHING);
}

#[test]
fn somebody_in_two_teams_sees_each_record_as_a_member_of_its_own_team() {
    let here = member("vera", YouthWork);
    let there = Member { organisation: Police, ..in_another_team("vera", Police) };
    let vera = Audience::person(Viewer::new(user("vera"), [there, here]));
    let rules = SharingRules::default();
    let elsewhere = Protection { team: TeamId::new("west"), ..by_anna(Label::AmberStrict) };
    assert_eq!(vera.sight_of(&by_anna(Label::AmberStrict).into(), &rules).map(|sight| sight.depth), Some(Depth::Own));
    assert_eq!(vera.sight_of(&elsewhere.into(), &rules), None);
}

#[test]
fn nothing_of_the_content_is_told_when_debugging() {
    let (report, rules) = (report(by_anna(Label::Green)), SharingRules::default());
    let audience = colleague();
    let view = report.for_audience(&audience, &rules).expect("a member");
    let told = format!("{report:?} {view:?} {:?}", view.content().own);
    assert_eq!(told, "Guarded(..) View(Own, ..) Field(own, ..)");
}

#[test]
fn every_scope_leads_back_from_its_code_and_they_are_in_order() {
    assert!(Scope::ALL.iter().all(|scope| Scope::from_code(scope.code()) == Some(*scope)));
    assert!(Scope::ALL.is_sorted());
}

#[test]
fn one_to_four_read_fewer_than_five() {
    let counts = [0, 1, 4, 5, 6].map(Count::of);
    let few = Count::FewerThanFive;
    assert_eq!(counts, [Count::None, few, few, Count::Exactly(5), Count::Exactly(6)]);
}

#[test]
fn only_what_all_may_see_is_counted() {
    let rules = SharingRules::default();
    let records: Vec<Guard> =
        [Label::Green; 5].into_iter().chain([Label::Red]).map(|label| by_anna(label).into()).collect();
    assert_eq!(Count::of_seen(&records, &police(), &rules), Count::Exactly(5));
    assert_eq!(Count::of_seen(&records[1..], &police(), &rules), Count::FewerThanFive);
    assert_eq!(Count::of_seen(&records[5..], &police(), &rules), Count::None);
}
