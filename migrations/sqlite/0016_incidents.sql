-- Incidents and their shared evaluation. What they say is sealed under the key of the incident, record
-- `incident/<team_id>/<number>`, the words of its actions and of everybody's contributions too. In clear stand who sees it, how far
-- it has come, and when.

CREATE TABLE incident (
    team_id TEXT NOT NULL REFERENCES team (team_id),
    number TEXT NOT NULL,
    -- Counts the changes: what was decided on an earlier count is decided again.
    version BIGINT NOT NULL,
    account TEXT NOT NULL,
    -- incident, near_miss
    nature TEXT NOT NULL,
    -- open, closed, withdrawn
    status TEXT NOT NULL,
    label TEXT NOT NULL,
    author TEXT NOT NULL,
    author_organisation TEXT NOT NULL,
    -- Others than the author's organisation see their name.
    author_named BOOLEAN NOT NULL,
    owner TEXT,
    form TEXT NOT NULL REFERENCES form (name),
    -- The answers with which it was opened.
    sheet BLOB NOT NULL,
    -- A keyed hash of the alias of its group.
    group_hash BLOB,
    -- Why nothing is asked any more, because an inquiry runs.
    frozen BLOB,
    -- How far the evaluation has come: the path with its days, who takes part, the session.
    evaluation BLOB NOT NULL,
    made_ms BIGINT NOT NULL,
    -- Why it was closed.
    closing BLOB,
    -- When it was closed or taken back.
    ended_ms BIGINT,
    PRIMARY KEY (team_id, number)
);
CREATE INDEX incident_newest ON incident (team_id, made_ms, number) WHERE status <> 'withdrawn';
CREATE INDEX incident_group ON incident (team_id, group_hash, made_ms) WHERE group_hash IS NOT NULL;

-- The sharing list.
CREATE TABLE incident_share (
    team_id TEXT NOT NULL,
    number TEXT NOT NULL,
    organisation TEXT NOT NULL,
    PRIMARY KEY (team_id, number, organisation),
    FOREIGN KEY (team_id, number) REFERENCES incident (team_id, number)
);

-- The people named.
CREATE TABLE incident_named (
    team_id TEXT NOT NULL,
    number TEXT NOT NULL,
    user_id TEXT NOT NULL,
    PRIMARY KEY (team_id, number, user_id),
    FOREIGN KEY (team_id, number) REFERENCES incident (team_id, number)
);

-- The timeline. Nothing in it is changed: a mistake is put right by another line.
CREATE TABLE incident_line (
    team_id TEXT NOT NULL,
    number TEXT NOT NULL,
    -- The order of writing, from 1.
    line BIGINT NOT NULL,
    from_ms BIGINT NOT NULL,
    -- Nothing for a moment.
    until_ms BIGINT,
    made_by TEXT NOT NULL,
    organisation TEXT NOT NULL,
    happened BLOB NOT NULL,
    made_ms BIGINT NOT NULL,
    PRIMARY KEY (team_id, number, line),
    FOREIGN KEY (team_id, number) REFERENCES incident (team_id, number)
);

-- What people say in an evaluation.
CREATE TABLE contribution (
    contribution_id TEXT NOT NULL PRIMARY KEY,
    team_id TEXT NOT NULL,
    number TEXT NOT NULL,
    -- before, session, lesson, not_needed, anonymous
    stage TEXT NOT NULL,
    question TEXT NOT NULL,
    person TEXT NOT NULL,
    organisation TEXT NOT NULL,
    text BLOB NOT NULL,
    -- Its author lets the others see it.
    released BOOLEAN NOT NULL,
    -- The message that says it.
    said_room TEXT,
    said_event TEXT,
    made_ms BIGINT NOT NULL,
    FOREIGN KEY (team_id, number) REFERENCES incident (team_id, number)
);
CREATE INDEX contribution_of ON contribution (team_id, number, made_ms);
CREATE INDEX contribution_said ON contribution (said_room, said_event) WHERE said_event IS NOT NULL;

-- What somebody does after an evaluation.
CREATE TABLE action (
    team_id TEXT NOT NULL REFERENCES team (team_id),
    number TEXT NOT NULL,
    version BIGINT NOT NULL,
    account TEXT NOT NULL,
    incident TEXT NOT NULL,
    -- open, done, dropped
    status TEXT NOT NULL,
    -- A member, or an organisation.
    owner TEXT,
    owner_organisation TEXT,
    -- Whom the owner has asked to take it over.
    offered_to TEXT,
    -- As 2026-12-03.
    due_on TEXT NOT NULL,
    -- How often it has been asked after.
    asked BIGINT NOT NULL,
    what BLOB NOT NULL,
    -- Why it was dropped.
    dropped BLOB,
    made_ms BIGINT NOT NULL,
    ended_ms BIGINT,
    PRIMARY KEY (team_id, number),
    FOREIGN KEY (team_id, incident) REFERENCES incident (team_id, number)
);
CREATE INDEX action_of ON action (team_id, incident);
CREATE INDEX action_open ON action (team_id, due_on) WHERE status = 'open';
