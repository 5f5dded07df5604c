//! A report from the first word to the eyes of four organisations, typed in Dutch on the full path and in English on the short
//! one. Every event that each person's client decrypted is looked at: what is theirs is there, and nothing else is.

use super::{Alone, Chain, ask, is_message, number_in};
use crate::support::person::{Person, Seen};

const SEEN: &str = "filmpje bij de zwanenburgsluis: twee groepen dagen elkaar uit";
const PLACE: &str = "achter de karnemelksbrug";
const AGAINST: &str = "de kapelmeesters zijn er vaak en kennen ze";

/// The full path, from the choice of the path to the summary.
const FULL: [(&str, &str); 28] = [
    ("volledig", "Is er nu direct gevaar"),
    ("nee", "Wat voor signaal"),
    ("2", "Wat zag of hoorde je"),
    (SEEN, "Wanneer was dat"),
    ("gisteravond half elf", "Waar online"),
    ("openbare groep", "Op welk platform"),
    ("snap", "Hoe weet je het"),
    ("anoniem", "Hoe zeker is het"),
    ("waarschijnlijk", "Hoe ver gaat het rond"),
    ("wijk", "anders dan je gewend bent"),
    ("ja plots", "gezicht verliezen"),
    ("twee groepen", "Over welke groep"),
    ("haven", "Wat speelt er in de groep"),
    ("rivaliteit", "Wat wordt er concreet genoemd"),
    ("plaats", "Om welke buurt of plek"),
    (PLACE, "stoer doen"),
    ("serieus", "Wat pleit ertegen"),
    (AGAINST, "Wie heeft al contact"),
    ("een partner in de keten", "Wat is er al gedaan"),
    ("gesprek", "Bedoel je een van deze?"),
    ("1", "Nog een?"),
    ("klaar", "Mijn voorstel is verhoogd"),
    ("verhoogd", "Met wie wil je dit delen"),
    ("politie", "Weet de jongere dat je dit deelt"),
    ("nog niet", "Wat verwacht je"),
    ("meedenken", "Wanneer wil je uiterlijk"),
    ("overslaan", "Klopt dit zo?"),
    ("overzicht", "Dit heb je tot nu toe"),
];

/// What the police may read, and the reporter's own colleagues.
const SHARED: [&str; 3] = ["zwanenburgsluis", "karnemelksbrug", "kapelmeesters"];
/// What stays within youth work: the answers, or the questions that only a reporter is asked.
const OWN: [&str; 4] = ["anoniem", "Hoe je het weet", "Wie contact heeft", "Of de jongere het weet"];

/// What somebody's client could read of the bot's words, in every room.
fn heard(person: &Person, bot: &str) -> Vec<Seen> {
    person.seen().into_iter().filter(|seen| seen.sender == bot && is_message(seen)).collect()
}

/// No event of any kind that this person's client has says any of these words.
#[track_caller]
fn never_saw(person: &Person, words: &[&str]) {
    let events = person.seen();
    assert!(events.len() > 10, "they saw something");
    for seen in events {
        let all = seen.content.to_string().to_lowercase();
        for word in words {
            assert!(!all.contains(&word.to_lowercase()), "{} saw “{word}”: {all}", person.id());
        }
    }
}

#[track_caller]
fn holds(text: &str, words: &[&str]) {
    for word in words {
        assert!(text.contains(word), "“{word}” is not in: {text}");
    }
}

#[tokio::test]
async fn a_full_report_in_dutch_is_read_by_those_it_is_for_and_by_nobody_else() {
    let chain = Chain::new().await;
    let Chain { home, anna, bram, carla, cees, dirk, .. } = &chain;
    // The police have a room of their own; the coordinator who binds it stays a colleague of the municipality and leaves.
    let police = anna.make_room(&[&home.account, bram.id().as_str()], false, true).await;
    anna.wait_introduction(&police, &home.account).await;
    bram.join(&police).await;
    ask(anna, &police, "!team kamer organisatie politie", "politie").await;
    anna.room(&police).leave().await.unwrap();
    bram.wait("that anna is gone", |seen| {
        seen.iter()
            .find(|seen| seen.room == police && seen.sender == anna.id() && seen.content["membership"] == "leave")
            .map(|_| ())
    })
    .await;

    let mut alone = chain.reporting(carla).await;
    alone.walk(&FULL[..26]).await;
    let summary = alone.say(FULL[26].0, FULL[26].1).await.body().to_owned();
    holds(&summary, &SHARED);
    holds(&summary, &["politie: alles hierboven, maar niet: hoe je het weet", "gemeente, zorg: niets"]);
    alone.walk(&FULL[27..]).await;
    let number = alone.sends().await;

    let notice = bram
        .wait("the notice", |seen| {
            seen.iter().find(|seen| seen.room == police && seen.body().contains(&number)).cloned()
        })
        .await;
    holds(notice.body(), &["verhoogd", "uitdaging", "meedenken"]);
    never_saw(bram, &SHARED);

    // Each asks in the chain room, where not everybody may see it.
    let of_police = chain.reads_in_private(bram, &number).await;
    holds(&of_police, &SHARED);
    holds(&of_police, &["De Haven", "door jongerenwerk"]);
    assert!(!of_police.contains(carla.id().localpart()), "the reporter's name: {of_police}");
    let of_colleague = chain.reads_in_private(cees, &number).await;
    holds(&of_colleague, &SHARED);
    holds(&of_colleague, &OWN);
    holds(&of_colleague, &[carla.id().localpart()]);
    for stranger in [anna, dirk] {
        let told = chain.reads_in_private(stranger, &number).await;
        let none = format!("{}zzzz", &number[..number.len() - 4]);
        ask(stranger, &chain.room, &format!("!signaal {none}"), "privé").await;
        let same = stranger
            .wait("the same of a number that there is not", |seen| {
                seen.iter().find(|seen| seen.sender == *home.account && seen.body().contains(&none)).cloned()
            })
            .await;
        assert_eq!(told.replace(&number, &none), same.body());
    }

    // Event by event, everything that the clients of all five could read until now.
    never_saw(bram, &OWN);
    for stranger in [anna, dirk] {
        never_saw(stranger, &[&SHARED[..], &OWN[..], &["verhoogd", "uitdaging", "meedenken"]].concat());
    }
    let in_chain = |seen: &Seen| seen.room == chain.room && seen.body().contains("ieuw signaal");
    assert!(!heard(dirk, &home.account).iter().any(in_chain), "the chain room hears nothing of it");
    assert_eq!(chain.bot.terminate().0, Some(0));
}

/// The short path in English, from the choice of the path to the summary.
const SHORT: [(&str, &str); 15] = [
    ("short", "Is anybody in direct danger"),
    ("no", "What kind of signal"),
    ("mood", "What did you see or hear"),
    ("a clip at the zwanenburgsluis, with an audience", "When was that"),
    ("last night half past ten", "Where online"),
    ("public", "How do you know"),
    ("anonymous", "How sure is it"),
    ("fact", "How far"),
    ("few", "Which group"),
    ("skip", "concrete"),
    ("nothing", "Who is in contact"),
    ("nobody", "How severe"),
    ("information", "With whom"),
    ("all partners", "What do you expect"),
    ("for information", "Is this right?"),
];

#[tokio::test]
async fn a_short_report_in_english_is_told_to_the_chain_without_its_content_and_read_without_its_source() {
    let chain = Chain::new().await;
    let Chain { home, anna, bram, carla, cees, dirk, .. } = &chain;
    let mut alone = Alone::made(dirk, &home.account).await;
    alone.say("language en", "English").await;
    ask(dirk, &chain.room, "!signal", "I will ask you in private.").await;
    alone.hear("How much time do you have?").await;
    alone.walk(&SHORT).await;
    let sent = alone.say("send", "is sent").await.body().to_owned();
    let number = number_in(&sent);

    let notice = carla
        .wait("the notice", |seen| {
            seen.iter().find(|seen| seen.room == chain.room && seen.body().contains(&number)).cloned()
        })
        .await;
    holds(notice.body(), &["Nieuw signaal", "informatie"]);
    for other in [anna, bram, carla, cees] {
        never_saw(other, &["zwanenburgsluis"]);
    }
    // Everybody there may see it, so it is shown there.
    let shown = ask(bram, &chain.room, &format!("!signaal {number}"), "zwanenburgsluis").await;
    holds(&shown, &["door zorg"]);
    assert!(!shown.contains(dirk.id().localpart()), "the reporter's name: {shown}");
    let own = alone.say(&format!("signal {number}"), "zwanenburgsluis").await.body().to_owned();
    holds(&own, &["How you know: anonymous", "Who is in contact: nobody"]);
    for other in [anna, bram, carla, cees] {
        other
            .wait("the same in the room", |seen| {
                seen.iter().find(|seen| seen.room == chain.room && seen.body() == shown).map(|_| ())
            })
            .await;
        never_saw(other, &["anonymous", "anoniem", "How you know", "Hoe je het weet", "Wie contact heeft"]);
    }
    assert_eq!(chain.bot.terminate().0, Some(0));
}
