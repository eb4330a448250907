-- SPDX-License-Identifier: Apache-2.0
-- Letters to many: what was written to whom.

-- A letter to many, as it was written. What is filled in for each stands in the letters alone.
CREATE TABLE circular (
    forum      BIGINT NOT NULL REFERENCES forum (id),
    id         BIGINT NOT NULL,
    audience   TEXT NOT NULL CHECK (audience IN ('invited', 'focal-points', 'registered')),
    kind       TEXT NOT NULL CHECK (kind IN ('notice', 'news', 'reminder')),
    delegation BIGINT,            -- a row of the sheet; NULL: all
    category   TEXT NOT NULL,     -- key of a row of the sheet; '': all
    status     TEXT NOT NULL,     -- of a registration; '': all
    subject    TEXT NOT NULL,     -- texts with places such as {name}
    body       TEXT NOT NULL,
    by_login   BIGINT REFERENCES login (id),
    at         BIGINT NOT NULL,
    PRIMARY KEY (forum, id)
);

-- Each recipient gets it once, whoever prepares it how often.
CREATE TABLE circular_letter (
    forum     BIGINT NOT NULL,
    circular  BIGINT NOT NULL,
    recipient TEXT NOT NULL,      -- invitation-12, login-5-12 or registration-9
    letter    BIGINT NOT NULL REFERENCES letter (id),
    PRIMARY KEY (forum, circular, recipient),
    FOREIGN KEY (forum, circular) REFERENCES circular (forum, id)
);
CREATE INDEX circular_letter_by_letter ON circular_letter (letter);

-- The link with which a reader says that they want no more of the kind; '': it cannot be said.
ALTER TABLE letter ADD COLUMN unsubscribe TEXT NOT NULL DEFAULT '';

-- Somebody said so with the link of this letter: about its address, at its forum.
CREATE TABLE letter_unsubscription (
    letter BIGINT PRIMARY KEY REFERENCES letter (id),
    at     BIGINT NOT NULL
);

-- A letter came back. by_login: who noted it; NULL: the other mail server said so at once.
CREATE TABLE letter_return (
    letter   BIGINT NOT NULL REFERENCES letter (id),
    number   BIGINT NOT NULL,     -- 1, 2, 3 ... of this letter
    reason   TEXT NOT NULL,       -- may hold the address; emptied with it
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (letter, number)
);
