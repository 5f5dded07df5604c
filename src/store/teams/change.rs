//! Writes a change of a team within the transaction of its event.

use crate::domain::{OrganisationKind, RoomPurpose};

/// What the column of a room's purpose holds.
pub(in crate::store) fn purpose_column(purpose: RoomPurpose) -> Option<&'static str> {
    match purpose {
        RoomPurpose::Chain => None,
        RoomPurpose::Organisation(kind) => Some(OrganisationKind::code(kind)),
    }
}

/// The key of a record, read within a transaction; an error when there is none.
macro_rules! key_of {
    ($store:expr, $tx:ident, $record:expr) => {{
        let row: Option<(Option<String>, Option<Vec<u8>>)> =
            sqlx::query_as("SELECT master, wrapped FROM record_key WHERE record = $1")
                .bind($record)
                .fetch_optional(&mut *$tx)
                .await?;
        let (master, wrapped) = row.unwrap_or_default();
        $store.key_from($record, master, wrapped)?
    }};
}
pub(in crate::store) use key_of;

/// Makes a change of a team. One that was decided on another version of the team fails as overtaken, which rolls back all.
macro_rules! apply {
    ($store:expr, $tx:ident, $change:expr, $now_ms:expr) => {{
        use $crate::store::teams::change::{key_of, purpose_column};
        use $crate::store::teams::{group_row, place, record, same_name};
        let (team, record) = ($change.team.as_str(), record(&$change.team));
        for (index, step) in $change.steps.iter().enumerate() {
            // The first step takes the team for itself: who changes it at the same time waits, and then sees another version.
            if index == 0 && !matches!(step, $crate::domain::TeamStep::Made { .. }) {
                let taken = sqlx::query(
                    "UPDATE team SET version = version + 1 WHERE team_id = $1 AND (version = $2 OR $2 IS NULL)",
                )
                .bind(team)
                .bind($change.seen)
                .execute(&mut *$tx)
                .await?
                .rows_affected();
                if taken == 0 && $change.seen.is_some() {
                    return Err($crate::store::StoreError::Overtaken);
                }
            }
            match step {
                $crate::domain::TeamStep::Made { name } => {
                    let (key, wrapped) = $store.new_record_key(&record);
                    $crate::store::seal::keep_key!($tx, record.as_str(), wrapped);
                    let names = key_of!($store, $tx, $crate::store::seal::NAMES);
                    let hash = names.hash(&[b"team", same_name(name).as_bytes()]);
                    let made = sqlx::query(
                        "INSERT INTO team (team_id, name, name_hash, version, made_ms) VALUES ($1, $2, $3, 1, $4)
                         ON CONFLICT (name_hash) DO NOTHING",
                    )
                    .bind(team)
                    .bind(key.seal(place("team", team, "name"), name.as_bytes()))
                    .bind(hash.as_slice())
                    .bind($now_ms)
                    .execute(&mut *$tx)
                    .await?
                    .rows_affected();
                    if made == 0 {
                        return Err($crate::store::StoreError::Overtaken);
                    }
                }
                $crate::domain::TeamStep::Member { person, organisation, role, mandate } => {
                    sqlx::query(
                        "INSERT INTO member (team_id, user_id, organisation, role, mandate) VALUES ($1, $2, $3, $4, $5)
                         ON CONFLICT (team_id, user_id) DO UPDATE SET organisation = excluded.organisation,
                             role = excluded.role, mandate = excluded.mandate",
                    )
                    .bind(team)
                    .bind(person.as_str())
                    .bind(organisation.code())
                    .bind(role.code())
                    .bind(*mandate)
                    .execute(&mut *$tx)
                    .await?;
                }
                $crate::domain::TeamStep::Gone { person } => {
                    for sql in [
                        "DELETE FROM member WHERE team_id = $1 AND user_id = $2",
                        "DELETE FROM team_choice WHERE team_id = $1 AND user_id = $2",
                    ] {
                        sqlx::query(sql).bind(team).bind(person.as_str()).execute(&mut *$tx).await?;
                    }
                }
                $crate::domain::TeamStep::RoomBound { room, purpose } => {
                    let purpose = purpose_column(*purpose);
                    if purpose.is_none() {
                        sqlx::query(
                            "DELETE FROM team_room WHERE team_id = $1 AND organisation IS NULL AND room_id <> $2",
                        )
                        .bind(team)
                        .bind(room.as_str())
                        .execute(&mut *$tx)
                        .await?;
                    }
                    let bound = sqlx::query(
                        "INSERT INTO team_room (room_id, team_id, organisation) VALUES ($1, $2, $3)
                         ON CONFLICT (room_id) DO UPDATE SET organisation = excluded.organisation
                         WHERE team_room.team_id = excluded.team_id",
                    )
                    .bind(room.as_str())
                    .bind(team)
                    .bind(purpose)
                    .execute(&mut *$tx)
                    .await?
                    .rows_affected();
                    // Another team has taken the room meanwhile.
                    if bound == 0 {
                        return Err($crate::store::StoreError::Overtaken);
                    }
                }
                $crate::domain::TeamStep::RoomLoose { room } => {
                    sqlx::query("DELETE FROM team_room WHERE room_id = $1 AND team_id = $2")
                        .bind(room.as_str())
                        .bind(team)
                        .execute(&mut *$tx)
                        .await?;
                }
                $crate::domain::TeamStep::Group { alias } => {
                    let key = key_of!($store, $tx, record.as_str());
                    let names = key_of!($store, $tx, $crate::store::seal::NAMES);
                    let hash = names.hash(&[b"group", same_name(alias).as_bytes()]);
                    let row = group_row(&$change.team, &hash);
                    sqlx::query(
                        "INSERT INTO team_group (team_id, alias_hash, alias) VALUES ($1, $2, $3)
                         ON CONFLICT (team_id, alias_hash) DO UPDATE SET alias = excluded.alias",
                    )
                    .bind(team)
                    .bind(hash.as_slice())
                    .bind(key.seal(place("team_group", &row, "alias"), alias.as_bytes()))
                    .execute(&mut *$tx)
                    .await?;
                }
                $crate::domain::TeamStep::GroupGone { alias } => {
                    let names = key_of!($store, $tx, $crate::store::seal::NAMES);
                    let hash = names.hash(&[b"group", same_name(alias).as_bytes()]);
                    sqlx::query("DELETE FROM team_group WHERE team_id = $1 AND alias_hash = $2")
                        .bind(team)
                        .bind(hash.as_slice())
                        .execute(&mut *$tx)
                        .await?;
                }
                $crate::domain::TeamStep::Phone { id, level, organisation, words, review_on } => {
                    let key = key_of!($store, $tx, record.as_str());
                    sqlx::query(
                        "INSERT INTO team_phone (phone_id, team_id, level, organisation, words, review_on)
                         VALUES ($1, $2, $3, $4, $5, $6)",
                    )
                    .bind(id.as_str())
                    .bind(team)
                    .bind(i64::from(*level))
                    .bind(organisation.code())
                    .bind(key.seal(place("team_phone", id, "words"), words.as_bytes()))
                    .bind(review_on.to_string())
                    .execute(&mut *$tx)
                    .await?;
                }
                $crate::domain::TeamStep::PhoneGone { id } => {
                    sqlx::query("DELETE FROM team_phone WHERE phone_id = $1 AND team_id = $2")
                        .bind(id.as_str())
                        .bind(team)
                        .execute(&mut *$tx)
                        .await?;
                }
                $crate::domain::TeamStep::Absent { person, until } => {
                    sqlx::query("UPDATE member SET absent_until = $3 WHERE team_id = $1 AND user_id = $2")
                        .bind(team)
                        .bind(person.as_str())
                        .bind(until.map(|day| day.to_string()))
                        .execute(&mut *$tx)
                        .await?;
                }
                $crate::domain::TeamStep::Ticks { on } => {
                    sqlx::query("UPDATE team SET ticks = $2 WHERE team_id = $1")
                        .bind(team)
                        .bind(*on)
                        .execute(&mut *$tx)
                        .await?;
                }
                $crate::domain::TeamStep::TimeZone { zone } => {
                    sqlx::query("UPDATE team SET time_zone = $2 WHERE team_id = $1")
                        .bind(team)
                        .bind(zone.name())
                        .execute(&mut *$tx)
                        .await?;
                }
                $crate::domain::TeamStep::PathTerms { terms } => {
                    let terms = terms.map(|terms| serde_json::to_string(&terms).expect("days are plain values"));
                    sqlx::query("UPDATE team SET path = $2 WHERE team_id = $1")
                        .bind(team)
                        .bind(terms)
                        .execute(&mut *$tx)
                        .await?;
                }
                $crate::domain::TeamStep::Chosen { room, person } => {
                    sqlx::query(
                        "INSERT INTO team_choice (room_id, user_id, team_id) VALUES ($1, $2, $3)
                         ON CONFLICT (room_id, user_id) DO UPDATE SET team_id = excluded.team_id",
                    )
                    .bind(room.as_str())
                    .bind(person.as_str())
                    .bind(team)
                    .execute(&mut *$tx)
                    .await?;
                }
            }
        }
    }};
}
pub(in crate::store) use apply;
