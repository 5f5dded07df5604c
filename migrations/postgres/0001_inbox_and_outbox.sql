-- Instants are milliseconds since 1970 (UTC), the same on both engines.

-- The bot accounts that work on this database.
CREATE TABLE account (
    user_id TEXT NOT NULL PRIMARY KEY,
    first_login_ms BIGINT NOT NULL,
    -- The sync token up to which every event is in the inbox, or its room is marked as having a gap.
    sync_mark TEXT
);

CREATE TABLE room (
    room_id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (user_id),
    -- Once true it stays true: such a room is never written to in plain text.
    encrypted BOOLEAN NOT NULL,
    -- It was made for one person and the bot.
    direct BOOLEAN NOT NULL,
    -- The newest event that is in the inbox (or needed no place in it).
    mark TEXT,
    -- Events are missing between the mark and now.
    gap BOOLEAN NOT NULL,
    language TEXT,
    -- When people were last told that the bot had been away.
    away_told_ms BIGINT
);

CREATE TABLE inbox (
    seq BIGINT NOT NULL GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id TEXT NOT NULL UNIQUE,
    room_id TEXT NOT NULL REFERENCES room (room_id),
    -- new: to be handled; waiting: cannot be read yet; done: only the id is kept, so that it enters once.
    state TEXT NOT NULL,
    payload TEXT,
    -- waiting only: the room key it needs, and until when it is waited for.
    session_id TEXT,
    wait_until_ms BIGINT,
    received_ms BIGINT NOT NULL
);
CREATE INDEX inbox_open ON inbox (room_id, seq) WHERE state <> 'done';

CREATE TABLE outbox (
    seq BIGINT NOT NULL GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    room_id TEXT NOT NULL REFERENCES room (room_id),
    -- 128 random bits: the transaction id of every try, and the mark inside the content.
    key TEXT NOT NULL UNIQUE,
    -- pending, sent, failed (can never pass)
    state TEXT NOT NULL,
    payload TEXT,
    -- The device that may have tried it since then: transaction ids count per device.
    device_id TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    -- The event it became.
    event_id TEXT,
    -- The event it answers, who asked, in which thread, and what can be chosen from it.
    answers TEXT,
    asked_by TEXT,
    thread TEXT,
    choices TEXT,
    redacted BOOLEAN NOT NULL
);
CREATE INDEX outbox_pending ON outbox (room_id, seq) WHERE state = 'pending';
CREATE INDEX outbox_answers ON outbox (answers) WHERE answers IS NOT NULL;
CREATE INDEX outbox_event ON outbox (event_id) WHERE event_id IS NOT NULL;

CREATE TABLE person (
    user_id TEXT NOT NULL PRIMARY KEY,
    language TEXT
);
