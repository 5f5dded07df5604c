//! Writes a change of a reminder within the transaction of its event or of its time having come. Its next moment stands with it and
//! in the table of due work: both are written here.

/// Makes a change of a reminder. One that was decided on another state of it fails as overtaken, which rolls back all.
macro_rules! apply {
    ($store:expr, $tx:ident, $change:expr, $now_ms:expr) => {{
        use $crate::domain::{Addressee, Reminded, ReminderStep};
        use $crate::store::reminders::row::{WALL, addressed, what};
        use $crate::store::reminders::{place, row_of};
        let change: &$crate::domain::ReminderChange = $change;
        let (team, number) = (change.team.as_str(), change.number.as_str());
        let record = $crate::domain::reminder_record(&change.team, &change.number);
        if change.seen > 0 {
            // Who changes it at the same time waits here, and then sees another version.
            let taken = sqlx::query(
                "UPDATE reminder SET version = version + 1 WHERE team_id = $1 AND number = $2 AND version = $3",
            )
            .bind(team)
            .bind(number)
            .bind(change.seen)
            .execute(&mut *$tx)
            .await?
            .rows_affected();
            if taken == 0 {
                return Err($crate::store::StoreError::Overtaken);
            }
        }
        let mut went = None;
        match &change.step {
            ReminderStep::Made(new) => {
                let (key, wrapped) = if change.seen > 0 {
                    ($crate::store::signals::change::key!($store, $tx, record.as_str()), None)
                } else {
                    let (key, wrapped) = $store.new_record_key(&record);
                    (key, Some(wrapped))
                };
                let words = match &new.what {
                    Reminded::Text(words) => {
                        Some(key.seal(place(&row_of(&change.team, &change.number)), words.as_bytes()))
                    }
                    Reminded::Overview => None,
                };
                // Made anew, its row goes first; nothing but a change of its own has raised its count.
                for sql in [
                    "DELETE FROM reminder_for WHERE team_id = $1 AND number = $2 AND $3 > 0",
                    "DELETE FROM reminder WHERE team_id = $1 AND number = $2 AND $3 > 0 AND version = $3 + 1",
                ] {
                    sqlx::query(sql).bind(team).bind(number).bind(change.seen).execute(&mut *$tx).await?;
                }
                let made = sqlx::query(
                    "INSERT INTO reminder (team_id, number, version, account, author, addressed, room_id, what, words,
                            first_wall, zone, rule, in_working_time, on_working_days, until_confirmed, status, asked, open,
                            next_ms, made_ms, asked_room, asked_event)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'planned', 0, $16, $17, $18,
                             $19, $20)
                     ON CONFLICT (team_id, number) DO NOTHING",
                )
                    .bind(team)
                    .bind(number)
                    .bind(change.seen + 1)
                    .bind(change.account.as_str())
                    .bind(new.author.as_str())
                    .bind(addressed(&new.to))
                    .bind(new.to.room().map($crate::domain::RoomId::as_str))
                    .bind(what(&new.what))
                    .bind(words)
                    .bind(new.schedule.first().format(WALL).to_string())
                    .bind(new.schedule.zone().name())
                    .bind(new.schedule.rule().map(ToString::to_string))
                    .bind(new.manner.in_working_time)
                    .bind(new.manner.on_working_days)
                    .bind(new.manner.until_confirmed)
                    .bind(false)
                    .bind(change.next_ms)
                    .bind($now_ms)
                    .bind(new.asked_in.0.as_str())
                    .bind(new.asked_in.1.as_str())
                    .execute(&mut *$tx)
                    .await?
                    .rows_affected();
                if made == 0 {
                    return Err($crate::store::StoreError::Overtaken);
                }
                if let Some(wrapped) = wrapped {
                    $crate::store::seal::keep_key!($tx, record.as_str(), wrapped);
                }
                if let Addressee::People(_, people) = &new.to {
                    for person in people {
                        sqlx::query("INSERT INTO reminder_for (team_id, number, user_id) VALUES ($1, $2, $3)")
                            .bind(team)
                            .bind(number)
                            .bind(person.as_str())
                            .execute(&mut *$tx)
                            .await?;
                    }
                }
            }
            ReminderStep::Went { course, tick: Some((tick, before)) } => {
                let before = serde_json::to_string(before)
                    .map_err(|source| $crate::store::StoreError::Corrupt { table: "reminder", source })?;
                went = Some((course, Some((tick.as_str(), before))));
            }
            ReminderStep::Went { course, tick: None } => went = Some((course, None)),
            ReminderStep::Erased => {
                sqlx::query("DELETE FROM reminder_for WHERE team_id = $1 AND number = $2")
                    .bind(team)
                    .bind(number)
                    .execute(&mut *$tx)
                    .await?;
                sqlx::query(
                    "UPDATE reminder SET words = NULL, status = 'stopped', open = $3, again_ms = NULL, next_ms = NULL,
                            tick = NULL, before = NULL, ended_ms = $4
                     WHERE team_id = $1 AND number = $2",
                )
                .bind(team)
                .bind(number)
                .bind(false)
                .bind($now_ms)
                .execute(&mut *$tx)
                .await?;
            }
        }
        if let Some((course, tick)) = went {
            let ended = !course.goes_on();
            sqlx::query(
                "UPDATE reminder SET status = $3, last_ms = $4, asked = $5, open = $6, again_ms = $7, next_ms = $8,
                        tick = $9, before = $10, ended_ms = $11
                 WHERE team_id = $1 AND number = $2",
            )
            .bind(team)
            .bind(number)
            .bind(course.status.code())
            .bind(course.last_ms)
            .bind(i64::from(course.asked))
            .bind(course.open)
            .bind(course.again_ms)
            .bind(change.next_ms)
            .bind(tick.as_ref().map(|(tick, _)| *tick))
            .bind(tick.as_ref().map(|(_, before)| before.as_str()))
            .bind(ended.then_some($now_ms))
            .execute(&mut *$tx)
            .await?;
        }
        let due = $crate::domain::DueChange {
            account: change.account.clone(),
            kind: $crate::domain::DueKind::Reminder,
            subject: record,
            at_ms: change.next_ms,
        };
        $crate::store::due::apply!($tx, &due);
    }};
}
pub(in crate::store) use apply;
