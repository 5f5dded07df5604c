//! Writes a change of a signal within the transaction of its event.

/// The key of a signal, read within a transaction. One that was erased a moment ago is overtaken.
macro_rules! key {
    ($store:expr, $tx:ident, $record:expr) => {{
        let wrapped: Option<(String, Vec<u8>)> =
            sqlx::query_as("SELECT master, wrapped FROM record_key WHERE record = $1 AND wrapped IS NOT NULL")
                .bind($record)
                .fetch_optional(&mut *$tx)
                .await?;
        let Some((master, bytes)) = wrapped else { return Err($crate::store::StoreError::Overtaken) };
        $store.unwrap_key($record, &$crate::privacy::Wrapped { master, bytes })?
    }};
}
pub(in crate::store) use key;

/// Keeps a form within a transaction, as long as anything was made with it.
macro_rules! keep_form {
    ($tx:ident, $form:expr) => {
        sqlx::query("INSERT INTO form (name, json) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING")
            .bind($form.name.as_str())
            .bind($form.json.as_str())
            .execute(&mut *$tx)
            .await?
    };
}
pub(in crate::store) use keep_form;

/// Makes a change of a signal. One that was decided on another state of the signal fails as overtaken, which rolls back all.
macro_rules! apply {
    ($store:expr, $tx:ident, $change:expr, $now_ms:expr) => {{
        use $crate::domain::SignalStep;
        use $crate::store::signals::change::{keep_form, key};
        use $crate::store::signals::{Sheet, place, record, row_of, sealed_text};
        use $crate::store::teams::change::key_of;
        let change: &$crate::domain::SignalChange = $change;
        let (team, number) = (change.team.as_str(), change.number.as_str());
        let (record, row) = (record(&change.team, &change.number), row_of(&change.team, &change.number));
        if change.seen > 0 {
            // Who changes it at the same time waits here, and then sees another version.
            let taken = sqlx::query(
                "UPDATE signal SET version = version + 1, touched_ms = $4
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
            // The step as one statement about the signal, and what it binds besides; what needs more says so itself.
            let simple: Option<(&str, Option<&str>)> = match step {
                SignalStep::Made(new) => {
                    keep_form!($tx, new.form);
                    let (key, wrapped) = $store.new_record_key(&record);
                    let group = match &new.group {
                        None => None,
                        Some(alias) => {
                            let names = key_of!($store, $tx, $crate::store::seal::NAMES);
                            let alias = $crate::store::teams::same_name(alias);
                            Some(names.hash(&[b"group", alias.as_bytes()]).to_vec())
                        }
                    };
                    let sheet = Sheet { answers: new.answers.clone(), released: new.released.clone() };
                    let guard = &new.protection;
                    let made = sqlx::query(
                        "INSERT INTO signal (team_id, number, version, status, label, level, author, author_organisation,
                                             author_named, owner, form, sheet, group_hash, feedback_on, made_ms, touched_ms)
                         VALUES ($1, $2, 1, 'new', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)
                         ON CONFLICT (team_id, number) DO NOTHING",
                    )
                    .bind(team)
                    .bind(number)
                    .bind(guard.label.code())
                    .bind(i64::from(new.level))
                    .bind(guard.author.as_str())
                    .bind(guard.author_organisation.code())
                    .bind(guard.author_named)
                    .bind(guard.owner.as_ref().map($crate::domain::UserId::as_str))
                    .bind(new.form.name.as_str())
                    .bind(sealed_text(&key, place("signal", &row, "sheet"), &sheet)?)
                    .bind(group.as_deref())
                    .bind(new.feedback_on.to_string())
                    .bind($now_ms)
                    .execute(&mut *$tx)
                    .await?
                    .rows_affected();
                    if made == 0 {
                        return Err($crate::store::StoreError::Overtaken);
                    }
                    $crate::store::seal::keep_key!($tx, record.as_str(), wrapped);
                    let shares = guard.shared_with.iter().map(|with| {
                        ("INSERT INTO signal_share (team_id, number, organisation) VALUES ($1, $2, $3)", with.code())
                    });
                    let names = guard.named.iter().map(|person| {
                        ("INSERT INTO signal_named (team_id, number, user_id) VALUES ($1, $2, $3)", person.as_str())
                    });
                    for (sql, one) in shares.chain(names) {
                        sqlx::query(sql).bind(team).bind(number).bind(one).execute(&mut *$tx).await?;
                    }
                    None
                }
                SignalStep::Taken { by } => Some((
                    "UPDATE signal SET owner = $3, status = 'taken' WHERE team_id = $1 AND number = $2",
                    Some(by.as_str()),
                )),
                SignalStep::Labelled { label, .. } => Some((
                    "UPDATE signal SET label = $3 WHERE team_id = $1 AND number = $2",
                    Some(label.code()),
                )),
                SignalStep::Shared { with } => Some((
                    "INSERT INTO signal_share (team_id, number, organisation) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                    Some(with.code()),
                )),
                SignalStep::Unshared { with } => Some((
                    "DELETE FROM signal_share WHERE team_id = $1 AND number = $2 AND organisation = $3",
                    Some(with.code()),
                )),
                SignalStep::Named { person } => Some((
                    "INSERT INTO signal_named (team_id, number, user_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                    Some(person.as_str()),
                )),
                SignalStep::Unnamed { person } => Some((
                    "DELETE FROM signal_named WHERE team_id = $1 AND number = $2 AND user_id = $3",
                    Some(person.as_str()),
                )),
                SignalStep::Interpreted(new) => {
                    keep_form!($tx, new.form);
                    let key = key!($store, $tx, record.as_str());
                    let made = sqlx::query(
                        "INSERT INTO signal_interpretation
                             (interpretation_id, team_id, number, interpreter, organisation, form, answers, made_ms)
                         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
                    )
                    .bind(new.id.as_str())
                    .bind(team)
                    .bind(number)
                    .bind(new.by.as_str())
                    .bind(new.organisation.code())
                    .bind(new.form.name.as_str())
                    .bind(sealed_text(&key, place("signal_interpretation", &new.id, "answers"), &new.answers)?)
                    .bind($now_ms)
                    .execute(&mut *$tx)
                    .await?
                    .rows_affected();
                    if made == 0 {
                        return Err($crate::store::StoreError::Overtaken);
                    }
                    Some((
                        "UPDATE signal SET status = 'interpreting'
                         WHERE team_id = $1 AND number = $2 AND status = 'new'",
                        None,
                    ))
                }
                SignalStep::Feedback { id, by, text } => {
                    let key = key!($store, $tx, record.as_str());
                    sqlx::query(
                        "INSERT INTO signal_feedback (feedback_id, team_id, number, said_by, text, made_ms)
                         VALUES ($1, $2, $3, $4, $5, $6)",
                    )
                    .bind(id.as_str())
                    .bind(team)
                    .bind(number)
                    .bind(by.as_str())
                    .bind(key.seal(place("signal_feedback", id, "text"), text.as_bytes()))
                    .bind($now_ms)
                    .execute(&mut *$tx)
                    .await?;
                    None
                }
                SignalStep::FeedbackRead { id } => {
                    sqlx::query(
                        "UPDATE signal_feedback SET read_ms = $4
                         WHERE team_id = $1 AND number = $2 AND feedback_id = $3 AND read_ms IS NULL",
                    )
                    .bind(team)
                    .bind(number)
                    .bind(id.as_str())
                    .bind($now_ms)
                    .execute(&mut *$tx)
                    .await?;
                    None
                }
                SignalStep::Closed { reason } => {
                    let key = key!($store, $tx, record.as_str());
                    sqlx::query(
                        "UPDATE signal SET status = 'closed', closing = $3, ended_ms = $4
                         WHERE team_id = $1 AND number = $2",
                    )
                    .bind(team)
                    .bind(number)
                    .bind(key.seal(place("signal", &row, "closing"), reason.as_bytes()))
                    .bind($now_ms)
                    .execute(&mut *$tx)
                    .await?;
                    None
                }
                SignalStep::Withdrawn => {
                    let how = $crate::domain::retention::GoneHow::Withdrawn;
                    $crate::store::retention::empty_signal!($tx, team, number, how, $now_ms);
                    None
                }
                SignalStep::Requested { id, by, wish } => {
                    let (kind, about) = wish.coded();
                    sqlx::query(
                        "INSERT INTO signal_request (request_id, team_id, number, asked_by, wish, about, made_ms)
                         VALUES ($1, $2, $3, $4, $5, $6, $7)",
                    )
                    .bind(id.as_str())
                    .bind(team)
                    .bind(number)
                    .bind(by.as_str())
                    .bind(kind.code())
                    .bind(about)
                    .bind($now_ms)
                    .execute(&mut *$tx)
                    .await?;
                    None
                }
                SignalStep::Answered { id, .. } => Some((
                    "DELETE FROM signal_request WHERE team_id = $1 AND number = $2 AND request_id = $3",
                    Some(id.as_str()),
                )),
                SignalStep::GroupPrompted { group, not_after_ms } => {
                    let prompted = sqlx::query(
                        "INSERT INTO signal_prompt (team_id, group_hash, at_ms) VALUES ($1, $2, $3)
                         ON CONFLICT (team_id, group_hash) DO UPDATE SET at_ms = excluded.at_ms
                         WHERE signal_prompt.at_ms <= $4",
                    )
                    .bind(team)
                    .bind(group.as_slice())
                    .bind($now_ms)
                    .bind(*not_after_ms)
                    .execute(&mut *$tx)
                    .await?
                    .rows_affected();
                    if prompted == 0 {
                        return Err($crate::store::StoreError::Overtaken);
                    }
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
