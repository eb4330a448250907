-- SPDX-License-Identifier: Apache-2.0
-- What delegations need and offer, and where they can meet: sheets as in 0004_sheets.sql. What they
-- think of each other is no sheet: it is on no disk but this one.

CREATE TABLE need (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    delegation BIGINT,
    topic BIGINT,
    priority BIGINT,
    flexible TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    source BIGINT,
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key),
    FOREIGN KEY (forum, delegation) REFERENCES delegation (forum, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (forum, topic) REFERENCES topic (forum, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (forum, source) REFERENCES source (forum, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX need_by_delegation ON need (forum, delegation);
CREATE INDEX need_by_topic ON need (forum, topic);
CREATE INDEX need_by_source ON need (forum, source);

CREATE TABLE offer (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    delegation BIGINT,
    topic BIGINT,
    priority BIGINT,
    flexible TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    source BIGINT,
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key),
    FOREIGN KEY (forum, delegation) REFERENCES delegation (forum, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (forum, topic) REFERENCES topic (forum, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (forum, source) REFERENCES source (forum, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX offer_by_delegation ON offer (forum, delegation);
CREATE INDEX offer_by_topic ON offer (forum, topic);
CREATE INDEX offer_by_source ON offer (forum, source);

-- Desks at which two delegations sit, and interpreters by pair of languages.
CREATE TABLE desk (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    room BIGINT,
    count BIGINT,
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key),
    FOREIGN KEY (forum, room) REFERENCES room (forum, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX desk_by_room ON desk (forum, room);
CREATE TABLE interpreting (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    pair TEXT NOT NULL DEFAULT '',
    count BIGINT,
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key)
);

-- What one delegation thinks of meeting another. The newest row of a pair counts; 'none' takes it
-- back. A 'no' is read by whoever said it and by nobody else (src/bilateral/preference.hpp).
CREATE TABLE meeting_preference (
    forum    BIGINT NOT NULL REFERENCES forum (id),
    id       BIGINT NOT NULL,
    of_whom  BIGINT NOT NULL,
    about    BIGINT NOT NULL,
    word     TEXT NOT NULL CHECK (word IN ('must', 'would-like', 'no', 'none')),
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, id),
    CHECK (of_whom <> about)
);
CREATE INDEX meeting_preference_of ON meeting_preference (forum, of_whom, about, id);

-- Who may meet whom, for how long, and until when an ask waits. The newest row counts.
CREATE TABLE meeting_rules (
    forum              BIGINT NOT NULL REFERENCES forum (id),
    id                 BIGINT NOT NULL,
    other_countries    BIGINT NOT NULL CHECK (other_countries IN (0, 1)),
    only_cities_ask    BIGINT NOT NULL CHECK (only_cities_ask IN (0, 1)),
    slot_minutes       BIGINT NOT NULL,
    change_minutes     BIGINT NOT NULL,
    ask_hours          BIGINT NOT NULL,
    meetings_at_least  BIGINT NOT NULL,
    meetings_at_most   BIGINT NOT NULL,
    by_login           BIGINT REFERENCES login (id),
    at                 BIGINT NOT NULL,
    PRIMARY KEY (forum, id)
);
