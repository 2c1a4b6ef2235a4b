-- Waves known by the figures of a report alone, and the firm's own figures beside the survey's.

CREATE TABLE past (
    id      INTEGER PRIMARY KEY,
    survey  INTEGER NOT NULL REFERENCES survey DEFERRABLE INITIALLY DEFERRED,
    period  TEXT NOT NULL,              -- as of a wave
    content TEXT NOT NULL,              -- document: its figures
    seal    INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE UNIQUE INDEX past_once ON past (survey, period);

CREATE TABLE kpi (
    id      INTEGER PRIMARY KEY,
    code    TEXT NOT NULL,
    content TEXT NOT NULL,              -- document: its name, unit, limits and values
    seal    INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE UNIQUE INDEX kpi_once ON kpi (code);
