-- Encrypted payloads that have changed something. A server can send one again under another name, and it decrypts again: so
-- each is taken once. Kept for good, as the keys are with which they decrypt.
CREATE TABLE taken (
    -- The room key and the place in its chain.
    payload TEXT NOT NULL PRIMARY KEY,
    event_id TEXT NOT NULL
);
