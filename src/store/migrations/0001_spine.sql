-- Version 1. Never edited once released: what comes later is a step of its own.
--
-- One number line gives the ids of everything but returns, which are numbered apart and
-- densely. References are checked when the transaction ends, so that the changes of one step
-- may come in any order. Small documents are JSON; what is searched or referred to is a column.

CREATE TABLE counter (
    name TEXT PRIMARY KEY,              -- 'id' or 'return'
    next INTEGER NOT NULL               -- never given out before
) STRICT, WITHOUT ROWID;

CREATE TABLE workspace (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    company  TEXT NOT NULL,
    document TEXT NOT NULL
) STRICT;

CREATE TABLE survey (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE revision (
    id            INTEGER PRIMARY KEY,
    survey        INTEGER NOT NULL REFERENCES survey DEFERRABLE INITIALLY DEFERRED,
    number        INTEGER NOT NULL,
    label         TEXT NOT NULL,
    document      TEXT NOT NULL,
    effective     TEXT,                 -- yyyy-mm-dd
    parent        INTEGER REFERENCES revision DEFERRABLE INITIALLY DEFERRED,
    frozen        INTEGER NOT NULL,
    signatures    TEXT NOT NULL,        -- JSON
    questionnaire TEXT NOT NULL,        -- JSON: rules, dimensions, items with their scales
    UNIQUE (survey, number),
    UNIQUE (id, survey)
) STRICT;

CREATE TABLE customer (
    id         INTEGER PRIMARY KEY,
    code       TEXT NOT NULL UNIQUE,
    name       TEXT NOT NULL,
    turnover   REAL,
    key        INTEGER NOT NULL,
    attributes TEXT NOT NULL            -- JSON object
) STRICT;

CREATE TABLE wave (
    id       INTEGER PRIMARY KEY,
    survey   INTEGER NOT NULL,
    period   TEXT NOT NULL,             -- 2026H1, 2026Q3, 2026-03, 2026
    label    TEXT NOT NULL,             -- empty for the regular wave of a period
    revision INTEGER NOT NULL,
    opened   TEXT NOT NULL,             -- yyyy-mm-dd
    UNIQUE (survey, period, label),
    FOREIGN KEY (revision, survey) REFERENCES revision (id, survey) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE frame (
    wave       INTEGER NOT NULL REFERENCES wave DEFERRABLE INITIALLY DEFERRED,
    customer   INTEGER NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    issued     TEXT,                    -- yyyy-mm-dd; null: chosen but not issued
    channel    TEXT NOT NULL,
    turnover   REAL,
    key        INTEGER NOT NULL,
    attributes TEXT NOT NULL,           -- JSON object, as it was at the wave
    PRIMARY KEY (wave, customer)
) STRICT, WITHOUT ROWID;

CREATE INDEX frame_of_customer ON frame (customer);

CREATE TABLE import (
    id           INTEGER PRIMARY KEY,
    wave         INTEGER NOT NULL REFERENCES wave DEFERRABLE INITIALLY DEFERRED,
    file         TEXT NOT NULL,
    sheet        TEXT NOT NULL,
    sha256       TEXT NOT NULL,         -- of the file, lower-case hexadecimal
    at           TEXT NOT NULL,         -- RFC 3339, UTC
    platform     TEXT NOT NULL,
    mapping      TEXT NOT NULL,         -- JSON of the import
    first_return INTEGER NOT NULL,      -- its returns are first_return and the following ones
    returns      INTEGER NOT NULL,      -- how many
    undone       INTEGER NOT NULL
) STRICT;

-- The same file enters a wave once, unless it was taken back.
CREATE UNIQUE INDEX import_once ON import (wave, sha256) WHERE undone = 0;

-- The original files lie apart, so that reading returns never touches them.
CREATE TABLE source (
    import INTEGER PRIMARY KEY REFERENCES import DEFERRABLE INITIALLY DEFERRED,
    bytes  BLOB NOT NULL
) STRICT;

-- Short texts that repeat from row to row; null in a row stands for an empty text. They are
-- only ever added, so rows name them without a reference that would be looked at every time.
CREATE TABLE label (
    id   INTEGER PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;

-- That the customer exists is held by the write door and looked at by the check: a reference
-- needs an index to be cheap to hold, and that would be a tenth of the whole.
CREATE TABLE returns (
    id            INTEGER PRIMARY KEY,
    import        INTEGER NOT NULL REFERENCES import DEFERRABLE INITIALLY DEFERRED,
    row           INTEGER NOT NULL,     -- in the sheet, from 1
    customer      INTEGER,
    customer_text INTEGER,              -- label
    respondent    TEXT,
    date          INTEGER,              -- yyyymmdd
    channel       INTEGER,              -- label
    collector     INTEGER,              -- label
    void          TEXT,                 -- why it does not count; null: valid
    answers       BLOB NOT NULL         -- one answer an item, see store/answers.rs
) STRICT;

CREATE TABLE answer_text (
    returned INTEGER NOT NULL REFERENCES returns DEFERRABLE INITIALLY DEFERRED,
    item     INTEGER NOT NULL,          -- position in the wave's revision, from 0
    text     TEXT NOT NULL,
    PRIMARY KEY (returned, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE issue (
    id       INTEGER PRIMARY KEY,
    import   INTEGER NOT NULL REFERENCES import DEFERRABLE INITIALLY DEFERRED,
    kind     INTEGER NOT NULL,          -- label
    returned INTEGER NOT NULL REFERENCES returns DEFERRABLE INITIALLY DEFERRED,
    item     INTEGER,                   -- lineage; null for a field such as the customer
    sheet    INTEGER,                   -- label
    cell     TEXT NOT NULL,
    found    INTEGER,                   -- label
    expected INTEGER NOT NULL,          -- label, JSON
    settled  TEXT                       -- JSON; null: waits
) STRICT;

CREATE TABLE action (
    id         INTEGER PRIMARY KEY,
    number     TEXT NOT NULL UNIQUE,
    survey     INTEGER NOT NULL REFERENCES survey DEFERRABLE INITIALLY DEFERRED,
    title      TEXT NOT NULL,
    department TEXT NOT NULL,
    owner      TEXT NOT NULL,
    cause      TEXT NOT NULL,
    measure    TEXT NOT NULL,
    due        TEXT,                    -- yyyy-mm-dd
    steps      TEXT NOT NULL            -- JSON
) STRICT;

CREATE TABLE evidence (
    action   INTEGER NOT NULL REFERENCES action DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    wave     INTEGER NOT NULL REFERENCES wave DEFERRABLE INITIALLY DEFERRED,
    subject  TEXT NOT NULL,             -- JSON
    score    REAL NOT NULL,             -- 0–100
    change   REAL,
    target   REAL NOT NULL,
    returns  TEXT NOT NULL,             -- JSON
    PRIMARY KEY (action, position)
) STRICT, WITHOUT ROWID;

-- What was done, in order. Kept for ever; undoing writes a line of its own.
CREATE TABLE log (
    id      INTEGER PRIMARY KEY,
    at      TEXT NOT NULL,              -- RFC 3339, UTC
    kind    TEXT NOT NULL,
    subject TEXT NOT NULL,
    changes TEXT NOT NULL               -- JSON: what differed, before and after
) STRICT;
