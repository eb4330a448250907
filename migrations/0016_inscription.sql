-- SPDX-License-Identifier: Apache-2.0
-- Inscription before the day: a delegation says that it wants to speak, and hands in its text. What
-- is personal or written freely can be deleted without a hole in the record.

-- From when to when a sitting takes inscriptions; the newest row counts. None: always.
CREATE TABLE floor_window (
    forum     BIGINT NOT NULL REFERENCES forum (id),
    id        BIGINT NOT NULL,
    sitting   BIGINT NOT NULL,
    opens_at  BIGINT NOT NULL,   -- 0: at once
    closes_at BIGINT NOT NULL,   -- 0: never
    by_login  BIGINT REFERENCES login (id),
    at        BIGINT NOT NULL,
    PRIMARY KEY (forum, id)
);
CREATE INDEX floor_window_of ON floor_window (forum, sitting, id);

-- The newest row of a delegation counts; the older ones say what stood before. number: the
-- acknowledgement, 1, 2, 3 … within the sitting, kept over changes.
CREATE TABLE inscription (
    forum      BIGINT NOT NULL REFERENCES forum (id),
    id         BIGINT NOT NULL,
    sitting    BIGINT NOT NULL,
    delegation BIGINT NOT NULL,
    number     BIGINT NOT NULL,
    withdrawn  BIGINT NOT NULL CHECK (withdrawn IN (0, 1)),
    kind       TEXT NOT NULL,
    level      TEXT NOT NULL,
    person     BIGINT NOT NULL,
    by_login   BIGINT REFERENCES login (id),
    at         BIGINT NOT NULL,
    PRIMARY KEY (forum, id)
);
CREATE INDEX inscription_of ON inscription (forum, sitting, delegation, id);
CREATE TABLE inscription_words (
    forum       BIGINT NOT NULL,
    inscription BIGINT NOT NULL,
    topic       TEXT NOT NULL,
    speech      TEXT NOT NULL,   -- check against delivery
    language    TEXT NOT NULL,   -- of the speech
    answers     TEXT NOT NULL,   -- JSON, key of a guiding question -> words
    PRIMARY KEY (forum, inscription),
    FOREIGN KEY (forum, inscription) REFERENCES inscription (forum, id)
);
