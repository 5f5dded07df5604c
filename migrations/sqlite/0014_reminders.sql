-- Reminders: what is said at planned moments. The words are sealed under the key of the record `reminder/<team_id>/<number>`. In
-- clear stand when, for whom, and how far it has come. When it is due next stands in the table of due work, too.

CREATE TABLE reminder (
    team_id TEXT NOT NULL REFERENCES team (team_id),
    number TEXT NOT NULL,
    -- Counts the changes: what was decided on an earlier count is decided again.
    version BIGINT NOT NULL,
    account TEXT NOT NULL,
    author TEXT NOT NULL,
    -- author, people, room
    addressed TEXT NOT NULL,
    -- The room in which it is said; nothing: the author's direct room.
    room_id TEXT,
    -- text, overview
    what TEXT NOT NULL,
    -- What is said; nothing when it is made at that moment, or was erased.
    words BLOB,
    -- The first time on the wall, as 2026-12-03T14:00; the zone by its IANA name; the rule after RFC 5545.
    first_wall TEXT NOT NULL,
    zone TEXT NOT NULL,
    rule TEXT,
    in_working_time BOOLEAN NOT NULL,
    on_working_days BOOLEAN NOT NULL,
    until_confirmed BOOLEAN NOT NULL,
    -- planned, said, done, stopped
    status TEXT NOT NULL,
    -- The planned moment that was last said.
    last_ms BIGINT,
    -- How often it has been said.
    asked BIGINT NOT NULL,
    -- Nobody has said yet that it is done.
    open BOOLEAN NOT NULL,
    -- When it is said once more.
    again_ms BIGINT,
    -- When it is due next.
    next_ms BIGINT,
    -- The reaction that was the last to change it, and how far it had come before.
    tick TEXT,
    before TEXT,
    -- The message that asked for it.
    asked_room TEXT NOT NULL,
    asked_event TEXT NOT NULL,
    made_ms BIGINT NOT NULL,
    ended_ms BIGINT,
    PRIMARY KEY (team_id, number)
);
CREATE INDEX reminder_next ON reminder (team_id, next_ms, number) WHERE next_ms IS NOT NULL;
CREATE INDEX reminder_asked ON reminder (asked_room, asked_event);
CREATE INDEX reminder_tick ON reminder (tick) WHERE tick IS NOT NULL;
CREATE INDEX reminder_ended ON reminder (ended_ms) WHERE ended_ms IS NOT NULL;

-- The people whom a reminder names.
CREATE TABLE reminder_for (
    team_id TEXT NOT NULL,
    number TEXT NOT NULL,
    user_id TEXT NOT NULL,
    PRIMARY KEY (team_id, number, user_id),
    FOREIGN KEY (team_id, number) REFERENCES reminder (team_id, number)
);

-- The zone of a person, and of a team, by its IANA name; nothing: the bot's.
ALTER TABLE person ADD COLUMN time_zone TEXT;
ALTER TABLE team ADD COLUMN time_zone TEXT;
