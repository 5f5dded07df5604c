//! A report answered by reactions, in a team that has switched them on.

use super::{Alone, Chain, SEEN, SHORT};
use crate::support::person::Seen;

impl Alone<'_> {
    /// Puts the digits under a question and waits for what the bot says then.
    async fn ticks(&mut self, question: &Seen, number: usize, expected: &str) -> Seen {
        self.person.react(&self.room, &question.event, &digit(number)).await;
        self.hear(expected).await
    }
}

/// The digit as an app puts it under a message.
fn digit(number: usize) -> String {
    format!("{number}\u{fe0f}\u{20e3}")
}

#[tokio::test]
async fn with_the_switch_on_whatever_has_few_options_is_answered_by_reactions_and_sent_by_a_word() {
    let chain = Chain::new().await;
    assert_eq!(chain.home.change_database("UPDATE team SET ticks = NOT ticks").await, 1);
    let carla = &chain.carla;
    let mut alone = chain.reporting(carla).await;
    let room = alone.room.clone();
    let danger = alone.say("kort", SHORT[0].1).await;
    // The bot puts the digits there itself.
    carla
        .wait("the third digit", |seen| {
            seen.iter()
                .find(|seen| {
                    seen.sender == *chain.home.account
                        && seen.content["m.relates_to"]["event_id"] == danger.event.as_str()
                        && seen.content["m.relates_to"]["key"] == digit(3)
                })
                .map(|_| ())
        })
        .await;
    alone.ticks(&danger, 2, SHORT[1].1).await;
    alone.walk(&SHORT[2..4]).await;
    let question = alone.say("gisteravond half elf", SHORT[4].1).await;
    let question = alone.ticks(&question, 1, SHORT[5].1).await;
    let question = alone.ticks(&question, 6, SHORT[6].1).await;
    let question = alone.ticks(&question, 3, SHORT[7].1).await;
    alone.ticks(&question, 3, SHORT[8].1).await;
    // Of several the word says that it was all; one is ticked and taken away again.
    let concrete = alone.say("haven", SHORT[9].1).await;
    carla.react(&room, &concrete.event, &digit(1)).await;
    let second = carla.react(&room, &concrete.event, &digit(2)).await;
    carla.react(&room, &concrete.event, &digit(5)).await;
    carla.redact(&room, &second).await;
    let question = alone.say("klaar", SHORT[10].1).await;
    assert!(question.body().contains("een plaats, vervoer of onderweg"), "{}", question.body());
    let question = alone.ticks(&question, 4, SHORT[11].1).await;
    alone.ticks(&question, 1, SHORT[12].1).await;
    let question = alone.say("politie", SHORT[13].1).await;
    let summary = alone.ticks(&question, 2, SHORT[14].1).await;
    for answer in ["Direct gevaar: nee", "Zekerheid: gerucht", "Bereik: wijk", "Ernst: informatie", SEEN] {
        assert!(summary.body().contains(answer), "“{answer}” is not in: {}", summary.body());
    }
    // Nothing is sent by a reaction.
    carla.react(&room, &summary.event, "👍").await;
    alone.sends().await;
}
