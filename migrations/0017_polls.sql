-- SPDX-License-Identifier: Apache-2.0
-- A show of cards by delegation. In an open poll everybody sees who said what; in a secret one it is
-- known who took part, and nothing ties a card to a delegation or to a moment.

CREATE TABLE floor_poll (
    forum    BIGINT NOT NULL REFERENCES forum (id),
    id       BIGINT NOT NULL,
    sitting  BIGINT NOT NULL,
    question TEXT NOT NULL,
    secret   BIGINT NOT NULL CHECK (secret IN (0, 1)),
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, id)
);
CREATE INDEX floor_poll_of ON floor_poll (forum, sitting, id);
CREATE TABLE floor_poll_end (
    forum    BIGINT NOT NULL,
    poll     BIGINT NOT NULL,
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, poll),
    FOREIGN KEY (forum, poll) REFERENCES floor_poll (forum, id)
);

-- card: '' in a secret poll. The newest row of a delegation counts in an open one.
CREATE TABLE floor_ballot (
    forum      BIGINT NOT NULL,
    id         BIGINT NOT NULL,
    poll       BIGINT NOT NULL,
    delegation BIGINT NOT NULL,
    card       TEXT NOT NULL CHECK (card IN ('', 'agree', 'object', 'abstain')),
    by_login   BIGINT REFERENCES login (id),
    at         BIGINT NOT NULL,
    PRIMARY KEY (forum, id),
    FOREIGN KEY (forum, poll) REFERENCES floor_poll (forum, id)
);
CREATE INDEX floor_ballot_of ON floor_ballot (forum, poll, delegation, id);
CREATE TABLE floor_ballot_words (
    forum  BIGINT NOT NULL,
    ballot BIGINT NOT NULL,
    words  TEXT NOT NULL,   -- why somebody objects, in an open poll
    PRIMARY KEY (forum, ballot),
    FOREIGN KEY (forum, ballot) REFERENCES floor_ballot (forum, id)
);

-- The cards of a secret poll, laid anew and sorted with each card (src/floor/poll_store.cpp), so that
-- not even the order of the rows says anything. name: the place in that pile.
CREATE TABLE floor_secret_card (
    forum BIGINT NOT NULL,
    poll  BIGINT NOT NULL,
    name  TEXT NOT NULL,
    card  TEXT NOT NULL CHECK (card IN ('agree', 'object', 'abstain')),
    PRIMARY KEY (forum, poll, name),
    FOREIGN KEY (forum, poll) REFERENCES floor_poll (forum, id)
);
