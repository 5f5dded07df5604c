-- What a team has learned about interventions. Texts are sealed under the key of the record `practice/<team_id>/<id>`.

-- One row per use, and nothing of what happened: it stays when the record is erased in which it was noted. `source` is an id that
-- says nothing to anybody; with the slug it is there once.
CREATE TABLE practice_use (
    team_id TEXT NOT NULL REFERENCES team (team_id),
    slug TEXT NOT NULL,
    source TEXT NOT NULL,
    -- helped, no_effect, worse, unknown
    effect TEXT NOT NULL,
    -- As 2026-11.
    month TEXT NOT NULL,
    PRIMARY KEY (team_id, slug, source)
);

-- The lessons that were confirmed.
CREATE TABLE practice_lesson (
    lesson_id TEXT NOT NULL PRIMARY KEY,
    team_id TEXT NOT NULL REFERENCES team (team_id),
    slug TEXT NOT NULL,
    month TEXT NOT NULL,
    text BLOB NOT NULL,
    made_ms BIGINT NOT NULL
);
CREATE INDEX practice_lesson_of ON practice_lesson (team_id, slug, made_ms);

-- Entries of the matrix that are a team's own, as they were proposed; accepted ones count their versions.
CREATE TABLE practice_entry (
    entry_id TEXT NOT NULL PRIMARY KEY,
    team_id TEXT NOT NULL REFERENCES team (team_id),
    slug TEXT NOT NULL,
    -- Counts the proposals for this slug.
    number BIGINT NOT NULL,
    -- The version that it changes; 0 for none.
    basis BIGINT NOT NULL,
    -- proposed, accepted, past, refused, withdrawn
    state TEXT NOT NULL,
    version BIGINT,
    entry BLOB NOT NULL,
    proposed_by TEXT,
    proposed_for TEXT,
    proposed_ms BIGINT NOT NULL,
    decided_by TEXT,
    decided_ms BIGINT,
    reason BLOB,
    UNIQUE (team_id, slug, number)
);
CREATE INDEX practice_entry_state ON practice_entry (team_id, state);
