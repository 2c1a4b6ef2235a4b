-- A firm's own forms of many years, marked by hand once: what stands in which cell of the blank.

CREATE TABLE marking (
    id      INTEGER PRIMARY KEY,
    survey  INTEGER NOT NULL REFERENCES survey DEFERRABLE INITIALLY DEFERRED,
    name    TEXT NOT NULL,              -- of the blank's file
    sha256  TEXT NOT NULL,
    file    INTEGER REFERENCES file DEFERRABLE INITIALLY DEFERRED, -- the blank as it came
    content TEXT NOT NULL,              -- document: the sheet as it was marked, and its marks
    seal    INTEGER NOT NULL DEFAULT 0
) STRICT;
