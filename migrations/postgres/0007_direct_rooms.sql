-- Rooms of one person and the bot, whoever made them. Whether one is fit now is asked of the server.
CREATE TABLE direct_room (
    room_id TEXT NOT NULL PRIMARY KEY REFERENCES room (room_id),
    account TEXT NOT NULL REFERENCES account (user_id),
    person TEXT NOT NULL,
    -- The bot made it and invited the person; otherwise they invited the bot.
    own BOOLEAN NOT NULL,
    -- When the one invited the other.
    since_ms BIGINT NOT NULL,
    -- The person has been seen in it.
    entered BOOLEAN NOT NULL
);
CREATE INDEX direct_room_person ON direct_room (account, person);

-- A direct room that is being made: should the bot stop in the middle, it looks for that room before it makes another.
CREATE TABLE direct_making (
    account TEXT NOT NULL REFERENCES account (user_id),
    person TEXT NOT NULL,
    PRIMARY KEY (account, person)
);

-- What is to be said to a person in private, until there is a direct room that they have joined.
CREATE TABLE private_say (
    seq BIGINT NOT NULL GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- Its name in record_key.
    name TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL REFERENCES account (user_id),
    person TEXT NOT NULL,
    -- Sealed.
    payload BYTEA NOT NULL,
    created_ms BIGINT NOT NULL
);
CREATE INDEX private_say_person ON private_say (account, person);
