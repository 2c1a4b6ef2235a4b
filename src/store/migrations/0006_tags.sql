-- What comments are about: the tags of a survey, and what a person said of one comment.

CREATE TABLE tag (
    id      INTEGER PRIMARY KEY,
    survey  INTEGER NOT NULL REFERENCES survey DEFERRABLE INITIALLY DEFERRED,
    name    TEXT NOT NULL,
    content TEXT NOT NULL,              -- document: its class and words
    seal    INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE UNIQUE INDEX tag_once ON tag (survey, name);

CREATE TABLE tagging (
    id       INTEGER PRIMARY KEY,
    wave     INTEGER NOT NULL REFERENCES wave DEFERRABLE INITIALLY DEFERRED,
    returned INTEGER NOT NULL REFERENCES returns DEFERRABLE INITIALLY DEFERRED,
    item     INTEGER NOT NULL,          -- lineage of the text item
    tag      INTEGER NOT NULL REFERENCES tag DEFERRABLE INITIALLY DEFERRED,
    given    INTEGER NOT NULL,          -- 0: taken off, although a word of the tag gives it
    seal     INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE UNIQUE INDEX tagging_once ON tagging (returned, item, tag);
CREATE INDEX tagging_by_wave ON tagging (wave);
CREATE INDEX tagging_by_tag ON tagging (tag);
