//! Actions: who does what by when, and what becomes of it in a hundred days.

use chrono::TimeDelta;

use super::*;

impl Stage {
    /// Everything that is said of the bot's own accord in so many days, with the day after the beginning and where.
    async fn passing(&mut self, days: i64) -> Vec<(i64, String, String)> {
        let mut heard = Vec::new();
        for hour in 0..days * 24 {
            self.pass(TimeDelta::hours(1));
            for shown in self.world.settle().await.expect("settled") {
                heard.push((hour / 24, shown.room.as_str().to_owned(), shown.text().to_owned()));
            }
        }
        heard
    }

    /// An action agreed in the shared room; its number.
    async fn action(&mut self, person: &str, number: &str, words: &str) -> String {
        let shown = self.ask(person, &format!("!evaluatie {number} actie {words}")).await;
        number_of(&shown, "A")
    }
}

#[tokio::test]
async fn an_action_has_an_owner_a_day_and_a_number() {
    let mut stage = Stage::chain().await;
    let (number, _) = stage.session().await;
    let shown =
        stage.ask("anna", &format!("!evaluatie {number} actie @bram 15 december: Vaste afspraak met school")).await;
    assert_holds(in_room(&shown)[0].text(), &["✓ A-2026", "bram", "15 december 2026", "Vaste afspraak met school"]);
    assert_holds(in_private(&shown, "bram")[0], &["voor jou", "Vaste afspraak"]);
    let shown = stage.ask("anna", &format!("!evaluatie {number} actie politie: Bellijst bijwerken")).await;
    assert_holds(only(&shown), &["politie", "24 december 2026", "Bellijst bijwerken"]);
    let shown = stage.ask("carla", &format!("!evaluatie {number} actie mij vrijdag De jongens spreken")).await;
    assert_holds(only(&shown), &["carla", "27 november 2026"]);
    let shown = stage.ask("carla", &format!("!evaluatie {number} actie mij Nog een")).await;
    assert_holds(only(&shown), &["al 3 acties"]);
    let list = stage.alone("eva", "actie").await;
    assert_holds(&list, &["carla", "Bellijst bijwerken", "Vaste afspraak met school"]);
    assert!(list.find("De jongens") < list.find("Vaste afspraak"), "the soonest first: {list}");
}

#[tokio::test]
async fn an_action_that_cannot_be_understood_is_asked_about() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("politie").await;
    let ask = |words: &str| format!("evaluatie {number} actie {words}");
    assert_holds(&stage.alone("carla", &ask("")).await, &["wie, wanneer en wat"]);
    assert_holds(&stage.alone("carla", &ask("iemand morgen: bellen")).await, &["“iemand” ken ik niet"]);
    assert_holds(&stage.alone("carla", &ask("@eva morgen: bellen")).await, &["eva mag", "niet zien"]);
    assert_holds(&stage.alone("carla", &ask("school: bellen")).await, &["school mag", "niet zien"]);
    assert_holds(&stage.alone("carla", &ask("mij 31 november: bellen")).await, &["31 november"]);
    assert_holds(&stage.alone("carla", &ask("politie morgen:")).await, &["wie, wanneer en wat"]);
    assert_holds(&stage.alone("carla", &ask("politie: bel 06 12345678")).await, &["persoonsgegevens"]);
    assert_holds(&stage.alone("carla", "actie").await, &["geen actie open"]);
}

#[tokio::test]
async fn in_reply_to_the_question_about_actions_one_is_agreed() {
    let mut stage = Stage::chain().await;
    let number = stage.incident_with("tegengehouden", "alle partners", "sla over").await;
    stage.ask("anna", &format!("!evaluatie {number} start")).await;
    let mut shown = vec![];
    for _ in 0..4 {
        shown = stage.ask("anna", "!volgende").await;
    }
    assert_holds(question(&shown).text(), &["volgende keer anders", "Spreek een actie zo af"]);
    let to = question(&shown).number;
    assert_holds(only(&stage.reply("eva", to, "actie school vrijdag: Eerder bellen").await), &["✓ A-2026", "school"]);
    assert_eq!(only(&stage.reply("eva", to, "Wij bellen eerder").await), "✓ school");
    let shown = stage.ask("anna", "!einde").await;
    assert_holds(in_room(&shown)[0].text(), &["Afgesproken acties", "Eerder bellen"]);
}

#[tokio::test]
async fn an_action_that_nobody_does_is_asked_after_five_times_and_told_to_the_room_twice() {
    let mut stage = Stage::chain().await;
    let (number, _) = stage.session().await;
    let action = stage.action("anna", &number, "@bram 15 december: Vaste afspraak met school").await;
    stage.action("anna", &number, "@bram 15 december: Een tweede").await;
    let heard = stage.passing(100).await;
    let of_it = |heard: &[(i64, String, String)], room: &str| -> Vec<i64> {
        let those = heard.iter().filter(|(_, there, text)| there.contains(room) && text.contains(&action));
        those.map(|(day, ..)| *day).collect()
    };
    // Tuesday 24 November is day 0; the day is Tuesday 15 December.
    assert_eq!(of_it(&heard, "direct.bram"), [20, 22, 29, 36, 43]);
    let room: Vec<&(i64, String, String)> = heard.iter().filter(|(_, room, _)| room.contains("keten")).collect();
    assert_eq!(room.iter().map(|(day, ..)| *day).collect::<Vec<_>>(), [30, 90], "{room:#?}");
    assert_holds(&room[0].2, &["Acties na", &number, "0 klaar, 2 nog open", "Een tweede", "bram"]);
    assert!(heard.iter().all(|(_, room, _)| room.contains("bram") || room.contains("keten")), "{heard:#?}");
}

#[tokio::test]
async fn in_reply_it_is_done_or_comes_later_and_then_nobody_is_asked() {
    let mut stage = Stage::chain().await;
    let (number, _) = stage.session().await;
    let action = stage.action("anna", &number, "@bram morgen: Bellen met school").await;
    let heard = stage.passing(3).await;
    assert_eq!(heard.len(), 1, "{heard:#?}");
    assert_holds(&heard[0].2, &["Lukt het", &action, "25 november", "Bellen met school"]);
    assert_holds(&stage.alone("bram", "later 4 december").await, &["4 december 2026"]);
    let heard = stage.passing(7).await;
    assert_eq!(heard.len(), 1, "{heard:#?}");
    assert_holds(&heard[0].2, &["Bijna zover", "4 december"]);
    assert_holds(&stage.alone("bram", "klaar").await, &["is klaar"]);
    assert_eq!(stage.passing(100).await, []);
    assert_holds(&stage.alone("anna", &format!("actie {action}")).await, &["klaar", "Bellen met school"]);
    assert_holds(&stage.alone("bram", &format!("actie {action} later vrijdag")).await, &["niet meer open"]);
}

#[tokio::test]
async fn it_is_dropped_with_a_reason_by_who_may() {
    let mut stage = Stage::chain().await;
    let (number, _) = stage.session().await;
    let action = stage.action("anna", &number, "@bram 15 december: Hekken plaatsen").await;
    assert_holds(&stage.alone("dirk", &format!("actie {action} klaar")).await, &["Dat kan alleen bram"]);
    assert_holds(&stage.alone("bram", &format!("actie {action} niet")).await, &["Zet erachter waarom"]);
    stage.alone("bram", &format!("actie {action} niet Het plein wordt verbouwd")).await;
    assert_holds(&stage.alone("carla", &format!("actie {action}")).await, &["vervallen", "Het plein wordt verbouwd"]);
    // Its place is free for another.
    for what in ["Een", "Twee", "Drie"] {
        stage.action("anna", &number, &format!("mij: {what}")).await;
    }
    let heard = stage.passing(30).await;
    assert!(heard.iter().all(|(_, _, text)| !text.contains("Hekken")), "{heard:#?}");
}

#[tokio::test]
async fn it_is_handed_over_to_somebody_who_says_yes() {
    let mut stage = Stage::chain().await;
    let (number, _) = stage.session().await;
    let action = stage.action("anna", &number, "@bram 15 december: Hekken plaatsen").await;
    let shown = stage.ask_in("direct", "bram", &format!("actie {action} geef @dirk")).await;
    assert_holds(in_private(&shown, "dirk")[0], &["bram vraagt of jij", "Hekken plaatsen"]);
    assert_holds(&stage.alone("eva", &format!("actie {action} neem")).await, &["Niemand heeft jou gevraagd"]);
    let shown = stage.ask_in("direct", "dirk", "nee").await;
    assert_holds(in_private(&shown, "bram")[0], &["Het blijft van jou"]);
    stage.ask_in("direct", "bram", &format!("actie {action} geef @dirk")).await;
    let shown = stage.ask_in("direct", "dirk", "ja").await;
    assert_holds(in_private(&shown, "dirk")[0], &["is nu van jou"]);
    assert_holds(in_private(&shown, "bram")[0], &["dirk heeft"]);
    let heard = stage.passing(21).await;
    assert_eq!(heard.len(), 1, "{heard:#?}");
    assert!(heard[0].1.contains("dirk"), "{heard:#?}");
}

#[tokio::test]
async fn an_organisations_action_is_asked_of_who_speaks_for_it() {
    let mut stage = Stage::chain().await;
    let (number, _) = stage.session().await;
    stage.action("anna", &number, "jongerenwerk 15 december: Weer op straat").await;
    let heard = stage.passing(21).await;
    assert_eq!(heard.len(), 1, "carla has the mandate, dirk has not: {heard:#?}");
    assert!(heard[0].1.contains("carla"), "{heard:#?}");
    assert_holds(&heard[0].2, &["je organisatie (jongerenwerk)"]);
    // The other makes it his own.
    let shown = stage.ask_in("direct", "dirk", "actie").await;
    let action = number_of(&shown, "A");
    assert_holds(&stage.alone("dirk", &format!("actie {action} neem")).await, &["is nu van jou"]);
}

#[tokio::test]
async fn whose_owner_has_left_the_coordinators_hear_by_number() {
    let mut stage = Stage::chain().await;
    let (number, _) = stage.session().await;
    let action = stage.action("anna", &number, "@bram 15 december: Hekken plaatsen").await;
    stage.world.leave("bram", "keten", "bram").await.expect("gone");
    let heard = stage.passing(21).await;
    assert_eq!(heard.len(), 1, "{heard:#?}");
    assert!(heard[0].1.contains("direct.anna"), "{heard:#?}");
    assert_holds(&heard[0].2, &[&action, "heeft niemand meer"]);
    assert!(!heard[0].2.contains("Hekken"), "{heard:#?}");
}

#[tokio::test]
async fn frozen_nobody_is_asked_and_taken_back_never_again() {
    let mut stage = Stage::chain().await;
    let (number, _) = stage.session().await;
    stage.action("anna", &number, "@bram 15 december: Hekken plaatsen").await;
    stage.ask("carla", &format!("!incident {number} bevries Er loopt een onderzoek")).await;
    assert_eq!(stage.passing(25).await, []);
    stage.ask("carla", &format!("!incident {number} ontdooi")).await;
    assert!(!stage.passing(8).await.is_empty(), "it is asked after again");
    stage.alone("carla", &format!("incident {number} intrek")).await;
    stage.ask_in("direct", "carla", "1").await;
    assert_eq!(stage.passing(70).await, []);
    assert_holds(&stage.alone("bram", "actie").await, &["geen actie open"]);
}

#[tokio::test]
async fn an_action_is_for_those_only_who_see_its_incident() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("politie").await;
    let shown = stage.ask_in("direct", "carla", &format!("evaluatie {number} actie @bram 15 december: Hekken")).await;
    let action = number_of(&shown, "A");
    let his = stage.alone("eva", &format!("actie {action}")).await;
    assert_eq!(his.replace(&action, "A-2026-zzzz"), stage.alone("eva", "actie A-2026-zzzz").await);
    assert!(!only(&stage.ask("carla", "!actie").await).contains("Hekken"));
    let shown = stage.ask("carla", &format!("!actie {action} niet Zij willen niet")).await;
    assert_holds(in_private(&shown, "carla")[0], &["neem ik alleen aan waar iedereen"]);
    let heard = stage.passing(100).await;
    assert!(heard.iter().all(|(_, room, _)| room.contains("direct.bram")), "{heard:#?}");
    assert_eq!(heard.len(), 5, "no room may hear of it: {heard:#?}");
}

#[tokio::test]
async fn what_is_open_is_the_first_point_of_the_next_session() {
    let mut stage = Stage::chain().await;
    let (number, _) = stage.session().await;
    stage.action("anna", &number, "@bram 15 december: Hekken plaatsen").await;
    stage.ask("anna", "!einde").await;
    let other = stage.incident("alle partners").await;
    let shown = stage.ask("dirk", &format!("!evaluatie {other} start")).await;
    assert_holds(in_room(&shown)[0].text(), &["eerdere evaluaties", "bram", "Hekken plaatsen"]);
}
