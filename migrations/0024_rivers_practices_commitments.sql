-- SPDX-License-Identifier: Apache-2.0
-- What brings two cities together beside needs and offers: a river they share, what one of them has
-- done already, and what was promised at an earlier forum. Sheets as in 0004_sheets.sql.

-- Rivers and lakes, and which city lies on which, with the page that says so.
CREATE TABLE river (
    id BIGINT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    version BIGINT NOT NULL DEFAULT 1,
    name TEXT NOT NULL DEFAULT '',
    aliases TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
);
CREATE TABLE riverside (
    id BIGINT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    version BIGINT NOT NULL DEFAULT 1,
    city BIGINT REFERENCES city (id) DEFERRABLE INITIALLY DEFERRED,
    river BIGINT REFERENCES river (id) DEFERRABLE INITIALLY DEFERRED,
    statement TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX riverside_by_city ON riverside (city);
CREATE INDEX riverside_by_river ON riverside (river);

-- What a city did, in a few words, so that a need or an offer can point to it.
CREATE TABLE practice (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    delegation BIGINT,
    date TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    source BIGINT,
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key),
    FOREIGN KEY (forum, delegation) REFERENCES delegation (forum, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (forum, source) REFERENCES source (forum, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX practice_by_delegation ON practice (forum, delegation);
CREATE INDEX practice_by_source ON practice (forum, source);

ALTER TABLE need ADD COLUMN practices TEXT NOT NULL DEFAULT '';
ALTER TABLE need ADD COLUMN claims TEXT NOT NULL DEFAULT '';
ALTER TABLE offer ADD COLUMN practices TEXT NOT NULL DEFAULT '';
ALTER TABLE offer ADD COLUMN claims TEXT NOT NULL DEFAULT '';

-- What cities promised each other at this forum, or at an earlier one that is not on this server.
-- `status` is what it was when it was entered; what became of it since is commitment_act.
CREATE TABLE commitment (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    cities TEXT NOT NULL DEFAULT '',
    organisations TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT '',
    date TEXT NOT NULL DEFAULT '',
    occasion TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    source BIGINT,
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key),
    FOREIGN KEY (forum, source) REFERENCES source (forum, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX commitment_by_source ON commitment (forum, source);

-- Somebody says what became of a commitment. The newest row counts. `at_forum` is where it was
-- said, which may be a later forum than that of the commitment.
CREATE TABLE commitment_act (
    forum      BIGINT NOT NULL,
    id         BIGINT NOT NULL,
    commitment BIGINT NOT NULL,
    status     TEXT NOT NULL CHECK (status IN ('open', 'kept', 'given-up')),
    at_forum   BIGINT NOT NULL REFERENCES forum (id),
    delegation BIGINT NOT NULL,   -- of at_forum: who says so
    on_behalf  BIGINT NOT NULL CHECK (on_behalf IN (0, 1)),
    by_login   BIGINT REFERENCES login (id),
    at         BIGINT NOT NULL,
    PRIMARY KEY (forum, id)
);
CREATE INDEX commitment_act_of ON commitment_act (forum, commitment, id);
CREATE TABLE commitment_words (
    forum BIGINT NOT NULL,
    act   BIGINT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (forum, act),
    FOREIGN KEY (forum, act) REFERENCES commitment_act (forum, id)
);
