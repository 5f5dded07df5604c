//! Who sees a signal: shared with an organisation, somebody named, another label. The author widens; somebody who follows it up
//! asks the author, whose silence is no; both narrow. Whether it may be done is the domain's to say.

use super::open::Case;
use super::refuse::refused;
use super::words::{Said, Sub, Turn};
use super::{notices, terms};
use crate::catalogue::RoomKind;
use crate::commands::{Ask, Desk, Reply};
use crate::domain::{
    Change, Choice, DueKind, Guard, Label, Language, Member, SignalRefusal, SignalStep, UserId, Widening, Wish,
};
use crate::store::{SignalRequest, StoreError, new_id};
use crate::text::{Answer, Picked, pick};

/// A question to the author lapses after so many working days.
const LAPSES_AFTER: u32 = 2;

/// `deel politie`, `deel niet politie`.
pub(super) async fn share(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let (words, narrows) = turned(ask, Sub::Share, words);
    match ask.organisation_of(words) {
        Ok(organisation) => change(ask, case, Wish::Share(organisation), narrows).await,
        Err(text) => case.say(ask, |_| Answer::say(text).into()).await,
    }
}

/// `noem @anna:server`, `noem niet @anna:server`.
pub(super) async fn name(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let (words, narrows) = turned(ask, Sub::Name, words);
    let typed = words.trim_matches(|sign: char| sign.is_whitespace() || ",.!".contains(sign));
    let called = |member: &&Member| {
        let person = &member.person;
        member.is_active() && (person.as_str() == typed || person.localpart() == typed.trim_start_matches('@'))
    };
    let meant: Vec<&Member> = case.members.iter().filter(called).collect();
    // Somebody who has left, or is stopped, can still be taken off.
    let person = match meant.as_slice() {
        [one] => one.person.clone(),
        _ if narrows => UserId::new(typed),
        _ => {
            return case
                .say(ask, |ask| {
                    let typed: String = typed.chars().take(40).collect();
                    let command = ask.line(&case.signal.number, ask.sub(Sub::Name));
                    ask.say("signal-name-unknown", &[("typed", typed.into()), ("command", command.into())])
                })
                .await;
        }
    };
    change(ask, case, Wish::Name(person), narrows).await
}

/// `label groen`.
pub(super) async fn label(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let found = match pick(words, ask.definition.options(Sub::Label.id())) {
        Picked::One(option) if !words.trim().is_empty() => Label::from_code(&option.id),
        _ => None,
    };
    let Some(label) = found else {
        return case
            .say(ask, |ask| {
                let labels = Label::ALL.iter().map(|label| ask.label(*label)).collect::<Vec<_>>().join(", ");
                ask.say("signal-label-how", &[("labels", labels.into())])
            })
            .await;
    };
    let narrows = label < case.signal.protection.label;
    change(ask, case, Wish::Label(label), narrows).await
}

/// Takes the word that turns it round from the front.
fn turned<'w>(ask: &Ask<'_>, sub: Sub, words: &'w str) -> (&'w str, bool) {
    let (first, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    let option = match pick(first, ask.definition.options(sub.id())) {
        Picked::One(option) if !first.is_empty() => Turn::called(&option.id),
        _ => None,
    };
    if option == Some(Turn::No) { (rest.trim(), true) } else { (words.trim(), false) }
}

async fn change(ask: &Ask<'_>, case: &Case, wish: Wish, narrows: bool) -> Result<Reply, StoreError> {
    if narrows {
        return match case.signal.narrow(&case.member, &wish) {
            // To who is still there: the room may be one that sees it no more.
            Ok(step) => {
                case.say_alone(ask, |ask| Reply {
                    answer: done(ask, case, &wish, true),
                    changes: vec![case.change(vec![step])],
                    ..Reply::default()
                })
                .await
            }
            Err(refusal) => refused(ask, case, refusal).await,
        };
    }
    match case.signal.widen(&case.member, &wish, &case.members, &case.rules) {
        Ok(Widening::Now(steps)) => widened(ask, case, &wish, steps, false).await,
        Ok(Widening::Told(steps)) => widened(ask, case, &wish, steps, true).await,
        Ok(Widening::Ask) => asked(ask, case, wish).await,
        Err(refusal) => refused(ask, case, refusal).await,
    }
}

/// It is widened: those hear of it who could not see it before.
async fn widened(
    ask: &Ask<'_>,
    case: &Case,
    wish: &Wish,
    steps: Vec<SignalStep>,
    tell_author: bool,
) -> Result<Reply, StoreError> {
    let desk = Desk::of(ask);
    let (mut changes, out) = follow(&desk, case, &steps).await?;
    changes.insert(0, case.change(steps));
    if let Some(author) = case.author().filter(|_| tell_author) {
        let language = desk.language_of(&author.person).await?;
        let args = [
            ("number", case.signal.number.as_str().into()),
            ("who", case.member.person.localpart().into()),
            ("wish", wished(&desk, language, wish).into()),
        ];
        let said = Answer::say(desk.text(language, "signal-widened-told", &args));
        changes.extend(desk.tell(author, language, &said, vec![], Some(&case.signal.record())));
    }
    case.say(ask, |ask| Reply { answer: done(ask, case, wish, false), changes, out, ..Reply::default() }).await
}

/// What those hear who see it from now on.
async fn follow(
    desk: &Desk<'_>,
    case: &Case,
    steps: &[SignalStep],
) -> Result<(Vec<Change>, Vec<crate::domain::Outgoing>), StoreError> {
    let before = &case.signal.protection;
    let mut after = before.clone();
    for step in steps {
        match step {
            SignalStep::Shared { with } => {
                after.shared_with.insert(*with);
            }
            SignalStep::Named { person } => {
                after.named.insert(person.clone());
            }
            SignalStep::Labelled { label, .. } => after.label = *label,
            _ => {}
        }
    }
    let alone = crate::domain::Audience::person(case.member.clone().into());
    let view = case.signal.content.for_audience(&alone, &case.rules);
    let level = view.map_or(0, |view| view.content().level);
    let news = notices::News {
        number: &case.signal.number,
        level,
        guard: Guard::from(after.clone()),
        before: Some(Guard::from(before.clone())),
        said: None,
    };
    let out = news.in_rooms(desk, &case.members, &case.rules).await?;
    let named: Vec<&UserId> = after.named.difference(&before.named).collect();
    let changes = news.to_named(desk, &case.members, &named).await?;
    Ok((changes, out))
}

fn done(ask: &Ask<'_>, case: &Case, wish: &Wish, narrows: bool) -> Answer {
    let wish = wished(&Desk::of(ask), ask.language, wish);
    let args = [("number", case.signal.number.as_str().into()), ("wish", wish.into())];
    let key = if narrows { "signal-narrowed" } else { "signal-widened" };
    Answer::say(ask.text(key, &args)).paragraph(ask.text("signal-no-basis", &[]))
}

/// A wish in words: `delen met politie`.
fn wished(desk: &Desk<'_>, language: Language, wish: &Wish) -> String {
    match wish {
        Wish::Share(with) => {
            let name = desk.library.organisations.name(*with, language);
            desk.text(language, "signal-wish-share", &[("organisation", name.into())])
        }
        Wish::Name(person) => desk.text(language, "signal-wish-name", &[("who", person.localpart().into())]),
        Wish::Label(label) => {
            let signal = desk.library.catalogue.definition("signal");
            let shown = signal.map_or(label.code(), |it| it.option_shown(Sub::Label.id(), label.code(), language));
            desk.text(language, "signal-wish-label", &[("label", shown.into())])
        }
    }
}

/// The author is asked, in private; until they say yes nothing changes.
async fn asked(ask: &Ask<'_>, case: &Case, wish: Wish) -> Result<Reply, StoreError> {
    let desk = Desk::of(ask);
    for id in ask.store.signal_requests(&case.signal.team, &case.signal.number).await? {
        let open = ask.store.signal_request(&id).await?;
        if open.is_some_and(|open| open.wish == wish && open.by == case.member.person) {
            return case.say_alone(ask, |ask| ask.say("signal-asked-before", &[])).await;
        }
    }
    let Some(author) = case.author() else {
        return case.say_alone(ask, |ask| ask.say("signal-author-gone", &[])).await;
    };
    let (id, language) = (new_id(), desk.language_of(&author.person).await?);
    let lapses = ask.health.working.morning_after(ask.now, LAPSES_AFTER, ask.health.time_zone);
    let lapses_on = lapses.with_timezone(&ask.health.time_zone).date_naive();
    let organisation = ask.library.organisations.name(case.member.organisation, language);
    let shown = |option: Said| ask.definition.option_shown(Sub::Answer.id(), option.id(), language).to_owned();
    let show = desk.command(language, RoomKind::Direct, "signal", case.signal.number.as_str());
    let args = [
        ("number", case.signal.number.as_str().into()),
        ("who", case.member.person.localpart().into()),
        ("organisation", organisation.into()),
        ("wish", wished(&desk, language, &wish).into()),
        ("yes", shown(Said::Yes).into()),
        ("no", shown(Said::No).into()),
        ("day", desk.day(language, lapses_on).into()),
        ("command", format!("{show} {}", ask.definition.subcommand_shown(Sub::Answer.id(), language)).into()),
    ];
    let question = Answer::say(desk.text(language, "signal-asks-you", &args))
        .numbered([crate::text::Line::new(shown(Said::Yes)), crate::text::Line::new(shown(Said::No))])
        .paragraph(desk.text(language, "signal-asks-you-how", &args));
    let choices = vec![choice(ask, case, "1", Said::Yes, &id), choice(ask, case, "2", Said::No, &id)];
    let by = case.member.person.clone();
    let mut changes = vec![case.change(vec![SignalStep::Requested { id: id.clone(), by, wish }])];
    changes.push(terms::due(&desk, DueKind::SignalRequest, &id, Some(lapses.timestamp_millis())));
    changes.extend(desk.tell(author, language, &question, choices, Some(&case.signal.record())));
    case.say_alone(ask, |ask| Reply { changes, ..ask.say("signal-asked", &[("day", ask.day(lapses_on).into())]) }).await
}

fn choice(ask: &Ask<'_>, case: &Case, key: &str, said: Said, id: &str) -> Choice {
    let word = ask.definition.words.shown(Language::Dutch);
    let sub = ask.definition.subcommand_shown(Sub::Answer.id(), Language::Dutch);
    let shown = |language| ask.definition.option_shown(Sub::Answer.id(), said.id(), language).to_owned();
    Choice {
        key: key.to_owned(),
        words: vec![shown(Language::Dutch), shown(Language::English)],
        emoji: None,
        command: format!("{word} {} {sub} {id} {}", case.signal.number, shown(Language::Dutch)),
    }
}

/// The author says yes or no to a question that is open.
pub(super) async fn answer(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    if !case.is_author() {
        return refused(ask, case, SignalRefusal::NotAuthor).await;
    }
    let open = ask.store.signal_requests(&case.signal.team, &case.signal.number).await?;
    let (first, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    // Whoever types it in full need not name the question when there is one only.
    let (id, said) = match open.as_slice() {
        [only] if only != first => (only.as_str(), words),
        _ => (first, rest),
    };
    let open = ask.store.signal_request(id).await?;
    let open = open.filter(|open| open.team == case.signal.team && open.number == case.signal.number);
    let said = match pick(said, ask.definition.options(Sub::Answer.id())) {
        Picked::One(option) if !said.trim().is_empty() => Said::called(&option.id),
        _ => None,
    };
    let (Some(open), Some(said)) = (open, said) else {
        return case.say_alone(ask, |ask| ask.say("signal-not-asked", &[])).await;
    };
    let desk = Desk::of(ask);
    let granted = said == Said::Yes;
    let mut steps = vec![SignalStep::Answered { id: open.id.clone(), granted }];
    let (mut changes, mut out) = (Vec::new(), Vec::new());
    if granted {
        match case.signal.widen(&case.member, &open.wish, &case.members, &case.rules) {
            Ok(Widening::Now(more) | Widening::Told(more)) => {
                (changes, out) = follow(&desk, case, &more).await?;
                steps.extend(more);
            }
            // It has been done meanwhile.
            Ok(Widening::Ask) | Err(SignalRefusal::AlreadySo) => {}
            Err(refusal) => return refused(ask, case, refusal).await,
        }
    }
    changes.insert(0, case.change(steps));
    changes.push(terms::ended(&desk, DueKind::SignalRequest, &open.id));
    changes.extend(outcome(&desk, &case.members, &open, granted).await?);
    let key = if granted { "signal-granted" } else { "signal-denied" };
    let wish = wished(&desk, ask.language, &open.wish);
    case.say_alone(ask, |ask| Reply { changes, out, ..ask.say(key, &[("wish", wish.into())]) }).await
}

/// The asker hears whether it was shared, and never why not.
pub(super) async fn outcome(
    desk: &Desk<'_>,
    members: &[Member],
    request: &SignalRequest,
    granted: bool,
) -> Result<Vec<Change>, StoreError> {
    let Some(asker) = members.iter().find(|member| member.person == request.by && member.is_active()) else {
        return Ok(Vec::new());
    };
    let language = desk.language_of(&asker.person).await?;
    let args = [("number", request.number.as_str().into()), ("wish", wished(desk, language, &request.wish).into())];
    let key = if granted { "signal-was-shared" } else { "signal-was-not-shared" };
    let record = crate::domain::signal_record(&request.team, &request.number);
    let said = Answer::say(desk.text(language, key, &args));
    Ok(desk.tell(asker, language, &said, vec![], Some(&record)))
}
