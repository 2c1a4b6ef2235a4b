-- Version 2: the form for ten years. Never edited once released.
--
-- Every row carries a seal, so that no bit changes in silence: XXH3 (64 bits, signed) over the
-- name of its table as a text and the other columns in their order, files without their bytes.
-- Each value is a byte for its kind (0 null, 1 integer, 2 real, 3 text, 4 blob), for the last two
-- the length as 8 bytes, then the value; numbers are 8 bytes, little-endian.
-- Original files, scans and attachments lie once, by their hash. Documents
-- in JSON have a form of their own (store/disk), apart from the types of the program. The log
-- is a chain of hashes. What SQLite alone knows is kept to STRICT and WITHOUT ROWID.
--
-- The tables of version 1 are renamed here, filled over by the program and dropped at its end.

DROP INDEX frame_of_customer;
DROP INDEX import_once;
ALTER TABLE counter RENAME TO v1_counter;
ALTER TABLE workspace RENAME TO v1_workspace;
ALTER TABLE survey RENAME TO v1_survey;
ALTER TABLE revision RENAME TO v1_revision;
ALTER TABLE customer RENAME TO v1_customer;
ALTER TABLE wave RENAME TO v1_wave;
ALTER TABLE frame RENAME TO v1_frame;
ALTER TABLE import RENAME TO v1_import;
ALTER TABLE source RENAME TO v1_source;
ALTER TABLE label RENAME TO v1_label;
ALTER TABLE returns RENAME TO v1_returns;
ALTER TABLE answer_text RENAME TO v1_answer_text;
ALTER TABLE issue RENAME TO v1_issue;
ALTER TABLE action RENAME TO v1_action;
ALTER TABLE evidence RENAME TO v1_evidence;
ALTER TABLE log RENAME TO v1_log;

-- What each table holds, so that no row is taken out, put in or put back in silence.
CREATE TABLE tally (
    name  TEXT PRIMARY KEY,             -- of the table
    count INTEGER NOT NULL,             -- of its rows
    seals INTEGER NOT NULL,             -- theirs added up, as 64 bits without overflow
    seal  INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE counter (
    name TEXT PRIMARY KEY,              -- 'id', 'return' or 'log'
    next INTEGER NOT NULL,              -- never given out before
    seal INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE workspace (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    uuid     TEXT NOT NULL,             -- the same in every copy of the workspace
    copy     INTEGER NOT NULL,          -- its ids begin at copy × 2^40 + 1; 0: the first file
    company  TEXT NOT NULL,
    document TEXT NOT NULL,
    seal     INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Whatever came as a file, once, by its content. Bytes that are null were taken out: what the
-- file was is still known by its hash.
CREATE TABLE file (
    id     INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,        -- lower-case hexadecimal
    size   INTEGER NOT NULL,            -- bytes
    seal   INTEGER NOT NULL DEFAULT 0,
    bytes  BLOB
) STRICT;

CREATE TABLE survey (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    seal INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Scoring rules, a controlled document of their own: several revisions of a questionnaire may
-- share them.
CREATE TABLE rules (
    id         INTEGER PRIMARY KEY,
    survey     INTEGER NOT NULL REFERENCES survey DEFERRABLE INITIALLY DEFERRED,
    number     INTEGER NOT NULL,
    label      TEXT NOT NULL,
    effective  TEXT,                    -- yyyy-mm-dd
    frozen     INTEGER NOT NULL,
    signatures TEXT NOT NULL,           -- document
    content    TEXT NOT NULL,           -- document
    seal       INTEGER NOT NULL DEFAULT 0,
    UNIQUE (survey, number)
) STRICT;

CREATE TABLE revision (
    id            INTEGER PRIMARY KEY,
    survey        INTEGER NOT NULL REFERENCES survey DEFERRABLE INITIALLY DEFERRED,
    number        INTEGER NOT NULL,
    label         TEXT NOT NULL,
    document      TEXT NOT NULL,
    effective     TEXT,                 -- yyyy-mm-dd
    parent        INTEGER REFERENCES revision DEFERRABLE INITIALLY DEFERRED,
    rules         INTEGER NOT NULL REFERENCES rules DEFERRABLE INITIALLY DEFERRED,
    frozen        INTEGER NOT NULL,
    signatures    TEXT NOT NULL,        -- document
    questionnaire TEXT NOT NULL,        -- document: dimensions, items with their scales
    seal          INTEGER NOT NULL DEFAULT 0,
    UNIQUE (survey, number),
    UNIQUE (id, survey)
) STRICT;

CREATE TABLE customer (
    id         INTEGER PRIMARY KEY,
    code       TEXT NOT NULL UNIQUE,
    name       TEXT NOT NULL,
    turnover   REAL,
    key        INTEGER NOT NULL,
    attributes TEXT NOT NULL,           -- JSON object of texts
    seal       INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Without a revision: a wave known by its summary figures alone. Withdrawn: gone, and kept only
-- because imports that were taken back refer to it; it then holds on to no survey or revision.
CREATE TABLE wave (
    id        INTEGER PRIMARY KEY,
    survey    INTEGER REFERENCES survey DEFERRABLE INITIALLY DEFERRED,
    period    TEXT NOT NULL,            -- 2026H1, 2026Q3, 2026-03, 2026
    label     TEXT NOT NULL,            -- empty for the regular wave of a period
    revision  INTEGER,
    opened    TEXT NOT NULL,            -- yyyy-mm-dd
    withdrawn TEXT,                     -- document: what was asked in it; null: it is there
    seal      INTEGER NOT NULL DEFAULT 0,
    FOREIGN KEY (revision, survey) REFERENCES revision (id, survey) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE UNIQUE INDEX wave_once ON wave (survey, period, label) WHERE withdrawn IS NULL;

-- Figures of a wave whose returns are lost.
CREATE TABLE summary (
    wave     INTEGER NOT NULL REFERENCES wave DEFERRABLE INITIALLY DEFERRED,
    subject  TEXT NOT NULL,             -- as in evidence
    n        INTEGER,
    score    REAL,                      -- 0–100
    sd       REAL,
    rate     REAL,                      -- satisfaction rate, 0–1
    seal     INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (wave, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE frame (
    wave       INTEGER NOT NULL REFERENCES wave DEFERRABLE INITIALLY DEFERRED,
    customer   INTEGER NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    issued     TEXT,                    -- yyyy-mm-dd; null: chosen but not issued
    channel    TEXT NOT NULL,
    turnover   REAL,
    key        INTEGER NOT NULL,
    attributes TEXT NOT NULL,           -- JSON object of texts, as it was at the wave
    seal       INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (wave, customer)
) STRICT, WITHOUT ROWID;

CREATE INDEX frame_of_customer ON frame (customer);

CREATE TABLE import (
    id       INTEGER PRIMARY KEY,
    wave     INTEGER NOT NULL REFERENCES wave DEFERRABLE INITIALLY DEFERRED,
    name     TEXT NOT NULL,             -- of the file, without its folder
    sheet    TEXT NOT NULL,
    sha256   TEXT NOT NULL,             -- of the file as it came
    file     INTEGER REFERENCES file DEFERRABLE INITIALLY DEFERRED, -- what was kept of it
    at       TEXT NOT NULL,             -- RFC 3339, UTC
    platform TEXT NOT NULL,
    mapping  TEXT NOT NULL,             -- document
    returns  INTEGER NOT NULL,          -- how many it brought
    undone   INTEGER NOT NULL,
    seal     INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The same file enters a wave once, unless it was taken back.
CREATE UNIQUE INDEX import_once ON import (wave, sha256) WHERE undone = 0;

-- Short texts that repeat from row to row; null in a row stands for an empty text. They are
-- removed only when nothing names them any more, so rows name them without a reference that
-- would be looked at every time.
CREATE TABLE label (
    id   INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    seal INTEGER NOT NULL DEFAULT 0
) STRICT;

-- One that was typed in or read from a scan has no import and no row. That wave, import and
-- customer exist is held by the write door and looked at by the check: a reference needs an
-- index to be cheap to hold.
CREATE TABLE returns (
    id            INTEGER PRIMARY KEY,
    wave          INTEGER NOT NULL,
    import        INTEGER,
    row           INTEGER,              -- in the sheet, from 1
    customer      INTEGER,
    customer_text INTEGER,              -- label
    respondent    TEXT,
    date          INTEGER,              -- yyyymmdd
    channel       INTEGER,              -- label
    collector     INTEGER,              -- label
    void          TEXT,                 -- why it does not count; null: valid
    file          INTEGER,              -- the scan or form it was read from
    answers       BLOB NOT NULL,        -- one answer an item, see store/answers.rs
    seal          INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX returns_of_wave ON returns (wave);

CREATE TABLE answer_text (
    returned INTEGER NOT NULL REFERENCES returns DEFERRABLE INITIALLY DEFERRED,
    item     INTEGER NOT NULL,          -- position in the wave's revision, from 0
    text     TEXT NOT NULL,
    seal     INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (returned, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE issue (
    id       INTEGER PRIMARY KEY,
    import   INTEGER REFERENCES import DEFERRABLE INITIALLY DEFERRED,
    kind     INTEGER NOT NULL,          -- label
    returned INTEGER NOT NULL REFERENCES returns DEFERRABLE INITIALLY DEFERRED,
    item     INTEGER,                   -- lineage; null for a field such as the customer
    sheet    INTEGER,                   -- label
    cell     TEXT NOT NULL,
    found    INTEGER,                   -- label
    expected INTEGER NOT NULL,          -- label, document
    settled  TEXT,                      -- document; null: waits
    seal     INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE action (
    id         INTEGER PRIMARY KEY,
    number     TEXT NOT NULL UNIQUE,
    survey     INTEGER NOT NULL REFERENCES survey DEFERRABLE INITIALLY DEFERRED,
    title      TEXT NOT NULL,
    department TEXT NOT NULL,
    owner      TEXT NOT NULL,
    cause      TEXT NOT NULL,
    stage      TEXT NOT NULL,           -- where the last of its steps brought it
    due        TEXT,                    -- yyyy-mm-dd
    seal       INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE action_step (
    action   INTEGER NOT NULL REFERENCES action DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    stage    TEXT NOT NULL,
    date     TEXT NOT NULL,             -- yyyy-mm-dd
    who      TEXT NOT NULL,
    note     TEXT NOT NULL,
    reopened INTEGER NOT NULL,
    seal     INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (action, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE measure (
    action   INTEGER NOT NULL REFERENCES action DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    kind     TEXT NOT NULL,             -- 'containment', 'correction' or 'prevention'
    text     TEXT NOT NULL,
    owner    TEXT NOT NULL,
    due      TEXT,                      -- yyyy-mm-dd
    done     TEXT,                      -- yyyy-mm-dd
    seal     INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (action, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
    action   INTEGER NOT NULL REFERENCES action DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    wave     INTEGER NOT NULL REFERENCES wave DEFERRABLE INITIALLY DEFERRED,
    subject  TEXT NOT NULL,             -- 'index', 'satisfied', 'dimension CODE', 'item LINEAGE'
    score    REAL NOT NULL,             -- 0–100
    change   REAL,
    target   REAL NOT NULL,
    returns  TEXT NOT NULL,             -- JSON list of ids
    seal     INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (action, position)
) STRICT, WITHOUT ROWID;

-- Files beside whatever they belong to.
CREATE TABLE attachment (
    id    INTEGER PRIMARY KEY,
    noun  TEXT NOT NULL,                -- the table it belongs to
    of    INTEGER NOT NULL,             -- the row there
    file  INTEGER NOT NULL REFERENCES file DEFERRABLE INITIALLY DEFERRED,
    name  TEXT NOT NULL,
    note  TEXT NOT NULL,
    at    TEXT NOT NULL,                -- RFC 3339, UTC
    seal  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX attachment_of ON attachment (noun, of);

-- What was done, in order. Kept for ever; undoing writes a line of its own. Each line carries
-- the hash of the line before, so that one that was changed, taken out or put between is found
-- unless all that follow were written anew. Hashes are over each part with its length before it
-- (8 bytes, little-endian). A line whose subject and changes are empty was erased; its digest
-- stays, and the chain holds.
CREATE TABLE log (
    id       INTEGER PRIMARY KEY,
    at       TEXT NOT NULL,             -- RFC 3339, UTC
    who      TEXT NOT NULL,             -- user@machine, empty where it was not known
    kind     TEXT NOT NULL,
    subject  TEXT NOT NULL,
    changes  TEXT NOT NULL,             -- document: what differed, before and after
    digest   BLOB NOT NULL,             -- SHA-256 of subject and changes
    previous BLOB NOT NULL,             -- hash of the line before; 32 zero bytes for the first
    hash     BLOB NOT NULL              -- SHA-256 of id, at, who, kind, digest and previous
) STRICT;
