//! Writes a change of an agreement within the transaction of its event.

/// Makes a change of an agreement. One that was decided on another state of the agreement fails as overtaken, which rolls
/// back all.
macro_rules! apply {
    ($store:expr, $tx:ident, $change:expr, $now_ms:expr) => {{
        use $crate::domain::AgreementStep;
        use $crate::store::agreements::{record, text_place, version_row};
        use $crate::store::teams::change::key_of;
        let change: &$crate::domain::AgreementChange = $change;
        let (team, number) = (change.team.as_str(), change.number.as_str());
        if change.seen > 0 {
            // Who changes it at the same time waits here, and then sees another count.
            let taken = sqlx::query(
                "UPDATE agreement SET changes = changes + 1
                 WHERE team_id = $1 AND number = $2 AND changes = $3 AND status <> 'ended'",
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
        match &change.step {
            AgreementStep::Proposed { version, terms, by, organisation } => {
                let record = record(&change.team, &change.number);
                let (binds, rule) = (terms.subject.binds(), terms.subject.rule());
                let key = if change.seen == 0 {
                    let pair = rule.map(|_| (binds[0].code(), binds[1].code()));
                    let made = sqlx::query(
                        "INSERT INTO agreement (team_id, number, kind, giver, receiver, status, changes, made_ms)
                         VALUES ($1, $2, $3, $4, $5, 'proposed', 1, $6) ON CONFLICT (team_id, number) DO NOTHING",
                    )
                    .bind(team)
                    .bind(number)
                    .bind(terms.subject.kind().code())
                    .bind(pair.map(|(giver, _)| giver))
                    .bind(pair.map(|(_, receiver)| receiver))
                    .bind($now_ms)
                    .execute(&mut *$tx)
                    .await?
                    .rows_affected();
                    if made == 0 {
                        return Err($crate::store::StoreError::Overtaken);
                    }
                    let (key, wrapped) = $store.new_record_key(&record);
                    $crate::store::seal::keep_key!($tx, record.as_str(), wrapped);
                    key
                } else {
                    sqlx::query(
                        "UPDATE agreement_version SET state = 'past'
                         WHERE team_id = $1 AND number = $2 AND state = 'proposed'",
                    )
                    .bind(team)
                    .bind(number)
                    .execute(&mut *$tx)
                    .await?;
                    key_of!($store, $tx, record.as_str())
                };
                let version = i64::from(*version);
                let row = version_row(&change.team, &change.number, version);
                sqlx::query(
                    "INSERT INTO agreement_version (team_id, number, version, state, rule, text, review_on, suggestion,
                                                    proposed_by, proposed_for, proposed_ms)
                     VALUES ($1, $2, $3, 'proposed', $4, $5, $6, $7, $8, $9, $10)",
                )
                .bind(team)
                .bind(number)
                .bind(version)
                .bind(rule.map($crate::domain::Sharing::code))
                .bind(key.seal(text_place(&row), terms.text.as_bytes()))
                .bind(terms.review_on.to_string())
                .bind(terms.suggestion.as_deref())
                .bind(by.as_str())
                .bind(organisation.code())
                .bind($now_ms)
                .execute(&mut *$tx)
                .await?;
                for (place, organisation) in (0_i64..).zip(binds) {
                    sqlx::query(
                        "INSERT INTO agreement_party (team_id, number, version, place, organisation)
                         VALUES ($1, $2, $3, $4, $5)",
                    )
                    .bind(team)
                    .bind(number)
                    .bind(version)
                    .bind(place)
                    .bind(organisation.code())
                    .execute(&mut *$tx)
                    .await?;
                }
            }
            AgreementStep::Confirmed { version, organisation, by, role, completes } => {
                // Who lost the mandate a moment ago speaks for nobody.
                let confirmed = sqlx::query(
                    "UPDATE agreement_party SET confirmed_by = $5, confirmed_role = $6, confirmed_ms = $7
                     WHERE team_id = $1 AND number = $2 AND version = $3 AND organisation = $4 AND confirmed_ms IS NULL
                       AND EXISTS (SELECT 1 FROM member
                                   WHERE team_id = $1 AND user_id = $5 AND organisation = $4 AND mandate = $8)",
                )
                .bind(team)
                .bind(number)
                .bind(i64::from(*version))
                .bind(organisation.code())
                .bind(by.as_str())
                .bind(role.code())
                .bind($now_ms)
                .bind(true)
                .execute(&mut *$tx)
                .await?
                .rows_affected();
                if confirmed == 0 {
                    return Err($crate::store::StoreError::Overtaken);
                }
                if *completes {
                    for sql in [
                        "UPDATE agreement_version SET state = 'past'
                         WHERE team_id = $1 AND number = $2 AND state = 'in_force' AND version <> $3",
                        "UPDATE agreement_version SET state = 'in_force', in_force_ms = $4
                         WHERE team_id = $1 AND number = $2 AND version = $3",
                        "UPDATE agreement SET status = 'in_force' WHERE team_id = $1 AND number = $2",
                        // Of two agreements about the same two organisations only the newer holds.
                        "UPDATE agreement SET status = 'ended', ended_how = 'replaced', ended_ms = $4,
                                              changes = changes + 1
                         WHERE team_id = $1 AND number <> $2 AND kind = 'sharing' AND status = 'in_force'
                           AND EXISTS (SELECT 1 FROM agreement new
                                       WHERE new.team_id = $1 AND new.number = $2
                                         AND new.giver = agreement.giver AND new.receiver = agreement.receiver)",
                    ] {
                        sqlx::query(sql)
                            .bind(team)
                            .bind(number)
                            .bind(i64::from(*version))
                            .bind($now_ms)
                            .execute(&mut *$tx)
                            .await?;
                    }
                }
            }
            AgreementStep::TakenBack { version } => {
                sqlx::query(
                    "UPDATE agreement_version SET state = 'past'
                     WHERE team_id = $1 AND number = $2 AND version = $3 AND state = 'proposed'",
                )
                .bind(team)
                .bind(number)
                .bind(i64::from(*version))
                .execute(&mut *$tx)
                .await?;
            }
            AgreementStep::Ended(how) => {
                sqlx::query(
                    "UPDATE agreement SET status = 'ended', ended_how = $3, ended_ms = $4
                     WHERE team_id = $1 AND number = $2",
                )
                .bind(team)
                .bind(number)
                .bind(how.code())
                .bind($now_ms)
                .execute(&mut *$tx)
                .await?;
            }
        }
    }};
}
pub(in crate::store) use apply;
