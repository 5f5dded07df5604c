-- The seal: every stored text is encrypted under a key of its record, and that key is wrapped by a master key.

-- The master keys, by name, that wrap anything here. The keys themselves lie in key_file. A key that still wraps something
-- cannot be taken out, so a rotation ends only when all is wrapped anew.
CREATE TABLE master_key (
    name TEXT NOT NULL PRIMARY KEY,
    -- When a rotation made it; nothing for the first one.
    made_ms BIGINT
);

-- The key of each record, named as table/row.
CREATE TABLE record_key (
    record TEXT NOT NULL PRIMARY KEY,
    -- Which master key wraps it; nothing when the record has been erased.
    master TEXT REFERENCES master_key (name),
    -- The wrapped key; nothing when the record has been erased: no copy of it can be opened any more.
    wrapped BLOB,
    erased_ms BIGINT
);
CREATE INDEX record_key_master ON record_key (master);
