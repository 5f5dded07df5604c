//! A reaction under a reminder does what the words do, for those who may, and is put back when it is taken away.

use chrono::TimeDelta;

use super::{Planned, Team, id, only};

const DONE: &str = "SELECT COUNT(*) FROM reminder WHERE status = 'done'";
const STOPPED: &str = "SELECT COUNT(*) FROM reminder WHERE status = 'stopped'";
const LATER: &str = "SELECT COUNT(*) FROM reminder JOIN due ON due.subject LIKE '%' || reminder.number
                     WHERE again_ms IS NOT NULL AND again_ms = at_ms AND again_ms = next_ms";

#[tokio::test]
async fn a_reaction_of_whom_it_is_for_is_done_later_or_stop_and_is_put_back_when_it_is_taken_away() {
    let team = Team::new().await;
    let (author, room) = (id(&team.anna), &team.room);
    let to_bram = |text| Planned::ago(text, only(&team.bram, room), &author, TimeDelta::zero());
    let numbers = team.plan(vec![to_bram("eerste klus"), to_bram("tweede klus"), to_bram("derde klus")]).await;
    let bot = team.home.started();
    let [first, second, third] = [
        team.post(&team.bram, "eerste klus").await,
        team.post(&team.bram, "tweede klus").await,
        team.post(&team.bram, "derde klus").await,
    ];
    let bram = &team.bram;

    let tick = bram.react(room, &first.event, "✅").await;
    team.post(bram, &format!("{} is klaar, zegt {}", numbers[0], bram.id().localpart())).await;
    assert_eq!(team.home.number(DONE).await, Some(1));
    bram.redact(room, &tick).await;
    team.post(bram, &format!("{} is weer zoals daarvoor", numbers[0])).await;
    assert_eq!(team.home.number(DONE).await, Some(0));

    let tick = bram.react(room, &second.event, "💤").await;
    team.post(bram, &format!("{} komt later", numbers[1])).await;
    assert_eq!(team.home.number(LATER).await, Some(1));
    bram.redact(room, &tick).await;
    team.post(bram, &format!("{} is weer zoals daarvoor", numbers[1])).await;
    assert_eq!(team.home.number(LATER).await, Some(0));

    // Carla is of the team, but it is neither hers nor for her.
    team.carla.react(room, &third.event, "❌").await;
    let refused = team.post(&team.carla, &format!("Dat kan alleen wie {} maakte", numbers[2])).await;
    assert!(refused.body().contains(team.anna.id().localpart()), "{}", refused.body());
    assert_eq!(team.home.number(STOPPED).await, Some(0));
    let tick = bram.react(room, &third.event, "❌").await;
    team.post(bram, &format!("{} is gestopt door {}", numbers[2], bram.id().localpart())).await;
    assert_eq!(team.home.number(STOPPED).await, Some(1));
    bram.redact(room, &tick).await;
    team.post(bram, &format!("{} is weer zoals daarvoor", numbers[2])).await;
    assert_eq!(team.home.number(STOPPED).await, Some(0));
    assert_eq!(bot.terminate().0, Some(0));
}
