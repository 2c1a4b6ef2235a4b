-- How a wave was prepared and closed, and what was done to get answers. Rows of the tables that
-- grow are sealed anew by the program, those whose seal held.

ALTER TABLE wave ADD COLUMN choice TEXT;              -- document: how its list was chosen
ALTER TABLE wave ADD COLUMN closings TEXT;            -- document: closed and opened again

ALTER TABLE frame ADD COLUMN collector TEXT;          -- 'sales', 'quality', 'third_party'
ALTER TABLE frame ADD COLUMN excluded TEXT;           -- why it is not asked after all

ALTER TABLE returns ADD COLUMN role INTEGER;          -- label
ALTER TABLE returns ADD COLUMN seconds INTEGER;       -- how long filling it in took
ALTER TABLE returns ADD COLUMN late INTEGER NOT NULL DEFAULT 0; -- came after the wave was closed

-- Calls and reminders.
CREATE TABLE contact (
    id       INTEGER PRIMARY KEY,
    wave     INTEGER NOT NULL REFERENCES wave DEFERRABLE INITIALLY DEFERRED,
    customer INTEGER NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    kind     TEXT NOT NULL,             -- 'call' or 'reminder'
    date     TEXT NOT NULL,             -- yyyy-mm-dd
    who      TEXT NOT NULL,
    how      TEXT NOT NULL,
    reached  INTEGER NOT NULL,
    note     TEXT NOT NULL,
    seal     INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX contact_of_customer ON contact (customer);
