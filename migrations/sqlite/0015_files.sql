-- Whether a message of the bot brings a file: such a message is never changed into another, but taken back.
ALTER TABLE outbox ADD COLUMN file BOOLEAN NOT NULL DEFAULT FALSE;
