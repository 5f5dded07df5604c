-- Signals: what professionals saw and reported. What they say is sealed under the key of the signal, record
-- `signal/<team_id>/<number>`. In clear stand who sees it, how far it has come, and when.

CREATE TABLE signal (
    team_id TEXT NOT NULL REFERENCES team (team_id),
    number TEXT NOT NULL,
    -- Counts the changes: what was decided on an earlier count is decided again.
    version BIGINT NOT NULL,
    -- new, interpreting, taken, closed, withdrawn
    status TEXT NOT NULL,
    label TEXT NOT NULL,
    -- 0 to 3.
    level BIGINT NOT NULL,
    author TEXT NOT NULL,
    author_organisation TEXT NOT NULL,
    -- Others than the author's organisation see their name.
    author_named BOOLEAN NOT NULL,
    owner TEXT,
    form TEXT NOT NULL REFERENCES form (name),
    -- The answers, and which of them the author released; nothing when it was taken back.
    sheet BYTEA,
    -- A keyed hash of the alias of its group.
    group_hash BYTEA,
    -- The day by which the reporter should hear something, as 2026-12-03.
    feedback_on TEXT NOT NULL,
    made_ms BIGINT NOT NULL,
    -- Why it was closed.
    closing BYTEA,
    -- When it was closed or taken back.
    ended_ms BIGINT,
    PRIMARY KEY (team_id, number)
);
CREATE INDEX signal_newest ON signal (team_id, made_ms, number) WHERE status <> 'withdrawn';
CREATE INDEX signal_group ON signal (team_id, group_hash, made_ms) WHERE group_hash IS NOT NULL;

-- The sharing list.
CREATE TABLE signal_share (
    team_id TEXT NOT NULL,
    number TEXT NOT NULL,
    organisation TEXT NOT NULL,
    PRIMARY KEY (team_id, number, organisation),
    FOREIGN KEY (team_id, number) REFERENCES signal (team_id, number)
);

-- The people named.
CREATE TABLE signal_named (
    team_id TEXT NOT NULL,
    number TEXT NOT NULL,
    user_id TEXT NOT NULL,
    PRIMARY KEY (team_id, number, user_id),
    FOREIGN KEY (team_id, number) REFERENCES signal (team_id, number)
);

CREATE TABLE signal_interpretation (
    interpretation_id TEXT NOT NULL PRIMARY KEY,
    team_id TEXT NOT NULL,
    number TEXT NOT NULL,
    interpreter TEXT NOT NULL,
    organisation TEXT NOT NULL,
    form TEXT NOT NULL REFERENCES form (name),
    answers BYTEA NOT NULL,
    made_ms BIGINT NOT NULL,
    FOREIGN KEY (team_id, number) REFERENCES signal (team_id, number)
);
CREATE UNIQUE INDEX signal_interpretation_once ON signal_interpretation (team_id, number, interpreter);

-- What the reporter heard back.
CREATE TABLE signal_feedback (
    feedback_id TEXT NOT NULL PRIMARY KEY,
    team_id TEXT NOT NULL,
    number TEXT NOT NULL,
    said_by TEXT NOT NULL,
    text BYTEA NOT NULL,
    made_ms BIGINT NOT NULL,
    -- When the reporter said that they have read it.
    read_ms BIGINT,
    FOREIGN KEY (team_id, number) REFERENCES signal (team_id, number)
);
CREATE INDEX signal_feedback_of ON signal_feedback (team_id, number);

-- Questions to the author that are open.
CREATE TABLE signal_request (
    request_id TEXT NOT NULL PRIMARY KEY,
    team_id TEXT NOT NULL,
    number TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    -- share, name, label; and with whom, whom, which.
    wish TEXT NOT NULL,
    about TEXT NOT NULL,
    made_ms BIGINT NOT NULL,
    FOREIGN KEY (team_id, number) REFERENCES signal (team_id, number)
);
CREATE INDEX signal_request_of ON signal_request (team_id, number);

-- When the coordinators were last asked to look at a group.
CREATE TABLE signal_prompt (
    team_id TEXT NOT NULL REFERENCES team (team_id),
    group_hash BYTEA NOT NULL,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (team_id, group_hash)
);

-- The record that waiting words show: they are dropped when that is erased.
ALTER TABLE private_say ADD COLUMN shows TEXT;
