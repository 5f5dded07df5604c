-- Guided dialogues, and what the bot does of its own accord when its time has come.

-- Forms in each version with which something was made. What they say is no secret: it lies in the program and its settings.
CREATE TABLE form (
    -- A hash of what it says.
    name TEXT NOT NULL PRIMARY KEY,
    json TEXT NOT NULL
);

-- A person is in one dialogue at a time. What was answered is sealed under the key of the record `dialogue/<dialogue_id>`.
CREATE TABLE dialogue (
    dialogue_id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    person TEXT NOT NULL,
    team_id TEXT NOT NULL,
    form TEXT NOT NULL REFERENCES form (name),
    draft BLOB NOT NULL,
    parked BOOLEAN NOT NULL,
    -- Counts the changes: what was decided on an earlier count is decided again.
    version BIGINT NOT NULL,
    touched_ms BIGINT NOT NULL,
    UNIQUE (account, person)
);

-- Work that falls due. It is there once for each kind and subject.
CREATE TABLE due (
    account TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (account, kind, subject)
);
CREATE INDEX due_next ON due (account, at_ms);

-- Messages of people that went into a record: they are taken back when it is erased.
CREATE TABLE said_of (
    record TEXT NOT NULL,
    room_id TEXT NOT NULL,
    event_id TEXT NOT NULL,
    PRIMARY KEY (record, event_id)
);

-- The record that a message of the bot shows: it is taken back when that is erased.
ALTER TABLE outbox ADD COLUMN shows TEXT;
CREATE INDEX outbox_shows ON outbox (shows) WHERE shows IS NOT NULL;
