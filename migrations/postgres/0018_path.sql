-- The days of the path of its evaluations that a team has set for itself, as JSON; nothing: the usual ones.
ALTER TABLE team ADD COLUMN path TEXT;

-- Messages and reactions that say when somebody can: taking one away takes that back.
CREATE TABLE vote_tick (
    event_id TEXT NOT NULL PRIMARY KEY,
    team_id TEXT NOT NULL,
    number TEXT NOT NULL,
    FOREIGN KEY (team_id, number) REFERENCES incident (team_id, number)
);
CREATE INDEX vote_tick_of ON vote_tick (team_id, number);
