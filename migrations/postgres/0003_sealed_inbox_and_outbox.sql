-- What people and the bot say lies sealed: payload and choices become bytes, under the keys `inbox/<event_id>` and
-- `outbox/<key>`. Rows from before are sealed when the database is opened.
ALTER TABLE inbox ALTER COLUMN payload TYPE BYTEA USING convert_to(payload, 'UTF8');
ALTER TABLE outbox ALTER COLUMN payload TYPE BYTEA USING convert_to(payload, 'UTF8');
ALTER TABLE outbox ALTER COLUMN choices TYPE BYTEA USING convert_to(choices, 'UTF8');
-- The key of the row under whose record key the choices are sealed: its own, or that of the edit that changed them.
ALTER TABLE outbox ADD COLUMN choices_by TEXT;
CREATE INDEX outbox_choices_by ON outbox (choices_by) WHERE choices_by IS NOT NULL;
