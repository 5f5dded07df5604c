-- Whether a team answers dialogues with reactions too. Reactions are never encrypted: the server can read them.
ALTER TABLE team ADD COLUMN ticks BOOLEAN NOT NULL DEFAULT FALSE;

-- An edit is looked up by the event that it changes.
CREATE INDEX taken_event ON taken (event_id);
