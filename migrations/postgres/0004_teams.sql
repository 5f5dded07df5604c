-- Teams: the partners of one chain in one area. Texts are sealed under the key of the team, record `team/<team_id>`.

CREATE TABLE team (
    team_id TEXT NOT NULL PRIMARY KEY,
    name BYTEA NOT NULL,
    -- Keyed, so that a second team of the same name is found.
    name_hash BYTEA NOT NULL UNIQUE,
    -- Counts the changes: what was decided on an earlier count is decided again.
    version BIGINT NOT NULL,
    made_ms BIGINT NOT NULL
);

CREATE TABLE member (
    team_id TEXT NOT NULL REFERENCES team (team_id),
    user_id TEXT NOT NULL,
    organisation TEXT NOT NULL,
    role TEXT NOT NULL,
    -- May speak for the organisation.
    mandate BOOLEAN NOT NULL,
    -- The first day on which they are there again, as 2026-12-03.
    absent_until TEXT,
    PRIMARY KEY (team_id, user_id)
);
CREATE INDEX member_user ON member (user_id);

-- A room belongs to one team at most.
CREATE TABLE team_room (
    room_id TEXT NOT NULL PRIMARY KEY REFERENCES room (room_id),
    team_id TEXT NOT NULL REFERENCES team (team_id),
    -- Nothing: the room of the whole chain.
    organisation TEXT
);
CREATE INDEX team_room_team ON team_room (team_id);

-- Aliases of youth groups.
CREATE TABLE team_group (
    team_id TEXT NOT NULL REFERENCES team (team_id),
    alias_hash BYTEA NOT NULL,
    alias BYTEA NOT NULL,
    PRIMARY KEY (team_id, alias_hash)
);

-- Whom to phone at which level.
CREATE TABLE team_phone (
    phone_id TEXT NOT NULL PRIMARY KEY,
    team_id TEXT NOT NULL REFERENCES team (team_id),
    level BIGINT NOT NULL,
    organisation TEXT NOT NULL,
    words BYTEA NOT NULL,
    -- The day on which somebody must look whether it still holds, as 2026-12-03.
    review_on TEXT NOT NULL
);
CREATE INDEX team_phone_team ON team_phone (team_id);

-- Which of their teams somebody means in a room that belongs to none.
CREATE TABLE team_choice (
    room_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    team_id TEXT NOT NULL REFERENCES team (team_id),
    PRIMARY KEY (room_id, user_id)
);
