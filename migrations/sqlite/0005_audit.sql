-- The audit log: who read, made, shared, changed or erased which record when. No content. STRICT, so that a value of another
-- type put in behind the bot's back is refused or read as what it is.

CREATE TABLE audit (
    -- Counts from 1 without gaps.
    number INTEGER NOT NULL PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    -- A person's id, operator, or bot.
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    -- table/row
    record TEXT NOT NULL,
    team TEXT,
    -- A closed value such as label:red.
    detail TEXT,
    -- The hash of the row before, and a keyed hash over that and all of this row.
    previous BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;
CREATE INDEX audit_team ON audit (team, number);

-- One row: the newest number and its hash. Whoever adds to the log takes it first.
CREATE TABLE audit_head (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL,
    hash BLOB NOT NULL,
    -- A keyed hash over the two.
    seal BLOB NOT NULL
) STRICT;

-- At most one row: the last row that was kept long enough and let go.
CREATE TABLE audit_checkpoint (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL,
    hash BLOB NOT NULL,
    at_ms INTEGER NOT NULL,
    -- How many went that time.
    pruned INTEGER NOT NULL,
    -- A keyed hash over all of it.
    seal BLOB NOT NULL
) STRICT;
