-- The encryption identity of each person whom the bot has met in an encrypted room: the public half of their master key.
-- It is public, and so it stands in clear.
CREATE TABLE identity (
    user_id TEXT NOT NULL PRIMARY KEY,
    -- The key that is believed: the first that was seen, or the one that was confirmed since.
    trusted TEXT NOT NULL,
    -- The key last seen; nothing when the identity is gone.
    seen TEXT,
    seen_ms BIGINT NOT NULL,
    -- Since when this person's access is stopped, because another key was seen than the one believed. A key that comes back
    -- does not end it: a coordinator does.
    stopped_ms BIGINT
);
