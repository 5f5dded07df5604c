//! Writes a change of what a team has learned within the transaction of its event.

/// Makes a change of what a team has learned. A proposal that was decided before, or of which another version came since, fails
/// as overtaken, which rolls back all.
macro_rules! apply {
    ($store:expr, $tx:ident, $change:expr, $now_ms:expr) => {{
        use $crate::domain::PracticeStep;
        use $crate::store::practice::{entry_json, entry_place, lesson_place, reason_place};
        use $crate::store::signals::change::key;
        let change: &$crate::domain::PracticeChange = $change;
        let team = change.team.as_str();
        // Who changes it at the same time waits here, and then sees what became of it.
        sqlx::query("UPDATE team SET version = version WHERE team_id = $1").bind(team).execute(&mut *$tx).await?;
        for step in &change.steps {
            // How many rows it changed; none is overtaken, unless that is as it should be.
            let changed = match step {
                PracticeStep::Experienced { slug, effect, month, source } => {
                    sqlx::query(
                        "INSERT INTO practice_use (team_id, slug, source, effect, month) VALUES ($1, $2, $3, $4, $5)
                         ON CONFLICT (team_id, slug, source) DO NOTHING",
                    )
                    .bind(team)
                    .bind(slug.as_str())
                    .bind(source.as_str())
                    .bind(effect.code())
                    .bind(month.to_string())
                    .execute(&mut *$tx)
                    .await?;
                    1
                }
                PracticeStep::Lesson { id, slug, text, month } => {
                    let record = $crate::domain::practice_record(&change.team, id);
                    // Also when it has been erased: it does not come back.
                    let known: Option<String> = sqlx::query_scalar("SELECT record FROM record_key WHERE record = $1")
                        .bind(record.as_str())
                        .fetch_optional(&mut *$tx)
                        .await?;
                    if known.is_none() {
                        let (key, wrapped) = $store.new_record_key(&record);
                        $crate::store::seal::keep_key!($tx, record.as_str(), wrapped);
                        sqlx::query(
                            "INSERT INTO practice_lesson (lesson_id, team_id, slug, month, text, made_ms)
                             VALUES ($1, $2, $3, $4, $5, $6)",
                        )
                        .bind(id.as_str())
                        .bind(team)
                        .bind(slug.as_str())
                        .bind(month.to_string())
                        .bind(key.seal(lesson_place(id), text.as_bytes()))
                        .bind($now_ms)
                        .execute(&mut *$tx)
                        .await?;
                    }
                    1
                }
                PracticeStep::Proposed { id, slug, number, basis, entry, by, organisation } => {
                    let record = $crate::domain::practice_record(&change.team, id);
                    let (key, wrapped) = $store.new_record_key(&record);
                    $crate::store::seal::keep_key!($tx, record.as_str(), wrapped);
                    sqlx::query(
                        "INSERT INTO practice_entry (entry_id, team_id, slug, number, basis, state, entry, proposed_by,
                                                     proposed_for, proposed_ms)
                         VALUES ($1, $2, $3, $4, $5, 'proposed', $6, $7, $8, $9)
                         ON CONFLICT (team_id, slug, number) DO NOTHING",
                    )
                    .bind(id.as_str())
                    .bind(team)
                    .bind(slug.as_str())
                    .bind(i64::from(*number))
                    .bind(i64::from(*basis))
                    .bind(key.seal(entry_place(id), entry_json(entry)?.as_bytes()))
                    .bind(by.as_ref().map($crate::domain::UserId::as_str))
                    .bind(organisation.map($crate::domain::OrganisationKind::code))
                    .bind($now_ms)
                    .execute(&mut *$tx)
                    .await?
                    .rows_affected()
                }
                PracticeStep::Accepted { id, slug, version, by } => {
                    let past = sqlx::query(
                        "UPDATE practice_entry SET state = 'past'
                         WHERE team_id = $1 AND slug = $2 AND state = 'accepted' AND version = $3",
                    )
                    .bind(team)
                    .bind(slug.as_str())
                    .bind(i64::from(*version) - 1)
                    .execute(&mut *$tx)
                    .await?
                    .rows_affected();
                    if past == 0 && *version > 1 {
                        return Err($crate::store::StoreError::Overtaken);
                    }
                    sqlx::query(
                        "UPDATE practice_entry SET state = 'accepted', version = $4, decided_by = $5, decided_ms = $6
                         WHERE team_id = $1 AND slug = $2 AND entry_id = $3 AND state = 'proposed'
                           AND NOT EXISTS (SELECT 1 FROM practice_entry AS other
                                           WHERE other.team_id = $1 AND other.slug = $2 AND other.state = 'accepted')",
                    )
                    .bind(team)
                    .bind(slug.as_str())
                    .bind(id.as_str())
                    .bind(i64::from(*version))
                    .bind(by.as_ref().map($crate::domain::UserId::as_str))
                    .bind($now_ms)
                    .execute(&mut *$tx)
                    .await?
                    .rows_affected()
                }
                PracticeStep::Refused { id, by, reason } => {
                    let record = $crate::domain::practice_record(&change.team, id);
                    let key = key!($store, $tx, record.as_str());
                    sqlx::query(
                        "UPDATE practice_entry SET state = 'refused', decided_by = $3, decided_ms = $4, reason = $5
                         WHERE team_id = $1 AND entry_id = $2 AND state = 'proposed'",
                    )
                    .bind(team)
                    .bind(id.as_str())
                    .bind(by.as_str())
                    .bind($now_ms)
                    .bind(key.seal(reason_place(id), reason.as_bytes()))
                    .execute(&mut *$tx)
                    .await?
                    .rows_affected()
                }
                PracticeStep::Withdrawn { id } => sqlx::query(
                    "UPDATE practice_entry SET state = 'withdrawn', decided_ms = $3
                     WHERE team_id = $1 AND entry_id = $2 AND state = 'proposed'",
                )
                .bind(team)
                .bind(id.as_str())
                .bind($now_ms)
                .execute(&mut *$tx)
                .await?
                .rows_affected(),
            };
            if changed == 0 {
                return Err($crate::store::StoreError::Overtaken);
            }
        }
    }};
}
pub(in crate::store) use apply;
