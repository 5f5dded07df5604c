-- How long what is held is kept, and how it goes.

-- When a record was last changed: its term begins anew then.
ALTER TABLE signal ADD COLUMN touched_ms BIGINT NOT NULL DEFAULT 0;
UPDATE signal SET touched_ms = COALESCE(ended_ms, made_ms);
ALTER TABLE incident ADD COLUMN touched_ms BIGINT NOT NULL DEFAULT 0;
UPDATE incident SET touched_ms = COALESCE(ended_ms, made_ms);

-- A record that is gone leaves a bare row, with how it went: withdrawn, expired, erased. Then its status is gone.
ALTER TABLE signal ADD COLUMN gone_how TEXT;
ALTER TABLE incident ADD COLUMN gone_how TEXT;
DROP INDEX signal_newest;
DROP INDEX incident_newest;
UPDATE signal SET status = 'gone', gone_how = 'withdrawn', author = '', owner = NULL WHERE status = 'withdrawn';
UPDATE incident SET status = 'gone', gone_how = 'withdrawn', author = '', owner = NULL WHERE status = 'withdrawn';
CREATE INDEX signal_newest ON signal (team_id, made_ms, number) WHERE status <> 'gone';
CREATE INDEX incident_newest ON incident (team_id, made_ms, number) WHERE status <> 'gone';

-- Who keeps contact with the young people after an incident, and since when: they are reminded.
ALTER TABLE incident ADD COLUMN contact TEXT;
ALTER TABLE incident ADD COLUMN contact_since_ms BIGINT;

-- What was said about the end of a record, and whether it is held back.
CREATE TABLE retention (
    -- Its name in record_key.
    record TEXT NOT NULL PRIMARY KEY,
    -- When its end was announced, and which end that was.
    announced_ms BIGINT,
    end_ms BIGINT,
    -- A coordinator holds it back until this day, as 2027-03-01; who, and why, sealed under the key of the record.
    held_until TEXT,
    held_by TEXT,
    reason BYTEA
);

-- Aftercare. Who takes part stands sealed in the plan, and as a keyed hash beside it; of what it is about nothing stands here.
CREATE TABLE aftercare (
    aftercare_id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    person_hash BYTEA NOT NULL,
    plan BYTEA NOT NULL,
    UNIQUE (account, person_hash)
);

-- A coordinator lets the operator search the records of a team once, because a young person or a parent asks what is held. Of the
-- code that they hand over stands a keyed hash.
CREATE TABLE search_consent (
    code_hash BYTEA NOT NULL PRIMARY KEY,
    team_id TEXT NOT NULL REFERENCES team (team_id),
    given_by TEXT NOT NULL,
    given_ms BIGINT NOT NULL
);
