//! Writes a change of an incident within the transaction of its event.

/// Makes a change of an incident. One that was decided on another state of it fails as overtaken, which rolls back all.
macro_rules! apply {
    ($store:expr, $tx:ident, $change:expr, $now_ms:expr) => {{
        use $crate::domain::incident::IncidentStep;
        use $crate::store::incidents::{line_row, place, record, row_of};
        use $crate::store::signals::change::{keep_form, key};
        use $crate::store::signals::sealed_text;
        let change: &$crate::domain::incident::IncidentChange = $change;
        let (team, number) = (change.team.as_str(), change.number.as_str());
        let (record, row) = (record(&change.team, &change.number), row_of(&change.team, &change.number));
        if change.seen > 0 {
            // Who changes it at the same time waits here, and then sees another version.
            let taken = sqlx::query(
                "UPDATE incident SET version = version + 1, touched_ms = $4
                 WHERE team_id = $1 AND number = $2 AND version = $3 AND status <> 'gone'",
            )
            .bind(team)
            .bind(number)
            .bind(change.seen)
            .bind($now_ms)
            .execute(&mut *$tx)
            .await?
            .rows_affected();
            if taken == 0 {
                return Err($crate::store::StoreError::Overtaken);
            }
        }
        for step in &change.steps {
            // The step as one statement about the incident, and what it binds besides; what needs more says so itself.
            let simple: Option<(&str, Option<&str>)> = match step {
                IncidentStep::Made(new) => {
                    keep_form!($tx, new.form);
                    let (key, wrapped) = $store.new_record_key(&record);
                    let group = match &new.group {
                        None => None,
                        Some(alias) => {
                            let names = $crate::store::teams::change::key_of!($store, $tx, $crate::store::seal::NAMES);
                            let alias = $crate::store::teams::same_name(alias);
                            Some(names.hash(&[b"group", alias.as_bytes()]).to_vec())
                        }
                    };
                    let guard = &new.protection;
                    let evaluation = $crate::domain::evaluation::Evaluation::default();
                    let made = sqlx::query(
                        "INSERT INTO incident (team_id, number, version, account, nature, status, label, author,
                                author_organisation, author_named, owner, form, sheet, group_hash, evaluation, made_ms,
                                touched_ms)
                         VALUES ($1, $2, 1, $3, $4, 'open', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)
                         ON CONFLICT (team_id, number) DO NOTHING",
                    )
                    .bind(team)
                    .bind(number)
                    .bind(new.account.as_str())
                    .bind(new.nature.code())
                    .bind(guard.label.code())
                    .bind(guard.author.as_str())
                    .bind(guard.author_organisation.code())
                    .bind(guard.author_named)
                    .bind(guard.owner.as_ref().map($crate::domain::UserId::as_str))
                    .bind(new.form.name.as_str())
                    .bind(sealed_text(&key, place("incident", &row, "sheet"), &new.answers)?)
                    .bind(group.as_deref())
                    .bind(sealed_text(&key, place("incident", &row, "evaluation"), &evaluation)?)
                    .bind($now_ms)
                    .execute(&mut *$tx)
                    .await?
                    .rows_affected();
                    if made == 0 {
                        return Err($crate::store::StoreError::Overtaken);
                    }
                    $crate::store::seal::keep_key!($tx, record.as_str(), wrapped);
                    let shares = guard.shared_with.iter().map(|with| {
                        ("INSERT INTO incident_share (team_id, number, organisation) VALUES ($1, $2, $3)", with.code())
                    });
                    let names = guard.named.iter().map(|person| {
                        ("INSERT INTO incident_named (team_id, number, user_id) VALUES ($1, $2, $3)", person.as_str())
                    });
                    for (sql, one) in shares.chain(names) {
                        sqlx::query(sql).bind(team).bind(number).bind(one).execute(&mut *$tx).await?;
                    }
                    None
                }
                IncidentStep::Logged(new) => {
                    let key = key!($store, $tx, record.as_str());
                    let line_row = line_row(&change.team, &change.number, new.line);
                    let made = sqlx::query(
                        "INSERT INTO incident_line
                             (team_id, number, line, from_ms, until_ms, made_by, organisation, happened, made_ms)
                         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING",
                    )
                    .bind(team)
                    .bind(number)
                    .bind(i64::from(new.line))
                    .bind(new.from_ms)
                    .bind(new.until_ms)
                    .bind(new.by.as_str())
                    .bind(new.organisation.code())
                    .bind(sealed_text(&key, place("incident_line", &line_row, "happened"), &new.happened)?)
                    .bind($now_ms)
                    .execute(&mut *$tx)
                    .await?
                    .rows_affected();
                    if made == 0 {
                        return Err($crate::store::StoreError::Overtaken);
                    }
                    None
                }
                IncidentStep::Taken { by } => {
                    Some(("UPDATE incident SET owner = $3 WHERE team_id = $1 AND number = $2", Some(by.as_str())))
                }
                IncidentStep::Labelled { label, .. } => {
                    Some(("UPDATE incident SET label = $3 WHERE team_id = $1 AND number = $2", Some(label.code())))
                }
                IncidentStep::Shared { with } => Some((
                    "INSERT INTO incident_share (team_id, number, organisation) VALUES ($1, $2, $3)
                     ON CONFLICT DO NOTHING",
                    Some(with.code()),
                )),
                IncidentStep::Unshared { with } => Some((
                    "DELETE FROM incident_share WHERE team_id = $1 AND number = $2 AND organisation = $3",
                    Some(with.code()),
                )),
                IncidentStep::Named { person } => Some((
                    "INSERT INTO incident_named (team_id, number, user_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                    Some(person.as_str()),
                )),
                IncidentStep::Unnamed { person } => Some((
                    "DELETE FROM incident_named WHERE team_id = $1 AND number = $2 AND user_id = $3",
                    Some(person.as_str()),
                )),
                IncidentStep::Contact { person } => {
                    sqlx::query(
                        "UPDATE incident SET contact = $3, contact_since_ms = $4 WHERE team_id = $1 AND number = $2",
                    )
                    .bind(team)
                    .bind(number)
                    .bind(person.as_ref().map($crate::domain::UserId::as_str))
                    .bind(person.as_ref().map(|_| $now_ms))
                    .execute(&mut *$tx)
                    .await?;
                    None
                }
                IncidentStep::Closed { reason } => {
                    let key = key!($store, $tx, record.as_str());
                    sqlx::query(
                        "UPDATE incident SET status = 'closed', closing = $3, ended_ms = $4
                         WHERE team_id = $1 AND number = $2",
                    )
                    .bind(team)
                    .bind(number)
                    .bind(key.seal(place("incident", &row, "closing"), reason.as_bytes()))
                    .bind($now_ms)
                    .execute(&mut *$tx)
                    .await?;
                    None
                }
                IncidentStep::Frozen { reason } => {
                    let key = key!($store, $tx, record.as_str());
                    sqlx::query("UPDATE incident SET frozen = $3 WHERE team_id = $1 AND number = $2")
                        .bind(team)
                        .bind(number)
                        .bind(key.seal(place("incident", &row, "frozen"), reason.as_bytes()))
                        .execute(&mut *$tx)
                        .await?;
                    None
                }
                IncidentStep::Thawed => {
                    Some(("UPDATE incident SET frozen = NULL WHERE team_id = $1 AND number = $2", None))
                }
                IncidentStep::Evaluated(evaluation) => {
                    let key = key!($store, $tx, record.as_str());
                    sqlx::query("UPDATE incident SET evaluation = $3 WHERE team_id = $1 AND number = $2")
                        .bind(team)
                        .bind(number)
                        .bind(sealed_text(&key, place("incident", &row, "evaluation"), evaluation)?)
                        .execute(&mut *$tx)
                        .await?;
                    sqlx::query("DELETE FROM vote_tick WHERE team_id = $1 AND number = $2")
                        .bind(team)
                        .bind(number)
                        .execute(&mut *$tx)
                        .await?;
                    for (event, ..) in evaluation.poll.iter().flat_map(|poll| &poll.ticks) {
                        sqlx::query(
                            "INSERT INTO vote_tick (event_id, team_id, number) VALUES ($1, $2, $3)
                             ON CONFLICT (event_id) DO NOTHING",
                        )
                        .bind(event.as_str())
                        .bind(team)
                        .bind(number)
                        .execute(&mut *$tx)
                        .await?;
                    }
                    None
                }
                IncidentStep::Contributed(new) => {
                    let key = key!($store, $tx, record.as_str());
                    let said_in = new.said_in.as_ref();
                    sqlx::query(
                        "INSERT INTO contribution (contribution_id, team_id, number, stage, question, person, organisation,
                                text, released, said_room, said_event, made_ms)
                         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                    )
                    .bind(new.id.as_str())
                    .bind(team)
                    .bind(number)
                    .bind(new.stage.code())
                    .bind(new.question.as_str())
                    .bind(new.person.as_str())
                    .bind(new.organisation.code())
                    .bind(key.seal(place("contribution", &new.id, "text"), new.text.as_bytes()))
                    .bind(new.released)
                    .bind(said_in.map(|(room, _)| room.as_str()))
                    .bind(said_in.map(|(_, event)| event.as_str()))
                    .bind($now_ms)
                    .execute(&mut *$tx)
                    .await?;
                    None
                }
                IncidentStep::Reworded { id, text } => {
                    let key = key!($store, $tx, record.as_str());
                    sqlx::query(
                        "UPDATE contribution SET text = $4
                         WHERE team_id = $1 AND number = $2 AND contribution_id = $3",
                    )
                    .bind(team)
                    .bind(number)
                    .bind(id.as_str())
                    .bind(key.seal(place("contribution", id, "text"), text.as_bytes()))
                    .execute(&mut *$tx)
                    .await?;
                    None
                }
                IncidentStep::Unsaid { id } => Some((
                    "DELETE FROM contribution WHERE team_id = $1 AND number = $2 AND contribution_id = $3",
                    Some(id.as_str()),
                )),
                IncidentStep::Released { person, yes } => {
                    sqlx::query(
                        "UPDATE contribution SET released = $4
                         WHERE team_id = $1 AND number = $2 AND person = $3 AND stage = 'before'",
                    )
                    .bind(team)
                    .bind(number)
                    .bind(person.as_str())
                    .bind(*yes)
                    .execute(&mut *$tx)
                    .await?;
                    None
                }
                IncidentStep::Withdrawn => {
                    let how = $crate::domain::retention::GoneHow::Withdrawn;
                    $crate::store::retention::empty_incident!($tx, team, number, how, $now_ms);
                    None
                }
            };
            if let Some((sql, one)) = simple {
                let query = sqlx::query(sql).bind(team).bind(number);
                let query = if one.is_some() { query.bind(one) } else { query };
                query.execute(&mut *$tx).await?;
            }
        }
    }};
}
pub(in crate::store) use apply;
