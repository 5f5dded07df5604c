-- What running several bots on one database, and coming back from a backup, needs.

-- The device that the account works with.
ALTER TABLE account ADD COLUMN device_id TEXT;
-- The device it had when the backup was made, to be logged out once its successor serves.
ALTER TABLE account ADD COLUMN former_device_id TEXT;
-- When it was put back from a backup: what came before is not handled.
ALTER TABLE account ADD COLUMN restored_ms BIGINT;
-- The account is in the room. Until then, and once it has left, the room goes to whichever account of this database is.
ALTER TABLE room ADD COLUMN joined BOOLEAN NOT NULL DEFAULT TRUE;
