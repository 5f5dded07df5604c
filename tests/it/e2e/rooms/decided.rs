//! Decided by a command with what the server says: here, in private, or explained.

use super::{home, invitation, person, said, wait_said};

const TEAM: &str = "Jeugd West";

#[tokio::test]
async fn what_is_for_members_is_shown_where_only_they_are_and_else_in_private() {
    let (anna, bram) = (person("anna").await, person("bram").await);
    let home = home().bot(&format!("admins = [\"{}\"]", anna.id()));
    let _bot = home.started();
    let room = anna.room_with(&home.account).await;
    let made = anna.say(&room, "!team maak Jeugd West gemeente").await;
    assert!(anna.answer_to(&made).await.body().contains(TEAM));
    let asked = anna.say(&room, "!team").await;
    assert!(anna.answer_to(&asked).await.body().contains(TEAM), "only members are there");

    // Somebody who is only invited is there as much as anybody.
    anna.room(&room).invite_user_by_id(&bram.id()).await.unwrap();
    let asked = anna.say(&room, "!team").await;
    assert!(anna.answer_to(&asked).await.body().contains("Ik heb je uitgenodigd voor een gesprek met mij alleen"));
    let direct = invitation(&anna).await;
    anna.join(&direct).await;
    anna.wait("the answer in private", |seen| {
        seen.iter().find(|seen| seen.room == direct && seen.body().contains(TEAM)).map(|_| ())
    })
    .await;
    let asked = anna.say(&room, "!team").await;
    assert_eq!(anna.answer_to(&asked).await.body(), "Ik antwoord je privé.");
    anna.wait("a second answer in private", |seen| {
        let said = seen.iter().filter(|seen| seen.room == direct && seen.body().contains(TEAM));
        (said.count() == 2).then_some(())
    })
    .await;

    // Gone again, the room is theirs alone.
    anna.room(&room).kick_user(&bram.id(), None).await.unwrap();
    let asked = anna.say(&room, "!team").await;
    assert!(anna.answer_to(&asked).await.body().contains(TEAM));
}

#[tokio::test]
async fn in_a_direct_room_with_a_third_person_it_is_said_why_not() {
    let (anna, bram) = (person("anna").await, person("bram").await);
    let home = home().bot(&format!("admins = [\"{}\"]", anna.id()));
    let _bot = home.started();
    let room = anna.room_with(&home.account).await;
    let made = anna.say(&room, "!team maak Jeugd West gemeente").await;
    anna.answer_to(&made).await;
    let direct = anna.make_room(&[&home.account], true, true).await;
    anna.wait_introduction(&direct, &home.account).await;
    anna.say(&direct, "team").await;
    anna.wait("the team", |seen| {
        seen.iter().find(|seen| seen.room == direct && seen.body().contains(TEAM)).map(|_| ())
    })
    .await;
    anna.room(&direct).invite_user_by_id(&bram.id()).await.unwrap();
    anna.say(&direct, "!team").await;
    wait_said(&anna, &direct, "Dat laat ik alleen zien in een gesprek met mij alleen, en hier is nog iemand bij").await;
    let words = said(&anna, &home, &direct).await;
    assert_eq!(words.iter().filter(|said| said.contains(TEAM)).count(), 1);
}
