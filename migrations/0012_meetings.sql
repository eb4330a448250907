-- SPDX-License-Identifier: Apache-2.0
-- Two delegations and whether they meet. Acts hold numbers alone; what was written freely stands in
-- tables of its own and can be deleted.

-- `low` and `high` are host and guest in the order of their numbers, `round` counts the meetings the
-- two ever asked for: two asks at the same moment cannot both be kept.
CREATE TABLE meeting (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id    BIGINT NOT NULL,
    host  BIGINT NOT NULL,
    guest BIGINT NOT NULL,
    low   BIGINT NOT NULL,
    high  BIGINT NOT NULL,
    round BIGINT NOT NULL,
    at    BIGINT NOT NULL,
    PRIMARY KEY (forum, id),
    UNIQUE (forum, low, high, round),
    CHECK (low < high)
);
CREATE INDEX meeting_of_host ON meeting (forum, host);
CREATE INDEX meeting_of_guest ON meeting (forum, guest);

-- `number` counts the acts of a meeting from 1: of two devices that answer at once, one is first.
-- `own`: said by the delegation itself, or for one that has nobody who could.
CREATE TABLE meeting_act (
    forum      BIGINT NOT NULL,
    meeting    BIGINT NOT NULL,
    number     BIGINT NOT NULL,
    step       TEXT NOT NULL CHECK (step IN ('ask', 'accept', 'decline', 'propose', 'confirm',
                                             'withdraw')),
    side       TEXT NOT NULL CHECK (side IN ('host', 'guest')),
    own        BIGINT NOT NULL CHECK (own IN (0, 1)),
    on_behalf  BIGINT NOT NULL CHECK (on_behalf IN (0, 1)),
    slots      BIGINT NOT NULL,               -- how long it shall be
    with_heads BIGINT NOT NULL CHECK (with_heads IN (0, 1)),
    pair       TEXT NOT NULL,                 -- of languages; empty: no interpreter
    expires    BIGINT NOT NULL,               -- when it is over without an answer
    by_login   BIGINT REFERENCES login (id),
    at         BIGINT NOT NULL,
    PRIMARY KEY (forum, meeting, number),
    FOREIGN KEY (forum, meeting) REFERENCES meeting (forum, id)
);
CREATE TABLE meeting_words (
    forum   BIGINT NOT NULL,
    meeting BIGINT NOT NULL,
    number  BIGINT NOT NULL,
    words   TEXT NOT NULL,
    PRIMARY KEY (forum, meeting, number),
    FOREIGN KEY (forum, meeting, number) REFERENCES meeting_act (forum, meeting, number)
);

-- Who comes along and who interprets, as a side says it. The newest row of a side counts.
CREATE TABLE meeting_company (
    forum       BIGINT NOT NULL,
    id          BIGINT NOT NULL,
    meeting     BIGINT NOT NULL,
    side        TEXT NOT NULL CHECK (side IN ('host', 'guest')),
    people      TEXT NOT NULL,
    interpreter TEXT NOT NULL,
    by_login    BIGINT REFERENCES login (id),
    at          BIGINT NOT NULL,
    PRIMARY KEY (forum, id),
    FOREIGN KEY (forum, meeting) REFERENCES meeting (forum, id)
);
CREATE INDEX meeting_company_of ON meeting_company (forum, meeting, id);

-- When a delegation cannot meet, and in how many meetings it can be at a time. The newest row
-- counts.
CREATE TABLE meeting_times (
    forum      BIGINT NOT NULL REFERENCES forum (id),
    id         BIGINT NOT NULL,
    delegation BIGINT NOT NULL,
    away       TEXT NOT NULL,   -- JSON: the starts of slots in which it cannot, in milliseconds
    parallel   BIGINT NOT NULL CHECK (parallel >= 1),
    by_login   BIGINT REFERENCES login (id),
    at         BIGINT NOT NULL,
    PRIMARY KEY (forum, id)
);
CREATE INDEX meeting_times_of ON meeting_times (forum, delegation, id);

-- Of which head both sides know: the newest row of a meeting and a delegation.
CREATE TABLE meeting_head_told (
    forum      BIGINT NOT NULL,
    id         BIGINT NOT NULL,
    meeting    BIGINT NOT NULL,
    delegation BIGINT NOT NULL,
    head       TEXT NOT NULL,   -- "person/12", "registration/34"; empty: nobody is named
    at         BIGINT NOT NULL,
    PRIMARY KEY (forum, id),
    FOREIGN KEY (forum, meeting) REFERENCES meeting (forum, id)
);
CREATE INDEX meeting_head_told_of ON meeting_head_told (forum, meeting, delegation, id);
