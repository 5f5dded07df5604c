//! The questions are put one by one, and people answer them in their own words.

use super::*;

#[tokio::test]
async fn a_session_begins_with_what_it_is_the_law_and_the_first_question() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("alle partners").await;
    let shown = stage.ask("anna", &format!("!evaluatie {number} start")).await;
    let room = in_room(&shown);
    assert_eq!(room.len(), 2, "{shown:#?}");
    assert_holds(
        room[0].text(),
        &[&number, "niet om schuld", "niemand wordt beoordeeld", "door de wet worden opgevraagd", "anna leidt"],
    );
    assert_holds(room[1].text(), &["Vraag 1 van 19", "vooraf verwacht", "Antwoord op dit bericht"]);
}

#[tokio::test]
async fn everybody_answers_by_a_reply_and_stands_there_by_organisation() {
    let mut stage = Stage::chain().await;
    let (_, first) = stage.session().await;
    assert_eq!(only(&stage.reply("bram", first, "Dat het rustig zou blijven").await), "✓ politie");
    assert_eq!(only(&stage.reply("carla", first, "Wij zouden er zijn tot tien uur").await), "✓ jongerenwerk");
    assert_eq!(only(&stage.reply("eva", first, "School wist van niets").await), "✓ school");
    stage.ask("anna", "!volgende").await;
    let shown = stage.ask("anna", "!vorige").await;
    let text = question(&shown).text();
    assert_holds(text, &["Vraag 1 van 19", "Al gezegd", "politie: Dat het rustig", "school: School wist van niets"]);
    assert!(!text.contains("bram") && !text.contains("eva"), "{text}");
}

#[tokio::test]
async fn talk_between_people_is_no_answer() {
    let mut stage = Stage::chain().await;
    let (number, _) = stage.session().await;
    assert!(stage.ask("bram", "Wij zouden er toch bij zijn?").await.is_empty());
    stage.ask("bram", &format!("!evaluatie {number} antwoord Dat was de afspraak")).await;
    stage.ask("anna", "!volgende").await;
    let shown = stage.ask("anna", "!vorige").await;
    assert_holds(question(&shown).text(), &["politie: Dat was de afspraak"]);
    assert!(!question(&shown).text().contains("Wij zouden er toch"), "{shown:#?}");
}

#[tokio::test]
async fn a_reply_that_begins_with_the_word_of_a_command_is_an_answer() {
    let mut stage = Stage::chain().await;
    let (number, first) = stage.session().await;
    for words in ["Team was er snel bij", "Afspraak was dat wij belden", "Signaal kwam te laat"] {
        assert_eq!(only(&stage.reply("bram", first, words).await), "✓ politie", "{words}");
    }
    let shown = stage.ask("anna", &format!("!evaluatie {number} start")).await;
    assert_holds(question(&shown).text(), &["Team was er snel bij", "Signaal kwam te laat"]);
    // Typed as a command it is one.
    assert_holds(only(&stage.reply("bram", first, "!begrip drill").await), &["drill"]);
}

#[tokio::test]
async fn a_reply_to_an_earlier_question_belongs_to_that() {
    let mut stage = Stage::chain().await;
    let (_, first) = stage.session().await;
    stage.ask("anna", "!volgende").await;
    assert_eq!(only(&stage.reply("dirk", first, "Dit hoort bij de eerste").await), "✓ jongerenwerk, bij vraag 1");
    let shown = stage.ask("anna", "!vorige").await;
    assert_holds(question(&shown).text(), &["Vraag 1 van 19", "Dit hoort bij de eerste"]);
}

#[tokio::test]
async fn the_second_question_comes_with_the_timeline() {
    let mut stage = Stage::chain().await;
    let (number, _) = stage.session().await;
    let shown = stage.ask("anna", "!volgende").await;
    let room = in_room(&shown);
    assert_eq!(room.len(), 2, "{shown:#?}");
    assert_holds(room[0].text(), &["Tijdlijn van", &number, "Twee groepen vochten"]);
    assert_holds(room[1].text(), &["Vraag 2 van 19", "tijdlijn"]);
}

#[tokio::test]
async fn a_changed_answer_is_put_in_other_words_and_one_taken_away_is_taken_back() {
    let mut stage = Stage::chain().await;
    let (number, first) = stage.session().await;
    let said = stage.world.reply("bram", first, "Het was elf uur").await.expect("said")[0].number;
    let typed = format!("!evaluatie {number} antwoord Er was geen afspraak");
    let typed = stage.world.say("eva", "keten", &typed).await.expect("said")[0].number;
    let shown = stage.world.edit("bram", said, "Het was tien uur").await.expect("changed");
    assert_holds(shown.last().expect("an answer").text(), &["✓ politie, aangepast"]);
    stage
        .world
        .edit("eva", typed, &format!("!evaluatie {number} antwoord Er was wel een afspraak"))
        .await
        .expect("changed");
    let text = question(&stage.ask("anna", &format!("!evaluatie {number} start")).await).text().to_owned();
    assert_holds(&text, &["politie: Het was tien uur", "school: Er was wel een afspraak"]);
    assert!(!text.contains("elf uur") && !text.contains("geen afspraak"), "{text}");
    let shown = stage.world.redact("bram", said).await.expect("taken away");
    assert_holds(shown.last().expect("an answer").text(), &["weggehaald"]);
    let text = question(&stage.ask("anna", &format!("!evaluatie {number} start")).await).text().to_owned();
    assert!(!text.contains("tien uur"), "{text}");
    assert_holds(&text, &["Er was wel een afspraak"]);
}

#[tokio::test]
async fn what_looks_like_personal_data_is_looked_at_twice_and_stays_the_first_messages() {
    let mut stage = Stage::chain().await;
    let (number, first) = stage.session().await;
    let shown = stage.world.reply("bram", first, "Hij belde met 06 12345678").await.expect("said");
    let said = shown[0].number;
    assert_holds(shown[1].text(), &["persoonsgegevens"]);
    assert_eq!(only(&stage.ask("bram", "!1").await), "✓ politie");
    let text = question(&stage.ask("anna", &format!("!evaluatie {number} start")).await).text().to_owned();
    assert_holds(&text, &["politie: Hij belde met 06 12345678"]);
    stage.world.redact("bram", said).await.expect("taken away");
    let text = question(&stage.ask("anna", &format!("!evaluatie {number} start")).await).text().to_owned();
    assert!(!text.contains("12345678"), "{text}");
}

#[tokio::test]
async fn the_last_question_is_answered_by_a_number_and_the_newest_counts() {
    let mut stage = Stage::chain().await;
    let number = stage.incident_with("tegengehouden", "alle partners", "sla over").await;
    let shown = stage.ask("anna", &format!("!evaluatie {number} start")).await;
    assert_holds(question(&shown).text(), &["Vraag 1 van 6"]);
    let mut shown = vec![];
    for _ in 0..5 {
        shown = stage.ask("anna", "!volgende").await;
    }
    let last = question(&shown).number;
    assert_holds(question(&shown).text(), &["Vraag 6 van 6", "1-5"]);
    assert_holds(only(&stage.reply("bram", last, "heel fijn").await), &["cijfer van 1 tot en met 5"]);
    assert_eq!(only(&stage.reply("bram", last, "2").await), "✓ politie");
    assert_eq!(only(&stage.reply("bram", last, "4, want er werd geluisterd").await), "✓ politie");
    let text = question(&stage.ask("anna", &format!("!evaluatie {number} start")).await).text().to_owned();
    assert_holds(&text, &["politie: 4, want"]);
    assert!(!text.contains("politie: 2"), "{text}");
    let shown = stage.ask("anna", "!volgende").await;
    assert_holds(
        in_room(&shown)[0].text(),
        &["is klaar", "politie: 1", "Geen actie".to_lowercase().as_str(), "rapport"],
    );
}
