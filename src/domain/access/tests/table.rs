//! The rule against the words of the design: a table to be read by people, and every combination of all that counts.

use OrganisationKind::{Care, Municipality, Police, YouthWork};

use super::*;

/// Anna of youth work wrote it; Otto of the municipality follows it up; Nina of care is named; it is shared with the police.
const TABLE: &str = "
    who                          | red    | amber_strict | amber  | green    | white
    the author                   | own    | own          | own    | own      | own
    a colleague of the author    | -      | own          | own    | own      | own
    the owner                    | shared | shared       | shared | shared   | shared
    somebody named               | shared | shared       | shared | shared   | shared
    the police, on the list      | -      | -            | shared | shared   | shared
    the police, on it but closed | -      | -            | -      | released | released
    a school, not on the list    | -      | -            | -      | released | released
    a coordinator of a school    | -      | -            | -      | released | released
    the author, stopped          | -      | -            | -      | -        | -
    the owner, stopped           | -      | -            | -      | -        | -
    the author, having left      | -      | -            | -      | -        | -
    somebody named, having left  | -      | -            | -      | -        | -
    a colleague in another team  | -      | -            | -      | -        | -
";

fn who(row: &str) -> Viewer {
    match row {
        "the author" => member("anna", YouthWork).into(),
        "a colleague of the author" => member("bas", YouthWork).into(),
        "the owner" => member("otto", Municipality).into(),
        "somebody named" => member("nina", Care).into(),
        "the police, on the list" | "the police, on it but closed" => member("piet", Police).into(),
        "a school, not on the list" => member("sara", OrganisationKind::School).into(),
        "a coordinator of a school" => coordinator("cora", OrganisationKind::School).into(),
        "the author, stopped" => stopped("anna", YouthWork).into(),
        "the owner, stopped" => stopped("otto", Municipality).into(),
        "the author, having left" => Viewer::new(user("anna"), []),
        "somebody named, having left" => Viewer::new(user("nina"), [in_another_team("nina", Care)]),
        "a colleague in another team" => in_another_team("bas", YouthWork).into(),
        other => panic!("nobody is called {other:?}"),
    }
}

#[test]
fn everybody_sees_what_the_table_says() {
    let closed = SharingRules::new([(YouthWork, Police, Sharing::Not)]);
    let mut rows = TABLE.trim().lines().map(|line| line.split('|').map(str::trim).collect::<Vec<_>>());
    let labels: Vec<Label> =
        rows.next().expect("a heading")[1..].iter().map(|code| Label::from_code(code).expect("a label")).collect();
    assert_eq!(labels, Label::ALL);
    for row in rows {
        let rules = if row[0].ends_with("closed") { closed.clone() } else { SharingRules::default() };
        let audience = Audience::person(who(row[0]));
        for (label, expected) in labels.iter().zip(&row[1..]) {
            let record = Protection {
                owner: Some(user("otto")),
                named: [user("nina")].into(),
                shared_with: [Police].into(),
                ..by_anna(*label)
            };
            let depth = match audience.sight_of(&record.into(), &rules).map(|sight| sight.depth) {
                None => "-",
                Some(Depth::Released) => "released",
                Some(Depth::Shared) => "shared",
                Some(Depth::Own) => "own",
            };
            assert_eq!(depth, *expected, "{} at {}", row[0], label.code());
        }
    }
}

/// Everything that counts, in words of its own: nothing here is taken from the rule.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, and all their combinations are tried")]
struct Case {
    label: Label,
    place: InTheTeam,
    same_organisation: bool,
    is_author: bool,
    is_owner: bool,
    is_named: bool,
    on_the_list: bool,
    /// What a confirmed agreement says of the author's organisation to the viewer's.
    agreed: Option<Sharing>,
    author_allows_name: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum InTheTeam {
    Active,
    Stopped,
    Elsewhere,
    Nowhere,
}

impl Case {
    /// The first paragraph of "Who sees what", sentence by sentence.
    fn sees_it(self) -> bool {
        // "Only active members of the record's team see anything." "An author who leaves the team loses sight too."
        if self.place != InTheTeam::Active {
            return false;
        }
        // "`red` author, owner, people named"
        let red = self.is_author || self.is_owner || self.is_named;
        // "`amber_strict` also every member of the author's organisation"
        let amber_strict = red || self.same_organisation;
        // "`amber` also every member of the organisations on the sharing list"; "sharing obeys the agreements"
        let amber = amber_strict || (self.on_the_list && self.agreed != Some(Sharing::Not));
        match self.label {
            Label::Red => red,
            Label::AmberStrict => amber_strict,
            Label::Amber => amber,
            // "`green` every member of the team", "`white` every member"
            Label::Green | Label::White => true,
        }
    }

    /// "Fields have a scope: `own` (author's organisation) or `shared`."
    fn sees_field(self, scope: Scope) -> bool {
        self.sees_it()
            && match scope {
                Scope::Own => self.is_author || self.same_organisation,
                // "`green` [...] released text only": for those whom `amber` does not let in.
                Scope::Shared if self.label > Label::Amber => Self { label: Label::Amber, ..self }.sees_it(),
                Scope::Shared | Scope::Released => true,
            }
    }

    /// "Others see 'jongerenwerk', not the author's name, unless the author allows it."
    fn sees_name(self) -> bool {
        self.sees_it() && (self.is_author || self.same_organisation || self.author_allows_name)
    }

    fn expected(self) -> Seen {
        let [released, shared, own] = [Scope::Released, Scope::Shared, Scope::Own].map(|scope| self.sees_field(scope));
        Seen([self.sees_it(), released, shared, own, self.sees_name()])
    }
}

/// The dimensions that are no part of a [`Case`] because they must make no difference.
const OTHERS_NAMED: [bool; 2] = [false, true];
const OTHERS_LISTED: [bool; 2] = [false, true];
const ANY_RULE_BACK: [Option<Sharing>; 2] = [None, Some(Sharing::Not)];

#[test]
fn every_combination_is_as_the_design_says() {
    let mut tried = 0;
    for (author_organisation, organisation) in pairs() {
        for (agreed, back) in
            product(&[None, Some(Sharing::Free), Some(Sharing::AskReporter), Some(Sharing::Not)], &ANY_RULE_BACK)
        {
            let there = agreed.map(|sharing| (author_organisation, organisation, sharing));
            let back = back.map(|sharing| (organisation, author_organisation, sharing));
            let rules = SharingRules::new(there.into_iter().chain(back));
            let viewers = viewers(organisation);
            for record in records(author_organisation, organisation) {
                let report = report(record.clone());
                for (place, audience) in &viewers {
                    let case = Case {
                        label: record.label,
                        place: *place,
                        same_organisation: author_organisation == organisation,
                        is_author: record.author == user("vera"),
                        is_owner: record.owner == Some(user("vera")),
                        is_named: record.named.contains(&user("vera")),
                        on_the_list: record.shared_with.contains(&organisation),
                        agreed,
                        author_allows_name: record.author_named,
                    };
                    assert_eq!(
                        seen(&report, audience, &rules),
                        case.expected(),
                        "{PARTS:?} of {record:?} for {case:?}"
                    );
                    tried += 1;
                }
            }
        }
    }
    // 7 pairs, 8 rules, 5 labels, 4 parts in it, 2 × 2 named, 2 × 2 listed, name or not, 2 × 4 members.
    assert_eq!(tried, 7 * 8 * 5 * 4 * 4 * 4 * 2 * 8);
}

/// Youth work towards everybody: itself and every other kind but the one whose part others play.
fn pairs() -> impl Iterator<Item = (OrganisationKind, OrganisationKind)> {
    OrganisationKind::ALL.iter().filter(|kind| **kind != Care).map(|kind| (YouthWork, *kind))
}

/// Vera in every place that she can have in the team and in each role.
fn viewers(organisation: OrganisationKind) -> Vec<(InTheTeam, Audience)> {
    let places = [InTheTeam::Active, InTheTeam::Stopped, InTheTeam::Elsewhere, InTheTeam::Nowhere];
    product(&places, Role::ALL)
        .map(|(place, role)| {
            let vera = match place {
                InTheTeam::Active => member("vera", organisation),
                InTheTeam::Stopped => stopped("vera", organisation),
                InTheTeam::Elsewhere => in_another_team("vera", organisation),
                // Somebody else's membership is none of hers.
                InTheTeam::Nowhere => member("anna", organisation),
            };
            (place, Audience::person(Viewer::new(user("vera"), [Member { role, ..vera }])))
        })
        .collect()
}

/// Every record that differs in what counts for Vera of this organisation, and in what must not.
fn records(author_organisation: OrganisationKind, organisation: OrganisationKind) -> Vec<Protection> {
    let mut records = Vec::new();
    for (label, (author, owner)) in
        product(Label::ALL, &[("anna", "otto"), ("anna", "vera"), ("vera", "otto"), ("vera", "vera")])
    {
        for ((is_named, other_named), (is_listed, other_listed)) in product(
            &product(&[false, true], &OTHERS_NAMED).collect::<Vec<_>>(),
            &product(&[false, true], &OTHERS_LISTED).collect::<Vec<_>>(),
        ) {
            for author_named in [false, true] {
                let named = is_named.then(|| user("vera")).into_iter().chain(other_named.then(|| user("nina")));
                let listed = is_listed.then_some(organisation).into_iter().chain(other_listed.then_some(Care));
                records.push(Protection {
                    team: team(),
                    label,
                    author: user(author),
                    author_organisation,
                    owner: Some(user(owner)),
                    named: named.collect(),
                    shared_with: listed.collect(),
                    author_named,
                });
            }
        }
    }
    records
}

fn product<'a, A: Copy, B: Copy>(these: &'a [A], those: &'a [B]) -> impl Iterator<Item = (A, B)> + 'a {
    these.iter().flat_map(|one| those.iter().map(|other| (*one, *other)))
}
