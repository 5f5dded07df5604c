-- The audit log: who read, made, shared, changed or erased which record when. No content.

CREATE TABLE audit (
    -- Counts from 1 without gaps.
    number BIGINT NOT NULL PRIMARY KEY,
    at_ms BIGINT NOT NULL,
    -- A person's id, operator, or bot.
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    -- table/row
    record TEXT NOT NULL,
    team TEXT,
    -- A closed value such as label:red.
    detail TEXT,
    -- The hash of the row before, and a keyed hash over that and all of this row.
    previous BYTEA NOT NULL,
    hash BYTEA NOT NULL
);
CREATE INDEX audit_team ON audit (team, number);

-- One row: the newest number and its hash. Whoever adds to the log takes it first.
CREATE TABLE audit_head (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    number BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    -- A keyed hash over the two.
    seal BYTEA NOT NULL
);

-- At most one row: the last row that was kept long enough and let go.
CREATE TABLE audit_checkpoint (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    number BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    at_ms BIGINT NOT NULL,
    -- How many went that time.
    pruned BIGINT NOT NULL,
    -- A keyed hash over all of it.
    seal BYTEA NOT NULL
);
