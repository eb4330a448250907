-- SPDX-License-Identifier: Apache-2.0
-- What two delegations agree on, revision after revision, and what came of their meeting.

-- `number` counts the revisions from 1: of two that are sent at once, one is first.
CREATE TABLE terms_revision (
    forum     BIGINT NOT NULL,
    meeting   BIGINT NOT NULL,
    number    BIGINT NOT NULL,
    side      TEXT NOT NULL CHECK (side IN ('host', 'guest')),
    on_behalf BIGINT NOT NULL CHECK (on_behalf IN (0, 1)),
    by_login  BIGINT REFERENCES login (id),
    at        BIGINT NOT NULL,
    PRIMARY KEY (forum, meeting, number),
    FOREIGN KEY (forum, meeting) REFERENCES meeting (forum, id)
);
CREATE TABLE terms_words (
    forum   BIGINT NOT NULL,
    meeting BIGINT NOT NULL,
    number  BIGINT NOT NULL,
    items   TEXT NOT NULL,   -- JSON, as src/bilateral/terms.hpp has them
    PRIMARY KEY (forum, meeting, number),
    FOREIGN KEY (forum, meeting, number) REFERENCES terms_revision (forum, meeting, number)
);

-- A side has looked at a revision. The highest number counts.
CREATE TABLE terms_seen (
    forum    BIGINT NOT NULL,
    meeting  BIGINT NOT NULL,
    side     TEXT NOT NULL CHECK (side IN ('host', 'guest')),
    number   BIGINT NOT NULL,
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, meeting, side, number),
    FOREIGN KEY (forum, meeting, number) REFERENCES terms_revision (forum, meeting, number)
);

-- The head of a side stands by a revision. When both do, it is frozen.
CREATE TABLE terms_confirmation (
    forum     BIGINT NOT NULL,
    meeting   BIGINT NOT NULL,
    number    BIGINT NOT NULL,
    side      TEXT NOT NULL CHECK (side IN ('host', 'guest')),
    hash      TEXT NOT NULL,
    head      TEXT NOT NULL,   -- "person/12", "registration/34"; empty: nobody is named
    on_behalf BIGINT NOT NULL CHECK (on_behalf IN (0, 1)),
    by_login  BIGINT REFERENCES login (id),
    at        BIGINT NOT NULL,
    PRIMARY KEY (forum, meeting, number, side),
    FOREIGN KEY (forum, meeting, number) REFERENCES terms_revision (forum, meeting, number)
);

-- What the two would sign. The newest row counts.
CREATE TABLE agreement_kind (
    forum    BIGINT NOT NULL,
    id       BIGINT NOT NULL,
    meeting  BIGINT NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('nothing-signed', 'letter-of-intent', 'mou', 'project',
                                           'sister-city')),
    side     TEXT NOT NULL CHECK (side IN ('host', 'guest')),
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, id),
    FOREIGN KEY (forum, meeting) REFERENCES meeting (forum, id)
);
CREATE INDEX agreement_kind_of ON agreement_kind (forum, meeting, id);

-- Whether it took place, as a side says it; the newest row counts. What was said is for the two
-- sides alone and stands apart, so that it can be erased.
CREATE TABLE meeting_outcome (
    forum      BIGINT NOT NULL,
    id         BIGINT NOT NULL,
    meeting    BIGINT NOT NULL,
    side       TEXT NOT NULL CHECK (side IN ('host', 'guest')),
    took_place BIGINT NOT NULL CHECK (took_place IN (0, 1)),
    by_login   BIGINT REFERENCES login (id),
    at         BIGINT NOT NULL,
    PRIMARY KEY (forum, id),
    FOREIGN KEY (forum, meeting) REFERENCES meeting (forum, id)
);
CREATE INDEX meeting_outcome_of ON meeting_outcome (forum, meeting, id);
CREATE TABLE meeting_record (
    forum     BIGINT NOT NULL,
    outcome   BIGINT NOT NULL,
    words     TEXT NOT NULL,
    next_step TEXT NOT NULL,
    PRIMARY KEY (forum, outcome),
    FOREIGN KEY (forum, outcome) REFERENCES meeting_outcome (forum, id)
);
