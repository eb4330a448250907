-- SPDX-License-Identifier: Apache-2.0
-- The floor of a sitting. What was done is inserted and stays; who has the floor is worked out from
-- it. Acts hold numbers; what was written freely stands in a table of its own and can be deleted.

ALTER TABLE delegation ADD COLUMN seat TEXT NOT NULL DEFAULT '';
ALTER TABLE intervention ADD COLUMN level TEXT NOT NULL DEFAULT '';
ALTER TABLE intervention ADD COLUMN on_behalf TEXT NOT NULL DEFAULT '';

-- The rules of a forum (sitting 0) or of one sitting. The newest row counts.
CREATE TABLE floor_rules (
    forum    BIGINT NOT NULL REFERENCES forum (id),
    id       BIGINT NOT NULL,
    sitting  BIGINT NOT NULL,
    rules    TEXT NOT NULL,   -- JSON (src/floor/rules.hpp)
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, id)
);
CREATE INDEX floor_rules_of ON floor_rules (forum, sitting, id);

-- Numbered within the sitting without a fork: of two chairs who click at once, one is second.
-- Numbers of rows of sheets are kept without a reference, because those may be taken off the sheet.
CREATE TABLE floor_act (
    forum        BIGINT NOT NULL REFERENCES forum (id),
    sitting      BIGINT NOT NULL,
    number       BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    what         TEXT NOT NULL,
    entry        BIGINT NOT NULL DEFAULT 0,
    other        BIGINT NOT NULL DEFAULT 0,
    seconds      BIGINT NOT NULL DEFAULT 0,
    kind         TEXT NOT NULL DEFAULT '',
    delegation   BIGINT NOT NULL DEFAULT 0,
    person       BIGINT NOT NULL DEFAULT 0,
    post         BIGINT NOT NULL DEFAULT 0,
    intervention BIGINT NOT NULL DEFAULT 0,
    by_chair     BIGINT NOT NULL CHECK (by_chair IN (0, 1)),
    rehearsed    BIGINT NOT NULL CHECK (rehearsed IN (0, 1)),
    by_login     BIGINT REFERENCES login (id),
    at           BIGINT NOT NULL,
    PRIMARY KEY (forum, sitting, number),
    UNIQUE (forum, id)
);
CREATE TABLE floor_words (
    forum BIGINT NOT NULL,
    act   BIGINT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (forum, act),
    FOREIGN KEY (forum, act) REFERENCES floor_act (forum, id)
);

-- A rehearsal is going on. Its acts are deleted when it ends; `number` is the highest one it used,
-- so that no number ever means two things.
CREATE TABLE floor_rehearsal (
    forum   BIGINT NOT NULL REFERENCES forum (id),
    sitting BIGINT NOT NULL,
    running BIGINT NOT NULL CHECK (running IN (0, 1)),
    number  BIGINT NOT NULL,
    PRIMARY KEY (forum, sitting)
);

-- Derived from the acts: speeches that have ended, for lists and reports.
CREATE TABLE floor_speech (
    forum        BIGINT NOT NULL REFERENCES forum (id),
    sitting      BIGINT NOT NULL,
    entry        BIGINT NOT NULL,
    kind         TEXT NOT NULL,
    delegation   BIGINT NOT NULL,
    person       BIGINT NOT NULL,
    post         BIGINT NOT NULL,
    intervention BIGINT NOT NULL,
    began_at     BIGINT NOT NULL,
    ended_at     BIGINT NOT NULL,
    milliseconds BIGINT NOT NULL,
    given        BIGINT NOT NULL,   -- seconds
    PRIMARY KEY (forum, sitting, entry)
);
