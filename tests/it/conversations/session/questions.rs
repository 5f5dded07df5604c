//! The questions are put one by one, and people answer them in their own words.

use schakel::domain::evaluation;
use schakel::domain::incident::{IncidentChange, IncidentStep, NewContribution};
use schakel::domain::{Change, OrganisationKind, RecordNumber, RoomId, UserId};

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

impl Stage {
    /// Somebody has said something about a question beforehand.
    async fn beforehand(
        &mut self,
        number: &str,
        (person, organisation): (&str, OrganisationKind),
        text: &str,
        released: bool,
    ) {
        let team = self.store().await.team_of_room(&RoomId::new("!room.keten:console")).await;
        let team = team.expect("it is read").expect("it has a team").team;
        let number = RecordNumber::parse(number).expect("a number");
        let incident = self.store().await.incident(&team, &number).await.expect("it is read").expect("it is there");
        let new = NewContribution {
            id: text.len().to_string(),
            stage: evaluation::Stage::Before,
            question: "expected".to_owned(),
            person: UserId::new(format!("@{person}:console")),
            organisation,
            text: text.to_owned(),
            released,
            said_in: None,
        };
        let steps = vec![IncidentStep::Contributed(Box::new(new))];
        let change = IncidentChange { team, number, seen: incident.version, steps };
        self.happens(vec![Change::Incident(change)]).await;
    }
}

#[tokio::test]
async fn what_was_said_beforehand_stands_with_its_question_once_its_author_has_released_it() {
    let mut stage = Stage::chain().await;
    let number = stage.incident("alle partners").await;
    stage.beforehand(&number, ("eva", OrganisationKind::School), "Dat mag iedereen lezen", true).await;
    stage.beforehand(&number, ("bram", OrganisationKind::Police), "Dat is voor mijzelf", false).await;
    stage.ask("bram", &format!("!evaluatie {number} start")).await;
    let shown = stage.ask("bram", &format!("!evaluatie {number} start")).await;
    assert_holds(question(&shown).text(), &["Vooraf gezegd en vrijgegeven", "school: Dat mag iedereen lezen"]);
    assert!(!question(&shown).text().contains("mijzelf"), "also where its author asks: {shown:#?}");
}

#[tokio::test]
async fn two_who_answer_at_the_same_moment_are_both_heard() {
    let mut stage = Stage::chain().await;
    let (number, first) = stage.session().await;
    stage.world.hold(true);
    let answer = format!("evaluatie {number} antwoord Van opzij");
    stage.world.reply("bram", first, "Van voren").await.expect("said");
    stage.world.say("dirk", "direct", &answer).await.expect("said");
    stage.world.hold(false);
    stage.world.settle().await.expect("settled");
    let shown = stage.ask("anna", &format!("!evaluatie {number} start")).await;
    assert_holds(question(&shown).text(), &["politie: Van voren", "jongerenwerk: Van opzij"]);
}

#[tokio::test]
async fn a_question_with_two_hundred_lines_is_still_one_message_to_reply_to() {
    let mut stage = Stage::chain().await;
    let (number, _) = stage.session().await;
    for line in 0..200 {
        let text =
            format!("!incident {number} log gisteren 22:15 Regel {line}, met alles wat er op dat moment te zien was");
        stage.ask("carla", &text).await;
    }
    let shown = stage.ask("anna", "!volgende").await;
    let room = in_room(&shown);
    assert!(room.len() >= 3, "the timeline is longer than a message");
    assert_holds(room.last().expect("the question").text(), &["Vraag 2 van 19"]);
    let asked = question(&shown).number;
    assert_eq!(only(&stage.reply("eva", asked, "Zo zag ik het ook").await), "✓ school");
}
