-- What people and the bot say lies sealed: payload and choices become bytes, under the keys `inbox/<event_id>` and
-- `outbox/<key>`. Rows from before are sealed when the database is opened. SQLite changes a column by making the table anew.
CREATE TABLE inbox_sealed (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    event_id TEXT NOT NULL UNIQUE,
    room_id TEXT NOT NULL REFERENCES room (room_id),
    -- new: to be handled; waiting: cannot be read yet; done: only the id is kept, so that it enters once.
    state TEXT NOT NULL,
    payload BLOB,
    -- waiting only: the room key it needs, and until when it is waited for.
    session_id TEXT,
    wait_until_ms BIGINT,
    received_ms BIGINT NOT NULL
);
INSERT INTO inbox_sealed
    SELECT seq, event_id, room_id, state, CAST(payload AS BLOB), session_id, wait_until_ms, received_ms FROM inbox;
DELETE FROM sqlite_sequence WHERE name = 'inbox_sealed';
INSERT INTO sqlite_sequence (name, seq) SELECT 'inbox_sealed', seq FROM sqlite_sequence WHERE name = 'inbox';
DROP TABLE inbox;
ALTER TABLE inbox_sealed RENAME TO inbox;
CREATE INDEX inbox_open ON inbox (room_id, seq) WHERE state <> 'done';

CREATE TABLE outbox_sealed (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    room_id TEXT NOT NULL REFERENCES room (room_id),
    -- 128 random bits: the transaction id of every try, and the mark inside the content.
    key TEXT NOT NULL UNIQUE,
    -- pending, sent, failed (can never pass)
    state TEXT NOT NULL,
    payload BLOB,
    -- The device that may have tried it since then: transaction ids count per device.
    device_id TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    -- The event it became.
    event_id TEXT,
    -- The event it answers, who asked, in which thread, and what can be chosen from it.
    answers TEXT,
    asked_by TEXT,
    thread TEXT,
    choices BLOB,
    redacted BOOLEAN NOT NULL,
    -- The key of the row under whose record key the choices are sealed: its own, or that of the edit that changed them.
    choices_by TEXT
);
INSERT INTO outbox_sealed
    SELECT seq, room_id, key, state, CAST(payload AS BLOB), device_id, created_ms, event_id, answers, asked_by, thread,
           CAST(choices AS BLOB), redacted, NULL
    FROM outbox;
DELETE FROM sqlite_sequence WHERE name = 'outbox_sealed';
INSERT INTO sqlite_sequence (name, seq) SELECT 'outbox_sealed', seq FROM sqlite_sequence WHERE name = 'outbox';
DROP TABLE outbox;
ALTER TABLE outbox_sealed RENAME TO outbox;
CREATE INDEX outbox_pending ON outbox (room_id, seq) WHERE state = 'pending';
CREATE INDEX outbox_answers ON outbox (answers) WHERE answers IS NOT NULL;
CREATE INDEX outbox_event ON outbox (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX outbox_choices_by ON outbox (choices_by) WHERE choices_by IS NOT NULL;
