-- Agreements: what the partners of a chain agree with each other. Texts are sealed under the key of the agreement, record
-- `agreement/<team_id>/<number>`.

CREATE TABLE agreement (
    team_id TEXT NOT NULL REFERENCES team (team_id),
    number TEXT NOT NULL,
    -- sharing, first, signal, feedback
    kind TEXT NOT NULL,
    -- sharing only: who gives to whom.
    giver TEXT,
    receiver TEXT,
    -- proposed: no version of it was ever in force; in_force; ended
    status TEXT NOT NULL,
    -- Counts the changes: what was decided on an earlier count is decided again.
    changes BIGINT NOT NULL,
    made_ms BIGINT NOT NULL,
    -- stopped, withdrawn, replaced
    ended_how TEXT,
    ended_ms BIGINT,
    PRIMARY KEY (team_id, number)
);
CREATE INDEX agreement_newest ON agreement (team_id, kind, made_ms, number, status) WHERE status <> 'ended';

CREATE TABLE agreement_version (
    team_id TEXT NOT NULL,
    number TEXT NOT NULL,
    -- Counted from 1.
    version BIGINT NOT NULL,
    -- proposed; in_force (also when it was when the agreement ended); past (another came, or it was taken back)
    state TEXT NOT NULL,
    -- sharing only: free, ask_reporter, not
    rule TEXT,
    text BLOB NOT NULL,
    -- The day on which somebody must look whether it still holds, as 2026-12-03.
    review_on TEXT NOT NULL,
    -- When the chain room was asked to do that.
    review_asked_ms BIGINT,
    -- The suggestion that it was taken from.
    suggestion TEXT,
    proposed_by TEXT NOT NULL,
    proposed_for TEXT NOT NULL,
    proposed_ms BIGINT NOT NULL,
    in_force_ms BIGINT,
    PRIMARY KEY (team_id, number, version),
    FOREIGN KEY (team_id, number) REFERENCES agreement (team_id, number)
);

CREATE INDEX agreement_awaiting ON agreement_version (team_id, proposed_ms, number) WHERE state = 'proposed';
CREATE INDEX agreement_due ON agreement_version (team_id, review_on, number) WHERE state = 'in_force';

-- The organisations that a version binds, in the order in which they were named, and who has confirmed it for them.
CREATE TABLE agreement_party (
    team_id TEXT NOT NULL,
    number TEXT NOT NULL,
    version BIGINT NOT NULL,
    place BIGINT NOT NULL,
    organisation TEXT NOT NULL,
    confirmed_by TEXT,
    confirmed_role TEXT,
    confirmed_ms BIGINT,
    PRIMARY KEY (team_id, number, version, organisation),
    FOREIGN KEY (team_id, number, version) REFERENCES agreement_version (team_id, number, version)
);
