//! Agreements in a real encrypted room: confirmed by somebody else than who proposed it, and asked about once when its day
//! has come, also when the bot is started again.

use serde_json::json;

use super::{home, person};

#[tokio::test]
async fn an_agreement_is_confirmed_in_words_and_its_review_is_asked_once() {
    let (anna, bram) = (person("anna").await, person("bram").await);
    let home = home().bot(&format!("admins = [\"{}\"]", anna.id()));
    let bot = home.started();
    let room = anna.room_with(&home.account).await;
    anna.room(&room).invite_user_by_id(&bram.id()).await.unwrap();
    bram.join(&room).await;
    for line in [
        format!("!team maak Jeugd {} gemeente", anna.id().localpart()),
        format!("!team lid {} politie mandaat", bram.id()),
    ] {
        let said = anna.say(&room, &line).await;
        anna.answer_to(&said).await;
    }
    let said = anna.say(&room, "!afspraak nieuw signaal politie: altijd vier ogen, herzien vandaag").await;
    let proposal = anna.answer_to(&said).await;
    assert!(proposal.encrypted && proposal.content["msgtype"] == "m.notice", "{proposal:?}");
    let number = proposal.body().split_whitespace().find(|word| word.starts_with("AF-")).unwrap();
    let number = number.trim_end_matches('.').to_owned();
    bram.react(&room, &proposal.event, "👍").await;
    let said = anna.say(&room, &format!("!afspraak {number} bevestig")).await;
    assert!(anna.answer_to(&said).await.body().contains("gaat over politie"), "not hers to confirm");
    let said = bram.say(&room, &format!("!afspraak {number} bevestig")).await;
    let confirmed = bram.answer_to(&said).await;
    assert!(confirmed.body().contains("geldt vanaf nu"), "{}", confirmed.body());
    bot.terminate();

    let asks = |seen: &crate::support::person::Seen| seen.body().contains("Tijd om opnieuw te kijken");
    let bot = home.started();
    let asked = bram.wait("the review", |seen| seen.iter().find(|seen| asks(seen)).cloned()).await;
    assert_eq!(asked.content["msgtype"], "m.text", "it rings");
    assert_eq!(asked.content["m.mentions"], json!({ "user_ids": [bram.id()] }));
    assert!(asked.encrypted && asked.body().contains(&number) && !asked.body().contains("vier ogen"), "{asked:?}");
    bot.terminate();

    let _bot = home.started();
    let said = bram.say(&room, &format!("!afspraak {number}")).await;
    assert!(bram.answer_to(&said).await.body().contains("De afspraak geldt nog"));
    let history = bram.history(&room).await;
    assert_eq!(history.iter().filter(|seen| asks(seen)).count(), 1, "asked once");
}
